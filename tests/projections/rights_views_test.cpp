// Reconstruct, recipients, inspection, dossier, retention, deviations and one event: filters and edges. The families are tested in
// tests/tools/families/knowledge_test.cpp.
#include "ledger/codec/strict.h"
#include "projections/case_views.h"
#include "projections/event_detail.h"
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
Json heard(const SubjectId& who = lila) {
  return {{"kind", 503}, {"facts", {{"heard", text(who)}, {"topics", {"wish"}}, {"alone", "no"}}}, {"parts", {words("words", {{"ownWords", "Rust."}}, text(who))}}};
}
Json share(const SubjectId& about, const OrganisationId& to, const std::vector<EventId>& of = {}) {
  Json items = Json::array();
  for (const auto& event : of) items.push_back({{"event", to_text(event)}, {"part", 0}});
  return {{"kind", 408},
          {"facts", {{"recipients", {{{"class", "partner"}, {"org", text(to)}}}}, {"about", {text(about)}}, {"categories", {"family"}}, {"purpose", "coordination"}, {"detail", "content"},
                     {"form", "ownInitiative"}, {"means", "phone"}, {"familyPresent", "no"}, {"knowledge", "withKnowledge"}, {"items", items}}}};
}
Json postponed(const SubjectId& person) {
  return {{"kind", 411}, {"facts", {{"about", {text(person)}}, {"reason", "dangerToOther"}, {"reviewOn", "2019-07-01"}}}, {"parts", {words("motive", {{"text", "Gevaar."}})}}};
}
Json informed(const SubjectId& person) {
  return {{"kind", 410}, {"facts", {{"told", {text(person)}}, {"topics", {"shareDone"}}, {"means", "homePlanned"}, {"understood", "yes"}}}};
}
Json corrected(const SubjectId& person) {
  return {{"kind", 1204}, {"facts", {{"correctionKind", "factWrong"}, {"original", "kept"}}}, {"subjects", {text(person)}}};
}
Json notified(const OrganisationId& org) {
  return {{"kind", 412}, {"facts", {{"recipient", {{"class", "partner"}, {"org", text(org)}}}, {"result", "notified"}, {"means", "secureMail"}}}};
}
Json opened_case(std::initializer_list<const char*> laws) {
  return {{"kind", 201}, {"facts", {{"origin", "signal"}, {"municipality", "0000"}, {"laws", laws}, {"approach", "regular"}}}, {"parts", {words("why", {{"title", "Zaak"}, {"reason", "Signaal"}})}}};
}

Result<ViewResult> try_ask(const Ledger& ledger, std::string_view view, ViewQuery query, const Registry& registry = {}) {
  if (!query.now) query.now = local("2020-06-01 12:00");
  return query_case_view(view, ledger.log(), registry, query);
}
ViewResult ask(const Ledger& ledger, std::string_view view, const ViewQuery& query) {
  auto result = try_ask(ledger, view, query);
  INFO((result ? "" : result.error().text));
  REQUIRE(result);
  return *result;
}
// To its leaf.
NewEvent purge(NewEvent event) {
  event.record = {event.record.leaf, {}, {}, {}, true};
  event.parts.clear();
  return event;
}
std::vector<EventId> events_in(const ViewResult& result, std::string_view section) {
  std::vector<EventId> out;
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    if (codes(result, i, "section") == section) out.push_back(EventId{the<IdCell>(result, i, "event").id});
  return out;
}

}  // namespace

TEST_CASE("views on knowledge and rights: who or what is asked about must be named", "[rights_views]") {
  const Ledger ledger;
  const auto refused = [&](std::string_view view, std::string_view names_it) {
    const auto result = try_ask(ledger, view, {.kase = case_1});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::bad_input);
    CHECK(result.error().text.find(names_it) != std::string::npos);
  };
  refused("reconstruct", "--for");
  refused("inspection", "P-");
  refused("dossier", "A-");
}

TEST_CASE("reconstruct: what had happened but was recorded later stands apart, what happened later is not there", "[reconstruct]") {
  Ledger ledger;
  const auto early = ledger.add(heard(), {.occurred = "2019-06-11 10:00", .recorded = "2019-06-11 10:30"});
  const auto late = ledger.add(heard(), {.occurred = "2019-06-12 10:00", .recorded = "2019-06-20 10:00", .actor = protector});
  ledger.add(heard(), {.occurred = "2019-06-15 10:00"});
  const auto result = ask(ledger, "reconstruct", {.kase = case_1, .known_to = coach, .at = local("2019-06-13 10:00")});
  CHECK(result.total == 2);
  CHECK(events_in(result, "reconstruct.then") == std::vector{early});
  CHECK(events_in(result, "reconstruct.later") == std::vector{late});
  const auto total = [&](const char* key) { return std::ranges::find(result.totals, key, &Total::key)->count; };
  CHECK(total("reconstruct.occurred") == 2);
  CHECK(total("reconstruct.recorded") == 1);
  CHECK(total("reconstruct.known") == 1);
  CHECK(total("reconstruct.late") == 1);
  CHECK(ask(ledger, "reconstruct", {.kase = case_1, .extra = "unknown", .known_to = coach, .at = local("2019-06-13 10:00")}).rows.size() == 1);
  CHECK(ask(ledger, "reconstruct", {.kase = case_1, .extra = "own", .known_to = protector, .at = local("2019-06-13 10:00")}).rows.size() == 1);
}

TEST_CASE("reconstruct: at the very moment of recording an event counts as recorded, a moment before it does not", "[reconstruct]") {
  Ledger ledger;
  ledger.add(heard(), {.occurred = "2019-06-11 10:00", .recorded = "2019-06-11 10:30"});
  const auto known = [&](const char* at) { return codes(ask(ledger, "reconstruct", {.kase = case_1, .known_to = coach, .at = local(at)}), 0, "knownThen"); };
  CHECK(known("2019-06-11 10:29") == "no");
  CHECK(known("2019-06-11 10:30") == "yes");
}

TEST_CASE("reconstruct: of guarded kinds that they are there shows, not what they say, to who may not see it", "[reconstruct]") {
  Ledger ledger;
  ledger.add(share(lila, housing));
  const auto closed = ask(ledger, "reconstruct", {.kase = case_1, .known_to = coach});
  REQUIRE(closed.rows.size() == 1);
  CHECK(codes(closed, 0, "what") == "words.guarded");
  CHECK(empty(closed, 0, "about"));
  CHECK(empty(closed, 0, "recipients"));
  const auto open = ask(ledger, "reconstruct", {.kase = case_1, .guarded_facts = true, .known_to = coach});
  CHECK(holds(open, 0, "recipients", housing));
}

TEST_CASE("recipients: who received a thing hears of its correction, others and later recipients do not have to", "[recipients]") {
  Ledger ledger;
  const auto first = ledger.add(heard()), second = ledger.add(heard());
  ledger.add(share(lila, housing, {first}), {.occurred = "2019-06-12 10:00"});
  ledger.add(share(lila, institution, {second}), {.occurred = "2019-06-12 11:00"});
  const auto change = ledger.add(with(corrected(lila), {refer("corrects", first)}), {.occurred = "2019-06-20 10:00"});
  ledger.add(share(lila, police, {first}), {.occurred = "2019-06-21 10:00"});
  auto open = ask(ledger, "recipients", {.kase = case_1, .extra = "open", .guarded_facts = true});
  REQUIRE(open.rows.size() == 1);
  CHECK(open.total == 3);
  CHECK(holds(open, 0, "recipient", housing));
  CHECK(holds(open, 0, "noticesOpen", change));
  const auto notice = ledger.add(with(notified(housing), {refer("notifies", change)}), {.occurred = "2019-06-22 10:00"});
  CHECK(ask(ledger, "recipients", {.kase = case_1, .extra = "open", .guarded_facts = true}).rows.empty());
  const auto told = ask(ledger, "recipients", {.kase = case_1, .organisation = housing, .guarded_facts = true});
  REQUIRE(told.rows.size() == 1);
  CHECK(holds(told, 0, "noticesDone", notice));
}

TEST_CASE("recipients: what guarded shares say is not counted for who may not see it, and that is said", "[recipients]") {
  Ledger ledger;
  ledger.add(share(lila, housing));
  const auto result = ask(ledger, "recipients", {.kase = case_1});
  CHECK(result.rows.empty());
  CHECK(result.total == 0);
  CHECK(result.notes == std::vector<std::string>{"recipients.guarded"});
}

TEST_CASE("inspection: what a postponement is about, itself, and what came of it are not there until the person is told", "[inspection]") {
  Ledger ledger;
  ledger.add(heard(marko));
  const auto shared = ledger.add(share(marko, housing), {.occurred = "2019-06-12 10:00"});
  const auto hiding = ledger.add(with(postponed(marko), {refer("concerns", shared)}), {.occurred = "2019-06-12 10:10"});
  const auto after = ledger.add(with(heard(marko), {refer("concerns", shared)}), {.occurred = "2019-06-13 10:00"});
  const auto further = ledger.add(with(share(marko, police), {refer("answers", shared)}), {.occurred = "2019-06-14 10:00"});
  const auto of_marko = [&] { return ask(ledger, "inspection", {.kase = case_1, .person = marko, .guarded_facts = true}); };
  auto result = of_marko();
  const auto shown = events_in(result, "inspect.about");
  for (const auto& hidden : {shared, hiding, further}) CHECK(std::ranges::find(shown, hidden) == shown.end());
  // His own words stay his, also when the professional saw in them something about the share.
  CHECK(std::ranges::find(shown, after) != shown.end());
  CHECK(result.total == 2);
  CHECK(events_in(result, "inspect.leftOut").empty());
  ledger.add(with(informed(marko), {refer("concerns", hiding)}), {.occurred = "2019-07-01 10:00"});
  result = of_marko();
  CHECK(events_in(result, "inspect.about").size() == 6);
}

TEST_CASE("inspection: words about another are left out with the ground, own words are not", "[inspection]") {
  Ledger ledger;
  Json both = heard(lila);
  both["kind"] = 701;
  both["facts"] = {{"mode", "homePlanned"}, {"outcome", "held"}, {"with", {text(lila), text(marko)}}, {"emergencyNumberGiven", "yes"}};
  both["parts"] = {words("report", {{"text", "Met Lila."}}, text(lila)), words("report", {{"text", "Met Marko."}}, text(marko))};
  const auto visit = ledger.add(both);
  const auto result = ask(ledger, "inspection", {.kase = case_1, .person = lila});
  REQUIRE(events_in(result, "inspect.about") == std::vector{visit});
  CHECK(the<WordsCell>(result, 0, "words").part == 0);
  CHECK(cell(result, 0, "words").atoms.size() == 1);
  REQUIRE(events_in(result, "inspect.leftOut") == std::vector{visit});
  CHECK(codes(result, 1, "ground") == "thirdParty");
  CHECK(ask(ledger, "inspection", {.kase = case_1, .person = lila, .extra = "leftOut"}).rows.size() == 1);
  CHECK(ask(ledger, "inspection", {.kase = case_1, .person = kai}).rows.empty());
}

TEST_CASE("dossier: over all cases, in order of recording, and only of the one who is asked", "[dossier]") {
  Ledger ledger;
  const auto second = ledger.add(heard(), {.occurred = "2019-06-12 10:00", .kase = case_2});
  const auto third = ledger.add(heard(), {.occurred = "2019-06-13 10:00"});
  ledger.add(heard(), {.actor = protector});
  const auto result = ask(ledger, "dossier", {.actor = coach});
  REQUIRE(result.rows.size() == 2);
  CHECK(holds(result, 0, "event", second));
  CHECK(holds(result, 0, "case", case_2));
  CHECK(holds(result, 1, "event", third));
  CHECK(the<std::int64_t>(result, 0, "considerations") == 1);
  const auto part = ask(ledger, "dossier", {.kase = case_1, .actor = coach});
  CHECK(part.rows.size() == 1);
  CHECK(part.notes == std::vector<std::string>{"dossier.inPart"});
  CHECK(ask(ledger, "dossier", {.actor = coach, .occurred_from = local("2019-06-13 00:00")}).rows.size() == 1);
  CHECK(ask(ledger, "dossier", {.actor = coach, .extra = "viewed"}).rows.empty());
}

TEST_CASE("retention: a case under two laws is kept for the longer, and a hold keeps it beyond", "[retention]") {
  Ledger ledger;
  ledger.add(opened_case({"jeugdwet", "wmo"}), {.occurred = "2000-01-10 10:00", .recorded = "2000-01-10 10:30"});
  const auto state_of = [&](const char* day, const char* law) {
    const auto result = ask(ledger, "retention", {.kase = case_1, .extra = "case", .now = local(day)});
    for (std::size_t i = 0; i < result.rows.size(); ++i)
      if (codes(result, i, "law") == law) return codes(result, i, "state");
    return std::string("absent");
  };
  CHECK(state_of("2020-01-09 12:00", "jeugdwet") == "retention.keep");
  CHECK(state_of("2020-01-10 12:00", "jeugdwet") == "retention.decide");
  CHECK(state_of("2016-01-10 12:00", "wmo") == "retention.longer");
  CHECK(ask(ledger, "retention", {.kase = case_1, .extra = "due", .now = local("2020-01-10 12:00")}).rows.size() == 1);
  ledger.add({{"kind", 1206}, {"facts", {{"blockKind", "complaintHold"}}}, {"parts", {words("why", {{"text", "Klacht."}})}}}, {.occurred = "2000-02-01 10:00", .recorded = "2000-02-01 10:10"});
  CHECK(state_of("2020-02-01 12:00", "jeugdwet") == "retention.held");
  CHECK(ask(ledger, "retention", {.kase = case_2}).rows.empty());
}

TEST_CASE("retention: a case that Veilig Thuis opened is kept until the youngest is 18", "[retention]") {
  const auto due = [](const char* type) {
    Ledger ledger;
    ledger.add({{"kind", 102},
                {"facts", {{"org", text(team)}, {"orgType", type}, {"status", "active"}, {"publicBody", "yes"}, {"from", "2000-01-01"}}},
                {"parts", {words("name", {{"name", "Een organisatie"}}, "ledger")}}},
               {.occurred = "2000-01-01 10:00", .recorded = "2000-01-01 10:30", .kase = std::nullopt});
    ledger.add(opened_case({"wmo"}), {.occurred = "2000-01-10 10:00", .recorded = "2000-01-10 10:30"});
    ledger.add({{"kind", 202},
                {"facts", {{"persons", {{{"subject", text(lila)}, {"change", "added"}, {"personRole", "child"}, {"ageBand", "under12"}, {"birthMonth", "1999-11"}, {"inHousehold", "yes"}}}}}},
                {"parts", {words("who", {{"name", "Lila"}}, text(lila))}}},
               {.occurred = "2000-01-10 11:00", .recorded = "2000-01-10 11:30"});
    Registry registry;
    REQUIRE(ledger.log().scan(0, 1, [&](const EventView& view) {
      const auto message = HeaderMessage::stored(view.header);
      registry.apply({0, 0, {}, message->header()});
      return true;
    }));
    const auto result = try_ask(ledger, "retention", {.kase = case_1, .extra = "case", .now = local("2016-01-10 12:00")}, registry);
    REQUIRE(result);
    return the<Date>(*result, 0, "due");
  };
  CHECK(due("veiligThuis") == Date{2017, 12, 1});
  CHECK(due("wijkteam") == Date{2015, 1, 10});
}

TEST_CASE("deviations: a rule is one row over all cases, and rules that always held are shown when asked", "[deviations]") {
  Ledger ledger;
  ledger.add(share(lila, housing), {.findings = {{"SHARE-01", true}}});
  ledger.add(share(lila, housing), {.kase = case_2, .findings = {{"SHARE-01", true}, {"SHARE-10", false}}});
  ledger.add(share(lila, housing), {.kase = case_2});
  const auto result = ask(ledger, "deviations", {});
  REQUIRE(result.rows.size() == 2);
  CHECK(the<RuleCell>(result, 0, "rule").rule == "SHARE-01");
  CHECK(the<std::int64_t>(result, 0, "deviating") == 2);
  CHECK(the<std::int64_t>(result, 0, "conforming") == 1);
  CHECK(the<std::int64_t>(result, 1, "warned") == 1);
  CHECK(result.total > 2);
  CHECK(ask(ledger, "deviations", {.extra = "all"}).rows.size() == result.total);
  const auto one = ask(ledger, "deviations", {.kase = case_1});
  REQUIRE(one.rows.size() == 1);
  CHECK(the<std::int64_t>(one, 0, "deviating") == 1);
}

TEST_CASE("deviations: a departure from a protocol without a rule stands under what was departed from, with who covers it", "[deviations]") {
  Ledger ledger;
  ledger.add({{"kind", 1004}, {"facts", {{"deviationKind", "protocol"}, {"coverBy", text(officer)}, {"effect", "worked"}}}, {"parts", {words("motive", {{"reason", "Anders nodig."}})}}});
  const auto result = ask(ledger, "deviations", {.kase = case_1});
  REQUIRE(result.rows.size() == 1);
  CHECK(codes(result, 0, "rule") == "protocol");
  CHECK(holds(result, 0, "cover", officer));
  CHECK(codes(result, 0, "effect") == "worked");
}

TEST_CASE("one event: facts of a guarded kind, and whom it is about, are not told to who may not see them", "[event_detail]") {
  Ledger ledger;
  const auto event = ledger.add(share(kai, police));
  const auto told = [&](bool guarded) {
    const auto result = event_detail(ledger.log(), event, {.guarded_facts = guarded}, std::nullopt);
    REQUIRE(result);
    bool person = false, organisation = false;
    for (std::size_t i = 0; i < result->rows.size(); ++i) {
      person = person || holds(*result, i, "value", kai);
      organisation = organisation || holds(*result, i, "value", police);
    }
    return std::pair(person, organisation);
  };
  CHECK((told(false) == std::pair(false, false)));
  CHECK((told(true) == std::pair(true, true)));
}

TEST_CASE("one event: none of that number, and one that was purged to its leaf, are said to be so", "[event_detail]") {
  Ledger ledger;
  CHECK(event_detail(ledger.log(), nth<EventId>(9), {}, std::nullopt).error().code == ErrorCode::not_found);
  const auto purged = purge(ledger.make(heard(), {}));
  ledger.append({&purged, 1});
  const auto result = event_detail(ledger.log(), purged.event, {}, std::nullopt);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::not_found);
  CHECK(result.error().text.find("index=0") != std::string::npos);
}

TEST_CASE("dossier: a number that no signature here carries is said to be missing", "[dossier]") {
  Ledger ledger;
  ledger.add(heard());
  const auto purged = purge(ledger.make(heard(), {.occurred = "2019-06-12 10:00"}));
  ledger.append({&purged, 1});
  CHECK(ask(ledger, "dossier", {.actor = coach}).notes == std::vector<std::string>{"dossier.complete"});  // the last of them does not show
  ledger.add(heard(), {.occurred = "2019-06-13 10:00"});
  const auto result = ask(ledger, "dossier", {.actor = coach});
  CHECK(result.rows.size() == 2);
  CHECK(result.notes == std::vector<std::string>{"dossier.gaps"});
  CHECK(result.totals == std::vector<Total>{{"dossier.signed", 2}, {"dossier.missing", 1}});
}

TEST_CASE("one event: fields have their code name for programs and a label for people", "[event_detail]") {
  Ledger ledger;
  const auto event = ledger.add(heard());
  const auto fields = [&](std::optional<Lang> lang) {
    std::string out;
    const auto result = event_detail(ledger.log(), event, {}, lang);
    for (std::size_t i = 0; i < result->rows.size(); ++i) out += codes(*result, i, "field") + ";";
    return out;
  };
  CHECK(fields(std::nullopt).find("recordedAt;") != std::string::npos);
  CHECK(fields(Lang::nl).find("vastgelegd;") != std::string::npos);
  CHECK(fields(Lang::nl).find("recordedAt;") == std::string::npos);
}
