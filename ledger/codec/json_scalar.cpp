#include "ledger/codec/json_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "ledger/base/time.h"
#include "ledger/schema/types.capnp.h"

namespace inzicht {
namespace {

template <class T>
bool is(capnp::StructSchema schema) {
  return schema == capnp::Schema::from<T>();
}

std::string decimal_text(std::int64_t value, unsigned digits) {
  // Not -value: the smallest number has no positive.
  const std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  const std::string text = fmt::format("{:0{}}", size, digits + 1);
  const std::size_t whole = text.size() - digits;
  return fmt::format("{}{}{}{}", value < 0 ? "-" : "", std::string_view(text).substr(0, whole), digits > 0 ? "." : "", std::string_view(text).substr(whole));
}

bool read_decimal(std::string_view text, schema::Decimal::Builder out) {
  const auto dot = text.find_first_of(".,");
  const auto after = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  // A sign behind the point would otherwise become the sign of the whole.
  if (!std::ranges::all_of(after, [](char c) { return c >= '0' && c <= '9'; })) return false;
  if (dot != std::string_view::npos && after.empty()) return false;
  const std::string digits = std::string(text.substr(0, dot)) + std::string(after);
  const auto places = static_cast<unsigned>(after.size());
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || at != digits.data() + digits.size() || places > 9) return false;
  out.setValue(value);
  out.setDigits(static_cast<std::uint8_t>(places));
  return true;
}

std::optional<std::string> text_of(const Json& in) {
  if (!in.is_string()) return std::nullopt;
  return in.get<std::string>();
}

ScalarRead read_date(const Json& in, schema::Date::Builder out) {
  ScalarRead read{false, "een datum als 2019-06-11", "a date such as 2019-06-11"};
  const auto text = text_of(in);
  const auto date = text ? parse_date(*text) : std::nullopt;
  if (!date) return read;
  out.setYear(date->year);
  out.setMonth(date->month);
  out.setDay(date->day);
  read.good = true;
  return read;
}

ScalarRead read_month(const Json& in, schema::Month::Builder out) {
  ScalarRead read{false, "een maand als 2002-03", "a month such as 2002-03"};
  const auto text = text_of(in);
  const auto month = text ? parse_month(*text) : std::nullopt;
  if (!month) return read;
  out.setYear(month->year);
  out.setMonth(month->month);
  read.good = true;
  return read;
}

ScalarRead read_instant(const Json& in, schema::Instant::Builder out) {
  ScalarRead read{false, "een tijdstip als 2019-06-11T10:00:00Z of 2019-06-11 12:00", "a time such as 2019-06-11T10:00:00Z or 2019-06-11 12:00"};
  const auto text = text_of(in);
  if (!text) return read;
  auto time = parse_time(*text);
  if (!time) time = parse_local(*text);
  if (!time) return read;
  out.setMicros(*time);
  read.good = true;
  return read;
}

ScalarRead read_duration(const Json& in, schema::Duration::Builder out) {
  ScalarRead read{false, "een duur als P2M of P14D", "a duration such as P2M or P14D"};
  const auto text = text_of(in);
  const auto duration = text ? parse_duration(*text) : std::nullopt;
  if (!duration) return read;
  out.setMonths(duration->months);
  out.setDays(duration->days);
  out.setSeconds(duration->seconds);
  read.good = true;
  return read;
}

constexpr std::int64_t json_integer_max = (std::int64_t{1} << 53) - 1;

ScalarRead read_count(const Json& in, schema::Count::Builder out) {
  ScalarRead read{false, "een geheel getal van 0 of meer", "a whole number of 0 or more"};
  const auto number = whole_number(in);
  if (!number || *number < 0 || *number > json_integer_max) return read;
  out.setValue(static_cast<std::uint64_t>(*number));
  read.good = true;
  return read;
}

ScalarRead read_cents(const Json& in, schema::Cents::Builder out) {
  ScalarRead read{false, "een bedrag in centen, als geheel getal", "an amount in cents, as a whole number"};
  const auto number = whole_number(in);
  if (!number || *number < -json_integer_max || *number > json_integer_max) return read;
  out.setValue(*number);
  read.good = true;
  return read;
}

ScalarRead read_decimal_json(const Json& in, schema::Decimal::Builder out) {
  ScalarRead read{false, "een getal als \"0.89\"", "a number such as \"0.89\""};
  const std::string text = in.is_string() ? in.get<std::string>() : in.is_number() ? in.dump() : "";
  read.good = read_decimal(text, out);
  return read;
}

}  // namespace

std::optional<std::int64_t> whole_number(const Json& in) {
  if (!in.is_number_integer()) return std::nullopt;
  if (in.is_number_unsigned() && in.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
  return in.get<std::int64_t>();
}

bool is_scalar(capnp::StructSchema s) {
  return is<schema::Date>(s) || is<schema::Month>(s) || is<schema::Instant>(s) || is<schema::Duration>(s) || is<schema::Count>(s) ||
         is<schema::Cents>(s) || is<schema::Decimal>(s);
}

std::optional<Json> write_scalar(capnp::DynamicStruct::Reader v) {
  const auto s = v.getSchema();
  if (is<schema::Date>(s)) {
    const auto d = v.as<schema::Date>();
    return to_text(Date{d.getYear(), d.getMonth(), d.getDay()});
  }
  if (is<schema::Month>(s)) {
    const auto m = v.as<schema::Month>();
    return to_text(Month{m.getYear(), m.getMonth()});
  }
  if (is<schema::Instant>(s)) return to_text(Micros{v.as<schema::Instant>().getMicros()});
  if (is<schema::Duration>(s)) {
    const auto d = v.as<schema::Duration>();
    return to_text(Duration{d.getMonths(), d.getDays(), d.getSeconds()});
  }
  if (is<schema::Count>(s)) return v.as<schema::Count>().getValue();
  if (is<schema::Cents>(s)) return v.as<schema::Cents>().getValue();
  if (is<schema::Decimal>(s)) return decimal_text(v.as<schema::Decimal>().getValue(), v.as<schema::Decimal>().getDigits());
  return std::nullopt;
}

std::optional<ScalarRead> read_scalar(const Json& in, capnp::DynamicStruct::Builder out) {
  const auto s = out.getSchema();
  if (is<schema::Date>(s)) return read_date(in, out.as<schema::Date>());
  if (is<schema::Month>(s)) return read_month(in, out.as<schema::Month>());
  if (is<schema::Instant>(s)) return read_instant(in, out.as<schema::Instant>());
  if (is<schema::Duration>(s)) return read_duration(in, out.as<schema::Duration>());
  if (is<schema::Count>(s)) return read_count(in, out.as<schema::Count>());
  if (is<schema::Cents>(s)) return read_cents(in, out.as<schema::Cents>());
  if (is<schema::Decimal>(s)) return read_decimal_json(in, out.as<schema::Decimal>());
  return std::nullopt;
}

}  // namespace inzicht
