#include <algorithm>
#include <map>

#include "tools/pictures/column_cells.h"
#include "tools/pictures/ladder.h"

namespace inzicht {
namespace {

// From the lightest to the heaviest, and beside those what was weighed and what people said.
constexpr std::string_view lanes[] = {"lane.drang", "lane.dwang", "lane.safety", "lane.weighing", "lane.say"};

StepShape shape_of(std::string_view lane) {
  if (lane == "lane.drang") return StepShape::circle;
  if (lane == "lane.dwang") return StepShape::square;
  if (lane == "lane.safety") return StepShape::triangle;
  return lane == "lane.weighing" ? StepShape::diamond : StepShape::speech;
}

bool is_kind(const ColumnCells& columns, const Row& row, std::uint16_t kind) {
  const auto found = columns.first<KindCell>(row, "kind");
  return found && found->kind == kind;
}

// What made an order end: its end (908), or the order that took its place (906, of which the only ground is an earlier one).
struct Cause {
  Micros at = 0;
  bool followed = false;
};
std::map<IdCell, Cause> ends_of(const ViewResult& result, const ColumnCells& columns) {
  std::map<IdCell, Cause> out;
  for (const Row& row : result.rows) {
    const bool ended = is_kind(columns, row, 908), followed = is_kind(columns, row, 906);
    if (!ended && !followed) continue;
    const auto at = columns.moment(row, followed ? "from" : "until");
    for (const IdCell& order : columns.ids(row, "restsOn"))
      if (at && (ended || !out.contains(order))) out[order] = {*at, followed};
  }
  return out;
}

LadderStep step_of(const Row& row, const ColumnCells& columns, const Wording& wording, const std::map<IdCell, Cause>& ends) {
  const auto say = [&](std::string_view key) { return wording.cell(columns.of(row, key)); };
  LadderStep step;
  step.lane = say("lane");
  step.head = joined({say("occurred"), say("kind")}, "  ");
  step.words = joined({say("what"), say("about"), joined({say("authority"), say("article")}, ", ")}, " · ");
  step.at = columns.moment(row, "occurred");
  const auto lane = columns.first<TextCell>(row, "lane");
  step.shape = shape_of(lane ? lane->key : "");
  step.from = columns.moment(row, "from");
  step.until = columns.moment(row, "until");
  if (is_kind(columns, row, 908)) {
    step.until.reset();
    step.state = wording.textf("picture.ended", say("until"));
  } else if (!step.from && step.until) {
    // A day by which something is due: no measure holds until then.
    step.from = step.at;
    step.look = BarLook::waiting;
    step.state = wording.textf("picture.due", say("until"));
  } else if (step.from) {
    step.state = step.until ? wording.textf("picture.until", say("until")) : wording.text("picture.noEnd");
  }
  const auto id = columns.first<IdCell>(row, "event");
  if (id && is_kind(columns, row, 906) && ends.contains(*id)) {
    const Cause& cause = ends.at(*id);
    if (!step.until) step.until = cause.at;
    step.cut = cause.at;
    if (cause.followed) step.state = wording.textf("picture.followed", to_text(local_date(cause.at)));
  }
  step.title = joined({step.lane + " · " + step.head, step.words, say("by"), step.state}, "\n");
  return step;
}

}  // namespace

std::string measures_picture(const ViewResult& result, const Wording& wording, const PictureHead& head) {
  const ColumnCells columns(result);
  const auto ends = ends_of(result, columns);
  std::vector<LadderStep> steps;
  std::vector<LadderKey> legend;
  for (const auto lane : lanes) {
    const std::size_t before = steps.size();
    for (const Row& row : result.rows)
      if (columns.says(row, "lane", lane)) steps.push_back(step_of(row, columns, wording, ends));
    if (steps.size() > before) legend.push_back({shape_of(lane), wording.text(lane)});
  }
  return ladder_picture(steps, legend, wording.textf("picture.measures.describes", steps.size()), wording, head);
}

}  // namespace inzicht
