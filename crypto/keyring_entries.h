// The inside of a keyring file, once opened: entries to bytes and back.
// Shape: u16 count, then per entry u8 length, name, u32 length, bytes; ascending by name; nothing after the
// last.
#pragma once
#include "crypto/keyring_file.h"

namespace inzicht::crypto {

// Requires: at most 65,535 entries, names of 1 to 255 bytes, less than 16 MiB together.
Secret keyring_entries_write(const KeyringEntries& entries);
std::optional<KeyringEntries> keyring_entries_read(Bytes plain);

}  // namespace inzicht::crypto
