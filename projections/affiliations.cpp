#include "projections/affiliations.h"

#include <capnp/dynamic.h>

#include "ledger/codec/catalogue.h"
#include "projections/read_history.h"

namespace inzicht {
namespace {

constexpr std::uint16_t actor_enrolled = 103;

void take(capnp::StructSchema::Field field, capnp::DynamicValue::Reader value, NamedParties& out);

void take_all(capnp::DynamicStruct::Reader facts, NamedParties& out) {
  for (auto field : facts.getSchema().getFields())
    if (facts.has(field)) take(field, facts.get(field), out);
}

void take(capnp::StructSchema::Field field, capnp::DynamicValue::Reader value, NamedParties& out) {
  switch (value.getType()) {
    case capnp::DynamicValue::STRUCT:
      return take_all(value.as<capnp::DynamicStruct>(), out);
    case capnp::DynamicValue::LIST:
      for (auto one : value.as<capnp::DynamicList>()) take(field, one, out);
      return;
    case capnp::DynamicValue::DATA: {
      const auto kind = id_kind_of(field);
      if (kind == schema::IdKind::ORGANISATION)
        out.organisations.push_back(id_or_zero<OrganisationId>(value.as<capnp::Data>()));
      if (kind == schema::IdKind::ACTOR) out.actors.push_back(id_or_zero<ActorId>(value.as<capnp::Data>()));
      return;
    }
    default:
      return;
  }
}

}  // namespace

Result<Affiliations> Affiliations::read(const Log& log, const ViewQuery& query) {
  INZICHT_TRY(history, ReadHistory::of_registry(log, {.recorded_until = query.recorded_until}));
  Affiliations out;
  for (const auto* event : history->of(actor_enrolled)) {
    const auto facts = event->facts().getActorEnrolled();
    out.enrolled(id_or_zero<ActorId>(facts.getWho()), event->occurred,
                 id_or_zero<OrganisationId>(facts.getOrg()));
  }
  return out;
}

OrganisationId Affiliations::of(const ActorId& actor, Micros at) const {
  const auto found = of_.find(actor);
  if (found == of_.end()) return {};
  OrganisationId out = found->second.front().second;
  for (const auto& [from, organisation] : found->second)
    if (from <= at) out = organisation;
  return out;
}

NamedParties named_parties(schema::Header::Reader header) {
  NamedParties out;
  const capnp::DynamicStruct::Reader facts = header.getFacts();
  KJ_IF_MAYBE (arm, facts.which()) {
    if (facts.has(*arm)) take_all(facts.get(*arm).as<capnp::DynamicStruct>(), out);
  }
  return out;
}

}  // namespace inzicht
