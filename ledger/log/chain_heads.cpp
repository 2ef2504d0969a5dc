#include "ledger/log/chain_heads.h"

#include <algorithm>

#include "crypto/digest.h"

namespace inzicht {
namespace {

using crypto::ChainClass;

constexpr std::string_view magic = "inzicht-heads/1\n";

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

}  // namespace

std::size_t ChainKeyHash::operator()(const ChainKey& key) const {
  const auto* bytes = reinterpret_cast<const char*>(key.id.data());
  return std::hash<std::string_view>{}({bytes, key.id.size()}) ^ static_cast<std::size_t>(key.cls) << 56;
}

ChainHead ChainHeads::head(const ChainKey& key) const {
  const auto at = heads_.find(key);
  return at == heads_.end() ? ChainHead{} : at->second;
}

std::vector<crypto::Tag> ChainHeads::tags(std::span<const ChainKey> chains) const {
  std::vector<crypto::Tag> out;
  out.reserve(chains.size());
  for (const auto& chain : chains) out.push_back(crypto::chain_tag(chain.cls, chain.id, head(chain).value));
  return out;
}

void ChainHeads::advance(std::span<const ChainKey> chains, const Digest& leaf_hash) {
  for (const auto& chain : chains) {
    auto& head = heads_[chain];
    head.value = crypto::chain_next(chain.cls, chain.id, head.value, leaf_hash);
    ++head.n;
  }
}

// The digest at the end makes a damaged snapshot unreadable instead of wrong.
Buffer ChainHeads::save() const {
  std::vector<Entry> entries(heads_.begin(), heads_.end());
  std::ranges::sort(entries, before);
  Buffer out(magic.begin(), magic.end());
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
  std::optional<Entry> last;
  for (Bytes rest = content.subspan(magic.size()); !rest.empty();) {
    auto entry = take_entry(rest);
    if (!entry || (last && !before(*last, *entry))) return std::nullopt;
    out.heads_.insert(*entry);
    last = std::move(entry);
  }
  return out;
}

}  // namespace inzicht
