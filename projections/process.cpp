// Which of the 24 steps a case has entered and left, what it skipped, where it is and what comes next: docs/domain.md §3.1, §9 view 2.
//
// Always one row per step. What a crisis became is a fact of a guarded kind: who may not read it sees that there was one (docs/domain.md §0.3).
#include "ledger/base/time.h"
#include "projections/case_view.h"
#include "projections/process_models.h"
#include "projections/process_walk.h"

namespace inzicht::views {
namespace {

constexpr std::array<std::string_view, process_steps> phases{
    "phase.signal",     "phase.crisis",     "phase.crisis",     "phase.signal", "phase.review",    "phase.insight",   "phase.insight",   "phase.motivation",
    "phase.motivation", "phase.motivation", "phase.plan",       "phase.plan",   "phase.plan",      "phase.plan",      "phase.plan",      "phase.plan",
    "phase.plan",       "phase.execution",  "phase.execution",  "phase.calibration", "phase.execution", "phase.execution", "phase.closing", "phase.aftercare"};
constexpr unsigned first_of_plan = 11;   // from here on a step that was entered shows what was passed over
constexpr unsigned frequent_moves = 3;   // seed 001 L290

bool is_crisis(unsigned number) { return number == 2 || number == 3; }
std::string key_of(unsigned number) { return std::string("step.") + (number < 10 ? "0" : "") + std::to_string(number); }

class Course24 {
 public:
  Course24(const CaseInput& input) : input_(input), walk_(input.history), masked_(!input.query.guarded_facts) {
    for (unsigned n = 1; n <= process_steps; ++n) {
      if (is_crisis(n)) continue;
      if (walk_.step(n).times > 0 && (last_ == 0 || walk_.step(n).nth > walk_.step(last_).nth)) last_ = n;
      if (is_open(n) && (current_ == 0 || walk_.step(n).nth > walk_.step(current_).nth)) current_ = n;
    }
  }
  const StepState& step(unsigned n) const { return walk_.step(n); }
  bool hides(unsigned n) const { return masked_ && is_crisis(n) && step(n).times > 0; }
  bool in_crisis() const { return !masked_ && step(2).is_open(); }
  bool is_current(unsigned n) const { return in_crisis() ? n == 2 : n == current_; }
  // When a step was left; aftercare ends by itself on its last day.
  std::optional<Micros> left(unsigned n) const {
    if (n != process_steps || !step(n).is_open() || !walk_.aftercare_until()) return step(n).left;
    const Micros end = local_midnight(*walk_.aftercare_until());
    return step(n).entered->occurred < end && end <= input_.now ? std::optional(end) : std::nullopt;
  }
  bool is_open(unsigned n) const { return step(n).times > 0 && !left(n); }
  bool is_skipped(unsigned n) const {
    if (step(n).times > 0 || is_crisis(n)) return false;
    for (unsigned later = std::max(n + 1, first_of_plan); later <= process_steps; ++later)
      if (step(later).times > 0) return true;
    return false;
  }
  // The first step that is still to come.
  bool is_next(unsigned n) const {
    if (n <= last_ || step(n).times > 0 || is_crisis(n) || is_skipped(n)) return false;
    for (unsigned earlier = last_ + 1; earlier < n; ++earlier)
      if (is_next(earlier)) return false;
    return true;
  }
  std::string_view state(unsigned n) const {
    if (hides(n)) return "words.guarded";
    if (step(n).times == 0) return is_skipped(n) ? "step.skipped" : "step.notEntered";
    if (left(n)) return "step.left";
    return step(n).times > 1 ? "step.reentered" : "step.entered";
  }
  Cell flags(unsigned n) const {
    Cell out = Cell::list({});
    const auto add = [&](bool when, const char* key) {
      if (when) out.atoms.push_back(TextCell{key});
    };
    add(is_current(n), "flag.current");
    add(is_next(n), "flag.next");
    add(n == 2 && in_crisis(), "flag.crisis");
    add(n == 4 && walk_.has_open_questions(), "flag.openQuestions");
    add(n == (current_ != 0 ? current_ : last_) && walk_.moves() >= frequent_moves, "flag.frequentMoves");
    for (auto& atom : code_cell(step(n).frame).atoms) out.atoms.push_back(std::move(atom));
    return out;
  }

 private:
  const CaseInput& input_;
  ProcessWalk walk_;
  bool masked_ = false;
  unsigned current_ = 0, last_ = 0;  // beside the crisis
};

Row row_of(const Course24& course, unsigned n) {
  const StepState& step = course.step(n);
  const bool hidden = course.hides(n);
  Row row;
  row.index = step.entered == nullptr ? 0 : step.entered->event.index;
  row.cells = {Atom{static_cast<std::int64_t>(n)},
               text_cell(key_of(n)),
               text_cell(phases[n - 1]),
               text_cell(course.state(n)),
               step.entered == nullptr ? Cell() : time_cell(step.entered->occurred),
               step.entered == nullptr ? Cell() : id_cell(step.entered->id),
               hidden ? text_cell("words.guarded") : time_cell(course.left(n)),
               hidden || step.left_by == nullptr ? Cell() : id_cell(step.left_by->id),
               hidden ? Cell() : Cell(Atom{static_cast<std::int64_t>(step.times)}),
               course.flags(n)};
  return row;
}

// A step that nobody entered is of no event: only without a filter on events it is shown.
bool is_listed(const CaseInput& input, const Course24& course, unsigned n) {
  const ViewQuery& query = input.query;
  const HistoryEvent* event = course.step(n).entered;
  const bool filtered = query.kind || query.actor || query.organisation || query.person || query.occurred_from || query.conformity;
  if (filtered && event == nullptr) return false;
  if (filtered && !wanted(query, *event, course.hides(n) ? std::vector<SubjectId>{} : ids_of<SubjectId>(event->event.header.getSubjects()))) return false;
  if (!query.extra) return true;
  if (*query.extra == "entered") return event != nullptr;
  if (*query.extra == "open") return !course.hides(n) && course.is_open(n);
  if (*query.extra == "next") return course.is_next(n);
  return course.is_skipped(n);
}

// Whether a model's step was taken is a fact of its kinds: of guarded ones only who may read those sees it.
bool hides(const CaseInput& input, const ModelStep& step) {
  return !input.query.guarded_facts && std::ranges::any_of(step.kinds, [](std::uint16_t kind) { return find_kind(kind)->is_guarded; });
}

// A step in the same columns: when it was done last and how often. `later`: one after it was taken that the reader may see.
Row row_of(std::int64_t number, const ModelStep& step, const std::vector<const HistoryEvent*>& events, bool hidden, bool later) {
  const HistoryEvent* last = events.empty() ? nullptr : events.back();
  Row row;
  row.index = last == nullptr ? 0 : last->event.index;
  row.cells = {Atom{number},
               text_cell(step.key),
               Cell(),
               text_cell(hidden ? "words.guarded" : last != nullptr ? "step.done" : later ? "step.skipped" : "step.notEntered"),
               last == nullptr ? Cell() : time_cell(last->occurred),
               last == nullptr ? Cell() : id_cell(last->id),
               Cell(),
               Cell(),
               hidden ? Cell() : Cell(Atom{static_cast<std::int64_t>(events.size())}),
               Cell::list({})};
  return row;
}

bool is_listed(const ViewQuery& query, const Row& row) {
  if (!query.extra) return true;
  const auto* state = std::get_if<TextCell>(&row.cells[3].atoms[0]);
  if (*query.extra == "entered") return row.index != 0;
  return *query.extra == "skipped" && state->key == "step.skipped";
}

void add_model(const CaseInput& input, ViewResult& out) {
  const auto steps = find_model(*input.query.model)->steps;
  std::vector<Row> rows;
  bool later = false;
  for (std::size_t n = steps.size(); n > 0; --n) {
    const ModelStep& step = steps[n - 1];
    const bool hidden = hides(input, step);
    const auto events = hidden ? std::vector<const HistoryEvent*>{} : events_of(step, input.history);
    rows.push_back(row_of(static_cast<std::int64_t>(n), step, events, hidden, later));
    later = later || !events.empty();
  }
  out.total += rows.size();
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    if (is_listed(input.query, *row)) out.rows.push_back(std::move(*row));
}

Status check(const ViewQuery& query) {
  if (!query.model) return {};
  if (find_model(*query.model) == nullptr) {
    std::string known;
    for (const ProcessModel& model : process_models()) known += (known.empty() ? "" : ", ") + std::string(model.name);
    return fail(ErrorCode::bad_input, "process: --model: expected one of " + known);
  }
  if (query.kind || query.actor || query.organisation || query.person || query.occurred_from || query.conformity)
    return fail(ErrorCode::bad_input, "process: --model: expected a day at most: a step of a model is no single event");
  if (query.extra && *query.extra != "entered" && *query.extra != "skipped") return fail(ErrorCode::bad_input, "process: --only with --model: expected entered or skipped");
  return {};
}

void add(const CaseInput& input, ViewResult& out) {
  if (input.query.model) return add_model(input, out);
  const Course24 course(input);
  std::vector<unsigned> order;
  for (unsigned n = 1; n <= process_steps; ++n) order.push_back(n);
  // While there is a crisis it stands above all (seed 000 L219-223).
  if (course.in_crisis()) std::ranges::stable_partition(order, is_crisis);
  for (const unsigned n : order) {
    ++out.total;
    if (is_listed(input, course, n)) out.rows.push_back(row_of(course, n));
  }
}

}  // namespace

CaseView process_view() {
  return {"process",
          {{"step", "nr", "no"},
           {"name", "stap", "step"},
           {"phase", "fase", "phase"},
           {"state", "stand", "state"},
           {"entered", "begonnen", "entered"},
           {"event", "door", "by"},
           {"left", "afgerond", "left"},
           {"leftBy", "afgerond door", "left by"},
           {"times", "keer", "times"},
           {"flags", "let op", "note"}},
          add,
          {"entered", "open", "skipped", "next"},
          false,
          false,
          false,
          false,
          check};
}

}  // namespace inzicht::views
