// The plan of a case: goals (801), plans (804), tasks (806, 807) and interventions (808).
//
// Shape:   a goal or plan counts until a later one supersedes it. How a goal ended (802) has no kind in the schema yet.
// Source:  docs/domain.md §4.8.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct Goal {
  EventId event;
  Micros occurred = 0;
  schema::Horizon horizon = schema::Horizon::UNSET;
  schema::GoalLevel level = schema::GoalLevel::UNSET;
  std::optional<Date> start_on;
  std::optional<Date> end_on;
  bool superseded = false;
  unsigned tasks = 0;
  // Counted by the rules: an end goal or a goal, not a step towards one.
  bool is_main() const { return level == schema::GoalLevel::END_GOAL || level == schema::GoalLevel::GOAL; }
  bool is_active(const Date& on) const { return !superseded && (!start_on || *start_on <= on) && (!end_on || on <= *end_on); }
};

struct Plan {
  EventId event;
  std::uint64_t index = 0;
  std::uint64_t version = 0;
  schema::PlanType type = schema::PlanType::UNSET;
  std::vector<EventId> goals;
  Date valid_from;
  std::optional<Date> valid_until;  // the first day that it no longer holds
  std::optional<Date> superseded_from;
  bool in_force(const Date& on) const {
    return valid_from <= on && (!valid_until || on < *valid_until) && (!superseded_from || on < *superseded_from);
  }
};

struct Task {
  EventId event;
  schema::TaskKind kind = schema::TaskKind::UNSET;
  ActorId to_actor;
  SubjectId to_subject;
  OrganisationId to_org;
  bool power_named = false;
  bool has_party() const { return !to_actor.is_zero() || !to_subject.is_zero() || !to_org.is_zero(); }
};

class Plans {
 public:
  void goal_set(const Recorded& event);
  void plan_adopted(const Recorded& event);
  void task_assigned(const Recorded& event);
  void intervention_started(const Recorded& event);

  const std::vector<Goal>& goals() const { return goals_; }
  const std::vector<Task>& tasks() const { return tasks_; }
  // The organisations that provide help in the case.
  const std::vector<OrganisationId>& providers() const { return providers_; }
  const Goal* goal(const EventId& event) const;
  const Plan* plan(const EventId& event) const;
  const Task* task(const EventId& event) const;
  const Plan* in_force(schema::PlanType type, const Date& on) const;
  bool was_in_family_plan(const EventId& goal) const;
  unsigned open_main_goals() const;
  unsigned active_main_goals(const Date& on) const;

 private:
  std::vector<Goal> goals_;
  std::vector<Plan> plans_;
  std::vector<Task> tasks_;
  std::vector<OrganisationId> providers_;
};

}  // namespace inzicht
