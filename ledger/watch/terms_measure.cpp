// Drang and dwang: what an offer or an order asks to follow.
#include "ledger/domain/case_state.h"
#include "ledger/watch/told.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;

bool is_imposed(const HistoryEvent& order) {
  const auto outcome = order.facts().getDwangDecided().getOutcome();
  return outcome == schema::DwangOutcome::GRANTED || outcome == schema::DwangOutcome::PARTLY;
}

bool explains_rights(const HistoryEvent& one) {
  if (one.kind() != 410) return false;
  const auto topics = CodeSet<schema::InformTopic>::of(one.facts().getSubjectInformed().getTopics());
  return topics.contains({schema::InformTopic::RIGHTS, schema::InformTopic::DUTIES});
}
bool hears_opinion(const HistoryEvent& one) {
  return one.kind() == 503 && CodeSet<schema::HearingTopic>::of(one.facts().getPersonHeard().getTopics()).has(schema::HearingTopic::OPINION_MEASURE);
}

// TERM-25 (seed 003 L291-298, L3049-3050; seed 004 L123-130): who meets dwang hears rights and duties, and has a say; for a child under
// twelve whoever holds gezag does, and a child who was heard has had its say.
void term_25(Waiting& w) {
  for (const auto* event : w.history().in_order()) {
    const bool opens = (event->kind() == 906 && is_imposed(*event)) ||
                       (event->kind() == 907 && event->facts().getDwangExecuted().getUrgent() == schema::YesNoUnknown::YES);
    if (!opens) continue;
    const auto persons = ids_of<SubjectId>(event->kind() == 906 ? event->facts().getDwangDecided().getAbout() : event->facts().getDwangExecuted().getAbout());
    for (const SubjectId& person : persons) {
      const auto who = told_for(w.history(), *event, person);
      AllTold told(who), heard(who);
      Wait& rights = w.begin(*event, w.within(*event, "rightsTerm"), [&](const HistoryEvent& one) {
        if (!explains_rights(one)) return false;
        const auto listeners = ids_of<SubjectId>(one.facts().getSubjectInformed().getTold());
        return names(listeners, person) || told.with(listeners);
      });
      rights.about = person;
      rights.waits_for = {410};
      Wait& say = w.begin(*event, w.within(*event, "sayTerm"), [&](const HistoryEvent& one) {
        if (!hears_opinion(one)) return false;
        const auto speaker = id_or_zero<SubjectId>(one.facts().getPersonHeard().getHeard());
        return speaker == person || heard.with({speaker});
      });
      say.about = person;
      say.waits_for = {503};
    }
  }
}

// The day on which this person is eighteen for certain, by what was last recorded: in the month of a birthday both ages are possible
// (docs/domain.md §0.5). Nothing when only a band is known.
std::optional<Date> is_eighteen_by(const Waiting& w, const SubjectId& person) {
  std::optional<Date> out;
  for (const auto* recorded : w.history().of(202))
    for (auto row : recorded->facts().getPersonRecorded().getPersons())
      if (id_or_zero<SubjectId>(row.getSubject()) == person && row.hasBirthMonth())
        out = add(Date{static_cast<std::int16_t>(row.getBirthMonth().getYear() + 18), row.getBirthMonth().getMonth(), 1}, Duration{1, 0, 0});
  return out;
}

// In time on the day itself; listed from measureNotice before it.
void by(Waiting& w, const HistoryEvent& order, const Date& day, Wait& wait) {
  const Duration notice = length_of(w.registry(), "measureNotice", local_date(order.occurred));
  wait.due = Waiting::all_of(day);
  wait.shown_from = local_midnight(day) - static_cast<Micros>(notice.days) * micros_per_day;
}

// TERM-26 (seed 000 L749; seed 003 L2677-2681): before a measure runs out, or its subject comes of age, it is extended or ended.
void term_26(Waiting& w) {
  for (const auto* order : w.history().of(906)) {
    const auto facts = order->facts().getDwangDecided();
    if (facts.getOutcome() == schema::DwangOutcome::REJECTED) continue;
    const auto settles = [&](const HistoryEvent& one) {
      return (one.kind() == 908 && refers(one, RefType::ENDS, order->id)) || (one.kind() == 906 && refers(one, RefType::SUPERSEDES, order->id));
    };
    if (facts.hasValidUntil()) by(w, *order, date_of(facts.getValidUntil()), w.begin_after(*order, 0, settles));
    for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout())) {
      const auto adult = is_eighteen_by(w, person);
      const bool before_the_end = adult && (!facts.hasValidUntil() || *adult < date_of(facts.getValidUntil()));
      if (!before_the_end || *adult <= local_date(order->occurred)) continue;
      Wait& wait = w.begin_after(*order, 0, settles);
      by(w, *order, *adult, wait);
      wait.about = person;
    }
  }
}

// TERM-27 (seed 003 L3917-3927): an offer of drang is answered, and what was announced follows.
void term_27(Waiting& w) {
  for (const auto* offer : w.history().of(902)) {
    const auto facts = offer->facts().getDrangOffered();
    const auto respond_by = day_in(facts.hasRespondBy(), facts.getRespondBy());
    const auto answers = [&](const HistoryEvent& one) { return one.kind() == 903 && refers(one, RefType::ANSWERS, offer->id); };
    if (respond_by) w.begin_after(*offer, Waiting::all_of(*respond_by), answers).waits_for = {903};
    w.begin_after(*offer, w.by_or_within(day_in(facts.hasReviewOn(), facts.getReviewOn()), *offer, "drangReview"), [&](const HistoryEvent& one) {
      // A warning announces what follows; it is not what follows.
      return one.kind() == 904 && refers(one, RefType::CONCERNS, offer->id) && one.facts().getDrangFollowedUp().getFollowUp() != schema::DrangFollowUp::WARNING;
    }).waits_for = {904};
  }
}

bool is_placement(const HistoryEvent& event) {
  if (event.kind() == 907) return event.facts().getDwangExecuted().getAct() == schema::DwangAct::PLACED;
  return event.kind() == 502 && event.facts().getDecisionTaken().getDecisionClass() == schema::DecisionClass::PLACEMENT;
}

// TERM-31 (seed 003 L1353-1360; where it starts is of this design): within a year after a placement it is decided where a child grows up.
void term_31(Waiting& w) {
  for (const auto* placed : w.history().in_order())
    if (is_placement(*placed))
      w.begin_after(*placed, add(placed->occurred, Duration{12, 0, 0}), [](const HistoryEvent& one) {
        return one.kind() == 502 && one.facts().getDecisionTaken().getDecisionClass() == schema::DecisionClass::PERSPECTIVE;
      });
}

}  // namespace

std::vector<Term> measure_terms() {
  return {{"TERM-25", {410, 503}, term_25}, {"TERM-26", {906, 908}, term_26}, {"TERM-27", {903, 904}, term_27}, {"TERM-31", {502}, term_31}};
}

}  // namespace inzicht
