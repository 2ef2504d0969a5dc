// The kitchen-table plan: what one person of a family may lay on the table, and nobody else's.
#include "projections/case_views.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

const SubjectId sem = nth<SubjectId>(4);

Json person(const SubjectId& who, const char* role, const char* band) {
  return {{"kind", 202},
          {"facts", {{"persons", {{{"subject", text(who)}, {"change", "added"}, {"personRole", role}, {"ageBand", band}, {"inHousehold", "yes"}}}}}},
          {"parts", {words("who", {{"name", "Naam"}}, text(who))}}};
}
Json goal(const std::optional<SubjectId>& owner, const char* words_field = "familyWords", const Json& more = Json::object()) {
  Json facts{{"horizon", "long"}, {"level", "goal"},           {"sphere", "personal"},
             {"type", "help"},    {"domains", {"upbringing"}}, {"owner", owner ? "familyMember" : "jointOwner"}};
  if (owner) facts["ownerSubject"] = text(*owner);
  facts.update(more);
  return {{"kind", 801}, {"facts", facts}, {"parts", {words("goal", {{words_field, "Rust."}}, owner ? text(*owner) : "case")}}};
}
Json plan(const std::vector<EventId>& goals, const Json& more = Json::object(), const Json& parts = Json::array()) {
  Json facts{{"planType", "familyPlan"}, {"version", 1}, {"cooperation", "withFamily"}, {"validFrom", "2019-06-20"}, {"goals", Json::array()}};
  for (const auto& one : goals) facts["goals"].push_back(text(one));
  facts.update(more);
  return {{"kind", 804}, {"facts", facts}, {"parts", parts}};
}
Json task(const Json& to, const std::vector<EventId>& serves) {
  Json facts{{"taskKind", "action"}, {"side", "internal"}, {"frame", "vrijwillig"}, {"dueOn", "2019-08-01"}};
  facts.update(to);
  Json out{{"kind", 806},
           {"facts", facts},
           {"parts", {words("task", {{"what", "Doen."}}, to.contains("toSubject") ? to["toSubject"].get<std::string>() : "case")}},
           {"references", Json::array()}};
  for (const auto& one : serves) out["references"].push_back(refer("concerns", one));
  return out;
}
Json function_of(const char* function, const ActorId& holder) {
  return {{"kind", 206},
          {"facts",
           {{"assignments", {{{"function", function}, {"holder", text(holder)}}}},
            {"cause", "first"},
            {"handover", "none"},
            {"familyHadSay", "yes"},
            {"from", "2019-06-01"}}}};
}
Json safety_plan(const std::optional<EventId>& rests_on = {}) {
  Json out{{"kind", 607},
           {"facts", {{"version", 1}, {"items", {"safetyPersons"}}, {"validFrom", "2019-06-20"}, {"validUntil", "2020-06-20"}, {"children", {text(kai)}}}},
           {"parts",
            {words("plan", {{"perItem", "Ga naar boven."}}, text(kai)), words("persons", {{"names", "Tante"}, {"phone", "06"}}, text(kai)),
             words("persons", {{"names", "Oom"}}, text(lila))}}};
  if (rests_on) out["references"] = {refer("basedOn", *rests_on)};
  return out;
}

ViewResult page(const Ledger& ledger, const SubjectId& whose, ViewQuery query = {}) {
  query.kase = case_1;
  query.person = whose;
  if (!query.now) query.now = local("2019-07-01 12:00");
  const Registry registry;
  auto result = query_case_view("kitchenTable", ledger.log(), registry, query);
  INFO((result ? "" : result.error().text));
  REQUIRE(result);
  return *result;
}
std::vector<EventId> events_of(const ViewResult& result, std::string_view part) {
  std::vector<EventId> out;
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    if (codes(result, i, "part") == part && !empty(result, i, "event")) out.push_back(EventId{the<IdCell>(result, i, "event").id});
  return out;
}
std::size_t row_of(const ViewResult& result, const EventId& event) {
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    if (holds(result, i, "event", event)) return i;
  FAIL("not on the page");
  return 0;
}
// Anything on the page that names this person, or words of an event.
bool speaks_of(const ViewResult& result, const SubjectId& who) {
  for (const auto& row : result.rows)
    for (const auto& one : row.cells)
      for (const auto& atom : one.atoms)
        if (const auto* id = std::get_if<IdCell>(&atom); id != nullptr && id->id == who.bytes) return true;
  return false;
}
using Events = std::vector<EventId>;

// Lila (parent), Kai and Sem (children); Lila's goal, Kai's, and one of all together; one plan with the three.
struct Family {
  Ledger ledger;
  EventId of_lila, of_kai, joint, plan_id;
  explicit Family(const Json& more = Json::object(), const Json& parts = Json::array()) {
    ledger.add(person(lila, "parent", "adult23"));
    ledger.add(person(kai, "child", "under12"));
    ledger.add(person(sem, "child", "under12"));
    of_lila = ledger.add(goal(lila));
    of_kai = ledger.add(goal(kai));
    joint = ledger.add(goal(std::nullopt, "familyWords", {{"level", "endGoal"}}));
    plan_id = ledger.add(plan({of_lila, of_kai, joint}, more, parts), {.occurred = "2019-06-20 10:00"});
  }
};

}  // namespace

TEST_CASE("kitchen table: without a person there is no page, and somebody of another case has an empty one", "[kitchen_table]") {
  const Family family;
  const Registry registry;
  const auto none = query_case_view("kitchenTable", family.ledger.log(), registry, {.kase = case_1});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::bad_input);
  CHECK(none.error().text.find("--person") != std::string::npos);
  const auto in_part = query_case_view("kitchenTable", family.ledger.log(), registry, {.kase = case_1, .person = lila, .kind = 801});
  REQUIRE_FALSE(in_part);
  CHECK(in_part.error().text.find("--kind") != std::string::npos);
  const auto stranger = page(family.ledger, marko);
  CHECK(stranger.rows.empty());
  CHECK(stranger.notes == std::vector<std::string>{"kitchen.notOfCase"});
}

TEST_CASE("kitchen table: it holds what is mine and what is of us all, the end goal first, and nothing of another child", "[kitchen_table]") {
  const Family family;
  const auto result = page(family.ledger, lila);
  CHECK(events_of(result, "kitchen.endGoal") == Events{family.joint});
  CHECK(events_of(result, "kitchen.goal") == Events{family.of_lila});
  CHECK(the<WordsCell>(result, row_of(result, family.of_lila), "words").field == "familyWords");
  CHECK_FALSE(speaks_of(result, kai));
  CHECK(result.total == result.rows.size());
  CHECK(events_of(page(family.ledger, kai), "kitchen.goal") == Events{family.of_kai});
  CHECK(events_of(page(family.ledger, sem), "kitchen.goal").empty());
}

TEST_CASE("kitchen table: how many goals others have is said only where at least two others can be meant", "[kitchen_table]") {
  Family family;
  CHECK(page(family.ledger, lila).totals == std::vector<Total>{{"kitchen.others", 1}});
  CHECK(page(family.ledger, sem).totals == std::vector<Total>{{"kitchen.others", 2}});
  Json left = person(sem, "child", "under12");
  left["facts"]["persons"][0]["change"] = "leftHousehold";
  left["facts"]["persons"][0]["inHousehold"] = "no";
  family.ledger.add(left, {.occurred = "2019-06-25 10:00"});
  CHECK(page(family.ledger, lila).totals.empty());
}

TEST_CASE(
    "kitchen table: a task stands under the goal it serves, with the day it was moved to, another's task "
    "does not",
    "[kitchen_table]") {
  Family family;
  const auto helper = family.ledger.add(task({{"toActor", text(coach)}}, {family.of_lila}));
  const auto mine = family.ledger.add(task({{"toSubject", text(lila)}}, {family.plan_id}));
  family.ledger.add(task({{"toSubject", text(kai)}}, {family.of_lila}));
  family.ledger.add(task({{"toActor", text(coach)}}, {family.of_kai}));
  family.ledger.add({{"kind", 807}, {"facts", {{"status", "moved"}, {"dueOn", "2019-09-01"}}}, {"references", {refer("concerns", helper)}}},
                    {.occurred = "2019-06-22 10:00"});
  const auto result = page(family.ledger, lila);
  CHECK(events_of(result, "kitchen.task") == Events{helper, mine});
  CHECK(holds(result, row_of(result, helper), "belongsTo", family.of_lila));
  CHECK(holds(result, row_of(result, helper), "who", coach));
  CHECK(the<Date>(result, row_of(result, helper), "when") == Date{2019, 9, 1});
  CHECK(codes(result, row_of(result, helper), "state") == "moved");
  CHECK(row_of(result, helper) == row_of(result, family.of_lila) + 1);
  CHECK(empty(result, row_of(result, mine), "belongsTo"));
  CHECK(holds(result, row_of(result, mine), "who", lila));
  CHECK(events_of(page(family.ledger, sem), "kitchen.task").empty());
}

TEST_CASE("kitchen table: what the plan says of me is there in narrative, not what is about my health", "[kitchen_table]") {
  Json health = words("perPerson", {{"text", "Slaapt slecht."}}, text(lila));
  health["class"] = "health";
  const Family open(Json::object(),
                    {words("perPerson", {{"text", "Wil weer lachen."}}, text(lila)), words("perPerson", {{"text", "Speelt graag."}}, text(kai))});
  const auto result = page(open.ledger, lila);
  REQUIRE(events_of(result, "kitchen.about") == Events{open.plan_id});
  CHECK(the<WordsCell>(result, 1, "words").part == 0);
  CHECK(events_of(page(open.ledger, sem), "kitchen.about").empty());
  const Family closed(Json::object(), Json::array({health}));
  CHECK(events_of(page(closed.ledger, lila), "kitchen.about").empty());
}

TEST_CASE("kitchen table: words of a professional are marked as such, and newer words take the place of older ones", "[kitchen_table]") {
  Ledger ledger;
  ledger.add(person(lila, "parent", "adult23"));
  const auto set = ledger.add(goal(std::nullopt, "professionalWords"));
  const auto before = page(ledger, lila);
  CHECK(before.notes == std::vector<std::string>{"plan.none", "kitchen.noMeeting"});
  CHECK(codes(before, row_of(before, set), "wording") == "kitchen.professionalWords");
  ledger.add({{"kind", 802},
              {"facts", {{"status", "active"}}},
              {"parts", {words("why", {{"text", "Zo."}, {"newWords", "Samen eten."}})}},
              {"references", {refer("concerns", set)}}},
             {.occurred = "2019-06-21 10:00"});
  const auto after = page(ledger, lila);
  CHECK(the<WordsCell>(after, row_of(after, set), "words").field == "newWords");
  CHECK(codes(after, row_of(after, set), "state") == "active");
}

TEST_CASE("kitchen table: whom to call are who is my contact, once each, and my own persons of the safety plan when safety may be read", "[kitchen_table]") {
  Family family;
  family.ledger.add(function_of("wijkcoach", coach));
  family.ledger.add(function_of("centralContact", coach));
  family.ledger.add(function_of("buddy", protector));
  const auto safety = family.ledger.add(safety_plan(), {.occurred = "2019-06-21 10:00"});
  const auto closed = page(family.ledger, kai);
  std::vector<std::string> roles;
  for (std::size_t i = 0; i < closed.rows.size(); ++i)
    if (codes(closed, i, "part") == "kitchen.call") roles.push_back(codes(closed, i, "role"));
  CHECK(roles == std::vector<std::string>{"centralContact", "buddy"});
  CHECK(events_of(closed, "kitchen.call").empty());
  const auto open = page(family.ledger, kai, {.guarded_facts = true});
  REQUIRE(events_of(open, "kitchen.call") == Events{safety});
  CHECK(the<WordsCell>(open, row_of(open, safety), "phone").part == 1);
  CHECK(the<WordsCell>(page(family.ledger, lila, {.guarded_facts = true}), row_of(page(family.ledger, lila, {.guarded_facts = true}), safety), "words").part ==
        2);
  CHECK(events_of(page(family.ledger, sem, {.guarded_facts = true}), "kitchen.call").empty());
  CHECK(events_of(page(family.ledger, kai, {.guarded_facts = true, .now = local("2020-06-20 12:00")}), "kitchen.call").empty());
}

TEST_CASE("kitchen table: what I am to be told later is not on my page", "[kitchen_table]") {
  Family family;
  const auto judged = family.ledger.add({{"kind", 605},
                                         {"facts", {{"child", text(kai)}, {"current", "unsafe"}, {"future", "high"}}},
                                         {"parts", {words("grounds", {{"reasoning", "Zo."}}, text(kai))}}});
  const auto safety = family.ledger.add(safety_plan(judged), {.occurred = "2019-06-21 10:00"});
  family.ledger.add({{"kind", 411},
                     {"facts", {{"about", {text(lila)}}, {"reason", "seriousHarm"}, {"reviewOn", "2019-12-01"}}},
                     {"parts", {words("motive", {{"text", "Gevaar."}})}},
                     {"references", {refer("concerns", judged)}}},
                    {.occurred = "2019-06-22 10:00"});
  CHECK(events_of(page(family.ledger, lila, {.guarded_facts = true}), "kitchen.call").empty());
  CHECK(events_of(page(family.ledger, kai, {.guarded_facts = true}), "kitchen.call") == Events{safety});
}

TEST_CASE("kitchen table: the next meeting is the first that is still to come, with professionals and me", "[kitchen_table]") {
  const Family family(
      Json{{"evaluationAt", "2019-09-01T08:00:00Z"}, {"evaluationWith", {{{"actor", text(coach)}}, {{"subject", text(lila)}}, {{"subject", text(kai)}}}}});
  const auto result = page(family.ledger, lila);
  REQUIRE(events_of(result, "kitchen.meeting") == Events{family.plan_id});
  const std::size_t row = result.rows.size() - 1;
  CHECK(codes(result, row, "part") == "kitchen.meeting");
  CHECK(the<TimeCell>(result, row, "when").at == local("2019-09-01 10:00"));
  CHECK(holds(result, row, "who", coach));
  CHECK(holds(result, row, "who", lila));
  CHECK_FALSE(holds(result, row, "who", kai));
  CHECK(result.notes.empty());
  const auto later = page(family.ledger, lila, {.now = local("2019-09-01 10:00")});
  CHECK(events_of(later, "kitchen.meeting").empty());
  CHECK(later.notes == std::vector<std::string>{"kitchen.noMeeting"});
}

TEST_CASE("kitchen table: enforcement is no plan of ours, and a plan that is over is said to be", "[kitchen_table]") {
  Ledger ledger;
  ledger.add(person(lila, "parent", "adult23"));
  const auto set = ledger.add(goal(lila));
  ledger.add(plan({set}, {{"planType", "enforcementPlan"}}));
  CHECK(events_of(page(ledger, lila), "kitchen.goal").empty());
  CHECK(page(ledger, lila).notes[0] == "plan.over");
  const auto family = ledger.add(plan({set}, {{"validUntil", "2019-12-01"}}));
  CHECK(events_of(page(ledger, lila), "kitchen.plan") == Events{family});
  CHECK(events_of(page(ledger, lila, {.now = local("2019-12-01 12:00")}), "kitchen.plan").empty());
}
