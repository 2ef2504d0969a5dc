// Safety of children, acting alone, and the steps of the meldcode.
#include "ledger/watch/told.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;
using schema::SafetyJudgement;

bool is_unsafe(const HistoryEvent& judged) {
  const auto current = judged.facts().getSafetyJudged().getCurrent();
  return current == SafetyJudgement::INSUFFICIENT || current == SafetyJudgement::UNSAFE || current == SafetyJudgement::ACUTELY_UNSAFE;
}
SubjectId child_of(const HistoryEvent& judged) { return id_or_zero<SubjectId>(judged.facts().getSafetyJudged().getChild()); }

// TERM-14 (seed 003 L2402-2434): a child that is not safe gets a safety plan.
void term_14(Waiting& w) {
  for (const auto* judged : w.history().of(605)) {
    if (!is_unsafe(*judged)) continue;
    const SubjectId child = child_of(*judged);
    w.begin_after(*judged, w.within(*judged, "safetyPlanTerm"),
                  [&](const HistoryEvent& one) { return one.kind() == 607 && about(one.facts().getSafetyPlanAdopted().getChildren(), child); })
        .about = child;
  }
}

// TERM-15 (seed 003 L1563-1565, L2408-2409): safety is judged again, and a safety plan renewed before it ends.
void term_15(Waiting& w) {
  for (const auto* judged : w.history().of(605)) {
    if (!is_unsafe(*judged)) continue;
    const auto facts = judged->facts().getSafetyJudged();
    const SubjectId child = child_of(*judged);
    Wait& wait = w.begin_after(*judged, w.by_or_within(day_in(facts.hasNextOn(), facts.getNextOn()), *judged, "safetyReviewMax"),
                               [&](const HistoryEvent& one) { return one.kind() == 605 && child_of(one) == child; });
    wait.about = child;
    wait.waits_for = {605};
  }
  for (const auto* plan : w.history().of(607)) {
    const auto facts = plan->facts().getSafetyPlanAdopted();
    const auto until = facts.hasReviewOn() ? day_in(true, facts.getReviewOn()) : day_in(facts.hasValidUntil(), facts.getValidUntil());
    if (!until) continue;
    const auto children = ids_of<SubjectId>(facts.getChildren());
    w.begin_after(*plan, Waiting::all_of(*until), [&](const HistoryEvent& one) {
      return one.kind() == 607 && (refers(one, RefType::SUPERSEDES, plan->id) || meet(one.facts().getSafetyPlanAdopted().getChildren(), children));
    }).waits_for = {607};
  }
}

// What a 410 or 411 says of this judgement: of this one, or of none in particular.
bool is_about_findings(const CaseHistory& history, const HistoryEvent& one, const HistoryEvent& judged) {
  if (one.kind() == 411) return refers(one, RefType::CONCERNS, judged.id);
  if (one.kind() != 410) return false;
  const auto topics = CodeSet<schema::InformTopic>::of(one.facts().getSubjectInformed().getTopics());
  if (!topics.has(schema::InformTopic::SAFETY_FINDINGS)) return false;
  if (refers(one, RefType::CONCERNS, judged.id)) return true;
  return std::ranges::none_of(history.of(605), [&](const HistoryEvent* other) { return refers(one, RefType::CONCERNS, other->id); });
}

// Whoever holds gezag over the child, and the child from twelve.
std::vector<SubjectId> who_hear_findings(const CaseHistory& history, const HistoryEvent& judged) {
  constexpr int hears_for_oneself = 12;
  const People people = people_at(history, judged);
  const Moment then = Moment::of(judged.occurred);
  const SubjectId child = child_of(judged);
  auto out = people.holders_of_gezag(child, then.on);
  const auto age = people.age(child, then);
  if (age && age->least >= hears_for_oneself) out.push_back(child);
  return out;
}

// TERM-16 (seed 003 L2559-2561): parents, and a child of twelve or older, hear what was found, together or one after the other, or telling
// them is put off. Where nobody is known to hold gezag, whoever is told.
void term_16(Waiting& w) {
  for (const auto* judged : w.history().of(605)) {
    AllTold told(who_hear_findings(w.history(), *judged));
    w.begin_after(*judged, w.within(*judged, "findingsTerm"), [&](const HistoryEvent& one) {
      if (!is_about_findings(w.history(), one, *judged)) return false;
      if (one.kind() == 410) return told.with(ids_of<SubjectId>(one.facts().getSubjectInformed().getTold()));
      const auto about = ids_of<SubjectId>(one.facts().getInformingPostponed().getAbout());
      return about.empty() || told.with(about);
    }).about = child_of(*judged);
  }
}

// TERM-17 (seed 003 L4064-4065): after acting alone, working together is sought again.
void term_17(Waiting& w) {
  for (const auto* acted : w.history().of(909))
    w.begin_after(*acted, w.within(*acted, "repairTerm"), [&](const HistoryEvent& one) { return one.kind() == 910 && refers(one, RefType::CONCERNS, acted->id); });
}

// TERM-18 (seed 003 L2535-2537): who acted alone talks it over; an urgent request is weighed after all.
void term_18(Waiting& w) {
  for (const auto* acted : w.history().of(909)) {
    const ActorId author = author_of(acted->event);
    Wait& wait = w.begin_after(*acted, w.within(*acted, "unilateralConsult"), [&](const HistoryEvent& one) {
      if (one.kind() != 504) return false;
      const auto with = ids_of<ActorId>(one.facts().getConsultationHeld().getWith());
      return std::ranges::any_of(with, [&](const ActorId& actor) { return actor != author; }) || one.facts().getConsultationHeld().hasWithOrg();
    });
    wait.waits_for = {504};
  }
  for (const auto* asked : w.history().of(905)) {
    const bool weighed = reference_of(asked->event.header, RefType::BASED_ON).has_value();
    if (asked->facts().getDwangRequested().getUrgent() != schema::YesNoUnknown::YES || weighed) continue;
    const Micros due = add(asked->occurred, Duration{0, 3, 0});  // DWANG-04: urgent requests may add it within P3D
    w.begin_after(*asked, due, [](const HistoryEvent& one) { return one.kind() == 901; }).waits_for = {901};
  }
}

bool has_step(const HistoryEvent& event, schema::MeldcodeStep step) {
  for (auto row : event.facts().getMeldcodeStepTaken().getSteps())
    if (row.getStep() == step) return true;
  return false;
}
bool has_outcome(const HistoryEvent& event, schema::MeldcodeOutcome outcome) {
  for (auto row : event.facts().getMeldcodeStepTaken().getSteps())
    if (row.getOutcome() == outcome) return true;
  return false;
}

// TERM-19 (Besluit meldcode art. 2; the length is of this design): the steps are walked to their end, and what must be reported is.
void term_19(Waiting& w) {
  for (const auto* step : w.history().of(606)) {
    const auto facts = step->facts().getMeldcodeStepTaken();
    const auto persons = ids_of<SubjectId>(facts.getAbout());
    const auto one_day = add(step->occurred, Duration{0, 1, 0});
    const auto is_end = [](const HistoryEvent& one) {
      return has_step(one, schema::MeldcodeStep::DECIDE_HELP) || has_outcome(one, schema::MeldcodeOutcome::SUSPICION_REMOVED);
    };
    if (has_step(*step, schema::MeldcodeStep::SIGNALS) && !is_end(*step)) {
      const bool acute = facts.getAcute() == schema::YesNoUnknown::YES;
      w.begin(*step, acute ? one_day : w.within(*step, "meldcodeTerm"), [&](const HistoryEvent& one) {
        return one.kind() == 606 && !Waiting::is_after(*step, one) && meet(one.facts().getMeldcodeStepTaken().getAbout(), persons) && is_end(one);
      }).waits_for = {606};
    }
    if (has_outcome(*step, schema::MeldcodeOutcome::REPORT_NECESSARY))
      w.begin(*step, one_day, [&](const HistoryEvent& one) {
        if (one.kind() != 408) return false;
        const auto shared = one.facts().getInformationShared();
        const auto form = shared.getForm();
        return (form == schema::ShareForm::VT_REPORT || form == schema::ShareForm::URGENT_REPORT) && meet(shared.getAbout(), persons);
      }).waits_for = {408};
  }
}

}  // namespace

std::vector<Term> safety_terms() {
  return {{"TERM-14", {607}, term_14}, {"TERM-15", {605, 607}, term_15}, {"TERM-16", {410, 411}, term_16},
          {"TERM-17", {910}, term_17}, {"TERM-18", {504, 901}, term_18}, {"TERM-19", {606, 408}, term_19}};
}

}  // namespace inzicht
