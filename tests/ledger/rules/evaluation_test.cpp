#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening evaluated(EvaluationKind kind, const std::string& at = "2020-06-01 12:00") {
  Happening h(1001, at);
  h.facts().initEvaluationHeld().setEvaluationKind(kind);
  return h;
}
Happening family_plan(const std::string& at) {
  Happening h(804, at);
  h.facts().initPlanAdopted().setPlanType(PlanType::FAMILY_PLAN);
  return h;
}
Happening met(MeetingType type, const std::string& at = "2020-06-01 10:00") {
  Happening h(501, at);
  h.facts().initMeetingHeld().setMeetingType(type);
  return h;
}
Happening closing(const std::string& at = "2020-09-01 10:00") {
  Happening h(1101, at);
  h.facts().initClosingDecided().setOutcome(ClosingOutcome::SCALED_DOWN);
  return h;
}
Happening raised(EscalationLevel level, const EventId& about, const std::vector<EscalationLevel>& skipped = {}, const std::string& at = "2020-06-03 10:00") {
  Happening h(1003, at);
  auto f = h.facts().initEscalated();
  f.setLevel(level);
  fill_codes(f.initSkipped(static_cast<unsigned>(skipped.size())), skipped);
  return h.refers(RefType::CONCERNS, about);
}
EventId task(Given& g) {
  Happening h(806, "2020-05-01 10:00");
  h.facts().initTaskAssigned();
  return g.record(h);
}
Happening stuck(const std::vector<const char*>& notified) {
  Happening h(1002, "2020-06-03 10:00");
  auto list = h.facts().initStagnationNoted().initNotified(static_cast<unsigned>(notified.size()));
  for (unsigned i = 0; i < notified.size(); ++i) list.set(i, data(actor(notified[i])));
  return h;
}
Happening deviated() {
  Happening h(1004, "2020-06-03 10:00");
  h.facts().initDeviationRecorded().setEffect(HelpEffect::UNKNOWN);
  return h;
}
using enum EscalationLevel;

}  // namespace

TEST_CASE("an evaluation says whether it worked and whether it was right", "[rule:EVAL-01]") {
  Given g;
  CHECK_FALSE(g.fails("EVAL-01", evaluated(EvaluationKind::PERIODIC).fills(0, {0, 1})));
  CHECK(g.fails("EVAL-01", evaluated(EvaluationKind::PERIODIC).fills(0, {0, 2})));
  CHECK(g.fails("EVAL-01", evaluated(EvaluationKind::PERIODIC).fills(0, {1})));
}

TEST_CASE("between the family plan and the closing lies an IJkings-TDO with its evaluation", "[rule:EVAL-02]") {
  Given g;
  CHECK_FALSE(g.fails("EVAL-02", closing()));  // no plan to calibrate
  g.record(family_plan("2020-03-01 10:00"));
  CHECK(g.fails("EVAL-02", closing()));
  const EventId tdo = g.record(met(MeetingType::IJKINGS_TDO));
  CHECK(g.fails("EVAL-02", closing()));
  g.record(evaluated(EvaluationKind::PERIODIC).refers(RefType::DISCUSSED_IN, tdo));
  g.record(evaluated(EvaluationKind::IJKING));
  CHECK(g.fails("EVAL-02", closing()));
  g.record(evaluated(EvaluationKind::IJKING).refers(RefType::DISCUSSED_IN, tdo));
  CHECK_FALSE(g.fails("EVAL-02", closing()));
  CHECK(g.fails("EVAL-02", closing("2020-06-01 11:59")));
}

TEST_CASE("a calibration before the first family plan calibrates nothing, and other models ask none", "[rule:EVAL-02]") {
  Given g;
  const EventId tdo = g.record(met(MeetingType::IJKINGS_TDO));
  g.record(evaluated(EvaluationKind::IJKING).refers(RefType::DISCUSSED_IN, tdo));
  g.record(family_plan("2020-06-01 10:01"));
  CHECK(g.fails("EVAL-02", closing()));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"processModel", "amsterdam"}}, "2020-09-01");
  CHECK_FALSE(g.fails("EVAL-02", closing()));
}

TEST_CASE("a level follows the level below about the same task", "[rule:EVAL-03]") {
  Given g;
  const EventId about = task(g), other = task(g);
  CHECK_FALSE(g.fails("EVAL-03", raised(REMINDER, about)));
  CHECK(g.fails("EVAL-03", raised(OWN_MANAGER, about)));
  g.record(raised(REMINDER, about));
  CHECK_FALSE(g.fails("EVAL-03", raised(OWN_MANAGER, about)));
  CHECK(g.fails("EVAL-03", raised(OWN_MANAGER, about, {}, "2020-06-03 09:59")));
  CHECK(g.fails("EVAL-03", raised(OWN_MANAGER, other)));
  CHECK(g.fails("EVAL-03", raised(THEIR_MANAGER, about)));
}

TEST_CASE("levels that are skipped are all named, with why", "[rule:EVAL-03]") {
  Given g;
  const EventId about = task(g);
  g.record(raised(REMINDER, about));
  CHECK_FALSE(g.fails("EVAL-03", raised(THEIR_MANAGER, about, {OWN_MANAGER}).fills(0, {0, 1})));
  CHECK(g.fails("EVAL-03", raised(THEIR_MANAGER, about, {OWN_MANAGER}).fills(0, {0})));
  CHECK(g.fails("EVAL-03", raised(REGISSEUR_CHAIR, about, {OWN_MANAGER}).fills(0, {0, 1})));
  CHECK_FALSE(g.fails("EVAL-03", raised(REGISSEUR_CHAIR, about, {OWN_MANAGER, THEIR_MANAGER}).fills(0, {0, 1})));
  CHECK(g.fails("EVAL-03", raised(OWN_MANAGER, task(g), {OWN_MANAGER}).fills(0, {0, 1})));
}

TEST_CASE("a bottleneck is told to the regisseur or process director, once there is one", "[rule:EVAL-04]") {
  Given g;
  CHECK_FALSE(g.fails("EVAL-04", stuck({})));
  g.assign(SingleFunction::REGISSEUR, "r1", "2020-06-03");
  CHECK(g.fails("EVAL-04", stuck({"w3"})));
  CHECK_FALSE(g.fails("EVAL-04", stuck({}).at("2020-06-02 23:59")));
  CHECK_FALSE(g.fails("EVAL-04", stuck({"w3", "r1"})));
  CHECK_FALSE(g.fails("EVAL-04", stuck({}).by("r1", Role::REGISSEUR)));
  g.assign(SingleFunction::PROCESS_DIRECTOR, "d1", "2020-06-03");
  CHECK_FALSE(g.fails("EVAL-04", stuck({"d1"})));
}

TEST_CASE("a deviation names the rule or protocol, and who gives cover, its effect may be unknown yet",
          "[rule:EVAL-07]") {
  Given g;
  auto by_rule = deviated();
  by_rule.facts().getDeviationRecorded().initRules(1).set(0, "PLAN-01");
  CHECK(g.fails("EVAL-07", by_rule));
  by_rule.facts().getDeviationRecorded().setCoverBy(data(actor("w3")));
  CHECK_FALSE(g.fails("EVAL-07", by_rule));
  auto by_protocol = deviated();
  by_protocol.facts().getDeviationRecorded().setCoverBy(data(actor("w3")));
  CHECK(g.fails("EVAL-07", by_protocol));
  CHECK_FALSE(g.fails("EVAL-07", by_protocol.refers(RefType::BASED_ON, g.protocol)));
}
