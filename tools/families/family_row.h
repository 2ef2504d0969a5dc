// One line of an example family: its short-hand turned into a draft for the codec.
//
// Source: docs/domain.md §10. The defaults for facts left out belong to the tables only; nobody's program fills in judgements.
#pragma once
#include <map>
#include <vector>

#include "ledger/base/error.h"
#include "ledger/base/time.h"
#include "ledger/codec/draft.h"

namespace inzicht::families {

struct FamilyRow {
  unsigned n = 0;
  std::string occurred, recorded, who, claim, facts, refs, line;
  std::uint16_t kind = 0;
};
Result<std::vector<FamilyRow>> parse_family(std::string_view jsonl);

// What the row's names stand for.
struct FamilyNames {
  std::map<std::string, std::string> recipient_class;     // "O4" -> "partner"
  std::map<std::string, std::string> person_names;        // "J" -> "Lila"; invented
  std::map<std::string, std::string> event_ids;           // "7" and "P5" -> "E-…"
  std::vector<std::string> members = {};                  // of the family: whom an assessment of all members covers
  std::map<unsigned, Json> rows = {};                     // the drafts of the rows before this one
};
// Names a row refers to, in its order: "7", "P5"; with their relation.
struct RowReference {
  std::string relation, target;
};
std::vector<RowReference> references_in(const FamilyRow& row);
// The draft as JSON, with every required field filled.
std::expected<Json, InputError> row_to_json(const FamilyRow& row, const FamilyNames& names, const IdResolver& ids);
// The parts of events that these persons, or the case, are about, as JSON references: "63,68", "32.0". Events named without a part
// number stand for all their parts about the case and about the persons.
Json part_references(std::string_view items, const std::vector<std::string>& persons, const FamilyNames& names);
Micros occurred_from(const FamilyRow& row);
Micros recorded_at(const FamilyRow& row);

}  // namespace inzicht::families
