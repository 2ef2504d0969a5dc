// A file system that fails when told: what the store meets on a full or broken disk.
#pragma once
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <memory>

namespace inzicht::testing {

enum class Fault {
  none,
  full_on_write,      // no room for a record of the write-ahead log: half of it is written
  full_on_sync,       // the record is written whole, and the sync finds no room
  full_for_tables,    // no room for tables; the write-ahead log has some left
  broken_on_write,
  broken_on_sync,
};

class FaultyFiles final : public rocksdb::FileSystemWrapper {
 public:
  FaultyFiles() : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "FaultyFiles"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options, std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;

  std::atomic<Fault> fault = Fault::none;
  std::atomic<int> hits = 0;
};

class FaultyFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultyFile(std::unique_ptr<rocksdb::FSWritableFile> file, FaultyFiles& files, bool is_wal)
      : rocksdb::FSWritableFileOwnerWrapper(std::move(file)), files_(files), is_wal_(is_wal) {}

  using rocksdb::FSWritableFileOwnerWrapper::Append;
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    const auto fault = files_.fault.load();
    if (is_wal_ && (fault == Fault::full_on_write || fault == Fault::broken_on_write)) {
      auto written = rocksdb::FSWritableFileOwnerWrapper::Append({data.data(), data.size() / 2}, options, debug);
      written.PermitUncheckedError();
      return hit(fault == Fault::full_on_write);
    }
    if (!is_wal_ && fault == Fault::full_for_tables) return hit(true);
    return rocksdb::FSWritableFileOwnerWrapper::Append(data, options, debug);
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options, const rocksdb::DataVerificationInfo&, rocksdb::IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    return fails_sync() ? hit(files_.fault == Fault::full_on_sync) : rocksdb::FSWritableFileOwnerWrapper::Sync(options, debug);
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    return fails_sync() ? hit(files_.fault == Fault::full_on_sync) : rocksdb::FSWritableFileOwnerWrapper::Fsync(options, debug);
  }

 private:
  bool fails_sync() const { return is_wal_ && (files_.fault == Fault::full_on_sync || files_.fault == Fault::broken_on_sync); }
  rocksdb::IOStatus hit(bool full) {
    ++files_.hits;
    return full ? rocksdb::IOStatus::NoSpace("made up by a test") : rocksdb::IOStatus::IOError("made up by a test");
  }
  FaultyFiles& files_;
  bool is_wal_;
};

inline rocksdb::IOStatus FaultyFiles::NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                                      std::unique_ptr<rocksdb::FSWritableFile>* result, rocksdb::IODebugContext* debug) {
  auto status = rocksdb::FileSystemWrapper::NewWritableFile(name, options, result, debug);
  if (status.ok()) *result = std::make_unique<FaultyFile>(std::move(*result), *this, name.ends_with(".log") || name.ends_with("/room"));
  return status;
}

}  // namespace inzicht::testing
