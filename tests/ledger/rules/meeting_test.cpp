#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

using Questions = std::vector<WQuestion>;

Happening signal(const Questions& answered, YesNoUnknown danger = YesNoUnknown::NO) {
  Happening h(301, "2020-01-20 11:00");
  auto f = h.facts().initSignalReceived();
  f.setSignalType(SignalType::SIGNAL);
  f.setSource(SignalSource::HOUSING);
  fill_codes(f.initAnswered(static_cast<unsigned>(answered.size())), answered);
  f.setDangerForVisitor(danger);
  return h;
}
Happening assessed(const EventId& about, const Questions& answered, SignalDecision decision = SignalDecision::START_CASE) {
  Happening h(302, "2020-01-21 11:00");
  auto f = h.facts().initSignalAssessed();
  f.setDecision(decision);
  f.setDetail(DetailLevel::HEADLINES);
  fill_codes(f.initAnswered(static_cast<unsigned>(answered.size())), answered);
  using enum SignalCheck;
  fill_codes(f.initChecks(5), std::vector{PRIVACY, SAFETY, FREEDOM, CHANCE, CULTURE});
  return h.refers(RefType::CONCERNS, about);
}
Happening meeting(MeetingType type) {
  Happening h(501, "2020-02-10 14:00");
  auto f = h.facts().initMeetingHeld();
  f.setMeetingType(type);
  f.setChair(data(actor("w3")));
  f.setDetail(DetailLevel::CONTENT);
  f.setFamilyPresence(Presence::ABSENT_INVITED);
  return h;
}
Happening visit(ContactMode mode, ContactOutcome outcome = ContactOutcome::HELD) {
  Happening h(701, "2020-02-01 10:00");
  h.facts().initContactHeld().setMode(mode);
  h.facts().getContactHeld().setOutcome(outcome);
  return h;
}
Happening decided(DecisionClass cls, const std::vector<const char*>& deciders) {
  Happening h(502, "2020-02-10 15:45");
  auto f = h.facts().initDecisionTaken();
  f.setDecisionClass(cls);
  f.setPreference(PreferenceFollowed::FOLLOWED);
  auto list = f.initDeciders(static_cast<unsigned>(deciders.size()));
  for (unsigned i = 0; i < deciders.size(); ++i) list.set(i, data(actor(deciders[i])));
  f.initImpactOn(1).set(0, DecisionLevel::FAMILY);
  return h;
}
Happening judged(const std::string& child, const std::string& at = "2020-03-17 11:00") {
  Happening h(605, at);
  auto f = h.facts().initSafetyJudged();
  f.setChild(data(person(child)));
  f.setCurrent(SafetyJudgement::SAFE_ENOUGH);
  f.setFuture(FutureRisk::MODERATE);
  f.setInstrument(Instrument::LIRIK);
  f.initDeciders(2).set(0, data(actor("w3")));
  f.getDeciders().set(1, data(actor("g1")));
  return h;
}
Happening heard(const std::string& who, const std::string& at) {
  Happening h(503, at);
  h.facts().initPersonHeard().setHeard(data(person(who)));
  return h;
}
Happening consulted(const std::string& with, const std::string& at) {
  Happening h(504, at);
  h.facts().initConsultationHeld().initWith(1).set(0, data(actor(with)));
  return h;
}

const Questions six{WQuestion::WIE, WQuestion::WAT, WQuestion::WAAR, WQuestion::WAARMEE, WQuestion::WELKE_WIJZE, WQuestion::WANNEER};

}  // namespace

TEST_CASE("a case starts with all seven W questions answered, by signal and assessment together", "[rule:SIG-01]") {
  Given g;
  const EventId told = g.record(signal(six));
  CHECK(g.values_of("SIG-01", assessed(told, {}))["questions"] == "waarom");
  CHECK_FALSE(g.fails("SIG-01", assessed(told, {WQuestion::WAAROM})));
  CHECK_FALSE(g.fails("SIG-01", assessed(told, {}, SignalDecision::NO_ACTION)));
}

TEST_CASE("the first MDO asks the seven W questions, the second does not", "[rule:SIG-01]") {
  Given g;
  g.record(signal(six));
  CHECK(g.fails("SIG-01", meeting(MeetingType::MDO)));
  CHECK_FALSE(g.fails("SIG-01", meeting(MeetingType::TEAM)));
  g.record(meeting(MeetingType::MDO));
  CHECK_FALSE(g.fails("SIG-01", meeting(MeetingType::MDO)));
}

TEST_CASE("a check that was not done is named", "[rule:SIG-02]") {
  Given g;
  const EventId told = g.record(signal(six));
  auto a = assessed(told, {});
  CHECK_FALSE(g.fails("SIG-02", a));
  fill_codes(a.facts().getSignalAssessed().initChecks(4), std::vector{SignalCheck::PRIVACY, SignalCheck::SAFETY, SignalCheck::FREEDOM, SignalCheck::CHANCE});
  CHECK(g.values_of("SIG-02", a)["checks"] == "culture");
}

TEST_CASE("a registration needs its proofs where the intake follows Zwolle, and only there", "[rule:SIG-03]") {
  Given g;
  auto s = signal({});
  s.facts().getSignalReceived().setSignalType(SignalType::REGISTRATION);
  s.facts().getSignalReceived().setSourceOrg(data(org("O4")));
  CHECK_FALSE(g.fails("SIG-03", s));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"intakeModel", "zwolle"}});
  CHECK(g.values_of("SIG-03", s)["proofs"] == "mediation,fileBuilt,targetedHelp");
  fill_codes(s.facts().getSignalReceived().initProof(3), std::vector{IntakeProof::MEDIATION, IntakeProof::FILE_BUILT, IntakeProof::TARGETED_HELP});
  CHECK_FALSE(g.fails("SIG-03", s));
  s.facts().getSignalReceived().setSource(SignalSource::CITIZEN);
  CHECK(g.fails("SIG-03", s));
}

TEST_CASE("the first home visit after a danger signal is found, and only that", "[rule:SIG-04]") {
  Given g;
  CHECK_FALSE(g.fails("SIG-04", visit(ContactMode::HOME_PLANNED)));
  g.record(signal({}, YesNoUnknown::YES));
  CHECK(g.fails("SIG-04", visit(ContactMode::HOME_PLANNED)));
  CHECK_FALSE(g.fails("SIG-04", visit(ContactMode::OFFICE)));
  g.record(visit(ContactMode::HOME_PLANNED, ContactOutcome::NOT_HOME));
  CHECK(g.fails("SIG-04", visit(ContactMode::HOME_UNPLANNED)));
  g.record(visit(ContactMode::HOME_PLANNED));
  CHECK_FALSE(g.fails("SIG-04", visit(ContactMode::HOME_UNPLANNED)));
}

TEST_CASE("measures taken before the visit make the first home visit after danger or a crisis a prepared one", "[rule:SIG-04]") {
  Given g;
  Happening crisis(304, "2020-01-25 23:00");
  crisis.facts().initCrisisDeclared().setCrisisKind(CrisisKind::VIOLENCE);
  g.record(crisis);
  CHECK(g.fails("SIG-04", visit(ContactMode::HOME_PLANNED)));
  CHECK_FALSE(g.fails("SIG-04", visit(ContactMode::HOME_PLANNED).at("2020-01-25 22:59")));
  Happening measures(306, "2020-02-01 10:00");
  measures.facts().initPreVisitSafetyTaken();
  g.record(measures);
  CHECK_FALSE(g.fails("SIG-04", visit(ContactMode::HOME_PLANNED)));
  CHECK(g.fails("SIG-04", visit(ContactMode::HOME_PLANNED).at("2020-02-01 09:59")));
}

TEST_CASE("a meeting about a family without the family says why", "[rule:MEET-01]") {
  Given g;
  auto m = meeting(MeetingType::TDO);
  CHECK(g.fails("MEET-01", m));
  CHECK_FALSE(g.fails("MEET-01", meeting(MeetingType::TEAM)));
  CHECK_FALSE(g.fails("MEET-01", meeting(MeetingType::TDO).fills(0, {0, 2})));
  auto guest = m.facts().getMeetingHeld().initAttendees(1)[0];
  guest.setSubject(data(person("J")));
  guest.setPresence(Presence::PART);
  CHECK_FALSE(g.fails("MEET-01", m));
}

TEST_CASE("at a TDO every organisation of the case is there or excused", "[rule:MEET-04]") {
  Given g;
  g.involve("h2", "O4", Role::HOUSING_OFFICER, InvolvementTask::HOUSING);
  g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-02-11");
  auto m = meeting(MeetingType::TDO);
  CHECK(g.values_of("MEET-04", m)["parties"] == to_text(org("O4")));
  CHECK_FALSE(g.fails("MEET-04", meeting(MeetingType::MDO)));
  auto guest = m.facts().getMeetingHeld().initAttendees(1)[0];
  guest.setActor(data(actor("h2")));
  guest.setPresence(Presence::NOT_INVITED);
  CHECK(g.fails("MEET-04", m));
  guest.setPresence(Presence::ABSENT_INVITED);
  CHECK_FALSE(g.fails("MEET-04", m));
  CHECK(g.values_of("MEET-04", m.at("2020-02-11 14:00"))["parties"] == to_text(org("O14")));
  guest.disownActor();
  guest.setOrg(data(org("O4")));
  CHECK_FALSE(g.fails("MEET-04", m.at("2020-02-10 14:00")));
}

TEST_CASE("at a calibration TDO present professionals can commit their organisation, family members need no mandate", "[rule:MEET-04]") {
  Given g;
  auto m = meeting(MeetingType::IJKINGS_TDO);
  auto list = m.facts().getMeetingHeld().initAttendees(2);
  list[0].setActor(data(actor("h2")));
  list[0].setPresence(Presence::PART);
  list[0].setMandated(YesNoUnknown::UNKNOWN);
  list[1].setSubject(data(person("J")));
  list[1].setPresence(Presence::PRESENT);
  CHECK(g.values_of("MEET-04", m)["parties"] == to_text(actor("h2")));
  list[0].setMandated(YesNoUnknown::YES);
  CHECK_FALSE(g.fails("MEET-04", m));
  list[0].setMandated(YesNoUnknown::NO);
  list[0].setPresence(Presence::ABSENT_INVITED);
  CHECK_FALSE(g.fails("MEET-04", m));
}

TEST_CASE("whoever puts a decision of others aside says on what basis and why, and tells them", "[rule:MEET-07]") {
  Given g;
  const EventId before = g.record(decided(DecisionClass::PLAN, {"w3", "b1", "h2"}));
  auto d = decided(DecisionClass::OVERRIDE, {"w3"}).fills(0, {1}).refers(RefType::SUPERSEDES, before);
  auto f = d.facts().getDecisionTaken();
  f.setOverrideBasis(OverrideBasis::MET_FAMILY);
  f.initNotified(1).set(0, data(actor("b1")));
  CHECK(g.values_of("MEET-07", d)["team"] == to_text(actor("h2")));
  f.initNotified(2).set(0, data(actor("b1")));
  f.getNotified().set(1, data(actor("h2")));
  CHECK_FALSE(g.fails("MEET-07", d));
  f.setOverrideBasis(OverrideBasis::FILE_ONLY);
  CHECK(g.values_of("MEET-07", d)["basis"] == "fileOnly");
  f.setOverrideBasis(OverrideBasis::UNSET);
  CHECK(g.fails("MEET-07", d));
  f.setOverrideBasis(OverrideBasis::TEAM_ADVICE);
  CHECK_FALSE(g.fails("MEET-07", d));
  d.header().initParts(0);
  CHECK(g.fails("MEET-07", d));
}

TEST_CASE("an override names what it puts aside, of a plan that is whoever adopted it", "[rule:MEET-07]") {
  Given g;
  Happening plan(804, "2020-02-01 10:00");
  plan.facts().initPlanAdopted();
  g.record(plan.by("b1", Role::SPECIALIST));
  auto d = decided(DecisionClass::OVERRIDE, {"w3"}).fills(0, {1});
  d.facts().getDecisionTaken().setOverrideBasis(OverrideBasis::TEAM_ADVICE);
  CHECK(g.fails("MEET-07", d));
  CHECK(g.values_of("MEET-07", d.refers(RefType::SUPERSEDES, plan.id()))["team"] == to_text(actor("b1")));
  CHECK_FALSE(g.fails("MEET-07", decided(DecisionClass::PLAN, {"w3"})));
}

TEST_CASE("a meeting for headlines gets no content and no narrative", "[rule:MEET-03]") {
  Given g;
  auto m = meeting(MeetingType::ZAT);
  CHECK(g.fails("MEET-03", m));
  CHECK_FALSE(g.fails("MEET-03", meeting(MeetingType::MDO)));
  m.facts().getMeetingHeld().setDetail(DetailLevel::HEADLINES);
  CHECK_FALSE(g.fails("MEET-03", m));
  auto report = visit(ContactMode::OFFICE).fills(0, {0}, PartClass::NARRATIVE).fills(0, {0}, PartClass::SAFETY);
  g.record(report);
  auto item = m.facts().getMeetingHeld().initItems(1)[0];
  item.setEvent(data(report.id()));
  CHECK(g.fails("MEET-03", m));
  item.setPart(1);
  CHECK_FALSE(g.fails("MEET-03", m));
}

TEST_CASE("a process director assesses a signal on headlines only", "[rule:MEET-03]") {
  Given g;
  const EventId told = g.record(signal(six));
  auto a = assessed(told, {}).by("d1", Role::PROCESS_DIRECTOR);
  CHECK_FALSE(g.fails("MEET-03", a));
  a.facts().getSignalAssessed().setDetail(DetailLevel::PROCESS);
  CHECK(g.fails("MEET-03", a));
  CHECK_FALSE(g.fails("MEET-03", a.by("w3", Role::WIJKCOACH)));
}

TEST_CASE("deciding against a preference is explained to the person, with what it means", "[rule:MEET-05]") {
  Given g;
  auto d = decided(DecisionClass::PLAN, {"w3"});
  CHECK_FALSE(g.fails("MEET-05", d));
  d.facts().getDecisionTaken().setPreference(PreferenceFollowed::PARTLY);
  CHECK(g.fails("MEET-05", d));
  CHECK(g.fails("MEET-05", d.fills(1, {0})));
  CHECK_FALSE(g.fails("MEET-05", d.fills(1, {0, 1})));
}

TEST_CASE("a decision weighs the family, and the child when there is one", "[rule:MEET-06]") {
  Given g;
  auto d = decided(DecisionClass::PLAN, {"w3"});
  CHECK(g.fails("MEET-06", d.at("2020-02-10 15:45")));
  d.fills(0, {1, 3});
  CHECK(g.values_of("MEET-06", d)["levels"] == "childInterest");
  CHECK_FALSE(g.fails("MEET-06", d.at("2020-03-31 10:00")));  // J, the youngest, is eighteen now
  d.facts().getDecisionTaken().getImpactOn().set(0, DecisionLevel::REGION);
  CHECK(g.values_of("MEET-06", d)["levels"] == "family");
}

TEST_CASE("nobody decides on safety alone", "[rule:SAFE-01]") {
  Given g;
  CHECK_FALSE(g.fails("SAFE-01", decided(DecisionClass::SAFETY, {"w3", "g1"})));
  CHECK(g.fails("SAFE-01", decided(DecisionClass::SAFETY, {"w3", "w3"})));
  CHECK_FALSE(g.fails("SAFE-01", decided(DecisionClass::HOUSING_MONEY, {"w3"})));
  auto j = judged("C4");
  j.facts().getSafetyJudged().initDeciders(0);
  CHECK(g.fails("SAFE-01", j));
  CHECK(g.fails("SAFE-01", j.refers(RefType::BASED_ON, g.record(consulted("g1", "2020-03-17 11:01")))));
  CHECK(g.fails("SAFE-01", j.refers(RefType::BASED_ON, g.record(consulted("w3", "2020-03-17 10:00")))));
  CHECK_FALSE(g.fails("SAFE-01", j.refers(RefType::BASED_ON, g.record(consulted("g1", "2020-03-17 11:00")))));
}

TEST_CASE("safety is judged with an instrument, for now and for later", "[rule:SAFE-02]") {
  Given g;
  auto j = judged("C4");
  auto f = j.facts().getSafetyJudged();
  CHECK_FALSE(g.fails("SAFE-02", j));
  f.setFuture(FutureRisk::UNCLEAR);
  CHECK(g.fails("SAFE-02", j));
  f.setFuture(FutureRisk::LOW);
  f.setInstrument(Instrument::UNSET);
  CHECK(g.fails("SAFE-02", j));
}

TEST_CASE("a child of four is heard in the three months before, a child of three need not be", "[rule:ASMT-05]") {
  Given g;
  g.add_person("C4", "2015-04", AgeBand::UNDER12, PersonRole::CHILD);
  CHECK(g.values_of("ASMT-05", judged("C4"))["child"] == to_text(person("C4")));
  g.record(heard("C4", "2020-01-05 10:00"));
  CHECK_FALSE(g.fails("ASMT-05", judged("C4", "2020-04-05 10:00")));
  CHECK(g.fails("ASMT-05", judged("C4", "2020-04-05 10:01")));
  g.add_person("C3", "2016-03", AgeBand::UNDER12, PersonRole::CHILD);
  CHECK_FALSE(g.fails("ASMT-05", judged("C3", "2020-03-30 10:00")));
  CHECK(g.fails("ASMT-05", judged("C3", "2020-03-31 10:00")));
}

TEST_CASE("an assessment hears the children that it covers, an evaluation those at home", "[rule:ASMT-05]") {
  Given g;
  g.add_person("C8", "2011-06", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_person("C9", "2010-06", AgeBand::UNDER12, PersonRole::CHILD, false);
  Happening assessed(602, "2020-03-17 11:00");
  auto row = assessed.facts().initAssessmentMade().initCoverage(1)[0];
  row.setSubject(data(person("C9")));
  row.setDomain(LifeDomain::EDUCATION);
  row.setStatus(CoverageStatus::ASSESSED);
  CHECK(g.values_of("ASMT-05", assessed)["child"] == to_text(person("C9")));
  Happening evaluated(1001, "2020-03-17 11:00");
  evaluated.facts().initEvaluationHeld();
  CHECK(g.values_of("ASMT-05", evaluated)["child"] == to_text(person("J")) + "," + to_text(person("C8")));
  g.record(heard("C8", "2020-03-01 10:00"));
  g.record(heard("J", "2020-03-01 10:00"));
  CHECK_FALSE(g.fails("ASMT-05", evaluated));
  CHECK(g.fails("ASMT-05", evaluated.at("2020-06-01 10:01")));
}
