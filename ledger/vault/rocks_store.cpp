#include <fcntl.h>
#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <shared_mutex>

#include "ledger/log/rocks_quiet.h"
#include "ledger/vault/vault_store.h"

namespace inzicht {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mib = std::size_t{1} << 20;

rocksdb::Slice slice_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
Buffer owned(const rocksdb::Slice& slice) { return {slice.data(), slice.data() + slice.size()}; }

bool is_full(const rocksdb::Status& status) {
  return status.IsNoSpace() || (status.IsIOError() && status.subcode() == rocksdb::Status::kSpaceLimit);
}

std::unexpected<Error> failed(const rocksdb::Status& status, std::string_view doing) {
  const std::string text = status.ToString();
  const bool held =
      status.IsIOError() && (text.find("Resource temporarily unavailable") != std::string::npos ||
                             text.find("lock hold by current process") != std::string::npos);
  const auto code = is_full(status) ? ErrorCode::disk_full : status.IsCorruption() ? ErrorCode::corruption : held ? ErrorCode::locked : ErrorCode::io;
  return fail(code, "vault, " + std::string{doing} +
                        (held ? ": another program has this vault open: " : ": ") + text);
}

rocksdb::Options options(rocksdb::Env* env) {
  rocksdb::Options out;
  if (env != nullptr) out.env = env;
  out.paranoid_checks = true;  // damage stops writing
  // An incomplete last record is a key that nobody was told of; any other damage fails the open.
  out.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  out.track_and_verify_wals_in_manifest = true;  // a missing older log file shows
  out.recycle_log_file_num = 0;      // no old bytes behind new ones
  out.max_bgerror_resume_count = 0;  // no silent retries after a fault
  out.compression = rocksdb::kNoCompression;  // wrapped keys are random
  out.write_buffer_size = 4 * mib;
  out.max_background_jobs = 2;
  out.max_open_files = 64;
  out.info_log = rocks::no_diary();
  out.stats_dump_period_sec = 0;
  out.stats_persist_period_sec = 0;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(8 * mib);
  table.checksum = rocksdb::kXXH3;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));  // "has this subject a key" is often no
  out.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return out;
}

class RocksStore final : public VaultStore {
 public:
  RocksStore(fs::path folder, rocksdb::Options options) : folder_(std::move(folder)), options_(std::move(options)) {}

  rocksdb::Status start(bool create) {
    auto options = options_;
    options.create_if_missing = options.error_if_exists = create;
    rocksdb::DB* db = nullptr;
    auto status = rocksdb::DB::Open(options, folder_.string(), &db);
    db_.reset(db);
    return status;
  }

  Result<std::optional<Buffer>> get(Bytes key) const override {
    const std::shared_lock lock(mutex_);
    if (!db_) return fail(ErrorCode::io, "vault: closed since a fault");
    rocksdb::PinnableSlice value;
    const auto status = db_->Get(rocksdb::ReadOptions{}, db_->DefaultColumnFamily(), slice_of(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    if (!status.ok()) return failed(status, "read");
    return owned(value);
  }

  // Safe from many threads at once: RocksDB syncs what is waiting together.
  Status write(std::span<const VaultChange> changes) override {
    INZICHT_CHECK(reopen_after_full());
    const std::shared_lock lock(mutex_);
    if (!db_) return fail(ErrorCode::io, "vault: closed since a fault");
    rocksdb::WriteBatch batch;
    for (const auto& change : changes) {
      const auto status = change.value ? batch.Put(slice_of(change.key), slice_of(*change.value)) : batch.Delete(slice_of(change.key));
      if (!status.ok()) return failed(status, "write");
    }
    rocksdb::WriteOptions synced;
    synced.sync = true;  // a key must outlive every part sealed under it
    const auto status = db_->Write(synced, &batch);
    if (is_full(status)) full_ = true;
    if (!status.ok()) return failed(status, "write");
    return {};
  }

  Result<std::vector<VaultRow>> rows(Bytes prefix, Bytes after, std::size_t most) const override {
    const std::shared_lock lock(mutex_);
    if (!db_) return fail(ErrorCode::io, "vault: closed since a fault");
    std::vector<VaultRow> out;
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(rocksdb::ReadOptions{}));
    at->Seek(slice_of(after.empty() ? prefix : after));
    if (!after.empty() && at->Valid() && at->key() == slice_of(after)) at->Next();
    for (; at->Valid() && at->key().starts_with(slice_of(prefix)) && out.size() < most; at->Next()) {
      out.push_back({owned(at->key()), owned(at->value())});
    }
    if (!at->status().ok()) return failed(at->status(), "read");
    return out;
  }

  Status scrub() override {
    const std::shared_lock lock(mutex_);
    if (!db_) return fail(ErrorCode::io, "vault: closed since a fault");
    rocksdb::CompactRangeOptions all;
    all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
    const auto status = db_->CompactRange(all, nullptr, nullptr);  // flushes first, which also retires the log file
    if (!status.ok()) return failed(status, "scrub");
    return {};
  }

 private:
  // A database that met a full disk takes nothing more until it is opened anew. Whatever of the failed write comes back by
  // that is a key that nobody was told of.
  Status reopen_after_full() {
    if (!full_) return {};
    const std::unique_lock lock(mutex_);
    if (!full_) return {};
    db_.reset();
    if (const auto status = start(false); !status.ok()) return failed(status, "open again");
    full_ = false;
    return {};
  }

  const fs::path folder_;
  const rocksdb::Options options_;
  mutable std::shared_mutex mutex_;  // shared: using db_; alone: replacing it
  std::unique_ptr<rocksdb::DB> db_;
  std::atomic<bool> full_ = false;
};

Status sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!synced) return fail(ErrorCode::io, "vault, create: could not sync the folder above");
  return {};
}

}  // namespace

Result<std::unique_ptr<VaultStore>> create_rocks_store(const fs::path& folder, rocksdb::Env* env) {
  std::error_code error;
  if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
    return fail(ErrorCode::already_exists, "vault, create: something is there already");
  }
  fs::create_directories(folder, error);
  // Its own as well as the ledger's: a copy of it alone must not be open to others either.
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return fail(ErrorCode::io, "vault, create: " + error.message());
  auto store = std::make_unique<RocksStore>(folder, options(env));
  if (const auto status = store->start(true); !status.ok()) return failed(status, "create");
  INZICHT_CHECK(sync_folder(fs::absolute(folder).parent_path()));
  return store;
}

Result<std::unique_ptr<VaultStore>> open_rocks_store(const fs::path& folder, rocksdb::Env* env) {
  std::error_code error;
  if (!fs::is_directory(folder, error) || fs::is_empty(folder, error)) return fail(ErrorCode::not_found, "vault, open: there is none in this folder");
  auto store = std::make_unique<RocksStore>(folder, options(env));
  if (const auto status = store->start(false); !status.ok()) return failed(status, "open");
  return store;
}

}  // namespace inzicht
