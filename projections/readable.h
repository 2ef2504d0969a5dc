// Which headers of a case a role lets somebody read: column H of the matrix, as data in ledger/rules/reading_matrix.
//
// Shape:   `own` is what they recorded, attended, received, or are named in by the facts; `about_self` what names the person they are, or
//          speak for, and what they recorded; `window` what occurred within the window of the mandate.
// Errors:  none. Threads: safe from any thread.
// Source:  docs/domain.md §2.4.
#pragma once
#include <set>

#include "ledger/rules/reading_matrix.h"
#include "projections/knowledge.h"

namespace inzicht {

struct HeaderReader {
  schema::Role role = schema::Role::UNSET;
  Knower knower;
  std::optional<SubjectId> self;
  std::optional<Micros> window_from, window_until;
};

// Indexes of events of the case, and of its access events. Requires: the role does not read all.
std::set<std::uint64_t> readable_events(const CaseHistory& history, const CaseHistory& reads, const Registry& registry, const HeaderReader& reader);

}  // namespace inzicht
