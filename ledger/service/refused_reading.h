// A reading that was refused is recorded as well (1305), signed by the ledger's own service key: nobody chooses whether.
//
// Errors:  those of recording; a Refused of a 1305 is a fault of this program and answered as corruption.
// Source:  docs/domain.md §0.10, ACC-01; NEN 7513.
#pragma once
#include "ledger/service/reading.h"

namespace inzicht {

// What was asked for, and by whom. Nothing when the refusal is not about the right to read, such as an unknown reference.
std::optional<schema::AccessRefusal> reason_of(const Refused& refused);
Result<Accepted> record_refused_reading(OpenLedger& ledger, const ActorId& viewer, const ReadRequest& request, schema::AccessRefusal reason);

}  // namespace inzicht
