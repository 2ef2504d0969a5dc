// The preconditions of sharing without consent, at the moment of sharing: the ground of yesterday is none today.
//
// Source:  docs/domain.md §8.3; JW 7.3.11(2),(4); Wmo 5.2.6; SKJ 18.017B.
#pragma once
#include <string>

#include "ledger/rules/consent_scope.h"

namespace inzicht {

// What the exception of this decision lacks towards this recipient; nothing when it holds.
std::optional<std::string> lacking(const Check& check, const ScopeMatch& match, const Decision& decision, const Recipient& recipient);

}  // namespace inzicht
