// What the text of a note and the names in it may contain, and numbers as they are written in one.
// Source: c2sp.org/signed-note; docs/formats.md §6 (decimal without leading zeros).
#pragma once
#include <optional>
#include <string_view>

#include "crypto/bytes.h"

namespace inzicht::crypto {

// Valid UTF-8 without control characters but newline.
bool is_note_text(std::string_view text);
std::optional<std::uint64_t> parse_decimal(std::string_view text);
// Exactly eight lower case digits.
std::optional<std::uint32_t> parse_hex32(std::string_view text);

}  // namespace inzicht::crypto
