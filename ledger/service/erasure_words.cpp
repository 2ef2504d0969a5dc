// Taking single parts out, so that neither the store nor a key of today gives them back.
#include <algorithm>
#include <map>

#include "ledger/codec/strict.h"
#include "ledger/service/erasure_parts.h"

namespace inzicht {
namespace {

constexpr std::size_t events_at_once = 1000;
constexpr std::size_t key_id_bytes = 16, generation_bytes = 4;

using NewKeys = std::map<PartSubjectId, SubjectKeyRef>;

// A further generation for each subject that still has a key.
Result<NewKeys> new_generations(Vault& vault, std::span<const ErasurePlan::Words> words) {
  NewKeys out;
  for (const auto& one : words) {
    if (out.contains(one.subject)) continue;
    const auto made = vault.new_generation(one.subject);
    if (made)
      out.emplace(one.subject, *made);
    else if (made.error().code != ErrorCode::not_found)
      return std::unexpected(made.error());
  }
  return out;
}

bool is_older_of(const SubjectKeyRef& key, Bytes wrapped) {
  if (wrapped.size() < key_id_bytes + generation_bytes ||
      !std::ranges::equal(key.id, wrapped.first(key_id_bytes)))
    return false;
  std::uint32_t generation = 0;
  for (const auto byte : wrapped.subspan(key_id_bytes, generation_bytes)) generation = generation << 8 | byte;
  return generation < key.generation;
}

// The parts of one event, without those that go and with the rest under the new keys; nothing when none of it
// changes.
Result<std::optional<PartsAt>> changed_parts(OpenLedger& ledger, std::uint64_t index,
                                             schema::Header::Reader header, const NewKeys& keys,
                                             std::span<const ErasurePlan::Words> words) {
  INZICHT_TRY(parts, ledger.log().read_parts(index));
  const auto event = id_or_zero<EventId>(header.getEvent());
  bool changed = false;
  for (unsigned n = 0; n < header.getParts().size() && n < parts.size(); ++n) {
    auto& part = parts[n];
    if (part.erased) continue;
    const auto number = static_cast<std::uint16_t>(n);
    if (std::ranges::any_of(words,
                            [&](const auto& one) { return one.index == index && one.part == number; })) {
      part = {true, {}, {}};
      changed = true;
      continue;
    }
    const auto subject = PartSubjectId::from(
        {header.getParts()[n].getSubject().begin(), header.getParts()[n].getSubject().size()});
    const auto key = subject ? keys.find(*subject) : keys.end();
    if (key == keys.end() || !is_older_of(key->second, part.part_key)) continue;
    INZICHT_TRY(part_key, ledger.vault().unwrap_part_key(part.part_key, event, number));
    INZICHT_TRY(wrapped, ledger.vault().wrap_part_key(key->second, event, number, part_key));
    part.part_key = std::move(wrapped);
    changed = true;
  }
  if (!changed) return std::nullopt;
  return PartsAt{index, std::move(parts)};
}

// Events with a part of one of these subjects.
Result<std::vector<std::uint64_t>> events_with(const Log& log, const NewKeys& keys,
                                               std::span<const ErasurePlan::Words> words) {
  std::vector<std::uint64_t> out;
  for (const auto& one : words) out.push_back(one.index);
  INZICHT_CHECK(log.scan(0, log.size(), [&](const EventView& stored) {
    const auto message = stored.purged ? std::nullopt : HeaderMessage::stored(stored.header);
    if (!message) return true;
    for (auto part : message->header().getParts())
      if (const auto subject = PartSubjectId::from({part.getSubject().begin(), part.getSubject().size()});
          subject && keys.contains(*subject)) {
        out.push_back(stored.index);
        break;
      }
    return true;
  }));
  std::ranges::sort(out);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

}  // namespace

Status erase_words(OpenLedger& ledger, std::span<const ErasurePlan::Words> words) {
  if (words.empty()) return {};
  INZICHT_TRY(keys, new_generations(ledger.vault(), words));
  INZICHT_TRY(events, events_with(ledger.log(), keys, words));
  std::vector<PartsAt> changes;
  for (const auto index : events) {
    INZICHT_TRY(record, ledger.log().read(index));
    const auto message = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
    if (!message) continue;
    INZICHT_TRY(changed, changed_parts(ledger, index, message->header(), keys, words));
    if (changed) changes.push_back(std::move(*changed));
    if (changes.size() < events_at_once) continue;
    INZICHT_CHECK(ledger.service().replace_parts(changes));
    changes.clear();
  }
  INZICHT_CHECK(ledger.service().replace_parts(changes));
  for (const auto& [subject, key] : keys) INZICHT_CHECK(ledger.vault().destroy_older(subject));
  return {};
}

}  // namespace inzicht
