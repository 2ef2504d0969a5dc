// record(): from a signed submission to a durable, receipted event. The one way anything enters the ledger.
//
// Shape:   many callers at once; each prepares its own submission (decode, signatures, parts, seal), then joins a group. One
//          caller at a time leads: it admits the waiting ones in order, commits them as one synced batch and signs one receipt
//          for all. An answer comes only after the batch is on disk.
// Units:   times in µs; recorded-at never decreases.
// Errors:  Refused is a value of the outcome; operating faults are Result: disk_full (nothing recorded, send again), io, latched,
//          corruption, limit.
// Owns:    the state; log, vault and clock are the caller's and outlive it.
// Threads: everything from any thread.
// Source:  architecture §4; docs/formats.md §2-§6.
#pragma once
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "crypto/signer.h"
#include "ledger/base/time.h"
#include "ledger/service/admit.h"
#include "ledger/service/receipt.h"

namespace spdlog {
class logger;
}

namespace inzicht {

struct Accepted {
  EventId event;
  Micros recorded_at = 0;
  Digest header_hash{};
  Digest leaf_hash{};
  Receipt receipt;
  std::vector<AdmittedFinding> findings;
  bool repeated = false;  // known already: the receipt is fresh, nothing was recorded
};
using RecordOutcome = std::variant<Accepted, Refused>;

struct CaseVersion {
  std::uint64_t count = 0;
  std::optional<Digest> head;
};

struct ServiceParts {
  Log& log;
  Vault& vault;
  const Clock& clock;
  crypto::Signer receipt_key;
  std::string origin;
  std::shared_ptr<spdlog::logger> logger;  // codes, ids and sizes only; may be null
};

class Service {
 public:
  static Result<std::unique_ptr<Service>> open(ServiceParts parts);
  ~Service();

  Result<RecordOutcome> record(const Submission& submission);
  // Several of one author at once, in their order: prepared on all cores, one group. Answers stand in the same order.
  std::vector<Result<RecordOutcome>> record_many(std::span<const Submission> submissions);
  // Gate and limits on an unsigned header: what record() would answer, but for signature, sequence, seen and anchor.
  Result<std::variant<Admitted, Refused>> dry_run(Bytes header, std::span<const OpenPart> parts);
  // The same for several in their order, each on top of those before it; they may refer to each other. Signatures are not looked at.
  // Holds up recording meanwhile, and costs an opening of the state.
  std::vector<Result<AdmitOutcome>> dry_run_many(std::span<const Submission> submissions);

  LedgerId ledger() const;
  std::uint64_t size() const;
  Micros last_recorded_at() const;
  KeySequence key_sequence(const KeyId& key) const;
  CaseVersion case_version(const CaseId& kase) const;
  // The registry, held still while `look` runs. Look quickly: nothing is recorded meanwhile.
  template <class Look>
  auto with_registry(Look&& look) const {
    const std::shared_lock hold(state_mutex_);
    return look(state_.registry());
  }
  // The folded state of a case, likewise.
  template <class Look>
  auto with_case(const CaseId& kase, Look&& look) {
    const std::unique_lock hold(state_mutex_);
    auto state = state_.kase(kase);
    return look(state ? *state : nullptr);
  }
  // Takes these events out of the log (Log::purge) while nothing is recorded, and out of what is in memory.
  Status purge(std::span<const std::uint64_t> indexes);
  // Puts other parts in the place of these events' (Log::replace_parts) while nothing is recorded.
  Status replace_parts(std::span<const PartsAt> events);
  // Keeps the state at hand for a quick open next time. Called at the end as well.
  Status save_snapshot();
  // A hook between commit and receipt, for tests that kill or fail here.
  std::function<void()> testing_before_commit;

 private:
  class Call;
  struct Waiting;
  struct Group;
  explicit Service(ServiceParts parts);

  // Either an answer already, or what goes on.
  using Step = std::variant<Result<RecordOutcome>, Checked>;
  using Ready = std::variant<Result<RecordOutcome>, Prepared>;
  Step check(const Submission& submission) const;
  // Before a subject gets its first key, so that what is refused leaves none behind.
  Result<std::optional<Refused>> gate_new_subjects(const Checked& checked);
  // The gate for what is not, or not yet, in the queue.
  Result<AdmitOutcome> admit_unsent(const HeaderMessage& message, const Digest& hash, std::span<const CaseId> listed);
  Result<AdmitOutcome> fold_unsent(const Submission& submission);
  static Refused taken_id();
  // Keys for every subject of a batch in one synced write. What the gate refuses of it may leave a key that seals nothing.
  Status make_subject_keys(std::span<const Step> steps);
  // recording.cpp: the queue, its leaders and their groups.
  std::vector<Result<RecordOutcome>> sequence_all(std::vector<Ready> ready);
  void join(std::span<Waiting> waiting);
  void lead(std::unique_lock<std::mutex>& queue);
  void commit(Group& group);
  Status admit_one(Waiting& waiting, Group& group);
  Status write(Group& group, std::uint64_t first);
  void answer(Group& group);
  template <class Work>
  std::exception_ptr without_throwing(Group& group, const Work& work);
  Result<RecordOutcome> repeated(const EventId& event) const;
  void learn_keys();
  std::string sign_receipt(std::uint64_t first, std::uint64_t count, const Digest& root) const;

  ServiceParts parts_;
  Digest catalogue_hash_{};
  mutable std::shared_mutex state_mutex_;
  LedgerState state_;
  std::uint64_t snapshot_size_ = 0;
  // Keys and ledger id for preparing, apart from the state: a group waiting for its disk holds nobody up.
  mutable std::shared_mutex keys_mutex_;
  std::unordered_map<KeyId, SigningKey, IdHash> keys_;
  LedgerId ledger_{};
  std::mutex queue_mutex_;
  std::deque<Waiting*> queue_;
  bool leading_ = false;
};

}  // namespace inzicht
