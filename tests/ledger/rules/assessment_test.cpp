#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

using Criteria = std::vector<QualificationCriterion>;
using enum QualificationCriterion;

Happening qualified(QualificationModel model, const Criteria& criteria, const std::string& at = "2020-02-03 10:00") {
  Happening h(208, at);
  auto f = h.facts().initCaseQualified();
  f.setModel(model);
  f.setOutcome(QualificationOutcome::MET);
  fill_codes(f.initCriteria(static_cast<unsigned>(criteria.size())), criteria);
  return h;
}
void set_factors(const Happening& h, unsigned n) {
  auto list = h.facts().getCaseQualified().initFactors(n);
  for (unsigned i = 0; i < n; ++i) list.set(i, static_cast<FactorDomain>(i + 1));
}
Happening chosen(Approach approach, ScaleDirection direction = ScaleDirection::NONE, Kader from = Kader::VRIJWILLIG, Kader to = Kader::VRIJWILLIG) {
  Happening h(209, "2020-02-04 10:00");
  auto f = h.facts().initApproachChosen();
  f.setApproach(approach);
  f.setDirection(direction);
  f.setFromKader(from);
  f.setToKader(to);
  f.setOutcome(ScaleOutcome::ACCEPTED);
  return h;
}
Happening tried(Happening h, RegularInstrument instrument = RegularInstrument::VOLUNTARY_HELP) {
  h.facts().getApproachChosen().initExhausted(1).set(0, instrument);
  return h.fills(0, {0, 1});
}
Happening assessed(const std::vector<std::string>& people, unsigned last_domain, const std::string& at = "2020-02-05 10:00") {
  Happening h(602, at);
  auto f = h.facts().initAssessmentMade();
  fill_codes(f.initTracks(2), std::vector{AssessmentTrack::CRISIS_QUESTIONS, AssessmentTrack::AWARENESS});
  auto list = f.initCoverage(static_cast<unsigned>(people.size()) * last_domain);
  unsigned i = 0;
  for (const auto& name : people)
    for (unsigned domain = 1; domain <= last_domain; ++domain, ++i) {
      list[i].setSubject(data(person(name)));
      list[i].setDomain(static_cast<LifeDomain>(domain));
      list[i].setStatus(CoverageStatus::NOT_ASSESSED);
    }
  return h;
}
Happening family_plan(const std::string& at = "2020-02-10 10:00") {
  Happening h(804, at);
  h.facts().initPlanAdopted().setPlanType(PlanType::FAMILY_PLAN);
  fill_date(h.facts().getPlanAdopted().initValidFrom(), "2020-02-10");
  return h;
}
Happening history() {
  Happening h(207, "2018-03-01 10:00");
  h.facts().initHelpHistoryRecorded();
  return h;
}
Happening analysed() {
  Happening h(601, "2020-02-03 10:00");
  auto f = h.facts().initStartAnalysisMade();
  using enum StartSection;
  fill_codes(f.initSections(6), std::vector{PER_PARTY, EFFECTS, STAGNATION, VERLEGENHEID, StartSection::GENERAL_FACTORS, FAMILY_STORY});
  f.setFamilyTold(YesNoUnknown::YES);
  return h;
}

}  // namespace

TEST_CASE("a family is called multi-problem only when it meets the practical definition", "[rule:ASMT-01]") {
  Given g;
  CHECK_FALSE(g.fails("ASMT-01", qualified(QualificationModel::PRACTICAL, {ONE_CHILD, TWO_RISK_FACTORS, BURDEN_OVER_CAPACITY, PARENTING_PROBLEM})));
  const auto values = g.values_of("ASMT-01", qualified(QualificationModel::PRACTICAL, {ONE_CHILD, PARENTING_PROBLEM}));
  CHECK(values.at("model") == "practical");
  CHECK(values.at("criteria") == "twoRiskFactors,burdenOverCapacity");
  auto not_met = qualified(QualificationModel::PRACTICAL, {});
  not_met.facts().getCaseQualified().setOutcome(QualificationOutcome::NOT_MET);
  CHECK_FALSE(g.fails("ASMT-01", not_met));
}

TEST_CASE("the theoretical definition asks problems of a year, to the day", "[rule:ASMT-01]") {
  Given g;
  auto q = qualified(QualificationModel::THEORETICAL, {CHRONIC, HOUSEKEEPING, PARTNER_RELATION, WELLBEING, RESISTANT, INTERWOVEN});
  CHECK(g.values_of("ASMT-01", q)["criteria"] == "chronicSince");
  fill_date(q.facts().getCaseQualified().initChronicSince(), "2019-02-04");
  CHECK(g.fails("ASMT-01", q));
  fill_date(q.facts().getCaseQualified().initChronicSince(), "2019-02-03");
  CHECK_FALSE(g.fails("ASMT-01", q));
}

TEST_CASE("six of seven domains and long duration make a multi-problem family, five do not", "[rule:ASMT-01]") {
  Given g;
  auto q = qualified(QualificationModel::SEVEN_DOMAIN, {LONG_TERM});
  set_factors(q, 5);
  CHECK(g.values_of("ASMT-01", q)["criteria"] == "factors");
  set_factors(q, 6);
  CHECK_FALSE(g.fails("ASMT-01", q));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"sevenDomainMin", "7"}});
  CHECK(g.fails("ASMT-01", q));
  set_factors(q, 7);
  q.facts().getCaseQualified().initCriteria(0);
  CHECK(g.values_of("ASMT-01", q)["criteria"] == "longTerm");
}

TEST_CASE("the Amsterdam model asks a category", "[rule:ASMT-01]") {
  Given g;
  auto q = qualified(QualificationModel::AMSTERDAM, {});
  CHECK(g.values_of("ASMT-01", q)["criteria"] == "category");
  q.facts().getCaseQualified().setCategory(AmsterdamCategory::CAT0);
  CHECK_FALSE(g.fails("ASMT-01", q));
}

TEST_CASE("an approach other than regular says what was tried and why that fell short", "[rule:ASMT-02]") {
  Given g;
  CHECK(g.fails("ASMT-02", chosen(Approach::CMPG)));
  CHECK_FALSE(g.fails("ASMT-02", tried(chosen(Approach::CMPG))));
  CHECK(g.fails("ASMT-02", tried(chosen(Approach::CMPG), RegularInstrument::NONE)));
  auto unexplained = tried(chosen(Approach::CMPG));
  unexplained.header().initParts(0);
  CHECK(g.fails("ASMT-02", unexplained.fills(0, {1})));
  CHECK_FALSE(g.fails("ASMT-02", chosen(Approach::REGULAR)));
}

TEST_CASE("more pressure asks the same of a regular approach, less pressure does not", "[rule:ASMT-02]") {
  Given g;
  const auto scaled = [](Kader from, Kader to) { return chosen(Approach::REGULAR, ScaleDirection::NONE, from, to); };
  CHECK(g.fails("ASMT-02", scaled(Kader::VRIJWILLIG, Kader::DRANG)));
  CHECK(g.fails("ASMT-02", scaled(Kader::DRANG, Kader::DWANG)));
  CHECK_FALSE(g.fails("ASMT-02", scaled(Kader::DWANG, Kader::DRANG)));
  CHECK_FALSE(g.fails("ASMT-02", scaled(Kader::DRANG, Kader::DRANG)));
  CHECK_FALSE(g.fails("ASMT-02", scaled(Kader::DRANG, Kader::VRIJWILLIG)));
}

TEST_CASE("scaling names the criteria that hold on that day", "[rule:ASMT-08]") {
  Given g;
  const EventId criteria = g.policy(PolicyKind::SCALING_CRITERIA, {}, "2020-02-04");
  auto up = chosen(Approach::CMPG, ScaleDirection::UP);
  CHECK(g.fails("ASMT-08", up));
  CHECK(g.fails("ASMT-08", chosen(Approach::CMPG, ScaleDirection::UP).refers(RefType::BASED_ON, g.protocol)));
  CHECK_FALSE(g.fails("ASMT-08", up.refers(RefType::BASED_ON, criteria)));
  CHECK(g.fails("ASMT-08", up.at("2020-02-03 23:59")));
  CHECK_FALSE(g.fails("ASMT-08", chosen(Approach::CMPG, ScaleDirection::SIDEWAYS)));
}

TEST_CASE("a scaling that is turned away says on which criterion, and who keeps the case", "[rule:ASMT-08]") {
  Given g;
  const EventId criteria = g.policy(PolicyKind::SCALING_CRITERIA);
  auto down = chosen(Approach::REGULAR, ScaleDirection::DOWN).refers(RefType::BASED_ON, criteria);
  down.facts().getApproachChosen().setOutcome(ScaleOutcome::REJECTED);
  down.facts().getApproachChosen().setFallbackOwner(data(actor("w3")));
  CHECK(g.fails("ASMT-08", down));
  CHECK_FALSE(g.fails("ASMT-08", down.fills(0, {1, 2})));
  down.facts().getApproachChosen().disownFallbackOwner();
  CHECK(g.fails("ASMT-08", down));
}

TEST_CASE("by the first family plan every member has a status on every life domain", "[rule:ASMT-03]") {
  Given g;
  CHECK(g.values_of("ASMT-03", family_plan())["n"] == "32");
  g.record(assessed({"J"}, 16));
  CHECK(g.values_of("ASMT-03", family_plan())["n"] == "16");
  g.record(assessed({"P"}, 15));
  CHECK(g.values_of("ASMT-03", family_plan())["n"] == "1");
  g.record(assessed({"P"}, 16));
  CHECK_FALSE(g.fails("ASMT-03", family_plan()));
  CHECK(g.fails("ASMT-03", family_plan("2020-02-05 09:59")));
}

TEST_CASE("both tracks are followed before the first family plan", "[rule:ASMT-03]") {
  Given g;
  auto one = assessed({"J", "P"}, 16);
  one.facts().getAssessmentMade().initTracks(1).set(0, AssessmentTrack::AWARENESS);
  g.record(one);
  CHECK(g.values_of("ASMT-03", family_plan())["tracks"] == "crisisQuestions");
}

TEST_CASE("an assessment before the first family plan may leave domains open, one after it may not", "[rule:ASMT-03]") {
  Given g;
  CHECK_FALSE(g.fails("ASMT-03", assessed({"J"}, 3)));
  g.record(family_plan());
  CHECK_FALSE(g.fails("ASMT-03", family_plan("2020-03-10 10:00")));
  CHECK(g.values_of("ASMT-03", assessed({"J"}, 16, "2020-02-11 10:00"))["n"] == "16");
  CHECK_FALSE(g.fails("ASMT-03", assessed({"J", "P"}, 16, "2020-02-11 10:00")));
}

TEST_CASE("a municipality that asks fewer life domains gets fewer open ones", "[rule:ASMT-03]") {
  Given g;
  g.policy(PolicyKind::RULE_PARAMETERS, {{"assessDomains", "1..3,safety"}});
  CHECK(g.values_of("ASMT-03", family_plan())["n"] == "8");
}

TEST_CASE("an assessment refers to what is known, when something is", "[rule:ASMT-04]") {
  Given g;
  CHECK_FALSE(g.fails("ASMT-04", assessed({"J"}, 1)));
  const EventId before = g.record(history());
  CHECK(g.values_of("ASMT-04", assessed({"J"}, 1))["events"] == to_text(before));
  CHECK_FALSE(g.fails("ASMT-04", assessed({"J"}, 1).refers(RefType::BASED_ON, before)));
  CHECK_FALSE(g.fails("ASMT-04", assessed({"J"}, 1, "2018-03-01 09:59")));
  const EventId first = g.record(assessed({"J"}, 1));
  CHECK_FALSE(g.fails("ASMT-04", assessed({"J"}, 1, "2020-03-01 10:00").refers(RefType::SUPERSEDES, first)));
}

TEST_CASE("of much that is known the five latest are named", "[rule:ASMT-04]") {
  Given g;
  const EventId first = g.record(history());
  EventId last;
  for (int i = 0; i < 5; ++i) last = g.record(history());
  const std::string events = g.values_of("ASMT-04", assessed({"J"}, 1))["events"];
  CHECK(events.find(to_text(first)) == std::string::npos);
  CHECK(events.ends_with(to_text(last)));
}

TEST_CASE("a start analysis that leaves out inability to act, or the family's story, says so", "[rule:ASMT-06]") {
  Given g;
  CHECK_FALSE(g.fails("ASMT-06", analysed()));
  auto untold = analysed();
  untold.facts().getStartAnalysisMade().setFamilyTold(YesNoUnknown::UNKNOWN);
  CHECK(g.values_of("ASMT-06", untold)["sections"] == "familyTold");
  auto part = analysed();
  using enum StartSection;
  fill_codes(part.facts().getStartAnalysisMade().initSections(4), std::vector{PER_PARTY, EFFECTS, STAGNATION, StartSection::GENERAL_FACTORS});
  CHECK(g.values_of("ASMT-06", part)["sections"] == "verlegenheid,familyStory");
}
