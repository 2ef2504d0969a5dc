#include <fmt/format.h>

#include "ledger/base/time.h"
#include "ledger/codec/json.h"
#include "ledger/codec/json_scalar.h"

namespace inzicht {
namespace {

using Which = capnp::schema::Type::Which;

Json write_value(capnp::StructSchema::Field field, const capnp::DynamicValue::Reader& value, capnp::Type type) {
  switch (type.which()) {
    case Which::ENUM: return std::string(code_of(*kj::_::readMaybe(value.as<capnp::DynamicEnum>().getEnumerant())));
    case Which::TEXT: {
      const auto text = value.as<capnp::Text>();
      return std::string(text.cStr(), text.size());
    }
    case Which::DATA: {
      const auto data = value.as<capnp::Data>();
      return id_to_text(id_kind_of(field).value_or(schema::IdKind::DIGEST), {data.begin(), data.size()});
    }
    case Which::STRUCT: {
      const auto inner = value.as<capnp::DynamicStruct>();
      if (auto scalar = write_scalar(inner)) return std::move(*scalar);
      return write_json(inner);
    }
    case Which::LIST: {
      Json out = Json::array();
      const auto element = type.asList().getElementType();
      for (auto item : value.as<capnp::DynamicList>()) out.push_back(write_value(field, item, element));
      return out;
    }
    case Which::BOOL: return value.as<bool>();
    case Which::INT8:
    case Which::INT16:
    case Which::INT32:
    case Which::INT64: return value.as<std::int64_t>();
    default: return value.as<std::uint64_t>();
  }
}

bool is_number(capnp::Type type) { return !type.isText() && !type.isData() && !type.isStruct() && !type.isList() && !type.isEnum(); }

void write_field(capnp::DynamicStruct::Reader in, capnp::StructSchema::Field field, Json& out) {
  const auto type = field.getType();
  if (type.isVoid()) return;
  if (!is_number(type) && !in.has(field, capnp::HasMode::NON_DEFAULT)) return;
  out[field.getProto().getName().cStr()] = write_value(field, in.get(field), type);
}

}  // namespace

Json write_json(capnp::DynamicStruct::Reader in) {
  Json out = Json::object();
  const auto schema = in.getSchema();
  for (auto field : schema.getNonUnionFields()) write_field(in, field, out);
  if (schema.getUnionFields().size() > 0) {
    const auto arm = in.which();
    KJ_IF_MAYBE (field, arm) { write_field(in, *field, out); }
  }
  return out;
}

}  // namespace inzicht
