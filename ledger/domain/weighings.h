// Weighings of drang or dwang (901): the ground under an offer (902) and a request (905).
//
// Source:  docs/domain.md §4.9; seed 003 L3908-3914.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct Weighing {
  EventId event;
  Micros occurred = 0;
  schema::Kader considered = schema::Kader::UNSET;
  CodeSet<schema::RegularInstrument> exhausted;
  schema::DecisionLevel level = schema::DecisionLevel::UNSET;
  std::vector<ActorId> deciders;
  std::vector<SubjectId> about;
  std::uint64_t filled = 0;  // fields of the weighing
};

class Weighings {
 public:
  void weighed(const Recorded& event);

  const std::vector<Weighing>& all() const { return weighings_; }
  const Weighing* find(const EventId& event) const;

 private:
  std::vector<Weighing> weighings_;
};

}  // namespace inzicht
