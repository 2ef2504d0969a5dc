#include "ledger/log/tree_edge.h"

#include <utility>

#include "ledger/base/assert.h"

namespace inzicht {

using crypto::tile_height;
using crypto::tile_width;

std::optional<TilePlace> tile_place(std::uint64_t size, unsigned level, std::uint64_t index) {
  if (level >= 64 || index >= size >> level) return std::nullopt;
  TilePlace place{level / tile_height, 0, level % tile_height, 0};
  const std::uint64_t nodes_per_tile = tile_width >> place.level_in_tile;
  place.tile = index / nodes_per_tile;
  place.index_in_level = index % nodes_per_tile;
  return place;
}

void TreeEdge::append(const Digest& leaf_hash, std::vector<FullTile>& full) {
  append_at(0, leaf_hash, full);
  ++size_;
}

void TreeEdge::append_at(std::size_t level, const Digest& hash, std::vector<FullTile>& full) {
  if (level == levels_.size()) levels_.emplace_back();
  Level& at = levels_[level];
  at.hashes.push_back(hash);
  at.nodes.append(hash);
  if (at.hashes.size() < tile_width) return;
  const auto number = static_cast<unsigned>(level);
  full.push_back({number, size_ >> (tile_height * (number + 1)), std::exchange(at.hashes, {})});
  const Digest root = std::exchange(at.nodes, {}).root();
  append_at(level + 1, root, full);
}

crypto::Frontier TreeEdge::frontier() const {
  std::vector<Digest> nodes;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    nodes.insert(nodes.end(), level->nodes.nodes().begin(), level->nodes.nodes().end());
  }
  auto frontier = crypto::Frontier::restore(size_, std::move(nodes));
  INZICHT_ASSERT(frontier.has_value());
  return std::move(*frontier);
}

std::optional<Digest> TreeEdge::node(const TilePlace& place) const {
  if (place.level >= levels_.size()) return std::nullopt;
  return crypto::node_from_tile(levels_[place.level].hashes, place.level_in_tile, place.index_in_level);
}

std::optional<TreeEdge> TreeEdge::restore(std::uint64_t size, const std::vector<std::vector<Digest>>& partial) {
  TreeEdge edge;
  edge.size_ = size;
  for (std::size_t level = 0; level < 8; ++level) {
    const std::uint64_t expected = (size >> (tile_height * level)) % tile_width;
    const std::uint64_t given = level < partial.size() ? partial[level].size() : 0;
    if (given != expected) return std::nullopt;
    if (size >> (tile_height * level) == 0) break;
    Level& at = edge.levels_.emplace_back();
    at.hashes = partial[level];
    for (const auto& hash : at.hashes) at.nodes.append(hash);
  }
  return edge;
}

}  // namespace inzicht
