// One event from what was typed: `record`, and the verbs that are a shorter way to write one kind (correct, hold ...).
#pragma once
#include "tools/inzicht/record_event.h"

namespace inzicht::cli {

inline constexpr std::uint16_t kind_erasure = 1209;  // carried out as soon as it is recorded

struct RecordOptions {
  std::string occurred, until, role, deviation, after, event;
  std::vector<std::string> set, refs, subjects, deviates, cosign;
  bool dry_run = false;
  std::optional<bool> propose;  // fill in what is open and say so, or not; by default when it is typed and
                                // not read from a file
};
// When, in which role, with which claim (one or the other), who signs as well and whether it is only tried.
void add_record_flags(const Verbs& v, CLI::App& verb, RecordOptions& options);

// What the verb works with; open one at a time.
struct AtWork {
  std::unique_ptr<OpenLedger> ledger;
  std::unique_ptr<Author> author;
  std::unique_ptr<LedgerIds> ids;
};
Result<AtWork> begin_work(const Context& context);

// Puts the options onto the draft, records it and shows the answer; the exit code. A draft of 1209 is carried out.
int record_one(const Context& context, AtWork& work, const KindInfo& kind, const RecordOptions& options, Json draft);

// Text of a file, or of standard input for "-", of at most one event's size; `flag` names it in an error.
Result<std::string> read_text(const std::string& file, std::string_view flag);

}  // namespace inzicht::cli
