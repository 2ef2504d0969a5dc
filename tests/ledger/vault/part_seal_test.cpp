#include "ledger/vault/part_seal.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "crypto/digest.h"
#include "crypto/sealing.h"
#include "ledger/base/limits.h"

using namespace inzicht;

namespace {

const EventId event{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}};
const EventId other_event{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17}};

struct Sealed {
  crypto::Secret key = crypto::Secret::random(32);
  OpenPart part;
  Digest commitment{};
  Buffer bytes;
};
Sealed seal_of(Bytes message, std::uint16_t number) {
  Sealed out;
  out.part = {crypto::random_array<32>(), pad_part(message).value()};
  out.commitment = part_commitment(out.part.salt, out.part.plain);
  out.bytes = seal_part(out.key, event, number, out.commitment, out.part);
  return out;
}
const Buffer message(50, 0x41);

}  // namespace

TEST_CASE("a part pads and unpads to the same message", "[part][property]") {
  rc::check([] {
    const auto bytes = *rc::gen::container<Buffer>(*rc::gen::inRange<std::size_t>(0, 3000), rc::gen::arbitrary<std::uint8_t>());
    const auto plain = pad_part(bytes).value();
    RC_ASSERT(plain.size() == padme(4 + bytes.size()));
    const auto unpadded = unpad_part(plain);
    RC_ASSERT(unpadded.has_value());
    RC_ASSERT(std::ranges::equal(*unpadded, bytes));
  });
}

TEST_CASE("padding adds at most an eighth and hides all but a few bits of the length", "[part]") {
  std::uint64_t last = 0;
  std::size_t sizes = 0;
  for (std::uint64_t length = 4; length <= limits::part_bytes_max; ++length) {
    const auto padded = padme(length);
    if (padded < length || padded > length + length / 8 + 1 || padded < last) FAIL("length " << length << " became " << padded);
    sizes += padded != last;
    last = padded;
  }
  CHECK(sizes < 400);
  CHECK(last == limits::part_bytes_max);
}

TEST_CASE("a message that is too long to pad is refused", "[part][limits]") {
  CHECK(pad_part(Buffer(limits::part_bytes_max - 4)).has_value());
  CHECK(pad_part(Buffer(limits::part_bytes_max - 3)).error().code == ErrorCode::limit);
  CHECK(pad_part(Buffer(limits::part_bytes_max * 2)).error().code == ErrorCode::limit);
}

TEST_CASE("only what padding makes is unpadded", "[part]") {
  const auto plain = pad_part(Buffer(101, 7)).value();
  REQUIRE(plain.size() == 112);
  const auto refused = [&](auto&& change) {
    auto changed = plain;
    change(changed);
    CHECK_FALSE(unpad_part(changed));
  };
  refused([](Buffer& b) { b.back() = 1; });
  refused([](Buffer& b) { b[105] = 1; });
  refused([](Buffer& b) { b.push_back(0); });
  refused([](Buffer& b) { b.pop_back(); });
  refused([](Buffer& b) { b.resize(3); });
  refused([](Buffer& b) { b.clear(); });
  refused([](Buffer& b) { b[3] = 0xFF; });
  refused([](Buffer& b) { b[0] = 0xFF; });
  // The same message at the next size, and a length beyond the limit with all its bytes.
  refused([](Buffer& b) { b.resize(padme(b.size() + 1)); });
  Buffer huge(limits::part_bytes_max * 2);
  huge[1] = 0x1F;
  huge[2] = huge[3] = 0xFC;
  CHECK_FALSE(unpad_part(huge));
}

TEST_CASE("a sealed part opens with its key, event, number and commitment, and with no other", "[part]") {
  const auto sealed = seal_of(message, 5);
  const auto opened = open_part(sealed.key, event, 5, sealed.commitment, sealed.bytes);
  REQUIRE(opened);
  CHECK(opened->salt == sealed.part.salt);
  CHECK(opened->plain == sealed.part.plain);
  CHECK(sealed.bytes.size() == 1 + 24 + 32 + sealed.part.plain.size() + 16);

  auto other_commitment = sealed.commitment;
  other_commitment[31] ^= 1;
  CHECK(open_part(crypto::Secret::random(32), event, 5, sealed.commitment, sealed.bytes).error().code == ErrorCode::corruption);
  CHECK(open_part(sealed.key, other_event, 5, sealed.commitment, sealed.bytes).error().code == ErrorCode::corruption);
  CHECK(open_part(sealed.key, event, 6, sealed.commitment, sealed.bytes).error().code == ErrorCode::corruption);
  CHECK(open_part(sealed.key, event, 5, other_commitment, sealed.bytes).error().code == ErrorCode::corruption);
  CHECK(open_part(crypto::Secret{}, event, 5, sealed.commitment, sealed.bytes).error().code == ErrorCode::corruption);
}

TEST_CASE("any flipped bit and any cut of a sealed part is rejected", "[part][damage]") {
  const auto sealed = seal_of(message, 0);
  for (std::size_t at = 0; at < sealed.bytes.size(); ++at) {
    auto damaged = sealed.bytes;
    damaged[at] ^= static_cast<std::uint8_t>(1u << (at % 8));
    REQUIRE_FALSE(open_part(sealed.key, event, 0, sealed.commitment, damaged));
    REQUIRE_FALSE(open_part(sealed.key, event, 0, sealed.commitment, Bytes{sealed.bytes}.first(at)));
  }
  auto longer = sealed.bytes;
  longer.push_back(0);
  CHECK_FALSE(open_part(sealed.key, event, 0, sealed.commitment, longer));
  longer = sealed.bytes;
  longer[0] = 2;
  CHECK(open_part(sealed.key, event, 0, sealed.commitment, longer).error().code == ErrorCode::newer);
}

TEST_CASE("a part whose content is not what was committed to is rejected although the cipher is right", "[part]") {
  const auto sealed = seal_of(message, 1);
  auto swapped = sealed.part;
  swapped.plain[10] ^= 1;
  const auto bytes = seal_part(sealed.key, event, 1, sealed.commitment, swapped);
  CHECK(open_part(sealed.key, event, 1, sealed.commitment, bytes).error().text.find("committed") != std::string::npos);
  // Committed to, but not padded as it must be.
  OpenPart unpadded{sealed.part.salt, Buffer(103, 0)};
  const auto commitment = part_commitment(unpadded.salt, unpadded.plain);
  CHECK(open_part(sealed.key, event, 1, commitment, seal_part(sealed.key, event, 1, commitment, unpadded)).error().text.find("padding") != std::string::npos);
}

TEST_CASE("a part of class list is kept unsealed and checked all the same", "[part][damage]") {
  const OpenPart part{crypto::random_array<32>(), pad_part(message).value()};
  const auto commitment = part_commitment(part.salt, part.plain);
  const auto bytes = store_list_part(part);
  const auto opened = open_part({}, event, 9, commitment, bytes);
  REQUIRE(opened);
  CHECK(opened->plain == part.plain);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto damaged = bytes;
    damaged[at] ^= 1;
    REQUIRE_FALSE(open_part({}, event, 9, commitment, damaged));
    REQUIRE_FALSE(open_part({}, event, 9, commitment, Bytes{bytes}.first(at)));
  }
}

TEST_CASE("sealing the same part twice gives different bytes", "[part]") {
  const auto sealed = seal_of(message, 0);
  CHECK(seal_part(sealed.key, event, 0, sealed.commitment, sealed.part) != sealed.bytes);
}
