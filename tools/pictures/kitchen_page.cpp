#include "tools/pictures/kitchen_page.h"

#include <algorithm>

#include "tools/pictures/column_cells.h"
#include "tools/pictures/printable.h"

namespace inzicht {
namespace {

constexpr double margin = 48, foot_room = 62, box_room = 12;
constexpr Lettering title_type{28, true}, for_type{16}, section_type{16, true}, goal_type{17, true}, caption_type{11.5, true, 0.25}, body_type{13.5},
    detail_type{12, false, 0.15}, phone_type{15, true}, foot_type{9, false, 0.3};

struct Page {
  const ViewResult& result;
  const ColumnCells columns;
  const Wording& wording;
  const KitchenFacts& facts;

  std::string say(const Row& row, std::string_view key) const { return wording.cell(columns.of(row, key)); }
  bool is(const Row& row, std::string_view part) const { return columns.says(row, "part", part); }
  // As people say a day or a time.
  std::string when(const Row& row) const {
    if (const auto date = columns.first<Date>(row, "when")) return spoken(*date, wording.lang);
    if (const auto time = columns.first<TimeCell>(row, "when")) return spoken_moment(time->at, wording.lang);
    return {};
  }
  std::vector<const Row*> rows(std::string_view part) const {
    std::vector<const Row*> out;
    for (const Row& row : result.rows)
      if (is(row, part)) out.push_back(&row);
    return out;
  }
};

class Printer {
 public:
  Printer(Paper& paper, const Page& page) : paper_(paper), page_(page) {}

  void print() {
    head();
    goals();
    loose_tasks();
    about_me();
    calls();
    meeting();
    own_room();
  }

 private:
  double room() const { return paper_.width() - 2 * margin; }
  double last() const { return paper_.height() - margin - foot_room + 14; }
  std::string text(std::string_view key) const { return page_.wording.text(key); }

  void need(double height) {
    if (y_ + height <= last() || y_ == margin) return;
    paper_.new_page();
    y_ = margin;
  }
  // Line by line, over the page if need be.
  void put(const Laid& laid, double x, double below = 0) {
    for (std::size_t n = 0; n < laid.lines(); ++n) {
      need(laid.line_height());
      paper_.put(laid, x, y_, n, n + 1);
      y_ += laid.line_height();
    }
    y_ += below;
  }
  void words(std::string_view words, const Lettering& type, double x, double below = 0) { put(paper_.lay(words, type, paper_.width() - margin - x), x, below); }
  void section(std::string_view key, double at_least) {
    y_ += 16;
    need(at_least + 26);
    words(text(key), section_type, margin, 5);
  }

  void head() {
    y_ = margin - 10;
    words(text("page.kitchen.title"), title_type, margin, 2);
    words(page_.wording.textf("page.kitchen.for", page_.facts.person, spoken(local_date(page_.facts.as_of), page_.wording.lang)), for_type, margin, 6);
    paper_.line(margin, y_, paper_.width() - margin, y_, 2, 0);
    y_ += 12;
    for (const auto& note : page_.result.notes)
      if (note == "plan.none" || note == "plan.over" || note == "kitchen.notOfCase") words(text(note), body_type, margin, 4);
  }

  struct TaskText {
    Laid what, detail;
    bool done = false;
    double height() const { return what.height() + detail.height() + 9; }
  };
  TaskText task_text(const Row& row, double x) const {
    const double width = paper_.width() - margin - x - 36;
    auto what = page_.say(row, "words");
    if (what.empty()) what = text("page.kitchen.noWords");
    const auto when = page_.when(row);
    const bool done = page_.columns.says(row, "state", "done");
    const auto state = done ? text("page.kitchen.done") : page_.say(row, "state");
    return {paper_.lay(what, body_type, width),
            paper_.lay(joined({page_.say(row, "who"), when.empty() ? "" : page_.wording.textf("page.kitchen.until", when), state}, " · "), detail_type, width),
            done};
  }
  void task(const Row& row, double x) {
    const auto laid = task_text(row, x);
    need(std::min(laid.height(), 120.0));
    paper_.tick_box(x, y_ + 2, 13, laid.done);
    put(laid.what, x + 24);
    put(laid.detail, x + 24, 9);
  }

  std::string goal_caption(const Row& row) const {
    if (page_.is(row, "kitchen.endGoal")) return text("page.kitchen.endGoal");
    const bool mine = page_.columns.first<IdCell>(row, "who").has_value() && page_.columns.first<IdCell>(row, "who")->kind == schema::IdKind::SUBJECT;
    if (mine) return text("page.kitchen.myGoal");
    return page_.columns.first<IdCell>(row, "who") ? page_.wording.textf("page.kitchen.goalOf", page_.say(row, "who")) : text("page.kitchen.ourGoal");
  }
  std::vector<const Row*> tasks_of(const Row& goal) const {
    std::vector<const Row*> out;
    const auto id = page_.columns.first<IdCell>(goal, "event");
    for (const Row* row : page_.rows("kitchen.task"))
      if (id && page_.columns.first<IdCell>(*row, "belongsTo") == id) out.push_back(row);
    return out;
  }
  // A block with a frame when it fits one page, else without: a frame in two halves says nothing.
  void goal(const Row& row) {
    const double inner = margin + box_room, width = room() - 2 * box_room;
    const auto quoted = [&] {
      const auto own = page_.say(row, "words");
      if (own.empty()) return text("page.kitchen.noWords");
      // Whoever wrote quotation marks needs none of ours.
      const bool quote = page_.columns.of(row, "wording").atoms.empty() && own.find_first_of("\"(") == std::string::npos && own.find("“") == std::string::npos;
      return quote ? "“" + own + "”" : own;
    }();
    const auto caption = paper_.lay(goal_caption(row), caption_type, width), own = paper_.lay(quoted, goal_type, width);
    const auto when = page_.when(row);
    const auto detail =
        paper_.lay(joined({page_.say(row, "wording"), when.empty() ? "" : page_.wording.textf("page.kitchen.goalUntil", when), page_.say(row, "state")}, " · "),
                   detail_type, width);
    const auto tasks = tasks_of(row);
    double height = caption.height() + own.height() + detail.height() + 2 * box_room + (tasks.empty() ? 0 : 30);
    for (const Row* one : tasks) height += task_text(*one, inner).height();
    const bool framed = height < last() - margin;
    if (framed) need(height);
    const double top = y_;
    y_ += box_room - 3;
    put(caption, inner, 2);
    put(own, inner, 3);
    put(detail, inner);
    if (!tasks.empty()) {
      y_ += 8;
      words(text("page.kitchen.who"), caption_type, inner, 5);
    }
    for (const Row* one : tasks) task(*one, inner);
    y_ += box_room - 3;
    if (framed) paper_.frame(margin, top, room(), y_ - top);
    y_ += 10;
  }
  void goals() {
    for (const Row& row : page_.result.rows)
      if (page_.is(row, "kitchen.endGoal") || page_.is(row, "kitchen.goal")) goal(row);
  }
  void loose_tasks() {
    std::vector<const Row*> loose;
    for (const Row* row : page_.rows("kitchen.task"))
      if (page_.columns.of(*row, "belongsTo").atoms.empty()) loose.push_back(row);
    if (loose.empty()) return;
    section("page.kitchen.tasks", 40);
    for (const Row* row : loose) task(*row, margin);
  }
  void about_me() {
    const auto rows = page_.rows("kitchen.about");
    if (rows.empty()) return;
    section("page.kitchen.about", 30);
    for (const Row* row : rows) words(page_.say(*row, "words"), body_type, margin, 4);
  }

  void calls() {
    const auto rows = page_.rows("kitchen.call");
    section("page.kitchen.call", 60);
    for (const Row* row : rows) {
      const auto who = joined({page_.say(*row, "who"), page_.say(*row, "words")}, ", ");
      const auto phone = page_.say(*row, "phone");
      const auto name = paper_.lay(who, body_type, room() * 0.6), role = paper_.lay(page_.say(*row, "role"), detail_type, room() * 0.6);
      need(name.height() + role.height() + 6);
      if (phone.empty()) {
        paper_.put(paper_.lay(text("page.kitchen.phone"), detail_type, 40), margin + room() * 0.62, y_ + 1);
        paper_.line(margin + room() * 0.71, y_ + 15, paper_.width() - margin, y_ + 15, 0.7, 0.4);
      } else
        paper_.put(paper_.lay(phone, phone_type, room() * 0.34), margin + room() * 0.66, y_ - 1);
      put(name, margin);
      put(role, margin, 6);
    }
    words(text("page.kitchen.emergency"), body_type, margin);
  }

  void meeting() {
    section("page.kitchen.meeting", 40);
    const auto rows = page_.rows("kitchen.meeting");
    for (const Row* row : rows) {
      words(page_.when(*row), phone_type, margin, 2);
      if (const auto with = page_.say(*row, "who"); !with.empty()) words(page_.wording.textf("page.kitchen.with", with), detail_type, margin, 4);
    }
    if (rows.empty()) words(text("page.kitchen.noMeeting"), body_type, margin, 4);
    for (const Row* row : page_.rows("kitchen.aftercare")) {
      words(page_.wording.textf("page.kitchen.aftercare", page_.say(*row, "state")), body_type, margin);
      const auto every = page_.columns.first<Duration>(*row, "every");
      const auto until = page_.when(*row);
      words(joined({page_.say(*row, "who"), every ? page_.wording.textf("page.kitchen.every", spoken(*every, page_.wording.lang)) : "",
                    until.empty() ? "" : page_.wording.textf("page.kitchen.lasts", until)},
                   " · "),
            detail_type, margin, 4);
    }
  }

  // What is left of the page is theirs.
  void own_room() {
    if (last() - y_ < 84) return;
    section("page.kitchen.own", 40);
    for (double y = y_ + 22; y <= std::min(last(), y_ + 5 * 26); y += 26) paper_.line(margin, y, paper_.width() - margin, y, 0.6, 0.6);
  }

  Paper& paper_;
  const Page& page_;
  double y_ = margin;
};

// Which plan this is, as the page says it at its foot.
std::string plans_said(const Page& page) {
  std::string out;
  for (const Row* row : page.rows("kitchen.plan")) {
    const auto version = page.say(*row, "version");
    const auto one = joined({page.say(*row, "state"), version.empty() ? "" : page.wording.textf("page.kitchen.version", version)}, ", ");
    out += (out.empty() ? "" : "; ") + page.wording.textf("page.kitchen.plan", one, page.when(*row));
  }
  return out;
}

}  // namespace

Result<std::string> kitchen_pdf(const ViewResult& result, const Wording& wording, const KitchenFacts& facts) {
  const Page page{result, ColumnCells(result), wording, facts};
  Paper paper(a4_upright, {wording.text("page.kitchen.title"), facts.printed});
  Printer(paper, page).print();
  return paper.finish([&](Paper& p, std::size_t number, std::size_t of) {
    const double width = p.width() - 2 * margin;
    std::string first = wording.text("page.kitchen.only");
    for (const auto& note : facts.notes) first += " " + note;
    const auto only = p.lay(first, foot_type, width);
    const auto from = p.lay(joined({plans_said(page), wording.textf("page.kitchen.position", facts.position),
                                    wording.textf("page.printed", spoken(local_date(facts.printed), wording.lang)), wording.textf("page.of", number, of)},
                                   " · "),
                            foot_type, width);
    const double top = p.height() - margin - foot_room + 26;
    p.line(margin, top, p.width() - margin, top, 0.7, 0.4);
    p.put(only, margin, top + 4);
    p.put(from, margin, top + 4 + only.height());
  });
}

}  // namespace inzicht
