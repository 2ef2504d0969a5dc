// The author's folder after a crash or a bad disk: what is left stays of use, and what is to be done is said.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using Catch::Contains;

namespace fs = std::filesystem;

namespace {

struct Desk : Scene {
  std::unique_ptr<Author> author_ = coach();
  const CaseId kase = some_case();
  const fs::path at = folder() / "coach";

  std::vector<std::string> receipts() const {
    std::vector<std::string> out;
    std::ifstream in(at / "receipts.jsonl");
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  }
};

}  // namespace

TEST_CASE_METHOD(Desk, "a receipt after half a line stands on a line of its own") {
  signal(*author_, kase);
  signal(*author_, kase);
  const auto before = receipts();
  REQUIRE(before.size() == 2);
  fs::resize_file(at / "receipts.jsonl", fs::file_size(at / "receipts.jsonl") - 30);
  const auto third = signal(*author_, kase);

  const auto after = receipts();
  REQUIRE(after.size() == 3);
  CHECK(after[0] == before[0]);
  CHECK_FALSE(Receipt::parse_json(after[1]));
  const auto read = Receipt::parse_json(after[2]);
  REQUIRE(read);
  CHECK(read->index == third.receipt.index);
  // Nothing is put between whole lines.
  signal(*author_, kase);
  CHECK(receipts().size() == 4);
}

TEST_CASE_METHOD(Desk, "a damaged state of a key says that it may be moved away, and then the key goes on") {
  signal(*author_, kase);
  author_.reset();
  for (const auto* text : {"", "{", "[]", "{\"seq\":\"drie\"}", "{\"ledger\":7}", "{\"anchorSize\":3}"}) {
    INFO(text);
    std::ofstream(at / "state.json", std::ios::trunc) << text;
    const auto opened = Author::open(at, crypto::Secret::from(crypto::bytes_of("proef")));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::corruption);
    CHECK_THAT(opened.error().text, Contains("move it away") && Contains((at / "state.json").string()));
  }
  fs::remove(at / "state.json");
  author_ = open_author("coach");
  const auto size = ledger->service().size();
  CHECK(signal(*author_, kase).receipt.index == size);
}
