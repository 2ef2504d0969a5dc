#include "projections/case_views.h"

#include "projections/read_history.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Json recipient(const char* cls, const OrganisationId& org) { return {{"class", cls}, {"org", text(org)}}; }
Json with(Json draft, std::initializer_list<Json> references) {
  draft["references"] = Json::array();
  for (const auto& one : references) draft["references"].push_back(one);
  return draft;
}
Json signal(const Json& more = Json::object()) {
  Json facts{{"signalType", "signal"}, {"source", "school"}, {"sourceOrg", text(housing)}, {"reporterAnonymous", "no"}, {"domains", {"education"}}, {"answered", {"wie", "wat"}},
             {"dangerForVisitor", "no"}};
  facts.update(more);
  return {{"kind", 301}, {"facts", facts}, {"parts", {words("what", {{"wat", "Vaak moe."}})}}};
}
Json judged(const char* decision) {
  return {{"kind", 302}, {"facts", {{"decision", decision}, {"crisis", "noCrisis"}, {"answered", {"waar"}}, {"detail", "headlines"}}}, {"parts", {words("motive", {{"motive", "Genoeg bekend."}})}}};
}
Json consent(const char* kind, const Json& more = Json::object()) {
  Json facts{{"consentKind", kind}, {"about", {text(lila)}}, {"grantor", text(lila)}, {"capacity", "self"}, {"ageBand", "from16to17"}, {"law", "jeugdwet"},
             {"recipients", {recipient("partner", housing)}}, {"categories", {"housing"}}, {"purposes", {"planMaking"}}, {"validFrom", "2019-06-17"}, {"form", "writtenSigned"},
             {"capacityJudged", "notInDoubt"}, {"pressure", "none"}};
  facts.update(more);
  return {{"kind", 402}, {"facts", facts}};
}
Json withdrawal(const char* from, const Json& more = Json::object()) {
  Json facts{{"grantor", text(lila)}, {"effectiveFrom", from}, {"means", "homePlanned"}};
  facts.update(more);
  return {{"kind", 404}, {"facts", facts}};
}
Json refusal(const char* kind) {
  return {{"kind", 403},
          {"facts", {{"consentKind", kind}, {"about", {text(lila)}}, {"grantor", text(lila)}, {"capacity", "self"}, {"pressure", "none"}}}};
}
Json person(const char* band) {
  return {{"kind", 202},
          {"facts", {{"persons", {{{"subject", text(lila)}, {"change", "added"}, {"personRole", "parent"}, {"ageBand", band}, {"inHousehold", "yes"}}}}}},
          {"parts", {words("who", {{"name", "Lila"}}, text(lila))}}};
}
Json party(const ActorId& actor, const char* role) {
  return {{"actor", text(actor)}, {"role", role}, {"task", "help"}, {"orgContact", "executing"}, {"frame", "vrijwillig"}};
}
Json involved(const Json& parties, const char* from) { return {{"kind", 204}, {"facts", {{"parties", parties}, {"expectationsAsked", "yes"}, {"from", from}}}}; }
Json assigned(const char* function, const ActorId& holder, const char* from) {
  return {{"kind", 206}, {"facts", {{"assignments", {{{"function", function}, {"holder", text(holder)}}}}, {"cause", "first"}, {"handover", "none"}, {"familyHadSay", "yes"}, {"from", from}}}};
}
Json order(const char* outcome, const char* until) {
  return {{"kind", 906},
          {"facts", {{"measure", "ots"}, {"outcome", outcome}, {"article", "BW1-255"}, {"authority", "kinderrechter"}, {"decidedOn", "2019-06-20"}, {"validUntil", until}, {"about", {text(lila)}}}}};
}

ViewResult ask(const Ledger& ledger, std::string_view view, ViewQuery query = {.kase = case_1}) {
  if (!query.now) query.now = local("2020-06-01 12:00");
  const Registry registry;
  auto result = query_case_view(view, ledger.log(), registry, query);
  INFO((result ? "" : result.error().text));
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("case views: a name that is none and a filter that is none are refused", "[case_views]") {
  Ledger ledger;
  const Registry registry;
  CHECK_FALSE(is_case_view("timeline"));
  CHECK(query_case_view("timeline", ledger.log(), registry, {}).error().code == ErrorCode::not_found);
  const auto wrong = query_case_view("roles", ledger.log(), registry, {.kase = case_1, .extra = "often"});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == ErrorCode::bad_input);
  CHECK(wrong.error().text.find("inForce") != std::string::npos);
}

TEST_CASE("case views: without a case every case is shown, each row with its own", "[case_views]") {
  Ledger ledger;
  ledger.add(signal());
  ledger.add(signal(), {.kase = case_2});
  const auto result = ask(ledger, "signals", ViewQuery{});
  REQUIRE(result.rows.size() == 2);
  CHECK(holds(result, 0, "case", case_1));
  CHECK(holds(result, 1, "case", case_2));
  CHECK(result.total == 2);
}

TEST_CASE("case views: over all cases rows stand in the order of the view, not case by case",
          "[case_views]") {
  Ledger ledger;
  ledger.add(signal(), {.occurred = "2019-06-11 10:00"});
  ledger.add(signal(), {.occurred = "2019-07-11 10:00"});
  ledger.add(signal(), {.occurred = "2019-06-21 10:00", .kase = case_2});
  ledger.add(signal(), {.occurred = "2019-06-01 10:00", .kase = case_2});
  using Found = std::vector<std::uint64_t>;
  CHECK(indexes(ask(ledger, "signals", ViewQuery{})) == Found{3, 0, 2, 1});
  const auto due = ask(ledger, "deadlines", ViewQuery{.extra = "TERM-01"});
  CHECK(indexes(due) == Found{3, 0, 2, 1});
  CHECK(holds(due, 0, "case", case_2));
}

TEST_CASE(
    "worklist: over all cases the severest is first, then the oldest, and what was explained or settled last",
    "[worklist]") {
  Ledger ledger;
  ledger.add(signal(), {.occurred = "2020-05-02 10:00", .findings = {{"CONS-05", false}}});
  ledger.add(signal(), {.occurred = "2020-05-01 10:00", .findings = {{"CONS-01", true}}});
  ledger.add(signal(), {.occurred = "2020-05-03 10:00", .kase = case_2, .findings = {{"CONS-01", false}}});
  ledger.add(signal(), {.occurred = "2020-05-01 10:00", .kase = case_2, .findings = {{"CONS-05", false}}});
  const auto result = ask(ledger, "worklist", ViewQuery{.extra = "all", .now = local("2020-05-04 12:00")});
  CHECK(indexes(result) == std::vector<std::uint64_t>{2, 3, 0, 1});
}

TEST_CASE("worklist: a mandate that is bound to a case opens nothing outside that case", "[worklist]") {
  Ledger ledger;
  const Json mandate{{"kind", 106},
                     {"subjects", {text(lila)}},
                     {"facts",
                      {{"mandate", text(nth<MandateId>(1))},
                       {"grantee", text(coach)},
                       {"role", "client"},
                       {"scope", "subjectOnly"},
                       {"subject", text(lila)},
                       {"powers", {"record"}},
                       {"classes", {"identity"}},
                       {"basis", "ownPerson"},
                       {"from", "2019-06-11T10:00:00Z"}}}};
  ledger.add(mandate, {.findings = {{"ROLE-04", false}}});
  const auto open = ask(ledger, "worklist", ViewQuery{});
  REQUIRE(open.rows.size() == 2);
  for (std::size_t row = 0; row < 2; ++row) CHECK(holds(open, row, "case", case_1));
  ledger.add(person("from16to17"), {.occurred = "2019-07-12 10:00"});
  const auto late = ask(ledger, "worklist", ViewQuery{.extra = "TERM-02"});
  REQUIRE(late.rows.size() == 1);
  CHECK(codes(late, 0, "state") == "state.settled");
  CHECK(ask(ledger, "deadlines", ViewQuery{.extra = "TERM-02"}).rows.size() == 1);
}

TEST_CASE("case views: what was recorded or occurred later is not there yet", "[case_views]") {
  Ledger ledger;
  ledger.add(signal(), {.occurred = "2019-06-11 10:00", .recorded = "2019-08-01 10:00"});
  CHECK(ask(ledger, "signals", {.kase = case_1, .recorded_until = local("2019-07-01 10:00")}).rows.empty());
  CHECK(ask(ledger, "signals", {.kase = case_1, .occurred_until = local("2019-06-01 10:00")}).rows.empty());
  CHECK(ask(ledger, "signals", {.kase = case_1, .recorded_until = local("2019-08-01 10:00")}).rows.size() == 1);
}

TEST_CASE("signals: a signal shows its assessment, both W's, and whether who reported heard of it", "[signals]") {
  Ledger ledger;
  const auto id = ledger.add(signal());
  CHECK(ask(ledger, "signals", {.kase = case_1, .extra = "unjudged"}).rows.size() == 1);
  ledger.add(with(judged("startCase"), {refer("concerns", id)}), {.occurred = "2019-06-14 10:00"});
  auto result = ask(ledger, "signals");
  CHECK(codes(result, 0, "decision") == "startCase");
  CHECK(codes(result, 0, "answered") == "wie,wat,waar");
  CHECK(the<std::int64_t>(result, 0, "days") == 3);
  CHECK(empty(result, 0, "feedbackOn"));
  CHECK(ask(ledger, "signals", {.kase = case_1, .extra = "noFeedback"}).rows.size() == 1);
  ledger.add(with({{"kind", 303}, {"facts", {{"toOrg", text(housing)}, {"outcome", "takenUp"}}}}, {refer("answers", id)}), {.occurred = "2019-06-20 10:00"});
  result = ask(ledger, "signals");
  CHECK(codes(result, 0, "feedback") == "takenUp");
  CHECK(ask(ledger, "signals", {.kase = case_1, .extra = "noFeedback"}).rows.empty());
  CHECK(ask(ledger, "signals", {.kase = case_1, .extra = "unjudged"}).rows.empty());
}

TEST_CASE("consents: the kinds stand apart, and each says its state on the day", "[consents]") {
  Ledger ledger;
  ledger.add(consent("doorbrekenGeheimhouding", {{"validUntil", "2020-06-17"}}));
  ledger.add(consent("hulpverlening"));
  ledger.add(refusal("wettelijkUitdrukkelijk"));
  const auto result = ask(ledger, "consents");
  REQUIRE(result.rows.size() == 3);
  CHECK(codes(result, 0, "kind") == "doorbrekenGeheimhouding");
  CHECK(codes(result, 0, "state") == "state.inForce");
  CHECK(codes(result, 2, "state") == "state.refused");
  // Until is the first day that it no longer holds.
  CHECK(codes(ask(ledger, "consents", {.kase = case_1, .now = local("2020-06-16 23:59")}), 0, "state") == "state.inForce");
  CHECK(codes(ask(ledger, "consents", {.kase = case_1, .now = local("2020-06-17 00:00")}), 0, "state") == "state.over");
  CHECK(codes(ask(ledger, "consents", {.kase = case_1, .now = local("2019-06-16 12:00")}), 0, "state") == "state.notYet");
  CHECK(ask(ledger, "consents", {.kase = case_1, .extra = "refused"}).rows.size() == 1);
}

TEST_CASE("consents: a consent says what gezag was behind it, and a child whose gezag nobody looked into is a row", "[consents]") {
  Ledger ledger;
  const auto gezag = [](const char* evidence) {
    return Json{{"kind", 203}, {"facts", {{"links", {{{"from", text(marko)}, {"to", text(lila)}, {"relation", "parentOf"}, {"gezag", "sole"}}}}, {"evidence", evidence}, {"validFrom", "2015-01-01"}}}};
  };
  ledger.add(person("under12"));
  ledger.add(consent("hulpverlening", {{"grantor", text(marko)}, {"capacity", "parentWithGezag"}}));
  auto unchecked = ask(ledger, "consents", {.kase = case_1, .extra = "gezagUnchecked"});
  REQUIRE(unchecked.rows.size() == 1);
  CHECK(holds(unchecked, 0, "about", lila));
  CHECK(empty(unchecked, 0, "gezag"));
  ledger.add(gezag("notChecked"));
  unchecked = ask(ledger, "consents", {.kase = case_1, .extra = "gezagUnchecked"});
  REQUIRE(unchecked.rows.size() == 1);
  CHECK(codes(unchecked, 0, "gezag") == "sole,notChecked");
  CHECK(holds(unchecked, 0, "grantor", marko));
  ledger.add(gezag("register"));
  CHECK(ask(ledger, "consents", {.kase = case_1, .extra = "gezagUnchecked"}).rows.empty());
  const auto given = ask(ledger, "consents");
  REQUIRE(given.rows.size() == 1);
  CHECK(codes(given, 0, "gezag") == "sole,register");
}

TEST_CASE("consents: a withdrawal works from its own moment, and in part when it names a part", "[consents]") {
  Ledger ledger;
  const auto given = ledger.add(consent("doorbrekenGeheimhouding"));
  ledger.add(with(withdrawal("2020-01-10T11:00:00Z"), {refer("withdraws", given)}), {.occurred = "2020-01-10 12:00"});
  CHECK(codes(ask(ledger, "consents", {.kase = case_1, .now = local("2020-01-10 11:59")}), 0, "state") == "state.inForce");
  CHECK(codes(ask(ledger, "consents", {.kase = case_1, .now = local("2020-01-10 12:00")}), 0, "state") == "state.revoked");
  CHECK(the<TimeCell>(ask(ledger, "consents"), 0, "endedOn").at == local("2020-01-10 12:00"));
  CHECK(empty(ask(ledger, "consents", {.kase = case_1, .now = local("2020-01-10 11:59")}), 0, "endedOn"));

  Ledger partly;
  partly.add(consent("doorbrekenGeheimhouding", {{"categories", {"housing", "debts"}}}));
  partly.add(withdrawal("2020-01-10T11:00:00Z", {{"about", {text(lila)}}, {"consentKind", "doorbrekenGeheimhouding"}, {"categories", {"debts"}}}), {.occurred = "2020-01-10 12:00"});
  CHECK(codes(ask(partly, "consents"), 0, "state") == "state.partlyRevoked");
  CHECK(empty(ask(partly, "consents"), 0, "endedOn"));
}

TEST_CASE("consents: a refusal of the same kind afterwards ends a consent, one of another kind does not", "[consents]") {
  Ledger ledger;
  ledger.add(consent("doorbrekenGeheimhouding"));
  ledger.add(refusal("hulpverlening"), {.occurred = "2019-07-01 10:00"});
  CHECK(codes(ask(ledger, "consents"), 0, "state") == "state.inForce");
  ledger.add(refusal("doorbrekenGeheimhouding"), {.occurred = "2019-07-02 10:00"});
  CHECK(codes(ask(ledger, "consents"), 0, "state") == "state.revoked");
  CHECK(the<TimeCell>(ask(ledger, "consents"), 0, "endedOn").at == local("2019-07-02 10:00"));
}

TEST_CASE("consents: a refusal for another recipient takes nothing from a consent", "[consents]") {
  Ledger ledger;
  ledger.add(consent("doorbrekenGeheimhouding"));
  auto other = refusal("doorbrekenGeheimhouding");
  other["facts"]["recipients"] = {recipient("partner", police)};
  ledger.add(other, {.occurred = "2019-07-02 10:00"});
  CHECK(codes(ask(ledger, "consents"), 0, "state") == "state.inForce");
  other["facts"]["recipients"].push_back(recipient("partner", housing));
  ledger.add(other, {.occurred = "2019-07-03 10:00"});
  CHECK(codes(ask(ledger, "consents"), 0, "state") == "state.partlyRevoked");
}

TEST_CASE("consents: who came of age outgrows a consent that was given before", "[consents]") {
  Ledger ledger;
  ledger.add(person("from16to17"));
  ledger.add(consent("doorbrekenGeheimhouding"));
  CHECK(codes(ask(ledger, "consents"), 0, "state") == "state.inForce");
  ledger.add(person("from18to22"), {.occurred = "2020-05-01 10:00"});
  CHECK(codes(ask(ledger, "consents"), 0, "state") == "state.outgrown");
}

TEST_CASE(
    "consents: what came out of an import or was said for somebody covers nothing, and says so also when it "
    "ended",
    "[consents]") {
  const auto performed = [](const char* basis, const char* until) {
    auto draft = consent("doorbrekenGeheimhouding", {{"validUntil", until}});
    draft["performer"] = {{"actor", text(protector)}, {"basis", basis}};
    return draft;
  };
  Ledger ledger;
  ledger.add(performed("import", "2021-01-01"));
  ledger.add(performed("delegation", "2021-01-01"));
  ledger.add(performed("dictation", "2021-01-01"));
  ledger.add(performed("import", "2020-01-01"));
  const auto result = ask(ledger, "consents");
  REQUIRE(result.rows.size() == 4);
  CHECK(codes(result, 0, "state") == "state.imported");
  CHECK(codes(result, 1, "state") == "state.delegated");
  CHECK(codes(result, 2, "state") == "state.inForce");
  CHECK(codes(result, 3, "state") == "state.over,state.imported");
  CHECK(ask(ledger, "consents", {.kase = case_1, .extra = "inForce"}).rows.size() == 1);
  CHECK(ask(ledger, "consents", {.kase = case_1, .extra = "imported"}).rows.size() == 1);
}

TEST_CASE("roles: a party ends by the 205 that describes it, a function by its next holder", "[roles]") {
  Ledger ledger;
  ledger.add(involved({party(coach, "wijkcoach"), party(protector, "youthProtector")}, "2019-06-14"));
  ledger.add(assigned("finalResponsible", coach, "2019-06-14"));
  ledger.add(assigned("finalResponsible", protector, "2020-01-01"), {.occurred = "2020-01-01 10:00"});
  ledger.add({{"kind", 205}, {"facts", {{"parties", {{{"actor", text(protector)}, {"role", "youthProtector"}}}}, {"reason", "taskDone"}, {"until", "2020-03-10"}}}}, {.occurred = "2020-03-10 10:00"});
  const auto result = ask(ledger, "roles");
  REQUIRE(result.rows.size() == 4);
  std::map<std::string, std::string> state;
  for (std::size_t i = 0; i < 4; ++i)
    state[(holds(result, i, "party", coach) ? "coach " : "protector ") + codes(result, i, "role") + codes(result, i, "function")] = codes(result, i, "state");
  CHECK(state["coach wijkcoach"] == "state.inForce");
  CHECK(state["protector youthProtector"] == "state.over");
  CHECK(state["coach finalResponsible"] == "state.over");
  CHECK(state["protector finalResponsible"] == "state.inForce");
  CHECK(ask(ledger, "roles", {.kase = case_1, .extra = "over", .now = local("2020-03-09 12:00")}).rows.size() == 1);
}

TEST_CASE("roles: gaps, overlaps, too many at once, silence, continuity, household and gezag are said beside them", "[roles]") {
  Ledger ledger;
  const ActorId second = nth<ActorId>(7);
  Json persons{{"kind", 202}, {"facts", {{"persons", {{{"subject", text(lila)}, {"change", "added"}, {"personRole", "child"}, {"ageBand", "under12"}, {"inHousehold", "yes"}},
                                                      {{"subject", text(marko)}, {"change", "added"}, {"personRole", "parent"}, {"ageBand", "adult23"}, {"inHousehold", "yes"}}}}}}};
  ledger.add(persons);
  ledger.add({{"kind", 203}, {"facts", {{"links", {{{"from", text(marko)}, {"to", text(lila)}, {"relation", "parentOf"}, {"gezag", "sole"}}}}, {"evidence", "statement"}, {"validFrom", "2015-01-01"}}}});
  ledger.add(involved(Json::array({party(coach, "wijkcoach")}), "2019-06-14"));
  ledger.add(assigned("wijkcoach", coach, "2019-06-14"));
  ledger.add({{"kind", 206}, {"facts", {{"assignments", {{{"function", "wijkcoach"}}}}, {"cause", "leftService"}, {"handover", "none"}, {"familyHadSay", "yes"}, {"from", "2019-09-01"}}}}, {.occurred = "2019-09-01 10:00"});
  ledger.add(involved(Json::array({party(second, "wijkcoach")}), "2019-10-01"), {.occurred = "2019-10-01 10:00"});
  ledger.add(assigned("wijkcoach", second, "2019-10-01"), {.occurred = "2019-10-01 10:00"});
  const auto asked = [&](const char* now) {
    std::map<std::string, std::size_t> out;
    const auto result = ask(ledger, "roles", {.kase = case_1, .extra = "remarks", .now = local(now)});
    for (std::size_t i = 0; i < result.rows.size(); ++i) out[codes(result, i, "what")] = i;
    return std::pair(result, out);
  };
  const auto [result, at] = asked("2020-01-10 10:00");
  REQUIRE(at.contains("roles.gap"));
  CHECK(the<Date>(result, at.at("roles.gap"), "from") == Date{2019, 9, 1});
  CHECK(the<Date>(result, at.at("roles.gap"), "until") == Date{2019, 10, 1});
  REQUIRE(at.contains("roles.overlap"));
  CHECK(holds(result, at.at("roles.overlap"), "party", coach));
  CHECK(holds(result, at.at("roles.overlap"), "party", second));
  CHECK(the<std::int64_t>(result, at.at("roles.continuity"), "count") == 2);
  CHECK(the<std::int64_t>(result, at.at("roles.household"), "count") == 2);
  CHECK(holds(result, at.at("roles.gezag"), "party", marko));
  CHECK(holds(result, at.at("roles.gezag"), "about", lila));
  CHECK_FALSE(at.contains("roles.silent"));
  CHECK_FALSE(at.contains("roles.many"));
  // Six months after they came together, to the day.
  CHECK_FALSE(asked("2020-03-31 10:00").second.contains("roles.silent"));
  CHECK(asked("2020-04-01 10:00").second.contains("roles.silent"));
  ledger.add({{"kind", 504}, {"facts", {{"consultKind", "colleague"}, {"level", "caseLevel"}, {"with", {text(second)}}, {"anonymised", "no"}, {"outcome", "share"}}}}, {.occurred = "2020-02-01 10:00"});
  CHECK_FALSE(asked("2020-04-01 10:00").second.contains("roles.silent"));
  CHECK(asked("2020-08-01 10:00").second.contains("roles.silent"));
}

TEST_CASE("roles: who answers for the case in another function than is usual here is remarked, and only while both hold", "[roles]") {
  Ledger ledger;
  const ActorId second = nth<ActorId>(7);
  const auto remarked = [&](const char* now) {
    const auto result = ask(ledger, "roles", {.kase = case_1, .extra = "remarks", .now = local(now)});
    for (std::size_t i = 0; i < result.rows.size(); ++i)
      if (codes(result, i, "what") == "roles.otherResponsible") return holds(result, i, "party", second) && holds(result, i, "party", coach) && codes(result, i, "function") == "wijkcoach";
    return false;
  };
  ledger.add(assigned("finalResponsible", second, "2019-06-14"));
  CHECK_FALSE(remarked("2019-06-20 10:00"));  // nobody is wijkcoach
  ledger.add(assigned("wijkcoach", coach, "2019-07-01"), {.occurred = "2019-07-01 10:00"});
  CHECK(remarked("2019-07-02 10:00"));
  ledger.add(assigned("finalResponsible", coach, "2019-08-01"), {.occurred = "2019-08-01 10:00"});
  CHECK_FALSE(remarked("2019-08-02 10:00"));
}

TEST_CASE("roles: more than six at once are a stretch of days with the most there were", "[roles]") {
  Ledger ledger;
  for (std::uint8_t n = 1; n <= 8; ++n) ledger.add(involved(Json::array({party(nth<ActorId>(n), "specialist")}), n <= 6 ? "2019-06-14" : n == 7 ? "2019-07-01" : "2019-08-01"));
  ledger.add({{"kind", 205}, {"facts", {{"parties", {{{"actor", text(nth<ActorId>(1))}, {"role", "specialist"}}, {{"actor", text(nth<ActorId>(2))}, {"role", "specialist"}}}}, {"reason", "taskDone"}, {"until", "2019-09-01"}}}},
             {.occurred = "2019-09-01 10:00"});
  const auto result = ask(ledger, "roles", {.kase = case_1, .extra = "remarks", .now = local("2019-10-01 10:00")});
  REQUIRE(result.rows.size() == 1);
  CHECK(codes(result, 0, "what") == "roles.many");
  CHECK(the<Date>(result, 0, "from") == Date{2019, 7, 1});
  CHECK(the<Date>(result, 0, "until") == Date{2019, 9, 1});
  CHECK(the<std::int64_t>(result, 0, "count") == 8);
}

TEST_CASE("measures: drang and dwang stand in lanes of their own, and guarded facts only for who may read them", "[measures]") {
  Ledger ledger;
  const auto granted = ledger.add(order("granted", "2020-06-20"));
  ledger.add({{"kind", 902}, {"facts", {{"drangKind", "keuzeMetGevolg"}, {"to", {text(lila)}}, {"consequenceBy", text(housing)}, {"respondBy", "2019-07-01"}}},
              {"parts", {words("offer", {{"choice", "Betalen of vertrekken."}})}}});
  ledger.add(with({{"kind", 908}, {"facts", {{"reason", "turned18"}, {"endedOn", "2020-03-10"}, {"next", "vrijwillig"}}}}, {refer("ends", granted)}), {.occurred = "2020-03-10 10:00"});
  const auto open = ask(ledger, "measures", {.kase = case_1, .guarded_facts = true});
  REQUIRE(open.rows.size() == 3);
  CHECK(codes(open, 0, "lane") == "lane.dwang");
  CHECK(codes(open, 0, "what") == "ots,granted");
  CHECK(codes(open, 1, "lane") == "lane.drang");
  CHECK(holds(open, 2, "restsOn", granted));
  const auto closed = ask(ledger, "measures");
  REQUIRE(closed.rows.size() == 3);
  CHECK(codes(closed, 0, "what") == "words.guarded");
  for (const auto* key : {"about", "authority", "article", "from", "until"}) CHECK(empty(closed, 0, key));
  CHECK(the<KindCell>(closed, 0, "kind").kind == 906);
  // Whom a guarded event is about cannot be found out by asking for that person.
  CHECK(ask(ledger, "measures", {.kase = case_1, .person = lila}).rows.size() == ask(ledger, "measures", {.kase = case_1, .person = marko}).rows.size());
  CHECK(ask(ledger, "measures", {.kase = case_1, .extra = "drang", .guarded_facts = true}).rows.size() == 1);
}

TEST_CASE("deadlines: what runs is listed soonest first, what was settled only when asked", "[deadlines]") {
  Ledger ledger;
  const auto id = ledger.add(signal());
  auto result = ask(ledger, "deadlines", {.kase = case_1, .now = local("2019-06-12 10:00")});
  REQUIRE(result.rows.size() == 2);
  CHECK(codes(result, 0, "rule") == "TERM-01:");
  CHECK(the<Date>(result, 0, "due") == Date{2019, 6, 16});
  CHECK(the<std::int64_t>(result, 0, "days") == 4);
  CHECK(codes(result, 0, "waitsFor") == "302");
  CHECK(codes(result, 0, "owners") == "owner.regisseur,owner.wijkcoach");
  ledger.add(with(judged("startCase"), {refer("concerns", id)}), {.occurred = "2019-06-14 10:00"});
  result = ask(ledger, "deadlines", {.kase = case_1, .now = local("2019-06-20 10:00")});
  CHECK(result.rows.size() == 1);
  CHECK(result.total == 2);
  CHECK(ask(ledger, "deadlines", {.kase = case_1, .extra = "all"}).rows.size() == 2);
  // As of a day before it was judged, it still waits.
  CHECK(ask(ledger, "deadlines", {.kase = case_1, .occurred_until = local("2019-06-13 10:00")}).rows.size() == 2);
}

TEST_CASE("worklist: a warning is open until it is handled by its own rule, an explained deviation stands apart", "[worklist]") {
  Ledger ledger;
  ledger.add(person("from16to17"));
  const auto warned = ledger.add(consent("hulpverlening"), {.findings = {{"CONS-05", false}, {"CONS-08", false}}});
  ledger.add(refusal("hulpverlening"), {.findings = {{"CONS-03", true}}});
  auto result = ask(ledger, "worklist");
  REQUIRE(result.rows.size() == 2);
  CHECK(result.total == 3);
  CHECK(codes(result, 0, "severity") == "severity.warn");
  CHECK(codes(ask(ledger, "worklist", {.kase = case_1, .extra = "explained"}), 0, "rule") == "CONS-03:");
  ledger.add(with({{"kind", 1006}, {"facts", {{"rule", "CONS-05"}, {"disposition", "justified"}}}, {"parts", {words("motive", {{"text", "Besproken."}})}}}, {refer("concerns", warned)}),
             {.occurred = "2019-07-01 10:00"});
  result = ask(ledger, "worklist");
  REQUIRE(result.rows.size() == 1);
  CHECK(codes(result, 0, "rule") == "CONS-08:");
  CHECK(ask(ledger, "worklist", {.kase = case_1, .extra = "all"}).rows.size() == 3);
}

TEST_CASE("worklist: a term that ran out is on it from the moment it is late", "[worklist]") {
  Ledger ledger;
  ledger.add(signal());
  CHECK(ask(ledger, "worklist", {.kase = case_1, .now = local("2019-06-16 10:00")}).rows.empty());
  const auto result = ask(ledger, "worklist", {.kase = case_1, .now = local("2019-06-16 10:01")});
  REQUIRE(result.rows.size() == 1);
  CHECK(codes(result, 0, "rule") == "TERM-01:");
  CHECK(codes(result, 0, "settles") == "302");
}

TEST_CASE("access log: who looked, in which role and for what, exports can be asked apart", "[access_log]") {
  Ledger ledger;
  ledger.add(signal());
  const std::string digest = std::string(42, 'B') + "E=";
  const auto cases = Json::array({{{"case", text(case_1)}, {"count", 1}, {"head", digest}}});
  Json looked{{"kind", 1301}, {"facts", {{"viewer", text(coach)}, {"cases", cases}, {"view", "timeline"}, {"purpose", "helpExecution"}, {"parts", 3}, {"about", {text(lila)}}, {"classes", {"identity"}},
                                         {"filter", digest}}}};
  ledger.add(looked, {.occurred = "2019-06-12 10:00", .kase = std::nullopt});
  Json exported{{"kind", 1302}, {"role", "privacyOfficer"}, {"facts", {{"viewer", text(officer)}, {"cases", cases}, {"view", "privacyLog"}, {"purpose", "privacyReview"}, {"format", "csv"},
                                         {"profile", "privacyfunctionaris"}, {"rows", 12}, {"total", 20}, {"filter", digest}}}};
  ledger.add(exported, {.occurred = "2019-06-13 10:00", .actor = officer, .kase = std::nullopt});
  ledger.add({{"kind", 1305}, {"role", "ledgerService"}, {"facts", {{"viewer", text(officer)}, {"view", "timeline"}, {"reason", "notInvolved"}, {"classes", {"safety"}}, {"about", {text(lila)}}}}},
             {.occurred = "2019-06-14 10:00", .actor = coach});
  const auto result = ask(ledger, "accessLog");
  REQUIRE(result.rows.size() == 3);
  CHECK(codes(result, 2, "refused") == "notInvolved");
  CHECK(holds(result, 2, "viewer", officer));
  CHECK(ask(ledger, "accessLog", {.kase = case_1, .actor = officer}).rows.size() == 2);
  CHECK(ask(ledger, "accessLog", {.kase = case_1, .extra = "refused"}).rows.size() == 1);
  CHECK(holds(result, 0, "viewer", coach));
  CHECK(codes(result, 0, "view") == "timeline");
  CHECK(the<std::int64_t>(result, 0, "parts") == 3);
  CHECK(codes(result, 1, "format") == "csv");
  CHECK(codes(result, 1, "role") == "privacyOfficer");
  CHECK(ask(ledger, "accessLog", {.kase = case_1, .extra = "export"}).rows.size() == 1);
  CHECK(ask(ledger, "accessLog", {.kase = case_2}).rows.empty());
}
