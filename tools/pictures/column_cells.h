// The cells of a row by the keys of their columns; a view without that column has an empty cell there.
#pragma once
#include <optional>
#include <string_view>

#include "ledger/base/time.h"
#include "projections/view.h"

namespace inzicht {

class ColumnCells {
 public:
  explicit ColumnCells(const ViewResult& result) : result_(result) {}

  const Cell& of(const Row& row, std::string_view key) const {
    static const Cell none;
    for (std::size_t i = 0; i < result_.columns.size(); ++i)
      if (result_.columns[i].key == key) return row.cells[i];
    return none;
  }
  template <class A>
  std::optional<A> first(const Row& row, std::string_view key) const {
    for (const Atom& atom : of(row, key).atoms)
      if (const auto* found = std::get_if<A>(&atom)) return *found;
    return std::nullopt;
  }
  // A day counts from its first instant.
  std::optional<Micros> moment(const Row& row, std::string_view key) const {
    if (const auto time = first<TimeCell>(row, key)) return time->at;
    if (const auto date = first<Date>(row, key)) return local_midnight(*date);
    return std::nullopt;
  }
  std::vector<IdCell> ids(const Row& row, std::string_view key) const {
    std::vector<IdCell> out;
    for (const Atom& atom : of(row, key).atoms)
      if (const auto* id = std::get_if<IdCell>(&atom)) out.push_back(*id);
    return out;
  }
  bool says(const Row& row, std::string_view key, std::string_view code) const {
    for (const Atom& atom : of(row, key).atoms) {
      if (const auto* found = std::get_if<CodeCell>(&atom); found != nullptr && found->code == code) return true;
      if (const auto* text = std::get_if<TextCell>(&atom); text != nullptr && text->key == code) return true;
    }
    return false;
  }

 private:
  const ViewResult& result_;
};

}  // namespace inzicht
