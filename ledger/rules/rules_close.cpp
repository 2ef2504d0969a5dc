// CLOSE: ending together, when the goals are reached, with aftercare agreed and nothing left lying.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Outcome = schema::ClosingOutcome;

constexpr std::uint32_t reasons_part = 11010;
constexpr unsigned safety_by = 3;

Outcome outcome_of(const Check& c) { return c.facts.getClosingDecided().getOutcome(); }

// CLOSE-01 (seed 000 L546-549): closing is decided together.
Failure close_01(const Check& c) {
  if (c.state() == nullptr || outcome_of(c) == Outcome::MOVED_AWAY || outcome_of(c) == Outcome::DIED) return std::nullopt;
  const auto discussed = reference_of(c.header, schema::RefType::DISCUSSED_IN);
  const Meeting* meeting = discussed ? c.state()->sharing().meeting(*discussed) : nullptr;
  return meeting != nullptr && meeting->type == schema::MeetingType::AFSLUITEND_MDO ? std::nullopt : Failure(Values{});
}

// CLOSE-02 (seed 000 L553-554): a case that has ended leaves no goal open: each is reached, dropped or replaced.
Failure close_02(const Check& c) {
  if (c.state() == nullptr || outcome_of(c) != Outcome::ENDED) return std::nullopt;
  std::string open;
  for (const Goal& goal : c.state()->plans().goals())
    if (goal.is_main() && goal.is_open()) append(open, to_text(goal.event));
  return open.empty() ? std::nullopt : Failure(Values{{"goals", open}});
}

bool enforces(const Task& task) {
  return task.kind == schema::TaskKind::ENFORCEMENT && task.power_named && task.status != schema::TaskStatus::WITHDRAWN;
}
bool enforces(const Party& party) { return party.task == schema::InvolvementTask::ENFORCEMENT || party.frame == schema::Kader::HANDHAVING; }

bool has_enforcement_task(const Check& c, const Party& party) {
  return std::ranges::any_of(c.state()->plans().tasks(), [&](const Task& task) {
    if (!enforces(task)) return false;
    return (!party.actor.is_zero() && task.to_actor == party.actor) || (!party.org.is_zero() && task.to_org == party.org);
  });
}

// CLOSE-03 (seed 000 L555-566): enforcement only, by parties with a task and a power, under a regisseur.
Failure close_03(const Check& c) {
  if (c.state() == nullptr || outcome_of(c) != Outcome::REPRESSION_ONLY) return std::nullopt;
  const auto& parties = c.state()->involvement().parties();
  const bool each = std::ranges::all_of(parties, [&](const Party& p) { return !p.is_active(c.t.on) || !enforces(p) || has_enforcement_task(c, p); });
  const bool any = std::ranges::any_of(c.state()->plans().tasks(), [](const Task& t) { return enforces(t); });
  const bool guarded = !c.state()->people().minor_in_household(c.t) || c.filled(reasons_part, safety_by);
  const bool directed = !c.state()->involvement().holder(schema::SingleFunction::REGISSEUR, c.t.on).is_zero();
  return each && any && guarded && directed ? std::nullopt : Failure(Values{});
}

// CLOSE-04 (seed 000 L569-572): who goes on, and with which goals.
Failure close_04(const Check& c) {
  if (outcome_of(c) != Outcome::SCALED_DOWN) return std::nullopt;
  const auto facts = c.facts.getClosingDecided();
  const bool has_goals = c.state() != nullptr && c.state()->plans().open_main_goals() > 0;
  return facts.hasAftercareOrg() && (facts.getOpenGoals().size() > 0 || !has_goals) ? std::nullopt : Failure(Values{});
}

// CLOSE-05 (seed 003 L1821-1836): aftercare, contact and a plan against relapse.
Failure close_05(const Check& c) {
  if (outcome_of(c) != Outcome::ENDED && outcome_of(c) != Outcome::SCALED_DOWN) return std::nullopt;
  const auto facts = c.facts.getClosingDecided();
  using enum schema::YesNoUnknown;
  const bool planned = facts.getRelapsePlan() == YES &&
                       (c.state() == nullptr || c.state()->plans().in_force(schema::PlanType::RELAPSE_PREVENTION, c.t.on) != nullptr);
  const bool contact = facts.getContactAgreed() == YES && facts.hasContactEvery();
  const bool aftercare = facts.getAftercare() == schema::AftercareKind::NONE_OWN_STRENGTH || facts.hasAftercareOrg();
  return planned && contact && aftercare ? std::nullopt : Failure(Values{});
}

// What of the closing decision still needs somebody: aftercare, or enforcement under the regisseur.
struct StillNeeded {
  bool enforcement = false;
  bool same_professional = false;
  OrganisationId aftercare_org;
};

StillNeeded still_needed(const Check& c) {
  const auto executed = reference_of(c.header, schema::RefType::EXECUTES);
  const Closing* closing = executed ? c.state()->course().closing(*executed) : c.state()->course().last_closing();
  if (closing == nullptr) return {};
  return {closing->outcome == Outcome::REPRESSION_ONLY, closing->aftercare == schema::AftercareKind::SAME_PROFESSIONAL, closing->aftercare_org};
}

bool needs(const Check& c, const StillNeeded& still, const Task& task) {
  if (task.kind == schema::TaskKind::AFTERCARE || (still.enforcement && enforces(task))) return true;
  const auto org = task.to_org.is_zero() ? c.org_of(task.to_actor) : task.to_org;
  return !org.is_zero() && org == still.aftercare_org;
}

bool needs(const Check& c, const StillNeeded& still, const Party& party) {
  if (still.enforcement && (enforces(party) || party.role == schema::Role::REGISSEUR)) return true;
  if (still.same_professional && party.role == schema::Role::WIJKCOACH) return true;
  const auto org = party.org.is_zero() ? c.org_of(party.actor) : party.org;
  return !org.is_zero() && org == still.aftercare_org;
}

// CLOSE-06 (seed 003 L2898-2901): nothing is left lying but what aftercare or enforcement needs.
Failure close_06(const Check& c) {
  if (c.state() == nullptr || c.facts.getCaseStatusChanged().getStatus() != schema::CaseStatus::CLOSED) return std::nullopt;
  const StillNeeded still = still_needed(c);
  std::vector<EventId> open;
  for (const Task& task : c.state()->plans().tasks())
    if (task.is_open() && !needs(c, still, task)) open.push_back(task.event);
  for (const OpenMatter& matter : c.state()->evaluations().open()) open.push_back(matter.event);
  for (const Party& party : c.state()->involvement().parties())
    if (party.is_active(c.t.on) && !needs(c, still, party) && !names(open, party.event)) open.push_back(party.event);
  std::string items;
  for (const EventId& event : open) append(items, to_text(event));
  return items.empty() ? std::nullopt : Failure(Values{{"items", items}});
}

}  // namespace

std::vector<Rule> close_rules() {
  return {{"CLOSE-01", {1101}, close_01}, {"CLOSE-02", {1101}, close_02}, {"CLOSE-03", {1101}, close_03}, {"CLOSE-04", {1101}, close_04},
          {"CLOSE-05", {1101}, close_05}, {"CLOSE-06", {1102}, close_06}};
}

}  // namespace inzicht
