// What the ledger has said about itself in signed notes: every checkpoint kept, the checkpoints that outsiders hold, receipts.
//
// Threads: one at a time.
// Source:  docs/formats.md §6.
#pragma once
#include "ledger/verify/fold.h"
#include "ledger/verify/verify.h"

namespace inzicht {

// Fills the counts of checkpoints and receipts in the report.
void check_published(const VerifyInput& input, const Fold& fold, Problems& problems, VerifyReport& report);

}  // namespace inzicht
