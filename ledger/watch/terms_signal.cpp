// Signals, crisis, the persons of a case, advice and feedback.
#include <set>

#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;

// TERM-01 (seed 003 L3970-3975): a signal is judged.
void term_01(Waiting& w) {
  for (const auto* signal : w.history().of(301))
    w.begin(*signal, w.within(*signal, "signalTerm"), [&](const HistoryEvent& one) { return one.kind() == 302 && refers(one, RefType::CONCERNS, signal->id); });
}

bool records_person(const HistoryEvent& event, const SubjectId& person) {
  if (event.kind() != 202) return false;
  for (auto row : event.facts().getPersonRecorded().getPersons())
    if (id_or_zero<SubjectId>(row.getSubject()) == person) return true;
  return false;
}

// TERM-02 (design): who is mentioned is recorded; a reporter keeps to the background.
void term_02(Waiting& w) {
  std::set<SubjectId> seen;
  // In the order of recording: what was only recorded years later mentions nobody before that.
  for (const auto& event : w.history().events()) {
    // Deciding on what was kept of somebody, and destroying it, is no mention of a new person.
    if (is(event, {1208, 1209})) continue;
    const auto reporter = event.kind() == 301 ? id_or_zero<SubjectId>(event.facts().getSignalReceived().getReporter()) : SubjectId{};
    for (const SubjectId& person : ids_of<SubjectId>(event.event.header.getSubjects())) {
      if (person == reporter || !seen.insert(person).second || records_person(event, person)) continue;
      w.begin(event, w.within(event, "personTerm"), [&](const HistoryEvent& one) { return records_person(one, person); }).about = person;
    }
  }
}

bool is_forwarded_signal(const HistoryEvent& event) {
  return event.kind() == 408 && event.facts().getInformationShared().getForm() == schema::ShareForm::FORWARD_SIGNAL;
}

// TERM-03 (seed 003 L3821-3822): what is passed on is passed on.
void term_03(Waiting& w) {
  for (const auto* judged : w.history().of(302)) {
    const auto facts = judged->facts().getSignalAssessed();
    if (facts.getDecision() != schema::SignalDecision::FORWARD) continue;
    const auto to = id_or_zero<OrganisationId>(facts.getForwardTo());
    w.begin_after(*judged, w.within(*judged, "forwardTerm"), [&](const HistoryEvent& one) {
      if (!is_forwarded_signal(one)) return false;
      const auto receivers = recipients_of(one.facts().getInformationShared().getRecipients());
      return to.is_zero() || std::ranges::any_of(receivers, [&](const Recipient& r) { return r.org == to; });
    }).party = to;
  }
}

// TERM-04 (seed 003 L3821-3822; seed 001 L400-404): who reports hears what became of it.
void term_04(Waiting& w) {
  for (const auto* event : w.history().in_order()) {
    const auto from = event->kind() == 301 ? id_or_zero<OrganisationId>(event->facts().getSignalReceived().getSourceOrg()) : OrganisationId{};
    if (from.is_zero() && !is_forwarded_signal(*event)) continue;
    w.begin_after(*event, w.within(*event, "feedbackTerm"), [&](const HistoryEvent& one) { return one.kind() == 303 && refers(one, RefType::ANSWERS, event->id); })
        .party = from;
  }
}

// Of this crisis: it is named, or it is the only one.
bool acts_on(const Waiting& w, const HistoryEvent& action, const HistoryEvent& crisis) {
  const auto named = reference_of(action.event.header, RefType::CONCERNS);
  return named ? *named == crisis.id : w.history().of(304).size() == 1;
}

// TERM-05 (seed 000 L217-229): a crisis is acted on, and comes to an end.
void term_05(Waiting& w) {
  for (const auto* crisis : w.history().of(304)) {
    const auto acted = [&](const HistoryEvent& one) { return one.kind() == 305 && acts_on(w, one, *crisis); };
    w.begin_after(*crisis, w.within(*crisis, "crisisTerm"), acted);
    w.begin_after(*crisis, w.within(*crisis, "crisisEndTerm"), [&](const HistoryEvent& one) {
      return acted(one) && one.facts().getCrisisActionTaken().getState() == schema::CrisisState::ENDED;
    });
  }
}

bool is_asked_or_postponed(const HistoryEvent& one) {
  using schema::ConsentKind;
  switch (one.kind()) {
    case 401: return one.facts().getConsentAsked().getConsentKind() == ConsentKind::DOORBREKEN_GEHEIMHOUDING;
    case 402: return one.facts().getConsentGiven().getConsentKind() == ConsentKind::DOORBREKEN_GEHEIMHOUDING;
    case 403: return one.facts().getConsentRefused().getConsentKind() == ConsentKind::DOORBREKEN_GEHEIMHOUDING;
    default: return one.kind() == 411;
  }
}

// TERM-06 (seed 000 L213-214): a family that did not come by itself is asked.
void term_06(Waiting& w) {
  for (const auto* opened : w.history().of(201)) {
    const auto origin = opened->facts().getCaseOpened().getOrigin();
    if (origin == schema::InterventionOrigin::SIGNAL || origin == schema::InterventionOrigin::SAFETY_ISSUE)
      w.begin(*opened, w.within(*opened, "consentTerm"), is_asked_or_postponed);
  }
}

// TERM-07 (seed 002 L865-867): advice that is asked is given.
void term_07(Waiting& w) {
  for (const auto* asked : w.history().of(406)) {
    const auto facts = asked->facts().getAdviceAsked();
    w.begin_after(*asked, w.by_or_within(day_in(facts.hasNeededBy(), facts.getNeededBy()), *asked, "adviceTerm"),
                  [&](const HistoryEvent& one) { return one.kind() == 504 && refers(one, RefType::ANSWERS, asked->id); });
  }
}

}  // namespace

std::vector<Term> signal_terms() {
  return {{"TERM-01", {302}, term_01}, {"TERM-02", {202}, term_02}, {"TERM-03", {408}, term_03}, {"TERM-04", {303}, term_04},
          {"TERM-05", {305}, term_05}, {"TERM-06", {401, 402, 403, 411}, term_06}, {"TERM-07", {504}, term_07}};
}

}  // namespace inzicht
