#include "tools/families/family_loader.h"

#include <fmt/format.h>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/erasure.h"
#include "ledger/service/genesis.h"
#include "tools/families/family_data.h"
#include "tools/families/family_found.h"

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

std::optional<Buffer> Stage::id_of(schema::IdKind kind, const std::string& name) const { return names_->resolve(kind, name); }

std::string Stage::name_of(schema::IdKind kind, const Buffer& id) const {
  for (const auto& [named, raw] : names_->known)
    if (named.first == kind && raw == id) return named.second;
  const std::string text = id_to_text(kind, id);
  for (const auto& [alias, event] : family_names_.event_ids)
    if (event == text) return alias;
  return text;
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
  const auto cosigners = cosigners_of(json, author.profile().name);
  draft->role = parse_code<schema::Role>(role).value_or(schema::Role::UNSET);
  if (!org.empty()) draft->organisation = OrganisationId::from(*names_->resolve(schema::IdKind::ORGANISATION, org));
  auto outcome = author.record(ledger_->service(), ledger_->log(), ledger_->clock(), *draft, cosigners);
  if (!outcome) return LoadFailure{where, outcome.error()};
  if (auto* refused = std::get_if<Refused>(&*outcome)) return LoadFailure{where, std::move(*refused)};
  if (event != nullptr) *event = std::get<Accepted>(*outcome).event;
  return std::nullopt;
}

// An erasure is decided by two, and each signs (RIGHT-05).
std::vector<const crypto::Signer*> Stage::cosigners_of(const Json& draft, const std::string& author) {
  std::vector<const crypto::Signer*> out;
  if (draft["kind"] != 1208) return out;
  for (const auto& decider : draft["facts"]["deciders"])
    if (const auto at = authors_.find(decider.get<std::string>()); at != authors_.end() && at->first != author) out.push_back(&at->second->signer());
  return out;
}

std::optional<LoadFailure> Stage::enrol(const Json& actor) {
  const auto id = actor["id"].get<std::string>();
  const auto org = actor.value("org", std::string());
  auto made = Author::create(ledger_->folder().keys() / id, id, passphrase_, crypto::kdf_cost_min);
  if (!made) return LoadFailure{"set-up: key " + id, made.error()};
  const auto who = random_id<ActorId>();
  names_->known[{schema::IdKind::ACTOR, id}] = who;
  if (auto status = (*made)->set_actor(*ActorId::from(who)); !status) return LoadFailure{"set-up: key " + id, status.error()};
  roles_[id] = actor["role"].get<std::string>();
  organisations_[id] = org;
  const auto in_register = actor["register"].get<std::string>();
  const bool client = roles_[id] == "client", service = roles_[id] == "ledgerService";
  Json facts{{"who", id}, {"actorKind", client ? "client" : service ? "service" : "professional"}, {"register", in_register},
             {"registerStatus", in_register == "none" ? "notApplicable" : "registered"}, {"statusFrom", "2018-01-01"}, {"secrecy", client || service ? "none" : "professional"}};
  if (!org.empty()) facts["org"] = org;
  const Json enrolled{{"kind", 103},
                      {"occurred", set_up_day},
                      {"facts", std::move(facts)},
                      {"parts", {{{"part", "who"}, {"subject", id}, {"fields", {{"name", actor["name"]}}}}}}};
  EventId event;
  if (auto f = record("set-up: 103 " + id, *authors_["registrar"], enrolled, &event, "ledgerAdmin", "O1")) return f;
  const auto& signer = (*made)->signer();
  const Json key{{"kind", 104},
                 {"occurred", set_up_day},
                 {"references", {{{"relation", "concerns"}, {"event", to_text(event)}}}},
                 {"facts",
                  {{"key", crypto::base64(signer.id())}, {"owner", id}, {"use", service ? "service" : "signing"}, {"publicKey", crypto::base64(signer.public_key())},
                   {"proof", crypto::base64(enrolment_proof(signer, ledger_->service().ledger(), ActorId::from(who)))}}}};
  authors_[id] = std::move(*made);
  return record("set-up: 104 " + id, *authors_["registrar"], key, nullptr, "ledgerAdmin", "O1");
}

std::optional<LoadFailure> Stage::grant(const Json& actor, const std::string& role, const std::vector<std::string>& powers) {
  const auto id = actor["id"].get<std::string>();
  const auto mandate = random_id<MandateId>();
  Json granted{{"kind", 106},
               {"occurred", set_up_day},
               {"facts", {{"mandate", id_to_text(schema::IdKind::MANDATE, mandate)}, {"grantee", id}, {"role", role}, {"powers", powers}, {"from", set_up_day}}}};
  const bool client = actor.contains("person");
  granted["facts"]["scope"] = client ? "subjectOnly" : "organisation";
  granted["facts"]["basis"] = client ? "ownPerson" : "assignment";
  if (client) {
    granted["facts"]["subject"] = actor["person"];
    granted["case"] = to_text(cases_.at(actor["family"].get<std::string>()));
  } else {
    granted["facts"]["org"] = actor["org"];
  }
  return record("set-up: 106 " + id, *authors_["registrar"], granted, nullptr, "ledgerAdmin", "O1");
}

std::optional<LoadFailure> Stage::join(const std::string& id, const std::string& role, const std::string& org) {
  const Json actor{{"id", id}, {"name", id}, {"role", role}, {"org", org}, {"register", "none"}};
  if (auto failure = enrol(actor)) return failure;
  return grant(actor, role, {"record"});
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
  for (const auto& [family, of] : cast["families"].items()) {
    cases_[family] = *CaseId::from(random_id<CaseId>());
    for (const auto& [id, name] : of["persons"].items()) names_->known[{schema::IdKind::SUBJECT, id}] = random_id<SubjectId>();
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
    if (actor["role"] == "ledgerService") continue;
    std::vector<std::string> powers{"record"};
    if (actor.contains("person")) powers.insert(powers.end(), {"readHeaders", "readParts"});
    for (const auto& power : actor.value("powers", Json::array())) powers.push_back(power.get<std::string>());
    if (auto f = grant(actor, actor["role"].get<std::string>(), powers)) return f;
    for (const auto& role : actor.value("also", Json::array()))
      if (auto f = grant(actor, role.get<std::string>(), {"record"})) return f;
  }
  set_up_events_ = ledger_->log().size();
  return std::nullopt;
}

std::expected<FamilyReport, LoadFailure> Stage::load(const std::string& family, const std::function<void(std::uint64_t, std::uint64_t)>& progress,
                                                     const std::function<void(FamilyRow&)>& alter) {
  auto rows = parse_family(family_rows(family));
  if (!rows) return std::unexpected(LoadFailure{family, rows.error()});
  if (rows->empty()) return std::unexpected(LoadFailure{family, Error{ErrorCode::not_found, "family: no such example family: " + family}});
  FamilyReport report;
  report.set_up = set_up_events_;
  auto names = family_names_;
  const Json cast = Json::parse(cast_json);
  const Json& of = cast["families"][family];
  report.kase = cases_.at(family);
  for (const auto& [id, name] : of["persons"].items()) names.person_names[id] = name.get<std::string>();
  names.members = of["members"].get<std::vector<std::string>>();
  std::erase_if(names_->known, [](const auto& one) { return one.first.first == schema::IdKind::EVENT; });
  for (auto& row : *rows) {
    if (alter) alter(row);
    EventId event;
    if (auto failure = record_row(family, row, names, event)) return std::unexpected(std::move(*failure));
    report.events.push_back(event);
    progress(++report.rows, rows->size());
  }
  return report;
}

std::optional<LoadFailure> Stage::record_row(const std::string& family, const FamilyRow& row, FamilyNames& names, EventId& event) {
  const auto where = fmt::format("{} {}", family, row.n);
  const CaseId kase = cases_.at(family);
  ledger_->simulated_clock()->set(recorded_at(row));
  auto json = row_to_json(row, names, *names_);
  if (!json) return LoadFailure{where, Refused::of(json.error())};
  (*json)["case"] = to_text(kase);
  if (auto found = add_what_is_found(*json, *ledger_, kase, *names_); !found) return LoadFailure{where, found.error()};
  if (author(row.who) == nullptr) return LoadFailure{where, Error{ErrorCode::not_found, "family: unknown author " + row.who}};
  if (auto failure = record(where, *author(row.who), *json, &event, roles_[row.who], organisations_[row.who])) return failure;
  if (auto erased = finish_erasures(*ledger_); !erased) return LoadFailure{where, erased.error()};
  follow_roles(row, (*json)["facts"]);
  names.event_ids[std::to_string(row.n)] = to_text(event);
  names_->known[{schema::IdKind::EVENT, std::to_string(row.n)}] = Buffer(event.bytes.begin(), event.bytes.end());
  names.rows[row.n] = std::move(*json);
  return std::nullopt;
}

// Whoever is assigned a function that is also a role of the cast acts in it from then on: a buddy who takes over as wijkcoach.
void Stage::follow_roles(const FamilyRow& row, const Json& facts) {
  if (row.kind != 206) return;
  for (const auto& one : facts["assignments"]) {
    const auto function = one["function"].get<std::string>();
    if (one.contains("holder") && parse_code<schema::Role>(function)) roles_[one["holder"].get<std::string>()] = function;
  }
}

}  // namespace inzicht::families
