// The registry as it was at some point of the log, with what the fold does not keep: when each event was recorded, and where names stand.
#pragma once
#include <map>

#include "ledger/log/log.h"
#include "ledger/registry/registry.h"
#include "projections/line.h"
#include "projections/view_store.h"

namespace inzicht::views {

struct Import {
  EventId event;
  std::uint64_t index = 0;
  schema::ImportSource source = schema::ImportSource::UNSET;
  std::optional<OrganisationId> organisation;
};
struct RegistryAt {
  Registry registry;
  std::vector<Import> imports;              // 1401
  std::map<std::uint64_t, Micros> recorded; // by index
  std::map<std::uint64_t, Place> names;     // by index of the event that gives it
  Micros last_recorded = 0;
};
// Of the events that the stored rows name, those recorded until then.
Result<RegistryAt> registry_at(const ViewStore& store, const Log& log, std::optional<Micros> recorded_until);

}  // namespace inzicht::views
