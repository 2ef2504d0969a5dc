// What waits for what in a case: the terms TERM-01 to TERM-43, and the watch rules SAFE-06 and CONS-09; one mechanism.
//
// Shape:   an opener begins a wait, a closer ends it; `due` is the last moment that is in time. A wait that was settled stays,
//          with when. Work terms stop at the closing of the case; terms of law and rights run on.
// Errors:  none. A value of policy that does not parse leaves the default.
// Threads: everything is safe from any thread.
// Source:  docs/domain.md §6.2, §6.3; each term names its own source in terms.jsonl. TERM-43 is found in a history of the registry.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"

namespace inzicht {

enum class WaitState { open, late, settled, settled_late, open_at_closing };

struct Wait {
  std::string_view term;               // "TERM-01"
  EventId opener;
  std::uint64_t index = 0;             // of the opener
  std::uint16_t kind = 0;              // of the opener
  Micros since = 0;
  SubjectId about;                     // zero: not of one person
  OrganisationId party;                // zero: not of one organisation
  Micros due = 0;
  Micros shown_from = 0;               // not listed before, when it lies far ahead
  std::vector<std::uint16_t> waits_for;  // kinds that can settle it
  std::optional<EventId> settled_by;
  Micros settled_at = 0;
  WaitState state = WaitState::open;
};

// Whose list a term stands on.
enum class Owner { privacy_officer, regisseur, wijkcoach, policy_adviser, archivist };
struct TermInfo {
  std::string id;
  std::string opened, settled, length;  // as in the catalogue
  std::vector<Owner> owners;
  bool of_work = false;                 // stops at closing
  std::string source = {};              // seed line or law, as in the catalogue
};
// Those of the catalogue; find_term also knows the two watch rules.
std::span<const TermInfo> terms();
const TermInfo* find_term(std::string_view id);

// All waits of the case, settled ones too, in order of due date; `now` decides what is late.
std::vector<Wait> waits_of(const CaseHistory& history, const Registry& registry, Micros now);

// A number by its key, likewise.
std::uint64_t count_of(const Registry& registry, std::string_view key, const Date& on);
// A word by its key, as it stands: "wijkcoach".
std::string word_of(const Registry& registry, std::string_view key, const Date& on);
// A length of time by its key in the catalogue's parameters, with the value in force on the day.
Duration length_of(const Registry& registry, std::string_view key, const Date& on);

}  // namespace inzicht
