// Keys and values of the log's tables: the same bytes in RocksDB and in memory.
//
// Shape:  event, parts:  u64 index -> record
//         id:            event id 16 -> u64 index || header hash 32
//         position:      class byte || id 16 || u64 n -> u64 index || chain value 32
//         tile:          u8 level || u64 index -> 256 hashes of level 8 * level (full tiles only)
//         checkpoint:    u64 size -> signed note
//         Integers are big-endian, so that keys sort by number.
// Source: docs/data_directory.md.
#pragma once
#include <algorithm>
#include <optional>

#include "crypto/bytes.h"
#include "crypto/merkle/tile.h"
#include "ledger/log/log.h"

namespace inzicht::layout {

inline constexpr std::size_t number_size = 8;
inline constexpr std::size_t id_size = 16;
inline constexpr std::size_t list_size = 1 + id_size;
inline constexpr std::size_t position_size = list_size + number_size;
inline constexpr std::size_t tile_key_size = 1 + number_size;
inline constexpr std::size_t place_size = number_size + 32;  // of the values of id and position

inline Buffer number_key(std::uint64_t number) {
  Buffer key;
  key.reserve(number_size);
  crypto::append_u64(key, number);
  return key;
}
// Requires: at least 8 bytes.
inline std::uint64_t number_of(Bytes key) {
  std::uint64_t value = 0;
  for (std::uint8_t byte : key.first(number_size)) value = value << 8 | byte;
  return value;
}
inline Buffer list_key(const PositionList& list) {
  Buffer key;
  key.reserve(position_size);
  key.push_back(static_cast<std::uint8_t>(list.cls));
  crypto::append(key, list.id);
  return key;
}
inline Buffer position_key(const PositionList& list, std::uint64_t n) {
  Buffer key = list_key(list);
  crypto::append_u64(key, n);
  return key;
}
inline Buffer tile_key(unsigned level, std::uint64_t index) {
  Buffer key{static_cast<std::uint8_t>(level)};
  crypto::append_u64(key, index);
  return key;
}

// u64 index || 32 bytes: what stands under an event id (header hash) and under a position (chain value).
inline Buffer place_value(std::uint64_t index, const Digest& digest) {
  Buffer value = number_key(index);
  crypto::append(value, digest);
  return value;
}
inline std::optional<EventPlace> parse_place(Bytes value) {
  if (value.size() != place_size) return std::nullopt;
  EventPlace place{number_of(value), {}};
  std::ranges::copy(value.subspan(number_size), place.header_hash.begin());
  return place;
}
inline std::optional<Position> parse_position(Bytes key, Bytes value) {
  const auto place = parse_place(value);
  if (key.size() != position_size || !place) return std::nullopt;
  return Position{number_of(key.subspan(list_size)), place->index, place->header_hash};
}

inline Buffer tile_value(std::span<const Digest> hashes) {
  Buffer value;
  value.reserve(hashes.size() * 32);
  for (const auto& hash : hashes) crypto::append(value, hash);
  return value;
}
inline std::optional<std::vector<Digest>> parse_tile(Bytes value) {
  if (value.size() != crypto::tile_width * 32) return std::nullopt;
  std::vector<Digest> hashes(crypto::tile_width);
  for (std::size_t i = 0; i < hashes.size(); ++i) std::ranges::copy(value.subspan(i * 32, 32), hashes[i].begin());
  return hashes;
}

}  // namespace inzicht::layout
