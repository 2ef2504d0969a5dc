#include "ledger/log/memory_log.h"

#include <catch2/catch.hpp>

#include "ledger/log/key_layout.h"
#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

TEST_CASE("whichever append fails, nothing of its group is there and all before it is", "[log][faults]") {
  for (std::uint64_t nth = 1; nth <= 5; ++nth) {
    const auto log = make_memory_log({[nth](std::uint64_t ordinal) -> std::optional<Error> {
      if (ordinal != nth) return std::nullopt;
      return Error{ErrorCode::disk_full, "no room"};
    }});
    Sampler sampler;
    std::uint64_t appended = 0;
    for (std::uint64_t ordinal = 1; ordinal <= 5; ++ordinal) {
      auto again = sampler;
      const auto status = log->append(again.group(4));
      if (ordinal == nth) {
        CHECK(status.error().code == ErrorCode::disk_full);
        CHECK_FALSE(log->find(sample_id(appended)).value());
      } else {
        REQUIRE(status);
        sampler = again;
        appended += 4;
      }
      REQUIRE(log->size() == appended);
    }
    CHECK(appended == 16);
  }
}

TEST_CASE("an injected fault of the disk latches the log in memory as it would the one on disk", "[log][faults]") {
  const auto log = make_memory_log({[](std::uint64_t ordinal) -> std::optional<Error> {
    if (ordinal != 2) return std::nullopt;
    return Error{ErrorCode::io, "sync failed"};
  }});
  Sampler sampler;
  REQUIRE(log->append(sampler.group(2)));
  CHECK(log->append(sampler.group(2)).error().code == ErrorCode::io);
  CHECK(log->append(sampler.group(2)).error().code == ErrorCode::latched);
  CHECK(log->size() == 2);
}

TEST_CASE("what verify reads of a log in memory is what was appended, damaged or not", "[log][raw]") {
  const auto log = make_memory_log();
  Sampler sampler;
  REQUIRE(log->append(sampler.group(300)));
  REQUIRE(log->keep_checkpoint(300, sample_note(300)));
  auto tables = tables_of(*log);
  CHECK(tables.events.size() == 300);
  CHECK(tables.event_ids.size() == 300);
  CHECK(tables.positions.size() == 330);
  CHECK(tables.tiles.size() == 1);
  CHECK(tables.checkpoints.size() == 1);

  tables.events.erase(layout::number_key(7));
  tables.events[layout::number_key(9)] = {1, 2, 3};
  tables.events[Buffer{1, 2, 3}] = {};
  tables.stray[Buffer{'x'}] = {};
  const auto raw = make_raw_log(tables);
  CHECK(raw->records() == 300);
  std::vector<std::uint64_t> seen;
  const auto status = raw->scan_raw(5, 12, [&](const RawLog::Raw& one) {
    seen.push_back(one.index);
    CHECK((one.event.data() == nullptr) == (one.index == 7));
    if (one.index == 9) CHECK(one.event.size() == 3);
    CHECK(one.parts.has_value() == (one.index % 3 != 0));
  });
  CHECK(seen == std::vector<std::uint64_t>{5, 6, 7, 8, 9, 10, 11});
  CHECK(status.has_value());
  CHECK(raw->scan_raw(0, 300, [](const auto&) {}).has_value());
  CHECK(raw->scan_raw(0, ~std::uint64_t{0}, [](const auto&) {}).error().code == ErrorCode::corruption);
  std::size_t strays = 0;
  REQUIRE(raw->scan_table(RawLog::Table::stray, [&](Bytes, Bytes) { ++strays; }));
  CHECK(strays == 1);
}
