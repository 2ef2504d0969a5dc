// How long a purge after retention must have waited: by the article of the decision that it carries out, and the term that the
// policies in force gave that day.
//
// Shape:   takes headers in log order; a decision and a policy count from where they stand.
// Source:  docs/formats.md §5 (purge); JW 7.3.8(3), Wmo 5.3.4; docs/domain.md §6.3 (retentionJeugdwet, retentionWmo).
#pragma once
#include <map>
#include <optional>

#include "ledger/base/ids.h"
#include "ledger/base/time.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

class RetentionTerms {
 public:
  void take(const EventId& id, schema::Header::Reader header);
  // Of a 1209; nothing when it is no purge after retention. One whose decision is not there waits for the longest term.
  std::optional<Duration> asked_by(schema::Header::Reader executed, Micros recorded_at) const;

 private:
  struct Policy {
    Date from;
    std::optional<Date> until;
    Duration term;
  };
  const std::vector<Policy>& policies(bool is_wmo) const { return is_wmo ? wmo_ : jeugdwet_; }
  Duration term_on(bool is_wmo, const Date& day) const;

  std::vector<Policy> jeugdwet_, wmo_;  // in order of recording: the last one in force counts
  std::map<EventId, bool> is_wmo_;      // decisions to purge
};

}  // namespace inzicht
