#include "crypto/encoding.h"

#include <sodium.h>

namespace inzicht::crypto {

std::string base64(Bytes bytes) {
  std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // the NUL that sodium writes
  return out;
}

std::optional<Buffer> base64_decode(std::string_view text) {
  Buffer out(text.size() / 4 * 3 + 1);  // never empty: the library wants an address
  std::size_t length = 0;
  if (sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0) {
    return std::nullopt;
  }
  out.resize(length);
  // Writing it again is what makes the check independent of how strict the library's reader is.
  if (base64(out) != text) return std::nullopt;
  return out;
}

std::string hex(Bytes bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

std::optional<Buffer> hex_decode(std::string_view text) {
  Buffer out(text.size() / 2 + 1);
  std::size_t length = 0;
  if (sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0) {
    return std::nullopt;
  }
  out.resize(length);
  if (hex(out) != text) return std::nullopt;  // upper case
  return out;
}

}  // namespace inzicht::crypto
