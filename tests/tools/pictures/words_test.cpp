// Words as pages and pictures hold them, and the line on which times lie.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "tests/tools/pictures/drawn.h"
#include "tools/pictures/printable.h"
#include "tools/pictures/time_scale.h"

using namespace inzicht;
using namespace inzicht::testing;

TEST_CASE("control characters become spaces, broken UTF-8 and what is no character the sign for that", "[pictures]") {
  CHECK(printable(std::string_view("a\0b\x1b\x7f", 5)) == "a b  ");
  CHECK(printable("een\ntwee") == "een twee");
  CHECK(printable("een\r\ntwee", Lines::keep) == "een \ntwee");
  CHECK(printable("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8F\xA0") == "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8F\xA0");
  CHECK(printable("a\xC3") == "a\xEF\xBF\xBD");
  CHECK(printable("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(printable("\xEF\xBF\xBE") == "\xEF\xBF\xBD");
  CHECK(printable("\xED\xA0\x80") == "\xEF\xBF\xBD");
  CHECK(printable("\xC2\x85") == " ");
}

TEST_CASE("days and times are written as people say them", "[pictures]") {
  CHECK(spoken(Date{2022, 3, 8}, Lang::nl) == "8 maart 2022");
  CHECK(spoken_day(Date{2022, 3, 8}, Lang::nl) == "dinsdag 8 maart 2022");
  CHECK(spoken_day(Date{2024, 2, 29}, Lang::en) == "Thursday 29 February 2024");
  CHECK(spoken_moment(at("2022-03-08 10:00"), Lang::nl) == "dinsdag 8 maart 2022, 10:00 uur");
  CHECK(spoken(Duration{2, 0, 0}, Lang::nl) == "2 maanden");
  CHECK(spoken(Duration{12, 0, 0}, Lang::nl) == "1 jaar");
  CHECK(spoken(Duration{0, 14, 0}, Lang::nl) == "2 weken");
  CHECK(spoken(Duration{0, 1, 0}, Lang::en) == "1 day");
}

TEST_CASE("words that do not fit go on below, then end in an ellipsis, whole characters only", "[pictures]") {
  CHECK(fitted("", 100, 10).empty());
  CHECK(fitted("kort", 100, 10) == std::vector<std::string>{"kort"});
  const auto two = fitted("een twee drie vier vijf zes", 60, 10, 2);
  REQUIRE(two.size() == 2);
  CHECK(two[0].ends_with("twee"));
  CHECK(two[1].ends_with("…"));
  for (const auto& line : two) CHECK(width_of(line, 10) <= 70);
  CHECK(printable(fitted("ééééééééééééééééééééééé", 40, 10)[0]).find("\xEF\xBF\xBD") == std::string::npos);
}

TEST_CASE("a later time never lies to the left of an earlier one, at either pace", "[pictures]") {
  const std::vector<Micros> times{at("2012-09-01 00:00"), at("2019-06-11 10:00"), at("2019-06-12 10:00"), at("2020-04-01 10:00")};
  for (const Pace pace : {Pace::even, Pace::busy}) {
    const TimeScale scale(times, 100, 1100, pace);
    double before = 0;
    for (Micros time = times[0] - 400 * micros_per_day; time < times[3] + 400 * micros_per_day; time += 3 * micros_per_day) {
      CHECK(scale.x(time) >= before);
      before = scale.x(time);
    }
    CHECK(scale.x(times[0] - 1000 * micros_per_day) == 100);
    CHECK(scale.x(times[3] + 1000 * micros_per_day) == 1100);
    CHECK(scale.x(times[2]) > scale.x(times[1]));
  }
}

TEST_CASE("at an even pace equal times are equally long, and a silence of more than half is drawn short", "[pictures]") {
  const TimeScale whole({at("2021-01-01 12:00"), at("2021-04-11 12:00"), at("2021-07-20 12:00")}, 0, 1000, Pace::even);
  CHECK(whole.x(at("2021-04-11 12:00")) == Approx(500).margin(1));
  const TimeScale cut({at("2012-09-01 00:00"), at("2019-06-11 10:00"), at("2020-04-01 10:00")}, 0, 1000, Pace::even);
  CHECK(cut.x(at("2019-06-11 10:00")) - cut.x(at("2012-09-01 00:00")) == Approx(36));
}

TEST_CASE("at a busy pace many events in a day have more room than an empty month beside them", "[pictures]") {
  std::vector<Micros> times{at("2021-02-01 09:00"), at("2021-03-01 09:00")};
  for (int n = 1; n < 60; ++n) times.push_back(at(fmt::format("2021-02-01 10:{:02}", n)));
  const TimeScale scale(times, 0, 1000, Pace::busy);
  const double a_day = scale.x(at("2021-02-01 10:59")) - scale.x(at("2021-02-01 10:01"));
  const TimeScale even(times, 0, 1000, Pace::even);
  CHECK(a_day > 20 * (even.x(at("2021-02-01 10:59")) - even.x(at("2021-02-01 10:01"))));
}

TEST_CASE("one moment alone lies in the middle, and no time is lost where all are the same", "[pictures]") {
  const TimeScale scale({at("2020-01-01 10:00"), at("2020-01-01 10:00")}, 0, 200, Pace::even);
  CHECK(scale.x(at("2020-01-01 10:00")) == Approx(100));
  CHECK(scale.is_within(at("2020-01-01 10:00")));
  CHECK_FALSE(scale.is_within(at("2021-01-01 10:00")));
}
