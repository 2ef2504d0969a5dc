// Who opened which parts of a case: its access events (1301, 1302) with what their list says was opened.
//
// Shape:   the list part is unsealed and holds no personal data; it may be absent or cut off, and then what was opened cannot be told.
// Errors:  those of the log. A list that is not what the header committed to is as good as none.
// Source:  docs/domain.md §4.13; docs/formats.md §3 (class list), §5 (access events).
#pragma once
#include "ledger/domain/part_index.h"
#include "ledger/log/log.h"
#include "ledger/registry/registry.h"
#include "projections/view.h"

namespace inzicht {

struct Look {
  EventId event;
  std::uint64_t index = 0;
  Micros recorded = 0;
  ActorId by;                     // whose own key signed; zero: the ledger's key, which shows nothing about anybody
  std::vector<PartRef> opened;
  bool is_whole = false;          // the list tells all that was opened
};

// In log order, as of the query.
Result<std::vector<Look>> looks_of(const Log& log, const Registry& registry, const CaseId& kase, const ViewQuery& query);
// Who signed the event with a key of their own; zero when the ledger did.
ActorId signer_of(const Recorded& event, const Registry& registry);

}  // namespace inzicht
