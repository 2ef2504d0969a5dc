#include "ledger/verify/key_fold.h"

#include <algorithm>

#include "crypto/signer.h"
#include "ledger/verify/header_fields.h"

namespace inzicht {

void KeyFold::apply(std::uint64_t index, schema::Header::Reader header) {
  switch (header.getKind()) {
    case kind_ledger_created:
      if (index == 0) apply_genesis(header.getFacts().getLedgerCreated());
      return;
    case kind_key_enrolled: return apply_enrolment(index, header);
    case kind_key_revoked: return apply_revocation(index, header.getFacts().getKeyRevoked());
    default: return;
  }
}

void KeyFold::apply_genesis(schema::LedgerCreated::Reader facts) {
  for (auto entry : facts.getKeys()) {
    FoldedKey key;
    key.id = digest_of(entry.getKey());
    key.public_key = digest_of(entry.getPublicKey());
    key.use = entry.getUse();
    key.owner = id_of<ActorId>(entry.getOwner());
    key.standing = Standing::genesis;
    const auto organisation = id_of<OrganisationId>(entry.getOrg());
    if (organisation && std::ranges::find(genesis_organisations_, *organisation) == genesis_organisations_.end())
      genesis_organisations_.push_back(*organisation);
    if (key.owner) {
      registrars_.insert(*key.owner);
      if (organisation) organisation_of_registrar_.try_emplace(*key.owner, *organisation);
    }
    add(std::move(key));
  }
}

void KeyFold::apply_enrolment(std::uint64_t index, schema::Header::Reader header) {
  const auto facts = header.getFacts().getKeyEnrolled();
  FoldedKey key;
  key.id = digest_of(facts.getKey());
  key.public_key = digest_of(facts.getPublicKey());
  key.use = facts.getUse();
  key.owner = id_of<ActorId>(facts.getOwner());
  key.standing = standing_of(header, key.owner);
  key.enrolled_at = index;
  if (facts.hasValidUntil()) key.valid_until = facts.getValidUntil().getMicros();
  add(std::move(key));
}

void KeyFold::apply_revocation(std::uint64_t index, schema::KeyRevoked::Reader facts) {
  FoldedKey* key = find(digest_of(facts.getKey()));
  if (key == nullptr || key->revoked_at) return;
  key->revoked_at = index;
  if (facts.hasDoubtfulSince()) key->doubtful_since = facts.getDoubtfulSince().getMicros();
}

// The first enrolment of a key stands. A key whose id is not the hash of its public key is none.
void KeyFold::add(FoldedKey key) {
  if (crypto::key_id(crypto::algorithm_ed25519, key.public_key) != key.id) return;
  if (!by_id_.try_emplace(key.id, keys_.size()).second) return;
  keys_.push_back(std::move(key));
}

// By an earlier key of that actor, or by registrars of two organisations that genesis names.
Standing KeyFold::standing_of(schema::Header::Reader header, const std::optional<ActorId>& owner) const {
  std::set<OrganisationId> organisations;
  const auto take = [&](capnp::Data::Reader id) -> const FoldedKey* {
    const auto at = by_id_.find(digest_of(id));
    if (at == by_id_.end()) return nullptr;
    const FoldedKey& key = keys_[at->second];
    if (const auto of = key.owner ? organisation_of_registrar_.find(*key.owner) : organisation_of_registrar_.end(); of != organisation_of_registrar_.end())
      organisations.insert(of->second);
    return &key;
  };
  const FoldedKey* author = take(header.getKey());
  for (auto cosigner : header.getCoSigners()) take(cosigner);
  if (owner && author != nullptr && author->owner == owner) return Standing::own_key;
  return organisations.size() >= 2 ? Standing::two_organisations : Standing::single_registrar;
}

FoldedKey* KeyFold::find(const KeyId& id) {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : &keys_[at->second];
}

std::optional<std::string> KeyFold::refusal(const FoldedKey& key, std::uint64_t index, Micros recorded_at) {
  if (key.revoked_at && *key.revoked_at < index) return "revoked at index " + std::to_string(*key.revoked_at);
  if (key.valid_until && recorded_at >= *key.valid_until) return "valid until " + to_text(*key.valid_until);
  return std::nullopt;
}

const FoldedKey* KeyFold::own_key(schema::KeyUse use, const std::function<bool(const FoldedKey&)>& holds) const {
  for (auto key = keys_.rbegin(); key != keys_.rend(); ++key)
    if (key->use == use && !key->owner && holds(*key)) return &*key;
  return nullptr;
}

// A ledger key event at index j: its key holds for checkpoints of size > j, in place of the one before.
const FoldedKey* KeyFold::log_key(std::uint64_t size) const {
  const auto* key = own_key(schema::KeyUse::LOG, [size](const FoldedKey& k) { return k.enrolled_at < std::max<std::uint64_t>(size, 1); });
  return key != nullptr && key->revoked_at && *key->revoked_at < size ? nullptr : key;
}

// And for receipts from index j + 1; those of genesis from the beginning.
const FoldedKey* KeyFold::receipt_key(std::uint64_t index) const {
  const auto* key = own_key(schema::KeyUse::RECEIPT, [index](const FoldedKey& k) { return k.enrolled_at == 0 || k.enrolled_at < index; });
  return key != nullptr && key->revoked_at && *key->revoked_at < index ? nullptr : key;
}

}  // namespace inzicht
