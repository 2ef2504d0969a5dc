// A run of stored records, copied out of the scan, and what checking them gave.
// Threads: one at a time; handed from the reader to one thread of the pool to the caller.
#pragma once
#include <deque>

#include "ledger/log/log.h"
#include "ledger/verify/event_check.h"

namespace inzicht {

// Which ledger this is: the header hash of genesis. Where the leaf of genesis and its header disagree, the one that a later
// event names; where genesis is missing, what the first event names. Fixed by the first batch.
class LedgerFinder {
 public:
  bool found() const { return found_; }
  const LedgerId& id() const { return id_; }
  void look_at(std::span<const RawRecord> records);

 private:
  bool found_ = false;
  LedgerId id_{};
};

class Batch {
 public:
  void add(const RawLog::Raw& raw);
  bool empty() const { return records_.empty(); }
  bool is_full() const;

  // By the reader, in the order of the log: public keys and the ledger's id.
  void prepare(KeyBook& keys, LedgerFinder& ledger);
  void check(const KeyBook& keys, const SignatureCheck& signature);
  std::vector<CheckedEvent>& checked() { return checked_; }
  const LedgerId& ledger() const { return ledger_; }

 private:
  Bytes keep(Bytes bytes);

  std::deque<Buffer> kept_;
  std::size_t bytes_ = 0;
  std::vector<RawRecord> records_;
  std::vector<CheckedEvent> checked_;
  LedgerId ledger_{};
};

}  // namespace inzicht
