// The leaf of an event: hashes and tags only, so it may be published and is never deleted.
//
// Shape:   0x01 || header hash 32 || signatures hash 32 || recorded-at i64 µs || admission hash 32 || u8 t || t × tag 16;
//          exactly 106 + 16t bytes.
// Source:  docs/formats.md §4.
#pragma once
#include <optional>

#include "crypto/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/base/time.h"

namespace inzicht {

inline constexpr std::uint8_t leaf_type_event = 0x01;

struct Leaf {
  Digest header_hash{};
  Digest signatures_hash{};
  Micros recorded_at = 0;
  Digest admission_hash{};
  std::vector<crypto::Tag> tags;
};
Buffer encode_leaf(const Leaf& leaf);
enum class LeafKind { event, skipped, newer, malformed };
// Types 0x80 to 0xFF are counted and skipped; another unknown type is newer than this program.
LeafKind kind_of_leaf(Bytes leaf);
std::optional<Leaf> decode_leaf(Bytes leaf);  // nullopt unless LeafKind::event

}  // namespace inzicht
