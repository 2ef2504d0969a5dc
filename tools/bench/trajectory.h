// A made-up family's trajectory, from first signal to aftercare, as rows of the example families' short-hand.
//
// Shape:   pure: the same seed, team and day give the same rows. Rows stand in the order in which they are recorded; a row refers only to
//          rows before it. Nobody in it exists: persons are "M", "F", "C1"…, and words are counted, not told.
// Distributions (docs/performance.md names them too): children 1 to 5 (15, 30, 30, 15, 10 %); two parents with joint gezag 40 %; a child is
//          under 12 (60 %), 12 to 15 (25 %) or 16 to 17 (15 %); signals before the start 1 to 4 (half as many each time); consent refused
//          15 %; months of help 3 and then geometric with mean 11, 48 at most; contacts a month 1 to 4; a share each three months; an
//          evaluation each half year; an offer of drang 20 %; help that has ended is closed in 80 %, with up to 4 aftercare contacts.
//          Recorded within four hours (85 %), three days (12 %) or four weeks (3 %, contacts and statements only).
#pragma once
#include "tools/families/family_row.h"

namespace inzicht::bench {

// Who acts, by the names that the ledger's actors have.
struct Team {
  std::string coach, leader, regisseur, specialist, teacher;
};
struct Trajectory {
  std::vector<families::FamilyRow> rows;
  std::vector<std::string> persons;
};
Trajectory make_trajectory(std::uint64_t seed, const Team& team, Date first_signal);

}  // namespace inzicht::bench
