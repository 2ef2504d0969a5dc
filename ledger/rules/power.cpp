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
    case 1401: return has(c, schema::MandatePower::IMPORT);
    default: return false;
  }
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
  if (number == 1301 || number == 1302) {
    auto refused = acc_01(c);
    if (!refused) return std::nullopt;
    values.merge(*refused);
    return AdmRefusal{"ADM-13", std::move(values)};
  }
  if (has_power_for(c)) return std::nullopt;
  return AdmRefusal{"ADM-13", std::move(values)};
}

}  // namespace inzicht
