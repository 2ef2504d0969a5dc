// Corrections beside what they correct, for every view of events that has no column of its own for them.
//
// Source:  docs/domain.md §9 (all views); AVG 16.
#pragma once
#include <span>

#include "ledger/log/log.h"
#include "projections/view.h"

namespace inzicht {

// The corrections (1204) of the event that a row stands on, as far as the query's moments let them be seen: as a last column
// "correctedBy", or, where a window has no room for one, beside what the row says of its event. Nothing where the view tells it already.
enum class CorrectionsIn { own_column, the_events_cell };
Status add_corrections(ViewResult& result, const Log& log, std::span<const CaseId> cases, const ViewQuery& query, CorrectionsIn where);

}  // namespace inzicht
