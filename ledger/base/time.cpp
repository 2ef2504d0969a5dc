#include "ledger/base/time.h"

#include <algorithm>
#include <utility>

#include "ledger/base/assert.h"
#include "ledger/base/time_zone.h"

namespace inzicht {

using namespace zone;
using std::chrono::microseconds;
using std::chrono::seconds;

namespace {

// Months with the day clipped to the month's last, then days; stays within the years that have a text form.
date::local_days shifted(date::local_days day, std::uint64_t months, std::uint64_t days) {
  const date::local_days last{date::year{year_max} / 12 / 31};
  auto ymd = date::year_month_day{day} + date::months{static_cast<int>(std::min(months, months_max))};
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / date::last;
  const auto moved = date::local_days{ymd} + date::days{static_cast<int>(std::min(days, days_max))};
  return std::min(moved, last);
}

}  // namespace

bool Date::is_valid() const { return year >= year_min && year <= year_max && ymd_of(*this).ok(); }
bool Month::is_valid() const { return year >= year_min && year <= year_max && month >= 1 && month <= 12; }

// The last hours of the year 9999 are already 10000 in Amsterdam, which has no text form.
Date local_date(Micros time) { return date_of(date::year_month_day{shifted(date::floor<date::days>(local_of(sys_of(time))), 0, 0)}); }

Micros local_midnight(const Date& date) {
  INZICHT_ASSERT(date.is_valid());
  return micros_of(instant_of(Local{date::local_days{ymd_of(date)}}).time);
}

Micros add(Micros time, const Duration& duration) {
  Sys at = sys_of(time);
  if (duration.months > 0 || duration.days > 0) {
    const Local local = local_of(at);
    const auto day = date::floor<date::days>(local);
    at = instant_of(Local{shifted(day, duration.months, duration.days)} + (local - day)).time;
  }
  return micros_of(at + seconds{static_cast<std::int64_t>(std::min(duration.seconds, seconds_max))});
}

Date add(const Date& date, const Duration& duration) {
  INZICHT_ASSERT(date.is_valid());
  const std::uint64_t days = duration.days + std::min(duration.seconds, seconds_max) / 86'400;
  return date_of(date::year_month_day{shifted(date::local_days{ymd_of(date)}, duration.months, days)});
}

std::int64_t days_between(const Date& from, const Date& to) {
  return (date::sys_days{ymd_of(to)} - date::sys_days{ymd_of(from)}).count();
}

// Who is born on 29 February grows a year older on 1 March of a common year: on the 28th the year is not yet over.
int years_between(const Date& from, const Date& to) {
  const int years = to.year - from.year;
  const bool before_birthday = std::pair{to.month, to.day} < std::pair{from.month, from.day};
  return before_birthday ? years - 1 : years;
}

Micros SystemClock::now() const {
  return std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace inzicht
