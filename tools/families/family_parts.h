// The sealed parts of one row: which, about whom, and the words of the line in the fields that are asked.
//
// Source: docs/domain.md §10: required fields, and those that `fill` names; kinds without either tell their line in the first field.
#pragma once
#include <set>

#include "tools/families/family_row.h"

namespace inzicht::families {

// What `fill` asks: fields of parts, and rules with a motive.
struct Fill {
  std::set<std::string> fields;
  std::vector<std::string> motives;
};
Fill parse_fill(std::string_view value);

// The persons that the facts name, else those the row adds, else those of the events it refers to.
std::vector<std::string> persons_of(const FamilyRow& row, const FamilyNames& names, const Json& facts, const Json& added);
Json parts_of(const KindInfo& kind, const FamilyRow& row, const Fill& fill, const FamilyNames& names, const Json& facts, const Json& added);

}  // namespace inzicht::families
