// What a row of the tables leaves to be found in the ledger itself: counts, digests, and which parts of the case are meant.
//
// Source: docs/domain.md §10 ("counts and digests as found"); §4.12, §4.13.
#pragma once
#include "ledger/service/ledger_folder.h"
#include "tools/families/family_row.h"

namespace inzicht::families {

// Completes the draft of an inspection (1203), an erasure (1208, 1209), a reading (1301) or a bundle (1303); leaves others as they are.
// Of an erasure it also notes that one begins: whoever records it finishes it (ledger/service/erasure.h).
// `ids` resolves the names that the draft uses. Errors: those of the log.
Status add_what_is_found(Json& draft, OpenLedger& ledger, const CaseId& kase, const IdResolver& ids);

}  // namespace inzicht::families
