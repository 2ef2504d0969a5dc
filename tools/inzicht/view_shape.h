// A view as a terminal shows it: the columns that people read, those that belong together in one, and its totals in a line below.
//
// Shape:   --json keeps every column of the projection; this is for tables only.
#pragma once
#include "projections/view.h"
#include "tools/inzicht/context.h"

namespace inzicht::cli {

// `view` is the projection's name. A view that is not known here stays as it is.
ViewResult for_terminal(const Context& context, std::string_view view, ViewResult result);
// Without this column, when it is there.
void drop_column(ViewResult& result, std::string_view key);

}  // namespace inzicht::cli
