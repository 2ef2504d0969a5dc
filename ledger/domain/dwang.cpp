#include "ledger/domain/dwang.h"

#include <algorithm>

namespace inzicht {

bool Measure::in_force(const Date& on) const {
  using enum schema::DwangOutcome;
  if (outcome == UNSET || outcome == REJECTED || outcome == SUSPENDED) return false;
  return valid_from <= on && (!valid_until || on < *valid_until) && (!ended_on || on < *ended_on);
}

void DwangOrders::decided(const Recorded& event) {
  const auto facts = event.header.getFacts().getDwangDecided();
  Measure m;
  m.event = event_id(event);
  m.index = event.index;
  m.measure = facts.getMeasure();
  m.outcome = facts.getOutcome();
  m.about = ids_of<SubjectId>(facts.getAbout());
  m.executor = id_or_zero<OrganisationId>(facts.getExecutor());
  m.authority = facts.getAuthority();
  m.article = facts.getArticle().cStr();
  m.decided_on = date_of(facts.getDecidedOn());
  m.valid_from = date_of(facts.hasValidFrom() ? facts.getValidFrom() : facts.getDecidedOn());
  if (facts.hasValidUntil()) m.valid_until = date_of(facts.getValidUntil());
  // A rejected request leaves the order before it as it was.
  const auto before = reference_of(event.header, schema::RefType::SUPERSEDES);
  if (before && m.outcome != schema::DwangOutcome::REJECTED) end(*before, m.valid_from);
  measures_.push_back(std::move(m));
}

void DwangOrders::ended(const Recorded& event) {
  if (const auto measure = reference_of(event.header, schema::RefType::ENDS))
    end(*measure, date_of(event.header.getFacts().getDwangEnded().getEndedOn()));
}

const Measure* DwangOrders::find(const EventId& event) const {
  const auto at = std::ranges::find(measures_, event, &Measure::event);
  return at == measures_.end() ? nullptr : &*at;
}

std::vector<const Measure*> DwangOrders::in_force(const SubjectId& about, const Date& on) const {
  std::vector<const Measure*> out;
  for (const Measure& m : measures_)
    if (names(m.about, about) && m.in_force(on)) out.push_back(&m);
  return out;
}

void DwangOrders::end(const EventId& event, const Date& on) {
  for (Measure& m : measures_)
    if (m.event == event && (!m.ended_on || on < *m.ended_on)) m.ended_on = on;
}

}  // namespace inzicht
