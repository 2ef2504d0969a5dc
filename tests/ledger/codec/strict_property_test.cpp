// Honest messages of every kind come back the same; any one bit changed is refused or another valid message.
#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Buffer flipped(Buffer bytes, std::size_t bit) {
  bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
  return bytes;
}

// The header built again from what was read of it.
Buffer rebuilt(const HeaderMessage& message) {
  capnp::MallocMessageBuilder builder;
  builder.setRoot(message.header());
  return canonical_bytes_of<schema::Header>(builder.getRoot<schema::Header>().asReader());
}

struct Count {
  std::size_t tried = 0;
  std::size_t accepted = 0;
};
void try_bit(const Buffer& honest, std::size_t bit, Count& count) {
  const auto other = flipped(honest, bit);
  const auto decoded = HeaderMessage::decode(other);
  ++count.tried;
  if (!decoded) {
    REQUIRE_FALSE(decoded.error().adm.empty());
    return;
  }
  ++count.accepted;
  // Everything that may be done with a header can be done with it, and nothing of it is hidden.
  REQUIRE(rebuilt(*decoded) == other);
  REQUIRE(write_json(decoded->header()).is_object());
}

}  // namespace

TEST_CASE("every honest header of every kind in service is accepted and comes back byte for byte",
          "[codec][property]") {
  for (const auto& kind : kinds())
    for (const auto amount : {Amount::least, Amount::some, Amount::all})
      for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto header = honest_header(kind.id, seed, amount);
        INFO(kind.code << " seed " << seed << " " << header.size() << " bytes");
        const auto decoded = HeaderMessage::decode(header);
        if (!decoded) FAIL(verdict_of(decoded.error()) << ": " << decoded.error().text);
        REQUIRE(Buffer(decoded->bytes().begin(), decoded->bytes().end()) == header);
        REQUIRE(rebuilt(*decoded) == header);
      }
}

TEST_CASE("every honest part of every type is accepted and comes back byte for byte", "[codec][property]") {
  for (const auto& kind : kinds())
    for (const auto& part : kind.parts)
      for (const auto amount : {Amount::least, Amount::some, Amount::all})
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
          const auto bytes = honest_part(part, seed, amount);
          INFO(kind.code << "." << part.name << " seed " << seed);
          const auto decoded = Message::decode(bytes, part.schema, limits::part_bytes_max);
          if (!decoded) FAIL(verdict_of(decoded.error()) << ": " << decoded.error().text);
          REQUIRE(canonical_bytes(decoded->root(part.schema)) == bytes);
        }
}

TEST_CASE("every honest admission is accepted and comes back byte for byte", "[codec][property]") {
  const auto schema = capnp::Schema::from<schema::Admission>();
  for (const auto amount : {Amount::least, Amount::some, Amount::all})
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const auto bytes = honest_admission(seed, amount);
      const auto decoded = Message::decode(bytes, schema, limits::admission_bytes_max);
      REQUIRE(decoded);
      REQUIRE(canonical_bytes(decoded->root(schema)) == bytes);
    }
}

TEST_CASE("any one bit of a signal flipped is refused or is another valid header", "[codec][property]") {
  const auto honest = honest_header(301, 1, Amount::all);
  Count count;
  for (std::size_t bit = 0; bit < honest.size() * 8; ++bit) try_bit(honest, bit, count);
  // Ids and numbers may be any: most flips inside them are valid headers, most others are not.
  REQUIRE(count.accepted > 0);
  REQUIRE(count.accepted < count.tried);
}

TEST_CASE("a bit of every byte of every kind flipped is refused or is another valid header",
          "[codec][property]") {
  Count count;
  for (const auto& kind : kinds()) {
    const auto honest = honest_header(kind.id, 2, Amount::some);
    Random random(kind.id);
    for (std::size_t at = 0; at < honest.size(); ++at) try_bit(honest, at * 8 + random.below(8), count);
  }
  REQUIRE(count.tried > 100 * 400);
}

TEST_CASE("a header cut short anywhere is refused", "[codec][property]") {
  const auto honest = honest_header(301, 1, Amount::all);
  for (std::size_t length = 0; length < honest.size(); ++length)
    REQUIRE(verdict(Buffer(honest.begin(), honest.begin() + static_cast<std::ptrdiff_t>(length))) != "ok");
}

TEST_CASE("random words are never a header", "[codec][property]") {
  Random random(7);
  for (int i = 0; i < 2000; ++i) REQUIRE(verdict(random.bytes(8 * (1 + random.below(64)))) != "ok");
}
