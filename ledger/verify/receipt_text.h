// The text of a receipt's note: inzicht/v1/receipt, ledger id, index of the first leaf, count, root over the group's leaves.
// Source: docs/formats.md §6.
#pragma once
#include <optional>
#include <string_view>

#include "ledger/base/ids.h"

namespace inzicht {

struct ReceiptLines {
  LedgerId ledger{};
  std::uint64_t first = 0;
  std::uint64_t count = 0;
  Digest root{};
};
std::optional<ReceiptLines> read_receipt_text(std::string_view text);

}  // namespace inzicht
