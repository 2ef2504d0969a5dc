#include "tools/families/family_found.h"

#include <algorithm>
#include <set>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/codec/strict.h"
#include "ledger/service/erasure.h"

namespace inzicht::families {
namespace {

constexpr std::uint32_t reporter_part = 3012;

struct FoundPart {
  std::uint16_t number = 0;
  schema::PartClass cls = schema::PartClass::UNSET;
  std::uint32_t type = 0;
  Buffer subject;
};
struct FoundEvent {
  std::uint64_t index = 0;
  EventId event;
  ActorId actor;
  Digest leaf_hash{};
  std::vector<Buffer> subjects;
  std::vector<FoundPart> parts;
  bool names(const Buffer& subject) const { return std::ranges::find(subjects, subject) != subjects.end(); }
};

Buffer buffer_of(capnp::Data::Reader data) { return {data.begin(), data.end()}; }

FoundEvent event_of(std::uint64_t index, const EventRecord& record, schema::Header::Reader h) {
  FoundEvent out;
  out.index = index;
  out.event = EventId::from({h.getEvent().begin(), h.getEvent().size()}).value_or(EventId{});
  out.actor = ActorId::from({h.getActor().begin(), h.getActor().size()}).value_or(ActorId{});
  out.leaf_hash = crypto::leaf_hash(record.leaf);
  for (auto subject : h.getSubjects()) out.subjects.push_back(buffer_of(subject));
  std::uint16_t number = 0;
  for (auto part : h.getParts()) out.parts.push_back({number++, part.getClass(), part.getPartType(), buffer_of(part.getSubject())});
  return out;
}

Result<std::vector<FoundEvent>> events_of(OpenLedger& ledger, const CaseId& kase) {
  std::vector<FoundEvent> out;
  INZICHT_TRY(places, ledger.log().positions({ChainClass::kase, kase.bytes}, 1, 10'000));
  for (const auto& place : places) {
    INZICHT_TRY(record, ledger.log().read(place.index));
    if (record.purged) continue;
    const auto message = HeaderMessage::stored(record.header);
    if (!message) return fail(ErrorCode::corruption, "family: a header does not read");
    out.push_back(event_of(place.index, record, message->header()));
  }
  return out;
}

Json reference(const EventId& event, std::uint16_t part) { return {{"event", to_text(event)}, {"part", part}}; }

std::vector<Buffer> persons(const Json& names, const IdResolver& ids) {
  std::vector<Buffer> out;
  for (const auto& one : names.is_array() ? names : Json::array({names}))
    if (auto id = ids.resolve(schema::IdKind::SUBJECT, one.get<std::string>())) out.push_back(std::move(*id));
  return out;
}

bool is_one_of(const std::vector<Buffer>& all, const Buffer& one) { return std::ranges::find(all, one) != all.end(); }

// Why a part is left out of a copy about this person; nothing when it is shown (RIGHT-04).
std::optional<std::string> redaction_ground(const FoundPart& part, const Buffer& about, const CaseId& kase, const Registry& registry) {
  if (part.type == reporter_part && part.subject != about) return "sourceProtection";
  if (part.subject.empty() || part.subject == about || std::ranges::equal(part.subject, kase.bytes)) return std::nullopt;
  const auto actor = ActorId::from(part.subject);
  return actor && registry.find_actor(*actor) != nullptr ? "staffIdentity" : "thirdParty";
}

// Every part is shown, or left out on a ground that the row names; and the names of who recorded it, which stand in their enrolments.
void inspection(Json& facts, const std::vector<FoundEvent>& events, OpenLedger& ledger, const CaseId& kase, const IdResolver& ids) {
  std::set<std::string> grounds;
  for (const auto& one : facts["redactions"]) grounds.insert(one["ground"].get<std::string>());
  const Buffer about = persons(facts["about"], ids).at(0);
  Json redactions = Json::array();
  std::uint64_t shown = 0;
  ledger.service().with_registry([&](const Registry& registry) {
    std::set<ActorId> staff;
    for (const auto& event : events) {
      for (const auto& part : event.parts) {
        const auto ground = redaction_ground(part, about, kase, registry);
        if (ground && grounds.contains(*ground)) redactions.push_back({{"part", reference(event.event, part.number)}, {"ground", *ground}});
        if (!ground) ++shown;
      }
      const ActorInfo* who = registry.find_actor(event.actor);
      const bool named = who != nullptr && who->kind == schema::ActorKind::PROFESSIONAL && grounds.contains("staffIdentity");
      if (named && staff.insert(event.actor).second) redactions.push_back({{"part", reference(who->event, 0)}, {"ground", "staffIdentity"}});
    }
  });
  facts["fromIndex"] = events.front().index;
  facts["toIndex"] = events.back().index;
  facts["shown"] = shown;
  facts["redacted"] = redactions.size();
  facts["redactions"] = std::move(redactions);
}

// What is about the case as a whole is kept, and said to be (docs/domain.md §0.6).
void erasure_decided(Json& facts, const std::vector<FoundEvent>& events, const CaseId& kase, const IdResolver& ids) {
  const auto about = persons(facts["about"], ids);
  Json keep = Json::array();
  for (const auto& event : events)
    if (std::ranges::any_of(about, [&](const Buffer& one) { return event.names(one); }))
      for (const auto& part : event.parts)
        if (std::ranges::equal(part.subject, kase.bytes)) keep.push_back(reference(event.event, part.number));
  if (!keep.empty()) facts["keep"] = std::move(keep);
}

Status erasure_executed(Json& draft, OpenLedger& ledger, const IdResolver& ids) {
  Json& facts = draft["facts"];
  std::optional<EventId> decision;
  for (const auto& one : draft["references"])
    if (const auto raw = one["relation"] == "executes"
                             ? ids.resolve(schema::IdKind::EVENT, one["event"].get<std::string>())
                             : std::nullopt)
      decision = EventId::from(*raw);
  if (!decision) return fail(ErrorCode::bad_input, "family: an erasure executes a decision");
  INZICHT_TRY(order, erasure_order(ledger.log(), *decision));
  INZICHT_TRY(plan, plan_erasure(ledger, order));
  Json purged = Json::array();
  for (const auto& one : plan.purge) purged.push_back({{"index", one.index}, {"leaf", crypto::base64(one.leaf_hash)}, {"ground", "avgRequest"}});
  facts["epoch"] = ledger.keys().epochs.rbegin()->first + 1;
  facts["certificate"] = crypto::base64(plan.certificate);
  if (!purged.empty()) draft["parts"].push_back({{"part", "purged"}, {"fields", {{"rows", std::move(purged)}}}});
  return begin_erasure(ledger);
}

// An access event stands in no case; it names the version it was served, and the parts: the last ones of these classes and persons.
void reading(Json& draft, const std::vector<FoundEvent>& events, OpenLedger& ledger, const CaseId& kase, const IdResolver& ids) {
  Json& facts = draft["facts"];
  const auto version = ledger.service().case_version(kase);
  facts["cases"] = Json::array({{{"case", to_text(kase)}, {"count", version.count}, {"head", crypto::base64(version.head.value_or(Digest{}))}}});
  facts["filter"] = crypto::base64(crypto::sha256(crypto::bytes_of("{}")));
  const auto about = persons(facts["about"], ids);
  std::vector<Json> opened;
  for (const auto& event : events)
    for (const auto& part : event.parts)
      if (is_one_of(about, part.subject) && std::ranges::any_of(facts["classes"], [&](const Json& one) { return one == code_of(part.cls); }))
        opened.push_back(reference(event.event, part.number));
  const auto wanted = std::min<std::size_t>(facts["parts"].get<std::size_t>(), opened.size());
  draft["parts"].push_back({{"part", "opened"}, {"fields", {{"parts", std::vector<Json>(opened.end() - static_cast<std::ptrdiff_t>(wanted), opened.end())}}}});
  draft.erase("case");
}

// No file is made here: the head of the case's chain stands for its manifest.
Status bundle(Json& facts, const std::vector<FoundEvent>& events, OpenLedger& ledger, const CaseId& kase) {
  std::uint64_t erased = 0;
  for (const auto& event : events)
    for (const auto& part : event.parts) {
      const auto subject = PartSubjectId::from(part.subject);
      if (!subject) continue;
      INZICHT_TRY(key, ledger.vault().find_key(*subject));
      if (!key) ++erased;
    }
  facts["scopeCase"] = to_text(kase);
  facts["fromIndex"] = events.front().index;
  facts["toIndex"] = events.back().index;
  facts["shown"] = events.size();
  facts["withheld"] = 0;
  facts["erased"] = erased;
  facts["manifest"] = crypto::base64(ledger.service().case_version(kase).head.value_or(Digest{}));
  return {};
}

}  // namespace

Status add_what_is_found(Json& draft, OpenLedger& ledger, const CaseId& kase, const IdResolver& ids) {
  const auto kind = draft["kind"].get<unsigned>();
  if (kind != 1203 && kind != 1208 && kind != 1209 && kind != 1301 && kind != 1303) return {};
  INZICHT_TRY(events, events_of(ledger, kase));
  if (events.empty()) return fail(ErrorCode::not_found, "family: the case holds no events");
  if (kind == 1203) inspection(draft["facts"], events, ledger, kase, ids);
  if (kind == 1208) erasure_decided(draft["facts"], events, kase, ids);
  if (kind == 1209) INZICHT_CHECK(erasure_executed(draft, ledger, ids));
  if (kind == 1301) reading(draft, events, ledger, kase, ids);
  return kind == 1303 ? bundle(draft["facts"], events, ledger, kase) : Status{};
}

}  // namespace inzicht::families
