#include "projections/plan_difference.h"

#include <algorithm>

#include "projections/cells.h"
#include "projections/line.h"
#include "projections/read_history.h"

namespace inzicht {
namespace views {
namespace {

using schema::RefType;

struct Version {
  const HistoryEvent* event = nullptr;
  schema::PlanAdopted::Reader facts() const { return event->facts().getPlanAdopted(); }
  std::uint64_t number() const { return facts().getVersion(); }
};

// In order of adoption; the last of a number counts.
std::vector<Version> family_plans(const CaseHistory& history) {
  std::vector<Version> out;
  for (const auto* event : history.of(804))
    if (event->facts().getPlanAdopted().getPlanType() == schema::PlanType::FAMILY_PLAN) out.push_back({event});
  return out;
}

const Version* of_number(const std::vector<Version>& plans, std::uint64_t number) {
  const Version* out = nullptr;
  for (const Version& plan : plans)
    if (plan.number() == number) out = &plan;
  return out;
}

// The last that has begun; the first one when none has.
const Version& in_force(const std::vector<Version>& plans, const Date& on) {
  const Version* out = &plans.front();
  for (const Version& plan : plans)
    if (date_of(plan.facts().getValidFrom()) <= on) out = &plan;
  return *out;
}

// What was last said of a goal by then: a 802, or an evaluation.
Cell goal_status(const CaseHistory& history, const EventId& goal, Micros at) {
  Cell out = code_cell(schema::GoalStatus::OPEN);
  for (const auto* event : history.in_order()) {
    if (event->occurred > at) break;
    if (event->kind() == 802 && refers(*event, RefType::CONCERNS, goal)) out = code_cell(event->facts().getGoalChanged().getStatus());
    if (event->kind() != 1001) continue;
    for (auto result : event->facts().getEvaluationHeld().getResults())
      if (id_or_zero<EventId>(result.getGoal()) == goal) out = code_cell(result.getStatus());
  }
  return out;
}

Cell task_status(const CaseHistory& history, const EventId& task, Micros at) {
  Cell out;
  for (const auto* event : history.of(807))
    if (event->occurred <= at && refers(*event, RefType::CONCERNS, task)) out = code_cell(event->facts().getTaskUpdated().getStatus());
  return out;
}

class Comparison {
 public:
  Comparison(const CaseHistory& history, const Version& before, const Version& now, Micros at, ViewResult& out)
      : history_(history), before_(before), now_(now), at_(at), out_(out) {}

  void add() {
    add_all(before_.facts().getGoals(), now_.facts().getGoals(), goal_status);
    add_all(before_.facts().getTasks(), now_.facts().getTasks(), task_status);
    add_stances(before_);
    if (now_.event != before_.event) add_stances(now_);
  }

 private:
  using StatusAt = Cell (*)(const CaseHistory&, const EventId&, Micros);

  template <class List>
  void add_all(const List& before, const List& now, StatusAt status) {
    const auto then = ids_of<EventId>(before), today = ids_of<EventId>(now);
    for (const EventId& id : today) add_thing(id, then, status);
    for (const EventId& id : then)
      if (!names(today, id) && !is_replaced(id, today)) put(id, "change.dropped", status(history_, id, before_.event->occurred), status(history_, id, at_));
  }
  bool is_replaced(const EventId& id, const std::vector<EventId>& today) const {
    return std::ranges::any_of(today, [&](const EventId& one) {
      const auto* event = history_.find(one);
      return event != nullptr && refers(*event, RefType::SUPERSEDES, id);
    });
  }
  void add_thing(const EventId& id, const std::vector<EventId>& then, StatusAt status) {
    const auto* event = history_.find(id);
    const auto replaced = event == nullptr ? std::nullopt : reference_of(event->event.header, RefType::SUPERSEDES);
    const Cell today = status(history_, id, at_);
    if (replaced && names(then, *replaced)) return put(id, "change.changed", status(history_, *replaced, before_.event->occurred), today);
    if (!names(then, id)) return put(id, "change.added", {}, today);
    const Cell earlier = status(history_, id, before_.event->occurred);
    put(id, earlier == today ? "change.kept" : "change.changed", earlier, today);
  }
  void put(const EventId& id, std::string_view change, Cell earlier, Cell today) {
    const auto* event = history_.find(id);
    if (event == nullptr) return;
    Row row;
    row.index = event->event.index;
    row.cells = {Atom{KindCell{event->kind()}}, text_cell(change), words_cell(row.index, best_line(event->event.header)), Cell(), std::move(earlier), std::move(today), id_cell(id)};
    out_.rows.push_back(std::move(row));
  }
  // Who agreed and who did not, under the version that it was about.
  void add_stances(const Version& plan) {
    for (const auto* event : history_.of(805)) {
      if (!refers(*event, RefType::CONCERNS, plan.event->id)) continue;
      const auto facts = event->facts().getPlanEndorsed();
      Cell by = Cell::list({});
      for (const Cell& one : {id_cell(id_or_zero<SubjectId>(facts.getBySubject())), id_cell(id_or_zero<ActorId>(facts.getByActor())), id_cell(id_or_zero<OrganisationId>(facts.getByOrg()))})
        by.atoms.insert(by.atoms.end(), one.atoms.begin(), one.atoms.end());
      const bool is_earlier = plan.event == before_.event;
      Row row;
      row.index = event->event.index;
      row.cells = {Atom{KindCell{805}}, Cell(), words_cell(row.index, best_line(event->event.header)), std::move(by), is_earlier ? code_cell(facts.getStance()) : Cell(),
                   plan.event == now_.event ? code_cell(facts.getStance()) : Cell(), id_cell(event->id)};
      out_.rows.push_back(std::move(row));
    }
  }

  const CaseHistory& history_;
  const Version &before_, &now_;
  Micros at_;
  ViewResult& out_;
};

std::string numbers_of(const std::vector<Version>& plans) {
  std::string out;
  for (const Version& plan : plans) out += (out.empty() ? "" : ", ") + std::to_string(plan.number());
  return out;
}

std::vector<Column> columns(const Version& before, const Version& now) {
  const std::string then = std::to_string(before.number()), today = std::to_string(now.number());
  return {{"kind", "soort", "kind"},
          {"change", "verschil", "difference"},
          {"words", "kern", "words"},
          {"by", "wie", "who"},
          {"before", "toen (versie " + then + ")", "then (version " + then + ")"},
          {"now", "nu (versie " + today + ")", "now (version " + today + ")"},
          {"event", "gebeurtenis", "event"}};
}

}  // namespace
}  // namespace views

Result<ViewResult> query_plan_difference(const Log& log, const ViewQuery& query, std::uint64_t version) {
  using namespace views;
  if (!query.kase) return fail(ErrorCode::bad_input, "plan: expected a case");
  INZICHT_TRY(history, ReadHistory::of_case(log, *query.kase, query));
  const auto plans = family_plans(*history);
  const Version* before = of_number(plans, version);
  if (before == nullptr) return fail(ErrorCode::bad_input, "plan: --compare: expected a version of the family plan: " + (plans.empty() ? "there is none yet" : numbers_of(plans)));
  const Micros at = std::min({query.now.value_or(INT64_MAX), query.occurred_until.value_or(INT64_MAX), query.recorded_until.value_or(INT64_MAX)});
  const Version& now = in_force(plans, at == INT64_MAX ? date_of(plans.back().facts().getValidFrom()) : local_date(at));
  ViewResult out;
  out.columns = columns(*before, now);
  Comparison(*history, *before, now, at, out).add();
  out.total = out.rows.size();
  return out;
}

}  // namespace inzicht
