// What an order to erase takes: read from the headers alone.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/digest.h"
#include "crypto/merkle/tree.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/strict.h"
#include "ledger/domain/rights.h"
#include "ledger/rules/catalogue_tables.h"
#include "ledger/service/erasure_parts.h"

namespace inzicht {
namespace {

constexpr std::uint16_t kind_opened = 201, kind_decided = 1208;
constexpr std::array<std::uint16_t, 4> kept_kinds{1206, 1207, 1208, 1209};

using Scope = schema::ErasureScope;

std::string name_of(const PartRef& part) { return fmt::format("{}.{}", to_text(part.event), part.part); }

// One pass over the headers.
class Survey {
 public:
  explicit Survey(const ErasureOrder& order) : order_(order) {}

  // For a purge: the events of its case that may go, each with its own term or all together.
  void purge_until(const Retention& retention) { retention_ = retention; }

  void look_at(const EventView& stored, schema::Header::Reader header) {
    if (order_.scope == Scope::PURGE) return look_at_for_purge(stored, header);
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

  std::optional<Micros> last_change;  // of the file, for a purge
  bool under_jeugdwet = false;
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

  void look_at_for_purge(const EventView& stored, schema::Header::Reader header) {
    const auto leaf = decode_leaf(stored.leaf);
    if (!leaf || !header.hasCase() || id_or_zero<CaseId>(header.getCase()) != order_.kase) return;
    if (is_change_of_file(header.getKind())) last_change = leaf->recorded_at;
    if (is_never_purged(header.getKind())) return;
    if (header.getKind() == kind_opened)
      for (auto law : header.getFacts().getCaseOpened().getLaws()) under_jeugdwet = under_jeugdwet || law == schema::TaskLaw::JEUGDWET;
    if (is_wmo(order_) && add(leaf->recorded_at, retention_.wmo) > retention_.now) return;
    const auto event = id_or_zero<EventId>(header.getEvent());
    for (unsigned n = 0; n < header.getParts().size(); ++n) {
      const auto part = header.getParts()[n];
      if (part.getClass() == schema::PartClass::LIST) continue;
      ++plan.parts;
      crypto::append(erased_, event.bytes);
      erased_.push_back(static_cast<std::uint8_t>(n));
      plan.words.push_back({stored.index, static_cast<std::uint16_t>(n), PartSubjectId::from({part.getSubject().begin(), part.getSubject().size()}).value_or(PartSubjectId{})});
    }
    plan.purge.push_back({stored.index, crypto::leaf_hash(stored.leaf)});
    if (plan.events++ == 0) plan.first = stored.index;
    plan.last = stored.index;
    cases_.insert(order_.kase);
  }

  const ErasureOrder& order_;
  Retention retention_;
  std::set<CaseId> cases_;
  Buffer erased_;
};

Result<Survey> surveyed(const Log& log, const ErasureOrder& order, std::uint64_t until, const Retention& retention = {}) {
  Survey survey(order);
  survey.purge_until(retention);
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
                      part_refs_of(facts.getKeep()), facts.getGround(), std::string(facts.getArticle().cStr())};
}

bool is_wmo(const ErasureOrder& order) { return order.article.starts_with("WMO-"); }

Retention retention_on(const Registry& registry, Micros now) {
  const auto length = [&](std::string_view key) {
    const ParameterInfo* parameter = find_parameter(key);
    INZICHT_ASSERT(parameter != nullptr);
    return parse_duration(value_in_force(registry, *parameter, local_date(now)).value).value_or(Duration{100 * 12, 0, 0});
  };
  return {length("retentionJeugdwet"), length("retentionWmo"), now};
}

namespace {

Result<ErasurePlan> plan_purge(const Log& log, const ErasureOrder& order, const Retention& retention) {
  if (order.ground != schema::ErasureGround::RETENTION_ENDED)
    return fail(ErrorCode::bad_input, "erase: ground: expected retentionEnded for a decision of scope purge; decide anew");
  if (!order.keep.empty() || !order.parts.empty()) return fail(ErrorCode::bad_input, "erase: expected no list of parts in a decision of scope purge; decide anew");
  INZICHT_TRY(survey, surveyed(log, order, log.size(), retention));
  if (!survey.last_change) return fail(ErrorCode::not_found, "erase: nothing of this case is left to purge");
  if (is_wmo(order) && survey.under_jeugdwet)
    return fail(ErrorCode::conflict, "erase: this case is kept under the Youth Act as well, and for longer: decide on that ground");
  const Micros due = is_wmo(order) ? retention.now : add(*survey.last_change, retention.jeugdwet);
  if (due > retention.now) return fail(ErrorCode::conflict, fmt::format("erase: the term of this case runs until {}", to_text(local_date(due))));
  if (survey.plan.purge.empty()) return fail(ErrorCode::conflict, "erase: the term of no event of this case has passed yet");
  if (survey.plan.purge.size() > limits::list_items_max)
    return fail(ErrorCode::limit, fmt::format("erase: expected at most {} events in one purge, found {}", limits::list_items_max, survey.plan.purge.size()));
  return std::move(survey.plan);
}

}  // namespace

Result<ErasurePlan> plan_erasure(OpenLedger& ledger, const ErasureOrder& order) {
  const auto retention = ledger.service().with_registry([&](const Registry& registry) { return retention_on(registry, ledger.clock().now()); });
  return plan_erasure(ledger.log(), order, retention);
}

Result<ErasurePlan> plan_erasure(const Log& log, const ErasureOrder& order, const Retention& retention) {
  if (order.scope == Scope::UNSET) return fail(ErrorCode::bad_input, "erase: scope: expected wholeSubject, listedParts, caseParts or purge");
  if (order.scope == Scope::PURGE) return plan_purge(log, order, retention);
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
