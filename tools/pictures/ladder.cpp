#include "tools/pictures/ladder.h"

#include <algorithm>

#include "tools/pictures/time_scale.h"

namespace inzicht {
namespace {

constexpr double width = 1600, margin = 24, words_width = 470, time_left = margin + words_width + 24, time_right = width - margin;
constexpr double steps_top = 120, head_height = 30, line_height = 15, mark = 6.5, bar_height = 9;

struct Laid {
  const LadderStep* step = nullptr;
  std::vector<std::string> head, words;
  double height() const { return static_cast<double>(head.size() + words.size()) * line_height + 9; }
};

std::vector<Laid> laid(const std::vector<LadderStep>& steps) {
  std::vector<Laid> out;
  for (const LadderStep& step : steps) out.push_back({&step, fitted(step.head, words_width, 12, 2), fitted(step.words, words_width, 11, 3)});
  return out;
}

TimeScale scale_of(const std::vector<LadderStep>& steps, const PictureHead& head) {
  std::vector<Micros> times;
  for (const LadderStep& step : steps)
    for (const auto& at : {step.at, step.from, step.until, step.cut})
      if (at) times.push_back(*at);
  if (times.empty()) times.push_back(head.now.value_or(0));
  return TimeScale(std::move(times), time_left, time_right - 30, Pace::even);
}

void draw_shape(Svg& svg, Svg::Node into, double x, double y, StepShape shape) {
  const auto at = [&](double dx, double dy) { return number(x + dx) + " " + number(y + dy); };
  constexpr double m = mark;
  switch (shape) {
    case StepShape::circle:
      return svg.box(into, x - m, y - m, 2 * m, 2 * m, "shape full", m);
    case StepShape::square:
      return svg.box(into, x - m, y - m, 2 * m, 2 * m, "shape full");
    case StepShape::triangle:
      return svg.path(into, "M " + at(0, -m - 1) + " L " + at(m + 1, m) + " L " + at(-m - 1, m) + " Z", "shape full");
    case StepShape::diamond:
      return svg.path(into, "M " + at(0, -m - 1) + " L " + at(m + 1, 0) + " L " + at(0, m + 1) + " L " + at(-m - 1, 0) + " Z", "shape");
    case StepShape::speech:
      return svg.path(into,
                      "M " + at(-m, -m) + " L " + at(m, -m) + " L " + at(m, m - 3) + " L " + at(0, m - 3) + " L " + at(-m + 1, m + 3) + " L " +
                          at(-m + 2, m - 3) + " L " + at(-m, m - 3) + " Z",
                      "shape");
    case StepShape::cross:
      svg.line(into, x - m, y - m, x + m, y + m, "stop");
      return svg.line(into, x - m, y + m, x + m, y - m, "stop");
  }
}

std::string_view class_of(BarLook look) { return look == BarLook::firm ? "bar" : look == BarLook::over ? "bar over" : "bar waiting"; }

// Answers how far to the right it was drawn.
double draw_bar(Svg& svg, Svg::Node into, const LadderStep& step, double y, const TimeScale& scale) {
  const double from = scale.x(*step.from), top = y - bar_height / 2;
  const double until = step.until ? std::max(scale.x(*step.until), from + 2) : time_right - 12;
  const double cut = step.cut ? std::clamp(scale.x(*step.cut), from, until) : until;
  if (cut > from) svg.box(into, from, top, cut - from, bar_height, class_of(step.look));
  if (cut < until) svg.box(into, cut, top, until - cut, bar_height, "bar cut");
  if (step.cut) svg.line(into, cut, top - 4, cut, top + bar_height + 4, "stop");
  // No end: an arrow to the edge.
  if (!step.until)
    svg.path(into,
             "M " + number(until) + " " + number(top - 3) + " L " + number(until + 10) + " " + number(y) + " L " + number(until) + " " +
                 number(top + bar_height + 3) + " Z",
             "point");
  return step.until ? until : until + 10;
}

void draw_state(Svg& svg, Svg::Node into, const LadderStep& step, double from, double until, double y) {
  if (step.state.empty()) return;
  const double room = width_of(step.state, 11);
  if (until + 10 + room <= time_right)
    svg.text(into, until + 10, y + 4, step.state, "small over");
  else if (from - 10 - room >= time_left)
    svg.text(into, from - 10, y + 4, step.state, "small end over");
  else
    svg.text(into, from + 18, y - bar_height / 2 - 4, step.state, "small over");
}

void draw_step(Svg& svg, Svg::Node into, const Laid& one, double top, const TimeScale& scale) {
  const LadderStep& step = *one.step;
  auto row = svg.mark(into, "step", step.title);
  double y = top + 15;
  for (const auto& line : one.head) svg.text(row, margin + 8, y, line, "strong"), y += line_height;
  for (const auto& line : one.words) svg.text(row, margin + 8, y, line, "small"), y += line_height;
  const double middle = top + one.height() / 2;
  double from = time_right, until = time_left;
  if (step.from) {
    from = scale.x(*step.from);
    until = draw_bar(svg, row, step, middle, scale);
  }
  if (step.at) {
    const double x = scale.x(*step.at);
    draw_shape(svg, row, x, middle, step.shape);
    from = std::min(from, x - mark);
    until = std::max(until, x + mark);
  }
  if (step.at || step.from) draw_state(svg, row, step, from, until, middle);
}

void draw_legend(Svg& svg, const std::vector<LadderKey>& legend) {
  double x = margin;
  for (const LadderKey& key : legend) {
    draw_shape(svg, svg.root(), x + 8, 68, key.shape);
    svg.text(svg.root(), x + 22, 72, key.words, "small");
    x += 46 + width_of(key.words, 11);
  }
}

}  // namespace

std::string ladder_picture(const std::vector<LadderStep>& steps, const std::vector<LadderKey>& legend, std::string_view describes, const Wording& wording,
                           const PictureHead& head) {
  const auto rows = laid(steps);
  const TimeScale scale = scale_of(steps, head);
  double bottom = steps_top;
  for (std::size_t i = 0; i < rows.size(); ++i) bottom += rows[i].height() + (i == 0 || steps[i].lane != steps[i - 1].lane ? head_height : 0);
  const double notes_top = bottom + 34;
  Svg svg(width, notes_top + static_cast<double>(head.notes.size()) * 16 + margin, head.title, describes);
  svg.text(svg.root(), margin, 40, head.title, "title");
  draw_legend(svg, legend);
  auto back = svg.group(svg.root(), "lanes");
  auto marks = svg.group(svg.root(), "marks");
  double y = steps_top;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || steps[i].lane != steps[i - 1].lane) {
      svg.text(marks, margin + 8, y + 20, steps[i].lane, "head");
      svg.line(marks, margin, y + head_height - 4, width - margin, y + head_height - 4, "rule");
      y += head_height;
    }
    svg.box(back, margin, y, width - 2 * margin, rows[i].height(), i % 2 == 0 ? "lane" : "lane2");
    draw_step(svg, marks, rows[i], y, scale);
    y += rows[i].height();
  }
  scale.draw(svg, back, steps_top, bottom, wording.text("picture.cut"));
  if (head.now && scale.is_within(*head.now)) {
    const double today = scale.x(*head.now);
    svg.line(back, today, steps_top, today, bottom + 6, "today");
    svg.text(back, today, bottom + 18, wording.text("picture.now"), "faint middle");
  }
  if (rows.empty()) svg.text(svg.root(), margin, steps_top, wording.text("picture.empty"), "");
  for (std::size_t i = 0; i < head.notes.size(); ++i) svg.text(svg.root(), margin, notes_top + static_cast<double>(i) * 16, head.notes[i], "faint");
  return svg.str();
}

}  // namespace inzicht
