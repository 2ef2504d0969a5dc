// The author's outbox: every signed submission is on the author's disk, sealed, before it is sent.
//
// Shape:   one append-only file per day in a folder, YYYY-MM-DD.outbox; a record is u32 length || sealed submission (nonce 24,
//          ciphertext, tag 16) under a key of this outbox alone. A torn last record (a crash while writing) was never sent: it is
//          cut off when the outbox is read.
// Errors:  io, disk_full; corruption when a record before the last does not open, or any says to be longer than one can be.
// Threads: one at a time.
// Source:  docs/formats.md §2 (keySeq, outbox).
#pragma once
#include <filesystem>
#include <functional>

#include "crypto/secret.h"
#include "ledger/service/submission.h"

namespace inzicht {

// A place between two records.
struct OutboxPlace {
  std::string file;         // the name, empty before all
  std::uint64_t bytes = 0;  // of that file
  auto operator<=>(const OutboxPlace&) const = default;
};

class Outbox {
 public:
  // Requires: key is 32 bytes.
  Outbox(std::filesystem::path folder, crypto::Secret key) : folder_(std::move(folder)), key_(std::move(key)) {}

  // Durable on return: one sync for all of them. `day` names the file, such as "2026-11-22". Answers the place after them.
  Result<OutboxPlace> append(std::span<const Submission> submissions, std::string_view day) const;
  // Every submission from that place on, oldest first. Answers the place at the end.
  Result<OutboxPlace> read(const OutboxPlace& from, const std::function<Status(const Submission&)>& each) const;
  // Takes back what was appended after that place in its file: what was certainly never recorded.
  Status cut(const OutboxPlace& place) const;
  // Where the next append to that day's file goes.
  OutboxPlace end(std::string_view day) const;
  // Removes files of days before this one.
  Status prune(std::string_view before_day) const;

 private:
  std::filesystem::path folder_;
  crypto::Secret key_;
};

}  // namespace inzicht
