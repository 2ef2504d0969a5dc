#include "ledger/base/time_zone.h"

#include <algorithm>

namespace inzicht::zone {

using std::chrono::hours;
using std::chrono::seconds;

namespace {

const date::time_zone& amsterdam() {
  static const date::time_zone* zone = date::locate_zone("Europe/Amsterdam");
  return *zone;
}

// The system's compiled database ends in 2037 and leaves later years to a rule in its footer, which date-tz does not
// read: it would give winter time for ever. From here on the rule of directive 2000/84/EC is applied.
constexpr Sys rule_from{date::sys_days{date::year{2037} / 12 / 1}};

Sys last_sunday(date::year year, date::month month) {
  return Sys{date::sys_days{year / month / date::Sunday[date::last]}} + hours{1};
}
bool is_summer_by_rule(Sys time) {
  const auto year = date::year_month_day{date::floor<date::days>(time)}.year();
  return time >= last_sunday(year, date::March) && time < last_sunday(year, date::October);
}

}  // namespace

Sys sys_of(Micros time) { return std::clamp(Sys{std::chrono::microseconds{time}}, first_time, last_time); }
Micros micros_of(Sys time) { return std::clamp(time, first_time, last_time).time_since_epoch().count(); }

date::year_month_day ymd_of(const Date& date) {
  return date::year{date.year} / static_cast<unsigned>(date.month) / static_cast<unsigned>(date.day);
}
Date date_of(date::year_month_day ymd) {
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())), static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

Local local_of(Sys time) {
  if (time < rule_from) return Local{(time + amsterdam().get_info(date::floor<seconds>(time)).offset).time_since_epoch()};
  return Local{(time + hours{is_summer_by_rule(time) ? 2 : 1}).time_since_epoch()};
}

Instant instant_of(Local local) {
  if (local < Local{rule_from.time_since_epoch()}) {
    const bool skipped = amsterdam().get_info(local).result == date::local_info::nonexistent;
    return {amsterdam().to_sys(local, date::choose::earliest), skipped};
  }
  const Sys as_utc{local.time_since_epoch()};
  if (is_summer_by_rule(as_utc - hours{2})) return {as_utc - hours{2}};
  if (!is_summer_by_rule(as_utc - hours{1})) return {as_utc - hours{1}};
  return {last_sunday(date::year_month_day{date::floor<date::days>(as_utc)}.year(), date::March), true};
}

}  // namespace inzicht::zone
