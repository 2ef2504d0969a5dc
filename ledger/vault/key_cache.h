// Opened subject keys, in locked memory, at most so many.
//
// Shape:   slabs of 1,024 keys of 32 bytes, made when needed: a locked allocation of its own per key would cost five pages
//          each, and the usual bound on locked memory (8 MiB) and on mappings would be met at some thousand keys. 65,536
//          keys take 2 MiB here. When full, a key not used lately makes room.
// Threads: any.
#pragma once
#include <mutex>
#include <unordered_map>

#include "crypto/secret.h"
#include "ledger/vault/vault.h"

namespace inzicht {

class KeyCache {
 public:
  static constexpr std::size_t key_size = 32;
  explicit KeyCache(std::size_t max) : max_(max) {}

  // Copies the key into `out` (32 bytes); false when it is not here.
  bool copy(const SubjectKeyRef& ref, std::span<std::uint8_t> out);
  void put(const SubjectKeyRef& ref, Bytes key);
  void erase(const SubjectKeyRef& ref);
  std::size_t size() const;

 private:
  struct Slot {
    SubjectKeyRef ref;
    bool taken = false;
    bool used = false;
  };
  struct RefHash {
    std::size_t operator()(const SubjectKeyRef& ref) const { return IdHash{}(ref.id) ^ ref.generation; }
  };
  std::span<std::uint8_t> bytes_of(std::size_t slot);
  std::size_t free_slot();

  const std::size_t max_;
  mutable std::mutex mutex_;
  std::vector<crypto::Secret> slabs_;
  std::vector<Slot> slots_;
  std::vector<std::size_t> free_;
  std::unordered_map<SubjectKeyRef, std::size_t, RefHash> at_;
  std::size_t hand_ = 0;  // where the search for one to drop goes on
};

}  // namespace inzicht
