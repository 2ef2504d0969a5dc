// The Log in memory: the oracle of the shared test list, and what unit tests use.
//
// Shape:   its tables hold the same keys and values as the one on disk, so tests can copy, damage and verify them.
// Errors:  as every Log; it also aborts on what the layers above must never do: an event id twice, a gap in positions.
#pragma once
#include <map>

#include "ledger/log/log.h"

namespace inzicht {

// `fail_append` (may be empty) is asked before every append with its ordinal (from 1) and may answer an error to inject.
// io and corruption latch the log, as they would on disk.
struct MemoryLogOptions {
  std::function<std::optional<Error>(std::uint64_t)> fail_append;
};
std::unique_ptr<Log> make_memory_log(MemoryLogOptions options = {});

// Keys and values as ledger/log/key_layout.h writes them. `stray` keys carry their family: "family/" || key.
struct RawTables {
  using Table = std::map<Buffer, Buffer>;
  Table events, parts, event_ids, positions, tiles, checkpoints, stray;
};
// A copy of what the log holds now. Requires: made by make_memory_log.
RawTables tables_of(const Log& memory_log);
// What verify reads, over these tables.
std::unique_ptr<RawLog> make_raw_log(RawTables tables);

}  // namespace inzicht
