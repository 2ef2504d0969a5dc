// Views for who leads and who makes policy: what stands still, what is missing, what came of it, and how full the weeks are.
#include "ledger/codec/strict.h"
#include "projections/case_views.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Json with(Json draft, std::initializer_list<Json> references) {
  draft["references"] = Json::array();
  for (const auto& one : references) draft["references"].push_back(one);
  return draft;
}
Json task(const char* due, const OrganisationId& org = housing) {
  return {{"kind", 806}, {"facts", {{"taskKind", "action"}, {"side", "external"}, {"toOrg", text(org)}, {"dueOn", due}, {"frame", "vrijwillig"}}}, {"parts", {words("task", {{"what", "Regelen."}})}}};
}
Json update(const char* status, const Json& more = Json::object()) {
  Json facts{{"status", status}};
  facts.update(more);
  return {{"kind", 807}, {"facts", facts}};
}
Json stuck(const char* cause) { return {{"kind", 1002}, {"facts", {{"causes", {cause}}, {"stuck", {"cooperation"}}}}, {"parts", {words("text", {{"text", "Het ligt stil."}})}}}; }
Json called(const char* level) { return {{"kind", 1003}, {"facts", {{"level", level}, {"toOrg", text(housing)}}}, {"parts", {words("matter", {{"text", "Graag voortgang."}})}}}; }
Json answered(const char* outcome) { return {{"kind", 303}, {"facts", {{"outcome", outcome}, {"toActor", text(coach)}}}}; }
Json spot(const char* level) {
  return {{"kind", 1005}, {"facts", {{"whiteSpotKind", "missingOffer"}, {"level", level}, {"ownerOrg", text(institution)}, {"answerBy", "2019-09-01"}}}, {"parts", {words("text", {{"missing", "Er is geen plek."}})}}};
}
Json opened(const char* approach = "regular") { return {{"kind", 201}, {"facts", {{"origin", "signal"}, {"municipality", "0363"}, {"laws", {"jeugdwet"}}, {"approach", approach}}}}; }
Json status(const char* what, const char* reason = "closingDecision") { return {{"kind", 1102}, {"facts", {{"status", what}, {"reason", reason}}}}; }
Json closing(const char* outcome) {
  return {{"kind", 1101}, {"facts", {{"outcome", outcome}, {"aftercare", "noneOwnStrength"}, {"contactAgreed", "yes"}, {"relapsePlan", "yes"}, {"deciders", {text(coach)}}}}};
}
Json goal() {
  return {{"kind", 801}, {"facts", {{"horizon", "long"}, {"level", "goal"}, {"sphere", "personal"}, {"type", "help"}, {"domains", {"upbringing"}}, {"owner", "jointOwner"}}}, {"parts", {words("goal", {{"familyWords", "Rust."}})}}};
}
Json scored(int score) { return {{"kind", 803}, {"facts", {{"method", "gas"}, {"score", score}, {"respondent", "joint"}, {"moment", "evaluation"}}}}; }
Json holds(const char* function, const ActorId& actor) {
  return {{"kind", 206}, {"facts", {{"assignments", {{{"function", function}, {"holder", text(actor)}}}}, {"cause", "first"}, {"handover", "none"}, {"familyHadSay", "yes"}, {"from", "2019-06-11"}}}};
}
Json enrolled(const ActorId& actor, const char* fte) {
  return {{"kind", 103}, {"facts", {{"who", text(actor)}, {"actorKind", "professional"}, {"org", text(team)}, {"register", "none"}, {"registerStatus", "notApplicable"}, {"statusFrom", "2019-01-01"}, {"secrecy", "professional"}, {"fte", fte}}},
          {"parts", {words("who", {{"name", "Rosa"}}, text(actor))}}};
}

ViewResult ask(const Ledger& ledger, std::string_view view, ViewQuery query, const Registry& registry = {}) {
  const auto result = query_case_view(view, ledger.log(), registry, query);
  INFO((result ? "" : result.error().text));
  REQUIRE(result);
  return *result;
}
ViewQuery on(const char* day, std::optional<std::string> extra = {}) { return {.kase = case_1, .extra = std::move(extra), .now = local(std::string(day) + " 12:00")}; }
std::int64_t number(const ViewResult& result, std::size_t row, std::string_view key) { return the<std::int64_t>(result, row, key); }
Date day(const ViewResult& result, std::size_t row, std::string_view key) { return the<Date>(result, row, key); }

}  // namespace

TEST_CASE("a task stands still from the day after it was due until it is done", "[stagnation]") {
  Ledger ledger;
  const auto asked = ledger.add(task("2019-07-01"));
  CHECK(ask(ledger, "stagnation", on("2019-07-01")).rows.empty());
  const auto late = ask(ledger, "stagnation", on("2019-07-04"));
  REQUIRE(late.rows.size() == 1);
  CHECK(day(late, 0, "since") == Date{2019, 7, 2});
  CHECK(number(late, 0, "days") == 2);
  CHECK(codes(late, 0, "item") == "806");
  CHECK(codes(late, 0, "causes").empty());
  ledger.add(with(update("done"), {refer("concerns", asked)}), {.occurred = "2019-07-05 10:00"});
  CHECK(ask(ledger, "stagnation", on("2019-07-06")).rows.empty());
}

TEST_CASE("what waits says since when and why, counts who was called and shows what they answered", "[stagnation]") {
  Ledger ledger;
  const auto asked = ledger.add(task("2019-09-01"));
  ledger.add(with(update("waiting", {{"cause", "waitingList"}}), {refer("concerns", asked)}), {.occurred = "2019-07-10 10:00"});
  ledger.add(with(called("reminder"), {refer("concerns", asked)}), {.occurred = "2019-07-12 10:00"});
  ledger.add(with(called("reminder"), {refer("concerns", asked)}), {.occurred = "2019-07-19 10:00"});
  const auto higher = ledger.add(with(called("ownManager"), {refer("concerns", asked)}), {.occurred = "2019-07-26 10:00"});
  ledger.add(with(answered("takenUp"), {refer("answers", higher)}), {.occurred = "2019-07-30 10:00"});
  const auto result = ask(ledger, "stagnation", on("2019-08-01"));
  REQUIRE(result.rows.size() == 1);
  CHECK(day(result, 0, "since") == Date{2019, 7, 10});
  CHECK(codes(result, 0, "causes") == "waitingList");
  CHECK(number(result, 0, "reminders") == 2);
  CHECK(codes(result, 0, "level") == "ownManager");
  CHECK(codes(result, 0, "answer") == "takenUp");
  CHECK(day(result, 0, "answeredOn") == Date{2019, 7, 30});
  CHECK(ask(ledger, "stagnation", on("2019-08-01", "waitingList")).rows.size() == 1);
  CHECK(ask(ledger, "stagnation", on("2019-08-01", "newCrisis")).rows.empty());
  ViewQuery other = on("2019-08-01");
  other.organisation = police;
  CHECK(ask(ledger, "stagnation", other).rows.empty());
}

TEST_CASE("a noted stagnation ends when what it concerns ends, and its task does not stand beside it", "[stagnation]") {
  Ledger ledger;
  const auto asked = ledger.add(task("2019-06-20"));
  ledger.add(with(stuck("clashingViews"), {refer("concerns", asked)}), {.occurred = "2019-07-01 10:00"});
  const auto still = ask(ledger, "stagnation", on("2019-07-10"));
  REQUIRE(still.rows.size() == 1);
  CHECK(codes(still, 0, "causes") == "clashingViews");
  CHECK(codes(still, 0, "state") == "state.standsStill");
  ledger.add(with(update("done"), {refer("concerns", asked)}), {.occurred = "2019-07-11 10:00"});
  CHECK(ask(ledger, "stagnation", on("2019-07-12")).rows.empty());
  const auto all = ask(ledger, "stagnation", on("2019-07-12", "all"));
  REQUIRE(all.rows.size() == 1);
  CHECK(codes(all, 0, "state") == "state.goesOn");
}

TEST_CASE("a white spot is open until it is answered, by level and owner, and names no person", "[whiteSpots]") {
  Ledger ledger;
  const auto one = ledger.add(spot("organisation"), {.occurred = "2019-06-20 10:00"});
  ledger.add(spot("government"), {.occurred = "2019-07-20 10:00"});
  CHECK(ask(ledger, "whiteSpots", on("2019-08-01")).rows.size() == 2);
  CHECK(ask(ledger, "whiteSpots", on("2019-08-01", "government")).rows.size() == 1);
  ledger.add(with(answered("solved"), {refer("answers", one)}), {.occurred = "2019-08-02 10:00"});
  const auto open = ask(ledger, "whiteSpots", on("2019-08-03", "open"));
  REQUIRE(open.rows.size() == 1);
  CHECK(codes(open, 0, "level") == "government");
  const auto all = ask(ledger, "whiteSpots", on("2019-08-03"));
  CHECK(codes(all, 0, "answer") == "solved");
  CHECK(number(all, 0, "days") == 43);
  CHECK(the<WordsCell>(all, 0, "spot").field == "missing");
  for (const auto& column : all.columns) CHECK(column.key != "about");
  ViewQuery of_person = on("2019-08-03");
  of_person.person = lila;
  CHECK(ask(ledger, "whiteSpots", of_person).rows.empty());
  ViewQuery of_owner = on("2019-08-03");
  of_owner.organisation = housing;
  CHECK(ask(ledger, "whiteSpots", of_owner).rows.empty());
}

TEST_CASE("a case shorter than two years is flagged, one that lasts two years to the day is not", "[outcomes]") {
  for (const auto& [closed_on, is_short] : {std::pair{"2021-06-10 10:00", true}, std::pair{"2021-06-11 10:00", false}}) {
    Ledger ledger;
    ledger.add(opened(), {.occurred = "2019-06-11 10:00"});
    const auto decided = ledger.add(closing("ended"), {.occurred = closed_on});
    ledger.add(with(status("closed"), {refer("executes", decided)}), {.occurred = closed_on});
    const auto result = ask(ledger, "outcomes", on("2021-07-01"));
    REQUIRE(result.rows.size() == 1);
    CHECK(empty(result, 0, "short") != is_short);
    CHECK(codes(result, 0, "outcome") == "ended");
    CHECK(codes(result, 0, "later") == "result.notYet");
  }
}

TEST_CASE("an outcome shows goals and scores, and a family that comes back within the term", "[outcomes]") {
  Ledger ledger;
  ledger.add(opened(), {.occurred = "2019-06-11 10:00"});
  const auto reached = ledger.add(goal(), {.occurred = "2019-07-01 10:00"});
  ledger.add(goal(), {.occurred = "2019-07-01 11:00"});
  ledger.add(with(scored(-2), {refer("concerns", reached)}), {.occurred = "2019-08-01 10:00"});
  ledger.add(with(scored(1), {refer("concerns", reached)}), {.occurred = "2020-02-01 10:00"});
  ledger.add({{"kind", 802}, {"facts", {{"status", "reached"}}}, {"references", {refer("concerns", reached)}}}, {.occurred = "2020-02-02 10:00"});
  const auto decided = ledger.add(closing("familyStopped"), {.occurred = "2020-03-01 10:00"});
  ledger.add(with(status("closed"), {refer("executes", decided)}), {.occurred = "2020-03-02 10:00"});
  auto result = ask(ledger, "outcomes", on("2020-04-01"));
  REQUIRE(result.rows.size() == 1);
  CHECK(number(result, 0, "goalsReached") == 1);
  CHECK(number(result, 0, "goals") == 2);
  CHECK(codes(result, 0, "startScore") == "-2.0");
  CHECK(codes(result, 0, "endScore") == "1.0");
  CHECK(codes(result, 0, "premature") == "outcome.premature");
  CHECK(empty(result, 0, "reEntry"));
  CHECK(ask(ledger, "outcomes", on("2020-04-01", "familyStopped")).rows.size() == 1);
  CHECK(ask(ledger, "outcomes", on("2020-04-01", "ended")).rows.empty());
  ledger.add(status("reopened", "relapse"), {.occurred = "2021-01-10 10:00"});
  result = ask(ledger, "outcomes", on("2021-02-01"));
  REQUIRE(result.rows.size() == 1);
  CHECK(day(result, 0, "reEntry") == Date{2021, 1, 10});
  CHECK(codes(result, 0, "later") == "result.cameBack");
}

TEST_CASE("a case that is open has no outcome yet", "[outcomes]") {
  Ledger ledger;
  ledger.add(opened());
  CHECK(ask(ledger, "outcomes", on("2020-04-01")).rows.empty());
}

TEST_CASE("caseload counts open cases of who is wijkcoach or final responsible, once each, per full week", "[caseload]") {
  Ledger ledger;
  ledger.add(enrolled(coach, "0.5"), {.occurred = "2019-01-02 10:00", .kase = std::nullopt});
  ledger.add(opened(), {.occurred = "2019-06-11 10:00"});
  ledger.add(holds("wijkcoach", coach), {.occurred = "2019-06-11 11:00"});
  ledger.add(holds("finalResponsible", coach), {.occurred = "2019-06-11 11:10"});
  ledger.add(opened(), {.occurred = "2019-06-12 10:00", .kase = case_2});
  ledger.add(holds("wijkcoach", coach), {.occurred = "2019-06-12 11:00", .kase = case_2});
  ledger.add(holds("finalResponsible", officer), {.occurred = "2019-06-12 11:10", .kase = case_2});
  Registry registry;
  REQUIRE(ledger.log().scan(0, 1, [&](const EventView& view) {
    const auto message = HeaderMessage::stored(view.header);
    registry.apply({0, 0, {}, message->header()});
    return true;
  }));
  ViewQuery query{.now = local("2019-07-01 12:00")};
  auto result = ask(ledger, "caseload", query, registry);
  REQUIRE(result.rows.size() == 2);
  CHECK(holds(result, 0, "actor", coach));
  CHECK(number(result, 0, "families") == 2);
  CHECK(codes(result, 0, "perFte") == "4.0");
  CHECK(number(result, 1, "families") == 1);
  CHECK(empty(result, 1, "fte"));
  CHECK(result.notes == std::vector<std::string>{"caseload.fteUnknown"});
  ledger.add(status("closed"), {.occurred = "2019-07-02 10:00", .kase = case_2});
  query.now = local("2019-07-03 12:00");
  result = ask(ledger, "caseload", query, registry);
  REQUIRE(result.rows.size() == 1);
  CHECK(number(result, 0, "families") == 1);
}

TEST_CASE("a household of six under the approach for these families is heavy, of five is not", "[caseload]") {
  for (const unsigned members : {5u, 6u}) {
    Ledger ledger;
    ledger.add(opened("cmpg"));
    Json persons = Json::array();
    for (unsigned i = 0; i < members; ++i)
      persons.push_back({{"subject", text(nth<SubjectId>(static_cast<std::uint8_t>(20 + i)))}, {"change", "added"}, {"personRole", i == 0 ? "parent" : "child"}, {"ageBand", i == 0 ? "adult23" : "under12"}, {"inHousehold", "yes"}});
    Json draft{{"kind", 202}, {"facts", {{"persons", persons}}}, {"parts", Json::array()}};
    for (const auto& one : persons) draft["parts"].push_back(words("who", {{"name", "Iemand"}}, one["subject"].get<std::string>()));
    ledger.add(draft);
    ledger.add(holds("wijkcoach", coach));
    const auto result = ask(ledger, "caseload", {.now = local("2019-07-01 12:00")});
    REQUIRE(result.rows.size() == 1);
    CHECK(number(result, 0, "heavy") == (members == 6 ? 1 : 0));
  }
}
