// One pass over an untrusted struct: checks every field against the schema's annotations and rebuilds it beside.
#pragma once
#include <capnp/dynamic.h>

#include <optional>

#include "ledger/codec/strict.h"

namespace inzicht {

// Copies what the schema knows of `in` to `out`. The first thing that is wrong is answered; `out` is then worthless.
std::optional<Malformed> rebuild(capnp::DynamicStruct::Reader in, capnp::DynamicStruct::Builder out);

}  // namespace inzicht
