// The tree over the leaves as they were found, and its root at any size.
//
// Shape:   leaf hashes, and the hashes of full subtrees of 256^l leaves, which are also what tiles hold. Missing leaves are
//          holes: no root that covers one is known.
// Limits:  32 bytes a leaf; a root costs at most a few hundred hashes, and the last few thousand are remembered.
// Threads: one at a time.
// Source:  docs/formats.md §4 (RFC 6962).
#pragma once
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "crypto/merkle/tree.h"
#include "ledger/base/ids.h"

namespace inzicht {

class History {
 public:
  void append(const Digest& leaf_hash);
  void append_hole();

  std::uint64_t size() const { return size_; }
  std::optional<std::uint64_t> first_hole() const { return holes_.empty() ? std::nullopt : std::optional(holes_.front()); }
  bool has_hole(std::uint64_t from, std::uint64_t to) const;  // in [from, to)
  // nullopt for a hole. Requires: index < size().
  std::optional<Digest> leaf(std::uint64_t index) const;
  // Hash of a full subtree of 256^level leaves; nullopt when it covers a hole. Requires: (index + 1) * 256^level <= size().
  std::optional<Digest> subtree(unsigned level, std::uint64_t index) const;
  // nullopt when a leaf below is missing. Requires: size <= size().
  std::optional<Digest> root_at(std::uint64_t size) const;

 private:
  std::optional<Digest> node(unsigned level, std::uint64_t index) const;

  std::uint64_t size_ = 0;
  std::vector<std::deque<Digest>> levels_{1};
  std::vector<std::uint64_t> holes_;  // ascending
  mutable std::unordered_map<std::uint64_t, Digest> roots_;
};

}  // namespace inzicht
