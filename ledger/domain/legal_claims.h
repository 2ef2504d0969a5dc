// Complaints and disciplinary cases (1210): each later row of one names the row before it.
//
// Source:  docs/domain.md §4.12.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct LegalClaim {
  EventId event;  // the last row
  Micros occurred = 0;
  schema::ComplaintForum forum = schema::ComplaintForum::UNSET;
  schema::ComplaintStage stage = schema::ComplaintStage::UNSET;
  SubjectId by;
  ActorId against;
  OrganisationId against_org;
  bool is_final() const { return stage == schema::ComplaintStage::FINAL || stage == schema::ComplaintStage::WITHDRAWN; }
};

class LegalClaims {
 public:
  void apply(const Recorded& event);

  const std::vector<LegalClaim>& all() const { return claims_; }

 private:
  std::vector<LegalClaim> claims_;
};

}  // namespace inzicht
