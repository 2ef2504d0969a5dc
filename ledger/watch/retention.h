// How long the file of Veilig Thuis is kept beside the law's own term.
//
// Source:  docs/domain.md §6.2 TERM-40 (Wmo 5.3.4; a lawyer to confirm that the longer of both counts).
#pragma once
#include <optional>

#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"

namespace inzicht {

// The first day on which the youngest of the case has certainly turned 18, when Veilig Thuis opened the case;
// nothing for other cases, and while nobody's month of birth is known.
std::optional<Date> youngest_turns_18(const CaseHistory& history, const Registry& registry);

}  // namespace inzicht
