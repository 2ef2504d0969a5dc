#include <catch2/catch.hpp>

#include "ledger/log/rocks_store.h"
#include "tests/ledger/log/sample.h"
#include "tests/support/faulty_files.h"

using namespace inzicht;
using namespace inzicht::testing;

// RocksDB 7.8 loses a memtable when a flush that found no room is given up at close; read by the leak sanitizer only.
extern "C" const char* __lsan_default_suppressions() { return "leak:rocksdb::ColumnFamilyData::ConstructNewMemtable\n"; }

namespace {

ErrorCode code_of(const auto& result) {
  if (!result) UNSCOPED_INFO(result.error().text);
  REQUIRE_FALSE(result);
  return result.error().code;
}

// A live store removes files while it is copied: what is gone by then is not needed.
void copy_files(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::create_directory(to);
  for (const auto& entry : std::filesystem::directory_iterator(from)) {
    std::error_code gone;
    std::filesystem::copy_file(entry.path(), to / entry.path().filename(), gone);
  }
}

// A log whose disk fails when told.
struct OnFaultyDisk {
  std::shared_ptr<FaultyFiles> files = std::make_shared<FaultyFiles>();
  std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(files);
  TempDir dir;
  std::unique_ptr<Log> log;
  Sampler sampler;
  std::vector<Digest> leaves;

  OnFaultyDisk() {
    log = rocks::make_log(rocks::Store::create(dir / "log", env.get()).value()).value();
  }
  void reopen() {
    log.reset();
    files->fault = Fault::none;
    log = rocks::make_log(rocks::Store::open(dir / "log", OpenMode::read_write, env.get()).value()).value();
  }
  // Appends and remembers; a group that failed is made again by the next call, as its sender would.
  Status append(std::size_t count) {
    auto ahead = sampler;
    const auto group = ahead.group(count);
    const auto status = log->append(group);
    if (!status) return status;
    sampler = ahead;
    for (const auto& event : group) leaves.push_back(crypto::leaf_hash(event.record.leaf));
    return status;
  }
  void check_whole(const Log& one) const {
    REQUIRE(one.size() == leaves.size());
    CHECK(one.frontier().root() == crypto::root_of(leaves));
    std::uint64_t seen = 0;
    CHECK(one.scan(0, leaves.size(), [&](const EventView& view) { return crypto::leaf_hash(view.leaf) == leaves[seen++]; }).has_value());
    CHECK(seen == leaves.size());
    CHECK_FALSE(one.find(sample_id(leaves.size())).value());
    if (!leaves.empty()) CHECK(one.find(sample_id(leaves.size() - 1)).value()->index == leaves.size() - 1);
    const auto last = one.last_position(case_list(0)).value();
    CHECK((last ? last->n : 0) == (leaves.size() + 2) / 3);
  }
  void check_whole() const { check_whole(*log); }
  // What a machine that lost power now would find.
  void check_after_crash() const {
    TempDir copy;
    copy_files(dir / "log", copy / "log");
    const auto found = RocksLog::open(copy / "log", OpenMode::read_write);
    if (!found) FAIL(found.error().text);
    check_whole(**found);
  }
};

}  // namespace

TEST_CASE(
    "a lock held by another program and a folder that cannot be written to are told apart, whatever the "
    "folder is called",
    "[log][faults]") {
  using Status = rocksdb::Status;
  const auto held = rocks::error_of(
      Status::IOError("While lock file: /x/log/LOCK", "Resource temporarily unavailable"), "open");
  CHECK(held.code == ErrorCode::locked);
  CHECK_THAT(held.text, Catch::StartsWith("open: another program has this ledger open"));
  for (const auto& status :
       {Status::IOError("While open a file for appending: /clock/log/LOG", "Read-only file system"),
        Status::IOError("While lock file: /x/log/LOCK", "Read-only file system"),
        Status::IOError("while open a file for lock: /x/log/LOCK", "Permission denied")}) {
    const auto error = rocks::error_of(status, "open");
    CHECK(error.code == ErrorCode::io);
    CHECK_THAT(error.text, Catch::StartsWith("open: this ledger's folder cannot be written to"));
  }
  const auto other = rocks::error_of(
      Status::IOError("While pread offset 0: /clock/log/000004.sst", "Input/output error"), "read");
  CHECK(other.code == ErrorCode::io);
  CHECK_THAT(other.text, Catch::StartsWith("read: IO error"));
}

TEST_CASE("a full disk records nothing, and the log goes on when there is room", "[log][faults]") {
  const auto fault = GENERATE(Fault::full_on_write, Fault::full_on_sync);
  // Before: nothing, something, something that lies in tables only.
  const auto before = GENERATE(0u, 1u, 5u);
  const bool reopened = GENERATE(false, true);
  CAPTURE(static_cast<int>(fault), before, reopened);
  OnFaultyDisk disk;
  for (std::size_t i = 0; i < before; ++i) REQUIRE(disk.append(7));
  if (reopened) disk.reopen();
  for (int round = 0; round < 3; ++round) {
    disk.files->fault = fault;
    for (int attempt = 0; attempt < 3; ++attempt) {
      REQUIRE(code_of(disk.append(5)) == ErrorCode::disk_full);
      disk.check_whole();
    }
    disk.files->fault = Fault::none;
    REQUIRE(disk.append(5));
    disk.check_whole();
    disk.check_after_crash();
  }
  CHECK(disk.files->hits > 0);
  disk.reopen();
  disk.check_whole();
  REQUIRE(disk.append(5));
  disk.check_after_crash();
}

TEST_CASE("a disk too full for tables stops the log until there is room", "[log][faults]") {
  OnFaultyDisk disk;
  disk.files->fault = Fault::full_for_tables;
  Sampler sampler;
  bool full = false;
  std::uint64_t appended = 0;
  // Enough to fill memtables several times.
  for (int i = 0; i < 3000 && !full; ++i) {
    auto ahead = sampler;
    auto group = ahead.group(16);
    for (auto& event : group) event.parts.assign(1, {false, {}, Buffer(64 * 1024, 7)});
    const auto status = disk.log->append(group);
    full = !status;
    if (full) {
      REQUIRE(code_of(status) == ErrorCode::disk_full);
    } else {
      sampler = ahead;
      appended += 16;
    }
  }
  REQUIRE(full);
  CHECK(disk.log->size() == appended);
  CHECK(code_of(disk.log->append(Sampler(sampler).group(1))) == ErrorCode::disk_full);
  CHECK(disk.log->read(appended - 1).has_value());
  disk.files->fault = Fault::none;
  REQUIRE(disk.log->append(sampler.group(3)));
  CHECK(disk.log->size() == appended + 3);
  disk.reopen();
  CHECK(disk.log->size() == appended + 3);
}

TEST_CASE("after a failed write or sync the log takes nothing more until it is opened again", "[log][faults][latch]") {
  const auto fault = GENERATE(Fault::broken_on_write, Fault::broken_on_sync);
  CAPTURE(static_cast<int>(fault));
  OnFaultyDisk disk;
  REQUIRE(disk.append(10));
  disk.files->fault = fault;
  CHECK(code_of(disk.append(3)) == ErrorCode::io);
  disk.files->fault = Fault::none;
  CHECK(code_of(disk.append(3)) == ErrorCode::latched);
  CHECK(code_of(disk.log->keep_checkpoint(5, sample_note(5))) == ErrorCode::latched);
  CHECK(code_of(disk.log->put_cache("x", {})) == ErrorCode::latched);
  disk.check_whole();
  // The group that failed may have reached the disk whole: then it is there, and never a part of it.
  disk.reopen();
  CHECK((disk.log->size() == 10 || disk.log->size() == 13));
  const auto size = disk.log->size();
  Sampler sampler;
  const auto events = sampler.group(size);
  for (std::uint64_t i = 0; i < size; ++i) REQUIRE(same(disk.log->read(i).value(), events[i].record));
  CHECK(disk.log->find(sample_id(12)).value().has_value() == (size == 13));
  REQUIRE(disk.log->append(sampler.group(2)));
}

TEST_CASE("a checkpoint or a cache that finds no room is not kept, and does not stop the log", "[log][faults]") {
  OnFaultyDisk disk;
  REQUIRE(disk.append(10));
  disk.files->fault = Fault::full_on_write;
  CHECK(code_of(disk.log->keep_checkpoint(10, sample_note(10))) == ErrorCode::disk_full);
  CHECK(code_of(disk.log->put_cache("x", sample_bytes(1, 100))) == ErrorCode::disk_full);
  CHECK(disk.log->checkpoints().empty());
  disk.files->fault = Fault::none;
  REQUIRE(disk.log->keep_checkpoint(10, sample_note(10)));
  REQUIRE(disk.append(1));
  disk.check_after_crash();
}
