#include "ledger/rules/decision_force.h"

#include <algorithm>

namespace inzicht {

// From its own moment until validUntil, or for as long as decisions last.
bool DecisionForce::lasts(const Decision& d) const {
  const Moment& t = match_.t;
  if (t.at < d.decided.at) return false;
  return d.valid_until ? t.on < *d.valid_until : t.at < add(d.decided.at, match_.parameters.share_decision_life);
}

// A later decision about the person, recipient and purpose with a category in common takes its place, also when it is
// not to share.
bool DecisionForce::replaced(const Decision& d, const SubjectId& person, const Recipient& to) const {
  return std::ranges::any_of(match_.state.sharing().decisions(), [&](const Decision& later) {
    if (later.decided.at > match_.t.at || std::pair(later.decided.at, later.index) <= std::pair(d.decided.at, d.index)) return false;
    return later.purpose == d.purpose && later.categories.meets(d.categories) && names(later.about, person) &&
           std::ranges::any_of(later.recipients, [&](const Recipient& e) { return match_.names_recipient(e, to); });
  });
}

// Its consents or its precondition hold at the moment of the event too.
bool DecisionForce::still_rests(const Decision& d, const SubjectId& person, const Recipient& to) const {
  switch (d.route) {
    case schema::ShareRoute::CONSENT:
      return match_.satisfied(d.from_law, schema::ConsentKind::DOORBREKEN_GEHEIMHOUDING, {person, to, d.categories, d.purpose}, &d.consents);
    case schema::ShareRoute::EXCEPTION: return !lacking(check_, match_, d, to);
    case schema::ShareRoute::NO_PERSONAL_DATA:
    case schema::ShareRoute::TO_SUBJECT: return true;
    case schema::ShareRoute::UNSET: return false;
  }
  return false;
}

bool DecisionForce::in_force(const Decision& d, const SubjectId& person, const Recipient& to) const {
  return lasts(d) && !replaced(d, person, to) && still_rests(d, person, to);
}

bool DecisionForce::covers(const Decision& d, const SubjectId& person, const Recipient& to, schema::DetailLevel detail) const {
  if (!d.shares() || detail > d.detail || !names(d.about, person)) return false;
  const auto entry = std::ranges::find_if(d.recipients, [&](const Recipient& e) { return match_.names_recipient(e, to); });
  if (entry == d.recipients.end()) return false;
  // Somebody at a table has no class of their own: it is the one under which the decision names them.
  Recipient known = to;
  if (known.cls == schema::RecipientClass::UNSET) known.cls = entry->cls;
  return in_force(d, person, known);
}

std::vector<const Decision*> executed_decisions(const Check& check) {
  std::vector<const Decision*> out;
  if (check.state() == nullptr) return out;
  for (const EventId& event : references_of(check.header, schema::RefType::EXECUTES))
    if (const Decision* d = check.state()->sharing().decision(event)) out.push_back(d);
  return out;
}

}  // namespace inzicht
