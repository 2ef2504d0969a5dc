#include "tools/pictures/time_scale.h"

#include <algorithm>
#include <cmath>

namespace inzicht {
namespace {

constexpr double short_width = 36;  // of a silence that is drawn short
constexpr double label_width = 74;
constexpr Micros least_silence = 60 * micros_per_day;

struct Step {
  unsigned months = 0, days = 0;
};
// From small to large; the first that leaves room for its labels is taken.
constexpr Step steps[] = {{0, 1}, {0, 2}, {0, 7}, {0, 14}, {1, 0}, {2, 0}, {3, 0}, {6, 0}, {12, 0}, {24, 0}, {60, 0}, {120, 0}};

Micros micros_of(const Step& step) { return (static_cast<Micros>(step.months) * 30 + step.days) * micros_per_day; }

Date first_of(const Date& date, const Step& step) {
  if (step.months == 0) return date;
  const unsigned month = step.months >= 12 ? 1 : (date.month - 1u) / step.months * step.months + 1;
  return {date.year, static_cast<std::uint8_t>(month), 1};
}

Date next(const Date& date, const Step& step) {
  if (step.months == 0) return local_date(local_midnight(date) + static_cast<Micros>(step.days) * micros_per_day + micros_per_day / 2);
  const unsigned months = static_cast<unsigned>(date.year) * 12 + date.month - 1u + step.months;
  return {static_cast<std::int16_t>(months / 12), static_cast<std::uint8_t>(months % 12 + 1), 1};
}

std::string label_of(const Date& date, const Step& step) {
  if (step.months >= 12) return std::to_string(date.year);
  const auto whole = to_text(date);
  return step.months > 0 ? whole.substr(0, 7) : whole;
}

// How much room a stretch of time takes beside others.
double weight_of(Micros stretch, Pace pace) {
  const double days = static_cast<double>(stretch) / static_cast<double>(micros_per_day);
  return pace == Pace::even ? days : std::sqrt(days);
}

}  // namespace

TimeScale::TimeScale(std::vector<Micros> times, double left, double right, Pace pace) : pace_(pace) {
  std::ranges::sort(times);
  times.erase(std::unique(times.begin(), times.end()), times.end());
  // A day around one moment, and a little room at both ends.
  const Micros room = std::max<Micros>((times.back() - times.front()) / 60, micros_per_day / 2);
  times.insert(times.begin(), times.front() - room);
  times.push_back(times.back() + room);
  const Micros span = times.back() - times.front();
  const auto is_cut = [&](Micros stretch) { return pace == Pace::even && stretch >= least_silence && stretch > span / 2; };
  double width = right - left, weights = 0;
  for (std::size_t i = 1; i < times.size(); ++i) {
    const Micros stretch = times[i] - times[i - 1];
    if (is_cut(stretch))
      width -= short_width;
    else
      weights += weight_of(stretch, pace);
  }
  knots_.push_back({times[0], left, false});
  for (std::size_t i = 1; i < times.size(); ++i) {
    const Micros stretch = times[i] - times[i - 1];
    const bool cut = is_cut(stretch);
    knots_.push_back({times[i], knots_.back().x + (cut ? short_width : width * weight_of(stretch, pace) / weights), cut});
  }
  knots_.back().x = right;
}

double TimeScale::x(Micros at) const {
  const auto after = std::ranges::lower_bound(knots_, at, {}, &Knot::at);
  if (after == knots_.begin()) return knots_.front().x;
  if (after == knots_.end()) return knots_.back().x;
  const Knot& before = *std::prev(after);
  return before.x + (after->x - before.x) * static_cast<double>(at - before.at) / static_cast<double>(after->at - before.at);
}

void TimeScale::draw(Svg& svg, Svg::Node into, double top, double bottom, const std::string& cut_title) const {
  Micros drawn = 0;
  for (std::size_t i = 1; i < knots_.size(); ++i) {
    if (!knots_[i].after_cut) {
      drawn += knots_[i].at - knots_[i - 1].at;
      continue;
    }
    auto mark = svg.mark(into, "cut", cut_title);
    const double middle = (knots_[i].x + knots_[i - 1].x) / 2;
    for (const double at : {middle - 4, middle + 4}) svg.line(mark, at, top, at, bottom, "break");
    svg.text(mark, middle, top - 20, "//", "middle");
  }
  const double labels = (knots_.back().x - knots_.front().x) / label_width;
  const auto room = static_cast<Micros>(static_cast<double>(drawn) / labels);
  // Where the pace changes every month is tried, and drawn where there is room.
  const auto* step =
      pace_ == Pace::busy && drawn > 90 * micros_per_day ? &steps[4] : std::ranges::find_if(steps, [&](const Step& s) { return micros_of(s) >= room; });
  if (step == std::end(steps)) step = std::prev(std::end(steps));
  double labelled = knots_.front().x - label_width;
  for (Date date = first_of(local_date(knots_.front().at), *step); local_midnight(date) <= knots_.back().at; date = next(date, *step)) {
    const double at = x(local_midnight(date));
    if (local_midnight(date) < knots_.front().at || at - labelled < label_width - 6) continue;
    svg.line(into, at, top, at, bottom, "grid");
    svg.text(into, at, top - 6, label_of(date, *step), "faint middle");
    labelled = at;
  }
}

}  // namespace inzicht
