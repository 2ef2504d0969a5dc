#include "ledger/base/time.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <span>
#include <utility>

#include "ledger/base/assert.h"

namespace inzicht {
namespace {

using Sys = date::sys_time<std::chrono::microseconds>;
using Local = date::local_time<std::chrono::microseconds>;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::seconds;

constexpr int year_min = 1;
constexpr int year_max = 9999;

constexpr Sys first_time{date::sys_days{date::year{year_min} / 1 / 1}};
constexpr Sys last_time{date::sys_days{date::year{year_max + 1} / 1 / 1} - microseconds{1}};

// Times from outside may be any number; calendar arithmetic happens on the years that have a text form.
Sys sys_of(Micros time) { return std::clamp(Sys{microseconds{time}}, first_time, last_time); }
Micros micros_of(Sys time) { return std::clamp(time, first_time, last_time).time_since_epoch().count(); }

date::year_month_day ymd_of(const Date& date) {
  return date::year{date.year} / static_cast<unsigned>(date.month) / static_cast<unsigned>(date.day);
}
Date date_of(date::year_month_day ymd) {
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())), static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

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
Local local_of(Sys time) {
  if (time < rule_from) return Local{(time + amsterdam().get_info(date::floor<seconds>(time)).offset).time_since_epoch()};
  return Local{(time + hours{is_summer_by_rule(time) ? 2 : 1}).time_since_epoch()};
}

struct Instant {
  Sys time;
  bool skipped = false;  // the clock never showed it; time is then the moment the clock was put forward
};
// The earlier of two, where the clock showed it twice.
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

// Reads text from the left; every step answers whether it fitted.
struct Reader {
  std::string_view rest;

  bool literal(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool digits(std::size_t count, int& value) {
    if (rest.size() < count) return false;
    value = 0;
    for (char c : rest.substr(0, count)) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + (c - '0');
    }
    rest.remove_prefix(count);
    return true;
  }
  // Up to nine digits: what a term can sensibly hold, and no overflow.
  bool number(std::uint32_t& value) {
    std::size_t count = 0;
    while (count < rest.size() && rest[count] >= '0' && rest[count] <= '9') ++count;
    if (count == 0 || count > 9) return false;
    std::from_chars(rest.data(), rest.data() + count, value);
    rest.remove_prefix(count);
    return true;
  }
  bool date(Date& out) {
    int year = 0, month = 0, day = 0;
    if (!digits(4, year) || !literal('-') || !digits(2, month) || !literal('-') || !digits(2, day)) return false;
    out = {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    return out.is_valid();
  }
  // hh:mm, a part of it in minutes, within the day.
  bool hour_minute(int& minutes) {
    int hour = 0, minute = 0;
    if (!digits(2, hour) || !literal(':') || !digits(2, minute) || hour > 23 || minute > 59) return false;
    minutes = hour * 60 + minute;
    return true;
  }
  // A leap second has no place in Micros, so 60 is refused.
  bool second(int& value) { return literal(':') && digits(2, value) && value < 60; }
  bool fraction(Micros& value) {
    value = 0;
    if (!literal('.')) return true;
    std::size_t count = 0;
    Micros unit = micros_per_second / 10;
    for (int digit = 0; digits(1, digit); unit /= 10) {
      if (++count > 6) return false;
      value += digit * unit;
    }
    return count > 0;
  }
  bool offset(int& minutes) {
    if (literal('Z')) return minutes = 0, true;
    const int sign = literal('+') ? 1 : literal('-') ? -1 : 0;
    if (sign == 0 || !hour_minute(minutes)) return false;
    minutes *= sign;
    return true;
  }
};

std::string print(const char* format, auto... values) {
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), format, values...);
  INZICHT_ASSERT(length > 0 && static_cast<std::size_t>(length) < text.size());
  return {text.data(), static_cast<std::size_t>(length)};
}

constexpr std::uint64_t months_max = 12ull * year_max;
constexpr std::uint64_t days_max = 366ull * year_max;
constexpr std::uint64_t seconds_max = 86'400ull * days_max;

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

std::string to_text(Micros time) {
  const Sys at = sys_of(time);
  const auto day = date::floor<date::days>(at);
  const auto clock = date::hh_mm_ss<microseconds>{at - day};
  return to_text(date_of(date::year_month_day{day})) +
         print("T%02d:%02d:%02d.%06dZ", static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
               static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
}

std::optional<Micros> parse_time(std::string_view text) {
  Reader reader{text};
  Date date;
  int minutes = 0, second = 0, offset = 0;
  Micros fraction = 0;
  if (!reader.date(date) || !reader.literal('T') || !reader.hour_minute(minutes) || !reader.second(second) ||
      !reader.fraction(fraction) || !reader.offset(offset) || !reader.rest.empty()) {
    return std::nullopt;
  }
  const Sys at = Sys{date::sys_days{ymd_of(date)}} + std::chrono::minutes{minutes - offset} + seconds{second} + microseconds{fraction};
  if (at < first_time || at > last_time) return std::nullopt;
  return micros_of(at);
}

std::string to_text(const Date& date) {
  return print("%04d-%02d-%02d", static_cast<int>(date.year), static_cast<int>(date.month), static_cast<int>(date.day));
}
std::optional<Date> parse_date(std::string_view text) {
  Reader reader{text};
  Date date;
  if (!reader.date(date) || !reader.rest.empty()) return std::nullopt;
  return date;
}
std::string to_text(const Month& month) { return print("%04d-%02d", static_cast<int>(month.year), static_cast<int>(month.month)); }
std::optional<Month> parse_month(std::string_view text) {
  Reader reader{text};
  int year = 0, month = 0;
  if (!reader.digits(4, year) || !reader.literal('-') || !reader.digits(2, month) || !reader.rest.empty()) return std::nullopt;
  const Month out{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month)};
  if (!out.is_valid()) return std::nullopt;
  return out;
}

std::string to_text(const Duration& duration) {
  std::string out = "P";
  const auto put = [&out](std::uint64_t value, char unit) {
    if (value > 0) out += std::to_string(value) + unit;
  };
  put(duration.months / 12, 'Y');
  put(duration.months % 12, 'M');
  put(duration.days, 'D');
  if (duration.seconds > 0) out += 'T';
  put(duration.seconds / 3600, 'H');
  put(duration.seconds / 60 % 60, 'M');
  put(duration.seconds % 60, 'S');
  return out == "P" ? "P0D" : out;
}

std::optional<Duration> parse_duration(std::string_view text) {
  struct Step {
    char letter;
    std::uint64_t months, days, seconds;
  };
  static constexpr std::array<Step, 4> calendar{{{'Y', 12, 0, 0}, {'M', 1, 0, 0}, {'W', 0, 7, 0}, {'D', 0, 1, 0}}};
  static constexpr std::array<Step, 3> clock{{{'H', 0, 0, 3600}, {'M', 0, 0, 60}, {'S', 0, 0, 1}}};
  Reader reader{text};
  if (!reader.literal('P')) return std::nullopt;
  std::uint64_t months = 0, days = 0, secs = 0;
  // Units in order, each at most once, at least one.
  const auto units = [&](std::span<const Step> steps) {
    bool any = false;
    std::size_t at = 0;
    while (!reader.rest.empty() && reader.rest.front() != 'T') {
      std::uint32_t value = 0;
      if (!reader.number(value)) return false;
      while (at < steps.size() && !reader.literal(steps[at].letter)) ++at;
      if (at == steps.size()) return false;
      months += steps[at].months * value;
      days += steps[at].days * value;
      secs += steps[at].seconds * value;
      ++at;
      any = true;
    }
    return any;
  };
  const bool clock_only = reader.rest.starts_with('T');
  if (!clock_only && !units(calendar)) return std::nullopt;
  if (reader.literal('T') && !units(clock)) return std::nullopt;
  if (!reader.rest.empty() || months > months_max || days > days_max || secs > seconds_max) return std::nullopt;
  return Duration{static_cast<std::uint32_t>(months), static_cast<std::uint32_t>(days), secs};
}

// The last hours of the year 9999 are already 10000 in Amsterdam, which has no text form.
Date local_date(Micros time) { return date_of(date::year_month_day{shifted(date::floor<date::days>(local_of(sys_of(time))), 0, 0)}); }

Micros local_midnight(const Date& date) {
  INZICHT_ASSERT(date.is_valid());
  return micros_of(instant_of(Local{date::local_days{ymd_of(date)}}).time);
}

std::string local_text(Micros time) {
  const Local local = local_of(sys_of(time));
  const auto clock = date::hh_mm_ss<microseconds>{local - date::floor<date::days>(local)};
  return to_text(local_date(time)) +
         print(" %02d:%02d", static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
}

std::optional<Micros> parse_local(std::string_view text) {
  Reader reader{text};
  Date date;
  int minutes = 0, second = 0;
  if (!reader.date(date)) return std::nullopt;
  if (reader.rest.empty()) return local_midnight(date);
  if (!reader.literal(' ') || !reader.hour_minute(minutes)) return std::nullopt;
  if (!reader.rest.empty() && !reader.second(second)) return std::nullopt;
  if (!reader.rest.empty()) return std::nullopt;
  const auto at = instant_of(Local{date::local_days{ymd_of(date)}} + std::chrono::minutes{minutes} + seconds{second});
  if (at.skipped || at.time < first_time) return std::nullopt;
  return micros_of(at.time);
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
