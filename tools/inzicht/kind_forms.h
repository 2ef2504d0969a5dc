// The forms of a kind that people start from: a template with every field, and an example that is whole and well-formed.
#pragma once
#include "ledger/codec/catalogue.h"
#include "ledger/codec/json.h"

namespace inzicht::cli {

// Every field that may be filled, with what fits it; empty where people must choose.
Json template_of(const KindInfo& kind);
// What is required and nothing else, with made-up values: it reads as a draft of this kind. Ids and referred events are of no ledger,
// so a ledger will still say what it does not know.
Json example_of(const KindInfo& kind);

// Codes of a list, in its order, without "unset".
std::string codes_of(capnp::EnumSchema list);
// The facts of whichever kind is corrected: they hold all kinds, that of corrections too.
bool is_any_facts(capnp::StructSchema schema);

}  // namespace inzicht::cli
