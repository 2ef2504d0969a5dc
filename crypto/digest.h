// SHA-256, plain and over labelled pieces.
// Source: docs/formats.md §0 (H is SHA-256).
#pragma once
#include <initializer_list>

#include "crypto/bytes.h"

namespace inzicht::crypto {

// Must be called once before anything else in this folder; safe to call again, from any thread. Aborts on failure.
void init();

Digest sha256(Bytes bytes);
// The digest of the pieces one after another, without joining them first.
Digest sha256(std::initializer_list<Bytes> pieces);

// SHA-256 over pieces that come one at a time (files, manifests).
class Sha256Stream {
 public:
  Sha256Stream();
  void update(Bytes bytes);
  Digest finish();  // Requires: not finished before.

 private:
  alignas(16) std::array<std::uint8_t, 128> state_{};  // crypto_hash_sha256_state; size asserted in the .cpp
};

// Fills the span with random bytes from the system.
void random_bytes(std::span<std::uint8_t> out);
template <std::size_t N>
std::array<std::uint8_t, N> random_array() {
  std::array<std::uint8_t, N> out{};
  random_bytes(out);
  return out;
}

// True when equal; takes the same time for every content of the same length.
bool equal_constant_time(Bytes a, Bytes b);

}  // namespace inzicht::crypto
