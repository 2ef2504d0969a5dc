#include "ledger/service/erasure.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/digest.h"
#include "crypto/merkle/tree.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/strict.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/vault/part_seal.h"

namespace inzicht {
namespace {

constexpr std::string_view note_name = "erasure";
constexpr std::uint16_t kind_executed = 1209;
// Blocks, decisions and acts of the rights themselves: without them nobody could say why something is gone.
constexpr std::array<std::uint16_t, 4> kept_kinds{1206, 1207, 1208, 1209};

bool is_never_purged(std::uint16_t kind) { return is_registry_event(kind) || std::ranges::find(kept_kinds, kind) != kept_kinds.end(); }

bool is_one_of(std::span<const SubjectId> all, capnp::Data::Reader one) {
  return std::ranges::any_of(all, [&](const SubjectId& id) { return std::ranges::equal(id.bytes, Bytes(one.begin(), one.size())); });
}

// One event against the persons who go.
void look_at(const EventView& stored, schema::Header::Reader header, std::span<const SubjectId> about, ErasurePlan& plan, std::set<CaseId>& cases, Buffer& erased) {
  const auto subjects = header.getSubjects();
  bool names = false, words = false, others = subjects.size() == 0;
  for (auto subject : subjects) (is_one_of(about, subject) ? names : others) = true;
  std::uint16_t number = 0;
  for (auto part : header.getParts()) {
    if (is_one_of(about, part.getSubject())) {
      names = words = true;
      ++plan.parts;
      crypto::append(erased, Bytes(header.getEvent().begin(), header.getEvent().size()));
      erased.push_back(static_cast<std::uint8_t>(number));
    } else {
      others = true;
    }
    ++number;
  }
  if (!names) return;
  if (const auto kase = CaseId::from({header.getCase().begin(), header.getCase().size()}); header.hasCase() && kase) cases.insert(*kase);
  const bool purged = !others && !is_never_purged(header.getKind());
  if (purged) plan.purge.push_back({stored.index, crypto::leaf_hash(stored.leaf)});
  if (!words && !purged) return;
  if (plan.events++ == 0) plan.first = stored.index;
  plan.last = stored.index;
}

Error at(std::string_view text, std::uint64_t index) { return {ErrorCode::bad_input, fmt::format("erase: {} (index={})", text, index)}; }

// The events that a 1209 lists as purged, each still the one it names.
Result<std::vector<std::uint64_t>> listed(const Log& log, std::uint64_t index, schema::Header::Reader header) {
  std::vector<std::uint64_t> out;
  INZICHT_TRY(parts, log.read_parts(index));
  for (unsigned i = 0; i < header.getParts().size() && i < parts.size(); ++i) {
    const auto commitment = header.getParts()[i];
    const PartInfo* info = find_part(commitment.getPartType());
    if (info == nullptr || info->name != "purged") continue;
    Digest hash{};
    if (commitment.getCommitment().size() == hash.size()) std::ranges::copy(commitment.getCommitment(), hash.begin());
    const auto open = open_part({}, {}, static_cast<std::uint16_t>(i), hash, parts[i].sealed);
    const auto message = open ? unpad_part(open->plain) : std::nullopt;
    const auto decoded = message ? Message::stored(*message) : std::nullopt;
    if (!decoded) return fail(ErrorCode::corruption, fmt::format("erase: the list of an erasure cannot be read (index={})", index));
    for (auto row : decoded->root<schema::ErasureExecutedPurged>().getRows()) {
      INZICHT_TRY(record, log.read(row.getIndex()));
      const auto leaf = crypto::leaf_hash(record.leaf);
      if (!std::ranges::equal(leaf, Bytes(row.getLeaf().begin(), row.getLeaf().size()))) return std::unexpected(at("the list names another leaf", row.getIndex()));
      const auto message_of = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
      if (message_of && is_never_purged(message_of->header().getKind())) return std::unexpected(at("the list names an event that is never purged", row.getIndex()));
      if (row.getIndex() < index) out.push_back(row.getIndex());
    }
  }
  return out;
}

// Of the scopes only a whole person is destroyed by this version.
bool is_to_carry_out(schema::Header::Reader header) {
  return header.getKind() == kind_executed && header.getFacts().getErasureExecuted().getScope() == schema::ErasureScope::WHOLE_SUBJECT;
}

Status carry_out(OpenLedger& ledger, std::uint64_t index, schema::Header::Reader header) {
  INZICHT_TRY(purge, listed(ledger.log(), index, header));
  for (auto person : header.getFacts().getErasureExecuted().getAbout()) {
    const auto subject = PartSubjectId::from({person.begin(), person.size()});
    if (!subject) continue;
    const auto gone = ledger.vault().destroy(*subject);
    if (!gone && gone.error().code != ErrorCode::not_found) return gone;
  }
  return ledger.service().purge(purge);
}

std::optional<std::uint64_t> number_of(const Buffer& bytes) {
  if (bytes.size() != 8) return std::nullopt;
  std::uint64_t out = 0;
  for (const auto byte : bytes) out = out << 8 | byte;
  return out;
}

}  // namespace

Result<ErasurePlan> plan_erasure(const Log& log, std::span<const SubjectId> about) {
  ErasurePlan plan;
  std::set<CaseId> cases;
  Buffer erased;
  INZICHT_CHECK(log.scan(0, log.size(), [&](const EventView& stored) {
    const auto message = stored.purged ? std::nullopt : HeaderMessage::stored(stored.header);
    if (message) look_at(stored, message->header(), about, plan, cases, erased);
    return true;
  }));
  plan.cases.assign(cases.begin(), cases.end());
  plan.certificate = crypto::sha256(erased);
  return plan;
}

Status check_other_cases(Service& service, const ErasurePlan& plan, const CaseId& decided_in, std::span<const SubjectId> about, Micros now) {
  for (const auto& kase : plan.cases) {
    if (kase == decided_in) continue;
    const bool may = service.with_case(kase, [&](const CaseState* state) {
      return state != nullptr && std::ranges::all_of(about, [&](const SubjectId& one) {
        return state->rights().block_on(one, holds, now) == nullptr && state->rights().last_erasure_of(one) != nullptr;
      });
    });
    if (!may)
      return fail(ErrorCode::conflict, fmt::format("erase: the person also stands in case {}: expected an erasure decided there too (1208) and no block in force", to_text(kase)));
  }
  return {};
}

Status begin_erasure(OpenLedger& ledger) {
  INZICHT_TRY(noted, ledger.log().get_cache(note_name));
  if (noted && number_of(*noted)) return {};  // one that was not finished is finished with this one
  Buffer size;
  crypto::append_u64(size, ledger.log().size());
  return ledger.log().put_cache(note_name, size);
}

Result<std::uint64_t> finish_erasures(OpenLedger& ledger) {
  INZICHT_TRY(noted, ledger.log().get_cache(note_name));
  const auto from = noted ? number_of(*noted) : std::nullopt;
  if (!from) return std::uint64_t{0};
  std::vector<std::uint64_t> found;
  INZICHT_CHECK(ledger.log().scan(*from, ledger.log().size(), [&](const EventView& stored) {
    const auto message = stored.purged ? std::nullopt : HeaderMessage::stored(stored.header);
    if (message && is_to_carry_out(message->header())) found.push_back(stored.index);
    return true;
  }));
  for (const auto index : found) {
    INZICHT_TRY(record, ledger.log().read(index));
    const auto message = HeaderMessage::stored(record.header);
    INZICHT_CHECK(carry_out(ledger, index, message->header()));
  }
  if (!found.empty()) INZICHT_CHECK(ledger.new_epoch());
  INZICHT_CHECK(ledger.log().put_cache(note_name, {}));
  return found.size();
}

}  // namespace inzicht
