#include "tools/exchange/source_time.h"

#include <catch2/catch.hpp>

#include "ledger/codec/catalogue.h"

using namespace inzicht;
using namespace inzicht::exchange;

namespace {

std::string shown(const std::optional<SourceTime>& time) {
  return time ? to_text(time->at) + " " + std::string(code_of(time->precision)) : "(none)";
}
std::string iso(std::string_view text, std::string_view zone = "Europe/Amsterdam") { return shown(TimeForm::of("", zone).value().parse(text)); }
std::string form(std::string_view format, std::string_view text, std::string_view zone = "Europe/Amsterdam") {
  return shown(TimeForm::of(std::string(format), zone).value().parse(text));
}

}  // namespace

TEST_CASE("times of the standard, with their zone and precision", "[exchange][time]") {
  CHECK(iso("2011-10-11T13:45:40.276+02:00") == "2011-10-11T11:45:40.276000Z instant");
  CHECK(iso("2011-10-11T13:45:40Z") == "2011-10-11T13:45:40.000000Z instant");
  CHECK(iso("2011-10-11T13:45:40.1234567-0330") == "2011-10-11T17:15:40.123456Z instant");
  CHECK(iso("2011-10-11 13:45:40 +02") == "2011-10-11T11:45:40.000000Z instant");
  CHECK(iso("2011-10-11 13:45+02:00") == "2011-10-11T11:45:00.000000Z minute");
}

TEST_CASE("a time without a zone is read in the zone of the mapping", "[exchange][time]") {
  CHECK(iso("2019-06-11T10:30:00") == "2019-06-11T08:30:00.000000Z instant");
  CHECK(iso("2019-12-11T10:30:00.5") == "2019-12-11T09:30:00.500000Z instant");
  CHECK(iso("2019-06-11") == "2019-06-10T22:00:00.000000Z day");
  CHECK(iso("2019-06-11 10:30", "UTC") == "2019-06-11T10:30:00.000000Z minute");
  CHECK(iso("2019-06-11 10:30", "-05:00") == "2019-06-11T15:30:00.000000Z minute");
  CHECK(iso("2019-06-11 10:30Z", "-05:00") == "2019-06-11T10:30:00.000000Z minute");
}

TEST_CASE("the hour of the change of summer time", "[exchange][time]") {
  CHECK(iso("2019-03-31 02:30") == "(none)");                                     // the clock skipped it
  CHECK(iso("2019-10-27 02:30") == "2019-10-27T00:30:00.000000Z minute");         // shown twice: the earlier
  CHECK(iso("2019-03-31 02:30", "+01:00") == "2019-03-31T01:30:00.000000Z minute");
}

TEST_CASE("a format of one's own", "[exchange][time]") {
  CHECK(form("%d-%m-%Y %H:%M", "11-06-2019 10:30") == "2019-06-11T08:30:00.000000Z minute");
  CHECK(form("%d-%m-%Y %H:%M", "1-6-2019 9:05") == "2019-06-01T07:05:00.000000Z minute");
  CHECK(form("%Y%m%d", "20190611") == "2019-06-10T22:00:00.000000Z day");
  CHECK(form("%Y%m%dT%H%M%S,%f%z", "20190611T103000,25+0200") == "2019-06-11T08:30:00.250000Z instant");
  CHECK(form("%d.%m.%Y %H uur", "11.06.2019 10 uur") == "2019-06-11T08:00:00.000000Z hour");
  CHECK(form("100%% %Y-%m-%d", "100% 2019-06-11") == "2019-06-10T22:00:00.000000Z day");
}

TEST_CASE("what is no time is none", "[exchange][time]") {
  for (const auto* text : {"", "2019", "2019-13-01", "2019-02-29", "2019-06-11T", "2019-06-11T24:00:00", "2019-06-11T10:60:00", "2019-06-11T10:30:60",
                           "2019-06-11T10:30:00.", "2019-06-11T10:30:00+25:00", "2019-06-11T10:30:00+02:00x", " 2019-06-11", "0000-01-01", "11-06-2019"})
    CHECK(iso(text) == "(none)");
  CHECK(form("%d-%m-%Y", "11-06-2019 10:30") == "(none)");
  CHECK(form("%d-%m-%Y", "11/06/2019") == "(none)");
  CHECK(form("%d-%m-%Y", "31-02-2019") == "(none)");
}

TEST_CASE("a format or zone that cannot be is refused", "[exchange][time]") {
  for (const auto* format : {"%d-%m", "%Y-%m-%d %M", "%Y-%m-%d %Y", "%Y-%m-%d %q", "%Y-%m-%d %", "%Y-%m-%d %H:%S", "%H:%M"})
    CHECK_FALSE(TimeForm::of(format, "UTC"));
  for (const auto* zone : {"", "Amsterdam", "America/New_York", "+25:00", "+01:00x", "02:00"}) CHECK_FALSE(TimeForm::of("", zone));
}
