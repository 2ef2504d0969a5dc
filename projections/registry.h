// Who and what is enrolled and in force: organisations, actors, keys, mandates, agreements and policies, as of a moment.
//
// Shape:   the stored rows say which events of the log make the registry; the query folds those (ledger/registry) up to recorded_until,
//          so that standing and force are judged in one place.
//          State at occurred_until, else now, else when the last of them was recorded. What begins later than that moment is not shown.
//          Names are places in sealed parts.
// Order:   from, then what, then index.
// Filters: organisation, actor, person and case (of a mandate), occurred_from, occurred_until, recorded_until; extra: what.
// Source:  docs/domain.md §2, §9 view 25.
#pragma once
#include "ledger/log/log.h"
#include "projections/view.h"
#include "projections/view_store.h"

namespace inzicht {

std::unique_ptr<Projection> make_registry();
Result<ViewResult> query_registry(const ViewStore& store, const Log& log, const ViewQuery& query);

}  // namespace inzicht
