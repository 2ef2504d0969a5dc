#include "projections/row_order.h"

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/base/time.h"

namespace inzicht::views {
namespace {

std::int64_t rank_of(const SortBy& by, const Cell& cell) {
  if (cell.atoms.empty()) return INT64_MAX;
  const Atom& atom = cell.atoms[0];
  if (const auto* time = std::get_if<TimeCell>(&atom)) return time->at;
  if (const auto* date = std::get_if<Date>(&atom)) return local_midnight(*date);
  if (const auto* number = std::get_if<std::int64_t>(&atom)) return *number;
  if (const auto* text = std::get_if<TextCell>(&atom))
    return std::ranges::find(by.words, text->key) - by.words.begin();
  return INT64_MAX;
}

struct Ranked {
  std::vector<std::int64_t> ranks;
  Row row;
};

}  // namespace

void sort_rows(std::span<const SortBy> order, Ties ties, ViewResult& result) {
  if (order.empty()) return;
  std::vector<std::size_t> columns;
  for (const SortBy& by : order)
    columns.push_back(static_cast<std::size_t>(std::ranges::find(result.columns, by.column, &Column::key) -
                                               result.columns.begin()));
  for (const auto column : columns) INZICHT_ASSERT(column < result.columns.size());
  std::vector<Ranked> ranked;
  for (Row& row : result.rows) {
    Ranked& one = ranked.emplace_back();
    for (std::size_t i = 0; i < order.size(); ++i)
      one.ranks.push_back(rank_of(order[i], row.cells[columns[i]]));
    if (ties == Ties::by_index) one.ranks.push_back(static_cast<std::int64_t>(row.index));
    one.row = std::move(row);
  }
  std::ranges::stable_sort(ranked, {}, &Ranked::ranks);
  std::ranges::transform(ranked, result.rows.begin(), [](Ranked& one) { return std::move(one.row); });
}

}  // namespace inzicht::views
