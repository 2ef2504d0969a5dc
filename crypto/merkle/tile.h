// C2SP tlog-tiles: where hashes of a tree stand in files, and the entry bundles beside them.
//
// Shape:  a tile has height 8: up to 256 hashes of level 8*l, 32 bytes each. Full ones never change; a partial one of
//         width w has path suffix ".p/<w>". An entry bundle holds up to 256 leaves, each u16 length || leaf.
// Source: c2sp.org/tlog-tiles.
#pragma once
#include <optional>
#include <string>

#include "crypto/bytes.h"
#include "crypto/merkle/tree.h"

namespace inzicht::crypto {

inline constexpr unsigned tile_height = 8;
inline constexpr std::uint64_t tile_width = 256;

struct TileId {
  unsigned level = 0;         // 0..5; entry bundles have none of their own
  std::uint64_t index = 0;
  std::uint32_t width = 256;  // 1..256
  bool entries = false;       // tile/entries/... instead of tile/<level>/...
  bool operator==(const TileId&) const = default;
};

// "tile/0/x001/x234/067" or "tile/entries/000.p/12"
std::string tile_path(const TileId& tile);
std::optional<TileId> parse_tile_path(std::string_view path);  // strict: only what tile_path writes

// The tiles that a tree of `size` consists of (hash tiles of every level, and entry bundles), partial ones last of their level.
std::vector<TileId> tiles_of(std::uint64_t size);
// The tiles that are new or changed between two sizes.
std::vector<TileId> new_tiles(std::uint64_t from, std::uint64_t to);
// Which tile, and which hash in it, gives node (level, index) of a tree of `size`; inner nodes of a tile are computed from it.
std::optional<Digest> node_from_tile(std::span<const Digest> tile, unsigned level_in_tile, std::uint64_t index_in_level);

Buffer entry_bundle(std::span<const Buffer> leaves);
std::optional<std::vector<Buffer>> parse_entry_bundle(Bytes bundle);  // strict: nothing after the last entry, at most 256

}  // namespace inzicht::crypto
