// The first event of a ledger, and what a registrar needs to enrol others.
//
// Source: docs/formats.md §2 (genesis, enrolment); docs/domain.md §4.1.
#pragma once
#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {

struct GenesisRequest {
  std::string name;  // of the ledger; sealed
  std::string origin;
  schema::ClockKind clock = schema::ClockKind::WALL;
  OrganisationId owner;
};
// Records genesis, signed by the registrar, whose actor is set first. Requires: an empty log.
Result<RecordOutcome> record_genesis(OpenLedger& ledger, Author& registrar, const GenesisRequest& request);

// The proof that a key belongs to an actor: the new key's signature over ledger, actor and key id.
crypto::Signature enrolment_proof(const crypto::Signer& key, const LedgerId& ledger, const std::optional<ActorId>& actor);

}  // namespace inzicht
