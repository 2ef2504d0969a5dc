// ADM-13: acts of the ledger itself are refused when their author has not the power, whatever the claim (docs/domain.md §0.2).
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/kind_table.h"
#include "ledger/rules/reading.h"

namespace inzicht {
namespace {

bool has(const Check& c, schema::MandatePower power) {
  const auto kase = CaseId::from({c.header.getCase().begin(), c.header.getCase().size()});
  return c.registry().has_power(c.author, power, kase, c.t.at);
}

// As privacy officer, by a mandate of the organisation.
bool is_privacy_officer(const Check& c) {
  return c.role == schema::Role::PRIVACY_OFFICER && c.registry().mandate_for(c.author, c.role, std::nullopt, c.t.at) != nullptr;
}

bool owns_key(const Check& c, capnp::Data::Reader key) {
  KeyId id{};
  if (key.size() != id.size()) return false;
  std::copy(key.begin(), key.end(), id.begin());
  const KeyInfo* known = c.registry().find_key(id);
  return known != nullptr && known->owner == c.author;
}

// A key is added or revoked by who enrols, or by its owner with another key.
bool may_add_key(const Check& c) {
  return has(c, schema::MandatePower::ENROL) || id_or_zero<ActorId>(c.facts.getKeyEnrolled().getOwner()) == c.author;
}
bool may_revoke_key(const Check& c) {
  return has(c, schema::MandatePower::ENROL) || is_privacy_officer(c) || owns_key(c, c.facts.getKeyRevoked().getKey());
}

// The wijkcoach of the case links the client and their confidant to it.
bool is_of_own_case(const Check& c, schema::Role grantee) {
  using enum schema::Role;
  const bool own_role = grantee == CLIENT || grantee == REPRESENTATIVE || grantee == CONFIDANT || grantee == NETWORK_MEMBER;
  return own_role && c.role == WIJKCOACH && c.state() != nullptr && c.header.hasCase() &&
         c.state()->involvement().holds_role(c.author, WIJKCOACH, c.t.on);
}

bool may_grant(const Check& c) {
  if (has(c, schema::MandatePower::ENROL)) return true;
  using enum schema::MandatePower;
  const auto facts = c.facts.getMandateGranted();
  for (auto power : facts.getPowers())
    if (power != RECORD && power != READ_HEADERS && power != READ_PARTS) return false;
  if (is_privacy_officer(c)) return true;
  const auto scope = facts.getScope();
  return (scope == schema::MandateScope::SUBJECT_ONLY || scope == schema::MandateScope::CASE_ONLY) && is_of_own_case(c, facts.getRole());
}

bool may_end_mandate(const Check& c) {
  if (has(c, schema::MandatePower::ENROL) || is_privacy_officer(c)) return true;
  const MandateInfo* mandate = c.registry().find_mandate(id_or_zero<MandateId>(c.facts.getMandateEnded().getMandate()));
  return mandate != nullptr && is_of_own_case(c, mandate->role);
}

// A privacy officer adopts the texts that are theirs, never the rules.
bool may_adopt(const Check& c) {
  using enum schema::PolicyKind;
  const auto kind = c.facts.getPolicyAdopted().getPolicyKind();
  const bool own = kind == PRIVACY_PROTOCOL || kind == CONSENT_TEXT || kind == PROCESSING_ACTIVITY;
  return has(c, schema::MandatePower::ADOPT_POLICY) || (own && is_privacy_officer(c));
}

using Roles = CodeSet<schema::Role>;
constexpr Roles lead{schema::Role::WIJKCOACH, schema::Role::BUDDY, schema::Role::YOUTH_PROTECTOR, schema::Role::GUARDIAN};

bool is_in_case_as(const Check& c, schema::Role role) { return c.state() != nullptr && c.state()->involvement().holds_role(c.author, role, c.t.on); }

// The kind names the role, and the author has it now: in this case, or by a mandate for it.
bool acts_in_role(const Check& c) {
  if (!kind_roles(c.kind)->roles.has(c.role)) return false;
  const auto kase = CaseId::from({c.header.getCase().begin(), c.header.getCase().size()});
  return is_in_case_as(c, c.role) || c.registry().mandate_for(c.author, c.role, kase, c.t.at) != nullptr;
}

// Whoever leads gives it in their own case.
bool may_give_inspection(const Check& c) {
  if (lead.has(c.role)) return is_in_case_as(c, c.role);
  return c.by_ledger_key() || is_privacy_officer(c);
}

bool is_mandated_for(const Check& c, const SubjectId& person) {
  return std::ranges::any_of(c.registry().mandates_of(c.author), [&](const MandateInfo* m) {
    return m->role == schema::Role::CLIENT && m->scope == schema::MandateScope::SUBJECT_ONLY && m->in_force(c.t.at) && m->subject == person;
  });
}

// In the maker's own name. A client bundles what is about themselves; others hand out by the power to, and who leads or
// steers only in a case of theirs.
bool may_make_bundle(const Check& c) {
  const auto facts = c.facts.getBundleMade();
  if (id_or_zero<ActorId>(facts.getMaker()) != c.author) return false;
  if (c.role == schema::Role::CLIENT) return facts.hasScopeSubject() && is_mandated_for(c, id_or_zero<SubjectId>(facts.getScopeSubject()));
  if ((lead.has(c.role) || c.role == schema::Role::REGISSEUR) && !is_in_case_as(c, c.role)) return false;
  return acts_in_role(c) && has(c, schema::MandatePower::DISCLOSE);
}

// For oneself, from now, and no longer than until it must be reviewed (TERM-38).
// It ends by itself, before somebody reviews it.
bool ends_in_time(const Check& c) {
  const Micros until = c.facts.getBreakGlassUsed().getUntil().getMicros();
  return c.t.at < until && until <= add(c.t.at, c.parameters.break_glass_review);
}
bool may_break_glass(const Check& c) { return acts_in_role(c) && id_or_zero<ActorId>(c.facts.getBreakGlassUsed().getViewer()) == c.author && ends_in_time(c); }

bool has_power_for(const Check& c) {
  switch (c.kind) {
    case 101: return c.registry().genesis() == nullptr;  // who signs it is checked against its own facts
    case 102:
    case 103:
    case 108: return has(c, schema::MandatePower::ENROL);
    case 104: return may_add_key(c);
    case 105: return may_revoke_key(c);
    case 106: return may_grant(c);
    case 107: return may_end_mandate(c);
    case 109: return may_adopt(c);
    case 110: return has(c, schema::MandatePower::ADOPT_POLICY) || is_privacy_officer(c);
    case 111: return c.registry().find_actor(c.author) != nullptr;  // what they recorded themselves, supplied again
    case 1203: return may_give_inspection(c);
    case 1206:
    case 1207: return acts_in_role(c) && has(c, schema::MandatePower::BLOCK);
    case 1209: return acts_in_role(c) && has(c, schema::MandatePower::ERASE);
    case 1303: return may_make_bundle(c);
    case 1304: return may_break_glass(c);
    case 1401: return has(c, schema::MandatePower::IMPORT);
    default: return false;
  }
}

// Of an act of the ledger the gate rules of its kind hold whatever the claim; those for all kinds are judged with the claim.
std::optional<Values> failing_gate(const Check& c) {
  for (const Rule& rule : all_rules()) {
    if (std::ranges::find(rule.kinds, c.kind) == rule.kinds.end() || find_rule(rule.id)->severity != Severity::gate) continue;
    if (auto failure = rule.check(c)) {
      failure->emplace("rule", rule.id);
      return failure;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<AdmRefusal> check_power(const RuleInput& input) {
  const std::uint16_t number = input.event.header.getKind();
  const KindRoles* kind = kind_roles(number);
  if (kind == nullptr || !kind->is_power) return std::nullopt;
  Check c(input);
  // The ledger acts now: a power of an earlier day gives none today.
  c.t = Moment::of(input.event.recorded_at);
  Values values{{"kind", kind_code(number)}};
  std::optional<Values> refused;
  if (number == 1301 || number == 1302) refused = acc_01(c);
  else if (!has_power_for(c)) refused.emplace();
  if (!refused) refused = failing_gate(c);
  if (refused && number == 1304 && !ends_in_time(c)) refused->emplace("field", "facts.until");
  if (!refused) return std::nullopt;
  values.merge(*refused);
  return AdmRefusal{"ADM-13", std::move(values)};
}

}  // namespace inzicht
