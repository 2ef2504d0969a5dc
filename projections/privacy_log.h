// Who shared what about whom, with whom, why, on which ground, and whether the person was told.
//
// Shape:   one row per decision (407), execution (408; 501 that executes a decision or should have), request
// for information (405), what came
//          of one (409), request for advice (406), advice (504), informing (410), its postponement (411),
//          notice of a change (412), request for a measure (905), copy (1203), export (1302, with each case
//          it reads), bundle (1303) and breach (1306). What a breach is about shows its severity and when the
//          authority was told. A guarded event is masked unless the query allows guarded facts. An execution
//          shows the ground of the decision it executes; a meeting also its data and purposes. Flags:
//          "share.noDecision" (a share that executes none), "share.againstDecision" (the decision was not to
//          share). Column "party": each recipient by their organisation of the time, as the registry says it,
//          where there is one; the organisation of who did it likewise. Both are what the filter by
//          organisation looks at. Who recorded a meeting did not share with themselves.
// Totals:  of the rows shown, masked ones not counted: shares with consent, without, without personal data,
// to the person; without a decision; decisions not to
//          share; talks, and those with the family present.
// Order:   occurred, recorded, index.
// Filters: all of ViewQuery; extra: a code of shareRoute or shareException, "noDecision" or "notTold".
// Without a case: the whole ledger. Source:  docs/domain.md §8, §9 view 5.
#pragma once
#include "ledger/log/log.h"
#include "projections/view.h"
#include "projections/view_store.h"

namespace inzicht {

std::unique_ptr<Projection> make_privacy_log();
Result<ViewResult> query_privacy_log(const ViewStore& store, const Log& log, const ViewQuery& query);

}  // namespace inzicht
