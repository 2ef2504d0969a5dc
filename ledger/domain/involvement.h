// Who is involved in a case (204, 205) and who holds its single functions (206).
//
// Shape:   a party counts from its first day until the day that its involvement ended; a function from the day it is
//          assigned until the day somebody else, or nobody, holds it.
// Source:  docs/domain.md §2.2, §2.5, §4.2.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct Party {
  ActorId actor;
  OrganisationId org;
  SubjectId subject;
  schema::Role role = schema::Role::UNSET;
  schema::InvolvementTask task = schema::InvolvementTask::UNSET;
  schema::OrgContactKind contact = schema::OrgContactKind::UNSET;
  schema::Kader frame = schema::Kader::UNSET;
  Date from;
  EventId event;
  std::optional<Date> until;  // the first day that it is no longer involved
  bool is_active(const Date& on) const { return from <= on && (!until || on < *until); }
};

struct Assignment {
  schema::SingleFunction function = schema::SingleFunction::UNSET;
  ActorId holder;  // zero: from this day nobody
  Date from;
  std::uint64_t index = 0;
  std::optional<EventId> discussed_in;
};

// The role that comes with a function; UNSET for those that go with any role.
schema::Role role_of(schema::SingleFunction function);

class Involvement {
 public:
  void started(const Recorded& event);
  // The parties that it lists, of the 204 that it names or of any; every party of that 204 when it lists none.
  void ended(const Recorded& event);
  void assigned(const Recorded& event);

  const std::vector<Party>& parties() const { return parties_; }
  const std::vector<Assignment>& assignments() const { return assignments_; }
  // Zero when nobody holds it.
  ActorId holder(schema::SingleFunction function, const Date& on) const;
  bool held_before(schema::SingleFunction function, const ActorId& actor, const Date& before) const;
  // Through a 204 or a 206.
  bool holds_role(const ActorId& actor, schema::Role role, const Date& on) const;
  std::vector<schema::Role> roles_of(const ActorId& actor, const Date& on) const;
  std::vector<ActorId> active_actors(const Date& on) const;
  bool is_active(const ActorId& actor, const Date& on) const;
  bool is_active(const OrganisationId& org, const Date& on) const;

 private:
  std::vector<Party> parties_;
  std::vector<Assignment> assignments_;
};

}  // namespace inzicht
