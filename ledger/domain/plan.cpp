#include "ledger/domain/plan.h"

#include <algorithm>

namespace inzicht {
namespace {

template <class T>
const T* find_event(const std::vector<T>& all, const EventId& event) {
  const auto at = std::ranges::find(all, event, &T::event);
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

bool Goal::has_ended() const {
  using enum schema::GoalStatus;
  return status == REACHED || status == DROPPED || status == REPLACED;
}

bool Task::is_open() const {
  using enum schema::TaskStatus;
  return status == UNSET || status == STARTED || status == WAITING || status == MOVED;
}

void Plans::goal_set(const Recorded& event) {
  const auto facts = event.header.getFacts().getGoalSet();
  if (const auto before = reference_of(event.header, schema::RefType::SUPERSEDES))
    for (Goal& goal : goals_)
      if (goal.event == *before) goal.superseded = true;
  Goal goal;
  goal.event = event_id(event);
  goal.occurred = occurred_at(event);
  goal.horizon = facts.getHorizon();
  goal.level = facts.getLevel();
  if (facts.hasStartOn()) goal.start_on = date_of(facts.getStartOn());
  if (facts.hasEndOn()) goal.end_on = date_of(facts.getEndOn());
  goal.owner = id_or_zero<SubjectId>(facts.getOwnerSubject());
  goals_.push_back(goal);
}

void Plans::goal_changed(const Recorded& event) {
  const auto facts = event.header.getFacts().getGoalChanged();
  const auto changed = reference_of(event.header, schema::RefType::CONCERNS);
  if (!changed) return;
  set_status(*changed, facts.getStatus(), occurred_at(event));
  for (Goal& goal : goals_) {
    if (goal.event != *changed) continue;
    if (facts.hasEndOn()) goal.end_on = date_of(facts.getEndOn());
    if (facts.hasOwnerSubject()) goal.owner = id_or_zero<SubjectId>(facts.getOwnerSubject());
  }
}

void Plans::goals_evaluated(const Recorded& event) {
  for (auto result : event.header.getFacts().getEvaluationHeld().getResults())
    set_status(id_or_zero<EventId>(result.getGoal()), result.getStatus(), occurred_at(event));
}

void Plans::set_status(const EventId& event, schema::GoalStatus status, Micros since) {
  for (Goal& goal : goals_) {
    if (goal.event != event || since < goal.status_since) continue;
    goal.status = status;
    goal.status_since = since;
  }
}

void Plans::plan_adopted(const Recorded& event) {
  const auto facts = event.header.getFacts().getPlanAdopted();
  Plan plan;
  plan.event = event_id(event);
  plan.index = event.index;
  plan.occurred = occurred_at(event);
  plan.version = facts.getVersion();
  plan.type = facts.getPlanType();
  plan.goals = ids_of<EventId>(facts.getGoals());
  plan.valid_from = date_of(facts.getValidFrom());
  if (facts.hasValidUntil()) plan.valid_until = date_of(facts.getValidUntil());
  if (const auto before = reference_of(event.header, schema::RefType::SUPERSEDES))
    for (Plan& known : plans_)
      if (known.event == *before) known.superseded_from = plan.valid_from;
  plans_.push_back(plan);
}

void Plans::task_assigned(const Recorded& event) {
  const auto facts = event.header.getFacts().getTaskAssigned();
  tasks_.push_back({event_id(event), facts.getTaskKind(), id_or_zero<ActorId>(facts.getToActor()), id_or_zero<SubjectId>(facts.getToSubject()),
                    id_or_zero<OrganisationId>(facts.getToOrg()), facts.getPower().size() > 0, reference_of(event.header, schema::RefType::DISCUSSED_IN)});
  for (const EventId& concerned : references_of(event.header, schema::RefType::CONCERNS))
    for (Goal& goal : goals_)
      if (goal.event == concerned) ++goal.tasks;
}

void Plans::task_updated(const Recorded& event) {
  if (const auto updated = reference_of(event.header, schema::RefType::CONCERNS))
    for (Task& task : tasks_)
      if (task.event == *updated) task.status = event.header.getFacts().getTaskUpdated().getStatus();
}

void Plans::intervention_started(const Recorded& event) {
  const auto facts = event.header.getFacts().getInterventionStarted();
  interventions_.push_back(
      {event_id(event), facts.getIntervention(), id_or_zero<OrganisationId>(facts.getOrg()), local_date(occurred_at(event)), {}});
}

void Plans::intervention_ended(const Recorded& event) {
  if (const auto ended = reference_of(event.header, schema::RefType::ENDS))
    for (StartedIntervention& one : interventions_)
      if (one.event == *ended) one.ended_on = local_date(occurred_at(event));
}

bool Plans::provides_help(const OrganisationId& org, const Date& on) const {
  return std::ranges::any_of(interventions_, [&](const StartedIntervention& one) {
    return one.org == org && one.from <= on && (!one.ended_on || on < *one.ended_on);
  });
}

const Goal* Plans::goal(const EventId& event) const { return find_event(goals_, event); }
const Plan* Plans::plan(const EventId& event) const { return find_event(plans_, event); }
const Task* Plans::task(const EventId& event) const { return find_event(tasks_, event); }

const StartedIntervention* Plans::intervention(const EventId& event) const { return find_event(interventions_, event); }

bool Plans::has_plan(schema::PlanType type, Micros at) const {
  return std::ranges::any_of(plans_, [&](const Plan& p) { return p.type == type && p.occurred <= at; });
}

const Plan* Plans::in_force(schema::PlanType type, const Date& on) const {
  const Plan* last = nullptr;
  for (const Plan& plan : plans_)
    if (plan.type == type && plan.in_force(on)) last = &plan;
  return last;
}

bool Plans::was_in_family_plan(const EventId& goal) const {
  return std::ranges::any_of(plans_, [&](const Plan& p) { return p.type == schema::PlanType::FAMILY_PLAN && names(p.goals, goal); });
}

unsigned Plans::open_main_goals() const {
  return static_cast<unsigned>(std::ranges::count_if(goals_, [](const Goal& g) { return g.is_main() && g.is_open(); }));
}

unsigned Plans::active_main_goals(const Date& on) const {
  return static_cast<unsigned>(std::ranges::count_if(goals_, [&](const Goal& g) { return g.is_main() && g.is_active(on); }));
}

}  // namespace inzicht
