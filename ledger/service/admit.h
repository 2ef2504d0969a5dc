// The decision whether a prepared event is recorded, on the state after the event before it. Pure: same state and time, same answer.
//
// Source: docs/domain.md §0.1, §0.10; architecture §4 (sequencer).
#pragma once
#include "ledger/service/prepare.h"
#include "ledger/service/state.h"

namespace inzicht {

struct AdmittedFinding {
  RuleFinding finding;
  bool explained = false;  // named beside the claim; otherwise a warning
};
struct Admitted {
  std::vector<AdmittedFinding> findings;
  std::vector<EventId> policies;
};
using AdmitOutcome = std::variant<Admitted, Refused>;

// Everything the sequencer checks. `sequence` false leaves out what only a signed header can meet (key sequence, seen, anchor).
enum class AdmitScope { submission, dry_run };
Result<AdmitOutcome> admit(const HeaderMessage& message, const Digest& header_hash, std::span<const CaseId> listed_cases, Micros recorded_at,
                           LedgerState& state, const Log& log, AdmitScope scope);

// References, case and required parts: ADM-11.
Result<std::optional<Refused>> check_structure(schema::Header::Reader header, LedgerState& state, CaseState* kase, bool imported);
bool is_imported(schema::Header::Reader header);

}  // namespace inzicht
