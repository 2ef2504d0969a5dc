// The first day, with a privacy officer, a team leader, an archivist and a specialist, and one person in the
// case.
#pragma once
#include "tests/tools/cli/shell.h"

namespace inzicht::testing {

class Office : public FirstDay {
 public:
  Office();
  // Somebody with a key and a mandate of the organisation; answers their id.
  std::string enrol(const std::string& name, const std::string& role, const Words& powers) const;
  // With --json, which must succeed.
  nlohmann::json recorded(Words words, const std::string& input = "") const;
  // The privacy officer decides to erase (1208), and the team leader signs too; answers the event.
  std::string erasure_decided(nlohmann::json facts) const;
  Said read_by_coach() const { return run(coach({"timeline", kase})); }

  std::string po, leader, archivist, specialist, person, signal;
};

}  // namespace inzicht::testing
