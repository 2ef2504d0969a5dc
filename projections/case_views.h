// Views that are asked of the headers of a case itself, not kept: what waits, what does not add up, consents,
// measures, roles.
//
// Shape:   columns of codes, ids, times and numbers as in view.h; words only as the place where they stand.
// Without a case: every
//          case of the ledger, with the case in a column of its own, and in the order of docs/domain.md §9
//          over all of them.
// Errors:  those of the log; not_found for another name; bad_input for a filter that the view does not know.
// Cost:    grows with the cases asked, not with the ledger.
// Source:  docs/domain.md §9; docs/decisions/0016.
#pragma once
#include "ledger/log/log.h"
#include "ledger/registry/registry.h"
#include "projections/view.h"

namespace inzicht {

// By the name of schema::ViewKind: "deadlines".
bool is_case_view(std::string_view name);
Result<ViewResult> query_case_view(std::string_view name, const Log& log, const Registry& registry, const ViewQuery& query);
// Leaves out, of any view's rows, those of events that `query.known_to` cannot be shown to have known by the moment asked
// (docs/domain.md §9.21). Case views do so by themselves, for what they conclude too.
Status keep_known(ViewResult& result, const Log& log, const Registry& registry, const ViewQuery& query);

}  // namespace inzicht
