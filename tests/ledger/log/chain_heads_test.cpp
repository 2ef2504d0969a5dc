#include "ledger/log/chain_heads.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "crypto/encoding.h"
#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

ChainKey chain(ChainClass cls, std::uint64_t number, std::size_t id_size) { return {cls, sample_bytes(number, id_size)}; }

ChainHeads some_heads(std::uint64_t events) {
  ChainHeads heads;
  for (std::uint64_t i = 0; i < events; ++i) {
    const std::vector chains{chain(ChainClass::key, i % 5, 32), chain(ChainClass::kase, i % 7, 16), chain(ChainClass::subject, i, 16)};
    heads.advance(chains, sample_array<32>(i));
  }
  return heads;
}

}  // namespace

TEST_CASE("a chain begins at zero and follows the leaves of its events", "[chains]") {
  ChainHeads heads;
  const auto key = chain(ChainClass::kase, 1, 16);
  CHECK(heads.head(key).n == 0);
  CHECK(heads.head(key).value == Digest{});
  Digest expected{};
  for (std::uint64_t i = 0; i < 3; ++i) {
    CHECK(heads.tags(std::span{&key, 1}) == std::vector{crypto::chain_tag(key.cls, key.id, expected)});
    heads.advance(std::span{&key, 1}, sample_array<32>(i));
    expected = crypto::chain_next(key.cls, key.id, expected, sample_array<32>(i));
    CHECK(heads.head(key).n == i + 1);
    CHECK(heads.head(key).value == expected);
  }
  // The same id in another class is another chain.
  CHECK(heads.head({ChainClass::read, key.id}).n == 0);
  CHECK(heads.size() == 1);
}

TEST_CASE("tags stand in the order of the chains asked for", "[chains]") {
  const auto heads = some_heads(20);
  const std::vector chains{chain(ChainClass::subject, 3, 16), chain(ChainClass::key, 2, 32)};
  const auto tags = heads.tags(chains);
  REQUIRE(tags.size() == 2);
  CHECK(tags[0] == heads.tags(std::span{chains}.first(1))[0]);
  CHECK(tags[1] == heads.tags(std::span{chains}.last(1))[0]);
}

TEST_CASE("saved heads are restored, and saved the same whatever their order was", "[chains]") {
  const auto heads = some_heads(50);
  const auto saved = heads.save();
  const auto restored = ChainHeads::restore(saved);
  REQUIRE(restored);
  CHECK(restored->size() == heads.size());
  CHECK(restored->save() == saved);
  const auto key = chain(ChainClass::kase, 3, 16);
  CHECK(restored->head(key).n == heads.head(key).n);
  CHECK(restored->head(key).value == heads.head(key).value);
  ChainHeads one, other;
  const auto a = chain(ChainClass::kase, 1, 16), b = chain(ChainClass::kase, 2, 16);
  one.advance(std::span{&a, 1}, {});
  one.advance(std::span{&b, 1}, {});
  other.advance(std::span{&b, 1}, {});
  other.advance(std::span{&a, 1}, {});
  CHECK(one.save() == other.save());
  CHECK(ChainHeads::restore(ChainHeads{}.save())->size() == 0);
}

TEST_CASE("bytes that saving did not make are not restored", "[chains][damage]") {
  const auto saved = some_heads(6).save();
  for (std::size_t at = 0; at < saved.size(); ++at) {
    auto damaged = saved;
    damaged[at] ^= 1;
    REQUIRE_FALSE(ChainHeads::restore(damaged));
    REQUIRE_FALSE(ChainHeads::restore(Bytes{saved}.first(at)));
  }
  auto longer = saved;
  longer.push_back(0);
  CHECK_FALSE(ChainHeads::restore(longer));
}

TEST_CASE("heads out of order, twice, or of no event are not restored even with a right digest", "[chains][damage]") {
  const std::string_view magic = "inzicht-heads/2\n";
  const auto sealed = [&](std::initializer_list<std::string_view> entries) {
    Buffer out(magic.begin(), magic.end());
    crypto::append_u64(out, 0);  // no event without a header
    for (const auto entry : entries) crypto::append(out, crypto::hex_decode(entry).value());
    crypto::append(out, crypto::sha256(out));
    return out;
  };
  const std::string value(64, '1'), n = "0000000000000002";
  const std::string first = "6310" + std::string(32, 'a') + n + value, second = "6310" + std::string(32, 'b') + n + value;
  CHECK(ChainHeads::restore(sealed({first, second})));
  CHECK_FALSE(ChainHeads::restore(sealed({second, first})));
  CHECK_FALSE(ChainHeads::restore(sealed({first, first})));
  CHECK_FALSE(ChainHeads::restore(sealed({"7810" + std::string(32, 'a') + n + value})));
  CHECK_FALSE(ChainHeads::restore(sealed({"6311" + std::string(34, 'a') + n + value})));
  CHECK_FALSE(ChainHeads::restore(sealed({"6310" + std::string(32, 'a') + "0000000000000000" + value})));
  CHECK_FALSE(ChainHeads::restore(sealed({first.substr(0, 60)})));
}

TEST_CASE("events whose headers are gone are followed by their tags, also those that begin a chain", "[chains]") {
  // given: the same events twice, and of the second some headers are gone
  const bool ok = rc::check("heads are the same with and without headers", [] {
    ChainHeads whole, holed;
    const auto events = *rc::gen::inRange(1, 40);
    for (int i = 0; i < events; ++i) {
      const auto at = static_cast<std::uint64_t>(i);
      const std::vector chains{chain(ChainClass::key, *rc::gen::inRange<std::uint64_t>(0, 3), 32), chain(ChainClass::kase, *rc::gen::inRange<std::uint64_t>(0, 4), 16)};
      const auto leaf = sample_array<32>(at), header = sample_array<32>(900 + at);
      const auto tags = whole.tags(chains);
      if (*rc::gen::arbitrary<bool>()) {
        RC_ASSERT(holed.tags(chains) == tags);
        holed.advance(chains, leaf);
      } else {
        holed.follow(tags, {at, leaf, header});
      }
      whole.advance(chains, leaf);
      auto restored = ChainHeads::restore(holed.save());
      RC_ASSERT(restored.has_value());
      RC_ASSERT(restored->tags(chains) == whole.tags(chains));
      if (*rc::gen::inRange(0, 5) == 0) holed = std::move(*restored);
    }
  });
  CHECK(ok);
}

TEST_CASE("the events that begin a chain are told to whoever names it, and not twice", "[chains]") {
  const auto key = chain(ChainClass::subject, 1, 16), other = chain(ChainClass::subject, 2, 16);
  ChainHeads whole, holed;
  for (std::uint64_t i = 0; i < 2; ++i) {
    CHECK(holed.follow(whole.tags(std::span{&key, 1}), {i, sample_array<32>(i), sample_array<32>(50 + i)}).empty());
    whole.advance(std::span{&key, 1}, sample_array<32>(i));
  }
  const auto left = holed.beginning(key);
  REQUIRE(left.size() == 2);
  CHECK(left[1].index == 1);
  CHECK(left[1].header_hash == sample_array<32>(51));
  CHECK(holed.beginning(other).empty());
  CHECK(holed.head(key).n == 2);
  holed.advance(std::span{&key, 1}, sample_array<32>(2));
  CHECK(holed.beginning(key).empty());
  CHECK(holed.head(key).n == 3);
}
