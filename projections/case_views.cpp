#include "projections/case_views.h"

#include "projections/case_view.h"
#include "projections/read_history.h"

namespace inzicht {
namespace {

using views::CaseView;

const std::vector<CaseView>& all_views() {
  static const std::vector<CaseView> table{views::deadlines_view(), views::worklist_view(), views::consents_view(),
                                          views::measures_view(),  views::roles_view(),    views::signals_view()};
  return table;
}

const CaseView* find_view(std::string_view name) {
  const auto at = std::ranges::find(all_views(), name, &CaseView::name);
  return at == all_views().end() ? nullptr : &*at;
}

Status check_only(const CaseView& view, const ViewQuery& query) {
  if (!query.extra || std::ranges::find(view.only, *query.extra) != view.only.end()) return {};
  std::string known;
  for (const auto only : view.only) known += (known.empty() ? "" : ", ") + std::string(only);
  return fail(ErrorCode::bad_input, std::string(view.name) + ": --only: " + (known.empty() ? "this view has no such filter" : "expected one of " + known));
}

void add_case(const CaseView& view, const ReadHistory& history, const Registry& registry, const CaseId& kase, const ViewQuery& query, ViewResult& out) {
  // What is asked as of a day is judged on that day.
  const Micros now = std::min({query.now.value_or(INT64_MAX), query.occurred_until.value_or(INT64_MAX), query.recorded_until.value_or(INT64_MAX)});
  const std::size_t before = out.rows.size();
  view.add({*history, registry, kase, query, now}, out);
  if (query.kase) return;
  for (std::size_t i = before; i < out.rows.size(); ++i) out.rows[i].cells.insert(out.rows[i].cells.begin(), views::id_cell(kase));
}

}  // namespace

bool is_case_view(std::string_view name) { return find_view(name) != nullptr; }

Result<ViewResult> query_case_view(std::string_view name, const Log& log, const Registry& registry, const ViewQuery& query) {
  const CaseView* view = find_view(name);
  if (view == nullptr) return fail(ErrorCode::not_found, "views: there is no view " + std::string{name});
  INZICHT_CHECK(check_only(*view, query));
  ViewResult out;
  out.columns = view->columns;
  if (!query.kase) out.columns.insert(out.columns.begin(), {"case", "zaak", "case"});
  for (const CaseId& kase : query.kase ? std::vector{*query.kase} : cases_of(log)) {
    INZICHT_TRY(history, ReadHistory::of_case(log, kase, query));
    add_case(*view, history, registry, kase, query, out);
  }
  if (view->asks_registry && !query.kase) {
    INZICHT_TRY(history, ReadHistory::of_registry(log, query));
    add_case(*view, history, registry, CaseId{}, query, out);
  }
  return out;
}

}  // namespace inzicht
