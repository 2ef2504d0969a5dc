#include "ledger/base/ids.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace inzicht;

namespace {

using Raw = std::array<std::uint8_t, 16>;

Raw filled(std::uint8_t byte) {
  Raw raw{};
  raw.fill(byte);
  return raw;
}
Raw counted() {
  Raw raw{};
  for (std::size_t i = 0; i < raw.size(); ++i) raw[i] = static_cast<std::uint8_t>(i);
  return raw;
}
rc::Gen<Raw> any_raw() { return rc::gen::container<Raw>(rc::gen::arbitrary<std::uint8_t>()); }

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}
std::string without_dashes(std::string text) {
  std::erase(text, '-');
  return text;
}

}  // namespace

TEST_CASE("an id is shown in groups of four after the letter of its kind", "[ids][golden]") {
  // Made by a few lines of Python: base32 of the number, then the number mod 31.
  CHECK(id_text('Z', counted()) == "Z-0004-1061-050R-3GG2-8A1C-60T3-GFM");
  CHECK(id_text('E', filled(0xFF)) == "E-7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ7");
  Raw raw = filled(0x42);
  raw[0] = 0x01;
  raw[1] = 0x8F;
  CHECK(id_text('P', raw) == "P-01HX-144G-J289-144G-J289-144G-J2Y");
  CHECK(to_text(CaseId{counted()}) == "Z-0004-1061-050R-3GG2-8A1C-60T3-GFM");
}

TEST_CASE("every id reads back from its text, however it is typed", "[ids][property]") {
  rc::check([] {
    const Raw raw = *any_raw();
    const std::string text = id_text('Z', raw);
    RC_ASSERT(parse_id_text('Z', text) == raw);
    RC_ASSERT(parse_id_text('Z', lower(text)) == raw);
    RC_ASSERT(parse_id_text('Z', without_dashes(text.substr(2))) == raw);
    RC_ASSERT(!parse_id_text('E', text));
    RC_ASSERT(!parse_id_text('Z', text + "0"));
    RC_ASSERT(!parse_id_text('Z', text.substr(0, text.size() - 1)));
  });
}

TEST_CASE("letters that look like digits are read as those digits", "[ids]") {
  const auto id = parse_id_text('Z', "z-ooo4-lO6i-o5or-3gg2-8aLc-6ot3-gfm");
  REQUIRE(id);
  CHECK(*id == counted());
}

TEST_CASE("the check symbol catches a wrong symbol, but for 0 against Z", "[ids][property]") {
  static constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  rc::check([] {
    const Raw raw = *any_raw();
    std::string symbols = without_dashes(id_text('E', raw).substr(2));
    const auto at = *rc::gen::inRange<std::size_t>(0, symbols.size());
    const char other = *rc::gen::elementOf(std::string{alphabet});
    const char was = symbols[at];
    RC_PRE(other != was);
    RC_PRE(!(other == '0' && was == 'Z') && !(other == 'Z' && was == '0'));
    symbols[at] = other;
    RC_ASSERT(!parse_id_text('E', symbols));
  });
}

TEST_CASE("text that is no id is refused", "[ids]") {
  CHECK_FALSE(parse_id_text('Z', ""));
  CHECK_FALSE(parse_id_text('Z', "Z-"));
  CHECK_FALSE(parse_id_text('Z', "Z-0004-1061-050R-3GG2-8A1C-60T3-GFN"));
  CHECK_FALSE(parse_id_text('Z', "Z-0004-1061-050R-3GG2-8A1C-60T3-GF!"));
  CHECK_FALSE(parse_id_text('Z', "Z-0004-1061-050R-3GG2-8A1C-60T3-GFU"));
  CHECK_FALSE(parse_id_text('Z', std::string(1000, '0')));
  // More than 128 bits.
  CHECK_FALSE(parse_id_text('Z', "Z-8000-0000-0000-0000-0000-0000-008"));
}

TEST_CASE("an id of zeros is refused", "[ids]") {
  CHECK_FALSE(EventId::from(Raw{}));
  CHECK_FALSE(parse_id<EventId>(id_text('E', Raw{})));
  CHECK(parse_id<EventId>(id_text('E', counted())));
  CHECK_FALSE(EventId::from(Bytes{counted()}.first(15)));
}

TEST_CASE("a prefix of six symbols or more matches the ids that begin with it", "[ids][property]") {
  CHECK_FALSE(IdPrefix::parse('Z', "Z-0004-1"));
  CHECK_FALSE(IdPrefix::parse('Z', "E-0004-10"));
  rc::check([] {
    const Raw raw = *any_raw();
    const std::string symbols = without_dashes(id_text('Z', raw).substr(2));
    const auto length = *rc::gen::inRange<std::size_t>(6, symbols.size() + 1);
    const auto prefix = IdPrefix::parse('Z', lower(symbols.substr(0, length)));
    RC_ASSERT(prefix.has_value());
    RC_ASSERT(prefix->matches(raw));
    Raw other = raw;
    other[0] ^= 0x80;
    RC_ASSERT(!prefix->matches(other));
  });
}

TEST_CASE("the short form shows the last eight symbols", "[ids]") {
  CHECK(short_text('Z', counted()) == "Z-…1C60-T3GF");
  CHECK(short_text('Z', filled(0xFF)) == "Z-…ZZZZ-ZZZZ");
}

TEST_CASE("a UUIDv7 holds its time, version and variant", "[ids]") {
  std::array<std::uint8_t, 10> random{};
  random.fill(0xFF);
  const auto id = uuid_v7(0x0123'4567'89AB, random);
  const Raw expected{0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0x7F, 0xFF, 0xBF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  CHECK(id == expected);
  CHECK(uuid_v7(-5, random)[5] == 0);
  CHECK(uuid_v7(1000, random) < uuid_v7(1001, {}));
}
