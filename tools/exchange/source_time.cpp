#include "tools/exchange/source_time.h"

#include <fmt/format.h>

#include <chrono>

namespace inzicht::exchange {
namespace {

struct Civil {
  int year = 0, month = 0, day = 0;
  int hour = 0, minute = 0, second = 0;
  Micros fraction = 0;
  std::optional<int> offset_minutes;
  schema::Precision precision = schema::Precision::DAY;
};

// Reads from the left; every step answers whether it fitted.
struct Cursor {
  std::string_view rest;

  bool literal(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool digits(std::size_t least, std::size_t most, int& out) {
    out = 0;
    std::size_t n = 0;
    for (; n < most && n < rest.size() && rest[n] >= '0' && rest[n] <= '9'; ++n) out = out * 10 + (rest[n] - '0');
    rest.remove_prefix(n);
    return n >= least;
  }
  bool fraction(Micros& out) {
    Micros unit = micros_per_second / 10;
    int digit = 0;
    out = 0;
    if (!digits(1, 1, digit)) return false;
    do {
      out += digit * unit;
      unit /= 10;
    } while (digits(1, 1, digit));
    return true;
  }
  // Z, +02:00, +0200 or +02.
  bool offset(std::optional<int>& out) {
    if (literal('Z')) return out = 0, true;
    const int sign = literal('+') ? 1 : literal('-') ? -1 : 0;
    int hours = 0, minutes = 0;
    if (sign == 0 || !digits(2, 2, hours)) return false;
    const bool colon = literal(':');
    if ((colon || !rest.empty()) && !digits(2, 2, minutes)) return false;
    if (hours > 23 || minutes > 59) return false;
    out = sign * (hours * 60 + minutes);
    return true;
  }
};

bool read_iso(Cursor in, Civil& out) {
  if (!in.digits(4, 4, out.year) || !in.literal('-') || !in.digits(2, 2, out.month) || !in.literal('-') || !in.digits(2, 2, out.day)) return false;
  if (in.rest.empty()) return true;
  if (!in.literal('T') && !in.literal(' ')) return false;
  if (!in.digits(2, 2, out.hour) || !in.literal(':') || !in.digits(2, 2, out.minute)) return false;
  out.precision = schema::Precision::MINUTE;
  if (in.literal(':')) {
    if (!in.digits(2, 2, out.second)) return false;
    out.precision = schema::Precision::INSTANT;
    if (in.literal('.') && !in.fraction(out.fraction)) return false;
  }
  if (in.rest.empty()) return true;
  (void)in.literal(' ');
  return in.offset(out.offset_minutes) && in.rest.empty();
}

bool read_specifier(char specifier, Cursor& in, Civil& out) {
  switch (specifier) {
    case 'Y': return in.digits(4, 4, out.year);
    case 'm': return in.digits(1, 2, out.month);
    case 'd': return in.digits(1, 2, out.day);
    case 'H': return in.digits(1, 2, out.hour);
    case 'M': return in.digits(2, 2, out.minute);
    case 'S': return in.digits(2, 2, out.second);
    case 'f': return in.fraction(out.fraction);
    case 'z': return in.offset(out.offset_minutes);
    default: return in.literal('%');
  }
}

schema::Precision precision_of(std::string_view format) {
  if (format.contains("%S")) return schema::Precision::INSTANT;
  if (format.contains("%M")) return schema::Precision::MINUTE;
  return format.contains("%H") ? schema::Precision::HOUR : schema::Precision::DAY;
}

bool read_format(std::string_view format, Cursor in, Civil& out) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    const bool fits = format[i] == '%' ? read_specifier(format[++i], in, out) : in.literal(format[i]);
    if (!fits) return false;
  }
  out.precision = precision_of(format);
  return in.rest.empty();
}

std::optional<Micros> utc_of(const Civil& c) {
  using namespace std::chrono;
  const year_month_day day{year{c.year}, month{static_cast<unsigned>(c.month)}, std::chrono::day{static_cast<unsigned>(c.day)}};
  if (!day.ok() || c.year < 1 || c.hour > 23 || c.minute > 59 || c.second > 59) return std::nullopt;
  const auto at = sys_days{day} + hours{c.hour} + minutes{c.minute} + seconds{c.second};
  return duration_cast<microseconds>(at.time_since_epoch()).count() + c.fraction;
}

// Every specifier at most once, and a whole date.
bool is_format(std::string_view format) {
  std::string seen;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    if (++i == format.size() || std::string_view("YmdHMSfz%").find(format[i]) == std::string_view::npos) return false;
    if (format[i] != '%' && seen.find(format[i]) != std::string::npos) return false;
    seen += format[i];
  }
  const auto has = [&seen](char c) { return seen.find(c) != std::string::npos; };
  return has('Y') && has('m') && has('d') && (!has('S') || has('M')) && (!has('M') || has('H')) && (!has('f') || has('S'));
}

}  // namespace

Result<TimeForm> TimeForm::of(std::string format, std::string_view zone) {
  TimeForm out;
  if (!format.empty() && !is_format(format))
    return fail(ErrorCode::bad_input, "time.format: expected %Y, %m and %d, and %H %M %S %f %z as needed, each once");
  out.format_ = std::move(format);
  if (zone == "Europe/Amsterdam") return out;
  Cursor in{zone == "UTC" ? std::string_view("Z") : zone};
  if (!in.offset(out.offset_minutes_) || !in.rest.empty())
    return fail(ErrorCode::bad_input, "time.zone: expected Europe/Amsterdam, UTC or an offset such as +01:00");
  return out;
}

std::optional<SourceTime> TimeForm::parse(std::string_view text) const {
  Civil civil;
  const bool read = format_.empty() ? read_iso({text}, civil) : read_format(format_, {text}, civil);
  const auto utc = read ? utc_of(civil) : std::nullopt;
  if (!utc) return std::nullopt;
  if (!civil.offset_minutes) civil.offset_minutes = offset_minutes_;
  if (civil.offset_minutes) return SourceTime{*utc - *civil.offset_minutes * 60 * micros_per_second, civil.precision};
  const auto local = parse_local(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second));
  if (!local) return std::nullopt;
  return SourceTime{*local + civil.fraction, civil.precision};
}

}  // namespace inzicht::exchange
