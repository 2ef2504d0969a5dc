// Filters of a view by what stands in one of its columns, next to those that every view takes: docs/domain.md §9, "extra filters".
//
// Shape:   a name ("source"), the column it asks about, and how: a code of a list, a fixed word, a rule, a year, at least a number.
//          A cell with several values passes when one of them is asked; an empty cell never does, so what is guarded stays unseen.
// Errors:  bad_input for a name that the view does not know or a value outside its list, with what was expected.
// Threads: all are free functions over constant tables.
#pragma once
#include <capnp/schema.h>

#include <span>

#include "ledger/base/error.h"
#include "projections/view.h"

namespace inzicht {

struct ColumnFilter {
  enum class By { code, word, rule, year, at_least };
  std::string_view view;    // by the name of schema::ViewKind: "signals"
  std::string_view name;    // "source"
  std::string_view column;  // its key: "source"
  By by = By::code;
  capnp::EnumSchema (*list)() = nullptr;               // of By::code
  std::span<const std::string_view> words = {};        // of By::word: what stands after the dot of the text's key
};

std::vector<const ColumnFilter*> column_filters_of(std::string_view view);
// What may be asked, for a message and for completion: codes, words, "TERM-21", "2021", "30".
std::vector<std::string> values_of(const ColumnFilter& filter);
Status check_columns(std::string_view view, const ViewQuery& query);
// Leaves out the rows from `begin` on that do not hold what query.columns asks; `columns` are those of the rows.
void filter_columns(std::string_view view, const ViewQuery& query, const std::vector<Column>& columns, std::vector<Row>& rows, std::size_t begin = 0);

}  // namespace inzicht
