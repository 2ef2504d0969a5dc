// What the rules need to know of one case, folded from its headers.
//
// Shape:   apply every event of the case in log order (positions of the case), then ask. Never reads a part.
// Errors:  none: apply is noexcept, total and silent.
// Source:  docs/domain.md §2.5, §3, §7, §8.
#pragma once
#include "ledger/schema/recorded.h"

namespace inzicht {

class CaseState {
 public:
  void apply(const Recorded& event) noexcept;
};

}  // namespace inzicht
