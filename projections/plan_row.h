// Rows of the plan as stored: one per event that makes or changes it, of whichever kind.
//
// Key:  case id || index.
#pragma once
#include "projections/line.h"
#include "projections/row_codec.h"

namespace inzicht::views {

inline constexpr std::string_view plan_name = "plan";

struct PlanRow {
  EventId event;
  std::uint16_t kind = 0;
  Micros occurred = 0;
  Micros recorded = 0;
  ActorId actor;
  std::optional<OrganisationId> organisation;
  std::vector<SubjectId> subjects;
  std::optional<Place> words;
  std::uint16_t type = 0;                  // of the list that goes with the kind: planType, goalType, taskKind ...
  std::uint16_t status = 0;                // taskStatus, formalResult, scoreMethod, goalStatus, endorsement, interventionEnd
  std::int64_t number = 0;                 // version of a plan, score of a goal
  schema::Horizon horizon = schema::Horizon::UNSET;
  schema::GoalLevel level = schema::GoalLevel::UNSET;
  schema::GoalOwner owner = schema::GoalOwner::UNSET;
  std::optional<SubjectId> owner_subject;  // whose it is, to whom it was given, who provides it
  std::optional<ActorId> owner_actor;
  std::optional<OrganisationId> owner_organisation;
  std::optional<Date> from, until;         // until: end, due, planned end
  std::optional<Micros> evaluation;
  std::uint64_t order = 0;
  CodeSet<schema::LifeDomain> domains;
  schema::Kader frame = schema::Kader::UNSET;
  std::vector<EventId> named;              // goals and tasks of a plan; what a score, update, task or intervention concerns; what was ended
  std::optional<EventId> supersedes;
  std::vector<std::uint16_t> statuses;     // goalStatus of each that is named, of an evaluation

  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.event, self.kind, self.occurred, self.recorded, self.actor, self.organisation, self.subjects, self.words, self.type, self.status,
      self.number, self.horizon, self.level, self.owner, self.owner_subject, self.owner_actor, self.owner_organisation, self.from, self.until,
      self.evaluation, self.order, self.domains, self.frame, self.named, self.supersedes, self.statuses);
  }
};

}  // namespace inzicht::views
