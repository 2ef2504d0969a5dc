// The views in a folder, as a command asks them: brought up to the log first, and built again when what lies there cannot be used.
//
// Shape:   nothing is opened before the first question. Damage shows when the folder is opened, when rows are added or when they are
//          read; then the whole folder is emptied, every view is built from the first event, and the question is put once more.
// Errors:  those of the log and the store. Corruption that is still there after building again is the log's.
// Reports: options.built_again, also for damage (with an empty view: it was all of them); after it helped, not before.
// Threads: one.
#pragma once
#include "projections/all.h"
#include "projections/runner.h"

namespace inzicht {

class StoredViews {
 public:
  // The log must outlive it.
  StoredViews(std::filesystem::path folder, const Log& log, RunnerOptions options = {});

  // As query_view, of views that are up to date.
  Result<ViewResult> ask(std::string_view view, const ViewQuery& query);
  // Drops the view (all of them when empty) and applies every event again. not_found: there is no such view.
  Status rebuild(std::string_view view = {});
  // Of a view that is up to date; see Runner.
  Result<Digest> content_digest(std::string_view view);

 private:
  template <class T>
  Result<T> mended(const std::function<Result<T>()>& use);
  Status open();
  void close();

  const std::filesystem::path folder_;
  const Log& log_;
  const RunnerOptions options_;
  std::unique_ptr<ViewStore> store_;
  std::unique_ptr<Runner> runner_;  // after the store: it uses it
};

}  // namespace inzicht
