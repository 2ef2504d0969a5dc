// Publishing: a signed checkpoint over everything recorded, kept for ever, and the tiles that go with it.
//
// Source: docs/formats.md §6 (tlog-checkpoint, tlog-tiles).
#pragma once
#include <filesystem>

#include "crypto/merkle/tile.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {

struct Published {
  crypto::Checkpoint checkpoint;
  std::string note;
  bool fresh = false;  // false: this size was published before
};
Result<Published> publish_checkpoint(OpenLedger& ledger);
// Keeps the cosignatures under a checkpoint that was published here and comes back with them. bad_input: not a checkpoint of this ledger,
// of a size that was never published, or without the log's own signature; conflict: another text was published for that size.
// Whether a witness is trusted is asked when verifying, not here.
Result<Published> take_cosigned(OpenLedger& ledger, const std::string& note);
std::optional<Published> last_checkpoint(const Log& log);

// Writes checkpoint, vkey and all tiles (C2SP paths) of the last checkpoint into a folder; progress in tiles done and to do.
// conflict: what lies there is another log's; corruption: the checkpoint there is not one of this history, or a full tile there
// is not what it should be. Full tiles that are there are compared, not written again.
struct TilesWritten {
  std::uint64_t tiles = 0;
  std::uint64_t size = 0;
};
Result<TilesWritten> write_tiles(const Log& log, const crypto::VerifierKey& log_key, const std::filesystem::path& folder,
                                 const std::function<void(std::uint64_t done, std::uint64_t total)>& progress);

crypto::VerifierKey log_verifier_key(const LedgerKeys& keys, const std::string& origin);

}  // namespace inzicht
