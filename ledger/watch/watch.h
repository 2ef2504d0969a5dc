// The watch rules: what holds over time and not at one event. ROLE-01, ROLE-02, TIME-02, MOT-02, MOT-03, EVAL-05, EVAL-06 and ACC-02.
// SAFE-06 and CONS-09 wait for something, and are found among the waits (terms.h).
//
// Shape:   a finding names the event it counts from (what opened the case, the last contact, the late record) and the time span in which the
//          rule did not hold; `until` is absent while it lasts.
// Errors:  none. Threads: everything is safe from any thread.
// Source:  docs/domain.md §6.1, §6.3; each rule names its own source in rules.jsonl.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"

namespace inzicht {

struct WatchFinding {
  std::string_view rule;       // "MOT-02"
  const HistoryEvent* event = nullptr;
  ActorId actor;               // whom it is about; zero: nobody in particular
  Micros since = 0;
  std::optional<Micros> until;
  std::uint64_t count = 1;     // how often, where it stands for several
};

// As of `now`. After the closing of a case nothing new is found until it is reopened.
std::vector<WatchFinding> watch_findings(const CaseHistory& history, const Registry& registry, Micros now);
// ACC-02 (NEN 7513): `reads` are the access events of the case (1301, 1302). The looks of one viewer that lie closer together than
// `linkWindow` are one finding of the first, with how many there were; after a 1006 about it a next look is a new one.
std::vector<WatchFinding> access_findings(const CaseHistory& history, const CaseHistory& reads, const Registry& registry);

}  // namespace inzicht
