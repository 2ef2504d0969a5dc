// Sealing and opening one part: padding, commitment, seal under a part key, and the checks when it is opened.
//
// Shape:   plain part: u32 length || message || zeros up to the Padmé size. Commitment:
//          H("inzicht/v1/part\n" || salt || plain part). Sealed: u8 suite 0x01 || nonce || XChaCha20-Poly1305(salt || plain part),
//          associated data "inzicht/v1/seal\n" || suite || event id || u16 part number || commitment. Class list: u8 0x00 || salt || plain part.
// Errors:  pad: limit. open: corruption when cipher, commitment, length or padding is wrong.
// Source:  docs/formats.md §3.
#pragma once
#include <optional>

#include "crypto/bytes.h"
#include "crypto/secret.h"
#include "ledger/base/error.h"
#include "ledger/base/ids.h"

namespace inzicht {

inline constexpr std::uint8_t suite_unsealed = 0x00;
inline constexpr std::uint8_t suite_xchacha = 0x01;

// The Padmé size of `length` bytes (4 + message).
std::uint64_t padme(std::uint64_t length);
Result<Buffer> pad_part(Bytes message);
// The message inside a plain part; nullopt when the length, the size or the padding is not what pad_part makes.
std::optional<Bytes> unpad_part(Bytes plain);
Digest part_commitment(const crypto::Salt& salt, Bytes plain);

struct OpenPart {
  crypto::Salt salt{};
  Buffer plain;
};
Buffer seal_part(const crypto::Secret& part_key, const EventId& event, std::uint16_t number, const Digest& commitment,
                 const OpenPart& part);
Buffer store_list_part(const OpenPart& part);  // class list: unsealed
// part_key is not used (may be empty) for an unsealed one. Checks the commitment.
Result<OpenPart> open_part(const crypto::Secret& part_key, const EventId& event, std::uint16_t number,
                           const Digest& commitment, Bytes sealed);

}  // namespace inzicht
