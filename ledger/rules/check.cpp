#include "ledger/rules/check.h"

#include <algorithm>

namespace inzicht {

Check::Check(const RuleInput& in)
    : input(in),
      header(in.event.header),
      facts(header.getFacts()),
      kind(header.getKind()),
      t(Moment::of(occurred_at(in.event))),
      parameters(parameters_on(in.registry, t.on)),
      author(author_of(in.event)),
      role(header.getRole()) {}

OrganisationId Check::org_of(const ActorId& actor) const {
  const ActorInfo* who = actor.is_zero() ? nullptr : registry().find_actor(actor);
  return who == nullptr ? OrganisationId{} : who->organisation.value_or(OrganisationId{});
}

OrganisationId Check::own_org() const {
  const auto named = id_or_zero<OrganisationId>(header.getOrganisation());
  return named.is_zero() ? org_of(author) : named;
}

OrganisationId Check::own_team() const {
  if (state() == nullptr) return own_org();
  const Involvement& involvement = state()->involvement();
  const ActorId holder = involvement.holder(schema::SingleFunction::WIJKCOACH, t.on);
  if (const auto org = org_of(holder); !org.is_zero()) return org;
  OrganisationId org;
  for (const Party& p : involvement.parties())
    if (p.role == schema::Role::WIJKCOACH && p.is_active(t.on)) org = p.org.is_zero() ? org_of(p.actor) : p.org;
  return org.is_zero() ? own_org() : org;
}

std::vector<const AgreementInfo*> Check::agreements_between(const OrganisationId& one, const OrganisationId& other) const {
  std::vector<const AgreementInfo*> out;
  for (const AgreementInfo& a : registry().agreements()) {
    const bool stands = a.status != schema::RegistryStatus::SUSPENDED && a.status != schema::RegistryStatus::ENDED;
    if (stands && a.in_force(t.on) && a.names(one) && a.names(other)) out.push_back(&a);
  }
  return out;
}

bool Check::filled(std::uint32_t part_type, unsigned field) const {
  return (filled_of(header, part_type) >> field & 1) != 0;
}

bool Check::by_ledger_key() const {
  KeyId id{};
  const auto key = header.getKey();
  if (role != schema::Role::LEDGER_SERVICE || key.size() != id.size()) return false;
  std::copy(key.begin(), key.end(), id.begin());
  const KeyInfo* known = registry().find_key(id);
  return known != nullptr && known->use == schema::KeyUse::SERVICE && !known->owner;
}

}  // namespace inzicht
