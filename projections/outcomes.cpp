// What came of a case: how it ended, how long it took, what was reached, and whether the family came back: docs/domain.md §9 view 20.
// A row per closing; satisfaction is counted apart and never told by person (ADM-14).
#include <fmt/format.h>

#include <map>

#include "ledger/domain/case_state.h"
#include "ledger/watch/terms.h"
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

struct Ended {
  const HistoryEvent* closed = nullptr;   // 1102
  const HistoryEvent* decided = nullptr;  // 1101 that it executes
  Micros opened = 0;
  const HistoryEvent* reopened = nullptr; // the first 1102 that opened it again
};

std::vector<Ended> endings(const CaseHistory& history) {
  std::vector<Ended> out;
  const auto openings = history.of(201);
  for (const auto* status : history.of(1102)) {
    const auto said = status->facts().getCaseStatusChanged().getStatus();
    if (said == schema::CaseStatus::REOPENED && !out.empty() && out.back().reopened == nullptr) out.back().reopened = status;
    if (said != schema::CaseStatus::CLOSED) continue;
    Ended ended;
    ended.closed = status;
    if (const auto decision = reference_of(status->event.header, RefType::EXECUTES)) ended.decided = history.find(*decision);
    ended.opened = out.empty() || out.back().reopened == nullptr ? (openings.empty() ? history.in_order().front()->occurred : openings.front()->occurred) : out.back().reopened->occurred;
    out.push_back(ended);
  }
  return out;
}

bool within(const Ended& ended, Micros at) { return ended.opened <= at && at <= ended.closed->occurred; }

// Help that somebody broke off (809), or a family that stopped (1101).
bool is_premature(const CaseHistory& history, const Ended& ended) {
  if (ended.decided != nullptr) {
    const auto facts = ended.decided->facts().getClosingDecided();
    if (facts.getOutcome() == schema::ClosingOutcome::FAMILY_STOPPED || facts.getEarlyReason() != schema::StagnationCause::UNSET) return true;
  }
  return std::ranges::any_of(history.of(809), [&](const HistoryEvent* one) {
    const auto ending = one->facts().getInterventionEnded().getEnding();
    return within(ended, one->occurred) && (ending == schema::InterventionEnd::STOPPED_FAMILY || ending == schema::InterventionEnd::STOPPED_PROVIDER);
  });
}

// The mean over the goals of the first, and of the last, GAS score of each.
struct Scores {
  double start = 0, end = 0;
  std::uint64_t goals = 0;
};
Scores scores_of(const CaseHistory& history, const Ended& ended) {
  std::map<EventId, std::pair<int, int>> by_goal;
  for (const auto* one : history.of(803)) {
    const auto facts = one->facts().getGoalScored();
    const auto goal = reference_of(one->event.header, RefType::CONCERNS);
    if (!goal || facts.getMethod() != schema::ScoreMethod::GAS || !within(ended, one->occurred)) continue;
    const auto [at, fresh] = by_goal.try_emplace(*goal, facts.getScore(), facts.getScore());
    if (!fresh) at->second.second = facts.getScore();
  }
  Scores out;
  for (const auto& [goal, score] : by_goal) {
    out.start += score.first;
    out.end += score.second;
    ++out.goals;
  }
  return out;
}
Cell mean_cell(double sum, std::uint64_t of) { return of == 0 ? Cell() : decimal_cell(sum / static_cast<double>(of)); }

std::int64_t satisfaction_measured(const CaseHistory& history, const Ended& ended) {
  return std::ranges::count_if(history.of(604), [&](const HistoryEvent* one) {
    return within(ended, one->occurred) && one->facts().getMeasurementTaken().getInstrument() == schema::Instrument::SATISFACTION;
  });
}

Cell span_cell(Micros from, Micros until) { return Atom{days_between(local_date(from), local_date(until))}; }

// How it was when the term after the closing had passed; before that day nothing is said.
Cell later_cell(const CaseInput& input, const Ended& ended) {
  const Date closed = local_date(ended.closed->occurred);
  const Micros by = local_midnight(add(closed, length_of(input.registry, "resultTerm", closed)));
  if (ended.reopened != nullptr && ended.reopened->occurred < by) return text_cell("result.cameBack");
  if (input.now < by) return text_cell("result.notYet");
  const HistoryEvent* last = nullptr;
  for (const auto* one : input.history.of(1103))
    if (one->occurred > ended.closed->occurred && one->occurred <= by && one->facts().getAftercareHeld().getFinding() != schema::AftercareFinding::UNSET) last = one;
  return last == nullptr ? text_cell("result.unknown") : code_cell(last->facts().getAftercareHeld().getFinding());
}

bool is_listed(const CaseInput& input, const Ended& ended) {
  if (!wanted(input.query, *ended.closed, {})) return false;
  if (!input.query.extra) return true;
  const auto outcome = parse_code<schema::ClosingOutcome>(*input.query.extra);
  return outcome && ended.decided != nullptr && ended.decided->facts().getClosingDecided().getOutcome() == *outcome;
}

Row row_of(const CaseInput& input, const CaseState& state, const Ended& ended) {
  const Date opened = local_date(ended.opened), closed = local_date(ended.closed->occurred);
  const bool is_short = closed < add(opened, length_of(input.registry, "shortCase", closed));
  const bool came_back = ended.reopened != nullptr && local_date(ended.reopened->occurred) < add(closed, length_of(input.registry, "reEntryPeriod", closed));
  std::int64_t goals = 0, reached = 0;
  for (const Goal& goal : state.plans().goals()) {
    if (!goal.is_main() || goal.superseded || !within(ended, goal.occurred)) continue;
    ++goals;
    if (goal.status == schema::GoalStatus::REACHED && goal.status_since <= ended.closed->occurred) ++reached;
  }
  const Scores scores = scores_of(input.history, ended);
  Row row;
  row.index = ended.closed->event.index;
  row.cells = {date_cell(opened),
               date_cell(closed),
               span_cell(ended.opened, ended.closed->occurred),
               is_short ? text_cell("outcome.short") : Cell(),
               ended.decided == nullptr ? Cell() : code_cell(ended.decided->facts().getClosingDecided().getOutcome()),
               is_premature(input.history, ended) ? text_cell("outcome.premature") : Cell(),
               Atom{reached},
               Atom{goals},
               mean_cell(scores.start, scores.goals),
               mean_cell(scores.end, scores.goals),
               Atom{satisfaction_measured(input.history, ended)},
               came_back ? date_cell(local_date(ended.reopened->occurred)) : Cell(),
               later_cell(input, ended),
               id_cell(ended.closed->id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  CaseState state;
  for (const auto& event : input.history.events()) state.apply(event.event);
  for (const Ended& ended : endings(input.history)) {
    ++out.total;
    if (is_listed(input, ended)) out.rows.push_back(row_of(input, state, ended));
  }
}

std::vector<std::string_view> filters() {
  std::vector<std::string_view> out;
  for (auto outcome : capnp::Schema::from<schema::ClosingOutcome>().getEnumerants())
    if (outcome.getOrdinal() != 0) out.push_back(code_of(outcome));
  return out;
}

}  // namespace

CaseView outcomes_view() {
  CaseView out{"outcomes",
               {{"opened", "geopend", "opened"},
                {"closed", "gesloten", "closed"},
                {"duration", "duur in dagen", "duration in days"},
                {"short", "kort", "short"},
                {"outcome", "uitkomst", "outcome"},
                {"premature", "voortijdig", "premature"},
                {"goalsReached", "doelen behaald", "goals reached"},
                {"goals", "van", "of"},
                {"startScore", "eerste score", "first score"},
                {"endScore", "laatste score", "last score"},
                {"satisfaction", "tevredenheid gemeten", "satisfaction measured"},
                {"reEntry", "terug op", "back on"},
                {"later", "na de termijn", "after the term"},
                {"event", "gebeurtenis", "event"}},
               add,
               filters(),
               false};
  out.order = {{"closed"}};
  return out;
}

}  // namespace inzicht::views
