// What the program proposes where somebody who types an event left something open: docs/domain.md, "A minute
// each".
//
// Shape:   only what is absent is filled in, and every value is said before the event is signed. What
// somebody judged, checked, said, understood,
//          knew or agreed is never proposed: where its list has "unknown" or "unclear" it stands at that,
//          else the entry asks. A legal basis and its article are such judgements too.
// Errors:  those of the log. What cannot be known from the case is left open, and the answer of the ledger
// says that it is missing. Threads: one; the registry must not change meanwhile. Source:  docs/domain.md
// §0.11, §7.2 (capacity and age band from 202 and 203), §8.5 (not sharing answers a request).
#pragma once
#include "ledger/domain/case_state.h"
#include "tools/inzicht/open_draft.h"
#include "tools/inzicht/record_event.h"

namespace inzicht::cli {

// The draft, and what there is to know about it.
struct Scene {
  OpenDraft& draft;
  const KindInfo& kind;
  const Log& log;
  const CaseHistory& history;
  const CaseState& state;
  const Registry& registry;
  CaseId kase;
  ActorId author;
  Micros at;  // when it occurred
  Date day;
  Moment moment() const { return {at, day}; }
};

// Fills the draft in, and tells with what. A draft without a case is left as it is.
Result<std::vector<Proposal>> propose(OpenLedger& ledger, const Author& author, const IdResolver& ids,
                                      const KindInfo& kind, Micros occurred, Json& draft);

void propose_consent(Scene& scene);     // 401, 402, 403
void propose_withdrawal(Scene& scene);  // 404
void propose_decision(Scene& scene);    // 407
void propose_share(Scene& scene);       // 408
// Which of these the entry can be an answer to or carry out, by whom it is about and who receives.
bool fits_request(const Scene& scene, const HistoryEvent& asked);

}  // namespace inzicht::cli
