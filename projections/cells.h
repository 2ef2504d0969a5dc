// Cells from values of rows.
#pragma once
#include <capnp/schema.h>

#include <cmath>
#include <vector>

#include "ledger/codec/catalogue.h"
#include "ledger/domain/values.h"
#include "projections/view.h"

namespace inzicht::views {

// "signalType" for enum SignalType: how people name a list.
std::string list_name(capnp::EnumSchema list);

// Empty for unset and for a value that this program does not know.
Cell code_cell(capnp::EnumSchema list, std::uint16_t value);
template <class E>
Cell code_cell(E value) {
  return code_cell(capnp::Schema::from<E>(), static_cast<std::uint16_t>(value));
}
Cell codes_cell(capnp::EnumSchema list, std::uint64_t bits);
template <class E>
Cell codes_cell(CodeSet<E> values) {
  return codes_cell(capnp::Schema::from<E>(), values.bits());
}

template <class K>
schema::IdKind id_kind();
template <>
inline schema::IdKind id_kind<EventKind>() { return schema::IdKind::EVENT; }
template <>
inline schema::IdKind id_kind<CaseKind>() { return schema::IdKind::CASE; }
template <>
inline schema::IdKind id_kind<SubjectKind>() { return schema::IdKind::SUBJECT; }
template <>
inline schema::IdKind id_kind<ActorKind>() { return schema::IdKind::ACTOR; }
template <>
inline schema::IdKind id_kind<OrganisationKind>() { return schema::IdKind::ORGANISATION; }
template <>
inline schema::IdKind id_kind<MandateKind>() { return schema::IdKind::MANDATE; }

template <class K>
Atom id_atom(const Id<K>& id) {
  return IdCell{id_kind<K>(), id.bytes};
}
template <class K>
Cell id_cell(const Id<K>& id) {
  return id.is_zero() ? Cell() : Cell(id_atom(id));
}
template <class K>
Cell id_cell(const std::optional<Id<K>>& id) {
  return id ? id_cell(*id) : Cell();
}
// Always a list, also when it is empty.
template <class K>
Cell ids_cell(const std::vector<Id<K>>& ids) {
  Cell out;
  out.many = true;
  for (const auto& id : ids)
    if (!id.is_zero()) out.atoms.push_back(id_atom(id));
  return out;
}

inline Cell time_cell(Micros at) { return Atom{TimeCell{at}}; }
inline Cell time_cell(const std::optional<Micros>& at) { return at ? time_cell(*at) : Cell(); }
inline Cell date_cell(const std::optional<Date>& on) { return on ? Cell(Atom{*on}) : Cell(); }
inline Cell text_cell(std::string_view key) { return key.empty() ? Cell() : Cell(Atom{TextCell{std::string{key}}}); }

inline Cell decimal_cell(double value) { return Atom{DecimalCell{std::llround(value * 10), 1}}; }

}  // namespace inzicht::views
