// The heads of all chains, in memory: what gives an event its tags.
//
// Shape:   head = (n, chain value) per (class, id); ids are 16 or 32 bytes. Of an event whose header is gone the tags of its leaf
//          say which chains it is in. A tag that begins a chain says nothing without the id: it is kept, and found again when
//          somebody asks for that chain.
// Errors:  restore answers nullopt for bytes that save did not make.
// Threads: one at a time.
// Source:  docs/formats.md §5.
#pragma once
#include <map>
#include <optional>
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

// An event of which only the leaf is left.
struct LeafLeft {
  std::uint64_t index = 0;
  Digest leaf_hash{};
  Digest header_hash{};
};

class ChainHeads {
 public:
  ChainHead head(const ChainKey& key) const;
  // The tags an event with these chains carries at this point, in this order.
  std::vector<crypto::Tag> tags(std::span<const ChainKey> chains) const;
  // Moves each chain on by the event's leaf hash.
  void advance(std::span<const ChainKey> chains, const Digest& leaf_hash);
  // The same for an event whose header is gone, by its tags. Answers the chains that were known.
  std::vector<ChainKey> follow(std::span<const crypto::Tag> tags, const LeafLeft& event);
  // The events without a header with which a chain begins, in order, of which nothing else is known yet; mostly none.
  std::vector<LeafLeft> beginning(const ChainKey& key) const;
  std::size_t size() const { return heads_.size(); }

  Buffer save() const;  // deterministic: ascending by class and id
  static std::optional<ChainHeads> restore(Bytes saved);

 private:
  static crypto::Tag next_tag(const ChainKey& key, const ChainHead& head) { return crypto::chain_tag(key.cls, key.id, head.value); }
  void step(const ChainKey& key, ChainHead& head, const Digest& leaf_hash);

  std::unordered_map<ChainKey, ChainHead, ChainKeyHash> heads_;
  std::map<crypto::Tag, LeafLeft> unplaced_;
  // Next tag of every chain, from the first time that tags are followed.
  std::optional<std::map<crypto::Tag, ChainKey>> by_tag_;
};

}  // namespace inzicht
