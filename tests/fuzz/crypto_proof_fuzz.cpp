// Any bytes as a proof over a small tree: only the true one is accepted.
//
// Input: byte 0 what is proven, byte 1 the index or older size, byte 2 the size; the rest is the proof.
#include <algorithm>

#include "crypto/merkle/tree.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht::crypto;

namespace {

const std::vector<Digest>& leaves() {
  static const std::vector<Digest> all = [] {
    std::vector<Digest> out;
    for (std::uint8_t i = 0; i < 64; ++i) out.push_back(leaf_hash(Bytes(&i, 1)));
    return out;
  }();
  return all;
}

std::optional<Digest> node(unsigned level, std::uint64_t index) {
  return root_of(std::span(leaves()).subspan(index << level, std::size_t{1} << level));
}

Proof proof_in(Bytes rest) {
  Proof out;
  for (; rest.size() >= 32; rest = rest.subspan(32))
    std::ranges::copy(rest.first(32), out.emplace_back().begin());
  return out;
}

// Each hash of the true proof stands for itself when the input has its number, so that true proofs are within
// reach.
Proof with_true_hashes(Proof proof, const Proof& truth) {
  for (Digest& hash : proof) {
    if (hash[0] == 0xff && hash[1] < truth.size()) hash = truth[hash[1]];
  }
  return proof;
}

void inclusion(std::uint64_t index, std::uint64_t size, Bytes rest) {
  const Digest root = root_of(std::span(leaves()).first(size));
  if (index >= size) {
    FUZZ_CHECK(!check_inclusion(index, size, leaves()[index], root, proof_in(rest)));
    return;
  }
  const Proof truth = inclusion_proof(index, size, node).value();
  const Proof proof = with_true_hashes(proof_in(rest), truth);
  FUZZ_CHECK(check_inclusion(index, size, leaves()[index], root, proof) == (proof == truth));
}

void consistency(std::uint64_t from, std::uint64_t to, Bytes rest) {
  const Digest root_from = root_of(std::span(leaves()).first(from));
  const Digest root_to = root_of(std::span(leaves()).first(to));
  if (from > to) {
    FUZZ_CHECK(!check_consistency(from, to, root_from, root_to, proof_in(rest)));
    return;
  }
  const Proof truth = from == 0 ? Proof{} : consistency_proof(from, to, node).value();
  const Proof proof = with_true_hashes(proof_in(rest), truth);
  FUZZ_CHECK(check_consistency(from, to, root_from, root_to, proof) == (proof == truth));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const std::uint64_t first = data[1] % 64;
  const std::uint64_t second = data[2] % 65;
  const Bytes rest(data + 3, size - 3);
  if (data[0] % 2 == 0) {
    inclusion(first, second, rest);
  } else {
    consistency(first, second, rest);
  }
  return 0;
}
