// What went wrong in the store, and whether it may be written any more.
//
// Rule:    a failed write or sync that is not about room, and any corruption met, latches: after a failed sync nobody knows
//          what is on disk. A full disk does not latch: the next write first brings the store back (rocks_store.h).
// Threads: any; the store's own threads report here too.
#pragma once
#include <rocksdb/listener.h>

#include <mutex>
#include <optional>

#include "ledger/base/error.h"

namespace inzicht::rocks {

// The error of a status, with what was being done. Requires: !status.ok().
Error error_of(const rocksdb::Status& status, std::string_view doing);
bool is_full(const rocksdb::Status& status);

class Faults final : public rocksdb::EventListener {
 public:
  void latch(std::string_view why);
  std::optional<std::string> latched() const;
  // error_of, after latching when it is corruption.
  Error read_error(const rocksdb::Status& status, std::string_view doing);

  void set_full(bool full);
  bool full() const;

  void OnBackgroundError(rocksdb::BackgroundErrorReason reason, rocksdb::Status* status) override;
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason reason, rocksdb::Status status, bool* auto_recovery) override;

 private:
  mutable std::mutex mutex_;
  std::optional<std::string> why_;
  bool full_ = false;
};

}  // namespace inzicht::rocks
