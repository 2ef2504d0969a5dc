// What happened, in order, when it was recorded and by whom: one row per event.
//
// Shape:   columns occurred, recorded, lag (whole days, when more than one), kind, who, role, organisation,
// about, line, conformity,
//          findings; then what is often empty: until and precision of occurred, performer, corrects,
//          correctedBy; and the event. The line is a place in a sealed part; whether a reader may see it is
//          decided where it is opened.
// Order:   occurred, recorded, index. A correction stands at its own time; both it and what it corrects name
// the other. Filters: all of ViewQuery; extra: "dilemma", a code of kader, or one of conformity. Without a
// case: the whole ledger.
//          An organisation is by whom, of whom who did it was then a member by the registry, or whom the
//          facts name, itself or one of its people; for those facts the headers are read from the log.
// Source:  docs/domain.md §9 view 1.
#pragma once
#include "ledger/log/log.h"
#include "projections/view.h"
#include "projections/view_store.h"

namespace inzicht {

std::unique_ptr<Projection> make_timeline();
Result<ViewResult> query_timeline(const ViewStore& store, const Log& log, const ViewQuery& query);

}  // namespace inzicht
