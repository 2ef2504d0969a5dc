// The headers of one case, or of the registry, read from the log as a history for terms, rules over time and case views.
//
// Shape:   as of the query: what was recorded after recorded_until or occurred after occurred_until is left out. Purged events are too.
// Errors:  those of the log; corruption when a header or admission does not read, with the index.
// Cost:    grows with the case, not with the ledger.
// Owns:    the headers that the history points at. Threads: one.
#pragma once
#include <functional>
#include <memory>

#include "ledger/codec/strict.h"
#include "ledger/log/log.h"
#include "ledger/watch/case_history.h"
#include "projections/view.h"

namespace inzicht {

class ReadHistory {
 public:
  static Result<ReadHistory> of_case(const Log& log, const CaseId& kase, const ViewQuery& query);
  // Who looked at the case: its access events.
  static Result<ReadHistory> of_reads(const Log& log, const CaseId& kase, const ViewQuery& query);
  static Result<ReadHistory> of_registry(const Log& log, const ViewQuery& query);
  // One event alone, whatever it belongs to; empty when it was purged.
  static Result<ReadHistory> of_event(const Log& log, std::uint64_t index);
  // Without the events that are not wanted.
  void keep(const std::function<bool(const HistoryEvent&)>& wanted);
  const CaseHistory& operator*() const { return *history_; }
  const CaseHistory* operator->() const { return history_.get(); }

 private:
  ReadHistory() = default;
  static Result<ReadHistory> read(const Log& log, const PositionList& list, const ViewQuery& query);

  Status take(const EventRecord& record, std::uint64_t index, const ViewQuery& query, std::vector<HistoryEvent>& events);

  std::vector<HeaderMessage> headers_;
  std::unique_ptr<CaseHistory> history_;
};

// Of every case of the ledger, ascending.
std::vector<CaseId> cases_of(const Log& log);

}  // namespace inzicht
