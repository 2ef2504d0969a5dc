// An event before it is signed: what a person or a program wants to record, checked against the catalogue.
//
// Shape:   as JSON (draft_json.cpp):
//          {"kind":"signalReceived","event":"E-…"?,"case":"Z-…"?,"occurred":"2019-06-11 10:00"|{"from":…,"until":…,"precision":…}?,
//           "role":"wijkcoach"?,"organisation":"O-…"?,"performer":{"actor"|"subject":…,"basis":…}?,"subjects":[…]?,
//           "claim":"conforming"?,"deviates":["SHARE-01"]?,"references":[{"relation":"basedOn","event":"E-…"}]?,
//           "facts":{…},"parts":[{"part":"what","subject":"case"|"P-…","class":"narrative"?,"fields":{…}}]?,"coSigners":[base64]?}
// Errors:  InputError names the field.
// Owns:    everything; move-only.
// Source:  docs/formats.md §2; docs/domain.md §0.1, §4.
#pragma once
#include <capnp/message.h>

#include <memory>

#include "ledger/base/time.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/json.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

// Whom a part is about, before the ids of case and ledger are known.
enum class PartAbout { person, the_case, professional, the_ledger, nobody };

struct DraftPart {
  const PartInfo* info = nullptr;
  schema::PartClass cls = schema::PartClass::UNSET;
  PartAbout about = PartAbout::the_case;
  std::optional<PartSubjectId> subject;  // of a person or professional
  Buffer message;                        // canonical bytes
  std::uint64_t filled = 0;
};
struct DraftReference {
  schema::RefType relation = schema::RefType::UNSET;
  EventId event;
  std::optional<Digest> header_hash;  // filled in from the log before signing
};
struct DraftOccurred {
  Micros from = 0;
  std::optional<Micros> until;
  schema::Precision precision = schema::Precision::MINUTE;
};
struct DraftPerformer {
  std::optional<ActorId> actor;
  std::optional<SubjectId> subject;
  schema::PerformerBasis basis = schema::PerformerBasis::UNSET;
};

struct Draft {
  const KindInfo* kind = nullptr;
  std::optional<EventId> event;  // given when a submission is repeated
  std::optional<CaseId> kase;
  std::optional<DraftOccurred> occurred;
  schema::Role role = schema::Role::UNSET;
  std::optional<OrganisationId> organisation;
  std::optional<DraftPerformer> performer;
  std::vector<SubjectId> subjects;  // beside those that facts and parts name
  std::vector<DraftReference> references;
  schema::Conformity claim = schema::Conformity::CONFORMING;
  std::vector<std::string> deviates;
  std::unique_ptr<capnp::MallocMessageBuilder> facts;  // root: kind->facts
  std::vector<DraftPart> parts;
  std::vector<KeyId> cosigners;

  capnp::DynamicStruct::Builder facts_root();
  static Draft of(const KindInfo& kind);  // with empty facts
};

std::expected<Draft, InputError> draft_from_json(const Json& in, const IdResolver& ids);
// Adds a part with these fields, by its name; in a correction (1204) by kind and name: "assessmentMade.picture". `subject` as in JSON
// ("case", "ledger", an id, or empty for the part's own default).
std::optional<InputError> add_part(Draft& draft, std::string_view part, std::string_view subject, std::string_view cls, const Json& fields,
                                   const IdResolver& ids, const std::string& path);

// What the author's program knows when it signs.
struct Envelope {
  std::optional<LedgerId> ledger;  // absent in genesis
  EventId event;
  ActorId actor;
  KeyId key{};
  std::uint64_t key_seq = 1;
  std::optional<Digest> key_prev;
  std::vector<Digest> voids;
  std::uint64_t seen_count = 0;
  std::optional<Digest> seen_head;
  std::uint64_t anchor_size = 0;
  std::optional<Digest> anchor_root;
};
struct PartSealInfo {
  std::optional<PartSubjectId> subject;  // absent for class list
  Digest commitment{};
  std::uint32_t padded_length = 0;
};
// The header's canonical bytes. Requires: occurred and role are set, every reference has its hash, seals match parts.
Buffer build_header(Draft& draft, const Envelope& envelope, std::span<const PartSealInfo> seals);
// Every subject that a fact or a part names, and the added ones; ascending, each once.
std::vector<SubjectId> subjects_of(Draft& draft);

}  // namespace inzicht
