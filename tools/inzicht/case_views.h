// plan, privacy log and registry, put together from the log when asked: codes, ids, times and places of sealed words.
//
// Source: docs/domain.md §9 views 3, 5 and 25.
#pragma once
#include "ledger/service/ledger_folder.h"
#include "projections/view.h"

namespace inzicht::cli {

Result<ViewResult> plan_view(OpenLedger& ledger, const ViewQuery& query);
Result<ViewResult> privacy_log_view(OpenLedger& ledger, const ViewQuery& query);
Result<ViewResult> registry_view(OpenLedger& ledger, const ViewQuery& query);

}  // namespace inzicht::cli
