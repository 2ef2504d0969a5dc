// Whether consents cover a share: the scope match of docs/domain.md §7.4, exactly.
//
// Shape:   one cell is one person to one recipient; a share is satisfied when every cell is.
// Property: adding persons, recipients or categories never makes true what was false.
#pragma once
#include <span>
#include <string>

#include "ledger/rules/age_tables.h"
#include "ledger/rules/check.h"

namespace inzicht {

struct ShareCell {
  SubjectId person;
  Recipient to;  // with its organisation, where it has one
  CodeSet<schema::DataCategory> categories;
  schema::SharePurpose purpose = schema::SharePurpose::UNSET;
};

// What the match reads, and when it is asked.
struct ScopeMatch {
  const CaseState& state;
  const Registry& registry;
  const Parameters& parameters;
  Moment t;

  explicit ScopeMatch(const Check& check) : state(*check.state()), registry(check.registry()), parameters(check.parameters), t(check.t) {}

  // The recipient with the organisation of its actor.
  Recipient complete(Recipient recipient) const;
  bool is_active(const Recipient& recipient) const;
  // §7.4.3: whether an entry of a consent or decision names this recipient.
  bool names_recipient(const Recipient& entry, const Recipient& recipient) const;
  bool covers(const Consent& consent, schema::ConsentKind kind, const ShareCell& cell) const;
  // Every grantor asked has a consent that covers; `cited` null: any consent of the case.
  bool satisfied(schema::TaskLaw law, schema::ConsentKind kind, const ShareCell& cell, const std::vector<EventId>* cited) const;
  // The grantors who are asked and whose consent does not cover, in the alternative that lacks fewest.
  std::vector<SubjectId> missing(schema::TaskLaw law, schema::ConsentKind kind, const ShareCell& cell, const std::vector<EventId>* cited) const;
  // What keeps the consents from covering, as ids and codes: the grantor, or the categories, purpose or date.
  std::string gap(schema::TaskLaw law, schema::ConsentKind kind, const ShareCell& cell, const std::vector<EventId>* cited) const;

  bool was_entitled(const Consent& consent, const SubjectId& person) const;
  bool in_force(const Consent& consent, const ShareCell& cell) const;
  // Refusals and withdrawals that stand against this cell, ascending by the order of recording.
  std::vector<EventId> objections(const ShareCell& cell) const;

 private:
  bool touched_by(const ConsentScope& scope, const ShareCell& cell) const;
  bool consented_after(const SubjectId& grantor, Micros at, std::uint64_t index, const ShareCell& cell) const;
  bool withdraws_from(const Withdrawal& withdrawal, const ShareCell& cell) const;
  bool withdrawn(const Consent& consent, const ShareCell& cell) const;
  bool refused_later(const Consent& consent, const ShareCell& cell) const;
  bool granted_by(const SubjectId& grantor, bool after_weighing, schema::ConsentKind kind, const ShareCell& cell, const std::vector<EventId>* cited) const;
};

}  // namespace inzicht
