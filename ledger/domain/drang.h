// Drang: an offer (902), the answer (903) and what followed (904). It carries no order; orders are in dwang.h.
//
// Source:  docs/domain.md §0.8, §4.9; seed 003 L3715-3718.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct DrangOffer {
  EventId event;
  Micros occurred = 0;
  std::vector<SubjectId> to;
  std::optional<Date> respond_by;
  CodeSet<schema::DrangResponse> answers;
  bool warned = false;
};

class DrangOffers {
 public:
  void offered(const Recorded& event);
  void answered(const Recorded& event);
  void followed_up(const Recorded& event);

  const DrangOffer* offer(const EventId& event) const;

 private:
  DrangOffer* find(const std::optional<EventId>& event);

  std::vector<DrangOffer> offers_;
};

}  // namespace inzicht
