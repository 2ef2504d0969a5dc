// What was so, what was recorded and what one professional can be shown to have known, at a moment: docs/domain.md §9.21, §9 view 21.
//
// An event stands once: among the grounds when others could rest on it then, below when it was recorded only later, else among what had
// happened. What somebody can be shown to have known is not all they may have known; the notes under the view say so.
#include "projections/case_view.h"
#include "projections/gist.h"
#include "projections/knowledge.h"
#include "projections/line.h"
#include "projections/standing.h"

namespace inzicht::views {
namespace {

using schema::RefType;

class Reconstruction {
 public:
  explicit Reconstruction(const CaseInput& input)
      : input_(input),
        at_(std::min(input.query.at.value_or(input.now), input.now)),
        knowledge_(input.history, input.registry, input.looks, knower_of(input.registry, input.query.known_to.value_or(ActorId{}))),
        standings_(input.history, input.registry, at_) {}

  void add(ViewResult& out) {
    for (const auto section : {"reconstruct.grounds", "reconstruct.then", "reconstruct.later"}) {
      if (section == std::string_view("reconstruct.grounds")) add_mandates(out);
      for (const auto* event : input_.history.in_order())
        if (event->occurred <= at_ && section_of(*event) == section) add(*event, section, out);
    }
    out.notes.push_back("reconstruct.note");
    if (std::ranges::any_of(input_.looks, [&](const Look& look) { return look.by == knowledge_.knower().actor && look.recorded <= at_ && !look.is_whole; }))
      out.notes.push_back("reconstruct.lists");
    out.totals = totals();
  }

 private:
  const CaseInput& input_;
  Micros at_;
  Knowledge knowledge_;
  Standings standings_;

  std::string_view section_of(const HistoryEvent& event) const {
    if (event.event.recorded_at > at_) return "reconstruct.later";
    const auto standing = standings_.of(event);
    // By a mandate of somebody else this actor could do nothing.
    if (event.kind() == 106 && id_or_zero<ActorId>(event.facts().getMandateGranted().getGrantee()) != knowledge_.knower().actor) return "reconstruct.then";
    // A refusal is a ground too: for not sharing.
    return standing.holds() || standing.state == "state.refused" ? "reconstruct.grounds" : "reconstruct.then";
  }

  // Own events by then that refer to it: what was done or decided about it.
  std::vector<EventId> own_steps(const EventId& event) const {
    std::vector<EventId> out;
    for (const auto* one : input_.history.in_order()) {
      if (one->occurred > at_ || !knowledge_.signed_by_knower(one->event)) continue;
      for (auto reference : one->event.header.getReferences())
        if (id_or_zero<EventId>(reference.getEvent()) == event && !names(out, one->id)) out.push_back(one->id);
    }
    return out;
  }

  std::vector<EventId> corrections(const EventId& event, bool since) const {
    std::vector<EventId> out;
    for (const auto* one : input_.history.of(1204))
      if (refers(*one, RefType::CORRECTS, event) && (one->event.recorded_at > at_) == since) out.push_back(one->id);
    return out;
  }

  // The earliest proof; and when that shows the header only, the earliest by then that shows words.
  std::vector<Proof> proofs_of(const EventId& event) const {
    std::vector<Proof> out;
    const Proof* first = knowledge_.first(event);
    const Proof* words = knowledge_.of_words(event);
    if (first != nullptr) out.push_back(*first);
    if (words != nullptr && words->since <= at_ && *words != out.front()) out.push_back(*words);
    return out;
  }

  bool passes(const HistoryEvent& event, std::string_view section, const std::vector<SubjectId>& about) const {
    ViewQuery others = input_.query;
    if (!wanted(others, event, about)) return false;
    if (!others.extra) return true;
    if (asks(others, "known") || asks(others, "unknown")) return knowledge_.knew(event.id, at_) == asks(others, "known");
    if (asks(others, "own")) return knowledge_.signed_by_knower(event.event);
    return section == "reconstruct." + *others.extra;
  }

  static std::vector<Recipient> recipients(const HistoryEvent& event) {
    switch (event.kind()) {
      case 402: return recipients_of(event.facts().getConsentGiven().getRecipients());
      case 403: return recipients_of(event.facts().getConsentRefused().getRecipients());
      case 407: return recipients_of(event.facts().getShareDecided().getRecipients());
      case 408: return recipients_of(event.facts().getInformationShared().getRecipients());
      default: return {};
    }
  }

  void add(const HistoryEvent& event, std::string_view section, ViewResult& out) const {
    ++out.total;
    const bool masked = is_guarded_kind(event.kind()) && !input_.query.guarded_facts;
    const auto about = masked ? std::vector<SubjectId>{} : ids_of<SubjectId>(event.event.header.getSubjects());
    if (!passes(event, section, about)) return;
    const auto standing = standings_.of(event);
    Cell since, words = Cell::list({}), proven = Cell::list({});
    for (const Proof& proof : proofs_of(event.id)) {
      if (since.atoms.empty()) since = time_cell(proof.since);
      words.atoms.push_back(TextCell{std::string(text_key(proof.word))});
      proven.atoms.push_back(id_atom(proof.by));
    }
    Row row;
    row.index = event.event.index;
    row.cells = {text_cell(section),
                 time_cell(event.occurred),
                 time_cell(event.event.recorded_at),
                 Atom{KindCell{event.kind()}},
                 id_cell(author_of(event.event)),
                 ids_cell(about),
                 gist_cell(event, input_.query.guarded_facts),
                 masked ? Cell::list({}) : recipients_cell(recipients(event)),
                 text_cell(masked ? "" : standing.state),
                 masked ? Cell() : date_cell(standing.until),
                 text_cell(event.event.recorded_at <= at_ ? "yes" : "no"),
                 text_cell(knowledge_.knew(event.id, at_) ? "yes" : "no"),
                 std::move(since),
                 std::move(words),
                 std::move(proven),
                 ids_cell(own_steps(event.id)),
                 ids_cell(corrections(event.id, false)),
                 ids_cell(corrections(event.id, true)),
                 words_cell(event.event.index, best_line(event.event.header)),
                 id_cell(event.id)};
    out.rows.push_back(std::move(row));
  }

  // By which this actor acted here; those bound to this case stand among its events.
  void add_mandates(ViewResult& out) const {
    if (input_.query.extra && !asks(input_.query, "grounds")) return;
    for (const MandateInfo* mandate : input_.registry.mandates_of(knowledge_.knower().actor)) {
      const bool here = !mandate->kase || *mandate->kase == input_.kase;
      if (!here || !mandate->in_force(at_) || input_.history.find(mandate->event) != nullptr) continue;
      ++out.total;
      Row row;
      row.index = mandate->index;
      row.cells.resize(columns().size());
      row.cells[0] = text_cell("reconstruct.grounds");
      row.cells[1] = time_cell(mandate->from);
      row.cells[3] = Atom{KindCell{106}};
      row.cells[6] = code_cell(mandate->role);
      row.cells[8] = text_cell("state.inForce");
      row.cells[9] = mandate->until ? date_cell(local_date(*mandate->until)) : Cell();
      for (const std::size_t list : {5u, 7u, 13u, 14u, 15u, 16u, 17u}) row.cells[list] = Cell::list({});
      row.cells[19] = id_cell(mandate->event);
      out.rows.push_back(std::move(row));
    }
  }

  std::vector<Total> totals() const {
    std::vector<Total> out{{"reconstruct.occurred", 0}, {"reconstruct.recorded", 0}, {"reconstruct.known", 0}, {"reconstruct.late", 0}, {"reconstruct.corrected", 0}, {"reconstruct.seen", 0}};
    for (const auto& event : input_.history.events()) {
      if (event.occurred > at_) continue;
      const bool recorded = event.event.recorded_at <= at_;
      ++out[0].count;
      ++out[recorded ? 1 : 3].count;
      if (knowledge_.knew(event.id, at_)) ++out[2].count;
      if (!corrections(event.id, true).empty()) ++out[4].count;
      // The version of the case that the own program built on: it proves nothing, and is only said.
      if (recorded && knowledge_.signed_by_knower(event.event)) out[5].count = std::max(out[5].count, event.event.header.getSeenCount());
    }
    return out;
  }

 public:
  static std::vector<Column> columns() {
    return {{"section", "deel", "section"},
            {"occurred", "gebeurd", "occurred"},
            {"recorded", "vastgelegd", "recorded"},
            {"kind", "soort", "kind"},
            {"by", "door", "by"},
            {"about", "over wie", "about"},
            {"what", "wat", "what"},
            {"recipients", "voor of aan", "for or to"},
            {"standing", "stand", "standing"},
            {"until", "tot", "until"},
            {"recordedThen", "was vastgelegd", "was recorded"},
            {"knownThen", "aantoonbaar bekend", "shown to be known"},
            {"knownSince", "bekend sinds", "known since"},
            {"knownBy", "waaruit dat blijkt", "how that shows"},
            {"provenBy", "blijkt uit", "proven by"},
            {"ownSteps", "eigen stappen hierop", "own steps on it"},
            {"correctedBy", "gecorrigeerd door", "corrected by"},
            {"correctedSince", "later gecorrigeerd", "corrected since"},
            {"line", "in woorden", "in words"},
            {"event", "gebeurtenis", "event"}};
  }
};

Status check(const ViewQuery& query) {
  if (!query.known_to) return fail(ErrorCode::bad_input, "reconstruct: --for: expected a participant (A-…), whose knowledge is asked");
  return {};
}

void add(const CaseInput& input, ViewResult& out) { Reconstruction(input).add(out); }

}  // namespace

CaseView reconstruct_view() {
  CaseView out{"reconstruct", Reconstruction::columns(), add, {"grounds", "then", "later", "known", "unknown", "own"}};
  out.asks_looks = out.weighs_knowledge = true;
  out.check = check;
  return out;
}

}  // namespace inzicht::views
