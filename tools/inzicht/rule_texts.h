// What the catalogue asks, in Dutch. The English stands in the catalogue itself (ledger/rules/*.jsonl), whose bytes are part of every
// admission; words for readers may be improved without changing what a past admission was judged by.
#pragma once
#include <string_view>

namespace inzicht::cli {

// A rule: what it asks. An admission check: what it refuses. A term: what opens it. Empty for an id that is none of these.
std::string_view dutch_of(std::string_view id);
// A term: what ends it.
std::string_view dutch_settled_of(std::string_view id);

}  // namespace inzicht::cli
