#include "ledger/domain/sharing.h"

#include <algorithm>

namespace inzicht {
namespace {

constexpr std::uint32_t weighing_part = 4070;

template <class T>
const T* find_event(const std::vector<T>& all, const EventId& event) {
  const auto at = std::ranges::find(all, event, &T::event);
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

bool is_present(schema::Presence presence) {
  using enum schema::Presence;
  return presence == PRESENT || presence == PART || presence == REMOTE;
}

bool Consultation::is_with_another(const ActorId& actor) const {
  if (author != actor) return true;
  return std::ranges::any_of(with, [&](const ActorId& one) { return one != actor; });
}

Decision decision_of(const Recorded& event) {
  const auto facts = event.header.getFacts().getShareDecided();
  Decision d;
  d.event = event_id(event);
  d.index = event.index;
  d.decided = Moment::of(occurred_at(event));
  d.author = author_of(event);
  d.decision = facts.getDecision();
  d.about = ids_of<SubjectId>(facts.getAbout());
  d.recipients = recipients_of(facts.getRecipients());
  d.purpose = facts.getPurpose();
  d.categories = CodeSet<schema::DataCategory>::of(facts.getCategories());
  d.detail = facts.getDetail();
  d.article = facts.getArticle().cStr();
  d.from_law = facts.getFromLaw();
  d.route = facts.getRoute();
  d.exception = facts.getException();
  if (facts.hasValidUntil()) d.valid_until = date_of(facts.getValidUntil());
  d.weighing = filled_of(event.header, weighing_part);
  d.consents = references_of(event.header, schema::RefType::UNDER_CONSENT);
  d.based_on = references_of(event.header, schema::RefType::BASED_ON);
  return d;
}

void Sharing::decided(const Recorded& event) { decisions_.push_back(decision_of(event)); }

void Sharing::met(const Recorded& event) {
  const auto facts = event.header.getFacts().getMeetingHeld();
  Meeting meeting{event_id(event), event.index, occurred_at(event), facts.getMeetingType(), is_present(facts.getFamilyPresence())};
  for (auto attendee : facts.getAttendees())
    if (attendee.hasSubject() && is_present(attendee.getPresence())) meeting.family_present = true;
  meetings_.push_back(meeting);
}

void Sharing::consulted(const Recorded& event) {
  const auto facts = event.header.getFacts().getConsultationHeld();
  consultations_.push_back({event_id(event), occurred_at(event), facts.getConsultKind(), author_of(event), ids_of<ActorId>(facts.getWith())});
}

void Sharing::informed(const Recorded& event) {
  const auto facts = event.header.getFacts().getSubjectInformed();
  told_.push_back({occurred_at(event), ids_of<SubjectId>(facts.getTold()), CodeSet<schema::InformTopic>::of(facts.getTopics())});
  // A postponement ends for whom is told about it, or about what it concerns.
  const auto concerns = references_of(event.header, schema::RefType::CONCERNS);
  for (Postponement& p : postponements_) {
    const auto names_it = [&](const EventId& e) { return e == p.event || names(p.concerns, e); };
    if (std::ranges::none_of(concerns, names_it)) continue;
    for (const SubjectId& person : told_.back().told) p.told.emplace_back(person, occurred_at(event));
  }
}

void Sharing::postponed(const Recorded& event) {
  const auto facts = event.header.getFacts().getInformingPostponed();
  if (const auto before = reference_of(event.header, schema::RefType::SUPERSEDES))
    for (Postponement& p : postponements_)
      if (p.event == *before && !p.superseded) p.superseded = occurred_at(event);
  postponements_.push_back({event_id(event), occurred_at(event), ids_of<SubjectId>(facts.getAbout()), references_of(event.header, schema::RefType::CONCERNS), {}, {}});
}

bool Postponement::in_force(const SubjectId& person, Micros at) const {
  if (at < occurred || !names(about, person) || (superseded && *superseded <= at)) return false;
  return std::ranges::none_of(told, [&](const auto& one) { return one.first == person && one.second <= at; });
}

const Decision* Sharing::decision(const EventId& event) const { return find_event(decisions_, event); }
const Postponement* Sharing::postponement(const EventId& event) const { return find_event(postponements_, event); }
const Meeting* Sharing::meeting(const EventId& event) const { return find_event(meetings_, event); }
const Consultation* Sharing::consultation(const EventId& event) const { return find_event(consultations_, event); }

bool Sharing::has_met(schema::MeetingType type) const { return std::ranges::find(meetings_, type, &Meeting::type) != meetings_.end(); }

}  // namespace inzicht
