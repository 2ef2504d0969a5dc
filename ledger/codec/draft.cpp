#include "ledger/codec/draft.h"

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/codec/strict.h"

namespace inzicht {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

void collect_subjects(capnp::DynamicStruct::Reader in, std::vector<SubjectId>& out) {
  for (auto field : in.getSchema().getFields()) {
    const auto type = field.getType();
    if (!type.isData() && !type.isStruct() && !type.isList()) continue;
    if (!in.has(field)) continue;
    const auto take = [&](capnp::Data::Reader id) {
      if (auto subject = SubjectId::from({id.begin(), id.size()})) out.push_back(*subject);
    };
    const bool is_subject = id_kind_of(field) == schema::IdKind::SUBJECT;
    const auto value = in.get(field);
    if (type.isData() && is_subject) take(value.as<capnp::Data>());
    if (type.isStruct()) collect_subjects(value.as<capnp::DynamicStruct>(), out);
    if (!type.isList()) continue;
    for (auto item : value.as<capnp::DynamicList>()) {
      const auto element = type.asList().getElementType();
      if (element.isData() && is_subject) take(item.as<capnp::Data>());
      if (element.isStruct()) collect_subjects(item.as<capnp::DynamicStruct>(), out);
    }
  }
}

void set_list(capnp::List<capnp::Data>::Builder list, unsigned i, Bytes bytes) { list.set(i, data_of(bytes)); }

void write_envelope(schema::Header::Builder h, const Envelope& e) {
  h.setFormatVersion(1);
  if (e.ledger) h.setLedger(data_of(*e.ledger));
  h.setEvent(data_of(e.event.bytes));
  h.setActor(data_of(e.actor.bytes));
  h.setKey(data_of(e.key));
  h.setKeySeq(e.key_seq);
  if (e.key_prev) h.setKeyPrev(data_of(*e.key_prev));
  h.setSeenCount(e.seen_count);
  if (e.seen_head) h.setSeenHead(data_of(*e.seen_head));
  h.setAnchorSize(e.anchor_size);
  if (e.anchor_root) h.setAnchorRoot(data_of(*e.anchor_root));
  if (!e.voids.empty()) {
    auto voids = h.initVoids(static_cast<unsigned>(e.voids.size()));
    for (unsigned i = 0; i < e.voids.size(); ++i) set_list(voids, i, e.voids[i]);
  }
}

void write_occurred(schema::Header::Builder h, const DraftOccurred& occurred) {
  auto o = h.initOccurred();
  o.setFrom(occurred.from);
  if (occurred.until) o.initUntil().setMicros(*occurred.until);
  o.setPrecision(occurred.precision);
}

void write_performer(schema::Header::Builder h, const DraftPerformer& performer) {
  auto p = h.initPerformer();
  if (performer.actor) p.setActor(data_of(performer.actor->bytes));
  if (performer.subject) p.setSubject(data_of(performer.subject->bytes));
  p.setBasis(performer.basis);
}

void write_references(schema::Header::Builder h, std::span<const DraftReference> references) {
  if (references.empty()) return;
  auto list = h.initReferences(static_cast<unsigned>(references.size()));
  for (unsigned i = 0; i < references.size(); ++i) {
    INZICHT_ASSERT(references[i].header_hash.has_value());
    list[i].setRelation(references[i].relation);
    list[i].setEvent(data_of(references[i].event.bytes));
    list[i].setHeaderHash(data_of(*references[i].header_hash));
  }
}

void write_parts(schema::Header::Builder h, std::span<const DraftPart> parts, std::span<const PartSealInfo> seals) {
  INZICHT_ASSERT(parts.size() == seals.size());
  if (parts.empty()) return;
  auto list = h.initParts(static_cast<unsigned>(parts.size()));
  for (unsigned i = 0; i < parts.size(); ++i) {
    if (seals[i].subject) list[i].setSubject(data_of(seals[i].subject->bytes));
    list[i].setClass(parts[i].cls);
    list[i].setPartType(parts[i].info->part_type);
    list[i].setFilled(parts[i].filled);
    list[i].setCommitment(data_of(seals[i].commitment));
    list[i].setPaddedLength(seals[i].padded_length);
  }
}

}  // namespace

Draft Draft::of(const KindInfo& kind) {
  Draft draft;
  draft.kind = &kind;
  draft.facts = std::make_unique<capnp::MallocMessageBuilder>();
  draft.facts->initRoot<capnp::DynamicStruct>(kind.facts);
  return draft;
}

capnp::DynamicStruct::Builder Draft::facts_root() { return facts->getRoot<capnp::DynamicStruct>(kind->facts); }

std::vector<SubjectId> subjects_of(Draft& draft) {
  std::vector<SubjectId> out = draft.subjects;
  collect_subjects(draft.facts_root().asReader(), out);
  for (const auto& part : draft.parts)
    if (part.about == PartAbout::person && part.subject) out.push_back(SubjectId{part.subject->bytes});
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Buffer build_header(Draft& draft, const Envelope& envelope, std::span<const PartSealInfo> seals) {
  INZICHT_ASSERT(draft.occurred.has_value() && draft.role != schema::Role::UNSET);
  capnp::MallocMessageBuilder message(2048);
  auto h = message.initRoot<schema::Header>();
  write_envelope(h, envelope);
  h.setKind(draft.kind->id);
  if (draft.kase) h.setCase(data_of(draft.kase->bytes));
  write_occurred(h, *draft.occurred);
  if (draft.performer) write_performer(h, *draft.performer);
  h.setRole(draft.role);
  if (draft.organisation) h.setOrganisation(data_of(draft.organisation->bytes));
  const auto subjects = subjects_of(draft);
  if (!subjects.empty()) {
    auto list = h.initSubjects(static_cast<unsigned>(subjects.size()));
    for (unsigned i = 0; i < subjects.size(); ++i) set_list(list, i, subjects[i].bytes);
  }
  write_references(h, draft.references);
  h.setClaim(draft.claim);
  if (!draft.deviates.empty()) {
    auto rules = draft.deviates;
    std::ranges::sort(rules);
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    auto list = h.initDeviates(static_cast<unsigned>(rules.size()));
    for (unsigned i = 0; i < rules.size(); ++i) list.set(i, rules[i].c_str());
  }
  capnp::DynamicStruct::Builder(h.initFacts()).set(draft.kind->arm, draft.facts_root().asReader());
  write_parts(h, draft.parts, seals);
  if (!draft.cosigners.empty()) {
    auto keys = draft.cosigners;
    std::ranges::sort(keys);
    auto list = h.initCoSigners(static_cast<unsigned>(keys.size()));
    for (unsigned i = 0; i < keys.size(); ++i) set_list(list, i, keys[i]);
  }
  return canonical_bytes(capnp::DynamicStruct::Reader(h.asReader()));
}

}  // namespace inzicht
