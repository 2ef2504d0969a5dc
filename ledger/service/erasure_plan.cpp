// What an order to erase takes: read from the headers alone.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/digest.h"
#include "crypto/merkle/tree.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/strict.h"
#include "ledger/service/erasure_parts.h"

namespace inzicht {
namespace {

constexpr std::uint16_t kind_decided = 1208;
constexpr std::array<std::uint16_t, 4> kept_kinds{1206, 1207, 1208, 1209};

using Scope = schema::ErasureScope;

std::string name_of(const PartRef& part) { return fmt::format("{}.{}", to_text(part.event), part.part); }

// One pass over the headers.
class Survey {
 public:
  explicit Survey(const ErasureOrder& order) : order_(order) {}

  void look_at(const EventView& stored, schema::Header::Reader header) {
    const auto event = id_or_zero<EventId>(header.getEvent());
    const auto kase = id_or_zero<CaseId>(header.getCase());
    const bool here = header.hasCase() && kase == order_.kase;
    bool is_named = false, others = header.getSubjects().size() == 0;
    for (auto subject : header.getSubjects()) (goes(subject) ? is_named : others) = true;
    const auto before = plan.parts;
    for (unsigned n = 0; n < header.getParts().size(); ++n) {
      const auto commitment = header.getParts()[n];
      const PartRef part{event, static_cast<std::uint16_t>(n)};
      const bool own = goes(commitment.getSubject());
      (own ? is_named : others) = true;
      if (own && names(order_.keep, part)) kept_with_key.push_back(part);
      if (!own && !(here && takes(part, commitment, header.getKind()))) continue;
      ++plan.parts;
      crypto::append(erased_, event.bytes);
      erased_.push_back(static_cast<std::uint8_t>(n));
      if (own) continue;
      plan.words.push_back(
          {stored.index, part.part,
           PartSubjectId::from({commitment.getSubject().begin(), commitment.getSubject().size()})
               .value_or(PartSubjectId{})});
    }
    if (is_named && header.hasCase()) cases_.insert(kase);
    const bool purged = is_named && !others && !is_never_purged(header.getKind());
    if (purged) plan.purge.push_back({stored.index, crypto::leaf_hash(stored.leaf)});
    if (!purged && plan.parts == before) return;
    if (plan.events++ == 0) plan.first = stored.index;
    plan.last = stored.index;
  }

  void finish() {
    plan.cases.assign(cases_.begin(), cases_.end());
    plan.certificate = crypto::sha256(erased_);
  }

  ErasurePlan plan;
  std::vector<PartRef> found;          // of those that the order lists
  std::vector<PartRef> kept_with_key;  // parts that it keeps, under a key that it destroys

 private:
  // A person of whom every key goes.
  bool goes(capnp::Data::Reader subject) const {
    return order_.scope == Scope::WHOLE_SUBJECT &&
           std::ranges::any_of(order_.about, [&](const SubjectId& id) {
             return std::ranges::equal(id.bytes, Bytes(subject.begin(), subject.size()));
           });
  }
  bool takes(const PartRef& part, schema::PartCommitment::Reader commitment, std::uint16_t kind) {
    if (commitment.getClass() == schema::PartClass::LIST) return false;  // ids and numbers, sealed for nobody
    if (names(order_.keep, part)) return false;
    if (order_.scope == Scope::CASE_PARTS) return !is_never_purged(kind);
    if (!names(order_.parts, part)) return false;
    found.push_back(part);
    return true;
  }

  const ErasureOrder& order_;
  std::set<CaseId> cases_;
  Buffer erased_;
};

Result<Survey> surveyed(const Log& log, const ErasureOrder& order, std::uint64_t until) {
  Survey survey(order);
  INZICHT_CHECK(log.scan(0, until, [&](const EventView& stored) {
    const auto message = stored.purged ? std::nullopt : HeaderMessage::stored(stored.header);
    if (message) survey.look_at(stored, message->header());
    return true;
  }));
  survey.finish();
  return survey;
}

}  // namespace

bool is_never_purged(std::uint16_t kind) {
  return is_registry_event(kind) || std::ranges::find(kept_kinds, kind) != kept_kinds.end();
}

Result<ErasureOrder> erasure_order(const Log& log, const EventId& decision) {
  INZICHT_TRY(place, log.find(decision));
  if (!place) return fail(ErrorCode::not_found, "erase: there is no such decision");
  INZICHT_TRY(record, log.read(place->index));
  const auto message = HeaderMessage::stored(record.header);
  if (!message)
    return fail(ErrorCode::corruption,
                fmt::format("erase: the decision cannot be read (index={})", place->index));
  const auto header = message->header();
  if (header.getKind() != kind_decided)
    return fail(ErrorCode::not_found, "erase: expected an event 1208 erasureDecided as the decision");
  const auto facts = header.getFacts().getErasureDecided();
  return ErasureOrder{facts.getScope(), id_or_zero<CaseId>(header.getCase()),
                      ids_of<SubjectId>(facts.getAbout()), part_refs_of(facts.getParts()),
                      part_refs_of(facts.getKeep())};
}

Result<ErasurePlan> plan_erasure(const Log& log, const ErasureOrder& order) {
  if (order.scope == Scope::PURGE || order.scope == Scope::UNSET)
    return fail(ErrorCode::bad_input,
                "erase: scope: this version carries out wholeSubject, listedParts and caseParts");
  for (const auto& part : order.parts)
    if (names(order.keep, part))
      return fail(ErrorCode::bad_input,
                  "erase: the decision both lists and keeps part " + name_of(part) + ": decide anew");
  INZICHT_TRY(survey, surveyed(log, order, log.size()));
  if (!survey.kept_with_key.empty())
    return fail(ErrorCode::bad_input,
                "erase: the decision keeps part " + name_of(survey.kept_with_key.front()) +
                    ", which goes with the key of its person: decide anew with scope listedParts");
  if (order.scope == Scope::CASE_PARTS) return std::move(survey.plan);
  // What belongs to the persons who go may be listed as well: it goes with their key.
  for (const auto& part : order.parts) {
    if (names(survey.found, part)) continue;
    INZICHT_TRY(place, log.find(part.event));
    const auto record = place ? log.read(place->index) : Result<EventRecord>(EventRecord{});
    const auto message = record && !record->purged ? HeaderMessage::stored(record->header) : std::nullopt;
    const bool own =
        message && part.part < message->header().getParts().size() && order.scope == Scope::WHOLE_SUBJECT &&
        names(order.about, id_or_zero<SubjectId>(message->header().getParts()[part.part].getSubject()));
    if (!own)
      return fail(ErrorCode::bad_input,
                  "erase: the decision lists part " + name_of(part) +
                      ": expected a part with words of an event of the same case; decide anew");
  }
  return std::move(survey.plan);
}

Result<ErasurePlan> survey_erasure(const Log& log, const ErasureOrder& order, std::uint64_t until) {
  INZICHT_TRY(survey, surveyed(log, order, until));
  return std::move(survey.plan);
}

}  // namespace inzicht
