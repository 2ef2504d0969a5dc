// The rules that an event did not meet, as rows keep them.
#pragma once
#include <algorithm>

#include "projections/projection.h"
#include "projections/view.h"

namespace inzicht::views {

struct RuleNote {
  std::string rule;
  bool explained = false;  // named by the author, with a motive
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.rule, self.explained);
  }
};

// What the ledger found, and what the author named beyond that.
inline void note_rules(const FedEvent& event, std::vector<RuleNote>& out) {
  out.clear();
  for (const auto& finding : event.findings) out.push_back({std::string{finding.rule}, finding.explained});
  for (auto rule : event.recorded.header.getDeviates()) {
    const std::string_view name(rule.begin(), rule.size());
    const auto known = std::ranges::find(out, name, &RuleNote::rule);
    if (known == out.end()) out.push_back({std::string{name}, true});
  }
}

inline bool has_rule(const std::vector<RuleNote>& notes, std::string_view rule) {
  return std::ranges::find(notes, rule, &RuleNote::rule) != notes.end();
}

inline Cell rules_cell(const std::vector<RuleNote>& notes) {
  Cell out;
  out.many = true;
  for (const auto& note : notes) out.atoms.push_back(RuleCell{note.rule, note.explained ? "explained" : "warned"});
  return out;
}

}  // namespace inzicht::views
