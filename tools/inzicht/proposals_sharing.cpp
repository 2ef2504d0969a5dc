// Consent and sharing: the rest from what was asked, decided or requested before.
#include <algorithm>

#include "ledger/codec/catalogue.h"
#include "ledger/rules/parameters.h"
#include "ledger/watch/terms.h"
#include "tools/inzicht/proposals.h"

namespace inzicht::cli {
namespace {

using schema::RefType;

template <class List>
Json codes(const List& list) {
  Json out = Json::array();
  for (auto one : list) out.push_back(std::string(code_of(one)));
  return out;
}
template <class E>
Json code(E value) {
  return value == E::UNSET ? Json() : Json(std::string(code_of(value)));
}
template <class List>
Json persons(const List& list) {
  Json out = Json::array();
  for (const SubjectId& one : ids_of<SubjectId>(list)) out.push_back(to_text(one));
  return out;
}
Json rows(const std::vector<Recipient>& list) {
  Json out = Json::array();
  for (const Recipient& one : list) {
    Json row{{"class", code(one.cls)}};
    if (!one.org.is_zero()) row["org"] = to_text(one.org);
    if (!one.actor.is_zero()) row["actor"] = to_text(one.actor);
    if (!one.subject.is_zero()) row["subject"] = to_text(one.subject);
    out.push_back(std::move(row));
  }
  return out;
}
bool meet(const std::vector<SubjectId>& a, const std::vector<SubjectId>& b) {
  return std::ranges::any_of(a, [&](const SubjectId& one) { return names(b, one); });
}
bool same_party(const Recipient& a, const Recipient& b) {
  return (!a.actor.is_zero() && a.actor == b.actor) || (!a.subject.is_zero() && a.subject == b.subject) ||
         (a.actor.is_zero() && a.subject.is_zero() && !a.org.is_zero() && a.org == b.org);
}
bool meet(const std::vector<Recipient>& a, const std::vector<Recipient>& b) {
  return std::ranges::any_of(a, [&](const Recipient& one) {
    return std::ranges::any_of(b, [&](const Recipient& other) { return same_party(one, other); });
  });
}

// The law that the case is worked under, when it is one.
std::optional<schema::TaskLaw> only_law(const CaseHistory& history) {
  std::vector<schema::TaskLaw> laws;
  for (const auto* opened : history.of(201))
    for (const auto law : opened->facts().getCaseOpened().getLaws())
      if (std::ranges::find(laws, law) == laws.end()) laws.push_back(law);
  return laws.size() == 1 ? std::optional(laws[0]) : std::nullopt;
}
// The band that every possible age lies in.
std::optional<schema::AgeBand> band_of(const Scene& s, const SubjectId& person) {
  const auto age = s.state.people().age(person, s.moment());
  if (!age) return std::nullopt;
  using enum schema::AgeBand;
  for (const auto band : {UNDER12, FROM12TO15, FROM16TO17, FROM18TO22, ADULT23})
    if (const auto range = age_of_band(band); range && range->least <= age->least && age->most <= range->most)
      return band;
  return std::nullopt;
}
// For oneself, or as parent with gezag; whatever else gives a capacity is for the author to state.
std::optional<schema::GrantorCapacity> capacity_of(const Scene& s, const SubjectId& grantor,
                                                   const SubjectId& about) {
  const auto& people = s.state.people();
  if (grantor == about) return schema::GrantorCapacity::SELF;
  const bool holds = names(people.holders_of_gezag(about, s.day), grantor);
  const bool parent = people.link(grantor, about, schema::RelationType::PARENT_OF, s.day) != nullptr;
  return holds && parent ? std::optional(schema::GrantorCapacity::PARENT_WITH_GEZAG) : std::nullopt;
}
std::optional<EventId> only_policy(const Scene& s, schema::PolicyKind kind) {
  std::optional<EventId> out;
  for (const PolicyInfo& policy : s.registry.policies()) {
    if (policy.kind != kind || !policy.in_force(s.day)) continue;
    if (out) return std::nullopt;
    out = policy.event;
  }
  return out;
}
bool is_withdrawn(const Scene& s, const Consent& consent) {
  return std::ranges::any_of(s.state.consents().withdrawals(), [&](const Withdrawal& w) {
    return w.of == consent.event && w.effective_from <= s.at;
  });
}
bool runs(const Scene& s, const Consent& consent) {
  return consent.valid_from <= s.day && (!consent.valid_until || s.day < *consent.valid_until) &&
         !is_withdrawn(s, consent);
}

// Of the persons it is about, for this recipient; whether they cover is judged when it is recorded (CONS-01,
// SHARE-03).
void under_consents(Scene& s) {
  if (s.draft.value("route") != "consent" || s.draft.has_reference(RefType::UNDER_CONSENT)) return;
  const auto about = s.draft.persons("about");
  const auto to = s.draft.recipients("recipients");
  for (const Consent& one : s.state.consents().all())
    if (meet(one.about, about) && meet(one.scope.recipients, to) && runs(s, one))
      s.draft.propose_reference(RefType::UNDER_CONSENT, one.event);
}

// Role from 204 and secrecy and laws from the register, when there is one recipient.
void about_recipient(Scene& s) {
  const auto to = s.draft.recipients("recipients");
  if (to.size() != 1) return;
  const ActorInfo* actor = to[0].actor.is_zero() ? nullptr : s.registry.find_actor(to[0].actor);
  if (actor != nullptr) {
    const auto roles = s.state.involvement().roles_of(actor->id, s.day);
    if (roles.size() == 1) s.draft.propose("recipientRole", code(roles[0]));
    s.draft.propose("recipientSecrecy", code(actor->secrecy));
  }
  const auto org = !to[0].org.is_zero() ? std::optional(to[0].org)
                   : actor != nullptr   ? actor->organisation
                                        : std::nullopt;
  if (const OrganisationInfo* info = org ? s.registry.find_organisation(*org) : nullptr)
    s.draft.propose("toLaws", codes(info->laws));
}

// None, unless a category asks for one.
void special_grounds(Scene& s) {
  static constexpr std::string_view health[] = {"physicalHealth", "mentalHealth", "addiction", "disability",
                                                "specialOther"};
  const Json categories = s.draft.value("categories");
  if (!categories.is_array() || categories.empty()) return;
  const auto has = [&](std::string_view one) {
    return std::ranges::any_of(categories, [&](const Json& c) { return c == one; });
  };
  if (std::ranges::none_of(health, has)) s.draft.propose("art9", "none");
  if (!has("criminal")) s.draft.propose("art10", "none");
}

void from_request(Scene& s) {
  const auto* asked = s.draft.referred(RefType::ANSWERS, s.history);
  if (asked == nullptr || asked->kind() != 405) return;
  const auto facts = asked->facts().getInformationRequested();
  s.draft.propose("about", persons(facts.getAbout()));
  s.draft.propose("categories", codes(facts.getCategories()));
  s.draft.propose("purpose", code(facts.getPurpose()));
  if (facts.hasOther()) s.draft.propose("recipients", rows({recipient_of(facts.getOther())}));
}

}  // namespace

bool fits_request(const Scene& s, const HistoryEvent& asked) {
  const auto about = s.draft.persons("about");
  const auto to = s.draft.recipients("recipients");
  switch (asked.kind()) {
    case 401: {
      const auto facts = asked.facts().getConsentAsked();
      const auto grantor = s.draft.persons("grantor");
      return (about.empty() || meet(about, ids_of<SubjectId>(facts.getAbout()))) &&
             (grantor.empty() || meet(grantor, ids_of<SubjectId>(facts.getGrantors())));
    }
    case 405: {
      const auto facts = asked.facts().getInformationRequested();
      if (facts.getDirection() != schema::Direction::INCOMING) return false;
      return (about.empty() || meet(about, ids_of<SubjectId>(facts.getAbout()))) &&
             (to.empty() || (facts.hasOther() && meet(to, std::vector{recipient_of(facts.getOther())})));
    }
    case 407: {
      const Decision* decision = s.state.sharing().decision(asked.id);
      if (decision == nullptr || !decision->shares() ||
          (decision->valid_until && *decision->valid_until <= s.day))
        return false;
      return (about.empty() || meet(about, decision->about)) &&
             (to.empty() || meet(to, decision->recipients));
    }
    default:
      return true;
  }
}

void propose_consent(Scene& s) {
  if (const auto* asked = s.draft.referred(RefType::ANSWERS, s.history);
      asked != nullptr && asked->kind() == 401) {
    const auto facts = asked->facts().getConsentAsked();
    s.draft.propose("consentKind", code(facts.getConsentKind()));
    s.draft.propose("about", persons(facts.getAbout()));
    s.draft.propose("recipients", rows(recipients_of(facts.getRecipients())));
    s.draft.propose("categories", codes(facts.getCategories()));
    s.draft.propose("purposes", codes(facts.getPurposes()));
  }
  const auto about = s.draft.persons("about"), grantor = s.draft.persons("grantor");
  if (s.kind.id == 402 && about.size() == 1)
    if (const auto band = band_of(s, about[0])) s.draft.propose("ageBand", code(*band));
  if (s.kind.id != 401 && about.size() == 1 && grantor.size() == 1)
    if (const auto capacity = capacity_of(s, grantor[0], about[0]))
      s.draft.propose("capacity", code(*capacity));
  if (s.kind.id == 402)
    if (const auto law = only_law(s.history)) s.draft.propose("law", code(*law));
  if (s.kind.id == 403) return;
  s.draft.propose("validFrom", to_text(s.day));
  s.draft.propose("validUntil", to_text(add(s.day, length_of(s.registry, "consentReview", s.day))));
  if (const auto text = only_policy(s, schema::PolicyKind::CONSENT_TEXT);
      text && !s.draft.has_reference(RefType::BASED_ON))
    s.draft.propose_reference(RefType::BASED_ON, *text);
}

// The only consent of this person that still runs.
void propose_withdrawal(Scene& s) {
  s.draft.propose("effectiveFrom", to_text(s.at));
  const auto grantor = s.draft.persons("grantor");
  if (grantor.size() != 1 || s.draft.has_reference(RefType::WITHDRAWS)) return;
  std::vector<EventId> stand;
  for (const Consent& one : s.state.consents().all())
    if (one.grantor == grantor[0] && runs(s, one)) stand.push_back(one.event);
  if (stand.size() == 1) s.draft.propose_reference(RefType::WITHDRAWS, stand[0]);
}

void propose_decision(Scene& s) {
  from_request(s);
  const Json decision = s.draft.value("decision");
  if (decision == "doNotShare" || decision == "postpone") return;
  s.draft.propose("detail", "headlines");
  s.draft.propose("validUntil", to_text(add(s.day, parameters_on(s.registry, s.day).share_decision_life)));
  if (const auto law = only_law(s.history)) s.draft.propose("fromLaw", code(*law));
  about_recipient(s);
  special_grounds(s);
  under_consents(s);
}

void propose_share(Scene& s) {
  const auto* decided = s.draft.referred(RefType::EXECUTES, s.history);
  if (decided == nullptr || decided->kind() != 407) return;
  const auto facts = decided->facts().getShareDecided();
  s.draft.propose("about", persons(facts.getAbout()));
  s.draft.propose("categories", codes(facts.getCategories()));
  s.draft.propose("purpose", code(facts.getPurpose()));
  s.draft.propose("detail", code(facts.getDetail()));
  s.draft.propose("recipientRole", code(facts.getRecipientRole()));
  s.draft.propose("recipients", rows(recipients_of(facts.getRecipients())));
}

}  // namespace inzicht::cli
