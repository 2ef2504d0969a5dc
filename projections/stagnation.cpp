// What stands still, why, who was called, and what they answered: docs/domain.md §9 view 15. The longest first.
//
// A 1002 stands until what it concerns has come to an end; a task stands from the day it was due, or from the 807 that said why it
// waits, until it is done or off the list.
#include "ledger/domain/case_state.h"
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

struct Still {
  const HistoryEvent* event = nullptr;  // the 1002 or the task
  std::vector<EventId> items;           // what stands still
  CodeSet<schema::StagnationCause> causes;
  OrganisationId org;                   // who is to act
  Micros since = 0;
  bool goes_on = false;                 // it has come to an end since
};

// What was asked of whom about it (1003), and what was answered (303).
struct Calls {
  std::uint64_t reminders = 0;
  schema::EscalationLevel level = schema::EscalationLevel::UNSET;
  const HistoryEvent* answer = nullptr;
};

bool has_ended(const CaseInput& input, const CaseState& state, const EventId& item) {
  if (const Task* task = state.plans().task(item)) return !task->is_open();
  if (const Goal* goal = state.plans().goal(item)) return !goal->is_open();
  if (const StartedIntervention* help = state.plans().intervention(item)) return help->ended_on.has_value();
  if (const Plan* plan = state.plans().plan(item)) return !plan->in_force(local_date(input.now));
  return false;
}

Still noted(const CaseInput& input, const CaseState& state, const HistoryEvent& event) {
  const auto facts = event.facts().getStagnationNoted();
  Still out{&event, references_of(event.event.header, RefType::CONCERNS), CodeSet<schema::StagnationCause>::of(facts.getCauses()), {}, event.occurred, false};
  for (const EventId& item : out.items)
    if (const Task* task = state.plans().task(item); task != nullptr && out.org.is_zero()) out.org = task->to_org;
  out.goes_on = !out.items.empty() && std::ranges::all_of(out.items, [&](const EventId& item) { return has_ended(input, state, item); });
  return out;
}

const HistoryEvent* last_word(const CaseHistory& history, const EventId& task) {
  const HistoryEvent* out = nullptr;
  for (const auto* one : history.of(807))
    if (refers(*one, RefType::CONCERNS, task)) out = one;
  return out;
}

// A task that waits, or whose day has passed.
std::optional<Still> waiting(const CaseInput& input, const CaseState& state, const HistoryEvent& event) {
  const Task* task = state.plans().task(event.id);
  if (task == nullptr || !task->is_open()) return std::nullopt;
  Still out{&event, {event.id}, {}, task->to_org, 0, false};
  const auto facts = event.facts().getTaskAssigned();
  auto due = facts.hasDueOn() ? std::optional(date_of(facts.getDueOn())) : std::nullopt;
  if (const auto* word = last_word(input.history, event.id)) {
    const auto said = word->facts().getTaskUpdated();
    if (said.hasDueOn()) due = date_of(said.getDueOn());
    if (said.getCause() != schema::StagnationCause::UNSET) {
      out.causes.add(said.getCause());
      out.since = word->occurred;
      return out;
    }
  }
  if (!due || !(*due < local_date(input.now))) return std::nullopt;
  out.since = local_midnight(add(*due, Duration{0, 1, 0}));
  return out;
}

Calls calls_about(const CaseHistory& history, const Still& still) {
  Calls out;
  const auto concerns = [&](const HistoryEvent& call) {
    return refers(call, RefType::CONCERNS, still.event->id) || std::ranges::any_of(still.items, [&](const EventId& item) { return refers(call, RefType::CONCERNS, item); });
  };
  for (const auto* call : history.of(1003)) {
    if (!concerns(*call)) continue;
    const auto level = call->facts().getEscalated().getLevel();
    if (level == schema::EscalationLevel::REMINDER) ++out.reminders;
    out.level = std::max(out.level, level);
    for (const auto* answer : history.of(303))
      if (refers(*answer, RefType::ANSWERS, call->id)) out.answer = answer;
  }
  return out;
}

bool is_listed(const CaseInput& input, const Still& still) {
  ViewQuery others = input.query;
  others.organisation.reset();  // here it is who is to act
  if (!wanted(others, *still.event, ids_of<SubjectId>(still.event->event.header.getSubjects()))) return false;
  if (input.query.organisation && still.org != *input.query.organisation) return false;
  if (asks(input.query, "all")) return true;
  if (still.goes_on) return false;
  const auto cause = input.query.extra ? parse_code<schema::StagnationCause>(*input.query.extra) : std::nullopt;
  return !cause || still.causes.has(*cause);
}

Row row_of(const CaseInput& input, const Still& still) {
  const Calls calls = calls_about(input.history, still);
  Cell items = Cell::list({});
  for (const EventId& item : still.items)
    if (const auto* event = input.history.find(item)) items.atoms.push_back(KindCell{event->kind()});
  if (still.items.empty()) items.atoms.push_back(KindCell{still.event->kind()});
  Row row;
  row.index = still.event->event.index;
  row.cells = {std::move(items),
               codes_cell(still.causes),
               id_cell(still.org),
               date_cell(local_date(still.since)),
               Atom{static_cast<std::int64_t>(calls.reminders)},
               calls.level == schema::EscalationLevel::UNSET ? Cell() : code_cell(calls.level),
               calls.answer == nullptr ? Cell() : code_cell(calls.answer->facts().getFeedbackGiven().getOutcome()),
               calls.answer == nullptr ? Cell() : date_cell(local_date(calls.answer->occurred)),
               Atom{days_between(local_date(still.since), local_date(input.now))},
               text_cell(still.goes_on ? "state.goesOn" : "state.standsStill"),
               id_cell(still.event->id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  CaseState state;
  for (const auto& event : input.history.events()) state.apply(event.event);
  std::vector<Still> found;
  std::vector<EventId> said;
  for (const auto* event : input.history.of(1002)) {
    found.push_back(noted(input, state, *event));
    said.insert(said.end(), found.back().items.begin(), found.back().items.end());
  }
  for (const auto* event : input.history.of(806))
    if (!names(said, event->id))
      if (auto still = waiting(input, state, *event)) found.push_back(std::move(*still));
  std::ranges::stable_sort(found, {}, &Still::since);
  for (const Still& still : found) {
    ++out.total;
    if (is_listed(input, still)) out.rows.push_back(row_of(input, still));
  }
}

std::vector<std::string_view> filters() {
  std::vector<std::string_view> out{"all"};
  for (auto cause : capnp::Schema::from<schema::StagnationCause>().getEnumerants())
    if (cause.getOrdinal() != 0) out.push_back(code_of(cause));
  return out;
}

}  // namespace

CaseView stagnation_view() {
  CaseView out{"stagnation",
               {{"item", "wat stilstaat", "what stands still"},
                {"causes", "waardoor", "causes"},
                {"organisation", "wie aan zet is", "who is to act"},
                {"since", "sinds", "since"},
                {"reminders", "aansporingen", "reminders"},
                {"level", "hoogste trede", "highest level"},
                {"answer", "antwoord", "answer"},
                {"answeredOn", "beantwoord op", "answered on"},
                {"days", "dagen", "days"},
                {"state", "stand", "state"},
                {"event", "gebeurtenis", "event"}},
               add,
               filters(),
               false};
  out.order = {{"since"}};
  return out;
}

}  // namespace inzicht::views
