#include "tests/ledger/rules/judged.h"

#define CATCH_CONFIG_EXTERNAL_INTERFACES  // the listener
#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <iostream>
#include <map>

#include "ledger/rules/rules.h"

namespace inzicht::given {
namespace {

using Seen = std::array<bool, 3>;
std::map<std::string, Seen>& seen() {
  static std::map<std::string, Seen> all;
  return all;
}

// The name of what is missing for a rule that is judged when something is recorded; empty when nothing is.
std::string missing(const RuleInfo& rule) {
  const Seen& s = seen()[rule.id];
  std::string out;
  if (!s[static_cast<unsigned>(Judged::held)]) out += " held";
  if (!s[static_cast<unsigned>(Judged::broken)]) out += " broken";
  if (rule.severity == Severity::gate && !s[static_cast<unsigned>(Judged::explained)]) out += " explained";
  return out;
}

// Only of a run of every test, which INZICHT_EVERY_RULE says it is.
struct EveryRule : Catch::TestEventListenerBase {
  using TestEventListenerBase::TestEventListenerBase;
  void testRunEnded(const Catch::TestRunStats& run) override {
    if (std::getenv("INZICHT_EVERY_RULE") == nullptr || !run.totals.testCases.allPassed()) return;
    int lacking = 0;
    for (const RuleInfo& rule : rules()) {
      if (rule.severity == Severity::watch) continue;  // judged on days, by tests/ledger/watch
      const std::string what = missing(rule);
      if (what.empty()) continue;
      ++lacking;
      std::cerr << rule.id << " was not seen:" << what << '\n';
    }
    if (lacking > 0) std::_Exit(1);
  }
};

}  // namespace

void note_judged(const std::string& rule, Judged how) { seen()[rule][static_cast<unsigned>(how)] = true; }

CATCH_REGISTER_LISTENER(EveryRule)

}  // namespace inzicht::given
