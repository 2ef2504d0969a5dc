#include "ledger/codec/text_format.h"

#include <algorithm>
#include <cstdint>

namespace inzicht {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool alnum(char c) { return digit(c) || upper(c) || lower(c); }

bool is_rule_id(std::string_view t) {
  const auto dash = t.find('-');
  if (dash == std::string_view::npos || dash < 3 || dash > 6 || t.size() != dash + 3) return false;
  return std::ranges::all_of(t.substr(0, dash), upper) && digit(t[dash + 1]) && digit(t[dash + 2]);
}

// A key of the dated law table: "BW1-255", "JW-7.3.11-2", "WVGGZ-6-4".
bool is_article(std::string_view t) {
  return t.size() >= 3 && t.size() <= 32 && upper(t[0]) && t.find('-') != std::string_view::npos &&
         std::ranges::all_of(t, [](char c) { return alnum(c) || c == '-' || c == '.'; });
}

}  // namespace

bool has_format(schema::TextFormat format, std::string_view t) {
  using enum schema::TextFormat;
  switch (format) {
    case CBS_CODE: return t.size() == 4 && std::ranges::all_of(t, digit);
    case OIN: return t.size() == 20 && std::ranges::all_of(t, digit);
    case ORIGIN:
      return !t.empty() && t.size() <= 128 && !t.starts_with("inzicht/") &&
             std::ranges::all_of(t, [](char c) { return c > ' ' && c < 0x7F && c != '+'; });
    case RULE_ID: return is_rule_id(t);
    case LAW_ARTICLE: return is_article(t);
    case PARAM_KEY: return !t.empty() && t.size() <= 64 && lower(t[0]) && std::ranges::all_of(t, alnum);
    case PARAM_VALUE:
      return !t.empty() && t.size() <= 512 &&
             std::ranges::all_of(t, [](char c) { return alnum(c) || c == '.' || c == ',' || c == '-' || c == ':' || c == '_'; });
    case UNSET: return false;
  }
  return false;
}

std::string_view expected_format(schema::TextFormat format) {
  using enum schema::TextFormat;
  switch (format) {
    case CBS_CODE: return "a municipality code of four digits";
    case OIN: return "an OIN of twenty digits";
    case ORIGIN: return "printable ASCII without space or '+', not beginning with inzicht/";
    case RULE_ID: return "a rule id such as SHARE-01";
    case LAW_ARTICLE: return "an article key such as JW-7.3.11-1";
    case PARAM_KEY: return "a parameter name in lowerCamelCase";
    case PARAM_VALUE: return "numbers, durations and codes";
    case UNSET: return "nothing";
  }
  return "nothing";
}

bool is_utf8(std::string_view t) {
  const auto* p = reinterpret_cast<const unsigned char*>(t.data());
  const auto* end = p + t.size();
  while (p < end) {
    if (*p == 0) return false;
    if (*p < 0x80) {
      ++p;
      continue;
    }
    const int more = *p >= 0xF0 ? 3 : *p >= 0xE0 ? 2 : *p >= 0xC2 ? 1 : -1;
    if (more < 0 || *p > 0xF4 || end - p <= more) return false;
    std::uint32_t cp = *p & (0x3Fu >> more);
    for (int i = 1; i <= more; ++i) {
      if ((p[i] & 0xC0) != 0x80) return false;
      cp = (cp << 6) | (p[i] & 0x3Fu);
    }
    if ((more == 2 && cp < 0x800) || (more == 3 && cp < 0x10000) || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
      return false;
    p += more + 1;
  }
  return true;
}

}  // namespace inzicht
