#include "projections/knowledge.h"

#include <capnp/dynamic.h>

#include <algorithm>

#include "ledger/codec/catalogue.h"
#include "ledger/domain/sharing.h"

namespace inzicht {
namespace {

using schema::RefType;

// Event ids anywhere in these facts: goals of a plan, items of a meeting.
void collect_events(capnp::DynamicStruct::Reader facts, std::vector<EventId>& out) {
  for (auto field : facts.getSchema().getFields()) {
    if (!facts.has(field)) continue;
    const bool is_event = id_kind_of(field) == schema::IdKind::EVENT;
    const auto value = facts.get(field);
    if (value.getType() == capnp::DynamicValue::STRUCT) {
      collect_events(value.as<capnp::DynamicStruct>(), out);
    } else if (value.getType() == capnp::DynamicValue::DATA && is_event) {
      out.push_back(id_or_zero<EventId>(value.as<capnp::Data>()));
    } else if (value.getType() == capnp::DynamicValue::LIST) {
      for (auto one : value.as<capnp::DynamicList>()) {
        if (one.getType() == capnp::DynamicValue::STRUCT) collect_events(one.as<capnp::DynamicStruct>(), out);
        if (one.getType() == capnp::DynamicValue::DATA && is_event) out.push_back(id_or_zero<EventId>(one.as<capnp::Data>()));
      }
    }
  }
}

// What a header refers to: its references in this ledger, and the events that its facts name.
std::vector<EventId> referred_by(schema::Header::Reader header) {
  std::vector<EventId> out;
  for (auto reference : header.getReferences())
    if (!reference.hasLedger()) out.push_back(id_or_zero<EventId>(reference.getEvent()));
  const capnp::DynamicStruct::Reader facts = header.getFacts();
  KJ_IF_MAYBE (arm, facts.which()) {
    if (facts.has(*arm)) collect_events(facts.get(*arm).as<capnp::DynamicStruct>(), out);
  }
  return out;
}

template <class List>
std::vector<EventId> events_in(const List& parts) {
  std::vector<EventId> out;
  for (auto part : parts) out.push_back(id_or_zero<EventId>(part.getEvent()));
  return out;
}

Micros end_of(const HistoryEvent& event) {
  const auto occurred = event.event.header.getOccurred();
  return occurred.hasUntil() ? occurred.getUntil().getMicros() : event.occurred;
}

bool was_at(schema::MeetingHeld::Reader meeting, const Knower& knower) {
  if (id_or_zero<ActorId>(meeting.getChair()) == knower.actor) return true;
  for (auto attendee : meeting.getAttendees()) {
    if (!is_present(attendee.getPresence())) continue;
    if (attendee.hasActor() && id_or_zero<ActorId>(attendee.getActor()) == knower.actor) return true;
    if (attendee.hasSubject() && names(knower.persons, id_or_zero<SubjectId>(attendee.getSubject()))) return true;
  }
  return false;
}

// Parts of the person and of the case that a copy of the header's own list did not leave out.
bool shows_part_of(const HistoryEvent& event, const SubjectId& about, const std::vector<PartRef>& left_out) {
  const auto parts = event.event.header.getParts();
  for (unsigned n = 0; n < parts.size(); ++n) {
    const bool own = std::ranges::equal(parts[n].getSubject(), about.bytes), of_case = std::ranges::equal(parts[n].getSubject(), event.event.header.getCase());
    if ((own || of_case) && !names(left_out, PartRef{event.id, static_cast<std::uint16_t>(n)})) return true;
  }
  return false;
}

}  // namespace

std::string_view text_key(ProofWord word) {
  switch (word) {
    case ProofWord::wrote: return "known.wrote";
    case ProofWord::opened: return "known.opened";
    case ProofWord::attended: return "known.attended";
    case ProofWord::received: return "known.received";
    case ProofWord::received_by_organisation: return "known.receivedByOrganisation";
    case ProofWord::referred: return "known.referred";
  }
  return {};
}

Knower knower_of(const Registry& registry, const ActorId& actor) {
  Knower out{actor, {}, {}, {}};
  if (const ActorInfo* info = registry.find_actor(actor)) {
    out.organisation = info->organisation.value_or(OrganisationId{});
    out.keys = info->keys;
  }
  for (const MandateInfo* mandate : registry.mandates_of(actor))
    if (mandate->role == schema::Role::CLIENT && mandate->subject) out.persons.push_back(*mandate->subject);
  return out;
}

const Proof* Knowledge::find(const Proofs& proofs, const EventId& event) {
  const auto at = proofs.find(event);
  return at == proofs.end() ? nullptr : &at->second;
}

void Knowledge::show(const EventId& event, const Proof& proof) {
  const auto keep_earliest = [&](Proofs& proofs) {
    const auto [at, is_new] = proofs.emplace(event, proof);
    if (!is_new && proof < at->second) at->second = proof;
  };
  keep_earliest(first_);
  if (proof.word != ProofWord::referred && proof.word != ProofWord::received_by_organisation) keep_earliest(of_words_);
}

bool Knowledge::signed_by_knower(const Recorded& event) const {
  if (signer_of(event, registry_) == knower_.actor) return true;
  for (auto data : event.header.getCoSigners())
    for (const KeyId& key : knower_.keys)
      if (std::ranges::equal(data, key)) return true;
  return false;
}

void Knowledge::note_meeting(const CaseHistory& history, const HistoryEvent& meeting) {
  const auto facts = meeting.facts().getMeetingHeld();
  if (!was_at(facts, knower_)) return;
  const Proof proof{end_of(meeting), ProofWord::attended, meeting.id};
  for (const EventId& item : events_in(facts.getItems())) show(item, proof);
  for (const EventId& executed : references_of(meeting.event.header, RefType::EXECUTES)) {
    const HistoryEvent* decision = history.find(executed);
    if (decision == nullptr || decision->kind() != 407) continue;
    for (const auto relation : {RefType::ANSWERS, RefType::CONCERNS, RefType::BASED_ON})
      for (const EventId& subject : references_of(decision->event.header, relation)) show(subject, proof);
  }
}

void Knowledge::note_share(const HistoryEvent& share) {
  const auto facts = share.facts().getInformationShared();
  std::optional<ProofWord> word;
  for (const Recipient& r : recipients_of(facts.getRecipients())) {
    const bool in_person = r.actor == knower_.actor || (!r.subject.is_zero() && names(knower_.persons, r.subject));
    if (in_person) word = ProofWord::received;
    if (!word && r.actor.is_zero() && !r.org.is_zero() && r.org == knower_.organisation) word = ProofWord::received_by_organisation;
  }
  if (!word) return;
  for (const EventId& item : events_in(facts.getItems())) show(item, {share.occurred, *word, share.id});
}

void Knowledge::note_copy(const CaseHistory& history, const HistoryEvent& copy) {
  const auto facts = copy.facts().getInspectionGiven();
  if (!names(knower_.persons, id_or_zero<SubjectId>(facts.getTo())) || facts.hasListDigest()) return;
  const auto about = id_or_zero<SubjectId>(facts.getAbout());
  std::vector<PartRef> left_out;
  for (auto redaction : facts.getRedactions()) left_out.push_back(part_ref_of(redaction.getPart()));
  for (const auto& event : history.events()) {
    const bool in_range = facts.getFromIndex() <= event.event.index && event.event.index <= facts.getToIndex();
    if (!in_range || !names(ids_of<SubjectId>(event.event.header.getSubjects()), about)) continue;
    if (shows_part_of(event, about, left_out)) show(event.id, {copy.event.recorded_at, ProofWord::opened, copy.id});
  }
}

Knowledge::Knowledge(const CaseHistory& history, const Registry& registry, std::span<const Look> looks, Knower knower) : registry_(registry), knower_(std::move(knower)) {
  for (const auto& event : history.events()) {
    if (signed_by_knower(event.event)) {
      show(event.id, {event.event.recorded_at, ProofWord::wrote, event.id});
      for (const EventId& other : referred_by(event.event.header)) show(other, {event.event.recorded_at, ProofWord::referred, event.id});
    }
    if (event.kind() == 501) note_meeting(history, event);
    if (event.kind() == 408) note_share(event);
    if (event.kind() == 1203) note_copy(history, event);
  }
  for (const Look& look : looks)
    if (look.by == knower_.actor)
      for (const PartRef& part : look.opened) show(part.event, {look.recorded, ProofWord::opened, look.event});
}

}  // namespace inzicht
