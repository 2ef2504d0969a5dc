// RIGHT-04, ACC-03 and ACC-05: what goes out leaves others out, rests on a decision, and holds nothing that is closed.
#include <algorithm>

#include "ledger/rules/codes.h"
#include "ledger/rules/decision_force.h"
#include "ledger/rules/reading.h"
#include "ledger/rules/restrictions.h"

namespace inzicht {
namespace {

constexpr int parts_shown = 8;

std::string text_of(const PartRef& part) { return to_text(part.event) + "." + std::to_string(part.part); }

// Collects what {parts} names; a long list is cut off.
struct PartList {
  std::string text;
  int count = 0;
  void add(const std::string& one) {
    if (++count <= parts_shown) append(text, one);
  }
};

bool is_postponed(const Check& c, const SubjectId& person) {
  return std::ranges::any_of(c.state()->sharing().postponements(), [&](const Postponement& p) { return p.in_force(person, c.t.at); });
}

// Whether the case bears the ground out; grounds that lie in the words themselves are not judged.
bool is_grounded(const Check& c, schema::InspectionGiven::Reader facts, const PartRef& part, schema::RedactionGround ground) {
  const auto about = id_or_zero<SubjectId>(facts.getAbout());
  switch (ground) {
    case schema::RedactionGround::UNSET: return false;
    case schema::RedactionGround::THIRD_PARTY: return c.state()->part_index().subject_of(part) != about;
    case schema::RedactionGround::POSTPONED_INFORMING: return is_postponed(c, about) || is_postponed(c, id_or_zero<SubjectId>(facts.getTo()));
    case schema::RedactionGround::RESTRICTION: return c.state()->rights().any_block(restriction, c.t.at) != nullptr;
    default: return true;
  }
}

// Parts of other people of the case in the events about this person that are not withheld.
void add_visible_others(const Check& c, schema::InspectionGiven::Reader facts, const std::vector<PartRef>& withheld, PartList& out) {
  const auto about = id_or_zero<SubjectId>(facts.getAbout());
  const auto to = id_or_zero<SubjectId>(facts.getTo());
  const auto is_other = [&](const SubjectId& one) {
    return one != about && one != to && c.state()->people().knows(one) && !c.state()->rights().is_erased(one);
  };
  for (const EventParts& event : c.state()->part_index().events()) {
    if (event.index < facts.getFromIndex() || event.index > facts.getToIndex() || !names(event.subjects, about)) continue;
    for (unsigned n = 0; n < event.parts.size(); ++n)
      if (const PartRef part{event.event, static_cast<std::uint16_t>(n)}; is_other(event.parts[n]) && !names(withheld, part)) out.add(text_of(part));
  }
}

Failure inspection_leaves_others_out(const Check& c) {
  const auto facts = c.facts.getInspectionGiven();
  const auto redactions = facts.getRedactions();
  if (!facts.hasListDigest() && redactions.size() != facts.getRedacted()) return Values{{"parts", std::to_string(facts.getRedacted())}};
  if (c.state() == nullptr) return std::nullopt;
  PartList wrong;
  std::vector<PartRef> withheld;
  for (auto redaction : redactions) {
    withheld.push_back(part_ref_of(redaction.getPart()));
    if (!is_grounded(c, facts, withheld.back(), redaction.getGround())) wrong.add(text_of(withheld.back()));
  }
  if (!facts.hasListDigest()) add_visible_others(c, facts, withheld, wrong);
  return wrong.count == 0 ? std::nullopt : Failure(Values{{"parts", wrong.text}});
}

// Of a bundle the header holds counts only: at least what a postponement keeps from the person was withheld.
Failure bundle_leaves_others_out(const Check& c) {
  const auto facts = c.facts.getBundleMade();
  const auto profile = facts.getProfile();
  if (profile != schema::AudienceProfile::BETROKKENE && profile != schema::AudienceProfile::GEZIN) return std::nullopt;
  if (c.state() == nullptr || !facts.hasScopeSubject()) return std::nullopt;
  const auto person = id_or_zero<SubjectId>(facts.getScopeSubject());
  std::vector<EventId> postponed;
  for (const Postponement& p : c.state()->sharing().postponements()) {
    if (!p.in_force(person, c.t.at)) continue;
    for (const EventId& event : p.concerns) {
      const EventNote* note = c.state()->find(event);
      const bool in_range = note != nullptr && facts.getFromIndex() <= note->index && note->index <= facts.getToIndex();
      if (in_range && !names(postponed, event)) postponed.push_back(event);
    }
  }
  if (facts.getWithheld() + facts.getErased() >= postponed.size()) return std::nullopt;
  PartList parts;
  for (const EventId& event : postponed) parts.add(to_text(event));
  return Values{{"parts", parts.text}};
}

// RIGHT-04 (JW 7.3.10; AVG 15(4)): others are left out, each with a ground, and nothing else is. Seen from headers: the
// subjects of parts and the list of redactions. Not seen: other people inside somebody's own words or the case's, a
// reporter or staff member named there, and anything when the list is only a digest (the list part has it).
Failure right_04(const Check& c) { return c.kind == 1203 ? inspection_leaves_others_out(c) : bundle_leaves_others_out(c); }

bool outside_own_team(const Check& c, const OrganisationId& org) { return !org.is_zero() && org != c.own_org() && org != c.own_team(); }

// Whom the profile is for. The person's own reading, an audit, and a partner's profile within the own team stay inside.
bool is_for_outside(const Check& c, schema::AudienceProfile profile, schema::AccessPurpose purpose, const ActorId& viewer) {
  using enum schema::AudienceProfile;
  switch (profile) {
    case TUCHTCOLLEGE:
    case RECHTER: return true;
    case BETROKKENE:
    case GEZIN: return purpose != schema::AccessPurpose::OWN_DATA;
    case TOEZICHT: return purpose != schema::AccessPurpose::AUDIT && purpose != schema::AccessPurpose::SUPERVISION;
    case KETENPARTNER: return !c.org_of(viewer).is_zero() && c.org_of(viewer) != c.own_team();
    case PRIVACYFUNCTIONARIS:
    case TECHNIEK:
    case UNSET: return false;
  }
  return false;
}

// A decision to share, a request that was granted, or a complaint.
bool rests_on_decision(const Check& c) {
  if (reference_of(c.header, schema::RefType::BASED_ON)) return true;
  if (c.state() == nullptr) return reference_of(c.header, schema::RefType::EXECUTES).has_value();
  const auto executed = executed_decisions(c);
  if (std::ranges::any_of(executed, [](const Decision* d) { return d->shares(); })) return true;
  return std::ranges::any_of(references_of(c.header, schema::RefType::EXECUTES), [&](const EventId& e) {
    const RightsAnswer* answer = c.state()->rights().answer(e);
    return answer != nullptr && answer->grants();
  });
}

// ACC-03 (AVG 5(2)): what leaves rests on a decision and says how much of all it is.
Failure acc_03(const Check& c) {
  if (c.facts.isExported()) {
    const auto facts = c.facts.getExported();
    if (!is_for_outside(c, facts.getProfile(), facts.getPurpose(), id_or_zero<ActorId>(facts.getViewer()))) return std::nullopt;
    return rests_on_decision(c) && facts.getRows() <= facts.getTotal() ? std::nullopt : Failure(Values{});
  }
  const auto facts = c.facts.getBundleMade();
  const auto for_actor = id_or_zero<ActorId>(facts.getForActor());
  const bool named = facts.hasForOrg() || facts.hasForActor();
  const bool outside = named ? outside_own_team(c, id_or_zero<OrganisationId>(facts.getForOrg())) || outside_own_team(c, c.org_of(for_actor))
                             : is_for_outside(c, facts.getProfile(), facts.getPurpose(), id_or_zero<ActorId>(facts.getMaker()));
  return !outside || rests_on_decision(c) ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> access_rules() {
  return {{"RIGHT-04", {1203, 1303}, right_04}, {"ACC-03", {1302, 1303}, acc_03}, {"ACC-05", {1301, 1302, 1303}, acc_05}};
}

}  // namespace inzicht
