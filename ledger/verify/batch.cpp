#include "ledger/verify/batch.h"

#include "ledger/codec/signature_block.h"
#include "ledger/verify/header_fields.h"
#include "ledger/verify/stored_bytes.h"

namespace inzicht {
namespace {

constexpr std::size_t events_max = 128;
constexpr std::size_t bytes_max = std::size_t{1} << 20;

std::optional<LedgerId> named_ledger(const RawRecord& record) {
  const auto header = split_event(record.event).header;
  const auto decoded = header ? HeaderMessage::decode(*header) : std::unexpected(Malformed{});
  if (!decoded || !decoded->header().hasLedger()) return std::nullopt;
  return digest_of(decoded->header().getLedger());
}

// By its leaf and by its own bytes.
std::vector<LedgerId> candidates(const RawRecord& genesis) {
  std::vector<LedgerId> out;
  const auto stored = split_event(genesis.event);
  if (const auto leaf = stored.leaf ? decode_leaf(*stored.leaf) : std::nullopt) out.push_back(leaf->header_hash);
  if (stored.header) out.push_back(header_hash(*stored.header));
  return out;
}

}  // namespace

void LedgerFinder::look_at(std::span<const RawRecord> records) {
  if (found_ || records.empty()) return;
  found_ = true;
  const bool has_genesis = records.front().index == 0 && records.front().has_event;
  const auto possible = has_genesis ? candidates(records.front()) : std::vector<LedgerId>{};
  if (!possible.empty()) id_ = possible.front();
  if (!possible.empty() && possible.front() == possible.back() && possible.size() > 1) return;
  for (const auto& record : records) {
    const auto named = record.has_event ? named_ledger(record) : std::nullopt;
    if (!named) continue;
    if (possible.empty() || std::ranges::find(possible, *named) != possible.end()) {
      id_ = *named;
      return;
    }
  }
}

Bytes Batch::keep(Bytes bytes) {
  bytes_ += bytes.size();
  return kept_.emplace_back(bytes.begin(), bytes.end());
}

void Batch::add(const RawLog::Raw& raw) {
  RawRecord record;
  record.index = raw.index;
  record.has_event = raw.event.data() != nullptr;
  if (record.has_event) record.event = keep(raw.event);
  if (raw.parts) record.parts = keep(*raw.parts);
  records_.push_back(record);
}

bool Batch::is_full() const { return records_.size() >= events_max || bytes_ >= bytes_max; }

void Batch::prepare(KeyBook& keys, LedgerFinder& ledger) {
  ledger.look_at(records_);
  ledger_ = ledger.id();
  for (const auto& record : records_) {
    const auto header = record.has_event ? split_event(record.event).header : std::nullopt;
    if (!header || !may_enrol(*header)) continue;
    if (const auto decoded = HeaderMessage::decode(*header)) keys.learn(decoded->header());
  }
}

void Batch::check(const KeyBook& keys, const SignatureCheck& signature) {
  const CheckContext context{keys, ledger_, signature};
  checked_.reserve(records_.size());
  for (const auto& record : records_) checked_.push_back(check_event(record, context));
}

}  // namespace inzicht
