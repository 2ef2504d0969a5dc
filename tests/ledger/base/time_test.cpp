#include "ledger/base/time.h"

#include <catch2/catch.hpp>
#include <limits>
#include <rapidcheck.h>

using namespace inzicht;

namespace {
Micros utc(std::string_view text) {
  const auto time = parse_time(text);
  REQUIRE(time);
  return *time;
}
}  // namespace

TEST_CASE("times are written with six decimals and Z", "[time]") {
  CHECK(to_text(Micros{0}) == "1970-01-01T00:00:00.000000Z");
  CHECK(to_text(Micros{-1}) == "1969-12-31T23:59:59.999999Z");
  CHECK(to_text(Micros{1'560'241'800'000'001}) == "2019-06-11T08:30:00.000001Z");
}

TEST_CASE("times are read with Z or an offset and up to six decimals", "[time]") {
  CHECK(parse_time("2019-06-11T08:30:00Z") == Micros{1'560'241'800'000'000});
  CHECK(parse_time("2019-06-11T10:30:00.5+02:00") == Micros{1'560'241'800'500'000});
  CHECK(parse_time("2019-06-11T00:30:00.000001-08:00") == Micros{1'560'241'800'000'001});
  CHECK(parse_time("2000-02-29T23:59:59.999999Z"));
}

TEST_CASE("what is not RFC 3339 is no time", "[time]") {
  const auto* text = GENERATE("", "2019-06-11", "2019-06-11T08:30Z", "2019-06-11T08:30:00", "2019-06-11t08:30:00Z",
                              "2019-06-11T08:30:00z", "2019-06-11 08:30:00Z", "2019-06-11T24:00:00Z", "2019-06-11T23:60:00Z",
                              "2019-06-11T23:59:60Z", "2019-02-29T00:00:00Z", "2019-13-01T00:00:00Z", "2019-00-01T00:00:00Z",
                              "2019-06-00T00:00:00Z", "2019-06-31T00:00:00Z", "2019-06-11T08:30:00.Z", "2019-06-11T08:30:00.1234567Z",
                              "2019-06-11T08:30:00.12+2:00", "2019-06-11T08:30:00+24:00", "2019-06-11T08:30:00+02:60",
                              "2019-06-11T08:30:00+0200", "2019-06-11T08:30:00Z ", " 2019-06-11T08:30:00Z", "+2019-06-11T08:30:00Z",
                              "0000-06-11T08:30:00Z", "12019-06-11T08:30:00Z", "2019-6-11T08:30:00Z", "2019-06-11T8:30:00Z",
                              "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00");
  CAPTURE(text);
  CHECK_FALSE(parse_time(text));
}

TEST_CASE("every time in the years 1 to 9999 reads back from its text", "[time][property]") {
  rc::check([] {
    const auto first = *parse_time("0001-01-01T00:00:00Z");
    const auto last = *parse_time("9999-12-31T23:59:59.999999Z");
    const auto time = *rc::gen::inRange<Micros>(first, last);
    RC_ASSERT(parse_time(to_text(time)) == time);
  });
}

TEST_CASE("a time beyond the calendar is shown as its nearest end", "[time]") {
  CHECK(to_text(std::numeric_limits<Micros>::max()) == "9999-12-31T23:59:59.999999Z");
  CHECK(to_text(std::numeric_limits<Micros>::min()) == "0001-01-01T00:00:00.000000Z");
  CHECK(local_date(std::numeric_limits<Micros>::max()) == Date{9999, 12, 31});
  CHECK(local_date(std::numeric_limits<Micros>::min()) == Date{1, 1, 1});
  CHECK(to_text(add(std::numeric_limits<Micros>::max(), Duration{1, 1, 1})).starts_with("9999-12-31T"));
}

TEST_CASE("dates and months read back, and only valid ones are read", "[time]") {
  CHECK(parse_date("2019-06-11") == Date{2019, 6, 11});
  CHECK(to_text(Date{987, 6, 1}) == "0987-06-01");
  CHECK(parse_month("2002-03") == Month{2002, 3});
  CHECK(to_text(Month{2002, 3}) == "2002-03");
  for (const auto* text : {"2019-02-29", "2019-06-11T", "2019-6-11", "", "2019-06", "0000-01-01", "1900-02-29"}) CHECK_FALSE(parse_date(text));
  for (const auto* text : {"2019-13", "2019-00", "2019-1", "2019-01-01", "", "0000-01"}) CHECK_FALSE(parse_month(text));
  CHECK(Date{2000, 2, 29}.is_valid());
  CHECK_FALSE(Date{}.is_valid());
  CHECK_FALSE(Date{2019, 4, 31}.is_valid());
}

TEST_CASE("the local date changes at local midnight, in winter and in summer", "[time][dst]") {
  CHECK(local_date(utc("2019-01-10T22:59:59Z")) == Date{2019, 1, 10});
  CHECK(local_date(utc("2019-01-10T23:00:00Z")) == Date{2019, 1, 11});
  CHECK(local_date(utc("2019-07-10T21:59:59Z")) == Date{2019, 7, 10});
  CHECK(local_date(utc("2019-07-10T22:00:00Z")) == Date{2019, 7, 11});
  CHECK(local_midnight(Date{2019, 7, 11}) == utc("2019-07-10T22:00:00Z"));
  CHECK(local_midnight(Date{2019, 1, 11}) == utc("2019-01-10T23:00:00Z"));
  // The day summer time began at midnight: its first instant was 01:40 on the clock.
  CHECK(local_text(local_midnight(Date{1940, 5, 16})) == "1940-05-16 01:40");
}

TEST_CASE("summer time goes on after the year in which the zone database stops", "[time][dst]") {
  CHECK(local_text(utc("2037-07-01T10:00:00Z")) == "2037-07-01 12:00");
  CHECK(local_text(utc("2038-01-01T10:00:00Z")) == "2038-01-01 11:00");
  CHECK(local_text(utc("2044-07-01T10:00:00Z")) == "2044-07-01 12:00");
  CHECK(local_midnight(Date{2044, 7, 1}) == utc("2044-06-30T22:00:00Z"));
  // The last Sundays of March and October 2044: the 27th and the 30th.
  CHECK(local_text(utc("2044-03-27T00:59:59Z")) == "2044-03-27 01:59");
  CHECK(local_text(utc("2044-03-27T01:00:00Z")) == "2044-03-27 03:00");
  CHECK(local_text(utc("2044-10-30T00:59:59Z")) == "2044-10-30 02:59");
  CHECK(local_text(utc("2044-10-30T01:00:00Z")) == "2044-10-30 02:00");
  CHECK(parse_local("2044-10-30 02:30") == utc("2044-10-30T00:30:00Z"));
  CHECK_FALSE(parse_local("2044-03-27 02:30"));
  CHECK(add(utc("2044-03-26T01:30:00Z"), Duration{0, 1, 0}) == utc("2044-03-27T01:00:00Z"));
}

TEST_CASE("the rule for later years agrees with the database where both know the answer", "[time][dst]") {
  // 2011 has the same weekdays as 2039.
  for (const auto* tail : {"-03-27T00:59:59Z", "-03-27T01:00:00Z", "-06-01T00:00:00Z", "-10-30T00:59:59Z", "-10-30T01:00:00Z", "-12-31T23:30:00Z"}) {
    const auto known = local_text(utc("2011" + std::string{tail}));
    const auto later = local_text(utc("2039" + std::string{tail}));
    CHECK(known.substr(4) == later.substr(4));
  }
}

TEST_CASE("local times are read as the clock showed them", "[time][dst]") {
  CHECK(parse_local("2019-06-11 10:30") == utc("2019-06-11T08:30:00Z"));
  CHECK(parse_local("2019-06-11 10:30:59") == utc("2019-06-11T08:30:59Z"));
  CHECK(parse_local("2019-06-11") == utc("2019-06-10T22:00:00Z"));
  CHECK(local_text(utc("2019-06-11T08:30:00Z")) == "2019-06-11 10:30");
  // Shown twice: the first time. Skipped: no time at all.
  CHECK(parse_local("2019-10-27 02:30") == utc("2019-10-27T00:30:00Z"));
  CHECK(local_text(utc("2019-10-27T01:30:00Z")) == "2019-10-27 02:30");
  CHECK_FALSE(parse_local("2019-03-31 02:30"));
  for (const auto* text : {"2019-06-11 ", "2019-06-11 10", "2019-06-11 10:30:", "2019-06-11 10:30:00.5", "2019-06-11T10:30", "2019-06-11 24:00", "x"}) {
    CHECK_FALSE(parse_local(text));
  }
}

TEST_CASE("every instant of a day lies at or after its first one", "[time][property]") {
  rc::check([] {
    const auto time = *rc::gen::inRange<Micros>(*parse_time("1900-01-01T00:00:00Z"), *parse_time("2200-01-01T00:00:00Z"));
    const Date day = local_date(time);
    RC_ASSERT(local_midnight(day) <= time);
    RC_ASSERT(local_midnight(add(day, Duration{0, 1, 0})) > time);
    RC_ASSERT(local_date(local_midnight(day)) == day);
  });
}

TEST_CASE("the clocks tell whether they are the wall's", "[time]") {
  SimulatedClock simulated{42};
  simulated.set(43);
  CHECK(simulated.now() == 43);
  CHECK_FALSE(simulated.is_wall_clock());
  CHECK(SystemClock{}.is_wall_clock());
  CHECK(SystemClock{}.now() > utc("2024-01-01T00:00:00Z"));
}
