#include "crypto/signer.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/digest.h"
#include "crypto/must.h"
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

Digest key_id(std::uint8_t algorithm, const PublicKey& key) {
  return sha256({bytes_of("inzicht/v1/key\n"), Bytes(&algorithm, 1), key});
}

bool is_acceptable_key(const PublicKey& key) {
  return is_canonical_point(key) && prime_part(key) == key &&
         crypto_core_ed25519_is_valid_point(key.data()) == 1;
}

Signer Signer::generate() { return *from_seed(Secret::random(crypto_sign_SEEDBYTES).view()); }

std::optional<Signer> Signer::from_seed(Bytes seed32) {
  if (seed32.size() != crypto_sign_SEEDBYTES) return std::nullopt;
  Signer out;
  out.secret_ = Secret(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(out.public_.data(), out.secret_.mutable_view().data(), seed32.data());
  return out;
}

Signature Signer::sign(Bytes message) const {
  must(!secret_.empty(), "a signer that was moved from cannot sign");
  Signature out{};
  crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), secret_.view().data());
  return out;
}

Bytes Signer::seed() const { return secret_.view().first(crypto_sign_SEEDBYTES); }

Signer Signer::clone() const {
  Signer out;
  out.secret_ = secret_.clone();
  out.public_ = public_;
  return out;
}

bool verify(const PublicKey& key, Bytes message, const Signature& signature) {
  // The library's check first: quick to refuse, and a second opinion on everything below.
  if (crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) != 0)
    return false;
  Point r{};
  Scalar s{};
  std::copy_n(signature.begin(), r.size(), r.begin());
  std::copy_n(signature.begin() + 32, s.size(), s.begin());
  if (!is_canonical_scalar(s) || !is_canonical_point(key) || !is_canonical_point(r)) return false;
  if (has_small_order(r)) return false;
  return recompute_r(s, challenge(r, key, message), key) == r;
}

}  // namespace inzicht::crypto
