// The plan: who stands behind it, when it is looked back on, and its tasks.
#include <set>

#include "ledger/domain/case_state.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;

// People, parties and plans as they were at that moment.
CaseState state_at(const CaseHistory& history, const HistoryEvent& until) {
  CaseState out;
  for (const auto& one : history.events())
    if (!Waiting::is_after(one, until)) out.apply(one.event);
  return out;
}

// TERM-21 (seed 000 L511-512): every member of twelve or older and every active organisation says where it stands.
void term_21(Waiting& w) {
  for (const auto* plan : w.history().of(804)) {
    if (plan->facts().getPlanAdopted().getPlanType() != schema::PlanType::FAMILY_PLAN) continue;
    const Moment then = Moment::of(plan->occurred);
    const CaseState state = state_at(w.history(), *plan);
    const auto endorses = [&](const HistoryEvent& one) { return one.kind() == 805 && refers(one, RefType::CONCERNS, plan->id); };
    for (const SubjectId& person : state.people().household(then.at)) {
      const auto age = state.people().age(person, then);
      if (!age || age->most < 12) continue;
      w.begin_after(*plan, w.within(*plan, "endorsementTerm"), [&](const HistoryEvent& one) {
        return endorses(one) && id_or_zero<SubjectId>(one.facts().getPlanEndorsed().getBySubject()) == person;
      }).about = person;
    }
    std::set<OrganisationId> active;
    for (const Party& party : state.involvement().parties())
      if (!party.org.is_zero() && state.involvement().is_active(party.org, then.on)) active.insert(party.org);
    for (const OrganisationId& org : active)
      w.begin_after(*plan, w.within(*plan, "endorsementTerm"), [&](const HistoryEvent& one) {
        return endorses(one) && id_or_zero<OrganisationId>(one.facts().getPlanEndorsed().getByOrg()) == org;
      }).party = org;
  }
}

bool looks_back(const HistoryEvent& one, const EventId& at) { return one.kind() == 1001 && refers(one, RefType::CONCERNS, at); }

// TERM-22 (seed 003 L1341-1342, L1853-1854; seed 002 L1297-1299): what has a date to be looked back on, is.
void term_22(Waiting& w) {
  for (const auto* plan : w.history().of(804)) {
    const auto facts = plan->facts().getPlanAdopted();
    if (!facts.hasEvaluationAt()) continue;
    const Micros due = Waiting::all_of(local_date(facts.getEvaluationAt().getMicros()));
    w.begin_after(*plan, due, [&](const HistoryEvent& one) {
      return looks_back(one, plan->id) || (one.kind() == 804 && refers(one, RefType::SUPERSEDES, plan->id));
    }).waits_for = {1001};
  }
  for (const auto* started : w.history().of(808)) {
    const auto facts = started->facts().getInterventionStarted();
    if (!facts.hasEvaluateOn()) continue;
    w.begin_after(*started, Waiting::all_of(date_of(facts.getEvaluateOn())), [&](const HistoryEvent& one) {
      return looks_back(one, started->id) || (one.kind() == 809 && refers(one, RefType::ENDS, started->id));
    }).waits_for = {1001};
  }
  for (const auto* made : w.history().of(602)) {
    const auto facts = made->facts().getAssessmentMade();
    if (facts.hasRepeatOn())
      w.begin_after(*made, Waiting::all_of(date_of(facts.getRepeatOn())), [](const HistoryEvent& one) { return one.kind() == 602; }).waits_for = {602};
  }
}

std::vector<EventId> missed_goals(const HistoryEvent& evaluated) {
  std::vector<EventId> out;
  for (auto result : evaluated.facts().getEvaluationHeld().getResults())
    if (result.getStatus() == schema::GoalStatus::NOT_REACHED) out.push_back(id_or_zero<EventId>(result.getGoal()));
  return out;
}

// TERM-23 (seed 003 L1854-1856): a goal that was not reached is changed, or the plan is, or it is kept with a motive.
void term_23(Waiting& w) {
  for (const auto* evaluated : w.history().of(1001)) {
    const auto missed = missed_goals(*evaluated);
    if (missed.empty() || evaluated->facts().getEvaluationHeld().getNext() == schema::EvaluationNext::KEEP_WITH_MOTIVE) continue;
    w.begin_after(*evaluated, w.within(*evaluated, "adjustTerm"), [&](const HistoryEvent& one) {
      return one.kind() == 804 || (one.kind() == 802 && std::ranges::any_of(missed, [&](const EventId& goal) { return refers(one, RefType::CONCERNS, goal); }));
    });
  }
}

bool is_final(schema::TaskStatus status, bool referral) {
  using enum schema::TaskStatus;
  if (referral && (status == ARRIVED || status == REFUSED_BY_CLIENT || status == REFUSED_BY_PROVIDER)) return true;
  return status == DONE || status == PARTLY_DONE || status == NOT_DONE || status == WITHDRAWN;
}

// The day a task is due: that of its last update that moved it.
std::optional<Date> due_day(const Waiting& w, const HistoryEvent& task) {
  const auto facts = task.facts().getTaskAssigned();
  auto day = day_in(facts.hasDueOn(), facts.getDueOn());
  for (const auto* update : w.history().of(807)) {
    const auto moved = update->facts().getTaskUpdated();
    if (moved.hasDueOn() && refers(*update, RefType::CONCERNS, task.id)) day = date_of(moved.getDueOn());
  }
  return day;
}

// TERM-24 (seed 003 L2898-2901; seed 001 L474-476): a task is done or said not to be; a referral arrives or is refused.
void term_24(Waiting& w) {
  for (const auto* task : w.history().of(806)) {
    const bool referral = task->facts().getTaskAssigned().getTaskKind() == schema::TaskKind::REFERRAL;
    const auto day = due_day(w, *task);
    if (!day && !referral) continue;
    w.begin_after(*task, w.by_or_within(day, *task, "referralTerm"), [&](const HistoryEvent& one) {
      return one.kind() == 807 && refers(one, RefType::CONCERNS, task->id) && is_final(one.facts().getTaskUpdated().getStatus(), referral);
    });
  }
}

// TERM-28 (seed 001 L1146-1149): after the expert's advice the formal decision follows without delay.
void term_28(Waiting& w) {
  for (const auto* advice : w.history().of(504)) {
    const auto facts = advice->facts().getConsultationHeld();
    if (facts.getConsultKind() != schema::ConsultKind::DESKUNDIGENADVIES) continue;
    w.begin_after(*advice, w.by_or_within(day_in(facts.hasDecideBy(), facts.getDecideBy()), *advice, "decisionTerm"),
                  [&](const HistoryEvent& one) { return one.kind() == 810 && refers(one, RefType::ANSWERS, advice->id); });
  }
}

bool concerns_same(const HistoryEvent& one, const HistoryEvent& escalated) {
  const auto matters = references_of(escalated.event.header, RefType::CONCERNS);
  return std::ranges::any_of(matters, [&](const EventId& matter) { return refers(one, RefType::CONCERNS, matter); });
}

// TERM-29 (seed 003 L2901-2908): who is reminded answers, or the task moves.
void term_29(Waiting& w) {
  for (const auto* escalated : w.history().of(1003)) {
    const auto facts = escalated->facts().getEscalated();
    w.begin_after(*escalated, w.by_or_within(day_in(facts.hasAnswerBy(), facts.getAnswerBy()), *escalated, "escalationTerm"), [&](const HistoryEvent& one) {
      return (one.kind() == 303 && refers(one, RefType::ANSWERS, escalated->id)) || (one.kind() == 807 && concerns_same(one, *escalated));
    });
  }
}

// TERM-30 (seed 002 L1484-1486): who owns a gap in the help says what becomes of it.
void term_30(Waiting& w) {
  for (const auto* spot : w.history().of(1005)) {
    const auto facts = spot->facts().getWhiteSpotReported();
    w.begin_after(*spot, w.by_or_within(day_in(facts.hasAnswerBy(), facts.getAnswerBy()), *spot, "whiteSpotTerm"),
                  [&](const HistoryEvent& one) { return one.kind() == 303 && refers(one, RefType::ANSWERS, spot->id); });
  }
}

}  // namespace

std::vector<Term> plan_terms() {
  return {{"TERM-21", {805}, term_21}, {"TERM-22", {1001, 602}, term_22}, {"TERM-23", {804, 802}, term_23}, {"TERM-24", {807}, term_24},
          {"TERM-28", {810}, term_28}, {"TERM-29", {303, 807}, term_29},  {"TERM-30", {303}, term_30}};
}

}  // namespace inzicht
