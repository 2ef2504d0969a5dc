#include "ledger/domain/case_state.h"

#include <algorithm>

namespace inzicht {

void CaseState::apply(const Recorded& event) noexcept {
  note(event);
  note_readers(event);
  // Folds of several kinds take what is theirs.
  assessments_.apply(event);
  safety_.apply(event);
  evaluations_.apply(event);
  part_index_.note(event);
  // By the active arm, not by the kind number: a header in which the two differ must not throw here.
  switch (event.header.getFacts().which()) {
    case schema::Facts::CASE_OPENED: return course_.opened(event);
    case schema::Facts::PERSON_RECORDED: return people_.person_recorded(event);
    case schema::Facts::RELATION_RECORDED: return people_.relation_recorded(event);
    case schema::Facts::INVOLVEMENT_STARTED: return involvement_.started(event);
    case schema::Facts::INVOLVEMENT_ENDED: return involvement_.ended(event);
    case schema::Facts::RESPONSIBILITY_ASSIGNED: return involvement_.assigned(event);
    case schema::Facts::SIGNAL_RECEIVED: return course_.signal(event);
    case schema::Facts::SIGNAL_ASSESSED: return course_.signal_assessed(event);
    case schema::Facts::CONSENT_GIVEN: return consents_.given(event);
    case schema::Facts::CONSENT_REFUSED: return consents_.refused(event);
    case schema::Facts::CONSENT_WITHDRAWN: return consents_.withdrawn(event);
    case schema::Facts::SHARE_DECIDED: return sharing_.decided(event);
    case schema::Facts::SUBJECT_INFORMED: return sharing_.informed(event);
    case schema::Facts::INFORMING_POSTPONED: return sharing_.postponed(event);
    case schema::Facts::MEETING_HELD: return sharing_.met(event);
    case schema::Facts::DECISION_TAKEN: return course_.decided(event);
    case schema::Facts::PERSON_HEARD: return course_.heard(event);
    case schema::Facts::CONSULTATION_HELD: return sharing_.consulted(event);
    case schema::Facts::SAFETY_JUDGED: return course_.safety_judged(event);
    case schema::Facts::CONTACT_HELD: return course_.contact(event);
    case schema::Facts::GOAL_SET: return plans_.goal_set(event);
    case schema::Facts::GOAL_CHANGED: return plans_.goal_changed(event);
    case schema::Facts::PLAN_ADOPTED: return plans_.plan_adopted(event);
    case schema::Facts::TASK_ASSIGNED: return plans_.task_assigned(event);
    case schema::Facts::TASK_UPDATED: return plans_.task_updated(event);
    case schema::Facts::INTERVENTION_STARTED: return plans_.intervention_started(event);
    case schema::Facts::INTERVENTION_ENDED: return plans_.intervention_ended(event);
    case schema::Facts::EVALUATION_HELD: return plans_.goals_evaluated(event);
    case schema::Facts::DRANG_OFFERED: return drang_offers_.offered(event);
    case schema::Facts::DRANG_ANSWERED: return drang_offers_.answered(event);
    case schema::Facts::DRANG_FOLLOWED_UP: return drang_offers_.followed_up(event);
    case schema::Facts::DWANG_DECIDED: return dwang_orders_.decided(event);
    case schema::Facts::DWANG_ENDED: return dwang_orders_.ended(event);
    case schema::Facts::CLOSING_DECIDED: return course_.closing_decided(event);
    case schema::Facts::COERCION_WEIGHED: return weighings_.weighed(event);
    case schema::Facts::REQUEST_RECEIVED: return rights_.requested(event);
    case schema::Facts::REQUEST_DECIDED: return rights_.answered(event);
    case schema::Facts::BLOCK_PLACED: return rights_.blocked(event);
    case schema::Facts::BLOCK_LIFTED: return rights_.lifted(event);
    case schema::Facts::ERASURE_DECIDED: return rights_.erasure_decided(event);
    case schema::Facts::ERASURE_EXECUTED: return rights_.erased(event);
    case schema::Facts::COMPLAINT_RECORDED: return rights_.complained(event);
    case schema::Facts::CASE_STATUS_CHANGED: return course_.status_changed(event);
    case schema::Facts::BREAK_GLASS_USED: return emergency_reading_.used(event);
    default: return;
  }
}

void CaseState::note(const Recorded& event) {
  const EventId id = event_id(event);
  events_.try_emplace(id, EventNote{event.header.getKind(), event.index, occurred_at(event), event.recorded_at, author_of(event), event.header_hash});
  const auto parts = event.header.getParts();
  if (parts.size() > 0) {
    auto& classes = parts_[id];
    classes.reserve(parts.size());
    for (auto part : parts) classes.push_back(part.getClass());
  }
  recorded_.push_back(recorded_.empty() ? event.recorded_at : std::max(recorded_.back(), event.recorded_at));
}

void CaseState::note_readers(const Recorded& event) {
  const auto acted = [this](const ActorId& actor) {
    if (!actor.is_zero() && !names(actors_, actor)) actors_.push_back(actor);
  };
  acted(author_of(event));
  const auto facts = event.header.getFacts();
  if (facts.isMeetingHeld()) {
    for (auto attendee : facts.getMeetingHeld().getAttendees())
      if (is_present(attendee.getPresence())) acted(id_or_zero<ActorId>(attendee.getActor()));
  } else if (facts.isInformationShared()) {
    for (auto one : facts.getInformationShared().getRecipients())
      if (const Recipient who = recipient_of(one); !names(receivers_, who)) receivers_.push_back(who);
  }
}

const EventNote* CaseState::find(const EventId& event) const {
  const auto at = events_.find(event);
  return at == events_.end() ? nullptr : &at->second;
}

std::uint64_t CaseState::recorded_by(Micros time) const {
  return static_cast<std::uint64_t>(std::ranges::upper_bound(recorded_, time) - recorded_.begin());
}

schema::PartClass CaseState::part_class(const EventId& event, unsigned part) const {
  const auto at = parts_.find(event);
  return at == parts_.end() || part >= at->second.size() ? schema::PartClass::UNSET : at->second[part];
}

bool CaseState::has_received(const ActorId& actor, const OrganisationId& org) const {
  return std::ranges::any_of(receivers_, [&](const Recipient& r) {
    return (!r.actor.is_zero() && r.actor == actor) || (r.actor.is_zero() && !r.org.is_zero() && r.org == org);
  });
}

}  // namespace inzicht
