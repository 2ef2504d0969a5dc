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
Happening changed(const EventId& about, GoalStatus status, const std::string& at = "2020-06-01 10:00") {
  Happening h(802, at);
  h.facts().initGoalChanged().setStatus(status);
  return h.refers(RefType::CONCERNS, about);
}
Happening closed(const EventId& decision) {
  Happening h(1102, "2020-09-20 09:00");
  h.facts().initCaseStatusChanged().setStatus(CaseStatus::CLOSED);
  return h.refers(RefType::EXECUTES, decision);
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

TEST_CASE("motivation for the long term does not rest on survival", "[rule:MOT-04]") {
  Given g;
  Happening m(702, "2020-02-03 10:00");
  auto f = m.facts().initMotivationAssessed();
  f.setHorizon(Horizon::LONG);
  f.setDriver(MotivationDriver::SURVIVAL);
  CHECK(g.fails("MOT-04", m));
  f.setDriver(MotivationDriver::INSIGHT);
  CHECK_FALSE(g.fails("MOT-04", m));
  f.setHorizon(Horizon::SHORT);
  f.setDriver(MotivationDriver::SURVIVAL);
  CHECK_FALSE(g.fails("MOT-04", m));
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

TEST_CASE("a goal that was reached, dropped or replaced no longer counts, one that is paused or not reached does", "[rule:PLAN-04]") {
  Given g;
  EventId last;
  for (int i = 0; i < 5; ++i) last = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  for (auto status : {GoalStatus::REACHED, GoalStatus::DROPPED, GoalStatus::REPLACED}) {
    Given h = g;
    h.record(changed(last, status, "2020-02-02 10:00"));
    CHECK_FALSE(h.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL)));
  }
  for (auto status : {GoalStatus::PAUSED, GoalStatus::NOT_REACHED, GoalStatus::PARTLY_REACHED}) {
    Given h = g;
    h.record(changed(last, status, "2020-02-02 10:00"));
    CHECK(h.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL)));
  }
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

TEST_CASE("a paused goal asks nothing of who can carry fewer", "[rule:PLAN-04]") {
  Given g;
  EventId last;
  for (int i = 0; i < 3; ++i) last = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  Happening adapted(202, "2020-01-01 10:00");
  auto p = adapted.facts().initPersonRecorded().initPersons(1)[0];
  p.setSubject(data(person("J")));
  p.setInHousehold(YesNoUnknown::YES);
  p.initAdaptations(1).set(0, Adaptation::REDUCED_GOAL_LOAD);
  g.record(adapted);
  CHECK(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL)));
  g.record(changed(last, GoalStatus::PAUSED, "2020-02-02 10:00"));
  CHECK_FALSE(g.fails("PLAN-04", goal(Horizon::LONG, GoalLevel::GOAL)));
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

TEST_CASE("a case has ended when every main goal is reached, dropped or replaced, whatever the closing lists", "[rule:CLOSE-02]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  const EventId end = g.record(goal(Horizon::LONG, GoalLevel::END_GOAL));
  g.record(goal(Horizon::LONG, GoalLevel::WORK_POINT));
  const auto c = closing(ClosingOutcome::ENDED);
  CHECK(g.values_of("CLOSE-02", c)["goals"] == to_text(aim) + "," + to_text(end));
  g.record(changed(end, GoalStatus::REACHED));
  g.record(changed(aim, GoalStatus::PARTLY_REACHED));
  CHECK(g.values_of("CLOSE-02", c)["goals"] == to_text(aim));
  CHECK_FALSE(g.fails("CLOSE-02", closing(ClosingOutcome::SCALED_DOWN)));
  g.record(changed(aim, GoalStatus::DROPPED));
  CHECK_FALSE(g.fails("CLOSE-02", c));
}

TEST_CASE("an evaluation says how a goal stands as a change does, and the later of the two counts", "[rule:CLOSE-02]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  Happening evaluated(1001, "2020-07-01 10:00");
  auto result = evaluated.facts().initEvaluationHeld().initResults(1)[0];
  result.setGoal(data(aim));
  result.setStatus(GoalStatus::REACHED);
  g.record(evaluated);
  CHECK_FALSE(g.fails("CLOSE-02", closing(ClosingOutcome::ENDED)));
  g.record(changed(aim, GoalStatus::NOT_REACHED, "2020-06-30 10:00"));
  CHECK_FALSE(g.fails("CLOSE-02", closing(ClosingOutcome::ENDED)));
  g.record(changed(aim, GoalStatus::ACTIVE, "2020-07-01 10:00"));
  CHECK(g.fails("CLOSE-02", closing(ClosingOutcome::ENDED)));
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

TEST_CASE("an enforcing party whose involvement ended, or whose task was withdrawn, no longer counts", "[rule:CLOSE-03]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  g.assign(SingleFunction::REGISSEUR, "r1", "2020-01-01");
  const auto enforces = [&](const char* who) {
    auto t = task(TaskKind::ENFORCEMENT, aim);
    t.facts().getTaskAssigned().setToActor(data(actor(who)));
    t.facts().getTaskAssigned().setPower("SV-53");
    return g.record(t);
  };
  const EventId first = enforces("p1");
  const EventId second = g.involve("p2", "O9", Role::POLICE, InvolvementTask::ENFORCEMENT);
  const auto c = closing(ClosingOutcome::REPRESSION_ONLY).fills(0, {0, 3});
  CHECK(g.fails("CLOSE-03", c));
  Happening left(205, "2020-09-13 09:00");
  fill_date(left.facts().initInvolvementEnded().initUntil(), "2020-09-13");
  g.record(left.refers(RefType::ENDS, second));
  CHECK_FALSE(g.fails("CLOSE-03", c));
  Happening updated(807, "2020-09-12 10:00");
  updated.facts().initTaskUpdated().setStatus(TaskStatus::WITHDRAWN);
  g.record(updated.refers(RefType::CONCERNS, first));
  CHECK(g.fails("CLOSE-03", c));
}

TEST_CASE("at closing, tasks without an end and people still involved are loose ends", "[rule:CLOSE-06]") {
  Given g;
  const EventId helper = g.involve("b1", "O14", Role::SPECIALIST);
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  const EventId open = g.record(task(TaskKind::ACTION, aim));
  auto c = closing(ClosingOutcome::SCALED_DOWN);
  c.facts().getClosingDecided().setAftercareOrg(data(org("O2")));  // of w3, whose task it is
  const EventId decided = g.record(c);
  CHECK(g.values_of("CLOSE-06", closed(decided))["items"] == to_text(helper));
  auto elsewhere = closing(ClosingOutcome::ENDED);
  const EventId ended = g.record(elsewhere);
  CHECK(g.values_of("CLOSE-06", closed(ended))["items"].starts_with(to_text(open)));
  auto reopened = closed(ended);
  reopened.facts().getCaseStatusChanged().setStatus(CaseStatus::REOPENED);
  CHECK_FALSE(g.fails("CLOSE-06", reopened));
}

TEST_CASE("an involvement that ends on the day of closing is no loose end, one that ends a day later is", "[rule:CLOSE-06]") {
  Given g;
  const EventId helper = g.involve("b1", "O14", Role::SPECIALIST);
  auto c = closing(ClosingOutcome::SCALED_DOWN);
  c.facts().getClosingDecided().setAftercareOrg(data(org("O2")));
  const EventId decided = g.record(c);
  const auto ends = [&](const char* until) {
    Given h = g;
    Happening left(205, "2020-09-13 12:00");
    fill_date(left.facts().initInvolvementEnded().initUntil(), until);
    h.record(left.refers(RefType::ENDS, helper));
    return h;
  };
  CHECK_FALSE(ends("2020-09-20").fails("CLOSE-06", closed(decided)));
  CHECK(ends("2020-09-21").fails("CLOSE-06", closed(decided)));
}

TEST_CASE("enforcement under a regisseur, and aftercare by the same professional, may stay open", "[rule:CLOSE-06]") {
  Given g;
  const EventId aim = g.record(goal(Horizon::LONG, GoalLevel::GOAL));
  g.involve("p1", "O9", Role::POLICE, InvolvementTask::ENFORCEMENT);
  auto enforce = task(TaskKind::ENFORCEMENT, aim);
  enforce.facts().getTaskAssigned().setToActor(data(actor("p1")));
  enforce.facts().getTaskAssigned().setPower("SV-53");
  g.record(enforce);
  g.record(task(TaskKind::AFTERCARE, aim));
  g.involve("r1", "O1", Role::REGISSEUR, InvolvementTask::DIRECTION);
  auto c = closing(ClosingOutcome::REPRESSION_ONLY);
  c.facts().getClosingDecided().setAftercare(AftercareKind::SAME_PROFESSIONAL);
  CHECK_FALSE(g.fails("CLOSE-06", closed(g.record(c))));
  CHECK(g.fails("CLOSE-06", closed(g.record(closing(ClosingOutcome::ENDED)))));
}

TEST_CASE("a request without a decision and an escalation without an answer are loose ends", "[rule:CLOSE-06]") {
  Given g;
  auto c = closing(ClosingOutcome::SCALED_DOWN);
  c.facts().getClosingDecided().setAftercareOrg(data(org("O2")));
  const EventId decided = g.record(c);
  CHECK_FALSE(g.fails("CLOSE-06", closed(decided)));
  Happening request(1201, "2020-05-01 10:00");
  request.facts().initRequestReceived();
  g.record(request);
  CHECK(g.values_of("CLOSE-06", closed(decided))["items"] == to_text(request.id()));
  Happening longer(1202, "2020-05-02 10:00");
  longer.facts().initRequestDecided().setDecision(RequestDecision::EXTENDED);
  g.record(longer.refers(RefType::ANSWERS, request.id()));
  CHECK(g.fails("CLOSE-06", closed(decided)));
  Happening granted(1202, "2020-05-03 10:00");
  granted.facts().initRequestDecided().setDecision(RequestDecision::GRANTED);
  g.record(granted.refers(RefType::ANSWERS, request.id()));
  CHECK_FALSE(g.fails("CLOSE-06", closed(decided)));
  Happening raised(1003, "2020-05-04 10:00");
  raised.facts().initEscalated().setLevel(EscalationLevel::REMINDER);
  g.record(raised);
  CHECK(g.fails("CLOSE-06", closed(decided)));
  Happening answered(303, "2020-05-05 10:00");
  answered.facts().initFeedbackGiven();
  g.record(answered.refers(RefType::ANSWERS, raised.id()));
  CHECK_FALSE(g.fails("CLOSE-06", closed(decided)));
}
