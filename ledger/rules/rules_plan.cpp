// PLAN and MOT: goals that people own, one plan for one family, help that was weighed.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Section = schema::PlanSection;
using Sections = CodeSet<Section>;

constexpr std::uint32_t goal_part = 8010, plan_part = 8040;
constexpr unsigned family_words = 0;                               // of the goal
constexpr unsigned problem_family = 3, problem_professionals = 4;  // of the plan

Failure missing_values(const std::string& missing, const char* name = "missing") {
  return missing.empty() ? std::nullopt : Failure(Values{{name, missing}});
}

bool is_family_plan(const Check& c) { return c.facts.getPlanAdopted().getPlanType() == schema::PlanType::FAMILY_PLAN; }
Sections sections_of(const Check& c) { return Sections::of(c.facts.getPlanAdopted().getSections()); }

// MOT-04 (seed 000 L427-435, L616-622): a short-term goal is part of a long-term one, and survival carries no long term.
Failure mot_04(const Check& c) {
  if (c.kind == 702) {
    const auto facts = c.facts.getMotivationAssessed();
    const bool survives = facts.getHorizon() == schema::Horizon::LONG && facts.getDriver() == schema::MotivationDriver::SURVIVAL;
    return survives ? Failure(Values{}) : std::nullopt;
  }
  if (c.facts.getGoalSet().getHorizon() != schema::Horizon::SHORT) return std::nullopt;
  const auto whole = reference_of(c.header, schema::RefType::PART_OF);
  if (!whole) return Values{};
  const Goal* goal = c.state() == nullptr ? nullptr : c.state()->plans().goal(*whole);
  return goal == nullptr || goal->horizon == schema::Horizon::LONG ? std::nullopt : Failure(Values{});
}

// PLAN-02 (seed 001 L867-872): an analysis, a goal, who does what and when.
Failure plan_02(const Check& c) {
  if (!is_family_plan(c)) return std::nullopt;
  const auto facts = c.facts.getPlanAdopted();
  constexpr Sections asked{Section::ANALYSIS, Section::TASK_DIVISION, Section::TIMELINE};
  std::string missing = codes_text(asked.without(sections_of(c)));
  if (facts.getGoals().size() == 0) append(missing, "goals");
  for (const EventId& event : ids_of<EventId>(facts.getTasks())) {
    const Task* task = c.state() == nullptr ? nullptr : c.state()->plans().task(event);
    if (task != nullptr && !task->has_party()) append(missing, to_text(event));
  }
  return missing_values(missing);
}

// PLAN-03 (seed 003 L1341-1342): when, and with whom, the plan is evaluated.
Failure plan_03(const Check& c) {
  const auto facts = c.facts.getPlanAdopted();
  return facts.hasEvaluationAt() && facts.getEvaluationWith().size() > 0 ? std::nullopt : Failure(Values{});
}

// PLAN-04 (seed 003 L1482-1487): few goals, and fewer at a time for who can carry fewer.
Failure plan_04(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const Plans& plans = c.state()->plans();
  std::uint64_t open = plans.open_main_goals();
  std::uint64_t active = plans.active_main_goals(c.t.on);
  if (c.kind == 801) {
    const auto goal = c.facts.getGoalSet();
    const bool main = goal.getLevel() == schema::GoalLevel::GOAL || goal.getLevel() == schema::GoalLevel::END_GOAL;
    const auto replaced = reference_of(c.header, schema::RefType::SUPERSEDES);
    const Goal* before = replaced ? plans.goal(*replaced) : nullptr;
    const bool takes_a_place = before != nullptr && before->is_main() && before->is_open();
    const bool starts_now = (!goal.hasStartOn() || date_of(goal.getStartOn()) <= c.t.on) && (!goal.hasEndOn() || c.t.on <= date_of(goal.getEndOn()));
    open += main ? 1 : 0;
    open -= takes_a_place ? 1 : 0;
    active += main && starts_now ? 1 : 0;
    active -= takes_a_place && before->is_active(c.t.on) ? 1 : 0;
  }
  const auto too_many = [](std::uint64_t n, std::uint64_t max) { return Values{{"n", std::to_string(n)}, {"max", std::to_string(max)}}; };
  if (open > c.parameters.max_goals) return too_many(open, c.parameters.max_goals);
  if (active > c.parameters.max_goals_reduced && c.state()->people().reduced_goal_load(c.t.at)) return too_many(active, c.parameters.max_goals_reduced);
  return std::nullopt;
}

Failure goal_complete(const Check& c) {
  const auto goal = c.facts.getGoalSet();
  using enum schema::GoalOwner;
  const auto owner = goal.getOwner();
  const bool named = owner != UNSET && (owner != FAMILY_MEMBER || goal.hasOwnerSubject()) && (owner != PROFESSIONAL || goal.hasOwnerActor());
  std::string missing;
  if (!named) append(missing, "owner");
  if (!goal.hasStartOn()) append(missing, "startOn");
  if (!goal.hasEndOn()) append(missing, "endOn");
  if (!c.filled(goal_part, family_words)) append(missing, "familyWords");
  return missing_values(missing);
}

// PLAN-05 (seed 003 L1332-1333, L1463-1477): a goal is somebody's, in their own words, and somebody works on it.
Failure plan_05(const Check& c) {
  if (c.kind == 801) return goal_complete(c);
  if (c.state() == nullptr || !is_family_plan(c)) return std::nullopt;
  const Plans& plans = c.state()->plans();
  std::string missing;
  for (const EventId& event : ids_of<EventId>(c.facts.getPlanAdopted().getGoals())) {
    const Goal* goal = plans.goal(event);
    const bool asked = goal != nullptr && goal->level != schema::GoalLevel::END_GOAL && !plans.was_in_family_plan(event);
    if (asked && goal->tasks == 0) append(missing, to_text(event));
  }
  return missing_values(missing);
}

// PLAN-06 (seed 002 L552-553; seed 003 L2788-2791): both sides show, in the family's language.
Failure plan_06(const Check& c) {
  if (!is_family_plan(c)) return std::nullopt;
  constexpr Sections asked{Section::STRENGTHS,   Section::FAMILY_VIEW,  Section::PROFESSIONAL_VIEW, Section::END_GOAL,
                           Section::COMMITMENTS, Section::NETWORK_PART, Section::FAMILY_LANGUAGE};
  std::string missing = codes_text(asked.without(sections_of(c)));
  if (!c.filled(plan_part, problem_family)) append(missing, "problemFamily");
  if (!c.filled(plan_part, problem_professionals)) append(missing, "problemProfessionals");
  return missing_values(missing, "sections");
}

// PLAN-09 (seed 002 L585-588): help is weighed, and looked back on at a date.
Failure plan_09(const Check& c) {
  const auto weighed = [&](const EventId& event) {
    const DecisionNote* decision = c.state() == nullptr ? nullptr : c.state()->course().decision(event);
    return decision != nullptr && decision->cls == schema::DecisionClass::STRATEGIC_WEIGHING;
  };
  const bool rests = std::ranges::any_of(references_of(c.header, schema::RefType::BASED_ON), weighed);
  return rests && c.facts.getInterventionStarted().hasEvaluateOn() ? std::nullopt : Failure(Values{});
}

// PLAN-11 (seed 000 L115; seed 001 L1263-1265): one family, one plan.
Failure plan_11(const Check& c) {
  if (c.state() == nullptr || !is_family_plan(c)) return std::nullopt;
  const Plan* current = c.state()->plans().in_force(schema::PlanType::FAMILY_PLAN, c.t.on);
  if (current == nullptr || reference_of(c.header, schema::RefType::SUPERSEDES) == current->event) return std::nullopt;
  return Values{{"version", std::to_string(current->version)}};
}

}  // namespace

std::vector<Rule> plan_rules() {
  return {{"MOT-04", {702, 801}, mot_04},  {"PLAN-02", {804}, plan_02}, {"PLAN-03", {804}, plan_03}, {"PLAN-04", {801, 804}, plan_04},
          {"PLAN-05", {801, 804}, plan_05}, {"PLAN-06", {804}, plan_06}, {"PLAN-09", {808}, plan_09}, {"PLAN-11", {804}, plan_11}};
}

}  // namespace inzicht
