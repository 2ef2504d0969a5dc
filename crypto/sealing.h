// XChaCha20-Poly1305-IETF under a nonce chosen by the caller. Files are sealed in pieces: see sealed_stream.h.
//
// The cipher does not commit to its key: whoever opens a part checks the commitment as well (docs/formats.md §3).
#pragma once
#include <optional>

#include "crypto/bytes.h"
#include "crypto/secret.h"

namespace inzicht::crypto {

inline constexpr std::size_t seal_key_bytes = 32;
inline constexpr std::size_t seal_nonce_bytes = 24;
inline constexpr std::size_t seal_tag_bytes = 16;
using Nonce = std::array<std::uint8_t, seal_nonce_bytes>;

// nonce 24 || ciphertext || tag 16. The nonce is an input so that an ordered batch can be applied twice alike.
// Requires: key is 32 bytes.
Buffer seal(const Secret& key, const Nonce& nonce, Bytes plain, Bytes associated);
// nullopt when anything differs.
std::optional<Buffer> open(const Secret& key, Bytes sealed, Bytes associated);
// The same into locked memory, for keys that are sealed under keys.
std::optional<Secret> open_secret(const Secret& key, Bytes sealed, Bytes associated);

}  // namespace inzicht::crypto
