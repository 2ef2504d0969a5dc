// Records on their way into the ledger, a batch at a time: which case and which actor they belong to, and what became of them.
//
// Shape:   drafts go out in the order of the source. A refused one is named, and what stood behind it is signed and sent again,
//          because it hung on the refused one.
// Limits:  a batch is 500 records or 8 MiB; cases and actors are remembered by the first 16 bytes of a hash of their name.
// Errors:  what the service answers ends the import; conflict: the author has lost the right to go on, an actor cannot be
//          registered, or nothing is taken in any more.
// Threads: one at a time.
#pragma once
#include <functional>
#include <unordered_map>
#include <variant>

#include "ledger/service/author.h"
#include "tools/exchange/import_draft.h"

namespace inzicht::exchange {

using SendDrafts = std::function<std::vector<Result<RecordOutcome>>(std::span<Draft>)>;
struct RejectedLine {
  std::uint64_t line = 0;
  Reason why;
};

class ImportBatch {
 public:
  ImportBatch(const ImportFrame& frame, const Clock& clock, SendDrafts send) : frame_(frame), clock_(clock), send_(std::move(send)) {}

  // Sends when the batch is full. `kase` and `resource` are names of the source; an empty resource is nobody.
  Status add(ImportedRecord record, std::string_view kase, std::string_view resource);
  Status send_rest();

  std::uint64_t cases() const { return cases_recorded_; }
  std::uint64_t events() const { return events_recorded_; }
  std::uint64_t actors() const { return actors_recorded_; }
  // Lines refused since the last call.
  std::vector<RejectedLine> take_rejected() { return std::exchange(rejected_, {}); }

 private:
  using NameHash = std::array<std::uint8_t, 16>;
  struct Case {
    CaseId id;
    std::optional<EventId> last;
  };
  struct Actor {
    ActorId id;
    bool is_recorded = false;
    std::string name;  // until it is recorded
  };
  struct Pending {
    ImportedRecord record;
    Case* kase = nullptr;
    Actor* actor = nullptr;
  };
  // What a draft stands for: a record of the batch, or the actor of one.
  struct Sent {
    std::size_t record = 0;
    Actor* actor = nullptr;  // of a registration
  };

  static NameHash hash_of(std::string_view name);
  void make_drafts(std::vector<Draft>& drafts, std::vector<Sent>& sent) const;
  Status send();
  Status take(const Sent& sent, Result<RecordOutcome>& answer, const EventId& event);
  void reject(std::uint64_t line, const Refused& refused);

  ImportFrame frame_;
  const Clock& clock_;
  SendDrafts send_;
  std::unordered_map<NameHash, Case, IdHash> cases_;
  std::unordered_map<NameHash, Actor, IdHash> actors_;
  std::vector<Pending> batch_;
  std::size_t batch_bytes_ = 0;
  std::vector<bool> done_;  // of the batch: recorded or refused
  bool was_refused_ = false;  // in what was sent last
  unsigned refused_in_a_row_ = 0;
  std::uint64_t cases_recorded_ = 0, events_recorded_ = 0, actors_recorded_ = 0;
  std::vector<RejectedLine> rejected_;
};

}  // namespace inzicht::exchange
