// Reading in an emergency (1304): what a viewer may open beyond the matrix, and until when.
//
// Source:  docs/domain.md §4.13; NEN 7513.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct BreakGlass {
  EventId event;
  ActorId viewer;
  Micros until = 0;
  CodeSet<schema::PartClass> classes;
  std::vector<SubjectId> about;
};

class EmergencyReading {
 public:
  void used(const Recorded& event);
  const std::vector<BreakGlass>& all() const { return used_; }

 private:
  std::vector<BreakGlass> used_;
};

}  // namespace inzicht
