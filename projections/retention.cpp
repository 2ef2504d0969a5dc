// What must be kept, what may go, what is held, and what was destroyed: docs/domain.md §9 view 24;
// JW 7.3.8(3), Wmo 5.3.4, AVG 17. What is due soonest first.
//
// Nothing goes by itself: a term that ran out asks for a decision (1208), and a hold stops it.
#include <algorithm>

#include "crypto/encoding.h"
#include "ledger/domain/case_state.h"
#include "ledger/watch/retention.h"
#include "ledger/watch/terms.h"
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;
using schema::TaskLaw;

struct RetentionRow {
  std::string_view what;
  Cell law;
  std::vector<SubjectId> about;
  std::optional<Micros> start;
  std::optional<Date> due;
  std::string_view state;
  std::vector<EventId> holds, decisions, executed;
  std::optional<std::uint64_t> parts, headers;
  Cell certificate;
  const HistoryEvent* event = nullptr;
};

class Keeping {
 public:
  explicit Keeping(const CaseInput& input) : input_(input) {
    for (const auto& event : input.history.events()) state_.apply(event.event);
  }

  void add(ViewResult& out) const {
    const auto laws = laws_of_case();
    // Jeugdwet: from the last change of the file. Wmo: each thing from when it was made, so the first of them comes due first.
    if (laws.has(TaskLaw::JEUGDWET)) put(of_law(TaskLaw::JEUGDWET, "retentionJeugdwet", last_change(), false), out);
    if (laws.has(TaskLaw::WMO)) put(of_law(TaskLaw::WMO, "retentionWmo", first_made(), laws.has(TaskLaw::JEUGDWET)), out);
    for (const auto* placed : input_.history.of(1206)) put(of_hold(*placed), out);
    for (const auto* decided : input_.history.of(1208)) put(of_erasure(*decided), out);
  }

 private:
  const CaseInput& input_;
  CaseState state_;

  CodeSet<TaskLaw> laws_of_case() const {
    CodeSet<TaskLaw> out;
    for (const auto* opened : input_.history.of(201)) out = out.with(CodeSet<TaskLaw>::of(opened->facts().getCaseOpened().getLaws()));
    return out;
  }
  // Mandates stand before the case and are kept with the registry.
  const HistoryEvent& first_made() const {
    const auto& events = input_.history.events();
    const auto at = std::ranges::find_if(events, [](const HistoryEvent& event) { return event.kind() != 106 && event.kind() != 107; });
    return at == events.end() ? events.front() : *at;
  }

  const HistoryEvent& last_change() const {
    const auto& events = input_.history.events();
    const auto at = std::find_if(events.rbegin(), events.rend(), [](const HistoryEvent& event) { return is_change_of_file(event.kind()); });
    return at == events.rend() ? events.back() : *at;
  }

  std::vector<EventId> holds_now() const {
    std::vector<EventId> out;
    for (const Block& block : state_.rights().blocks())
      if (holds.has(block.kind) && block.in_force(input_.now)) out.push_back(block.event);
    return out;
  }

  // `longer`: another law keeps the same case for longer.
  RetentionRow of_law(TaskLaw law, std::string_view key, const HistoryEvent& from, bool longer) const {
    RetentionRow row;
    row.what = "retention.case";
    row.law = code_cell(law);
    row.start = from.event.recorded_at;
    row.due = local_date(inzicht::add(from.event.recorded_at, length_of(input_.registry, key, local_date(from.event.recorded_at))));
    if (const auto grown = youngest_turns_18(input_.history, input_.registry); grown && *row.due < *grown)
      row.due = *grown;
    row.holds = holds_now();
    for (const auto* decided : input_.history.of(1208))
      if (decided->facts().getErasureDecided().getGround() == schema::ErasureGround::RETENTION_ENDED) row.decisions.push_back(decided->id);
    const bool passed = *row.due <= local_date(input_.now);
    row.state = !passed ? "retention.keep" : longer ? "retention.longer" : !row.holds.empty() ? "retention.held" : row.decisions.empty() ? "retention.decide" : "retention.decided";
    row.event = &from;
    return row;
  }

  RetentionRow of_hold(const HistoryEvent& placed) const {
    const auto facts = placed.facts().getBlockPlaced();
    RetentionRow row;
    row.what = "retention.block";
    row.law = code_cell(facts.getBlockKind());
    if (facts.hasAbout()) row.about = {id_or_zero<SubjectId>(facts.getAbout())};
    row.start = placed.occurred;
    if (facts.hasReviewOn()) row.due = date_of(facts.getReviewOn());
    const auto at = std::ranges::find(state_.rights().blocks(), placed.id, &Block::event);
    row.state = at != state_.rights().blocks().end() && at->in_force(input_.now) ? "state.inForce" : "state.over";
    for (const auto* lifted : input_.history.of(1207))
      if (refers(*lifted, RefType::ENDS, placed.id)) row.executed.push_back(lifted->id);
    row.event = &placed;
    return row;
  }

  RetentionRow of_erasure(const HistoryEvent& decided) const {
    const auto facts = decided.facts().getErasureDecided();
    RetentionRow row;
    row.what = "retention.erasure";
    row.law = text_cell(facts.getArticle().cStr());
    row.about = ids_of<SubjectId>(facts.getAbout());
    row.start = decided.occurred;
    row.holds = holds_now();
    row.decisions = {decided.id};
    for (const auto* done : input_.history.of(1209)) {
      if (!refers(*done, RefType::EXECUTES, decided.id)) continue;
      const auto executed = done->facts().getErasureExecuted();
      row.executed.push_back(done->id);
      row.parts = row.parts.value_or(0) + executed.getPartsErased();
      row.headers = row.headers.value_or(0) + executed.getHeadersPurged();
      row.certificate = text_cell(crypto::base64(executed.getCertificate()));
    }
    row.state = !row.executed.empty() ? "retention.erased" : row.holds.empty() ? "retention.toErase" : "retention.held";
    row.event = &decided;
    return row;
  }

  bool passes(const RetentionRow& row) const {
    const ViewQuery& query = input_.query;
    if (!wanted(query, *row.event, row.about)) return false;
    if (query.due_until && (!row.due || *row.due > *query.due_until)) return false;
    if (!query.extra) return true;
    if (*query.extra == "due") return row.state == "retention.decide" || row.state == "retention.toErase";
    if (*query.extra == "held") return !row.holds.empty() || (row.what == "retention.block" && row.state == "state.inForce");
    return row.what == "retention." + *query.extra;
  }

  static Cell number(const std::optional<std::uint64_t>& n) { return n ? Cell(Atom{static_cast<std::int64_t>(*n)}) : Cell(); }

  void put(const RetentionRow& row, ViewResult& out) const {
    ++out.total;
    if (!passes(row)) return;
    Row made;
    made.index = row.event->event.index;
    made.cells = {text_cell(row.what),     row.law,                ids_cell(row.about), time_cell(row.start),  date_cell(row.due), text_cell(row.state), ids_cell(row.holds),
                  ids_cell(row.decisions), ids_cell(row.executed), number(row.parts),   number(row.headers), row.certificate,    id_cell(row.event->id)};
    out.rows.push_back(std::move(made));
  }
};

void add(const CaseInput& input, ViewResult& out) {
  if (!input.history.events().empty()) Keeping(input).add(out);
}

}  // namespace

CaseView retention_view() {
  CaseView out{"retention",
               {{"what", "wat", "what"},
                {"law", "wet of grond", "law or ground"},
                {"about", "over wie", "about"},
                {"clockStart", "loopt vanaf", "runs from"},
                {"due", "tot", "until"},
                {"state", "stand", "state"},
                {"holds", "blokkades", "holds"},
                {"decisions", "besluiten", "decisions"},
                {"executed", "uitgevoerd", "executed"},
                {"partsErased", "delen vernietigd", "parts erased"},
                {"headersPurged", "koppen verwijderd", "headers purged"},
                {"certificate", "verklaring (vingerafdruk)", "certificate (digest)"},
                {"event", "gebeurtenis", "event"}},
               add,
               {"case", "block", "erasure", "due", "held"}};
  out.order = {{"due"}};
  return out;
}

}  // namespace inzicht::views
