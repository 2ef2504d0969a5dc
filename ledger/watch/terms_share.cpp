// Sharing and not sharing: requests, decisions, those it is about, and who must hear of a change.
#include <set>

#include "ledger/domain/sharing.h"
#include "ledger/rules/codes.h"
#include "ledger/watch/told.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;

bool shares(schema::ShareDecision decision) { return decision == schema::ShareDecision::SHARE || decision == schema::ShareDecision::SHARE_PARTLY; }

// TERM-08 (seed 003 L1795-1798): a request is answered by a decision, also not to share; what we asked comes in.
void term_08(Waiting& w) {
  for (const auto* request : w.history().of(405)) {
    const auto facts = request->facts().getInformationRequested();
    const bool incoming = facts.getDirection() == schema::Direction::INCOMING;
    const auto due = w.by_or_within(day_in(facts.hasAnswerBy(), facts.getAnswerBy()), *request, incoming ? "requestTerm" : "replyTerm");
    Wait& wait = w.begin_after(*request, due, [&](const HistoryEvent& one) { return one.kind() == (incoming ? 407 : 409) && refers(one, RefType::ANSWERS, request->id); });
    wait.waits_for = {static_cast<std::uint16_t>(incoming ? 407 : 409)};
  }
}

// The services that were called in, but for the own one: who comes of its own accord need not be told.
CodeSet<schema::OrgType> services_called(const Waiting& w, const HistoryEvent& event) {
  CodeSet<schema::OrgType> out;
  if (event.kind() == 305) out = CodeSet<schema::OrgType>::of(event.facts().getCrisisActionTaken().getServices());
  if (event.kind() == 909) out = CodeSet<schema::OrgType>::of(event.facts().getUnilateralActionTaken().getHelped());
  const OrganisationInfo* own = w.registry().find_organisation(id_or_zero<OrganisationId>(event.event.header.getOrganisation()));
  return own == nullptr ? out : out.without({own->type});
}

// Whether a share goes to a service of this sort: by the register, else by the class of recipient where that names the sort.
bool goes_to(const Waiting& w, const HistoryEvent& share, schema::OrgType service) {
  return std::ranges::any_of(recipients_of(share.facts().getInformationShared().getRecipients()), [&](const Recipient& r) {
    const OrganisationInfo* org = w.registry().find_organisation(r.org);
    if (org != nullptr) return org->type == service;
    return (service == schema::OrgType::POLICE && r.cls == schema::RecipientClass::POLICE_PROSECUTOR) || (service == schema::OrgType::VEILIG_THUIS && r.cls == schema::RecipientClass::VEILIG_THUIS);
  });
}

bool is_execution(const HistoryEvent& one) { return is(one, {405, 408, 501, 504, 904, 905, 1302, 1303}); }

// TERM-09 (AVG 5(2); design): a decision to share is carried out; who called in another service told it something.
void term_09(Waiting& w) {
  for (const auto* decided : w.history().of(407))
    if (shares(decided->facts().getShareDecided().getDecision()))
      w.begin_after(*decided, w.within(*decided, "shareExecTerm"), [&](const HistoryEvent& one) { return is_execution(one) && refers(one, RefType::EXECUTES, decided->id); });
  for (const auto* event : w.history().in_order()) {
    const auto called = services_called(w, *event);
    for (const auto service : all_codes<schema::OrgType>()) {
      if (called.has(service))
        w.begin_after(*event, w.within(*event, "shareExecTerm"), [&](const HistoryEvent& one) { return one.kind() == 408 && goes_to(w, one, service); }).waits_for = {408};
    }
  }
}

bool tells(const HistoryEvent& one, const SubjectId& person) { return one.kind() == 410 && about(one.facts().getSubjectInformed().getTold(), person); }

// TERM-10 (JW 7.3.2(4)): informing that was put off is taken up again.
void term_10(Waiting& w) {
  for (const auto* postponed : w.history().of(411)) {
    const auto facts = postponed->facts().getInformingPostponed();
    for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout()))
      w.begin_after(*postponed, Waiting::all_of(date_of(facts.getReviewOn())), [&](const HistoryEvent& one) {
        return tells(one, person) || (one.kind() == 411 && refers(one, RefType::SUPERSEDES, postponed->id));
      }).about = person;
  }
}

// TERM-11 (AVG 14): who would be told afterwards is told; for a child under twelve, whoever holds gezag.
void term_11(Waiting& w) {
  for (const auto* shared : w.history().of(408)) {
    const auto facts = shared->facts().getInformationShared();
    if (facts.getKnowledge() != schema::Knowledge::INFORMED_AFTERWARDS) continue;
    for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout())) {
      AllTold told(told_for(w.history(), *shared, person));
      w.begin_after(*shared, w.within(*shared, "informAfter"), [&](const HistoryEvent& one) {
        return tells(one, person) || (one.kind() == 410 && told.with(ids_of<SubjectId>(one.facts().getSubjectInformed().getTold())));
      }).about = person;
    }
  }
}

template <class Parts>
bool holds_part_of(const Parts& parts, const EventId& event) {
  for (auto part : parts)
    if (id_or_zero<EventId>(part.getEvent()) == event) return true;
  return false;
}

// Shares and meetings that had occurred when the change was made, and that held what it changes.
std::vector<const HistoryEvent*> passed_on(const Waiting& w, const HistoryEvent& change) {
  std::vector<const HistoryEvent*> out;
  const auto corrected = reference_of(change.event.header, RefType::CORRECTS);
  const auto touched = [&](auto parts, auto persons) {
    if (change.kind() == 1204) return corrected && holds_part_of(parts, *corrected);
    if (change.kind() == 1209) return meet(change.facts().getErasureExecuted().getAbout(), ids_of<SubjectId>(persons));
    const auto blocked = id_or_zero<SubjectId>(change.facts().getBlockPlaced().getAbout());
    return blocked.is_zero() || about(persons, blocked);
  };
  for (const auto* one : w.history().in_order()) {
    if (!Waiting::is_after(change, *one)) continue;
    if (one->kind() == 408 && touched(one->facts().getInformationShared().getItems(), one->facts().getInformationShared().getAbout())) out.push_back(one);
    if (one->kind() == 501 && touched(one->facts().getMeetingHeld().getItems(), one->facts().getMeetingHeld().getAbout())) out.push_back(one);
  }
  return out;
}

// Whose it came to: of a share its recipients, of a meeting the organisations of who was there throughout. Who makes the change knows of it.
std::vector<OrganisationId> receivers_of(const Waiting& w, const HistoryEvent& event, const HistoryEvent& change) {
  std::set<OrganisationId> out;
  if (event.kind() == 408) {
    for (const Recipient& r : recipients_of(event.facts().getInformationShared().getRecipients())) out.insert(r.org);
    return {out.begin(), out.end()};
  }
  for (auto attendee : event.facts().getMeetingHeld().getAttendees()) {
    if (!is_present(attendee.getPresence()) || attendee.getPresence() == schema::Presence::PART) continue;
    const ActorInfo* who = w.registry().find_actor(id_or_zero<ActorId>(attendee.getActor()));
    const auto org = attendee.hasOrg() ? id_or_zero<OrganisationId>(attendee.getOrg()) : who == nullptr ? OrganisationId{} : who->organisation.value_or(OrganisationId{});
    if (!org.is_zero() && (attendee.hasOrg() || org != id_or_zero<OrganisationId>(change.event.header.getOrganisation()))) out.insert(org);
  }
  return {out.begin(), out.end()};
}

void notice(Waiting& w, const HistoryEvent& change) {
  for (const auto* passed : passed_on(w, change))
    for (const OrganisationId& org : receivers_of(w, *passed, change))
      w.begin_after(change, w.within(change, "noticeTerm"), [&](const HistoryEvent& one) {
        return one.kind() == 412 && refers(one, RefType::NOTIFIES, change.id) && refers(one, RefType::CONCERNS, passed->id) &&
               (org.is_zero() || recipient_of(one.facts().getRecipientNotified().getRecipient()).org == org);
      }).party = org;
}

// TERM-12 (AVG 19): who received what was corrected, closed or destroyed hears of it.
void term_12(Waiting& w) {
  for (const auto* corrected : w.history().of(1204)) notice(w, *corrected);
  for (const auto* blocked : w.history().of(1206))
    if (blocked->facts().getBlockPlaced().getBlockKind() == schema::BlockKind::RESTRICTION) notice(w, *blocked);
  for (const auto* erased : w.history().of(1209)) notice(w, *erased);
}

struct Answer {
  SubjectId grantor;
  schema::ConsentKind kind = schema::ConsentKind::UNSET;  // UNSET: any
  std::vector<SubjectId> about;                           // empty: everyone
};
Answer answer_of(const HistoryEvent& event) {
  if (event.kind() == 403) {
    const auto facts = event.facts().getConsentRefused();
    return {id_or_zero<SubjectId>(facts.getGrantor()), facts.getConsentKind(), ids_of<SubjectId>(facts.getAbout())};
  }
  const auto facts = event.facts().getConsentWithdrawn();
  return {id_or_zero<SubjectId>(facts.getGrantor()), facts.getConsentKind(), ids_of<SubjectId>(facts.getAbout())};
}

// The consents that a refusal or withdrawal takes the ground from.
std::vector<EventId> consents_ended(const Waiting& w, const HistoryEvent& event) {
  if (const auto one = event.kind() == 404 ? reference_of(event.event.header, RefType::WITHDRAWS) : std::nullopt) return {*one};
  const Answer answer = answer_of(event);
  std::vector<EventId> out;
  for (const auto* given : w.history().of(402)) {
    const auto facts = given->facts().getConsentGiven();
    const bool same_kind = answer.kind == schema::ConsentKind::UNSET || facts.getConsentKind() == answer.kind;
    const bool same_person = answer.about.empty() || meet(facts.getAbout(), answer.about);
    if (Waiting::is_after(event, *given) && same_kind && same_person && id_or_zero<SubjectId>(facts.getGrantor()) == answer.grantor) out.push_back(given->id);
  }
  return out;
}

// A later decision in the place of one that lost its ground: it says so, or has the same purpose, a person and a recipient in common.
bool replaces(const HistoryEvent& later, const HistoryEvent& earlier, const EventId& answer) {
  if (later.kind() != 407) return false;
  if (refers(later, RefType::BASED_ON, answer)) return true;
  const auto now = later.facts().getShareDecided();
  const auto then = earlier.facts().getShareDecided();
  const auto before = recipients_of(then.getRecipients());
  const bool same_recipient = std::ranges::any_of(recipients_of(now.getRecipients()), [&](const Recipient& r) { return std::ranges::find(before, r) != before.end(); });
  return now.getPurpose() == then.getPurpose() && same_recipient && meet(now.getAbout(), ids_of<SubjectId>(then.getAbout()));
}

// TERM-13 (AVG 7(3); JW 7.3.11): what rested on a consent that is gone is looked at again.
void term_13(Waiting& w) {
  for (const auto kind : {std::uint16_t{403}, std::uint16_t{404}})
    for (const auto* answer : w.history().of(kind)) {
      const auto ended = consents_ended(w, *answer);
      for (const auto* decided : w.history().of(407)) {
        const bool rested = std::ranges::any_of(ended, [&](const EventId& consent) { return refers(*decided, RefType::UNDER_CONSENT, consent); });
        if (!rested || !shares(decided->facts().getShareDecided().getDecision()) || Waiting::is_after(*decided, *answer)) continue;
        w.begin_after(*answer, w.within(*answer, "followUpTerm"), [&](const HistoryEvent& one) {
          return replaces(one, *decided, answer->id) || (one.kind() == 1006 && (refers(one, RefType::CONCERNS, decided->id) || refers(one, RefType::CONCERNS, answer->id)));
        });
      }
    }
}

bool to_veilig_thuis(const HistoryEvent& shared) {
  return std::ranges::any_of(recipients_of(shared.facts().getInformationShared().getRecipients()),
                             [](const Recipient& r) { return r.cls == schema::RecipientClass::VEILIG_THUIS; });
}

// Veilig Thuis may put off telling somebody, each time by two weeks at most.
Micros put_off(const Waiting& w, const HistoryEvent& shared, const SubjectId& person, Micros due) {
  for (const auto* one : w.history().of(411))
    if (one->event.header.getRole() == schema::Role::VEILIG_THUIS && Waiting::is_after(*one, shared) && about(one->facts().getInformingPostponed().getAbout(), person))
      due = add(due, Duration{0, 14, 0});
  return due;
}

// TERM-20 (Wmo 5.3.1): Veilig Thuis tells those it is about.
void term_20(Waiting& w) {
  for (const auto* shared : w.history().of(408)) {
    if (!to_veilig_thuis(*shared)) continue;
    for (const SubjectId& person : ids_of<SubjectId>(shared->facts().getInformationShared().getAbout()))
      w.begin_after(*shared, put_off(w, *shared, person, w.within(*shared, "vtInformTerm")), [&](const HistoryEvent& one) {
        return tells(one, person) && one.event.header.getRole() == schema::Role::VEILIG_THUIS;
      }).about = person;
  }
}

// The month in which somebody turns 23 begins; nothing when nobody knows when they were born.
std::optional<Micros> turns_23(const HistoryEvent& event, const CaseHistory& history, const SubjectId& person) {
  const People people = people_at(history, event);
  const PersonRow* row = people.person(person, event.occurred);
  if (row == nullptr || !row->birth) return std::nullopt;
  return local_midnight(Date{static_cast<decltype(Date::year)>(row->birth->year + 23), row->birth->month, 1});
}

// TERM-41 (JW 7.1.4.5-6): a mention in the reference index does not stay for ever, nor beyond the age of 23.
void term_41(Waiting& w) {
  for (const auto* reported : w.history().of(408)) {
    const auto facts = reported->facts().getInformationShared();
    if (facts.getForm() != schema::ShareForm::REFERENCE_INDEX || facts.getIndexAction() != schema::IndexAction::REPORTED) continue;
    for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout()))
      w.begin_after(*reported, std::min(w.within(*reported, "indexTerm"), turns_23(*reported, w.history(), person).value_or(INT64_MAX)), [&](const HistoryEvent& one) {
        if (one.kind() != 408) return false;
        const auto other = one.facts().getInformationShared();
        return other.getIndexAction() == schema::IndexAction::REMOVED && about(other.getAbout(), person);
      }).about = person;
  }
}

}  // namespace

std::vector<Term> share_terms() {
  return {{"TERM-08", {407, 409}, term_08}, {"TERM-09", {408, 501}, term_09}, {"TERM-10", {410, 411}, term_10}, {"TERM-11", {410}, term_11},
          {"TERM-12", {412}, term_12},      {"TERM-13", {407, 1006}, term_13}, {"TERM-20", {410}, term_20},     {"TERM-41", {408}, term_41}};
}

}  // namespace inzicht
