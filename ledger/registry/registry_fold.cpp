// One function per kind of group 1.
#include <algorithm>
#include <cstring>

#include "ledger/registry/registry.h"

namespace inzicht {
namespace {

double number_of(schema::Decimal::Reader decimal) {
  auto out = static_cast<double>(decimal.getValue());
  for (unsigned i = 0; i < decimal.getDigits(); ++i) out /= 10;
  return out;
}

Date date_of(schema::Date::Reader d) { return {d.getYear(), d.getMonth(), d.getDay()}; }
template <class T>
std::optional<T> id_of(capnp::Data::Reader data) {
  return T::from({data.begin(), data.size()});
}
Digest digest_of(capnp::Data::Reader data) {
  Digest out{};
  if (data.size() == out.size()) std::memcpy(out.data(), data.begin(), out.size());
  return out;
}
EventId event_of(const Recorded& event) { return id_of<EventId>(event.header.getEvent()).value_or(EventId{}); }

// The first event this one refers to with the relation.
std::optional<EventId> reference(const Recorded& event, schema::RefType relation) {
  for (auto ref : event.header.getReferences())
    if (ref.getRelation() == relation) return id_of<EventId>(ref.getEvent());
  return std::nullopt;
}

}  // namespace

void Registry::apply(const Recorded& event) noexcept {
  switch (event.header.getKind()) {
    case 101: return genesis(event);
    case 102: return organisation(event);
    case 103: return actor(event);
    case 104: return key(event);
    case 105: return key_revoked(event);
    case 106: return mandate(event);
    case 107: return mandate_ended(event);
    case 108: return agreement(event);
    case 109: return policy(event);
    default: return;
  }
}

void Registry::genesis(const Recorded& event) {
  const auto facts = event.header.getFacts().getLedgerCreated();
  GenesisInfo info;
  info.event = event_of(event);
  info.owner = id_of<OrganisationId>(facts.getOwner()).value_or(OrganisationId{});
  info.origin = facts.getOrigin().cStr();
  info.clock = facts.getClock();
  for (auto entry : facts.getKeys()) {
    KeyInfo key;
    key.id = digest_of(entry.getKey());
    std::ranges::copy(digest_of(entry.getPublicKey()), key.public_key.begin());
    key.use = entry.getUse();
    key.owner = id_of<ActorId>(entry.getOwner());
    key.standing = KeyStanding::genesis;
    key.enrolled_at = event.index;
    if (key.owner) {
      info.registrars.push_back(*key.owner);
      auto& who = actors_[*key.owner];
      who.id = *key.owner;
      who.kind = schema::ActorKind::PROFESSIONAL;
      who.organisation = id_of<OrganisationId>(entry.getOrg());
      who.keys.push_back(key.id);
      who.index = event.index;
      who.event = info.event;
    } else {
      info.keys.try_emplace(key.use, key.id);
    }
    if (const auto organisation = id_of<OrganisationId>(entry.getOrg())) {
      auto& known = organisations_[*organisation];
      known.id = *organisation;
      known.counts = true;
      known.event = info.event;
    }
    keys_[key.id] = key;
  }
  genesis_ = std::move(info);
}

void Registry::organisation(const Recorded& event) {
  const auto facts = event.header.getFacts().getOrganisationRegistered();
  const auto id = id_of<OrganisationId>(facts.getOrg());
  if (!id) return;
  OrganisationInfo& info = organisations_[*id];
  info.id = *id;
  info.type = facts.getOrgType();
  info.status = facts.getStatus();
  info.is_public_body = facts.getPublicBody() == schema::YesNoUnknown::YES;
  info.laws.clear();
  for (auto law : facts.getLaws()) info.laws.insert(law);
  info.from = date_of(facts.getFrom());
  info.until = facts.hasUntil() ? std::optional(date_of(facts.getUntil())) : std::nullopt;
  // An organisation counts if genesis names it, or if registrars of two that count approved it.
  info.counts = info.counts || counting_signers(event).size() >= 2;
  info.index = event.index;
  info.event = event_of(event);
}

void Registry::actor(const Recorded& event) {
  const auto facts = event.header.getFacts().getActorEnrolled();
  const auto id = id_of<ActorId>(facts.getWho());
  if (!id) return;
  ActorInfo& info = actors_[*id];
  info.id = *id;
  info.kind = facts.getActorKind();
  info.organisation = id_of<OrganisationId>(facts.getOrg());
  info.secrecy = facts.getSecrecy();
  info.fte = facts.hasFte() ? std::optional(number_of(facts.getFte())) : std::nullopt;
  info.registrations.push_back({facts.getRegister(), facts.getRegisterStatus(), date_of(facts.getStatusFrom())});
  info.index = event.index;
  info.event = event_of(event);
}

std::set<OrganisationId> Registry::counting_signers(const Recorded& event) const {
  std::set<OrganisationId> out;
  const auto take = [&](const KeyId& id) {
    const KeyInfo* key = find_key(id);
    if (key == nullptr || !key->owner || !is_registrar(*key->owner)) return;
    const ActorInfo* who = find_actor(*key->owner);
    if (who == nullptr || !who->organisation) return;
    const OrganisationInfo* organisation = find_organisation(*who->organisation);
    if (organisation != nullptr && organisation->counts) out.insert(organisation->id);
  };
  take(digest_of(event.header.getKey()));
  for (auto key : event.header.getCoSigners()) take(digest_of(key));
  return out;
}

KeyStanding Registry::standing_of(const Recorded& event, const std::optional<ActorId>& owner) const {
  const KeyInfo* author = find_key(digest_of(event.header.getKey()));
  if (owner && author != nullptr && author->owner == owner) return KeyStanding::own_key;
  return counting_signers(event).size() >= 2 ? KeyStanding::two_organisations : KeyStanding::single_registrar;
}

void Registry::key(const Recorded& event) {
  const auto facts = event.header.getFacts().getKeyEnrolled();
  KeyInfo info;
  info.id = digest_of(facts.getKey());
  if (keys_.contains(info.id)) return;
  std::ranges::copy(digest_of(facts.getPublicKey()), info.public_key.begin());
  info.use = facts.getUse();
  info.owner = id_of<ActorId>(facts.getOwner());
  info.standing = standing_of(event, info.owner);
  info.enrolled_at = event.index;
  if (facts.hasValidUntil()) info.valid_until = facts.getValidUntil().getMicros();
  if (info.owner) {
    if (const auto who = actors_.find(*info.owner); who != actors_.end()) who->second.keys.push_back(info.id);
  } else if (genesis_) {
    genesis_->keys[info.use] = info.id;
  }
  keys_[info.id] = info;
}

void Registry::key_revoked(const Recorded& event) {
  const auto facts = event.header.getFacts().getKeyRevoked();
  const auto at = keys_.find(digest_of(facts.getKey()));
  if (at == keys_.end() || at->second.revoked_at) return;
  at->second.revoked_at = event.index;
  if (facts.hasDoubtfulSince()) at->second.doubtful_since = facts.getDoubtfulSince().getMicros();
}

void Registry::mandate(const Recorded& event) {
  const auto facts = event.header.getFacts().getMandateGranted();
  const auto id = id_of<MandateId>(facts.getMandate());
  const auto grantee = id_of<ActorId>(facts.getGrantee());
  if (!id || !grantee) return;
  MandateInfo info;
  info.id = *id;
  info.grantee = *grantee;
  info.role = facts.getRole();
  info.scope = facts.getScope();
  info.kase = id_of<CaseId>(event.header.getCase());
  info.organisation = id_of<OrganisationId>(facts.getOrg());
  info.subject = id_of<SubjectId>(facts.getSubject());
  for (auto power : facts.getPowers()) info.powers.insert(power);
  for (auto cls : facts.getClasses()) info.classes.insert(cls);
  info.from = facts.getFrom().getMicros();
  if (facts.hasUntil()) info.until = facts.getUntil().getMicros();
  if (facts.hasWindowFrom()) info.window_from = facts.getWindowFrom().getMicros();
  if (facts.hasWindowUntil()) info.window_until = facts.getWindowUntil().getMicros();
  info.index = event.index;
  info.event = event_of(event);
  if (!mandates_.contains(*id)) mandates_by_actor_.emplace(*grantee, *id);
  mandates_[*id] = std::move(info);
}

void Registry::mandate_ended(const Recorded& event) {
  const auto facts = event.header.getFacts().getMandateEnded();
  const auto id = id_of<MandateId>(facts.getMandate());
  const auto at = id ? mandates_.find(*id) : mandates_.end();
  if (at == mandates_.end()) return;
  const Micros end = facts.getAt().getMicros();
  if (!at->second.until || end < *at->second.until) at->second.until = end;
}

void Registry::agreement(const Recorded& event) {
  const auto facts = event.header.getFacts().getAgreementRegistered();
  AgreementInfo info;
  info.event = event_of(event);
  info.type = facts.getAgreementType();
  info.status = facts.getStatus();
  for (auto party : facts.getParties())
    if (auto id = id_of<OrganisationId>(party)) info.parties.push_back(*id);
  for (auto power : facts.getPowers()) info.powers.insert(power);
  for (auto purpose : facts.getPurposes()) info.purposes.insert(purpose);
  info.from = date_of(facts.getFrom());
  if (facts.hasUntil()) info.until = date_of(facts.getUntil());
  info.index = event.index;
  // A later version ends the one it supersedes; acts of before keep the text of then.
  if (const auto before = reference(event, schema::RefType::SUPERSEDES))
    for (auto& known : agreements_)
      if (known.event == *before) known.superseded_from = info.from;
  agreements_.push_back(std::move(info));
}

void Registry::policy(const Recorded& event) {
  const auto facts = event.header.getFacts().getPolicyAdopted();
  PolicyInfo info;
  info.event = event_of(event);
  info.kind = facts.getPolicyKind();
  info.version = facts.getVersion();
  info.owner = id_of<OrganisationId>(facts.getOwner()).value_or(OrganisationId{});
  info.from = date_of(facts.getValidFrom());
  if (facts.hasValidUntil()) info.until = date_of(facts.getValidUntil());
  for (auto param : facts.getValues()) info.values[param.getKey().cStr()] = param.getValue().cStr();
  info.index = event.index;
  if (const auto before = reference(event, schema::RefType::SUPERSEDES))
    for (auto& known : policies_)
      if (known.event == *before) known.superseded_from = info.from;
  policies_.push_back(std::move(info));
}

}  // namespace inzicht
