// How motivation moves, and what contact came before each estimate: docs/domain.md §9 view 17; seed 000 L83-89, L363-434.
//
// A row is one estimate (702). It is compared with the one before it of the same person and horizon; contacts are those held since that one (or
// since the first contact with this person), per week. The phases are an order (MOT-01): nogNietOpen comes before openstaan.
#include <cmath>

#include "projections/case_view.h"
#include "projections/line.h"

namespace inzicht::views {
namespace {

using schema::BalmPhase;
using schema::ContactMode;

constexpr std::uint32_t grounds_part = 7020;

int place_of(BalmPhase phase) { return phase == BalmPhase::NOG_NIET_OPEN ? 0 : static_cast<int>(phase); }

std::string_view move_of(BalmPhase before, BalmPhase now) {
  if (place_of(now) > place_of(before)) return "move.up";
  return place_of(now) < place_of(before) ? "move.down" : "move.same";
}

SubjectId who(const HistoryEvent& estimate) { return id_or_zero<SubjectId>(estimate.facts().getMotivationAssessed().getWho()); }

const HistoryEvent* before(const CaseHistory& history, const HistoryEvent& estimate) {
  const HistoryEvent* out = nullptr;
  for (const auto* other : history.of(702)) {
    if (other == &estimate) return out;
    if (who(*other) == who(estimate) && other->facts().getMotivationAssessed().getHorizon() == estimate.facts().getMotivationAssessed().getHorizon()) out = other;
  }
  return out;
}

struct Stretch {
  Micros from = 0, until = 0;
  SubjectId person;
  bool holds(const HistoryEvent& event) const { return from < event.occurred && event.occurred <= until; }
};

bool is_held_with(const HistoryEvent& contact, const SubjectId& person) {
  const auto facts = contact.facts().getContactHeld();
  return facts.getOutcome() == schema::ContactOutcome::HELD && names(ids_of<SubjectId>(facts.getWith()), person);
}

Stretch stretch_before(const CaseHistory& history, const HistoryEvent& estimate) {
  if (const auto* last = before(history, estimate)) return {last->occurred, estimate.occurred, who(estimate)};
  for (const auto* contact : history.of(701))
    if (is_held_with(*contact, who(estimate)) && contact->occurred <= estimate.occurred) return {contact->occurred - 1, estimate.occurred, who(estimate)};
  return {estimate.occurred, estimate.occurred, who(estimate)};
}

// Contacts per week, to one decimal; a stretch shorter than a week counts as one. Empty when there was none.
Cell per_week(std::int64_t contacts, const Stretch& stretch) {
  if (contacts == 0) return {};
  const double weeks = std::max(1.0, static_cast<double>(stretch.until - stretch.from) / static_cast<double>(7 * micros_per_day));
  // Something is never shown as nothing.
  const auto tenths = std::max<long long>(1, std::llround(10.0 * static_cast<double>(contacts) / weeks));
  return Atom{DecimalCell{tenths, 1}};
}

Cell contacts_cell(const CaseHistory& history, const Stretch& stretch, CodeSet<ContactMode> modes) {
  std::int64_t count = 0;
  for (const auto* contact : history.of(701))
    if (stretch.holds(*contact) && is_held_with(*contact, stretch.person) && modes.has(contact->facts().getContactHeld().getMode())) ++count;
  return per_week(count, stretch);
}

Cell heard_cell(const CaseHistory& history, const Stretch& stretch) {
  std::int64_t count = 0;
  for (const auto* event : history.of(503))
    if (stretch.holds(*event) && id_or_zero<SubjectId>(event->facts().getPersonHeard().getHeard()) == stretch.person) ++count;
  return count == 0 ? Cell() : Cell(Atom{count});
}

Cell grounds_cell(const HistoryEvent& estimate) {
  auto place = find_place(estimate.event.header, grounds_part, "ownWords");
  if (!place) place = find_place(estimate.event.header, grounds_part, "text");
  return words_cell(estimate.event.index, place);
}

Row row_of(const CaseHistory& history, const HistoryEvent& estimate) {
  using enum ContactMode;
  const auto facts = estimate.facts().getMotivationAssessed();
  const auto* last = before(history, estimate);
  const Stretch stretch = stretch_before(history, estimate);
  const auto contacts = [&](CodeSet<ContactMode> modes) { return contacts_cell(history, stretch, modes); };
  Row row;
  row.index = estimate.event.index;
  row.cells = {id_cell(who(estimate)),
               date_cell(local_date(estimate.occurred)),
               code_cell(facts.getPhase()),
               text_cell(last == nullptr ? "move.first" : move_of(last->facts().getMotivationAssessed().getPhase(), facts.getPhase())),
               code_cell(facts.getHorizon()),
               code_cell(facts.getDriver()),
               contacts({HOME_PLANNED}),
               contacts({HOME_UNPLANNED}),
               contacts({OFFICE, SCHOOL, ELSEWHERE}),
               contacts({PHONE, VIDEO}),
               contacts({MESSAGE, PORTAL, LETTER}),
               heard_cell(history, stretch),
               grounds_cell(estimate),
               id_cell(estimate.id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  for (const auto* estimate : input.history.of(702)) {
    ++out.total;
    const auto facts = estimate->facts().getMotivationAssessed();
    if (!wanted(input.query, *estimate, {who(*estimate)})) continue;
    if (asks(input.query, "long") && facts.getHorizon() != schema::Horizon::LONG) continue;
    if (asks(input.query, "short") && facts.getHorizon() != schema::Horizon::SHORT) continue;
    out.rows.push_back(row_of(input.history, *estimate));
  }
}

}  // namespace

CaseView motivation_view() {
  CaseView out{"motivation",
               {{"person", "wie", "person"},
                {"date", "datum", "date"},
                {"phase", "fase", "phase"},
                {"move", "beweging", "movement"},
                {"horizon", "termijn", "horizon"},
                {"driver", "bron", "driver"},
                {"homePlanned", "huisbezoek gepland per week", "planned home visits a week"},
                {"homeUnplanned", "huisbezoek ongepland per week", "unplanned home visits a week"},
                {"elsewhere", "gesprek elders per week", "talks elsewhere a week"},
                {"calls", "bellen per week", "calls a week"},
                {"written", "berichten per week", "messages a week"},
                {"heard", "keren gehoord", "times heard"},
                {"grounds", "waaruit dat blijkt", "what shows it"},
                {"event", "gebeurtenis", "event"}},
               add,
               {"long", "short"},
               false};
  out.order = {{"date"}};
  return out;
}

}  // namespace inzicht::views
