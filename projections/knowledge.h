// What somebody can be shown to have known of a case, since when, and by which event: docs/domain.md §9.21, exactly.
//
// Shape:   per event the earliest proof, and the earliest that shows more than that the event existed. An event without a proof may
//          have been known all the same; nothing here says that it was not.
//          A decision that a meeting executes (407) is about the events that it answers, concerns or is based on.
// Errors:  none. Threads: safe from any thread once made.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"
#include "projections/looks.h"

namespace inzicht {

// Strongest first: of proofs of the same moment the stronger one counts.
enum class ProofWord { wrote, opened, attended, received, received_by_organisation, referred };
// Key of its text: "known.wrote".
std::string_view text_key(ProofWord word);

struct Proof {
  Micros since = 0;
  ProofWord word = ProofWord::referred;
  EventId by;
  auto operator<=>(const Proof&) const = default;
};

// By which names the header of an event may mean this actor.
struct Knower {
  ActorId actor;
  OrganisationId organisation;
  std::vector<KeyId> keys;
  std::vector<SubjectId> persons;  // whom they are themselves, by the mandate of a client
};
Knower knower_of(const Registry& registry, const ActorId& actor);

class Knowledge {
 public:
  Knowledge(const CaseHistory& history, const Registry& registry, std::span<const Look> looks, Knower knower);

  // Null when nothing shows it.
  const Proof* first(const EventId& event) const { return find(first_, event); }
  // Wrote, opened, attended or received in person: words, not only the header.
  const Proof* of_words(const EventId& event) const { return find(of_words_, event); }
  bool knew(const EventId& event, Micros at) const {
    const Proof* proof = first(event);
    return proof != nullptr && proof->since <= at;
  }
  const Knower& knower() const { return knower_; }
  // The signature stands under the event, as author or beside the author.
  bool signed_by_knower(const Recorded& event) const;

 private:
  using Proofs = std::unordered_map<EventId, Proof, IdHash>;
  static const Proof* find(const Proofs& proofs, const EventId& event);
  void show(const EventId& event, const Proof& proof);
  void note_meeting(const CaseHistory& history, const HistoryEvent& meeting);
  void note_share(const HistoryEvent& share);
  void note_copy(const CaseHistory& history, const HistoryEvent& copy);

  const Registry& registry_;
  Knower knower_;
  Proofs first_, of_words_;
};

}  // namespace inzicht
