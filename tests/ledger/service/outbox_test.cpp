#include "ledger/service/outbox.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "crypto/digest.h"
#include "crypto/sealing.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;

namespace {

struct Box {
  testing::TempDir dir;
  crypto::Secret key = crypto::Secret::random(crypto::seal_key_bytes);
  Outbox outbox{dir.path() / "outbox", key.clone()};
  std::filesystem::path file(const std::string& day) const { return dir.path() / "outbox" / (day + ".outbox"); }

  static Submission numbered(std::uint8_t n) { return {Buffer(24, n), Buffer(70, n), {}}; }
  OutboxPlace put(std::uint8_t n, const std::string& day) {
    const auto one = numbered(n);
    return outbox.append(std::span(&one, 1), day).value();
  }
  Result<OutboxPlace> read(const OutboxPlace& from, std::vector<int>& found) const {
    return outbox.read(from, [&](const Submission& submission) -> Status {
      found.push_back(submission.header[0]);
      return {};
    });
  }
  std::vector<int> all(const OutboxPlace& from = {}) const {
    std::vector<int> found;
    CHECK(read(from, found));
    return found;
  }
};

}  // namespace

TEST_CASE_METHOD(Box, "what was put in comes out in order, over days, from any place on") {
  CHECK(all().empty());
  put(1, "2026-01-31");
  const auto after_two = put(2, "2026-01-31");
  put(3, "2026-02-01");
  CHECK(all() == std::vector{1, 2, 3});
  CHECK(all(after_two) == std::vector{3});
  std::vector<int> found;
  const auto end = read({}, found).value();
  CHECK(end.file == "2026-02-01.outbox");
  CHECK(all(end).empty());
}

TEST_CASE_METHOD(Box, "a torn last record was never sent: it is cut off, and the next stands whole") {
  put(1, "2026-01-31");
  const auto whole = std::filesystem::file_size(file("2026-01-31"));
  put(2, "2026-01-31");
  const auto full = std::filesystem::file_size(file("2026-01-31"));
  for (auto size = whole + 1; size < full; size += 7) {
    std::filesystem::resize_file(file("2026-01-31"), size);
    CHECK(all() == std::vector{1});
    CHECK(std::filesystem::file_size(file("2026-01-31")) == whole);
    put(2, "2026-01-31");
    CHECK(all() == std::vector{1, 2});
  }
}

TEST_CASE_METHOD(Box, "damage before the last record is told") {
  put(1, "2026-01-31");
  put(2, "2026-01-31");
  std::fstream edit(file("2026-01-31"), std::ios::in | std::ios::out | std::ios::binary);
  edit.seekp(40);
  edit.put('x');
  edit.close();
  std::vector<int> found;
  const auto end = read({}, found);
  REQUIRE_FALSE(end);
  CHECK(end.error().code == ErrorCode::corruption);
}

TEST_CASE_METHOD(Box, "a length that no record has is damage: nothing behind it is cut off") {
  const auto after_one = put(1, "2026-01-31");
  put(2, "2026-01-31");
  put(3, "2026-01-31");
  const auto size = std::filesystem::file_size(file("2026-01-31"));
  std::fstream edit(file("2026-01-31"), std::ios::in | std::ios::out | std::ios::binary);
  edit.seekp(static_cast<std::streamoff>(after_one.bytes));
  edit.put('\x7f');
  edit.close();
  std::vector<int> found;
  const auto end = read({}, found);
  REQUIRE_FALSE(end);
  CHECK(end.error().code == ErrorCode::corruption);
  CHECK(found == std::vector{1});
  CHECK(std::filesystem::file_size(file("2026-01-31")) == size);
}

TEST_CASE_METHOD(Box, "another key opens nothing") {
  put(1, "2026-01-31");
  put(2, "2026-01-31");
  const Outbox other(dir.path() / "outbox", crypto::Secret::random(crypto::seal_key_bytes));
  CHECK_FALSE(other.read({}, [](const Submission&) -> Status { return {}; }));
}

TEST_CASE_METHOD(Box, "what was taken back is gone, and what was before it stays") {
  const auto after_one = put(1, "2026-01-31");
  put(2, "2026-01-31");
  CHECK(outbox.cut(after_one));
  CHECK(all() == std::vector{1});
}

TEST_CASE_METHOD(Box, "pruning removes the days before, and no other") {
  put(1, "2026-01-30");
  put(2, "2026-01-31");
  put(3, "2026-02-01");
  CHECK(outbox.prune("2026-01-31"));
  CHECK(all() == std::vector{2, 3});
}
