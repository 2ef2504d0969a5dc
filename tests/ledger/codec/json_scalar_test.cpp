// Dates, times, amounts and decimals as one word of JSON, there and back.
#include <catch2/catch.hpp>
#include <limits>

#include "ledger/codec/json_scalar.h"
#include "ledger/schema/types.capnp.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;

namespace {

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t json_max = (std::int64_t{1} << 53) - 1;

struct Decimal {
  std::int64_t value = 0;
  unsigned digits = 0;
  bool operator==(const Decimal&) const = default;
};

// The struct after reading; nullopt when the word is refused.
template <class T>
bool reads(const Json& in, const std::function<void(typename T::Reader)>& look = {}) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<T>();
  const auto read = read_scalar(in, root);
  REQUIRE(read);
  REQUIRE(std::string_view(read->expected_nl).size() > 0);
  REQUIRE(std::string_view(read->expected_en).size() > 0);
  if (read->good && look) look(root.asReader());
  return read->good;
}
std::optional<Decimal> decimal(const Json& in) {
  Decimal out;
  const bool good = reads<schema::Decimal>(in, [&](auto r) { out = {r.getValue(), r.getDigits()}; });
  return good ? std::optional(out) : std::nullopt;
}
std::string text(Decimal decimal) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::Decimal>();
  root.setValue(decimal.value);
  root.setDigits(static_cast<std::uint8_t>(decimal.digits));
  return write_scalar(root.asReader())->get<std::string>();
}
std::optional<std::int64_t> cents(const Json& in) {
  std::int64_t out = 0;
  return reads<schema::Cents>(in, [&](auto r) { out = r.getValue(); }) ? std::optional(out) : std::nullopt;
}
std::optional<std::uint64_t> count(const Json& in) {
  std::uint64_t out = 0;
  return reads<schema::Count>(in, [&](auto r) { out = r.getValue(); }) ? std::optional(out) : std::nullopt;
}

}  // namespace

TEST_CASE("a decimal is written with exactly its digits", "[codec][scalar]") {
  REQUIRE(text({89, 2}) == "0.89");
  REQUIRE(text({-89, 2}) == "-0.89");
  REQUIRE(text({5, 0}) == "5");
  REQUIRE(text({0, 0}) == "0");
  REQUIRE(text({0, 9}) == "0.000000000");
  REQUIRE(text({-1, 9}) == "-0.000000001");
  REQUIRE(text({1234567890, 9}) == "1.234567890");
  REQUIRE(text({100, 1}) == "10.0");
}

TEST_CASE("the smallest and greatest number are written whole", "[codec][scalar]") {
  REQUIRE(text({smallest, 0}) == "-9223372036854775808");
  REQUIRE(text({smallest, 9}) == "-9223372036.854775808");
  REQUIRE(text({greatest, 9}) == "9223372036.854775807");
}

TEST_CASE("a decimal that was written is read back the same, at every number of digits", "[codec][scalar]") {
  testing::Random random(1);
  for (unsigned digits = 0; digits <= 9; ++digits) {
    for (const std::int64_t value :
         {smallest, smallest + 1, std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, greatest})
      REQUIRE(decimal(text({value, digits})) == Decimal{value, digits});
    for (int i = 0; i < 100; ++i) {
      const auto value = static_cast<std::int64_t>(random.next() >> random.below(64));
      REQUIRE(decimal(text({value, digits})) == Decimal{value, digits});
    }
  }
}

TEST_CASE("a decimal is read with point or comma, as text or as a number", "[codec][scalar]") {
  REQUIRE(decimal("0.89") == Decimal{89, 2});
  REQUIRE(decimal("0,89") == Decimal{89, 2});
  REQUIRE(decimal("-0.5") == Decimal{-5, 1});
  REQUIRE(decimal(3) == Decimal{3, 0});
  REQUIRE(decimal(0.5) == Decimal{5, 1});
  REQUIRE(decimal("007") == Decimal{7, 0});
}

TEST_CASE("what is no decimal, or has more than 9 digits, is refused", "[codec][scalar]") {
  for (const Json& in :
       {Json(""), Json("."), Json("-"), Json("1."), Json("1.2.3"), Json(".-5"), Json("1.-5"), Json("1.+5"),
        Json("+1"), Json("0x1"), Json("1e3"), Json(1e300), Json(" 1"), Json("1 "), Json("1.0000000000"),
        Json("9223372036854775808"), Json(nullptr), Json(true), Json::array()})
    CHECK_FALSE(decimal(in));
}

TEST_CASE("cents are whole numbers below 2^53, also negative", "[codec][scalar]") {
  REQUIRE(cents(-5) == -5);
  REQUIRE(cents(json_max) == json_max);
  REQUIRE(cents(-json_max) == -json_max);
  for (const Json& in :
       {Json(json_max + 1), Json(-json_max - 1), Json(std::numeric_limits<std::uint64_t>::max()),
        Json(std::uint64_t{1} << 63), Json(1.0), Json("5"), Json(nullptr)})
    CHECK_FALSE(cents(in));
}

TEST_CASE("counts are whole numbers from 0 below 2^53", "[codec][scalar]") {
  REQUIRE(count(0) == 0u);
  REQUIRE(count(json_max) == static_cast<std::uint64_t>(json_max));
  for (const Json& in : {Json(-1), Json(json_max + 1), Json(std::numeric_limits<std::uint64_t>::max()),
                         Json(std::uint64_t{1} << 63), Json(0.5), Json("5")})
    CHECK_FALSE(count(in));
}

TEST_CASE("dates, months, times and durations are read back as they are written", "[codec][scalar]") {
  for (const char* good : {"2019-06-11", "2020-02-29", "1900-01-01"})
    REQUIRE(reads<schema::Date>(good, [&](auto r) { REQUIRE(*write_scalar(r) == Json(good)); }));
  REQUIRE(reads<schema::Month>("2002-03", [](auto r) { REQUIRE(*write_scalar(r) == Json("2002-03")); }));
  REQUIRE(reads<schema::Instant>("2019-06-11T10:00:00.000001Z", [](auto r) {
    REQUIRE(*write_scalar(r) == Json("2019-06-11T10:00:00.000001Z"));
  }));
  REQUIRE(reads<schema::Duration>("P1Y2M3DT4H5M6S",
                                  [](auto r) { REQUIRE(*write_scalar(r) == Json("P1Y2M3DT4H5M6S")); }));
}

TEST_CASE("dates that do not exist are refused", "[codec][scalar]") {
  for (const Json& in : {Json("2019-02-29"), Json("2019-06-31"), Json("2019-6-1"), Json("11-06-2019"),
                         Json("2019-06-11T00:00:00Z"), Json(20190611), Json("")})
    CHECK_FALSE(reads<schema::Date>(in));
  for (const Json& in : {Json("2002-13"), Json("2002-00"), Json("2002"), Json(200203)})
    CHECK_FALSE(reads<schema::Month>(in));
  for (const Json& in : {Json("2019-06-11T25:00:00Z"), Json("now"), Json(0)})
    CHECK_FALSE(reads<schema::Instant>(in));
  for (const Json& in : {Json("P"), Json("2M"), Json("P2X"), Json("P99999999999Y"), Json(5)})
    CHECK_FALSE(reads<schema::Duration>(in));
}

TEST_CASE("a number beyond int64 is no whole number", "[codec][scalar]") {
  REQUIRE(whole_number(Json(greatest)) == greatest);
  REQUIRE(whole_number(Json(smallest)) == smallest);
  REQUIRE_FALSE(whole_number(Json(std::uint64_t{1} << 63)));
  REQUIRE_FALSE(whole_number(Json(std::numeric_limits<std::uint64_t>::max())));
  REQUIRE_FALSE(whole_number(Json(1.0)));
}

TEST_CASE("a number too great for its field is refused, not wrapped", "[codec][scalar]") {
  const KindInfo& scored = *find_kind(std::string_view("goalScored"));
  const auto score = [&](const Json& value) {
    capnp::MallocMessageBuilder message;
    const auto wrong = read_json(Json{{"score", value}}, message.initRoot<capnp::DynamicStruct>(scored.facts),
                                 PlainIds{}, "facts");
    return wrong && wrong->field == "facts.score" ? wrong->adm : "ok";
  };
  REQUIRE(score(-3) == "ok");
  REQUIRE(score(std::numeric_limits<std::int32_t>::max()) == "ok");
  for (const Json& value : {Json(std::int64_t{1} << 31), Json(std::numeric_limits<std::uint64_t>::max()),
                            Json(std::uint64_t{1} << 63), Json(smallest), Json(1.5), Json("3")})
    REQUIRE(score(value) == "ADM-3");
}
