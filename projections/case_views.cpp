#include "projections/case_views.h"

#include <set>

#include "projections/case_view.h"
#include "projections/column_filters.h"
#include "projections/knowledge.h"
#include "projections/read_history.h"

namespace inzicht {
namespace {

using views::CaseInput;
using views::CaseView;

const std::vector<CaseView>& all_views() {
  static const std::vector<CaseView> table{views::deadlines_view(),   views::worklist_view(),   views::consents_view(),   views::measures_view(),
                                          views::roles_view(),       views::signals_view(),    views::access_log_view(),
                                          views::reconstruct_view(), views::recipients_view(), views::inspection_view(), views::dossier_view(),
                                          views::retention_view(),   views::deviations_view(),   views::stagnation_view(), views::white_spots_view(),
                                          views::outcomes_view(),    views::caseload_view(),     views::kitchen_table_view(),
                                          views::goals_view(),       views::motivation_view(),   views::process_view()};
  return table;
}

const CaseView* find_view(std::string_view name) {
  const auto at = std::ranges::find(all_views(), name, &CaseView::name);
  return at == all_views().end() ? nullptr : &*at;
}

Status check_only(const CaseView& view, const ViewQuery& query) {
  if (!query.extra || std::ranges::find(view.only, *query.extra) != view.only.end()) return {};
  constexpr std::size_t named_at_most = 16;
  std::string known;
  for (std::size_t i = 0; i < std::min(view.only.size(), named_at_most); ++i) known += (known.empty() ? "" : ", ") + std::string(view.only[i]);
  if (view.only.size() > named_at_most) known += ", …";
  return fail(ErrorCode::bad_input, std::string(view.name) + ": --only: " + (known.empty() ? "this view has no such filter" : "expected one of " + known));
}

// A page about one person is whole or not there: a part of it would look like the whole.
Status check_person(const CaseView& view, const ViewQuery& query) {
  if (!query.person) return fail(ErrorCode::bad_input, std::string(view.name) + ": --person: expected a person of the case (P-…)");
  if (!query.organisation && !query.actor && !query.kind && !query.occurred_from && !query.conformity) return {};
  return fail(ErrorCode::bad_input, std::string(view.name) + ": --organisation, --actor, --kind, --conformity, --from: this view is whole: expected a person and a day only");
}

struct Asked {
  const CaseView& view;
  const Log& log;
  const Registry& registry;
  const ViewQuery& query;
};

// What is asked as of a day is judged on that day.
std::vector<CaseId> cases_asked(const ViewQuery& query, const Log& log) {
  if (query.kase) return {*query.kase};
  return query.cases ? *query.cases : cases_of(log);
}

Micros moment_of(const ViewQuery& query) {
  return std::min({query.now.value_or(INT64_MAX), query.occurred_until.value_or(INT64_MAX), query.recorded_until.value_or(INT64_MAX)});
}

// One case as it is asked: its events, who opened what of it, and whose knowledge counts.
struct CaseRead {
  ReadHistory history;
  std::optional<ReadHistory> reads;
  std::vector<Look> looks;
};

Result<CaseRead> read_case(const Asked& asked, const CaseId& kase) {
  INZICHT_TRY(history, ReadHistory::of_case(asked.log, kase, asked.query));
  CaseRead out{std::move(history), std::nullopt, {}};
  const bool leaves_out = asked.query.known_to && !asked.view.weighs_knowledge;
  if (asked.view.asks_looks || leaves_out) {
    INZICHT_TRY(looks, looks_of(asked.log, asked.registry, kase, asked.query));
    out.looks = std::move(looks);
  }
  if (asked.view.asks_reads) {
    INZICHT_TRY(reads, ReadHistory::of_reads(asked.log, kase, asked.query));
    out.reads = std::move(reads);
  }
  if (!leaves_out) return out;
  const Knowledge knowledge(*out.history, asked.registry, out.looks, knower_of(asked.registry, *asked.query.known_to));
  const Micros at = moment_of(asked.query);
  out.history.keep([&](const HistoryEvent& event) { return knowledge.knew(event.id, at); });
  // Of looking into a case somebody knows what they signed themselves.
  if (out.reads) out.reads->keep([&](const HistoryEvent& event) { return signer_of(event.event, asked.registry) == *asked.query.known_to; });
  return out;
}

void add(const Asked& asked, const CaseId& kase, const CaseInput& input, ViewResult& out) {
  const std::size_t before = out.rows.size();
  asked.view.add(input, out);
  if (asked.view.gather != nullptr) return;
  for (std::size_t i = before; i < out.rows.size() && !asked.query.kase; ++i) out.rows[i].cells.insert(out.rows[i].cells.begin(), views::id_cell(kase));
  filter_columns(asked.view.name, asked.query, out.columns, out.rows, before);
}

Status add_case(const Asked& asked, const CaseId& kase, ViewResult& out) {
  INZICHT_TRY(read, read_case(asked, kase));
  add(asked, kase, {*read.history, read.reads ? &**read.reads : nullptr, asked.registry, kase, asked.query, moment_of(asked.query), read.looks}, out);
  return {};
}

bool is_of_a_case(const HistoryEvent& event) {
  return !id_or_zero<CaseId>(event.event.header.getCase()).is_zero();
}

// The registry is for everybody: knowledge of it is not weighed. A mandate that is bound to a case stands in
// that case, where what settles it stands too.
Status add_registry(const Asked& asked, ViewResult& out) {
  INZICHT_TRY(history, ReadHistory::of_registry(asked.log, asked.query));
  history.keep([](const HistoryEvent& event) { return !is_of_a_case(event); });
  add(asked, CaseId{}, {*history, nullptr, asked.registry, CaseId{}, asked.query, moment_of(asked.query)}, out);
  return {};
}

}  // namespace

bool is_case_view(std::string_view name) { return find_view(name) != nullptr; }

Result<ViewResult> query_case_view(std::string_view name, const Log& log, const Registry& registry, const ViewQuery& query) {
  const CaseView* view = find_view(name);
  if (view == nullptr) return fail(ErrorCode::not_found, "views: there is no view " + std::string{name});
  INZICHT_CHECK(check_only(*view, query));
  INZICHT_CHECK(check_columns(name, query));
  if (view->check != nullptr) INZICHT_CHECK(view->check(query));
  if (view->needs_person) INZICHT_CHECK(check_person(*view, query));
  ViewResult out;
  out.columns = view->columns;
  if (!query.kase && view->gather == nullptr) out.columns.insert(out.columns.begin(), {"case", "zaak", "case"});
  const Asked asked{*view, log, registry, query};
  for (const CaseId& kase : cases_asked(query, log)) INZICHT_CHECK(add_case(asked, kase, out));
  if (view->asks_registry && !query.kase) INZICHT_CHECK(add_registry(asked, out));
  sort_rows(view->order, query.kase ? views::Ties::as_added : views::Ties::by_index, out);
  if (view->finish != nullptr) view->finish(query, out);
  if (view->gather != nullptr) view->gather(registry, query, moment_of(query), out);
  return out;
}

Status keep_known(ViewResult& result, const Log& log, const Registry& registry, const ViewQuery& query) {
  if (!query.known_to) return {};
  const Knower knower = knower_of(registry, *query.known_to);
  std::set<std::uint64_t> known;
  for (const CaseId& kase : cases_asked(query, log)) {
    INZICHT_TRY(history, ReadHistory::of_case(log, kase, query));
    INZICHT_TRY(looks, looks_of(log, registry, kase, query));
    const Knowledge knowledge(*history, registry, looks, knower);
    for (const auto& event : history->events())
      if (knowledge.knew(event.id, moment_of(query))) known.insert(event.event.index);
    for (const Look& look : looks)
      if (look.by == *query.known_to) known.insert(look.index);
  }
  std::erase_if(result.rows, [&](const Row& row) { return !known.contains(row.index); });
  result.totals.clear();  // they counted what was left out
  result.notes.push_back("known.rows");
  return {};
}

}  // namespace inzicht
