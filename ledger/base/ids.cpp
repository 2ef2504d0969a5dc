#include "ledger/base/ids.h"

#include <algorithm>

namespace inzicht {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t symbols_of_id = 26;

// 130 bits hold 128: the number is written with two leading zero bits.
std::string symbols_of(Bytes id) {
  std::string out;
  unsigned bits = 2;  // leading zeros
  unsigned acc = 0;
  for (std::uint8_t byte : id) {
    acc = (acc << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out.push_back(alphabet[(acc >> bits) & 31]);
      acc &= (1u << bits) - 1;
    }
  }
  return out;
}

char check_symbol(Bytes id) {
  unsigned remainder = 0;
  for (std::uint8_t byte : id) remainder = (remainder * 256 + byte) % 31;
  return alphabet[remainder];
}

int value_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto at = alphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// Symbols of what was typed, without letter and dashes; nullopt on a foreign character.
std::optional<std::string> typed_symbols(char letter, std::string_view text) {
  if (text.size() >= 2 && text[1] == '-') {
    const char first = static_cast<char>(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0]);
    if (first != letter) return std::nullopt;
    text.remove_prefix(2);
  }
  std::string out;
  for (char c : text) {
    if (c == '-') continue;
    const int v = value_of(c);
    if (v < 0) return std::nullopt;
    out.push_back(alphabet[static_cast<std::size_t>(v)]);
  }
  return out;
}

}  // namespace

std::string id_text(char letter, Bytes id16) {
  const std::string symbols = symbols_of(id16) + check_symbol(id16);
  std::string out{letter};
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (i % 4 == 0) out.push_back('-');
    out.push_back(symbols[i]);
  }
  return out;
}

std::optional<std::array<std::uint8_t, 16>> parse_id_text(char letter, std::string_view text) {
  if (text.size() > 64) return std::nullopt;
  const auto symbols = typed_symbols(letter, text);
  if (!symbols || symbols->size() != symbols_of_id + 1) return std::nullopt;
  std::array<std::uint8_t, 16> id{};
  unsigned acc = 0;
  unsigned bits = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < symbols_of_id; ++i) {
    const auto v = static_cast<unsigned>(value_of((*symbols)[i]));
    if (i == 0) {
      if (v > 7) return std::nullopt;  // more than 128 bits
      acc = v;
      bits = 3;
      continue;
    }
    acc = (acc << 5) | v;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      id[at++] = static_cast<std::uint8_t>(acc >> bits);
      acc &= (1u << bits) - 1;
    }
  }
  if (check_symbol(id) != (*symbols)[symbols_of_id]) return std::nullopt;
  return id;
}

std::optional<IdPrefix> IdPrefix::parse(char letter, std::string_view text) {
  if (text.size() > 64) return std::nullopt;
  auto symbols = typed_symbols(letter, text);
  if (!symbols || symbols->size() < 6 || symbols->size() > symbols_of_id + 1) return std::nullopt;
  IdPrefix prefix;
  prefix.symbols_ = std::move(*symbols);
  return prefix;
}

bool IdPrefix::matches(Bytes id16) const {
  std::string all = symbols_of(id16);
  all.push_back(check_symbol(id16));
  return all.starts_with(symbols_);
}

std::string short_text(char letter, Bytes id16) {
  const std::string symbols = symbols_of(id16);
  const std::string tail = symbols.substr(symbols.size() - 8);
  return std::string{letter} + "-…" + tail.substr(0, 4) + "-" + tail.substr(4);
}

std::array<std::uint8_t, 16> uuid_v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random) {
  std::array<std::uint8_t, 16> id{};
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(unix_ms, 0));
  for (unsigned i = 0; i < 6; ++i) id[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  std::copy(random.begin(), random.end(), id.begin() + 6);
  id[6] = static_cast<std::uint8_t>(0x70 | (id[6] & 0x0F));
  id[8] = static_cast<std::uint8_t>(0x80 | (id[8] & 0x3F));
  return id;
}

}  // namespace inzicht
