// SIG: what a signal says and what is checked before a case starts. SIG-05 stands with sharing.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Question = schema::WQuestion;

constexpr CodeSet<Question> seven{Question::WIE, Question::WAT, Question::WAAR, Question::WAARMEE, Question::WELKE_WIJZE, Question::WANNEER,
                                  Question::WAAROM};

Failure unanswered(CodeSet<Question> answered) {
  const auto open = seven.without(answered);
  return open.empty() ? std::nullopt : Failure(Values{{"questions", codes_text(open)}});
}

// SIG-01 (seed 000 L233-248): the seven W questions are answered before a case starts and before the first MDO.
Failure sig_01(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const Course& course = c.state()->course();
  if (c.kind == 501) {
    const bool first_mdo = c.facts.getMeetingHeld().getMeetingType() == schema::MeetingType::MDO && !c.state()->sharing().has_met(schema::MeetingType::MDO);
    return first_mdo && course.has_signals() ? unanswered(course.answered()) : std::nullopt;
  }
  const auto facts = c.facts.getSignalAssessed();
  if (facts.getDecision() != schema::SignalDecision::START_CASE) return std::nullopt;
  auto answered = CodeSet<Question>::of(facts.getAnswered());
  for (const EventId& event : references_of(c.header, schema::RefType::CONCERNS)) {
    const Signal* signal = course.signal(event);
    if (signal == nullptr) return std::nullopt;  // recorded outside this case
    answered = answered.with(signal->answered);
  }
  return unanswered(answered);
}

// SIG-02 (seed 003 L3970-3975): privacy, safety, freedom, chance and culture.
Failure sig_02(const Check& c) {
  using enum schema::SignalCheck;
  constexpr CodeSet<schema::SignalCheck> five{PRIVACY, SAFETY, FREEDOM, CHANCE, CULTURE};
  const auto open = five.without(CodeSet<schema::SignalCheck>::of(c.facts.getSignalAssessed().getChecks()));
  return open.empty() ? std::nullopt : Failure(Values{{"checks", codes_text(open)}});
}

// SIG-03 (seed 001 L767-774, L1714-1717): only where the intake follows the Zwolle model.
Failure sig_03(const Check& c) {
  const auto facts = c.facts.getSignalReceived();
  if (c.parameters.intake_model != "zwolle" || facts.getSignalType() != schema::SignalType::REGISTRATION) return std::nullopt;
  using enum schema::IntakeProof;
  constexpr CodeSet<schema::IntakeProof> all{MEDIATION, FILE_BUILT, TARGETED_HELP};
  const auto open = all.without(CodeSet<schema::IntakeProof>::of(facts.getProof()));
  const bool from_organisation = facts.hasSourceOrg() && facts.getSource() != schema::SignalSource::CITIZEN;
  if (from_organisation && open.empty()) return std::nullopt;
  return Values{{"proofs", open.empty() ? code_text(facts.getSource()) : codes_text(open)}};
}

// SIG-04 (seed 003 L4446-4448): after signs of danger or a crisis, measures come before the first home visit.
Failure sig_04(const Check& c) {
  if (c.state() == nullptr || !is_home_visit(c.facts.getContactHeld())) return std::nullopt;
  const Course& course = c.state()->course();
  const Safety& safety = c.state()->safety();
  const bool crisis = std::ranges::any_of(safety.crises(), [&](const Danger& one) { return one.occurred <= c.t.at; });
  const bool dangerous = course.danger_for_visitor() || crisis;
  return dangerous && !course.visited_at_home() && !safety.prepared_visit(c.t.at) ? Failure(Values{}) : std::nullopt;
}

}  // namespace

std::vector<Rule> signal_rules() {
  return {{"SIG-01", {302, 501}, sig_01}, {"SIG-02", {302}, sig_02}, {"SIG-03", {301}, sig_03}, {"SIG-04", {701}, sig_04}};
}

}  // namespace inzicht
