// Bytes in and bytes out: the two shapes every function of this folder speaks.
//
// Shape:   Bytes is a view that must live until the call returns; Buffer owns. Digest is always 32 bytes of SHA-256.
// Errors:  none; functions answer bool or optional. Lack of randomness or locked memory aborts the program.
// Threads: everything here is safe from any thread unless a header says otherwise.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inzicht::crypto {

using Bytes = std::span<const std::uint8_t>;
using Buffer = std::vector<std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;
using Tag = std::array<std::uint8_t, 16>;
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
using Salt = std::array<std::uint8_t, 32>;

// The bytes of a text, without copying.
inline Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// Big-endian, as everything that is hashed or signed here.
inline void append_u16(Buffer& out, std::uint16_t v) {
  out.push_back(static_cast<std::uint8_t>(v >> 8));
  out.push_back(static_cast<std::uint8_t>(v));
}
inline void append_u32(Buffer& out, std::uint32_t v) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(v >> shift));
}
inline void append_u64(Buffer& out, std::uint64_t v) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(v >> shift));
}
inline void append(Buffer& out, Bytes more) { out.insert(out.end(), more.begin(), more.end()); }

}  // namespace inzicht::crypto
