#include "tools/families/family_loader.h"

#include <fmt/format.h>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tools/families/family_data.h"

namespace inzicht::families {
namespace {

constexpr std::string_view set_up_day = "2019-01-07 09:00";
constexpr std::string_view origin = "voorbeeldstad.example/grootboek";

template <class T>
Buffer random_id() {
  const auto bytes = crypto::random_array<16>();
  return {bytes.begin(), bytes.end()};
}

}  // namespace

// Names of the cast, and of the persons of the family being loaded.
class Stage::Names : public IdResolver {
 public:
  std::map<std::pair<schema::IdKind, std::string>, Buffer> known;

  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const override {
    const auto wanted = kind == schema::IdKind::PART_SUBJECT ? schema::IdKind::SUBJECT : kind;
    if (const auto at = known.find({wanted, std::string(text)}); at != known.end()) return at->second;
    return PlainIds().resolve(kind, text);
  }
  std::string text(schema::IdKind kind, const std::string& name) const {
    const auto at = known.find({kind, name});
    return at == known.end() ? name : id_to_text(kind, at->second);
  }
};

Stage::~Stage() = default;

Author* Stage::author(const std::string& id) {
  const auto at = authors_.find(id);
  return at == authors_.end() ? nullptr : at->second.get();
}

std::expected<std::unique_ptr<Stage>, LoadFailure> Stage::create(const std::filesystem::path& folder) {
  std::unique_ptr<Stage> stage(new Stage);
  stage->folder_ = folder;
  stage->names_ = std::make_unique<Names>();
  const std::string passphrase = crypto::hex(crypto::random_array<16>());
  stage->passphrase_ = crypto::Secret::from(crypto::bytes_of(passphrase));
  const LedgerSettings settings{"Voorbeeldgrootboek", std::string(origin), schema::ClockKind::SIMULATED};
  const auto failed = [](Error error) { return std::unexpected(LoadFailure{"init", std::move(error)}); };
  auto ledger = OpenLedger::create(folder, settings, LedgerKeys::generate(), stage->passphrase_, crypto::kdf_cost_min, *parse_local(set_up_day), nullptr);
  if (!ledger) return failed(ledger.error());
  stage->ledger_ = std::move(*ledger);
  // An example ledger says so: its passphrase lies open beside it.
  const std::string line = passphrase + "\n";
  if (auto status = write_file(folder / "example-passphrase", crypto::bytes_of(line), true); !status) return failed(status.error());
  if (auto failure = stage->set_up()) return std::unexpected(std::move(*failure));
  return stage;
}

std::optional<LoadFailure> Stage::record(const std::string& where, Author& author, const Json& json, EventId* event, const std::string& role,
                                         const std::string& org) {
  auto draft = draft_from_json(json, *names_);
  if (!draft) return LoadFailure{where, Refused::of(draft.error())};
  draft->role = parse_code<schema::Role>(role).value_or(schema::Role::UNSET);
  if (!org.empty()) draft->organisation = OrganisationId::from(*names_->resolve(schema::IdKind::ORGANISATION, org));
  auto outcome = author.record(ledger_->service(), ledger_->log(), ledger_->clock(), *draft);
  if (!outcome) return LoadFailure{where, outcome.error()};
  if (auto* refused = std::get_if<Refused>(&*outcome)) return LoadFailure{where, std::move(*refused)};
  if (event != nullptr) *event = std::get<Accepted>(*outcome).event;
  return std::nullopt;
}

std::optional<LoadFailure> Stage::enrol(const Json& actor) {
  const auto id = actor["id"].get<std::string>();
  const auto org = actor["org"].get<std::string>();
  auto made = Author::create(ledger_->folder().keys() / id, id, passphrase_, crypto::kdf_cost_min);
  if (!made) return LoadFailure{"set-up: key " + id, made.error()};
  const auto who = random_id<ActorId>();
  names_->known[{schema::IdKind::ACTOR, id}] = who;
  if (auto status = (*made)->set_actor(*ActorId::from(who)); !status) return LoadFailure{"set-up: key " + id, status.error()};
  roles_[id] = actor["role"].get<std::string>();
  organisations_[id] = org;
  const auto in_register = actor["register"].get<std::string>();
  const Json enrolled{{"kind", 103},
                      {"occurred", set_up_day},
                      {"facts",
                       {{"who", id}, {"actorKind", "professional"}, {"org", org}, {"register", in_register},
                        {"registerStatus", in_register == "none" ? "notApplicable" : "registered"}, {"statusFrom", "2018-01-01"}, {"secrecy", "professional"}}},
                      {"parts", {{{"part", "who"}, {"subject", id}, {"fields", {{"name", actor["name"]}}}}}}};
  EventId event;
  if (auto f = record("set-up: 103 " + id, *authors_["registrar"], enrolled, &event, "ledgerAdmin", "O1")) return f;
  const auto& signer = (*made)->signer();
  const Json key{{"kind", 104},
                 {"occurred", set_up_day},
                 {"references", {{{"relation", "concerns"}, {"event", to_text(event)}}}},
                 {"facts",
                  {{"key", crypto::base64(signer.id())}, {"owner", id}, {"use", "signing"}, {"publicKey", crypto::base64(signer.public_key())},
                   {"proof", crypto::base64(enrolment_proof(signer, ledger_->service().ledger(), ActorId::from(who)))}}}};
  authors_[id] = std::move(*made);
  return record("set-up: 104 " + id, *authors_["registrar"], key, nullptr, "ledgerAdmin", "O1");
}

std::optional<LoadFailure> Stage::grant(const Json& actor, const std::string& role, const std::vector<std::string>& powers) {
  const auto id = actor["id"].get<std::string>();
  const auto mandate = random_id<MandateId>();
  const Json granted{{"kind", 106},
                     {"occurred", set_up_day},
                     {"facts",
                      {{"mandate", id_to_text(schema::IdKind::MANDATE, mandate)}, {"grantee", id}, {"role", role}, {"scope", "organisation"},
                       {"org", actor["org"]}, {"powers", powers}, {"basis", "assignment"}, {"from", set_up_day}}}};
  return record("set-up: 106 " + id, *authors_["registrar"], granted, nullptr, "ledgerAdmin", "O1");
}

std::optional<LoadFailure> Stage::adopt(const std::string& alias, const Json& facts, const std::string& title) {
  Json policy{{"kind", 109}, {"occurred", set_up_day}, {"facts", facts}, {"parts", {{{"part", "text"}, {"subject", "ledger"}, {"fields", {{"title", title}}}}}}};
  policy["facts"]["owner"] = "O1";
  policy["facts"]["version"] = 1;
  policy["facts"]["validFrom"] = "2019-01-01";
  policy["facts"]["textDigest"] = crypto::base64(crypto::sha256(crypto::bytes_of(title)));
  EventId event;
  if (auto f = record("set-up: 109 " + alias, *authors_["registrar"], policy, &event, "ledgerAdmin", "O1")) return f;
  if (!alias.empty()) family_names_.event_ids[alias] = to_text(event);
  return std::nullopt;
}

std::optional<LoadFailure> Stage::set_up() {
  const Json cast = Json::parse(cast_json);
  for (const auto& o : cast["organisations"]) {
    names_->known[{schema::IdKind::ORGANISATION, o["id"].get<std::string>()}] = random_id<OrganisationId>();
    family_names_.recipient_class[o["id"].get<std::string>()] = o["class"].get<std::string>();
  }
  auto registrar = Author::create(ledger_->folder().keys() / "registrar", "registrar", passphrase_, crypto::kdf_cost_min);
  if (!registrar) return LoadFailure{"init", registrar.error()};
  auto& registry_author = *(authors_["registrar"] = std::move(*registrar));
  const GenesisRequest genesis{"Voorbeeldgrootboek", std::string(origin), schema::ClockKind::SIMULATED,
                               *OrganisationId::from(*names_->resolve(schema::IdKind::ORGANISATION, "O1"))};
  auto first = record_genesis(*ledger_, registry_author, genesis);
  if (!first) return LoadFailure{"set-up: 101", first.error()};
  if (auto* refused = std::get_if<Refused>(&*first)) return LoadFailure{"set-up: 101", std::move(*refused)};
  for (const auto& o : cast["organisations"]) {
    const Json registered{{"kind", 102},
                          {"occurred", set_up_day},
                          {"facts", {{"org", o["id"]}, {"orgType", o["type"]}, {"status", "active"}, {"publicBody", o["public"].get<bool>() ? "yes" : "no"}, {"laws", o["laws"]}, {"from", "2015-01-01"}}},
                          {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", o["name"]}}}}}}};
    if (auto f = record("set-up: 102 " + o["id"].get<std::string>(), registry_author, registered, nullptr, "ledgerAdmin", "O1")) return f;
  }
  for (const auto& actor : cast["actors"])
    if (auto f = enrol(actor)) return f;
  for (auto [alias, type, powers, title] : {std::tuple{"P4", "convenant", std::vector<std::string>{"steer", "escalate"}, "Convenant aanpak gezinnen"},
                                            std::tuple{"P5", "privacyAgreement", std::vector<std::string>{}, "Samenwerkingsafspraak gegevens delen"}}) {
    const Json agreement{{"kind", 108},
                         {"occurred", set_up_day},
                         {"facts", {{"agreementType", type}, {"status", "active"}, {"parties", {"O1", "O2", "O3", "O4", "O5"}}, {"powers", powers}, {"purposes", {"coordination", "planMaking", "executingHelp"}}, {"version", 1}, {"from", "2019-01-01"}}},
                         {"parts", {{{"part", "text"}, {"subject", "ledger"}, {"fields", {{"title", title}}}}}}};
    EventId event;
    if (auto f = record(std::string("set-up: 108 ") + alias, registry_author, agreement, &event, "ledgerAdmin", "O1")) return f;
    family_names_.event_ids[alias] = to_text(event);
  }
  for (auto [alias, kind, title] : {std::tuple{"P1", "ruleParameters", "Regels en termijnen, standaardwaarden"}, std::tuple{"P2", "privacyProtocol", "Privacyprotocol"},
                                    std::tuple{"P3", "consentText", "Toestemmingstekst"}, std::tuple{"P6", "scalingCriteria", "Criteria op- en afschalen"},
                                    std::tuple{"", "lawTable", "Wettentabel"}, std::tuple{"", "retentionTable", "Bewaartermijnen"}})
    if (auto f = adopt(alias, {{"policyKind", kind}}, title)) return f;
  if (auto f = adopt("", {{"policyKind", "processModel"}, {"values", {{{"key", "processModel"}, {"value", "cmpg"}}}}}, "Werkproces CMPG")) return f;
  for (const auto& actor : cast["actors"]) {
    std::vector<std::string> powers{"record"};
    for (const auto& power : actor.value("powers", Json::array())) powers.push_back(power.get<std::string>());
    if (auto f = grant(actor, actor["role"].get<std::string>(), powers)) return f;
    for (const auto& role : actor.value("also", Json::array()))
      if (auto f = grant(actor, role.get<std::string>(), {"record"})) return f;
  }
  set_up_events_ = ledger_->log().size();
  return std::nullopt;
}

std::expected<FamilyReport, LoadFailure> Stage::load(const std::string& family, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  auto rows = parse_family(family_rows(family));
  if (!rows) return std::unexpected(LoadFailure{family, rows.error()});
  if (rows->empty()) return std::unexpected(LoadFailure{family, Error{ErrorCode::not_found, "family: no such example family: " + family}});
  FamilyReport report;
  report.set_up = set_up_events_;
  report.kase = *CaseId::from(random_id<CaseId>());
  auto names = family_names_;
  const Json cast = Json::parse(cast_json);
  for (const auto& [id, name] : cast["families"][family]["persons"].items()) {
    names_->known[{schema::IdKind::SUBJECT, id}] = random_id<SubjectId>();
    names.person_names[id] = name.get<std::string>();
  }
  for (const auto& row : *rows) {
    const auto where = fmt::format("{} {}", family, row.n);
    ledger_->simulated_clock()->set(recorded_at(row));
    auto json = row_to_json(row, names, *names_);
    if (!json) return std::unexpected(LoadFailure{where, Refused::of(json.error())});
    (*json)["case"] = to_text(report.kase);
    EventId event;
    if (author(row.who) == nullptr) return std::unexpected(LoadFailure{where, Error{ErrorCode::not_found, "family: unknown author " + row.who}});
    if (auto failure = record(where, *author(row.who), *json, &event, roles_[row.who], organisations_[row.who])) return std::unexpected(std::move(*failure));
    names.event_ids[std::to_string(row.n)] = to_text(event);
    report.events.push_back(event);
    progress(++report.rows, rows->size());
  }
  return report;
}

}  // namespace inzicht::families
