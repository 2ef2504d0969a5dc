#include "projections/postponed.h"

#include <algorithm>

#include "projections/case_view.h"

namespace inzicht::views {
namespace {

bool is_own(const HistoryEvent& event, const SubjectId& person, const Registry& registry) {
  if (event.kind() == 410) return names(ids_of<SubjectId>(event.facts().getSubjectInformed().getTold()), person);
  if (event.kind() == 503) return id_or_zero<SubjectId>(event.facts().getPersonHeard().getHeard()) == person;
  return std::ranges::any_of(registry.mandates_of(author_of(event.event)), [&](const MandateInfo* m) { return m->role == schema::Role::CLIENT && m->subject == person; });
}

}  // namespace

std::set<EventId> kept_from(const SubjectId& person, const CaseHistory& history, const CaseState& state, const Registry& registry, Micros now) {
  std::set<EventId> out;
  for (const Postponement& postponed : state.sharing().postponements()) {
    if (!postponed.in_force(person, now)) continue;
    out.insert(postponed.event);
    out.insert(postponed.concerns.begin(), postponed.concerns.end());
  }
  if (out.empty()) return out;
  // In log order: what refers to something kept is kept from then on.
  for (const auto& event : history.events()) {
    if (is_own(event, person, registry)) continue;
    for (auto reference : event.event.header.getReferences())
      if (out.contains(id_or_zero<EventId>(reference.getEvent()))) out.insert(event.id);
  }
  return out;
}

}  // namespace inzicht::views
