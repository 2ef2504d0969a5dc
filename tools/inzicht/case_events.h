// The events of a case as views read them: header, place and findings, filtered by what had occurred and been recorded.
#pragma once
#include <map>

#include "ledger/codec/strict.h"
#include "projections/view.h"
#include "tools/inzicht/lookup.h"

namespace inzicht::cli {

struct CaseEvent {
  std::uint64_t index = 0;
  Micros recorded_at = 0;
  HeaderMessage message;
  std::vector<Atom> findings;
  schema::Header::Reader header() const { return message.header(); }
};
// In order of occurred-at, then index; only what the query's times and actor allow.
Result<std::vector<CaseEvent>> case_events(OpenLedger& ledger, const CaseId& kase, const ViewQuery& query);

template <class E>
Cell code_cell(E value) {
  if (static_cast<unsigned>(value) == 0) return {};
  std::string list = capnp::Schema::from<E>().getShortDisplayName().cStr();
  list[0] = static_cast<char>(list[0] - 'A' + 'a');
  return Atom(CodeCell{std::move(list), std::string(code_of(value))});
}
template <class List>
Cell codes_cell(List values) {
  std::vector<Atom> out;
  for (auto value : values)
    for (auto& atom : code_cell(value).atoms) out.push_back(std::move(atom));
  return Cell::list(std::move(out));
}
Atom id_atom(schema::IdKind kind, capnp::Data::Reader id);
Cell id_cell(schema::IdKind kind, capnp::Data::Reader id);
Cell ids_cell(schema::IdKind kind, capnp::List<capnp::Data>::Reader ids);
Cell date_cell(bool present, schema::Date::Reader date);
// Where the words of an event's part stand: the first part of this position whose field (by ordinal) is filled.
Cell words_cell(const CaseEvent& event, unsigned position, std::string_view field);

}  // namespace inzicht::cli
