// The parts of one event: as many as the header commits to, each with the hash that the admission names.
#pragma once
#include "ledger/verify/event_check.h"

namespace inzicht {

// Adds remarks and counts to `out`, whose header is there. Answers the cases of an access event's list part (none for other
// events); nullopt when there is such a part and it cannot be read.
std::optional<std::vector<CaseId>> check_parts(std::optional<Bytes> record, std::optional<schema::Admission::Reader> admission, CheckedEvent& out);

}  // namespace inzicht
