// The bytes of one event as the log keeps them, and their stored form.
//
// Shape:  event record: u8 form (1 whole, 2 purged) | u32 length, leaf | u32 length, header | u32 length, signature block
//         | u32 length, admission; a purged record has the leaf only.
//         parts record: u16 count, then per part u8 state (1 present, 2 erased) | u32 length, part key | u32 length, sealed part.
//         An erased part is its state byte alone. A part of class list is stored unsealed: u8 0x00 || salt 32 || plain part, no part key.
// Errors: decoding answers corruption with the index left to the caller. Nothing may follow the last field.
// Source: docs/formats.md §3, §4; docs/data_directory.md.
#pragma once
#include "ledger/base/error.h"
#include "ledger/base/ids.h"

namespace inzicht {

struct StoredPart {
  bool erased = false;
  Buffer part_key;  // subject key id 16 || u32 generation || nonce 24 || sealed part key; empty for class list
  Buffer sealed;    // u8 suite || ...; its hash stands in the admission
};
struct EventRecord {
  Buffer leaf;
  Buffer header;      // empty when purged
  Buffer signatures;  // signature block
  Buffer admission;
  bool purged = false;
};
// The same without owning: for scans that look at every event once. Valid until the scan moves on.
struct EventView {
  std::uint64_t index = 0;
  Bytes leaf, header, signatures, admission;
  bool purged = false;
};

Buffer encode_event(const EventRecord& record);
Result<EventRecord> decode_event(Bytes stored);
Result<EventView> view_event(Bytes stored);
Buffer encode_parts(std::span<const StoredPart> parts);
Result<std::vector<StoredPart>> decode_parts(Bytes stored);

}  // namespace inzicht
