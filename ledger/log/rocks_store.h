// The RocksDB database of a log: opening it in its modes, its families, and writing to it.
//
// Errors:  create: already_exists; open: not_found, locked, corruption, io. write: latched, disk_full, io, corruption.
// Threads: reading from any; writes are taken one at a time.
#pragma once
#include <rocksdb/db.h>

#include <filesystem>
#include <mutex>

#include "ledger/base/ids.h"
#include "ledger/log/rocks_faults.h"
#include "ledger/log/rocks_log.h"
#include "ledger/log/rocks_options.h"

namespace inzicht::rocks {

inline rocksdb::Slice slice_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
inline rocksdb::Slice slice_of(std::string_view text) { return {text.data(), text.size()}; }
inline Bytes bytes_of(const rocksdb::Slice& slice) { return {reinterpret_cast<const std::uint8_t*>(slice.data()), slice.size()}; }

class Store {
 public:
  static Result<std::unique_ptr<Store>> create(const std::filesystem::path& folder, rocksdb::Env* env);
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder, OpenMode mode, rocksdb::Env* env);
  ~Store();

  rocksdb::DB& db() const { return *db_; }
  rocksdb::ColumnFamilyHandle* family(Family family) const { return handles_[static_cast<std::size_t>(family)]; }
  Faults& faults() const { return *faults_; }

  // Durable on return, or not recorded. `doing` begins the error's text.
  Status write(rocksdb::WriteBatch& batch, std::string_view doing);
  // Everything in memory goes to table files; write-ahead logs that are older are removed.
  Status flush(std::string_view doing);
  // nullopt when there is no such key.
  Result<std::optional<Buffer>> get(Family family, Bytes key, std::string_view doing) const;

 private:
  Store() = default;
  Status open_families(const std::filesystem::path& folder, OpenMode mode, rocksdb::DBOptions options);
  Status flush_many_logs();
  rocksdb::Status keep_something_to_flush();
  bool has_room() const;
  Status resume(std::string_view doing);

  std::shared_ptr<Faults> faults_ = std::make_shared<Faults>();
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;  // in the order of Family; then the unused default
  OpenMode mode_ = OpenMode::read_write;
  std::mutex write_mutex_;
};

// The log over a store that a test opened with an Env of its own.
Result<std::unique_ptr<Log>> make_log(std::unique_ptr<Store> store);

}  // namespace inzicht::rocks
