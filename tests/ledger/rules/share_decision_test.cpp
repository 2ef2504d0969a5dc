#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening consultation(const std::string& at, ConsultKind kind = ConsultKind::COLLEAGUE) {
  Happening h(504, at);
  auto f = h.facts().initConsultationHeld();
  f.setConsultKind(kind);
  f.initWith(1).set(0, data(actor("g1")));
  return h;
}
Happening ots(const std::string& until) {
  Happening h(906, "2019-03-08 12:00");
  auto f = h.facts().initDwangDecided();
  f.setMeasure(DwangMeasure::OTS);
  f.setOutcome(DwangOutcome::GRANTED);
  fill_date(f.initDecidedOn(), "2019-03-08");
  fill_date(f.initValidUntil(), until);
  f.setExecutor(data(org("O7")));
  f.initAbout(1).set(0, data(person("J")));
  return h;
}
Happening meldcode(MeldcodeOutcome outcome, const std::string& about = "J") {
  Happening h(606, "2020-02-02 10:00");
  auto f = h.facts().initMeldcodeStepTaken();
  auto step = f.initSteps(1)[0];
  step.setStep(MeldcodeStep::SIGNALS);
  step.setOutcome(outcome);
  f.initAbout(1).set(0, data(person(about)));
  return h;
}
Happening crisis(const std::string& at) {
  Happening h(304, at);
  h.facts().initCrisisDeclared().setCrisisKind(CrisisKind::VIOLENCE);
  return h;
}
DecisionSpec excepted(ShareException exception) { return {.route = ShareRoute::EXCEPTION, .exception = exception}; }

}  // namespace

TEST_CASE("a decision to share without article, basis or proportionality is incomplete", "[rule:SHARE-02]") {
  Given g;
  CHECK_FALSE(g.fails("SHARE-02", g.decision({})));
  CHECK(g.values_of("SHARE-02", g.decision({.article = ""}))["missing"] == "article");
  auto d = g.decision({});
  d.facts().getShareDecided().setBasis(AvgBasis::UNKNOWN);
  d.header().initParts(0);
  CHECK(g.values_of("SHARE-02", d.fills(0, {0, 4, 5, 9}))["missing"] == "basis,proportionality");
  CHECK_FALSE(g.fails("SHARE-02", g.decision({.decision = ShareDecision::DO_NOT_SHARE, .article = ""})));
}

TEST_CASE("consent covers what it names, to whom, for what and no more", "[rule:SHARE-03]") {
  Given g;
  const EventId given = g.record(g.consent({}));
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.consents = {given}})));
  CHECK(g.fails("SHARE-03", g.decision({.to = {"O4", "O7"}, .consents = {given}})));
  CHECK(g.fails("SHARE-03", g.decision({.purpose = SharePurpose::REFERRAL, .consents = {given}})));
  CHECK(g.fails("SHARE-03", g.decision({.about = {"J", "P"}, .consents = {given}})));
  const auto wider = g.decision({.categories = {DataCategory::HOUSING, DataCategory::INCOME}, .consents = {given}});
  CHECK(g.values_of("SHARE-03", wider)["gap"] == to_text(person("J")) + ",income");
}

TEST_CASE("family is not health, contact is not reporter", "[rule:SHARE-03]") {
  Given g;
  const EventId given = g.record(g.consent({.categories = {DataCategory::FAMILY, DataCategory::CONTACT}}));
  CHECK(g.fails("SHARE-03", g.decision({.categories = {DataCategory::PHYSICAL_HEALTH}, .consents = {given}})));
  CHECK(g.fails("SHARE-03", g.decision({.categories = {DataCategory::REPORTER}, .consents = {given}})));
}

TEST_CASE("a consent that is not cited covers nothing of the decision", "[rule:SHARE-03]") {
  Given g;
  g.record(g.consent({}));
  CHECK(g.fails("SHARE-03", g.decision({})));
  CHECK_FALSE(g.fails("SHARE-04", g.decision({})));
}

TEST_CASE("consent holds through its last day and not the day after", "[rule:SHARE-03]") {
  Given g;
  const EventId given = g.record(g.consent({.from = "2020-02-03", .until = "2020-03-01"}));
  CHECK(g.fails("SHARE-03", g.decision({.consents = {given}, .at = "2020-02-02 23:59"})));
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.consents = {given}, .at = "2020-02-03 00:00"})));
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.consents = {given}, .at = "2020-02-29 23:59"})));
  CHECK(g.fails("SHARE-03", g.decision({.consents = {given}, .at = "2020-03-01 00:00"})));
}

TEST_CASE("a withdrawal ends the consent from its minute on", "[rule:SHARE-03]") {
  Given g;
  const EventId given = g.record(g.consent({}));
  g.record(g.withdrawal(given, "J", "2020-02-03 10:00"));
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.consents = {given}, .at = "2020-02-03 09:59"})));
  CHECK(g.fails("SHARE-03", g.decision({.consents = {given}, .at = "2020-02-03 10:00"})));
}

TEST_CASE("a later refusal ends a consent where their scopes meet, and a later consent ends the refusal", "[rule:SHARE-04]") {
  Given g;
  const EventId given = g.record(g.consent({}));
  g.record(g.refusal("J", {"O4"}, {DataCategory::DEBTS}, "2020-02-01 10:00"));
  CHECK(g.fails("SHARE-04", g.decision({.consents = {given}})));
  CHECK_FALSE(g.fails("SHARE-04", g.decision({.categories = {DataCategory::HOUSING}, .consents = {given}})));
  CHECK_FALSE(g.fails("SHARE-04", g.decision({.consents = {given}, .at = "2020-02-01 09:59"})));
  const EventId again = g.record(g.consent({.at = "2020-02-02 10:00"}));
  CHECK_FALSE(g.fails("SHARE-04", g.decision({.consents = {again}})));
}

TEST_CASE("an imported or delegated consent satisfies no rule", "[rule:SHARE-03]") {
  Given g;
  const EventId imported = g.record(g.consent({}).performed(PerformerBasis::IMPORT));
  const EventId delegated = g.record(g.consent({}).performed(PerformerBasis::DELEGATION));
  const EventId dictated = g.record(g.consent({}).performed(PerformerBasis::DICTATION));
  CHECK(g.fails("SHARE-03", g.decision({.consents = {imported, delegated}})));
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.consents = {dictated}})));
}

TEST_CASE("a class covers only who is active in the case, and only an open class", "[rule:SHARE-03]") {
  Given g;
  auto c = g.consent({});
  auto to = c.facts().getConsentGiven().initRecipients(1)[0];
  to.setClass(RecipientClass::PARTNER);
  const EventId given = g.record(c);
  CHECK(g.fails("SHARE-03", g.decision({.consents = {given}})));
  g.involve("h2", "O4", Role::HOUSING_OFFICER, InvolvementTask::HOUSING, "2020-02-03");
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.consents = {given}})));
  CHECK(g.fails("SHARE-03", g.decision({.cls = RecipientClass::THIRD_PARTY, .consents = {given}})));
}

TEST_CASE("for a child every parent with gezag consents, and who is missing is named", "[rule:SHARE-04]") {
  Given g;
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  for (const char* parent : {"M", "F"}) g.add_link(parent, "C", RelationType::PARENT_OF, Gezag::JOINT);
  ConsentSpec by_m{.about = {"C"}, .grantor = "M", .capacity = GrantorCapacity::PARENT_WITH_GEZAG, .until = "2026-01-01"};
  const EventId mother = g.record(g.consent(by_m));
  CHECK(g.values_of("SHARE-04", g.decision({.about = {"C"}, .consents = {mother}}))["grantors"] == to_text(person("F")));
  CHECK(g.fails("SHARE-03", g.decision({.about = {"C"}, .consents = {mother}})));
  by_m.grantor = "F";
  const EventId father = g.record(g.consent(by_m));
  CHECK_FALSE(g.fails("SHARE-04", g.decision({.about = {"C"}, .consents = {mother, father}})));
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.about = {"C"}, .consents = {mother, father}})));
  // From twelve the youth is asked too; in the month of the birthday both sides are accepted.
  CHECK_FALSE(g.fails("SHARE-04", g.decision({.about = {"C"}, .consents = {mother, father}, .at = "2024-05-20 10:00"})));
  CHECK(g.fails("SHARE-04", g.decision({.about = {"C"}, .consents = {mother, father}, .at = "2024-05-31 10:00"})));
}

TEST_CASE("where no holder of gezag is known nobody has consented for a child", "[rule:SHARE-04]") {
  Given g;
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_link("M", "C", RelationType::PARENT_OF, Gezag::UNKNOWN);
  CHECK(g.fails("SHARE-04", g.decision({.about = {"C"}})));
}

TEST_CASE("where the municipality asks one parent, one parent is enough", "[rule:SHARE-04]") {
  Given g;
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  for (const char* parent : {"M", "F"}) g.add_link(parent, "C", RelationType::PARENT_OF, Gezag::JOINT);
  const EventId mother = g.record(g.consent({.about = {"C"}, .grantor = "M", .capacity = GrantorCapacity::PARENT_WITH_GEZAG}));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"parentsNeeded", "one"}});
  CHECK_FALSE(g.fails("SHARE-03", g.decision({.about = {"C"}, .consents = {mother}})));
}

TEST_CASE("sharing without consent answers six questions, or three where the law gives the route", "[rule:SHARE-05]") {
  Given g;
  auto d = g.decision(excepted(ShareException::CONFLICT_OF_DUTIES));
  CHECK_FALSE(g.fails("SHARE-05", d));
  d.header().initParts(0);
  CHECK(g.values_of("SHARE-05", d.fills(0, {0, 1, 2, 4, 5}))["questions"] == "danger");
  auto direct = g.decision(excepted(ShareException::DIRECTLY_INVOLVED));
  direct.header().initParts(0);
  CHECK_FALSE(g.fails("SHARE-05", direct.fills(0, {0, 4, 5})));
}

TEST_CASE("a refusal in force for this scope is named by the decision that goes against it", "[rule:SHARE-05]") {
  Given g;
  const EventId no = g.record(g.refusal("J", {"O4"}, {DataCategory::DEBTS}, "2020-02-01 10:00"));
  auto d = g.decision(excepted(ShareException::CONFLICT_OF_DUTIES));
  CHECK(g.values_of("SHARE-05", d)["questions"] == to_text(no));
  CHECK_FALSE(g.fails("SHARE-05", g.decision({.to = {"O14"}, .route = ShareRoute::EXCEPTION, .exception = ShareException::CONFLICT_OF_DUTIES})));
  CHECK_FALSE(g.fails("SHARE-05", d.refers(RefType::BASED_ON, no)));
  g.record(g.consent({.at = "2020-02-02 10:00"}));
  CHECK_FALSE(g.fails("SHARE-05", g.decision(excepted(ShareException::CONFLICT_OF_DUTIES))));
}

TEST_CASE("a conflict of duties was discussed with another professional before", "[rule:SHARE-06]") {
  Given g;
  auto d = g.decision(excepted(ShareException::CONFLICT_OF_DUTIES));
  CHECK(g.values_of("SHARE-06", d)["missing"] == "504");
  d.refers(RefType::BASED_ON, g.record(consultation("2020-02-03 09:01")));
  CHECK(g.fails("SHARE-06", d));
  d.refers(RefType::BASED_ON, g.record(consultation("2020-02-03 09:00")));
  CHECK_FALSE(g.fails("SHARE-06", d));
}

TEST_CASE("the institution under supervision is informed while the supervision lasts", "[rule:SHARE-06]") {
  Given g;
  g.record(ots("2020-03-10"));
  auto to_gi = excepted(ShareException::GI_INFORMANT);
  to_gi.to = {"O7"};
  to_gi.at = "2020-03-09 23:59";
  CHECK_FALSE(g.fails("SHARE-06", g.decision(to_gi)));
  to_gi.at = "2020-03-10 00:00";
  CHECK(g.fails("SHARE-06", g.decision(to_gi)));
  to_gi.at = "2020-03-09 23:59";
  to_gi.to = {"O4"};
  CHECK(g.fails("SHARE-06", g.decision(to_gi)));
}

TEST_CASE("directly involved is who is active in the case in a helping role", "[rule:SHARE-06]") {
  Given g;
  auto d = excepted(ShareException::DIRECTLY_INVOLVED);
  d.to = {"O14"};
  CHECK(g.fails("SHARE-06", g.decision(d)));
  g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-02-03");
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-02 23:59";
  CHECK(g.fails("SHARE-06", g.decision(d)));
  g.involve("h2", "O4", Role::HOUSING_OFFICER, InvolvementTask::HOUSING, "2020-01-01");
  CHECK(g.fails("SHARE-06", g.decision(excepted(ShareException::DIRECTLY_INVOLVED))));
}

TEST_CASE("a report to Veilig Thuis rests on the meldcode, or on danger that lasts", "[rule:SHARE-06]") {
  auto d = excepted(ShareException::VT_REPORT);
  d.cls = RecipientClass::VEILIG_THUIS;
  Given g;
  CHECK(g.fails("SHARE-06", g.decision(d)));
  Given by_meldcode = g;
  by_meldcode.record(meldcode(MeldcodeOutcome::REPORT_NOT_NECESSARY));
  CHECK(by_meldcode.fails("SHARE-06", g.decision(d)));
  by_meldcode.record(meldcode(MeldcodeOutcome::REPORT_NECESSARY, "P"));
  CHECK(by_meldcode.fails("SHARE-06", g.decision(d)));
  by_meldcode.record(meldcode(MeldcodeOutcome::REPORT_NECESSARY));
  CHECK_FALSE(by_meldcode.fails("SHARE-06", g.decision(d)));
  auto elsewhere = d;
  elsewhere.cls = RecipientClass::PARTNER;
  CHECK(by_meldcode.fails("SHARE-06", g.decision(elsewhere)));
  const EventId declared = g.record(crisis("2020-01-01 10:00"));
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  Happening over(305, "2020-02-03 09:01");
  over.facts().initCrisisActionTaken().setState(CrisisState::ENDED);
  g.record(over.refers(RefType::CONCERNS, declared));
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-03 09:01";
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("a unilateral intervention is open until the repair after it", "[rule:SHARE-06]") {
  auto d = excepted(ShareException::VT_REPORT);
  d.cls = RecipientClass::VEILIG_THUIS;
  Given g;
  Happening action(909, "2020-01-30 10:00");
  action.facts().initUnilateralActionTaken();
  g.record(action);
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  Happening repaired(910, "2020-02-03 08:00");
  repaired.facts().initCooperationRestored();
  g.record(repaired.refers(RefType::CONCERNS, action.id()));
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("vital interest rests on acute danger, or a crisis of at most two days ago", "[rule:SHARE-06]") {
  const auto d = excepted(ShareException::VITAL_INTEREST);
  Given g;
  CHECK(g.fails("SHARE-06", g.decision(d)));
  Given acute = g;
  auto step = meldcode(MeldcodeOutcome::CONTINUE);
  acute.record(step);
  CHECK(acute.fails("SHARE-06", g.decision(d)));
  auto now = meldcode(MeldcodeOutcome::CONTINUE);
  now.facts().getMeldcodeStepTaken().setAcute(YesNoUnknown::YES);
  acute.record(now);
  CHECK_FALSE(acute.fails("SHARE-06", g.decision(d)));
  Given old = g;
  old.record(crisis("2020-02-01 08:59"));
  CHECK(old.fails("SHARE-06", g.decision(d)));
  old.record(crisis("2020-02-01 09:00"));
  CHECK_FALSE(old.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("incapacity in an emergency asks both, of each person", "[rule:SHARE-06]") {
  const auto d = excepted(ShareException::INCAPACITY_EMERGENCY);
  Given g;
  g.record(crisis("2020-02-02 10:00"));
  CHECK(g.fails("SHARE-06", g.decision(d)));
  auto said = g.consent({});
  said.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::NOT_CAPABLE);
  g.record(said);
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  auto two = d;
  two.about = {"J", "P"};
  CHECK(g.fails("SHARE-06", g.decision(two)));
  auto later = d;
  later.at = "2020-02-04 10:01";
  CHECK(g.fails("SHARE-06", g.decision(later)));
}

TEST_CASE("a legal claim lasts while the complaint is not final, for its forum and its parties", "[rule:SHARE-06]") {
  auto d = excepted(ShareException::LEGAL_CLAIM);
  d.cls = RecipientClass::DISCIPLINARY_BODY;
  Given g;
  CHECK(g.fails("SHARE-06", g.decision(d)));
  Happening complaint(1210, "2020-01-20 10:00");
  auto f = complaint.facts().initComplaintRecorded();
  f.setForum(ComplaintForum::SKJ);
  f.setStage(ComplaintStage::DECIDED);
  f.setAgainstOrg(data(org("O2")));
  g.record(complaint);
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  auto other = d;
  other.cls = RecipientClass::COMPLAINTS_BODY;
  CHECK(g.fails("SHARE-06", g.decision(other)));
  other.to = {"O2"};
  CHECK_FALSE(g.fails("SHARE-06", g.decision(other)));
  Happening final_row(1210, "2020-02-01 10:00");
  final_row.facts().initComplaintRecorded().setForum(ComplaintForum::SKJ);
  final_row.facts().getComplaintRecorded().setStage(ComplaintStage::FINAL);
  g.record(final_row.refers(RefType::FOLLOWS, complaint.id()));
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("a request of the board rests on unsafety, or on a weighing about the person", "[rule:SHARE-06]") {
  auto d = excepted(ShareException::BOARD_REQUEST);
  d.cls = RecipientClass::BOARD;
  Given g;
  Happening weighed(901, "2020-02-03 09:00");
  weighed.facts().initCoercionWeighed().initAbout(1).set(0, data(person("P")));
  g.record(weighed);
  CHECK(g.fails("SHARE-06", g.decision(d)));
  Happening about(901, "2020-02-03 09:00");
  about.facts().initCoercionWeighed().initAbout(1).set(0, data(person("J")));
  g.record(about);
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-03 08:59";
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("an exception without anything in the case that it could rest on does not hold", "[rule:SHARE-06]") {
  Given g;
  for (auto exception : {ShareException::VT_REPORT, ShareException::VITAL_INTEREST, ShareException::LEGAL_CLAIM, ShareException::UNSET})
    CHECK(g.fails("SHARE-06", g.decision(excepted(exception))));
}

TEST_CASE("a legal duty is an article that the law table marks as one", "[rule:SHARE-06]") {
  Given g;
  auto d = excepted(ShareException::LEGAL_DUTY);
  d.article = "LPW-22";
  CHECK(g.fails("SHARE-06", g.decision(d)));
  g.policy(PolicyKind::LAW_TABLE, {{"dutyArticles", "LPW-22,BM-2"}}, "2020-02-03");
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-02 23:59";
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("health data need an exception, and social service a recipient bound to secrecy", "[rule:SHARE-07]") {
  Given g;
  auto d = g.decision({.categories = {DataCategory::PHYSICAL_HEALTH, DataCategory::HOUSING}});
  auto f = d.facts().getShareDecided();
  CHECK(g.values_of("SHARE-07", d)["categories"] == "physicalHealth");
  f.setArt9(Art9Exception::SOCIAL_SERVICE);
  CHECK_FALSE(g.fails("SHARE-07", d));
  f.setRecipientSecrecy(SecrecyDuty::NONE);
  CHECK(g.fails("SHARE-07", d));
  f.setArt9(Art9Exception::EXPLICIT_CONSENT);
  CHECK_FALSE(g.fails("SHARE-07", d));
  CHECK_FALSE(g.fails("SHARE-07", g.decision({})));
}

TEST_CASE("criminal data need a ground of their own", "[rule:SHARE-08]") {
  Given g;
  auto d = g.decision({.categories = {DataCategory::CRIMINAL}});
  CHECK(g.fails("SHARE-08", d));
  d.facts().getShareDecided().setArt10(Art10Ground::NOT_ESTABLISHED);
  CHECK(g.fails("SHARE-08", d));
  d.facts().getShareDecided().setArt10(Art10Ground::PUBLIC_AUTHORITY);
  CHECK_FALSE(g.fails("SHARE-08", d));
}

TEST_CASE("from the Jeugdwet to the Wmo data cross with explicit consent only", "[rule:SHARE-09]") {
  Given g;
  const DecisionSpec crossing{.to_laws = {TaskLaw::WMO}};
  CHECK(g.fails("SHARE-09", g.decision(crossing)));
  CHECK_FALSE(g.fails("SHARE-09", g.decision({})));
  const EventId explicitly = g.record(g.consent({.kind = ConsentKind::WETTELIJK_UITDRUKKELIJK, .law = TaskLaw::WMO, .until = "2020-03-01"}));
  auto d = crossing;
  d.consents = {explicitly};
  CHECK_FALSE(g.fails("SHARE-09", g.decision(d)));
  d.at = "2020-03-01 00:00";
  CHECK(g.fails("SHARE-09", g.decision(d)));
  auto duty = excepted(ShareException::LEGAL_DUTY);
  duty.to_laws = {TaskLaw::WMO};
  CHECK_FALSE(g.fails("SHARE-09", g.decision(duty)));
}

TEST_CASE("a decision names the own privacy protocol, and with a partner there is an agreement", "[rule:SHARE-14]") {
  Given g;
  CHECK_FALSE(g.fails("SHARE-14", g.decision({})));
  CHECK(g.values_of("SHARE-14", g.decision({.to = {"O14"}}))["org"] == to_text(org("O14")));
  auto d = g.decision({});
  d.header().initReferences(0);
  CHECK(g.fails("SHARE-14", d));
  CHECK(g.fails("SHARE-14", g.decision({.at = "2019-01-06 23:59"})));
}

TEST_CASE("not sharing has a reason and a motive", "[rule:SHARE-15]") {
  Given g;
  auto d = g.decision({.decision = ShareDecision::POSTPONE});
  CHECK(g.fails("SHARE-15", d));
  d.facts().getShareDecided().setNotShareReason(NotShareReason::NO_GROUND);
  CHECK_FALSE(g.fails("SHARE-15", d));
  d.header().initParts(0);
  CHECK(g.fails("SHARE-15", d));
  for (const char* gate : {"SHARE-02", "SHARE-03", "SHARE-04", "SHARE-05", "SHARE-06"}) CHECK_FALSE(g.fails(gate, d));
}

TEST_CASE("naming staff to somebody concerned is weighed with the privacy officer", "[rule:ACC-04]") {
  Given g;
  auto d = g.decision({.cls = RecipientClass::SUBJECT_SELF, .categories = {DataCategory::STAFF_IDENTITY}});
  CHECK(g.fails("ACC-04", d));
  d.refers(RefType::BASED_ON, g.record(consultation("2020-02-01 10:00")));
  CHECK(g.fails("ACC-04", d));
  d.refers(RefType::BASED_ON, g.record(consultation("2020-02-01 10:00", ConsultKind::PRIVACY_OFFICER)));
  CHECK_FALSE(g.fails("ACC-04", d));
}
