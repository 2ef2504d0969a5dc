// The plan of a case: goals (801, 802), plans (804), tasks (806, 807) and interventions (808, 809).
//
// Shape:   a goal or plan counts until a later one supersedes it; the status of a goal is what a 802 or an evaluation
//          (1001) said of it last.
// Source:  docs/domain.md §4.8, §4.10.
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
  SubjectId owner;
  bool superseded = false;
  unsigned tasks = 0;
  schema::GoalStatus status = schema::GoalStatus::UNSET;
  Micros status_since = 0;
  // Counted by the rules: an end goal or a goal, not a step towards one.
  bool is_main() const { return level == schema::GoalLevel::END_GOAL || level == schema::GoalLevel::GOAL; }
  // Reached, dropped or replaced: nobody works on it any more.
  bool has_ended() const;
  bool is_open() const { return !superseded && !has_ended(); }
  bool is_active(const Date& on) const {
    return is_open() && status != schema::GoalStatus::PAUSED && (!start_on || *start_on <= on) && (!end_on || on <= *end_on);
  }
};

struct Plan {
  EventId event;
  std::uint64_t index = 0;
  Micros occurred = 0;
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
  std::optional<EventId> discussed_in;
  schema::TaskStatus status = schema::TaskStatus::UNSET;
  bool has_party() const { return !to_actor.is_zero() || !to_subject.is_zero() || !to_org.is_zero(); }
  bool is_open() const;
};

struct StartedIntervention {
  EventId event;
  schema::InterventionType type = schema::InterventionType::UNSET;
  OrganisationId org;
  Date from;
  std::optional<Date> ended_on;
};

class Plans {
 public:
  void goal_set(const Recorded& event);
  void goal_changed(const Recorded& event);
  void goals_evaluated(const Recorded& event);
  void plan_adopted(const Recorded& event);
  void task_assigned(const Recorded& event);
  void task_updated(const Recorded& event);
  void intervention_started(const Recorded& event);
  void intervention_ended(const Recorded& event);

  const std::vector<Goal>& goals() const { return goals_; }
  const std::vector<Plan>& plans() const { return plans_; }
  const std::vector<Task>& tasks() const { return tasks_; }
  // Whether an intervention of this organisation runs on that day.
  bool provides_help(const OrganisationId& org, const Date& on) const;
  const Goal* goal(const EventId& event) const;
  const Plan* plan(const EventId& event) const;
  const Task* task(const EventId& event) const;
  const StartedIntervention* intervention(const EventId& event) const;
  // Whether one of this type was adopted by then.
  bool has_plan(schema::PlanType type, Micros at) const;
  const Plan* in_force(schema::PlanType type, const Date& on) const;
  bool was_in_family_plan(const EventId& goal) const;
  unsigned open_main_goals() const;
  unsigned active_main_goals(const Date& on) const;

 private:
  void set_status(const EventId& goal, schema::GoalStatus status, Micros since);

  std::vector<Goal> goals_;
  std::vector<Plan> plans_;
  std::vector<Task> tasks_;
  std::vector<StartedIntervention> interventions_;
};

}  // namespace inzicht
