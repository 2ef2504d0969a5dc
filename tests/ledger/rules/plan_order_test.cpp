#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening goal(Horizon horizon, const std::string& at = "2020-02-08 10:00") {
  Happening h(801, at);
  auto f = h.facts().initGoalSet();
  f.setHorizon(horizon);
  f.setLevel(GoalLevel::GOAL);
  return h;
}
Happening plan(PlanType type, const std::string& at = "2020-02-12 10:00", PlanCooperation cooperation = PlanCooperation::WITH_FAMILY) {
  Happening h(804, at);
  auto f = h.facts().initPlanAdopted();
  f.setPlanType(type);
  f.setCooperation(cooperation);
  fill_codes(f.initSections(2), std::vector{PlanSection::EFFORT_FAMILY, PlanSection::EFFORT_PROFESSIONALS});
  return h;
}
Happening met(MeetingType type, const std::string& at = "2020-02-10 14:00", Presence family = Presence::ABSENT_INVITED) {
  Happening h(501, at);
  h.facts().initMeetingHeld().setMeetingType(type);
  h.facts().getMeetingHeld().setFamilyPresence(family);
  return h;
}
Happening analysed(YesNoUnknown earlier_help, const std::string& at = "2020-02-11 10:00") {
  Happening h(601, at);
  h.facts().initStartAnalysisMade().setEarlierHelp(earlier_help);
  return h;
}
Happening motivated(const std::string& who, BalmPhase phase, Horizon horizon = Horizon::LONG, MotivationDriver driver = MotivationDriver::INSIGHT) {
  Happening h(702, "2020-02-07 10:00");
  auto f = h.facts().initMotivationAssessed();
  f.setWho(data(person(who)));
  f.setPhase(phase);
  f.setHorizon(horizon);
  f.setDriver(driver);
  return h;
}
Happening heard(const std::string& at = "2020-02-11 10:00") {
  Happening h(503, at);
  h.facts().initPersonHeard().setHeard(data(person("J")));
  return h;
}
EventId with_start_analysis(Given& g) { return g.record(analysed(YesNoUnknown::NO, "2020-01-10 10:00")); }

}  // namespace

TEST_CASE("in the first MDO no goal or plan is made before the start analysis, in the second one may", "[rule:MEET-02]") {
  Given g;
  const EventId first = g.record(met(MeetingType::MDO));
  const EventId second = g.record(met(MeetingType::MDO, "2020-02-10 14:01"));
  const auto in_first = [&] { return goal(Horizon::SHORT, "2020-02-11 10:00").refers(RefType::DISCUSSED_IN, first); };
  CHECK(g.fails("MEET-02", in_first()));
  CHECK(g.fails("MEET-02", plan(PlanType::PVA_SHORT).refers(RefType::DISCUSSED_IN, first)));
  CHECK_FALSE(g.fails("MEET-02", goal(Horizon::SHORT).refers(RefType::DISCUSSED_IN, second)));
  CHECK_FALSE(g.fails("MEET-02", goal(Horizon::SHORT)));
  g.record(analysed(YesNoUnknown::YES));
  CHECK_FALSE(g.fails("MEET-02", in_first()));
  CHECK(g.fails("MEET-02", in_first().at("2020-02-11 09:59")));
}

TEST_CASE("the first long-term goal rests on the insight of a parent, at least being open", "[rule:MOT-01]") {
  Given g;
  CHECK_FALSE(g.fails("MOT-01", goal(Horizon::SHORT)));
  CHECK(g.fails("MOT-01", goal(Horizon::LONG)));
  g.record(motivated("J", BalmPhase::NOG_NIET_OPEN));
  g.record(motivated("J", BalmPhase::DOEN, Horizon::SHORT));
  g.record(motivated("J", BalmPhase::DOEN, Horizon::LONG, MotivationDriver::OUTSIDE_PRESSURE));
  CHECK(g.fails("MOT-01", goal(Horizon::LONG)));
  g.record(motivated("J", BalmPhase::OPENSTAAN));
  CHECK_FALSE(g.fails("MOT-01", goal(Horizon::LONG)));
  CHECK(g.fails("MOT-01", goal(Horizon::LONG, "2020-02-07 09:59")));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"minBalmPhase", "begrijpen"}});
  CHECK(g.fails("MOT-01", goal(Horizon::LONG)));
}

TEST_CASE("a child's own motivation carries the child's goal and nobody else's", "[rule:MOT-01]") {
  Given g;
  g.add_person("K", "2008-04", AgeBand::UNDER12, PersonRole::CHILD);
  g.record(motivated("K", BalmPhase::WILLEN));
  auto own = goal(Horizon::LONG);
  CHECK(g.fails("MOT-01", own));
  own.facts().getGoalSet().setOwnerSubject(data(person("K")));
  CHECK_FALSE(g.fails("MOT-01", own));
  const EventId set = g.record(own);
  auto of_child = plan(PlanType::PVA_LONG);
  CHECK(g.fails("MOT-01", of_child));
  of_child.facts().getPlanAdopted().initGoals(1).set(0, data(set));
  CHECK_FALSE(g.fails("MOT-01", of_child));
}

TEST_CASE("only the first long-term goal and the first plan ask for motivation", "[rule:MOT-01]") {
  Given g;
  g.record(goal(Horizon::LONG));
  CHECK_FALSE(g.fails("MOT-01", goal(Horizon::LONG, "2020-02-09 10:00")));
  CHECK(g.fails("MOT-01", plan(PlanType::PVA_LONG)));
  CHECK_FALSE(g.fails("MOT-01", plan(PlanType::PVA_SHORT)));
  g.record(plan(PlanType::PVA_LONG));
  CHECK_FALSE(g.fails("MOT-01", plan(PlanType::FAMILY_PLAN)));
}

TEST_CASE("a family plan comes after a start analysis that rests on earlier help, or says there was none", "[rule:PLAN-01]") {
  Given g;
  CHECK(g.fails("PLAN-01", plan(PlanType::FAMILY_PLAN)));
  CHECK_FALSE(g.fails("PLAN-01", plan(PlanType::PVA_LONG)));
  g.record(analysed(YesNoUnknown::YES));
  CHECK(g.fails("PLAN-01", plan(PlanType::FAMILY_PLAN)));
  Happening history(207, "2018-03-01 10:00");
  history.facts().initHelpHistoryRecorded();
  g.record(history);
  g.record(analysed(YesNoUnknown::YES).refers(RefType::BASED_ON, history.id()));
  CHECK_FALSE(g.fails("PLAN-01", plan(PlanType::FAMILY_PLAN)));
  CHECK(g.fails("PLAN-01", plan(PlanType::FAMILY_PLAN, "2020-02-11 09:59")));
  Given other;
  with_start_analysis(other);
  CHECK_FALSE(other.fails("PLAN-01", plan(PlanType::FAMILY_PLAN)));
}

TEST_CASE("a plan without the family names its ground", "[rule:PLAN-07]") {
  Given g;
  auto alone = plan(PlanType::FAMILY_PLAN, "2020-02-12 10:00", PlanCooperation::WITHOUT_FAMILY);
  CHECK(g.fails("PLAN-07", alone));
  alone.facts().getPlanAdopted().setNoCoopGround(CoercionGround::CHILD_SAFETY);
  CHECK_FALSE(g.fails("PLAN-07", alone));
  CHECK_FALSE(g.fails("PLAN-07", plan(PlanType::SUB_PLAN)));
}

TEST_CASE("a plan with the family was discussed with one of them there", "[rule:PLAN-07]") {
  Given g;
  const EventId without = g.record(met(MeetingType::TDO));
  const EventId with = g.record(met(MeetingType::TDO, "2020-02-10 16:00", Presence::PART));
  CHECK(g.fails("PLAN-07", plan(PlanType::FAMILY_PLAN)));
  CHECK(g.fails("PLAN-07", plan(PlanType::FAMILY_PLAN).refers(RefType::DISCUSSED_IN, without)));
  CHECK_FALSE(g.fails("PLAN-07", plan(PlanType::FAMILY_PLAN).refers(RefType::DISCUSSED_IN, with)));
}

TEST_CASE("a family member heard about the meeting, a goal or the plan before it counts as their say", "[rule:PLAN-07]") {
  Given g;
  const EventId meeting = g.record(met(MeetingType::TDO));
  const EventId aim = g.record(goal(Horizon::LONG));
  const EventId before = g.record(plan(PlanType::FAMILY_PLAN, "2020-02-01 10:00"));
  auto next = plan(PlanType::FAMILY_PLAN).refers(RefType::DISCUSSED_IN, meeting).refers(RefType::SUPERSEDES, before);
  next.facts().getPlanAdopted().initGoals(1).set(0, data(aim));
  g.record(heard().refers(RefType::CONCERNS, EventId{}));
  CHECK(g.fails("PLAN-07", next));
  for (const auto& [relation, matter] : {std::pair(RefType::DISCUSSED_IN, meeting), std::pair(RefType::CONCERNS, aim), std::pair(RefType::CONCERNS, before)}) {
    Given h = g;
    h.record(heard().refers(relation, matter));
    CHECK_FALSE(h.fails("PLAN-07", next));
    CHECK(h.fails("PLAN-07", next.at("2020-02-11 09:59")));
    next.at("2020-02-12 10:00");
  }
}

TEST_CASE("the CMPG process comes to a family plan step by step, and what is missing is named", "[rule:PLAN-08]") {
  Given g;
  auto bare = plan(PlanType::FAMILY_PLAN);
  bare.facts().getPlanAdopted().initSections(0);
  CHECK(g.values_of("PLAN-08", bare)["steps"] == "pvaLong,pvaShort,tdo,tasks,regisseur,effortFamily,effortProfessionals");
  g.record(plan(PlanType::PVA_LONG, "2020-02-01 10:00"));
  g.record(plan(PlanType::PVA_SHORT, "2020-02-01 10:00"));
  const EventId tdo = g.record(met(MeetingType::TDO));
  CHECK(g.values_of("PLAN-08", plan(PlanType::FAMILY_PLAN))["steps"] == "tasks,regisseur");
  Happening task(806, "2020-02-10 15:00");
  task.facts().initTaskAssigned();
  g.record(task);
  g.assign(SingleFunction::REGISSEUR, "r1");
  CHECK(g.values_of("PLAN-08", plan(PlanType::FAMILY_PLAN))["steps"] == "tasks,regisseur");
  Happening from_it(806, "2020-02-10 15:00");
  from_it.facts().initTaskAssigned();
  g.record(from_it.refers(RefType::DISCUSSED_IN, tdo));
  Happening appointed(206, "2020-02-10 15:00");
  auto a = appointed.facts().initResponsibilityAssigned().initAssignments(1)[0];
  a.setFunction(SingleFunction::REGISSEUR);
  a.setHolder(data(actor("r1")));
  g.record(appointed.refers(RefType::DISCUSSED_IN, tdo));
  CHECK_FALSE(g.fails("PLAN-08", plan(PlanType::FAMILY_PLAN)));
  CHECK(g.fails("PLAN-08", plan(PlanType::FAMILY_PLAN, "2020-02-10 13:59")));
  CHECK_FALSE(g.fails("PLAN-08", plan(PlanType::SUB_PLAN)));
}

TEST_CASE("a municipality with another process model is not held to the order of CMPG", "[rule:PLAN-08]") {
  Given g;
  g.policy(PolicyKind::RULE_PARAMETERS, {{"processModel", "zwolle"}}, "2020-02-12");
  CHECK_FALSE(g.fails("PLAN-08", plan(PlanType::FAMILY_PLAN)));
  CHECK(g.fails("PLAN-08", plan(PlanType::FAMILY_PLAN, "2020-02-11 10:00")));
}
