#include "tools/inzicht/kind_forms.h"

#include "crypto/encoding.h"
#include "ledger/codec/json_scalar.h"
#include "ledger/schema/header.capnp.h"
#include "ledger/schema/types.capnp.h"

namespace inzicht::cli {
namespace {

std::string name_of(capnp::StructSchema::Field field) { return field.getProto().getName().cStr(); }

Json blank(capnp::Type type) {
  if (type.isList()) return Json::array({blank(type.asList().getElementType())});
  if (type.isEnum()) return "(" + codes_of(type.asEnum()) + ")";
  if (type.isStruct() && !is_scalar(type.asStruct())) {
    Json out = Json::object();
    if (is_any_facts(type.asStruct())) return out;
    for (auto inner : type.asStruct().getFields()) out[name_of(inner)] = blank(inner.getType());
    return out;
  }
  if (type.isText() || type.isData() || type.isStruct()) return "";
  return 0;
}

std::string sample_id(schema::IdKind kind) {
  const std::size_t size = kind == schema::IdKind::KEY || kind == schema::IdKind::DIGEST || kind == schema::IdKind::PUBLIC_KEY ? 32 : kind == schema::IdKind::SIGNATURE ? 64 : 16;
  Buffer bytes(size, 1);
  bytes[0] = static_cast<std::uint8_t>(kind);
  return size == 16 ? id_to_text(kind == schema::IdKind::PART_SUBJECT ? schema::IdKind::SUBJECT : kind, bytes) : crypto::base64(bytes);
}

const char* sample_text(schema::TextFormat format) {
  using enum schema::TextFormat;
  switch (format) {
    case CBS_CODE: return "0363";
    case OIN: return "00000001234567890000";
    case ORIGIN: return "voorbeeld.example/grootboek";
    case RULE_ID: return "SHARE-01";
    case LAW_ARTICLE: return "JW-7.3.11-2";
    case PARAM_KEY: return "maxGoals";
    case PARAM_VALUE: return "5";
    case UNSET: break;
  }
  return "";
}

Json sample_moment(capnp::StructSchema schema) {
  if (schema == capnp::Schema::from<schema::Date>()) return "2026-01-31";
  if (schema == capnp::Schema::from<schema::Month>()) return "2016-09";
  if (schema == capnp::Schema::from<schema::Instant>()) return "2026-01-31 14:00";
  if (schema == capnp::Schema::from<schema::Duration>()) return "P2M";
  if (schema == capnp::Schema::from<schema::Decimal>()) return "0.5";
  return 1;
}

Json sample(capnp::StructSchema::Field field, capnp::Type type);

// Of a record: what it requires; when it requires nothing, its first field.
Json sample_record(capnp::StructSchema schema) {
  Json out = Json::object();
  if (is_any_facts(schema)) return out;
  for (auto inner : schema.getFields())
    if (is_required(inner)) out[name_of(inner)] = sample(inner, inner.getType());
  if (out.empty() && schema.getFields().size() > 0) out[name_of(schema.getFields()[0])] = sample(schema.getFields()[0], schema.getFields()[0].getType());
  return out;
}

Json sample(capnp::StructSchema::Field field, capnp::Type type) {
  if (type.isList()) return Json::array({sample(field, type.asList().getElementType())});
  if (type.isEnum()) return std::string(code_of(type.asEnum().getEnumerants()[1]));
  if (type.isStruct()) return is_scalar(type.asStruct()) ? sample_moment(type.asStruct()) : sample_record(type.asStruct());
  if (type.isData()) {
    const auto kind = id_kind_of(field);
    return kind ? sample_id(*kind) : crypto::base64(Buffer{1, 2, 3});
  }
  if (type.isText()) {
    const auto format = text_format_of(field);
    return format ? Json(sample_text(*format)) : Json("Voorbeeldtekst.");
  }
  return 1;
}

// Whom a part is about, as people write it.
std::string subject_of(const PartInfo& part, bool blank_form) {
  if (part.subject == "case") return "case";
  if (part.subject == "ledger") return "ledger";
  const auto kind = part.subject == "prof" ? schema::IdKind::ACTOR : schema::IdKind::SUBJECT;
  if (blank_form) return kind == schema::IdKind::ACTOR ? "A-" : "P-";
  return sample_id(kind);
}

bool asks_words(const PartInfo& part) {
  if (part.is_list() || part.part_type % 10 >= 8) return false;
  for (auto field : part.schema.getFields())
    if (is_required(field)) return true;
  return false;
}

}  // namespace

std::string codes_of(capnp::EnumSchema list) {
  std::string out;
  for (auto value : list.getEnumerants())
    if (value.getOrdinal() != 0) out += (out.empty() ? "" : ", ") + std::string(code_of(value));
  return out;
}

bool is_any_facts(capnp::StructSchema schema) { return schema == capnp::Schema::from<schema::Facts>(); }

Json template_of(const KindInfo& kind) {
  Json out{{"kind", kind.code}, {"case", "Z-"}, {"occurred", "2026-01-31 14:00"}, {"claim", "conforming"}, {"facts", Json::object()}, {"references", Json::array()}, {"parts", Json::array()}};
  for (auto field : kind.facts.getFields()) out["facts"][name_of(field)] = blank(field.getType());
  for (const auto& ref : kind.refs) out["references"].push_back({{"relation", code_of(static_cast<schema::RefType>(ref.relation))}, {"event", "E-"}});
  for (const auto& part : kind.parts) {
    if (part.is_list() || part.part_type % 10 >= 8) continue;
    Json fields = Json::object();
    for (auto field : part.schema.getFields()) fields[name_of(field)] = blank(field.getType());
    out["parts"].push_back({{"part", part.name}, {"subject", subject_of(part, true)}, {"fields", std::move(fields)}});
  }
  if (kind.id < 200) out.erase("case");
  return out;
}

Json example_of(const KindInfo& kind) {
  Json out{{"kind", kind.code}, {"occurred", "2026-01-31 14:00"}, {"claim", "conforming"}, {"facts", Json::object()}};
  // Access events and files of an import are of no case.
  if (kind.id >= 200 && kind.id != 1301 && kind.id != 1302 && kind.id != 1401) out["case"] = sample_id(schema::IdKind::CASE);
  for (auto field : kind.facts.getFields())
    if (is_required(field)) out["facts"][name_of(field)] = sample(field, field.getType());
  for (const auto& ref : kind.refs)
    for (unsigned i = 0; i < ref.least; ++i) out["references"].push_back({{"relation", code_of(static_cast<schema::RefType>(ref.relation))}, {"event", sample_id(schema::IdKind::EVENT)}});
  for (const auto& part : kind.parts) {
    if (!asks_words(part)) continue;
    Json fields = Json::object();
    for (auto field : part.schema.getFields())
      if (is_required(field)) fields[name_of(field)] = sample(field, field.getType());
    out["parts"].push_back({{"part", part.name}, {"subject", subject_of(part, false)}, {"fields", std::move(fields)}});
  }
  return out;
}

}  // namespace inzicht::cli
