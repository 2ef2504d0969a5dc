#include "projections/read_history.h"

#include "ledger/codec/leaf.h"
#include "projections/findings.h"

namespace inzicht {
namespace {

constexpr std::size_t page_events = 1000;

std::unexpected<Error> damaged(std::string_view what, std::uint64_t index) {
  return fail(ErrorCode::corruption, "views: " + std::string{what} + " does not read (index=" + std::to_string(index) + ")");
}

// Rules that the ledger found, and those that the author named beyond them.
Status note_findings(const EventRecord& record, std::uint64_t index, HistoryEvent& out) {
  if (!record.admission.empty()) {
    const auto admission = Message::stored(record.admission, capnp::Schema::from<schema::Admission>());
    if (!admission) return damaged("an admission", index);
    for (auto finding : admission->root<schema::Admission>().getFindings())
      (finding.getOutcome() == schema::Finding::Outcome::EXPLAINED ? out.explained : out.warned).emplace_back(finding.getRule().cStr());
  }
  for (auto rule : out.event.header.getDeviates())
    if (const std::string name = rule.cStr(); std::ranges::find(out.explained, name) == out.explained.end()) out.explained.push_back(name);
  return {};
}

bool in_time(const HistoryEvent& event, const ViewQuery& query) {
  return (!query.occurred_until || event.occurred <= *query.occurred_until) && (!query.recorded_until || event.event.recorded_at <= *query.recorded_until);
}

}  // namespace

Status ReadHistory::take(const EventRecord& record, std::uint64_t index, const ViewQuery& query, std::vector<HistoryEvent>& events) {
  if (record.purged) return {};
  const auto leaf = decode_leaf(record.leaf);
  auto header = HeaderMessage::stored(record.header);
  if (!leaf || !header) return damaged("an event", index);
  HistoryEvent event;
  event.event = {index, leaf->recorded_at, leaf->header_hash, header->header()};
  event.id = event_id(event.event);
  event.occurred = occurred_at(event.event);
  INZICHT_CHECK(note_findings(record, index, event));
  if (!in_time(event, query)) return {};
  events.push_back(std::move(event));
  headers_.push_back(std::move(*header));
  return {};
}

Result<ReadHistory> ReadHistory::read(const Log& log, const PositionList& list, const ViewQuery& query) {
  ReadHistory out;
  std::vector<HistoryEvent> events;
  for (std::uint64_t from = 1;;) {
    INZICHT_TRY(page, log.positions(list, from, page_events));
    std::vector<std::uint64_t> indexes;
    for (const auto& position : page) indexes.push_back(position.index);
    const auto records = log.read_many(indexes);
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!records[i]) return std::unexpected(records[i].error());
      INZICHT_CHECK(out.take(*records[i], indexes[i], query, events));
    }
    if (page.size() < page_events) break;
    from += page.size();
  }
  out.history_ = std::make_unique<CaseHistory>(std::move(events));
  return out;
}

Result<ReadHistory> ReadHistory::of_event(const Log& log, std::uint64_t index) {
  ReadHistory out;
  std::vector<HistoryEvent> events;
  INZICHT_TRY(record, log.read(index));
  INZICHT_CHECK(out.take(record, index, {}, events));
  out.history_ = std::make_unique<CaseHistory>(std::move(events));
  return out;
}

Result<ReadHistory> ReadHistory::of_case(const Log& log, const CaseId& kase, const ViewQuery& query) {
  return read(log, {ChainClass::kase, kase.bytes}, query);
}

Result<ReadHistory> ReadHistory::of_reads(const Log& log, const CaseId& kase, const ViewQuery& query) { return read(log, {ChainClass::read, kase.bytes}, query); }

Result<ReadHistory> ReadHistory::of_registry(const Log& log, const ViewQuery& query) { return read(log, {ChainClass::registry, {}}, query); }

void ReadHistory::keep(const std::function<bool(const HistoryEvent&)>& wanted) {
  std::vector<HistoryEvent> kept;
  std::ranges::copy_if(history_->events(), std::back_inserter(kept), wanted);
  history_ = std::make_unique<CaseHistory>(std::move(kept));
}

std::vector<CaseId> cases_of(const Log& log) {
  std::vector<CaseId> out;
  for (const auto& id : log.lists(ChainClass::kase)) out.push_back(CaseId{id});
  return out;
}

}  // namespace inzicht
