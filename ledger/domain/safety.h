// Danger and what was done about it: crises (304, 305), measures before a visit (306), steps of the meldcode (606),
// unilateral intervention and the repair after it (909, 910).
//
// Shape:   a crisis is open until a 305 says that it ended, an intervention until the 910 about it. Steps of the meldcode
//          add up along `follows`, else along the last step about one of the same persons; step 1 without `follows` starts anew.
// Source:  docs/domain.md §3.1, §4.3, §4.6, §4.9; Besluit meldcode art. 2.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct Danger {
  EventId event;
  Micros occurred = 0;
  std::optional<Micros> ended;
  bool is_open(Micros at) const { return occurred <= at && (!ended || at < *ended); }
};
struct MeldcodeNote {
  EventId event;
  Micros occurred = 0;
  std::vector<SubjectId> about;
  CodeSet<schema::MeldcodeStep> own;     // of this event
  CodeSet<schema::MeldcodeStep> before;  // of the events that it goes on from
  CodeSet<schema::MeldcodeOutcome> outcomes;
  bool acute = false;
};
class Safety {
 public:
  void apply(const Recorded& event);

  const std::vector<Danger>& crises() const { return crises_; }
  const std::vector<Danger>& interventions() const { return interventions_; }
  const std::vector<MeldcodeNote>& meldcode() const { return meldcode_; }
  bool prepared_visit(Micros at) const;
  // The meldcode event with what went before it, whether it is recorded or not.
  MeldcodeNote meldcode_of(const Recorded& event) const;

 private:
  const MeldcodeNote* before(const MeldcodeNote& note, const std::optional<EventId>& followed) const;

  std::vector<Danger> crises_;
  std::vector<Danger> interventions_;
  std::vector<Micros> visits_prepared_;
  std::vector<MeldcodeNote> meldcode_;
};

}  // namespace inzicht
