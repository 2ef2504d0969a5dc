#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

// Two parents with joint gezag over a child of ten (C10), a youth of fourteen (C14) and one of sixteen (C16).
Given family() {
  Given g;
  g.add_person("M", "", AgeBand::ADULT23);
  g.add_person("F", "", AgeBand::ADULT23);
  g.add_person("C10", "2010-01", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_person("C14", "2005-06", AgeBand::FROM12TO15, PersonRole::CHILD);
  g.add_person("C16", "2003-06", AgeBand::FROM16TO17, PersonRole::CHILD);
  for (const char* child : {"C10", "C14", "C16"})
    for (const char* parent : {"M", "F"}) g.add_link(parent, child, RelationType::PARENT_OF, Gezag::JOINT);
  return g;
}
ConsentSpec by_parent(const std::string& parent, const std::string& child) {
  return {.about = {child}, .grantor = parent, .capacity = GrantorCapacity::PARENT_WITH_GEZAG, .band = AgeBand::UNKNOWN};
}
ConsentSpec by_self(const std::string& who) { return {.about = {who}, .grantor = who, .band = AgeBand::UNKNOWN}; }
Happening help(const std::string& who, HelpBasis basis, std::initializer_list<EventId> consents = {}, const std::string& at = "2020-02-03 10:00") {
  Happening h(808, at);
  auto f = h.facts().initInterventionStarted();
  f.setHelpBasis(basis);
  f.initFor(1).set(0, data(person(who)));
  for (const EventId& consent : consents) h.refers(RefType::UNDER_CONSENT, consent);
  return h;
}
ConsentSpec to_help(ConsentSpec spec) {
  spec.kind = ConsentKind::HULPVERLENING;
  spec.to.clear();
  spec.categories.clear();
  spec.purposes = {SharePurpose::EXECUTING_HELP};
  spec.until.clear();
  return spec;
}

}  // namespace

TEST_CASE("consent of another kind than the need asks is refused as its substitute", "[rule:CONS-01]") {
  Given g;
  const EventId secrecy = g.record(g.consent(by_self("J")));
  const EventId helped = g.record(g.consent(to_help(by_self("J"))));
  CHECK_FALSE(g.fails("CONS-01", g.decision({.consents = {secrecy}})));
  CHECK(g.values_of("CONS-01", g.decision({.consents = {helped}}))["given"] == "hulpverlening");
  CHECK(g.fails("CONS-01", help("J", HelpBasis::CONSENT, {secrecy})));
  CHECK_FALSE(g.fails("CONS-01", help("J", HelpBasis::CONSENT, {helped})));
  CHECK_FALSE(g.fails("CONS-01", g.decision({.decision = ShareDecision::DO_NOT_SHARE, .consents = {helped}})));
}

TEST_CASE("consent of kind 1 is cited for basis 6(1)(a) only", "[rule:CONS-01]") {
  Given g;
  auto spec = by_self("J");
  spec.kind = ConsentKind::AVG_GRONDSLAG;
  const EventId basis = g.record(g.consent(spec));
  auto d = g.decision({.consents = {basis}});
  CHECK(g.fails("CONS-01", d));
  d.facts().getShareDecided().setBasis(AvgBasis::CONSENT);
  CHECK_FALSE(g.fails("CONS-01", d));
}

TEST_CASE("a parent cannot consent alone for themselves in the place of a youth of sixteen", "[rule:CONS-02]") {
  Given g = family();
  CHECK(g.fails("CONS-02", g.consent(by_parent("M", "C16"))));
  CHECK_FALSE(g.fails("CONS-02", g.consent(by_self("C16"))));
  CHECK_FALSE(g.fails("CONS-02", g.consent(by_parent("M", "C10"))));
  CHECK(g.fails("CONS-02", g.consent(by_self("C10"))));
}

TEST_CASE("the ages are those of the law table in force on the day", "[rule:CONS-02]") {
  Given later = family();
  later.policy(PolicyKind::LAW_TABLE, {{"ageTable", "jeugdwet:12:18:18"}}, "2021-01-01");
  CHECK(later.fails("CONS-02", later.consent(by_parent("M", "C16"))));
  Given now = family();
  now.policy(PolicyKind::LAW_TABLE, {{"ageTable", "jeugdwet:12:18:18"}});
  CHECK_FALSE(now.fails("CONS-02", now.consent(by_parent("M", "C16"))));
  CHECK_FALSE(now.fails("CONS-02", now.consent(by_self("C16"))));
  Given wrong = family();
  wrong.policy(PolicyKind::LAW_TABLE, {{"ageTable", "jeugdwet:18:16:12"}});
  CHECK(wrong.fails("CONS-02", wrong.consent(by_parent("M", "C16"))));
}

TEST_CASE("from twelve to fifteen youth and parents may each be one of those who consent", "[rule:CONS-02]") {
  Given g = family();
  CHECK_FALSE(g.fails("CONS-02", g.consent(by_self("C14"))));
  CHECK_FALSE(g.fails("CONS-02", g.consent(by_parent("F", "C14"))));
}

TEST_CASE("in the month of the sixteenth birthday both sides of it are accepted, the day after the month one", "[rule:CONS-02]") {
  Given g = family();
  auto parent = by_parent("M", "C14");
  parent.at = "2021-05-31 10:00";
  CHECK_FALSE(g.fails("CONS-02", g.consent(parent)));
  parent.at = "2021-06-15 10:00";
  CHECK_FALSE(g.fails("CONS-02", g.consent(parent)));
  parent.at = "2021-06-30 10:00";  // born on the last day at the latest
  CHECK(g.fails("CONS-02", g.consent(parent)));
}

TEST_CASE("before twelve only holders of gezag consent, and a parent whose gezag is suspended does not", "[rule:CONS-02]") {
  Given g = family();
  g.add_link("M", "C10", RelationType::PARENT_OF, Gezag::SUSPENDED, GezagEvidence::COURT_ORDER, "2020-01-01");
  auto spec = by_parent("M", "C10");
  CHECK(g.fails("CONS-02", g.consent(spec)));
  spec.at = "2019-12-31 23:59";
  CHECK_FALSE(g.fails("CONS-02", g.consent(spec)));
}

TEST_CASE("the Wmo asks a representative for a youth who was judged not capable", "[rule:CONS-02]") {
  Given g = family();
  auto spec = by_parent("M", "C14");
  spec.law = TaskLaw::WMO;
  CHECK(g.fails("CONS-02", g.consent(spec)));
  auto judged = g.consent(spec);
  judged.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::NOT_CAPABLE);
  CHECK_FALSE(g.fails("CONS-02", judged));
}

TEST_CASE("an adult consents alone, unless incapable and represented", "[rule:CONS-02]") {
  Given g = family();
  g.add_link("K", "M", RelationType::MENTOR_OF, Gezag::NONE);
  auto spec = by_self("M");
  spec.grantor = "K";
  spec.capacity = GrantorCapacity::MENTOR;
  CHECK(g.fails("CONS-02", g.consent(spec)));
  auto judged = g.consent(spec);
  judged.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::NOT_CAPABLE);
  CHECK_FALSE(g.fails("CONS-02", judged));
}

TEST_CASE("under the guideline of before 2015 a youth of sixteen and the parents consent", "[rule:CONS-02]") {
  Given g;
  g.add_person("C", "1998-03", AgeBand::UNKNOWN, PersonRole::CHILD);
  g.add_link("M", "C", RelationType::PARENT_OF, Gezag::JOINT, GezagEvidence::REGISTER, "2010-01-01");
  auto spec = by_parent("M", "C");
  spec.at = "2014-12-31 12:00";
  CHECK_FALSE(g.fails("CONS-02", g.consent(spec)));
  spec.at = "2015-01-01 00:00";
  CHECK(g.fails("CONS-02", g.consent(spec)));
}

TEST_CASE("for the AVG a representative consents until sixteen and the youth from then", "[rule:CONS-02]") {
  Given g = family();
  auto parent = by_parent("M", "C14");
  parent.kind = ConsentKind::AVG_GRONDSLAG;
  auto self = by_self("C14");
  self.kind = ConsentKind::AVG_GRONDSLAG;
  CHECK_FALSE(g.fails("CONS-02", g.consent(parent)));
  CHECK(g.fails("CONS-02", g.consent(self)));
  self.at = "2021-07-01 10:00";
  CHECK_FALSE(g.fails("CONS-02", g.consent(self)));
}

TEST_CASE("a parent's gezag that nobody checked gives no consent and no refusal", "[rule:CONS-03]") {
  Given g = family();
  CHECK_FALSE(g.fails("CONS-03", g.consent(by_parent("M", "C10"))));
  g.add_link("M", "C10", RelationType::PARENT_OF, Gezag::JOINT, GezagEvidence::NOT_CHECKED, "2020-01-01");
  CHECK(g.fails("CONS-03", g.consent(by_parent("M", "C10"))));
  CHECK(g.fails("CONS-03", g.consent(by_parent("X", "C10"))));
  auto no = g.refusal("M", {"O4"}, {}, "2020-01-02 10:00");
  no.facts().getConsentRefused().setCapacity(GrantorCapacity::PARENT_WITH_GEZAG);
  no.facts().getConsentRefused().getAbout().set(0, data(person("C10")));
  CHECK(g.fails("CONS-03", no));
  CHECK_FALSE(g.fails("CONS-03", g.consent(by_self("J"))));
}

TEST_CASE("a guardian needs a link of guardianship, not of parenthood", "[rule:CONS-03]") {
  Given g = family();
  auto spec = by_parent("M", "C10");
  spec.capacity = GrantorCapacity::GUARDIAN;
  CHECK(g.fails("CONS-03", g.consent(spec)));
  g.add_link("V", "C10", RelationType::GUARDIAN_OF, Gezag::GUARDIAN_PERSON);
  spec.grantor = "V";
  CHECK_FALSE(g.fails("CONS-03", g.consent(spec)));
}

TEST_CASE("a consent without recipients, categories, purposes or text is too wide", "[rule:CONS-04]") {
  Given g;
  CHECK_FALSE(g.fails("CONS-04", g.consent(by_self("J"))));
  auto spec = by_self("J");
  spec.to.clear();
  spec.categories.clear();
  CHECK(g.values_of("CONS-04", g.consent(spec))["missing"] == "recipients,categories");
  auto textless = g.consent(by_self("J"));
  textless.header().initReferences(0);
  CHECK(g.values_of("CONS-04", textless)["missing"] == "consentText");
}

TEST_CASE("consent to help needs purposes only, but those", "[rule:CONS-04]") {
  Given g;
  auto spec = to_help(by_self("J"));
  CHECK_FALSE(g.fails("CONS-04", g.consent(spec)));
  spec.purposes.clear();
  CHECK(g.fails("CONS-04", g.consent(spec)));
}

TEST_CASE("a third party without organisation is nobody in particular", "[rule:CONS-04]") {
  Given g;
  auto c = g.consent(by_self("J"));
  auto to = c.facts().getConsentGiven().initRecipients(1)[0];
  to.setClass(RecipientClass::THIRD_PARTY);
  CHECK(g.fails("CONS-04", c));
  to.setOrg(data(org("O10")));
  CHECK_FALSE(g.fails("CONS-04", c));
}

TEST_CASE("consent by own key carries the grantor's signature or co-signature", "[rule:CONS-04]") {
  Given g;
  g.client("mJ", "J");
  auto c = g.consent(by_self("J"));
  c.facts().getConsentGiven().setForm(ConsentForm::OWN_KEY);
  CHECK(g.fails("CONS-04", c));
  c.cosigned("mJ");
  CHECK_FALSE(g.fails("CONS-04", c));
  c.header().initCoSigners(0);
  CHECK_FALSE(g.fails("CONS-04", c.by("mJ", Role::CLIENT)));
}

TEST_CASE("consent under pressure, or of kind 1, or as basis of a public body is weak", "[rule:CONS-05]") {
  Given g;
  auto c = g.consent(by_self("J"));
  CHECK_FALSE(g.fails("CONS-05", c));
  c.facts().getConsentGiven().setPressure(Pressure::DWANG_CONTEXT);
  CHECK(g.values_of("CONS-05", c)["reason"] == "dwangContext");
  auto d = g.decision({});
  d.facts().getShareDecided().setBasis(AvgBasis::CONSENT);
  CHECK_FALSE(g.fails("CONS-05", d));
  CHECK(g.fails("CONS-05", d.for_org("O1")));
}

TEST_CASE("where one parent is enough, the first of two is weak until the other consents too", "[rule:CONS-05]") {
  Given g;
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  for (const char* parent : {"M", "F"}) g.add_link(parent, "C", RelationType::PARENT_OF, Gezag::JOINT);
  const auto by = [](const char* parent) { return ConsentSpec{.about = {"C"}, .grantor = parent, .capacity = GrantorCapacity::PARENT_WITH_GEZAG}; };
  CHECK_FALSE(g.fails("CONS-05", g.consent(by("M"))));  // both must consent: SHARE-03 says so when it is used
  g.policy(PolicyKind::RULE_PARAMETERS, {{"parentsNeeded", "one"}});
  CHECK(g.values_of("CONS-05", g.consent(by("M")))["reason"] == "parentsNeeded");
  CHECK_FALSE(g.fails("CONS-02", g.consent(by("M"))));
  g.record(g.consent(by("F")));
  CHECK_FALSE(g.fails("CONS-05", g.consent(by("M"))));
}

TEST_CASE("a withdrawal reaches forward only", "[rule:CONS-06]") {
  Given g;
  const EventId given = g.record(g.consent(by_self("J")));
  auto w = g.withdrawal(given, "J", "2020-02-03 10:00");
  CHECK_FALSE(g.fails("CONS-06", w));
  CHECK(g.fails("CONS-06", w.at("2020-02-03 10:01")));
  CHECK_FALSE(g.fails("CONS-06", w.at("2020-02-03 09:59")));
}

TEST_CASE("who withdraws gave the consent or is entitled in their place now", "[rule:CONS-06]") {
  Given g = family();
  const EventId given = g.record(g.consent(by_parent("M", "C14")));
  CHECK_FALSE(g.fails("CONS-06", g.withdrawal(given, "C14", "2020-02-03 10:00")));
  CHECK(g.fails("CONS-06", g.withdrawal(given, "P", "2020-02-03 10:00")));
}

TEST_CASE("help for an adult rests on their own consent to help", "[rule:CONS-07]") {
  Given g = family();
  const EventId helped = g.record(g.consent(to_help(by_self("M"))));
  CHECK_FALSE(g.fails("CONS-07", help("M", HelpBasis::CONSENT, {helped})));
  CHECK(g.values_of("CONS-07", help("M", HelpBasis::CONSENT))["required"] == to_text(person("M")));
  CHECK(g.fails("CONS-07", help("M", HelpBasis::NOT_ESTABLISHED, {helped})));
  CHECK_FALSE(g.fails("CONS-07", help("M", HelpBasis::ADULT_VOLUNTARY)));
  CHECK(g.fails("CONS-07", help("C14", HelpBasis::ADULT_VOLUNTARY)));
  CHECK_FALSE(g.fails("CONS-07", help("C14", HelpBasis::EMERGENCY)));
}

TEST_CASE("help for a youth of fourteen needs the youth and both parents, or the youth after a weighing", "[rule:CONS-07]") {
  Given g = family();
  const EventId youth = g.record(g.consent(to_help(by_self("C14"))));
  const EventId mother = g.record(g.consent(to_help(by_parent("M", "C14"))));
  const EventId father = g.record(g.consent(to_help(by_parent("F", "C14"))));
  CHECK_FALSE(g.fails("CONS-07", help("C14", HelpBasis::CONSENT, {youth, mother, father})));
  CHECK(g.fails("CONS-07", help("C14", HelpBasis::CONSENT, {youth, mother})));
  CHECK(g.fails("CONS-07", help("C14", HelpBasis::CONSENT, {youth})));
  Happening weighing(502, "2020-01-01 09:00");
  weighing.facts().initDecisionTaken();
  const EventId weighed = g.record(weighing);
  const EventId alone = g.record(g.consent(to_help(by_self("C14"))).refers(RefType::BASED_ON, weighed));
  CHECK_FALSE(g.fails("CONS-07", help("C14", HelpBasis::CONSENT, {alone})));
}

TEST_CASE("help under a measure needs the measure on that day", "[rule:CONS-07]") {
  Given g = family();
  Happening order(906, "2020-01-15 10:00");
  auto f = order.facts().initDwangDecided();
  f.setMeasure(DwangMeasure::OTS);
  f.setOutcome(DwangOutcome::GRANTED);
  fill_date(f.initDecidedOn(), "2020-01-15");
  fill_date(f.initValidFrom(), "2020-02-01");
  fill_date(f.initValidUntil(), "2020-08-01");
  f.initAbout(1).set(0, data(person("C10")));
  g.record(order);
  CHECK(g.fails("CONS-07", help("C10", HelpBasis::PROTECTION_MEASURE, {}, "2020-01-31 23:59")));
  CHECK_FALSE(g.fails("CONS-07", help("C10", HelpBasis::PROTECTION_MEASURE, {}, "2020-02-01 00:00")));
  CHECK_FALSE(g.fails("CONS-07", help("C10", HelpBasis::PROTECTION_MEASURE, {}, "2020-07-31 23:59")));
  CHECK(g.fails("CONS-07", help("C10", HelpBasis::PROTECTION_MEASURE, {}, "2020-08-01 00:00")));
}

TEST_CASE("doubt about capacity asks a consultation, and who is not capable does not consent alone", "[rule:CONS-08]") {
  Given g;
  auto c = g.consent(by_self("J"));
  CHECK_FALSE(g.fails("CONS-08", c));
  c.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::DOUBT);
  CHECK(g.fails("CONS-08", c));
  Happening held(504, "2020-01-01 09:00");
  held.facts().initConsultationHeld();
  c.refers(RefType::BASED_ON, g.record(held));
  CHECK_FALSE(g.fails("CONS-08", c));
  c.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::NOT_CAPABLE);
  CHECK(g.fails("CONS-08", c));
}
