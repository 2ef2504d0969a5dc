// What the program fills in when somebody types an entry, and what it never does.
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>

#include "ledger/codec/catalogue.h"
#include "tests/tools/cli/office.h"

using namespace inzicht::testing;

namespace {

// "  proposed: place = value" as said before signing.
std::map<std::string, std::string> proposed(const Said& said) {
  std::map<std::string, std::string> out;
  std::istringstream lines(said.err);
  for (std::string line; std::getline(lines, line);) {
    static constexpr std::string_view begin = "  proposed: ";
    if (!line.starts_with(begin)) continue;
    const auto equals = line.find(" = ");
    out[line.substr(begin.size(), equals - begin.size())] = line.substr(equals + 3);
  }
  return out;
}

class Typed : public Office {
 public:
  Said type(const std::string& kind, const Words& sets, const Words& more = {}) const {
    Words words = coach({"record", kind, "--case", kase});
    for (const auto& one : sets) words.insert(words.end(), {"--set", one});
    words.insert(words.end(), more.begin(), more.end());
    return run(std::move(words));
  }
  std::string last(int kind) const {
    std::string out;
    for (const auto& row : rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out))
      if (row["kind"] == kind) out = row["event"];
    return out;
  }
};

}  // namespace

TEST_CASE_METHOD(Typed, "a contact note takes the mode of the last one and leaves unknown what nobody said") {
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

TEST_CASE_METHOD(Typed, "what is typed stands, and with --as-typed nothing is put beside it") {
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

TEST_CASE_METHOD(Typed, "a file stands as it is, unless it asks to be filled in") {
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

TEST_CASE_METHOD(
    Typed, "the judgement of a signal is of the only one that waits, with the questions answered in it") {
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

TEST_CASE_METHOD(Typed, "the questions of a signal that hold text are those answered") {
  const auto out =
      proposed(type("301", {"source=ownTeam", "what.wat=Herrie.", "what.wie=Buren."}, {"--dry-run"}));
  CHECK(out.at("answered") == "wat,wie");
  CHECK(out.at("reporterAnonymous") == "unknown");
  CHECK(out.at("dangerForVisitor") == "unknown");
}

TEST_CASE_METHOD(Typed,
                 "a consent takes from the asking what was asked, the age from 202 and a year from today") {
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

TEST_CASE_METHOD(Typed, "a share takes the rest from the only decision in force for its recipient") {
  REQUIRE(done(coach({"record", "204", "--case", kase, "--set",
                      "parties=" + specialist + " specialist specialistHelp executing vrijwillig", "--set",
                      "expectationsAsked=yes", "--set", "from=2026-01-01"}))
              .code == 0);
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

TEST_CASE_METHOD(Typed, "special categories leave it to the author which exception to name") {
  const auto out =
      proposed(type("407", {"decision=share", "categories=mentalHealth,criminal"}, {"--dry-run"}));
  CHECK_FALSE(out.contains("art9"));
  CHECK_FALSE(out.contains("art10"));
  // Not sharing has none of the gates of sharing.
  CHECK_FALSE(proposed(type("407", {"decision=doNotShare"}, {"--dry-run"})).contains("validUntil"));
}

TEST_CASE_METHOD(Typed,
                 "a meeting is chaired by whoever records it, about the household, with the roles that those "
                 "present have here") {
  done(coach({"person", "add", "--case", kase, "--name", "Sem Vermeulen", "--person-role", "child",
              "--age-band", "under12", "--in-household", "yes"}));
  std::string child;
  for (const auto& row : rows_of(done(coach({"person", "list", "--case", kase, "--json"})).out))
    if (row["subject"] != person) child = row["subject"];
  const auto out = proposed(
      type("501", {"meetingType=mdo", "attendees=" + actor + " present", "minutes.minutes=Besproken."},
           {"--dry-run"}));
  CHECK(out.at("chair") == actor);
  CHECK(out.at("about") == child);
}

TEST_CASE_METHOD(
    Typed,
    "advice of a colleague is of the kind that their role says, and a task goes to their organisation") {
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
    Typed,
    "no entry of any kind is proposed what somebody judged, checked, said, understood, knew or agreed") {
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
