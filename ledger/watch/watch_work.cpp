// Motivation, contact, progress and peer review: work that should not stop.
#include <algorithm>
#include <map>
#include <set>

#include "ledger/watch/watching.h"

namespace inzicht {
namespace {

bool is_held(const HistoryEvent& contact) { return contact.facts().getContactHeld().getOutcome() == schema::ContactOutcome::HELD; }

std::vector<const HistoryEvent*> motivating(const CaseHistory& history) {
  std::vector<const HistoryEvent*> out;
  for (const auto* one : history.in_order())
    if (one->kind() == 702 || (one->kind() == 701 && one->facts().getContactHeld().getActions().size() > 0)) out.push_back(one);
  return out;
}

std::vector<const HistoryEvent*> held_contacts(const CaseHistory& history) {
  std::vector<const HistoryEvent*> out;
  for (const auto* one : history.of(701))
    if (is_held(*one)) out.push_back(one);
  return out;
}

const HistoryEvent* first_family_plan(const CaseHistory& history) {
  for (const auto* one : history.of(804))
    if (one->facts().getPlanAdopted().getPlanType() == schema::PlanType::FAMILY_PLAN) return one;
  return nullptr;
}

std::uint64_t contacts_in(const std::vector<const HistoryEvent*>& contacts, Micros from, Micros until) {
  return static_cast<std::uint64_t>(std::ranges::count_if(contacts, [&](const auto* one) { return from <= one->occurred && one->occurred < until; }));
}

// Stretches of four weeks after the plan with fewer contacts than agreed; stretches that touch are one finding.
void watch_intensive(Watching& w, const HistoryEvent& plan, const std::vector<const HistoryEvent*>& contacts, const Span& span) {
  const Duration four_weeks{0, 28, 0};
  const Micros start = plan.occurred;
  const Micros end = std::min(span.until, add(start, w.length("intensivePeriod", start)));
  const std::uint64_t required = 4 * count_of(w.registry(), "intensiveContacts", local_date(start));
  std::optional<Micros> since;
  Micros from = start;
  for (Micros until = add(from, four_weeks); until <= end; from = until, until = add(from, four_weeks)) {
    const bool few = contacts_in(contacts, from, until) < required;
    if (few && !since) since = until;
    if (!few && since) {
      w.find("MOT-03", plan, *since, from);
      since.reset();
    }
  }
  if (since) w.find("MOT-03", plan, *since, from);
}

// MOT-02 and MOT-03 (seed 000 L369-409; seed 003): motivating does not stop, contact keeps its pace, nobody is out of sight.
void watch_contact(Watching& w) {
  const auto contacts = held_contacts(w.history());
  const HistoryEvent* plan = first_family_plan(w.history());
  for (const Span& span : w.open_spans()) {
    const HistoryEvent& opener = *w.history().of(201).front();
    w.gaps("MOT-02", "motivationInterval", span, opener, motivating(w.history()));
    const bool planned = plan != nullptr && span.from <= plan->occurred && plan->occurred < span.until;
    // Out of sight at any time; once the intensive period is over, as soon as the later pace is missed.
    const auto late_after = [&](Micros from) {
      const Micros late = add(from, w.length("outOfSight", from));
      if (!planned) return late;
      const Micros later_from = std::max(from, add(plan->occurred, w.length("intensivePeriod", plan->occurred)));
      return std::min(late, add(later_from, w.length("laterInterval", later_from)));
    };
    w.gaps("MOT-03", late_after, span, opener, contacts);
    if (planned) watch_intensive(w, *plan, contacts, span);
  }
}

int rank_of(schema::GoalStatus status) {
  using enum schema::GoalStatus;
  return status == REACHED ? 2 : status == PARTLY_REACHED ? 1 : 0;
}

// What moved a goal forward: a score above the one before, or a status above the one before.
std::vector<const HistoryEvent*> progress(const CaseHistory& history) {
  std::map<EventId, int> score, status;
  std::vector<const HistoryEvent*> out;
  for (const auto* one : history.in_order()) {
    bool better = false;
    const auto goal = reference_of(one->event.header, schema::RefType::CONCERNS);
    if (one->kind() == 803 && goal) {
      const int value = one->facts().getGoalScored().getScore();
      const auto [at, fresh] = score.try_emplace(*goal, value);
      better = !fresh && value > at->second;
      at->second = value;
    }
    const auto note = [&](const EventId& of, schema::GoalStatus now) {
      int& before = status[of];
      better = better || rank_of(now) > before;
      before = rank_of(now);
    };
    if (one->kind() == 802 && goal) note(*goal, one->facts().getGoalChanged().getStatus());
    if (one->kind() == 1001)
      for (auto result : one->facts().getEvaluationHeld().getResults()) note(id_or_zero<EventId>(result.getGoal()), result.getStatus());
    if (better) out.push_back(one);
  }
  return out;
}

// EVAL-05 (seed 003): with a plan in force, some goal moves.
void watch_progress(Watching& w) {
  const HistoryEvent* plan = first_family_plan(w.history());
  if (plan == nullptr) return;
  const auto moved = progress(w.history());
  for (const Span& span : w.open_spans())
    if (plan->occurred < span.until) w.gaps("EVAL-05", "noProgress", {std::max(span.from, plan->occurred), span.until}, *plan, moved);
}

struct Stay {
  const HistoryEvent* event = nullptr;
  ActorId actor;
  Span span;
};

std::vector<Stay> stays(const CaseHistory& history, Micros now) {
  std::vector<Stay> out;
  for (const auto* one : history.of(204))
    for (auto party : one->facts().getInvolvementStarted().getParties())
      if (const auto actor = id_or_zero<ActorId>(party.getActor()); !actor.is_zero())
        out.push_back({one, actor, {local_midnight(date_of(one->facts().getInvolvementStarted().getFrom())), now}});
  for (const auto* one : history.of(205))
    for (auto party : one->facts().getInvolvementEnded().getParties())
      for (Stay& stay : out)
        if (stay.actor == id_or_zero<ActorId>(party.getActor())) stay.span.until = std::min(stay.span.until, local_midnight(date_of(one->facts().getInvolvementEnded().getUntil())));
  return out;
}

std::vector<const HistoryEvent*> peer_reviews(const CaseHistory& history, const ActorId& actor) {
  std::vector<const HistoryEvent*> out;
  for (const auto* one : history.of(504)) {
    const auto facts = one->facts().getConsultationHeld();
    const bool peer = facts.getConsultKind() == schema::ConsultKind::INTERVISIE || facts.getConsultKind() == schema::ConsultKind::SUPERVISIE;
    if (peer && (author_of(one->event) == actor || names(ids_of<ActorId>(facts.getWith()), actor))) out.push_back(one);
  }
  return out;
}

// EVAL-06 (seed 003): who is long involved talks about it with peers.
void watch_peers(Watching& w) {
  const Micros end = w.open_spans().back().until;
  std::set<ActorId> seen;
  for (const Stay& stay : stays(w.history(), end)) {
    const Micros long_from = add(stay.span.from, w.length("longInvolvement", stay.span.from));
    if (long_from >= stay.span.until || !seen.insert(stay.actor).second) continue;
    // The first review is asked when the stay becomes long: counted from an interval before that.
    const Duration interval = w.length("intervisieInterval", stay.span.from);
    Span span{stay.span.from, stay.span.until};
    while (add(span.from, interval) < long_from) span.from = add(span.from, interval);
    w.gaps("EVAL-06", "intervisieInterval", span, *stay.event, peer_reviews(w.history(), stay.actor), stay.actor);
  }
}

}  // namespace

void watch_work(Watching& w) {
  if (w.open_spans().empty()) return;
  watch_contact(w);
  watch_progress(w);
  watch_peers(w);
}

}  // namespace inzicht
