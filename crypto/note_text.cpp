#include "crypto/note_text.h"

#include <charconv>

#include "crypto/encoding.h"
#include "crypto/note.h"

namespace inzicht::crypto {
namespace {

// Takes one code point off the front; nullopt when the front is not the shortest UTF-8 of a scalar value.
std::optional<char32_t> take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return std::nullopt;
  char32_t point = length == 1 ? lead : lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return std::nullopt;
    point = point << 6 | (byte(i) & 0x3fU);
  }
  const bool too_long = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xd800 && point <= 0xdfff;
  if (too_long || surrogate || point > 0x10ffff) return std::nullopt;
  text.remove_prefix(length);
  return point;
}

// True when the text is UTF-8 and every code point is allowed.
template <typename Allowed>
bool all_code_points(std::string_view text, Allowed allowed) {
  while (!text.empty()) {
    const auto point = take_code_point(text);
    if (!point || !allowed(*point)) return false;
  }
  return true;
}

// White_Space of Unicode beyond the control characters.
bool is_space(char32_t c) {
  return c == 0x20 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
         c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

}  // namespace

bool is_note_text(std::string_view text) {
  return all_code_points(text, [](char32_t c) { return c >= 0x20 || c == '\n'; });
}

bool is_note_name(std::string_view name) {
  return !name.empty() &&
         all_code_points(name, [](char32_t c) { return !is_control(c) && !is_space(c) && c != '+'; });
}

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  return value;
}

std::optional<std::uint32_t> parse_hex32(std::string_view text) {
  const auto bytes = hex_decode(text);
  if (!bytes || bytes->size() != 4) return std::nullopt;
  std::uint32_t value = 0;
  for (const std::uint8_t byte : *bytes) value = value << 8 | byte;
  return value;
}

}  // namespace inzicht::crypto
