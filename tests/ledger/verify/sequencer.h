// The ledger's side of a made-up ledger: admissions, tags, leaves and positions over what authors signed. Whoever holds the
// ledger's keys can run it again over other events: so does the insider of the damage tests.
#pragma once
#include <map>

#include "crypto/digest.h"
#include "crypto/signer.h"
#include "ledger/base/time.h"
#include "ledger/codec/chains_of.h"
#include "ledger/log/log.h"
#include "ledger/verify/verify.h"

namespace inzicht::testing {

// One event as its author handed it in, and what the ledger added of its own.
struct Submitted {
  Buffer header;
  Buffer signatures;
  std::vector<StoredPart> parts;
  std::vector<CaseId> listed;
  // The ledger's.
  Micros recorded_at = 0;
  std::array<std::uint8_t, 16> salt{};
  std::vector<EventId> policies;
};

struct LedgerSigners {
  crypto::Signer log, receipt, service;
};

class Sequencer {
 public:
  Sequencer(Log& log, const LedgerSigners& signers, std::string origin) : log_(&log), signers_(signers), origin_(std::move(origin)) {}

  // Everything that goes with the event at the next index. Appended to the log by flush().
  void take(const Submitted& submitted);
  void flush();
  void continue_on(Log& log) { log_ = &log; }  // the same log, opened again
  // Called on every event before it is written: for what an honest ledger never does.
  std::function<void(std::uint64_t index, EventRecord& record)> twist;

  std::uint64_t size() const { return tree_.size(); }
  Digest root() const { return tree_.root(); }
  const LedgerId& ledger() const { return ledger_; }
  struct Head {
    std::uint64_t n = 0;
    Digest chain{};
  };
  Head head(crypto::ChainClass cls, Bytes id) const;

  std::string checkpoint();  // of everything taken so far: signed, and kept
  std::string checkpoint_note() const;
  // For the events [first, first + count), which are one group.
  HeldReceipt receipt(std::uint64_t index, std::uint64_t first, std::uint64_t count) const;

 private:
  Log* log_;
  const LedgerSigners& signers_;
  std::string origin_;
  LedgerId ledger_{};
  crypto::Frontier tree_;
  std::map<ChainRef, Head> heads_;
  std::uint64_t registry_events_ = 0;
  std::vector<NewEvent> group_;
};

Buffer admission_of(const Submitted& submitted);
// Bytes that mean nothing, always the same for the same words.
template <std::size_t N>
std::array<std::uint8_t, N> made_up(std::string_view what) {
  std::array<std::uint8_t, N> out{};
  for (std::size_t at = 0; at < N; at += 32) {
    const auto more = crypto::sha256({crypto::bytes_of(what), crypto::bytes_of("/" + std::to_string(at))});
    std::copy_n(more.begin(), std::min<std::size_t>(32, N - at), out.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return out;
}

}  // namespace inzicht::testing
