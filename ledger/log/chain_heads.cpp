#include "ledger/log/chain_heads.h"

#include <algorithm>

#include "crypto/digest.h"

namespace inzicht {
namespace {

using crypto::ChainClass;

constexpr std::string_view magic = "inzicht-heads/2\n";
constexpr std::size_t left_size = 16 + 8 + 32 + 32;

bool is_class(char c) { return std::string_view{"kgclsr"}.find(c) != std::string_view::npos; }

using Entry = std::pair<ChainKey, ChainHead>;

bool before(const Entry& a, const Entry& b) { return std::tie(a.first.cls, a.first.id) < std::tie(b.first.cls, b.first.id); }

std::uint64_t number(Bytes big_endian) {
  std::uint64_t value = 0;
  for (std::uint8_t byte : big_endian) value = value << 8 | byte;
  return value;
}

// One entry off the front of `rest`: class | u8 length | id | u64 n | chain value.
std::optional<Entry> take_entry(Bytes& rest) {
  if (rest.size() < 2 || !is_class(static_cast<char>(rest[0])) || (rest[1] != 16 && rest[1] != 32)) return std::nullopt;
  const std::size_t id_size = rest[1];
  if (rest.size() < 2 + id_size + 40) return std::nullopt;
  const Bytes id = rest.subspan(2, id_size);
  Entry entry{{static_cast<ChainClass>(rest[0]), Buffer(id.begin(), id.end())}, {}};
  entry.second.n = number(rest.subspan(2 + id_size, 8));
  std::ranges::copy(rest.subspan(10 + id_size, 32), entry.second.value.begin());
  if (entry.second.n == 0) return std::nullopt;
  rest = rest.subspan(42 + id_size);
  return entry;
}

// One event without a header off the front: tag | u64 index | leaf hash | header hash.
std::pair<crypto::Tag, LeafLeft> take_left(Bytes& rest) {
  std::pair<crypto::Tag, LeafLeft> out;
  std::ranges::copy(rest.first(16), out.first.begin());
  out.second.index = number(rest.subspan(16, 8));
  std::ranges::copy(rest.subspan(24, 32), out.second.leaf_hash.begin());
  std::ranges::copy(rest.subspan(56, 32), out.second.header_hash.begin());
  rest = rest.subspan(left_size);
  return out;
}

}  // namespace

std::size_t ChainKeyHash::operator()(const ChainKey& key) const {
  const auto* bytes = reinterpret_cast<const char*>(key.id.data());
  return std::hash<std::string_view>{}({bytes, key.id.size()}) ^ static_cast<std::size_t>(key.cls) << 56;
}

ChainHead ChainHeads::head(const ChainKey& key) const {
  if (const auto at = heads_.find(key); at != heads_.end()) return at->second;
  ChainHead head;
  for (const auto& left : beginning(key)) head = {head.n + 1, crypto::chain_next(key.cls, key.id, head.value, left.leaf_hash)};
  return head;
}

std::vector<LeafLeft> ChainHeads::beginning(const ChainKey& key) const {
  std::vector<LeafLeft> out;
  if (unplaced_.empty() || heads_.contains(key)) return out;
  ChainHead head;
  for (auto at = unplaced_.find(next_tag(key, head)); at != unplaced_.end(); at = unplaced_.find(next_tag(key, head))) {
    out.push_back(at->second);
    head = {head.n + 1, crypto::chain_next(key.cls, key.id, head.value, at->second.leaf_hash)};
  }
  return out;
}

void ChainHeads::step(const ChainKey& key, ChainHead& head, const Digest& leaf_hash) {
  if (by_tag_) by_tag_->erase(next_tag(key, head));
  head = {head.n + 1, crypto::chain_next(key.cls, key.id, head.value, leaf_hash)};
  if (by_tag_) by_tag_->emplace(next_tag(key, head), key);
}

std::vector<ChainKey> ChainHeads::follow(std::span<const crypto::Tag> tags, const LeafLeft& event) {
  if (!by_tag_) {
    by_tag_.emplace();
    for (const auto& [key, head] : heads_) by_tag_->emplace(next_tag(key, head), key);
  }
  std::vector<ChainKey> out;
  for (const auto& tag : tags) {
    const auto at = by_tag_->find(tag);
    if (at == by_tag_->end()) {
      unplaced_.emplace(tag, event);
      continue;
    }
    out.push_back(at->second);
    step(out.back(), heads_.at(out.back()), event.leaf_hash);
  }
  return out;
}

std::vector<crypto::Tag> ChainHeads::tags(std::span<const ChainKey> chains) const {
  std::vector<crypto::Tag> out;
  out.reserve(chains.size());
  for (const auto& chain : chains) out.push_back(crypto::chain_tag(chain.cls, chain.id, head(chain).value));
  return out;
}

void ChainHeads::advance(std::span<const ChainKey> chains, const Digest& leaf_hash) {
  for (const auto& chain : chains) {
    auto at = heads_.find(chain);
    if (at == heads_.end()) at = heads_.emplace(chain, head(chain)).first;
    step(chain, at->second, leaf_hash);
  }
}

// The digest at the end makes a damaged snapshot unreadable instead of wrong.
Buffer ChainHeads::save() const {
  std::vector<Entry> entries(heads_.begin(), heads_.end());
  std::ranges::sort(entries, before);
  Buffer out(magic.begin(), magic.end());
  crypto::append_u64(out, unplaced_.size());
  for (const auto& [tag, left] : unplaced_) {
    crypto::append(out, tag);
    crypto::append_u64(out, left.index);
    crypto::append(out, left.leaf_hash);
    crypto::append(out, left.header_hash);
  }
  for (const auto& [key, head] : entries) {
    out.push_back(static_cast<std::uint8_t>(key.cls));
    out.push_back(static_cast<std::uint8_t>(key.id.size()));
    crypto::append(out, key.id);
    crypto::append_u64(out, head.n);
    crypto::append(out, head.value);
  }
  crypto::append(out, crypto::sha256(out));
  return out;
}

std::optional<ChainHeads> ChainHeads::restore(Bytes saved) {
  if (saved.size() < magic.size() + 32 || !std::ranges::equal(saved.first(magic.size()), crypto::bytes_of(magic))) return std::nullopt;
  const Bytes content = saved.first(saved.size() - 32);
  if (!std::ranges::equal(crypto::sha256(content), saved.last(32))) return std::nullopt;
  ChainHeads out;
  Bytes rest = content.subspan(magic.size());
  if (rest.size() < 8) return std::nullopt;
  const std::uint64_t left = number(rest.first(8));
  rest = rest.subspan(8);
  if (left > rest.size() / left_size) return std::nullopt;
  for (std::uint64_t i = 0; i < left; ++i) out.unplaced_.insert(take_left(rest));
  std::optional<Entry> last;
  while (!rest.empty()) {
    auto entry = take_entry(rest);
    if (!entry || (last && !before(*last, *entry))) return std::nullopt;
    out.heads_.insert(*entry);
    last = std::move(entry);
  }
  return out;
}

}  // namespace inzicht
