// A ledger with many made-up families, all rules on: their trajectories go side by side, each team recording its own.
//
// Shape:   the registry of the example families (organisations, agreements, policies) and teams of five, whose keys record one after the
//          other. Time is simulated: a month is drafted and signed, then recorded by all teams at once; only recording is timed.
// Errors:  the first row that is refused, with its kind and rule: the generator makes none.
// Source:  docs/performance.md.
#pragma once
#include <functional>
#include <memory>

#include "tools/bench/trajectory.h"
#include "tools/families/family_loader.h"

namespace inzicht::bench {

struct FamiliesRecorded {
  std::uint64_t events = 0;    // of families
  std::uint64_t findings = 0;  // rules not met, as recorded
  double seconds = 0;          // of recording alone
  std::vector<double> took_us; // of each event
};

class ManyFamilies {
 public:
  static Result<std::unique_ptr<ManyFamilies>> create(const std::filesystem::path& folder, unsigned teams);
  ~ManyFamilies();
  // Families begin spread over three years. `first_closed` is called once, between two months, with the first case that was closed.
  using CaseClosed = std::function<Status(const CaseId&)>;
  Result<FamiliesRecorded> record(std::uint64_t families, std::uint64_t seed, const std::function<void(std::uint64_t done, std::uint64_t total)>& progress,
                                  const CaseClosed& first_closed);
  OpenLedger& ledger();

 private:
  ManyFamilies() = default;
  struct OneFamily;
  struct Beginning;
  struct TeamAtWork;
  std::unique_ptr<OneFamily> begin_family(const Beginning& beginning, const Team& team);
  void share_out(std::uint64_t families, std::uint64_t seed);
  Status prepare(OneFamily& family, TeamAtWork& team);
  Status prepare_round(TeamAtWork& team, Micros until);
  void record_round(TeamAtWork& team, const std::function<void(Micros)>& reach);
  template <class Work>
  double together(const Work& work);

  std::unique_ptr<families::Stage> stage_;
  std::map<std::string, Digest> policy_hashes_;  // by event id
  std::vector<std::unique_ptr<TeamAtWork>> teams_;
};

}  // namespace inzicht::bench
