// The questions; the fold is in registry_fold.cpp.
#include "ledger/registry/registry.h"

#include <algorithm>

namespace inzicht {
namespace {

template <class Map, class Key>
const typename Map::mapped_type* find_in(const Map& map, const Key& key) {
  const auto at = map.find(key);
  return at == map.end() ? nullptr : &at->second;
}

template <class T>
const T* find_by_event(const std::vector<T>& all, const EventId& event) {
  const auto at = std::ranges::find(all, event, &T::event);
  return at == all.end() ? nullptr : &*at;
}

// What the registrars that genesis names may do without a mandate: everything that lets a ledger begin.
bool registrar_power(schema::MandatePower power) {
  using enum schema::MandatePower;
  return power == ENROL || power == ADOPT_POLICY;
}

}  // namespace

bool AgreementInfo::names(const OrganisationId& organisation) const {
  return std::ranges::find(parties, organisation) != parties.end();
}

const KeyInfo* Registry::find_key(const KeyId& id) const { return find_in(keys_, id); }
const ActorInfo* Registry::find_actor(const ActorId& id) const { return find_in(actors_, id); }
const OrganisationInfo* Registry::find_organisation(const OrganisationId& id) const { return find_in(organisations_, id); }
const MandateInfo* Registry::find_mandate(const MandateId& id) const { return find_in(mandates_, id); }
const AgreementInfo* Registry::find_agreement(const EventId& event) const { return find_by_event(agreements_, event); }
const PolicyInfo* Registry::find_policy(const EventId& event) const { return find_by_event(policies_, event); }

bool Registry::key_valid(const KeyId& id, Micros recorded_at) const {
  const KeyInfo* key = find_key(id);
  return key != nullptr && !key->revoked_at && (!key->valid_until || recorded_at < *key->valid_until);
}

bool Registry::is_registrar(const ActorId& actor) const {
  return genesis_ && std::ranges::find(genesis_->registrars, actor) != genesis_->registrars.end();
}

bool Registry::has_power(const ActorId& actor, schema::MandatePower power, const std::optional<CaseId>& kase, Micros at) const {
  if (registrar_power(power) && is_registrar(actor)) return true;
  return std::ranges::any_of(mandates_of(actor), [&](const MandateInfo* m) {
    return m->in_force(at) && m->powers.contains(power) && (!m->kase || m->kase == kase);
  });
}

const MandateInfo* Registry::mandate_for(const ActorId& actor, schema::Role role, const std::optional<CaseId>& kase, Micros at) const {
  for (const MandateInfo* m : mandates_of(actor))
    if (m->role == role && m->in_force(at) && (!m->kase || m->kase == kase)) return m;
  return nullptr;
}

std::vector<const MandateInfo*> Registry::mandates_of(const ActorId& actor) const {
  std::vector<const MandateInfo*> out;
  const auto [from, to] = mandates_by_actor_.equal_range(actor);
  for (auto at = from; at != to; ++at)
    if (const MandateInfo* m = find_mandate(at->second)) out.push_back(m);
  return out;
}

std::vector<const PolicyInfo*> Registry::policies_in_force(schema::PolicyKind kind, const Date& on) const {
  std::vector<const PolicyInfo*> out;
  for (const auto& policy : policies_)
    if (policy.kind == kind && policy.in_force(on)) out.push_back(&policy);
  return out;
}

}  // namespace inzicht
