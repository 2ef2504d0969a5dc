#include "ledger/verify/receipt_text.h"

#include <charconv>

#include "crypto/encoding.h"

namespace inzicht {
namespace {

// A newline-terminated line off the front, without its newline.
std::optional<std::string_view> line_of(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

// Decimal without leading zeros.
std::optional<std::uint64_t> number_of(std::string_view line) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
  if (error != std::errc{} || std::to_string(value) != line) return std::nullopt;
  return value;
}

}  // namespace

std::optional<ReceiptLines> read_receipt_text(std::string_view text) {
  std::array<std::string_view, 5> lines;
  for (auto& line : lines) {
    const auto next = line_of(text);
    if (!next) return std::nullopt;
    line = *next;
  }
  if (!text.empty() || lines[0] != "inzicht/v1/receipt") return std::nullopt;
  const auto ledger = crypto::base64_decode_array<32>(lines[1]);
  const auto first = number_of(lines[2]);
  const auto count = number_of(lines[3]);
  const auto root = crypto::base64_decode_array<32>(lines[4]);
  if (!ledger || !first || !count || *count == 0 || !root) return std::nullopt;
  return ReceiptLines{*ledger, *first, *count, *root};
}

}  // namespace inzicht
