// An entry as somebody types it with --set, and what the program said it put beside it.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tests/tools/cli/office.h"

namespace inzicht::testing {

using Proposed = std::vector<std::pair<std::string, std::string>>;

// "  proposed: place = value", in the order in which it was said.
Proposed proposals_in(const Said& said);
// The same by place, for what is proposed once.
std::map<std::string, std::string> proposed(const Said& said);
// The events proposed under this relation.
std::vector<std::string> proposed_references(const Said& said, const std::string& relation);

class Typed : public Office {
 public:
  // Typed by the wijkcoach.
  Said type(const std::string& kind, const Words& sets, const Words& more = {}) const;
  // What is proposed when it is typed so; nothing is recorded.
  std::map<std::string, std::string> proposed_for(const std::string& kind, const Words& sets,
                                                  const Words& more = {}) const;
  // Recorded, as a deviation where a rule asks for a motive; answers the event.
  std::string entered(const std::string& kind, const Words& sets, const Words& more = {}) const;
  // The newest of this kind.
  std::string last(int kind) const;
  // A child in the household.
  std::string add_child() const;
  // The specialist as helper, in this frame.
  void involve_specialist(const std::string& frame = "vrijwillig") const;
};

}  // namespace inzicht::testing
