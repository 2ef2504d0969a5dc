#include "ledger/watch/told.h"

namespace inzicht {

People people_at(const CaseHistory& history, const HistoryEvent& opener) {
  People out;
  for (const auto& event : history.events()) {
    if (event.event.index > opener.event.index) break;
    if (event.kind() == 202) out.person_recorded(event.event);
    if (event.kind() == 203) out.relation_recorded(event.event);
  }
  return out;
}

std::vector<SubjectId> told_for(const CaseHistory& history, const HistoryEvent& opener, const SubjectId& person) {
  constexpr int hears_for_oneself = 12;
  const People people = people_at(history, opener);
  const Moment then = Moment::of(opener.occurred);
  const auto age = people.age(person, then);
  const auto holders = age && age->most < hears_for_oneself ? people.holders_of_gezag(person, then.on) : std::vector<SubjectId>{};
  return holders.empty() ? std::vector{person} : holders;
}

}  // namespace inzicht
