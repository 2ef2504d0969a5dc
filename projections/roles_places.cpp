#include "projections/roles_places.h"

#include <algorithm>

namespace inzicht::views {
namespace {

using schema::RefType;

std::vector<RolePlace> started(const CaseHistory& history) {
  std::vector<RolePlace> out;
  for (const auto* event : history.of(204)) {
    const auto facts = event->facts().getInvolvementStarted();
    for (auto party : facts.getParties()) {
      RolePlace place;
      place.event = event;
      place.actor = id_or_zero<ActorId>(party.getActor());
      place.org = id_or_zero<OrganisationId>(party.getOrg());
      place.subject = id_or_zero<SubjectId>(party.getSubject());
      place.role = party.getRole();
      place.task = party.getTask();
      place.contact = party.getOrgContact();
      place.frame = party.getFrame();
      place.from = date_of(facts.getFrom());
      out.push_back(place);
    }
  }
  return out;
}

template <class Party>
bool is_same(const RolePlace& place, Party party) {
  return place.role == party.getRole() && place.actor == id_or_zero<ActorId>(party.getActor()) && place.org == id_or_zero<OrganisationId>(party.getOrg()) &&
         place.subject == id_or_zero<SubjectId>(party.getSubject());
}

// A 205 that names a 204 ends its parties of that description; one that names none ends every one of it.
void end(std::vector<RolePlace>& places, const CaseHistory& history) {
  for (const auto* event : history.of(205)) {
    const auto facts = event->facts().getInvolvementEnded();
    const auto of = reference_of(event->event.header, RefType::ENDS);
    for (auto party : facts.getParties())
      for (RolePlace& place : places) {
        const bool meant = is_same(place, party) && !place.until && (!of || place.event->id == *of) && place.from <= date_of(facts.getUntil());
        if (!meant) continue;
        place.until = date_of(facts.getUntil());
        place.ended_because = code_cell(facts.getReason());
      }
  }
}

// A function is held until somebody else, or nobody, holds it.
std::vector<RolePlace> functions(const CaseHistory& history) {
  std::vector<RolePlace> out;
  for (const auto* event : history.of(206)) {
    const auto facts = event->facts().getResponsibilityAssigned();
    for (auto assignment : facts.getAssignments()) {
      const Date from = date_of(facts.getFrom());
      for (RolePlace& before : out)
        if (before.function == assignment.getFunction() && !before.until) {
          before.until = from;
          before.ended_because = code_cell(facts.getCause());
        }
      if (!assignment.hasHolder()) continue;
      RolePlace place;
      place.event = event;
      place.actor = id_or_zero<ActorId>(assignment.getHolder());
      place.function = assignment.getFunction();
      place.from = from;
      out.push_back(place);
    }
  }
  return out;
}

}  // namespace

std::vector<RolePlace> role_places(const CaseHistory& history) {
  auto out = started(history);
  end(out, history);
  for (RolePlace& place : functions(history)) out.push_back(std::move(place));
  std::ranges::stable_sort(out, {}, &RolePlace::from);
  return out;
}

}  // namespace inzicht::views
