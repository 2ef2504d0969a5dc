// The strict form, seen from the words themselves in one pass: nothing is read through Cap'n Proto and
// nothing is built.
//
// Canonical form leaves no choice: every object stands where the one before it ended, in preorder, every
// section is as short as its content, and every bit belongs to a field. So a message in that form can be
// recognised without building it again. Errors:  none. `false` means "not, or not certainly": the walk
// decides then, and says what is wrong (strict_walk.h). Rule:    whatever is accepted here, the walk accepts;
// the tests hold the two against each other. Source:  docs/formats.md §2; the encoding of Cap'n Proto.
#pragma once
#include <capnp/schema.h>

#include "ledger/base/ids.h"

namespace inzicht {

// Requires: a whole number of words.
bool certainly_strict(Bytes message, capnp::StructSchema schema);

}  // namespace inzicht
