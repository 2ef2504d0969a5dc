#include <catch2/catch.hpp>
#include <limits>
#include <rapidcheck.h>

#include "ledger/base/time.h"

using namespace inzicht;

namespace {
Micros local(std::string_view text) {
  const auto time = parse_local(text);
  REQUIRE(time);
  return *time;
}
}  // namespace

TEST_CASE("durations are read by calendar unit", "[duration]") {
  CHECK(parse_duration("P2M") == Duration{2, 0, 0});
  CHECK(parse_duration("P1Y2M") == Duration{14, 0, 0});
  CHECK(parse_duration("P14D") == Duration{0, 14, 0});
  CHECK(parse_duration("P2W1D") == Duration{0, 15, 0});
  CHECK(parse_duration("PT4H") == Duration{0, 0, 14'400});
  CHECK(parse_duration("P1DT1M1S") == Duration{0, 1, 61});
  CHECK(parse_duration("P0D") == Duration{});
  CHECK(parse_duration("P20Y") == Duration{240, 0, 0});
}

TEST_CASE("what is not a duration is refused", "[duration]") {
  const auto* text = GENERATE("", "P", "PT", "P1", "1D", "P1DT", "P1M1Y", "P1D1W", "PT1S1H", "P1D1D", "P-1D", "P1.5D", "p1d", "P1H", "PT1D", "P1D ",
                              "P1Y T1H", "P9999999999D", "P9999999999999999999999Y", "P120000M", "P4000000D", "PT999999999H", "PTT1H", "P1DT1HT1M");
  CAPTURE(text);
  CHECK_FALSE(parse_duration(text));
}

TEST_CASE("every duration reads back from its text", "[duration][property]") {
  CHECK(to_text(Duration{14, 0, 0}) == "P1Y2M");
  CHECK(to_text(Duration{0, 14, 0}) == "P14D");
  CHECK(to_text(Duration{0, 0, 14'400}) == "PT4H");
  CHECK(to_text(Duration{}) == "P0D");
  rc::check([] {
    const Duration duration{*rc::gen::inRange<std::uint32_t>(0, 100'000), *rc::gen::inRange<std::uint32_t>(0, 3'000'000),
                            *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000)};
    RC_ASSERT(parse_duration(to_text(duration)) == duration);
  });
}

TEST_CASE("months are added first and clipped to the last of the month", "[duration]") {
  CHECK(add(Date{2019, 1, 31}, Duration{1, 0, 0}) == Date{2019, 2, 28});
  CHECK(add(Date{2020, 1, 31}, Duration{1, 0, 0}) == Date{2020, 2, 29});
  CHECK(add(Date{2019, 1, 31}, Duration{1, 1, 0}) == Date{2019, 3, 1});
  CHECK(add(Date{2020, 2, 29}, Duration{12, 0, 0}) == Date{2021, 2, 28});
  CHECK(add(Date{2019, 12, 31}, Duration{0, 1, 0}) == Date{2020, 1, 1});
  CHECK(add(Date{2019, 12, 31}, Duration{0, 0, 86'400}) == Date{2020, 1, 1});
}

TEST_CASE("a term in days keeps the local hour over a change of the clock, one in hours does not", "[duration][dst]") {
  CHECK(local_text(add(local("2019-03-30 12:00"), Duration{0, 1, 0})) == "2019-03-31 12:00");
  CHECK(local_text(add(local("2019-03-30 12:00"), Duration{0, 0, 86'400})) == "2019-03-31 13:00");
  CHECK(local_text(add(local("2019-10-26 12:00"), Duration{1, 0, 0})) == "2019-11-26 12:00");
  // Into the hour that was skipped: the moment of the change.
  CHECK(local_text(add(local("2019-03-30 02:30"), Duration{0, 1, 0})) == "2019-03-31 03:00");
  // Nothing added is nothing changed, also in the hour shown twice.
  const Micros second_time = local("2019-10-27 02:30") + 3600 * micros_per_second;
  CHECK(add(second_time, Duration{}) == second_time);
}

TEST_CASE("arithmetic ends at the year 9999", "[duration]") {
  constexpr Duration most{std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint64_t>::max()};
  CHECK(add(Date{2019, 1, 1}, most) == Date{9999, 12, 31});
  CHECK(to_text(add(Micros{0}, most)) == "9999-12-31T23:59:59.999999Z");
}

TEST_CASE("days between dates are counted over leap days", "[duration]") {
  CHECK(days_between(Date{2019, 2, 28}, Date{2019, 3, 1}) == 1);
  CHECK(days_between(Date{2020, 2, 28}, Date{2020, 3, 1}) == 2);
  CHECK(days_between(Date{2020, 3, 1}, Date{2020, 2, 28}) == -2);
  CHECK(days_between(Date{1970, 1, 1}, Date{2019, 6, 11}) == 18'058);
}

TEST_CASE("age goes up on the birthday itself", "[duration][age]") {
  const Date born{2003, 6, 11};
  CHECK(years_between(born, Date{2019, 6, 10}) == 15);
  CHECK(years_between(born, Date{2019, 6, 11}) == 16);
  CHECK(years_between(born, Date{2019, 12, 1}) == 16);
  CHECK(years_between(born, born) == 0);
  CHECK(years_between(born, Date{2003, 6, 10}) == -1);
}

TEST_CASE("who is born on 29 February is a year older on 1 March of a common year", "[duration][age]") {
  const Date born{2004, 2, 29};
  CHECK(years_between(born, Date{2016, 2, 28}) == 11);
  CHECK(years_between(born, Date{2016, 2, 29}) == 12);
  CHECK(years_between(born, Date{2020, 2, 29}) == 16);
  CHECK(years_between(born, Date{2021, 2, 28}) == 16);
  CHECK(years_between(born, Date{2021, 3, 1}) == 17);
  CHECK(years_between(born, Date{2022, 2, 28}) == 17);
  CHECK(years_between(born, Date{2022, 3, 1}) == 18);
}
