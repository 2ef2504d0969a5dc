#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening order(DwangOutcome outcome, const std::string& from, const std::string& until = {}) {
  Happening h(906, from);
  auto f = h.facts().initDwangDecided();
  f.setMeasure(DwangMeasure::OTS);
  f.setOutcome(outcome);
  fill_date(f.initDecidedOn(), from);
  if (!until.empty()) fill_date(f.initValidUntil(), until);
  f.initAbout(1).set(0, data(person("J")));
  return h;
}
std::size_t in_force(const Given& g, inzicht::Date on) { return g.state.dwang_orders().in_force(person("J"), on).size(); }

}  // namespace

TEST_CASE("a measure holds from the decision until the day that it lapses", "[domain]") {
  Given g;
  g.record(order(DwangOutcome::GRANTED, "2019-03-10", "2020-03-10"));
  CHECK(in_force(g, {2019, 3, 9}) == 0);
  CHECK(in_force(g, {2019, 3, 10}) == 1);
  CHECK(in_force(g, {2020, 3, 9}) == 1);
  CHECK(in_force(g, {2020, 3, 10}) == 0);
}

TEST_CASE("a rejected or suspended measure is not in force, and a rejection leaves the one before it", "[domain]") {
  Given g;
  const EventId first = g.record(order(DwangOutcome::GRANTED, "2019-03-10"));
  g.record(order(DwangOutcome::REJECTED, "2019-06-01").refers(RefType::SUPERSEDES, first));
  CHECK(in_force(g, {2019, 7, 1}) == 1);
  g.record(order(DwangOutcome::SUSPENDED, "2019-08-01").refers(RefType::SUPERSEDES, first));
  CHECK(in_force(g, {2019, 7, 31}) == 1);
  CHECK(in_force(g, {2019, 8, 1}) == 0);
}

TEST_CASE("an extension takes the place of the order before it, and an end ends it", "[domain]") {
  Given g;
  const EventId first = g.record(order(DwangOutcome::GRANTED, "2019-03-10", "2020-03-10"));
  const EventId longer = g.record(order(DwangOutcome::EXTENDED, "2020-03-10").refers(RefType::SUPERSEDES, first));
  CHECK(in_force(g, {2020, 3, 10}) == 1);
  Happening ended(908, "2020-05-01");
  fill_date(ended.facts().initDwangEnded().initEndedOn(), "2020-05-01");
  g.record(ended.refers(RefType::ENDS, longer));
  CHECK(in_force(g, {2020, 4, 30}) == 1);
  CHECK(in_force(g, {2020, 5, 1}) == 0);
  CHECK(in_force(g, {2019, 12, 1}) == 1);
}

TEST_CASE("answers and warnings belong to the offer that they name", "[domain]") {
  Given g;
  Happening one(902, "2020-02-01 10:00"), other(902, "2020-02-01 11:00");
  one.facts().initDrangOffered();
  other.facts().initDrangOffered();
  g.record(one);
  g.record(other);
  Happening answered(903, "2020-02-02 10:00");
  answered.facts().initDrangAnswered().setResponse(DrangResponse::PARTLY);
  g.record(answered.refers(RefType::ANSWERS, one.id()));
  Happening warned(904, "2020-02-03 10:00");
  warned.facts().initDrangFollowedUp().setFollowUp(DrangFollowUp::WARNING);
  g.record(warned.refers(RefType::CONCERNS, other.id()));
  const DrangOffers& offers = g.state.drang_offers();
  CHECK(offers.offer(one.id())->answers.has(DrangResponse::PARTLY));
  CHECK_FALSE(offers.offer(one.id())->warned);
  CHECK(offers.offer(other.id())->warned);
  CHECK(offers.offer(other.id())->answers.empty());
}
