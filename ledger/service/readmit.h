// Judging again: every recorded event by the rules, on the state the ledger had just before it, held against what its admission says.
//
// Shape:   one pass in log order with a state of its own; each event is judged at its own recorded-at, by the parameters and law
//          tables in force then, which are events of the ledger too. Reads no key and opens nothing.
// Requires: a ledger that verifies: bytes that were changed may read as anything.
// Errors:  those of the log; corruption where a header, a leaf or an admission cannot be read: `inzicht verify` says which.
// Limits:  what is erased or purged cannot be judged and is counted; an admission made with another edition of the catalogue is judged
//          with this one, and said to be.
// Source:  docs/domain.md §0.10, §6 (a past admission can be re-run).
#pragma once
#include <functional>

#include "ledger/log/log.h"

namespace inzicht {

// What one event's admission says, against what the rules say now.
struct AdmissionDifference {
  enum class What {
    refused,        // it would be refused: `rule` is the rule or admission check
    not_recorded,   // the rule fails, and the admission does not say so
    not_found,      // the admission says so, and the rule holds
    other_outcome,  // explained and not, or not and explained
    policies,       // other policy events were in force
  };
  std::uint64_t index = 0;
  std::optional<EventId> event;
  What what = What::refused;
  std::string rule;  // empty for policies
  bool other_catalogue = false;
  bool operator==(const AdmissionDifference&) const = default;
};
std::string_view difference_code(AdmissionDifference::What what);  // "notRecorded"

struct ReadmitReport {
  static constexpr std::size_t differences_max = 10'000;

  std::uint64_t events = 0;
  std::uint64_t judged = 0;
  std::uint64_t purged = 0;           // their headers, or that of one they refer to, are gone
  std::uint64_t other_catalogue = 0;  // admitted with another edition
  std::vector<AdmissionDifference> differences;  // by index; no more than differences_max
  std::uint64_t differences_found = 0;
};
Result<ReadmitReport> readmit(const Log& log, const std::function<void(std::uint64_t done, std::uint64_t total)>& progress = {});

}  // namespace inzicht
