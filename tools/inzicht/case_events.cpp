#include "tools/inzicht/case_events.h"

#include <algorithm>

#include "ledger/codec/leaf.h"

namespace inzicht::cli {
namespace {

std::vector<Atom> findings_of(Bytes admission) {
  std::vector<Atom> out;
  const auto message = Message::stored(admission);
  if (!message) return out;
  for (auto finding : message->root<schema::Admission>().getFindings())
    out.push_back(RuleCell{finding.getRule().cStr(), finding.getOutcome() == schema::Finding::Outcome::EXPLAINED ? "explained" : "warned"});
  return out;
}

bool wanted(const CaseEvent& event, const ViewQuery& q) {
  const auto h = event.header();
  const Micros occurred = h.getOccurred().getFrom();
  if (q.occurred_from && occurred < *q.occurred_from) return false;
  if (q.occurred_until && occurred > *q.occurred_until) return false;
  if (q.recorded_until && event.recorded_at > *q.recorded_until) return false;
  if (q.actor && !std::ranges::equal(h.getActor(), q.actor->bytes)) return false;
  if (q.kind && h.getKind() != *q.kind) return false;
  if (!q.person) return true;
  for (auto subject : h.getSubjects())
    if (std::ranges::equal(subject, q.person->bytes)) return true;
  return false;
}

}  // namespace

Result<std::vector<CaseEvent>> case_events(OpenLedger& ledger, const CaseId& kase, const ViewQuery& query) {
  std::vector<CaseEvent> out;
  const auto indexes = case_indexes(ledger.log(), kase);
  auto records = ledger.log().read_many(indexes);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i]) return std::unexpected(records[i].error());
    const auto leaf = decode_leaf(records[i]->leaf);
    auto message = records[i]->purged ? std::nullopt : HeaderMessage::stored(records[i]->header);
    if (!leaf || !message) continue;
    CaseEvent event{indexes[i], leaf->recorded_at, std::move(*message), findings_of(records[i]->admission)};
    if (wanted(event, query)) out.push_back(std::move(event));
  }
  std::ranges::stable_sort(out, {}, [](const CaseEvent& e) { return e.header().getOccurred().getFrom(); });
  return out;
}

Atom id_atom(schema::IdKind kind, capnp::Data::Reader id) {
  IdCell cell{kind, {}};
  std::copy_n(id.begin(), std::min(id.size(), cell.id.size()), cell.id.begin());
  return cell;
}
Cell id_cell(schema::IdKind kind, capnp::Data::Reader id) { return id.size() == 0 ? Cell{} : Cell(id_atom(kind, id)); }
Cell ids_cell(schema::IdKind kind, capnp::List<capnp::Data>::Reader ids) {
  std::vector<Atom> out;
  for (auto id : ids) out.push_back(id_atom(kind, id));
  return Cell::list(std::move(out));
}
Cell date_cell(bool present, schema::Date::Reader d) { return present ? Cell(Atom(Date{d.getYear(), d.getMonth(), d.getDay()})) : Cell{}; }

Cell words_cell(const CaseEvent& event, unsigned position, std::string_view field) {
  const auto h = event.header();
  const PartInfo* info = find_part(std::uint32_t{h.getKind()} * 10 + position);
  if (info == nullptr) return {};
  KJ_IF_MAYBE (f, info->schema.findFieldByName(std::string(field))) {
    for (unsigned n = 0; n < h.getParts().size(); ++n) {
      const auto part = h.getParts()[n];
      if (part.getPartType() == info->part_type && (part.getFilled() >> f->getIndex() & 1) != 0)
        return Atom(WordsCell{event.index, static_cast<std::uint16_t>(n), std::string(field)});
    }
  }
  return {};
}

}  // namespace inzicht::cli
