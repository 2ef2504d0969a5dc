#include "ledger/service/state.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/bytes.h"
#include "crypto/merkle/tree.h"
#include "ledger/base/assert.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/strict.h"
#include "ledger/vault/part_seal.h"

namespace inzicht {
namespace {

constexpr std::string_view snapshot_name = "state";
constexpr std::uint8_t snapshot_version = 1;
constexpr PositionList registry_list{ChainClass::registry, {}};

// 32 bytes, or zeros for none: a header has no other.
Digest digest_of(capnp::Data::Reader data) {
  Digest out{};
  if (data.size() == out.size()) std::ranges::copy(data, out.begin());
  return out;
}

Error unreadable(std::uint64_t index) {
  return {ErrorCode::corruption, fmt::format("open: expected a readable header, found damage (index={})", index)};
}

}  // namespace

std::vector<CaseId> listed_cases(const Log& log, std::uint64_t index, schema::Header::Reader header) {
  if (!is_access_event(header.getKind())) return {};
  const auto parts = log.read_parts(index);
  if (!parts) return {};
  for (unsigned i = 0; i < header.getParts().size() && i < parts->size(); ++i) {
    if (header.getParts()[i].getPartType() % 10 != 0 || (*parts)[i].erased) continue;
    auto open = open_part({}, {}, static_cast<std::uint16_t>(i), digest_of(header.getParts()[i].getCommitment()), (*parts)[i].sealed);
    if (!open) continue;
    if (const auto message = unpad_part(open->plain))
      if (auto cases = cases_of_list_part(*message)) return *cases;
  }
  return {};
}

std::vector<ChainKey> chain_keys(schema::Header::Reader header, const LedgerId& ledger, std::span<const CaseId> listed) {
  std::vector<ChainKey> out;
  for (auto& chain : chains_of(header, ledger, listed)) out.push_back({chain.cls, std::move(chain.id)});
  return out;
}

void LedgerState::apply(const Recorded& event, const Digest& leaf_hash, std::span<const ChainKey> chains) {
  const auto header = event.header;
  if (event.index == 0) ledger_ = event.header_hash;
  heads_.advance(chains, leaf_hash);
  keys_[digest_of(header.getKey())] = {header.getKeySeq(), event.header_hash, event.index};
  if (is_registry_event(header.getKind())) {
    registry_.apply(event);
    ++registry_events_;
    if (auto id = EventId::from({header.getEvent().begin(), header.getEvent().size()}))
      registry_event_kinds_[*id] = {header.getKind(), event.header_hash};
  }
  if (header.hasCase()) {
    const auto id = CaseId::from({header.getCase().begin(), header.getCase().size()});
    if (const auto at = id ? cases_.find(*id) : cases_.end(); at != cases_.end()) at->second.state->apply(event);
  }
  size_ = event.index + 1;
  last_recorded_at_ = event.recorded_at;
}

void LedgerState::admit(const Recorded& event, const Digest& leaf_hash, std::span<const ChainKey> chains) {
  if (const auto id = EventId::from({event.header.getEvent().begin(), event.header.getEvent().size()})) {
    admitted_[*id] = {{event.header.getKind(), event.header_hash}, event.index};
    admitted_order_.emplace_back(event.index, *id);
  }
  apply(event, leaf_hash, chains);
}

void LedgerState::replay(const Recorded& event, const Digest& leaf_hash, std::span<const CaseId> listed) {
  const LedgerId ledger = event.index == 0 ? event.header_hash : ledger_;
  apply(event, leaf_hash, chain_keys(event.header, ledger, listed));
}

void LedgerState::replay_purged(std::uint64_t index, const Leaf& leaf, const Digest& leaf_hash) {
  for (const auto& chain : heads_.follow(leaf.tags, {index, leaf_hash, leaf.header_hash})) {
    KeyId key{};
    if (chain.cls != ChainClass::key || chain.id.size() != key.size()) continue;
    std::ranges::copy(chain.id, key.begin());
    keys_[key] = {keys_[key].seq + 1, leaf.header_hash, index};
  }
  size_ = index + 1;
  last_recorded_at_ = leaf.recorded_at;
}

void LedgerState::forget(const CaseId& id) {
  const auto at = cases_.find(id);
  if (at == cases_.end()) return;
  cases_by_use_.erase(at->second.used);
  cases_.erase(at);
}

void LedgerState::durable(std::uint64_t size) {
  durable_ = size;
  while (admitted_order_.size() > remembered_max && admitted_order_.front().first < size) {
    admitted_.erase(admitted_order_.front().second);
    admitted_order_.pop_front();
  }
}

const KnownEvent* LedgerState::admitted(const EventId& event) const {
  const auto at = admitted_.find(event);
  return at == admitted_.end() || at->second.index < durable_ ? nullptr : &at->second.known;
}

bool LedgerState::surely_new(const EventId& event, std::uint64_t absent_below) const {
  const std::uint64_t remembered_from = admitted_order_.empty() ? size_ : admitted_order_.front().first;
  return absent_below >= remembered_from && !admitted_.contains(event);
}

Status LedgerState::load() {
  size_ = 0;
  last_recorded_at_ = INT64_MIN;
  ledger_ = {};
  registry_ = {};
  registry_events_ = 0;
  registry_event_kinds_.clear();
  admitted_.clear();
  admitted_order_.clear();
  durable_ = 0;
  heads_ = {};
  keys_.clear();
  cases_.clear();
  cases_by_use_.clear();
  std::uint64_t from = 0;
  INZICHT_TRY(cached, log_.get_cache(snapshot_name));
  if (cached && restore(*cached)) {
    from = size_;
    INZICHT_CHECK(load_registry(from));
  }
  Status status;
  const auto scanned = log_.scan(from, log_.size(), [&](const EventView& view) {
    const auto leaf = decode_leaf(view.leaf);
    if (leaf && view.purged) {
      replay_purged(view.index, *leaf, crypto::leaf_hash(view.leaf));
      return true;
    }
    const auto message = HeaderMessage::stored(view.header);
    if (!leaf || !message) {
      status = std::unexpected(unreadable(view.index));
      return false;
    }
    const Recorded event{view.index, leaf->recorded_at, leaf->header_hash, message->header()};
    replay(event, crypto::leaf_hash(view.leaf), listed_cases(log_, view.index, event.header));
    return true;
  });
  if (!scanned) return scanned;
  return status;
}

// The registry is small and read in full; only heads and sequences come from the snapshot.
Status LedgerState::load_registry(std::uint64_t below) {
  std::uint64_t n = 1;
  while (true) {
    INZICHT_TRY(page, log_.positions(registry_list, n, 1000));
    for (const auto& position : page) {
      if (position.index >= below) return {};
      INZICHT_TRY(record, log_.read(position.index));
      const auto leaf = decode_leaf(record.leaf);
      const auto message = HeaderMessage::stored(record.header);
      if (!leaf || !message) return std::unexpected(unreadable(position.index));
      const Recorded event{position.index, leaf->recorded_at, leaf->header_hash, message->header()};
      if (event.index == 0) ledger_ = event.header_hash;
      registry_.apply(event);
      ++registry_events_;
      if (auto id = EventId::from({event.header.getEvent().begin(), event.header.getEvent().size()}))
        registry_event_kinds_[*id] = {event.header.getKind(), event.header_hash};
    }
    if (page.size() < 1000) return {};
    n += page.size();
  }
}

KeySequence LedgerState::key_sequence(const KeyId& key) const {
  if (const auto at = keys_.find(key); at != keys_.end()) return at->second;
  KeySequence out;
  for (const auto& left : heads_.beginning({ChainClass::key, {key.begin(), key.end()}})) out = {out.seq + 1, left.header_hash, left.index};
  return out;
}

Result<CaseState*> LedgerState::kase(const CaseId& id) {
  if (const auto at = cases_.find(id); at != cases_.end()) {
    cases_by_use_.splice(cases_by_use_.begin(), cases_by_use_, at->second.used);
    return at->second.state.get();
  }
  auto state = std::make_unique<CaseState>();
  std::uint64_t n = 1;
  while (true) {
    INZICHT_TRY(page, log_.positions({ChainClass::kase, id.bytes}, n, 1000));
    std::vector<std::uint64_t> indexes;
    for (const auto& position : page)
      if (position.index < size_) indexes.push_back(position.index);
    for (std::size_t i = 0; auto& record : log_.read_many(indexes)) {
      if (!record) return std::unexpected(std::move(record).error());
      const auto leaf = decode_leaf(record->leaf);
      const auto message = record->purged ? std::nullopt : HeaderMessage::stored(record->header);
      const std::uint64_t index = indexes[i++];
      if (!leaf || (!message && !record->purged)) return std::unexpected(unreadable(index));
      if (message) state->apply({index, leaf->recorded_at, leaf->header_hash, message->header()});
    }
    if (indexes.size() < 1000) break;
    n += page.size();
  }
  while (cases_.size() >= cases_in_memory_max) {
    cases_.erase(cases_by_use_.back());
    cases_by_use_.pop_back();
  }
  cases_by_use_.push_front(id);
  auto* out = state.get();
  cases_[id] = {std::move(state), cases_by_use_.begin()};
  return out;
}

Result<std::optional<KnownEvent>> LedgerState::known(const EventId& event, CaseState* likely) const {
  if (likely != nullptr)
    if (const EventNote* note = likely->find(event)) return KnownEvent{note->kind, note->header_hash};
  if (const auto at = registry_event_kinds_.find(event); at != registry_event_kinds_.end()) return at->second;
  if (const KnownEvent* fresh = admitted(event)) return *fresh;
  INZICHT_TRY(place, log_.find(event));
  if (!place || place->index >= size_) return std::nullopt;
  INZICHT_TRY(record, log_.read(place->index));
  const auto message = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
  return KnownEvent{message ? message->header().getKind() : std::uint16_t{0}, place->header_hash};
}

Buffer LedgerState::snapshot() const {
  Buffer out{snapshot_version};
  crypto::append_u64(out, size_);
  crypto::append_u64(out, static_cast<std::uint64_t>(last_recorded_at_));
  crypto::append_u64(out, keys_.size());
  for (const auto& [key, sequence] : keys_) {
    crypto::append(out, key);
    crypto::append_u64(out, sequence.seq);
    crypto::append(out, sequence.last_header);
    crypto::append_u64(out, sequence.last_index);
  }
  crypto::append(out, heads_.save());
  return out;
}

bool LedgerState::restore(Bytes in) {
  const auto number = [&in](std::uint64_t& out) {
    if (in.size() < 8) return false;
    out = 0;
    for (int i = 0; i < 8; ++i) out = (out << 8) | in[static_cast<std::size_t>(i)];
    in = in.subspan(8);
    return true;
  };
  const auto digest = [&in](Digest& out) {
    if (in.size() < out.size()) return false;
    std::copy_n(in.begin(), out.size(), out.begin());
    in = in.subspan(out.size());
    return true;
  };
  if (in.empty() || in[0] != snapshot_version) return false;
  in = in.subspan(1);
  std::uint64_t size = 0, time = 0, count = 0;
  if (!number(size) || !number(time) || !number(count) || size > log_.size()) return false;
  std::unordered_map<KeyId, KeySequence, IdHash> keys;
  for (std::uint64_t i = 0; i < count; ++i) {
    KeyId key{};
    KeySequence sequence;
    if (!digest(key) || !number(sequence.seq) || !digest(sequence.last_header) || !number(sequence.last_index)) return false;
    keys[key] = sequence;
  }
  auto heads = ChainHeads::restore(in);
  if (!heads) return false;
  heads_ = std::move(*heads);
  keys_ = std::move(keys);
  size_ = size;
  last_recorded_at_ = static_cast<Micros>(time);
  return true;
}

}  // namespace inzicht
