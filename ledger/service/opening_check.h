// Whether every sealed part still opens, and still says what was committed to.
//
// A part whose key is gone was erased only if an erasure of that person, recorded later, says so (1209, whole subject). A key
// that is gone without one was lost: an older copy of the vault was put back, or somebody took it out.
//
// Errors:  corruption or io of the log. What does not open is an answer and no error.
// Source:  docs/formats.md §5; docs/domain.md §4.12.
#pragma once
#include <functional>

#include "ledger/service/reading.h"

namespace inzicht {

struct OpeningReport {
  std::uint64_t opened = 0;
  std::uint64_t erased = 0;       // a recorded erasure says so
  std::vector<PartPlace> wrong;   // not what was committed to
  std::vector<PartPlace> lost;    // its key is not there, and nothing says why
  bool sound() const { return wrong.empty() && lost.empty(); }
};
// Done and in all, in events.
using OpeningProgress = std::function<void(std::uint64_t, std::uint64_t)>;

// Reads the words of everybody and records nothing: for verify --open alone.
Result<OpeningReport> open_every_part(const Log& log, const Vault& vault, const OpeningProgress& progress = {});

}  // namespace inzicht
