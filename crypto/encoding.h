// Base64 (RFC 4648 §4, padded, strict) and hexadecimal.
// Errors: decoding answers nullopt for anything that encoding would not have produced byte for byte.
#pragma once
#include <optional>
#include <string>

#include "crypto/bytes.h"

namespace inzicht::crypto {

std::string base64(Bytes bytes);
std::optional<Buffer> base64_decode(std::string_view text);
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> base64_decode_array(std::string_view text) {
  auto decoded = base64_decode(text);
  if (!decoded || decoded->size() != N) return std::nullopt;
  std::array<std::uint8_t, N> out{};
  for (std::size_t i = 0; i < N; ++i) out[i] = (*decoded)[i];
  return out;
}
std::string hex(Bytes bytes);
std::optional<Buffer> hex_decode(std::string_view text);  // lower case only

}  // namespace inzicht::crypto
