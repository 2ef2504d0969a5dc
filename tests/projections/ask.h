// When a view is asked: what its rows say, by column.
#pragma once
#include <catch2/catch.hpp>
#include <string>

#include "projections/runner.h"
#include "projections/view.h"

namespace inzicht::testing {

inline std::size_t column_of(const ViewResult& result, std::string_view key) {
  for (std::size_t i = 0; i < result.columns.size(); ++i)
    if (result.columns[i].key == key) return i;
  FAIL("no column " << key);
  return 0;
}
inline const Cell& cell(const ViewResult& result, std::size_t row, std::string_view key) {
  REQUIRE(row < result.rows.size());
  REQUIRE(result.rows[row].cells.size() == result.columns.size());
  return result.rows[row].cells[column_of(result, key)];
}
// One atom of a kind; a failed check when there is none.
template <class A>
const A& the(const ViewResult& result, std::size_t row, std::string_view key, std::size_t n = 0) {
  const Cell& found = cell(result, row, key);
  INFO("column " << key << " of row " << row);
  REQUIRE(n < found.atoms.size());
  REQUIRE(std::holds_alternative<A>(found.atoms[n]));
  return std::get<A>(found.atoms[n]);
}
inline bool empty(const ViewResult& result, std::size_t row, std::string_view key) { return cell(result, row, key).atoms.empty(); }
inline std::string decimal(const DecimalCell& number) {
  std::int64_t unit = 1;
  for (unsigned n = 0; n < number.digits; ++n) unit *= 10;
  std::string rest = std::to_string(std::abs(number.value) % unit);
  rest.insert(0, number.digits - rest.size(), '0');
  return (number.value < 0 ? "-" : "") + std::to_string(std::abs(number.value) / unit) + "." + rest;
}
// All codes of a cell, in order, joined with commas.
inline std::string codes(const ViewResult& result, std::size_t row, std::string_view key) {
  std::string out;
  for (const auto& atom : cell(result, row, key).atoms) {
    if (!out.empty()) out += ",";
    if (const auto* code = std::get_if<CodeCell>(&atom)) out += code->code;
    if (const auto* text = std::get_if<TextCell>(&atom)) out += text->key;
    if (const auto* number = std::get_if<DecimalCell>(&atom)) out += decimal(*number);
    if (const auto* rule = std::get_if<RuleCell>(&atom)) out += rule->rule + ":" + rule->outcome;
    if (const auto* kind = std::get_if<KindCell>(&atom)) out += std::to_string(kind->kind);
  }
  return out;
}
template <class K>
bool holds(const ViewResult& result, std::size_t row, std::string_view key, const Id<K>& id) {
  for (const auto& atom : cell(result, row, key).atoms)
    if (const auto* found = std::get_if<IdCell>(&atom); found != nullptr && found->id == id.bytes) return true;
  return false;
}
inline std::vector<std::uint64_t> indexes(const ViewResult& result) {
  std::vector<std::uint64_t> out;
  for (const auto& row : result.rows) out.push_back(row.index);
  return out;
}

// A ledger's views in memory, brought up to date.
class Views {
 public:
  template <class... P>
  explicit Views(const Log& log, P... projections) : runner_(log, *store_, list(std::move(projections)...)) {
    REQUIRE(runner_.catch_up());
  }
  const ViewStore& store() const { return *store_; }
  Runner& runner() { return runner_; }

 private:
  template <class... P>
  static std::vector<std::unique_ptr<Projection>> list(P... projections) {
    std::vector<std::unique_ptr<Projection>> out;
    (out.push_back(std::move(projections)), ...);
    return out;
  }
  std::unique_ptr<ViewStore> store_ = make_memory_views();
  Runner runner_;
};

}  // namespace inzicht::testing
