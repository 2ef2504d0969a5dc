#include <algorithm>
#include <map>

#include "tools/pictures/column_cells.h"
#include "tools/pictures/picture.h"
#include "tools/pictures/time_scale.h"

namespace inzicht {
namespace {

constexpr double width = 1600, margin = 24, lanes_left = 236, lanes_right = width - margin, lanes_top = 120;
constexpr double level_height = 25, mark_height = 15, lane_room = 9;
constexpr std::size_t list_columns = 3;
constexpr double list_gap = 28, list_line = 14.5, number_width = 34;

enum class Told { in_order, deviation, after };

struct Happening {
  unsigned number = 0;
  Micros at = 0, recorded = 0;
  Told told = Told::in_order;
  std::string when, head, words, remark;
  std::vector<IdCell> persons;
  std::optional<IdCell> by;  // organisation, else who recorded it
  std::string title() const {
    std::string out = std::to_string(number) + " · " + when + "\n" + head;
    for (const auto* more : {&words, &remark})
      if (!more->empty()) out += "\n" + *more;
    return out;
  }
};

struct Placed {
  const Happening* event = nullptr;
  std::size_t level = 0;
};
struct Lane {
  std::string name;
  bool of_person = false;
  std::vector<Placed> marks = {};
  std::vector<double> used = {};  // per level, how far to the right
  bool starts_group = false;      // its group has a heading above it
  double height() const { return static_cast<double>(std::max<std::size_t>(used.size(), 1)) * level_height + lane_room; }
};

double room_above(const Lane& lane) { return lane.starts_group ? 28 : 0; }

double half_width(const Happening& event) { return event.number < 10 ? 8 : event.number < 100 ? 10.5 : 13; }

Told told_of(const ColumnCells& columns, const Row& row) {
  if (columns.says(row, "conformity", "deviation")) return Told::deviation;
  return columns.says(row, "conformity", "afterTheFact") ? Told::after : Told::in_order;
}

Happening happening_of(const ColumnCells& columns, const Row& row, const Wording& wording, unsigned number) {
  Happening out;
  out.number = number;
  const auto say = [&](std::string_view key) { return wording.cell(columns.of(row, key)); };
  out.at = columns.moment(row, "occurred").value_or(0);
  out.recorded = columns.moment(row, "recorded").value_or(out.at);
  out.told = told_of(columns, row);
  out.when = joined({say("occurred"), say("precision")}, ", ");
  if (const auto lag = say("lag"); !lag.empty()) out.when += " (" + wording.textf("picture.recordedLater", lag) + ")";
  out.head = joined({say("kind"), joined({say("who"), say("about")}, " → ")}, " · ");
  out.words = say("line");
  out.remark = joined({say("conformity"), say("findings")}, ": ");
  out.persons = columns.ids(row, "about");
  out.by = columns.first<IdCell>(row, "organisation");
  if (!out.by) out.by = columns.first<IdCell>(row, "who");
  return out;
}

void place(Lane& lane, const Happening& event, const TimeScale& scale) {
  const double left = scale.x(event.at) - half_width(event) - 1.5;
  const double right = std::max(scale.x(event.at) + half_width(event), lane.of_person ? 0 : scale.x(event.recorded)) + 1.5;
  std::size_t level = 0;
  while (level < lane.used.size() && lane.used[level] > left) ++level;
  if (level == lane.used.size()) lane.used.push_back(0);
  lane.used[level] = right;
  lane.marks.push_back({&event, level});
}

// Persons first, each where it comes up first; what is of nobody stands last.
std::vector<Lane> lanes_of(const std::vector<Happening>& events, const Wording& wording, const TimeScale& scale) {
  std::vector<Lane> persons, others;
  std::map<IdCell, std::size_t> person_at, other_at;
  Lane of_nobody{wording.text("picture.nobody"), false, {}};
  for (const Happening& event : events) {
    for (const IdCell& person : event.persons) {
      if (const auto [at, fresh] = person_at.emplace(person, persons.size()); fresh) persons.push_back({wording.atom(person), true, {}});
      place(persons[person_at[person]], event, scale);
    }
    if (!event.by) {
      place(of_nobody, event, scale);
      continue;
    }
    if (const auto [at, fresh] = other_at.emplace(*event.by, others.size()); fresh) others.push_back({wording.atom(*event.by), false, {}});
    place(others[other_at[*event.by]], event, scale);
  }
  if (!persons.empty()) persons[0].starts_group = true;
  if (!others.empty()) others[0].starts_group = true;
  std::ranges::move(others, std::back_inserter(persons));
  if (!of_nobody.marks.empty()) persons.push_back(std::move(of_nobody));
  return persons;
}

void draw_shape(Svg& svg, Svg::Node into, double x, double y, double half, Told told) {
  const double h = mark_height / 2;
  if (told == Told::deviation) {
    // Pointed at both sides.
    svg.path(into,
             fmt::format("M {} {} L {} {} L {} {} L {} {} L {} {} L {} {} Z", number(x - half - 4), number(y), number(x - half), number(y - h),
                         number(x + half), number(y - h), number(x + half + 4), number(y), number(x + half), number(y + h), number(x - half), number(y + h)),
             "shape deviation");
    return;
  }
  svg.box(into, x - half, y - h, half * 2, mark_height, told == Told::after ? "shape after" : "shape", told == Told::after ? 0 : 5);
}

void draw_mark(Svg& svg, Svg::Node into, const Lane& lane, const Placed& placed, double lane_top, const TimeScale& scale) {
  const Happening& event = *placed.event;
  const double x = scale.x(event.at), y = lane_top + lane_room / 2 + static_cast<double>(placed.level) * level_height + mark_height / 2 + 1;
  auto mark = svg.mark(into, lane.of_person ? "event about" : "event", event.title());
  mark.append_attribute("data-number") = event.number;
  if (!lane.of_person) {
    const double below = y + mark_height / 2 + 4, recorded = scale.x(event.recorded);
    svg.line(mark, x, below, recorded, below, "late");
    svg.line(mark, recorded, below - 4, recorded, below + 3, "late");
  }
  draw_shape(svg, mark, x, y, half_width(event), event.told);
  svg.text(mark, x, y + 3.6, std::to_string(event.number), "number");
}

void draw_legend(Svg& svg, const Wording& wording) {
  double x = margin;
  const double y = 72;
  const auto entry = [&](Told told, std::string_view key) {
    draw_shape(svg, svg.root(), x + 12, y - 4, 8, told);
    const auto words = wording.text(key);
    svg.text(svg.root(), x + 30, y, words, "small");
    x += 46 + width_of(words, 11);
  };
  entry(Told::in_order, "picture.inOrder");
  entry(Told::deviation, "picture.deviation");
  entry(Told::after, "picture.after");
  svg.line(svg.root(), x, y - 4, x + 24, y - 4, "late");
  svg.line(svg.root(), x + 24, y - 8, x + 24, y - 1, "late");
  svg.text(svg.root(), x + 32, y, wording.text("picture.recordedAt") + " · " + wording.text("picture.busy"), "small");
}

struct Entry {
  const Happening* event = nullptr;
  std::vector<std::string> head, words, remark;
  double height() const { return static_cast<double>(1 + head.size() + words.size() + remark.size()) * list_line + 5; }
};

std::vector<Entry> entries_of(const std::vector<Happening>& events, double room) {
  std::vector<Entry> out;
  for (const Happening& event : events)
    out.push_back({&event, fitted(event.head, room, 11, 2), fitted(event.words, room, 11, 3), fitted(event.remark, room, 11, 2)});
  return out;
}

void draw_entry(Svg& svg, Svg::Node into, const Entry& entry, double x, double y) {
  auto row = svg.mark(into, "entry", entry.event->title());
  const auto n = std::to_string(entry.event->number);
  svg.text(row, x + number_width - 8, y, n, "small strong end");
  svg.text(row, x + number_width, y, fitted(entry.event->when, 1000, 11).empty() ? "" : entry.event->when, "small strong");
  for (const auto* lines : {&entry.head, &entry.words, &entry.remark})
    for (const auto& one : *lines)
      svg.text(row, x + number_width, y += list_line, one, lines == &entry.remark ? "small strong" : lines == &entry.head ? "small" : "faint");
}

}  // namespace

std::string timeline_picture(const ViewResult& result, const Wording& wording, const PictureHead& head) {
  const ColumnCells columns(result);
  std::vector<Happening> events;
  std::vector<Micros> times;
  for (const Row& row : result.rows) {
    events.push_back(happening_of(columns, row, wording, static_cast<unsigned>(events.size() + 1)));
    times.push_back(events.back().at);
    times.push_back(events.back().recorded);
  }
  const TimeScale scale(times.empty() ? std::vector<Micros>{head.now.value_or(0)} : times, lanes_left + 14, lanes_right - 14, Pace::busy);
  const auto lanes = lanes_of(events, wording, scale);
  double bottom = lanes_top;
  for (const Lane& lane : lanes) bottom += lane.height() + room_above(lane);

  const double column = (width - 2 * margin - list_gap * (list_columns - 1)) / static_cast<double>(list_columns);
  const auto entries = entries_of(events, column - number_width);
  double whole = 0;
  for (const Entry& entry : entries) whole += entry.height();
  const double list_top = bottom + 62;
  const double list_height = whole / static_cast<double>(list_columns) + 90;
  const double notes_top = list_top + list_height + 10;
  Svg svg(width, notes_top + static_cast<double>(head.notes.size()) * 16 + margin, head.title,
          wording.textf("picture.timeline.describes", events.size(), lanes.size()));

  svg.text(svg.root(), margin, 40, head.title, "title");
  draw_legend(svg, wording);
  auto back = svg.group(svg.root(), "lanes");
  double y = lanes_top;
  for (std::size_t i = 0; i < lanes.size(); y += lanes[i].height(), ++i) {
    if (lanes[i].starts_group) svg.text(back, margin, y + 20, wording.text(lanes[i].of_person ? "picture.aboutWhom" : "picture.byWhom"), "head");
    y += room_above(lanes[i]);
    svg.box(back, margin, y, width - 2 * margin, lanes[i].height(), i % 2 == 0 ? "lane" : "lane2");
    const auto name = fitted(lanes[i].name, lanes_left - margin - 16, 12, lanes[i].height() > 44 ? 2 : 1);
    for (std::size_t n = 0; n < name.size(); ++n) svg.text(back, margin + 8, y + 20 + static_cast<double>(n) * 15, name[n], lanes[i].of_person ? "strong" : "");
  }
  scale.draw(svg, back, lanes_top, bottom, wording.text("picture.cut"));
  auto marks = svg.group(svg.root(), "marks");
  y = lanes_top;
  for (const Lane& lane : lanes) {
    y += room_above(lane);
    for (const Placed& placed : lane.marks) draw_mark(svg, marks, lane, placed, y, scale);
    y += lane.height();
  }

  svg.text(svg.root(), margin, list_top - 26, wording.text("picture.list"), "head");
  auto list = svg.group(svg.root(), "list");
  double x = margin;
  y = list_top;
  for (const Entry& entry : entries) {
    if (y + entry.height() > list_top + list_height) {
      x += column + list_gap;
      y = list_top;
    }
    draw_entry(svg, list, entry, x, y);
    y += entry.height();
  }
  if (events.empty()) svg.text(svg.root(), margin, list_top, wording.text("picture.empty"), "");
  for (std::size_t i = 0; i < head.notes.size(); ++i) svg.text(svg.root(), margin, notes_top + static_cast<double>(i) * 16, head.notes[i], "faint");
  return svg.str();
}

}  // namespace inzicht
