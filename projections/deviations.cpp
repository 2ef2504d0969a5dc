// Where rules and protocols are departed from, who covers that and with what effect, and where they hold: docs/domain.md §9 view 19.
//
// One row a rule, over all cases that are asked together. What the ledger only warned of stands apart from what the author named.
#include <map>
#include <set>

#include "ledger/rules/check.h"
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

constexpr std::string_view departed_from = "kind:";  // no rule, but what was departed from

enum Count : std::size_t { conforming, deviating, after_the_fact, warned, counts };

struct Tally {
  std::array<std::int64_t, counts> times{};
  std::vector<ActorId> cover;
  std::set<schema::HelpEffect> effects;
  std::set<schema::FindingDisposition> handled;
  std::vector<EventId> events;
  std::uint64_t index = 0;
  void note(Count what, const HistoryEvent& event) {
    ++times[what];
    if (what != conforming && !names(events, event.id)) events.push_back(event.id);
    index = std::max(index, event.event.index);
  }
};
// By rule, or by what was departed from where no rule is named (1004).
using Tallies = std::map<std::string, Tally>;

bool has(const std::vector<std::string>& rules, std::string_view rule) { return std::ranges::find(rules, rule) != rules.end(); }

void count_rules(const HistoryEvent& event, Tallies& out) {
  const auto claim = event.event.header.getClaim();
  for (const auto& rule : event.explained) out[rule].note(claim == schema::Conformity::AFTER_THE_FACT ? after_the_fact : deviating, event);
  for (const auto& rule : event.warned) out[rule].note(warned, event);
  for (const Rule& rule : all_rules())
    if (std::ranges::find(rule.kinds, event.kind()) != rule.kinds.end() && !has(event.explained, rule.id) && !has(event.warned, rule.id)) out[std::string(rule.id)].note(conforming, event);
}

void count_departure(const HistoryEvent& event, Tallies& out) {
  const auto facts = event.facts().getDeviationRecorded();
  std::vector<std::string> of;
  for (auto rule : facts.getRules()) of.emplace_back(rule.cStr());
  if (of.empty()) of.push_back(std::string(departed_from) + std::string(code_of(facts.getDeviationKind())));
  for (const auto& one : of) {
    Tally& tally = out[one];
    tally.note(deviating, event);
    const auto cover = id_or_zero<ActorId>(facts.getCoverBy());
    if (!cover.is_zero() && !names(tally.cover, cover)) tally.cover.push_back(cover);
    tally.effects.insert(facts.getEffect());
  }
}

Row row_of(const std::string& rule, const Tally& tally) {
  Row row;
  row.index = tally.index;
  constexpr std::string_view prefix = departed_from;
  row.cells = {rule.starts_with(prefix) ? Cell(Atom{CodeCell{"deviationKind", rule.substr(prefix.size())}}) : Cell(Atom{RuleCell{rule, ""}})};
  for (const auto times : tally.times) row.cells.push_back(Atom{times});
  row.cells.push_back(ids_cell(tally.cover));
  row.cells.push_back(list_cell(tally.effects));
  row.cells.push_back(list_cell(tally.handled));
  row.cells.push_back(ids_cell(tally.events));
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  Tallies tallies;
  for (const auto* event : input.history.in_order()) {
    if (!wanted(input.query, *event, ids_of<SubjectId>(event->event.header.getSubjects()))) continue;
    count_rules(*event, tallies);
    if (event->kind() == 1004) count_departure(*event, tallies);
    if (event->kind() == 1006) {
      const auto facts = event->facts().getFindingHandled();
      tallies[facts.getRule().cStr()].handled.insert(facts.getDisposition());
    }
  }
  for (const auto& [rule, tally] : tallies) out.rows.push_back(row_of(rule, tally));
}

// Adds the counts and joins the lists of two rows of one rule.
void join(Row& into, const Row& from) {
  for (std::size_t i = 1; i < into.cells.size(); ++i) {
    auto& atoms = into.cells[i].atoms;
    if (!into.cells[i].many) {
      atoms[0] = std::get<std::int64_t>(atoms[0]) + std::get<std::int64_t>(from.cells[i].atoms[0]);
      continue;
    }
    for (const Atom& atom : from.cells[i].atoms)
      if (std::ranges::find(atoms, atom) == atoms.end()) atoms.push_back(atom);
  }
  into.index = std::max(into.index, from.index);
}

std::int64_t departures(const Row& row) {
  std::int64_t out = 0;
  for (std::size_t i = 1 + deviating; i <= 1 + warned; ++i) out += std::get<std::int64_t>(row.cells[i].atoms[0]);
  return out;
}

// Over all cases a rule is one row, so the column of the case goes.
void finish(const ViewQuery& query, ViewResult& out) {
  if (!query.kase) {
    out.columns.erase(out.columns.begin());
    for (Row& row : out.rows) row.cells.erase(row.cells.begin());
  }
  std::vector<Row> rows;
  for (const Row& row : out.rows) {
    const auto known = std::ranges::find_if(rows, [&](const Row& one) { return one.cells[0] == row.cells[0]; });
    if (known == rows.end()) {
      rows.push_back(row);
    } else {
      join(*known, row);
    }
  }
  out.total = rows.size();
  if (!asks(query, "all")) std::erase_if(rows, [](const Row& row) { return departures(row) == 0; });
  std::ranges::stable_sort(rows, std::ranges::greater(), departures);
  out.rows = std::move(rows);
}

}  // namespace

CaseView deviations_view() {
  CaseView out{"deviations",
               {{"rule", "regel of protocol", "rule or protocol"},
                {"conforming", "keren gevolgd", "times kept"},
                {"deviating", "keren afgeweken", "times departed from"},
                {"afterTheFact", "achteraf vastgelegd", "after the fact"},
                {"warned", "keren opgemerkt", "times warned"},
                {"cover", "gedekt door", "covered by"},
                {"effect", "effect", "effect"},
                {"handled", "afgedaan als", "handled as"},
                {"events", "gebeurtenissen", "events"}},
               add,
               {"all"}};
  out.finish = finish;
  return out;
}

}  // namespace inzicht::views
