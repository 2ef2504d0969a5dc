#include "crypto/strict_verify.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/point.h"

namespace inzicht::crypto {
namespace {

// SHA-512(R || A || message) modulo L.
Scalar challenge(const Point& r, const PublicKey& key, Bytes message) {
  crypto_hash_sha512_state state;
  crypto_hash_sha512_init(&state);
  crypto_hash_sha512_update(&state, r.data(), r.size());
  crypto_hash_sha512_update(&state, key.data(), key.size());
  crypto_hash_sha512_update(&state, message.data(), message.size());
  std::array<std::uint8_t, 64> wide{};
  crypto_hash_sha512_final(&state, wide.data());
  Scalar out{};
  crypto_core_ed25519_scalar_reduce(out.data(), wide.data());
  return out;
}

}  // namespace

bool verify_strictly(const PublicKey& key, Bytes message, const Signature& signature) {
  Point r{};
  Scalar s{};
  std::copy_n(signature.begin(), r.size(), r.begin());
  std::copy_n(signature.begin() + 32, s.size(), s.begin());
  if (!is_canonical_scalar(s) || !is_canonical_point(key) || !is_canonical_point(r)) return false;
  if (has_small_order(key) || has_small_order(r)) return false;
  return recompute_r(s, challenge(r, key, message), key) == r;
}

}  // namespace inzicht::crypto
