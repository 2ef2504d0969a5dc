// The kitchen-table plan on paper: A4, large letters, our own words, boxes to tick, whom to call, when we meet next.
//
// Shape:   from the rows of the view kitchenTable and nothing else: what that view leaves out is not here.
// Source:  docs/domain.md §9 view 4; seed 003 L1364-1365.
#pragma once
#include <string>

#include "tools/pictures/paper.h"
#include "tools/pictures/wording.h"

namespace inzicht {

struct KitchenFacts {
  std::string person;          // by name, as the head of the page
  std::uint64_t position = 0;  // of the ledger: how many events it held
  Micros as_of = 0;            // the day it speaks of
  Micros printed = 0;
  std::vector<std::string> notes;  // what the page must say of itself, such as that the clock is simulated
};
Result<std::string> kitchen_pdf(const ViewResult& result, const Wording& wording, const KitchenFacts& facts);

}  // namespace inzicht
