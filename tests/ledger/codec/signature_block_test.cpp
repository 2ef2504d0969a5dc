// The block of signatures, what is signed, and what is hashed.
#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/codec/signature_block.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

std::vector<BlockSignature> signatures(std::size_t count, std::size_t bytes = 64) {
  Random random(count);
  std::vector<BlockSignature> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({random.array<32>(), 1, random.bytes(bytes)});
  return out;
}
bool same(const std::vector<BlockSignature>& a, const std::vector<BlockSignature>& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
    return x.key == y.key && x.algorithm == y.algorithm && x.signature == y.signature;
  });
}
std::string text_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

TEST_CASE("one to nine signatures are read back as they were written", "[codec][signatures]") {
  for (std::size_t count = 1; count <= limits::cosigners_max + 1; ++count) {
    const auto list = signatures(count);
    const auto block = encode_signatures(list);
    REQUIRE(block.size() == 1 + count * 99);
    REQUIRE(block.size() <= limits::signature_block_bytes_max);
    const auto decoded = decode_signatures(block);
    REQUIRE(decoded);
    REQUIRE(same(*decoded, list));
  }
}

TEST_CASE("a signature of another length is carried as it is", "[codec][signatures]") {
  for (const std::size_t bytes : {0u, 1u, 65u, 3000u}) {
    auto list = signatures(2, 1);
    list[0].signature = Buffer(bytes, 7);
    const auto decoded = decode_signatures(encode_signatures(list));
    REQUIRE(decoded);
    REQUIRE(same(*decoded, list));
  }
}

TEST_CASE("no signature, and more than nine, are refused", "[codec][signatures]") {
  auto block = encode_signatures(signatures(9));
  REQUIRE_FALSE(decode_signatures({}));
  block[0] = 0;
  REQUIRE_FALSE(decode_signatures(block));
  REQUIRE_FALSE(decode_signatures(Buffer{0}));
  block[0] = 10;
  block.insert(block.end(), block.begin() + 1, block.begin() + 100);
  REQUIRE_FALSE(decode_signatures(block));
}

TEST_CASE("a block that is cut short or goes on is refused", "[codec][signatures]") {
  const auto block = encode_signatures(signatures(2));
  for (std::size_t length = 0; length < block.size(); ++length)
    REQUIRE_FALSE(decode_signatures(Bytes(block.data(), length)));
  Buffer longer = block;
  longer.push_back(0);
  REQUIRE_FALSE(decode_signatures(longer));
}

TEST_CASE("a length beyond the end of the block is refused", "[codec][signatures]") {
  auto block = encode_signatures(signatures(1));
  for (const std::uint16_t length :
       {std::uint16_t{63}, std::uint16_t{65}, std::uint16_t{0xFFFF}, std::uint16_t{0}}) {
    block[34] = static_cast<std::uint8_t>(length >> 8);
    block[35] = static_cast<std::uint8_t>(length);
    REQUIRE_FALSE(decode_signatures(block));
  }
}

TEST_CASE("author, co-signer and new key sign under words of their own", "[codec][signatures]") {
  const Buffer header{1, 2, 3};
  REQUIRE(text_of(event_message(header)) == "inzicht/v1/event\n\x01\x02\x03");
  REQUIRE(text_of(cosign_message(header)) == "inzicht/v1/cosign\n\x01\x02\x03");
  LedgerId ledger;
  ledger.fill('L');
  KeyId key;
  key.fill('K');
  ActorId actor;
  actor.bytes.fill('A');
  REQUIRE(text_of(enrol_message(ledger, actor, key)) ==
          "inzicht/v1/enrol\n" + std::string(32, 'L') + std::string(16, 'A') + std::string(32, 'K'));
}

TEST_CASE("header, signatures and admission are hashed under words of their own", "[codec][signatures]") {
  const Buffer bytes{1, 2, 3};
  const auto under = [&](std::string_view words) { return crypto::sha256({crypto::bytes_of(words), bytes}); };
  REQUIRE(header_hash(bytes) == under("inzicht/v1/header\n"));
  REQUIRE(signatures_hash(bytes) == under("inzicht/v1/signatures\n"));
  REQUIRE(admission_hash(bytes) == under("inzicht/v1/admission\n"));
}
