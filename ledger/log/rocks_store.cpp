#include "ledger/log/rocks_store.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace inzicht::rocks {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t logs_kept = 16;
constexpr std::uint64_t room_spare = 16 << 20;  // beyond the memtables, before writing is tried again on a full disk

// The folder's own name must be on disk as well; RocksDB only syncs what is inside it.
Status sync_parent(const fs::path& folder) {
  const auto parent = fs::absolute(folder).parent_path();
  const int fd = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!synced) return fail(ErrorCode::io, "create: could not sync the folder above");
  return {};
}

std::vector<rocksdb::ColumnFamilyDescriptor> descriptors() {
  const auto cache = block_cache();
  std::vector<rocksdb::ColumnFamilyDescriptor> out;
  for (std::size_t i = 0; i < family_names.size(); ++i) {
    out.emplace_back(std::string{family_names[i]}, family_options(static_cast<Family>(i), cache));
  }
  // RocksDB insists on it; nothing is kept there.
  out.emplace_back(rocksdb::kDefaultColumnFamilyName, family_options(Family::checkpoint, cache));
  return out;
}

Status check_there(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error) || fs::is_empty(folder, error)) return fail(ErrorCode::not_found, "open: there is no log in this folder");
  if (!fs::exists(folder / "CURRENT", error)) return fail(ErrorCode::corruption, "open: the folder holds files, but not the one that names the log's manifest");
  return {};
}

Status check_families(const fs::path& folder, const rocksdb::DBOptions& options) {
  std::vector<std::string> found;
  if (const auto status = rocksdb::DB::ListColumnFamilies(options, folder.string(), &found); !status.ok()) {
    return std::unexpected(error_of(status, "open"));
  }
  std::set<std::string_view> expected(family_names.begin(), family_names.end());
  expected.insert(rocksdb::kDefaultColumnFamilyName);
  for (const auto& name : found) {
    if (expected.erase(name) == 0) return fail(ErrorCode::corruption, "open: there is a column family that is not ours");
  }
  if (!expected.empty()) return fail(ErrorCode::corruption, "open: column family " + std::string{*expected.begin()} + " is missing");
  return {};
}

}  // namespace

Store::~Store() {
  for (auto* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
}

Status Store::open_families(const fs::path& folder, OpenMode mode, rocksdb::DBOptions options) {
  options.listeners.push_back(faults_);
  rocksdb::DB* db = nullptr;
  const auto status = mode == OpenMode::read_only
                          ? rocksdb::DB::OpenForReadOnly(options, folder.string(), descriptors(), &handles_, &db)
                          : rocksdb::DB::Open(options, folder.string(), descriptors(), &handles_, &db);
  if (!status.ok()) return std::unexpected(error_of(status, "open"));
  db_.reset(db);
  mode_ = mode;
  return {};
}

Result<std::unique_ptr<Store>> Store::create(const fs::path& folder, rocksdb::Env* env) {
  std::error_code error;
  if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
    return fail(ErrorCode::already_exists, "create: something is there already");
  }
  fs::create_directories(folder, error);
  // Its own as well as the ledger's: a copy of it alone must not be open to others either.
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return fail(ErrorCode::io, "create: " + error.message());
  auto options = db_options(TornTail::refused, env);
  options.create_if_missing = true;
  options.error_if_exists = true;
  options.create_missing_column_families = true;
  std::unique_ptr<Store> store(new Store);
  INZICHT_CHECK(store->open_families(folder, OpenMode::read_write, options));
  INZICHT_CHECK(sync_parent(folder));
  return store;
}

Result<std::unique_ptr<Store>> Store::open(const fs::path& folder, OpenMode mode, rocksdb::Env* env) {
  INZICHT_CHECK(check_there(folder));
  INZICHT_CHECK(check_families(folder, db_options(TornTail::refused, env)));
  std::unique_ptr<Store> store(new Store);
  auto opened = store->open_families(folder, mode, db_options(TornTail::refused, env));
  if (!opened && opened.error().code == ErrorCode::corruption) {
    // Strictly first, so that a torn end never goes by without a word.
    opened = store->open_families(folder, mode, db_options(TornTail::dropped, env));
    if (opened) spdlog::warn("log: the write-ahead log ended in an incomplete record, which was dropped; a crash leaves only groups that were not acknowledged there");
  }
  if (!opened) return std::unexpected(std::move(opened).error());
  if (mode == OpenMode::read_write) INZICHT_CHECK(store->flush_many_logs());
  return store;
}

// Every open starts a write-ahead log file of its own and keeps the ones before, which are cheap while they are few.
Status Store::flush_many_logs() {
  rocksdb::VectorLogPtr logs;
  auto status = db_->GetSortedWalFiles(logs);
  if (status.ok() && logs.size() > logs_kept) status = db_->Flush(rocksdb::FlushOptions{}, handles_);
  // A full disk is met again, and dealt with, when something is written.
  if (!status.ok() && !is_full(status)) return std::unexpected(error_of(status, "open"));
  return {};
}

// RocksDB comes back from a full disk by flushing its memtables and starting a new write-ahead log: the old one may end in part
// of the group that failed, and must neither be written after nor replayed. It does so only if there is something to flush, so
// there always is: an unlogged entry that means nothing.
rocksdb::Status Store::keep_something_to_flush() {
  std::uint64_t entries = 0;
  auto* cache = family(Family::cache);
  if (db_->GetIntProperty(cache, rocksdb::DB::Properties::kNumEntriesActiveMemTable, &entries) && entries > 0) return {};
  rocksdb::WriteOptions unlogged;
  unlogged.disableWAL = true;
  return db_->Put(unlogged, cache, "something to flush", "");
}

// Asked before RocksDB is: its own attempt must not meet a full disk again, for that is the end of it until the next open.
bool Store::has_room() const {
  std::uint64_t needed = 0, room = 0;
  if (!db_->GetAggregatedIntProperty(rocksdb::DB::Properties::kSizeAllMemTables, &needed)) return false;
  auto* env = db_->GetEnv();
  if (env->GetFreeSpace(db_->GetName(), &room).ok() && room < needed + room_spare) return false;
  const auto probe = db_->GetName() + "/room";
  const bool written = rocksdb::WriteStringToFile(env, std::string(room_spare / 16, '\0'), probe, /*should_sync=*/true).ok();
  env->DeleteFile(probe).PermitUncheckedError();
  return written;
}

Status Store::resume(std::string_view doing) {
  if (!has_room()) return fail(ErrorCode::disk_full, std::string{doing} + ": no room on the disk");
  const auto status = db_->Resume();
  if (status.ok()) {
    faults_->set_full(false);
    return {};
  }
  auto error = error_of(status, doing);
  if (is_full(status) || status.IsBusy()) return fail(ErrorCode::disk_full, std::move(error.text));
  faults_->latch(error.text);
  return std::unexpected(std::move(error));
}

Status Store::write(rocksdb::WriteBatch& batch, std::string_view doing) {
  const std::lock_guard lock(write_mutex_);
  if (mode_ == OpenMode::read_only) return fail(ErrorCode::latched, std::string{doing} + ": the log was opened for reading only");
  if (const auto why = faults_->latched()) return fail(ErrorCode::latched, std::string{doing} + ": the log is read-only since: " + *why);
  if (faults_->full()) INZICHT_CHECK(resume(doing));
  auto status = keep_something_to_flush();
  if (status.ok()) status = db_->Write(write_options(), &batch);
  if (status.ok()) return {};
  auto error = error_of(status, doing);
  if (is_full(status)) {
    faults_->set_full(true);
  } else {
    faults_->latch(error.text);
  }
  return std::unexpected(std::move(error));
}

Status Store::flush(std::string_view doing) {
  const std::lock_guard lock(write_mutex_);
  const auto status = db_->Flush(rocksdb::FlushOptions{}, handles_);
  return status.ok() ? Status{} : std::unexpected(error_of(status, doing));
}

Result<std::optional<Buffer>> Store::get(Family family, Bytes key, std::string_view doing) const {
  rocksdb::PinnableSlice value;
  const auto status = db_->Get(point_reads(), this->family(family), slice_of(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) return std::unexpected(faults_->read_error(status, doing));
  const Bytes bytes = rocks::bytes_of(value);
  return Buffer(bytes.begin(), bytes.end());
}

}  // namespace inzicht::rocks
