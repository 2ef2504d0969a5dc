#include "crypto/library_probe.h"

#include <sodium.h>

#include <array>

#include "crypto/bytes.h"

namespace inzicht::crypto {
namespace {

// A point of order 8.
constexpr std::array<std::uint8_t, 32> torsion{0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
                                               0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a};
constexpr std::array<std::uint8_t, 4> message{'p', 'r', 'o', 'b'};

// S·B = R + h·A holds for the honest R; the signature carries R + torsion, and h is over that.
bool make_probe(PublicKey& key, Signature& signature) {
  std::array<std::uint8_t, 32> a{}, r{}, honest{}, shown{}, h{}, s{};
  crypto_core_ed25519_scalar_random(a.data());
  crypto_core_ed25519_scalar_random(r.data());
  if (crypto_scalarmult_ed25519_base_noclamp(key.data(), a.data()) != 0) return false;
  if (crypto_scalarmult_ed25519_base_noclamp(honest.data(), r.data()) != 0) return false;
  if (crypto_core_ed25519_add(shown.data(), honest.data(), torsion.data()) != 0) return false;
  std::array<std::uint8_t, 64> wide{};
  crypto_hash_sha512_state state;
  crypto_hash_sha512_init(&state);
  crypto_hash_sha512_update(&state, shown.data(), shown.size());
  crypto_hash_sha512_update(&state, key.data(), key.size());
  crypto_hash_sha512_update(&state, message.data(), message.size());
  crypto_hash_sha512_final(&state, wide.data());
  crypto_core_ed25519_scalar_reduce(h.data(), wide.data());
  crypto_core_ed25519_scalar_mul(s.data(), h.data(), a.data());
  crypto_core_ed25519_scalar_add(s.data(), s.data(), r.data());
  std::copy(shown.begin(), shown.end(), signature.begin());
  std::copy(s.begin(), s.end(), signature.begin() + 32);
  return true;
}

bool probe() {
  PublicKey key{};
  Signature signature{};
  if (!make_probe(key, signature)) return false;
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) != 0;
}

}  // namespace

bool library_checks_without_cofactor() {
  // Only 1.0.18 (library version 10.3) was read line by line; any other gets our own check as well.
  static const bool exact = sodium_library_version_major() == 10 && sodium_library_version_minor() == 3 && probe();
  return exact;
}

}  // namespace inzicht::crypto
