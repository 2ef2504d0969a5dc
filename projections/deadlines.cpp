// What is due when: docs/domain.md §9 view 12. Soonest first; --only all shows what was settled too.
#include "ledger/watch/terms.h"
#include "projections/case_view.h"
#include "projections/owners.h"

namespace inzicht::views {
namespace {

std::string_view state_text(WaitState state) {
  switch (state) {
    case WaitState::open: return "state.open";
    case WaitState::late: return "state.late";
    case WaitState::settled: return "state.settled";
    case WaitState::settled_late: return "state.settledLate";
    case WaitState::open_at_closing: return "state.openAtClosing";
  }
  return "";
}

bool is_settled(WaitState state) { return state == WaitState::settled || state == WaitState::settled_late; }

bool is_listed(const CaseInput& input, const Wait& wait) {
  const ViewQuery& query = input.query;
  if (query.person && wait.about != *query.person) return false;
  if (query.organisation && wait.party != *query.organisation) return false;
  if (query.kind && *query.kind != wait.kind) return false;
  if (query.occurred_from && wait.due < *query.occurred_from) return false;
  if (query.due_until && local_date(wait.due) > *query.due_until) return false;
  const bool is_rule = query.extra && find_term(*query.extra) != nullptr;
  if (is_rule && wait.term != *query.extra) return false;
  if (is_rule || asks(query, "all")) return true;
  if (asks(query, "late")) return wait.state == WaitState::late;
  const TermInfo* info = find_term(wait.term);
  if (const auto owner = owner_of(query); owner && (info == nullptr || std::ranges::find(info->owners, *owner) == info->owners.end())) return false;
  return !is_settled(wait.state) && wait.shown_from <= input.now;
}

Row row_of(const Wait& wait, Micros now) {
  Row row;
  row.index = wait.index;
  Cell waits_for = Cell::list({});
  for (const auto kind : wait.waits_for) waits_for.atoms.push_back(KindCell{kind});
  const TermInfo* info = find_term(wait.term);
  const Micros until = wait.settled_by ? wait.settled_at : now;
  row.cells = {date_cell(local_date(wait.due)),
               Atom{days_between(local_date(until), local_date(wait.due))},
               text_cell(state_text(wait.state)),
               Atom{RuleCell{std::string(wait.term), ""}},
               text_cell("settles." + std::string(wait.term)),
               Atom{KindCell{wait.kind}},
               date_cell(local_date(wait.since)),
               std::move(waits_for),
               id_cell(wait.about),
               id_cell(wait.party),
               info == nullptr ? Cell::list({}) : owners_cell(info->owners),
               wait.settled_by ? id_cell(*wait.settled_by) : Cell(),
               wait.settled_by ? time_cell(wait.settled_at) : Cell(),
               id_cell(wait.opener)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  for (const Wait& wait : waits_of(input.history, input.registry, input.now)) {
    ++out.total;
    if (is_listed(input, wait)) out.rows.push_back(row_of(wait, input.now));
  }
}

// What --only may ask: a state, for whom, or one term with what was settled too.
std::vector<std::string_view> filters() {
  std::vector<std::string_view> out{"all", "late"};
  for (const auto owner : all_owners) out.push_back(owner_code(owner));
  for (const TermInfo& term : terms()) out.push_back(term.id);
  return out;
}

}  // namespace

CaseView deadlines_view() {
  CaseView out{"deadlines",
               {{"due", "uiterlijk", "due"},
                {"days", "dagen over", "days left"},
                {"state", "stand", "state"},
                {"rule", "regel", "rule"},
                {"remedy", "wat er nog moet", "what is to be done"},
                {"openedBy", "begonnen met", "opened by"},
                {"since", "sinds", "since"},
                {"waitsFor", "wacht op", "waits for"},
                {"about", "over wie", "about"},
                {"party", "organisatie", "organisation"},
                {"owners", "voor wie", "for whom"},
                {"settledBy", "afgedaan met", "settled by"},
                {"settledAt", "afgedaan op", "settled at"},
                {"event", "gebeurtenis", "event"}},
               add,
               filters(),
               true};
  out.order = {{"due"}};
  return out;
}

}  // namespace inzicht::views
