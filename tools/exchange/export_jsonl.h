// Events of the ledger as JSON lines: one object for each, with everything that another program needs to check it.
//
// Verb:    inzicht export jsonl [--case Z] [--from N] [--until N]: export_jsonl with words closed. Opened words are asked for first
//          with open_for_reading (1302, format jsonl) and handed in.
// Shape:   {"index","recordedAt","leafHash","event","kind","kindNumber","case","occurred":{…},"actor","key","role",…,"facts":{…},
//          "references":[…],"parts":[{"subject","class","partType","filled","commitment","paddedLength","part","state","fields"?}],
//          "header","signatures","admission"}: codes and ids as people see them, the last three as stored, in base64.
//          `state` of a part is "sealed", "open" (with its fields), "erased" or "list" (never sealed). A purged event has index,
//          recordedAt, leafHash, leaf and "purged":true alone.
// Errors:  what reading the log answers; corruption when a stored header does not decode; what the sink answers.
// Threads: any; a consistent snapshot when the whole ledger is read.
// Source:  docs/formats.md §2-§4.
#pragma once
#include "ledger/service/reading.h"

namespace inzicht::exchange {

struct ExportRequest {
  std::optional<CaseId> kase;  // its events only
  std::uint64_t from = 0;      // index
  std::uint64_t until = UINT64_MAX;
};
// Takes one line, without its line end.
using TakeLine = std::function<Status(std::string_view)>;
// What may be shown of a sealed part, as open_for_reading gave it; null when it stays closed. Valid until the next call.
using OpenedPartAt = std::function<const OpenedPart*(const PartPlace&)>;

// Answers how many lines. Without `opened` every sealed part stays closed.
Result<std::uint64_t> export_jsonl(const Log& log, const ExportRequest& request, const OpenedPartAt& opened, const TakeLine& take);

}  // namespace inzicht::exchange
