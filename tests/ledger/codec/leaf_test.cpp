// The leaf: exactly 106 + 16t bytes.
#include <catch2/catch.hpp>

#include "ledger/base/limits.h"
#include "ledger/codec/leaf.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Leaf some_leaf(std::size_t tags, std::uint64_t seed = 1) {
  Random random(seed);
  Leaf leaf{
      random.array<32>(), random.array<32>(), static_cast<Micros>(random.next()), random.array<32>(), {}};
  for (std::size_t i = 0; i < tags; ++i) leaf.tags.push_back(random.array<16>());
  return leaf;
}
bool same(const Leaf& a, const Leaf& b) {
  return a.header_hash == b.header_hash && a.signatures_hash == b.signatures_hash &&
         a.recorded_at == b.recorded_at && a.admission_hash == b.admission_hash && a.tags == b.tags;
}

}  // namespace

TEST_CASE("a leaf of any number of tags is read back as it was written", "[codec][leaf]") {
  for (const std::size_t tags : {0u, 1u, 2u, 17u, 254u, 255u}) {
    const auto leaf = some_leaf(tags);
    const auto bytes = encode_leaf(leaf);
    REQUIRE(bytes.size() == 106 + 16 * tags);
    REQUIRE(bytes.size() <= limits::leaf_bytes_max);
    const auto decoded = decode_leaf(bytes);
    REQUIRE(decoded);
    REQUIRE(same(*decoded, leaf));
    REQUIRE(encode_leaf(*decoded) == bytes);
  }
}

TEST_CASE("the time in a leaf may lie before 1970", "[codec][leaf]") {
  auto leaf = some_leaf(1);
  for (const Micros time :
       {Micros{-1}, Micros{0}, std::numeric_limits<Micros>::min(), std::numeric_limits<Micros>::max()}) {
    leaf.recorded_at = time;
    REQUIRE(decode_leaf(encode_leaf(leaf))->recorded_at == time);
  }
}

TEST_CASE("a leaf that is cut short or goes on is malformed", "[codec][leaf]") {
  const auto bytes = encode_leaf(some_leaf(3));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const Bytes cut(bytes.data(), length);
    REQUIRE(kind_of_leaf(cut) == LeafKind::malformed);
    REQUIRE_FALSE(decode_leaf(cut));
  }
  for (const std::size_t more : {1u, 15u, 16u, 17u}) {
    Buffer longer = bytes;
    longer.resize(longer.size() + more);
    REQUIRE(kind_of_leaf(longer) == LeafKind::malformed);
  }
}

TEST_CASE("the number of tags agrees with the length", "[codec][leaf]") {
  auto bytes = encode_leaf(some_leaf(3));
  for (unsigned tags = 0; tags <= 255; ++tags) {
    bytes[105] = static_cast<std::uint8_t>(tags);
    REQUIRE(decode_leaf(bytes).has_value() == (tags == 3));
  }
}

TEST_CASE("types from 0x80 are skipped whatever follows, other unknown types are newer", "[codec][leaf]") {
  auto bytes = encode_leaf(some_leaf(1));
  for (unsigned type = 0; type <= 255; ++type) {
    bytes[0] = static_cast<std::uint8_t>(type);
    const auto expected = type >= 0x80 ? LeafKind::skipped : type == 1 ? LeafKind::event : LeafKind::newer;
    REQUIRE(kind_of_leaf(bytes) == expected);
    REQUIRE(decode_leaf(bytes).has_value() == (type == 1));
  }
  REQUIRE(kind_of_leaf(Buffer{0x80}) == LeafKind::skipped);
  REQUIRE(kind_of_leaf(Buffer{0x02}) == LeafKind::newer);
  REQUIRE(kind_of_leaf({}) == LeafKind::malformed);
}

TEST_CASE("any one bit of a leaf flipped gives another leaf or none", "[codec][leaf]") {
  const auto bytes = encode_leaf(some_leaf(2));
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Buffer other = bytes;
    other[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    if (const auto decoded = decode_leaf(other)) REQUIRE(encode_leaf(*decoded) == other);
  }
}
