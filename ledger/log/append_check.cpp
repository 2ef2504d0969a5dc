#include "ledger/log/append_check.h"

#include <algorithm>

#include "crypto/note.h"
#include "ledger/base/limits.h"

namespace inzicht {
namespace {

constexpr std::size_t part_key_bytes_max = 16 + 4 + 24 + 32 + 16;
constexpr std::size_t seal_overhead_max = 1 + 24 + 32 + 16;  // suite, nonce, salt, authenticator
constexpr std::size_t note_signatures_max = 100;

std::unexpected<Error> refuse(ErrorCode code, std::size_t at, std::string_view what) {
  return fail(code, "append: " + std::string{what} + " (event " + std::to_string(at) + " of the group)");
}

Status check_parts(std::size_t at, std::span<const StoredPart> parts, std::size_t& group_bytes) {
  if (parts.size() > limits::parts_max) return refuse(ErrorCode::limit, at, "too many parts");
  std::size_t total = 0;
  for (const auto& part : parts) {
    if (part.part_key.size() > part_key_bytes_max) return refuse(ErrorCode::limit, at, "part key too long");
    if (part.sealed.size() > limits::part_bytes_max + seal_overhead_max) return refuse(ErrorCode::limit, at, "part too long");
    if (part.erased && !(part.part_key.empty() && part.sealed.empty())) return refuse(ErrorCode::bad_input, at, "erased part with content");
    total += part.sealed.size();
  }
  if (total > limits::parts_total_bytes_max + parts.size() * seal_overhead_max) return refuse(ErrorCode::limit, at, "parts too long together");
  group_bytes += total;
  return {};
}

Status check_record(std::size_t at, const NewEvent& event, std::size_t& group_bytes) {
  const auto& record = event.record;
  if (record.leaf.empty()) return refuse(ErrorCode::bad_input, at, "empty leaf");
  if (record.leaf.size() > limits::leaf_bytes_max) return refuse(ErrorCode::limit, at, "leaf too long");
  if (record.header.size() > limits::header_bytes_max) return refuse(ErrorCode::limit, at, "header too long");
  if (record.signatures.size() > limits::signature_block_bytes_max) return refuse(ErrorCode::limit, at, "signature block too long");
  if (record.admission.size() > limits::admission_bytes_max) return refuse(ErrorCode::limit, at, "admission too long");
  const bool has_more = !record.header.empty() || !record.signatures.empty() || !record.admission.empty() || !event.parts.empty();
  if (record.purged && has_more) return refuse(ErrorCode::bad_input, at, "purged record with more than its leaf");
  if (!record.purged && event.event.is_zero()) return refuse(ErrorCode::bad_input, at, "event id is zero");
  group_bytes += record.leaf.size() + record.header.size() + record.signatures.size() + record.admission.size();
  return {};
}

Status check_positions(std::size_t at, std::span<const NewPosition> positions) {
  if (positions.size() > limits::tags_max) return refuse(ErrorCode::limit, at, "too many positions");
  for (const auto& position : positions) {
    const auto cls = position.list.cls;
    const bool is_listed = cls == ChainClass::kase || cls == ChainClass::read || cls == ChainClass::registry;
    if (!is_listed || position.n == 0) return refuse(ErrorCode::bad_input, at, "position of another class, or numbered zero");
  }
  return {};
}

// A cosignature's timestamp stands before its signature; other signatures carry no time and are alike.
std::uint64_t stamp_of(const crypto::NoteSignature& signature) {
  std::uint64_t time = 0;
  if (signature.bytes.size() != 8 + 64) return 0;
  for (std::size_t i = 0; i < 8; ++i) time = time << 8 | signature.bytes[i];
  return time;
}

bool same_signer(const crypto::NoteSignature& a, const crypto::NoteSignature& b) { return a.name == b.name && a.id == b.id; }

void add_signature(std::vector<crypto::NoteSignature>& kept, const crypto::NoteSignature& offered) {
  std::vector<std::size_t> same;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!same_signer(kept[i], offered)) continue;
    if (kept[i].bytes == offered.bytes) return;
    same.push_back(i);
  }
  if (same.size() < 2) {
    kept.push_back(offered);
  } else if (stamp_of(offered) > stamp_of(kept[same.back()])) {
    kept[same.back()] = offered;
  }
}

}  // namespace

Status check_group(std::span<const NewEvent> events) {
  if (events.size() > limits::group_events_max) return fail(ErrorCode::limit, "append: more than " + std::to_string(limits::group_events_max) + " events in a group");
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < events.size(); ++at) {
    INZICHT_CHECK(check_record(at, events[at], bytes));
    INZICHT_CHECK(check_parts(at, events[at].parts, bytes));
    INZICHT_CHECK(check_positions(at, events[at].positions));
  }
  if (bytes > limits::group_bytes_max) return fail(ErrorCode::limit, "append: more than " + std::to_string(limits::group_bytes_max) + " bytes in a group");
  return {};
}

Status check_replaces(const Log& log, const PartsAt& event) {
  const auto refused = [&](std::string_view what) {
    return fail(ErrorCode::bad_input,
                "replace parts: " + std::string{what} + " (index=" + std::to_string(event.index) + ")");
  };
  if (event.index >= log.size()) return refused("no event at this index");
  INZICHT_TRY(stored, log.read_parts(event.index));
  if (event.parts.empty() || stored.size() != event.parts.size())
    return refused("expected as many parts as there are");
  for (std::size_t n = 0; n < stored.size(); ++n) {
    const auto& to = event.parts[n];
    if (to.erased && !(to.part_key.empty() && to.sealed.empty())) return refused("erased part with content");
    if (stored[n].erased && !to.erased) return refused("what was erased does not come back");
    if (!to.erased && stored[n].sealed != to.sealed) return refused("other sealed bytes");
    if (to.part_key.size() > part_key_bytes_max) return refused("part key too long");
  }
  return {};
}

Status check_cache_name(std::string_view name) {
  if (name.empty() || name.size() > 255) return fail(ErrorCode::bad_input, "cache: the name is empty or over 255 bytes");
  if (name == purges_name) return fail(ErrorCode::bad_input, "cache: this name is the log's own");
  return {};
}

Result<std::string> merge_notes(std::string_view kept, std::string_view offered) {
  const auto more = crypto::Note::parse(offered);
  if (!more) return fail(ErrorCode::bad_input, "checkpoint: not a signed note");
  if (kept.empty()) return std::string{offered};
  auto note = crypto::Note::parse(kept);
  if (!note) return fail(ErrorCode::corruption, "checkpoint: what is kept is not a signed note");
  if (note->text != more->text) return fail(ErrorCode::conflict, "checkpoint: another text is kept for this size");
  for (const auto& signature : more->signatures) add_signature(note->signatures, signature);
  if (note->signatures.size() > note_signatures_max) return fail(ErrorCode::limit, "checkpoint: too many signatures");
  return note->serialise();
}

}  // namespace inzicht
