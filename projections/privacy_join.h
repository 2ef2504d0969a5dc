// One row of the privacy log with what the other events of its case add to it.
#pragma once
#include "projections/affiliations.h"
#include "projections/privacy_row.h"

namespace inzicht::views {

struct PrivacyLine {
  std::uint64_t index = 0;
  PrivacyRow row;
  Ground ground;                  // of a share: with that of the decisions it executes
  bool no_decision = false;       // a share that executes none
  bool against_decision = false;  // one that executes a decision not to share
  std::vector<Micros> informed;   // when somebody was told of it, or of its decision
  std::optional<OrganisationId> organisation;    // of who did it
  std::vector<OrganisationId> parties;           // of each recipient; zero: none is known
  std::vector<schema::BreachSeverity> breaches;  // recorded about it; of a breach its own
  std::vector<Micros> authority_told;            // when the authority was told of those

  // Something left the team, so the person should know of it.
  bool shares() const { return row.is_share() || (row.decides() && !row.declines()); }
  bool not_told() const;
};

// Puts the events of one case together: shares with their decisions, both with what was told of them.
void join(std::vector<PrivacyLine>& lines);
// Of which organisation whoever did it and whoever received it were then.
void resolve(PrivacyLine& line, const Affiliations& affiliations);

}  // namespace inzicht::views
