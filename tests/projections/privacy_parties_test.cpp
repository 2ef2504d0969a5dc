// The privacy log: to whom something went, as people, as organisations and as those who decide on a measure.
#include "projections/privacy_log.h"

#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Json recipient(const char* cls, const OrganisationId& org) { return {{"class", cls}, {"org", text(org)}}; }
Json decision(const OrganisationId& to) {
  return {{"kind", 407},
          {"facts",
           {{"decision", "share"},
            {"about", {text(lila)}},
            {"recipients", {recipient("partner", to)}},
            {"purpose", "planMaking"},
            {"categories", {"housing"}},
            {"detail", "content"},
            {"basis", "publicTask"},
            {"article", "JW-2.3"},
            {"fromLaw", "jeugdwet"},
            {"toLaws", {"woningwet"}},
            {"route", "consent"},
            {"art9", "none"},
            {"art10", "none"},
            {"recipientSecrecy", "professional"},
            {"knowledge", "withKnowledge"}}}};
}
Json meeting() {
  return {{"kind", 501},
          {"facts",
           {{"meetingType", "mdo"},
            {"discipline", "multi"},
            {"chair", text(coach)},
            {"familyPresence", "present"},
            {"about", {text(lila)}},
            {"detail", "content"},
            {"attendees",
             {{{"actor", text(officer)},
               {"role", "housingOfficer"},
               {"presence", "present"},
               {"mandated", "yes"}},
              {{"actor", text(protector)},
               {"role", "youthProtector"},
               {"presence", "absentInvited"},
               {"mandated", "yes"}},
              {{"subject", text(lila)}, {"presence", "present"}, {"mandated", "no"}}}}}},
          {"parts", {words("minutes", {{"minutes", "Besproken."}})}}};
}
Json enrolled(const ActorId& actor, const OrganisationId& org) {
  return {{"kind", 103},
          {"facts",
           {{"who", text(actor)},
            {"actorKind", "professional"},
            {"org", text(org)},
            {"register", "none"},
            {"registerStatus", "notApplicable"},
            {"statusFrom", "2019-01-01"},
            {"secrecy", "professional"}}}};
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

}  // namespace

TEST_CASE("privacy log: who sat at the table stands for the organisation they were of that day",
          "[privacy_log]") {
  Ledger ledger;
  ledger.add(enrolled(officer, housing), {.occurred = "2019-01-01 09:00", .kase = std::nullopt});
  const auto decided = ledger.add(decision(institution), {.occurred = "2020-02-03 09:00"});
  const auto before =
      ledger.add(with(meeting(), {refer("executes", decided)}), {.occurred = "2020-02-10 14:00"});
  ledger.add(enrolled(officer, police), {.occurred = "2020-03-01 09:00", .kase = std::nullopt});
  const auto after =
      ledger.add(with(meeting(), {refer("executes", decided)}), {.occurred = "2020-04-10 14:00"});
  using Found = std::vector<std::uint64_t>;
  const auto of_housing = ask(ledger, {.kase = case_1, .organisation = housing});
  CHECK(indexes(of_housing) == Found{ledger.index_of(before)});
  CHECK(indexes(ask(ledger, {.kase = case_1, .organisation = police})) == Found{ledger.index_of(after)});
  CHECK(holds(of_housing, 0, "recipient", officer));
  CHECK(holds(of_housing, 0, "party", housing));
  CHECK(holds(of_housing, 0, "party", lila));
  CHECK_FALSE(holds(of_housing, 0, "party", officer));
}

TEST_CASE("privacy log: who records a meeting did not share with themselves", "[privacy_log]") {
  Ledger ledger;
  const auto decided = ledger.add(decision(institution), {.occurred = "2020-02-03 09:00"});
  ledger.add(with(meeting(), {refer("executes", decided)}),
             {.occurred = "2020-02-10 14:00", .actor = officer});
  const auto result = ask(ledger, {.kase = case_1, .kind = 501});
  REQUIRE(result.rows.size() == 1);
  CHECK_FALSE(holds(result, 0, "recipient", officer));
  CHECK(holds(result, 0, "recipient", lila));
}

TEST_CASE("privacy log: a request for a measure went to whoever decides on it", "[privacy_log]") {
  Ledger ledger;
  const auto requested = [](const char* measure, const char* article, const char* at) {
    return Json{{"kind", 905},
                {"facts",
                 {{"measure", measure},
                  {"article", article},
                  {"at", at},
                  {"urgent", "no"},
                  {"about", {text(lila)}}}}};
  };
  ledger.add(requested("ots", "BW1-255", "kinderrechter"), {.occurred = "2020-02-03 09:00"});
  ledger.add(requested("ots", "BW1-255", "officier"), {.occurred = "2020-02-04 09:00"});
  const auto result = ask(ledger);
  REQUIRE(result.rows.size() == 2);
  CHECK(codes(result, 0, "recipient") == "court");
  CHECK(codes(result, 0, "party") == "court");
  CHECK(codes(result, 1, "recipient") == "policeProsecutor");
}
