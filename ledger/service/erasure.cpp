#include "ledger/service/erasure.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "crypto/merkle/tree.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/leaf.h"
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

// What must hold of an event before a 1209 that lists it takes it out.
struct Asked {
  std::uint64_t before = 0;           // its own index
  Micros at = 0;                      // when it was recorded
  std::optional<Duration> term;       // since the event was recorded, and of the case: after retention
  std::optional<CaseId> kase;
};

std::optional<std::string_view> refusal(const Asked& asked, std::uint64_t index, const EventRecord& record, Bytes listed_leaf) {
  if (index >= asked.before) return "the list names a later event";
  if (!std::ranges::equal(crypto::leaf_hash(record.leaf), listed_leaf)) return "the list names another leaf";
  const auto leaf = decode_leaf(record.leaf);
  if (asked.term && (!leaf || add(leaf->recorded_at, *asked.term) > asked.at)) return "its term has not passed";
  const auto message = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
  if (!message) return std::nullopt;
  if (is_never_purged(message->header().getKind())) return "the list names an event that is never purged";
  if (asked.kase && id_of<CaseId>(message->header().getCase()) != asked.kase) return "the list names an event of another case";
  return std::nullopt;
}

// The events that a 1209 lists as purged, each still the one it names and one that may go.
Result<std::vector<std::uint64_t>> listed(const Log& log, const Asked& asked, schema::Header::Reader header) {
  std::vector<std::uint64_t> out;
  INZICHT_TRY(parts, log.read_parts(asked.before));
  for (unsigned i = 0; i < header.getParts().size() && i < parts.size(); ++i) {
    const auto commitment = header.getParts()[i];
    const PartInfo* info = find_part(commitment.getPartType());
    if (info == nullptr || info->name != "purged") continue;
    Digest hash{};
    if (commitment.getCommitment().size() == hash.size()) std::ranges::copy(commitment.getCommitment(), hash.begin());
    const auto open = open_part({}, {}, static_cast<std::uint16_t>(i), hash, parts[i].sealed);
    const auto message = open ? unpad_part(open->plain) : std::nullopt;
    const auto decoded = message ? Message::stored(*message, info->schema) : std::nullopt;
    if (!decoded) return fail(ErrorCode::corruption, fmt::format("erase: the list of an erasure cannot be read (index={})", asked.before));
    for (auto row : decoded->root<schema::ErasureExecutedPurged>().getRows()) {
      const auto record = row.getIndex() < asked.before ? log.read(row.getIndex()) : Result<EventRecord>(EventRecord{});
      if (!record) return std::unexpected(record.error());
      const auto why = refusal(asked, row.getIndex(), *record, {row.getLeaf().begin(), row.getLeaf().size()});
      if (why) left_alone(*why, row.getIndex());
      else out.push_back(row.getIndex());
    }
  }
  return out;
}

// Every sealed part of these events.
Result<std::vector<ErasurePlan::Words>> words_of(const Log& log, std::span<const std::uint64_t> indexes) {
  std::vector<ErasurePlan::Words> out;
  for (const auto index : indexes) {
    INZICHT_TRY(record, log.read(index));
    const auto message = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
    if (!message) continue;
    std::uint16_t n = 0;
    for (auto part : message->header().getParts()) {
      const auto number = n++;
      if (part.getClass() == schema::PartClass::LIST) continue;
      out.push_back({index, number, PartSubjectId::from({part.getSubject().begin(), part.getSubject().size()}).value_or(PartSubjectId{})});
    }
  }
  return out;
}

// After retention: words first, so that neither the store of before nor a key of today gives them back.
Status carry_out_purge(OpenLedger& ledger, Asked asked, schema::Header::Reader header, const ErasureOrder& order) {
  const auto retention = ledger.service().with_registry([&](const Registry& registry) { return retention_on(registry, asked.at); });
  asked.term = is_wmo(order) ? retention.wmo : retention.jeugdwet;
  asked.kase = order.kase;
  INZICHT_TRY(purge, listed(ledger.log(), asked, header));
  INZICHT_TRY(words, words_of(ledger.log(), purge));
  INZICHT_CHECK(erase_words(ledger, words));
  return ledger.service().purge(purge);
}

Status carry_out(OpenLedger& ledger, std::uint64_t index, schema::Header::Reader header, Micros recorded_at) {
  const auto scope = header.getFacts().getErasureExecuted().getScope();
  const auto decision = reference_of(header, schema::RefType::EXECUTES);
  const auto order = decision ? erasure_order(ledger.log(), *decision) : Result<ErasureOrder>(ErasureOrder{});
  if (!order && order.error().code != ErrorCode::not_found) return std::unexpected(order.error());
  // Without a decision that is there nothing is known of what may go.
  if (order && order->scope != schema::ErasureScope::UNSET && order->scope != scope) return {};
  if (scope == schema::ErasureScope::PURGE) return order ? carry_out_purge(ledger, {index, recorded_at, {}, {}}, header, *order) : Status{};
  INZICHT_TRY(purge, listed(ledger.log(), {index, recorded_at, {}, {}}, header));
  if (order) {
    INZICHT_TRY(plan, survey_erasure(ledger.log(), *order, index));
    INZICHT_CHECK(erase_words(ledger, plan.words));
  }
  if (scope != schema::ErasureScope::WHOLE_SUBJECT) return {};
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
    if (message && message->header().getKind() == kind_executed) found.push_back(stored.index);
    return true;
  }));
  for (const auto index : found) {
    INZICHT_TRY(record, ledger.log().read(index));
    const auto message = HeaderMessage::stored(record.header);
    const auto leaf = decode_leaf(record.leaf);
    if (!message || !leaf) return fail(ErrorCode::corruption, fmt::format("erase: an erasure cannot be read (index={})", index));
    INZICHT_CHECK(carry_out(ledger, index, message->header(), leaf->recorded_at));
  }
  if (!found.empty()) INZICHT_CHECK(ledger.new_epoch());
  INZICHT_CHECK(ledger.log().put_cache(note_name, {}));
  return found.size();
}

}  // namespace inzicht
