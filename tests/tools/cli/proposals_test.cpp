// What the program fills in when somebody types an entry, and what it never does.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "ledger/codec/catalogue.h"
#include "tests/tools/cli/typed.h"

using namespace inzicht::testing;

TEST_CASE_METHOD(Typed, "a contact note takes the mode of the last one and leaves unknown what nobody said",
                 "[proposals]") {
  REQUIRE(type("701", {"mode=phone", "outcome=held", "with=" + person, "emergencyNumberGiven=no",
                       "report.text=Gebeld."})
              .code == 0);
  const auto said = type("701", {"outcome=held", "with=" + person, "report.text=Weer gebeld."});
  INFO(said.err);
  REQUIRE(said.code == 0);
  CHECK(proposed(said) ==
        std::map<std::string, std::string>{{"mode", "phone"}, {"emergencyNumberGiven", "unknown"}});
  CHECK(done(coach({"event", last(701), "--json"})).out.find("\"phone\"") != std::string::npos);
}

TEST_CASE_METHOD(Typed, "what is typed stands, and with --as-typed nothing is put beside it", "[proposals]") {
  CHECK(proposed(type("701", {"mode=office", "outcome=held", "with=" + person, "emergencyNumberGiven=yes",
                              "report.text=Gesproken."}))
            .empty());
  const auto before = events();
  const auto said = type("701", {"mode=office", "outcome=held", "with=" + person, "report.text=Gesproken."},
                         {"--as-typed"});
  CHECK(said.code == 2);
  CHECK(said.err.find("emergencyNumberGiven") != std::string::npos);
  CHECK(proposed(said).empty());
  CHECK(events() == before);
}

TEST_CASE_METHOD(Typed, "a file stands as it is, unless it asks to be filled in", "[proposals]") {
  const nlohmann::json draft{
      {"kind", 701},
      {"case", kase},
      {"facts", {{"mode", "phone"}, {"outcome", "held"}, {"with", {person}}}},
      {"parts", {{{"part", "report"}, {"subject", person}, {"fields", {{"text", "Gebeld."}}}}}}};
  const auto refused = run(coach({"record", "--file", "-"}), draft.dump());
  CHECK(refused.code == 2);
  CHECK(refused.err.find("emergencyNumberGiven") != std::string::npos);
  CHECK(proposed(run(coach({"record", "--file", "-", "--propose"}), draft.dump())) ==
        std::map<std::string, std::string>{{"emergencyNumberGiven", "unknown"}});
  CHECK(run(coach({"record", "--file", "-", "--propose", "--as-typed"}), draft.dump()).code != 0);
}

TEST_CASE_METHOD(Typed,
                 "the judgement of a signal is of the only one that waits, with the questions answered in it",
                 "[proposals]") {
  const auto said = type("302", {"decision=startCase", "motive.motive=Meer dan een vraag."}, {"--dry-run"});
  INFO(said.err);
  const auto out = proposed(said);
  CHECK(out.at("--ref concerns") == signal);
  CHECK(out.at("detail") == "headlines");
  CHECK(out.at("crisis") == "unclear");
  CHECK_FALSE(out.contains("decision"));
  CHECK_FALSE(out.contains("checks"));
  CHECK(type("302", {"motive.motive=Meer dan een vraag."}).err.find("decision") != std::string::npos);

  // With two that wait it is not for the program to choose.
  REQUIRE(type("301", {"source=ownTeam", "reporterAnonymous=no", "dangerForVisitor=no", "what.wat=Nog een.",
                       "what.wie=Buren."})
              .code == 0);
  CHECK_FALSE(proposed(type("302", {"decision=startCase", "motive.motive=Meer."}, {"--dry-run"}))
                  .contains("--ref concerns"));
}

TEST_CASE_METHOD(Typed, "the questions of a signal that hold text are those answered", "[proposals]") {
  const auto out =
      proposed(type("301", {"source=ownTeam", "what.wat=Herrie.", "what.wie=Buren."}, {"--dry-run"}));
  CHECK(out.at("answered") == "wat,wie");
  CHECK(out.at("reporterAnonymous") == "unknown");
  CHECK(out.at("dangerForVisitor") == "unknown");
}

TEST_CASE_METHOD(Typed,
                 "a consent takes from the asking what was asked, the age from 202 and a year from today",
                 "[proposals]") {
  const auto asked = type("401",
                          {"consentKind=hulpverlening", "about=" + person, "grantors=" + person,
                           "means=office", "asked.shownText=De tekst."},
                          {"--ref", "basedOn=" + signal, "--dry-run"});
  INFO(asked.err);
  CHECK(proposed(asked).at("pressure") == "unclear");
  const auto out = proposed(
      type("402", {"consentKind=hulpverlening", "about=" + person, "grantor=" + person}, {"--dry-run"}));
  CHECK(out.at("ageBand") == "adult23");
  CHECK(out.at("capacity") == "self");
  CHECK(out.at("pressure") == "unclear");
  const std::string from = out.at("validFrom"), until = out.at("validUntil");
  CHECK(std::stoi(until.substr(0, 4)) == std::stoi(from.substr(0, 4)) + 1);
  // Nobody knows in what capacity somebody else would consent for them.
  CHECK_FALSE(
      proposed(type("402", {"about=" + person, "grantor=P-0000-0000"}, {"--dry-run"})).contains("capacity"));
}

TEST_CASE_METHOD(Typed, "a share takes the rest from the only decision in force for its recipient",
                 "[proposals]") {
  involve_specialist();
  const auto decided =
      type("407",
           {"decision=share", "about=" + person, "recipients=" + specialist + ":involvedInHelp",
            "purpose=executingHelp", "categories=housing,debts", "basis=publicTask", "fromLaw=jeugdwet",
            "route=exception", "exception=directlyInvolved", "knowledge=withKnowledge",
            "weighing.purpose=Hulp.", "weighing.whoNeeds=Specialist.", "weighing.whatNeeded=Schulden.",
            "weighing.proportionality=Ja.", "weighing.subsidiarity=Ja.", "weighing.motive=Nodig."},
           {"--deviation", "Voor deze proef."});
  INFO(decided.err);
  REQUIRE(decided.code == 0);
  const auto out = proposed(decided);
  CHECK(out.at("detail") == "headlines");
  CHECK(out.at("recipientRole") == "specialist");
  CHECK(out.at("art9") == "none");
  CHECK(out.at("art10") == "none");
  CHECK_FALSE(out.contains("basis"));

  const auto shared = proposed(type(
      "408", {"form=ownInitiative", "means=phone", "knowledge=withKnowledge", "content.text=De schulden."},
      {"--dry-run"}));
  CHECK(shared.at("--ref executes") == last(407));
  CHECK(shared.at("categories") == "housing,debts");
  CHECK(shared.at("purpose") == "executingHelp");
  CHECK(shared.at("about") == person);
  CHECK(shared.at("recipients") == specialist + ":involvedInHelp");
  CHECK_FALSE(shared.contains("knowledge"));
  CHECK_FALSE(proposed(type("408", {"recipients=" + leader + ":sameTeam", "content.text=De schulden."},
                            {"--dry-run"}))
                  .contains("--ref executes"));
}

TEST_CASE_METHOD(Typed, "special categories leave it to the author which exception to name", "[proposals]") {
  const auto out =
      proposed(type("407", {"decision=share", "categories=mentalHealth,criminal"}, {"--dry-run"}));
  CHECK_FALSE(out.contains("art9"));
  CHECK_FALSE(out.contains("art10"));
  // Not sharing has none of the gates of sharing.
  CHECK_FALSE(proposed(type("407", {"decision=doNotShare"}, {"--dry-run"})).contains("validUntil"));
}

TEST_CASE_METHOD(Typed,
                 "a meeting is chaired by whoever records it, about the household, with the roles that those "
                 "present have here",
                 "[proposals]") {
  const auto child = add_child();
  const auto out = proposed(
      type("501", {"meetingType=mdo", "attendees=" + actor + " present", "minutes.minutes=Besproken."},
           {"--dry-run"}));
  CHECK(out.at("chair") == actor);
  CHECK(out.at("about") == child);
}

TEST_CASE_METHOD(
    Typed, "advice of a colleague is of the kind that their role says, and a task goes to their organisation",
    "[proposals]") {
  const auto out =
      proposed(type("504", {"with=" + po, "outcome=agree", "advice.advice=Doen."}, {"--dry-run"}));
  CHECK(out.at("level") == "caseLevel");
  CHECK(out.at("consultKind") == "privacyOfficer");
  CHECK_FALSE(out.contains("outcome"));
  const auto task =
      proposed(type("806", {"taskKind=action", "toActor=" + specialist, "task.what=Bellen."}, {"--dry-run"}));
  CHECK(task.at("side") == "internal");
  CHECK(task.at("toOrg") == organisation);
}

TEST_CASE_METHOD(
    Typed, "no entry of any kind is proposed what somebody judged, checked, said, understood, knew or agreed",
    "[proposals]") {
  static const std::set<std::string> judged{
      "checks",          "crisis",         "knowledge",      "understood",
      "identityChecked", "capacityJudged", "pressure",       "expectationsAsked",
      "decision",        "outcome",        "basis",          "article",
      "exception",       "route",          "claimedConsent", "jointWithFamily",
      "familyPresent",   "alone",          "answeredSix",    "findings",
      "judgement",       "safetyLevel",    "acute",          "motive"};
  std::size_t kinds_tried = 0;
  for (const auto& kind : inzicht::kinds()) {
    if (kind.id < 200) continue;
    ++kinds_tried;
    for (const auto& [place, value] : proposed(type(std::to_string(kind.id), {}, {"--dry-run"})))
      if (judged.contains(place)) {
        INFO(kind.id << " " << place << " = " << value);
        CHECK((value == "unknown" || value == "unclear"));
      }
  }
  CHECK(kinds_tried > 80);
}
