#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening started(InterventionType type, const std::vector<std::string>& people, const std::string& until = {}, unsigned hours = 0) {
  Happening h(808, "2020-02-03 10:00");
  auto f = h.facts().initInterventionStarted();
  f.setIntervention(type);
  auto list = f.initFor(static_cast<unsigned>(people.size()));
  for (unsigned i = 0; i < people.size(); ++i) list.set(i, data(person(people[i])));
  if (!until.empty()) fill_date(f.initPlannedEnd(), until);
  if (hours > 0) f.initPlannedHours().setValue(hours);
  return h;
}
Happening ended(const EventId& of, const std::string& at, InterventionEnd ending = InterventionEnd::AS_PLANNED, unsigned hours = 0) {
  Happening h(809, at);
  h.facts().initInterventionEnded().setEnding(ending);
  if (hours > 0) h.facts().getInterventionEnded().initHours().setValue(hours);
  return h.refers(RefType::ENDS, of);
}
Happening measured(MeasurementMoment moment) {
  Happening h(604, "2020-02-03 10:00");
  h.facts().initMeasurementTaken().setMoment(moment);
  return h;
}

}  // namespace

TEST_CASE("an intervention is planned no longer than it may last, to the day", "[rule:PLAN-10]") {
  Given g;
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::IOG, {"J"}, "2020-07-03")));
  const auto values = g.values_of("PLAN-10", started(InterventionType::IOG, {"J"}, "2020-07-04"));
  CHECK(values.at("intervention") == "iog");
  CHECK(values.at("limit") == "duration ..P5M");
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::FAMILY_SUPPORT, {"J"}, "2029-07-04")));
}

TEST_CASE("an intervention is planned no shorter than it takes, to the day", "[rule:PLAN-10]") {
  Given g;
  CHECK(g.values_of("PLAN-10", started(InterventionType::JEUGDHULP_THUIS, {"J"}, "2020-08-02"))["limit"] == "duration P6M..P2Y");
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::JEUGDHULP_THUIS, {"J"}, "2020-08-03")));
  CHECK(g.fails("PLAN-10", started(InterventionType::JEUGDHULP_THUIS, {"J"}, "2022-02-04")));
}

TEST_CASE("eighty-five hours of ReSet are enough", "[rule:PLAN-10]") {
  Given g;
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::RESET, {"J"}, {}, 85)));
  CHECK(g.values_of("PLAN-10", started(InterventionType::RESET, {"J"}, {}, 86))["limit"] == "hours ..85");
}

TEST_CASE("help for children of some age has one of that age, also when a parent is named", "[rule:PLAN-10]") {
  Given g;
  g.add_person("K", "2012-03", AgeBand::UNDER12, PersonRole::CHILD);  // seven until March
  CHECK(g.values_of("PLAN-10", started(InterventionType::IOG_ERGER_VOORKOMEN, {"K"}))["limit"] == "age 8..17");
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::IOG_ERGER_VOORKOMEN, {"K"}).at("2020-03-01 10:00")));
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::IOG_ERGER_VOORKOMEN, {"K", "J"})));
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::WIG, {"P"})));
}

TEST_CASE("in the month of the birthday that ends it, help for children under twelve may still begin", "[rule:PLAN-10]") {
  Given g;
  g.add_person("K", "2008-02", AgeBand::UNDER12, PersonRole::CHILD);  // twelve in February 2020
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::WIG, {"K"})));
  CHECK(g.fails("PLAN-10", started(InterventionType::WIG, {"K"}).at("2020-03-01 10:00")));
}

TEST_CASE("where no child is known the person whom help is for is judged by age, and an unknown age is not", "[rule:PLAN-10]") {
  Given g;
  CHECK(g.fails("PLAN-10", started(InterventionType::RESET, {"P"}).at("2020-04-01 10:00")));  // J is eighteen, P twenty-one
  g.add_person("X", {}, AgeBand::UNKNOWN);
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::RESET, {"X"}).at("2020-04-01 10:00")));
}

TEST_CASE("what stopped early did not last too short, what was completed did", "[rule:PLAN-10]") {
  Given g;
  const EventId help = g.record(started(InterventionType::JEUGDHULP_THUIS, {"J"}));
  CHECK(g.fails("PLAN-10", ended(help, "2020-08-02 10:00")));
  CHECK_FALSE(g.fails("PLAN-10", ended(help, "2020-08-03 10:00")));
  CHECK_FALSE(g.fails("PLAN-10", ended(help, "2020-04-01 10:00", InterventionEnd::STOPPED_FAMILY)));
  CHECK_FALSE(g.fails("PLAN-10", ended(help, "2022-02-03 10:00", InterventionEnd::STOPPED_FAMILY)));
  CHECK(g.fails("PLAN-10", ended(help, "2022-02-04 10:00", InterventionEnd::STOPPED_FAMILY)));
}

TEST_CASE("hours that were made are held to the same limit, of the intervention that ended", "[rule:PLAN-10]") {
  Given g;
  const EventId reset = g.record(started(InterventionType::RESET, {"J"}));
  const EventId other = g.record(started(InterventionType::IOG, {"J"}));
  CHECK(g.fails("PLAN-10", ended(reset, "2020-04-01 10:00", InterventionEnd::AS_PLANNED, 86)));
  CHECK_FALSE(g.fails("PLAN-10", ended(reset, "2020-04-01 10:00", InterventionEnd::AS_PLANNED, 85)));
  CHECK_FALSE(g.fails("PLAN-10", ended(other, "2020-04-01 10:00", InterventionEnd::AS_PLANNED, 86)));
}

TEST_CASE("a municipality sets other limits, from a day", "[rule:PLAN-10]") {
  Given g;
  g.policy(PolicyKind::RULE_PARAMETERS, {{"interventionLimits", "vig:..P9M::0..17"}}, "2020-02-03");
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::VIG, {"J"}, "2020-11-03")));
  CHECK(g.fails("PLAN-10", started(InterventionType::VIG, {"J"}, "2020-11-04")));
  CHECK_FALSE(g.fails("PLAN-10", started(InterventionType::IOG, {"J"}, "2029-01-01")));
  CHECK(g.fails("PLAN-10", started(InterventionType::IOG, {"J"}, "2029-01-01").at("2020-02-02 10:00")));
}

TEST_CASE("a measurement at plan making or evaluation says of what, another need not", "[rule:PLAN-12]") {
  Given g;
  CHECK(g.fails("PLAN-12", measured(MeasurementMoment::PLAN_MAKING)));
  CHECK(g.fails("PLAN-12", measured(MeasurementMoment::EVALUATION)));
  CHECK_FALSE(g.fails("PLAN-12", measured(MeasurementMoment::EVERY_CONTACT)));
  CHECK_FALSE(g.fails("PLAN-12", measured(MeasurementMoment::EVALUATION).refers(RefType::CONCERNS, EventId{})));
  Happening scored(803, "2020-02-03 10:00");
  scored.facts().initGoalScored().setMoment(MeasurementMoment::INTERIM);
  CHECK(g.fails("PLAN-12", scored));
  CHECK_FALSE(g.fails("PLAN-12", scored.refers(RefType::CONCERNS, EventId{})));
}
