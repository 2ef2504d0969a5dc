#include "crypto/merkle/tree.h"

#include <rapidcheck/catch.h>

#include <map>

#include "crypto/digest.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

constexpr std::size_t sizes = 300;

// Ranges of the same leaves are asked for again and again: remember them.
class Reference {
 public:
  explicit Reference(std::size_t count) : hashes_(leaves(count)) {}

  const std::vector<Digest>& hashes() const { return hashes_; }
  Digest root(std::size_t begin, std::size_t end) {
    if (begin == end) return empty_root();
    if (end - begin == 1) return hashes_[begin];
    const auto [at, fresh] = known_.try_emplace({begin, end});
    if (!fresh) return at->second;
    const std::size_t split = begin + split_of(end - begin);
    return known_[{begin, end}] = node_hash(root(begin, split), root(split, end));
  }
  // PATH(m, D[begin:end]) of RFC 6962 §2.1.1.
  Proof path(std::size_t m, std::size_t begin, std::size_t end) {
    if (end - begin == 1) return {};
    const std::size_t split = split_of(end - begin);
    const bool left = m < split;
    Proof out = left ? path(m, begin, begin + split) : path(m - split, begin + split, end);
    out.push_back(left ? root(begin + split, end) : root(begin, begin + split));
    return out;
  }
  // SUBPROOF(m, D[begin:end], whole) of RFC 6962 §2.1.2.
  Proof subproof(std::size_t m, std::size_t begin, std::size_t end, bool whole) {
    if (m == end - begin) return whole ? Proof{} : Proof{root(begin, end)};
    const std::size_t split = split_of(end - begin);
    const bool left = m <= split;
    Proof out =
        left ? subproof(m, begin, begin + split, whole) : subproof(m - split, begin + split, end, false);
    out.push_back(left ? root(begin + split, end) : root(begin, begin + split));
    return out;
  }
  NodeReader reader() {
    return [this](unsigned level, std::uint64_t index) -> std::optional<Digest> {
      const std::size_t begin = index << level;
      const std::size_t end = (index + 1) << level;
      if (end > hashes_.size()) return std::nullopt;
      return root(begin, end);
    };
  }

 private:
  static std::size_t split_of(std::size_t n) {
    std::size_t split = 1;
    while (split * 2 < n) split *= 2;
    return split;
  }

  std::vector<Digest> hashes_;
  std::map<std::pair<std::size_t, std::size_t>, Digest> known_;
};

Proof with_flipped_bit(Proof proof, std::size_t bit) {
  proof[bit / 256][bit % 256 / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  return proof;
}

}  // namespace

TEST_CASE("hashes of leaves and nodes are those of RFC 6962", "[tree]") {
  REQUIRE(hex(empty_root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  REQUIRE(hex(leaf_hash({})) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  REQUIRE(hex(leaf_hash(bytes_of("L123456"))) ==
          "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  REQUIRE(node_hash(Digest{1}, Digest{2}) != node_hash(Digest{2}, Digest{1}));
}

TEST_CASE("roots of the eight well-known leaves are the well-known roots", "[tree]") {
  const char* inputs[] = {
      "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
  const char* roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                         "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                         "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                         "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                         "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                         "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                         "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  Frontier frontier;
  for (std::size_t i = 0; i < 8; ++i) {
    frontier.append(leaf_hash(from_hex(inputs[i])));
    REQUIRE(hex(frontier.root()) == roots[i]);
  }
}

TEST_CASE("roots are those that another program computes", "[tree][golden]") {
  const auto hashes = leaves(1000);
  for (const auto& row : cases("crypto_golden.jsonl", "tree")) {
    const auto part = std::span(hashes).first(row.at("size").get<std::size_t>());
    REQUIRE(hex(root_of(part)) == text(row, "root"));
    REQUIRE(hex(naive_root(part)) == text(row, "root"));
  }
}

TEST_CASE("the root of every size is that of the definition", "[tree]") {
  Reference reference(sizes);
  Frontier frontier;
  for (std::size_t size = 0; size <= sizes; ++size) {
    const Digest root = reference.root(0, size);
    REQUIRE(frontier.size() == size);
    REQUIRE(frontier.root() == root);
    REQUIRE(root_of(std::span(reference.hashes()).first(size)) == root);
    REQUIRE(root_at(size, reference.reader()) == root);
    const auto restored = Frontier::restore(size, frontier.nodes());
    REQUIRE(restored.has_value());
    REQUIRE(restored->root() == root);
    if (size < sizes) frontier.append(reference.hashes()[size]);
  }
}

TEST_CASE("a frontier with a node too many or too few is not restored", "[tree]") {
  REQUIRE(!Frontier::restore(0, {Digest{}}));
  REQUIRE(!Frontier::restore(1, {}));
  REQUIRE(!Frontier::restore(2, {Digest{}, Digest{}}));
  REQUIRE(!Frontier::restore(3, {Digest{}}));
  REQUIRE(Frontier::restore(3, {Digest{}, Digest{}}).has_value());
  REQUIRE(Frontier::restore(~std::uint64_t{0}, std::vector<Digest>(64)).has_value());
}

TEST_CASE("a restored frontier goes on as the first one would have", "[tree]") {
  const auto hashes = leaves(100);
  for (std::size_t cut = 0; cut <= hashes.size(); ++cut) {
    Frontier first;
    for (std::size_t i = 0; i < cut; ++i) first.append(hashes[i]);
    auto second = Frontier::restore(cut, first.nodes());
    for (std::size_t i = cut; i < hashes.size(); ++i) second.value().append(hashes[i]);
    REQUIRE(second.value().root() == naive_root(hashes));
  }
}

TEST_CASE("every inclusion proof is that of RFC 6962 and is accepted", "[tree]") {
  Reference reference(sizes);
  for (std::size_t size = 1; size <= sizes; ++size) {
    const Digest root = reference.root(0, size);
    bool same = true;
    bool accepted = true;
    for (std::size_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof(index, size, reference.reader());
      same = same && proof == reference.path(index, 0, size);
      accepted = accepted && check_inclusion(index, size, reference.hashes()[index], root, proof.value());
    }
    INFO(size);
    REQUIRE(same);
    REQUIRE(accepted);
  }
}

TEST_CASE("every consistency proof is that of RFC 6962 and is accepted", "[tree]") {
  Reference reference(sizes);
  for (std::size_t to = 1; to <= sizes; ++to) {
    bool same = true;
    bool accepted = true;
    for (std::size_t from = 1; from <= to; ++from) {
      const auto proof = consistency_proof(from, to, reference.reader());
      same = same && proof == reference.subproof(from, 0, to, true);
      accepted = accepted &&
                 check_consistency(from, to, reference.root(0, from), reference.root(0, to), proof.value());
    }
    INFO(to);
    REQUIRE(same);
    REQUIRE(accepted);
  }
}

TEST_CASE("an inclusion proof holds for one index, leaf and root", "[tree]") {
  Reference reference(sizes);
  rc::prop("anything else is refused", [&] {
    const auto size = *rc::gen::inRange<std::size_t>(2, sizes + 1);
    const auto index = *rc::gen::inRange<std::size_t>(0, size);
    const Digest leaf = reference.hashes()[index];
    const Digest root = reference.root(0, size);
    const Proof proof = inclusion_proof(index, size, reference.reader()).value();
    const auto other = *rc::gen::inRange<std::size_t>(0, 2 * sizes);
    if (other != index) RC_ASSERT(!check_inclusion(other, size, leaf, root, proof));
    RC_ASSERT(!check_inclusion(index, size, node_hash(leaf, leaf), root, proof));
    RC_ASSERT(!check_inclusion(index, size, leaf, leaf, proof));
    const auto bit = *rc::gen::inRange<std::size_t>(0, proof.size() * 256);
    RC_ASSERT(!check_inclusion(index, size, leaf, root, with_flipped_bit(proof, bit)));
    Proof longer = proof;
    longer.push_back(leaf);
    RC_ASSERT(!check_inclusion(index, size, leaf, root, longer));
    RC_ASSERT(!check_inclusion(index, size, leaf, root, std::span(proof).first(proof.size() - 1)));
    RC_ASSERT(!check_inclusion(index, size, leaf, root, std::span(proof).subspan(1)));
  });
}

TEST_CASE("a consistency proof holds for one pair of roots in one order", "[tree]") {
  Reference reference(sizes);
  rc::prop("anything else is refused", [&] {
    const auto to = *rc::gen::inRange<std::size_t>(2, sizes + 1);
    const auto from = *rc::gen::inRange<std::size_t>(1, to);
    const Digest root_from = reference.root(0, from);
    const Digest root_to = reference.root(0, to);
    const Proof proof = consistency_proof(from, to, reference.reader()).value();
    RC_ASSERT(!check_consistency(from, to, root_to, root_to, proof));
    RC_ASSERT(!check_consistency(from, to, root_from, root_from, proof));
    RC_ASSERT(!check_consistency(to, from, root_to, root_from, proof));
    const auto bit = *rc::gen::inRange<std::size_t>(0, proof.size() * 256);
    RC_ASSERT(!check_consistency(from, to, root_from, root_to, with_flipped_bit(proof, bit)));
    Proof longer = proof;
    longer.push_back(root_to);
    RC_ASSERT(!check_consistency(from, to, root_from, root_to, longer));
    RC_ASSERT(!check_consistency(from, to, root_from, root_to, std::span(proof).first(proof.size() - 1)));
  });
}

TEST_CASE("a proof that goes on above the root is refused even where its hashes fit", "[tree]") {
  const auto hashes = leaves(4);
  const Digest more{9};
  REQUIRE(!check_inclusion(0, 1, hashes[0], node_hash(more, hashes[0]), Proof{more}));
  REQUIRE(!check_inclusion(0, 1, hashes[0], node_hash(hashes[0], more), Proof{more}));
  Proof longer = consistency_proof(3, 4, naive_reader(hashes)).value();
  longer.push_back(more);
  const Digest three = naive_root(std::span(hashes).first(3));
  const Digest four = naive_root(hashes);
  REQUIRE(!check_consistency(3, 4, node_hash(more, three), node_hash(more, four), longer));
  REQUIRE(!check_consistency(3, 4, node_hash(three, more), node_hash(four, more), longer));
}

TEST_CASE("nothing shows that a tree with a changed leaf continues the old one", "[tree]") {
  auto hashes = leaves(40);
  const Digest old_root = naive_root(std::span(hashes).first(23));
  hashes[7] = leaf_hash(bytes_of("another"));
  const auto proof = consistency_proof(23, 40, naive_reader(hashes));
  REQUIRE(!check_consistency(23, 40, old_root, naive_root(hashes), proof.value()));
}

TEST_CASE("a consistency proof from size 0 is empty and equal sizes need equal roots", "[tree]") {
  const Digest one{1};
  const Digest two{2};
  REQUIRE(check_consistency(0, 5, empty_root(), one, {}));
  REQUIRE(!check_consistency(0, 5, empty_root(), one, Proof{one}));
  REQUIRE(check_consistency(5, 5, one, one, {}));
  REQUIRE(!check_consistency(5, 5, one, two, {}));
  REQUIRE(!check_consistency(5, 5, one, one, Proof{one}));
  REQUIRE(!check_consistency(0, 0, one, two, {}));
  REQUIRE(!check_consistency(1, 5, one, one, {}));
  REQUIRE(!check_consistency(3, 5, one, one, {}));
}

TEST_CASE("the greatest sizes neither overflow nor loop", "[tree]") {
  const std::uint64_t most = ~std::uint64_t{0};
  const NodeReader read = [](unsigned level, std::uint64_t index) -> std::optional<Digest> {
    return sha256(bytes_of(std::to_string(level) + "/" + std::to_string(index)));
  };
  const auto root = root_at(most, read);
  REQUIRE(root.has_value());
  // The rightmost leaf: its proof is the frontier without that leaf.
  const auto proof = inclusion_proof(most - 1, most, read);
  REQUIRE(proof->size() == 63);
  REQUIRE(check_inclusion(most - 1, most, *read(0, most - 1), *root, proof.value()));
  REQUIRE(!check_inclusion(most, most, *read(0, most - 1), *root, proof.value()));
  const auto growth = consistency_proof(most - 1, most, read);
  REQUIRE(check_consistency(most - 1, most, *root_at(most - 1, read), *root, growth.value()));
}

TEST_CASE("a reader that lacks a node gives no proof", "[tree]") {
  const auto hashes = leaves(10);
  const NodeReader none = [](unsigned, std::uint64_t) { return std::optional<Digest>(); };
  REQUIRE(!root_at(10, none));
  REQUIRE(!inclusion_proof(3, 10, none));
  REQUIRE(!consistency_proof(3, 10, none));
  REQUIRE(!root_at(11, naive_reader(hashes)));
  REQUIRE(root_at(0, none) == empty_root());
  REQUIRE(inclusion_proof(0, 1, none) == Proof{});
}

TEST_CASE("asking for a proof of what is not in the tree ends the program", "[tree]") {
  const auto hashes = leaves(4);
  const auto read = naive_reader(hashes);
  REQUIRE(aborts([&] { inclusion_proof(4, 4, read); }));
  REQUIRE(aborts([&] { inclusion_proof(0, 0, read); }));
  REQUIRE(aborts([&] { consistency_proof(0, 4, read); }));
  REQUIRE(aborts([&] { consistency_proof(4, 3, read); }));
}
