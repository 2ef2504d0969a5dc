#include "ledger/codec/strict_plan.h"

#include "ledger/codec/catalogue.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {
namespace {

std::size_t bytes_of(schema::IdKind kind) {
  using enum schema::IdKind;
  switch (kind) {
    case KEY:
    case DIGEST:
    case PUBLIC_KEY:
      return 32;
    case SIGNATURE:
      return 64;
    case EVENT:
    case CASE:
    case SUBJECT:
    case ACTOR:
    case ORGANISATION:
    case MANDATE:
    case PART_SUBJECT:
      return 16;
    case UNSET:
      return 0;
  }
  return 0;
}

}  // namespace

FieldPlan plan_field(capnp::StructSchema::Field field) {
  FieldPlan plan;
  plan.field = field;
  plan.name = std::string_view(field.getProto().getName().cStr(), field.getProto().getName().size());
  const auto type = field.getType();
  plan.type = type.which();
  plan.required = is_required(field);
  plan.format = text_format_of(field);
  if (auto kind = id_kind_of(field)) plan.id_bytes = bytes_of(*kind);
  if (type.isEnum()) plan.enumerants = type.asEnum().getEnumerants().size();
  if (type.isList()) {
    const auto element = type.asList().getElementType();
    plan.element = element.which();
    if (element.isEnum()) plan.enumerants = element.asEnum().getEnumerants().size();
  }
  return plan;
}

std::vector<capnp::StructSchema> strict_schemas() {
  std::vector<capnp::StructSchema> out{capnp::Schema::from<schema::Header>(),
                                       capnp::Schema::from<schema::Admission>()};
  for (const auto& kind : kinds())
    for (const auto& part : kind.parts) out.push_back(part.schema);
  return out;
}

std::optional<capnp::StructSchema> struct_within(capnp::StructSchema::Field field) {
  auto type = field.getType();
  if (type.isList()) type = type.asList().getElementType();
  return type.isStruct() ? std::optional(type.asStruct()) : std::nullopt;
}

}  // namespace inzicht
