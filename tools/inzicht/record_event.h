// Recording from the command line: filling in what the program may fill in, and showing the answer.
#pragma once
#include "ledger/codec/draft.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/lookup.h"

namespace inzicht::cli {

// Role and organisation where the draft leaves them open: those the author holds by mandate, if there is no doubt.
Status fill_in(Draft& draft, OpenLedger& ledger, const Author& author);

// Before a 1209 that is typed as it is: the decision that it executes can be carried out, and what follows is
// destroyed once it is recorded.
Status begin_typed_erasure(OpenLedger& ledger, const Json& draft, const IdResolver& ids);

Json accepted_json(const Context& context, const Accepted& accepted);
Json admitted_json(const Context& context, const Admitted& admitted);  // of a dry run
// Says the answer, as JSON with --json, and gives the exit code.
int show_outcome(const Context& context, const Result<RecordOutcome>& outcome);
int show_dry_run(const Context& context, const Result<std::variant<Admitted, Refused>>& outcome);

// "field=value", "part.field=value" and "part@subject.field=value" onto a JSON draft, by the catalogue's types.
std::optional<InputError> apply_set(Json& draft, const KindInfo& kind, std::string_view assignment, const IdResolver& ids);
// "relation=E-…"
std::optional<InputError> apply_ref(Json& draft, std::string_view assignment);

// Builds, fills in, records and shows one event of the registry verbs.
int record_json(const Context& context, OpenLedger& ledger, Author& author, const Json& draft, const IdResolver& ids);
// The same of an event that makes something new: its id stands in the answer, under this key and in this sentence.
struct Made {
  const char* key;
  const char* text;
  std::string id;
};
int record_made(const Context& context, OpenLedger& ledger, Author& author, const Json& draft, const IdResolver& ids, const Made& made);
Result<RecordOutcome> record_draft(OpenLedger& ledger, Author& author, const Json& draft, const IdResolver& ids);

// The ledger and the key of whoever types, for what `act` does with them.
template <class Do>
int with_author(const Context& context, Do&& act) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(**ledger);
  return act(**ledger, **author, ids);
}
inline std::string today_in(OpenLedger& ledger) { return to_text(local_date(ledger.clock().now())); }

}  // namespace inzicht::cli
