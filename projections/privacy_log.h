// Who shared what about whom, with whom, why, on which ground, and whether the person was told.
//
// Shape:   one row per decision (407), execution (408; 501 that executes a decision or should have), request for advice (406), advice (504)
//          and informing (410). An execution shows the ground of the decision it executes; a meeting also its data and purposes.
//          Flags: "share.noDecision" (a share that executes none), "share.againstDecision" (the decision was not to share).
// Totals:  of the rows shown: shares with consent, without, without personal data, to the person; without a decision; decisions not to
//          share; talks, and those with the family present.
// Order:   occurred, recorded, index.
// Filters: all of ViewQuery; extra: a code of shareRoute or shareException, "noDecision" or "notTold". Without a case: the whole ledger.
// Source:  docs/domain.md §8, §9 view 5.
#pragma once
#include "projections/view.h"
#include "projections/view_store.h"

namespace inzicht {

std::unique_ptr<Projection> make_privacy_log();
Result<ViewResult> query_privacy_log(const ViewStore& store, const ViewQuery& query);

}  // namespace inzicht
