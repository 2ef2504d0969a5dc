#include "ledger/log/rocks_log.h"

#include <rocksdb/db.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "ledger/log/rocks_store.h"
#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

ErrorCode code_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

RawTables tables_of_raw(const RawLog& raw) {
  RawTables out;
  const auto owned = [](Bytes bytes) { return Buffer(bytes.begin(), bytes.end()); };
  REQUIRE(raw.scan_raw(0, ~std::uint64_t{0}, [&](const RawLog::Raw& one) {
    Buffer key;
    crypto::append_u64(key, one.index);
    out.events[key] = owned(one.event);
    if (one.parts) out.parts[key] = owned(*one.parts);
  }));
  const auto fill = [&](RawLog::Table table, RawTables::Table& into) {
    REQUIRE(raw.scan_table(table, [&](Bytes key, Bytes value) { into[owned(key)] = owned(value); }));
  };
  fill(RawLog::Table::event_ids, out.event_ids);
  fill(RawLog::Table::positions, out.positions);
  fill(RawLog::Table::tiles, out.tiles);
  fill(RawLog::Table::checkpoints, out.checkpoints);
  fill(RawLog::Table::stray, out.stray);
  return out;
}

}  // namespace

TEST_CASE("both logs hold the same keys and values", "[log][raw][oracle]") {
  OnDisk disk;
  InMemory memory;
  Sampler to_disk(11), to_memory(11);
  for (std::size_t count : {1u, 600u, 3u}) {
    REQUIRE(disk.log->append(to_disk.group(count)));
    REQUIRE(memory.log->append(to_memory.group(count)));
  }
  for (auto* log : {disk.log.get(), memory.log.get()}) {
    for (std::uint64_t size : {5u, 604u, 5u}) REQUIRE(log->keep_checkpoint(size, sample_note(size, {size})));
  }
  disk.log.reset();
  const auto raw = RocksLog::open_raw(disk.dir / "log").value();
  CHECK(raw->records() == 604);
  const auto stored = tables_of_raw(*raw);
  const auto expected = tables_of(*memory.log);
  CHECK(stored.events == expected.events);
  CHECK(stored.parts == expected.parts);
  CHECK(stored.event_ids == expected.event_ids);
  CHECK(stored.positions == expected.positions);
  CHECK(stored.tiles == expected.tiles);
  CHECK(stored.checkpoints == expected.checkpoints);
  CHECK(stored.stray.empty());
}

TEST_CASE("a log that is opened again goes on where it was", "[log][reopen]") {
  OnDisk fixture;
  Sampler sampler, again;
  std::vector<Digest> leaves;
  for (std::size_t count : {1u, 254u, 1u, 1u, 300u, 1024u, 467u, 5u}) {
    REQUIRE(fixture.log->append(sampler.group(count)));
    for (const auto& event : again.group(count)) leaves.push_back(crypto::leaf_hash(event.record.leaf));
    fixture.reopen();
    REQUIRE(fixture.log->size() == leaves.size());
    REQUIRE(fixture.log->frontier().root() == crypto::root_of(leaves));
    REQUIRE(fixture.log->node(0, leaves.size() - 1) == leaves.back());
  }
  CHECK(fixture.log->node(8, 3) == crypto::root_of(std::span{leaves}.subspan(768, 256)));
  CHECK(fixture.log->last_position(case_list(0)).value()->n == (leaves.size() + 2) / 3);
}

TEST_CASE("a tree that fills a tile of tiles is rebuilt from tiles when opened", "[log][reopen][tree]") {
  OnDisk fixture;
  crypto::Frontier expected;
  const std::uint64_t total = 65'536 + 300;
  for (std::uint64_t i = 0; i < total;) {
    std::vector<NewEvent> group;
    for (; group.size() < 1024 && i < total; ++i) {
      NewEvent event;
      event.record.leaf = crypto::Buffer{0x01};
      crypto::append_u64(event.record.leaf, i);
      event.record.purged = true;
      expected.append(crypto::leaf_hash(event.record.leaf));
      group.push_back(std::move(event));
    }
    REQUIRE(fixture.log->append(group));
  }
  CHECK(fixture.log->frontier().root() == expected.root());
  fixture.reopen();
  CHECK(fixture.log->size() == total);
  CHECK(fixture.log->frontier().root() == expected.root());
  const auto node = fixture.log->node(16, 0);
  REQUIRE(node);
  CHECK(*node == expected.nodes().front());
  CHECK(crypto::root_at(total, [&](unsigned level, std::uint64_t index) { return fixture.log->node(level, index); }) == expected.root());
}

TEST_CASE("caches and checkpoints are there when a log is opened again", "[log][reopen]") {
  OnDisk fixture;
  Sampler sampler;
  REQUIRE(fixture.log->append(sampler.group(10)));
  REQUIRE(fixture.log->keep_checkpoint(10, sample_note(10)));
  REQUIRE(fixture.log->put_cache("heads", sample_bytes(1, 1000)));
  fixture.reopen();
  CHECK(fixture.log->checkpoints() == std::vector{std::pair{std::uint64_t{10}, sample_note(10)}});
  CHECK(fixture.log->get_cache("heads").value() == sample_bytes(1, 1000));
}

TEST_CASE("a log that is opened often for one event each does not pile up files", "[log][reopen]") {
  OnDisk fixture;
  Sampler sampler;
  for (int i = 0; i < 100; ++i) {
    REQUIRE(fixture.log->append(sampler.group(1)));
    fixture.reopen();
  }
  CHECK(fixture.log->size() == 100);
  const auto files = std::distance(std::filesystem::directory_iterator(fixture.dir / "log"), std::filesystem::directory_iterator{});
  CHECK(files < 80);
}

TEST_CASE("creating refuses where anything is, opening needs what creating makes", "[log][open]") {
  TempDir dir;
  CHECK(code_of(RocksLog::open(dir / "log", OpenMode::read_write)) == ErrorCode::not_found);
  CHECK(code_of(RocksLog::open(dir / "log", OpenMode::read_only)) == ErrorCode::not_found);
  CHECK(code_of(RocksLog::open_raw(dir / "log")) == ErrorCode::not_found);
  CHECK_FALSE(std::filesystem::exists(dir / "log"));
  std::filesystem::create_directory(dir / "log");
  CHECK(code_of(RocksLog::open(dir / "log", OpenMode::read_write)) == ErrorCode::not_found);
  REQUIRE(RocksLog::create(dir / "log"));
  CHECK(code_of(RocksLog::create(dir / "log")) == ErrorCode::already_exists);
  CHECK(RocksLog::open(dir / "log", OpenMode::read_write).value()->size() == 0);
  std::ofstream(dir / "file") << "x";
  CHECK(code_of(RocksLog::create(dir / "file")) == ErrorCode::already_exists);
  std::filesystem::remove(dir / "log" / "CURRENT");
  CHECK(code_of(RocksLog::open(dir / "log", OpenMode::read_write)) == ErrorCode::corruption);
}

TEST_CASE("a log that is being written is locked for another writer and open to readers", "[log][open]") {
  OnDisk fixture;
  Sampler sampler;
  REQUIRE(fixture.log->append(sampler.group(10)));
  const auto second = RocksLog::open(fixture.dir / "log", OpenMode::read_write);
  CHECK(code_of(second) == ErrorCode::locked);
  CHECK_THAT(second.error().text, Catch::Contains("another program has this ledger open"));
  const auto reader = RocksLog::open(fixture.dir / "log", OpenMode::read_only).value();
  CHECK(reader->size() == 10);
  CHECK(reader->read(9).has_value());
  CHECK(code_of(reader->append(sampler.group(1))) == ErrorCode::latched);
  CHECK(code_of(reader->put_cache("x", {})) == ErrorCode::latched);
  REQUIRE(fixture.log->append(sampler.group(1)));
  CHECK(reader->size() == 10);
}

TEST_CASE("a family too many or too few is corruption", "[log][open]") {
  OnDisk fixture;
  fixture.log.reset();
  const auto path = (fixture.dir / "log").string();
  const auto with_families = [&](auto&& change) {
    std::vector<std::string> names;
    REQUIRE(rocksdb::DB::ListColumnFamilies({}, path, &names).ok());
    std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
    for (const auto& name : names) descriptors.emplace_back(name, rocksdb::ColumnFamilyOptions{});
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* raw = nullptr;
    REQUIRE(rocksdb::DB::Open({}, path, descriptors, &handles, &raw).ok());
    const std::unique_ptr<rocksdb::DB> db(raw);
    change(*db, handles);
    for (auto* handle : handles) REQUIRE(db->DestroyColumnFamilyHandle(handle).ok());
  };
  with_families([](rocksdb::DB& db, auto& handles) {
    rocksdb::ColumnFamilyHandle* more = nullptr;
    REQUIRE(db.CreateColumnFamily({}, "another", &more).ok());
    REQUIRE(db.Put({}, more, "key", "value").ok());
    handles.push_back(more);
  });
  CHECK(code_of(RocksLog::open(fixture.dir / "log", OpenMode::read_write)) == ErrorCode::corruption);
  CHECK(tables_of_raw(*RocksLog::open_raw(fixture.dir / "log").value()).stray.size() == 1);
  with_families([](rocksdb::DB& db, auto& handles) {
    for (auto* handle : handles) {
      if (handle->GetName() == "another" || handle->GetName() == "tile") REQUIRE(db.DropColumnFamily(handle).ok());
    }
  });
  const auto opened = RocksLog::open(fixture.dir / "log", OpenMode::read_write);
  CHECK(code_of(opened) == ErrorCode::corruption);
  CHECK(opened.error().text.find("tile is missing") != std::string::npos);
  const auto raw = RocksLog::open_raw(fixture.dir / "log").value();
  const auto strays = raw->scan_table(RawLog::Table::stray, [](Bytes, Bytes) {});
  CHECK(strays.error().text.find("tile is missing") != std::string::npos);
}

namespace {

// Opens the store itself and does what no log would.
void tamper(const std::filesystem::path& folder, const std::function<void(rocks::Store&)>& change) {
  auto store = rocks::Store::open(folder, OpenMode::read_write, rocksdb::Env::Default()).value();
  change(*store);
}
Buffer key_of(std::uint64_t number) {
  Buffer key;
  crypto::append_u64(key, number);
  return key;
}
void remove(rocks::Store& store, rocks::Family family, const Buffer& key) {
  REQUIRE(store.db().Delete({}, store.family(family), rocks::slice_of(key)).ok());
}

}  // namespace

TEST_CASE("what opening looks at shows an event, a tile or a tail that is gone", "[log][open][damage]") {
  OnDisk fixture;
  Sampler sampler;
  REQUIRE(fixture.log->append(sampler.group(600)));
  REQUIRE(fixture.log->keep_checkpoint(600, sample_note(600)));
  fixture.log.reset();
  const auto refused_after = [&](const std::function<void(rocks::Store&)>& change) {
    TempDir copy;
    std::filesystem::copy(fixture.dir / "log", copy / "log", std::filesystem::copy_options::recursive);
    tamper(copy / "log", change);
    CHECK(code_of(RocksLog::open(copy / "log", OpenMode::read_write)) == ErrorCode::corruption);
    CHECK(RocksLog::open_raw(copy / "log").has_value());
  };
  const auto tile = [](std::uint8_t level, std::uint64_t index) {
    Buffer key{level};
    crypto::append_u64(key, index);
    return key;
  };
  refused_after([&](auto& store) { remove(store, rocks::Family::event, key_of(0)); });
  refused_after([&](auto& store) { remove(store, rocks::Family::event, key_of(599)); });
  refused_after([&](auto& store) { remove(store, rocks::Family::event, key_of(511)); });
  refused_after([&](auto& store) { remove(store, rocks::Family::event, key_of(560)); });
  refused_after([&](auto& store) { remove(store, rocks::Family::tile, tile(0, 1)); });
  refused_after([&](auto& store) { remove(store, rocks::Family::tile, tile(0, 0)); });
  refused_after([&](auto& store) { REQUIRE(store.db().Put({}, store.family(rocks::Family::tile), rocks::slice_of(tile(1, 0)), "x").ok()); });
  refused_after([&](auto& store) { REQUIRE(store.db().Put({}, store.family(rocks::Family::tile), rocks::slice_of(tile(0, 1)), std::string(8192, 'x')).ok()); });
  refused_after([&](auto& store) { REQUIRE(store.db().Put({}, store.family(rocks::Family::event), "zz", "x").ok()); });
  refused_after([&](auto& store) { REQUIRE(store.db().Put({}, store.family(rocks::Family::event), rocks::slice_of(key_of(511)), "x").ok()); });
}

TEST_CASE("a gap or a record that does not read latches the log when it is met", "[log][damage][latch]") {
  OnDisk fixture;
  Sampler sampler;
  REQUIRE(fixture.log->append(sampler.group(300)));
  fixture.log.reset();
  tamper(fixture.dir / "log", [](auto& store) { remove(store, rocks::Family::event, key_of(40)); });
  fixture.reopen();
  REQUIRE(fixture.log->append(sampler.group(1)));
  CHECK(fixture.log->read(39).has_value());
  CHECK(code_of(fixture.log->read(40)) == ErrorCode::corruption);
  CHECK(code_of(fixture.log->append(sampler.group(1))) == ErrorCode::latched);
  CHECK(fixture.log->read(39).has_value());

  fixture.reopen();
  std::uint64_t seen = 0;
  CHECK(code_of(fixture.log->scan(0, 300, [&](const EventView&) { return ++seen > 0; })) == ErrorCode::corruption);
  CHECK(seen == 40);
  CHECK(code_of(fixture.log->append(sampler.group(1))) == ErrorCode::latched);

  fixture.log.reset();
  tamper(fixture.dir / "log", [](auto& store) {
    REQUIRE(store.db().Put({}, store.family(rocks::Family::event), rocks::slice_of(key_of(40)), "not a record").ok());
    REQUIRE(store.db().Put({}, store.family(rocks::Family::parts), rocks::slice_of(key_of(41)), "not a record").ok());
  });
  fixture.reopen();
  CHECK(code_of(fixture.log->read_parts(41)) == ErrorCode::corruption);
  const std::vector<std::uint64_t> indexes{39, 40, 41};
  const auto many = fixture.log->read_many(indexes);
  CHECK(many[0].has_value());
  CHECK(code_of(many[1]) == ErrorCode::corruption);
  CHECK(many[2].has_value());
  CHECK(code_of(fixture.log->append(sampler.group(1))) == ErrorCode::latched);
}
