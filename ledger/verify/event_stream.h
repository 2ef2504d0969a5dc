// The scan of all events: one thread reads, a pool checks batches, the caller gets the checked events in log order.
//
// Shape:   the reader learns public keys on its way, so that the pool can check signatures by keys enrolled just before.
// Limits:  a few batches of about a megabyte a thread are under way at a time, whatever the size of the log.
// Threads: run starts them and ends them; `take` is called on the calling thread.
#pragma once
#include "ledger/log/log.h"
#include "ledger/verify/event_check.h"

namespace inzicht {

class EventStream {
 public:
  using Take = std::function<void(CheckedEvent& event, const LedgerId& ledger)>;

  // Requires: threads >= 1.
  EventStream(const RawLog& log, const SignatureCheck& check, unsigned threads) : log_(log), check_(check), threads_(threads) {}
  // Answers what the log could not read.
  Status run(const Take& take);

 private:
  const RawLog& log_;
  const SignatureCheck& check_;
  unsigned threads_;
};

}  // namespace inzicht
