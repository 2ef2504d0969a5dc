// The heads of all chains, in memory: what gives an event its tags.
//
// Shape:   head = (n, chain value) per (class, id); ids are 16 or 32 bytes.
// Errors:  restore answers nullopt for bytes that save did not make.
// Threads: one at a time.
// Source:  docs/formats.md §5.
#pragma once
#include <unordered_map>

#include "crypto/merkle/chain.h"
#include "ledger/base/ids.h"

namespace inzicht {

struct ChainKey {
  crypto::ChainClass cls = crypto::ChainClass::key;
  Buffer id;
  bool operator==(const ChainKey&) const = default;
};
struct ChainKeyHash {
  std::size_t operator()(const ChainKey& key) const;
};
struct ChainHead {
  std::uint64_t n = 0;
  Digest value{};  // zero at n = 0
};

class ChainHeads {
 public:
  ChainHead head(const ChainKey& key) const;
  // The tags an event with these chains carries at this point, in this order.
  std::vector<crypto::Tag> tags(std::span<const ChainKey> chains) const;
  // Moves each chain on by the event's leaf hash.
  void advance(std::span<const ChainKey> chains, const Digest& leaf_hash);
  std::size_t size() const { return heads_.size(); }

  Buffer save() const;  // deterministic: ascending by class and id
  static std::optional<ChainHeads> restore(Bytes saved);

 private:
  std::unordered_map<ChainKey, ChainHead, ChainKeyHash> heads_;
};

}  // namespace inzicht
