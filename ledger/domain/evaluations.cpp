#include "ledger/domain/evaluations.h"

#include <algorithm>

namespace inzicht {
namespace {

using schema::RefType;

bool share_one(const std::vector<EventId>& a, const std::vector<EventId>& b) {
  return std::ranges::any_of(a, [&](const EventId& one) { return names(b, one); });
}

}  // namespace

void Evaluations::apply(const Recorded& event) {
  switch (event.header.getFacts().which()) {
    case schema::Facts::EVALUATION_HELD: return evaluated(event);
    case schema::Facts::ESCALATED: return escalated(event);
    case schema::Facts::INFORMATION_REQUESTED:
    case schema::Facts::REQUEST_RECEIVED: return open(event);
    case schema::Facts::INFORMING_POSTPONED: return postponed(event);
    case schema::Facts::SUBJECT_INFORMED: return told(event);
    case schema::Facts::REQUEST_DECIDED:
      if (event.header.getFacts().getRequestDecided().getDecision() == schema::RequestDecision::EXTENDED) return;
      return settle(reference_of(event.header, RefType::ANSWERS));
    case schema::Facts::ERASURE_DECIDED:
    case schema::Facts::SHARE_DECIDED:
    case schema::Facts::INFORMATION_RECEIVED:
    case schema::Facts::FEEDBACK_GIVEN: return settle(reference_of(event.header, RefType::ANSWERS));
    case schema::Facts::TASK_UPDATED: {
      const auto tasks = references_of(event.header, RefType::CONCERNS);
      std::erase_if(open_, [&](const OpenMatter& one) { return one.kind == 1003 && share_one(one.matters, tasks); });
      return;
    }
    default: return;
  }
}

void Evaluations::evaluated(const Recorded& event) {
  evaluations_.push_back({event_id(event), occurred_at(event), event.header.getFacts().getEvaluationHeld().getEvaluationKind(),
                          reference_of(event.header, RefType::DISCUSSED_IN)});
}

void Evaluations::escalated(const Recorded& event) {
  settle(reference_of(event.header, RefType::FOLLOWS));
  escalations_.push_back(
      {event_id(event), occurred_at(event), event.header.getFacts().getEscalated().getLevel(), references_of(event.header, RefType::CONCERNS)});
  open(event);
}

void Evaluations::postponed(const Recorded& event) {
  settle(reference_of(event.header, RefType::SUPERSEDES));
  open(event);
  open_.back().untold = ids_of<SubjectId>(event.header.getFacts().getInformingPostponed().getAbout());
}

void Evaluations::told(const Recorded& event) {
  const auto people = ids_of<SubjectId>(event.header.getFacts().getSubjectInformed().getTold());
  const auto concerned = references_of(event.header, RefType::CONCERNS);
  std::erase_if(open_, [&](OpenMatter& one) {
    if (one.kind != 411 || !(names(concerned, one.event) || share_one(one.matters, concerned))) return false;
    std::erase_if(one.untold, [&](const SubjectId& person) { return names(people, person); });
    return one.untold.empty();
  });
}

void Evaluations::open(const Recorded& event) {
  open_.push_back({event_id(event), event.header.getKind(), references_of(event.header, RefType::CONCERNS), {}});
}

void Evaluations::settle(const std::optional<EventId>& event) {
  if (event) std::erase_if(open_, [&](const OpenMatter& one) { return one.event == *event; });
}

}  // namespace inzicht
