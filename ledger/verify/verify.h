// The second reader: re-derives everything that the ledger claims from the bytes as they lie, and decides nothing by asking
// the ledger. Start reading here; run.cpp gives the order of the checks.
//
// Shape:   one scan of the events, checked on all cores (event_check), folded in order (fold), then the side tables, every
//          checkpoint, and what outsiders hold: older checkpoints and receipts.
// Errors:  none: whatever the bytes are, the answer is a report. All problems are listed, not the first.
// Limits:  about 150 bytes of memory an event and 130 a chain; a million events stay within 512 MB.
// Threads: verify starts its own; `progress` is called on the calling thread.
// Source:  docs/formats.md; docs/problem_codes.md (every code).
#pragma once
#include <functional>

#include "crypto/merkle/tree.h"
#include "crypto/note.h"
#include "crypto/trust_policy.h"
#include "ledger/log/log.h"
#include "ledger/schema/lists.capnp.h"
#include "ledger/verify/problem.h"

namespace inzicht {

// A receipt as an author keeps it (docs/formats.md §6).
struct HeldReceipt {
  std::string note;
  std::uint64_t index = 0;
  Buffer leaf;
  crypto::Proof proof;
  Buffer admission;
};

struct VerifyInput {
  const RawLog& log;
  std::string origin = {};                              // empty: as genesis says
  std::vector<std::string> held_checkpoints = {};       // signed notes that somebody outside holds
  std::vector<HeldReceipt> receipts = {};
  std::vector<crypto::VerifierKey> trusted_log_keys = {};  // empty: the log's keys as genesis and the registry say
  std::optional<crypto::TrustPolicy> trust = {};        // its logs are trusted as well; its quorum must have cosigned the last checkpoint
  unsigned threads = 0;                                 // 0: all cores
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};  // in events; may be empty
};

struct VerifyReport {
  // verified: nothing was found. gaps: nothing wrong, but leaves of reserved types were skipped. tampered: problems.
  // failed: the only problem is that the ledger is newer than this program. unwitnessed: nothing wrong, but the last checkpoint kept,
  // if any, is not cosigned as the trust policy asks.
  enum class Result { verified, tampered, gaps, unwitnessed, failed };
  Result result = Result::failed;

  // What was there and looked at. Without an outsider's checkpoint or receipt nothing says how long the log should be:
  // read `verified` as "these treeSize leaves are consistent".
  std::uint64_t events = 0;
  std::uint64_t leaves = 0;
  std::uint64_t skipped_leaves = 0;  // of types 0x80 to 0xFF
  std::uint64_t cases = 0;
  std::uint64_t tree_size = 0;
  Digest root{};                     // of all leaves; of those before the first missing one when there is one
  std::uint64_t checkpoint_size = 0; // the greatest checkpoint that checks
  std::uint64_t checkpoints = 0;     // kept and checked
  std::uint64_t witnessed_size = 0;  // the greatest checkpoint that checks and that the trust policy's quorum cosigned
  std::uint64_t witnesses = 0;       // witnesses of the policy that cosigned the last checkpoint kept
  std::uint64_t held_checkpoints = 0;
  std::uint64_t receipts = 0;
  std::uint64_t signatures_checked = 0;
  std::uint64_t erased_parts = 0;
  std::uint64_t purged_events = 0;

  // What a reader should weigh although it is not wrong.
  bool simulated_clock = false;
  std::uint64_t single_registrar_events = 0;  // by keys that one registrar alone enrolled
  std::uint64_t doubtful_events = 0;          // by keys revoked later, within the time that the revocation doubts
  std::uint64_t service_events = 0;           // access events signed by the ledger's own key: its word, nobody's knowledge
  std::vector<OrganisationId> genesis_organisations;
  std::vector<std::pair<KeyId, schema::KeyUse>> genesis_keys;  // to compare by telephone

  std::vector<Found> problems;       // by index
  std::uint64_t problems_found = 0;  // also those beyond the list's limit
  double seconds = 0;
};
std::string_view result_code(VerifyReport::Result result);  // "verified"

VerifyReport verify(const VerifyInput& input);

}  // namespace inzicht
