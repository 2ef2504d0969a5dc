#include "projections/standing.h"

#include "ledger/rules/decision_standing.h"

namespace inzicht::views {
namespace {

std::string_view by_dates(const Date& from, const std::optional<Date>& until, const Date& on) {
  if (on < from) return "state.notYet";
  return until && *until <= on ? "state.over" : "state.inForce";
}

}  // namespace

Standings::Standings(const CaseHistory& history, const Registry& registry, Micros at) : history_(history), registry_(registry), at_(at), on_(local_date(at)) {
  for (const auto& event : history.events())
    if (event.occurred <= at) state_.apply(event.event);
}

Standing Standings::of_decision(const EventId& event) const {
  const Decision* decision = state_.sharing().decision(event);
  if (decision == nullptr || !decision->shares()) return {};
  const auto reach = decision_reach(*decision, state_, registry_, at_);
  if (reach.holds == 0) return {"state.over", decision->valid_until};
  return {reach.holds == reach.pairs ? "state.inForce" : "state.forSome", decision->valid_until};
}

Standing Standings::of_plan(const EventId& event) const {
  const Plan* plan = state_.plans().plan(event);
  if (plan == nullptr) return {};
  if (plan->superseded_from && *plan->superseded_from <= on_) return {"state.superseded", plan->superseded_from};
  return {by_dates(plan->valid_from, plan->valid_until, on_), plan->valid_until};
}

Standing Standings::of_safety_plan(const HistoryEvent& event) const {
  const auto facts = event.facts().getSafetyPlanAdopted();
  const auto until = facts.hasValidUntil() ? std::optional(date_of(facts.getValidUntil())) : std::nullopt;
  for (const auto* later : history_.of(607))
    if (later->occurred <= at_ && refers(*later, schema::RefType::SUPERSEDES, event.id)) return {"state.superseded", until};
  return {by_dates(date_of(facts.getValidFrom()), until, on_), until};
}

Standing Standings::of_order(const EventId& event) const {
  const Measure* order = state_.dwang_orders().find(event);
  if (order == nullptr) return {};
  if (order->in_force(on_)) return {"state.inForce", order->valid_until};
  return {on_ < order->valid_from ? "state.notYet" : "state.over", order->ended_on ? order->ended_on : order->valid_until};
}

Standing Standings::of_mandate(const HistoryEvent& event) const {
  const MandateInfo* mandate = registry_.find_mandate(id_or_zero<MandateId>(event.facts().getMandateGranted().getMandate()));
  if (mandate == nullptr || mandate->event != event.id) return {};
  const auto until = mandate->until ? std::optional(local_date(*mandate->until)) : std::nullopt;
  if (mandate->in_force(at_)) return {"state.inForce", until};
  return {at_ < mandate->from ? "state.notYet" : "state.over", until};
}

Standing Standings::of(const HistoryEvent& event) const {
  switch (event.kind()) {
    case 106: return of_mandate(event);
    case 402: {
      const Consent consent = consent_of(event.event);
      return {consent_standing(history_, state_, consent, at_), consent.valid_until};
    }
    case 403: return {"state.refused", std::nullopt};
    case 407: return of_decision(event.id);
    case 607: return of_safety_plan(event);
    case 804: return of_plan(event.id);
    case 906: return of_order(event.id);
    default: return {};
  }
}

}  // namespace inzicht::views
