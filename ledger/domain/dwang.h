// Dwang: what an authority ordered (906) and how it ended (908).
//
// Shape:   a measure is in force from its first day until validUntil, its end, or the order that supersedes it.
// Source:  docs/domain.md §0.8, §4.9, §5.2; SKJ 18.017B (the ground of yesterday is none today).
#pragma once
#include <string>

#include "ledger/domain/values.h"

namespace inzicht {

struct Measure {
  EventId event;
  std::uint64_t index = 0;
  schema::DwangMeasure measure = schema::DwangMeasure::UNSET;
  schema::DwangOutcome outcome = schema::DwangOutcome::UNSET;
  std::vector<SubjectId> about;
  OrganisationId executor;
  schema::OrderAuthority authority = schema::OrderAuthority::UNSET;
  std::string article;  // key of the law table
  Date decided_on;
  Date valid_from;                 // else the day of the decision
  std::optional<Date> valid_until; // the first day that it no longer holds
  std::optional<Date> ended_on;    // by a 908, or by the order that took its place
  bool in_force(const Date& on) const;
};

class DwangOrders {
 public:
  void decided(const Recorded& event);
  void ended(const Recorded& event);

  const Measure* find(const EventId& event) const;
  // The measures in force about this person on that day.
  std::vector<const Measure*> in_force(const SubjectId& about, const Date& on) const;

 private:
  void end(const EventId& event, const Date& on);

  std::vector<Measure> measures_;
};

}  // namespace inzicht
