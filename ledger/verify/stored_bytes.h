// Records and table entries as they lie, taken apart by this folder's own reading of docs/data_directory.md.
//
// Owns:    nothing; views live as long as the bytes they are taken from.
// Errors:  nullopt for what does not fit. Of an event record that does not add up, the fields before the damage are given,
//          so that one cut record does not hide its own leaf.
// Source:  docs/formats.md §3, §4; ledger/log/record.h and key_layout.h describe the same bytes.
#pragma once
#include <optional>
#include <vector>

#include "ledger/base/ids.h"

namespace inzicht {

struct EventBytes {
  bool whole = false;  // every length adds up to the record, and its form is known
  bool purged = false;
  std::optional<Bytes> leaf, header, signatures, admission;
};
EventBytes split_event(Bytes stored);

struct PartBytes {
  bool erased = false;
  Bytes part_key;
  Bytes sealed;
};
std::optional<std::vector<PartBytes>> split_parts(Bytes stored);

// The shape of a part key: subject key id 16 || u32 generation || nonce 24 || 32 + 16 sealed bytes. Hashed nowhere.
bool is_part_key(Bytes part_key);

std::uint64_t big_endian(Bytes bytes);  // Requires: at most 8 bytes.

// What stands under an event id (a header hash) and under a position (a chain value).
struct PlaceBytes {
  std::uint64_t index = 0;
  Digest digest{};
};
std::optional<PlaceBytes> split_place(Bytes value);

struct PositionKey {
  std::uint8_t cls = 0;
  std::array<std::uint8_t, 16> id{};
  std::uint64_t n = 0;
};
std::optional<PositionKey> split_position_key(Bytes key);

struct TileKey {
  unsigned level = 0;
  std::uint64_t index = 0;
};
std::optional<TileKey> split_tile_key(Bytes key);

}  // namespace inzicht
