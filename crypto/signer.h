// Ed25519: sign, check, and the key id of a key.
//
// A signature counts only if S < L, A and R are canonical and not of small order, and the equation holds without
// cofactor; R is recomputed and its bytes compared, whatever the linked libsodium's own check would accept.
// Source: docs/formats.md §1 (key id), §2 (signature block).
#pragma once
#include <optional>

#include "crypto/bytes.h"
#include "crypto/secret.h"

namespace inzicht::crypto {

inline constexpr std::uint8_t algorithm_ed25519 = 0x01;  // the algorithm byte on every key and signature

// H("inzicht/v1/key\n" || u8 algorithm || public key)
Digest key_id(std::uint8_t algorithm, const PublicKey& key);

// Whether a registry may accept the key: a canonical point of the prime-order group.
bool is_acceptable_key(const PublicKey& key);

class Signer {
 public:
  static Signer generate();
  static std::optional<Signer> from_seed(Bytes seed32);

  Signature sign(Bytes message) const;
  const PublicKey& public_key() const { return public_; }
  Digest id() const { return key_id(algorithm_ed25519, public_); }
  Bytes seed() const;  // 32 bytes of secret
  Signer clone() const;

 private:
  Secret secret_;  // libsodium's 64-byte secret key
  PublicKey public_{};
};

[[nodiscard]] bool verify(const PublicKey& key, Bytes message, const Signature& signature);

}  // namespace inzicht::crypto
