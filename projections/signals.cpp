// Which signals came in, from whom, what was done with them, and whether who reported heard of it: docs/domain.md §9 view 14.
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

const HistoryEvent* first_of(const CaseHistory& history, std::uint16_t kind, RefType relation, const EventId& to) {
  for (const auto* one : history.of(kind))
    if (refers(*one, relation, to)) return one;
  return nullptr;
}

// The seven W questions that the signal and its assessment answer together.
Cell answered_cell(const HistoryEvent& signal, const HistoryEvent* judged) {
  auto answered = CodeSet<schema::WQuestion>::of(signal.facts().getSignalReceived().getAnswered());
  if (judged != nullptr) answered = answered.with(CodeSet<schema::WQuestion>::of(judged->facts().getSignalAssessed().getAnswered()));
  return codes_cell(answered);
}

Row row_of(const HistoryEvent& signal, const HistoryEvent* judged, const HistoryEvent* feedback) {
  const auto facts = signal.facts().getSignalReceived();
  Row row;
  row.index = signal.event.index;
  row.cells = {time_cell(signal.occurred),
               code_cell(facts.getSignalType()),
               code_cell(facts.getSource()),
               id_cell(id_or_zero<OrganisationId>(facts.getSourceOrg())),
               list_cell(facts.getDomains()),
               code_cell(facts.getSafetyField()),
               answered_cell(signal, judged),
               judged == nullptr ? Cell() : code_cell(judged->facts().getSignalAssessed().getDecision()),
               judged == nullptr ? Cell() : Cell(Atom{days_between(local_date(signal.occurred), local_date(judged->occurred))}),
               feedback == nullptr ? Cell() : date_cell(local_date(feedback->occurred)),
               feedback == nullptr ? Cell() : code_cell(feedback->facts().getFeedbackGiven().getOutcome()),
               id_cell(signal.id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  for (const auto* signal : input.history.of(301)) {
    ++out.total;
    const auto* judged = first_of(input.history, 302, RefType::CONCERNS, signal->id);
    const auto* feedback = first_of(input.history, 303, RefType::ANSWERS, signal->id);
    ViewQuery others = input.query;
    others.organisation.reset();  // here it is who reported
    const auto from = id_or_zero<OrganisationId>(signal->facts().getSignalReceived().getSourceOrg());
    if (!wanted(others, *signal, ids_of<SubjectId>(signal->event.header.getSubjects()))) continue;
    if (input.query.organisation && from != *input.query.organisation) continue;
    if (asks(input.query, "unjudged") && judged != nullptr) continue;
    if (asks(input.query, "noFeedback") && (feedback != nullptr || from.is_zero())) continue;
    out.rows.push_back(row_of(*signal, judged, feedback));
  }
}

}  // namespace

CaseView signals_view() {
  CaseView out{"signals",
               {{"occurred", "gebeurd", "occurred"},
                {"type", "soort", "type"},
                {"source", "bron", "source"},
                {"sourceOrg", "organisatie", "source organisation"},
                {"domains", "leefgebieden", "domains"},
                {"safetyField", "veiligheidsveld", "safety field"},
                {"answered", "beantwoorde W's", "answered W's"},
                {"decision", "besluit", "decision"},
                {"days", "dagen tot besluit", "days to decision"},
                {"feedbackOn", "teruggekoppeld op", "feedback on"},
                {"feedback", "terugkoppeling", "feedback"},
                {"event", "gebeurtenis", "event"}},
               add,
               {"unjudged", "noFeedback"},
               false};
  out.order = {{"occurred"}};
  return out;
}

}  // namespace inzicht::views
