// The growing right edge of the tree: the hashes of the tiles that are not full yet, per level, and the frontier.
//
// Shape:   level l holds the last (size >> 8l) mod 256 hashes of tree level 8l.
// Threads: one at a time.
#pragma once
#include <optional>

#include "crypto/merkle/tile.h"
#include "crypto/merkle/tree.h"
#include "ledger/base/ids.h"

namespace inzicht {

// Where a node's hashes stand: which tile of which level, and which node inside that tile.
struct TilePlace {
  unsigned level = 0;
  std::uint64_t tile = 0;
  unsigned level_in_tile = 0;
  std::uint64_t index_in_level = 0;
};
// nullopt when a tree of this size has no such full subtree.
std::optional<TilePlace> tile_place(std::uint64_t size, unsigned level, std::uint64_t index);

class TreeEdge {
 public:
  struct FullTile {
    unsigned level = 0;
    std::uint64_t index = 0;
    std::vector<Digest> hashes;
  };

  // Adds a leaf hash; tiles that become full by it, of any level, are added to `full`.
  void append(const Digest& leaf_hash, std::vector<FullTile>& full);

  std::uint64_t size() const { return size_; }
  crypto::Frontier frontier() const;
  // Whether the node's tile is still at the edge, and its hash if so.
  bool holds(const TilePlace& place) const { return place.tile == (size_ >> (8 * place.level)) / crypto::tile_width; }
  std::optional<Digest> node(const TilePlace& place) const;

  // The edge of a tree of this size; `partial` gives the hashes per level from 0. nullopt when their numbers do not fit.
  static std::optional<TreeEdge> restore(std::uint64_t size, const std::vector<std::vector<Digest>>& partial);

 private:
  struct Level {
    std::vector<Digest> hashes;
    crypto::Frontier nodes;  // over the hashes, so that a full tile's root costs nothing extra
  };
  void append_at(std::size_t level, const Digest& hash, std::vector<FullTile>& full);

  std::uint64_t size_ = 0;
  std::vector<Level> levels_;
};

}  // namespace inzicht
