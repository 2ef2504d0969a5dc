// ADM-3: numbers outside their range; ADM-14: satisfaction is anonymous. Source: docs/domain.md §0.10, §4.8 (803 score, 801
// weight), §5.3; seed 003 L1628-1632.
#include "ledger/rules/check.h"
#include "ledger/rules/rules.h"

namespace inzicht {
namespace {

AdmRefusal out_of_range(std::string field, int min, int max) {
  return {"ADM-3", {{"field", std::move(field)}, {"min", std::to_string(min)}, {"max", std::to_string(max)}}};
}

}  // namespace

std::optional<AdmRefusal> check_ranges(const RuleInput& input) {
  const auto facts = input.event.header.getFacts();
  if (facts.isGoalScored()) {
    const auto scored = facts.getGoalScored();
    const bool gas = scored.getMethod() == schema::ScoreMethod::GAS;
    const int min = gas ? -2 : 0;
    const int max = gas ? 2 : 10;
    if (scored.getScore() < min || scored.getScore() > max) return out_of_range("score", min, max);
  }
  if (facts.isGoalSet() && facts.getGoalSet().hasWeight()) {
    const auto weight = facts.getGoalSet().getWeight().getValue();
    if (weight < 1 || weight > 5) return out_of_range("weight", 1, 5);
  }
  return std::nullopt;
}

std::optional<AdmRefusal> check_anonymity(const RuleInput& input) {
  const auto header = input.event.header;
  if (!header.getFacts().isMeasurementTaken()) return std::nullopt;
  const auto taken = header.getFacts().getMeasurementTaken();
  if (taken.getInstrument() != schema::Instrument::SATISFACTION) return std::nullopt;
  const bool named = taken.hasAbout() || header.getSubjects().size() > 0 || (header.hasPerformer() && header.getPerformer().hasSubject());
  if (!named && taken.getRespondent() == schema::RespondentKind::ANONYMOUS_RESPONDENT) return std::nullopt;
  return AdmRefusal{"ADM-14", {}};
}

}  // namespace inzicht
