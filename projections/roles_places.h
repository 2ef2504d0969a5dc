// Who is involved and who holds the single functions, as stretches of time: what the view of roles shows and looks through.
#pragma once
#include "projections/case_view.h"

namespace inzicht::views {

struct RolePlace {
  const HistoryEvent* event = nullptr;
  ActorId actor;
  OrganisationId org;  // as recorded; of an actor the registry knows it
  SubjectId subject;
  schema::Role role = schema::Role::UNSET;
  schema::InvolvementTask task = schema::InvolvementTask::UNSET;
  schema::SingleFunction function = schema::SingleFunction::UNSET;
  schema::OrgContactKind contact = schema::OrgContactKind::UNSET;
  schema::Kader frame = schema::Kader::UNSET;
  Date from;
  std::optional<Date> until;  // the first day that it no longer holds
  Cell ended_because;

  bool holds_on(const Date& day) const { return from <= day && (!until || day < *until); }
  bool is_family() const { return !subject.is_zero(); }
};

// By the day on which they begin: parties of 204 and 205, holders of 206.
std::vector<RolePlace> role_places(const CaseHistory& history);

// What somebody who answers for the whole looks for: docs/domain.md §9 view 9.
struct RoleRemark {
  std::string_view what;  // "roles.gap"
  std::vector<Atom> party = {};
  schema::Role role = schema::Role::UNSET;
  schema::SingleFunction function = schema::SingleFunction::UNSET;
  std::vector<SubjectId> about = {};
  Date from = {};
  std::optional<Date> until = {};
  std::optional<std::int64_t> count = {};  // of parties, holders or days
  const HistoryEvent* event = nullptr;
};
// Gaps in a function, overlaps of a role, days with more than maxInvolved at once, pairs without a shared event for `silence`, the
// continuity of the wijkcoach, who answers in another function than is usual here, who is in the household and who holds gezag.
std::vector<RoleRemark> role_remarks(const CaseInput& input, const std::vector<RolePlace>& places);

}  // namespace inzicht::views
