// Stored tiles: all full ones of the tree, and nothing else.
#include <fmt/format.h>

#include <set>

#include "crypto/merkle/tile.h"
#include "ledger/verify/header_fields.h"
#include "ledger/verify/stored_bytes.h"
#include "ledger/verify/table_check.h"

namespace inzicht {
namespace {

using crypto::tile_height;
using crypto::tile_width;

class TileCheck {
 public:
  TileCheck(const History& history, Problems& problems) : history_(history), problems_(problems) {}

  void entry(Bytes key, Bytes value) {
    const auto tile = split_tile_key(key);
    if (!tile) return problems_.add(Problem::tile_mismatch, fmt::format("an entry that is none, key of {} bytes", key.size()));
    if (tile->index >= full_tiles(tile->level)) return problems_.add(Problem::tile_mismatch, fmt::format("tile {}/{}: the tree has no such full tile", tile->level, tile->index));
    seen_.emplace(tile->level, tile->index);
    if (value.size() != tile_width * 32) return wrong(*tile, 0, fmt::format("expected {} bytes, found {}", tile_width * 32, value.size()));
    for (std::uint64_t i = 0; i < tile_width; ++i) {
      const auto expected = history_.subtree(tile->level, tile->index * tile_width + i);
      const Bytes found = value.subspan(i * 32, 32);
      if (expected && !std::ranges::equal(*expected, found)) wrong(*tile, i, differ(*expected, found));
    }
  }
  void finish() {
    for (unsigned level = 0; full_tiles(level) > 0; ++level)
      for (std::uint64_t index = 0; index < full_tiles(level); ++index)
        if (!seen_.contains({level, index})) wrong({level, index}, 0, "not there");
  }

 private:
  std::uint64_t full_tiles(unsigned level) const {
    const unsigned shift = tile_height * (level + 1);
    return shift >= 64 ? 0 : history_.size() >> shift;
  }
  // Named by the first leaf that the hash covers.
  void wrong(const TileKey& tile, std::uint64_t i, std::string_view what) {
    const auto leaf = (tile.index * tile_width + i) << (tile_height * tile.level);
    problems_.add(leaf, Problem::tile_mismatch, fmt::format("tile {}/{}, hash {}: {}", tile.level, tile.index, i, what));
  }

  const History& history_;
  Problems& problems_;
  std::set<std::pair<unsigned, std::uint64_t>> seen_;
};

}  // namespace

void check_tiles(const RawLog& log, const Fold& fold, Problems& problems) {
  TileCheck check(fold.history(), problems);
  const auto scanned = log.scan_table(RawLog::Table::tiles, [&](Bytes key, Bytes value) { check.entry(key, value); });
  if (!scanned) problems.add(Problem::record_unreadable, "tiles: " + scanned.error().text);
  check.finish();
}

}  // namespace inzicht
