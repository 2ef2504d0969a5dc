#include "projections/privacy_log.h"

#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Json recipient(const char* cls, const OrganisationId& org) { return {{"class", cls}, {"org", text(org)}}; }

Json decision(const char* what, const char* route, const Json& more = Json::object()) {
  Json facts{{"decision", what}, {"about", {text(lila)}}, {"recipients", {recipient("partner", housing), recipient("giUnderOts", institution)}},
             {"recipientRole", "housingOfficer"}, {"purpose", "planMaking"}, {"categories", {"family", "housing", "debts"}}, {"detail", "content"},
             {"basis", "publicTask"}, {"article", "JW-2.3"}, {"fromLaw", "jeugdwet"}, {"toLaws", {"woningwet"}}, {"route", route}, {"art9", "none"},
             {"art10", "none"}, {"recipientSecrecy", "professional"}, {"knowledge", "withKnowledge"}};
  facts.update(more);
  return {{"kind", 407}, {"facts", facts}, {"parts", {words("weighing", {{"purpose", "samen"}, {"whoNeeds", "de corporatie"}, {"proportionality", "ja"}, {"motive", "geen grond"}})}}};
}
Json share(const Json& more = Json::object()) {
  Json facts{{"recipients", {recipient("partner", housing)}}, {"about", {text(lila)}}, {"categories", {"housing"}}, {"purpose", "coordination"}, {"detail", "headlines"},
             {"form", "ownInitiative"}, {"means", "phone"}, {"familyPresent", "no"}, {"knowledge", "informedAfterwards"}};
  facts.update(more);
  return {{"kind", 408}, {"facts", facts}};
}
Json meeting(const char* family = "present") {
  return {{"kind", 501},
          {"facts", {{"meetingType", "mdo"}, {"discipline", "multi"}, {"chair", text(coach)}, {"familyPresence", family}, {"about", {text(lila)}}, {"detail", "content"},
                     {"attendees", {{{"actor", text(officer)}, {"role", "housingOfficer"}, {"presence", "present"}, {"mandated", "yes"}},
                                    {{"actor", text(protector)}, {"role", "youthProtector"}, {"presence", "absentInvited"}, {"mandated", "yes"}},
                                    {{"subject", text(lila)}, {"presence", "present"}, {"mandated", "no"}}}}}},
          {"parts", {words("minutes", {{"minutes", "Besproken."}})}}};
}
Json consent() {
  return {{"kind", 402},
          {"facts", {{"consentKind", "doorbrekenGeheimhouding"}, {"about", {text(lila)}}, {"grantor", text(lila)}, {"capacity", "self"}, {"ageBand", "from16to17"}, {"law", "jeugdwet"},
                     {"categories", {"housing"}}, {"purposes", {"planMaking"}}, {"validFrom", "2019-06-17"}, {"form", "writtenSigned"}, {"capacityJudged", "notInDoubt"}, {"pressure", "none"}}}};
}
Json informing(const EventId& of) {
  return {{"kind", 410}, {"facts", {{"told", {text(lila)}}, {"topics", {"shareDone", "rights"}}, {"means", "homePlanned"}, {"understood", "yes"}}}, {"references", {refer("concerns", of)}}};
}
Json with(Json draft, std::initializer_list<Json> references) {
  draft["references"] = Json::array();
  for (const auto& one : references) draft["references"].push_back(one);
  return draft;
}
ViewResult ask(const Ledger& ledger, ViewQuery query = {.kase = case_1}, bool guarded_facts = true) {
  query.guarded_facts = guarded_facts;
  const Views views(ledger.log(), make_privacy_log());
  auto result = query_privacy_log(views.store(), ledger.log(), query);
  REQUIRE(result);
  return *result;
}
std::uint64_t total(const ViewResult& result, std::string_view key) {
  for (const auto& one : result.totals)
    if (one.key == key) return one.count;
  FAIL("no total " << key);
  return 0;
}

}  // namespace

TEST_CASE("privacy log: a decision tells what, about whom, to whom, why and on which ground", "[privacy_log]") {
  Ledger ledger;
  const auto given_by_lila = ledger.add(consent());
  ledger.add(with(decision("share", "consent"), {refer("underConsent", given_by_lila)}), {.occurred = "2020-02-03 09:00", .findings = {{"SHARE-02", false}}});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 1);
  CHECK(the<TimeCell>(result, 0, "occurred").at == local("2020-02-03 09:00"));
  CHECK(the<KindCell>(result, 0, "kind").kind == 407);
  CHECK(codes(result, 0, "what") == "share");
  CHECK(holds(result, 0, "by", coach));
  CHECK(holds(result, 0, "about", lila));
  CHECK(holds(result, 0, "recipient", housing));
  CHECK(holds(result, 0, "recipient", institution));
  CHECK(codes(result, 0, "role") == "housingOfficer");
  CHECK(codes(result, 0, "categories") == "family,housing,debts");
  CHECK(codes(result, 0, "detail") == "content");
  CHECK(codes(result, 0, "purpose") == "planMaking");
  CHECK(codes(result, 0, "basis") == "publicTask");
  CHECK(codes(result, 0, "article") == "JW-2.3");
  CHECK(codes(result, 0, "route") == "consent");
  CHECK(holds(result, 0, "consent", given_by_lila));
  CHECK(codes(result, 0, "answers") == "answer.purpose,answer.whoNeeds");
  CHECK(codes(result, 0, "knowledge") == "withKnowledge");
  CHECK(codes(result, 0, "findings") == "SHARE-02:warned");
  for (const auto* key : {"exception", "informedOn", "means", "reason", "flags"}) CHECK(empty(result, 0, key));
}

TEST_CASE("privacy log: an execution rests on the ground of its decision", "[privacy_log]") {
  Ledger ledger;
  const auto allowed = ledger.add(decision("share", "exception", {{"exception", "vtReport"}}), {.occurred = "2020-02-03 09:00"});
  ledger.add(with(share(), {refer("executes", allowed)}), {.occurred = "2020-02-04 09:00"});
  ledger.add(with(meeting(), {refer("executes", allowed)}), {.occurred = "2020-02-10 14:00"});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 3);
  CHECK(codes(result, 1, "what") == "ownInitiative");
  CHECK(codes(result, 1, "route") == "exception");
  CHECK(codes(result, 1, "exception") == "vtReport");
  CHECK(codes(result, 1, "article") == "JW-2.3");
  CHECK(codes(result, 1, "categories") == "housing");
  CHECK(codes(result, 1, "purpose") == "coordination");
  CHECK(codes(result, 1, "means") == "phone");
  CHECK(holds(result, 1, "decision", allowed));
  // A meeting has no data or purposes of its own; who was not there received nothing.
  CHECK(codes(result, 2, "categories") == "family,housing,debts");
  CHECK(codes(result, 2, "purpose") == "planMaking");
  CHECK(holds(result, 2, "recipient", officer));
  CHECK(holds(result, 2, "recipient", lila));
  CHECK(!holds(result, 2, "recipient", protector));
  CHECK(empty(result, 2, "flags"));
}

TEST_CASE("privacy log: a share without a decision, or against one, is flagged", "[privacy_log]") {
  Ledger ledger;
  const auto refused = ledger.add(decision("doNotShare", "exception", {{"notShareReason", "noGround"}}), {.occurred = "2020-02-03 09:00"});
  ledger.add(share(), {.occurred = "2020-02-04 09:00"});
  ledger.add(with(share(), {refer("executes", refused)}), {.occurred = "2020-02-05 09:00"});
  ledger.add(meeting(), {.occurred = "2020-02-06 09:00"});
  ledger.add(meeting(), {.occurred = "2020-02-07 09:00", .findings = {{"SHARE-01", true}}});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 4);  // the meeting of the own team is no share
  CHECK(codes(result, 0, "what") == "doNotShare");
  CHECK(codes(result, 0, "reason") == "noGround");
  CHECK(the<WordsCell>(result, 0, "words").field == "motive");
  CHECK(empty(result, 0, "flags"));
  CHECK(codes(result, 1, "flags") == "share.noDecision");
  CHECK(codes(result, 2, "flags") == "share.againstDecision");
  CHECK(codes(result, 3, "flags") == "share.noDecision");
  CHECK(ask(ledger, {.kase = case_1, .extra = "noDecision"}).rows.size() == 2);
}

TEST_CASE("privacy log: when the person was told stands with the share and its decision", "[privacy_log]") {
  Ledger ledger;
  const auto allowed = ledger.add(decision("share", "exception", {{"knowledge", "informedAfterwards"}}), {.occurred = "2020-02-03 09:00"});
  const auto done = ledger.add(with(share(), {refer("executes", allowed)}), {.occurred = "2020-02-04 09:00"});
  CHECK(ask(ledger, {.kase = case_1, .extra = "notTold"}).rows.size() == 2);
  ledger.add(informing(done), {.occurred = "2020-02-08 09:00"});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 3);
  CHECK(the<TimeCell>(result, 0, "informedOn").at == local("2020-02-08 09:00"));
  CHECK(the<TimeCell>(result, 1, "informedOn").at == local("2020-02-08 09:00"));
  CHECK(codes(result, 2, "what") == "rights,shareDone");
  CHECK(codes(result, 2, "means") == "homePlanned");
  CHECK(holds(result, 2, "recipient", lila));
  CHECK(holds(result, 2, "decision", done));
  CHECK(ask(ledger, {.kase = case_1, .extra = "notTold"}).rows.empty());
  // Before the person was told, nobody could have known.
  CHECK(empty(ask(ledger, {.kase = case_1, .recorded_until = local("2020-02-05")}), 1, "informedOn"));
}

TEST_CASE("privacy log: advice that was asked and given is part of it", "[privacy_log]") {
  Ledger ledger;
  const auto question = ledger.add({{"kind", 406}, {"facts", {{"topic", "mayShare"}, {"toActor", text(officer)}, {"anonymised", "yes"}}}, {"parts", {words("question", {{"text", "Mag dit?"}})}}});
  ledger.add({{"kind", 504},
              {"facts", {{"consultKind", "privacyOfficer"}, {"level", "caseLevel"}, {"with", {text(coach)}}, {"anonymised", "yes"}, {"outcome", "doNotShare"}}},
              {"references", {refer("answers", question)}},
              {"parts", {words("advice", {{"advice", "Niet delen."}})}}},
             {.occurred = "2019-06-12 10:00", .actor = officer});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 2);
  CHECK(codes(result, 0, "what") == "mayShare");
  CHECK(holds(result, 0, "recipient", officer));
  CHECK(the<WordsCell>(result, 0, "words").field == "text");
  CHECK(codes(result, 1, "what") == "doNotShare");
  CHECK(holds(result, 1, "recipient", coach));
  CHECK(holds(result, 1, "decision", question));
}

TEST_CASE("privacy log: totals count what was shared, not what was decided", "[privacy_log]") {
  Ledger ledger;
  const auto by_consent = ledger.add(decision("share", "consent"), {.occurred = "2020-01-01 09:00"});
  const auto by_exception = ledger.add(decision("share", "exception"), {.occurred = "2020-01-02 09:00"});
  ledger.add(decision("doNotShare", "exception"), {.occurred = "2020-01-03 09:00"});
  ledger.add(with(share(), {refer("executes", by_consent)}), {.occurred = "2020-01-04 09:00"});
  ledger.add(with(meeting(), {refer("executes", by_consent), refer("executes", by_exception)}), {.occurred = "2020-01-05 09:00"});
  ledger.add(share(), {.occurred = "2020-01-06 09:00"});
  const auto result = ask(ledger);
  CHECK(total(result, "share.withConsent") == 1);
  CHECK(total(result, "share.withoutConsent") == 1);
  CHECK(total(result, "share.withoutDecision") == 1);
  CHECK(total(result, "share.declined") == 1);
  CHECK(total(result, "share.talks") == 3);
  CHECK(total(result, "share.familyPresent") == 1);
}

TEST_CASE("privacy log: one case or all, and the filters", "[privacy_log]") {
  Ledger ledger;
  ledger.add(decision("share", "consent"), {.occurred = "2020-01-02 09:00"});
  ledger.add(decision("share", "exception", {{"exception", "legalDuty"}, {"about", {text(marko)}}, {"recipients", {recipient("policeProsecutor", police)}}}), {.occurred = "2020-01-01 09:00", .actor = protector, .kase = case_2});
  ledger.add(share(), {.occurred = "2020-01-03 09:00", .kase = case_2});
  using Found = std::vector<std::uint64_t>;
  CHECK(indexes(ask(ledger, {})) == Found{1, 0, 2});
  CHECK(ask(ledger, {}).total == 3);
  CHECK(indexes(ask(ledger, {.kase = case_2})) == Found{1, 2});
  CHECK(indexes(ask(ledger, {.person = marko})) == Found{1});
  CHECK(indexes(ask(ledger, {.organisation = police})) == Found{1});
  CHECK(indexes(ask(ledger, {.organisation = housing})) == Found{0, 2});
  CHECK(indexes(ask(ledger, {.actor = protector})) == Found{1});
  CHECK(indexes(ask(ledger, {.kind = 408})) == Found{2});
  CHECK(indexes(ask(ledger, {.occurred_from = local("2020-01-02"), .occurred_until = local("2020-01-02 12:00")})) == Found{0});
  CHECK(indexes(ask(ledger, {.extra = "consent"})) == Found{0});
  CHECK(indexes(ask(ledger, {.extra = "legalDuty"})) == Found{1});
  const Views views(ledger.log(), make_privacy_log());
  const auto refused = query_privacy_log(views.store(), ledger.log(), {.extra = "geheim"});
  REQUIRE(!refused);
  CHECK(refused.error().code == ErrorCode::bad_input);
}

TEST_CASE("privacy log: a breach stands with what it is about, its severity and when the authority was told, and as a row of its own", "[privacy_log]") {
  Ledger ledger;
  const auto done = ledger.add(share(), {.occurred = "2020-02-04 09:00"});
  const Json breach{{"kind", 1306}, {"role", "privacyOfficer"}, {"facts", {{"breachKind", "unlawfulShare"}, {"severity", "risk"}, {"discoveredAt", "2020-02-05 09:00"}, {"about", {text(lila)}},
                                                {"apNotifiedAt", "2020-02-06 10:00"}, {"subjectsToInform", "yes"}}},
                    {"parts", {words("text", {{"what", "Te veel gedeeld."}})}}};
  ledger.add(with(breach, {refer("concerns", done)}), {.occurred = "2020-02-06 11:00"});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 2);
  for (const std::size_t row : {0u, 1u}) {
    CHECK(codes(result, row, "breach") == "risk");
    CHECK(the<TimeCell>(result, row, "authorityToldOn").at == local("2020-02-06 10:00"));
  }
  CHECK(codes(result, 1, "what") == "unlawfulShare");
  CHECK(holds(result, 1, "about", lila));
  CHECK(ask(ledger, {.kase = case_1, .person = lila}).rows.size() == 2);
}

TEST_CASE("privacy log: a reader who may not see guarded facts sees that, when and by whom, in no filter and no total more", "[privacy_log]") {
  Ledger ledger;
  const auto allowed = ledger.add(decision("share", "exception", {{"exception", "vtReport"}}), {.occurred = "2020-02-03 09:00"});
  ledger.add(with(share(), {refer("executes", allowed)}), {.occurred = "2020-02-04 09:00"});
  ledger.add(with(meeting(), {refer("executes", allowed)}), {.occurred = "2020-02-10 14:00"});
  const auto masked = ask(ledger, {.kase = case_1}, false);
  REQUIRE(masked.rows.size() == 3);
  for (const std::size_t row : {0u, 1u}) {
    CHECK(codes(masked, row, "what") == "words.guarded");
    CHECK(holds(masked, row, "by", coach));
    for (const auto* key : {"about", "recipient", "categories", "purpose", "route", "exception", "article", "words", "decision", "informedOn", "knowledge"}) CHECK(empty(masked, row, key));
  }
  CHECK(ask(ledger, {.kase = case_1, .person = lila, .kind = 407}, false).rows.empty());
  CHECK(ask(ledger, {.kase = case_1, .organisation = institution, .kind = 407}, false).rows.empty());
  CHECK(ask(ledger, {.kase = case_1, .extra = "vtReport"}, false).rows.size() <= 1);
  CHECK(total(masked, "share.withoutConsent") == 1);
  CHECK(total(ask(ledger), "share.withoutConsent") == 2);
}

TEST_CASE("privacy log: what was asked of others, told to recipients, handed out and taken out stands in it", "[privacy_log]") {
  Ledger ledger;
  ledger.add({{"kind", 405}, {"facts", {{"direction", "outgoing"}, {"other", recipient("partner", housing)}, {"about", {text(lila)}}, {"categories", {"debts"}}, {"purpose", "planMaking"},
                                        {"claimedConsent", "no"}, {"jointWithFamily", "yes"}}}},
             {.occurred = "2020-02-03 09:00"});
  ledger.add({{"kind", 1203}, {"facts", {{"form", "copyDigital"}, {"to", text(lila)}, {"about", text(lila)}, {"fromIndex", 0}, {"toIndex", 3}, {"shown", 2}, {"redacted", 0}}}}, {.occurred = "2020-02-04 09:00"});
  const std::string digest = std::string(42, 'B') + "E=";
  const auto cases = Json::array({{{"case", text(case_1)}, {"count", 1}, {"head", digest}}, {{"case", text(case_2)}, {"count", 1}, {"head", digest}}});
  ledger.add({{"kind", 1302}, {"role", "privacyOfficer"}, {"facts", {{"viewer", text(officer)}, {"cases", cases}, {"view", "privacyLog"}, {"purpose", "privacyReview"}, {"format", "csv"},
                                                                   {"profile", "privacyfunctionaris"}, {"rows", 3}, {"total", 3}, {"about", {text(lila)}}, {"filter", digest}}}},
             {.occurred = "2020-02-05 09:00", .actor = officer, .kase = std::nullopt});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 3);
  CHECK(codes(result, 0, "what") == "outgoing");
  CHECK(codes(result, 0, "categories") == "debts");
  CHECK(holds(result, 0, "recipient", housing));
  CHECK(empty(result, 0, "flags"));
  CHECK(codes(result, 1, "what") == "copyDigital");
  CHECK(holds(result, 1, "recipient", lila));
  CHECK(codes(result, 2, "what") == "csv");
  CHECK(holds(result, 2, "recipient", officer));
  CHECK(ask(ledger, {.kase = case_2}).rows.size() == 1);  // the same export
}
