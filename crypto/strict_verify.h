// The rule for Ed25519 signatures, step by step, without the library's own check of signatures.
// Source: docs/formats.md §2 (a signature counts only if ...); RFC 8032 §5.1.7.
#pragma once
#include "crypto/bytes.h"

namespace inzicht::crypto {

[[nodiscard]] bool verify_strictly(const PublicKey& key, Bytes message, const Signature& signature);

}  // namespace inzicht::crypto
