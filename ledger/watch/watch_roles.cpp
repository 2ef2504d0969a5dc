// One final responsible person, and single functions that one person holds.
#include <algorithm>

#include "ledger/watch/watching.h"

namespace inzicht {
namespace {

using schema::SingleFunction;

struct Turn {
  const HistoryEvent* event = nullptr;
  Micros from = 0;
  ActorId holder;  // zero: nobody
};

// Who held the function from when, in order of the first day. One event hands over to one holder, so two at once cannot occur.
std::vector<Turn> turns_of(const CaseHistory& history, SingleFunction function) {
  std::vector<Turn> out;
  for (const auto* event : history.of(206)) {
    const auto facts = event->facts().getResponsibilityAssigned();
    for (auto assignment : facts.getAssignments())
      if (assignment.getFunction() == function) out.push_back({event, local_midnight(date_of(facts.getFrom())), id_or_zero<ActorId>(assignment.getHolder())});
  }
  std::ranges::stable_sort(out, {}, &Turn::from);
  return out;
}

// Longer without a holder than the length, within the span.
void find_unfilled(Watching& w, std::string_view rule, std::string_view key, SingleFunction function, const HistoryEvent& from_event, const Span& span) {
  const HistoryEvent* event = &from_event;
  std::optional<Micros> empty_since = span.from;
  const auto look = [&](Micros until, bool lasts) {
    if (!empty_since) return;
    const Micros late = add(*empty_since, w.length(key, *empty_since));
    if (late < until) w.find(rule, *event, late, lasts ? std::nullopt : std::optional(until));
  };
  for (const Turn& turn : turns_of(w.history(), function)) {
    if (turn.from > span.until) break;
    if (!turn.holder.is_zero()) {
      look(std::max(turn.from, span.from), false);
      empty_since.reset();
    } else if (!empty_since) {
      empty_since = std::max(turn.from, span.from);
      event = turn.event;
    }
  }
  look(span.until, span.until == w.now());
}

const HistoryEvent* first(const std::vector<const HistoryEvent*>& events) { return events.empty() ? nullptr : events.front(); }

// The first 209 with another approach than regular.
const HistoryEvent* chosen(const CaseHistory& history) {
  for (const auto* one : history.of(209))
    if (one->facts().getApproachChosen().getApproach() != schema::Approach::REGULAR) return one;
  return nullptr;
}

const HistoryEvent* first_tdo(const CaseHistory& history) {
  for (const auto* one : history.of(501))
    if (one->facts().getMeetingHeld().getMeetingType() == schema::MeetingType::TDO) return one;
  return nullptr;
}

void each_span_from(const Watching& w, const HistoryEvent* start, auto&& look) {
  if (start == nullptr) return;
  for (const Span& span : w.open_spans())
    if (start->occurred < span.until) look(Span{std::max(span.from, start->occurred), span.until});
}

}  // namespace

void watch_roles(Watching& w) {
  // ROLE-01 (seed 003 L1308, L3068-3072; seed 004 L67-68): at every moment exactly one answers for the case.
  const HistoryEvent* start = chosen(w.history());
  if (start == nullptr) start = first(w.history().of(201));
  each_span_from(w, start, [&](const Span& span) { find_unfilled(w, "ROLE-01", "finalResponsibleGap", SingleFunction::FINAL_RESPONSIBLE, *start, span); });
  // ROLE-02 (seed 000 L497-506): wijkcoach and central contact from the approach on, a regisseur from the TDO.
  const HistoryEvent* approach = chosen(w.history());
  for (auto function : {SingleFunction::WIJKCOACH, SingleFunction::CENTRAL_CONTACT})
    each_span_from(w, approach, [&](const Span& span) { find_unfilled(w, "ROLE-02", "handoverGap", function, *approach, span); });
  const HistoryEvent* tdo = first_tdo(w.history());
  each_span_from(w, tdo, [&](const Span& span) { find_unfilled(w, "ROLE-02", "handoverGap", SingleFunction::REGISSEUR, *tdo, span); });
}

}  // namespace inzicht
