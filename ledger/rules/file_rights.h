// Who may ask for the file of a person, or have it corrected or erased, by law and age.
// Source:  docs/domain.md §7.2 (file rights); JW 7.3.8-7.3.10, Wmo 5.3.2, AVG 12, 15.
#pragma once
#include "ledger/domain/case_state.h"

namespace inzicht {

// Nullopt when the table does not say: another law, a day before the law, or an age that is not known. In the month of a
// birthday both sides count. Whether asking is against the interest of a youth (Wmo) no header says.
std::optional<bool> may_ask_file(const CaseState& state, const RightsRequest& request, const Moment& t);

}  // namespace inzicht
