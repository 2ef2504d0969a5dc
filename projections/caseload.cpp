// How many families each professional has: docs/domain.md §9 view 10. The fullest week first.
//
// A family counts for who is its wijkcoach or final responsible (206) while the case is open. It is heavy with an approach of cmpg and a
// household of at least heavyHousehold.
#include <fmt/format.h>

#include <map>

#include "ledger/domain/case_state.h"
#include "ledger/watch/terms.h"
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::SingleFunction;

struct Load {
  std::int64_t families = 0, heavy = 0;
  double fte = 1;
  bool fte_known = false;
  double each() const { return static_cast<double>(families) / fte; }
  double heavy_each() const { return static_cast<double>(heavy) / fte; }
};

// The approach chosen last (209), else that of the opening.
schema::Approach approach_of(const CaseInput& input) {
  auto out = schema::Approach::UNSET;
  for (const auto* one : input.history.of(201)) out = one->facts().getCaseOpened().getApproach();
  for (const auto* one : input.history.of(209)) {
    const auto facts = one->facts().getApproachChosen();
    if (facts.getOutcome() == schema::ScaleOutcome::ACCEPTED && facts.getApproach() != schema::Approach::UNSET) out = facts.getApproach();
  }
  return out;
}

// A row per professional of this case: who, and whether it is a heavy one. gather makes the view of them.
void add(const CaseInput& input, ViewResult& out) {
  if (input.history.of(201).empty()) return;
  CaseState state;
  for (const auto& event : input.history.events()) state.apply(event.event);
  if (state.course().is_closed()) return;
  const Date today = local_date(input.now);
  const auto household = state.people().household(input.now).size();
  const bool heavy = approach_of(input) == schema::Approach::CMPG && household >= count_of(input.registry, "heavyHousehold", today);
  std::vector<ActorId> counted;
  for (const auto function : {SingleFunction::WIJKCOACH, SingleFunction::FINAL_RESPONSIBLE}) {
    const ActorId holder = state.involvement().holder(function, today);
    if (holder.is_zero() || names(counted, holder)) continue;
    counted.push_back(holder);
    Row row;
    row.cells = {id_cell(holder), Atom{static_cast<std::int64_t>(heavy)}};
    out.rows.push_back(std::move(row));
  }
}

bool is_listed(const Registry& registry, const ViewQuery& query, const ActorId& actor) {
  const ActorInfo* info = registry.find_actor(actor);
  if (query.actor && *query.actor != actor) return false;
  return !query.organisation || (info != nullptr && info->organisation == *query.organisation);
}

std::map<ActorId, Load> loads_of(const Registry& registry, const std::vector<Row>& rows) {
  std::map<ActorId, Load> out;
  for (const Row& row : rows) {
    Load& load = out[ActorId{std::get<IdCell>(row.cells[0].atoms[0]).id}];
    ++load.families;
    load.heavy += std::get<std::int64_t>(row.cells[1].atoms[0]);
  }
  for (auto& [actor, load] : out) {
    const ActorInfo* info = registry.find_actor(actor);
    load.fte_known = info != nullptr && info->fte && *info->fte > 0;
    if (load.fte_known) load.fte = *info->fte;
  }
  return out;
}


void gather(const Registry& registry, const ViewQuery& query, Micros now, ViewResult& out) {
  const auto loads = loads_of(registry, out.rows);
  const Date today = local_date(now);
  const auto most = count_of(registry, "caseloadMax", today), most_heavy = count_of(registry, "caseloadMaxHeavy", today);
  out.rows.clear();
  out.total = loads.size();
  std::vector<std::pair<ActorId, Load>> order(loads.begin(), loads.end());
  std::ranges::stable_sort(order, std::greater(), [](const auto& one) { return one.second.each(); });
  for (const auto& [actor, load] : order) {
    const bool over = load.each() > static_cast<double>(most) || load.heavy_each() > static_cast<double>(most_heavy);
    if (!is_listed(registry, query, actor) || (asks(query, "over") && !over)) continue;
    const ActorInfo* info = registry.find_actor(actor);
    Row row;
    row.cells = {id_cell(actor),
                 info == nullptr ? Cell() : id_cell(info->organisation),
                 load.fte_known ? decimal_cell(load.fte) : Cell(),
                 Atom{load.families},
                 Atom{load.heavy},
                 decimal_cell(load.each()),
                 Atom{static_cast<std::int64_t>(most)},
                 Atom{static_cast<std::int64_t>(most_heavy)},
                 over ? text_cell("caseload.over") : Cell()};
    out.rows.push_back(std::move(row));
  }
  if (std::ranges::any_of(loads, [](const auto& one) { return !one.second.fte_known; })) out.notes.push_back("caseload.fteUnknown");
}

}  // namespace

CaseView caseload_view() {
  CaseView view{"caseload",
          {{"actor", "wie", "who"},
           {"organisation", "organisatie", "organisation"},
           {"fte", "fte", "fte"},
           {"families", "gezinnen", "families"},
           {"heavy", "waarvan zwaar", "of which heavy"},
           {"perFte", "per fte", "per fte"},
           {"limit", "grens", "limit"},
           {"limitHeavy", "grens zwaar", "limit heavy"},
           {"over", "let op", "note"}},
          add,
          {"over"},
          false};
  view.gather = gather;
  return view;
}

}  // namespace inzicht::views
