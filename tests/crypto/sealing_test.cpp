#include "crypto/sealing.h"

#include <rapidcheck/catch.h>

#include "crypto/digest.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

Secret key_of(std::uint8_t fill) { return Secret::from(Buffer(seal_key_bytes, fill)); }

}  // namespace

TEST_CASE("sealing gives the answer of the XChaCha draft", "[sealing]") {
  // draft-irtf-cfrg-xchacha-03, appendix A.3.1.
  Buffer key;
  for (std::uint8_t i = 0x80; i < 0xa0; ++i) key.push_back(i);
  const auto nonce = array_from_hex<24>("404142434445464748494a4b4c4d4e4f5051525354555657");
  const std::string_view plain =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
      "sunscreen would be it.";
  const Buffer sealed = seal(Secret::from(key), nonce, bytes_of(plain), from_hex("50515253c0c1c2c3c4c5c6c7"));
  REQUIRE(hex(sealed) ==
          "404142434445464748494a4b4c4d4e4f5051525354555657"
          "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
          "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
          "21f9664c97637da9768812f615c68b13b52e"
          "c0875924c1c7987947deafd8780acf49");
}

TEST_CASE("what was sealed opens with the same key, nonce and associated data only", "[sealing]") {
  rc::prop("round trip", [](const Buffer& plain, const Buffer& associated) {
    const Buffer sealed = seal(key_of(1), random_array<24>(), plain, associated);
    RC_ASSERT(sealed.size() == plain.size() + seal_nonce_bytes + seal_tag_bytes);
    RC_ASSERT(open(key_of(1), sealed, associated) == plain);
    RC_ASSERT(!open(key_of(2), sealed, associated));
    Buffer longer = associated;
    longer.push_back(0);
    RC_ASSERT(!open(key_of(1), sealed, longer));
    const auto secret = open_secret(key_of(1), sealed, associated);
    RC_ASSERT(secret.has_value());
    RC_ASSERT(std::ranges::equal(secret->view(), plain));
  });
}

TEST_CASE("a sealed text with any bit flipped does not open", "[sealing]") {
  const Buffer sealed = seal(key_of(1), Nonce{9}, bytes_of("hallo"), bytes_of("data"));
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Buffer damaged = sealed;
    damaged[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    REQUIRE(!open(key_of(1), damaged, bytes_of("data")));
    REQUIRE(!open_secret(key_of(1), damaged, bytes_of("data")));
  }
}

TEST_CASE("a sealed text cut short or made longer does not open", "[sealing]") {
  Buffer sealed = seal(key_of(1), Nonce{9}, bytes_of("hallo"), {});
  for (std::size_t length = 0; length < sealed.size(); ++length) {
    REQUIRE(!open(key_of(1), Bytes(sealed).first(length), {}));
    REQUIRE(!open_secret(key_of(1), Bytes(sealed).first(length), {}));
  }
  sealed.push_back(0);
  REQUIRE(!open(key_of(1), sealed, {}));
}

TEST_CASE("a key of another length ends the program", "[sealing]") {
  REQUIRE(aborts([] { seal(Secret(31), Nonce{}, {}, {}); }));
  REQUIRE(aborts([] { open(Secret(33), Buffer(64), {}); }));
  REQUIRE(aborts([] { open_secret(Secret(), Buffer(64), {}); }));
}
