// The Log on RocksDB, in one folder.
//
// Errors: create refuses (already_exists) if anything is there; open of a missing log is not_found; a folder held by
//         another process is locked; a missing or extra column family or a gap in the indexes is corruption.
// Source: docs/data_directory.md (column families and keys); every RocksDB option is written out with its reason in the .cpp.
#pragma once
#include <filesystem>

#include "ledger/log/log.h"

namespace inzicht {

enum class OpenMode { read_write, read_only };

class RocksLog {
 public:
  static Result<std::unique_ptr<Log>> create(const std::filesystem::path& folder);
  static Result<std::unique_ptr<Log>> open(const std::filesystem::path& folder, OpenMode mode);
  // Read-only and tolerant: opens what can be opened, for verify.
  static Result<std::unique_ptr<RawLog>> open_raw(const std::filesystem::path& folder);
};

}  // namespace inzicht
