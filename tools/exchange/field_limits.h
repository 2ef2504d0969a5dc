// The bounds on one record of a source, counted while it is read.
// Source: ledger/base/limits.h.
#pragma once
#include <optional>

#include "tools/exchange/source_record.h"

namespace inzicht::exchange {

// A name of the source as a reason shows it: not longer than 64 bytes.
std::string shown_name(std::string_view name);
Reason long_name();

// Adds the size of one more field to `bytes`; answers why when the field or the record is over a limit.
std::optional<Reason> add_size(const SourceField& field, std::size_t fields_before, std::size_t& bytes);

}  // namespace inzicht::exchange
