#include "ledger/domain/legal_claims.h"

namespace inzicht {

void LegalClaims::apply(const Recorded& event) {
  if (!event.header.getFacts().isComplaintRecorded()) return;
  const auto facts = event.header.getFacts().getComplaintRecorded();
  const auto before = reference_of(event.header, schema::RefType::FOLLOWS);
  if (before) std::erase_if(claims_, [&](const LegalClaim& one) { return one.event == *before; });
  claims_.push_back({event_id(event), occurred_at(event), facts.getForum(), facts.getStage(), id_or_zero<SubjectId>(facts.getBy()),
                         id_or_zero<ActorId>(facts.getAgainst()), id_or_zero<OrganisationId>(facts.getAgainstOrg())});
}

}  // namespace inzicht
