#include "ledger/log/rocks_options.h"

#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include "ledger/log/key_layout.h"
#include "ledger/log/rocks_quiet.h"

namespace inzicht::rocks {
namespace {

constexpr std::size_t mib = std::size_t{1} << 20;

rocksdb::WALRecoveryMode recovery_mode(TornTail torn) {
  // Never kPointInTimeRecovery, the default: it drops everything after the first damaged record without a word, also
  // groups that were acknowledged.
  return torn == TornTail::refused ? rocksdb::WALRecoveryMode::kAbsoluteConsistency : rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
}

rocksdb::BlockBasedTableOptions table_options(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;             // of every block, checked on every read
  table.block_cache = cache;                   // one bound for all families
  table.cache_index_and_filter_blocks = true;  // so that indexes count towards that bound
  table.cache_index_and_filter_blocks_with_high_priority = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.block_size = 16 * 1024;  // about eight events; a read of one costs one block
  return table;
}

// Keys with the same beginning mostly come in ascending order, so each goes in beside the one before it
// instead of being searched for: indexes, and places in one list.
std::shared_ptr<const rocksdb::SliceTransform> ascending_within(std::size_t beginning_bytes) {
  return std::shared_ptr<const rocksdb::SliceTransform>(rocksdb::NewFixedPrefixTransform(beginning_bytes));
}

}  // namespace

std::shared_ptr<rocksdb::Cache> block_cache() {
  // Modest: a whole verification or rebuild must fit 512 MB, and the system caches files anyway.
  return rocksdb::NewLRUCache(64 * mib, /*num_shard_bits=*/4, /*strict_capacity_limit=*/false, /*high_pri_pool_ratio=*/0.5);
}

rocksdb::DBOptions db_options(TornTail torn, rocksdb::Env* env) {
  rocksdb::DBOptions db;
  db.env = env;
  db.create_if_missing = false;  // creating a ledger is an act of its own
  db.paranoid_checks = torn != TornTail::tolerated;  // any damage met at open or in the background stops writing
  db.wal_recovery_mode = recovery_mode(torn);
  db.track_and_verify_wals_in_manifest = torn != TornTail::tolerated;  // a missing or shortened older log file shows at open
  db.recycle_log_file_num = 0;        // old bytes in a reused log file would hide damage at its end
  db.use_fsync = false;               // fdatasync also writes the new size of a grown file
  db.manual_wal_flush = false;        // a write is in the system's hands when it returns, synced or not
  db.enable_pipelined_write = false;  // one writer: nothing to pipeline
  db.max_bgerror_resume_count = 0;    // no silent retries: after a fault the log decides (ledger/log/rocks_faults.h)
  db.max_total_wal_size = 128 * mib;  // bounds what an open replays, and its time
  db.db_write_buffer_size = 64 * mib; // all memtables together
  db.avoid_flush_during_recovery = true;  // short commands would leave a handful of tiny table files each
  db.avoid_flush_during_shutdown = true;  // only an entry that means nothing is not in the log file (rocks_store.cpp)
  db.max_background_jobs = 2;         // one flush, one compaction: the cores belong to signatures
  db.max_open_files = 512;            // below the usual limit of 1,024 descriptors
  db.bytes_per_sync = mib;            // table files reach the disk evenly instead of in bursts beside our own syncs
  db.skip_stats_update_on_db_open = true;  // opening does not read every table
  db.stats_dump_period_sec = 0;
  db.stats_persist_period_sec = 0;
  db.info_log = no_diary();
  return db;
}

rocksdb::ColumnFamilyOptions family_options(Family family, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  auto table = table_options(cache);
  options.force_consistency_checks = true;           // the order of files is checked at every change
  options.inplace_update_support = false;            // nothing is ever changed where it lies
  options.compression = rocksdb::kNoCompression;     // hashes, random ids and sealed parts do not get smaller
  options.write_buffer_size = 4 * mib;
  options.max_write_buffer_number = 3;               // writing goes on while two are flushed
  options.target_file_size_base = 64 * mib;
  options.max_bytes_for_level_base = 256 * mib;
  switch (family) {
    case Family::event:
      // Neighbours share ids, keys and empty words: of 1,433 bytes an event 54 % are left, for 1.3 us each, and a scan gets
      // cheaper. zstd would leave 50 % for 4.6 us.
      options.compression = rocksdb::kLZ4Compression;
      options.write_buffer_size = 16 * mib;
      options.memtable_insert_with_hint_prefix_extractor = ascending_within(1);
      break;
    case Family::parts:
      options.write_buffer_size = 16 * mib;
      options.memtable_insert_with_hint_prefix_extractor = ascending_within(1);
      break;
    case Family::id:
      // Every submission asks for an event id that is mostly not there.
      table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
      table.block_size = 4 * 1024;
      break;
    case Family::position:
      options.memtable_insert_with_hint_prefix_extractor = ascending_within(layout::list_size);
      table.block_size = 4 * 1024;
      break;
    case Family::tile:
    case Family::checkpoint:
    case Family::cache:
      break;
  }
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

rocksdb::WriteOptions write_options() {
  rocksdb::WriteOptions options;
  options.sync = true;         // "recorded" means on disk
  options.disableWAL = false;  // families are flushed at different times; only the log file holds a group together
  options.no_slowdown = false; // wait for flushes rather than refuse
  return options;
}

rocksdb::ReadOptions point_reads() {
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  return options;
}

rocksdb::ReadOptions scan_reads() {
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  options.fill_cache = false;  // a scan of everything would push out what is read often
  options.readahead_size = 2 * mib;
  return options;
}

}  // namespace inzicht::rocks
