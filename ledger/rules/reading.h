// ACC-01 and ACC-05 (docs/domain.md §2.4, §6): acts of the ledger, so they refuse whatever the claim.
#pragma once
#include "ledger/rules/check.h"

namespace inzicht {

// Nothing when the viewer may read this; else why not.
std::optional<Values> acc_01(const Check& check);
// Nothing unless it opens parts of somebody, or of a case, under a restriction for a purpose that does not open them.
std::optional<Values> acc_05(const Check& check);

}  // namespace inzicht
