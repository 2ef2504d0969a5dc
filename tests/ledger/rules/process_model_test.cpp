#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

struct Modelled : Given {
  explicit Modelled(const char* model) { policy(PolicyKind::RULE_PARAMETERS, {{"processModel", model}}); }
};

Happening met(MeetingType type) {
  Happening h(501, "2020-02-10 14:00");
  h.facts().initMeetingHeld().setMeetingType(type);
  return h;
}
Happening category(AmsterdamCategory category, const std::string& at = "2020-02-01 10:00") {
  Happening h(208, at);
  auto f = h.facts().initCaseQualified();
  f.setModel(QualificationModel::AMSTERDAM);
  f.setOutcome(QualificationOutcome::MET);
  f.setCategory(category);
  return h;
}
Happening chosen(Approach approach, const EventId& meeting) {
  Happening h(209, "2020-02-11 10:00");
  auto f = h.facts().initApproachChosen();
  f.setApproach(approach);
  f.setOutcome(ScaleOutcome::ACCEPTED);
  return h.refers(RefType::DISCUSSED_IN, meeting);
}
Happening family_plan(const EventId& meeting) {
  Happening h(804, "2020-02-12 10:00");
  h.facts().initPlanAdopted().setPlanType(PlanType::FAMILY_PLAN);
  return h.refers(RefType::DISCUSSED_IN, meeting);
}
Happening order(DwangMeasure measure, const std::string& from = "2020-02-01") {
  Happening h(906, from);
  auto f = h.facts().initDwangDecided();
  f.setMeasure(measure);
  f.setOutcome(DwangOutcome::GRANTED);
  fill_date(f.initDecidedOn(), from);
  f.setExecutor(data(org("O7")));
  f.initAbout(1).set(0, data(person("J")));
  return h;
}
std::string forum(const Given& g, const Happening& h) { return g.values_of("ASMT-07", h)["forum"]; }

}  // namespace

TEST_CASE("by the Amsterdam model the category says at which table a family is discussed", "[rule:ASMT-07]") {
  Modelled g("amsterdam");
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::MDO_PLUS)));
  g.record(category(AmsterdamCategory::CAT1));
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::LOKAAL_GEZINSOVERLEG)));
  CHECK(forum(g, met(MeetingType::MDO_PLUS)) == "lokaalGezinsoverleg");
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::TEAM)));
  g.record(category(AmsterdamCategory::CAT2, "2020-02-10 14:00"));
  CHECK(forum(g, met(MeetingType::LOKAAL_GEZINSOVERLEG)) == "mdoPlus");
  CHECK(g.values_of("ASMT-07", met(MeetingType::LOKAAL_GEZINSOVERLEG))["model"] == "amsterdam");
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::LOKAAL_GEZINSOVERLEG).at("2020-02-10 13:59")));
}

TEST_CASE("a category that was withdrawn says nothing any more", "[rule:ASMT-07]") {
  Modelled g("amsterdam");
  const EventId first = g.record(category(AmsterdamCategory::CAT1));
  auto withdrawn = category(AmsterdamCategory::CAT1).refers(RefType::WITHDRAWS, first);
  withdrawn.facts().getCaseQualified().setOutcome(QualificationOutcome::WITHDRAWN);
  g.record(withdrawn);
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::MDO_PLUS)));
}

TEST_CASE("indicated care and a measure move the family to MDO+ whatever its category", "[rule:ASMT-07]") {
  Modelled g("amsterdam");
  g.record(category(AmsterdamCategory::CAT1));
  Happening granted(810, "2020-02-05 10:00");
  granted.facts().initFormalDecisionMade().setDecisionType(FormalDecisionType::YOUTH_PROVISION);
  granted.facts().getFormalDecisionMade().setResult(FormalResult::REFUSED);
  g.record(granted);
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::LOKAAL_GEZINSOVERLEG)));
  Modelled under("amsterdam");
  under.record(category(AmsterdamCategory::CAT1));
  under.record(order(DwangMeasure::HUISVERBOD));
  CHECK_FALSE(under.fails("ASMT-07", met(MeetingType::LOKAAL_GEZINSOVERLEG)));
  under.record(order(DwangMeasure::OTS));
  CHECK(forum(under, met(MeetingType::LOKAAL_GEZINSOVERLEG)) == "mdoPlus");
  Happening again(810, "2020-02-05 10:00");
  again.facts().initFormalDecisionMade().setDecisionType(FormalDecisionType::YOUTH_PROVISION);
  again.facts().getFormalDecisionMade().setResult(FormalResult::GRANTED);
  g.record(again);
  CHECK(forum(g, met(MeetingType::LOKAAL_GEZINSOVERLEG)) == "mdoPlus");
}

TEST_CASE("an approach and a plan are decided at the table of the category, with its director and family manager", "[rule:ASMT-07]") {
  Modelled g("amsterdam");
  g.record(category(AmsterdamCategory::CAT3));
  const EventId local_table = g.record(met(MeetingType::LOKAAL_GEZINSOVERLEG));
  const EventId plus = g.record(met(MeetingType::MDO_PLUS));
  CHECK(forum(g, chosen(Approach::MPG_AMSTERDAM, local_table)) == "mdoPlus");
  CHECK_FALSE(g.fails("ASMT-07", chosen(Approach::MPG_AMSTERDAM, plus)));
  g.assign(SingleFunction::WIJKCOACH, "w3");
  CHECK(forum(g, family_plan(local_table)) == "mdoPlus,processDirector,certifiedInstitution");
  g.assign(SingleFunction::PROCESS_DIRECTOR, "d1");
  CHECK(forum(g, family_plan(plus)) == "certifiedInstitution");
  g.assign(SingleFunction::WIJKCOACH, "jp2", "2020-01-01");
  CHECK_FALSE(g.fails("ASMT-07", family_plan(plus)));
}

TEST_CASE("an order in Amsterdam is found until the case is in MDO+ and the institution and director know", "[rule:ASMT-07]") {
  Modelled g("amsterdam");
  CHECK(forum(g, order(DwangMeasure::OTS, "2020-02-20")) == "mdoPlus");
  CHECK_FALSE(g.fails("ASMT-07", order(DwangMeasure::ONTRUIMING, "2020-02-20")));
  auto rejected = order(DwangMeasure::OTS, "2020-02-20");
  rejected.facts().getDwangDecided().setOutcome(DwangOutcome::REJECTED);
  CHECK_FALSE(g.fails("ASMT-07", rejected));
  g.record(met(MeetingType::MDO_PLUS));
  g.assign(SingleFunction::PROCESS_DIRECTOR, "d1");
  CHECK(g.fails("ASMT-07", order(DwangMeasure::OTS, "2020-02-20")));
  g.involve("jp2", "O7", Role::YOUTH_PROTECTOR, InvolvementTask::PROTECTION, "2020-02-20");
  CHECK(g.fails("ASMT-07", order(DwangMeasure::OTS, "2020-02-19")));
  CHECK_FALSE(g.fails("ASMT-07", order(DwangMeasure::OTS, "2020-02-20")));
}

TEST_CASE("in Zwolle the structural regiegroep approves before the case regiegroep meets", "[rule:ASMT-07]") {
  Modelled g("zwolle");
  const auto later = met(MeetingType::CASUS_REGIEGROEP).at("2020-02-12 10:00");
  CHECK(forum(g, later) == "structureleRegiegroep");
  const EventId team = g.record(met(MeetingType::TEAM));
  const EventId structural = g.record(met(MeetingType::STRUCTURELE_REGIEGROEP));
  CHECK(g.fails("ASMT-07", chosen(Approach::MPG_ZWOLLE, team)));
  CHECK_FALSE(g.fails("ASMT-07", chosen(Approach::CMPG, team)));
  g.record(chosen(Approach::MPG_ZWOLLE, team));
  auto refused = chosen(Approach::MPG_ZWOLLE, structural);
  refused.facts().getApproachChosen().setOutcome(ScaleOutcome::REJECTED);
  g.record(refused);
  CHECK(g.fails("ASMT-07", later));
  CHECK_FALSE(g.fails("ASMT-07", chosen(Approach::MPG_ZWOLLE, structural)));
  g.record(chosen(Approach::MPG_ZWOLLE, structural));
  CHECK_FALSE(g.fails("ASMT-07", later));
  CHECK(g.fails("ASMT-07", met(MeetingType::CASUS_REGIEGROEP)));
}

TEST_CASE("where the process is that of CMPG no forum is asked", "[rule:ASMT-07]") {
  Given g;
  g.record(category(AmsterdamCategory::CAT3));
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::LOKAAL_GEZINSOVERLEG)));
  CHECK_FALSE(g.fails("ASMT-07", met(MeetingType::CASUS_REGIEGROEP)));
}
