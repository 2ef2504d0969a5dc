// The events in log order: what each must be, given everything before it. Runs on one thread, so everything that can be known
// without the others was done before (event_check).
//
// Limits:  about 150 bytes an event. Gaps in the indexes are bridged up to holes_max missing events in all.
// Threads: one at a time.
// Source:  docs/formats.md §2, §4, §5.
#pragma once
#include <map>

#include "ledger/verify/chain_fold.h"
#include "ledger/verify/erased_parts.h"
#include "ledger/verify/event_check.h"
#include "ledger/verify/event_names.h"
#include "ledger/verify/history.h"
#include "ledger/verify/key_fold.h"
#include "ledger/verify/retention_terms.h"

namespace inzicht {

class Fold {
 public:
  static constexpr std::uint64_t holes_max = 1u << 22;

  Fold(Problems& problems, std::string origin) : problems_(problems), origin_(std::move(origin)) {}

  void take(CheckedEvent& event, const LedgerId& ledger);
  // What can only be said once everything was seen.
  void finish();

  struct Counts {
    std::uint64_t events = 0, leaves = 0, skipped = 0, signatures = 0, erased_parts = 0, purged = 0;
    std::uint64_t single_registrar = 0, doubtful = 0, service = 0;
  };
  const Counts& counts() const { return counts_; }
  const History& history() const { return history_; }
  const EventNames& names() const { return names_; }
  const ChainFold& chains() const { return chains_; }
  const KeyFold& keys() const { return keys_; }
  const std::vector<std::uint32_t>& registry_events() const { return registry_events_; }
  const LedgerId& ledger() const { return ledger_; }
  const std::string& origin() const { return origin_; }  // as given, otherwise as genesis says
  bool simulated_clock() const { return simulated_clock_; }
  // Sizes of which authors witnessed the root, each with the first event that says so.
  const std::map<std::uint64_t, std::uint64_t>& anchors() const { return anchors_; }
  // Last events of their author's key in [from, to) that stand in no list of a case, ascending. Any other leaf is in the tag of a
  // later one, or in the chain value of its place: changed, it is named there.
  std::vector<std::uint64_t> ends_of_keys(std::uint64_t from, std::uint64_t to) const;

 private:
  // One event whose header counts, and its place in the ledger.
  struct Now {
    CheckedEvent& event;
    schema::Header::Reader header;
    EventId id;
    KeyId key{};
    Digest recorded_hash{};  // by which others refer to it: as the leaf says, otherwise its own
  };

  bool place(const CheckedEvent& event);
  void remark(const CheckedEvent& event);
  void check_recorded_at(const CheckedEvent& event);
  void follow(const CheckedEvent& event);
  void follow_key(const KeyId& id, const CheckedEvent& event);
  void take_header(Now& now);
  void check_genesis(const Now& now);
  void check_ledger(const Now& now);
  void check_signers(const Now& now);
  void check_signer(const Now& now, const CheckedSignature& signature, bool is_author);
  void begin_key(const KeyId& id, FoldedKey& key);
  void check_sequence(const Now& now);
  void check_occurred(const Now& now);
  void check_references(const Now& now);
  void check_anchor(const Now& now);
  void check_seen(const Now& now);
  void check_point(const Now& now, capnp::Data::Reader kase, std::uint64_t count, capnp::Data::Reader head, std::string_view field);
  void check_tags(const Now& now);
  void count_doubtful();
  void check_purges();
  void report(const Now& now, Problem what, std::string detail);

  Problems& problems_;
  std::string origin_;
  Counts counts_;
  LedgerId ledger_{};
  bool simulated_clock_ = false;
  History history_;
  EventNames names_;
  ChainFold chains_;
  KeyFold keys_;
  // Of events whose headers are gone: where they stand by header hash, and where a later event grounds that.
  std::map<Digest, std::uint64_t> purged_;
  std::vector<std::uint64_t> purged_in_registry_;
  struct PurgeGrounded {
    std::uint64_t by = 0;  // index of the event that lists it
    Digest leaf_hash{};    // as that event lists it
    std::optional<Duration> term;  // that must have passed since, after retention
  };
  std::map<std::uint64_t, PurgeGrounded> purge_grounds_;
  RetentionTerms retention_terms_;
  ErasedParts erased_;
  std::uint64_t holes_ = 0;
  std::optional<Micros> last_recorded_at_;
  std::deque<Micros> recorded_at_;
  std::vector<std::uint32_t> registry_events_;
  std::map<std::uint64_t, std::uint64_t> anchors_;
};

}  // namespace inzicht
