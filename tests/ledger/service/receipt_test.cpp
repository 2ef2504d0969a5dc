#include "ledger/service/receipt.h"

#include <catch2/catch.hpp>

#include "ledger/base/limits.h"
#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Receipt sample() {
  Scene scene;
  const auto author = scene.coach();
  return scene.signal(*author, some_case()).receipt;
}

}  // namespace

TEST_CASE("a receipt comes back from its file as it was") {
  const auto receipt = sample();
  const auto back = Receipt::parse_json(receipt.to_json());
  REQUIRE(back);
  CHECK(back->note == receipt.note);
  CHECK(back->index == receipt.index);
  CHECK(back->leaf == receipt.leaf);
  CHECK(back->proof == receipt.proof);
  CHECK(back->admission == receipt.admission);
}

TEST_CASE("a receipt that is cut, of other types, or too large is none") {
  const auto text = sample().to_json();
  for (std::size_t size = 0; size < text.size(); size += 11) CHECK_FALSE(Receipt::parse_json(text.substr(0, size)));
  CHECK_FALSE(Receipt::parse_json("[]"));
  CHECK_FALSE(Receipt::parse_json("{}"));
  CHECK_FALSE(Receipt::parse_json(R"({"note":1,"index":"a","leaf":[],"proof":{},"admission":null})"));
  auto twice = text;
  twice.insert(1, "\"index\":0,");
  CHECK_FALSE(Receipt::parse_json(twice));
  CHECK_FALSE(Receipt::parse_json(text + std::string(limits::receipt_bytes_max, ' ')));
}

TEST_CASE("the text that is signed reads back, and any other text is none") {
  const ReceiptText receipt{LedgerId{1, 2}, 7, 3, Digest{4}};
  const auto back = ReceiptText::parse(receipt.text());
  REQUIRE(back);
  CHECK(back->ledger == receipt.ledger);
  CHECK(back->first == 7);
  CHECK(back->count == 3);
  CHECK(back->root == receipt.root);
  const auto text = receipt.text();
  for (std::size_t i = 0; i < text.size(); ++i) CHECK_FALSE(ReceiptText::parse(text.substr(0, i)));
  CHECK_FALSE(ReceiptText::parse(text + "\n"));
  auto padded = text;
  padded.replace(padded.find("\n7\n"), 3, "\n07\n");
  CHECK_FALSE(ReceiptText::parse(padded));
}
