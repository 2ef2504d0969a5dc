#include "projections/registry.h"

#include "crypto/encoding.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

// given.cpp signs with the key of this number: that of the actor.
Digest key_of(const ActorId& actor) { return Digest{actor.bytes[15]}; }
std::string base64(const Digest& digest) { return crypto::base64(digest); }
const std::string proof = crypto::base64(Buffer(64, 1));

Json genesis() {
  return {{"kind", 101},
          {"facts", {{"owner", text(team)}, {"origin", "example.org/ledger"}, {"rules", base64(Digest{1})}, {"clock", "wall"},
                     {"keys", {{{"use", "signing"}, {"key", base64(key_of(coach))}, {"owner", text(coach)}, {"org", text(team)}, {"publicKey", base64(Digest{2})}},
                               {{"use", "log"}, {"key", base64(Digest{99})}, {"publicKey", base64(Digest{3})}}}}}}};
}
Json organisation(const OrganisationId& id, const char* type, const char* until = nullptr) {
  Json facts{{"org", text(id)}, {"orgType", type}, {"status", "active"}, {"publicBody", "no"}, {"from", "2019-01-01"}};
  if (until != nullptr) facts["until"] = until;
  return {{"kind", 102}, {"facts", facts}, {"parts", {words("name", {{"name", "Woonvast"}}, "ledger")}}};
}
Json actor(const ActorId& id, const char* status, const char* from) {
  return {{"kind", 103},
          {"facts", {{"who", text(id)}, {"actorKind", "professional"}, {"org", text(housing)}, {"register", "skj"}, {"registerStatus", status}, {"statusFrom", from}, {"secrecy", "professional"}}},
          {"parts", {words("who", {{"name", "Ada Steen"}}, text(id))}}};
}
Json key(const ActorId& owner, std::uint8_t number, const char* until = nullptr) {
  Json facts{{"key", base64(Digest{number})}, {"owner", text(owner)}, {"use", "signing"}, {"proof", proof}, {"publicKey", base64(Digest{4})}};
  if (until != nullptr) facts["validUntil"] = until;
  return {{"kind", 104}, {"facts", facts}};
}
Json revocation(const ActorId& owner, std::uint8_t number, const EventId& of) {
  return {{"kind", 105}, {"facts", {{"key", base64(Digest{number})}, {"reason", "lost"}, {"owner", text(owner)}}}, {"references", {refer("concerns", of)}}};
}
Json mandate(std::uint8_t number, const ActorId& grantee, const char* until = nullptr) {
  Json facts{{"mandate", text(nth<MandateId>(number))}, {"grantee", text(grantee)}, {"role", "wijkcoach"}, {"scope", "organisation"}, {"org", text(team)},
             {"powers", {"record", "enrol"}}, {"basis", "assignment"}, {"from", "2019-01-07T08:00:00Z"}};
  if (until != nullptr) facts["until"] = until;
  return {{"kind", 106}, {"facts", facts}};
}
Json mandate_end(std::uint8_t number, const ActorId& grantee, const EventId& of) {
  return {{"kind", 107}, {"facts", {{"mandate", text(nth<MandateId>(number))}, {"reason", "taskDone"}, {"at", "2019-03-01T00:00:00Z"}, {"grantee", text(grantee)}}}, {"references", {refer("ends", of)}}};
}
Json agreement(const char* from, std::optional<EventId> before = {}) {
  Json out{{"kind", 108},
           {"facts", {{"agreementType", "convenant"}, {"status", "active"}, {"parties", {text(team), text(housing)}}, {"version", 1}, {"from", from}}},
           {"parts", {words("text", {{"title", "Convenant"}}, "ledger")}}};
  if (before) out["references"] = {refer("supersedes", *before)};
  return out;
}
Json policy(int version, const char* from, std::optional<EventId> before = {}) {
  Json out{{"kind", 109},
           {"facts", {{"policyKind", "privacyProtocol"}, {"version", version}, {"owner", text(team)}, {"validFrom", from}, {"textDigest", base64(Digest{5})}}},
           {"parts", {words("text", {{"title", "Protocol"}}, "ledger")}}};
  if (before) out["references"] = {refer("supersedes", *before)};
  return out;
}
Given on(const char* day) { return {.occurred = std::string(day) + " 09:00", .kase = std::nullopt}; }

ViewResult ask(const Ledger& ledger, const ViewQuery& query) {
  const Views views(ledger.log(), make_registry());
  auto result = query_registry(views.store(), ledger.log(), query);
  REQUIRE(result);
  return *result;
}
// The row of a thing that is shown once.
std::size_t row_with(const ViewResult& result, const Atom& id) {
  for (std::size_t row = 0; row < result.rows.size(); ++row)
    if (cell(result, row, "id") == Cell(id)) return row;
  FAIL("no such row");
  return 0;
}
template <class K>
Atom atom(schema::IdKind kind, const Id<K>& id) {
  return IdCell{kind, id.bytes};
}

}  // namespace

TEST_CASE("registry: genesis brings its organisation, registrar and keys", "[registry]") {
  Ledger ledger;
  ledger.add(genesis(), on("2019-01-07"));
  const auto result = ask(ledger, {});
  REQUIRE(result.rows.size() == 4);
  CHECK(result.total == 4);
  const auto org = row_with(result, atom(schema::IdKind::ORGANISATION, team));
  CHECK(codes(result, org, "what") == "registry.organisation");
  CHECK(codes(result, org, "standing") == "standing.counts");
  const auto own = row_with(result, TextCell{base64(key_of(coach))});
  CHECK(codes(result, own, "what") == "registry.key");
  CHECK(codes(result, own, "type") == "signing");
  CHECK(codes(result, own, "standing") == "standing.genesis");
  CHECK(codes(result, own, "state") == "state.inForce");
  CHECK(holds(result, own, "of", coach));
  // The name in genesis is that of the ledger.
  CHECK(empty(result, org, "name"));
}

TEST_CASE("registry: keys by standing, end and revocation", "[registry]") {
  Ledger ledger;
  ledger.add(genesis(), on("2019-01-07"));
  ledger.add(organisation(housing, "housing"), on("2019-01-08"));
  ledger.add(actor(officer, "registered", "2018-01-01"), on("2019-01-09"));
  const auto enrolled = ledger.add(key(officer, 31), on("2019-01-10"));
  ledger.add(key(coach, 32, "2019-06-01T00:00:00Z"), on("2019-01-11"));
  ledger.add(revocation(officer, 31, enrolled), on("2019-04-01"));
  const auto now = ask(ledger, {.extra = "key", .now = local("2019-07-01")});
  const auto lost = row_with(now, TextCell{base64(Digest{31})});
  CHECK(codes(now, lost, "standing") == "standing.singleRegistrar");
  CHECK(codes(now, lost, "state") == "state.revoked");
  CHECK(the<TimeCell>(now, lost, "until").at == local("2019-04-01 09:30"));
  CHECK(the<TimeCell>(now, lost, "from").at == local("2019-01-10 09:30"));
  const auto own = row_with(now, TextCell{base64(Digest{32})});
  CHECK(codes(now, own, "standing") == "standing.ownKey");
  CHECK(codes(now, own, "state") == "state.over");

  const auto march = ask(ledger, {.occurred_until = local("2019-03-01"), .extra = "key"});
  CHECK(codes(march, row_with(march, TextCell{base64(Digest{31})}), "state") == "state.inForce");
  CHECK(codes(march, row_with(march, TextCell{base64(Digest{32})}), "state") == "state.inForce");
  CHECK(ask(ledger, {.occurred_until = local("2019-01-10"), .extra = "key"}).rows.size() == 2);
  CHECK(ask(ledger, {.recorded_until = local("2019-01-10"), .extra = "key"}).rows.size() == 2);
}

TEST_CASE("registry: organisations and actors, with the registration of the day asked", "[registry]") {
  Ledger ledger;
  ledger.add(genesis(), on("2019-01-07"));
  ledger.add(organisation(housing, "housing", "2019-12-31"), on("2019-01-08"));
  ledger.add(actor(officer, "registered", "2018-01-01"), on("2019-01-09"));
  ledger.add(actor(officer, "lapsed", "2019-06-01"), on("2019-06-02"));
  const auto before = ask(ledger, {.occurred_until = local("2019-03-01")});
  const auto row = row_with(before, atom(schema::IdKind::ACTOR, officer));
  CHECK(codes(before, row, "type") == "professional");
  CHECK(codes(before, row, "role") == "skj");
  CHECK(codes(before, row, "state") == "registered");
  CHECK(the<Date>(before, row, "from") == Date{2018, 1, 1});
  CHECK(holds(before, row, "of", housing));
  CHECK(codes(before, row_with(before, atom(schema::IdKind::ORGANISATION, housing)), "state") == "active");
  const auto after = ask(ledger, {.now = local("2020-01-01")});
  const auto same = row_with(after, atom(schema::IdKind::ACTOR, officer));
  CHECK(codes(after, same, "state") == "lapsed");
  CHECK(the<WordsCell>(after, same, "name") == WordsCell{3, 0, "name"});
  const auto ended = row_with(after, atom(schema::IdKind::ORGANISATION, housing));
  CHECK(codes(after, ended, "state") == "state.over");
  CHECK(codes(after, ended, "type") == "housing");
  CHECK(the<WordsCell>(after, ended, "name") == WordsCell{1, 0, "name"});
}

TEST_CASE("registry: mandates in force, ended and to come", "[registry]") {
  Ledger ledger;
  ledger.add(genesis(), on("2019-01-07"));
  const auto first = ledger.add(mandate(1, coach), on("2019-01-08"));
  ledger.add(mandate(2, officer, "2019-06-01T00:00:00Z"), on("2019-01-08"));
  ledger.add(mandate_end(1, coach, first), on("2019-03-01"));
  const auto may = ask(ledger, {.extra = "mandate", .now = local("2019-05-01")});
  REQUIRE(may.rows.size() == 2);
  const auto over = row_with(may, atom(schema::IdKind::MANDATE, nth<MandateId>(1)));
  CHECK(codes(may, over, "state") == "state.over");
  CHECK(the<TimeCell>(may, over, "until").at == *parse_time("2019-03-01T00:00:00Z"));
  const auto other = row_with(may, atom(schema::IdKind::MANDATE, nth<MandateId>(2)));
  CHECK(codes(may, other, "state") == "state.inForce");
  CHECK(codes(may, other, "role") == "wijkcoach");
  CHECK(codes(may, other, "powers") == "record,enrol");
  CHECK(holds(may, other, "of", officer));
  CHECK(ask(ledger, {.actor = officer, .extra = "mandate"}).rows.size() == 1);
  CHECK(ask(ledger, {.organisation = housing, .extra = "mandate"}).rows.empty());
  CHECK(ask(ledger, {.organisation = team, .extra = "mandate"}).rows.size() == 2);
}

TEST_CASE("registry: a later agreement or policy ends the one it replaces, from its own date", "[registry]") {
  Ledger ledger;
  ledger.add(genesis(), on("2019-01-07"));
  const auto pact = ledger.add(agreement("2019-01-01"), on("2019-01-08"));
  const auto rules = ledger.add(policy(1, "2019-01-01"), on("2019-01-08"));
  ledger.add(agreement("2019-09-01", pact), on("2019-05-01"));
  ledger.add(policy(2, "2019-09-01", rules), on("2019-05-01"));
  const auto june = ask(ledger, {.now = local("2019-06-01")});
  CHECK(codes(june, row_with(june, atom(schema::IdKind::EVENT, pact)), "state") == "active");
  const auto old = row_with(june, atom(schema::IdKind::EVENT, rules));
  CHECK(codes(june, old, "state") == "state.inForce");
  CHECK(the<Date>(june, old, "until") == Date{2019, 9, 1});
  CHECK(the<std::int64_t>(june, old, "version") == 1);
  CHECK(the<WordsCell>(june, old, "name").field == "title");
  const auto october = ask(ledger, {.extra = "policy", .now = local("2019-10-01")});
  REQUIRE(october.rows.size() == 2);
  CHECK(codes(october, 0, "state") == "state.superseded");
  CHECK(codes(october, 1, "state") == "state.inForce");
  CHECK(holds(ask(ledger, {.extra = "agreement", .now = local("2019-10-01")}), 0, "of", housing));
  // What begins later than the day asked is not there yet.
  CHECK(ask(ledger, {.occurred_until = local("2019-06-01"), .extra = "policy"}).rows.size() == 1);
}

TEST_CASE("registry: imports are part of it, an unknown thing is refused", "[registry]") {
  Ledger ledger;
  ledger.add(genesis(), on("2019-01-07"));
  ledger.add({{"kind", 1401}, {"facts", {{"source", "zgw"}, {"org", text(team)}, {"records", 10}, {"fileDigest", base64(Digest{6})}, {"mapping", base64(Digest{7})}}}}, on("2019-02-01"));
  const auto result = ask(ledger, {.extra = "import"});
  REQUIRE(result.rows.size() == 1);
  CHECK(codes(result, 0, "type") == "zgw");
  CHECK(the<TimeCell>(result, 0, "from").at == local("2019-02-01 09:30"));
  const Views views(ledger.log(), make_registry());
  CHECK(query_registry(views.store(), ledger.log(), {.extra = "geheim"}).error().code == ErrorCode::bad_input);
}
