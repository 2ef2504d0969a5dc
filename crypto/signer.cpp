#include "crypto/signer.h"

#include <sodium.h>

#include "crypto/digest.h"
#include "crypto/library_probe.h"
#include "crypto/must.h"
#include "crypto/point.h"
#include "crypto/strict_verify.h"

namespace inzicht::crypto {

Digest key_id(std::uint8_t algorithm, const PublicKey& key) {
  return sha256({bytes_of("inzicht/v1/key\n"), Bytes(&algorithm, 1), key});
}

bool is_acceptable_key(const PublicKey& key) {
  return is_prime_order_point(key) && crypto_core_ed25519_is_valid_point(key.data()) == 1;
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
  // Our own check costs as much again: only where the library's is not known to be exact.
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0 &&
         (library_checks_without_cofactor() || verify_strictly(key, message, signature));
}

}  // namespace inzicht::crypto
