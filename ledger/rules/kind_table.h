// Which roles record a kind and which kinds are acts of the ledger itself, from the schema's annotations.
// Source:  ledger/schema/facts.capnp ($recordedBy, $power); docs/domain.md §2.4, §4.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct KindRoles {
  CodeSet<schema::Role> roles;
  bool by_owner = false;  // of the thing itself: its own key
  bool is_power = false;
};

// Nullptr for a number that is no kind.
const KindRoles* kind_roles(std::uint16_t kind);
// The code of a kind ("shareDecided"); the number when there is none.
std::string kind_code(std::uint16_t kind);

}  // namespace inzicht
