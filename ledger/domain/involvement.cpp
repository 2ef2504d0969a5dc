#include "ledger/domain/involvement.h"

#include <algorithm>
#include <array>

namespace inzicht {
namespace {

using enum schema::SingleFunction;
constexpr std::array functions{FINAL_RESPONSIBLE, WIJKCOACH, REGISSEUR, PROCESS_DIRECTOR, CENTRAL_CONTACT, BUDDY};

}  // namespace

schema::Role role_of(schema::SingleFunction function) {
  switch (function) {
    case WIJKCOACH: return schema::Role::WIJKCOACH;
    case REGISSEUR: return schema::Role::REGISSEUR;
    case PROCESS_DIRECTOR: return schema::Role::PROCESS_DIRECTOR;
    case BUDDY: return schema::Role::BUDDY;
    case FINAL_RESPONSIBLE:
    case CENTRAL_CONTACT:
    case UNSET: return schema::Role::UNSET;
  }
  return schema::Role::UNSET;
}

void Involvement::started(const Recorded& event) {
  const auto facts = event.header.getFacts().getInvolvementStarted();
  const Date from = date_of(facts.getFrom());
  for (auto p : facts.getParties())
    parties_.push_back({id_or_zero<ActorId>(p.getActor()), id_or_zero<OrganisationId>(p.getOrg()), id_or_zero<SubjectId>(p.getSubject()),
                        p.getRole(), p.getTask(), p.getOrgContact(), p.getFrame(), from, event_id(event), {}});
}

void Involvement::ended(const Recorded& event) {
  const auto facts = event.header.getFacts().getInvolvementEnded();
  const Date until = date_of(facts.getUntil());
  const auto started = reference_of(event.header, schema::RefType::ENDS);
  const auto is_listed = [&](const Party& party) {
    for (auto one : facts.getParties())
      if (one.getRole() == party.role && (!one.hasActor() || id_or_zero<ActorId>(one.getActor()) == party.actor) &&
          (!one.hasOrg() || id_or_zero<OrganisationId>(one.getOrg()) == party.org) &&
          (!one.hasSubject() || id_or_zero<SubjectId>(one.getSubject()) == party.subject))
        return true;
    return facts.getParties().size() == 0 && started.has_value();
  };
  for (Party& party : parties_)
    if ((!started || party.event == *started) && party.is_active(until) && is_listed(party)) party.until = until;
}

void Involvement::assigned(const Recorded& event) {
  const auto facts = event.header.getFacts().getResponsibilityAssigned();
  const Date from = date_of(facts.getFrom());
  for (auto a : facts.getAssignments()) assignments_.push_back({a.getFunction(), id_or_zero<ActorId>(a.getHolder()), from, event.index, reference_of(event.header, schema::RefType::DISCUSSED_IN)});
}

ActorId Involvement::holder(schema::SingleFunction function, const Date& on) const {
  const Assignment* last = nullptr;
  for (const Assignment& a : assignments_) {
    if (a.function != function || on < a.from) continue;
    if (last == nullptr || std::pair(a.from, a.index) >= std::pair(last->from, last->index)) last = &a;
  }
  return last == nullptr ? ActorId{} : last->holder;
}

bool Involvement::held_before(schema::SingleFunction function, const ActorId& actor, const Date& before) const {
  return std::ranges::any_of(assignments_, [&](const Assignment& a) {
    return a.function == function && a.holder == actor && a.from < before;
  });
}

bool Involvement::holds_role(const ActorId& actor, schema::Role role, const Date& on) const {
  const auto by_party = [&](const Party& p) { return p.actor == actor && p.role == role && p.is_active(on); };
  if (std::ranges::any_of(parties_, by_party)) return true;
  return role != schema::Role::UNSET && std::ranges::any_of(functions, [&](schema::SingleFunction f) {
    return role_of(f) == role && holder(f, on) == actor;
  });
}

std::vector<schema::Role> Involvement::roles_of(const ActorId& actor, const Date& on) const {
  std::vector<schema::Role> out;
  const auto add = [&out](schema::Role role) {
    if (role != schema::Role::UNSET && !names(out, role)) out.push_back(role);
  };
  for (const Party& p : parties_)
    if (p.actor == actor && p.is_active(on)) add(p.role);
  for (schema::SingleFunction f : functions)
    if (holder(f, on) == actor) add(role_of(f));
  return out;
}

std::vector<ActorId> Involvement::active_actors(const Date& on) const {
  std::vector<ActorId> out;
  const auto add = [&out](const ActorId& actor) {
    if (!actor.is_zero() && !names(out, actor)) out.push_back(actor);
  };
  for (const Party& p : parties_)
    if (p.is_active(on)) add(p.actor);
  for (schema::SingleFunction f : functions) add(holder(f, on));
  return out;
}

bool Involvement::is_active(const ActorId& actor, const Date& on) const {
  if (actor.is_zero()) return false;
  if (std::ranges::any_of(parties_, [&](const Party& p) { return p.actor == actor && p.is_active(on); })) return true;
  return std::ranges::any_of(functions, [&](schema::SingleFunction f) { return holder(f, on) == actor; });
}

bool Involvement::is_active(const OrganisationId& org, const Date& on) const {
  return !org.is_zero() && std::ranges::any_of(parties_, [&](const Party& p) { return p.org == org && p.is_active(on); });
}

}  // namespace inzicht
