#include "ledger/verify/part_check.h"

#include <fmt/format.h>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/codec/catalogue.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/verify/header_fields.h"
#include "ledger/verify/sealed_form.h"
#include "ledger/verify/stored_bytes.h"

namespace inzicht {
namespace {

// A list part means exactly one thing: strictly decoded, and with the filled fields that the header names.
void check_list_message(schema::PartCommitment::Reader commitment, Bytes message, unsigned n, CheckedEvent& out) {
  const PartInfo* info = find_part(commitment.getPartType());
  if (info == nullptr) return;  // the strict header knows its part types
  const auto decoded = Message::decode(message, info->schema, limits::part_bytes_max);
  if (!decoded)
    return out.remark(decoded.error().newer ? Problem::newer_than_program : Problem::sealed_part_mismatch,
                      fmt::format("part {}: {}: {}", n, decoded.error().field, decoded.error().text));
  if (filled_bits(decoded->root(info->schema)) != commitment.getFilled())
    out.remark(Problem::sealed_part_mismatch, fmt::format("part {}: other fields are filled than the header names", n));
}

void check_stored(schema::PartCommitment::Reader commitment, const PartBytes& part, std::optional<Digest> named, unsigned n, CheckedEvent& out) {
  const bool is_list = commitment.getClass() == schema::PartClass::LIST;
  if (part.erased && is_list)
    return out.remark(Problem::erased_without_ground,
                      fmt::format("part {}: a list, which no decision erases", n));
  if (part.erased)
    return out.erased_parts.push_back(static_cast<std::uint16_t>(n));  // whether it may be, later events tell
  const Digest hash = crypto::sha256(part.sealed);
  if (named && *named != hash) out.remark(Problem::sealed_part_mismatch, fmt::format("part {}: the admission: {}", n, differ(*named, hash)));
  if (auto wrong = wrong_form(commitment, part.sealed))
    out.remark(Problem::sealed_part_mismatch, fmt::format("part {}: {}", n, *wrong));
  if (is_list ? !part.part_key.empty() : !is_part_key(part.part_key))
    out.remark(Problem::part_key_malformed, fmt::format("part {}: a part key of {} bytes", n, part.part_key.size()));
  if (!is_list) return;
  if (const auto message = unsealed_message(commitment, part.sealed)) check_list_message(commitment, *message, n, out);
}

// What an executed erasure lists as purged; nothing where the list cannot be read, which is told elsewhere.
void take_purge_grounds(schema::Header::Reader h, const std::vector<PartBytes>& stored, CheckedEvent& out) {
  if (h.getKind() != kind_erasure_executed) return;
  for (unsigned i = 0; i < h.getParts().size() && i < stored.size(); ++i) {
    const PartInfo* info = find_part(h.getParts()[i].getPartType());
    if (info == nullptr || info->name != "purged") continue;
    const auto message = unsealed_message(h.getParts()[i], stored[i].sealed);
    const auto decoded = message ? Message::decode(*message, info->schema, limits::part_bytes_max) : std::unexpected(Malformed{});
    if (!decoded) continue;
    for (auto row : decoded->root<schema::ErasureExecutedPurged>().getRows()) out.purge_grounds.push_back({row.getIndex(), digest_of(row.getLeaf())});
  }
}

// Whether the part lists the cases of an access event.
bool lists_cases(schema::Header::Reader h, schema::PartCommitment::Reader commitment) {
  const PartInfo* info = find_part(commitment.getPartType());
  return is_access_event(h.getKind()) && info != nullptr && info->is_list() && info->name == "cases";
}

std::optional<std::vector<CaseId>> listed_cases(schema::Header::Reader h, const std::vector<PartBytes>* stored) {
  std::vector<CaseId> out;
  for (unsigned i = 0; i < h.getParts().size(); ++i) {
    if (!lists_cases(h, h.getParts()[i])) continue;
    if (stored == nullptr || i >= stored->size()) return std::nullopt;
    const auto message = unsealed_message(h.getParts()[i], (*stored)[i].sealed);
    auto cases = message ? cases_of_list_part(*message) : std::nullopt;
    if (!cases) return std::nullopt;
    out = std::move(*cases);
  }
  return out;
}

}  // namespace

std::optional<std::vector<CaseId>> check_parts(std::optional<Bytes> record, std::optional<schema::Admission::Reader> admission, CheckedEvent& out) {
  const auto h = out.header->header();
  const unsigned expected = h.getParts().size();
  if (admission && admission->getSealedParts().size() != expected)
    out.remark(Problem::part_count_mismatch, fmt::format("the header commits to {} parts, the admission names {}", expected, admission->getSealedParts().size()));
  if (expected == 0) {
    if (record) out.remark(Problem::part_count_mismatch, "parts beside an event that has none");
    return std::vector<CaseId>{};
  }
  if (!record) {
    out.remark(Problem::part_count_mismatch, fmt::format("expected {} parts, found none", expected));
    return listed_cases(h, nullptr);
  }
  const auto stored = split_parts(*record);
  if (!stored) {
    out.remark(Problem::parts_record_malformed, fmt::format("a parts record of {} bytes", record->size()));
    return listed_cases(h, nullptr);
  }
  if (stored->size() != expected) out.remark(Problem::part_count_mismatch, fmt::format("expected {} parts, found {}", expected, stored->size()));
  for (unsigned i = 0; i < std::min<std::size_t>(expected, stored->size()); ++i) {
    std::optional<Digest> named;
    if (admission && i < admission->getSealedParts().size()) named = digest_of(admission->getSealedParts()[i]);
    check_stored(h.getParts()[i], (*stored)[i], named, i, out);
  }
  take_purge_grounds(h, *stored, out);
  return listed_cases(h, &*stored);
}

}  // namespace inzicht
