#include "projections/readable.h"

#include <capnp/dynamic.h>

#include <algorithm>

#include "ledger/codec/catalogue.h"

namespace inzicht {
namespace {

constexpr std::uint16_t per_group = 100;
constexpr std::uint16_t tasks_and_plans[] = {804, 805, 806, 807};

bool is_process(std::uint16_t kind) {
  const unsigned group = kind / per_group;
  return group == 2 || group == 5 || group == 10 || group == 11 || std::ranges::find(tasks_and_plans, kind) != std::end(tasks_and_plans);
}

// Whether an id of this kind stands anywhere in the facts.
bool names_id(capnp::DynamicStruct::Reader facts, schema::IdKind kind, Bytes id) {
  for (auto field : facts.getSchema().getFields()) {
    if (!facts.has(field)) continue;
    const bool is_kind = id_kind_of(field) == kind;
    const auto is_it = [&](capnp::DynamicValue::Reader value) {
      if (value.getType() == capnp::DynamicValue::STRUCT) return names_id(value.as<capnp::DynamicStruct>(), kind, id);
      return is_kind && value.getType() == capnp::DynamicValue::DATA && std::ranges::equal(value.as<capnp::Data>(), id);
    };
    const auto value = facts.get(field);
    if (value.getType() != capnp::DynamicValue::LIST && is_it(value)) return true;
    if (value.getType() != capnp::DynamicValue::LIST) continue;
    for (auto one : value.as<capnp::DynamicList>())
      if (is_it(one)) return true;
  }
  return false;
}
bool facts_name(const HistoryEvent& event, schema::IdKind kind, Bytes id) {
  const capnp::DynamicStruct::Reader facts = event.facts();
  KJ_IF_MAYBE (arm, facts.which()) {
    return facts.has(*arm) && names_id(facts.get(*arm).as<capnp::DynamicStruct>(), kind, id);
  }
  return false;
}

class Readable {
 public:
  Readable(const CaseHistory& history, const Registry& registry, const HeaderReader& reader)
      : reader_(reader), reading_(header_reading(reader.role)), knowledge_(history, registry, {}, reader.knower) {}

  bool may(const HistoryEvent& event) const {
    switch (reading_) {
      case HeaderReading::none: return false;
      case HeaderReading::all: return true;
      case HeaderReading::process: return is_process(event.kind());
      case HeaderReading::process_and_signals: return is_process(event.kind()) || event.kind() / per_group == 3;
      case HeaderReading::own: return is_own(event);
      case HeaderReading::about_self: return is_about_self(event);
      case HeaderReading::window: return is_in_window(event);
      case HeaderReading::registry: return event.kind() / per_group == 1;
      case HeaderReading::closing_and_rights: return event.kind() / per_group == 11 || event.kind() / per_group == 12;
      case HeaderReading::white_spots: return event.kind() == 1005 || event.kind() == 1006;
    }
    return false;
  }

 private:
  const HeaderReader& reader_;
  HeaderReading reading_;
  Knowledge knowledge_;

  bool is_own(const HistoryEvent& event) const {
    if (knowledge_.signed_by_knower(event.event)) return true;
    const Proof* proof = knowledge_.first(event.id);
    if (proof != nullptr && (proof->word == ProofWord::attended || proof->word == ProofWord::received || proof->word == ProofWord::received_by_organisation)) return true;
    return facts_name(event, schema::IdKind::ACTOR, reader_.knower.actor.bytes);
  }
  bool is_about_self(const HistoryEvent& event) const {
    if (knowledge_.signed_by_knower(event.event)) return true;
    if (!reader_.self) return false;
    const auto is_self = [&](capnp::Data::Reader id) { return std::ranges::equal(id, reader_.self->bytes); };
    for (auto subject : event.event.header.getSubjects())
      if (is_self(subject)) return true;
    for (auto part : event.event.header.getParts())
      if (is_self(part.getSubject())) return true;
    return facts_name(event, schema::IdKind::SUBJECT, reader_.self->bytes);
  }
  // Without a window the mandate is about nothing.
  bool is_in_window(const HistoryEvent& event) const {
    if (!reader_.window_from && !reader_.window_until) return false;
    return (!reader_.window_from || event.occurred >= *reader_.window_from) && (!reader_.window_until || event.occurred <= *reader_.window_until);
  }
};

}  // namespace

std::set<std::uint64_t> readable_events(const CaseHistory& history, const CaseHistory& reads, const Registry& registry, const HeaderReader& reader) {
  const Readable readable(history, registry, reader);
  std::set<std::uint64_t> out;
  for (const CaseHistory* events : {&history, &reads})
    for (const auto& event : events->events())
      if (readable.may(event)) out.insert(event.event.index);
  return out;
}

}  // namespace inzicht
