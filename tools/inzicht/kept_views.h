// The views of a ledger's folder, with what the command says while they are brought up to date.
#pragma once
#include "projections/stored_views.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {

class KeptViews {
 public:
  KeptViews(const Context& context, OpenLedger& ledger);
  StoredViews& operator*() { return views_; }
  StoredViews* operator->() { return &views_; }

 private:
  RunnerOptions options(const Context& context);
  Progress progress_;
  StoredViews views_;
};

// "privacyLog" for "privacy-log": views by the name of their verb.
std::string view_name(std::string_view verb);

}  // namespace inzicht::cli
