#include "projections/gist.h"

#include <capnp/dynamic.h>

#include <algorithm>

namespace inzicht::views {
namespace {

// Of these kinds the first two codes do not tell enough, or too much.
struct Telling {
  std::uint16_t kind;
  std::vector<std::string_view> fields;
};
const std::vector<Telling>& telling() {
  // Of a signal never the source: it would give the reporter away (docs/domain.md §0.3).
  static const std::vector<Telling> table{{301, {"signalType"}},
                                          {401, {"consentKind"}},
                                          {402, {"consentKind"}},
                                          {403, {"consentKind"}},
                                          {404, {"consentKind"}},
                                          {405, {"direction", "purpose"}},
                                          {407, {"decision", "notShareReason", "route", "exception"}},
                                          {408, {"form", "purpose"}},
                                          {410, {"topics"}},
                                          {501, {"meetingType"}},
                                          {502, {"decisionClass", "preference"}},
                                          {504, {"consultKind", "outcome"}},
                                          {804, {"planType", "version"}},
                                          {607, {"version"}},
                                          {1201, {"request"}},
                                          {1204, {"correctionKind"}},
                                          {1210, {"forum", "stage", "result"}}};
  return table;
}

constexpr std::size_t codes_told = 2;

void put(const capnp::DynamicValue::Reader& value, Cell& out) {
  if (value.getType() == capnp::DynamicValue::ENUM) {
    const auto code = value.as<capnp::DynamicEnum>();
    for (auto& atom : code_cell(code.getSchema(), code.getRaw()).atoms) out.atoms.push_back(std::move(atom));
  } else if (value.getType() == capnp::DynamicValue::LIST) {
    for (auto one : value.as<capnp::DynamicList>()) put(one, out);
  } else if (value.getType() == capnp::DynamicValue::UINT) {
    out.atoms.push_back(Atom{static_cast<std::int64_t>(value.as<std::uint64_t>())});
  }
}

bool is_told(capnp::StructSchema::Field field) {
  return field.getType().isEnum() && field.getType().asEnum() != capnp::Schema::from<schema::YesNoUnknown>();
}

}  // namespace

bool is_guarded_kind(std::uint16_t kind) {
  const KindInfo* info = find_kind(kind);
  return info == nullptr || info->is_guarded;
}

bool has_guarded_facts(const HistoryEvent& event) {
  if (is_guarded_kind(event.kind())) return true;
  if (event.kind() != 1204 || !event.facts().getCorrectionMade().hasNewFacts()) return false;
  const capnp::DynamicStruct::Reader corrected = event.facts().getCorrectionMade().getNewFacts();
  KJ_IF_MAYBE (arm, corrected.which()) {
    const KindInfo* kind = find_kind(std::string_view(arm->getProto().getName().cStr()));
    return kind == nullptr || kind->is_guarded;
  }
  return false;
}

Cell gist_cell(const HistoryEvent& event) {
  Cell out = Cell::list({});
  const capnp::DynamicStruct::Reader facts = event.facts();
  KJ_IF_MAYBE (arm, facts.which()) {
    if (!facts.has(*arm)) return out;
    const auto own = facts.get(*arm).as<capnp::DynamicStruct>();
    const auto special = std::ranges::find(telling(), event.kind(), &Telling::kind);
    if (special != telling().end()) {
      for (const auto name : special->fields)
        KJ_IF_MAYBE (field, own.getSchema().findFieldByName(std::string(name).c_str())) put(own.get(*field), out);
      return out;
    }
    for (auto field : own.getSchema().getFields())
      if (is_told(field) && out.atoms.size() < codes_told) put(own.get(field), out);
  }
  return out;
}

Cell gist_cell(const HistoryEvent& event, bool guarded_facts) {
  if (is_guarded_kind(event.kind()) && !guarded_facts) return text_cell("words.guarded");
  return gist_cell(event);
}

}  // namespace inzicht::views
