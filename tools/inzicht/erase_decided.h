// Carrying out a decision to erase from the command line: `erase` for one, `retain run` for those whose term has passed.
#pragma once
#include "ledger/service/erasure.h"
#include "tools/inzicht/record_one.h"

namespace inzicht::cli {

struct Decided {
  EventId event;
  ErasureOrder order;
};
Result<Decided> read_decision(OpenLedger& ledger, const EventId& event);
// What cannot be undone is confirmed by typing `expected` in full: with the flag, or on a terminal.
Status confirmed(const Context& context, std::string typed, const std::string& expected);
// Notes that something may be destroyed, records the 1209, destroys, and shows the answer; the exit code.
int carry_out_decision(const Context& context, OpenLedger& ledger, Author& author, const IdResolver& ids, const Decided& decided, const ErasurePlan& plan, const std::string& role);
Json plan_json(const ErasurePlan& plan);

}  // namespace inzicht::cli
