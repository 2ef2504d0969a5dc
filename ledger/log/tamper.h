// What an insider with root can do to a stored record, for demonstrations and tests of verify: changes one byte, leaving every checksum of
// the store right.
#pragma once
#include <filesystem>

#include "ledger/base/error.h"

namespace inzicht {

// Flips the lowest bit of the byte at `offset` of the stored event record. The log must not be open.
Status alter_stored_byte(const std::filesystem::path& folder, std::uint64_t index, std::size_t offset);

}  // namespace inzicht
