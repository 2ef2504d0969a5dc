// Erasing a person: what of the ledger goes, and its destruction once an archivist has recorded it (1209).
//
// Order:   begin_erasure() notes that something may be destroyed from here on; the 1209 is recorded like every event, under
//          RIGHT-06; finish_erasures() destroys what every 1209 since then says. A crash anywhere in between leaves the note, and
//          opening the ledger goes on: all of it may be done again.
// Destroys: every key of the person, headers and parts of the events that the 1209 lists, and the epoch key of before, so that
//          an older copy of the vault does not open them either with the keyring of today. Leaves, tags and the tree stay.
// Errors:  conflict: the person also stands in another case that has decided nothing, or is held there. bad_input: a list that
//          names another leaf, or an event that is never purged. Otherwise those of log, vault and keyring.
// Limits:  looking for a person reads every header of the ledger.
// Source:  docs/formats.md §3, §5 (purge); RIGHT-05, RIGHT-06; AVG 17.
#pragma once
#include "ledger/service/ledger_folder.h"

namespace inzicht {

struct ErasurePlan {
  struct Purge {
    std::uint64_t index = 0;
    Digest leaf_hash{};
  };
  std::vector<Purge> purge;         // events about nobody else, with no words of another
  std::uint64_t parts = 0;          // that no longer open
  std::uint64_t events = 0;         // that lose words or header
  std::uint64_t first = 0, last = 0;  // of those
  std::vector<CaseId> cases;        // in which they stand, by name or by words; ascending
  Digest certificate{};             // over event id and number of every part, in order
};
// What goes when these persons are erased.
Result<ErasurePlan> plan_erasure(const Log& log, std::span<const SubjectId> about);
// Whether every other case than this one may let these persons go too.
Status check_other_cases(Service& service, const ErasurePlan& plan, const CaseId& decided_in, std::span<const SubjectId> about, Micros now);

Status begin_erasure(OpenLedger& ledger);
// Answers how many erasures were carried out. Nothing to do is no error.
Result<std::uint64_t> finish_erasures(OpenLedger& ledger);

}  // namespace inzicht
