#include <algorithm>

#include "tools/pictures/column_cells.h"
#include "tools/pictures/ladder.h"

namespace inzicht {
namespace {

LadderStep consent_step(const Row& row, const ColumnCells& columns, const Wording& wording) {
  const auto say = [&](std::string_view key) { return wording.cell(columns.of(row, key)); };
  const bool refused = columns.says(row, "state", "state.refused"), asked = columns.says(row, "state", "state.asked");
  LadderStep step;
  step.lane = say("kind");
  step.head = joined({say("grantor"), say("recipients")}, " → ");
  step.words = joined({wording.textf("picture.about", say("about")), say("categories"), say("purposes")}, " · ");
  step.at = columns.moment(row, "from");
  step.shape = refused ? StepShape::cross : asked ? StepShape::diamond : StepShape::circle;
  if (!refused) {
    step.from = step.at;
    step.until = columns.moment(row, "until");
  }
  step.cut = columns.moment(row, "endedOn");
  step.look = asked                                                                                              ? BarLook::waiting
              : columns.says(row, "state", "state.inForce") || columns.says(row, "state", "state.partlyRevoked") ? BarLook::firm
                                                                                                                 : BarLook::over;
  const auto ended = say("endedOn");
  step.state = ended.empty() ? say("state") : joined({say("state"), ended}, " ");
  step.title = joined({step.lane + " · " + step.head, step.words, joined({say("from"), say("until")}, " – "), step.state, say("pressure")}, "\n");
  return step;
}

}  // namespace

std::string consents_picture(const ViewResult& result, const Wording& wording, const PictureHead& head) {
  const ColumnCells columns(result);
  std::vector<LadderStep> steps;
  for (const Row& row : result.rows) steps.push_back(consent_step(row, columns, wording));
  std::ranges::stable_sort(steps, {}, [](const LadderStep& step) { return std::tuple(step.lane, step.at.value_or(INT64_MAX)); });
  const std::vector<LadderKey> legend{
      {StepShape::circle, wording.text("picture.given")}, {StepShape::cross, wording.text("state.refused")}, {StepShape::diamond, wording.text("state.asked")}};
  return ladder_picture(steps, legend, wording.textf("picture.consents.describes", steps.size()), wording, head);
}

}  // namespace inzicht
