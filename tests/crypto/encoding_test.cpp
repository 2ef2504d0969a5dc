#include "crypto/encoding.h"

#include <rapidcheck/catch.h>

#include <set>

#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

TEST_CASE("base64 gives the answers of RFC 4648", "[encoding]") {
  const std::pair<const char*, const char*> answers[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, text] : answers) {
    REQUIRE(base64(bytes_of(plain)) == text);
    REQUIRE(base64_decode(text) == buffer(plain));
  }
  REQUIRE(base64(from_hex("fbff")) == "+/8=");
}

TEST_CASE("base64 that encoding would not have written is refused", "[encoding]") {
  for (const char* text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "=", "====", "Zg==Zg==", "Zm9v\n",
                           " Zm9v", "Zm 9v", "Zm9v====", "-_8=", "Zm9vZ", "Z", "Zm9v\xc3\xa9", "Zm\n9v"}) {
    INFO(text);
    REQUIRE(!base64_decode(text));
  }
  using namespace std::string_view_literals;
  REQUIRE(!base64_decode("Zm9\0"sv));
}

TEST_CASE("every text that base64 accepts is written back the same", "[encoding]") {
  rc::prop("round trip of bytes",
           [](const Buffer& bytes) { RC_ASSERT(base64_decode(base64(bytes)) == bytes); });
  rc::prop("one symbol changed", [](const Buffer& bytes) {
    std::string text = base64(bytes) + "AAAA";
    text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::elementOf(std::string("AQgwZ/+9=-_ \n"));
    const auto decoded = base64_decode(text);
    if (decoded) RC_ASSERT(base64(*decoded) == text);
  });
}

TEST_CASE("padded base64 decodes only if it is what encoding writes", "[encoding]") {
  std::set<std::string> written;
  for (unsigned n = 0; n < 0x100; ++n) {
    const auto a = static_cast<std::uint8_t>(n);
    written.insert(base64(Buffer{a}));
    for (unsigned m = 0; m < 0x100; ++m) written.insert(base64(Buffer{a, static_cast<std::uint8_t>(m)}));
  }
  const std::string symbols = "AB+/=Qg0";
  for (std::size_t n = 0; n < 8 * 8 * 8 * 8; ++n) {
    const std::string text = {symbols[n % 8], symbols[n / 8 % 8], symbols[n / 64 % 8], symbols[n / 512]};
    const bool padded = text.find('=') != std::string::npos;
    INFO(text);
    REQUIRE(base64_decode(text).has_value() == (!padded || written.contains(text)));
  }
}

TEST_CASE("base64 of a fixed length refuses every other length", "[encoding]") {
  REQUIRE(base64_decode_array<3>("Zm9v").has_value());
  REQUIRE(!base64_decode_array<2>("Zm9v"));
  REQUIRE(!base64_decode_array<4>("Zm9v"));
  REQUIRE(!base64_decode_array<3>("Zm9"));
}

TEST_CASE("hexadecimal is lower case, in pairs, and nothing else", "[encoding]") {
  REQUIRE(hex(Buffer{0x00, 0x9a, 0xff}) == "009aff");
  REQUIRE(hex({}).empty());
  REQUIRE(hex_decode("").value().empty());
  REQUIRE(hex_decode("009aff") == Buffer{0x00, 0x9a, 0xff});
  for (const char* text : {"0", "00 ", "0x00", "FF", "fF", "gg", "00:00", "0g", "00\n"}) {
    INFO(text);
    REQUIRE(!hex_decode(text));
  }
  rc::prop("round trip", [](const Buffer& bytes) { RC_ASSERT(hex_decode(hex(bytes)) == bytes); });
}
