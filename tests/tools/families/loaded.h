// An example family loaded through the service, and what its ledger says about it, by the table's numbers and names.
#pragma once
#include <map>
#include <set>

#include "ledger/verify/verify.h"
#include "tests/support/temp_dir.h"
#include "tools/families/family_loader.h"

namespace inzicht::families {

struct Loaded {
  std::unique_ptr<testing::TempDir> folder = std::make_unique<testing::TempDir>();
  std::unique_ptr<Stage> stage;
  FamilyReport report;

  // 0 when the event is no row of the family.
  unsigned row_of(const EventId& event) const;
  std::optional<std::uint64_t> index_of(unsigned row) const;
  std::uint64_t events_of_case() const;
  SubjectId person(const std::string& id) const;  // of the table: "M"
};
std::string said(const LoadFailure& failure);
// Fails the test, and says why, when a row is refused.
Loaded load(const std::string& family);

// The rules found for each row when it was recorded; a row without findings is absent.
using Findings = std::map<unsigned, std::set<std::string>>;
Findings findings_of(Loaded& loaded);
// A file of tests/data/families: "26: DRANG-01" a line, with words for readers behind it. The catalogue's findings; those that this
// version does not judge yet for that kind are left out.
Findings read_findings(const std::string& file, const std::string& family);
std::string said(const Findings& findings);
// Whether this version judges the rule when an event of that kind is recorded.
bool judges(std::string_view rule, std::uint16_t kind);

// The decisions, shares, meetings, consultations and informings of the family's privacy log, in Dutch, a line each.
std::vector<std::string> privacy_log(const Loaded& loaded, const std::optional<SubjectId>& person = std::nullopt);
// Lines of a file that are neither empty nor for readers only (#).
std::vector<std::string> read_lines(const std::string& file);

// Closes the ledger, then verifies all that is stored.
VerifyReport closed_and_verified(Loaded& loaded);
// The same, and fails the test when anything is found.
VerifyReport verified(Loaded& loaded);

}  // namespace inzicht::families
