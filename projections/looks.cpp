#include "projections/looks.h"

#include <algorithm>

#include "crypto/digest.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/strict.h"
#include "ledger/schema/parts.capnp.h"
#include "projections/read_history.h"

namespace inzicht {
namespace {

constexpr std::uint8_t unsealed = 0;
constexpr std::size_t salt_bytes = 32, length_bytes = 4;
constexpr std::string_view commitment_label = "inzicht/v1/part\n";

// The message of a part of class list, when it is what the header committed to: u8 0 || salt || u32 length || message || zeros.
template <class List>
std::optional<Message> list_message(const StoredPart& part, schema::PartCommitment::Reader committed) {
  const Bytes stored = part.sealed;
  if (part.erased || stored.size() < 1 + salt_bytes + length_bytes || stored[0] != unsealed) return std::nullopt;
  const Bytes salt = stored.subspan(1, salt_bytes), plain = stored.subspan(1 + salt_bytes);
  const Bytes label(reinterpret_cast<const std::uint8_t*>(commitment_label.data()), commitment_label.size());
  if (!std::ranges::equal(crypto::sha256({label, salt, plain}), committed.getCommitment())) return std::nullopt;
  std::uint64_t length = 0;
  for (const auto byte : plain.first(length_bytes)) length = length << 8 | byte;
  if (length > plain.size() - length_bytes) return std::nullopt;
  return Message::stored(plain.subspan(length_bytes, length), capnp::Schema::from<List>());
}

template <class List>
std::optional<std::vector<PartRef>> opened_in(const StoredPart& part, schema::PartCommitment::Reader committed) {
  const auto message = list_message<List>(part, committed);
  if (!message) return std::nullopt;
  return part_refs_of(message->template root<List>().getParts());
}

Result<Look> look_of(const Log& log, const Registry& registry, const HistoryEvent& event) {
  Look out{event.id, event.event.index, event.event.recorded_at, signer_of(event.event, registry), {}, false};
  const bool is_export = event.kind() == 1302;
  const auto commitments = event.event.header.getParts();
  INZICHT_TRY(parts, log.read_parts(event.event.index));
  bool found = false;
  for (unsigned n = 0; n < commitments.size() && n < parts.size(); ++n) {
    const PartInfo* info = find_part(commitments[n].getPartType());
    if (info == nullptr || info->name != "opened") continue;
    auto opened = is_export ? opened_in<schema::ExportedOpened>(parts[n], commitments[n]) : opened_in<schema::PartsViewedOpened>(parts[n], commitments[n]);
    if (!opened) continue;
    out.opened = std::move(*opened);
    found = true;
  }
  out.is_whole = is_export ? found : out.opened.size() == event.facts().getPartsViewed().getParts();
  return out;
}

}  // namespace

ActorId signer_of(const Recorded& event, const Registry& registry) {
  const auto author = author_of(event);
  KeyId key{};
  if (event.header.getKey().size() != key.size()) return {};
  std::ranges::copy(event.header.getKey(), key.begin());
  const KeyInfo* info = registry.find_key(key);
  return info == nullptr || info->owner == author ? author : ActorId{};
}

Result<std::vector<Look>> looks_of(const Log& log, const Registry& registry, const CaseId& kase, const ViewQuery& query) {
  INZICHT_TRY(reads, ReadHistory::of_reads(log, kase, query));
  std::vector<Look> out;
  for (const auto& event : reads->events()) {
    if (event.kind() != 1301 && event.kind() != 1302) continue;
    INZICHT_TRY(look, look_of(log, registry, event));
    out.push_back(std::move(look));
  }
  return out;
}

}  // namespace inzicht
