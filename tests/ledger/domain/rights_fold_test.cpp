#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening block(const std::string& about) {
  Happening h(1206, "2020-02-01 10:00");
  auto f = h.facts().initBlockPlaced();
  f.setBlockKind(BlockKind::RESTRICTION);
  if (!about.empty()) f.setAbout(data(person(about)));
  return h;
}
Happening complaint(ComplaintStage stage, const std::string& at) {
  Happening h(1210, at);
  h.facts().initComplaintRecorded().setStage(stage);
  return h;
}
constexpr BlockKinds restriction{BlockKind::RESTRICTION};

}  // namespace

TEST_CASE("a block on a person is none on another or on the case, and one on the case is on everybody", "[domain]") {
  Given g;
  const Micros later = local("2020-02-02 10:00");
  g.record(block("J"));
  const Rights& rights = g.state.rights();
  CHECK(rights.block_on(person("J"), restriction, later) != nullptr);
  CHECK(rights.block_on(person("P"), restriction, later) == nullptr);
  CHECK(rights.block_on_case(restriction, later) == nullptr);
  CHECK(rights.any_block(restriction, later) != nullptr);
  CHECK(rights.any_block(holds, later) == nullptr);
  g.record(block(""));
  CHECK(rights.block_on(person("P"), restriction, later) != nullptr);
  CHECK(rights.block_on_case(restriction, local("2020-02-01 09:59")) == nullptr);
}

TEST_CASE("a block stands until the ledger recorded that it was lifted, whatever day the header gives", "[domain]") {
  Given g;
  const EventId placed = g.record(block("J"));
  Happening lifted(1207, "2020-02-01 11:00");
  lifted.facts().initBlockLifted();
  g.record(lifted.refers(RefType::ENDS, placed).recorded("2020-02-05 10:00"));
  CHECK(g.state.rights().block_on(person("J"), restriction, local("2020-02-05 09:59")) != nullptr);
  CHECK(g.state.rights().block_on(person("J"), restriction, local("2020-02-05 10:00")) == nullptr);
}

TEST_CASE("of each complaint the latest stage counts, until one is final", "[domain]") {
  Given g;
  const EventId first = g.record(complaint(ComplaintStage::RECEIVED, "2020-02-01 10:00"));
  g.record(complaint(ComplaintStage::RECEIVED, "2020-02-01 11:00"));
  const EventId heard = g.record(complaint(ComplaintStage::HEARING, "2020-03-01 10:00").refers(RefType::FOLLOWS, first));
  const auto open = [&](const std::string& at) { return g.state.rights().open_complaints(local(at)); };
  CHECK(open("2020-02-01 10:30").size() == 1);
  REQUIRE(open("2020-03-01 10:00").size() == 2);
  CHECK(open("2020-03-01 10:00").front()->event == heard);
  g.record(complaint(ComplaintStage::FINAL, "2020-04-01 10:00").refers(RefType::FOLLOWS, heard));
  CHECK(open("2020-03-31 10:00").size() == 2);
  CHECK(open("2020-04-01 10:00").size() == 1);
}

TEST_CASE("a postponement ends for whom was told and stands for the others", "[domain]") {
  Given g;
  Happening later(411, "2020-02-03 09:30");
  auto about = later.facts().initInformingPostponed().initAbout(2);
  about.set(0, data(person("J")));
  about.set(1, data(person("P")));
  const EventId postponed = g.record(later);
  Happening told(410, "2020-02-10 10:00");
  told.facts().initSubjectInformed().initTold(1).set(0, data(person("J")));
  g.record(told.refers(RefType::CONCERNS, postponed));
  const Postponement* p = g.state.sharing().postponement(postponed);
  REQUIRE(p != nullptr);
  CHECK(p->in_force(person("J"), local("2020-02-10 09:59")));
  CHECK_FALSE(p->in_force(person("J"), local("2020-02-10 10:00")));
  CHECK(p->in_force(person("P"), local("2020-02-10 10:00")));
  CHECK_FALSE(p->in_force(person("P"), local("2020-02-03 09:29")));
}
