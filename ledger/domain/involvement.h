// Who is involved in a case (204) and who holds its single functions (206).
//
// Shape:   a party counts from its first day; a function from the day it is assigned until the day somebody else, or
//          nobody, holds it. The end of an involvement (205) has no kind in the schema yet.
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
};

struct Assignment {
  schema::SingleFunction function = schema::SingleFunction::UNSET;
  ActorId holder;  // zero: from this day nobody
  Date from;
  std::uint64_t index = 0;
};

// The role that comes with a function; UNSET for those that go with any role.
schema::Role role_of(schema::SingleFunction function);

class Involvement {
 public:
  void started(const Recorded& event);
  void assigned(const Recorded& event);

  const std::vector<Party>& parties() const { return parties_; }
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
