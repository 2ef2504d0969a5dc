#include "crypto/digest.h"

#include <rapidcheck/catch.h>

#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

TEST_CASE("SHA-256 gives the answers of FIPS 180", "[digest]") {
  REQUIRE(hex(sha256(Bytes{})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  REQUIRE(hex(sha256(bytes_of("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  REQUIRE(hex(sha256(bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  REQUIRE(hex(sha256(Buffer(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest does not depend on how its bytes are cut", "[digest]") {
  rc::prop("pieces and streams", [](const Buffer& a, const Buffer& b, const Buffer& c) {
    Buffer joined = a;
    append(joined, b);
    append(joined, c);
    Sha256Stream stream;
    stream.update(a);
    stream.update(b);
    stream.update(c);
    const Digest whole = sha256(joined);
    RC_ASSERT(whole == sha256({a, b, c}));
    RC_ASSERT(whole == stream.finish());
  });
}

TEST_CASE("a copied stream goes its own way", "[digest]") {
  Sha256Stream one;
  one.update(bytes_of("a"));
  Sha256Stream two = one;
  one.update(bytes_of("b"));
  two.update(bytes_of("c"));
  REQUIRE(one.finish() == sha256(bytes_of("ab")));
  REQUIRE(two.finish() == sha256(bytes_of("ac")));
}

TEST_CASE("a finished stream takes nothing more", "[digest]") {
  Sha256Stream stream;
  REQUIRE(stream.finish() == sha256(Bytes{}));
  REQUIRE(aborts([&] { stream.update(bytes_of("a")); }));
  REQUIRE(aborts([&] { stream.finish(); }));
}

TEST_CASE("random bytes do not repeat", "[digest]") {
  init();
  init();
  REQUIRE(random_array<32>() != random_array<32>());
  random_bytes({});
}

TEST_CASE("constant-time equality is equality", "[digest]") {
  REQUIRE(equal_constant_time({}, {}));
  REQUIRE(!equal_constant_time(bytes_of("a"), {}));
  rc::prop("same as ==", [](const Buffer& a, const Buffer& b) {
    RC_ASSERT(equal_constant_time(a, a));
    RC_ASSERT(equal_constant_time(a, b) == (a == b));
  });
  Buffer base(40, 7);
  for (std::size_t i = 0; i < base.size(); ++i) {
    Buffer other = base;
    other[i] ^= 1;
    REQUIRE(!equal_constant_time(base, other));
  }
}

TEST_CASE("numbers are written with the greatest byte first", "[digest]") {
  Buffer out;
  append_u16(out, 0x0102);
  append_u32(out, 0x03040506);
  append_u64(out, 0x0708090a0b0c0d0e);
  REQUIRE(hex(out) == "0102030405060708090a0b0c0d0e");
}
