#include "tests/support/scene.h"

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/codec/signature_block.h"

namespace inzicht::testing {
namespace {

constexpr const char* origin = "proef.example/grootboek";

Buffer edited(Bytes header, const std::function<void(schema::Header::Builder)>& edit) {
  const auto message = HeaderMessage::stored(header).value();
  capnp::MallocMessageBuilder builder;
  builder.setRoot(message.header());
  auto root = builder.getRoot<schema::Header>();
  edit(root);
  return canonical_bytes(capnp::DynamicStruct::Reader(root.asReader()));
}

}  // namespace

CaseId some_case() { return CaseId{crypto::random_array<16>()}; }

Scene::Scene() : organisation{crypto::random_array<16>()}, passphrase_(crypto::Secret::from(crypto::bytes_of("proef"))) {
  const LedgerSettings settings{"Proef", origin, schema::ClockKind::SIMULATED};
  ledger = need(OpenLedger::create(dir_ / "ledger", settings, LedgerKeys::generate(), passphrase_, crypto::kdf_cost_min,
                                   *parse_local(std::string(scene_day)), nullptr));
  registrar = need(Author::create(dir_ / "registrar", "registrar", passphrase_, crypto::kdf_cost_min));
  accepted(need(record_genesis(*ledger, *registrar, {"Proef", origin, schema::ClockKind::SIMULATED, organisation})));
  record(*registrar,
         {{"kind", 102},
          {"facts", {{"org", to_text(organisation)}, {"orgType", "municipality"}, {"status", "active"}, {"publicBody", "yes"}, {"laws", Json::array()}, {"from", "2015-01-01"}}},
          {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", "Gemeente Proef"}}}}}}},
         schema::Role::LEDGER_ADMIN);
}

std::unique_ptr<Author> Scene::author(const std::string& name, const std::string& role, const std::vector<std::string>& powers) {
  auto made = need(Author::create(dir_ / name, name, passphrase_, crypto::kdf_cost_min));
  const ActorId actor{crypto::random_array<16>()};
  need(made->set_actor(actor));
  const auto registrar_role = schema::Role::LEDGER_ADMIN;
  const auto enrolled = record(*registrar,
                               {{"kind", 103},
                                {"facts", {{"who", to_text(actor)}, {"actorKind", "service"}, {"org", to_text(organisation)}, {"register", "none"},
                                           {"registerStatus", "notApplicable"}, {"statusFrom", "2018-01-01"}, {"secrecy", "official"}}},
                                {"parts", {{{"part", "who"}, {"subject", to_text(actor)}, {"fields", {{"name", name}}}}}}},
                               registrar_role);
  const auto proof = enrolment_proof(made->signer(), ledger->service().ledger(), actor);
  const auto key = record(*registrar,
         {{"kind", 104},
          {"references", {{{"relation", "concerns"}, {"event", to_text(enrolled.event)}}}},
          {"facts", {{"key", crypto::base64(made->signer().id())}, {"owner", to_text(actor)}, {"use", "signing"},
                     {"publicKey", crypto::base64(made->signer().public_key())}, {"proof", crypto::base64(proof)}}}},
         registrar_role);
  enrolled_[actor] = key.event;
  if (powers.empty()) return made;
  record(*registrar,
         {{"kind", 106},
          {"facts", {{"mandate", to_text(MandateId{crypto::random_array<16>()})}, {"grantee", to_text(actor)}, {"role", role}, {"scope", "organisation"},
                     {"org", to_text(organisation)}, {"powers", powers}, {"basis", "assignment"}, {"from", std::string(scene_day)}}}},
         registrar_role);
  return made;
}

Accepted Scene::accepted(RecordOutcome outcome) {
  if (const auto* refused = std::get_if<Refused>(&outcome)) {
    std::string text = refused->adm + " " + refused->field + ": " + refused->en;
    for (const auto& finding : refused->findings) text += " " + finding.rule->id;
    throw std::runtime_error(text);
  }
  return std::get<Accepted>(std::move(outcome));
}

Draft Scene::draft(Json json, schema::Role role) const {
  if (!json.contains("occurred")) json["occurred"] = std::string(scene_day);
  auto made = draft_from_json(json, PlainIds());
  if (!made) throw std::runtime_error(made.error().field + ": " + made.error().en);
  made->role = role;
  made->organisation = organisation;
  return std::move(*made);
}

Accepted Scene::record(Author& author, const Json& json, schema::Role role) {
  auto made = draft(json, role);
  return accepted(need(author.record(ledger->service(), ledger->log(), ledger->clock(), made)));
}

void Scene::revoke(Author& author) {
  const auto& profile = author.profile();
  record(*registrar,
         {{"kind", 105},
          {"references", {{{"relation", "concerns"}, {"event", to_text(enrolled_.at(*profile.actor))}}}},
          {"facts", {{"key", crypto::base64(profile.key)}, {"owner", to_text(*profile.actor)}, {"reason", "lost"}}}},
         schema::Role::LEDGER_ADMIN);
}

Submission Scene::craft(Author& author, const Json& json, schema::Role role, const Twist& twist) const {
  auto made = draft(json, role);
  const auto& service = ledger->service();
  Envelope envelope;
  envelope.ledger = service.ledger();
  envelope.event = made.event.value_or(EventId{uuid_v7(ledger->clock().now() / 1000, crypto::random_array<10>())});
  envelope.actor = *author.profile().actor;
  envelope.key = author.profile().key;
  const auto known = service.key_sequence(author.profile().key);
  envelope.key_seq = known.seq + 1;
  if (known.seq > 0) envelope.key_prev = known.last_header;
  if (made.kase) {
    const auto version = service.case_version(*made.kase);
    envelope.seen_count = version.count;
    envelope.seen_head = version.head;
  }
  if (twist.envelope) twist.envelope(envelope);
  for (auto& reference : made.references) reference.header_hash = need(ledger->log().find(reference.event)).value().header_hash;
  Submission out;
  for (const auto& part : made.parts) out.parts.push_back({crypto::random_array<32>(), need(pad_part(part.message))});
  if (twist.before_commitment) twist.before_commitment(out.parts);
  std::vector<PartSealInfo> seals;
  for (std::size_t i = 0; i < out.parts.size(); ++i)
    seals.push_back({part_subject(made.parts[i], made.kase, service.ledger()), part_commitment(out.parts[i].salt, out.parts[i].plain),
                     static_cast<std::uint32_t>(out.parts[i].plain.size())});
  out.header = build_header(made, envelope, seals);
  if (twist.header) out.header = edited(out.header, twist.header);
  if (twist.bytes) twist.bytes(out.header);
  const auto signature = author.signer().sign(event_message(out.header));
  out.signatures = encode_signatures(std::vector<BlockSignature>{{envelope.key, crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())}});
  if (twist.submission) twist.submission(out);
  return out;
}

Json Scene::signal_json(const CaseId& kase, const std::string& words) {
  return {{"kind", "signalReceived"},
          {"case", to_text(kase)},
          {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"domains", {"housing"}}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
          {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", words}}}}}}};
}

void Scene::reopen() {
  ledger.reset();
  ledger = need(OpenLedger::open(dir_ / "ledger", passphrase_, nullptr));
}

std::unique_ptr<Author> Scene::open_author(const std::string& name) { return need(Author::open(dir_ / name, passphrase_)); }

}  // namespace inzicht::testing
