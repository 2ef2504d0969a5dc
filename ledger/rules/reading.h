// ACC-01 (docs/domain.md §2.4, §6): an act of the ledger, so it refuses whatever the claim.
#pragma once
#include "ledger/rules/check.h"

namespace inzicht {

// Nothing when the viewer may read this; else why not.
std::optional<Values> acc_01(const Check& check);

}  // namespace inzicht
