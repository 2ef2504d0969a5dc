#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

// What somebody opens: classes of parts, about whom, for what.
struct Opening {
  std::string viewer = "w3";
  Role role = Role::WIJKCOACH;
  std::vector<PartClass> classes{PartClass::NARRATIVE};
  std::vector<std::string> about{"J"};
  AccessPurpose purpose = AccessPurpose::HELP_EXECUTION;
  std::string at = "2020-02-03 10:00";
};
Happening view(const Opening& o) {
  Happening h(1301, o.at);
  auto f = h.facts().initPartsViewed();
  f.setViewer(data(actor(o.viewer)));
  f.initCases(1)[0].setCase(data(the_case()));
  f.setPurpose(o.purpose);
  f.setParts(o.classes.size());
  fill_codes(f.initClasses(static_cast<unsigned>(o.classes.size())), o.classes);
  auto people = f.initAbout(static_cast<unsigned>(o.about.size()));
  for (unsigned i = 0; i < o.about.size(); ++i) people.set(i, data(person(o.about[i])));
  return h.by(o.viewer, o.role);
}
// Empty when allowed, else why not.
std::string reason(const Given& g, const Opening& o) {
  const auto refused = g.power(view(o));
  return refused ? refused->values.at("reason") : "";
}
Happening enrol(const std::string& by, std::uint16_t kind = 103) {
  Happening h(kind, "2020-02-03 10:00");
  if (kind == 103) h.facts().initActorEnrolled();
  if (kind == 102) h.facts().initOrganisationRegistered();
  if (kind == 108) h.facts().initAgreementRegistered();
  if (kind == 1401) h.facts().initImportOpened();
  return h.by(by, Role::LEDGER_ADMIN);
}
Happening break_glass(const std::string& viewer, const std::string& at, const std::string& until) {
  Happening h(1304, at);
  h.header().setCase(data(the_case()));
  auto f = h.facts().initBreakGlassUsed();
  f.setViewer(data(actor(viewer)));
  f.initUntil().setMicros(local(until));
  f.initClasses(1).set(0, PartClass::NARRATIVE);
  f.initAbout(1).set(0, data(person("J")));
  return h.by(viewer, Role::SPECIALIST);
}
void begin(Given& g, const std::string& registrar) {
  Happening h(101, "2019-01-07 08:00");
  auto f = h.facts().initLedgerCreated();
  auto k = f.initKeys(1)[0];
  const auto id = key(registrar);
  k.setKey({id.data(), id.size()});
  k.setOwner(data(actor(registrar)));
  g.record(h);
}

Happening enrolled_service_key() {
  Happening h(104, "2019-01-07 09:00");
  auto f = h.facts().initKeyEnrolled();
  const auto id = key("service");
  f.setKey({id.data(), id.size()});
  f.setUse(KeyUse::SERVICE);
  return h;
}

}  // namespace

TEST_CASE("a wijkcoach of the case reads every class but health and crime, which need an own act there", "[rule:ACC-01]") {
  Given g;
  CHECK(reason(g, {}) == "");
  CHECK(reason(g, {.classes = {PartClass::SAFETY, PartClass::FACTS}}) == "");
  g.involve("w9", "O2", Role::WIJKCOACH, InvolvementTask::COORDINATION, "2020-01-01");
  CHECK(reason(g, {.viewer = "w9"}) == "");
  CHECK(reason(g, {.viewer = "w9", .classes = {PartClass::HEALTH}}) == "health");
}

TEST_CASE("reading begins with the involvement and needs a purpose of the role", "[rule:ACC-01]") {
  Given g;
  g.involve("w9", "O2", Role::WIJKCOACH, InvolvementTask::COORDINATION, "2020-02-03");
  CHECK(reason(g, {.viewer = "w9", .at = "2020-02-02 23:30"}) == "involvement");
  CHECK(reason(g, {.viewer = "w9", .at = "2020-02-03 00:00"}) == "");
  CHECK(reason(g, {.purpose = AccessPurpose::COMPLAINT}) == "purpose");
}

TEST_CASE("a power counts when the ledger acts, not on the earlier day that the header gives", "[rule:ACC-01]") {
  Given g;
  g.mandate("d1", Role::DISCIPLINARY_READER, MandateScope::CASE_ONLY, {MandatePower::READ_PARTS}, {}, "2020-02-03 10:00");
  const Opening o{.viewer = "d1", .role = Role::DISCIPLINARY_READER, .purpose = AccessPurpose::DISCIPLINARY, .at = "2020-02-03 09:40"};
  CHECK_FALSE(g.power(view(o)));
  CHECK(g.power(view(o).recorded("2020-02-03 10:00")));
}

TEST_CASE("an organisation mandate records and opens nothing", "[rule:ACC-01]") {
  Given g;
  CHECK(reason(g, {.viewer = "h2", .role = Role::HOUSING_OFFICER, .purpose = AccessPurpose::OWN_RECORDS}) == "involvement");
  CHECK(reason(g, {.viewer = "h2", .role = Role::HOUSING_OFFICER, .classes = {}, .purpose = AccessPurpose::OWN_RECORDS}) == "");
}

TEST_CASE("the privacy officer opens under an organisation mandate, for three purposes only", "[rule:ACC-01]") {
  Given g;
  g.professional("po1", "O1", Role::PRIVACY_OFFICER);
  Opening o{.viewer = "po1", .role = Role::PRIVACY_OFFICER, .classes = {PartClass::HEALTH, PartClass::CRIMINAL}};
  for (auto purpose : {AccessPurpose::PRIVACY_REVIEW, AccessPurpose::RIGHTS_REQUEST, AccessPurpose::COMPLAINT}) {
    o.purpose = purpose;
    CHECK(reason(g, o) == "");
  }
  o.purpose = AccessPurpose::HELP_EXECUTION;
  CHECK(reason(g, o) == "purpose");
}

TEST_CASE("a registrar named by genesis reads no content", "[rule:ACC-01]") {
  Given g;
  begin(g, "ra");
  CHECK(reason(g, {.viewer = "ra", .role = Role::LEDGER_ADMIN, .purpose = AccessPurpose::TECHNICAL}) == "role");
  CHECK(reason(g, {.viewer = "ra"}) == "involvement");
}

TEST_CASE("a client reads about themselves and about nobody else", "[rule:ACC-01]") {
  Given g;
  g.client("mJ", "J");
  const Opening own{.viewer = "mJ", .role = Role::CLIENT, .purpose = AccessPurpose::OWN_DATA};
  CHECK(reason(g, own) == "");
  auto other = own;
  other.about = {"J", "P"};
  CHECK(reason(g, other) == "involvement");
  other.about = {};
  CHECK(reason(g, other) == "involvement");
}

TEST_CASE("the regisseur reads safety only with an own act in the case, and health never", "[rule:ACC-01]") {
  Given g;
  g.assign(SingleFunction::REGISSEUR, "r1", "2020-01-01");
  Opening o{.viewer = "r1", .role = Role::REGISSEUR, .classes = {PartClass::SAFETY}, .purpose = AccessPurpose::COORDINATION};
  CHECK(reason(g, o) == "safety");
  Happening note(301, "2020-01-10 10:00");
  note.facts().initSignalReceived();
  g.record(note.by("r1", Role::REGISSEUR));
  CHECK(reason(g, o) == "");
  o.classes = {PartClass::HEALTH};
  CHECK(reason(g, o) == "health");
}

TEST_CASE("a housing officer who received something reads their own narrative", "[rule:ACC-01]") {
  Given g;
  g.involve("h2", "O4", Role::HOUSING_OFFICER, InvolvementTask::HOUSING, "2020-01-01");
  const Opening o{.viewer = "h2", .role = Role::HOUSING_OFFICER, .purpose = AccessPurpose::OWN_RECORDS};
  CHECK(reason(g, o) == "narrative");
  g.record(g.share({.at = "2020-02-02 10:00"}, {}));
  CHECK(reason(g, o) == "");
}

TEST_CASE("the ledger's own key records a reading for whoever may read, under any role of theirs", "[rule:ACC-01]") {
  Given g;
  auto h = view({}).by("service", Role::LEDGER_SERVICE);
  CHECK(g.power(h));  // anybody can write the role
  g.record(enrolled_service_key());
  CHECK_FALSE(g.power(h));
  h.facts().getPartsViewed().setViewer(data(actor("x9")));
  CHECK(g.power(h));
  CHECK(g.power(view({}).by("h2", Role::HOUSING_OFFICER)));  // in somebody else's name
}

TEST_CASE("an auditor exports counts and never opens words", "[rule:ACC-01]") {
  Given g;
  g.professional("a1", "O1", Role::AUDITOR);
  Opening o{.viewer = "a1", .role = Role::AUDITOR, .purpose = AccessPurpose::AUDIT};
  CHECK(reason(g, o) != "");
  Happening out(1302, "2020-02-03 10:00");
  auto f = out.facts().initExported();
  f.setViewer(data(actor("a1")));
  f.setPurpose(AccessPurpose::AUDIT);
  CHECK_FALSE(g.power(out.by("a1", Role::AUDITOR)));
}

TEST_CASE("registrars named by genesis enrol and register, others by a power in force", "[power]") {
  Given g;
  begin(g, "ra");
  for (std::uint16_t kind : std::initializer_list<std::uint16_t>{102, 103, 108}) CHECK_FALSE(g.power(enrol("ra", kind)));
  CHECK(g.power(enrol("w3"))->adm == "ADM-13");
  g.mandate("la", Role::LEDGER_ADMIN, MandateScope::ORGANISATION, {MandatePower::ENROL}, {}, "2020-02-03 10:10");
  CHECK(g.power(enrol("la")));
  CHECK_FALSE(g.power(enrol("la").recorded("2020-02-03 10:09")));
  CHECK(g.power(enrol("ra", 1401)));
}

TEST_CASE("an actor adds and revokes keys of their own, and of nobody else", "[power]") {
  Given g;
  g.client("mJ", "J");
  Happening added(104, "2020-02-03 10:00");
  added.facts().initKeyEnrolled().setOwner(data(actor("mJ")));
  CHECK_FALSE(g.power(added.by("mJ", Role::CLIENT)));
  CHECK(g.power(added.by("w3", Role::WIJKCOACH)));
  Happening revoked(105, "2020-02-03 10:00");
  const auto id = key("mJ");
  revoked.facts().initKeyRevoked().setKey({id.data(), id.size()});
  CHECK_FALSE(g.power(revoked.by("mJ", Role::CLIENT)));
  CHECK(g.power(revoked.by("h2", Role::HOUSING_OFFICER)));
}

TEST_CASE("the wijkcoach of the case mandates its client, and grants no power to enrol", "[power]") {
  Given g;
  Happening granted(106, "2020-02-03 10:00");
  granted.header().setCase(data(the_case()));
  auto f = granted.facts().initMandateGranted();
  f.setRole(Role::CLIENT);
  f.setScope(MandateScope::SUBJECT_ONLY);
  f.initPowers(1).set(0, MandatePower::RECORD);
  CHECK_FALSE(g.power(granted));
  f.getPowers().set(0, MandatePower::ENROL);
  CHECK(g.power(granted));
  f.getPowers().set(0, MandatePower::RECORD);
  f.setRole(Role::POLICE);
  CHECK(g.power(granted));
  f.setRole(Role::CLIENT);
  CHECK(g.power(granted.by("h2", Role::HOUSING_OFFICER)));
}

TEST_CASE("a privacy officer adopts protocols and never the rules", "[power]") {
  Given g;
  g.professional("po1", "O1", Role::PRIVACY_OFFICER);
  Happening adopted(109, "2020-02-03 10:00");
  auto f = adopted.facts().initPolicyAdopted();
  f.setPolicyKind(PolicyKind::PRIVACY_PROTOCOL);
  CHECK_FALSE(g.power(adopted.by("po1", Role::PRIVACY_OFFICER)));
  f.setPolicyKind(PolicyKind::RULE_PARAMETERS);
  CHECK(g.power(adopted));
  g.mandate("po1", Role::LEDGER_ADMIN, MandateScope::ORGANISATION, {MandatePower::ADOPT_POLICY});
  CHECK_FALSE(g.power(adopted));
}

TEST_CASE("break-glass opens the classes and persons that it names until its minute is over", "[rule:ACC-01]") {
  Given g;
  Opening o{.viewer = "b1", .role = Role::SPECIALIST, .purpose = AccessPurpose::EMERGENCY, .at = "2020-02-03 10:00"};
  CHECK(reason(g, o) == "purpose");
  g.record(break_glass("b1", "2020-02-03 09:30", "2020-02-03 11:00"));
  CHECK(reason(g, o) == "");
  CHECK_FALSE(g.power(view(o).recorded("2020-02-03 10:59")));
  CHECK(g.power(view(o).recorded("2020-02-03 11:00")));
  auto other = o;
  other.classes = {PartClass::NARRATIVE, PartClass::HEALTH};
  CHECK(reason(g, other) != "");
  other = o;
  other.about = {"J", "P"};
  CHECK(reason(g, other) != "");
  other.about = {};
  CHECK(reason(g, other) != "");
  other = o;
  other.viewer = "h2";
  CHECK(reason(g, other) != "");
}

TEST_CASE("break-glass is used by a role that may, for oneself, no longer than until its review", "[power]") {
  Given g;
  CHECK_FALSE(g.power(break_glass("b1", "2020-02-03 10:00", "2020-02-06 10:00").recorded("2020-02-03 10:00")));
  CHECK(g.power(break_glass("b1", "2020-02-03 10:00", "2020-02-06 10:01").recorded("2020-02-03 10:00")));
  CHECK(g.power(break_glass("b1", "2020-02-03 10:00", "2020-02-03 10:00").recorded("2020-02-03 10:00")));
  const auto until = "2020-02-03 11:00";
  CHECK(g.power(break_glass("b1", "2020-02-03 10:00", until).by("h2", Role::HOUSING_OFFICER)));
  CHECK(g.power(break_glass("b1", "2020-02-03 10:00", until).by("b1", Role::CLIENT)));
  CHECK(g.power(break_glass("x9", "2020-02-03 10:00", until)));  // no mandate
}

TEST_CASE("a block is placed and lifted by the privacy officer with the power to, and by nobody else", "[power]") {
  Given g;
  g.professional("po1", "O1", Role::PRIVACY_OFFICER);
  Happening placed(1206, "2020-02-03 10:00"), lifted(1207, "2020-02-03 10:00");
  placed.facts().initBlockPlaced();
  lifted.facts().initBlockLifted();
  for (auto& h : {&placed, &lifted}) CHECK(g.power(h->by("po1", Role::PRIVACY_OFFICER)));
  g.mandate("po1", Role::PRIVACY_OFFICER, MandateScope::ORGANISATION, {MandatePower::BLOCK}, {}, "2020-02-03 10:10");
  for (auto& h : {&placed, &lifted}) {
    CHECK_FALSE(g.power(h->recorded("2020-02-03 10:09")));
    CHECK(g.power(h->recorded("2020-02-03 10:10")));
    CHECK(g.power(h->by("w3", Role::WIJKCOACH).claims(Conformity::AFTER_THE_FACT).recorded("2020-02-03 10:00"))->adm == "ADM-13");
  }
}

TEST_CASE("an inspection is given by who leads the case, the privacy officer or the ledger's own key", "[power]") {
  Given g;
  g.professional("po1", "O1", Role::PRIVACY_OFFICER);
  g.professional("w9", "O2", Role::WIJKCOACH);
  Happening given_one(1203, "2020-02-03 10:00");
  given_one.facts().initInspectionGiven();
  CHECK_FALSE(g.power(given_one));
  CHECK_FALSE(g.power(given_one.by("po1", Role::PRIVACY_OFFICER)));
  CHECK(g.power(given_one.by("w9", Role::WIJKCOACH)));  // of another case
  CHECK(g.power(given_one.by("w3", Role::TEAM_LEADER)));
  CHECK(g.power(given_one.by("service", Role::LEDGER_SERVICE)));  // a key nobody enrolled
  g.record(enrolled_service_key());
  CHECK_FALSE(g.power(given_one));
}

TEST_CASE("a bundle is made by who may hand out, in their own name, and by a client about themselves", "[power]") {
  Given g;
  Happening made(1303, "2020-02-03 10:00");
  made.header().setCase(data(the_case()));
  auto f = made.facts().initBundleMade();
  f.setMaker(data(actor("w3")));
  CHECK(g.power(made));
  g.mandate("w3", Role::WIJKCOACH, MandateScope::ORGANISATION, {MandatePower::DISCLOSE});
  CHECK_FALSE(g.power(made));
  f.setMaker(data(actor("h2")));
  CHECK(g.power(made));
  g.client("mJ", "J");
  f.setMaker(data(actor("mJ")));
  f.setScopeSubject(data(person("J")));
  CHECK_FALSE(g.power(made.by("mJ", Role::CLIENT)));
  f.setScopeSubject(data(person("P")));
  CHECK(g.power(made));
}

TEST_CASE("an erasure is carried out by an archivist with the power to, and only as decided, whatever the claim", "[power][rule:RIGHT-06]") {
  Given g;
  g.professional("ar1", "O1", Role::ARCHIVIST);
  Happening decided(1208, "2020-02-02 10:00");
  auto d = decided.facts().initErasureDecided();
  d.setScope(ErasureScope::WHOLE_SUBJECT);
  d.initAbout(1).set(0, data(person("P")));
  Happening erased(1209, "2020-02-03 10:00");
  auto f = erased.facts().initErasureExecuted();
  f.setScope(ErasureScope::WHOLE_SUBJECT);
  f.initAbout(1).set(0, data(person("P")));
  erased.refers(RefType::EXECUTES, g.record(decided)).by("ar1", Role::ARCHIVIST);
  CHECK(g.power(erased));
  g.mandate("ar1", Role::ARCHIVIST, MandateScope::ORGANISATION, {MandatePower::ERASE});
  CHECK_FALSE(g.power(erased));
  f.getAbout().set(0, data(person("J")));
  for (auto claim : {Conformity::CONFORMING, Conformity::DEVIATION, Conformity::AFTER_THE_FACT})
    CHECK(g.power(erased.claims(claim))->values.at("rule") == "RIGHT-06");
}

TEST_CASE("satisfaction is measured without a person as respondent or subject", "[adm]") {
  Given g;
  Happening measured(604, "2020-02-03 10:00");
  auto f = measured.facts().initMeasurementTaken();
  f.setInstrument(Instrument::SATISFACTION);
  const auto refused = [&] { return check_anonymity(g.input(measured.as_recorded(99))).has_value(); };
  f.setRespondent(RespondentKind::ANONYMOUS_RESPONDENT);
  CHECK_FALSE(refused());
  f.setRespondent(RespondentKind::PARENT);
  CHECK(refused());
  f.setRespondent(RespondentKind::ANONYMOUS_RESPONDENT);
  measured.header().initSubjects(1).set(0, data(person("J")));
  CHECK(refused());
  measured.header().initSubjects(0);
  f.setAbout(data(person("J")));
  CHECK(refused());
  f.setInstrument(Instrument::ZRM);
  CHECK_FALSE(refused());
}

TEST_CASE("an ordinary kind needs no power", "[power]") {
  Given g;
  CHECK_FALSE(g.power(g.decision({})));
}

TEST_CASE("a score or weight outside its range is refused", "[ranges]") {
  Given g;
  Happening scored(803, "2020-02-03 10:00");
  auto f = scored.facts().initGoalScored();
  const auto refused = [&] { return check_ranges(g.input(scored.as_recorded(99))).has_value(); };
  f.setMethod(ScoreMethod::GAS);
  for (int score : {-2, 0, 2}) {
    f.setScore(score);
    CHECK_FALSE(refused());
  }
  for (int score : {-3, 3}) {
    f.setScore(score);
    CHECK(refused());
  }
  f.setMethod(ScoreMethod::SCALE);
  f.setScore(10);
  CHECK_FALSE(refused());
  f.setScore(-1);
  CHECK(refused());
  Happening set(801, "2020-02-03 10:00");
  auto weight = set.facts().initGoalSet().initWeight();
  for (std::uint64_t n : {0, 1, 5, 6}) {
    weight.setValue(n);
    CHECK(check_ranges(g.input(set.as_recorded(99))).has_value() == (n == 0 || n == 6));
  }
}
