// Takes another system's history into the ledger as signed imported events.
//
// Verb:    inzicht import csv|xes FILE [--mapping M.toml] [--organisation O]: Mapping::read (a CSV must have one; Mapping::of_xes()
//          without), then import_history; shows the report, or the refusal, or the error.
// Shape:   the whole file is read first, to check and count it and to take its digest; only then 1401 is recorded. Then it is read
//          again: every resource not met before in this import is registered as an outside actor (103, without a key), and every
//          record becomes a 1402 in the case of its source, one new case for each. Occurred is the source's time, recorded is now.
// Errors:  Refused, nothing recorded: the author has no mandate (106) with role importer and power import, or, where the mapping
//          names a resource, no power enrol to register outside actors. bad_input, nothing recorded: what survey.h answers.
//          After 1401 an error's text says how many events were recorded; conflict: the file changed while it was read.
// Limits:  memory holds one batch, a name's hash for every case and resource, and the first rejected lines (limits.h
//          rejected_kept_max).
// Threads: one at a time.
// Source:  docs/domain.md §4.14.
#pragma once
#include "ledger/service/ledger_folder.h"
#include "tools/exchange/import_batch.h"

namespace inzicht::exchange {

struct ImportRequest {
  ImportSource source;
  std::optional<OrganisationId> organisation;  // whose history it is; the author's own when absent
};
struct ImportReport {
  EventId opened;  // 1401
  std::uint64_t cases = 0;
  std::uint64_t events = 0;   // recorded
  std::uint64_t skipped = 0;  // that the mapping leaves out
  std::uint64_t actors = 0;   // registered
  std::uint64_t rejected_total = 0;
  std::vector<RejectedLine> rejected;  // the first limits::rejected_kept_max of them, by line
  double seconds = 0;
};
using ImportOutcome = std::variant<ImportReport, Refused>;
using ImportProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;  // records of the file; may be empty

Result<ImportOutcome> import_history(OpenLedger& ledger, Author& importer, const ImportRequest& request, const Mapping& mapping,
                                     const ImportProgress& progress);

}  // namespace inzicht::exchange
