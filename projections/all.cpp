#include "projections/all.h"

#include "projections/row_codec.h"

namespace inzicht {
namespace {

struct View {
  std::string_view name;
  std::unique_ptr<Projection> (*make)();
  Result<ViewResult> (*query)(const ViewStore&, const Log&, const ViewQuery&);
};
constexpr View views_kept[] = {
    {"timeline", make_timeline, query_timeline},
    {"plan", make_plan,
     [](const ViewStore& store, const Log&, const ViewQuery& query) { return query_plan(store, query); }},
    {"privacyLog", make_privacy_log, query_privacy_log},
    {"registry", make_registry, query_registry},
};

}  // namespace

std::vector<std::unique_ptr<Projection>> all_projections() {
  std::vector<std::unique_ptr<Projection>> out;
  for (const View& view : views_kept) out.push_back(view.make());
  return out;
}

Result<ViewResult> query_view(std::string_view name, const ViewStore& store, const Log& log, const ViewQuery& query) {
  for (const View& view : views_kept) {
    if (view.name != name) continue;
    INZICHT_TRY(position, store.position(name));
    if (position.row_format != views::row_format || position.version != view.make()->version()) {
      return fail(ErrorCode::conflict, "views: " + std::string{name} + " is not built; bring the views up to date first");
    }
    INZICHT_TRY(result, view.query(store, log, query));
    if (position.next < log.size()) result.notes.emplace_back("view.behind");
    return result;
  }
  return fail(ErrorCode::not_found, "views: there is no view " + std::string{name});
}

}  // namespace inzicht
