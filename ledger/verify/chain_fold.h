// Every chain of the ledger, rebuilt in order: its head, its tags, and the points that readers and authors refer to.
//
// Shape:   an event whose header can be relied on advances the chains that its header says; of any other the tags of its leaf
//          are followed from chain to chain. A chain that once differed is marked, so that what follows from it can be told apart.
// Limits:  about 130 bytes a chain; 40 an event of a case, for the value of its chain at that point.
// Threads: one at a time.
// Source:  docs/formats.md §5.
#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/verify/seeded_hash.h"

namespace inzicht {

struct ChainId {
  crypto::ChainClass cls = crypto::ChainClass::key;
  std::uint8_t size = 0;
  std::array<std::uint8_t, 32> bytes{};

  static ChainId of(const ChainRef& chain);
  static ChainId of(crypto::ChainClass cls, const std::array<std::uint8_t, 16>& id);
  Bytes id() const { return Bytes(bytes).first(size); }
  bool operator==(const ChainId&) const = default;
};

struct ChainPoint {
  std::uint64_t index = 0;
  Digest chain{};
};

class ChainFold {
 public:
  ChainFold() = default;
  ChainFold(const ChainFold&) = delete;  // its tables point into it
  ChainFold& operator=(const ChainFold&) = delete;

  // Advances the chains by a leaf with these tags. Answers what is wrong with each tag; empty when nothing is.
  std::vector<std::string> advance(std::uint64_t index, std::span<const crypto::Tag> tags, const Digest& leaf_hash, std::span<const ChainRef> chains);
  // The same for an event whose leaf cannot be read: its places count, its chains differ from here on.
  void pass(std::uint64_t index, const Digest& leaf_hash, std::span<const ChainRef> chains);
  // Advances the chains whose next tag stands in the leaf, and answers them. A tag that begins a chain says nothing without the
  // id: it is kept until an event names that chain.
  std::vector<ChainId> follow(std::uint64_t index, const Leaf& leaf, const Digest& leaf_hash);

  // The events so kept with which a chain begins that no event has named yet, in order; mostly none.
  std::vector<std::uint64_t> beginning(const ChainId& id) const;

  // An event names this chain before its own place in it: what is kept of its beginning is placed.
  void name(const ChainId& id);

  // Of those, the ones that began a chain of the registry.
  const std::vector<std::uint64_t>& registry_beginnings() const { return registry_beginnings_; }

  // Place n (from 1) of a case or read chain; nullptr when the chain is shorter.
  const ChainPoint* point(const ChainId& chain, std::uint64_t n) const;
  std::uint64_t points_in(const ChainId& chain) const;
  // Every place of every case and read chain by its number, as point_number gives it.
  std::uint64_t points() const { return points_.size(); }
  std::optional<std::uint32_t> point_number(const ChainId& chain, std::uint64_t n) const;
  const ChainPoint& point(std::uint32_t number) const { return points_[number]; }
  bool has_place(std::uint64_t index) const;  // whether the event stands in any of these chains
  std::uint64_t cases() const { return cases_; }

 private:
  struct Chain {
    Digest value{};
    std::uint32_t last = none;           // index of the event before
    std::uint32_t differs_since = none;  // index
    std::vector<std::uint32_t> places;   // of case and read chains: numbers in points_
  };
  struct Hash {
    const SeededHash* hash;
    std::size_t operator()(const ChainId& chain) const { return (*hash)(chain.bytes) ^ static_cast<std::size_t>(chain.cls); }
  };
  struct TagHash {
    std::size_t operator()(const crypto::Tag& tag) const;
  };
  using Chains = std::unordered_map<ChainId, Chain, Hash>;
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  static std::string before(const Chain& chain);
  static crypto::Tag next_tag(const Chains::value_type& chain);
  Chains::value_type& chain_of(const ChainId& id);
  void step(Chains::value_type& chain, std::uint64_t index, const Digest& leaf_hash);
  void learn_tags();
  void begin(Chains::value_type& chain);

  SeededHash hash_;
  Chains chains_{16, Hash{&hash_}};
  std::deque<ChainPoint> points_;
  std::vector<bool> placed_;  // by index
  struct Unplaced {
    std::uint64_t index = 0;
    Digest leaf_hash{};
  };
  std::map<crypto::Tag, Unplaced> unplaced_;
  std::vector<std::uint64_t> registry_beginnings_;
  std::uint64_t cases_ = 0;
  // Next tag of every chain, from the first time that tags have to be followed.
  std::optional<std::unordered_map<crypto::Tag, Chains::value_type*, TagHash>> by_tag_;
};

}  // namespace inzicht
