// A small ledger with a registrar, and authors that import.
#pragma once
#include <map>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tests/support/temp_dir.h"
#include "tools/exchange/import.h"

namespace inzicht::exchange::testing {

inline constexpr std::string_view ledger_day = "2024-05-06 09:00";

class Scene {
 public:
  Scene() {
    const LedgerSettings settings{"Proef", "proef.example/grootboek", schema::ClockKind::SIMULATED};
    ledger = need(OpenLedger::create(dir_ / "ledger", settings, LedgerKeys::generate(), passphrase_, crypto::kdf_cost_min, *parse_local(ledger_day), nullptr));
    registrar_ = need(Author::create(dir_ / "registrar", "registrar", passphrase_, crypto::kdf_cost_min));
    accepted(need(record_genesis(*ledger, *registrar_, {"Proef", "proef.example/grootboek", schema::ClockKind::SIMULATED, organisation})));
    record(*registrar_, {{"kind", 102},
                         {"facts", {{"org", to_text(organisation)}, {"orgType", "municipality"}, {"status", "active"}, {"publicBody", "yes"}, {"laws", Json::array()}, {"from", "2015-01-01"}}},
                         {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", "Gemeente Proef"}}}}}}});
  }

  // An author with a mandate for this role and these powers; with none, only enrolled.
  std::unique_ptr<Author> author(const std::string& name, const std::string& role, const std::vector<std::string>& powers) {
    auto made = need(Author::create(dir_ / name, name, passphrase_, crypto::kdf_cost_min));
    const ActorId actor{crypto::random_array<16>()};
    need(made->set_actor(actor));
    const EventId enrolled = record(*registrar_, {{"kind", 103},
                                                  {"facts", {{"who", to_text(actor)}, {"actorKind", "service"}, {"org", to_text(organisation)}, {"register", "none"},
                                                             {"registerStatus", "notApplicable"}, {"statusFrom", "2018-01-01"}, {"secrecy", "official"}}},
                                                  {"parts", {{{"part", "who"}, {"subject", to_text(actor)}, {"fields", {{"name", name}}}}}}});
    const auto proof = enrolment_proof(made->signer(), ledger->service().ledger(), actor);
    record(*registrar_, {{"kind", 104},
                         {"references", {{{"relation", "concerns"}, {"event", to_text(enrolled)}}}},
                         {"facts", {{"key", crypto::base64(made->signer().id())}, {"owner", to_text(actor)}, {"use", "signing"},
                                    {"publicKey", crypto::base64(made->signer().public_key())}, {"proof", crypto::base64(proof)}}}});
    if (powers.empty()) return made;
    record(*registrar_, {{"kind", 106},
                         {"facts", {{"mandate", to_text(MandateId{crypto::random_array<16>()})}, {"grantee", to_text(actor)}, {"role", role}, {"scope", "organisation"},
                                    {"org", to_text(organisation)}, {"powers", powers}, {"basis", "assignment"}, {"from", std::string(ledger_day)}}}});
    return made;
  }
  std::unique_ptr<Author> importer() { return author("invoer", "importer", {"record", "import", "enrol"}); }

  template <class T>
  static T need(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    return std::move(*result);
  }
  static void need(Status status) {
    if (!status) throw std::runtime_error(status.error().text);
  }
  static const Accepted& accepted(const RecordOutcome& outcome) {
    if (const auto* refused = std::get_if<Refused>(&outcome)) throw std::runtime_error(refused->adm + " " + refused->field + ": " + refused->en);
    return std::get<Accepted>(outcome);
  }
  EventId record(Author& author, Json json) {
    if (!json.contains("occurred")) json["occurred"] = std::string(ledger_day);
    auto draft = draft_from_json(json, PlainIds());
    if (!draft) throw std::runtime_error(draft.error().field + ": " + draft.error().en);
    draft->role = schema::Role::LEDGER_ADMIN;
    draft->organisation = organisation;
    return accepted(need(author.record(ledger->service(), ledger->log(), ledger->clock(), *draft))).event;
  }

 private:
  inzicht::testing::TempDir dir_;
  crypto::Secret passphrase_ = crypto::Secret::from(crypto::bytes_of("proef"));

 public:
  const OrganisationId organisation{crypto::random_array<16>()};
  std::unique_ptr<OpenLedger> ledger;

 private:
  std::unique_ptr<Author> registrar_;
};

}  // namespace inzicht::exchange::testing
