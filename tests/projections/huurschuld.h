// The example family Huurschuld, unsigned: its 38 rows after three set-up events that they refer to.
#pragma once
#include "tests/projections/given.h"

namespace inzicht::testing {

// Answers the events of the rows, in order. Lila, Marko and case_1 are those of given.h; O4 is nth<OrganisationId>(4), and so on.
std::vector<EventId> load_huurschuld(Ledger& ledger);
inline constexpr std::uint64_t huurschuld_set_up = 3;

}  // namespace inzicht::testing
