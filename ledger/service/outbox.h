// The author's outbox: every signed submission is on the author's disk before it is sent.
//
// Shape:   one append-only file per month in a folder; a record is u32 length || 32 bytes SHA-256 || submission. A torn last record
//          (a crash while writing) is ignored: it was never sent.
// Errors:  io, disk_full; corruption when a record before the last does not check.
// Source:  docs/formats.md §2 (keySeq, outbox).
#pragma once
#include <filesystem>

#include "ledger/service/submission.h"

namespace inzicht {

class Outbox {
 public:
  explicit Outbox(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Durable on return: one sync for all of them. `month` names the file, such as "2026-11".
  Status append(std::span<const Submission> submissions, std::string_view month) const;
  // The submissions of the newest files, oldest first; at most `most`.
  Result<std::vector<Submission>> recent(std::size_t most) const;
  // Removes files of months before this one.
  Status prune(std::string_view before_month) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace inzicht
