// What changed between an earlier version of the family plan and the one in force: goals, tasks, and who agreed with each.
//
// Shape:   asked of the headers of the case, as of the moment of the query (occurred and recorded until as in every view).
// Errors:  bad_input without a case or when the family plan has no such version; those of the log.
// Source:  docs/domain.md §9 view 3; §4.8 (801, 802, 804-807).
#pragma once
#include "ledger/log/log.h"
#include "projections/view.h"

namespace inzicht {

Result<ViewResult> query_plan_difference(const Log& log, const ViewQuery& query, std::uint64_t version);

}  // namespace inzicht
