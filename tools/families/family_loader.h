// Loads an example family into a new ledger with a simulated clock: set-up events from the cast, then the rows in order.
//
// Shape:   keys of all actors are made in DIR/keys/<id>; the passphrase lies beside them in example-passphrase.
// Errors:  the first row that is not recorded ends the loading, with the row and the refusal.
// Source:  docs/domain.md §10.
#pragma once
#include <functional>

#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"
#include "tools/families/family_row.h"

namespace inzicht::families {

struct FamilyReport {
  std::uint64_t set_up = 0;
  std::uint64_t rows = 0;
  CaseId kase;
  std::vector<EventId> events;  // of the rows, in order
};
struct LoadFailure {
  std::string where;  // "row 26", "set-up: 106 w3"
  std::variant<Error, Refused> why;
};

class Stage {
 public:
  // A new ledger in `folder`, which must be empty or new.
  static std::expected<std::unique_ptr<Stage>, LoadFailure> create(const std::filesystem::path& folder);
  ~Stage();
  OpenLedger& ledger() { return *ledger_; }
  Author* author(const std::string& id);
  std::expected<FamilyReport, LoadFailure> load(const std::string& family, const std::function<void(std::uint64_t, std::uint64_t)>& progress);

 private:
  Stage() = default;
  std::optional<LoadFailure> set_up();
  std::optional<LoadFailure> record(const std::string& where, Author& author, const Json& draft, EventId* event, const std::string& role, const std::string& org);
  std::optional<LoadFailure> enrol(const Json& actor);
  std::optional<LoadFailure> grant(const Json& actor, const std::string& role, const std::vector<std::string>& powers);
  std::optional<LoadFailure> adopt(const std::string& alias, const Json& facts, const std::string& title);

  std::filesystem::path folder_;
  crypto::Secret passphrase_;
  std::unique_ptr<OpenLedger> ledger_;
  std::map<std::string, std::unique_ptr<Author>> authors_;
  std::map<std::string, std::string> roles_, organisations_;  // of actors
  class Names;
  std::unique_ptr<Names> names_;
  FamilyNames family_names_;
  std::uint64_t set_up_events_ = 0;
};

}  // namespace inzicht::families
