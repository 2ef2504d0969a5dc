#include "ledger/verify/erased_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/codec/catalogue.h"
#include "ledger/codec/chains_of.h"
#include "ledger/verify/header_fields.h"

namespace inzicht {

void ErasedParts::take(const CheckedEvent& event) {
  if (event.erased_parts.empty()) return;
  count_ += event.erased_parts.size();
  const auto header = event.header->header();  // parts are read with a header only
  erased_.push_back({event.index, id_of<EventId>(header.getEvent()).value_or(EventId{}),
                     id_of<CaseId>(header.getCase()), header.getKind(), event.erased_parts});
}

void ErasedParts::take_ground(std::uint64_t index, const EventId& id, schema::Header::Reader header) {
  const auto facts = header.getFacts();
  if (header.getKind() == kind_erasure_decided) {
    const auto decided = facts.getErasureDecided();
    decisions_.try_emplace(id, Decision{decided.getScope(), id_of<CaseId>(header.getCase()),
                                        named(decided.getParts()), named(decided.getKeep())});
  }
  if (header.getKind() != kind_erasure_executed) return;
  // Only what was decided before this counts; a decision that comes later is not in the map yet.
  for (auto reference : header.getReferences()) {
    const auto decision = id_of<EventId>(reference.getEvent());
    if (reference.getRelation() == schema::RefType::EXECUTES && decision && decisions_.contains(*decision))
      executions_.push_back({index, *decision, facts.getErasureExecuted().getScope()});
  }
}

void ErasedParts::check(Problems& problems) const {
  for (const auto& one : erased_)
    for (const auto part : one.parts)
      if (!is_grounded(one, part))
        problems.add({one.index, one.event, Problem::erased_without_ground,
                      fmt::format("part {}: no erasure carries out a decision to erase it", part)});
}

std::vector<ErasedParts::PartName> ErasedParts::named(capnp::List<schema::PartRef>::Reader list) {
  std::vector<PartName> out;
  for (auto one : list) out.push_back({id_of<EventId>(one.getEvent()).value_or(EventId{}), one.getPart()});
  std::ranges::sort(out);
  return out;
}

bool ErasedParts::covers(const Decision& decision, const Erased& erased, std::uint16_t part) {
  if (!decision.kase || decision.kase != erased.kase) return false;
  const PartName name{erased.event, part};
  if (std::ranges::binary_search(decision.keep, name)) return false;
  const bool is_kept_kind = is_registry_event(erased.kind) ||
                            (erased.kind >= kind_block_placed && erased.kind <= kind_erasure_executed);
  switch (decision.scope) {
    case schema::ErasureScope::WHOLE_SUBJECT:
    case schema::ErasureScope::LISTED_PARTS:
      return std::ranges::binary_search(decision.parts, name);
    case schema::ErasureScope::CASE_PARTS:
      return !is_kept_kind;
    default:
      return false;
  }
}

bool ErasedParts::is_grounded(const Erased& erased, std::uint16_t part) const {
  return std::ranges::any_of(executions_, [&](const Execution& one) {
    if (one.index <= erased.index) return false;
    const auto& decision = decisions_.at(one.decision);
    return decision.scope == one.scope && covers(decision, erased, part);
  });
}

}  // namespace inzicht
