// The side tables against what the events gave: event ids, positions, tiles, and whatever should not be
// there.
//
// Rule:    every entry must be one that follows from the events, and every one that follows must be there.
// Threads: several at once, each with problems of its own; nothing is folded meanwhile.
// Source:  docs/data_directory.md; docs/formats.md §4, §5.
#pragma once
#include "ledger/log/log.h"
#include "ledger/verify/fold.h"

namespace inzicht {

void check_event_ids(const RawLog& log, const Fold& fold, Problems& problems);
void check_positions(const RawLog& log, const Fold& fold, Problems& problems);
void check_tiles(const RawLog& log, const Fold& fold, Problems& problems);
void check_strays(const RawLog& log, Problems& problems);

}  // namespace inzicht
