// Two watch rules that wait for something: the check on children, and consents that run out.
#include "ledger/domain/case_state.h"
#include "ledger/watch/told.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

bool asks_child_check(const HistoryEvent& event) {
  const auto facts = event.facts();
  switch (event.kind()) {
    case 301: {
      const auto domains = CodeSet<schema::LifeDomain>::of(facts.getSignalReceived().getDomains());
      return domains.meets({schema::LifeDomain::ADDICTION, schema::LifeDomain::MENTAL_HEALTH});
    }
    case 304: {
      const auto kind = facts.getCrisisDeclared().getCrisisKind();
      return kind == schema::CrisisKind::VIOLENCE || kind == schema::CrisisKind::SELF_HARM || kind == schema::CrisisKind::PSYCHIATRIC;
    }
    case 602: return facts.getAssessmentMade().getChildCheckNeeded() == schema::YesNoUnknown::YES;
    case 603: return facts.getStatementRecorded().getChildCheckNeeded() == schema::YesNoUnknown::YES;
    default: return false;
  }
}

bool looks_at(const HistoryEvent& one, const std::vector<SubjectId>& children) {
  if (one.kind() == 605) return names(children, id_or_zero<SubjectId>(one.facts().getSafetyJudged().getChild()));
  return one.kind() == 606 && meet(one.facts().getMeldcodeStepTaken().getAbout(), children);
}

// SAFE-06 (Kindcheck, Besluit meldcode): an adult with problems, and a child at home.
void safe_06(Waiting& w) {
  CaseState state;
  for (const auto& event : w.history().events()) {
    state.apply(event.event);
    if (!asks_child_check(event)) continue;
    const Moment then = Moment::of(event.occurred);
    std::vector<SubjectId> children;
    for (const SubjectId& person : state.people().household(then.at))
      if (state.people().is_minor(person, then)) children.push_back(person);
    if (!children.empty()) w.begin_after(event, w.within(event, "childCheckTerm"), [&](const HistoryEvent& one) { return looks_at(one, children); });
  }
}

// No recipient means all of them.
template <class Facts>
bool is_for(Facts facts, const std::vector<Recipient>& before) {
  const auto now = recipients_of(facts.getRecipients());
  return now.empty() || before.empty() || std::ranges::any_of(now, [&](const Recipient& one) { return std::ranges::find(before, one) != before.end(); });
}

// Asked again of the same grantor for the same kind, a recipient it was for and somebody it was about; or ended.
bool renews(const HistoryEvent& one, const HistoryEvent& consent) {
  if (one.kind() == 404) return refers(one, schema::RefType::WITHDRAWS, consent.id);
  const auto before = consent.facts().getConsentGiven();
  const auto same = [&](auto facts) {
    return facts.getConsentKind() == before.getConsentKind() && id_or_zero<SubjectId>(facts.getGrantor()) == id_or_zero<SubjectId>(before.getGrantor()) &&
           meet(facts.getAbout(), ids_of<SubjectId>(before.getAbout())) && is_for(facts, recipients_of(before.getRecipients()));
  };
  if (one.kind() == 402) return same(one.facts().getConsentGiven());
  return one.kind() == 403 && same(one.facts().getConsentRefused());
}

// The months after that moment in which this person turns 12, 16 and 18.
std::vector<Month> age_lines(const People& people, const SubjectId& person, Micros since) {
  std::vector<Month> out;
  const PersonRow* row = people.person(person, since);
  if (row == nullptr || !row->birth) return out;
  const Date on = local_date(since);
  for (const int years : {12, 16, 18}) {
    const Month month{static_cast<decltype(Month::year)>(row->birth->year + years), row->birth->month};
    if (std::pair(month.year, month.month) > std::pair(on.year, on.month)) out.push_back(month);
  }
  return out;
}

// CONS-09 (JW 7.3.4-5; AVG 7): a consent is asked again before it runs out, every year when it has no end, and in the month in which
// somebody it is about turns 12, 16 or 18.
void cons_09(Waiting& w) {
  for (const auto* consent : w.history().of(402)) {
    const auto facts = consent->facts().getConsentGiven();
    const auto settles = [&](const HistoryEvent& one) { return renews(one, *consent); };
    if (facts.hasValidUntil()) {
      const Date last = date_of(facts.getValidUntil());
      const Duration notice = length_of(w.registry(), "consentNotice", local_date(consent->occurred));
      w.begin_after(*consent, Waiting::all_of(last), settles).shown_from = local_midnight(last) - static_cast<Micros>(notice.days) * micros_per_day;
    } else {
      Wait& wait = w.begin_after(*consent, w.within(*consent, "consentReview"), settles);
      wait.shown_from = wait.due - 30 * micros_per_day;
    }
    for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout()))
      for (const Month& month : age_lines(people_at(w.history(), *consent), person, consent->occurred)) {
        const Date first{month.year, month.month, 1};
        if (facts.hasValidUntil() && date_of(facts.getValidUntil()) < first) continue;
        const Micros month_over = local_midnight(add(first, Duration{1, 0, 0})) - 1;
        Wait& wait = w.begin_after(*consent, month_over, [&](const HistoryEvent& one) { return one.occurred >= local_midnight(first) && settles(one); });
        wait.shown_from = local_midnight(first);
        wait.about = person;
      }
  }
}

}  // namespace

std::vector<Term> watch_terms() { return {{"SAFE-06", {605, 606}, safe_06}, {"CONS-09", {402, 403, 404}, cons_09}}; }

}  // namespace inzicht
