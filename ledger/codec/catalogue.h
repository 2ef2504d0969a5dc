// The catalogue of kinds, read by reflection from the schema's annotations: what can be recorded, with which facts, parts,
// references and roles. Nothing is written down twice.
//
// Shape:   one KindInfo per kind, ascending by number; PartInfo by part type (kind × 10 + position; 8 deviation motive,
//          9 attachment). Strings live as long as the program.
// Threads: built once, at first use; read from any.
// Source:  ledger/schema/*.capnp; docs/domain.md §4.
#pragma once
#include <capnp/schema.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/schema/annotations.capnp.h"
#include "ledger/schema/lists.capnp.h"

namespace inzicht {

enum class Lang { nl, en };

struct Label {
  std::string_view nl;
  std::string_view en;
  std::string_view in(Lang lang) const { return lang == Lang::nl ? nl : en; }
};

struct PartInfo {
  std::uint32_t part_type = 0;
  std::string_view name;
  Label label;
  std::string_view subject;               // "case", "each", "prof", "ledger", "none", or the fact that names the person
  std::vector<schema::PartClass> classes; // allowed; the first is the default. Empty: any but list
  capnp::StructSchema schema;
  std::uint64_t required = 0;  // bit n: field n must be filled
  bool is_list() const { return classes.size() == 1 && classes[0] == schema::PartClass::LIST; }
};

struct RefInfo {
  schema::Relation relation;
  std::vector<std::uint16_t> kinds;  // none: any kind
  unsigned least = 0;
  unsigned most = 0;
};

struct KindInfo {
  std::uint16_t id = 0;
  std::string_view code;
  Label label;
  std::string_view group;
  bool is_power = false;
  bool is_guarded = false;
  std::vector<std::string_view> recorded_by;  // role codes; "owner" is the owner of the thing itself
  std::vector<std::string_view> rules;
  std::string_view source;
  std::vector<RefInfo> refs;
  std::vector<PartInfo> parts;
  capnp::StructSchema facts;
  capnp::StructSchema::Field arm;  // in schema::Facts

  const PartInfo* part(std::string_view name) const;
};

std::span<const KindInfo> kinds();
const KindInfo* find_kind(std::uint16_t id);
const KindInfo* find_kind(std::string_view code_or_number);
// The part of this type for an event of this kind; for a correction (1204) that of any kind.
const PartInfo* find_part(std::uint32_t part_type);

Label label_of(capnp::StructSchema::Field field);
Label label_of(capnp::EnumSchema::Enumerant value);
Label label_of(capnp::EnumSchema list);
std::string_view code_of(capnp::EnumSchema::Enumerant value);
bool is_required(capnp::StructSchema::Field field);
std::optional<schema::IdKind> id_kind_of(capnp::StructSchema::Field field);
std::optional<schema::TextFormat> text_format_of(capnp::StructSchema::Field field);

// The code of an enumerant of a generated enum, and its label; "?" when unknown.
template <class E>
std::optional<capnp::EnumSchema::Enumerant> enumerant_of(E value) {
  auto all = capnp::Schema::from<E>().getEnumerants();
  const auto at = static_cast<unsigned>(value);
  if (at >= all.size()) return std::nullopt;
  return all[at];
}
template <class E>
std::string_view code_of(E value) {
  auto found = enumerant_of(value);
  return found ? code_of(*found) : std::string_view("?");
}
template <class E>
std::string_view label_of(E value, Lang lang) {
  auto found = enumerant_of(value);
  return found ? label_of(*found).in(lang) : std::string_view("?");
}
// By code; nullopt when there is no such value ("unset" is none).
std::optional<std::uint16_t> find_value(capnp::EnumSchema list, std::string_view code);
template <class E>
std::optional<E> parse_code(std::string_view code) {
  auto found = find_value(capnp::Schema::from<E>(), code);
  if (!found) return std::nullopt;
  return static_cast<E>(*found);
}

}  // namespace inzicht
