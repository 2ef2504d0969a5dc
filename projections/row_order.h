// How the rows of a view stand, those of all its cases together.
//
// Shape:   by the columns that are named, the first of them first: smallest or earliest first, what is empty
// last. Over several cases
//          ties are by index; in one case they stay in the order in which its rows were added.
// Source:  docs/domain.md §9 ("order as stated, ties by index").
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "projections/view.h"

namespace inzicht::views {

struct SortBy {
  std::string_view column;                       // its key
  std::span<const std::string_view> words = {};  // of a column of texts: their keys, first to last
};
enum class Ties { as_added, by_index };

void sort_rows(std::span<const SortBy> order, Ties ties, ViewResult& result);

}  // namespace inzicht::views
