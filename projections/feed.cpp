#include "projections/feed.h"

#include "ledger/codec/leaf.h"
#include "ledger/domain/values.h"

namespace inzicht::views {
namespace {

std::unexpected<Error> damaged(std::string_view what, std::uint64_t index) {
  return fail(ErrorCode::corruption, "views: " + std::string{what} + " does not read (index=" + std::to_string(index) + ")");
}

}  // namespace

Result<const FedEvent*> Feed::event(const EventView& stored) {
  switch (kind_of_leaf(stored.leaf)) {
    case LeafKind::skipped: return nullptr;
    case LeafKind::malformed: return damaged("a leaf", stored.index);
    case LeafKind::newer: return fail(ErrorCode::newer, "views: written by a newer program (index=" + std::to_string(stored.index) + ")");
    case LeafKind::event: break;
  }
  if (stored.purged) return nullptr;
  return reading(stored.index, [&] { return decode(stored); });
}

Result<const FedEvent*> Feed::decode(const EventView& stored) {
  const auto leaf = decode_leaf(stored.leaf);
  if (!header_.read(stored.header, capnp::Schema::from<schema::Header>())) return damaged("a header", stored.index);
  const auto header = header_.root<schema::Header>();
  if (!has_facts_of_its_kind(header)) return damaged("a header", stored.index);
  fed_.recorded = {stored.index, leaf->recorded_at, leaf->header_hash, header};
  fed_.event = id_or_zero<EventId>(header.getEvent());
  fed_.kase = id_or_zero<CaseId>(header.getCase());
  fed_.occurred = header.getOccurred().getFrom();
  findings_.clear();
  if (!stored.admission.empty()) {
    if (!admission_.read(stored.admission, capnp::Schema::from<schema::Admission>())) return damaged("an admission", stored.index);
    take_findings(admission_.root<schema::Admission>());
  }
  fed_.findings = findings_;
  return &fed_;
}

void Feed::take_findings(schema::Admission::Reader admission) {
  for (auto finding : admission.getFindings()) {
    const auto rule = finding.getRule();
    findings_.push_back({{rule.begin(), rule.size()}, finding.getOutcome() == schema::Finding::Outcome::EXPLAINED});
  }
}

}  // namespace inzicht::views
