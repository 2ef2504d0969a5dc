// The forms of the few texts that a header may hold, and UTF-8.
#include <catch2/catch.hpp>

#include "ledger/codec/text_format.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;
using schema::TextFormat;

namespace {

std::string times(std::size_t count, char letter) { return std::string(count, letter); }

struct Row {
  TextFormat format;
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

}  // namespace

TEST_CASE("a text has the form of its field or is refused", "[codec][text]") {
  const Row rows[] = {
      {TextFormat::CBS_CODE, {"0518", "9999"}, {"", "518", "05180", "O518", "051\n"}},
      {TextFormat::OIN,
       {times(20, '0'), "00000001234567890000"},
       {"", times(19, '0'), times(21, '0'), times(19, '0') + "x"}},
      {TextFormat::ORIGIN,
       {"a", "example.org/ledger", times(128, 'a'), "~!"},
       {"", times(129, 'a'), "two words", "a+b", "inzicht/x", "a\n", "caf\xc3\xa9", "\x7f"}},
      {TextFormat::RULE_ID,
       {"SHARE-01", "ACC-99", "SIGNAL-10"},
       {"", "AC-01", "SIGNALS-01", "share-01", "SHARE-1", "SHARE-001", "SHARE01", "SHARE-0x", "SHARE-01 ",
        "SHÁRE-01"}},
      {TextFormat::LAW_ARTICLE,
       {"BW1-255", "JW-7.3.11-2", "A-1", "J" + times(30, '-') + "1"},
       {"", "A-", "bw1-255", "BW1", "BW 1-255", "J" + times(31, '-') + "1"}},
      {TextFormat::PARAM_KEY,
       {"maxRecordDelay", "a", times(64, 'a')},
       {"", times(65, 'a'), "Max", "1a", "max-delay", "max delay"}},
      {TextFormat::PARAM_VALUE,
       {"P7D", "1..16", "a,b", "x:y_z", "-3", times(512, 'a')},
       {"", times(513, 'a'), "two words", "a;b", "\"a\"", "\xc3\xa9"}},
      {TextFormat::UNSET, {}, {"", "anything"}},
  };
  for (const auto& row : rows) {
    INFO(expected_format(row.format));
    for (const auto& text : row.good) {
      INFO(text);
      REQUIRE(has_format(row.format, text));
    }
    for (const auto& text : row.bad) {
      INFO(text);
      REQUIRE_FALSE(has_format(row.format, text));
    }
  }
}

TEST_CASE("no form lets a sentence through, nor a NUL", "[codec][text]") {
  for (unsigned i = 0; i < capnp::Schema::from<TextFormat>().getEnumerants().size(); ++i) {
    const auto format = static_cast<TextFormat>(i);
    REQUIRE_FALSE(has_format(format, "Hij was boos."));
    testing::Random random(i);
    const auto good = testing::random_text(format, random);
    REQUIRE_FALSE(has_format(format, good + std::string(1, '\0')));
    REQUIRE_FALSE(expected_format(format).empty());
  }
}

TEST_CASE("well-formed UTF-8 of every length is text", "[codec][text]") {
  for (const char* good : {"", "a", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
                           "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "één 𝄞"}) {
    INFO(good);
    REQUIRE(is_utf8(good));
  }
}

TEST_CASE("overlong, cut, surrogate and too great forms are not UTF-8, nor is NUL", "[codec][text]") {
  for (const char* bad :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\xc2", "\xe0\x80\x80", "\xe0\x9f\xbf",
        "\xe2\x82", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80",
        "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xff", "a\xc3("}) {
    INFO(bad);
    REQUIRE_FALSE(is_utf8(bad));
  }
  REQUIRE_FALSE(is_utf8(std::string_view("\0", 1)));
  REQUIRE_FALSE(is_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("every code point is UTF-8 unless it is a surrogate", "[codec][text]") {
  for (std::uint32_t cp = 1; cp <= 0x10FFFF; cp += cp < 0x3000 ? 1 : 7) {
    std::string text;
    if (cp < 0x80) {
      text = {static_cast<char>(cp)};
    } else if (cp < 0x800) {
      text = {static_cast<char>(0xC0 | cp >> 6), static_cast<char>(0x80 | (cp & 63))};
    } else if (cp < 0x10000) {
      text = {static_cast<char>(0xE0 | cp >> 12), static_cast<char>(0x80 | (cp >> 6 & 63)),
              static_cast<char>(0x80 | (cp & 63))};
    } else {
      text = {static_cast<char>(0xF0 | cp >> 18), static_cast<char>(0x80 | (cp >> 12 & 63)),
              static_cast<char>(0x80 | (cp >> 6 & 63)), static_cast<char>(0x80 | (cp & 63))};
    }
    const bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
    if (is_utf8(text) == surrogate) FAIL("code point " << cp);
  }
}
