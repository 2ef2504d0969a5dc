// Clients with a key and a case each, whose submissions are signed before the clock starts.
#pragma once
#include <memory>

#include "ledger/codec/draft.h"
#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"
#include "tools/bench/signing.h"

namespace inzicht::bench {

struct Client {
  crypto::Signer signer;
  ActorId actor;
  CaseId kase;
  SubjectId person;
  OrganisationId organisation;
  Sequence sequence;
};

class Field {
 public:
  // A ledger with so many enrolled clients, each with a mandate as wijkcoach and a case that began with a signal.
  static Result<std::unique_ptr<Field>> create(const std::filesystem::path& folder, unsigned clients);
  OpenLedger& ledger() { return *ledger_; }
  std::vector<Client>& clients() { return clients_; }
  const std::filesystem::path& folder() const { return folder_; }

  // The next contact note of a client, about its person, with so many bytes of words.
  Submission next(Client& client, std::size_t content_bytes);
  // A case of its own for the client from here on; its first event is made by first_of_case.
  void new_case(Client& client);
  Submission first_of_case(Client& client);
  // Records so many contact notes spread over cases of `case_events` each.
  Status fill(std::uint64_t events, std::uint64_t case_events, std::size_t content_bytes, const std::function<void(std::uint64_t)>& progress);
  // Closes the ledger: ledger() is not to be used until it is opened again.
  void close() { ledger_.reset(); }
  Status reopen();

 private:
  Field() = default;
  Submission sign(Client& client, Draft& draft);

  std::filesystem::path folder_;
  crypto::Secret passphrase_;
  std::unique_ptr<OpenLedger> ledger_;
  std::vector<Client> clients_;
};

}  // namespace inzicht::bench
