#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening goal(Horizon horizon, GoalLevel level, const std::string& start = "2020-01-01", const std::string& end = "2021-01-01") {
  Happening h(801, "2020-02-03 10:00");
  auto f = h.facts().initGoalSet();
  f.setHorizon(horizon);
  f.setLevel(level);
  f.setOwner(GoalOwner::JOINT_OWNER);
  fill_date(f.initStartOn(), start);
  fill_date(f.initEndOn(), end);
  return h.fills(0, {0});
}
Happening plan(PlanType type, const std::vector<EventId>& goals, const std::vector<PlanSection>& sections, const std::string& from = "2020-02-10") {
  Happening h(804, "2020-02-10 10:00");
  auto f = h.facts().initPlanAdopted();
  f.setPlanType(type);
  f.setVersion(2);
  fill_codes(f.initSections(static_cast<unsigned>(sections.size())), sections);
  auto list = f.initGoals(static_cast<unsigned>(goals.size()));
  for (unsigned i = 0; i < goals.size(); ++i) list.set(i, data(goals[i]));
  fill_date(f.initValidFrom(), from);
  return h;
}
Happening task(TaskKind kind, const EventId& about) {
  Happening h(806, "2020-02-05 10:00");
  auto f = h.facts().initTaskAssigned();
  f.setTaskKind(kind);
  f.setToActor(data(actor("w3")));
  return h.refers(RefType::CONCERNS, about);
}
Happening closing(ClosingOutcome outcome) {
  Happening h(1101, "2020-09-13 11:00");
  h.facts().initClosingDecided().setOutcome(outcome);
  return h;
}
using enum PlanSection;
const std::vector<PlanSection> whole{ANALYSIS, STRENGTHS, FAMILY_VIEW, PROFESSIONAL_VIEW, PlanSection::END_GOAL, TIMELINE, TASK_DIVISION,
                                     NETWORK_PART, COMMITMENTS, FAMILY_LANGUAGE};

}  // namespace

TEST_CASE("a short-term goal is part of a long-term goal", "[rule:MOT-04]") {
  Given g;
  CHECK_FALSE(g.fails("MOT-04", goal(Horizon::LONG, GoalLevel::GOAL)));
  auto s = goal(Horizon::SHORT, GoalLevel::GOAL);
  CHECK(g.fails("MOT-04", s));
  const EventId longer = g.record(goal(Horizon::LONG, GoalLevel::END_GOAL));
  CHECK_FALSE(g.fails("MOT-04", s.refers(RefType::PART_OF, longer)));
  const EventId shorter = g.record(goal(Horizon::SHORT, GoalLevel::GOAL));
  CHECK(g.fails("MOT-04", goal(Horizon::SHORT, GoalLevel::GOAL).refers(RefType::PART_OF, shorter)));
}

TEST_CASE("a family plan has an analysis, a goal, a timeline and somebody for each task", "[rule:PLAN-02]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  CHECK_FALSE(g.fails("PLAN-02", plan(PlanType::FAMILY_PLAN, {aim}, whole)));
  CHECK(g.values_of("PLAN-02", plan(PlanType::FAMILY_PLAN, {}, {ANALYSIS, TIMELINE}))["missing"] == "taskDivision,goals");
  CHECK_FALSE(g.fails("PLAN-02", plan(PlanType::PVA_LONG, {}, {})));
  auto nobody = task(TaskKind::ACTION, aim);
  nobody.facts().getTaskAssigned().disownToActor();
  const EventId lost = g.record(nobody);
  auto p = plan(PlanType::FAMILY_PLAN, {aim}, whole);
  p.facts().getPlanAdopted().initTasks(1).set(0, data(lost));
  CHECK(g.values_of("PLAN-02", p)["missing"] == to_text(lost));
}

TEST_CASE("a plan says when and with whom it is evaluated", "[rule:PLAN-03]") {
  Given g;
  auto p = plan(PlanType::FAMILY_PLAN, {}, whole);
  CHECK(g.fails("PLAN-03", p));
  p.facts().getPlanAdopted().initEvaluationAt().setMicros(local("2020-09-01 10:00"));
  CHECK(g.fails("PLAN-03", p));
  p.facts().getPlanAdopted().initEvaluationWith(1)[0].setActor(data(actor("w3")));
  CHECK_FALSE(g.fails("PLAN-03", p));
}

TEST_CASE("five goals are enough and six are too many", "[rule:PLAN-04]") {
  Given g;
  EventId last;
  for (int i = 0; i < 5; ++i) last = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  CHECK_FALSE(g.fails("PLAN-04", plan(PlanType::FAMILY_PLAN, {last}, whole)));
  CHECK(g.values_of("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL))["n"] == "6");
  CHECK_FALSE(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::WORK_POINT)));
  CHECK_FALSE(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL).refers(RefType::SUPERSEDES, last)));
}

TEST_CASE("who can carry fewer has three goals at a time", "[rule:PLAN-04]") {
  Given g;
  for (int i = 0; i < 3; ++i) g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  CHECK_FALSE(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL)));
  Happening adapted(202, "2020-01-01 10:00");
  auto p = adapted.facts().initPersonRecorded().initPersons(1)[0];
  p.setSubject(data(person("J")));
  p.setInHousehold(YesNoUnknown::YES);
  p.initAdaptations(1).set(0, Adaptation::REDUCED_GOAL_LOAD);
  g.record(adapted);
  CHECK(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL)));
  CHECK_FALSE(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL, "2020-06-01")));
}

TEST_CASE("a goal is somebody's, in their own words, from when until when", "[rule:PLAN-05]") {
  Given g;
  CHECK_FALSE(g.fails("PLAN-05", goal(Horizon::LONG, GoalLevel::GOAL)));
  auto bare = goal(Horizon::LONG, GoalLevel::GOAL);
  bare.facts().initGoalSet().setOwner(GoalOwner::FAMILY_MEMBER);
  bare.header().initParts(0);
  CHECK(g.values_of("PLAN-05", bare)["missing"] == "owner,startOn,endOn,familyWords");
}

TEST_CASE("by the first family plan that holds it somebody works on a goal", "[rule:PLAN-05]") {
  Given g;
  const EventId end = g.record(goal(Horizon::LONG, GoalLevel::END_GOAL));
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  CHECK(g.values_of("PLAN-05", plan(PlanType::FAMILY_PLAN, {end, aim}, whole))["missing"] == to_text(aim));
  CHECK_FALSE(g.fails("PLAN-05", plan(PlanType::PVA_LONG, {end, aim}, whole)));
  g.record(task(TaskKind::ACTION, aim));
  CHECK_FALSE(g.fails("PLAN-05", plan(PlanType::FAMILY_PLAN, {end, aim}, whole)));
}

TEST_CASE("a family plan shows the view of the family and that of the professionals", "[rule:PLAN-06]") {
  Given g;
  CHECK_FALSE(g.fails("PLAN-06", plan(PlanType::FAMILY_PLAN, {}, whole).fills(0, {3, 4})));
  CHECK(g.values_of("PLAN-06", plan(PlanType::FAMILY_PLAN, {}, whole).fills(0, {4}))["sections"] == "problemFamily");
  CHECK(g.fails("PLAN-06", plan(PlanType::FAMILY_PLAN, {}, {STRENGTHS}).fills(0, {3, 4})));
}

TEST_CASE("help rests on a strategic weighing and has an evaluation date", "[rule:PLAN-09]") {
  Given g;
  Happening weighing(502, "2020-02-01 10:00");
  weighing.facts().initDecisionTaken().setDecisionClass(DecisionClass::STRATEGIC_WEIGHING);
  const EventId weighed = g.record(weighing);
  Happening help(808, "2020-02-03 10:00");
  auto f = help.facts().initInterventionStarted();
  f.setHelpBasis(HelpBasis::EMERGENCY);
  fill_date(f.initEvaluateOn(), "2020-06-01");
  CHECK(g.fails("PLAN-09", help));
  CHECK_FALSE(g.fails("PLAN-09", help.refers(RefType::BASED_ON, weighed)));
  help.facts().getInterventionStarted().disownEvaluateOn();
  CHECK(g.fails("PLAN-09", help));
}

TEST_CASE("a second family plan takes the place of the first, from the day it starts", "[rule:PLAN-11]") {
  Given g;
  const EventId first = g.record(plan(PlanType::FAMILY_PLAN, {}, whole));
  auto second = plan(PlanType::FAMILY_PLAN, {}, whole, "2020-05-01").at("2020-05-01 10:00");
  CHECK(g.values_of("PLAN-11", second)["version"] == "2");
  CHECK_FALSE(g.fails("PLAN-11", plan(PlanType::SUB_PLAN, {}, whole)));
  CHECK_FALSE(g.fails("PLAN-11", second.refers(RefType::SUPERSEDES, first)));
  CHECK_FALSE(g.fails("PLAN-11", plan(PlanType::FAMILY_PLAN, {}, whole).at("2020-02-09 10:00")));
}

TEST_CASE("closing is decided in a closing MDO, unless the family moved away", "[rule:CLOSE-01]") {
  Given g;
  Happening held(501, "2020-09-13 10:00");
  held.facts().initMeetingHeld().setMeetingType(MeetingType::AFSLUITEND_MDO);
  const EventId meeting = g.record(held);
  CHECK(g.fails("CLOSE-01", closing(ClosingOutcome::ENDED)));
  CHECK_FALSE(g.fails("CLOSE-01", closing(ClosingOutcome::MOVED_AWAY)));
  CHECK_FALSE(g.fails("CLOSE-01", closing(ClosingOutcome::ENDED).refers(RefType::DISCUSSED_IN, meeting)));
}

TEST_CASE("a case that has ended lists no goal as open", "[rule:CLOSE-02]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  const EventId step = g.record(goal(Horizon::LONG, GoalLevel::WORK_POINT));
  auto c = closing(ClosingOutcome::ENDED);
  CHECK_FALSE(g.fails("CLOSE-02", c));
  c.facts().getClosingDecided().initOpenGoals(1).set(0, data(step));
  CHECK_FALSE(g.fails("CLOSE-02", c));
  c.facts().getClosingDecided().getOpenGoals().set(0, data(aim));
  CHECK(g.values_of("CLOSE-02", c)["goals"] == to_text(aim));
}

TEST_CASE("enforcement only needs a task with power, somebody for the child's safety and a regisseur", "[rule:CLOSE-03]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  g.involve("p1", "O9", Role::POLICE, InvolvementTask::ENFORCEMENT);
  auto enforce = task(TaskKind::ENFORCEMENT, aim);
  enforce.facts().getTaskAssigned().setToActor(data(actor("p1")));
  enforce.facts().getTaskAssigned().setPower("SV-53");
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  auto c = closing(ClosingOutcome::REPRESSION_ONLY).fills(0, {0, 3});
  CHECK(g.fails("CLOSE-03", c));
  g.record(enforce);
  CHECK(g.fails("CLOSE-03", c));
  g.assign(SingleFunction::REGISSEUR, "r1", "2020-01-01");
  CHECK_FALSE(g.fails("CLOSE-03", c));
  c.header().initParts(0);
  CHECK(g.fails("CLOSE-03", c));
}

TEST_CASE("scaling down names who goes on and with which goals", "[rule:CLOSE-04]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  auto c = closing(ClosingOutcome::SCALED_DOWN);
  c.facts().getClosingDecided().setAftercareOrg(data(org("O2")));
  CHECK(g.fails("CLOSE-04", c));
  c.facts().getClosingDecided().initOpenGoals(1).set(0, data(aim));
  CHECK_FALSE(g.fails("CLOSE-04", c));
  c.facts().getClosingDecided().disownAftercareOrg();
  CHECK(g.fails("CLOSE-04", c));
}

TEST_CASE("ending or scaling down agrees aftercare, contact and a plan against relapse in force", "[rule:CLOSE-05]") {
  Given g;
  auto c = closing(ClosingOutcome::ENDED);
  auto f = c.facts().getClosingDecided();
  f.setAftercare(AftercareKind::NONE_OWN_STRENGTH);
  f.setContactAgreed(YesNoUnknown::YES);
  f.initContactEvery().setMonths(2);
  f.setRelapsePlan(YesNoUnknown::YES);
  CHECK(g.fails("CLOSE-05", c));
  g.record(plan(PlanType::RELAPSE_PREVENTION, {}, {}, "2020-09-13"));
  CHECK_FALSE(g.fails("CLOSE-05", c));
  CHECK(g.fails("CLOSE-05", c.at("2020-09-12 11:00")));
  f.setAftercare(AftercareKind::LOCAL_STRUCTURE);
  CHECK(g.fails("CLOSE-05", c.at("2020-09-13 11:00")));
  CHECK_FALSE(g.fails("CLOSE-05", closing(ClosingOutcome::DIED)));
}
