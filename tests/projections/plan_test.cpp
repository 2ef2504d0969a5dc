#include "projections/plan.h"

#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Json goal(const char* horizon, unsigned order, const char* domain = "housing") {
  return {{"kind", 801},
          {"facts", {{"horizon", horizon}, {"level", "goal"}, {"sphere", "personal"}, {"type", "help"}, {"domains", {domain}}, {"owner", "familyMember"}, {"ownerSubject", text(lila)},
                     {"startOn", "2019-07-01"}, {"endOn", "2020-01-01"}, {"order", order}}},
          {"parts", {words("goal", {{"familyWords", "Een eigen huis."}}, text(lila))}}};
}
Json score(const EventId& of, int value) {
  return {{"kind", 803}, {"facts", {{"method", "gas"}, {"score", value}, {"respondent", "parent"}, {"moment", "interim"}}}, {"references", {refer("concerns", of)}}};
}
Json plan(int version, const std::vector<EventId>& goals, std::optional<EventId> before = {}, const Json& more = Json::object()) {
  Json facts{{"planType", "familyPlan"}, {"version", version}, {"cooperation", "withFamily"}, {"validFrom", "2019-08-01"}, {"goals", Json::array()}};
  for (const auto& one : goals) facts["goals"].push_back(text(one));
  facts.update(more);
  Json out{{"kind", 804}, {"facts", facts}, {"parts", {words("plan", {{"endGoal", "Rust."}})}}};
  if (before) out["references"] = {refer("supersedes", *before)};
  return out;
}
Json task(const char* due = nullptr) {
  Json facts{{"taskKind", "inquiry"}, {"side", "internal"}, {"toActor", text(coach)}, {"frame", "vrijwillig"}};
  if (due != nullptr) facts["dueOn"] = due;
  return {{"kind", 806}, {"facts", facts}, {"parts", {words("task", {{"what", "Woning zoeken."}})}}};
}
Json update(const EventId& of, const char* status, const char* due = nullptr) {
  Json facts{{"status", status}};
  if (due != nullptr) facts["dueOn"] = due;
  return {{"kind", 807}, {"facts", facts}, {"references", {refer("concerns", of)}}};
}
Json intervention() {
  return {{"kind", 808}, {"facts", {{"intervention", "familySupport"}, {"org", text(housing)}, {"for", {text(lila)}}, {"frame", "vrijwillig"}, {"helpBasis", "consent"}, {"plannedEnd", "2020-08-01"}}}};
}
Json decision() {
  return {{"kind", 502}, {"facts", {{"decisionClass", "housingMoney"}, {"level", "professional"}, {"preference", "followed"}, {"dilemma", "no"}}}, {"parts", {words("reasoning", {{"reasons", "Akkoord."}})}}};
}
Json formal() {
  return {{"kind", 810}, {"facts", {{"decisionType", "youthProvision"}, {"org", text(team)}, {"result", "granted"}, {"article", "JW-2.3"}, {"about", {text(lila)}}, {"from", "2019-08-01"}, {"until", "2020-08-01"}, {"appealClause", "yes"}}}};
}
ViewResult ask(const Ledger& ledger, const ViewQuery& query = {.kase = case_1}) {
  const Views views(ledger.log(), make_plan());
  auto result = query_plan(views.store(), query);
  REQUIRE(result);
  return *result;
}
std::vector<std::uint64_t> shown(const Ledger& ledger, const ViewQuery& query) { return indexes(ask(ledger, query)); }
using Found = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("plan: a goal stands as its last change or evaluation says, and a plan is endorsed as each party last said", "[plan]") {
  Ledger ledger;
  const auto first = ledger.add(goal("short", 1)), second = ledger.add(goal("short", 2));
  const auto adopted = ledger.add(plan(1, {first, second}), {.occurred = "2019-08-01 10:00"});
  const auto says = [&](const char* key, const std::string& who, const char* stance, const char* when) {
    ledger.add({{"kind", 805}, {"facts", {{key, who}, {"stance", stance}}}, {"references", {refer("concerns", adopted)}}}, {.occurred = when});
  };
  says("bySubject", text(lila), "notEndorsed", "2019-08-02 10:00");
  says("byOrg", text(housing), "endorsed", "2019-08-02 11:00");
  says("bySubject", text(kai), "withRemarks", "2019-08-02 12:00");
  ledger.add({{"kind", 802}, {"facts", {{"status", "paused"}, {"endOn", "2019-11-01"}}}, {"references", {refer("concerns", first)}}}, {.occurred = "2019-09-01 10:00"});
  auto result = ask(ledger);
  CHECK(codes(result, 1, "status") == "paused");
  CHECK(the<Date>(result, 1, "until") == Date{2019, 11, 1});
  CHECK(codes(result, 2, "status").empty());
  CHECK(holds(result, 0, "endorsedBy", housing));
  CHECK(holds(result, 0, "endorsedBy", kai));
  CHECK_FALSE(holds(result, 0, "endorsedBy", lila));
  CHECK(holds(result, 0, "otherStances", lila));
  CHECK(codes(result, 0, "otherStances") == "notEndorsed,,withRemarks");
  says("bySubject", text(lila), "endorsed", "2019-09-10 10:00");
  ledger.add({{"kind", 1001},
              {"facts", {{"evaluationKind", "periodic"}, {"results", {{{"goal", to_text(first)}, {"status", "reached"}}, {{"goal", to_text(second)}, {"status", "partlyReached"}}}}, {"next", "continue"}, {"familyPresence", "present"}}}},
             {.occurred = "2019-10-01 10:00"});
  result = ask(ledger);
  CHECK(codes(result, 1, "status") == "reached");
  CHECK(codes(result, 2, "status") == "partlyReached");
  CHECK(holds(result, 0, "endorsedBy", lila));
  // As of before they said so.
  result = ask(ledger, {.kase = case_1, .occurred_until = local("2019-08-02 11:30")});
  CHECK(codes(result, 1, "status").empty());
  CHECK_FALSE(holds(result, 0, "endorsedBy", kai));
}

TEST_CASE("plan: the current version with its goals and their last score", "[plan]") {
  Ledger ledger;
  const auto later = ledger.add(goal("short", 2));
  const auto first = ledger.add(goal("short", 1));
  const auto far = ledger.add(goal("long", 9));
  const auto old = ledger.add(plan(1, {later}), {.occurred = "2019-08-01 10:00"});
  ledger.add(plan(2, {later, first}, old, {{"evaluationAt", "2019-12-01T10:00:00Z"}, {"validUntil", "2020-06-01"}}), {.occurred = "2019-09-01 10:00"});
  ledger.add(score(first, 1), {.occurred = "2019-09-02 10:00"});
  ledger.add(score(first, -1), {.occurred = "2019-10-02 10:00"});
  const auto result = ask(ledger);
  CHECK(indexes(result) == Found{4, 2, 1, 0});
  CHECK(result.total == 5);
  CHECK(result.notes.empty());
  CHECK(codes(result, 0, "type") == "familyPlan");
  CHECK(the<std::int64_t>(result, 0, "version") == 2);
  CHECK(the<Date>(result, 0, "from") == Date{2019, 8, 1});
  CHECK(the<Date>(result, 0, "until") == Date{2020, 6, 1});
  CHECK(the<TimeCell>(result, 0, "evaluation").at == *parse_time("2019-12-01T10:00:00Z"));
  CHECK(the<WordsCell>(result, 0, "words").field == "endGoal");
  CHECK(holds(result, 1, "event", far));
  CHECK(empty(result, 1, "version"));
  CHECK(codes(result, 1, "horizon") == "long");
  CHECK(codes(result, 2, "level") == "goal");
  CHECK(holds(result, 2, "owner", lila));
  CHECK(the<std::int64_t>(result, 2, "version") == 2);
  CHECK(the<std::int64_t>(result, 2, "score") == -1);
  CHECK(the<TimeCell>(result, 2, "scoredOn").at == local("2019-10-02 10:00"));
  CHECK(empty(result, 3, "score"));
}

TEST_CASE("plan: as it was on a day, and as it was known on a day", "[plan]") {
  Ledger ledger;
  const auto one = ledger.add(goal("short", 1));
  const auto old = ledger.add(plan(1, {one}), {.occurred = "2019-08-01 10:00"});
  ledger.add(score(one, 2), {.occurred = "2019-08-20 10:00", .recorded = "2019-10-01 10:00"});
  ledger.add(plan(2, {one}, old), {.occurred = "2019-09-01 10:00", .recorded = "2019-10-02 10:00"});
  const auto then = ask(ledger, {.kase = case_1, .occurred_until = local("2019-08-31")});
  CHECK(the<std::int64_t>(then, 0, "version") == 1);
  CHECK(the<std::int64_t>(then, 1, "score") == 2);
  const auto known = ask(ledger, {.kase = case_1, .recorded_until = local("2019-09-15")});
  CHECK(the<std::int64_t>(known, 0, "version") == 1);
  CHECK(empty(known, 1, "score"));
  CHECK(the<std::int64_t>(ask(ledger), 0, "version") == 2);
}

TEST_CASE("plan: the plan of a version, with what it names", "[plan]") {
  Ledger ledger;
  const auto one = ledger.add(goal("short", 1));
  const auto two = ledger.add(goal("short", 2));
  const auto old = ledger.add(plan(1, {one}));
  ledger.add(plan(2, {two}, old));
  ledger.add(decision());
  ledger.add(plan(1, {two}, {}, {{"planType", "pvaLong"}}));  // the first of another plan
  CHECK(shown(ledger, {.kase = case_1, .extra = "1"}) == Found{2, 0});
  CHECK(shown(ledger, {.kase = case_1, .extra = "2"}) == Found{3, 1});
  CHECK(shown(ledger, {.kase = case_1, .extra = "3"}).empty());
  const Views views(ledger.log(), make_plan());
  CHECK(query_plan(views.store(), {.kase = case_1, .extra = "geheim"}).error().code == ErrorCode::bad_input);
  CHECK(query_plan(views.store(), {}).error().code == ErrorCode::bad_input);
}

TEST_CASE("plan: help that was ended says how and when, and not when it was planned to end", "[plan]") {
  Ledger ledger;
  const auto started = ledger.add(intervention());
  CHECK(the<Date>(ask(ledger), 0, "until") == Date{2020, 8, 1});
  CHECK(empty(ask(ledger), 0, "status"));
  Json ended{{"kind", 809}, {"facts", {{"ending", "stoppedFamily"}}}, {"references", {refer("ends", started)}}};
  ledger.add(ended, {.occurred = "2020-02-03 10:00"});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 1);
  CHECK(the<Date>(result, 0, "until") == Date{2020, 2, 3});
  CHECK(codes(result, 0, "status") == "stoppedFamily");
  CHECK(the<Date>(ask(ledger, {.kase = case_1, .occurred_until = local("2020-02-01")}), 0, "until") == Date{2020, 8, 1});
}

TEST_CASE("plan: tasks with their last state and term, what is due first on top", "[plan]") {
  Ledger ledger;
  const auto open = ledger.add(task());
  const auto moved = ledger.add(task("2019-08-01"));
  const auto done = ledger.add(task("2019-09-01"));
  ledger.add(update(moved, "moved", "2019-10-01"));
  ledger.add(update(moved, "started"));
  ledger.add(update(done, "done"));
  const auto result = ask(ledger);
  CHECK(indexes(result) == Found{2, 1, 0});
  CHECK(codes(result, 0, "status") == "done");
  CHECK(the<Date>(result, 0, "from") == Date{2019, 6, 11});
  CHECK(the<Date>(result, 0, "due") == Date{2019, 9, 1});
  CHECK(codes(result, 1, "status") == "started");
  CHECK(the<Date>(result, 1, "due") == Date{2019, 10, 1});
  CHECK(holds(result, 1, "owner", coach));
  CHECK(the<WordsCell>(result, 1, "words") == WordsCell{1, 0, "what"});
  CHECK(empty(result, 2, "status"));
  CHECK(holds(result, 2, "event", open));
}

TEST_CASE("plan: without an adopted plan it shows what there is, and says so", "[plan]") {
  Ledger ledger;
  ledger.add(formal());
  ledger.add(decision());
  ledger.add(intervention());
  ledger.add(task());
  const auto result = ask(ledger);
  CHECK(result.notes == std::vector<std::string>{"plan.none"});
  CHECK(indexes(result) == Found{3, 2, 1, 0});
  CHECK(codes(result, 1, "type") == "familySupport");
  CHECK(codes(result, 1, "frame") == "vrijwillig");
  CHECK(the<Date>(result, 1, "from") == Date{2019, 6, 11});
  CHECK(the<Date>(result, 1, "until") == Date{2020, 8, 1});
  CHECK(holds(result, 1, "owner", housing));
  CHECK(codes(result, 2, "type") == "housingMoney");
  CHECK(the<WordsCell>(result, 2, "words").field == "reasons");
  CHECK(codes(result, 3, "status") == "granted");
}

TEST_CASE("plan: a plan that is over says so, at the moment asked", "[plan]") {
  Ledger ledger;
  ledger.add(plan(1, {}, {}, {{"validUntil", "2020-06-01"}}));
  CHECK(ask(ledger).notes.empty());
  CHECK(ask(ledger, {.kase = case_1, .now = local("2020-05-31 23:00")}).notes.empty());
  CHECK(ask(ledger, {.kase = case_1, .now = local("2020-06-01 01:00")}).notes == std::vector<std::string>{"plan.over"});
  CHECK(ask(ledger, {.kase = case_1, .occurred_until = local("2020-06-02"), .now = local("2019-12-01")}).notes == std::vector<std::string>{"plan.over"});
}

TEST_CASE("plan: filters by person, domain, organisation and kind", "[plan]") {
  Ledger ledger;
  ledger.add(goal("short", 1, "housing"));
  ledger.add(goal("short", 2, "debts"));
  ledger.add(task());
  ledger.add(intervention());
  ledger.add(decision(), {.kase = case_2});
  CHECK(shown(ledger, {.kase = case_1, .person = lila}) == Found{0, 1, 3});
  CHECK(shown(ledger, {.kase = case_1, .person = marko}).empty());
  CHECK(shown(ledger, {.kase = case_1, .extra = "debts"}) == Found{1, 2, 3});
  CHECK(shown(ledger, {.kase = case_1, .organisation = housing}) == Found{3});
  CHECK(shown(ledger, {.kase = case_1, .kind = 806}) == Found{2});
  CHECK(shown(ledger, {.kase = case_1, .actor = protector}).empty());
  CHECK(ask(ledger, {.kase = case_1, .kind = 806}).total == 4);
}
