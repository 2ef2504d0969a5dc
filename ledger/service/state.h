// Everything the sequencer knows, rebuilt from the log: registry, chain heads, the sequence of each key, cases in use.
//
// Shape:   snapshot() is a cache of the heads and key sequences at a size; opening reads it and folds what came after.
//          It is never trusted by verify: a wrong one shows as wrong tags.
// Errors:  load: corruption when a stored header cannot be read.
// Threads: one writer (the sequencer); the service guards readers.
#pragma once
#include <deque>
#include <list>
#include <memory>
#include <unordered_map>

#include "ledger/codec/leaf.h"
#include "ledger/domain/case_state.h"
#include "ledger/log/chain_heads.h"
#include "ledger/log/log.h"
#include "ledger/registry/registry.h"

namespace inzicht {

struct KeySequence {
  std::uint64_t seq = 0;  // of its last recorded header
  Digest last_header{};
  std::uint64_t last_index = 0;
};
struct KnownEvent {
  std::uint16_t kind = 0;
  Digest header_hash{};
};

class LedgerState {
 public:
  explicit LedgerState(const Log& log) : log_(log) {}

  // Folds the whole log, from the snapshot where there is one.
  Status load();
  // Folds one more event that is not in the log yet; `chains` are its chains in tag order. It is known by its id from now on.
  void admit(const Recorded& event, const Digest& leaf_hash, std::span<const ChainKey> chains);
  // Folds an event that the log holds already, in order: for judging a ledger again from its beginning.
  void replay(const Recorded& event, const Digest& leaf_hash, std::span<const CaseId> listed);
  // The same for an event that was purged: its leaf says which chains it is in.
  void replay_purged(std::uint64_t index, const Leaf& leaf, const Digest& leaf_hash);
  // What was read of a case is read again at its next use.
  void forget(const CaseId& id);
  // The log holds everything below `size` now.
  void durable(std::uint64_t size);
  // What was admitted under this id and is not in the log yet; null when nothing was.
  const KnownEvent* admitted(const EventId& event) const;
  // Whether no event has this id, when none below `absent_below` has: told from memory, so false as well when
  // that lies further back than what is remembered.
  bool surely_new(const EventId& event, std::uint64_t absent_below) const;
  Buffer snapshot() const;

  std::uint64_t size() const { return size_; }
  Micros last_recorded_at() const { return last_recorded_at_; }
  const LedgerId& ledger() const { return ledger_; }
  const Registry& registry() const { return registry_; }
  const ChainHeads& heads() const { return heads_; }
  std::uint64_t registry_events() const { return registry_events_; }
  KeySequence key_sequence(const KeyId& key) const;
  // The folded state of a case as of size(), read from the log at first use.
  Result<CaseState*> kase(const CaseId& id);
  // Kind and header hash of an event below size(); nullopt when there is none.
  Result<std::optional<KnownEvent>> known(const EventId& event, CaseState* likely) const;

 private:
  static constexpr std::size_t cases_in_memory_max = 5'000;
  static constexpr std::size_t remembered_max = 4'096;  // durable events known by id: some groups

  void apply(const Recorded& event, const Digest& leaf_hash, std::span<const ChainKey> chains);
  Status load_registry(std::uint64_t below);
  bool restore(Bytes snapshot);

  const Log& log_;
  std::uint64_t size_ = 0;
  Micros last_recorded_at_ = INT64_MIN;
  LedgerId ledger_{};
  Registry registry_;
  std::uint64_t registry_events_ = 0;
  std::unordered_map<EventId, KnownEvent, IdHash> registry_event_kinds_;
  // The last events admitted, in order and without gaps; those below durable_ are in the log.
  struct Fresh {
    KnownEvent known;
    std::uint64_t index = 0;
  };
  std::deque<std::pair<std::uint64_t, EventId>> admitted_order_;
  std::unordered_map<EventId, Fresh, IdHash> admitted_;
  std::uint64_t durable_ = 0;
  ChainHeads heads_;
  std::unordered_map<KeyId, KeySequence, IdHash> keys_;
  struct CaseEntry {
    std::unique_ptr<CaseState> state;
    std::list<CaseId>::iterator used;
  };
  std::unordered_map<CaseId, CaseEntry, IdHash> cases_;
  std::list<CaseId> cases_by_use_;
};

// The cases of an access event that stand in its list part (stored unsealed).
std::vector<CaseId> listed_cases(const Log& log, std::uint64_t index, schema::Header::Reader header);
std::vector<ChainKey> chain_keys(schema::Header::Reader header, const LedgerId& ledger, std::span<const CaseId> listed);

}  // namespace inzicht
