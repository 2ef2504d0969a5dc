// What the strict form asks of one field, looked up in the schema's annotations once.
//
// Threads: built at first use by whoever keeps it; read from any.
#pragma once
#include <capnp/schema.h>

#include <optional>
#include <string_view>
#include <vector>

#include "ledger/schema/annotations.capnp.h"

namespace inzicht {

using FieldType = capnp::schema::Type::Which;

struct FieldPlan {
  capnp::StructSchema::Field field;
  std::string_view name;
  FieldType type;
  FieldType element = FieldType::VOID;  // of a list
  bool required = false;
  std::size_t id_bytes = 0;  // of a Data that is an id; 0: of any length
  std::optional<schema::TextFormat> format;
  unsigned enumerants = 0;  // of an enum, or of the enum elements of a list
};
FieldPlan plan_field(capnp::StructSchema::Field field);

// Headers, admissions and every part: what is decoded strictly.
std::vector<capnp::StructSchema> strict_schemas();
// The struct that a field or the elements of its list are, if they are structs.
std::optional<capnp::StructSchema> struct_within(capnp::StructSchema::Field field);

}  // namespace inzicht
