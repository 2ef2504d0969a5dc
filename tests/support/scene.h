// A small ledger with a registrar, authors with mandates, and submissions as an author's program makes them or as none would.
#pragma once
#include <functional>
#include <map>

#include "ledger/service/genesis.h"
#include "tests/support/temp_dir.h"

namespace inzicht::testing {

inline constexpr std::string_view scene_day = "2024-05-06 09:00";

// In what a submission differs from what an honest program hands in.
struct Twist {
  std::function<void(Envelope&)> envelope = {};
  std::function<void(std::vector<OpenPart>&)> before_commitment = {};
  std::function<void(schema::Header::Builder)> header = {};
  std::function<void(Buffer&)> bytes = {};  // of the header, before they are signed
  std::function<void(Submission&)> submission = {};
};

class Scene {
 public:
  Scene();

  // An author with a mandate for this role and these powers; with none, only enrolled.
  std::unique_ptr<Author> author(const std::string& name, const std::string& role, const std::vector<std::string>& powers);
  std::unique_ptr<Author> coach() { return author("coach", "wijkcoach", {"record"}); }

  Draft draft(Json json, schema::Role role) const;
  // Records; throws when it is refused.
  Accepted record(Author& author, const Json& json, schema::Role role);
  Accepted signal(Author& author, const CaseId& kase) { return record(author, signal_json(kase), schema::Role::WIJKCOACH); }
  void revoke(Author& author);
  Submission craft(Author& author, const Json& json, schema::Role role, const Twist& twist = {}) const;
  static Json signal_json(const CaseId& kase, const std::string& words = "De buren horen vaak geschreeuw.");

  // As after a stop: state from the snapshot and what came after it.
  void reopen();
  std::unique_ptr<Author> open_author(const std::string& name);
  std::filesystem::path folder() const { return dir_.path(); }

  const OrganisationId organisation;
  std::unique_ptr<OpenLedger> ledger;
  std::unique_ptr<Author> registrar;

  template <class T>
  static T need(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    return std::move(*result);
  }
  static void need(Status status) {
    if (!status) throw std::runtime_error(status.error().text);
  }
  static Accepted accepted(RecordOutcome outcome);

 private:
  TempDir dir_;
  crypto::Secret passphrase_;
  std::map<ActorId, EventId> enrolled_;  // the keys of authors
};

CaseId some_case();

}  // namespace inzicht::testing
