// Tables damaged on disk: reading latches, and what verify reads goes on past the damage and tells all of it.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "ledger/log/rocks_store.h"
#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

constexpr std::uint64_t events_made = 2000;

struct Flushed {
  TempDir dir;
  Flushed() {
    auto store = rocks::Store::create(dir / "log", rocksdb::Env::Default()).value();
    auto& db = store->db();
    std::vector<rocksdb::ColumnFamilyHandle*> families;
    for (std::size_t i = 0; i < rocks::family_names.size(); ++i) families.push_back(store->family(static_cast<rocks::Family>(i)));
    auto log = rocks::make_log(std::move(store)).value();
    Sampler sampler(50);
    for (std::uint64_t i = 0; i < events_made; i += 500) REQUIRE(log->append(sampler.group(500)));
    REQUIRE(db.Flush(rocksdb::FlushOptions{}, families).ok());
  }
  // The table file of a family.
  std::filesystem::path table(std::string_view family) const {
    const auto store = rocks::Store::open(dir / "log", OpenMode::read_only, rocksdb::Env::Default()).value();
    std::vector<rocksdb::LiveFileMetaData> files;
    store->db().GetLiveFilesMetaData(&files);
    for (const auto& file : files) {
      if (file.column_family_name == family) return dir / "log" / file.relative_filename;
    }
    FAIL("no table of " << family);
    return {};
  }
};

void flip(const std::filesystem::path& path, std::uintmax_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const auto byte = static_cast<char>(file.get() ^ 0x20);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
  REQUIRE(file);
}

struct Seen {
  std::set<std::uint64_t> events, parts;
  std::string problems;
};
Seen scan(const RawLog& raw, std::uint64_t from = 0, std::uint64_t to = ~std::uint64_t{0}) {
  Seen seen;
  const auto status = raw.scan_raw(from, to, [&](const RawLog::Raw& one) {
    if (one.event.data() != nullptr) {
      CHECK(seen.events.insert(one.index).second);
      CHECK(view_event(one.event).has_value());
    }
    if (one.parts) CHECK(seen.parts.insert(one.index).second);
  });
  if (!status) seen.problems = status.error().text;
  return seen;
}
std::size_t count(const RawLog& raw, RawLog::Table table, std::string& problems) {
  std::size_t entries = 0;
  const auto status = raw.scan_table(table, [&](Bytes, Bytes) { ++entries; });
  problems = status ? "" : status.error().text;
  return entries;
}

}  // namespace

TEST_CASE("a whole store of tables reads without a problem", "[log][raw]") {
  const Flushed fixture;
  const auto raw = RocksLog::open_raw(fixture.dir / "log").value();
  CHECK(raw->records() == events_made);
  const auto seen = scan(*raw);
  CHECK(seen.events.size() == events_made);
  CHECK(seen.problems.empty());
  CHECK(scan(*raw, 100, 200).events.size() == 100);
  std::string problems;
  CHECK(count(*raw, RawLog::Table::event_ids, problems) == events_made);
  CHECK(count(*raw, RawLog::Table::tiles, problems) == events_made / 256);
  CHECK(problems.empty());
}

TEST_CASE("a damaged block of events latches the log, and verify still reads all the others", "[log][raw][damage]") {
  const Flushed fixture;
  const auto table = fixture.table("event");
  const auto size = std::filesystem::file_size(table);
  // Two places far apart, and one at the very beginning.
  for (const auto at : {std::uintmax_t{100}, size / 3, size * 2 / 3}) flip(table, at);

  const auto opened = RocksLog::open(fixture.dir / "log", OpenMode::read_write);
  if (opened) {
    auto& log = **opened;
    CHECK(log.scan(0, events_made, [](const EventView&) { return true; }).error().code == ErrorCode::corruption);
    Sampler sampler;
    CHECK(log.append(sampler.group(1)).error().code == ErrorCode::latched);
  } else {
    CHECK(opened.error().code == ErrorCode::corruption);
  }

  const auto raw = RocksLog::open_raw(fixture.dir / "log").value();
  CHECK(raw->records() == events_made);
  const auto seen = scan(*raw);
  const auto missing = events_made - seen.events.size();
  CHECK(missing >= 3);
  CHECK(missing < events_made / 4);
  CHECK_FALSE(seen.events.contains(0));
  CHECK(seen.events.contains(events_made - 1));
  // Three ranges, and parts are not concerned.
  std::size_t ranges = 0;
  for (std::size_t at = 0; (at = seen.problems.find("event ", at)) != std::string::npos; ++at) ++ranges;
  CHECK(ranges == 3);
  CHECK(seen.parts.size() == 1333);
  // Read in pieces it is the same.
  std::set<std::uint64_t> together;
  for (std::uint64_t from = 0; from < events_made; from += 250) together.merge(scan(*raw, from, from + 250).events);
  CHECK(together == seen.events);
}

TEST_CASE("damage at the end of the events does not hide how many there are", "[log][raw][damage]") {
  const Flushed fixture;
  const auto table = fixture.table("event");
  // Data blocks lie before the filter, index and properties at the end; find the last one by what it hides.
  for (auto at = std::filesystem::file_size(table) - 2000; at > 2000; at -= 500) {
    TempDir copy;
    std::filesystem::copy(fixture.dir / "log", copy / "log", std::filesystem::copy_options::recursive);
    flip(copy / "log" / table.filename(), at);
    const auto raw = RocksLog::open_raw(copy / "log").value();
    REQUIRE(raw->records() == events_made);
    const auto seen = scan(*raw);
    if (seen.events.size() < events_made && seen.events.size() > 0 && !seen.events.contains(events_made - 1)) {
      CHECK(seen.problems.find(".." + std::to_string(events_made - 1)) != std::string::npos);
      return;
    }
  }
  FAIL("no place hid the last event");
}

TEST_CASE("a damaged block of ids or positions is passed, and told", "[log][raw][damage]") {
  const Flushed fixture;
  for (const auto& [family, table, entries] : {std::tuple{"id", RawLog::Table::event_ids, events_made},
                                               std::tuple{"position", RawLog::Table::positions, events_made + events_made / 10}}) {
    CAPTURE(family);
    std::string problems;
    const auto path = fixture.table(family);
    for (const auto at : {std::filesystem::file_size(path) / 4, std::filesystem::file_size(path) / 2}) flip(path, at);
    const auto raw = RocksLog::open_raw(fixture.dir / "log").value();
    const auto found = count(*raw, table, problems);
    CAPTURE(problems);
    CHECK(found < entries);
    CHECK(found > entries * 3 / 4);
    std::size_t ranges = 0;
    for (std::size_t at = 0; (at = problems.find("after key", at)) != std::string::npos; ++at) ++ranges;
    CHECK(ranges == 2);
  }
}

TEST_CASE("a table that cannot be opened at all, or is gone, is told and the rest is read", "[log][raw][damage]") {
  const bool gone = GENERATE(false, true);
  const Flushed fixture;
  const auto path = fixture.table("event");
  if (gone) {
    std::filesystem::remove(path);
  } else {
    flip(path, std::filesystem::file_size(path) - 5);
  }
  CHECK_FALSE(RocksLog::open(fixture.dir / "log", OpenMode::read_write));
  const auto raw = RocksLog::open_raw(fixture.dir / "log").value();
  CHECK(raw->records() == events_made);
  const auto seen = scan(*raw);
  CHECK(seen.events.empty());
  CHECK(seen.parts.size() == 1333);
  CHECK(seen.problems.find("event 0.." + std::to_string(events_made - 1)) != std::string::npos);
  std::string problems;
  CHECK(count(*raw, RawLog::Table::event_ids, problems) == events_made);
  CHECK(problems.empty());
}

TEST_CASE("keys that do not belong are given to verify", "[log][raw][damage]") {
  const Flushed fixture;
  {
    const auto store = rocks::Store::open(fixture.dir / "log", OpenMode::read_write, rocksdb::Env::Default()).value();
    const auto put = [&](rocks::Family family, std::string_view key) {
      REQUIRE(store->db().Put({}, store->family(family), rocks::slice_of(key), "x").ok());
    };
    put(rocks::Family::event, std::string_view("\0\0\0", 3));
    put(rocks::Family::event, "beyond the last index");
    put(rocks::Family::id, "short");
    put(rocks::Family::position, "no position");
    put(rocks::Family::tile, "t");
    put(rocks::Family::checkpoint, "c");
    REQUIRE(store->db().Put({}, "in the default family", "x").ok());
  }
  const auto raw = RocksLog::open_raw(fixture.dir / "log").value();
  CHECK(raw->records() == events_made);
  std::set<std::string> strays;
  REQUIRE(raw->scan_table(RawLog::Table::stray, [&](Bytes key, Bytes) { strays.emplace(key.begin(), key.end()); }));
  CHECK(strays == std::set<std::string>{"event/beyond the last index", "id/short", "position/no position", "tile/t", "checkpoint/c",
                                        "default/in the default family"});
  const auto seen = scan(*raw, 0, events_made);
  CHECK(seen.events.size() == events_made);
  CHECK(seen.problems.find("a key of 3 bytes") != std::string::npos);
  std::string problems;
  CHECK(count(*raw, RawLog::Table::event_ids, problems) == events_made);
}
