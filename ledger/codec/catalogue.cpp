#include "ledger/codec/catalogue.h"

#include <capnp/dynamic.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "ledger/base/assert.h"
#include "ledger/schema/facts.capnp.h"
#include "ledger/schema/header.capnp.h"
#include "ledger/schema/parts.capnp.h"

namespace inzicht {
namespace {

using Annotations = capnp::List<capnp::schema::Annotation>::Reader;

// The ids that annotations.capnp gives each annotation.
enum Note : std::uint64_t {
  note_nl = 0xf1a0000000000001,
  note_en,
  note_id,
  note_format,
  note_required,
  note_kind,
  note_power,
  note_guarded,
  note_group,
  note_recorded_by,
  note_rules,
  note_source,
  note_refs,
  note_part_type,
  note_part_name,
  note_part_subject,
  note_part_classes,
};

std::string_view view(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

std::optional<capnp::schema::Value::Reader> find(Annotations notes, Note note) {
  for (auto a : notes)
    if (a.getId() == note) return a.getValue();
  return std::nullopt;
}

std::string_view text_note(Annotations notes, Note note) {
  auto value = find(notes, note);
  return value ? view(value->getText()) : std::string_view();
}

Label label_note(Annotations notes) { return {text_note(notes, note_nl), text_note(notes, note_en)}; }

std::vector<std::string_view> texts_note(Annotations notes, Note note) {
  std::vector<std::string_view> out;
  if (auto value = find(notes, note))
    for (auto text : value->getList().getAs<capnp::List<capnp::Text>>()) out.push_back(view(text));
  return out;
}

std::vector<RefInfo> refs_note(Annotations notes) {
  std::vector<RefInfo> out;
  auto value = find(notes, note_refs);
  if (!value) return out;
  for (auto spec : value->getList().getAs<capnp::List<schema::RefSpec>>()) {
    RefInfo ref{spec.getRelation(), {}, spec.getLeast(), spec.getMost()};
    for (auto kind : spec.getKinds()) ref.kinds.push_back(kind);
    out.push_back(std::move(ref));
  }
  return out;
}

std::vector<schema::PartClass> classes_of(std::string_view text) {
  std::vector<schema::PartClass> out;
  if (text == "any") return out;
  while (!text.empty()) {
    const auto slash = text.find('/');
    const auto found = parse_code<schema::PartClass>(text.substr(0, slash));
    INZICHT_ASSERT(found.has_value());
    out.push_back(*found);
    text = slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
  }
  return out;
}

PartInfo part_of(capnp::StructSchema schema, std::uint32_t part_type) {
  auto notes = schema.getProto().getAnnotations();
  PartInfo part;
  part.part_type = part_type;
  part.name = text_note(notes, note_part_name);
  part.label = label_note(notes);
  part.subject = text_note(notes, note_part_subject);
  part.classes = classes_of(text_note(notes, note_part_classes));
  part.schema = schema;
  for (auto field : schema.getFields())
    if (is_required(field)) part.required |= std::uint64_t{1} << field.getIndex();
  return part;
}

// Every part struct: generated code lists them nowhere, so each is named once in this table by the build (part_schemas.inc).
std::vector<capnp::StructSchema> part_schemas() {
  return {
#include "part_schemas.inc"
  };
}

std::vector<KindInfo> build_kinds() {
  std::vector<KindInfo> out;
  const auto facts = capnp::Schema::from<schema::Facts>();
  for (auto field : facts.getUnionFields()) {
    if (field.getType().which() != capnp::schema::Type::STRUCT) continue;
    const auto of_kind = field.getType().asStruct();
    auto notes = of_kind.getProto().getAnnotations();
    const auto id = find(notes, note_kind);
    INZICHT_ASSERT(id.has_value());
    KindInfo kind;
    kind.id = id->getUint16();
    kind.code = view(field.getProto().getName());
    kind.label = label_note(notes);
    kind.group = text_note(notes, note_group);
    kind.is_power = find(notes, note_power).has_value();
    kind.is_guarded = find(notes, note_guarded).has_value();
    kind.recorded_by = texts_note(notes, note_recorded_by);
    kind.rules = texts_note(notes, note_rules);
    kind.source = text_note(notes, note_source);
    kind.refs = refs_note(notes);
    kind.facts = of_kind;
    kind.arm = field;
    out.push_back(std::move(kind));
  }
  std::ranges::sort(out, {}, &KindInfo::id);
  for (auto part : part_schemas()) {
    const auto type = find(part.getProto().getAnnotations(), note_part_type);
    INZICHT_ASSERT(type.has_value());
    const std::uint32_t part_type = type->getUint32();
    auto at = std::ranges::find(out, part_type / 10, [](const KindInfo& k) { return std::uint32_t{k.id}; });
    INZICHT_ASSERT(at != out.end());
    at->parts.push_back(part_of(part, part_type));
  }
  for (auto& kind : out) {
    std::ranges::sort(kind.parts, {}, &PartInfo::part_type);
    kind.parts.push_back(part_of(capnp::Schema::from<schema::DeviationMotive>(), std::uint32_t{kind.id} * 10 + 8));
    kind.parts.push_back(part_of(capnp::Schema::from<schema::Attachment>(), std::uint32_t{kind.id} * 10 + 9));
  }
  return out;
}

const std::vector<KindInfo>& all_kinds() {
  static const std::vector<KindInfo> built = build_kinds();
  return built;
}

}  // namespace

const PartInfo* KindInfo::part(std::string_view name) const {
  for (const auto& p : parts)
    if (p.name == name) return &p;
  return nullptr;
}

std::span<const KindInfo> kinds() { return all_kinds(); }

const KindInfo* find_kind(std::uint16_t id) {
  const auto& all = all_kinds();
  const auto at = std::ranges::lower_bound(all, id, {}, &KindInfo::id);
  return at != all.end() && at->id == id ? &*at : nullptr;
}

const KindInfo* find_kind(std::string_view code_or_number) {
  std::uint16_t number = 0;
  const auto* end = code_or_number.data() + code_or_number.size();
  if (auto [at, error] = std::from_chars(code_or_number.data(), end, number); error == std::errc{} && at == end)
    return find_kind(number);
  for (const auto& kind : all_kinds())
    if (kind.code == code_or_number) return &kind;
  return nullptr;
}

const PartInfo* find_part(std::uint32_t part_type) {
  if (part_type / 10 > 0xFFFF) return nullptr;
  const KindInfo* kind = find_kind(static_cast<std::uint16_t>(part_type / 10));
  if (kind == nullptr) return nullptr;
  for (const auto& p : kind->parts)
    if (p.part_type == part_type) return &p;
  return nullptr;
}

Label label_of(capnp::StructSchema::Field field) { return label_note(field.getProto().getAnnotations()); }
Label label_of(capnp::EnumSchema::Enumerant value) { return label_note(value.getProto().getAnnotations()); }
Label label_of(capnp::EnumSchema list) { return label_note(list.getProto().getAnnotations()); }
std::string_view code_of(capnp::EnumSchema::Enumerant value) { return view(value.getProto().getName()); }
bool is_required(capnp::StructSchema::Field field) {
  return find(field.getProto().getAnnotations(), note_required).has_value();
}
std::optional<schema::IdKind> id_kind_of(capnp::StructSchema::Field field) {
  auto value = find(field.getProto().getAnnotations(), note_id);
  if (!value) return std::nullopt;
  return static_cast<schema::IdKind>(value->getEnum());
}
std::optional<schema::TextFormat> text_format_of(capnp::StructSchema::Field field) {
  auto value = find(field.getProto().getAnnotations(), note_format);
  if (!value) return std::nullopt;
  return static_cast<schema::TextFormat>(value->getEnum());
}

std::optional<std::uint16_t> find_value(capnp::EnumSchema list, std::string_view code) {
  for (auto value : list.getEnumerants())
    if (value.getOrdinal() != 0 && code_of(value) == code) return value.getOrdinal();
  return std::nullopt;
}

}  // namespace inzicht
