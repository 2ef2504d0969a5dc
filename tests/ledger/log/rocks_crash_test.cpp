#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <thread>

#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

// Runs the crasher for a while, kills it, and answers how many events it had seen acknowledged.
std::uint64_t crash(const std::filesystem::path& folder, std::chrono::microseconds after) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addclose(&actions, ends[0]);
  std::string program = INZICHT_CRASHER, argument = folder.string();
  char* arguments[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  REQUIRE(::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  std::uint64_t acknowledged = 0, one = 0;
  // From the first acknowledgement on, so that every run dies while appending.
  if (::read(ends[0], &one, sizeof one) == sizeof one) acknowledged = one;
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  while (::read(ends[0], &one, sizeof one) == sizeof one) acknowledged = one;
  ::close(ends[0]);
  CHECK(WIFSIGNALED(status));
  return acknowledged;
}

std::filesystem::path newest_wal(const std::filesystem::path& folder) {
  std::filesystem::path newest;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".log" && entry.file_size() > 0 && entry.path() > newest) newest = entry.path();
  }
  REQUIRE_FALSE(newest.empty());
  return newest;
}

}  // namespace

TEST_CASE("after a killed process everything acknowledged is there, and whole groups only", "[log][crash]") {
  TempDir dir;
  REQUIRE(RocksLog::create(dir / "log"));
  std::uint64_t size = 0;
  for (int round = 0; round < 8; ++round) {
    const auto acknowledged = crash(dir / "log", std::chrono::microseconds(500 + 7'919 * round));
    const auto log = RocksLog::open(dir / "log", OpenMode::read_write);
    REQUIRE(log);
    CHECK(acknowledged > size);
    size = (*log)->size();
    CHECK(size >= acknowledged);
    CHECK(size % 20 == 0);
    std::uint64_t seen = 0;
    CHECK((*log)->scan(0, size, [&](const EventView& view) { return view.index == seen++; }).has_value());
    CHECK(seen == size);
    CHECK((*log)->find(sample_id(size - 1)).value().has_value());
    CHECK_FALSE((*log)->find(sample_id(size)).value().has_value());
    CHECK((*log)->last_position(case_list(0)).value()->n == (size + 2) / 3);
  }
}

TEST_CASE("a write-ahead log cut anywhere gives whole groups, never a part of one", "[log][crash][damage]") {
  OnDisk fixture;
  Sampler sampler;
  for (int i = 0; i < 6; ++i) REQUIRE(fixture.log->append(sampler.group(5)));
  fixture.log.reset();
  const auto whole = std::filesystem::file_size(newest_wal(fixture.dir / "log"));
  std::set<std::uint64_t> sizes;
  for (std::uintmax_t cut = 0; cut < whole; cut += 389) {
    TempDir copy;
    std::filesystem::copy(fixture.dir / "log", copy / "log", std::filesystem::copy_options::recursive);
    std::filesystem::resize_file(newest_wal(copy / "log"), whole - cut);
    const auto log = RocksLog::open(copy / "log", OpenMode::read_write);
    REQUIRE(log);
    const auto size = (*log)->size();
    REQUIRE(size % 5 == 0);
    REQUIRE((*log)->find(sample_id(size)).value() == std::nullopt);
    sizes.insert(size);
  }
  CHECK(sizes.size() == 7);
}

TEST_CASE("damage inside the write-ahead log is never passed over", "[log][crash][damage]") {
  OnDisk fixture;
  Sampler sampler;
  for (int i = 0; i < 40; ++i) REQUIRE(fixture.log->append(sampler.group(5)));
  fixture.log.reset();
  const auto name = newest_wal(fixture.dir / "log").filename();
  const auto whole = std::filesystem::file_size(fixture.dir / "log" / name);
  REQUIRE(whole > 100'000);
  // All but the last block: what is behind it shows that this is no torn end.
  for (std::uintmax_t at = 11; at < whole - 40'000; at += 4'999) {
    TempDir copy;
    std::filesystem::copy(fixture.dir / "log", copy / "log", std::filesystem::copy_options::recursive);
    {
      std::fstream file(copy / "log" / name, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      const auto byte = static_cast<char>(file.get() ^ 0x40);
      file.seekp(static_cast<std::streamoff>(at));
      file.put(byte);
    }
    const auto log = RocksLog::open(copy / "log", OpenMode::read_write);
    CAPTURE(at);
    REQUIRE_FALSE(log);
    REQUIRE(log.error().code == ErrorCode::corruption);
    const auto raw = RocksLog::open_raw(copy / "log");
    REQUIRE(raw);
    REQUIRE((*raw)->scan_table(RawLog::Table::stray, [](Bytes, Bytes) {}).error().code == ErrorCode::corruption);
  }
}
