// Where a vault keeps its rows: ordered bytes to bytes. One in memory, one in RocksDB.
//
// Errors:  io, disk_full, corruption; open: not_found, locked; create: already_exists.
// Threads: any.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "ledger/base/error.h"
#include "ledger/base/ids.h"

namespace rocksdb {
class Env;
}

namespace inzicht {

struct VaultRow {
  Buffer key;
  Buffer value;
};
struct VaultChange {
  Buffer key;
  std::optional<Buffer> value;  // nullopt: removed
};

class VaultStore {
 public:
  virtual ~VaultStore() = default;
  virtual Result<std::optional<Buffer>> get(Bytes key) const = 0;
  // All of them durable on return, or none.
  virtual Status write(std::span<const VaultChange> changes) = 0;
  // Rows whose key begins with the prefix and is greater than `after` (empty: from the first), ascending, at most `most`.
  virtual Result<std::vector<VaultRow>> rows(Bytes prefix, Bytes after, std::size_t most) const = 0;
  // Takes removed and replaced rows out of the files.
  virtual Status scrub() = 0;
};

std::unique_ptr<VaultStore> make_memory_store();
// env: null for the system's; tests give one whose disk fails.
Result<std::unique_ptr<VaultStore>> create_rocks_store(const std::filesystem::path& folder, rocksdb::Env* env = nullptr);
Result<std::unique_ptr<VaultStore>> open_rocks_store(const std::filesystem::path& folder, rocksdb::Env* env = nullptr);

}  // namespace inzicht
