// Inside erasing: what an order takes of the events before an index, and taking single parts out of the
// store. Threads: as Vault and Service; nothing is recorded while parts are taken out. Source:
// docs/formats.md §3 (erasing single parts).
#pragma once
#include "ledger/service/erasure.h"

namespace inzicht {

// Blocks, decisions and acts of the rights themselves, and the registry: without them nobody could say why
// something is gone.
bool is_never_purged(std::uint16_t kind);

// As plan_erasure, of the events before `until`, and without its errors: what an order names and is not
// there, or may not go, stays.
Result<ErasurePlan> survey_erasure(const Log& log, const ErasureOrder& order, std::uint64_t until);

bool is_wmo(const ErasureOrder& order);

// Takes these parts out, gives their subjects a new generation of key under which every part that stays is
// sealed anew, and destroys the generations before. May be done again at any point.
Status erase_words(OpenLedger& ledger, std::span<const ErasurePlan::Words> words);

}  // namespace inzicht
