// Whether goals are reached, how motivation moves, and in which step a case is.
#include "projections/case_views.h"
#include "projections/plan_difference.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"
#include "tests/projections/huurschuld.h"
#include "tests/support/temp_dir.h"
#include "tools/families/family_loader.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

ViewResult ask(const Ledger& ledger, std::string_view view, ViewQuery query = {.kase = case_1}) {
  if (!query.now) query.now = local("2019-12-01 12:00");
  const Registry registry;
  auto result = query_case_view(view, ledger.log(), registry, query);
  INFO((result ? "" : result.error().text));
  REQUIRE(result);
  return *result;
}
Json with(Json draft, std::initializer_list<Json> references) {
  draft["references"] = Json::array();
  for (const auto& one : references) draft["references"].push_back(one);
  return draft;
}
Json goal(const char* horizon, const Json& more = Json::object()) {
  Json facts{{"horizon", horizon}, {"level", "goal"}, {"sphere", "personal"}, {"type", "help"}, {"domains", {"housing"}}, {"owner", "familyMember"}, {"ownerSubject", text(lila)},
             {"startOn", "2019-07-01"}, {"endOn", "2020-01-01"}};
  facts.update(more);
  return {{"kind", 801}, {"facts", facts}, {"parts", {words("goal", {{"familyWords", "Een eigen huis."}, {"indicator", "Een huurcontract."}}, text(lila))}}};
}
Json score(const EventId& of, int value, const char* method = "gas") {
  return with({{"kind", 803}, {"facts", {{"method", method}, {"score", value}, {"respondent", "joint"}, {"moment", "interim"}}}}, {refer("concerns", of)});
}
Json motivation(const char* phase, const char* horizon = "long", const char* driver = "insight") {
  return {{"kind", 702}, {"facts", {{"who", text(lila)}, {"phase", phase}, {"horizon", horizon}, {"driver", driver}}}, {"parts", {words("grounds", {{"text", "Belde zelf."}}, text(lila))}}};
}
Json contact(const char* mode, const Json& more = Json::object()) {
  Json facts{{"mode", mode}, {"outcome", "held"}, {"with", {text(lila)}}, {"emergencyNumberGiven", "no"}};
  facts.update(more);
  return {{"kind", 701}, {"facts", facts}};
}
Json signal(const Json& answered) {
  return {{"kind", 301},
          {"facts", {{"signalType", "signal"}, {"source", "school"}, {"reporterAnonymous", "no"}, {"domains", {"education"}}, {"answered", answered}, {"dangerForVisitor", "no"}}},
          {"parts", {words("what", {{"wat", "Vaak moe."}})}}};
}
Json judged(const char* decision, const Json& answered) {
  return {{"kind", 302}, {"facts", {{"decision", decision}, {"crisis", "noCrisis"}, {"answered", answered}, {"detail", "headlines"}}}, {"parts", {words("motive", {{"motive", "Bekend."}})}}};
}
Json crisis() {
  return {{"kind", 304}, {"facts", {{"crisisKind", "violence"}, {"domains", {"safety"}}}}, {"parts", {{{"part", "situation"}, {"subject", text(lila)}, {"class", "safety"}, {"fields", {{"what", "Ruzie."}}}}}}};
}
Json crisis_action(const EventId& of, const char* state) {
  return with({{"kind", 305}, {"facts", {{"services", {"police"}}, {"state", state}}}}, {refer("concerns", of)});
}
Json plan(int version) {
  return {{"kind", 804}, {"facts", {{"planType", "familyPlan"}, {"version", version}, {"cooperation", "withFamily"}, {"validFrom", "2019-08-01"}}}, {"parts", {words("plan", {{"endGoal", "Rust."}})}}};
}
Json moved() {
  return {{"kind", 202},
          {"facts", {{"persons", {{{"subject", text(lila)}, {"change", "moved"}, {"personRole", "parent"}, {"ageBand", "from16to17"}, {"inHousehold", "yes"}}}}}},
          {"parts", {words("who", {{"name", "Lila"}}, text(lila))}}};
}
Json closed() { return {{"kind", 1102}, {"facts", {{"status", "closed"}, {"reason", "closingDecision"}}}}; }
Json closing(const char* until) {
  return {{"kind", 1101}, {"facts", {{"outcome", "scaledDown"}, {"aftercare", "localStructure"}, {"aftercareUntil", until}, {"contactAgreed", "yes"}, {"relapsePlan", "yes"}}},
          {"parts", {words("reasons", {{"reasons", "Gaat goed."}})}}};
}

std::string state_of(const ViewResult& process, std::size_t step) { return codes(process, step - 1, "state"); }
std::string flags_of(const ViewResult& process, std::size_t step) { return codes(process, step - 1, "flags"); }
std::vector<std::int64_t> steps(const ViewResult& result) {
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < result.rows.size(); ++i) out.push_back(the<std::int64_t>(result, i, "step"));
  return out;
}
using Steps = std::vector<std::int64_t>;

// Family 10.1 as its table stands, and what its ledger answers.
struct Voorbeeld {
  TempDir folder;
  std::unique_ptr<families::Stage> stage;
  families::FamilyReport report;
  Voorbeeld() {
    auto made = families::Stage::create(folder.path() / "ledger");
    REQUIRE(made);
    stage = std::move(*made);
    auto loaded = stage->load("voorbeeld", [](std::uint64_t, std::uint64_t) {});
    REQUIRE(loaded);
    report = *loaded;
  }
  ViewResult ask(std::string_view view, ViewQuery query) const {
    query.kase = report.kase;
    auto& ledger = stage->ledger();
    auto result = ledger.service().with_registry([&](const Registry& registry) { return query_case_view(view, ledger.log(), registry, query); });
    REQUIRE(result);
    return *result;
  }
  // The table's number of the event in a cell; 0 when it is empty.
  std::size_t row_in(const ViewResult& result, std::size_t row, std::string_view key) const {
    if (empty(result, row, key)) return 0;
    for (std::size_t i = 0; i < report.events.size(); ++i)
      if (inzicht::testing::holds(result, row, key, report.events[i])) return i + 1;
    return 0;
  }
};

}  // namespace

TEST_CASE("goals: scores stand in order, by their own method, with what the last one says", "[goals]") {
  Ledger ledger;
  const auto one = ledger.add(goal("short"));
  CHECK(codes(ask(ledger, "goals"), 0, "progress") == "progress.unscored");
  ledger.add(score(one, -1), {.occurred = "2019-07-01 10:00"});
  CHECK(codes(ask(ledger, "goals"), 0, "progress") == "progress.once");
  ledger.add(score(one, 6, "scale"), {.occurred = "2019-08-01 10:00"});
  CHECK(codes(ask(ledger, "goals"), 0, "progress") == "progress.once");
  ledger.add(score(one, 1), {.occurred = "2019-09-01 10:00"});
  auto result = ask(ledger, "goals");
  CHECK(codes(result, 0, "scores") == "-1 (2019-07-01),6/10 (2019-08-01),+1 (2019-09-01)");
  CHECK(codes(result, 0, "progress") == "progress.up");
  CHECK(codes(result, 0, "status") == "open");
  CHECK(the<WordsCell>(result, 0, "goal").field == "familyWords");
  CHECK(the<WordsCell>(result, 0, "indicator").field == "indicator");
  ledger.add(score(one, -2), {.occurred = "2019-10-01 10:00"});
  result = ask(ledger, "goals", {.kase = case_1, .now = local("2020-01-02 12:00")});
  CHECK(codes(result, 0, "progress") == "progress.down,progress.regression,progress.late");
  // On the last day itself it is not late.
  CHECK(codes(ask(ledger, "goals", {.kase = case_1, .now = local("2020-01-01 12:00")}), 0, "progress") == "progress.down,progress.regression");
}

TEST_CASE("goals: the mean of GAS is by weight, per person and horizon, and leaves out what no longer counts", "[goals]") {
  Ledger ledger;
  const auto heavy = ledger.add(goal("short", {{"weight", 3}}));
  const auto light = ledger.add(goal("short"));
  const auto dropped = ledger.add(goal("short", {{"weight", 5}}));
  const auto far = ledger.add(goal("long", {{"weight", 2}}));
  ledger.add(score(heavy, -1));
  ledger.add(score(light, 2));
  ledger.add(score(dropped, 2));
  ledger.add(score(far, 1));
  ledger.add(score(heavy, 9, "scale"));
  ledger.add(with({{"kind", 802}, {"facts", {{"status", "dropped"}}}}, {refer("concerns", dropped)}));
  const auto result = ask(ledger, "goals");
  // (3 × -1 + 1 × 2) / 4
  CHECK(codes(result, 0, "weightedMean") == "-0.25");
  CHECK(codes(result, 1, "weightedMean") == "-0.25");
  CHECK(empty(result, 2, "weightedMean"));
  CHECK(codes(result, 3, "weightedMean") == "1.00");
  CHECK(codes(result, 2, "status") == "dropped");
}

TEST_CASE("goals: SMART and MAGIE share two boxes, and what was not checked is named", "[goals]") {
  Ledger ledger;
  ledger.add(goal("short", {{"checked", {"specific", "measurable", "acceptable", "realistic", "timeBound", "communicated"}}}));
  ledger.add(goal("short"));
  const auto result = ask(ledger, "goals");
  CHECK(codes(result, 0, "smart") == "specific,measurable,acceptable,realistic,timeBound");
  CHECK(codes(result, 0, "magie") == "measurable,acceptable,communicated");
  CHECK(codes(result, 0, "unchecked") == "inspiring,engaging");
  CHECK(empty(result, 1, "smart"));
  CHECK(cell(result, 1, "unchecked").atoms.size() == 8);
}

TEST_CASE("goals: in the agreed order, by person, horizon, domain and what is open", "[goals]") {
  Ledger ledger;
  ledger.add(goal("long", {{"domains", {"debts"}}}));
  const auto second = ledger.add(goal("short", {{"order", 2}}));
  ledger.add(goal("short", {{"order", 1}, {"ownerSubject", text(marko)}}));
  ledger.add(with({{"kind", 1001}, {"facts", {{"evaluationKind", "periodic"}, {"results", {{{"goal", text(second)}, {"status", "reached"}}}}, {"next", "continue"}, {"familyPresence", "present"}}}}, {}),
             {.occurred = "2019-09-01 10:00"});
  CHECK(indexes(ask(ledger, "goals")) == std::vector<std::uint64_t>{2, 1, 0});
  const auto of_marko = ask(ledger, "goals", {.kase = case_1, .person = marko});
  CHECK(indexes(of_marko) == std::vector<std::uint64_t>{2});
  CHECK(of_marko.total == 3);
  CHECK(indexes(ask(ledger, "goals", {.kase = case_1, .extra = "long"})) == std::vector<std::uint64_t>{0});
  CHECK(indexes(ask(ledger, "goals", {.kase = case_1, .extra = "debts"})) == std::vector<std::uint64_t>{0});
  CHECK(indexes(ask(ledger, "goals", {.kase = case_1, .extra = "open"})) == std::vector<std::uint64_t>{2, 0});
  // Before the evaluation it was still open.
  CHECK(ask(ledger, "goals", {.kase = case_1, .occurred_until = local("2019-08-01"), .extra = "open"}).rows.size() == 3);
}

TEST_CASE(
    "motivation: an estimate moves against the one before it of the same horizon, not open is the lowest",
    "[motivation]") {
  Ledger ledger;
  ledger.add(motivation("openstaan"), {.occurred = "2019-07-01 10:00"});
  ledger.add(motivation("willen", "short", "survival"), {.occurred = "2019-07-02 10:00"});
  ledger.add(motivation("nogNietOpen"), {.occurred = "2019-08-01 10:00"});
  ledger.add(motivation("begrijpen"), {.occurred = "2019-09-01 10:00"});
  ledger.add(motivation("begrijpen"), {.occurred = "2019-10-01 10:00"});
  const auto result = ask(ledger, "motivation");
  REQUIRE(result.rows.size() == 5);
  const std::vector<std::string> expected{"move.first", "move.first", "move.down", "move.up", "move.same"};
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(codes(result, i, "move") == expected[i]);
  CHECK(the<WordsCell>(result, 0, "grounds").field == "text");
  const auto short_term = ask(ledger, "motivation", {.kase = case_1, .extra = "short"});
  CHECK(short_term.rows.size() == 1);
  CHECK(short_term.total == 5);
  CHECK(ask(ledger, "motivation", {.kase = case_1, .person = marko}).rows.empty());
}

TEST_CASE("motivation: contacts are those held with the person since the estimate before, per week and by mode", "[motivation]") {
  Ledger ledger;
  ledger.add(motivation("openstaan"), {.occurred = "2019-07-01 10:00"});
  for (const char* day : {"2019-07-02 10:00", "2019-07-05 10:00", "2019-07-09 10:00"}) ledger.add(contact("homeUnplanned"), {.occurred = day});
  ledger.add(contact("phone"), {.occurred = "2019-07-03 10:00"});
  ledger.add(contact("homePlanned", {{"outcome", "notHome"}}), {.occurred = "2019-07-04 10:00"});
  ledger.add(contact("office", {{"with", {text(marko)}}}), {.occurred = "2019-07-04 11:00"});
  ledger.add(motivation("willen"), {.occurred = "2019-07-15 10:00"});
  ledger.add(contact("homeUnplanned"), {.occurred = "2019-07-20 10:00"});
  const auto result = ask(ledger, "motivation");
  REQUIRE(result.rows.size() == 2);
  for (const auto* key : {"homePlanned", "homeUnplanned", "elsewhere", "calls", "written", "heard"}) CHECK(empty(result, 0, key));
  // Two weeks: three visits, one call.
  CHECK(codes(result, 1, "homeUnplanned") == "1.5");
  CHECK(codes(result, 1, "calls") == "0.5");
  for (const auto* key : {"homePlanned", "elsewhere", "written"}) CHECK(empty(result, 1, key));
}

TEST_CASE("process: a case without events stands before the first step", "[process]") {
  Ledger ledger;
  const auto result = ask(ledger, "process");
  REQUIRE(result.rows.size() == 24);
  for (std::size_t n = 1; n <= 24; ++n) CHECK(state_of(result, n) == "step.notEntered");
  CHECK(flags_of(result, 1) == "flag.next");
}

TEST_CASE("process: a signal is left by its assessment, entered again by a new one, and more information goes back to it", "[process]") {
  Ledger ledger;
  ledger.add(signal({"wie", "wat", "waar"}));
  ledger.add(judged("moreInformation", {"waarmee"}), {.occurred = "2019-06-12 10:00"});
  auto result = ask(ledger, "process");
  CHECK(state_of(result, 1) == "step.entered");
  CHECK(state_of(result, 4) == "step.notEntered");
  ledger.add(judged("noAction", {"welkeWijze"}), {.occurred = "2019-06-13 10:00"});
  result = ask(ledger, "process");
  CHECK(state_of(result, 1) == "step.left");
  CHECK(state_of(result, 4) == "step.notEntered");
  ledger.add(signal({"wanneer"}), {.occurred = "2019-06-14 10:00"});
  result = ask(ledger, "process");
  CHECK(state_of(result, 1) == "step.reentered");
  CHECK(the<std::int64_t>(result, 0, "times") == 2);
  CHECK(flags_of(result, 1) == "flag.current");
  // Begun with one question open.
  ledger.add(judged("startCase", Json::array()), {.occurred = "2019-06-15 10:00"});
  result = ask(ledger, "process");
  CHECK(state_of(result, 4) == "step.entered");
  CHECK(flags_of(result, 4) == "flag.current,flag.openQuestions");
}

TEST_CASE("process: a crisis stands above all until it has ended, and what became of it is for who may read safety", "[process]") {
  Ledger ledger;
  ledger.add(signal({"wie"}));
  const auto one = ledger.add(crisis(), {.occurred = "2019-06-12 10:00"});
  ledger.add(crisis_action(one, "controlled"), {.occurred = "2019-06-12 12:00"});
  const ViewQuery open{.kase = case_1, .guarded_facts = true};
  auto result = ask(ledger, "process", open);
  CHECK(steps(result) == Steps{2, 3, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24});
  CHECK(codes(result, 0, "flags") == "flag.current,flag.crisis");
  ledger.add(crisis_action(one, "ended"), {.occurred = "2019-06-13 12:00"});
  result = ask(ledger, "process", open);
  CHECK(state_of(result, 1) == "step.entered");
  CHECK(flags_of(result, 1) == "flag.current");
  CHECK(state_of(result, 2) == "step.left");
  CHECK(the<TimeCell>(result, 2, "left").at == local("2019-06-13 12:00"));
  const auto closed_facts = ask(ledger, "process");
  CHECK(state_of(closed_facts, 2) == "words.guarded");
  CHECK(codes(closed_facts, 1, "left") == "words.guarded");
  CHECK(empty(closed_facts, 1, "leftBy"));
  CHECK(empty(closed_facts, 1, "times"));
  CHECK(inzicht::testing::holds(closed_facts, 1, "event", one));
}

TEST_CASE("process: what was passed over on the way to a plan is skipped, a crisis that was not there is not", "[process]") {
  Ledger ledger;
  ledger.add(plan(1));
  auto result = ask(ledger, "process");
  CHECK(state_of(result, 17) == "step.entered");
  for (const std::size_t n : {1u, 5u, 11u, 16u}) CHECK(state_of(result, n) == "step.skipped");
  for (const std::size_t n : {2u, 3u, 18u, 24u}) CHECK(state_of(result, n) == "step.notEntered");
  CHECK(flags_of(result, 18) == "flag.next");
  ledger.add(plan(2), {.occurred = "2019-09-01 10:00"});
  result = ask(ledger, "process");
  CHECK(state_of(result, 17) == "step.reentered");
  CHECK(the<TimeCell>(result, 16, "entered").at == local("2019-09-01 10:00"));
  CHECK(steps(ask(ledger, "process", {.kase = case_1, .extra = "open"})) == Steps{17});
  CHECK(steps(ask(ledger, "process", {.kase = case_1, .extra = "next"})) == Steps{18});
  CHECK(steps(ask(ledger, "process", {.kase = case_1, .kind = 804})) == Steps{17});
  CHECK(ask(ledger, "process", {.kase = case_1, .extra = "skipped"}).total == 24);
}

TEST_CASE("process: motivation for the long term falls back with a lower estimate", "[process]") {
  Ledger ledger;
  ledger.add(motivation("openstaan"), {.occurred = "2019-07-01 10:00"});
  auto result = ask(ledger, "process");
  CHECK(state_of(result, 8) == "step.entered");
  CHECK(state_of(result, 9) == "step.left");
  ledger.add(motivation("nogNietOpen"), {.occurred = "2019-08-01 10:00"});
  CHECK(state_of(ask(ledger, "process"), 9) == "step.reentered");
  // Open, but driven from outside: not yet a ground for goals (MOT-01).
  ledger.add(motivation("willen", "long", "outsidePressure"), {.occurred = "2019-09-01 10:00"});
  CHECK(state_of(ask(ledger, "process"), 9) == "step.reentered");
  ledger.add(motivation("begrijpen"), {.occurred = "2019-10-01 10:00"});
  result = ask(ledger, "process");
  CHECK(state_of(result, 9) == "step.left");
  CHECK(the<std::int64_t>(result, 8, "times") == 2);
}

TEST_CASE("process: aftercare ends by itself on the day agreed, and reopening by motivation goes back to step 8", "[process]") {
  Ledger ledger;
  ledger.add(contact("homePlanned", {{"aims", {"motivate"}}, {"actions", {"trust"}}}), {.occurred = "2019-06-20 10:00"});
  ledger.add(closing("2019-11-01"), {.occurred = "2019-08-01 10:00"});
  ledger.add(closed(), {.occurred = "2019-08-02 10:00"});
  auto result = ask(ledger, "process", {.kase = case_1, .now = local("2019-10-31 23:59")});
  CHECK(state_of(result, 8) == "step.left");
  CHECK(state_of(result, 24) == "step.entered");
  CHECK(flags_of(result, 24) == "flag.current");
  result = ask(ledger, "process", {.kase = case_1, .now = local("2019-11-01 00:00")});
  CHECK(state_of(result, 24) == "step.left");
  CHECK(the<TimeCell>(result, 23, "left").at == local("2019-11-01 00:00"));
  ledger.add({{"kind", 1102}, {"facts", {{"status", "reopened"}, {"reason", "motivationChanged"}}}}, {.occurred = "2019-09-01 10:00"});
  result = ask(ledger, "process");
  CHECK(state_of(result, 8) == "step.reentered");
  CHECK(state_of(result, 24) == "step.left");
}

TEST_CASE("process: the third move is flagged where the case stands", "[process]") {
  Ledger ledger;
  ledger.add(signal({"wie"}));
  ledger.add(moved(), {.occurred = "2019-07-01 10:00"});
  ledger.add(moved(), {.occurred = "2019-08-01 10:00"});
  CHECK(flags_of(ask(ledger, "process"), 1) == "flag.current");
  ledger.add(moved(), {.occurred = "2019-09-01 10:00"});
  CHECK(flags_of(ask(ledger, "process"), 1) == "flag.current,flag.frequentMoves");
}

TEST_CASE("huurschuld: steps 1, 4, 5 and 7 were entered, and there is no plan", "[process]") {
  Ledger ledger;
  load_huurschuld(ledger);
  const auto entered = ask(ledger, "process", {.kase = case_1, .extra = "entered", .now = local("2020-04-05 12:00")});
  CHECK(steps(entered) == Steps{1, 4, 5, 7});
  const auto result = ask(ledger, "process", {.kase = case_1, .now = local("2020-04-05 12:00")});
  CHECK(state_of(result, 17) == "step.notEntered");
  // "Waarom" was not known when the case was started; row 27 is no family plan.
  CHECK(codes(result, 3, "flags") == "flag.openQuestions");
  CHECK(ask(ledger, "process", {.kase = case_1, .extra = "skipped", .now = local("2020-04-05 12:00")}).rows.empty());
  CHECK(ask(ledger, "goals", {.kase = case_1}).rows.empty());
}

TEST_CASE("voorbeeld: goals, motivation and steps are those of its table", "[goals][motivation][process]") {
  const Voorbeeld family;
  SECTION("rest at home is scored -1 and partly reached in the end; the debts were settled") {
    const auto result = family.ask("goals", {.now = local("2022-09-01 12:00")});
    REQUIRE(result.rows.size() == 3);
    CHECK(family.row_in(result, 1, "event") == 36);
    CHECK(codes(result, 1, "scores") == "-1 (2021-09-07)");
    CHECK(codes(result, 1, "weightedMean") == "-1.00");
    CHECK(codes(result, 1, "unchecked") == "communicated,inspiring,engaging");
    CHECK(codes(result, 1, "status") == "partlyReached");
    CHECK(codes(result, 1, "progress") == "progress.once,progress.late");
    CHECK(codes(result, 2, "status") == "reached");
    CHECK(codes(result, 2, "progress") == "progress.unscored");
    CHECK(codes(result, 0, "unchecked") == "measurable,communicated,inspiring,engaging");
  }
  SECTION("Marit is open for the long term from insight, and wants the short term to survive") {
    const auto result = family.ask("motivation", {.now = local("2022-09-01 12:00")});
    REQUIRE(result.rows.size() == 2);
    CHECK(codes(result, 0, "phase") == "openstaan");
    CHECK(codes(result, 0, "driver") == "insight");
    CHECK(codes(result, 1, "phase") == "willen");
    // Rows 13 and 29, from 21 January to 4 March: one visit of each kind in six weeks.
    CHECK(codes(result, 0, "homePlanned") == "0.2");
    CHECK(codes(result, 0, "homeUnplanned") == "0.2");
  }
  SECTION("the second plan kept the end goal, changed rest at home, and left the settled debts and their task") {
    const auto result = query_plan_difference(family.stage->ledger().log(), {.kase = family.report.kase, .now = local("2021-10-01 12:00")}, 1);
    REQUIRE(result);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < result->rows.size(); ++i)
      lines.push_back(std::to_string(family.row_in(*result, i, "event")) + " " + codes(*result, i, "change") + " " + codes(*result, i, "before") + ">" + codes(*result, i, "now"));
    REQUIRE(lines.size() >= 7);
    CHECK(lines[0] == "35 change.kept open>open");
    CHECK(lines[1] == "36 change.changed open>notReached");
    CHECK(lines[2] == "37 change.dropped open>reached");
    CHECK(lines[3] == "41 change.kept >");
    CHECK(lines[4] == "42 change.dropped >done");
    CHECK(lines[5] == "47  endorsed>");
    CHECK(lines[6] == "48  notEndorsed>");
    const auto none = query_plan_difference(family.stage->ledger().log(), {.kase = family.report.kase}, 3);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::bad_input);
    CHECK(none.error().text.find("--compare") != std::string::npos);
  }
  SECTION("each step was entered by the row of the table") {
    const auto result = family.ask("process", {.guarded_facts = true, .now = local("2023-01-01 12:00")});
    const std::map<std::size_t, std::size_t> last_entered{{2, 4}, {3, 5}, {4, 7}, {5, 23}, {6, 32}, {7, 13}, {8, 29}, {9, 33}, {10, 34}, {11, 35}, {12, 38}, {13, 39}, {14, 40},
                                                          {15, 41}, {16, 43}, {17, 60}, {18, 51}, {19, 50}, {20, 57}, {21, 61}, {23, 118}, {24, 120}};
    for (const auto& [step, row] : last_entered) {
      INFO("step " << step);
      CHECK(family.row_in(result, step - 1, "event") == row);
    }
    CHECK(the<std::int64_t>(result, 16, "times") == 2);
    CHECK(family.row_in(result, 10, "leftBy") == 37);
    CHECK(family.row_in(result, 14, "leftBy") == 42);
    CHECK(family.row_in(result, 19, "leftBy") == 60);
    CHECK(family.row_in(result, 22, "leftBy") == 119);
    CHECK(codes(result, 23, "flags").starts_with("flag.current"));
    const auto later = family.ask("process", {.now = local("2023-09-13 00:00")});
    CHECK(codes(later, 23, "state") == "step.left");
  }
}

TEST_CASE("process: that a guarded step of a model was taken is not told by calling the steps before it passed over", "[process]") {
  Ledger ledger;
  ledger.add({{"kind", 902}, {"facts", {{"drangKind", "keuzeMetGevolg"}, {"to", {text(lila)}}, {"respondBy", "2019-07-01"}}}, {"parts", {words("offer", {{"choice", "Betalen of vertrekken."}})}}});
  const auto state = [&](bool guarded, std::size_t step) { return state_of(ask(ledger, "process", {.kase = case_1, .model = "safetyHouse", .guarded_facts = guarded}), step); };
  CHECK(state(true, 5) == "step.done");
  CHECK(state(true, 4) == "step.skipped");
  CHECK(state(false, 5) == "words.guarded");
  CHECK(state(false, 4) == "step.notEntered");
  CHECK(state(false, 6) == "step.notEntered");
}
