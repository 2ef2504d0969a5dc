// Loads the example families into a new ledger with a simulated clock: set-up events from the cast, then each family's rows in order.
// Time does not run back: load the family of the earlier years first.
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
  // What the tables call it: "w1", "O4", "M", and "P2" for a policy; the id as people write it when they do not name it.
  std::string name_of(schema::IdKind kind, const Buffer& id) const;
  std::optional<Buffer> id_of(schema::IdKind kind, const std::string& name) const;
  // What the tables' organisations, policies and agreements are called, for rows of other families.
  const FamilyNames& names() const { return family_names_; }
  // Somebody who is not in the cast joins, with an organisation's mandate to record in a role of that organisation.
  std::optional<LoadFailure> join(const std::string& id, const std::string& role, const std::string& org);
  // `alter` may change a row before it is recorded: what would have been refused.
  std::expected<FamilyReport, LoadFailure> load(const std::string& family, const std::function<void(std::uint64_t, std::uint64_t)>& progress,
                                                const std::function<void(FamilyRow&)>& alter = {});

 private:
  Stage() = default;
  std::optional<LoadFailure> set_up();
  std::optional<LoadFailure> record(const std::string& where, Author& author, const Json& draft, EventId* event, const std::string& role, const std::string& org);
  std::vector<const crypto::Signer*> cosigners_of(const Json& draft, const std::string& author);
  std::optional<LoadFailure> enrol(const Json& actor);
  std::optional<LoadFailure> grant(const Json& actor, const std::string& role, const std::vector<std::string>& powers);
  std::optional<LoadFailure> record_row(const std::string& family, const FamilyRow& row, FamilyNames& names, EventId& event);
  void follow_roles(const FamilyRow& row, const Json& facts);
  std::optional<LoadFailure> adopt(const std::string& alias, const Json& facts, const std::string& title);

  std::filesystem::path folder_;
  crypto::Secret passphrase_;
  std::unique_ptr<OpenLedger> ledger_;
  std::map<std::string, std::unique_ptr<Author>> authors_;
  std::map<std::string, std::string> roles_, organisations_;  // of actors
  std::map<std::string, CaseId> cases_;                        // of families
  class Names;
  std::unique_ptr<Names> names_;
  FamilyNames family_names_;
  std::uint64_t set_up_events_ = 0;
};

}  // namespace inzicht::families
