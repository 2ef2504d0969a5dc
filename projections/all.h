// Every view that is kept: its projection, its query, and the fixed phrases its cells and notes name.
#pragma once
#include <memory>
#include <span>
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

// Texts of the keys that TextCell, notes and totals may hold, beside plain technical values such as the key of a law article.
struct ViewText {
  std::string_view key, nl, en;
};
std::span<const ViewText> view_texts();

}  // namespace inzicht
