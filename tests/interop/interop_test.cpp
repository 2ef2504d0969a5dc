// Whether another implementation accepts what we publish, and refuses it damaged.
#include <catch2/catch.hpp>

#include "crypto/merkle/tile.h"
#include "tests/interop/published_log.h"

using namespace inzicht::crypto;
using inzicht::interop::PublishedLog;

namespace {

// Writes something else in place of a file, asks the checker, and puts the file back.
bool checks_with(const PublishedLog& log, const std::string& name, const std::string& other) {
  const std::string right = log.read(name);
  REQUIRE(other != right);
  log.write(name, other);
  const bool out = log.checks();
  log.write(name, right);
  return out;
}

std::string flipped(std::string text, std::size_t at) {
  text.at(at) = static_cast<char>(text.at(at) ^ 1);
  return text;
}

std::string without_last_line(const std::string& text) {
  return text.substr(0, text.rfind('\n', text.size() - 2) + 1);
}

}  // namespace

TEST_CASE("the Go checksum database's code accepts our logs of any size", "[interop]") {
  for (const auto& [before, size] :
       std::initializer_list<std::pair<std::uint64_t, std::uint64_t>>{{0, 0},
                                                                      {0, 1},
                                                                      {1, 2},
                                                                      {1, 255},
                                                                      {255, 256},
                                                                      {256, 257},
                                                                      {300, 700},
                                                                      {700, 700},
                                                                      {511, 512},
                                                                      {257, 1024}}) {
    INFO(before << " then " << size);
    REQUIRE(PublishedLog(before, size).checks());
  }
}

TEST_CASE("the Go checksum database's code accepts a log of three levels of tiles", "[interop]") {
  REQUIRE(PublishedLog(65'000, 66'000).checks());
}

TEST_CASE("a tile or bundle that is changed, cut short, longer or missing is noticed", "[interop]") {
  const PublishedLog log(300, 700);
  REQUIRE(log.checks());
  for (const TileId& tile : tiles_of(700)) {
    const std::string path = tile_path(tile);
    const std::string right = log.read(path);
    INFO(path);
    REQUIRE(!checks_with(log, path, flipped(right, 0)));
    REQUIRE(!checks_with(log, path, flipped(right, right.size() - 1)));
    REQUIRE(!checks_with(log, path, right.substr(0, right.size() - 1)));
    REQUIRE(!checks_with(log, path, right + '\0'));
    std::filesystem::remove(log.folder() / path);
    REQUIRE(!log.checks());
    log.write(path, right);
  }
  REQUIRE(log.checks());
}

TEST_CASE("an old partial tile may go but may not differ, and no file may be in excess", "[interop]") {
  const PublishedLog log(300, 700);
  const std::string old = tile_path({0, 1, 44, false});
  REQUIRE(!checks_with(log, old, flipped(log.read(old), 5)));
  std::filesystem::remove(log.folder() / old);
  REQUIRE(log.checks());
  for (const char* name : {"tile/0/003", "tile/0/002.p/189", "tile/3/000.p/1", "tile/entries/002.p/189",
                           "tile/8/0/000", "tile/x", "tile/data/000"}) {
    INFO(name);
    log.write(name, log.read("tile/0/000"));
    REQUIRE(!log.checks());
    std::filesystem::remove_all(log.folder() / name);
  }
  std::filesystem::remove_all(log.folder() / "tile/8");
  std::filesystem::remove_all(log.folder() / "tile/3");
  std::filesystem::remove_all(log.folder() / "tile/data");
  REQUIRE(log.checks());
}

TEST_CASE("a checkpoint that is not the tiles', or not signed by the log, is noticed", "[interop]") {
  const PublishedLog log(300, 700);
  const std::string right = log.read("checkpoint");
  for (std::size_t at = 0; at < right.size(); at += 7)
    REQUIRE(!checks_with(log, "checkpoint", flipped(right, at)));
  REQUIRE(!checks_with(log, "checkpoint", without_last_line(right)));
  for (const Checkpoint& other :
       {Checkpoint{log.origin(), 699, log.root(700)}, Checkpoint{log.origin(), 701, log.root(700)},
        Checkpoint{log.origin(), 700, log.root(699)},
        Checkpoint{"ledger.example/other", 700, log.root(700)}}) {
    log.write_checkpoint("checkpoint", other);
    REQUIRE(!log.checks());
  }
  log.write("checkpoint", right);
  REQUIRE(!checks_with(log, "vkey", PublishedLog(0, 1).read("vkey")));
  REQUIRE(!checks_with(log, "vkey", flipped(log.read("vkey"), 30)));
  REQUIRE(log.checks());
}

TEST_CASE("an inclusion proof of another leaf, or changed, is noticed", "[interop]") {
  const PublishedLog log(300, 700);
  const std::string right = log.read("inclusion.txt");
  const std::string hashes = right.substr(right.find('\n'));
  REQUIRE(!checks_with(log, "inclusion.txt", std::to_string(log.included() + 1) + hashes));
  REQUIRE(!checks_with(log, "inclusion.txt", "700" + hashes));
  REQUIRE(!checks_with(log, "inclusion.txt", without_last_line(right)));
  REQUIRE(!checks_with(log, "inclusion.txt", right + right.substr(right.find('\n') + 1)));
  REQUIRE(!checks_with(log, "inclusion.txt", flipped(right, right.size() - 10)));
  REQUIRE(!checks_with(log, "inclusion.txt", ""));
}

TEST_CASE("a consistency proof from another history, or changed, is noticed", "[interop]") {
  const PublishedLog log(300, 700);
  const std::string right = log.read("consistency.txt");
  REQUIRE(!checks_with(log, "consistency.txt", without_last_line(right)));
  REQUIRE(!checks_with(log, "consistency.txt", right.substr(right.find('\n') + 1)));
  REQUIRE(!checks_with(log, "consistency.txt", flipped(right, right.size() - 10)));
  const std::string before = log.read("checkpoint.before");
  log.write_checkpoint("checkpoint.before", {log.origin(), 300, log.root(299)});
  REQUIRE(!log.checks());
  log.write_checkpoint("checkpoint.before", {log.origin(), 299, log.root(300)});
  REQUIRE(!log.checks());
  std::filesystem::remove(log.folder() / "checkpoint.before");
  REQUIRE(!log.checks());
  log.write("checkpoint.before", before);
  REQUIRE(log.checks());
}
