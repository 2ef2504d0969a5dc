// Taking events out of the store (header, signatures, admission and parts go, the leaf stays), and words out
// of events.
#include <rocksdb/write_batch.h>

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/log/append_check.h"
#include "ledger/log/key_layout.h"
#include "ledger/log/stored_log.h"

namespace inzicht::rocks {
namespace {

constexpr std::size_t protection_bytes = 8;  // as in append

rocksdb::Status compact(const Store& store, Family family, std::uint64_t first, std::uint64_t last) {
  const Buffer from = layout::number_key(first), to = layout::number_key(last);
  const auto begin = slice_of(from), end = slice_of(to);
  rocksdb::CompactRangeOptions all;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;  // else the old bytes stay in the lowest files
  return store.db().CompactRange(all, store.family(family), &begin, &end);
}

}  // namespace

Status StoredLog::purge(std::span<const std::uint64_t> indexes) {
  if (indexes.empty()) return {};
  rocksdb::WriteBatch batch(4096, 0, protection_bytes, 0);
  const auto put = [this](rocksdb::WriteBatch& to, Family family, Bytes key, Bytes value) {
    const auto status = to.Put(store_->family(family), slice_of(key), slice_of(value));
    INZICHT_ASSERT(status.ok());  // fails only for a batch over its size bound, and there is none
  };
  bool changes = false;
  for (const auto index : indexes) {
    if (index >= size()) return fail(ErrorCode::bad_input, "purge: no event at this index (index=" + std::to_string(index) + ")");
    INZICHT_TRY(record, read(index));
    if (record.purged) continue;
    changes = true;
    const Buffer key = layout::number_key(index);
    const Buffer left = encode_event({std::move(record.leaf), {}, {}, {}, true});
    put(batch, Family::event, key, left);
    const auto removed = batch.Delete(store_->family(Family::parts), slice_of(key));
    INZICHT_ASSERT(removed.ok());
  }
  if (changes) {
    INZICHT_TRY(before, purges());
    const Buffer count = layout::number_key(before + 1);
    put(batch, Family::cache, crypto::bytes_of(purges_name), count);
    INZICHT_CHECK(store_->write(batch, "purge"));
  }
  // Also when nothing changed: a crash may have come between the write and this. Flushing retires the write-ahead log files too.
  const auto [first, last] = std::ranges::minmax(indexes);
  for (const auto family : {Family::event, Family::parts})
    if (const auto status = compact(*store_, family, first, last); !status.ok()) return std::unexpected(error_of(status, "purge"));
  return store_->flush("purge");
}

Status StoredLog::replace_parts(std::span<const PartsAt> events) {
  if (events.empty()) return {};
  rocksdb::WriteBatch batch(4096, 0, protection_bytes, 0);
  for (const auto& event : events) {
    INZICHT_CHECK(check_replaces(*this, event));
    const Buffer key = layout::number_key(event.index), value = encode_parts(event.parts);
    const auto status = batch.Put(store_->family(Family::parts), slice_of(key), slice_of(value));
    INZICHT_ASSERT(status.ok());
  }
  INZICHT_CHECK(store_->write(batch, "replace parts"));
  const auto [first, last] = std::ranges::minmax(events, {}, &PartsAt::index);
  if (const auto status = compact(*store_, Family::parts, first.index, last.index); !status.ok())
    return std::unexpected(error_of(status, "replace parts"));
  return store_->flush("replace parts");
}

Result<std::uint64_t> StoredLog::purges() const {
  INZICHT_TRY(stored, store_->get(Family::cache, crypto::bytes_of(purges_name), "purges"));
  if (!stored) return std::uint64_t{0};
  if (stored->size() != layout::number_size) return std::unexpected(damaged("purges: expected a number"));
  return layout::number_of(*stored);
}

}  // namespace inzicht::rocks
