#include "ledger/service/genesis.h"

#include "crypto/digest.h"
#include "ledger/codec/signature_block.h"

namespace inzicht {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

using KeyEntry = schema::LedgerCreated::Keys::Builder;

void set_key(KeyEntry entry, schema::KeyUse use, const crypto::Signer& signer) {
  entry.setUse(use);
  entry.setKey(data_of(signer.id()));
  entry.setPublicKey(data_of(signer.public_key()));
}

}  // namespace

crypto::Signature enrolment_proof(const crypto::Signer& key, const LedgerId& ledger, const std::optional<ActorId>& actor) {
  return key.sign(enrol_message(ledger, actor.value_or(ActorId{}), key.id()));
}

Result<RecordOutcome> record_genesis(OpenLedger& ledger, Author& registrar, const GenesisRequest& request) {
  if (!registrar.profile().actor) INZICHT_CHECK(registrar.set_actor(ActorId{crypto::random_array<16>()}));
  const ActorId actor = *registrar.profile().actor;
  Draft draft = Draft::of(*find_kind(std::uint16_t{101}));
  auto facts = draft.facts->getRoot<schema::LedgerCreated>();
  facts.setOwner(data_of(request.owner.bytes));
  facts.setOrigin(request.origin.c_str());
  facts.setClock(request.clock);
  facts.setRules(data_of(crypto::sha256(crypto::bytes_of(catalogue_bytes()))));
  auto keys = facts.initKeys(4);
  set_key(keys[0], schema::KeyUse::LOG, ledger.keys().log);
  set_key(keys[1], schema::KeyUse::RECEIPT, ledger.keys().receipt);
  set_key(keys[2], schema::KeyUse::SERVICE, ledger.keys().service);
  set_key(keys[3], schema::KeyUse::SIGNING, registrar.signer());
  keys[3].setOwner(data_of(actor.bytes));
  keys[3].setOrg(data_of(request.owner.bytes));
  const auto proof = enrolment_proof(registrar.signer(), LedgerId{}, actor);
  keys[3].setProof(data_of(proof));
  draft.role = schema::Role::LEDGER_ADMIN;
  draft.organisation = request.owner;
  // A genesis event has no ledger id yet, so its sealed part is about the organisation that owns the ledger.
  Json name{{"name", request.name}, {"origin", request.origin}};
  if (auto wrong = add_part(draft, "name", "ledger", "", name, PlainIds{}, "parts[0]")) return Refused::of(*wrong);
  draft.parts.back().about = PartAbout::professional;
  draft.parts.back().subject = PartSubjectId{request.owner.bytes};
  return registrar.record(ledger.service(), ledger.log(), ledger.clock(), draft);
}

}  // namespace inzicht
