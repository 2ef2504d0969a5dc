// What a case view is in this folder: its columns, and a function that adds the rows of one case.
#pragma once
#include <algorithm>
#include <span>

#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"
#include "projections/cells.h"
#include "projections/looks.h"
#include "projections/row_order.h"
#include "projections/view.h"

namespace inzicht::views {

struct CaseInput {
  const CaseHistory& history;
  const CaseHistory* reads; // access events of the case, for a view that asks them; else null
  const Registry& registry;
  CaseId kase;              // zero: the registry
  const ViewQuery& query;
  Micros now = 0;
  std::span<const Look> looks = {};  // who opened which parts of the case, for a view that asks them
};

struct CaseView {
  std::string_view name;
  std::vector<Column> columns;                       // without the case
  void (*add)(const CaseInput& input, ViewResult& out);
  std::vector<std::string_view> only;                // what --only may ask; empty: nothing
  bool asks_registry = false;                        // the registry's own events count as one more case
  bool asks_reads = false;
  bool asks_looks = false;
  bool weighs_knowledge = false;  // uses known_to itself; of any other view the events that were not known are left out
  Status (*check)(const ViewQuery& query) = nullptr;
  void (*finish)(const ViewQuery& query, ViewResult& out) = nullptr;  // once all cases are in, with the column of the case
  // Of a view across cases: makes its rows of what the cases added; such a view has no column for the case.
  void (*gather)(const Registry& registry, const ViewQuery& query, Micros now, ViewResult& out) = nullptr;
  bool needs_person = false;                         // is about one person, who must be named
  std::vector<SortBy> order = {};  // of all cases together; empty: case by case, each in its own order
};

CaseView deadlines_view();
CaseView worklist_view();
CaseView consents_view();
CaseView measures_view();
CaseView roles_view();
CaseView signals_view();
CaseView access_log_view();
CaseView stagnation_view();
CaseView white_spots_view();
CaseView outcomes_view();
CaseView caseload_view();

CaseView reconstruct_view();
CaseView recipients_view();
CaseView inspection_view();
CaseView dossier_view();
CaseView retention_view();
CaseView deviations_view();
CaseView kitchen_table_view();
CaseView goals_view();
CaseView motivation_view();
CaseView process_view();

// The filters of every view that a row of an event must pass; `persons` are those it is about.
inline bool wanted(const ViewQuery& query, const HistoryEvent& event, const std::vector<SubjectId>& persons) {
  if (query.kind && *query.kind != event.kind()) return false;
  if (query.occurred_from && event.occurred < *query.occurred_from) return false;
  if (query.actor && *query.actor != author_of(event.event)) return false;
  if (query.conformity && *query.conformity != event.event.header.getClaim()) return false;
  if (query.organisation && id_or_zero<OrganisationId>(event.event.header.getOrganisation()) != *query.organisation) return false;
  return !query.person || names(persons, *query.person);
}
// Organisations, actors and persons that receive; where none is named, the class of recipient.
inline Cell recipients_cell(const std::vector<Recipient>& recipients) {
  Cell out = Cell::list({});
  for (const Recipient& r : recipients) {
    if (!r.org.is_zero()) out.atoms.push_back(id_atom(r.org));
    if (!r.actor.is_zero()) out.atoms.push_back(id_atom(r.actor));
    if (!r.subject.is_zero()) out.atoms.push_back(id_atom(r.subject));
    if (r.org.is_zero() && r.actor.is_zero() && r.subject.is_zero())
      for (auto& atom : code_cell(r.cls).atoms) out.atoms.push_back(std::move(atom));
  }
  return out;
}
template <class List>
Cell list_cell(const List& list) {
  Cell out = Cell::list({});
  for (auto value : list)
    for (auto& atom : code_cell(value).atoms) out.atoms.push_back(std::move(atom));
  return out;
}
template <class List>
Cell persons_cell(const List& list) {
  return ids_cell(ids_of<SubjectId>(list));
}
inline Cell day_cell(bool has, schema::Date::Reader day) { return has ? date_cell(date_of(day)) : Cell(); }
inline bool asks(const ViewQuery& query, std::string_view only) { return query.extra && *query.extra == only; }

}  // namespace inzicht::views
