// ROLE: who acts in which role, and who holds a function. ROLE-01 and ROLE-02 are watch rules.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/kind_table.h"

namespace inzicht {
namespace {

constexpr std::uint32_t handover_part = 2060;

bool is_group(std::uint16_t kind, unsigned group) { return kind / 100u == group; }

// ROLE-03 (seed 000 L502-503): a regisseur or process director has no content task.
Failure role_03(const Check& c) {
  if (!c.parameters.content_free_roles.has(c.role)) return std::nullopt;
  return Values{{"role", code_text(c.role)}, {"kind", kind_code(c.kind)}};
}

// Acts for which being enrolled is enough, and groups that are acts of the ledger itself (§0.2).
bool asks_no_role(std::uint16_t kind) {
  return kind == 301 || kind == 303 || kind == 406 || kind == 1002 || kind == 1004 || kind == 1005 || is_group(kind, 12) || is_group(kind, 1) ||
         is_group(kind, 13) || is_group(kind, 14);
}
// What others decided is recorded by whoever holds the role when recording.
bool counts_when_recorded(std::uint16_t kind) { return kind == 207 || kind == 810 || kind == 906 || kind == 908; }

// ROLE-04 (seed 001 L102-105): the role was held at that moment, in this case or by mandate.
Failure role_04(const Check& c) {
  if (asks_no_role(c.kind)) return std::nullopt;
  const Moment t = counts_when_recorded(c.kind) ? Moment::of(c.input.event.recorded_at) : c.t;
  const auto kase = CaseId::from({c.header.getCase().begin(), c.header.getCase().size()});
  if (c.registry().mandate_for(c.author, c.role, kase, t.at) != nullptr) return std::nullopt;
  if (c.state() != nullptr && c.state()->involvement().holds_role(c.author, c.role, t.on)) return std::nullopt;
  return Values{{"actor", to_text(c.author)}, {"occurred", local_text(c.t.at)}, {"role", code_text(c.role)}};
}

// ROLE-05 (docs/domain.md §2.4): the kind names the role. Power kinds are refused outright (check_power).
Failure role_05(const Check& c) {
  const KindRoles* kind = kind_roles(c.kind);
  if (kind == nullptr || kind->is_power || kind->roles.has(c.role)) return std::nullopt;
  return Values{{"role", code_text(c.role)}, {"kind", kind_code(c.kind)}, {"roles", codes_text(kind->roles)}};
}

Failure convenant_grants(const Check& c, const OrganisationId& named, const ActorId& actor, schema::MandatePower power) {
  const OrganisationId own = c.own_org();
  const OrganisationId other = named.is_zero() ? c.org_of(actor) : named;
  if (other.is_zero() || other == own) return std::nullopt;
  const auto grants = [&](const AgreementInfo* a) { return a->powers.contains(power); };
  if (std::ranges::any_of(c.agreements_between(own, other), grants)) return std::nullopt;
  return Values{{"occurred", local_text(c.t.at)}, {"org", to_text(other)}, {"power", code_text(power)}};
}

// ROLE-06 (seed 001 L1395-1398, L1503-1511): steering another organisation, or going over its head, rests on a convenant
// in force that names both.
Failure role_06(const Check& c) {
  if (c.kind == 1003) {
    const auto raised = c.facts.getEscalated();
    if (raised.getLevel() < schema::EscalationLevel::THEIR_MANAGER) return std::nullopt;
    return convenant_grants(c, id_or_zero<OrganisationId>(raised.getToOrg()), id_or_zero<ActorId>(raised.getToActor()), schema::MandatePower::ESCALATE);
  }
  const auto task = c.facts.getTaskAssigned();
  if (task.getTaskKind() != schema::TaskKind::STEERING) return std::nullopt;
  return convenant_grants(c, id_or_zero<OrganisationId>(task.getToOrg()), id_or_zero<ActorId>(task.getToActor()), schema::MandatePower::STEER);
}

// ROLE-07 (seed 003 L3294-3295): whoever takes over has met the family and has it in writing.
Failure role_07(const Check& c) {
  const auto facts = c.facts.getResponsibilityAssigned();
  if (facts.getCause() == schema::AssignmentCause::FIRST) return std::nullopt;
  const bool warm = facts.getHandover() == schema::HandoverKind::WARM && facts.hasIntroducedOn() && filled_of(c.header, handover_part) != 0;
  for (auto a : facts.getAssignments()) {
    const auto holder = id_or_zero<ActorId>(a.getHolder());
    if (holder.is_zero() || a.getFunction() == schema::SingleFunction::BUDDY) continue;
    const bool by_buddy = facts.getHandover() == schema::HandoverKind::BUDDY_TAKEOVER &&
                          (c.state() == nullptr ||
                           c.state()->involvement().held_before(schema::SingleFunction::BUDDY, holder, date_of(facts.getFrom())));
    if (!warm && !by_buddy) return Values{{"function", code_text(a.getFunction())}};
  }
  return std::nullopt;
}

// ROLE-08 (seed 002 L913-914): professionals are asked what they intend and expect.
Failure role_08(const Check& c) {
  const auto facts = c.facts.getInvolvementStarted();
  if (facts.getExpectationsAsked() == schema::YesNoUnknown::YES) return std::nullopt;
  std::string asked;
  for (auto p : facts.getParties())
    if (p.hasActor()) append(asked, to_text(id_or_zero<ActorId>(p.getActor())));
  return asked.empty() ? std::nullopt : Failure(Values{{"party", asked}});
}

bool is_provider(const Check& c, const OrganisationId& org) {
  if (c.state() == nullptr || org.is_zero()) return false;
  if (c.state()->plans().provides_help(org, c.t.on)) return true;
  return std::ranges::any_of(c.state()->involvement().parties(), [&](const Party& p) {
    const bool helps = p.task == schema::InvolvementTask::HELP || p.task == schema::InvolvementTask::SPECIALIST_HELP;
    return helps && p.is_active(c.t.on) && (p.org.is_zero() ? c.org_of(p.actor) : p.org) == org;
  });
}

// ROLE-09 (seed 001 L1657-1670): who directs does not work for an organisation that provides help here.
Failure role_09(const Check& c) {
  for (auto a : c.facts.getResponsibilityAssigned().getAssignments()) {
    const auto function = a.getFunction();
    const bool asked = function == schema::SingleFunction::REGISSEUR ||
                       (function == schema::SingleFunction::WIJKCOACH && c.parameters.independent_wijkcoach);
    const auto holder = id_or_zero<ActorId>(a.getHolder());
    const OrganisationId org = c.org_of(holder);
    if (asked && is_provider(c, org)) return Values{{"actor", to_text(holder)}, {"org", to_text(org)}};
  }
  return std::nullopt;
}

// ROLE-10 (Besluit Jeugdwet, SKJ; certainty B): registered at that time in the register that the enrolment names.
Failure role_10(const Check& c) {
  using enum schema::DecisionClass;
  constexpr CodeSet<schema::DecisionClass> asked{SAFETY, PARENTING, PLACEMENT, PERSPECTIVE};
  if (c.kind == 502 && !asked.has(c.facts.getDecisionTaken().getDecisionClass())) return std::nullopt;
  const ActorInfo* who = c.registry().find_actor(c.author);
  if (who == nullptr) return std::nullopt;
  const Registration* last = nullptr;
  for (const Registration& r : who->registrations)
    if (r.from <= c.t.on && (last == nullptr || r.from >= last->from)) last = &r;
  const Registration* named = last != nullptr ? last : who->registrations.empty() ? nullptr : &who->registrations.front();
  using Register = schema::ProfessionRegister;
  if (named == nullptr || named->in == Register::NONE || named->in == Register::UNSET) return std::nullopt;
  if (last != nullptr && last->status == schema::RegisterStatus::REGISTERED) return std::nullopt;
  return Values{{"actor", to_text(c.author)}, {"occurred", local_text(c.t.at)}, {"register", code_text(named->in)}};
}

}  // namespace

std::vector<Rule> role_rules() {
  return {
      {"ROLE-03", {601, 602, 603, 604, 605, 607, 701, 702, 801, 802, 803, 808, 809}, role_03},
      {"ROLE-04", {}, role_04},
      {"ROLE-05", {}, role_05},
      {"ROLE-06", {806, 1003}, role_06},
      {"ROLE-07", {206}, role_07},
      {"ROLE-08", {204}, role_08},
      {"ROLE-09", {206}, role_09},
      {"ROLE-10", {605, 606, 607, 909, 502}, role_10},
  };
}

}  // namespace inzicht
