// Who must consent for a person: the age tables by law, kind of consent and day.
//
// Shape:   in the month of a birthday, or when only a band is known, more than one row may hold: then each is an
//          alternative, and meeting one suffices (docs/domain.md §0.5). The ages are those of `ageTable` in force on the day (109).
// Source:  docs/domain.md §7.2: JW 7.3.4-5, 7.3.11, 7.3.15; Wmo 5.3.3; UAVG 5; the guideline of before 2015.
#pragma once
#include "ledger/domain/case_state.h"
#include "ledger/rules/parameters.h"

namespace inzicht {

struct Grantors {
  std::vector<SubjectId> each;    // all of these
  std::vector<SubjectId> one_of;  // and one of these, when there are any
  bool nobody_known = false;      // somebody else must consent, and the case does not say who
  bool after_weighing = false;    // counts for a consent that rests on a decision (502) only
  bool anybody = false;           // the age is unknown: who must consent cannot be judged
  bool operator==(const Grantors&) const = default;
  bool has(const SubjectId& grantor) const { return anybody || names(each, grantor) || names(one_of, grantor); }
};

struct ConsentNeed {
  schema::TaskLaw law = schema::TaskLaw::UNSET;
  schema::ConsentKind kind = schema::ConsentKind::UNSET;
  SubjectId person;
  Moment t;
  // What the consent itself says; used where the case does not know.
  schema::AgeBand stated_band = schema::AgeBand::UNSET;
  schema::CapacityJudgement judged = schema::CapacityJudgement::UNSET;
};

// The alternatives; never empty.
std::vector<Grantors> required(const CaseState& state, const Parameters& parameters, const ConsentNeed& need);
// Alone or as one of several.
bool may_consent(const CaseState& state, const Parameters& parameters, const ConsentNeed& need, const SubjectId& grantor);

}  // namespace inzicht
