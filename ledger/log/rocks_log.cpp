#include "ledger/log/rocks_log.h"

#include <rocksdb/iterator.h>

#include "ledger/log/key_layout.h"
#include "ledger/log/stored_log.h"

namespace inzicht {
namespace rocks {
namespace {

using crypto::tile_height;
using crypto::tile_width;

constexpr unsigned levels_max = 64 / tile_height;

std::unexpected<Error> broken(std::string text) { return fail(ErrorCode::corruption, "open: " + std::move(text)); }

// The rows a recovery looks at; every method answers corruption for what does not read.
class Rows {
 public:
  explicit Rows(const Store& store) : store_(store) {}

  Result<std::uint64_t> size() const {
    const auto at = iterate(Family::event);
    at->SeekToFirst();
    if (!at->status().ok()) return std::unexpected(error_of(at->status(), "open"));
    if (!at->Valid()) return 0;
    if (at->key() != slice_of(layout::number_key(0))) return broken("the first event is missing");
    at->SeekToLast();
    if (!at->status().ok()) return std::unexpected(error_of(at->status(), "open"));
    if (at->key().size() != layout::number_size) return broken("the last event has a key that is no index");
    return layout::number_of(rocks::bytes_of(at->key())) + 1;
  }

  // The number of full tiles of a level, by its last key.
  Result<std::uint64_t> tiles(unsigned level) const {
    const auto at = iterate(Family::tile);
    at->SeekForPrev(slice_of(layout::tile_key(level, ~std::uint64_t{0})));
    if (!at->status().ok()) return std::unexpected(error_of(at->status(), "open"));
    if (!at->Valid() || static_cast<std::uint8_t>(at->key()[0]) != level) return 0;
    if (at->key().size() != layout::tile_key_size) return broken("a tile has a key of the wrong length");
    return layout::number_of(rocks::bytes_of(at->key()).subspan(1)) + 1;
  }

  Result<std::vector<Digest>> tile(unsigned level, std::uint64_t index) const {
    INZICHT_TRY(stored, store_.get(Family::tile, layout::tile_key(level, index), "open"));
    auto hashes = stored ? layout::parse_tile(*stored) : std::nullopt;
    if (!hashes) return broken("a tile is missing or of the wrong length (level=" + std::to_string(level) + " tile=" + std::to_string(index) + ")");
    return std::move(*hashes);
  }

  Result<Digest> leaf_hash(std::uint64_t index) const {
    INZICHT_TRY(stored, store_.get(Family::event, layout::number_key(index), "open"));
    if (!stored) return broken("an event is missing (index=" + std::to_string(index) + ")");
    INZICHT_TRY(view, view_event(*stored));
    return crypto::leaf_hash(view.leaf);
  }

  // The last number of a family whose keys are numbers; nullopt when it is empty.
  Result<std::optional<std::uint64_t>> last_number(Family family) const {
    const auto at = iterate(family);
    at->SeekToLast();
    if (!at->status().ok()) return std::unexpected(error_of(at->status(), "open"));
    if (!at->Valid()) return std::nullopt;
    if (at->key().size() != layout::number_size) return broken("a key is no number");
    return layout::number_of(rocks::bytes_of(at->key()));
  }

 private:
  std::unique_ptr<rocksdb::Iterator> iterate(Family family) const {
    return std::unique_ptr<rocksdb::Iterator>(store_.db().NewIterator(point_reads(), store_.family(family)));
  }
  const Store& store_;
};

// Each level must have exactly the full tiles of this size, and the last of them must end in the last event it covers.
Status check_tiles(const Rows& rows, std::uint64_t size) {
  for (unsigned level = 0; level < levels_max; ++level) {
    const unsigned shift = tile_height * (level + 1);
    const std::uint64_t expected = shift < 64 ? size >> shift : 0;
    INZICHT_TRY(found, rows.tiles(level));
    if (found != expected) {
      return broken("expected " + std::to_string(expected) + " tiles of level " + std::to_string(level) + ", found " + std::to_string(found));
    }
  }
  if (size < tile_width) return {};
  INZICHT_TRY(last, rows.tile(0, size / tile_width - 1));
  INZICHT_TRY(covered, rows.leaf_hash(size / tile_width * tile_width - 1));
  if (last.back() != covered) return broken("the last full tile is not that of its events");
  return {};
}

// What stands at places that a cut tail would leave behind.
Status check_ends(const Rows& rows, std::uint64_t size) {
  INZICHT_TRY(checkpoint, rows.last_number(Family::checkpoint));
  if (checkpoint.value_or(0) > size) {
    return broken("a checkpoint of " + std::to_string(*checkpoint) + " events is kept, but there are only " + std::to_string(size));
  }
  INZICHT_TRY(parts, rows.last_number(Family::parts));
  if (parts && *parts >= size) return broken("there are parts beyond the last event (index=" + std::to_string(*parts) + ")");
  return {};
}

}  // namespace

Result<TreeEdge> recover_edge(const Store& store) {
  const Rows rows(store);
  INZICHT_TRY(size, rows.size());
  INZICHT_CHECK(check_tiles(rows, size));
  INZICHT_CHECK(check_ends(rows, size));
  std::vector<std::vector<Digest>> partial(1);
  for (auto index = size / tile_width * tile_width; index < size; ++index) {
    INZICHT_TRY(hash, rows.leaf_hash(index));
    partial[0].push_back(hash);
  }
  for (unsigned level = 1; size >> (tile_height * level) > 0; ++level) {
    const std::uint64_t count = size >> (tile_height * level);
    auto& hashes = partial.emplace_back();
    for (auto index = count / tile_width * tile_width; index < count; ++index) {
      INZICHT_TRY(below, rows.tile(level - 1, index));
      hashes.push_back(crypto::root_of(below));
    }
  }
  auto edge = TreeEdge::restore(size, partial);
  if (!edge) return broken("the edge of the tree does not fit its size");
  return std::move(*edge);
}

Result<std::unique_ptr<Log>> make_log(std::unique_ptr<Store> store) {
  INZICHT_TRY(edge, recover_edge(*store));
  return std::make_unique<StoredLog>(std::move(store), std::move(edge));
}

}  // namespace rocks

Result<std::unique_ptr<Log>> RocksLog::create(const std::filesystem::path& folder) {
  INZICHT_TRY(store, rocks::Store::create(folder, rocksdb::Env::Default()));
  return rocks::make_log(std::move(store));
}

Result<std::unique_ptr<Log>> RocksLog::open(const std::filesystem::path& folder, OpenMode mode) {
  INZICHT_TRY(store, rocks::Store::open(folder, mode, rocksdb::Env::Default()));
  return rocks::make_log(std::move(store));
}

}  // namespace inzicht
