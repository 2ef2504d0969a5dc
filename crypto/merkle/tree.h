// RFC 6962 hashes, roots and proofs over leaf hashes.
//
// Source: RFC 6962 §2.1; RFC 9162 §2.1.3-2.1.4 (verification). Hash of the empty tree is H of nothing.
// Errors: making a proof aborts when asked for what is not in the tree; checking one answers false.
#pragma once
#include <functional>
#include <optional>

#include "crypto/bytes.h"

namespace inzicht::crypto {

Digest leaf_hash(Bytes leaf);                                 // H(0x00 || leaf)
Digest node_hash(const Digest& left, const Digest& right);    // H(0x01 || left || right)
Digest empty_root();

using Proof = std::vector<Digest>;

// The roots of the full subtrees that make up a tree, largest first; appends in O(log n) and knows its root.
class Frontier {
 public:
  void append(const Digest& leaf_hash_value);
  std::uint64_t size() const { return size_; }
  Digest root() const;
  const std::vector<Digest>& nodes() const { return nodes_; }
  // nullopt when the number of nodes is not that of a tree of this size.
  static std::optional<Frontier> restore(std::uint64_t size, std::vector<Digest> nodes);

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> nodes_;
};

Digest root_of(std::span<const Digest> leaf_hashes);

// Reads the hash of a full subtree: level 0 is leaves, node i of level l covers leaves [i << l, (i + 1) << l).
using NodeReader = std::function<std::optional<Digest>(unsigned level, std::uint64_t index)>;
// nullopt when the reader has no such node. Requires: index < size; 0 < from <= to for consistency.
std::optional<Digest> root_at(std::uint64_t size, const NodeReader& read);
std::optional<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeReader& read);
std::optional<Proof> consistency_proof(std::uint64_t from, std::uint64_t to, const NodeReader& read);

[[nodiscard]] bool check_inclusion(std::uint64_t index, std::uint64_t size, const Digest& leaf, const Digest& root,
                                   std::span<const Digest> proof);
// size 0 to anything: an empty proof is right whatever the second root, as in RFC 9162 tools; equal sizes need equal roots.
[[nodiscard]] bool check_consistency(std::uint64_t from, std::uint64_t to, const Digest& root_from, const Digest& root_to,
                                     std::span<const Digest> proof);

}  // namespace inzicht::crypto
