#include "crypto/note_text.h"

#include "crypto/note.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;
using namespace std::string_view_literals;

TEST_CASE("a note's text is UTF-8 in its shortest form", "[note_text]") {
  for (const auto text : {"abc\n"sv, ""sv, "één — ✓ 𝄞\n"sv, "\x7f"sv, "\xc2\x85"sv, "\xef\xbf\xbd"sv,
                          "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv}) {
    INFO(text);
    REQUIRE(is_note_text(text));
  }
  for (const auto text :
       {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x80\x80"sv, "\xe0\x9f\xbf"sv,
        "\xf0\x8f\xbf\xbf"sv, "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv, "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv,
        "\xff"sv, "\xc3"sv, "\xe2\x80"sv, "\xf0\x9d\x84"sv, "\xc3("sv, "\xe2\x80("sv, "a\xc3"sv}) {
    INFO(hex(bytes_of(text)));
    REQUIRE(!is_note_text(text));
  }
}

TEST_CASE("a note's text has no control character but newline", "[note_text]") {
  for (char c = 0; c < 0x20; ++c) {
    const std::string text = std::string("a") + c;
    REQUIRE(is_note_text(text) == (c == '\n'));
  }
}

TEST_CASE("a name is printable, without space or plus", "[note_text]") {
  for (const auto name :
       {"a"sv, "ledger.example/gemeente-a"sv, "getuige.example/één"sv, "oid/1.3.6.1"sv, "日本"sv}) {
    INFO(name);
    REQUIRE(is_note_name(name));
  }
  for (const auto name :
       {""sv, " "sv, "a b"sv, "a+b"sv, "a\n"sv, "a\tb"sv, "a\x7f"sv, "a\0b"sv, "a\xc2\xa0"sv, "a\xc2\x85"sv,
        "\xe1\x9a\x80"sv, "\xe2\x80\x80"sv, "\xe2\x80\x8a"sv, "\xe2\x80\xa8"sv, "\xe2\x80\xa9"sv,
        "\xe2\x80\xaf"sv, "\xe2\x81\x9f"sv, "\xe3\x80\x80"sv, "a\xff"sv}) {
    INFO(hex(bytes_of(name)));
    REQUIRE(!is_note_name(name));
  }
}

TEST_CASE("a number is decimal without leading zeros and fits 64 bits", "[note_text]") {
  REQUIRE(parse_decimal("0") == 0);
  REQUIRE(parse_decimal("10") == 10);
  REQUIRE(parse_decimal("18446744073709551615") == ~std::uint64_t{0});
  for (const char* text : {"", "00", "01", "-1", "+1", " 1", "1 ", "1.0", "0x1", "1e3",
                           "18446744073709551616", "99999999999999999999", "1_000"}) {
    INFO(text);
    REQUIRE(!parse_decimal(text));
  }
}

TEST_CASE("a key id is eight lower case digits", "[note_text]") {
  REQUIRE(parse_hex32("00ab12ff") == 0x00ab12ff);
  for (const char* text : {"", "0ab12ff", "00ab12ff0", "00AB12FF", "0x00ab12", "00ab12fg", "00ab12ff00"}) {
    INFO(text);
    REQUIRE(!parse_hex32(text));
  }
}
