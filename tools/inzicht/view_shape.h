// A view as a terminal shows it: the columns that people read, those that belong together in one, and its
// totals as a line below.
//
// Shape:   --json keeps every column of the projection; this is for tables only.
#pragma once
#include <functional>

#include "projections/view.h"
#include "tools/inzicht/context.h"

namespace inzicht::cli {

// `view` is the projection's name. A view that is not known here stays as it is.
ViewResult for_terminal(std::string_view view, ViewResult result);
// "gedeeld met toestemming: 1 · besloten niet te delen: 1"; what did not occur is left out. Made once it is
// known who reads.
std::string totals_line(const Context& context, const ViewResult& result);
// Without this column, when it is there.
void drop_column(ViewResult& result, std::string_view key);

// The columns that hold anything in any row; all of them when there is no row.
std::vector<std::size_t> filled_columns(const ViewResult& result, const std::function<std::string(const Cell&)>& text);

}  // namespace inzicht::cli
