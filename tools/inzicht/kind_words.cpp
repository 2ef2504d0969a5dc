#include "tools/inzicht/kind_words.h"

#include <map>
#include <set>

#include "ledger/codec/json_scalar.h"
#include "ledger/schema/header.capnp.h"
#include "ledger/schema/types.capnp.h"
#include "tools/inzicht/kind_forms.h"
#include "tools/inzicht/texts.h"

namespace inzicht::cli {
namespace {

std::string text(Lang lang, std::string_view key) { return std::string(tr(lang, key)); }

void append(std::string& out, std::string_view more) {
  if (!out.empty()) out += ", ";
  out += more;
}

std::string_view key_of(schema::IdKind kind) {
  using enum schema::IdKind;
  switch (kind) {
    case EVENT: return "kinds.id.event";
    case CASE: return "kinds.id.case";
    case SUBJECT:
    case PART_SUBJECT: return "kinds.id.person";
    case ACTOR: return "kinds.id.actor";
    case ORGANISATION: return "kinds.id.organisation";
    case MANDATE: return "kinds.id.mandate";
    case KEY: return "kinds.id.key";
    case DIGEST: return "kinds.id.digest";
    case SIGNATURE: return "kinds.id.signature";
    case PUBLIC_KEY: return "kinds.id.public_key";
    case UNSET: break;
  }
  return "kinds.bytes";
}

std::string_view key_of(schema::TextFormat format) {
  using enum schema::TextFormat;
  switch (format) {
    case CBS_CODE: return "kinds.format.municipality";
    case OIN: return "kinds.format.oin";
    case ORIGIN: return "kinds.format.origin";
    case RULE_ID: return "kinds.format.rule";
    case LAW_ARTICLE: return "kinds.format.article";
    case PARAM_KEY: return "kinds.format.parameter";
    case PARAM_VALUE: return "kinds.format.value";
    case UNSET: break;
  }
  return "type.text";
}

std::string_view key_of_scalar(capnp::StructSchema schema) {
  if (schema == capnp::Schema::from<schema::Date>()) return "kinds.scalar.date";
  if (schema == capnp::Schema::from<schema::Month>()) return "kinds.scalar.month";
  if (schema == capnp::Schema::from<schema::Instant>()) return "kinds.scalar.moment";
  if (schema == capnp::Schema::from<schema::Duration>()) return "kinds.scalar.duration";
  if (schema == capnp::Schema::from<schema::Decimal>()) return "kinds.scalar.decimal";
  if (schema == capnp::Schema::from<schema::Cents>()) return "kinds.scalar.cents";
  return "type.number";
}

std::string one_in_words(capnp::StructSchema::Field field, capnp::Type type, Lang lang) {
  if (type.isEnum()) return values_in_words(type.asEnum(), lang);
  if (type.isText()) return text(lang, key_of(text_format_of(field).value_or(schema::TextFormat::UNSET)));
  if (type.isData()) return text(lang, key_of(id_kind_of(field).value_or(schema::IdKind::UNSET)));
  if (!type.isStruct()) return text(lang, "type.number");
  if (is_scalar(type.asStruct())) return text(lang, key_of_scalar(type.asStruct()));
  return text(lang, is_any_facts(type.asStruct()) ? "type.facts" : "kinds.record");
}

// Looks below records too.
class Lists {
 public:
  Lists() {
    visit(capnp::Schema::from<schema::Header>());
    for (const auto& kind : kinds())
      for (const auto& part : kind.parts) visit(part.schema);
  }
  std::map<std::string, capnp::EnumSchema> all;

 private:
  void visit(capnp::StructSchema schema) {
    if (!seen_.insert(schema.getProto().getId()).second) return;
    for (auto field : schema.getFields()) {
      auto type = field.getType();
      if (type.isList()) type = type.asList().getElementType();
      if (type.isEnum()) all.emplace(name_of_list(type.asEnum()), type.asEnum());
      if (type.isStruct()) visit(type.asStruct());
    }
  }
  std::set<std::uint64_t> seen_;
};

}  // namespace

std::string with_label(std::string_view code, std::string_view label) {
  if (label.empty()) return std::string(code);
  if (label == code || label.starts_with(std::string(code) + " (")) return std::string(label);
  return fmt::format("{} ({})", code, label);
}

std::string values_in_words(capnp::EnumSchema list, Lang lang) {
  std::string out;
  for (auto value : list.getEnumerants())
    if (value.getOrdinal() != 0) append(out, with_label(code_of(value), label_of(value).in(lang)));
  return out;
}

bool is_record(capnp::Type type) {
  if (type.isList()) type = type.asList().getElementType();
  return type.isStruct() && !is_scalar(type.asStruct()) && !is_any_facts(type.asStruct());
}

std::string type_in_words(capnp::StructSchema::Field field, Lang lang) {
  const auto type = field.getType();
  if (!type.isList()) return one_in_words(field, type, lang);
  return fmt::format("{}: {}", tr(lang, "type.list"), one_in_words(field, type.asList().getElementType(), lang));
}

std::string role_in_words(std::string_view code, Lang lang) {
  if (code == "owner") return with_label(code, tr(lang, "kinds.owner"));
  const auto role = parse_code<schema::Role>(code);
  return role ? with_label(code, label_of(*role, lang)) : std::string(code);
}

std::string subject_in_words(std::string_view subject, Lang lang) {
  if (subject == "case") return text(lang, "kinds.about.case");
  if (subject == "each") return text(lang, "kinds.about.each");
  if (subject == "ledger") return text(lang, "kinds.about.ledger");
  if (subject == "none") return text(lang, "kinds.about.none");
  if (subject == "prof") return text(lang, "kinds.about.professional");
  const auto slash = subject.find('/');
  return trf(lang, slash == std::string_view::npos ? "kinds.about.named" : "kinds.about.named_or_case", subject.substr(0, slash));
}

std::string classes_in_words(const PartInfo& part, Lang lang) {
  std::string out;
  for (auto cls : part.classes) append(out, with_label(code_of(cls), label_of(cls, lang)));
  return out.empty() ? text(lang, "kinds.any_class") : out;
}

std::string relation_in_words(const RefInfo& ref, Lang lang) {
  const auto type = static_cast<schema::RefType>(ref.relation);
  return with_label(code_of(type), label_of(type, lang));
}

std::string targets_in_words(const RefInfo& ref, Lang lang) {
  std::string out;
  for (const auto id : ref.kinds) {
    const KindInfo* kind = find_kind(id);
    append(out, kind == nullptr ? std::to_string(id) : fmt::format("{} {} ({})", id, kind->code, kind->label.in(lang)));
  }
  return out.empty() ? text(lang, "kinds.any_kind") : out;
}

std::vector<capnp::EnumSchema> code_lists() {
  static const Lists lists;
  std::vector<capnp::EnumSchema> out;
  for (const auto& [name, list] : lists.all) out.push_back(list);
  return out;
}

std::string name_of_list(capnp::EnumSchema list) {
  std::string name = list.getShortDisplayName().cStr();
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

}  // namespace inzicht::cli
