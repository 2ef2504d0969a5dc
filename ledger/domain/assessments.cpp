#include "ledger/domain/assessments.h"

#include <algorithm>

namespace inzicht {

Assessment assessment_of(const Recorded& event) {
  const auto facts = event.header.getFacts().getAssessmentMade();
  Assessment out{event_id(event), occurred_at(event), CodeSet<schema::AssessmentTrack>::of(facts.getTracks()), {}};
  for (auto one : facts.getCoverage())
    if (one.getStatus() != schema::CoverageStatus::UNSET) out.covered[id_or_zero<SubjectId>(one.getSubject())].add(one.getDomain());
  return out;
}

void Assessments::apply(const Recorded& event) {
  const EarlierInformation known{event_id(event), occurred_at(event)};
  switch (event.header.getFacts().which()) {
    case schema::Facts::CASE_QUALIFIED: return qualified(event);
    case schema::Facts::APPROACH_CHOSEN: return approach_chosen(event);
    case schema::Facts::MOTIVATION_ASSESSED: return motivation(event);
    case schema::Facts::FORMAL_DECISION_MADE: return formal_decision(event);
    case schema::Facts::INFORMATION_RECEIVED:
    case schema::Facts::STATEMENT_RECORDED: return information_.push_back(known);
    case schema::Facts::HELP_HISTORY_RECORDED: histories_.push_back(known.event); return information_.push_back(known);
    case schema::Facts::START_ANALYSIS_MADE: start_analysis(event); return information_.push_back(known);
    case schema::Facts::ASSESSMENT_MADE: assessments_.push_back(assessment_of(event)); return information_.push_back(known);
    default: return;
  }
}

void Assessments::qualified(const Recorded& event) {
  const auto facts = event.header.getFacts().getCaseQualified();
  if (const auto before = reference_of(event.header, schema::RefType::WITHDRAWS))
    for (Qualification& known : qualifications_)
      if (known.event == *before) known.holds = false;
  qualifications_.push_back(
      {event_id(event), occurred_at(event), facts.getModel(), facts.getCategory(), facts.getOutcome() == schema::QualificationOutcome::MET});
}

void Assessments::approach_chosen(const Recorded& event) {
  const auto facts = event.header.getFacts().getApproachChosen();
  approaches_.push_back(
      {event_id(event), occurred_at(event), facts.getApproach(), facts.getOutcome(), reference_of(event.header, schema::RefType::DISCUSSED_IN)});
}

void Assessments::start_analysis(const Recorded& event) {
  const auto rests = [this](const EventId& one) { return names(histories_, one); };
  start_analyses_.push_back({event_id(event), occurred_at(event), std::ranges::any_of(references_of(event.header, schema::RefType::BASED_ON), rests),
                             event.header.getFacts().getStartAnalysisMade().getEarlierHelp()});
}

void Assessments::motivation(const Recorded& event) {
  const auto facts = event.header.getFacts().getMotivationAssessed();
  motivations_.push_back({id_or_zero<SubjectId>(facts.getWho()), occurred_at(event), facts.getPhase(), facts.getHorizon(), facts.getDriver()});
}

void Assessments::formal_decision(const Recorded& event) {
  const auto facts = event.header.getFacts().getFormalDecisionMade();
  using enum schema::FormalResult;
  const bool given = facts.getResult() == GRANTED || facts.getResult() == PARTLY;
  if (given && facts.getDecisionType() == schema::FormalDecisionType::YOUTH_PROVISION) indicated_.push_back(occurred_at(event));
}

bool Assessments::has_start_analysis(Micros at) const {
  return std::ranges::any_of(start_analyses_, [&](const StartAnalysis& one) { return one.occurred <= at; });
}

schema::AmsterdamCategory Assessments::amsterdam_category(Micros at) const {
  const Qualification* last = nullptr;
  for (const Qualification& one : qualifications_)
    if (one.holds && one.model == schema::QualificationModel::AMSTERDAM && one.occurred <= at && (last == nullptr || one.occurred >= last->occurred))
      last = &one;
  return last == nullptr ? schema::AmsterdamCategory::UNSET : last->category;
}

bool Assessments::has_indicated_care(Micros at) const {
  return std::ranges::any_of(indicated_, [&](Micros decided) { return decided <= at; });
}

}  // namespace inzicht
