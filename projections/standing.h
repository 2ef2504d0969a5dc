// What stands at a moment of what others rest on: consents, decisions to share, plans, safety plans, orders and mandates.
//
// Shape:   a key of texts ("state.inForce") and, where it is known beforehand, until when. Judged from what had occurred by then,
//          also when it was recorded later: it is what was so, not what was known.
// Source:  docs/domain.md §7.3, §8.4, §9.21.
#pragma once
#include "ledger/domain/case_state.h"
#include "ledger/registry/registry.h"
#include "ledger/watch/case_history.h"

namespace inzicht::views {

struct Standing {
  std::string_view state;      // empty: nothing that holds or lapses
  std::optional<Date> until;   // the first day that it no longer holds
  bool holds() const { return state == "state.inForce" || state == "state.partlyRevoked" || state == "state.forSome"; }
};

class Standings {
 public:
  Standings(const CaseHistory& history, const Registry& registry, Micros at);
  Standing of(const HistoryEvent& event) const;

 private:
  Standing of_decision(const EventId& event) const;
  Standing of_plan(const EventId& event) const;
  Standing of_safety_plan(const HistoryEvent& event) const;
  Standing of_order(const EventId& event) const;
  Standing of_mandate(const HistoryEvent& event) const;

  const CaseHistory& history_;
  const Registry& registry_;
  Micros at_;
  Date on_;
  CaseState state_;
};

// Of one consent, with what withdrew, refused or outgrew it by then: consents.cpp.
std::string_view consent_standing(const CaseHistory& history, const CaseState& people, const Consent& consent, Micros now);

}  // namespace inzicht::views
