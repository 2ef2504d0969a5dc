#include "ledger/domain/course.h"

#include <algorithm>

namespace inzicht {
namespace {

template <class T>
const T* find_event(const std::vector<T>& all, const EventId& event) {
  const auto at = std::ranges::find(all, event, &T::event);
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

bool is_home_visit(schema::ContactHeld::Reader facts) {
  const auto mode = facts.getMode();
  return (mode == schema::ContactMode::HOME_PLANNED || mode == schema::ContactMode::HOME_UNPLANNED) &&
         facts.getOutcome() == schema::ContactOutcome::HELD;
}

void Course::opened(const Recorded& event) {
  const auto facts = event.header.getFacts().getCaseOpened();
  opening_ = Opened{occurred_at(event), facts.getApproach(), CodeSet<schema::TaskLaw>::of(facts.getLaws())};
}

void Course::signal(const Recorded& event) {
  const auto facts = event.header.getFacts().getSignalReceived();
  const Signal signal{event_id(event), CodeSet<schema::WQuestion>::of(facts.getAnswered()),
                      facts.getDangerForVisitor() == schema::YesNoUnknown::YES};
  answered_ = answered_.with(signal.answered);
  danger_ = danger_ || signal.danger;
  signals_.push_back(signal);
}

void Course::signal_assessed(const Recorded& event) {
  const auto facts = event.header.getFacts().getSignalAssessed();
  const SignalAssessment assessment{event_id(event), facts.getDecision(), CodeSet<schema::WQuestion>::of(facts.getAnswered())};
  answered_ = answered_.with(assessment.answered);
  assessments_.push_back(assessment);
}

void Course::safety_judged(const Recorded& event) {
  const auto facts = event.header.getFacts().getSafetyJudged();
  safety_.push_back({event_id(event), id_or_zero<SubjectId>(facts.getChild()), occurred_at(event), facts.getCurrent()});
}

void Course::heard(const Recorded& event) {
  Hearing hearing{event_id(event), id_or_zero<SubjectId>(event.header.getFacts().getPersonHeard().getHeard()), occurred_at(event),
                  references_of(event.header, schema::RefType::CONCERNS)};
  if (const auto meeting = reference_of(event.header, schema::RefType::DISCUSSED_IN)) hearing.about.push_back(*meeting);
  hearings_.push_back(std::move(hearing));
}

void Course::contact(const Recorded& event) { visited_ = visited_ || is_home_visit(event.header.getFacts().getContactHeld()); }

void Course::decided(const Recorded& event) {
  const auto facts = event.header.getFacts().getDecisionTaken();
  decisions_.push_back({event_id(event), facts.getDecisionClass(), ids_of<ActorId>(facts.getDeciders())});
}

void Course::closing_decided(const Recorded& event) {
  const auto facts = event.header.getFacts().getClosingDecided();
  closings_.push_back({event_id(event), facts.getOutcome(), facts.getAftercare(), id_or_zero<OrganisationId>(facts.getAftercareOrg())});
}

void Course::status_changed(const Recorded& event) { status_ = event.header.getFacts().getCaseStatusChanged().getStatus(); }

const Signal* Course::signal(const EventId& event) const { return find_event(signals_, event); }

const SafetyNote* Course::safety(const SubjectId& child, Micros at) const {
  const SafetyNote* last = nullptr;
  for (const SafetyNote& note : safety_)
    if (note.child == child && note.occurred <= at && (last == nullptr || note.occurred >= last->occurred)) last = &note;
  return last;
}

const SafetyNote* Course::safety(const EventId& event) const { return find_event(safety_, event); }

const DecisionNote* Course::decision(const EventId& event) const { return find_event(decisions_, event); }

const Closing* Course::closing(const EventId& event) const { return find_event(closings_, event); }

}  // namespace inzicht
