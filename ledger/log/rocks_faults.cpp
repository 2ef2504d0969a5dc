#include "ledger/log/rocks_faults.h"

#include <spdlog/spdlog.h>

#include "ledger/base/assert.h"

namespace inzicht::rocks {
namespace {

bool says(const rocksdb::Status& status, std::string_view words) {
  return status.IsIOError() && status.ToString().find(words) != std::string::npos;
}

// There is no code of its own for a lock held by another program, or by this one.
bool is_held(const rocksdb::Status& status) {
  return (says(status, "While lock file") && says(status, "Resource temporarily unavailable")) ||
         says(status, "lock hold by current process");
}

bool is_unwritable(const rocksdb::Status& status) {
  return says(status, "Read-only file system") ||
         (says(status, "Permission denied") && (says(status, "for appending") || says(status, "for lock")));
}

ErrorCode code_of(const rocksdb::Status& status) {
  if (is_full(status)) return ErrorCode::disk_full;
  if (status.IsCorruption()) return ErrorCode::corruption;
  if (status.IsNotFound()) return ErrorCode::not_found;
  if (is_held(status)) return ErrorCode::locked;
  return ErrorCode::io;
}

}  // namespace

bool is_full(const rocksdb::Status& status) { return status.IsNoSpace() || (status.IsIOError() && status.subcode() == rocksdb::Status::kSpaceLimit); }

Error error_of(const rocksdb::Status& status, std::string_view doing) {
  INZICHT_ASSERT(!status.ok());
  std::string text{doing};
  if (is_held(status)) text += ": another program has this ledger open: wait until it has ended";
  if (is_unwritable(status))
    text += ": this ledger's folder cannot be written to, its disk is read-only or it is another user's";
  return {code_of(status), text + ": " + status.ToString()};
}

void Faults::latch(std::string_view why) {
  const std::lock_guard lock(mutex_);
  if (why_) return;
  why_ = why;
  spdlog::error("log: read-only from here on: {}", why);
}

std::optional<std::string> Faults::latched() const {
  const std::lock_guard lock(mutex_);
  return why_;
}

Error Faults::read_error(const rocksdb::Status& status, std::string_view doing) {
  auto error = error_of(status, doing);
  if (error.code == ErrorCode::corruption) latch(error.text);
  return error;
}

void Faults::set_full(bool full) {
  const std::lock_guard lock(mutex_);
  if (full && !full_) spdlog::warn("log: no room on the disk");
  if (!full && full_) spdlog::info("log: room again");
  full_ = full;
}

bool Faults::full() const {
  const std::lock_guard lock(mutex_);
  return full_;
}

void Faults::OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status* status) {
  if (is_full(*status)) {
    set_full(true);
  } else {
    latch("background: " + status->ToString());
  }
}

// Recovery happens at one known point, the next write, and not whenever a background thread finds room.
void Faults::OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status status, bool* auto_recovery) {
  status.PermitUncheckedError();
  *auto_recovery = false;
}

}  // namespace inzicht::rocks
