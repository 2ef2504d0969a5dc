// EVAL: looking back on two counts, escalating step by step, and saying what was departed from.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Level = schema::EscalationLevel;

constexpr std::uint32_t judgement_part = 10010, matter_part = 10030;
constexpr unsigned efficiency = 0, moral = 1;  // of the judgement
constexpr unsigned why_skipped = 1;            // of the matter

// EVAL-01 (seed 001 L1648-1652): did it work, and was it right.
Failure eval_01(const Check& c) {
  return c.filled(judgement_part, efficiency) && c.filled(judgement_part, moral) ? std::nullopt : Failure(Values{});
}

// The first family plan that was adopted by then; without one there is nothing to calibrate.
std::optional<Micros> planned_at(const Check& c) {
  std::optional<Micros> first;
  for (const Plan& plan : c.state()->plans().plans())
    if (plan.type == schema::PlanType::FAMILY_PLAN && plan.occurred <= c.t.at && (!first || plan.occurred < *first)) first = plan.occurred;
  return first;
}

// EVAL-02 (seed 000 L529-543): halfway, the plan is calibrated in an IJkings-TDO.
Failure eval_02(const Check& c) {
  if (c.state() == nullptr || c.parameters.process_model != "cmpg") return std::nullopt;
  const auto planned = planned_at(c);
  if (!planned) return std::nullopt;
  const bool calibrated = std::ranges::any_of(c.state()->evaluations().evaluations(), [&](const Evaluation& one) {
    if (one.kind != schema::EvaluationKind::IJKING || one.occurred > c.t.at || !one.discussed_in) return false;
    const Meeting* meeting = c.state()->sharing().meeting(*one.discussed_in);
    return meeting != nullptr && meeting->type == schema::MeetingType::IJKINGS_TDO && meeting->occurred >= *planned && meeting->occurred <= c.t.at;
  });
  return calibrated ? std::nullopt : Failure(Values{});
}

// The levels at which the same matter was raised before.
CodeSet<Level> raised_before(const Check& c) {
  const auto matters = references_of(c.header, schema::RefType::CONCERNS);
  CodeSet<Level> out;
  for (const Escalation& one : c.state()->evaluations().escalations())
    if (one.occurred <= c.t.at && std::ranges::any_of(one.matters, [&](const EventId& event) { return names(matters, event); })) out.add(one.level);
  return out;
}

// EVAL-03 (seed 003 L2901-2908; seed 001 L1475-1480): first a reminder, then the next level, or a reason for passing one over.
Failure eval_03(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const auto facts = c.facts.getEscalated();
  const auto raised = raised_before(c);
  const auto skipped = c.filled(matter_part, why_skipped) ? CodeSet<Level>::of(facts.getSkipped()) : CodeSet<Level>{};
  for (auto at = static_cast<unsigned>(facts.getLevel()); at > static_cast<unsigned>(Level::REMINDER); --at) {
    const auto below = static_cast<Level>(at - 1);
    if (raised.has(below)) return std::nullopt;
    if (!skipped.has(below)) return Values{};
  }
  return std::nullopt;
}

// EVAL-04 (seed 001 L1404-1405): whoever directs hears of a bottleneck at once.
Failure eval_04(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const auto notified = ids_of<ActorId>(c.facts.getStagnationNoted().getNotified());
  bool appointed = false;
  for (auto function : {schema::SingleFunction::REGISSEUR, schema::SingleFunction::PROCESS_DIRECTOR}) {
    const ActorId holder = c.state()->involvement().holder(function, c.t.on);
    if (holder.is_zero()) continue;
    appointed = true;
    if (holder == c.author || names(notified, holder)) return std::nullopt;
  }
  return appointed ? Failure(Values{}) : std::nullopt;
}

// EVAL-07 (seed 002 L964-971, L1032-1046): from what, under whose cover, with which effect. The effect may be unknown yet.
Failure eval_07(const Check& c) {
  const auto facts = c.facts.getDeviationRecorded();
  const bool named = facts.getRules().size() > 0 || reference_of(c.header, schema::RefType::BASED_ON);
  return named && facts.hasCoverBy() && facts.getEffect() != schema::HelpEffect::UNSET ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> evaluation_rules() {
  return {{"EVAL-01", {1001}, eval_01}, {"EVAL-02", {1101}, eval_02}, {"EVAL-03", {1003}, eval_03}, {"EVAL-04", {1002}, eval_04},
          {"EVAL-07", {1004}, eval_07}};
}

}  // namespace inzicht
