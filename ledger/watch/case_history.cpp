#include "ledger/watch/case_history.h"

#include <algorithm>

namespace inzicht {

CaseHistory::CaseHistory(std::vector<HistoryEvent> events) : events_(std::move(events)) {
  for (const auto& one : events_) {
    in_order_.push_back(&one);
    by_id_.emplace(one.id, &one);
  }
  std::ranges::stable_sort(in_order_, {}, &HistoryEvent::occurred);
  for (const auto* one : in_order_) by_kind_[one->kind()].push_back(one);
}

const HistoryEvent* CaseHistory::find(const EventId& id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : at->second;
}

const std::vector<const HistoryEvent*>& CaseHistory::of(std::uint16_t kind) const {
  static const std::vector<const HistoryEvent*> none;
  const auto at = by_kind_.find(kind);
  return at == by_kind_.end() ? none : at->second;
}

bool refers(const HistoryEvent& event, schema::RefType relation, const EventId& to) { return names(references_of(event.event.header, relation), to); }

}  // namespace inzicht
