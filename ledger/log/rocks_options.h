// Every RocksDB option of the log that matters, with its reason, in one place.
// Source: docs/data_directory.md (families and keys).
#pragma once
#include <rocksdb/cache.h>
#include <rocksdb/options.h>

#include <array>
#include <memory>
#include <string_view>

namespace inzicht::rocks {

enum class Family { event, parts, id, position, tile, checkpoint, cache };
inline constexpr std::array<std::string_view, 7> family_names{"event", "parts", "id", "position", "tile", "checkpoint", "cache"};

// How bytes at the end of the write-ahead log that are no whole record are met.
enum class TornTail {
  refused,    // any damage to the write-ahead log fails the open
  dropped,    // an incomplete last record is dropped: a crash leaves one, of a group that was never acknowledged
  tolerated,  // whatever can be read is read, for verify only
};

std::shared_ptr<rocksdb::Cache> block_cache();
rocksdb::DBOptions db_options(TornTail torn, rocksdb::Env* env);
rocksdb::ColumnFamilyOptions family_options(Family family, const std::shared_ptr<rocksdb::Cache>& cache);
rocksdb::WriteOptions write_options();
// For single records: kept in the cache.
rocksdb::ReadOptions point_reads();
// For long scans: read ahead, past the cache.
rocksdb::ReadOptions scan_reads();

}  // namespace inzicht::rocks
