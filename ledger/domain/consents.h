// Consent given (402), refused (403) and withdrawn (404). Asking (401) stands in the event index only.
//
// Shape:   as recorded; whether one covers a share is asked in ledger/rules (age tables and parameters are policy).
// Source:  docs/domain.md §7.3, §7.4; docs/formats.md §2 (an imported or delegated consent satisfies no rule).
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

// To whom, what and what for. Empty means all in a refusal or withdrawal, and nothing in a consent.
struct ConsentScope {
  std::vector<Recipient> recipients;
  CodeSet<schema::DataCategory> categories;
  CodeSet<schema::SharePurpose> purposes;
};

struct Consent {
  EventId event;
  std::uint64_t index = 0;
  Moment given;
  schema::ConsentKind kind = schema::ConsentKind::UNSET;
  std::vector<SubjectId> about;
  SubjectId grantor;
  schema::GrantorCapacity capacity = schema::GrantorCapacity::UNSET;
  schema::AgeBand band = schema::AgeBand::UNSET;
  schema::TaskLaw law = schema::TaskLaw::UNSET;
  ConsentScope scope;
  Date valid_from;
  std::optional<Date> valid_until;  // the first day that it no longer holds
  schema::CapacityJudgement judged = schema::CapacityJudgement::UNSET;
  bool own_statement = true;        // neither imported nor by delegation
  std::vector<EventId> based_on;
};

struct Refusal {
  EventId event;
  std::uint64_t index = 0;
  Micros occurred = 0;
  schema::ConsentKind kind = schema::ConsentKind::UNSET;
  std::vector<SubjectId> about;
  SubjectId grantor;
  ConsentScope scope;
};

struct Withdrawal {
  EventId event;
  std::uint64_t index = 0;
  std::optional<EventId> of;        // one consent; else every one of this grantor that the scope meets
  schema::ConsentKind kind = schema::ConsentKind::UNSET;  // UNSET: any
  std::vector<SubjectId> about;     // empty: everyone
  SubjectId grantor;
  ConsentScope scope;
  Micros effective_from = 0;
};

// One consent as its header states it: the fold keeps it, a rule judges it before it is recorded.
Consent consent_of(const Recorded& event);

class Consents {
 public:
  void given(const Recorded& event);
  void refused(const Recorded& event);
  void withdrawn(const Recorded& event);

  const std::vector<Consent>& all() const { return consents_; }
  const std::vector<Refusal>& refusals() const { return refusals_; }
  const std::vector<Withdrawal>& withdrawals() const { return withdrawals_; }
  const Consent* find(const EventId& event) const;
  // What was last judged of this person's capacity by then; UNSET when nothing was.
  schema::CapacityJudgement capacity(const SubjectId& subject, Micros at) const;

 private:
  std::vector<Consent> consents_;
  std::vector<Refusal> refusals_;
  std::vector<Withdrawal> withdrawals_;
};

}  // namespace inzicht
