// SHARE on the act: sharing (408) and meetings (501) carry out decisions, with knowledge and by safe means.
#include <algorithm>

#include "ledger/rules/codes.h"
#include "ledger/rules/decision_force.h"

namespace inzicht {
namespace {

using Category = schema::DataCategory;

Values uncovered(const std::string& what, const Recipient& to) {
  const std::string recipient = !to.actor.is_zero()     ? to_text(to.actor)
                                : !to.subject.is_zero() ? to_text(to.subject)
                                : !to.org.is_zero()     ? to_text(to.org)
                                                        : code_text(to.cls);
  return {{"what", what}, {"recipient", recipient}};
}

// The categories that the executed decisions together do not cover for this person and recipient.
CodeSet<Category> open_categories(const DecisionForce& force, const std::vector<const Decision*>& executed, const ShareCell& cell, schema::DetailLevel detail) {
  CodeSet<Category> covered;
  for (const Decision* d : executed)
    if (d->purpose == cell.purpose && force.covers(*d, cell.person, cell.to, detail)) covered = covered.with(d->categories);
  return cell.categories.without(covered);
}

// SHARE-01 for a share: each person, recipient, category, purpose and detail.
Failure share_01_share(const Check& c) {
  const auto facts = c.facts.getInformationShared();
  const DecisionForce force(c);
  const auto executed = executed_decisions(c);
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const auto categories = CodeSet<Category>::of(facts.getCategories());
  const auto to = recipients_of(facts.getRecipients());
  for (const SubjectId& person : about)
    for (const Recipient& r : to) {
      if (r.subject == person) continue;  // nobody needs a decision to hear about themselves
      const ShareCell cell{person, force.match().complete(r), categories, facts.getPurpose()};
      const auto open = open_categories(force, executed, cell, facts.getDetail());
      if (!open.empty()) return uncovered(to_text(person) + " " + codes_text(open), cell.to);
    }
  // Without anybody in it a share has no cells; then it is anonymous or still carries out a decision.
  const bool decided = std::ranges::any_of(executed, [](const Decision* d) { return d->shares(); });
  if (decided || !about.empty() || facts.getForm() == schema::ShareForm::ANONYMOUS) return std::nullopt;
  return uncovered(codes_text(categories), to.empty() ? Recipient{} : to.front());
}

struct Listener {
  Recipient who;
  bool throughout = true;  // not only for a part
};

bool is_family(const Check& c, const SubjectId& person) {
  using enum schema::PersonRole;
  const PersonRow* row = c.state()->people().person(person, c.t.at);
  return row == nullptr || !CodeSet<schema::PersonRole>{NETWORK_PERSON, SAFETY_PERSON, REPORTER, OTHER_RESIDENT}.has(row->role);
}

// Who was there and is not of the own team; the chair was there throughout.
std::vector<Listener> outsiders(const Check& c, schema::MeetingHeld::Reader facts) {
  const OrganisationId team = c.own_team();
  std::vector<Listener> out;
  const auto add = [&](Listener one) {
    if (one.who.org.is_zero()) one.who.org = c.org_of(one.who.actor);
    if (!one.who.subject.is_zero() || one.who.org.is_zero() || one.who.org != team) out.push_back(one);
  };
  for (auto a : facts.getAttendees()) {
    if (!is_present(a.getPresence())) continue;
    Listener one;
    one.who.actor = id_or_zero<ActorId>(a.getActor());
    one.who.org = id_or_zero<OrganisationId>(a.getOrg());
    one.who.subject = id_or_zero<SubjectId>(a.getSubject());
    one.throughout = a.getPresence() != schema::Presence::PART;
    add(one);
  }
  Listener chair;
  chair.who.actor = id_or_zero<ActorId>(facts.getChair());
  add(chair);
  return out;
}

std::vector<SubjectId> present_people(schema::MeetingHeld::Reader facts) {
  std::vector<SubjectId> out;
  for (auto a : facts.getAttendees())
    if (a.hasSubject() && is_present(a.getPresence())) out.push_back(id_or_zero<SubjectId>(a.getSubject()));
  return out;
}

// Talking with the family needs no decision (seed 003 L2913-2915): themselves, each other while they are there, and those
// whom they represent.
bool hears_as_family(const Check& c, const SubjectId& listener, const SubjectId& person, const std::vector<SubjectId>& present) {
  if (listener == person) return true;
  if (!is_family(c, listener)) return false;
  return names(present, person) || names(c.state()->people().holders_of_gezag(person, c.t.on), listener);
}

// SHARE-01 for a meeting: whoever is there throughout is covered for everybody spoken about, a guest for part of it for one.
Failure share_01_meeting(const Check& c) {
  const auto facts = c.facts.getMeetingHeld();
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const auto present = present_people(facts);
  const auto executed = executed_decisions(c);
  const DecisionForce force(c);
  for (const Listener& one : outsiders(c, facts)) {
    std::vector<SubjectId> open;
    for (const SubjectId& person : about) {
      if (!one.who.subject.is_zero() && hears_as_family(c, one.who.subject, person, present)) continue;
      const auto covers = [&](const Decision* d) { return force.covers(*d, person, one.who, facts.getDetail()); };
      if (std::ranges::none_of(executed, covers)) open.push_back(person);
    }
    const bool enough = one.throughout ? open.empty() : open.empty() || open.size() < about.size();
    if (!enough) return uncovered(to_text(open.front()), one.who);
  }
  return std::nullopt;
}

// SHARE-01 (seed 003 L2912-2927; AVG 5(2)): first decide, then share.
Failure share_01(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  return c.kind == 408 ? share_01_share(c) : share_01_meeting(c);
}

Failure exception_lacks(const Check& c, const ScopeMatch& match, const Decision& d, const std::vector<Recipient>& to) {
  if (!d.shares() || d.route != schema::ShareRoute::EXCEPTION) return std::nullopt;
  for (const Recipient& r : to)
    if (const auto lack = lacking(c, match, d, match.complete(r)))
      return Values{{"exception", code_text(d.exception)}, {"occurred", local_text(c.t.at)}, {"missing", *lack}};
  return std::nullopt;
}

// SHARE-06 (JW 7.3.11(2),(4); Wmo 5.2.6): the exception holds now, when deciding and again when sharing.
Failure share_06(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const ScopeMatch match(c);
  if (c.kind == 407) {
    const Decision d = decision_of(c.input.event);
    return exception_lacks(c, match, d, d.recipients);
  }
  const auto to = recipients_of(c.facts.getInformationShared().getRecipients());
  for (const Decision* d : executed_decisions(c))
    if (auto failure = exception_lacks(c, match, *d, to)) return failure;
  return std::nullopt;
}

// A postponement (411) that stands for this person, of what the share carries out or of what that rests on.
bool is_postponed_for(const Check& c, const SubjectId& person) {
  if (c.state() == nullptr) return false;
  const auto executed = executed_decisions(c);
  const auto rests_on = [&](const EventId& e) {
    return std::ranges::any_of(executed, [&](const Decision* d) { return d->event == e || names(d->based_on, e); });
  };
  return std::ranges::any_of(c.state()->sharing().postponements(), [&](const Postponement& p) {
    return p.in_force(person, c.t.at) && std::ranges::any_of(p.concerns, rests_on);
  });
}

// Of a child under twelve the holders of gezag are told.
std::vector<SubjectId> who_is_told(const Check& c, const SubjectId& person) {
  if (c.state() == nullptr) return {person};
  const auto age = c.state()->people().age(person, c.t);
  const auto holders = age && age->most < 12 ? c.state()->people().holders_of_gezag(person, c.t.on) : std::vector<SubjectId>{};
  return holders.empty() ? std::vector<SubjectId>{person} : holders;
}

// SHARE-10 (AVG 13-14; BPSW 10-13): people know, are told afterwards, or are told later for a reason.
Failure share_10(const Check& c) {
  const auto facts = c.facts.getInformationShared();
  using enum schema::Knowledge;
  const auto knowledge = facts.getKnowledge();
  if (knowledge == WITH_KNOWLEDGE || knowledge == INFORMED_AFTERWARDS) return std::nullopt;
  if (knowledge == NOT_APPLICABLE && facts.getForm() == schema::ShareForm::ANONYMOUS) return std::nullopt;
  for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout()))
    for (const SubjectId& one : who_is_told(c, person))
      if (!is_postponed_for(c, one) && !is_postponed_for(c, person)) return Values{{"person", to_text(one)}};
  return std::nullopt;
}

// SHARE-12 (AVG 32; UAVG 46): content goes by safe means, and a citizen service number only where an article allows it.
Failure share_12(const Check& c) {
  const auto facts = c.facts.getInformationShared();
  const auto categories = CodeSet<Category>::of(facts.getCategories());
  const bool unsafe = c.parameters.unsafe_means.has(facts.getMeans()) && facts.getDetail() == schema::DetailLevel::CONTENT;
  const auto executed = executed_decisions(c);
  const bool allowed = std::ranges::any_of(executed, [](const Decision* d) { return d->article == "UAVG-46"; });
  if (!unsafe && (allowed || !categories.has(Category::BSN))) return std::nullopt;
  return Values{{"means", code_text(facts.getMeans())}, {"categories", codes_text(unsafe ? categories : CodeSet<Category>{Category::BSN})}};
}

// SIG-05 (JW 7.1.4.1, 7.1.4.5): the reference index is for the young, and for a statutory risk.
Failure sig_05(const Check& c) {
  const auto facts = c.facts.getInformationShared();
  if (facts.getForm() != schema::ShareForm::REFERENCE_INDEX) return std::nullopt;
  const Values failure{{"age", std::to_string(c.parameters.index_max_age)}};
  if (!facts.hasRiskCode()) return failure;
  if (c.state() == nullptr) return std::nullopt;
  for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout())) {
    const auto age = c.state()->people().age(person, c.t);
    if (age && age->least >= static_cast<int>(c.parameters.index_max_age)) return failure;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Rule> share_rules() {
  return {{"SIG-05", {408}, sig_05},           {"SHARE-01", {408, 501}, share_01}, {"SHARE-06", {407, 408}, share_06},
          {"SHARE-10", {408}, share_10}, {"SHARE-12", {408}, share_12}};
}

}  // namespace inzicht
