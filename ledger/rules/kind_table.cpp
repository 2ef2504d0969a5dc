#include "ledger/rules/kind_table.h"

#include <capnp/schema.h>

#include <unordered_map>

#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

// The ids that annotations.capnp gives them.
constexpr std::uint64_t note_kind = 0xf1a0000000000006;
constexpr std::uint64_t note_power = 0xf1a0000000000007;
constexpr std::uint64_t note_recorded_by = 0xf1a000000000000a;

struct Entry {
  KindRoles roles;
  std::string code;
};

std::pair<std::uint16_t, Entry> entry_of(capnp::StructSchema::Field arm) {
  std::uint16_t kind = 0;
  Entry entry;
  entry.code = arm.getProto().getName().cStr();
  for (auto note : arm.getType().asStruct().getProto().getAnnotations()) {
    if (note.getId() == note_kind) kind = note.getValue().getUint16();
    if (note.getId() == note_power) entry.roles.is_power = true;
    if (note.getId() != note_recorded_by) continue;
    for (auto text : note.getValue().getList().getAs<capnp::List<capnp::Text>>()) {
      const std::string_view name(text.cStr(), text.size());
      if (const auto role = code_value<schema::Role>(name)) entry.roles.roles.add(*role);
      else if (name == "owner") entry.roles.by_owner = true;
    }
  }
  return {kind, std::move(entry)};
}

const std::unordered_map<std::uint16_t, Entry>& table() {
  static const auto entries = [] {
    std::unordered_map<std::uint16_t, Entry> out;
    for (auto arm : capnp::Schema::from<schema::Facts>().getFields())
      if (arm.getType().isStruct()) out.insert(entry_of(arm));
    return out;
  }();
  return entries;
}

}  // namespace

const KindRoles* kind_roles(std::uint16_t kind) {
  const auto at = table().find(kind);
  return at == table().end() ? nullptr : &at->second.roles;
}

std::string kind_code(std::uint16_t kind) {
  const auto at = table().find(kind);
  return at == table().end() ? std::to_string(kind) : at->second.code;
}

}  // namespace inzicht
