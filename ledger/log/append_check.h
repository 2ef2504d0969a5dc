// What every log asks of what it is handed, before anything is written.
#pragma once
#include "ledger/log/log.h"

namespace inzicht {

// Every bound of ledger/base/limits.h; answers limit or bad_input with the place in the group.
Status check_group(std::span<const NewEvent> events);

// What replace_parts may put there: the same parts, each taken out or with another part key. bad_input
// otherwise.
Status check_replaces(const Log& log, const PartsAt& event);

Status check_cache_name(std::string_view name);
// Under which name of the cache table the number of purges is kept; put_cache takes it for nobody else.
inline constexpr std::string_view purges_name = "purges";

// The note to keep for a size, given what is kept already (may be empty) and what is offered. Signatures are added, and of
// one name and key the first and the newest stay: together they bound every time between. Errors: bad_input, conflict, limit.
Result<std::string> merge_notes(std::string_view kept, std::string_view offered);

}  // namespace inzicht
