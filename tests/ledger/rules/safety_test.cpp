#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

using Items = std::vector<SafetyPlanItem>;
using enum SafetyPlanItem;
using Step = MeldcodeStep;

Happening plan(const Items& items) {
  Happening h(607, "2020-02-10 10:00");
  auto f = h.facts().initSafetyPlanAdopted();
  fill_codes(f.initItems(static_cast<unsigned>(items.size())), items);
  fill_date(f.initValidFrom(), "2020-02-10");
  fill_date(f.initValidUntil(), "2020-08-10");
  fill_date(f.initReviewOn(), "2020-03-10");
  return h;
}
Happening intervened(unsigned signals, const std::string& at = "2020-02-10 21:00") {
  Happening h(909, at);
  auto f = h.facts().initUnilateralActionTaken();
  if (signals > 0) f.initSignals(signals).set(0, AcuteSignal::VIOLENCE);
  return h;
}
Happening meldcode(const std::vector<std::pair<Step, MeldcodeOutcome>>& steps, YesNoUnknown doubt = YesNoUnknown::NO, const std::string& about = "K") {
  Happening h(606, "2020-02-10 10:00");
  auto f = h.facts().initMeldcodeStepTaken();
  auto list = f.initSteps(static_cast<unsigned>(steps.size()));
  for (unsigned i = 0; i < steps.size(); ++i) {
    list[i].setStep(steps[i].first);
    list[i].setOutcome(steps[i].second);
  }
  f.initAbout(1).set(0, data(person(about)));
  f.setDoubt(doubt);
  return h;
}
EventId consulted(Given& g) {
  Happening h(504, "2020-02-09 10:00");
  h.facts().initConsultationHeld().initWith(1).set(0, data(actor("b1")));
  return g.record(h);
}
constexpr auto on = MeldcodeOutcome::CONTINUE;
constexpr auto skipped = MeldcodeOutcome::SKIPPED;

}  // namespace

TEST_CASE("a safety plan names who keeps the children safe, until when, and when it is reviewed", "[rule:SAFE-03]") {
  Given g;
  const Items least{SAFETY_PERSONS, SUBSTITUTES, SUPERVISORS, VALIDITY};
  CHECK_FALSE(g.fails("SAFE-03", plan(least)));
  CHECK(g.values_of("SAFE-03", plan({SAFETY_PERSONS, VALIDITY, VISITORS}))["items"] == "supervisors,substitutes");
  auto endless = plan(least);
  endless.facts().getSafetyPlanAdopted().disownValidUntil();
  CHECK(g.values_of("SAFE-03", endless)["items"] == "validUntil");
  auto unreviewed = plan(least);
  unreviewed.facts().getSafetyPlanAdopted().disownReviewOn();
  CHECK(g.values_of("SAFE-03", unreviewed)["items"] == "reviewOn");
  g.policy(PolicyKind::RULE_PARAMETERS, {{"safetyPlanMinimum", "safetyPersons,visitors"}});
  CHECK(g.values_of("SAFE-03", plan(least))["items"] == "visitors");
}

TEST_CASE("intervening without consent names an acute signal and says why now", "[rule:SAFE-04]") {
  Given g;
  CHECK_FALSE(g.fails("SAFE-04", intervened(1).fills(0, {1, 2})));
  CHECK(g.fails("SAFE-04", intervened(1).fills(0, {1})));
  CHECK(g.fails("SAFE-04", intervened(0).fills(0, {1, 2})));
}

TEST_CASE("steps of the meldcode come in order, across the events that follow each other", "[rule:SAFE-05]") {
  Given g;
  const EventId advice = consulted(g);
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::SIGNALS, on}})));
  CHECK(g.values_of("SAFE-05", meldcode({{Step::CONSULT, on}}).refers(RefType::BASED_ON, advice))["step"] == "signals");
  const EventId first = g.record(meldcode({{Step::SIGNALS, on}}));
  auto second = meldcode({{Step::CONSULT, on}, {Step::TALK, on}}).refers(RefType::BASED_ON, advice);
  CHECK_FALSE(g.fails("SAFE-05", second.refers(RefType::FOLLOWS, first)));
  CHECK(g.values_of("SAFE-05", meldcode({{Step::TALK, on}}).refers(RefType::FOLLOWS, first))["step"] == "consult");
  CHECK(g.values_of("SAFE-05", meldcode({{Step::TALK, on}, {Step::CONSULT, on}}).refers(RefType::FOLLOWS, first))["step"] == "consult");
}

TEST_CASE("without a reference a step goes on from the last one about the same child, and from no other child's", "[rule:SAFE-05]") {
  Given g;
  const EventId advice = consulted(g);
  g.record(meldcode({{Step::SIGNALS, on}}));
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::CONSULT, on}}).refers(RefType::BASED_ON, advice)));
  CHECK(g.fails("SAFE-05", meldcode({{Step::CONSULT, on}}, YesNoUnknown::NO, "L").refers(RefType::BASED_ON, advice)));
}

TEST_CASE("a new suspicion starts at step one again and does not inherit the steps of the old one", "[rule:SAFE-05]") {
  Given g;
  const EventId advice = consulted(g);
  const auto rest = [&] { return meldcode({{Step::CONSULT, on}, {Step::TALK, on}}).refers(RefType::BASED_ON, advice); };
  g.record(meldcode({{Step::SIGNALS, on}}));
  g.record(rest());
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::WEIGH, on}})));
  g.record(meldcode({{Step::SIGNALS, on}}));
  CHECK(g.values_of("SAFE-05", meldcode({{Step::WEIGH, on}}))["step"] == "consult");
}

TEST_CASE("a step that is passed over is named, with why", "[rule:SAFE-05]") {
  Given g;
  const EventId advice = consulted(g);
  const auto passed = [&] { return meldcode({{Step::SIGNALS, on}, {Step::CONSULT, on}, {Step::TALK, skipped}, {Step::WEIGH, on}}).refers(RefType::BASED_ON, advice); };
  CHECK(g.values_of("SAFE-05", passed())["step"] == "talk");
  CHECK_FALSE(g.fails("SAFE-05", passed().fills(0, {1, 2})));
}

TEST_CASE("a consultation that is passed over rests on no advice", "[rule:SAFE-05]") {
  Given g;
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::SIGNALS, on}, {Step::CONSULT, skipped}}).fills(0, {1, 2})));
}

TEST_CASE("a consultation, and weighing in doubt, rest on advice that was recorded", "[rule:SAFE-05]") {
  Given g;
  const EventId advice = consulted(g);
  CHECK(g.values_of("SAFE-05", meldcode({{Step::SIGNALS, on}, {Step::CONSULT, on}}))["step"] == "consult");
  g.record(meldcode({{Step::SIGNALS, on}, {Step::CONSULT, on}, {Step::TALK, on}}).refers(RefType::BASED_ON, advice));
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::WEIGH, on}}, YesNoUnknown::NO)));
  CHECK(g.fails("SAFE-05", meldcode({{Step::WEIGH, on}}, YesNoUnknown::YES)));
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::WEIGH, on}}, YesNoUnknown::YES).refers(RefType::BASED_ON, advice)));
}

TEST_CASE("whether to report and whether help is possible are answered together, since 2019", "[rule:SAFE-05]") {
  Given g;
  const EventId advice = consulted(g);
  g.record(meldcode({{Step::SIGNALS, on}, {Step::CONSULT, on}, {Step::TALK, on}, {Step::WEIGH, on}}).refers(RefType::BASED_ON, advice));
  using enum MeldcodeOutcome;
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::DECIDE_REPORT, REPORT_NOT_NECESSARY}, {Step::DECIDE_HELP, HELP_POSSIBLE}})));
  CHECK(g.values_of("SAFE-05", meldcode({{Step::DECIDE_REPORT, REPORT_NECESSARY}}))["step"] == "decideHelp");
  g.policy(PolicyKind::RULE_PARAMETERS, {{"meldcodeVersion", "2013"}});
  CHECK_FALSE(g.fails("SAFE-05", meldcode({{Step::DECIDE_REPORT, REPORT_NECESSARY}})));
}

TEST_CASE("after a unilateral intervention the second decider may come within two days", "[rule:SAFE-01]") {
  Given g;
  Happening judged(605, "2020-02-12 21:00");
  judged.facts().initSafetyJudged().setChild(data(person("J")));
  CHECK(g.fails("SAFE-01", judged));
  g.record(intervened(1));
  CHECK_FALSE(g.fails("SAFE-01", judged));
  CHECK(g.fails("SAFE-01", judged.at("2020-02-12 21:01")));
  CHECK(g.fails("SAFE-01", judged.at("2020-02-10 20:59")));
}
