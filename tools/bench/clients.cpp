#include "tools/bench/clients.h"

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/base/assert.h"
#include "ledger/codec/signature_block.h"
#include "ledger/service/genesis.h"

namespace inzicht::bench {
namespace {

Status accepted(const Result<RecordOutcome>& outcome, std::string_view what) {
  if (!outcome) return std::unexpected(outcome.error());
  if (const auto* refused = std::get_if<Refused>(&*outcome)) {
    std::string why = refused->adm + " " + refused->field + " " + refused->en;
    for (const auto& finding : refused->findings) why += " " + finding.rule->id;
    return fail(ErrorCode::bad_input, "bench: " + std::string(what) + " was refused: " + why);
  }
  return {};
}

Status record(OpenLedger& ledger, Author& author, const Json& json, const OrganisationId& organisation, std::string_view what) {
  auto draft = draft_from_json(json, PlainIds{});
  if (!draft) return fail(ErrorCode::bad_input, "bench: " + std::string(what) + ": " + draft.error().field + ": " + draft.error().en);
  draft->role = schema::Role::LEDGER_ADMIN;
  draft->organisation = organisation;
  return accepted(author.record(ledger.service(), ledger.log(), ledger.clock(), *draft), what);
}

Draft note_of(const Client& client, std::uint16_t kind, const Json& facts, const Json& parts) {
  Json json{{"kind", kind}, {"case", to_text(client.kase)}, {"facts", facts}, {"parts", parts}};
  auto draft = draft_from_json(json, PlainIds{});
  INZICHT_ASSERT(draft.has_value());
  draft->role = schema::Role::WIJKCOACH;
  draft->organisation = client.organisation;
  return std::move(*draft);
}

}  // namespace

Result<std::unique_ptr<Field>> Field::create(const std::filesystem::path& folder, unsigned clients) {
  std::unique_ptr<Field> field(new Field);
  field->folder_ = folder;
  field->passphrase_ = crypto::Secret::random(16);
  const std::string origin = "bench.example/ledger";
  INZICHT_TRY(ledger, OpenLedger::create(folder, {"bench", origin, schema::ClockKind::WALL}, LedgerKeys::generate(), field->passphrase_, crypto::kdf_cost_min, 0, nullptr));
  field->ledger_ = std::move(ledger);
  INZICHT_TRY(registrar, Author::create(field->ledger_->folder().keys() / "registrar", "registrar", field->passphrase_, crypto::kdf_cost_min));
  const OrganisationId owner{crypto::random_array<16>()};
  INZICHT_CHECK(accepted(record_genesis(*field->ledger_, *registrar, {"bench", origin, schema::ClockKind::WALL, owner}), "genesis"));
  INZICHT_CHECK(record(*field->ledger_, *registrar,
                       {{"kind", 102},
                        {"facts", {{"org", to_text(owner)}, {"orgType", "wijkteam"}, {"status", "active"}, {"publicBody", "yes"}, {"laws", {"jeugdwet"}}, {"from", "2015-01-01"}}},
                        {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", "bench"}}}}}}},
                       owner, "organisation"));
  for (unsigned i = 0; i < clients; ++i) {
    Client client{crypto::Signer::generate(), ActorId{crypto::random_array<16>()}, {}, {}, owner, {}};
    const std::string who = to_text(client.actor);
    const auto proof = enrolment_proof(client.signer, field->ledger_->service().ledger(), client.actor);
    INZICHT_CHECK(record(*field->ledger_, *registrar,
                         {{"kind", 103},
                          {"facts", {{"who", who}, {"actorKind", "professional"}, {"org", to_text(owner)}, {"register", "none"}, {"registerStatus", "notApplicable"}, {"statusFrom", "2015-01-01"}, {"secrecy", "professional"}}},
                          {"parts", {{{"part", "who"}, {"subject", who}, {"fields", {{"name", "client"}}}}}}},
                         owner, "actor"));
    INZICHT_CHECK(record(*field->ledger_, *registrar,
                         {{"kind", 104},
                          {"facts", {{"key", crypto::base64(client.signer.id())}, {"owner", who}, {"use", "signing"}, {"publicKey", crypto::base64(client.signer.public_key())}, {"proof", crypto::base64(proof)}}}},
                         owner, "key"));
    INZICHT_CHECK(record(*field->ledger_, *registrar,
                         {{"kind", 106},
                          {"facts", {{"mandate", id_text('M', crypto::random_array<16>())}, {"grantee", who}, {"role", "wijkcoach"}, {"scope", "organisation"}, {"org", to_text(owner)}, {"powers", {"record"}}, {"basis", "assignment"}, {"from", "2015-01-01T00:00:00Z"}}}},
                         owner, "mandate"));
    field->new_case(client);
    INZICHT_CHECK(accepted(field->ledger_->service().record(field->first_of_case(client)), "signal"));
    field->clients_.push_back(std::move(client));
  }
  return field;
}

Status Field::reopen() {
  ledger_.reset();
  INZICHT_TRY(ledger, OpenLedger::open(folder_, passphrase_, nullptr));
  ledger_ = std::move(ledger);
  return {};
}

void Field::new_case(Client& client) {
  client.kase = CaseId{crypto::random_array<16>()};
  client.person = SubjectId{crypto::random_array<16>()};
}

Submission Field::sign(Client& client, Draft& draft) {
  const Micros now = ledger_->clock().now();
  draft.occurred = DraftOccurred{now, std::nullopt, schema::Precision::INSTANT};
  return sign_next(draft, client.signer, client.actor, ledger_->service().ledger(), now, client.sequence).submission;
}

Submission Field::first_of_case(Client& client) {
  Draft draft = note_of(client, 301,
                        {{"signalType", "signal"}, {"source", "ownTeam"}, {"reporterAnonymous", "unknown"}, {"domains", {"housing"}}, {"answered", {"wie", "wat"}}, {"dangerForVisitor", "no"}},
                        {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", "meting"}}}}});
  return sign(client, draft);
}

Submission Field::next(Client& client, std::size_t content_bytes) {
  Draft draft = note_of(client, 701,
                        {{"mode", "phone"}, {"outcome", "held"}, {"with", {to_text(client.person)}}, {"aims", {"acquaint"}}, {"actions", {"trust"}}, {"emergencyNumberGiven", "unknown"}},
                        {{{"part", "report"}, {"subject", to_text(client.person)}, {"fields", {{"text", std::string(content_bytes, 'x')}}}}});
  return sign(client, draft);
}

Status Field::fill(std::uint64_t events, std::uint64_t case_events, std::size_t content_bytes, const std::function<void(std::uint64_t)>& progress) {
  constexpr std::size_t group = 512;
  std::vector<Submission> submissions;
  std::uint64_t done = 0;
  Client& client = clients_[0];
  while (done < events) {
    submissions.clear();
    while (submissions.size() < group && done + submissions.size() < events) {
      const std::uint64_t n = done + submissions.size();
      if (n % case_events == 0) {
        new_case(client);
        submissions.push_back(first_of_case(client));
      } else {
        submissions.push_back(next(client, content_bytes));
      }
    }
    for (const auto& outcome : ledger_->service().record_many(submissions)) INZICHT_CHECK(accepted(outcome, "fill"));
    done += submissions.size();
    progress(done);
  }
  return {};
}

}  // namespace inzicht::bench
