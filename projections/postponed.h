// What is kept from a person while telling them is postponed (411): what the postponement is about, itself, and whatever refers to
// something that is kept; but never their own acts or what they were told.
//
// Source:  docs/domain.md §8.6; JW 7.3.2(4); UAVG 41.
#pragma once
#include <set>

#include "ledger/domain/case_state.h"
#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"

namespace inzicht::views {

// The events of the case that are kept from this person now; `state` folds the history.
std::set<EventId> kept_from(const SubjectId& person, const CaseHistory& history, const CaseState& state, const Registry& registry, Micros now);

}  // namespace inzicht::views
