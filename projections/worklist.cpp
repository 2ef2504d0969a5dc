// What does not add up, and what settles it: docs/domain.md §9 view 11. Severest first, oldest first; explained deviations apart.
//
// A finding of an event is settled by a 1006 about that event that names the rule, a term by what it waits for. Nothing is taken off
// the list any other way.
#include "ledger/rules/rules.h"
#include "ledger/watch/terms.h"
#include "ledger/watch/watch.h"
#include "projections/case_view.h"
#include "projections/owners.h"

namespace inzicht::views {
namespace {

enum class Standing { open, explained, settled };

struct Finding {
  std::string rule;
  Severity severity = Severity::watch;
  const HistoryEvent* event = nullptr;
  SubjectId about;
  ActorId actor;               // whom it is about; zero: who recorded the event
  Micros since = 0;
  Standing standing = Standing::open;
  std::optional<EventId> settled_by;
  std::vector<std::uint16_t> waits_for;
  std::uint64_t count = 1;     // how often, where it stands for several
};

const HistoryEvent* handled(const CaseHistory& history, const EventId& event, std::string_view rule) {
  for (const auto* one : history.of(1006))
    if (refers(*one, schema::RefType::CONCERNS, event) && std::string_view(one->facts().getFindingHandled().getRule().cStr()) == rule) return one;
  return nullptr;
}

Severity severity_of(std::string_view rule) {
  const RuleInfo* info = find_rule(rule);
  return info == nullptr ? Severity::watch : info->severity;
}

void add_rules(const CaseHistory& history, const HistoryEvent& event, const std::vector<std::string>& rules, Standing standing, std::vector<Finding>& out) {
  for (const auto& rule : rules) {
    Finding finding{rule, severity_of(rule), &event, {}, {}, event.occurred, standing, {}, {1006}};
    if (const auto* by = handled(history, event.id, rule)) {
      finding.standing = Standing::settled;
      finding.settled_by = by->id;
    }
    out.push_back(std::move(finding));
  }
}

// Terms that ran out. TERM-42 would say the same of each event above once more.
void add_terms(const CaseInput& input, std::vector<Finding>& out) {
  for (const Wait& wait : waits_of(input.history, input.registry, input.now)) {
    const bool late = wait.state == WaitState::late || wait.state == WaitState::settled_late || wait.state == WaitState::open_at_closing;
    if (!late || wait.term == "TERM-42") continue;
    Finding finding{std::string(wait.term), Severity::watch, input.history.find(wait.opener), wait.about, {}, wait.due, Standing::open, {}, wait.waits_for};
    if (wait.settled_by) {
      finding.standing = Standing::settled;
      finding.settled_by = wait.settled_by;
    } else if (const auto* by = handled(input.history, wait.opener, wait.term)) {
      finding.standing = Standing::settled;
      finding.settled_by = by->id;
    }
    out.push_back(std::move(finding));
  }
}

// What did not hold over time. It stays, also when it holds again, until somebody says what came of it.
void add_watched(const CaseInput& input, const std::vector<WatchFinding>& found, std::vector<Finding>& out) {
  for (const WatchFinding& watched : found) {
    Finding finding{std::string(watched.rule), Severity::watch, watched.event, {}, watched.actor, watched.since, Standing::open, {}, {1006}, watched.count};
    if (const auto* by = handled(input.history, watched.event->id, watched.rule)) {
      finding.standing = Standing::settled;
      finding.settled_by = by->id;
    }
    out.push_back(std::move(finding));
  }
}

constexpr std::string_view severities[] = {"severity.gate", "severity.warn", "severity.watch"};
constexpr std::string_view standings[] = {"state.open", "state.explained", "state.settled"};

std::string_view text_of(Severity severity) {
  switch (severity) {
    case Severity::gate: return "severity.gate";
    case Severity::warn: return "severity.warn";
    case Severity::watch: return "severity.watch";
  }
  return "";
}
std::string_view text_of(Standing standing) {
  switch (standing) {
    case Standing::open: return "state.open";
    case Standing::explained: return "state.explained";
    case Standing::settled: return "state.settled";
  }
  return "";
}

// Whose list it stands on: terms and SAFE-06 and CONS-09 say so themselves; of the other rules, what is about sharing, consent, rights and
// reading is the privacy officer's too, and the rest the regisseur's; the wijkcoach sees all of the case.
std::vector<Owner> owners_of(std::string_view rule) {
  if (const TermInfo* term = find_term(rule)) return term->owners;
  static constexpr std::string_view of_privacy[] = {"ACC", "CONS", "RIGHT", "SHARE"};
  const auto group = rule.substr(0, rule.find('-'));
  if (group == "ACC") return {Owner::privacy_officer};
  return {Owner::wijkcoach, std::ranges::find(of_privacy, group) == std::end(of_privacy) ? Owner::regisseur : Owner::privacy_officer};
}

bool is_listed(const CaseInput& input, const Finding& finding) {
  const auto persons = finding.about.is_zero() ? ids_of<SubjectId>(finding.event->event.header.getSubjects()) : std::vector{finding.about};
  if (!wanted(input.query, *finding.event, persons)) return false;
  if (asks(input.query, "all")) return true;
  if (input.query.extra && *input.query.extra == finding.rule) return true;
  if (const auto owner = owner_of(input.query)) {
    const auto owners = owners_of(finding.rule);
    return finding.standing == Standing::open && std::ranges::find(owners, *owner) != owners.end();
  }
  if (input.query.extra && *input.query.extra != "explained") return false;
  if (asks(input.query, "explained")) return finding.standing == Standing::explained;
  return finding.standing == Standing::open;
}

Row row_of(const Finding& finding, Micros now) {
  Row row;
  row.index = finding.event->event.index;
  Cell settles = Cell::list({});
  for (const auto kind : finding.waits_for) settles.atoms.push_back(KindCell{kind});
  row.cells = {text_cell(text_of(finding.severity)),
               Atom{RuleCell{finding.rule, ""}},
               text_cell("finding." + finding.rule),
               Atom{KindCell{finding.event->kind()}},
               date_cell(local_date(finding.event->occurred)),
               id_cell(finding.actor.is_zero() ? author_of(finding.event->event) : finding.actor),
               finding.about.is_zero() ? ids_cell(ids_of<SubjectId>(finding.event->event.header.getSubjects())) : Cell::list({id_atom(finding.about)}),
               date_cell(local_date(finding.since)),
               Atom{days_between(local_date(finding.since), local_date(now))},
               Atom{static_cast<std::int64_t>(finding.count)},
               text_cell(text_of(finding.standing)),
               text_cell("settles." + finding.rule),
               std::move(settles),
               finding.settled_by ? id_cell(*finding.settled_by) : Cell(),
               owners_cell(owners_of(finding.rule)),
               id_cell(finding.event->id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  std::vector<Finding> findings;
  for (const auto& event : input.history.events()) {
    add_rules(input.history, event, event.warned, Standing::open, findings);
    add_rules(input.history, event, event.explained, Standing::explained, findings);
  }
  add_terms(input, findings);
  add_watched(input, watch_findings(input.history, input.registry, input.now), findings);
  if (input.reads != nullptr) add_watched(input, access_findings(input.history, *input.reads, input.registry), findings);
  std::ranges::stable_sort(findings, {}, [](const Finding& f) { return std::tuple(f.standing, f.severity, f.since); });
  for (const Finding& finding : findings) {
    ++out.total;
    if (is_listed(input, finding)) out.rows.push_back(row_of(finding, input.now));
  }
}

// What --only may ask: a state, whose list, or a rule.
std::vector<std::string_view> filters() {
  std::vector<std::string_view> out{"all", "explained"};
  for (const auto owner : all_owners) out.push_back(owner_code(owner));
  for (const RuleInfo& rule : rules()) out.push_back(rule.id);
  for (const TermInfo& term : terms()) out.push_back(term.id);
  return out;
}

// A finding of a rule leaves the list by what somebody records about it, however well it was mended.
void finish(const ViewQuery&, ViewResult& out) {
  if (!out.rows.empty()) out.notes.push_back("worklist.how");
}

}  // namespace

CaseView worklist_view() {
  CaseView out{"worklist",
          {{"severity", "zwaarte", "severity"},
           {"rule", "regel", "rule"},
           {"finding", "wat er niet klopt", "what is wrong"},
           {"kind", "soort", "kind"},
           {"occurred", "gebeurd", "occurred"},
           {"by", "door", "by"},
           {"about", "over wie", "about"},
           {"since", "sinds", "since"},
           {"days", "dagen", "days"},
           {"count", "keer", "times"},
           {"state", "stand", "state"},
           {"remedy", "wat het afdoet", "what settles it"},
           {"settles", "afgedaan door", "settled by a"},
           {"settledBy", "afgedaan met", "settled by"},
           {"owners", "op de lijst van", "on the list of"},
           {"event", "gebeurtenis", "event"}},
          add,
          filters(),
          true,
          true};
  out.finish = finish;
  out.order = {{"state", standings}, {"severity", severities}, {"since"}};
  return out;
}

}  // namespace inzicht::views
