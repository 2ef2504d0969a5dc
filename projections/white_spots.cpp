// What is missing, at which level, and who is to answer: docs/domain.md §9 view 18. No persons: what is missing says nothing about them.
#include "projections/case_view.h"
#include "projections/line.h"

namespace inzicht::views {
namespace {

using schema::RefType;

constexpr std::uint32_t missing_part = 10050;  // whiteSpotReported.text

const HistoryEvent* answer_to(const CaseHistory& history, const EventId& spot) {
  const HistoryEvent* out = nullptr;
  for (const auto* one : history.of(303))
    if (refers(*one, RefType::ANSWERS, spot)) out = one;
  return out;
}

bool is_listed(const ViewQuery& query, const HistoryEvent& event, const HistoryEvent* answer) {
  ViewQuery others = query;
  others.organisation.reset();  // here it is whose it is
  others.person.reset();        // nobody stands in this view
  const auto facts = event.facts().getWhiteSpotReported();
  if (!wanted(others, event, {}) || query.person) return false;
  if (query.organisation && id_or_zero<OrganisationId>(facts.getOwnerOrg()) != *query.organisation) return false;
  if (asks(query, "open")) return answer == nullptr;
  const auto level = query.extra ? parse_code<schema::DecisionLevel>(*query.extra) : std::nullopt;
  return !level || facts.getLevel() == *level;
}

Row row_of(const CaseInput& input, const HistoryEvent& event, const HistoryEvent* answer) {
  const auto facts = event.facts().getWhiteSpotReported();
  Row row;
  row.index = event.event.index;
  row.cells = {words_cell(event.event.index, find_place(event.event.header, missing_part, "missing")),
               code_cell(facts.getWhiteSpotKind()),
               code_cell(facts.getLevel()),
               id_cell(id_or_zero<ActorId>(facts.getOwnerActor())),
               id_cell(id_or_zero<OrganisationId>(facts.getOwnerOrg())),
               date_cell(local_date(event.occurred)),
               day_cell(facts.hasAnswerBy(), facts.getAnswerBy()),
               answer == nullptr ? Cell() : code_cell(answer->facts().getFeedbackGiven().getOutcome()),
               answer == nullptr ? Cell() : date_cell(local_date(answer->occurred)),
               Atom{days_between(local_date(event.occurred), local_date(answer == nullptr ? input.now : answer->occurred))},
               text_cell(answer == nullptr ? "state.open" : "state.answered"),
               id_cell(event.id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  auto spots = input.history.of(1005);
  std::ranges::stable_sort(spots, {}, &HistoryEvent::occurred);
  for (const auto* event : spots) {
    ++out.total;
    const auto* answer = answer_to(input.history, event->id);
    if (is_listed(input.query, *event, answer)) out.rows.push_back(row_of(input, *event, answer));
  }
}

std::vector<std::string_view> filters() {
  std::vector<std::string_view> out{"open"};
  for (auto level : capnp::Schema::from<schema::DecisionLevel>().getEnumerants())
    if (level.getOrdinal() != 0) out.push_back(code_of(level));
  return out;
}

}  // namespace

CaseView white_spots_view() {
  CaseView out{"whiteSpots",
               {{"spot", "wat ontbreekt", "what is missing"},
                {"kind", "soort", "kind"},
                {"level", "niveau", "level"},
                {"ownerActor", "wie antwoordt", "who answers"},
                {"ownerOrg", "van welke organisatie", "of which organisation"},
                {"since", "sinds", "since"},
                {"answerBy", "antwoord vóór", "answer by"},
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
