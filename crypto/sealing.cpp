#include "crypto/sealing.h"

#include <sodium.h>

#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

static_assert(seal_key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(seal_nonce_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(seal_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

constexpr std::size_t overhead = seal_nonce_bytes + seal_tag_bytes;

bool decrypt(std::uint8_t* plain, const Secret& key, Bytes sealed, Bytes associated) {
  const Bytes body = sealed.subspan(seal_nonce_bytes);
  return crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, body.data(), body.size(),
                                                    associated.data(), associated.size(), sealed.data(),
                                                    key.view().data()) == 0;
}

}  // namespace

Buffer seal(const Secret& key, const Nonce& nonce, Bytes plain, Bytes associated) {
  must(key.size() == seal_key_bytes, "a sealing key is 32 bytes");
  Buffer out(nonce.begin(), nonce.end());
  out.resize(plain.size() + overhead);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + seal_nonce_bytes, nullptr, plain.data(),
                                             plain.size(), associated.data(), associated.size(), nullptr,
                                             nonce.data(), key.view().data());
  return out;
}

std::optional<Buffer> open(const Secret& key, Bytes sealed, Bytes associated) {
  must(key.size() == seal_key_bytes, "a sealing key is 32 bytes");
  if (sealed.size() < overhead) return std::nullopt;
  Buffer out(sealed.size() - overhead);
  if (!decrypt(out.data(), key, sealed, associated)) return std::nullopt;
  return out;
}

std::optional<Secret> open_secret(const Secret& key, Bytes sealed, Bytes associated) {
  must(key.size() == seal_key_bytes, "a sealing key is 32 bytes");
  if (sealed.size() < overhead) return std::nullopt;
  Secret out(sealed.size() - overhead);
  if (!decrypt(out.mutable_view().data(), key, sealed, associated)) return std::nullopt;
  return out;
}

}  // namespace inzicht::crypto
