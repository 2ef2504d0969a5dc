#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening note(const std::string& at = "2020-02-03 10:00") {
  Happening h(701, at);
  auto f = h.facts().initContactHeld();
  f.setMode(ContactMode::OFFICE);
  f.setOutcome(ContactOutcome::HELD);
  return h;
}

}  // namespace

TEST_CASE("an event after the fact without motive is found", "[rule:TIME-01]") {
  Given g;
  CHECK(g.fails("TIME-01", note().claims(Conformity::AFTER_THE_FACT, {"SHARE-01"})));
  CHECK(g.fails("TIME-01", note().claims(Conformity::AFTER_THE_FACT).fills(8, {0})));
  CHECK_FALSE(g.fails("TIME-01", note().claims(Conformity::AFTER_THE_FACT, {"SHARE-01"}).fills(8, {0})));
  CHECK_FALSE(g.fails("TIME-01", note()));
}

TEST_CASE("a decision without having seen what was recorded a day before is found, a minute less is not", "[rule:TIME-03]") {
  Given g;
  const auto before = g.state.events();
  g.record(note("2020-02-02 08:00").recorded("2020-02-02 08:59"));
  auto d = g.decision({.decision = ShareDecision::DO_NOT_SHARE});
  CHECK(g.fails("TIME-03", d.at("2020-02-03 09:00").seen(before)));
  CHECK(g.values_of("TIME-03", d)["n"] == "1");
  CHECK_FALSE(g.fails("TIME-03", d.at("2020-02-03 08:59").seen(before)));
  CHECK_FALSE(g.fails("TIME-03", d.at("2020-02-03 09:00").seen(before + 1)));
}

TEST_CASE("asking for a measure is deciding too: what was recorded a day before was seen", "[rule:TIME-03]") {
  Given g;
  const auto before = g.state.events();
  g.record(note("2020-02-02 08:00").recorded("2020-02-02 08:59"));
  Happening asked(905, "2020-02-03 09:00");
  asked.facts().initDwangRequested();
  CHECK(g.fails("TIME-03", asked.seen(before)));
  CHECK_FALSE(g.fails("TIME-03", asked.seen(before + 1)));
}

TEST_CASE("a longer lag by municipal parameter lets an unseen event pass", "[rule:TIME-03]") {
  Given g;
  const auto before = g.state.events();
  g.record(note("2020-02-02 08:00").recorded("2020-02-02 08:59"));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"seenLag", "P3D"}}, "2020-01-01");
  CHECK_FALSE(g.fails("TIME-03", g.decision({.decision = ShareDecision::DO_NOT_SHARE}).seen(before)));
}

TEST_CASE("a regisseur who records a contact is told to leave content to the wijkcoach", "[rule:ROLE-03]") {
  Given g;
  CHECK(g.fails("ROLE-03", note().by("r1", Role::REGISSEUR)));
  CHECK_FALSE(g.fails("ROLE-03", note()));
}

TEST_CASE("a regisseur makes no analysis, assessment, safety plan or goal, and ends no help", "[rule:ROLE-03]") {
  Given g;
  const auto as_regisseur = [](std::uint16_t kind, auto init) {
    Happening h(kind, "2020-02-03 10:00");
    init(h.facts());
    return h.by("r1", Role::REGISSEUR);
  };
  CHECK(g.fails("ROLE-03", as_regisseur(601, [](auto f) { f.initStartAnalysisMade(); })));
  CHECK(g.fails("ROLE-03", as_regisseur(602, [](auto f) { f.initAssessmentMade(); })));
  CHECK(g.fails("ROLE-03", as_regisseur(604, [](auto f) { f.initMeasurementTaken(); })));
  CHECK(g.fails("ROLE-03", as_regisseur(607, [](auto f) { f.initSafetyPlanAdopted(); })));
  CHECK(g.fails("ROLE-03", as_regisseur(702, [](auto f) { f.initMotivationAssessed(); })));
  CHECK(g.fails("ROLE-03", as_regisseur(802, [](auto f) { f.initGoalChanged(); })));
  CHECK(g.fails("ROLE-03", as_regisseur(809, [](auto f) { f.initInterventionEnded(); })));
  CHECK_FALSE(g.fails("ROLE-03", as_regisseur(1001, [](auto f) { f.initEvaluationHeld(); })));
}

TEST_CASE("a municipality that changes contentFreeRoles changes who may record content, from that day", "[rule:ROLE-03]") {
  Given g;
  g.policy(PolicyKind::RULE_PARAMETERS, {{"contentFreeRoles", "processDirector"}}, "2020-02-03");
  CHECK(g.fails("ROLE-03", note("2020-02-02 23:59").by("r1", Role::REGISSEUR)));
  CHECK_FALSE(g.fails("ROLE-03", note("2020-02-03 00:00").by("r1", Role::REGISSEUR)));
}

TEST_CASE("a role held by nobody's word is not held", "[rule:ROLE-04]") {
  Given g;
  CHECK(g.fails("ROLE-04", note().by("x9", Role::SPECIALIST)));
  g.involve("x9", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-02-04");
  CHECK(g.fails("ROLE-04", note("2020-02-03 23:59").by("x9", Role::SPECIALIST)));
  CHECK_FALSE(g.fails("ROLE-04", note("2020-02-04 00:00").by("x9", Role::SPECIALIST)));
}

TEST_CASE("an organisation mandate holds a role until the minute it ends", "[rule:ROLE-04]") {
  Given g;
  g.mandate("x8", Role::SPECIALIST, MandateScope::ORGANISATION, {MandatePower::RECORD}, {}, "2020-02-03 10:00");
  CHECK_FALSE(g.fails("ROLE-04", note("2020-02-03 09:59").by("x8", Role::SPECIALIST)));
  CHECK(g.fails("ROLE-04", note("2020-02-03 10:00").by("x8", Role::SPECIALIST)));
}

TEST_CASE("an order of long ago is recorded by who holds the role today", "[rule:ROLE-04]") {
  Given g;
  Happening order(906, "2012-09-03 12:00");
  order.facts().initDwangDecided();
  order.by("jp2", Role::YOUTH_PROTECTOR).recorded("2019-06-14 11:00");
  CHECK_FALSE(g.fails("ROLE-04", order));
  CHECK(g.fails("ROLE-04", order.recorded("2018-06-14 11:00")));
}

TEST_CASE("a signal asks enrolment only", "[rule:ROLE-04]") {
  Given g;
  Happening signal(301, "2020-02-03 10:00");
  signal.facts().initSignalReceived();
  CHECK_FALSE(g.fails("ROLE-04", signal.by("x9", Role::POLICE)));
}

TEST_CASE("an educator does not set goals, a wijkcoach does", "[rule:ROLE-05]") {
  Given g;
  Happening goal(801, "2020-02-03 10:00");
  goal.facts().initGoalSet();
  CHECK(g.fails("ROLE-05", goal.by("s1", Role::EDUCATOR)));
  CHECK_FALSE(g.fails("ROLE-05", goal.by("w3", Role::WIJKCOACH)));
}

TEST_CASE("steering another organisation needs a convenant that grants it and names both", "[rule:ROLE-06]") {
  Given g;
  Happening task(806, "2020-02-03 10:00");
  auto f = task.facts().initTaskAssigned();
  f.setTaskKind(TaskKind::STEERING);
  f.setToOrg(data(org("O4")));
  CHECK(g.fails("ROLE-06", task));
  g.agreement(AgreementType::CONVENANT, {"O2", "O7"}, {MandatePower::STEER});
  CHECK(g.fails("ROLE-06", task));
  g.agreement(AgreementType::CONVENANT, {"O2", "O4"}, {MandatePower::STEER});
  CHECK_FALSE(g.fails("ROLE-06", task));
  CHECK(g.fails("ROLE-06", task.at("2019-01-06 10:00")));
}

TEST_CASE("going to another organisation's manager needs a convenant that grants escalation, reminding it does not", "[rule:ROLE-06]") {
  Given g;
  Happening raised(1003, "2020-02-03 10:00");
  auto f = raised.facts().initEscalated();
  f.setToActor(data(actor("h2")));
  f.setLevel(EscalationLevel::OWN_MANAGER);
  CHECK_FALSE(g.fails("ROLE-06", raised));
  f.setLevel(EscalationLevel::THEIR_MANAGER);
  CHECK(g.values_of("ROLE-06", raised)["org"] == to_text(org("O4")));
  CHECK(g.values_of("ROLE-06", raised)["power"] == "escalate");
  g.agreement(AgreementType::CONVENANT, {"O2", "O4"}, {MandatePower::STEER});
  CHECK(g.fails("ROLE-06", raised));
  g.agreement(AgreementType::CONVENANT, {"O2", "O4"}, {MandatePower::ESCALATE});
  CHECK_FALSE(g.fails("ROLE-06", raised));
  CHECK(g.fails("ROLE-06", raised.at("2019-01-06 10:00")));
}

TEST_CASE("a role ends with the involvement that gave it, on its day", "[rule:ROLE-04]") {
  Given g;
  const EventId since = g.involve("x9", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-01-01");
  Happening left(205, "2020-02-01 10:00");
  fill_date(left.facts().initInvolvementEnded().initUntil(), "2020-02-04");
  g.record(left.refers(RefType::ENDS, since));
  CHECK_FALSE(g.fails("ROLE-04", note("2020-02-03 23:59").by("x9", Role::SPECIALIST)));
  CHECK(g.fails("ROLE-04", note("2020-02-04 00:00").by("x9", Role::SPECIALIST)));
}

TEST_CASE("a change of wijkcoach without a warm handover is found, and a buddy's takeover is not", "[rule:ROLE-07]") {
  Given g;
  Happening change(206, "2020-02-03 10:00");
  auto f = change.facts().initResponsibilityAssigned();
  auto a = f.initAssignments(1)[0];
  a.setFunction(SingleFunction::WIJKCOACH);
  a.setHolder(data(actor("w2")));
  f.setCause(AssignmentCause::LEFT_SERVICE);
  f.setHandover(HandoverKind::WARM);
  fill_date(f.initFrom(), "2020-02-03");
  CHECK(g.fails("ROLE-07", change));
  fill_date(f.initIntroducedOn(), "2020-02-01");
  CHECK(g.fails("ROLE-07", change));
  CHECK_FALSE(g.fails("ROLE-07", change.fills(0, {0})));
  f.setHandover(HandoverKind::BUDDY_TAKEOVER);
  CHECK(g.fails("ROLE-07", change));
  g.assign(SingleFunction::BUDDY, "w2", "2020-02-02");
  CHECK_FALSE(g.fails("ROLE-07", change));
}

TEST_CASE("professionals who were not asked what they expect are named", "[rule:ROLE-08]") {
  Given g;
  Happening started(204, "2020-02-03 10:00");
  auto f = started.facts().initInvolvementStarted();
  f.initParties(1)[0].setActor(data(actor("b1")));
  f.setExpectationsAsked(YesNoUnknown::NO);
  CHECK(g.values_of("ROLE-08", started)["party"] == to_text(actor("b1")));
  f.setExpectationsAsked(YesNoUnknown::YES);
  CHECK_FALSE(g.fails("ROLE-08", started));
}

TEST_CASE("a regisseur who works for a provider of the case is found", "[rule:ROLE-09]") {
  Given g;
  Happening assigned(206, "2020-02-03 10:00");
  auto f = assigned.facts().initResponsibilityAssigned();
  auto a = f.initAssignments(1)[0];
  a.setFunction(SingleFunction::REGISSEUR);
  a.setHolder(data(actor("b1")));
  CHECK_FALSE(g.fails("ROLE-09", assigned));
  g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP);
  CHECK(g.fails("ROLE-09", assigned));
  a.setFunction(SingleFunction::WIJKCOACH);
  CHECK_FALSE(g.fails("ROLE-09", assigned));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"independentWijkcoach", "true"}});
  CHECK(g.fails("ROLE-09", assigned));
}

TEST_CASE("an organisation whose help and involvement ended is no provider any more, from that day", "[rule:ROLE-09]") {
  Given g;
  Happening assigned(206, "2020-02-03 10:00");
  auto a = assigned.facts().initResponsibilityAssigned().initAssignments(1)[0];
  a.setFunction(SingleFunction::REGISSEUR);
  a.setHolder(data(actor("b1")));
  Happening help(808, "2020-01-01 10:00");
  help.facts().initInterventionStarted().setOrg(data(org("O14")));
  g.record(help);
  const EventId since = g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-01-01");
  Happening stopped(809, "2020-02-03 09:00");
  stopped.facts().initInterventionEnded();
  g.record(stopped.refers(RefType::ENDS, help.id()));
  CHECK(g.fails("ROLE-09", assigned));
  Happening left(205, "2020-02-03 09:00");
  fill_date(left.facts().initInvolvementEnded().initUntil(), "2020-02-03");
  g.record(left.refers(RefType::ENDS, since));
  CHECK_FALSE(g.fails("ROLE-09", assigned));
  CHECK(g.fails("ROLE-09", assigned.at("2020-02-02 10:00")));
}

TEST_CASE("who judges safety was registered on that day", "[rule:ROLE-10]") {
  Given g;
  Happening enrolled(103, "2019-01-07 09:00");
  auto e = enrolled.facts().initActorEnrolled();
  e.setWho(data(actor("g1")));
  e.setRegister(ProfessionRegister::SKJ);
  e.setRegisterStatus(RegisterStatus::REGISTERED);
  fill_date(e.initStatusFrom(), "2020-02-03");
  g.record(enrolled);
  Happening judged(605, "2020-02-03 00:00");
  judged.facts().initSafetyJudged();
  judged.by("g1", Role::BEHAVIOURAL_SCIENTIST);
  CHECK_FALSE(g.fails("ROLE-10", judged));
  CHECK(g.fails("ROLE-10", judged.at("2020-02-02 23:59")));
  Happening step(606, "2020-02-02 23:59"), plan(607, "2020-02-02 23:59"), action(909, "2020-02-02 23:59");
  step.facts().initMeldcodeStepTaken();
  plan.facts().initSafetyPlanAdopted();
  action.facts().initUnilateralActionTaken();
  for (auto& h : {step, plan, action}) {
    Happening one = h;
    CHECK(g.fails("ROLE-10", one.by("g1", Role::SPECIALIST)));
    CHECK_FALSE(g.fails("ROLE-10", one.at("2020-02-03 00:00")));
  }
}
