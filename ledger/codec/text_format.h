// The strict forms of the few texts that a header may hold, so that words cannot hide there.
#pragma once
#include <string_view>

#include "ledger/schema/annotations.capnp.h"

namespace inzicht {

bool has_format(schema::TextFormat format, std::string_view text);
// What was expected, for an error text: "four digits", "a rule id such as SHARE-01".
std::string_view expected_format(schema::TextFormat format);
bool is_utf8(std::string_view text);  // well-formed, no NUL

}  // namespace inzicht
