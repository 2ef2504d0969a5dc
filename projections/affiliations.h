// Of which organisation somebody was when something happened, and whom the facts of an event name.
//
// Shape:   what the registry says (103) by the day that the event occurred; before the first of them, the
// first. Zero: of none, or not
//          enrolled.
// Errors:  those of the log. Threads: const use is safe from any thread.
// Source:  docs/domain.md §2.1, §4.1.
#pragma once
#include <map>
#include <utility>
#include <vector>

#include "ledger/log/log.h"
#include "ledger/schema/header.capnp.h"
#include "projections/view.h"

namespace inzicht {

class Affiliations {
 public:
  // As the registry was recorded by `query.recorded_until`.
  static Result<Affiliations> read(const Log& log, const ViewQuery& query);
  void enrolled(const ActorId& actor, Micros from, const OrganisationId& organisation) {
    of_[actor].emplace_back(from, organisation);
  }

  OrganisationId of(const ActorId& actor, Micros at) const;

 private:
  std::map<ActorId, std::vector<std::pair<Micros, OrganisationId>>> of_;  // in order of what occurred
};

// Organisations and participants that the facts of a header name: to whom, with whom, from whom, by whom.
struct NamedParties {
  std::vector<OrganisationId> organisations;
  std::vector<ActorId> actors;
};
NamedParties named_parties(schema::Header::Reader header);

}  // namespace inzicht
