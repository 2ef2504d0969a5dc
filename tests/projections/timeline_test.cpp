#include "projections/timeline.h"

#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Json signal(const Json& extra = Json::object()) {
  Json draft{{"kind", 301},
             {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"reporterAnonymous", "no"}, {"dangerForVisitor", "no"}, {"domains", {"housing"}}}},
             {"subjects", {text(lila)}},
             {"parts", {words("what", {{"wie", "buren"}, {"wat", "Jong gezin woont krap."}})}}};
  draft.update(extra);
  return draft;
}
Json decision(const char* dilemma) {
  return {{"kind", 502},
          {"facts", {{"decisionClass", "housingMoney"}, {"level", "professional"}, {"preference", "followed"}, {"dilemma", dilemma}}},
          {"parts", {words("reasoning", {{"options", "twee"}, {"reasons", "Akkoord met betaling."}})}}};
}
Json correction(const EventId& of) {
  return {{"kind", 1204}, {"facts", {{"correctionKind", "wording"}, {"original", "kept"}}}, {"references", {refer("corrects", of)}}};
}
ViewResult ask(const Ledger& ledger, const ViewQuery& query) {
  const Views views(ledger.log(), make_timeline());
  auto result = query_timeline(views.store(), ledger.log(), query);
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("timeline: a row tells what happened, when, by whom, about whom and where its words are", "[timeline]") {
  Ledger ledger;
  ledger.add(signal(), {.occurred = "2019-06-11 10:00", .findings = {{"SIG-03", false}, {"TIME-03", true}}});
  const auto result = ask(ledger, {.kase = case_1});
  REQUIRE(result.rows.size() == 1);
  CHECK(result.total == 1);
  CHECK(the<TimeCell>(result, 0, "occurred").at == local("2019-06-11 10:00"));
  CHECK(the<TimeCell>(result, 0, "recorded").at == local("2019-06-11 10:30"));
  CHECK(the<KindCell>(result, 0, "kind").kind == 301);
  CHECK(holds(result, 0, "who", coach));
  CHECK(codes(result, 0, "role") == "wijkcoach");
  CHECK(the<CodeCell>(result, 0, "role").list == "role");
  CHECK(holds(result, 0, "organisation", team));
  CHECK(holds(result, 0, "about", lila));
  CHECK(codes(result, 0, "conformity") == "conforming");
  CHECK(codes(result, 0, "findings") == "SIG-03:warned,TIME-03:explained");
  // "wat" is required and comes before "wie", which is filled as well.
  CHECK(the<WordsCell>(result, 0, "line") == WordsCell{0, 0, "wat"});
  for (const auto* key : {"lag", "until", "precision", "performer", "corrects", "correctedBy"}) CHECK(empty(result, 0, key));
}

TEST_CASE("timeline: what was recorded late stands where it happened, with its lag", "[timeline]") {
  Ledger ledger;
  ledger.add(signal(), {.occurred = "2019-06-11 10:00"});
  ledger.add(signal({{"occurred", {{"from", "2012-09-01"}, {"precision", "month"}}}}), {.recorded = "2019-06-14 11:00"});
  ledger.add(signal(), {.occurred = "2019-06-10 10:00", .recorded = "2019-06-14 11:05"});
  const auto result = ask(ledger, {.kase = case_1});
  CHECK(indexes(result) == std::vector<std::uint64_t>{1, 2, 0});
  CHECK(the<Duration>(result, 0, "lag").days == 2477);
  CHECK(codes(result, 0, "precision") == "month");
  CHECK(the<Duration>(result, 1, "lag") == Duration{0, 4, 0});
  CHECK(empty(result, 2, "lag"));
}

TEST_CASE("timeline: equal times are told apart by recording, then by index", "[timeline]") {
  Ledger ledger;
  ledger.add(signal(), {.recorded = "2019-06-12 10:00"});
  ledger.add(signal(), {.recorded = "2019-06-11 12:00"});
  ledger.add(signal(), {.recorded = "2019-06-12 10:00"});
  CHECK(indexes(ask(ledger, {.kase = case_1})) == std::vector<std::uint64_t>{1, 0, 2});
}

TEST_CASE("timeline: a correction and what it corrects name each other", "[timeline]") {
  Ledger ledger;
  const auto wrong = ledger.add(signal(), {.occurred = "2019-06-11 10:00"});
  const auto right = ledger.add(correction(wrong), {.occurred = "2019-06-20 10:00"});
  const auto result = ask(ledger, {.kase = case_1});
  REQUIRE(result.rows.size() == 2);
  CHECK(holds(result, 0, "correctedBy", right));
  CHECK(holds(result, 1, "corrects", wrong));
  CHECK(empty(result, 1, "correctedBy"));

  const auto before = ask(ledger, {.kase = case_1, .recorded_until = local("2019-06-15")});
  REQUIRE(before.rows.size() == 1);
  CHECK(empty(before, 0, "correctedBy"));

  const auto only_signals = ask(ledger, {.kase = case_1, .kind = 301});
  REQUIRE(only_signals.rows.size() == 1);
  CHECK(holds(only_signals, 0, "correctedBy", right));
}

TEST_CASE("timeline: filters leave out, and the total stays", "[timeline]") {
  Ledger ledger;
  ledger.add(signal(), {.occurred = "2019-06-11 10:00"});
  ledger.add(signal({{"subjects", {text(marko)}}, {"organisation", text(housing)}}), {.occurred = "2019-06-12 10:00", .actor = officer});
  ledger.add(decision("yes"), {.occurred = "2019-06-13 10:00"});
  ledger.add(decision("no"), {.occurred = "2019-06-14 10:00", .actor = protector});
  ledger.add(signal(), {.occurred = "2019-06-15 10:00", .kase = case_2});
  using Found = std::vector<std::uint64_t>;
  const auto found = [&](const ViewQuery& query) {
    const auto result = ask(ledger, query);
    CHECK(result.total == (query.kase ? 4 : 5));
    return indexes(result);
  };
  CHECK(found({.kase = case_1}) == Found{0, 1, 2, 3});
  CHECK(found({}) == Found{0, 1, 2, 3, 4});
  CHECK(found({.kase = case_1, .person = marko}) == Found{1});
  CHECK(found({.person = lila}) == Found{0, 4});
  CHECK(found({.kase = case_1, .organisation = housing}) == Found{1});
  CHECK(found({.kase = case_1, .actor = protector}) == Found{3});
  CHECK(found({.kase = case_1, .kind = 502}) == Found{2, 3});
  CHECK(found({.kase = case_1, .occurred_from = local("2019-06-12 10:00"), .occurred_until = local("2019-06-13 10:00")}) == Found{1, 2});
  CHECK(found({.kase = case_1, .recorded_until = local("2019-06-12 10:00")}) == Found{0});
  CHECK(found({.kase = case_1, .extra = "dilemma"}) == Found{2});
  CHECK(found({.kase = case_1, .extra = "deviation"}).empty());
}

TEST_CASE("timeline: the frame of help is a filter", "[timeline]") {
  Ledger ledger;
  ledger.add({{"kind", 806}, {"facts", {{"taskKind", "inquiry"}, {"side", "internal"}, {"frame", "vrijwillig"}}}});
  ledger.add({{"kind", 902}, {"facts", {{"drangKind", "keuzeMetGevolg"}}}}, {.occurred = "2019-06-12 10:00"});
  CHECK(indexes(ask(ledger, {.kase = case_1, .extra = "vrijwillig"})) == std::vector<std::uint64_t>{0});
  CHECK(indexes(ask(ledger, {.kase = case_1, .extra = "drang"})) == std::vector<std::uint64_t>{1});
  const Views views(ledger.log(), make_timeline());
  const auto refused = query_timeline(views.store(), ledger.log(), {.extra = "geheim"});
  REQUIRE(!refused);
  CHECK(refused.error().code == ErrorCode::bad_input);
}

TEST_CASE("timeline: the line falls back to what is filled, and to the motive last", "[timeline]") {
  Ledger ledger;
  const Json facts{{"drangKind", "keuzeMetGevolg"}};
  ledger.add({{"kind", 902}, {"facts", facts}, {"parts", {words("deviationMotive", {{"text", "geen tijd"}}), words("offer", {{"consequence", "ontruiming"}})}}});
  ledger.add({{"kind", 902}, {"facts", facts}, {"parts", {words("deviationMotive", {{"text", "geen tijd"}})}}}, {.occurred = "2019-06-12 10:00"});
  ledger.add({{"kind", 902}, {"facts", facts}}, {.occurred = "2019-06-13 10:00"});
  const auto result = ask(ledger, {.kase = case_1});
  CHECK(the<WordsCell>(result, 0, "line") == WordsCell{0, 1, "consequence"});
  CHECK(the<WordsCell>(result, 1, "line") == WordsCell{1, 0, "text"});
  CHECK(empty(result, 2, "line"));
}

TEST_CASE("timeline: who is said to have done it stands beside who recorded it", "[timeline]") {
  Ledger ledger;
  ledger.add(signal({{"performer", {{"actor", text(protector)}, {"basis", "dictation"}}}}));
  const auto result = ask(ledger, {.kase = case_1, .actor = protector});
  REQUIRE(result.rows.size() == 1);
  CHECK(holds(result, 0, "who", coach));
  CHECK(holds(result, 0, "performer", protector));
}

TEST_CASE("timeline: of an organisation is also what names it or one of its people, but not what is guarded",
          "[timeline]") {
  Ledger ledger;
  const auto enrolled = [](const ActorId& actor, const OrganisationId& org) {
    return Json{{"kind", 103},
                {"facts",
                 {{"who", text(actor)},
                  {"actorKind", "professional"},
                  {"org", text(org)},
                  {"register", "none"},
                  {"registerStatus", "notApplicable"},
                  {"statusFrom", "2019-01-01"},
                  {"secrecy", "professional"}}}};
  };
  ledger.add(enrolled(officer, housing), {.occurred = "2019-01-01 09:00", .kase = std::nullopt});
  ledger.add(signal(), {.occurred = "2019-06-11 10:00"});
  auto reported = signal();
  reported["facts"]["sourceOrg"] = text(housing);
  const auto from = ledger.add(reported, {.occurred = "2019-06-12 10:00"});
  const Json met{{"kind", 501},
                 {"facts",
                  {{"meetingType", "mdo"},
                   {"discipline", "multi"},
                   {"chair", text(coach)},
                   {"familyPresence", "absentInvited"},
                   {"about", {text(lila)}},
                   {"detail", "content"},
                   {"attendees",
                    {{{"actor", text(officer)},
                      {"role", "housingOfficer"},
                      {"presence", "present"},
                      {"mandated", "yes"}}}}}}};
  const auto with = ledger.add(met, {.occurred = "2019-06-13 10:00"});
  const auto dictated =
      ledger.add(signal({{"performer", {{"actor", text(officer)}, {"basis", "dictation"}}}}),
                 {.occurred = "2019-06-14 10:00"});
  const Json asked{{"kind", 902},
                   {"facts", {{"drangKind", "keuzeMetGevolg"}, {"consequenceBy", text(housing)}}}};
  const auto guarded = ledger.add(asked, {.occurred = "2019-06-15 10:00"});
  using Found = std::vector<std::uint64_t>;
  const Found open{ledger.index_of(from), ledger.index_of(with), ledger.index_of(dictated)};
  CHECK(indexes(ask(ledger, {.kase = case_1, .organisation = housing})) == open);
  Found all = open;
  all.push_back(ledger.index_of(guarded));
  CHECK(indexes(ask(ledger, {.kase = case_1, .organisation = housing, .guarded_facts = true})) == all);
  CHECK(ask(ledger, {.kase = case_1, .organisation = police}).rows.empty());
}
