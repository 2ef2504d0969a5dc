#include "ledger/verify/chain_fold.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/verify/header_fields.h"

namespace inzicht {
namespace {

using crypto::ChainClass;

bool has_places(ChainClass cls) { return cls == ChainClass::kase || cls == ChainClass::read; }

}  // namespace

ChainId ChainId::of(const ChainRef& chain) {
  ChainId out;
  INZICHT_ASSERT(chain.id.size() <= out.bytes.size());
  out.cls = chain.cls;
  out.size = static_cast<std::uint8_t>(chain.id.size());
  std::ranges::copy(chain.id, out.bytes.begin());
  return out;
}

ChainId ChainId::of(ChainClass cls, const std::array<std::uint8_t, 16>& id) {
  ChainId out{cls, 16, {}};
  std::ranges::copy(id, out.bytes.begin());
  return out;
}

std::size_t ChainFold::TagHash::operator()(const crypto::Tag& tag) const {
  std::size_t out = 0;  // a tag is a hash already
  std::memcpy(&out, tag.data(), sizeof out);
  return out;
}

crypto::Tag ChainFold::next_tag(const Chains::value_type& chain) { return crypto::chain_tag(chain.first.cls, chain.first.id(), chain.second.value); }

ChainFold::Chains::value_type& ChainFold::chain_of(const ChainId& id) {
  const auto [at, fresh] = chains_.try_emplace(id);
  if (fresh && id.cls == ChainClass::kase) ++cases_;
  if (fresh && !unplaced_.empty()) begin(*at);
  return *at;
}

// Goes past the events that begin this chain and whose headers are gone.
void ChainFold::begin(Chains::value_type& chain) {
  for (auto at = unplaced_.find(next_tag(chain)); at != unplaced_.end(); at = unplaced_.find(next_tag(chain))) {
    if (chain.first.cls == ChainClass::registry) registry_beginnings_.push_back(at->second.index);
    step(chain, at->second.index, at->second.leaf_hash);
    unplaced_.erase(at);
  }
}

std::vector<std::uint64_t> ChainFold::beginning(const ChainId& id) const {
  std::vector<std::uint64_t> out;
  if (unplaced_.empty() || chains_.contains(id)) return out;
  Digest value{};
  const auto next = [&] { return unplaced_.find(crypto::chain_tag(id.cls, id.id(), value)); };
  for (auto at = next(); at != unplaced_.end(); at = next()) {
    out.push_back(at->second.index);
    value = crypto::chain_next(id.cls, id.id(), value, at->second.leaf_hash);
  }
  return out;
}

void ChainFold::name(const ChainId& id) {
  if (!beginning(id).empty()) (void)chain_of(id);
}

// A tag commits to everything before it in its chain, so one that differs may be the mark of a changed leaf before it.
std::string ChainFold::before(const Chain& chain) {
  if (chain.differs_since != none) return fmt::format("; this chain differs since index {}", chain.differs_since);
  return chain.last == none ? std::string("; it begins a chain") : fmt::format("; or the leaf before it in the chain differs, index {}", chain.last);
}

void ChainFold::step(Chains::value_type& chain, std::uint64_t index, const Digest& leaf_hash) {
  if (by_tag_) by_tag_->erase(next_tag(chain));
  auto& [id, state] = chain;
  state.value = crypto::chain_next(id.cls, id.id(), state.value, leaf_hash);
  state.last = static_cast<std::uint32_t>(index);
  if (by_tag_) by_tag_->emplace(next_tag(chain), &chain);
  if (!has_places(id.cls)) return;
  INZICHT_ASSERT(points_.size() < none);
  state.places.push_back(static_cast<std::uint32_t>(points_.size()));
  points_.push_back({index, state.value});
  if (placed_.size() <= index) placed_.resize(index + 1, false);
  placed_[index] = true;
}

std::vector<std::string> ChainFold::advance(std::uint64_t index, std::span<const crypto::Tag> tags, const Digest& leaf_hash,
                                            std::span<const ChainRef> chains) {
  std::vector<std::string> wrong;
  if (tags.size() != chains.size()) wrong.push_back(fmt::format("expected {} tags, found {}", chains.size(), tags.size()));
  for (std::size_t i = 0; i < chains.size(); ++i) {
    auto& chain = chain_of(ChainId::of(chains[i]));
    auto& state = chain.second;
    const auto expected = next_tag(chain);
    if (i < tags.size() && tags[i] != expected) {
      wrong.push_back(fmt::format("tag {} of class {}: {}{}", i, static_cast<char>(chains[i].cls), differ(expected, tags[i]), before(state)));
      if (state.differs_since == none) state.differs_since = static_cast<std::uint32_t>(index);
    }
    step(chain, index, leaf_hash);
  }
  return wrong;
}

void ChainFold::pass(std::uint64_t index, const Digest& leaf_hash, std::span<const ChainRef> chains) {
  for (const auto& ref : chains) {
    auto& chain = chain_of(ChainId::of(ref));
    chain.second.differs_since = std::min(chain.second.differs_since, static_cast<std::uint32_t>(index));
    step(chain, index, leaf_hash);
  }
}

std::vector<ChainId> ChainFold::follow(std::uint64_t index, const Leaf& leaf, const Digest& leaf_hash) {
  if (!by_tag_) learn_tags();
  std::vector<ChainId> out;
  for (const auto& tag : leaf.tags) {
    const auto at = by_tag_->find(tag);
    if (at == by_tag_->end()) {
      unplaced_.emplace(tag, Unplaced{index, leaf_hash});
      continue;
    }
    auto& chain = *at->second;
    step(chain, index, leaf_hash);
    out.push_back(chain.first);
  }
  return out;
}

void ChainFold::learn_tags() {
  by_tag_.emplace();
  for (auto& chain : chains_) by_tag_->emplace(next_tag(chain), &chain);
}

std::optional<std::uint32_t> ChainFold::point_number(const ChainId& chain, std::uint64_t n) const {
  const auto at = chains_.find(chain);
  if (at == chains_.end() || n == 0 || n > at->second.places.size()) return std::nullopt;
  return at->second.places[n - 1];
}

const ChainPoint* ChainFold::point(const ChainId& chain, std::uint64_t n) const {
  const auto number = point_number(chain, n);
  return number ? &points_[*number] : nullptr;
}

bool ChainFold::has_place(std::uint64_t index) const {
  return index < placed_.size() && placed_[index];
}

std::uint64_t ChainFold::points_in(const ChainId& chain) const {
  const auto at = chains_.find(chain);
  return at == chains_.end() ? 0 : at->second.places.size();
}

}  // namespace inzicht
