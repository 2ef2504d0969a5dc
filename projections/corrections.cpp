#include "projections/corrections.h"

#include <algorithm>
#include <map>

#include "projections/cells.h"
#include "projections/read_history.h"

namespace inzicht {

namespace {

using CorrectedBy = std::map<std::uint64_t, std::vector<EventId>>;  // by index of what is corrected

Result<CorrectedBy> corrections_of(const Log& log, std::span<const CaseId> cases, const ViewQuery& query) {
  CorrectedBy out;
  for (const CaseId& kase : cases) {
    INZICHT_TRY(history, ReadHistory::of_case(log, kase, query));
    for (const auto* correction : history->of(1204))
      for (const EventId& corrected : references_of(correction->event.header, schema::RefType::CORRECTS))
        if (const HistoryEvent* event = history->find(corrected)) out[event->event.index].push_back(correction->id);
  }
  return out;
}

// The column that says what the event is; the last one where none does.
std::size_t events_column(const ViewResult& result) {
  static constexpr std::string_view keys[] = {"kind", "what", "event", "item", "goal", "type"};
  for (const auto key : keys)
    if (const auto at = std::ranges::find(result.columns, key, &Column::key); at != result.columns.end()) return static_cast<std::size_t>(at - result.columns.begin());
  return result.columns.size() - 1;
}

}  // namespace

Status add_corrections(ViewResult& result, const Log& log, std::span<const CaseId> cases, const ViewQuery& query, CorrectionsIn where) {
  if (result.columns.empty() || std::ranges::find(result.columns, "correctedBy", &Column::key) != result.columns.end()) return {};
  INZICHT_TRY(by, corrections_of(log, cases, query));
  const std::size_t beside = events_column(result);
  if (where == CorrectionsIn::own_column) result.columns.push_back({"correctedBy", "gecorrigeerd door", "corrected by"});
  for (Row& row : result.rows) {
    const auto at = by.find(row.index);
    if (where == CorrectionsIn::own_column) {
      row.cells.push_back(at == by.end() ? Cell::list({}) : views::ids_cell(at->second));
    } else if (at != by.end()) {
      row.cells[beside].atoms.push_back(TextCell{"corrected"});
      for (const EventId& id : at->second) row.cells[beside].atoms.push_back(views::id_atom(id));
    }
  }
  return {};
}

}  // namespace inzicht
