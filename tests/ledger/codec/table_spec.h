// The domain tables of tests/data/tables and the schema, both in the tables' own short-hand:
// "persons:{subject:subject, changedOn?:date}[]".
#pragma once
#include <fstream>
#include <set>

#include "ledger/codec/catalogue.h"
#include "ledger/codec/json.h"

namespace inzicht::testing {

std::vector<Json> table(const std::string& name);  // rows of tests/data/tables/<name>.jsonl

// At the separator, outside brackets; trimmed, without empty pieces.
std::vector<std::string> split_top(std::string_view text, char separator);
// Without "(…)", trimmed.
std::string without_remarks(std::string text);

// One field of the tables in one form: alternatives apart, types written out, no "?" on lists.
std::vector<std::string> facts_in_table(const std::string& spec);
// The same of a field of the schema.
std::string field_in_schema(capnp::StructSchema::Field field);
std::vector<std::string> facts_in_schema(capnp::StructSchema schema);

// Codes of roles and sets of roles, as the table's column recordedBy names them.
std::vector<std::string> roles_in_table(const std::string& recorded_by);
// "relation→kind,kind least..most", as in the schema.
std::vector<std::string> refs_in_table(const std::string& refs);
std::vector<std::string> rules_in_table(const std::string& rules);

}  // namespace inzicht::testing
