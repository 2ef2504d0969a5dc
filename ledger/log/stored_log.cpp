#include "ledger/log/stored_log.h"

#include <rocksdb/write_batch.h>

#include "ledger/base/assert.h"
#include "ledger/log/append_check.h"
#include "ledger/log/key_layout.h"

namespace inzicht::rocks {
namespace {

// A checksum on each entry from here to the memtable: memory is not trusted between the two.
constexpr std::size_t protection_bytes = 8;

class Group {
 public:
  Group(const Store& store, std::uint64_t size_hint) : store_(store), batch_(size_hint, 0, protection_bytes, 0) {}

  void put(Family family, Bytes key, Bytes value) {
    // Fails only for a batch over its size bound, and there is none.
    const auto status = batch_.Put(store_.family(family), slice_of(key), slice_of(value));
    INZICHT_ASSERT(status.ok());
  }
  void put_event(std::uint64_t index, const NewEvent& event) {
    const Buffer key = layout::number_key(index);
    put(Family::event, key, encode_event(event.record));
    if (!event.parts.empty()) put(Family::parts, key, encode_parts(event.parts));
    if (!event.event.is_zero()) put(Family::id, event.event.bytes, layout::place_value(index, event.header_hash));
    for (const auto& position : event.positions) {
      put(Family::position, layout::position_key(position.list, position.n), layout::place_value(index, position.chain));
    }
  }
  rocksdb::WriteBatch& batch() { return batch_; }

 private:
  const Store& store_;
  rocksdb::WriteBatch batch_;
};

std::size_t bytes_of_group(std::span<const NewEvent> events) {
  std::size_t bytes = 0;
  for (const auto& event : events) {
    bytes += 512 + event.record.leaf.size() + event.record.header.size() + event.record.signatures.size() + event.record.admission.size();
    for (const auto& part : event.parts) bytes += part.part_key.size() + part.sealed.size();
  }
  return bytes;
}

}  // namespace

Status StoredLog::append(std::span<const NewEvent> events) {
  INZICHT_ASSERT(!events.empty());
  INZICHT_CHECK(check_group(events));
  auto edge = std::make_shared<TreeEdge>(*this->edge());
  Group group(*store_, bytes_of_group(events));
  std::vector<TreeEdge::FullTile> full;
  for (const auto& event : events) {
    group.put_event(edge->size(), event);
    edge->append(crypto::leaf_hash(event.record.leaf), full);
  }
  for (const auto& tile : full) group.put(Family::tile, layout::tile_key(tile.level, tile.index), layout::tile_value(tile.hashes));
  INZICHT_CHECK(store_->write(group.batch(), "append"));
  const std::lock_guard lock(edge_mutex_);
  edge_ = std::move(edge);
  return {};
}

Status StoredLog::keep_checkpoint(std::uint64_t size, std::string_view note) {
  if (size > this->size()) return fail(ErrorCode::bad_input, "checkpoint: of more events than there are");
  const std::lock_guard lock(checkpoint_mutex_);
  const Buffer key = layout::number_key(size);
  INZICHT_TRY(kept, store_->get(Family::checkpoint, key, "checkpoint"));
  const std::string kept_text = kept ? std::string(kept->begin(), kept->end()) : std::string{};
  INZICHT_TRY(merged, merge_notes(kept_text, note));
  if (merged == kept_text) return {};
  Group group(*store_, merged.size() + 64);
  group.put(Family::checkpoint, key, crypto::bytes_of(merged));
  return store_->write(group.batch(), "checkpoint");
}

Status StoredLog::put_cache(std::string_view name, Bytes bytes) {
  INZICHT_CHECK(check_cache_name(name));
  Group group(*store_, bytes.size() + 64);
  group.put(Family::cache, crypto::bytes_of(name), bytes);
  // Synced like everything else: an unsynced end of the write-ahead log would be torn by a power failure.
  return store_->write(group.batch(), "cache");
}

void StoredLog::latch(std::string why) { store_->faults().latch(why); }

}  // namespace inzicht::rocks
