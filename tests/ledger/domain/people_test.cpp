#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening row(const std::string& name, PersonChange change, YesNoUnknown household, const std::string& at, AgeBand band = AgeBand::UNDER12) {
  Happening h(202, at);
  auto p = h.facts().initPersonRecorded().initPersons(1)[0];
  p.setSubject(data(person(name)));
  p.setChange(change);
  p.setAgeBand(band);
  p.setInHousehold(household);
  return h;
}

}  // namespace

TEST_CASE("born in a month, both ages are possible in that month and one age outside it", "[domain]") {
  CHECK(age_of_birth_month({2002, 3}, {2020, 2, 29}) == AgeRange{17, 17});
  CHECK(age_of_birth_month({2002, 3}, {2020, 3, 1}) == AgeRange{17, 18});
  CHECK(age_of_birth_month({2002, 3}, {2020, 3, 30}) == AgeRange{17, 18});
  CHECK(age_of_birth_month({2002, 3}, {2020, 3, 31}) == AgeRange{18, 18});
}

TEST_CASE("born in February of a leap year, the last day of the month settles the age", "[domain]") {
  CHECK(age_of_birth_month({2004, 2}, {2020, 2, 28}) == AgeRange{15, 16});
  CHECK(age_of_birth_month({2004, 2}, {2020, 2, 29}) == AgeRange{16, 16});
  CHECK(age_of_birth_month({2004, 2}, {2021, 3, 1}) == AgeRange{17, 17});
}

TEST_CASE("without a month of birth the band of the last row says how old somebody can be", "[domain]") {
  Given g;
  g.record(row("K", PersonChange::ADDED, YesNoUnknown::YES, "2020-01-01", AgeBand::UNDER12));
  g.record(row("K", PersonChange::CHANGED, YesNoUnknown::YES, "2020-06-01", AgeBand::FROM12TO15));
  const auto age = [&](const char* at) { return g.state.people().age(person("K"), Moment::of(local(at))); };
  CHECK(age("2020-05-31") == AgeRange{0, 11});
  CHECK(age("2020-06-01") == AgeRange{12, 15});
  CHECK(age("2019-01-01") == AgeRange{0, 11});  // before all rows, the first
  g.record(row("U", PersonChange::ADDED, YesNoUnknown::YES, "2020-01-01", AgeBand::UNKNOWN));
  CHECK_FALSE(g.state.people().age(person("U"), Moment::of(local("2020-02-01"))));
  CHECK_FALSE(g.state.people().age(person("nobody"), Moment::of(local("2020-02-01"))));
}

TEST_CASE("the household is who lived there by the last row of that time", "[domain]") {
  Given g;
  g.record(row("K", PersonChange::ADDED, YesNoUnknown::YES, "2020-01-01"));
  g.record(row("K", PersonChange::LEFT_HOUSEHOLD, YesNoUnknown::NO, "2020-03-01"));
  const auto at_home = [&](const char* at) { return names(g.state.people().household(local(at)), person("K")); };
  CHECK_FALSE(at_home("2019-12-31"));
  CHECK(at_home("2020-02-29"));
  CHECK_FALSE(at_home("2020-03-01"));
}

TEST_CASE("a row recorded late does not undo one that occurred after it", "[domain]") {
  Given g;
  g.record(row("K", PersonChange::LEFT_HOUSEHOLD, YesNoUnknown::NO, "2020-03-01"));
  g.record(row("K", PersonChange::ADDED, YesNoUnknown::YES, "2020-01-01"));
  CHECK_FALSE(names(g.state.people().household(local("2020-04-01")), person("K")));
  CHECK(names(g.state.people().household(local("2020-02-01")), person("K")));
}

TEST_CASE("somebody in the month of the eighteenth birthday is taken for a minor until it is over", "[domain]") {
  Given g;
  const auto minor = [&](const char* at) { return g.state.people().is_minor(person("J"), Moment::of(local(at))); };
  CHECK(minor("2020-03-30"));
  CHECK_FALSE(minor("2020-03-31"));
}

TEST_CASE("gezag is held by the last link in force on the day, and suspended, none and unknown hold nothing", "[domain]") {
  Given g;
  g.add_link("M", "K", RelationType::PARENT_OF, Gezag::JOINT, GezagEvidence::REGISTER, "2015-01-01");
  g.add_link("F", "K", RelationType::PARENT_OF, Gezag::UNKNOWN, GezagEvidence::NOT_CHECKED, "2015-01-01");
  g.add_link("F", "K", RelationType::PARENT_OF, Gezag::JOINT, GezagEvidence::REGISTER, "2018-01-01");
  g.add_link("M", "K", RelationType::PARENT_OF, Gezag::SUSPENDED, GezagEvidence::COURT_ORDER, "2020-01-01");
  const auto holders = [&](inzicht::Date on) { return g.state.people().holders_of_gezag(person("K"), on); };
  CHECK(holders({2014, 12, 31}).empty());
  CHECK(holders({2017, 12, 31}) == std::vector{person("M")});
  CHECK(holders({2019, 12, 31}) == std::vector{person("M"), person("F")});
  CHECK(holders({2020, 1, 1}) == std::vector{person("F")});
}

TEST_CASE("a 203 that supersedes another ends all of its links from its own first day", "[domain]") {
  Given g;
  const EventId before = g.add_link("M", "K", RelationType::PARENT_OF, Gezag::SOLE, GezagEvidence::REGISTER, "2015-01-01");
  Happening h(203, "2020-01-01 10:00");
  auto f = h.facts().initRelationRecorded();
  auto link = f.initLinks(1)[0];
  link.setFrom(data(person("V")));
  link.setTo(data(person("K")));
  link.setRelation(RelationType::GUARDIAN_OF);
  link.setGezag(Gezag::GUARDIAN_INSTITUTION);
  fill_date(f.initValidFrom(), "2020-01-01");
  fill_date(f.initValidUntil(), "2021-01-01");
  g.record(h.refers(RefType::SUPERSEDES, before));
  const auto holders = [&](inzicht::Date on) { return g.state.people().holders_of_gezag(person("K"), on); };
  CHECK(holders({2019, 12, 31}) == std::vector{person("M")});
  CHECK(holders({2020, 12, 31}) == std::vector{person("V")});
  CHECK(holders({2021, 1, 1}).empty());
}

TEST_CASE("an adult is represented by a mentor, and only without one by partner or family", "[domain]") {
  Given g;
  g.add_link("M", "B", RelationType::PARTNER_OF, Gezag::UNSET);
  CHECK(g.state.people().representatives_of_adult(person("M"), {2020, 1, 1}) == std::vector{person("B")});
  g.add_link("K", "M", RelationType::MENTOR_OF, Gezag::UNSET);
  CHECK(g.state.people().representatives_of_adult(person("M"), {2020, 1, 1}) == std::vector{person("K")});
}
