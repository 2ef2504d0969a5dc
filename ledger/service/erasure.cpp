#include "ledger/service/erasure.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "crypto/merkle/tree.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/strict.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/service/erasure_parts.h"
#include "ledger/vault/part_seal.h"

namespace inzicht {
namespace {

constexpr std::string_view note_name = "erasure";
constexpr std::uint16_t kind_executed = 1209;

void left_alone(std::string_view why, std::uint64_t index) {
  spdlog::warn("erase: {}: left as it is (index={})", why, index);
}

// The events that a 1209 lists as purged, each still the one it names and of a kind that may go.
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
      if (row.getIndex() >= index) {
        left_alone("the list names a later event", row.getIndex());
        continue;
      }
      INZICHT_TRY(record, log.read(row.getIndex()));
      const auto leaf = crypto::leaf_hash(record.leaf);
      const auto message_of = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
      if (!std::ranges::equal(leaf, Bytes(row.getLeaf().begin(), row.getLeaf().size())))
        left_alone("the list names another leaf", row.getIndex());
      else if (message_of && is_never_purged(message_of->header().getKind()))
        left_alone("the list names an event that is never purged", row.getIndex());
      else
        out.push_back(row.getIndex());
    }
  }
  return out;
}

bool is_to_carry_out(schema::Header::Reader header) {
  const auto scope = header.getFacts().getErasureExecuted().getScope();
  return scope == schema::ErasureScope::WHOLE_SUBJECT || scope == schema::ErasureScope::LISTED_PARTS ||
         scope == schema::ErasureScope::CASE_PARTS;
}

Status carry_out(OpenLedger& ledger, std::uint64_t index, schema::Header::Reader header) {
  INZICHT_TRY(purge, listed(ledger.log(), index, header));
  const auto decision = reference_of(header, schema::RefType::EXECUTES);
  const auto order = decision ? erasure_order(ledger.log(), *decision) : Result<ErasureOrder>(ErasureOrder{});
  if (!order && order.error().code != ErrorCode::not_found) return std::unexpected(order.error());
  if (order) {
    INZICHT_TRY(plan, survey_erasure(ledger.log(), *order, index));
    INZICHT_CHECK(erase_words(ledger, plan.words));
  }
  if (header.getFacts().getErasureExecuted().getScope() != schema::ErasureScope::WHOLE_SUBJECT) return {};
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
    if (message && message->header().getKind() == kind_executed && is_to_carry_out(message->header()))
      found.push_back(stored.index);
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
