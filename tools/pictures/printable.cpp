#include "tools/pictures/printable.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace inzicht {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// How many bytes the character takes that starts there; 0 when none does.
std::size_t length_at(std::string_view text, std::size_t at, char32_t& out) {
  const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[at + n]); };
  const unsigned first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
  if (length == 0 || at + length > text.size()) return 0;
  out = length == 1 ? first : first & (0xFFu >> (length + 1));
  for (std::size_t n = 1; n < length; ++n) {
    if ((byte(n) & 0xC0u) != 0x80) return 0;
    out = out << 6 | (byte(n) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return out < least[length] ? 0 : length;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }
bool is_character(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE; }

constexpr std::array<std::string_view, 12> months_nl{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                     "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<std::string_view, 12> months_en{"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> days_nl{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"};
constexpr std::array<std::string_view, 7> days_en{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::string_view day_name(const Date& date, Lang lang) {
  using namespace std::chrono;
  const weekday day{sys_days{year{date.year} / month{date.month} / date.day}};
  return (lang == Lang::nl ? days_nl : days_en)[day.c_encoding() % 7];
}

}  // namespace

std::string printable(std::string_view text, Lines lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = 0;
    const std::size_t length = length_at(text, at, c);
    if (length == 0 || !is_character(c))
      out += replacement;
    else if (c == '\n' && lines == Lines::keep)
      out += '\n';
    else if (is_control(c))
      out += ' ';
    else
      out += text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string spoken(const Date& date, Lang lang) {
  if (date.month < 1 || date.month > 12) return to_text(date);
  return fmt::format("{} {} {}", date.day, (lang == Lang::nl ? months_nl : months_en)[date.month - 1u], date.year);
}

std::string spoken_day(const Date& date, Lang lang) { return fmt::format("{} {}", day_name(date, lang), spoken(date, lang)); }

std::string spoken_moment(Micros at, Lang lang) {
  const auto clock = local_text(at).substr(11, 5);
  return fmt::format("{}, {}{}", spoken_day(local_date(at), lang), clock, lang == Lang::nl ? " uur" : "");
}

std::string spoken(const Duration& d, Lang lang) {
  const bool nl = lang == Lang::nl;
  if (d.months > 0 && d.days == 0 && d.seconds == 0) {
    if (d.months % 12 == 0) return fmt::format("{} {}", d.months / 12, nl ? "jaar" : d.months == 12 ? "year" : "years");
    return fmt::format("{} {}", d.months, nl ? (d.months == 1 ? "maand" : "maanden") : (d.months == 1 ? "month" : "months"));
  }
  if (d.days > 0 && d.months == 0 && d.seconds == 0) {
    if (d.days % 7 == 0) return fmt::format("{} {}", d.days / 7, nl ? (d.days == 7 ? "week" : "weken") : (d.days == 7 ? "week" : "weeks"));
    return fmt::format("{} {}", d.days, nl ? (d.days == 1 ? "dag" : "dagen") : (d.days == 1 ? "day" : "days"));
  }
  return to_text(d);
}

}  // namespace inzicht
