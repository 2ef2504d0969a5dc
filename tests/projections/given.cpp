#include "tests/projections/given.h"

#include <stdexcept>

#include "crypto/digest.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/strict.h"
#include "ledger/vault/part_seal.h"

namespace inzicht::testing {
namespace {

EventId numbered(std::uint64_t n) {
  EventId id;
  id.bytes[0] = 0xEE;
  for (unsigned i = 0; i < 8; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(n >> (8 * i));
  return id;
}

// As large as real ones, so that measurements mean something.
constexpr std::size_t signature_block_bytes = 100;
constexpr std::size_t tags = 4;
const crypto::Salt list_salt{7};

const PlainIds plain_ids;

Digest filler(std::uint64_t n) {
  const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(n), static_cast<std::uint8_t>(n >> 8)};
  return crypto::sha256(bytes);
}

Buffer admission_of(const Given& given, std::size_t parts, std::uint64_t n) {
  capnp::MallocMessageBuilder message;
  auto admission = message.initRoot<schema::Admission>();
  const auto digest = filler(n);
  const auto data = capnp::Data::Reader(digest.data(), digest.size());
  admission.setSalt({digest.data(), 16});
  admission.setRules(data);
  auto policies = admission.initPolicies(2);
  for (unsigned i = 0; i < 2; ++i) policies.set(i, {digest.data(), 16});
  if (parts > 0) {
    auto sealed = admission.initSealedParts(static_cast<unsigned>(parts));
    for (unsigned i = 0; i < parts; ++i) sealed.set(i, data);
  }
  if (!given.findings.empty()) {
    auto list = admission.initFindings(static_cast<unsigned>(given.findings.size()));
    for (unsigned i = 0; i < given.findings.size(); ++i) {
      list[i].setRule(given.findings[i].first.c_str());
      list[i].setOutcome(given.findings[i].second ? schema::Finding::Outcome::EXPLAINED : schema::Finding::Outcome::WARNED);
    }
  }
  return canonical_bytes_of<schema::Admission>(admission.asReader());
}

std::vector<PartSealInfo> seals_of(const Draft& draft, const Given& given) {
  std::vector<PartSealInfo> out;
  for (const auto& part : draft.parts) {
    PartSealInfo seal;
    if (part.subject) {
      seal.subject = part.subject;
    } else if (given.kase) {
      seal.subject = PartSubjectId{given.kase->bytes};
    }
    seal.commitment = part.cls == schema::PartClass::LIST ? part_commitment(list_salt, *pad_part(part.message)) : crypto::sha256(part.message);
    seal.padded_length = 256;
    out.push_back(seal);
  }
  return out;
}

}  // namespace

Micros local(std::string_view text) {
  const auto time = parse_local(text);
  if (!time) throw std::runtime_error("not a local time: " + std::string{text});
  return *time;
}

NewEvent Ledger::make(const Json& in, const Given& given) {
  Json json = in;
  if (json["kind"].is_number()) json["kind"] = std::to_string(json["kind"].get<int>());
  if (!json.contains("role")) json["role"] = "wijkcoach";
  if (!json.contains("organisation")) json["organisation"] = to_text(team);
  if (!json.contains("occurred")) json["occurred"] = given.occurred;
  if (given.kase) json["case"] = to_text(*given.kase);
  auto draft = draft_from_json(json, given.ids != nullptr ? *given.ids : plain_ids);
  if (!draft) throw std::runtime_error("draft: " + draft.error().field + ": " + draft.error().en);
  for (auto& reference : draft->references) reference.header_hash = hashes_.at(reference.event);
  const auto id = numbered(++made_);
  const Envelope envelope{Digest{9}, id, given.actor, Digest{given.actor.bytes[15]}, made_, filler(made_), {}, made_, filler(made_ + 1), made_, filler(made_ + 2)};
  NewEvent event;
  event.event = id;
  event.record.header = build_header(*draft, envelope, seals_of(*draft, given));
  event.header_hash = crypto::sha256(event.record.header);
  event.record.admission = admission_of(given, draft->parts.size(), made_);
  event.record.signatures.assign(signature_block_bytes, static_cast<std::uint8_t>(made_));
  const Micros recorded = given.recorded.empty() ? draft->occurred->from + 1'800 * micros_per_second : local(given.recorded);
  event.record.leaf = encode_leaf({event.header_hash, {}, recorded, crypto::sha256(event.record.admission), std::vector<crypto::Tag>(tags)});
  event.parts.assign(draft->parts.size(), {false, Buffer(60), Buffer(64)});
  for (std::size_t i = 0; i < draft->parts.size(); ++i)  // lists are not sealed, and views read them
    if (draft->parts[i].cls == schema::PartClass::LIST) event.parts[i] = {false, {}, store_list_part({list_salt, *pad_part(draft->parts[i].message)})};
  hashes_[id] = event.header_hash;
  if (given.kase) place(event, {ChainClass::kase, given.kase->bytes});
  if (json["facts"].contains("cases"))  // an access event stands with every case it looked at
    for (const auto& one : json["facts"]["cases"])
      place(event, {ChainClass::read, CaseId::from(*plain_ids.resolve(schema::IdKind::CASE, one["case"].get<std::string>()))->bytes});
  if (is_registry_event(draft->kind->id)) place(event, {ChainClass::registry, {}});
  return event;
}

void Ledger::place(NewEvent& event, const PositionList& list) { event.positions.push_back({list, ++numbers_[list], Digest{}}); }

void Ledger::append(std::span<const NewEvent> events) {
  if (const auto status = log_->append(events); !status) throw std::runtime_error(status.error().text);
}

EventId Ledger::add(const Json& draft, const Given& given) {
  const auto event = make(draft, given);
  append({&event, 1});
  return event.event;
}

std::uint64_t Ledger::index_of(const EventId& event) const { return log_->find(event).value().value().index; }

}  // namespace inzicht::testing
