#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening note(const std::string& at) {
  Happening h(701, at);
  h.facts().initContactHeld();
  return h;
}

}  // namespace

TEST_CASE("an event is found by its id with kind, times and author, and an unknown one is not", "[domain]") {
  CaseState state;
  const auto h = note("2020-02-03 10:00").by("b1", Role::SPECIALIST).recorded("2020-02-03 11:00");
  state.apply(h.as_recorded(7));
  REQUIRE(state.find(h.id()) != nullptr);
  const EventNote& found = *state.find(h.id());
  CHECK(found.kind == 701);
  CHECK(found.index == 7);
  CHECK(found.occurred == local("2020-02-03 10:00"));
  CHECK(found.recorded == local("2020-02-03 11:00"));
  CHECK(found.actor == actor("b1"));
  CHECK(state.find(EventId{}) == nullptr);
  CHECK(state.events() == 1);
}

TEST_CASE("what was recorded by a time counts in the order of recording, up to and with that time", "[domain]") {
  CaseState state;
  state.apply(note("2020-02-01 10:00").recorded("2020-02-03 10:00").as_recorded(1));
  state.apply(note("2020-01-01 10:00").recorded("2020-02-04 10:00").as_recorded(2));
  CHECK(state.recorded_by(local("2020-02-03 09:59")) == 0);
  CHECK(state.recorded_by(local("2020-02-03 10:00")) == 1);
  CHECK(state.recorded_by(local("2020-02-05 10:00")) == 2);
}

TEST_CASE("a header whose kind is not its active arm changes nothing but the index", "[domain]") {
  CaseState state;
  auto h = note("2020-02-03 10:00");
  h.header().setKind(407);
  state.apply(h.as_recorded(1));
  CHECK(state.events() == 1);
  CHECK(state.sharing().decisions().empty());
}

TEST_CASE("the class of a part is known by its place in the event", "[domain]") {
  CaseState state;
  const auto h = note("2020-02-03 10:00").fills(0, {0}, PartClass::NARRATIVE).fills(0, {0}, PartClass::HEALTH);
  state.apply(h.as_recorded(1));
  CHECK(state.part_class(h.id(), 1) == PartClass::HEALTH);
  CHECK(state.part_class(h.id(), 2) == PartClass::UNSET);
}

TEST_CASE("who recorded, attended or received something is remembered, who only was invited is not", "[domain]") {
  CaseState state;
  Happening met(501, "2020-02-03 10:00");
  auto list = met.facts().initMeetingHeld().initAttendees(2);
  list[0].setActor(data(actor("h2")));
  list[0].setPresence(Presence::PRESENT);
  list[1].setActor(data(actor("s1")));
  list[1].setPresence(Presence::ABSENT_INVITED);
  state.apply(met.as_recorded(1));
  CHECK(state.has_acted(actor("w3")));
  CHECK(state.has_acted(actor("h2")));
  CHECK_FALSE(state.has_acted(actor("s1")));
  Given g;
  state.apply(g.share({.to = {"O4"}}, {}).as_recorded(2));
  CHECK(state.has_received(actor("h9"), org("O4")));
  CHECK_FALSE(state.has_received(actor("h9"), org("O7")));
}

TEST_CASE("a function is held from its day until the day that somebody else or nobody holds it", "[domain]") {
  Given g;
  g.assign(SingleFunction::WIJKCOACH, "w1", "2020-01-01");
  g.assign(SingleFunction::WIJKCOACH, "w2", "2020-02-01");
  g.assign(SingleFunction::WIJKCOACH, "", "2020-03-01");
  const Involvement& who = g.state.involvement();
  CHECK(who.holder(SingleFunction::WIJKCOACH, {2019, 12, 31}).is_zero());
  CHECK(who.holder(SingleFunction::WIJKCOACH, {2020, 1, 31}) == actor("w1"));
  CHECK(who.holder(SingleFunction::WIJKCOACH, {2020, 2, 1}) == actor("w2"));
  CHECK(who.holder(SingleFunction::WIJKCOACH, {2020, 3, 1}).is_zero());
  CHECK(who.holds_role(actor("w1"), Role::WIJKCOACH, {2020, 1, 15}));
  CHECK_FALSE(who.holds_role(actor("w1"), Role::WIJKCOACH, {2020, 2, 15}));
  CHECK(who.held_before(SingleFunction::WIJKCOACH, actor("w1"), {2020, 2, 15}));
}

TEST_CASE("a buddy holds that role, a central contact holds none by it", "[domain]") {
  Given g;
  g.assign(SingleFunction::BUDDY, "w2", "2020-01-01");
  g.assign(SingleFunction::CENTRAL_CONTACT, "s1", "2020-01-01");
  CHECK(g.state.involvement().roles_of(actor("w2"), {2020, 1, 1}) == std::vector{Role::BUDDY});
  CHECK(g.state.involvement().roles_of(actor("s1"), {2020, 1, 1}).empty());
  CHECK(g.state.involvement().is_active(actor("s1"), {2020, 1, 1}));
  CHECK_FALSE(g.state.involvement().is_active(actor("s1"), {2019, 12, 31}));
}

TEST_CASE("an imported or delegated consent is kept, and not as somebody's own statement", "[domain]") {
  Given g;
  const EventId own = g.record(g.consent({}));
  const EventId imported = g.record(g.consent({}).refers(RefType::PART_OF, EventId{}));
  CHECK(g.state.consents().find(own)->own_statement);
  CHECK_FALSE(g.state.consents().find(imported)->own_statement);
}

TEST_CASE("capacity is what was judged last by then", "[domain]") {
  Given g;
  auto early = g.consent({.at = "2020-01-01 10:00"});
  early.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::NOT_CAPABLE);
  g.record(early);
  auto late = g.consent({.at = "2020-02-01 10:00"});
  late.facts().getConsentGiven().setCapacityJudged(CapacityJudgement::CAPABLE);
  g.record(late);
  CHECK(g.state.consents().capacity(person("J"), local("2020-01-31")) == CapacityJudgement::NOT_CAPABLE);
  CHECK(g.state.consents().capacity(person("J"), local("2020-02-02")) == CapacityJudgement::CAPABLE);
  CHECK(g.state.consents().capacity(person("P"), local("2020-02-02")) == CapacityJudgement::UNSET);
}
