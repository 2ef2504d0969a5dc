// The values of a rule's message in words: codes and names of fields by their labels, kinds by what they are
// called.
//
// Shape:   what is no code stays as it is (ids, dates, numbers); nothing is said as "nothing". A code that
// lists call differently is told by
//          the role of that name, else stays a code.
#pragma once
#include "ledger/rules/rules.h"
#include "tools/inzicht/texts.h"

namespace inzicht::cli {

Values plain_values(Values values, Lang lang);
// message_of with plain values.
std::string plain_message(std::string_view rule, Lang lang, const Values& values);

}  // namespace inzicht::cli
