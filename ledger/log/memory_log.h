// The Log in memory: the oracle of the shared test list, and what unit tests use.
#pragma once
#include "ledger/log/log.h"

namespace inzicht {

// keeps_raw gives the RawLog over the same content, for verify in tests. `fail_append` (may be empty) is asked before every
// append with its ordinal (from 1) and may answer an error to inject.
struct MemoryLogOptions {
  std::function<std::optional<Error>(std::uint64_t)> fail_append;
};
std::unique_ptr<Log> make_memory_log(MemoryLogOptions options = {});

}  // namespace inzicht
