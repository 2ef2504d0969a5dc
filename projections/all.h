// Every view that is kept: its projection and its query. The fixed phrases that cells, notes and totals name are texts of tools.
#pragma once
#include <memory>
#include <vector>

#include "ledger/log/log.h"
#include "projections/plan.h"
#include "projections/privacy_log.h"
#include "projections/projection.h"
#include "projections/registry.h"
#include "projections/timeline.h"

namespace inzicht {

// In the order in which they are fed.
std::vector<std::unique_ptr<Projection>> all_projections();

// Asks a view by its name ("timeline"). Errors: not_found: there is no such view; conflict: it was not built by this version, so bring
// the views up to date first (Runner::catch_up). A view that is behind the log answers what it has, with note "view.behind".
Result<ViewResult> query_view(std::string_view view, const ViewStore& store, const Log& log, const ViewQuery& query);

}  // namespace inzicht
