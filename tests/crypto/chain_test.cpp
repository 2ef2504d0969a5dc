#include "crypto/merkle/chain.h"

#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

ChainClass class_of(const std::string& letter) { return static_cast<ChainClass>(letter.at(0)); }

}  // namespace

TEST_CASE("chains and tags have the bytes of formats.md", "[chain][golden]") {
  Digest head{};
  for (const auto& row : cases("crypto_golden.jsonl", "chain")) {
    if (row.at("n") == 1) head = Digest{};
    const auto cls = class_of(row.at("class"));
    const Buffer owner = from_hex(text(row, "owner"));
    const auto leaf = array_from_hex<32>(text(row, "leaf"));
    INFO(row.dump());
    REQUIRE(hex(chain_tag(cls, owner, head)) == text(row, "tag"));
    head = chain_next(cls, owner, head, leaf);
    REQUIRE(hex(head) == text(row, "head"));
  }
}

TEST_CASE("another class, id, head or leaf gives another tag and another link", "[chain]") {
  const Digest head{1};
  const Digest leaf{2};
  const Buffer id(16, 3);
  const Buffer other_id(16, 4);
  const Tag tag = chain_tag(ChainClass::kase, id, head);
  const Digest next = chain_next(ChainClass::kase, id, head, leaf);
  REQUIRE(tag != chain_tag(ChainClass::subject, id, head));
  REQUIRE(tag != chain_tag(ChainClass::kase, other_id, head));
  REQUIRE(tag != chain_tag(ChainClass::kase, id, leaf));
  REQUIRE(next != chain_next(ChainClass::subject, id, head, leaf));
  REQUIRE(next != chain_next(ChainClass::kase, other_id, head, leaf));
  REQUIRE(next != chain_next(ChainClass::kase, id, leaf, leaf));
  REQUIRE(next != chain_next(ChainClass::kase, id, head, head));
}
