#include "projections/case_views.h"

#include "projections/case_view.h"
#include "projections/read_history.h"

namespace inzicht {
namespace {

using views::CaseView;

const std::vector<CaseView>& all_views() {
  static const std::vector<CaseView> table{views::deadlines_view(), views::worklist_view(), views::consents_view(),
                                          views::measures_view(),  views::roles_view(),    views::signals_view(),  views::access_log_view(),
                                          views::goals_view(),     views::motivation_view(), views::process_view()};
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

struct Asked {
  const CaseView& view;
  const Log& log;
  const Registry& registry;
  const ViewQuery& query;
};

// What is asked as of a day is judged on that day.
Micros moment_of(const ViewQuery& query) {
  return std::min({query.now.value_or(INT64_MAX), query.occurred_until.value_or(INT64_MAX), query.recorded_until.value_or(INT64_MAX)});
}

void add(const Asked& asked, const CaseId& kase, const CaseHistory& history, const CaseHistory* reads, ViewResult& out) {
  const std::size_t before = out.rows.size();
  asked.view.add({history, reads, asked.registry, kase, asked.query, moment_of(asked.query)}, out);
  if (asked.query.kase) return;
  for (std::size_t i = before; i < out.rows.size(); ++i) out.rows[i].cells.insert(out.rows[i].cells.begin(), views::id_cell(kase));
}

Status add_case(const Asked& asked, const CaseId& kase, ViewResult& out) {
  INZICHT_TRY(history, ReadHistory::of_case(asked.log, kase, asked.query));
  if (!asked.view.asks_reads) {
    add(asked, kase, *history, nullptr, out);
    return {};
  }
  INZICHT_TRY(reads, ReadHistory::of_reads(asked.log, kase, asked.query));
  add(asked, kase, *history, &*reads, out);
  return {};
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
  const Asked asked{*view, log, registry, query};
  for (const CaseId& kase : query.kase ? std::vector{*query.kase} : cases_of(log)) INZICHT_CHECK(add_case(asked, kase, out));
  if (view->asks_registry && !query.kase) {
    INZICHT_TRY(history, ReadHistory::of_registry(log, query));
    add(asked, CaseId{}, *history, nullptr, out);
  }
  return out;
}

}  // namespace inzicht
