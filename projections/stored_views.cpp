#include "projections/stored_views.h"

#include <spdlog/spdlog.h>

namespace inzicht {

StoredViews::StoredViews(std::filesystem::path folder, const Log& log, RunnerOptions options)
    : folder_(std::move(folder)), log_(log), options_(std::move(options)) {}

Result<ViewResult> StoredViews::ask(std::string_view view, const ViewQuery& query) {
  return mended<ViewResult>([&]() -> Result<ViewResult> {
    INZICHT_CHECK(runner_->catch_up());
    return query_view(view, *store_, log_, query);
  });
}

Status StoredViews::rebuild(std::string_view view) {
  // The views that are not asked for are brought up to date as well: one pass, and then all of them say the same.
  const auto done = mended<bool>([&]() -> Result<bool> {
    INZICHT_CHECK(runner_->rebuild(view));
    return true;
  });
  return done ? Status{} : Status(std::unexpected(done.error()));
}

Result<Digest> StoredViews::content_digest(std::string_view view) {
  return mended<Digest>([&]() -> Result<Digest> {
    INZICHT_CHECK(runner_->catch_up());
    return runner_->content_digest(view);
  });
}

template <class T>
Result<T> StoredViews::mended(const std::function<Result<T>()>& use) {
  const auto try_it = [&]() -> Result<T> {
    INZICHT_CHECK(open());
    return use();
  };
  auto first = try_it();
  if (first || first.error().code != ErrorCode::corruption) return first;
  spdlog::debug("views: emptied: {}", first.error().text);
  close();
  INZICHT_CHECK(empty_views(folder_));
  auto second = try_it();
  if (second && options_.built_again) options_.built_again({}, BuiltAgain::damaged);
  return second;
}

Status StoredViews::open() {
  if (runner_) return {};
  INZICHT_TRY(store, open_views(folder_));
  store_ = std::move(store);
  runner_ = std::make_unique<Runner>(log_, *store_, all_projections(), options_);
  if (!store_->was_emptied()) return {};
  INZICHT_CHECK(runner_->catch_up());
  if (options_.built_again) options_.built_again({}, BuiltAgain::damaged);
  return {};
}

void StoredViews::close() {
  runner_.reset();
  store_.reset();
}

}  // namespace inzicht
