// What can be said of a stored part without opening it, and the opening of unsealed ones (class list).
// Source: docs/formats.md §3.
#pragma once
#include <optional>
#include <string>

#include "ledger/base/ids.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

// What is wrong with the stored form, beside its hash; nullopt when nothing is.
std::optional<std::string> wrong_form(schema::PartCommitment::Reader commitment, Bytes sealed);

// The message of an unsealed part, once salt and plain part are what the header committed to.
std::optional<Bytes> unsealed_message(schema::PartCommitment::Reader commitment, Bytes stored);

// The Padmé size of `length` bytes.
std::uint64_t padme_size(std::uint64_t length);

}  // namespace inzicht
