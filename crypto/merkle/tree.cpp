#include "crypto/merkle/tree.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "crypto/digest.h"
#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

constexpr std::uint8_t leaf_prefix = 0x00;
constexpr std::uint8_t node_prefix = 0x01;

// Largest power of two below n: where RFC 6962 splits a tree of n > 1 leaves.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

// The full subtrees are folded from the right, the smallest first.
Digest fold(std::span<const Digest> nodes) {
  Digest root = nodes.back();
  for (std::size_t i = nodes.size() - 1; i-- > 0;) root = node_hash(nodes[i], root);
  return root;
}

// Root of leaves [begin, begin + count). Requires: begin is a multiple of the power of two at or above count.
std::optional<Digest> range_root(std::uint64_t begin, std::uint64_t count, const NodeReader& read) {
  std::vector<Digest> nodes;
  while (count > 0) {
    const auto level = static_cast<unsigned>(std::bit_width(count) - 1);
    const auto node = read(level, begin >> level);
    if (!node) return std::nullopt;
    nodes.push_back(*node);
    begin += std::uint64_t{1} << level;
    count -= std::uint64_t{1} << level;
  }
  return fold(nodes);
}

// The subtrees beside a path from the root, collected on the way down, handed out from the leaf up.
class Descent {
 public:
  explicit Descent(const NodeReader& read) : read_(read) {}
  bool add(std::uint64_t begin, std::uint64_t count) {
    const auto root = range_root(begin, count, read_);
    if (root) proof_.push_back(*root);
    return root.has_value();
  }
  Proof upwards() && {
    std::ranges::reverse(proof_);
    return std::move(proof_);
  }

 private:
  const NodeReader& read_;
  Proof proof_;
};

}  // namespace

Digest leaf_hash(Bytes leaf) { return sha256({Bytes(&leaf_prefix, 1), leaf}); }

Digest node_hash(const Digest& left, const Digest& right) {
  return sha256({Bytes(&node_prefix, 1), left, right});
}

Digest empty_root() { return sha256(Bytes{}); }

void Frontier::append(const Digest& leaf_hash_value) {
  nodes_.push_back(leaf_hash_value);
  // Every trailing one of the old size is a full subtree that the new leaf completes.
  for (std::uint64_t rest = size_; (rest & 1) != 0; rest >>= 1) {
    const Digest right = nodes_.back();
    nodes_.pop_back();
    nodes_.back() = node_hash(nodes_.back(), right);
  }
  ++size_;
}

Digest Frontier::root() const { return nodes_.empty() ? empty_root() : fold(nodes_); }

std::optional<Frontier> Frontier::restore(std::uint64_t size, std::vector<Digest> nodes) {
  if (nodes.size() != static_cast<std::size_t>(std::popcount(size))) return std::nullopt;
  Frontier out;
  out.size_ = size;
  out.nodes_ = std::move(nodes);
  return out;
}

Digest root_of(std::span<const Digest> leaf_hashes) {
  Frontier frontier;
  for (const Digest& leaf : leaf_hashes) frontier.append(leaf);
  return frontier.root();
}

std::optional<Digest> root_at(std::uint64_t size, const NodeReader& read) {
  if (size == 0) return empty_root();
  return range_root(0, size, read);
}

std::optional<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeReader& read) {
  must(index < size, "inclusion proof: the index is not in the tree");
  Descent descent(read);
  std::uint64_t begin = 0;
  std::uint64_t count = size;
  while (count > 1) {
    const std::uint64_t split = split_of(count);
    const bool left = index - begin < split;
    if (!(left ? descent.add(begin + split, count - split) : descent.add(begin, split))) return std::nullopt;
    begin += left ? 0 : split;
    count = left ? split : count - split;
  }
  return std::move(descent).upwards();
}

std::optional<Proof> consistency_proof(std::uint64_t from, std::uint64_t to, const NodeReader& read) {
  must(0 < from && from <= to, "consistency proof: sizes must be 0 < from <= to");
  Descent descent(read);
  std::uint64_t begin = 0;
  std::uint64_t count = to;
  std::uint64_t old = from;  // how many of these leaves are in the older tree
  while (old < count) {
    const std::uint64_t split = split_of(count);
    const bool left = old <= split;
    if (!(left ? descent.add(begin + split, count - split) : descent.add(begin, split))) return std::nullopt;
    begin += left ? 0 : split;
    old -= left ? 0 : split;
    count = left ? split : count - split;
  }
  // A whole older tree (begin 0) is known to who checks; any other last subtree must be told.
  if (begin != 0 && !descent.add(begin, count)) return std::nullopt;
  return std::move(descent).upwards();
}

bool check_inclusion(std::uint64_t index, std::uint64_t size, const Digest& leaf, const Digest& root,
                     std::span<const Digest> proof) {
  if (index >= size) return false;
  std::uint64_t fn = index;
  std::uint64_t sn = size - 1;
  Digest r = leaf;
  for (const Digest& p : proof) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      r = node_hash(p, r);
      const int up = std::countr_zero(fn);  // fn is not 0: it is odd or equal to sn
      fn >>= up;
      sn >>= up;
    } else {
      r = node_hash(r, p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && r == root;
}

bool check_consistency(std::uint64_t from, std::uint64_t to, const Digest& root_from, const Digest& root_to,
                       std::span<const Digest> proof) {
  if (from > to) return false;
  if (from == to) return proof.empty() && root_from == root_to;
  if (from == 0) return proof.empty();
  // The older root stands for itself when it is one full subtree; otherwise the proof begins with its last
  // one.
  const bool full = std::has_single_bit(from);
  if (!full && proof.empty()) return false;
  Digest fr = full ? root_from : proof.front();
  Digest sr = fr;
  const int low_ones = std::countr_one(from - 1);
  std::uint64_t fn = (from - 1) >> low_ones;
  std::uint64_t sn = (to - 1) >> low_ones;
  for (const Digest& c : full ? proof : proof.subspan(1)) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      fr = node_hash(c, fr);
      sr = node_hash(c, sr);
      const int up = std::countr_zero(fn);  // fn is not 0: it is odd or equal to sn
      fn >>= up;
      sn >>= up;
    } else {
      sr = node_hash(sr, c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && fr == root_from && sr == root_to;
}

}  // namespace inzicht::crypto
