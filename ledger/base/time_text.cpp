#include <array>
#include <charconv>
#include <cstdio>
#include <span>

#include "ledger/base/assert.h"
#include "ledger/base/time.h"
#include "ledger/base/time_zone.h"

namespace inzicht {

using namespace zone;
using std::chrono::microseconds;
using std::chrono::seconds;

namespace {

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

}  // namespace

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

}  // namespace inzicht
