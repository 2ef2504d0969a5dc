#include "tools/exchange/import_batch.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <set>

#include "crypto/digest.h"
#include "ledger/schema/facts.capnp.h"

using namespace inzicht;
using namespace inzicht::exchange;

namespace {

constexpr std::uint64_t bad = 99;  // as the number of attributes: the ledger will not have it

// A ledger that only looks at what it is sent.
struct Pretended {
  struct Got {
    std::uint16_t kind;
    std::uint64_t line;
    EventId event;
    std::optional<EventId> follows;
  };
  std::vector<Got> recorded;
  std::vector<std::size_t> sendings;
  std::string refuse_with = "ADM-10";
  std::uint16_t refuse_kind = 0;
  std::optional<std::size_t> fail_at;

  std::vector<Result<RecordOutcome>> send(std::span<Draft> drafts) {
    sendings.push_back(drafts.size());
    std::vector<Result<RecordOutcome>> out;
    bool hangs = false;
    for (auto& draft : drafts) {
      const bool imported = draft.kind->id == 1402;
      const auto attributes = imported ? draft.facts->getRoot<schema::RecordImported>().getAttributes() : 0;
      if (fail_at && recorded.size() == *fail_at) {
        out.push_back(fail(ErrorCode::disk_full, "no room"));
      } else if (hangs) {
        out.push_back(RecordOutcome(Refused::of("ADM-7", "keySeq", "x", "x")));
      } else if (attributes == bad || draft.kind->id == refuse_kind) {
        hangs = true;
        out.push_back(RecordOutcome(Refused::of(refuse_with, "occurred.from", "iets anders", "something else")));
      } else {
        std::optional<EventId> follows;
        for (const auto& reference : draft.references)
          if (reference.relation == schema::RefType::FOLLOWS) follows = reference.event;
        recorded.push_back({draft.kind->id, attributes, *draft.event, follows});
        out.push_back(RecordOutcome(Accepted{}));
      }
    }
    return out;
  }
};

struct Bench {
  Pretended ledger;
  SimulatedClock clock{*parse_local("2024-05-06 09:00")};
  ImportFrame frame{schema::ImportSource::CSV, OrganisationId{crypto::random_array<16>()}, std::nullopt, EventId{crypto::random_array<16>()}};
  ImportBatch batch{frame, clock, [this](std::span<Draft> drafts) { return ledger.send(drafts); }};

  static ImportedRecord record(std::uint64_t line, bool refused = false) {
    ImportedRecord out;
    out.line = line;
    out.occurred = {*parse_local("2020-01-01 12:00"), std::nullopt, schema::Precision::INSTANT};
    out.attributes = refused ? bad : line;
    out.part.info = find_kind(std::uint16_t{1402})->part("record");
    return out;
  }
  void add(std::uint64_t line, std::string_view kase, std::string_view resource = "", bool refused = false) { REQUIRE(batch.add(record(line, refused), kase, resource)); }
};

}  // namespace

TEST_CASE("cases and actors are made once, and events follow one another in their case", "[exchange][import]") {
  Bench b;
  b.add(1, "een", "Anna");
  b.add(2, "twee", "Bert");
  b.add(3, "een", "Anna");
  REQUIRE(b.batch.send_rest());
  b.add(4, "een", "Bert");
  REQUIRE(b.batch.send_rest());
  CHECK(b.batch.cases() == 2);
  CHECK(b.batch.events() == 4);
  CHECK(b.batch.actors() == 2);
  const auto& r = b.ledger.recorded;
  REQUIRE(r.size() == 6);
  CHECK(r[0].kind == 103);
  CHECK(r[1].line == 1);
  CHECK(r[2].kind == 103);
  CHECK(r[3].line == 2);
  CHECK_FALSE(r[1].follows);
  CHECK_FALSE(r[3].follows);
  CHECK(r[4].follows == r[1].event);
  CHECK(r[5].follows == r[4].event);
}

TEST_CASE("a refused record is named, and what stood behind it is sent again", "[exchange][import]") {
  Bench b;
  b.add(1, "een", "Anna");
  b.add(2, "een", "Bert", true);
  b.add(3, "een", "Anna");
  b.add(4, "twee", "Cor");
  REQUIRE(b.batch.send_rest());
  CHECK(b.batch.events() == 3);
  CHECK(b.batch.cases() == 2);
  CHECK(b.ledger.sendings == std::vector<std::size_t>{7, 3});
  const auto rejected = b.batch.take_rejected();
  REQUIRE(rejected.size() == 1);
  CHECK(rejected[0].line == 2);
  CHECK(rejected[0].why.en == "ADM-10 occurred.from: expected something else");
  CHECK(rejected[0].why.nl == "ADM-10 occurred.from: iets anders verwacht");
  CHECK(b.batch.take_rejected().empty());
  const auto& r = b.ledger.recorded;
  CHECK(r[3].line == 3);
  CHECK(r[3].follows == r[1].event);  // not the refused one between them
  std::set<std::array<std::uint8_t, 16>> events;
  for (const auto& one : r) events.insert(one.event.bytes);
  CHECK(events.size() == r.size());
}

TEST_CASE("a batch goes out when it is full", "[exchange][import]") {
  Bench b;
  for (std::uint64_t i = 100; i < 1150; ++i) b.add(i, std::to_string(i % 7));
  CHECK(b.ledger.sendings == std::vector<std::size_t>{500, 500});
  REQUIRE(b.batch.send_rest());
  CHECK(b.ledger.sendings.back() == 50);
  CHECK(b.batch.events() == 1050);
  CHECK(b.batch.cases() == 7);
  REQUIRE(b.batch.send_rest());
  CHECK(b.ledger.sendings.size() == 3);
  auto large = Bench::record(1);
  large.part.message.resize(9u << 20);
  REQUIRE(b.batch.add(std::move(large), "groot", ""));
  CHECK(b.ledger.sendings.size() == 4);
}

TEST_CASE("the import ends when the ledger will take nothing more of this author", "[exchange][import]") {
  Bench b;
  SECTION("the key is no longer valid") {
    b.ledger.refuse_with = "ADM-5";
    b.add(1, "een", "", true);
    const auto status = b.batch.send_rest();
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::conflict);
    CHECK(status.error().text == "import: the ledger refused to go on: ADM-5 occurred.from: expected something else");
  }
  SECTION("an actor is not registered") {
    b.ledger.refuse_kind = 103;
    b.add(1, "een", "Anna");
    CHECK_FALSE(b.batch.send_rest());
    CHECK(b.batch.events() == 0);
  }
  SECTION("nothing is taken in, time after time") {
    for (std::uint64_t i = 1; i <= 40; ++i) b.add(i, "een", "", true);
    CHECK_FALSE(b.batch.send_rest());
    CHECK(b.batch.take_rejected().size() == 16);
  }
  SECTION("sixteen refusals with a record between them are only refusals") {
    for (std::uint64_t i = 100; i <= 160; ++i) b.add(i, "een", "", i % 2 == 0);
    REQUIRE(b.batch.send_rest());
    CHECK(b.batch.events() == 30);
    CHECK(b.batch.take_rejected().size() == 31);
  }
  SECTION("the disk is full") {
    b.ledger.fail_at = 2;
    for (std::uint64_t i = 1; i <= 4; ++i) b.add(i, "een");
    const auto status = b.batch.send_rest();
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::disk_full);
    CHECK(b.batch.events() == 2);
  }
}
