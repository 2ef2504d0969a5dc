// A file of named secrets under a passphrase (Argon2id, then XChaCha20-Poly1305). Bytes in, bytes out: reading and
// writing the file is the caller's.
//
// Shape: "inzicht-keyring/1\n", then u8 kdf (0x01 = Argon2id13) | u32 passes | u32 memory KiB | salt 16 | nonce 24 | sealed entries.
//        Entries: u16 count, then per entry u8 length, name, u32 length, bytes; ascending by name; nothing after the last.
//        Names are 1 to 255 bytes. Associated data of the sealed entries: everything before the nonce.
// Errors: open answers nullopt both for a wrong passphrase and for a damaged file: they cannot be told apart.
// Limits: passes 1..16, memory 8 MiB..1 GiB on reading; file at most 16 MiB; 65,535 entries.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "crypto/bytes.h"
#include "crypto/secret.h"

namespace inzicht::crypto {

struct KdfCost {
  std::uint32_t passes = 3;
  std::uint32_t memory_kib = 64 * 1024;
};
// What tests use: as weak as the format allows, so that they are quick.
inline constexpr KdfCost kdf_cost_min{1, 8 * 1024};

using KeyringEntries = std::map<std::string, Secret, std::less<>>;

Buffer keyring_seal(const KeyringEntries& entries, const Secret& passphrase, KdfCost cost = {});
std::optional<KeyringEntries> keyring_open(Bytes file, const Secret& passphrase);
// What the passphrase of this file costs; nullopt for what is no keyring file, or costs more than is allowed.
std::optional<KdfCost> keyring_cost(Bytes file);
// Whether the bytes look like a keyring file at all, so that "not a keyring" and "wrong passphrase" are two messages.
bool is_keyring(Bytes file);

}  // namespace inzicht::crypto
