#include "ledger/verify/history.h"

#include <algorithm>

#include "crypto/merkle/tile.h"
#include "ledger/base/assert.h"

namespace inzicht {
namespace {

constexpr std::size_t roots_max = 4096;

Digest root_of_run(const std::deque<Digest>& hashes, std::uint64_t from, std::uint64_t count) {
  std::vector<Digest> run(hashes.begin() + static_cast<std::ptrdiff_t>(from), hashes.begin() + static_cast<std::ptrdiff_t>(from + count));
  // Full subtrees only: halved level by level.
  for (; run.size() > 1; run.resize(run.size() / 2))
    for (std::size_t i = 0; i < run.size() / 2; ++i) run[i] = crypto::node_hash(run[2 * i], run[2 * i + 1]);
  return run.front();
}

}  // namespace

void History::append(const Digest& leaf_hash) {
  ++size_;
  levels_[0].push_back(leaf_hash);
  for (std::size_t level = 0; levels_[level].size() % crypto::tile_width == 0; ++level) {
    if (level + 1 == levels_.size()) levels_.emplace_back();
    levels_[level + 1].push_back(root_of_run(levels_[level], levels_[level].size() - crypto::tile_width, crypto::tile_width));
  }
}

void History::append_hole() {
  holes_.push_back(size_);
  append(Digest{});
}

bool History::has_hole(std::uint64_t from, std::uint64_t to) const {
  const auto at = std::ranges::lower_bound(holes_, from);
  return at != holes_.end() && *at < to;
}

std::optional<Digest> History::leaf(std::uint64_t index) const { return subtree(0, index); }

std::optional<Digest> History::subtree(unsigned level, std::uint64_t index) const {
  const unsigned shift = crypto::tile_height * level;
  if (has_hole(index << shift, (index + 1) << shift)) return std::nullopt;
  INZICHT_ASSERT(level < levels_.size() && index < levels_[level].size());
  return levels_[level][index];
}

std::optional<Digest> History::node(unsigned level, std::uint64_t index) const {
  const unsigned inside = level % crypto::tile_height;
  return root_of_run(levels_[level / crypto::tile_height], index << inside, std::uint64_t{1} << inside);
}

std::optional<Digest> History::root_at(std::uint64_t size) const {
  INZICHT_ASSERT(size <= size_);
  if (has_hole(0, size)) return std::nullopt;
  if (const auto known = roots_.find(size); known != roots_.end()) return known->second;
  const auto root = crypto::root_at(size, [this](unsigned level, std::uint64_t index) { return node(level, index); });
  INZICHT_ASSERT(root.has_value());
  if (roots_.size() >= roots_max) roots_.clear();
  roots_[size] = *root;
  return root;
}

}  // namespace inzicht
