// When a decision to share (407) is in force, and what it covers: docs/domain.md §8.4.
#pragma once
#include "ledger/rules/exceptions.h"

namespace inzicht {

class DecisionForce {
 public:
  explicit DecisionForce(const Check& check) : check_(check), match_(check) {}

  const ScopeMatch& match() const { return match_; }
  // For this person and recipient at the moment of the event.
  bool in_force(const Decision& decision, const SubjectId& person, const Recipient& recipient) const;
  // A decision to share, in force, that names the person, the recipient and at least this detail.
  bool covers(const Decision& decision, const SubjectId& person, const Recipient& recipient, schema::DetailLevel detail) const;

 private:
  bool lasts(const Decision& decision) const;
  bool replaced(const Decision& decision, const SubjectId& person, const Recipient& recipient) const;
  bool still_rests(const Decision& decision, const SubjectId& person, const Recipient& recipient) const;

  const Check& check_;
  ScopeMatch match_;
};

// The decisions that the event executes and the case knows.
std::vector<const Decision*> executed_decisions(const Check& check);

}  // namespace inzicht
