// SAFE: the safety plan, intervening without consent, the steps of the meldcode. SAFE-01 and SAFE-02 stand with meetings.
#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Step = schema::MeldcodeStep;

constexpr std::uint32_t intervention_part = 9090, meldcode_part = 6060;
constexpr unsigned why_now = 2;      // of the intervention
constexpr unsigned skipped_why = 2;  // of the meldcode step

// SAFE-03 (seed 003 L2402-2434): who keeps the children safe, until when, and when that is looked at again.
Failure safe_03(const Check& c) {
  const auto facts = c.facts.getSafetyPlanAdopted();
  std::string missing = codes_text(c.parameters.safety_plan_minimum.without(CodeSet<schema::SafetyPlanItem>::of(facts.getItems())));
  if (!facts.hasValidUntil()) append(missing, "validUntil");
  if (!facts.hasReviewOn()) append(missing, "reviewOn");
  return missing.empty() ? std::nullopt : Failure(Values{{"items", missing}});
}

// SAFE-04 (seed 003 L4059-4065): only danger of this moment.
Failure safe_04(const Check& c) {
  const auto signals = CodeSet<schema::AcuteSignal>::of(c.facts.getUnilateralActionTaken().getSignals()).without({schema::AcuteSignal::UNSET});
  return !signals.empty() && c.filled(intervention_part, why_now) ? std::nullopt : Failure(Values{});
}

Failure missing_step(Step step) { return Values{{"step", code_text(step)}}; }

bool rests_on_consultation(const Check& c) {
  if (c.state() == nullptr) return true;  // cannot be judged
  for (const EventId& event : references_of(c.header, schema::RefType::BASED_ON))
    if (c.state()->sharing().consultation(event) != nullptr) return true;
  return false;
}

// In order: no step before the one that precedes it was taken or named as skipped.
Failure out_of_order(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  auto taken = c.state()->safety().meldcode_of(c.input.event).before;
  for (auto one : c.facts.getMeldcodeStepTaken().getSteps()) {
    for (auto at = static_cast<unsigned>(Step::SIGNALS); at < static_cast<unsigned>(one.getStep()); ++at)
      if (!taken.has(static_cast<Step>(at))) return missing_step(static_cast<Step>(at));
    taken.add(one.getStep());
  }
  return std::nullopt;
}

// SAFE-05 (Besluit meldcode art. 2; the two decisions of step 5 since 2019).
Failure safe_05(const Check& c) {
  if (auto failure = out_of_order(c)) return failure;
  const auto facts = c.facts.getMeldcodeStepTaken();
  CodeSet<Step> steps;
  for (auto one : facts.getSteps()) {
    steps.add(one.getStep());
    const bool skipped = one.getOutcome() == schema::MeldcodeOutcome::SKIPPED;
    if (skipped && !c.filled(meldcode_part, skipped_why)) return missing_step(one.getStep());
    const bool in_doubt = one.getStep() == Step::WEIGH && facts.getDoubt() == schema::YesNoUnknown::YES;
    if (!skipped && (one.getStep() == Step::CONSULT || in_doubt) && !rests_on_consultation(c)) return missing_step(Step::CONSULT);
  }
  const bool report = steps.has(Step::DECIDE_REPORT), help = steps.has(Step::DECIDE_HELP);
  if (report == help || c.parameters.meldcode_version < 2019) return std::nullopt;
  return missing_step(report ? Step::DECIDE_HELP : Step::DECIDE_REPORT);
}

}  // namespace

std::vector<Rule> safety_rules() { return {{"SAFE-03", {607}, safe_03}, {"SAFE-04", {909}, safe_04}, {"SAFE-05", {606}, safe_05}}; }

}  // namespace inzicht
