// Erasing: what of the ledger goes by a decision (1208), and its destruction once an archivist has recorded
// it (1209).
//
// Order:   begin_erasure() notes that something may be destroyed from here on; the 1209 is recorded like
// every event, under
//          RIGHT-06; finish_erasures() destroys what the decisions of every 1209 since then say. A crash
//          anywhere in between leaves the note, and opening the ledger goes on: all of it may be done again.
// Scopes:  wholeSubject destroys every key of the persons, the parts that the decision lists beside them, and
// headers and parts of the
//          events that the 1209 lists. listedParts takes out the parts that the decision lists; caseParts
//          every part of the case but those it keeps, the words of its blocks, decisions and erasures, and
//          lists. purge (after retention) takes out header and parts of every event of the case but blocks, decisions, erasures and
//          mandates: by the Youth Act once its term has passed since the last change of the file, by the Wmo each event whose own
//          term has passed.
// Destroys: the epoch key of before as well, so that an older copy of the vault does not open what is gone
// with the keyring of
//          today. Leaves, tags and the tree stay.
// Errors:  of a plan: not_found and bad_input for a decision that cannot be carried out as it reads.
// conflict: the person also stands in another case
//          that has decided nothing, or is held there. Otherwise those of log, vault and keyring. What a 1209
//          lists and may not take stays.
// Limits:  looking for persons and parts reads every header of the ledger.
// Source:  docs/formats.md §3, §5 (purge); RIGHT-05, RIGHT-06; AVG 17.
#pragma once
#include "ledger/domain/part_index.h"
#include "ledger/schema/lists.capnp.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {

// What a decision says.
struct ErasureOrder {
  schema::ErasureScope scope = schema::ErasureScope::UNSET;
  CaseId kase;  // in which it was decided
  std::vector<SubjectId> about;
  std::vector<PartRef> parts, keep;
  schema::ErasureGround ground = schema::ErasureGround::UNSET;
  std::string article;  // key of the law article
};
// How long files are kept, as of a moment.
struct Retention {
  Duration jeugdwet, wmo;
  Micros now = 0;
};
Retention retention_on(const Registry& registry, Micros now);
struct ErasurePlan {
  struct Purge {
    std::uint64_t index = 0;
    Digest leaf_hash{};
  };
  struct Words {
    std::uint64_t index = 0;
    std::uint16_t part = 0;
    PartSubjectId subject;
  };
  std::vector<Purge> purge;         // events about nobody else, with no words of another
  std::vector<Words> words;  // parts taken out one by one; those of the persons themselves go with their key
  std::uint64_t parts = 0;          // that no longer open
  std::uint64_t events = 0;         // that lose words or header
  std::uint64_t first = 0, last = 0;  // of those
  std::vector<CaseId> cases;          // in which the persons who go stand, by name or by words; ascending
  Digest certificate{};             // over event id and number of every part, in order
};

// not_found: no such event, or another kind.
Result<ErasureOrder> erasure_order(const Log& log, const EventId& decision);
// What goes by it now. bad_input: a part that is not in the case, is a list, or is to be kept too; a part to
// be kept under a key that goes; a scope that is not carried out.
// conflict: a purge whose term has not passed.
Result<ErasurePlan> plan_erasure(const Log& log, const ErasureOrder& order, const Retention& retention);
Result<ErasurePlan> plan_erasure(OpenLedger& ledger, const ErasureOrder& order);  // as of now
// Whether every other case than this one may let these persons go too.
Status check_other_cases(Service& service, const ErasurePlan& plan, const CaseId& decided_in, std::span<const SubjectId> about, Micros now);

Status begin_erasure(OpenLedger& ledger);
// Answers how many erasures were carried out. Nothing to do is no error.
Result<std::uint64_t> finish_erasures(OpenLedger& ledger);

}  // namespace inzicht
