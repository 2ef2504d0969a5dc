// Who reads: the role somebody reads in, and what that role may see of a view and open of a case.
//
// Source: docs/domain.md §2.4 (the matrix), §8.6 (what is told later).
#pragma once
#include <set>

#include "ledger/rules/reading_matrix.h"
#include "ledger/service/reading.h"
#include "projections/readable.h"
#include "projections/view.h"

namespace inzicht::cli {

struct Reader {
  ActorId actor;
  std::optional<SubjectId> self;  // who reads about themselves, or is spoken for
  schema::Role role = schema::Role::UNSET;
  std::optional<OrganisationId> organisation;
  std::optional<Micros> window_from, window_until;
};
// In the role that is given, else the first that their mandates give here. Role unset: none.
Reader reader_of(OpenLedger& ledger, const Author& author, const std::string& role, std::span<const CaseId> cases);
schema::AccessPurpose usual_purpose(schema::Role role);

// Whether somebody reads in this case at all: involved now (204, 206), or by a mandate for the case.
bool has_ground(OpenLedger& ledger, const Reader& reader, const CaseId& kase);
// Whether a team leader sees this view of the case by the mandate of the organisation alone: without a ground
// in it, and while its wijkcoach is of their own. That opens no words and no names.
bool is_by_team(OpenLedger& ledger, const Reader& reader, schema::ViewKind view, const CaseId& kase);
// The cases that a reader who names none sees: those in which they have a ground, or which are theirs by
// team. Nothing for whoever needs none: a privacy officer, and roles that open no words.
std::optional<std::vector<CaseId>> own_cases(OpenLedger& ledger, const Reader& reader, schema::ViewKind view);

// What a view was asked as of; absent: now. `moment` is the day it speaks of, the others what bounds its
// events.
struct AsOf {
  std::optional<Micros> moment, occurred_until, recorded_until;
};
// The rows that the reader may see. Left out, and in no count: what telling the reader of is postponed, now
// or on the day that the view speaks of, and for who reads about themselves what is not about them. Left out,
// with a note that says so: events whose headers the role does not read. Totals are of all rows: who may not
// read every row gets none.
Result<ViewResult> readable_rows(OpenLedger& ledger, const ViewResult& result, schema::ViewKind view,
                                 const Reader& reader, std::span<const CaseId> cases, const AsOf& as_of);
// Whether every event of these kinds in the case is about who reads about themselves, and none is kept from
// them.
Result<bool> are_own(OpenLedger& ledger, const Reader& reader, const CaseId& kase,
                     std::span<const std::uint16_t> kinds, const AsOf& as_of);

// Whether a row of this view is an event. Others put events together, or have a rule of their own about who sees what.
bool shows_events(schema::ViewKind view);

// What the matrix lets this role open: for the classes it reads only of its own events, those of its own events.
bool may_ask(const ReadingRow& row, schema::PartClass cls, bool own_event);
// Of these parts, those the reader may open. Who reads about themselves opens what is about them, and names of organisations; on the page
// for the kitchen table also what is about the case and the names of professionals, which the page chose for them.
std::vector<PartPlace> allowed(OpenLedger& ledger, const std::set<PartPlace>& wanted, const Reader& reader, schema::ViewKind view);

}  // namespace inzicht::cli
