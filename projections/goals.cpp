// Whether goals are reached, per person and horizon: docs/domain.md §9 view 16; seed 003 L1571-1609 (GAS, scale questions), L1802-1807 (SMART and MAGIE).
//
// A score of GAS and an answer on a scale are never added up: the weighted mean is over the last GAS scores of the goals of one person
// and horizon that still count, by weight (1 where none was given). Item scores of instruments stay sealed; the header says which was filled in, and when.
#include <cmath>
#include <map>

#include "projections/case_view.h"
#include "projections/line.h"

namespace inzicht::views {
namespace {

using schema::GoalStatus;
using schema::RefType;
using schema::SmartCheck;

constexpr std::uint32_t goal_part = 8010;
constexpr CodeSet<SmartCheck> smart{SmartCheck::SPECIFIC, SmartCheck::MEASURABLE, SmartCheck::ACCEPTABLE, SmartCheck::REALISTIC, SmartCheck::TIME_BOUND};
constexpr CodeSet<SmartCheck> magie{SmartCheck::MEASURABLE, SmartCheck::ACCEPTABLE, SmartCheck::COMMUNICATED, SmartCheck::INSPIRING, SmartCheck::ENGAGING};

struct Score {
  schema::ScoreMethod method = schema::ScoreMethod::UNSET;
  int value = 0;
  Date on;
};

struct Pursued {
  const HistoryEvent* event = nullptr;
  SubjectId owner_subject;
  ActorId owner_actor;
  std::optional<Date> until;
  GoalStatus status = GoalStatus::OPEN;
  bool superseded = false;
  std::vector<Score> scores;
  std::vector<const HistoryEvent*> measured;

  schema::GoalSet::Reader facts() const { return event->facts().getGoalSet(); }
  bool counts() const { return !superseded && status != GoalStatus::DROPPED && status != GoalStatus::REPLACED; }
  bool is_open() const { return counts() && status != GoalStatus::REACHED; }
  const Score* last(schema::ScoreMethod method) const {
    for (auto at = scores.rbegin(); at != scores.rend(); ++at)
      if (at->method == method) return &*at;
    return nullptr;
  }
};

using Goals = std::vector<Pursued>;

Pursued* find(Goals& goals, const EventId& id) {
  const auto at = std::ranges::find_if(goals, [&](const Pursued& goal) { return goal.event->id == id; });
  return at == goals.end() ? nullptr : &*at;
}

Goals all_goals(const CaseHistory& history) {
  Goals out;
  for (const auto* event : history.of(801)) {
    Pursued goal;
    goal.event = event;
    goal.owner_subject = id_or_zero<SubjectId>(goal.facts().getOwnerSubject());
    goal.owner_actor = id_or_zero<ActorId>(goal.facts().getOwnerActor());
    if (goal.facts().hasEndOn()) goal.until = date_of(goal.facts().getEndOn());
    out.push_back(std::move(goal));
  }
  for (const auto* event : history.of(801))
    if (const auto before = reference_of(event->event.header, RefType::SUPERSEDES))
      if (Pursued* goal = find(out, *before)) goal->superseded = true;
  return out;
}

void change(Goals& goals, const HistoryEvent& event) {
  const auto of = reference_of(event.event.header, RefType::CONCERNS);
  Pursued* goal = of ? find(goals, *of) : nullptr;
  if (goal == nullptr) return;
  const auto facts = event.facts().getGoalChanged();
  goal->status = facts.getStatus();
  if (facts.hasEndOn()) goal->until = date_of(facts.getEndOn());
  if (facts.hasOwnerSubject()) goal->owner_subject = id_or_zero<SubjectId>(facts.getOwnerSubject());
  if (facts.hasOwnerActor()) goal->owner_actor = id_or_zero<ActorId>(facts.getOwnerActor());
}

void score(Goals& goals, const HistoryEvent& event) {
  const auto facts = event.facts().getGoalScored();
  for (const EventId& id : references_of(event.event.header, RefType::CONCERNS))
    if (Pursued* goal = find(goals, id)) goal->scores.push_back({facts.getMethod(), facts.getScore(), local_date(event.occurred)});
}

void measure(Goals& goals, const HistoryEvent& event) {
  for (const EventId& id : references_of(event.event.header, RefType::CONCERNS))
    if (Pursued* goal = find(goals, id)) goal->measured.push_back(&event);
}

void evaluate(Goals& goals, const HistoryEvent& event) {
  for (auto result : event.facts().getEvaluationHeld().getResults())
    if (Pursued* goal = find(goals, id_or_zero<EventId>(result.getGoal()))) goal->status = result.getStatus();
}

Goals pursued(const CaseHistory& history) {
  Goals out = all_goals(history);
  for (const auto* event : history.in_order()) switch (event->kind()) {
      case 604: measure(out, *event); break;
      case 802: change(out, *event); break;
      case 803: score(out, *event); break;
      case 1001: evaluate(out, *event); break;
      default: break;
    }
  return out;
}

struct Mean {
  std::int64_t weight = 0, sum = 0;
};
// Goals of nobody in particular are those of the family together.
using Group = std::pair<SubjectId, schema::Horizon>;
Group group_of(const Pursued& goal) { return {goal.owner_subject, goal.facts().getHorizon()}; }

std::map<Group, Mean> means(const Goals& goals) {
  std::map<Group, Mean> out;
  for (const Pursued& goal : goals) {
    const Score* last = goal.counts() ? goal.last(schema::ScoreMethod::GAS) : nullptr;
    if (last == nullptr) continue;
    const std::int64_t weight = goal.facts().hasWeight() ? static_cast<std::int64_t>(goal.facts().getWeight().getValue()) : 1;
    Mean& mean = out[group_of(goal)];
    mean.weight += weight;
    mean.sum += weight * last->value;
  }
  return out;
}

Cell mean_cell(const Mean& mean) {
  return Atom{DecimalCell{std::llround(100.0 * static_cast<double>(mean.sum) / static_cast<double>(mean.weight)), 2}};
}

// "-1 (2021-09-07)" of GAS, "7/10 (2021-09-07)" of a scale.
Cell scores_cell(const std::vector<Score>& scores) {
  Cell out = Cell::list({});
  for (const Score& one : scores) {
    const bool is_gas = one.method == schema::ScoreMethod::GAS;
    const std::string value = (is_gas && one.value > 0 ? "+" : "") + std::to_string(one.value) + (is_gas ? "" : "/10");
    out.atoms.push_back(TextCell{value + " (" + to_text(one.on) + ")"});
  }
  return out;
}

// How the last score stands to the one before it by the same method.
std::string_view trend_of(const Pursued& goal) {
  if (goal.scores.empty()) return "progress.unscored";
  const Score& last = goal.scores.back();
  const Score* before = nullptr;
  for (const Score& one : std::span(goal.scores).first(goal.scores.size() - 1))
    if (one.method == last.method) before = &one;
  if (before == nullptr) return "progress.once";
  return last.value > before->value ? "progress.up" : last.value < before->value ? "progress.down" : "progress.same";
}

Cell progress_cell(const Pursued& goal, const Date& today) {
  Cell out = Cell::list({});
  out.atoms.push_back(TextCell{std::string(trend_of(goal))});
  const Score* gas = goal.last(schema::ScoreMethod::GAS);
  if (gas != nullptr && gas->value <= -2) out.atoms.push_back(TextCell{"progress.regression"});
  if (goal.is_open() && goal.until && *goal.until < today) out.atoms.push_back(TextCell{"progress.late"});
  return out;
}

Cell owner_cell(const Pursued& goal) {
  if (!goal.owner_subject.is_zero()) return id_cell(goal.owner_subject);
  return goal.owner_actor.is_zero() ? code_cell(goal.facts().getOwner()) : id_cell(goal.owner_actor);
}

Cell measured_cell(const Pursued& goal) {
  Cell out = Cell::list({});
  for (const auto* event : goal.measured) {
    for (auto& atom : code_cell(event->facts().getMeasurementTaken().getInstrument()).atoms) out.atoms.push_back(std::move(atom));
    out.atoms.push_back(local_date(event->occurred));
  }
  return out;
}

Cell words_of(const Pursued& goal, std::initializer_list<std::string_view> fields) {
  for (const auto field : fields)
    if (const auto place = find_place(goal.event->event.header, goal_part, field)) return words_cell(goal.event->event.index, place);
  return {};
}

std::optional<std::uint64_t> order_of(const Pursued& goal) {
  return goal.facts().hasOrder() ? std::optional(goal.facts().getOrder().getValue()) : std::nullopt;
}

Row row_of(const Pursued& goal, const std::map<Group, Mean>& means, const Date& today) {
  const auto facts = goal.facts();
  const auto mean = means.find(group_of(goal));
  const auto checked = CodeSet<SmartCheck>::of(facts.getChecked());
  Row row;
  row.index = goal.event->event.index;
  row.cells = {words_of(goal, {"familyWords", "professionalWords"}),
               owner_cell(goal),
               code_cell(facts.getHorizon()),
               code_cell(facts.getLevel()),
               list_cell(facts.getDomains()),
               words_of(goal, {"indicator"}),
               scores_cell(goal.scores),
               facts.hasWeight() ? Cell(Atom{static_cast<std::int64_t>(facts.getWeight().getValue())}) : Cell(),
               mean == means.end() || !goal.counts() ? Cell() : mean_cell(mean->second),
               codes_cell(CodeSet<SmartCheck>::from_bits(checked.bits() & smart.bits())),
               codes_cell(CodeSet<SmartCheck>::from_bits(checked.bits() & magie.bits())),
               codes_cell(smart.with(magie).without(checked)),
               progress_cell(goal, today),
               goal.superseded ? text_cell("state.superseded") : code_cell(goal.status),
               date_cell(goal.until),
               measured_cell(goal),
               id_cell(goal.event->id)};
  return row;
}

bool is_asked(const Pursued& goal, const std::optional<std::string>& only) {
  if (!only) return true;
  if (*only == "open") return goal.is_open();
  if (const auto horizon = parse_code<schema::Horizon>(*only)) return goal.facts().getHorizon() == *horizon;
  const auto domain = parse_code<schema::LifeDomain>(*only);
  return domain && CodeSet<schema::LifeDomain>::of(goal.facts().getDomains()).has(*domain);
}

// Whose it is; a goal of the family together is about everybody that its event is about.
std::vector<SubjectId> persons_of(const Pursued& goal) {
  return goal.owner_subject.is_zero() ? ids_of<SubjectId>(goal.event->event.header.getSubjects()) : std::vector{goal.owner_subject};
}

void add(const CaseInput& input, ViewResult& out) {
  const Goals goals = pursued(input.history);
  const auto mean = means(goals);
  std::vector<const Pursued*> shown;
  for (const Pursued& goal : goals) {
    ++out.total;
    if (wanted(input.query, *goal.event, persons_of(goal)) && is_asked(goal, input.query.extra)) shown.push_back(&goal);
  }
  // In the order that was agreed; goals without one come after, as they were set.
  std::ranges::stable_sort(shown, {}, [](const Pursued* goal) { return order_of(*goal).value_or(UINT64_MAX); });
  for (const Pursued* goal : shown) out.rows.push_back(row_of(*goal, mean, local_date(input.now)));
}

std::vector<std::string_view> filters() {
  std::vector<std::string_view> out{"open", "long", "short"};
  for (auto domain : capnp::Schema::from<schema::LifeDomain>().getEnumerants())
    if (domain.getOrdinal() != 0) out.emplace_back(domain.getProto().getName().cStr());
  return out;
}

}  // namespace

CaseView goals_view() {
  return {"goals",
          {{"goal", "doel", "goal"},
           {"person", "van wie", "whose"},
           {"horizon", "termijn", "horizon"},
           {"level", "niveau", "level"},
           {"domains", "leefgebieden", "domains"},
           {"indicator", "waaraan te zien", "how to tell"},
           {"scores", "scores", "scores"},
           {"weight", "gewicht", "weight"},
           {"weightedMean", "gewogen GAS (persoon en termijn)", "weighted GAS (person and horizon)"},
           {"smart", "SMART", "SMART"},
           {"magie", "MAGIE", "MAGIE"},
           {"unchecked", "nog niet getoetst", "not checked yet"},
           {"progress", "voortgang", "progress"},
           {"status", "stand", "status"},
           {"until", "tot", "until"},
           {"measured", "gemeten met", "measured with"},
           {"event", "gebeurtenis", "event"}},
          add,
          filters(),
          false};
}

}  // namespace inzicht::views
