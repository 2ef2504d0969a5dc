// The strict form by building it again: every field is checked against the schema's annotations and copied
// beside; the copy must canonicalise to the same bytes. Says what is wrong, and takes its time; what is
// certainly right, word_check.h sees without.
#pragma once
#include <capnp/message.h>

#include <optional>

#include "ledger/codec/strict.h"

namespace inzicht {

// Bounds for reading a message of so many words that nobody has checked.
capnp::ReaderOptions bounded(std::size_t words);
// The first thing that is wrong with the message; nullopt when nothing is.
std::optional<Malformed> walk_strictly(kj::ArrayPtr<const capnp::word> words, capnp::StructSchema schema);

}  // namespace inzicht
