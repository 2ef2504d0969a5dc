// Whether a decision to share (407) is in force at a moment, apart from any event that would rest on it: docs/domain.md §8.4.
#pragma once
#include "ledger/domain/case_state.h"
#include "ledger/registry/registry.h"

namespace inzicht {

// Pairs of a person and a recipient that the decision names, and for how many of them it is in force.
struct DecisionReach {
  unsigned holds = 0;
  unsigned pairs = 0;
};
DecisionReach decision_reach(const Decision& decision, const CaseState& state, const Registry& registry, Micros at);

}  // namespace inzicht
