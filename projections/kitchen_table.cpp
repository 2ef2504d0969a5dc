// My plan, on one page: goals in our own words, who does what and when, whom to call, when we meet next. docs/domain.md §9 view 4.
//
// The page lies on a table where others see it. So it holds what is about this person or about the family as a whole, in words of classes
// identity and narrative only; goals and tasks of somebody else, health, offences and safety stay away, and so does what the person is not
// told yet (411, docs/domain.md §8.6). Nothing counts what was left out, unless at least two others can be meant.
#include "ledger/domain/case_state.h"
#include "projections/case_view.h"
#include "projections/line.h"

namespace inzicht::views {
namespace {

using schema::RefType;

constexpr std::uint32_t goal_part = 8010, goal_why_part = 8020, plan_per_person_part = 8041, task_part = 8060, safety_persons_part = 6071;

CaseState state_of_case(const CaseHistory& history) {
  CaseState out;
  for (const auto& event : history.events()) out.apply(event.event);
  return out;
}

struct Reading {
  const CaseInput& input;
  const CaseState state;
  const SubjectId person;
  const Date today;
};

struct Line {
  std::string_view part;  // key of the text that says what it is
  std::uint64_t index = 0;
  EventId event;
  Cell words = {}, who = {}, role = {}, phone = {}, when = {}, every = {}, state = {}, wording = {}, belongs_to = {}, version = {};
};

// A field of a part of this event that may lie on the table: of this person or of the case, and of a class for everybody's eyes.
Cell own_words(const Reading& r, const HistoryEvent& event, std::uint32_t part_type, std::string_view field, bool of_person_only = false) {
  const auto header = event.event.header;
  const PartInfo* info = find_part(part_type);
  if (info == nullptr) return {};
  const auto wanted_field = [&]() -> std::optional<std::uint8_t> {
    for (auto one : info->schema.getFields())
      if (std::string_view(one.getProto().getName().cStr()) == field) return static_cast<std::uint8_t>(one.getIndex());
    return std::nullopt;
  }();
  if (!wanted_field) return {};
  const auto parts = header.getParts();
  for (unsigned i = 0; i < parts.size(); ++i) {
    const auto part = parts[i];
    const bool of_person = std::ranges::equal(part.getSubject(), r.person.bytes);
    const bool of_case = std::ranges::equal(part.getSubject(), r.input.kase.bytes);
    const bool open_class = part.getClass() == schema::PartClass::NARRATIVE || part.getClass() == schema::PartClass::IDENTITY;
    if (part.getPartType() != part_type || !open_class || !(of_person || (of_case && !of_person_only))) continue;
    if ((part.getFilled() >> *wanted_field & 1) != 0) return words_cell(event.event.index, Place{static_cast<std::uint16_t>(i), part_type, *wanted_field});
  }
  return {};
}

// About somebody, and not about this person.
bool is_of_others(const Reading& r, const HistoryEvent& event) {
  const auto subjects = ids_of<SubjectId>(event.event.header.getSubjects());
  return !subjects.empty() && !names(subjects, r.person);
}

// What this person is to be told later: what a standing postponement concerns, and what carries that out, is about it or rests on it.
bool is_postponed(const Reading& r, const HistoryEvent& event) {
  return std::ranges::any_of(r.state.sharing().postponements(), [&](const Postponement& p) {
    if (!p.in_force(r.person, r.input.now)) return false;
    if (names(p.concerns, event.id)) return true;
    for (const auto relation : {RefType::EXECUTES, RefType::CONCERNS, RefType::BASED_ON})
      for (const EventId& to : references_of(event.event.header, relation))
        if (names(p.concerns, to) || to == p.event) return true;
    return false;
  });
}

bool may_show(const Reading& r, const HistoryEvent& event) { return !is_of_others(r, event) && !is_postponed(r, event); }

std::optional<EventId> whole_of(const HistoryEvent& event) { return reference_of(event.event.header, RefType::PART_OF); }

// The plan of the family in force with what is part of it; before there is one, whichever plans are in force. Enforcement is no plan of ours.
std::vector<const HistoryEvent*> plans_of(const Reading& r) {
  std::vector<const HistoryEvent*> in_force, family;
  for (const auto* event : r.input.history.of(804)) {
    const Plan* plan = r.state.plans().plan(event->id);
    if (plan == nullptr || !plan->in_force(r.today) || plan->type == schema::PlanType::ENFORCEMENT_PLAN || is_postponed(r, *event)) continue;
    in_force.push_back(event);
    if (plan->type == schema::PlanType::FAMILY_PLAN) family.push_back(event);
  }
  if (family.empty()) return in_force;
  std::erase_if(in_force, [&](const HistoryEvent* event) {
    const auto whole = whole_of(*event);
    const auto is_whole = [&](const HistoryEvent* one) { return one == event || (whole && one->id == *whole); };
    return std::ranges::none_of(family, is_whole);
  });
  return in_force;
}

std::vector<EventId> named_by(const std::vector<const HistoryEvent*>& plans, auto list) {
  std::vector<EventId> out;
  for (const auto* plan : plans)
    for (const EventId& id : ids_of<EventId>(list(plan->facts().getPlanAdopted())))
      if (!names(out, id)) out.push_back(id);
  return out;
}

// Goals of the plans; where nobody has adopted a plan yet, those that were set.
std::vector<const HistoryEvent*> goals_of(const Reading& r, const std::vector<const HistoryEvent*>& plans) {
  const auto named = named_by(plans, [](auto facts) { return facts.getGoals(); });
  std::vector<const HistoryEvent*> out;
  for (const auto* event : r.input.history.of(801)) {
    const Goal* goal = r.state.plans().goal(event->id);
    if (goal == nullptr || goal->superseded || goal->status == schema::GoalStatus::DROPPED || goal->status == schema::GoalStatus::REPLACED) continue;
    const bool listed = r.input.history.of(804).empty() ? goal->is_open() : names(named, event->id);
    if (listed) out.push_back(event);
  }
  std::ranges::stable_sort(out, {}, [](const HistoryEvent* event) {
    const auto facts = event->facts().getGoalSet();
    const bool end_goal = facts.getLevel() == schema::GoalLevel::END_GOAL;
    return std::tuple(!end_goal, static_cast<std::uint16_t>(facts.getHorizon()), facts.hasOrder() ? facts.getOrder().getValue() : UINT64_MAX);
  });
  return out;
}

bool is_goal_of_others(const Reading& r, const HistoryEvent& event) {
  const auto owner = id_or_zero<SubjectId>(event.facts().getGoalSet().getOwnerSubject());
  return (!owner.is_zero() && owner != r.person) || is_of_others(r, event);
}

// Words that changed later come first; the family's own before those of a professional, which are marked as such.
void put_goal_words(const Reading& r, const HistoryEvent& goal, Line& line) {
  line.words = own_words(r, goal, goal_part, "familyWords");
  if (line.words.atoms.empty()) {
    line.words = own_words(r, goal, goal_part, "professionalWords");
    if (!line.words.atoms.empty()) line.wording = text_cell("kitchen.professionalWords");
  }
  for (const auto* changed : r.input.history.of(802)) {
    if (reference_of(changed->event.header, RefType::CONCERNS) != goal.id || !may_show(r, *changed)) continue;
    if (auto newer = own_words(r, *changed, goal_why_part, "newWords"); !newer.atoms.empty()) line.words = std::move(newer);
  }
}

Line goal_line(const Reading& r, const HistoryEvent& event) {
  const auto facts = event.facts().getGoalSet();
  const Goal* goal = r.state.plans().goal(event.id);
  Line line{facts.getLevel() == schema::GoalLevel::END_GOAL ? "kitchen.endGoal" : "kitchen.goal", event.event.index, event.id};
  put_goal_words(r, event, line);
  const auto actor = id_or_zero<ActorId>(facts.getOwnerActor());
  line.who = facts.hasOwnerSubject() ? id_cell(r.person) : !actor.is_zero() ? id_cell(actor) : code_cell(facts.getOwner());
  line.when = date_cell(goal->end_on);
  line.state = code_cell(goal->status);
  return line;
}

const HistoryEvent* last_update(const Reading& r, const HistoryEvent& task, auto counts) {
  const HistoryEvent* out = nullptr;
  for (const auto* update : r.input.history.of(807))
    if (refers(*update, RefType::CONCERNS, task.id) && counts(update->facts().getTaskUpdated())) out = update;
  return out;
}

Line task_line(const Reading& r, const HistoryEvent& event, const std::optional<EventId>& goal) {
  const auto facts = event.facts().getTaskAssigned();
  Line line{"kitchen.task", event.event.index, event.id};
  line.words = own_words(r, event, task_part, "what");
  line.who = Cell::list({});
  if (facts.hasToSubject()) line.who.atoms.push_back(id_atom(r.person));
  if (facts.hasToActor()) line.who.atoms.push_back(id_atom(id_or_zero<ActorId>(facts.getToActor())));
  if (facts.hasToOrg()) line.who.atoms.push_back(id_atom(id_or_zero<OrganisationId>(facts.getToOrg())));
  const auto* moved = last_update(r, event, [](auto update) { return update.hasDueOn(); });
  line.when = moved != nullptr ? day_cell(true, moved->facts().getTaskUpdated().getDueOn()) : day_cell(facts.hasDueOn(), facts.getDueOn());
  if (const auto* update = last_update(r, event, [](auto) { return true; })) line.state = code_cell(update->facts().getTaskUpdated().getStatus());
  line.belongs_to = id_cell(goal);
  return line;
}

// Of this person, or of somebody who helps with what is on the page. What belongs to an earlier plan is over.
bool is_task_here(const Reading& r, const HistoryEvent& event, const std::vector<EventId>& on_page, bool any_plan) {
  const auto owner = id_or_zero<SubjectId>(event.facts().getTaskAssigned().getToSubject());
  const Task* task = r.state.plans().task(event.id);
  const bool of_others = owner.is_zero() ? is_of_others(r, event) : owner != r.person;
  if (task == nullptr || of_others || is_postponed(r, event) || task->status == schema::TaskStatus::WITHDRAWN) return false;
  const auto concerned = references_of(event.event.header, RefType::CONCERNS);
  if (concerned.empty()) return !any_plan || task->is_open();
  return std::ranges::any_of(concerned, [&](const EventId& id) { return names(on_page, id); });
}

// Under the first goal that it serves and that stands here.
std::optional<EventId> goal_of(const HistoryEvent& task, const std::vector<EventId>& goals) {
  for (const EventId& id : references_of(task.event.header, RefType::CONCERNS))
    if (names(goals, id)) return id;
  return std::nullopt;
}

std::vector<Line> call_lines(const Reading& r) {
  using enum schema::SingleFunction;
  std::vector<Line> out;
  std::vector<ActorId> listed;
  const auto add = [&](const ActorId& actor, Cell role) {
    if (actor.is_zero() || names(listed, actor)) return;
    listed.push_back(actor);
    const ActorInfo* info = r.input.registry.find_actor(actor);
    Line line{"kitchen.call", info == nullptr ? 0 : info->index, info == nullptr ? EventId{} : info->event};
    line.who = id_cell(actor);
    line.role = std::move(role);
    if (info != nullptr && info->index != 0) line.phone = Atom{WordsCell{info->index, 0, "phone"}};
    out.push_back(std::move(line));
  };
  for (const auto function : {CENTRAL_CONTACT, WIJKCOACH, BUDDY}) add(r.state.involvement().holder(function, r.today), code_cell(function));
  // Before anybody holds these: whoever is involved as wijkcoach.
  if (!out.empty()) return out;
  for (const Party& party : r.state.involvement().parties())
    if (party.role == schema::Role::WIJKCOACH && party.is_active(r.today)) add(party.actor, code_cell(party.role));
  return out;
}

// Who is called when it is not safe: of the safety plan in force, and only the names and numbers that were written for this person.
std::vector<Line> safe_person_lines(const Reading& r) {
  std::vector<Line> out;
  if (!r.input.query.guarded_facts) return out;
  for (const auto* event : r.input.history.of(607)) {
    const auto facts = event->facts().getSafetyPlanAdopted();
    const bool superseded =
        std::ranges::any_of(r.input.history.of(607), [&](const HistoryEvent* later) { return refers(*later, RefType::SUPERSEDES, event->id); });
    const bool in_force = date_of(facts.getValidFrom()) <= r.today && (!facts.hasValidUntil() || r.today < date_of(facts.getValidUntil()));
    if (superseded || !in_force || is_postponed(r, *event)) continue;
    Line line{"kitchen.call", event->event.index, event->id};
    line.words = own_words(r, *event, safety_persons_part, "names", true);
    line.phone = own_words(r, *event, safety_persons_part, "phone", true);
    if (!line.words.atoms.empty() || !line.phone.atoms.empty()) out.push_back(std::move(line));
  }
  return out;
}

// With whom: professionals by name, this person, and nobody else of the family.
Cell company_of(const Reading& r, const HistoryEvent& plan) {
  Cell out = Cell::list({});
  for (auto one : plan.facts().getPlanAdopted().getEvaluationWith()) {
    if (one.hasActor()) out.atoms.push_back(id_atom(id_or_zero<ActorId>(one.getActor())));
    if (one.hasSubject() && id_or_zero<SubjectId>(one.getSubject()) == r.person) out.atoms.push_back(id_atom(r.person));
  }
  return out;
}

std::optional<Line> meeting_line(const Reading& r, const std::vector<const HistoryEvent*>& plans) {
  const HistoryEvent* next = nullptr;
  const auto at = [](const HistoryEvent* plan) { return plan->facts().getPlanAdopted().getEvaluationAt().getMicros(); };
  for (const auto* plan : plans)
    if (plan->facts().getPlanAdopted().hasEvaluationAt() && at(plan) > r.input.now && (next == nullptr || at(plan) < at(next))) next = plan;
  if (next == nullptr) return std::nullopt;
  Line line{"kitchen.meeting", next->event.index, next->id};
  line.when = time_cell(at(next));
  line.who = company_of(r, *next);
  return line;
}

std::vector<Line> aftercare_lines(const Reading& r) {
  std::vector<Line> out;
  const auto& closings = r.input.history.of(1101);
  if (closings.empty() || !may_show(r, *closings.back())) return out;
  const auto facts = closings.back()->facts().getClosingDecided();
  if (facts.getAftercare() == schema::AftercareKind::UNSET || (facts.hasAftercareUntil() && date_of(facts.getAftercareUntil()) <= r.today)) return out;
  Line line{"kitchen.aftercare", closings.back()->event.index, closings.back()->id};
  line.who = id_cell(id_or_zero<OrganisationId>(facts.getAftercareOrg()));
  line.when = day_cell(facts.hasAftercareUntil(), facts.getAftercareUntil());
  if (facts.hasContactEvery())
    line.every = Atom{Duration{facts.getContactEvery().getMonths(), facts.getContactEvery().getDays(), facts.getContactEvery().getSeconds()}};
  line.state = code_cell(facts.getAftercare());
  out.push_back(std::move(line));
  return out;
}

std::vector<Line> plan_lines(const Reading& r, const std::vector<const HistoryEvent*>& plans) {
  std::vector<Line> out;
  for (const auto* event : plans) {
    const auto facts = event->facts().getPlanAdopted();
    Line line{"kitchen.plan", event->event.index, event->id};
    line.state = code_cell(facts.getPlanType());
    line.when = date_cell(date_of(facts.getValidFrom()));
    if (facts.getVersion() != 0) line.version = Atom{static_cast<std::int64_t>(facts.getVersion())};
    out.push_back(std::move(line));
    if (auto words = own_words(r, *event, plan_per_person_part, "text", true); !words.atoms.empty())
      out.push_back({.part = "kitchen.about", .index = event->event.index, .event = event->id, .words = std::move(words)});
  }
  return out;
}

// Two others or more: a number then points at nobody.
bool may_count_others(const Reading& r) {
  const auto household = r.state.people().household(r.input.now);
  return std::ranges::count_if(household, [&](const SubjectId& one) { return one != r.person; }) >= 2;
}

void put(const std::vector<Line>& lines, ViewResult& out) {
  for (const Line& line : lines) {
    Row row;
    row.index = line.index;
    row.cells = {text_cell(line.part), line.words, line.who,     line.role,       line.phone,   line.when,
                 line.every,           line.state, line.wording, line.belongs_to, line.version, id_cell(line.event)};
    out.rows.push_back(std::move(row));
  }
  // Not of the whole case: what somebody else has in the plan is not for this page, nor how much of it.
  out.total += lines.size();
}

void add(const CaseInput& input, ViewResult& out) {
  const Reading r{input, state_of_case(input.history), *input.query.person, local_date(input.now)};
  if (!r.state.people().knows(r.person)) {
    out.notes.emplace_back("kitchen.notOfCase");
    return;
  }
  const auto plans = plans_of(r);
  if (input.history.of(804).empty())
    out.notes.emplace_back("plan.none");
  else if (plans.empty())
    out.notes.emplace_back("plan.over");
  put(plan_lines(r, plans), out);

  std::vector<const HistoryEvent*> goals;
  std::uint64_t others = 0;
  for (const auto* event : goals_of(r, plans)) {
    if (is_goal_of_others(r, *event))
      ++others;
    else if (!is_postponed(r, *event))
      goals.push_back(event);
  }
  std::vector<EventId> goal_ids, on_page;
  for (const auto* goal : goals) goal_ids.push_back(goal->id);
  on_page = goal_ids;
  for (const auto* plan : plans) on_page.push_back(plan->id);

  std::vector<Line> tasks;
  for (const auto* event : input.history.of(806))
    if (is_task_here(r, *event, on_page, !input.history.of(804).empty())) tasks.push_back(task_line(r, *event, goal_of(*event, goal_ids)));
  for (const auto* goal : goals) {
    put({goal_line(r, *goal)}, out);
    for (const Line& task : tasks)
      if (task.belongs_to == id_cell(goal->id)) put({task}, out);
  }
  for (const Line& task : tasks)
    if (task.belongs_to.atoms.empty()) put({task}, out);

  put(call_lines(r), out);
  put(safe_person_lines(r), out);
  if (const auto meeting = meeting_line(r, plans))
    put({*meeting}, out);
  else
    out.notes.emplace_back("kitchen.noMeeting");
  put(aftercare_lines(r), out);
  if (others > 0 && may_count_others(r)) out.totals.push_back({"kitchen.others", others});
}

}  // namespace

CaseView kitchen_table_view() {
  return {.name = "kitchenTable",
          .columns = {{"part", "deel", "part"},
                      {"words", "in eigen woorden", "in own words"},
                      {"who", "wie", "who"},
                      {"role", "rol", "role"},
                      {"phone", "telefoon", "phone"},
                      {"when", "wanneer", "when"},
                      {"every", "om de", "every"},
                      {"state", "stand", "state"},
                      {"wording", "let op", "note"},
                      {"belongsTo", "hoort bij", "belongs to"},
                      {"version", "versie", "version"},
                      {"event", "gebeurtenis", "event"}},
          .add = add,
          .only = {},
          .needs_person = true};
}

}  // namespace inzicht::views
