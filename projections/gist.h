// What an event comes down to in codes: the decision, the kind of thing, the outcome; never words.
#pragma once
#include "ledger/watch/case_history.h"
#include "projections/cells.h"

namespace inzicht::views {

// The first codes of the facts; for kinds where others matter more, those.
Cell gist_cell(const HistoryEvent& event);
// The same, or that it is guarded, for a reader who may not see guarded facts (docs/domain.md §0.3).
Cell gist_cell(const HistoryEvent& event, bool guarded_facts);
bool is_guarded_kind(std::uint16_t kind);
// A guarded kind, or a correction that says what the facts of one should have been.
bool has_guarded_facts(const HistoryEvent& event);

}  // namespace inzicht::views
