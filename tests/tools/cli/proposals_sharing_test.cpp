// Consent, sharing and meetings: what is proposed follows from the case, and only when one thing fits.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "ledger/base/ids.h"
#include "tests/tools/cli/typed.h"

using namespace inzicht::testing;

namespace {

class Sharing : public Typed {
 public:
  std::string consent(const std::string& recipient, const Words& more = {}) const {
    Words sets{"consentKind=doorbrekenGeheimhouding",
               "about=" + person,
               "grantor=" + person,
               "capacity=self",
               "ageBand=adult23",
               "law=jeugdwet",
               "recipients=" + recipient + ":involvedInHelp",
               "categories=housing",
               "purposes=executingHelp",
               "form=oralRecorded",
               "capacityJudged=notInDoubt",
               "pressure=none"};
    sets.insert(sets.end(), more.begin(), more.end());
    return entered("402", sets);
  }
  std::string decision(const std::string& recipient, const Words& more = {}) const {
    Words sets{"decision=share",
               "about=" + person,
               "recipients=" + recipient + ":involvedInHelp",
               "purpose=executingHelp",
               "categories=housing",
               "basis=publicTask",
               "fromLaw=jeugdwet",
               "route=exception",
               "exception=directlyInvolved",
               "knowledge=withKnowledge",
               "weighing.purpose=Hulp.",
               "weighing.whoNeeds=Specialist.",
               "weighing.whatNeeded=Wonen.",
               "weighing.proportionality=Ja.",
               "weighing.subsidiarity=Ja.",
               "weighing.motive=Nodig."};
    sets.insert(sets.end(), more.begin(), more.end());
    return entered("407", sets);
  }
  std::string request(const std::string& other, const std::string& direction = "incoming") const {
    return entered("405", {"direction=" + direction, "other=" + other + ":involvedInHelp", "about=" + person,
                           "categories=housing,debts", "purpose=executingHelp", "question.text=Wat?"});
  }
  // A professional with a professional secrecy of an organisation with another law, and that organisation.
  std::pair<std::string, std::string> add_neighbour() const {
    const std::string other =
        json({"organisation", "add", "--name", "Zorg Proef", "--type", "healthCare", "--law", "zvwWlz",
              "--from", "2015-01-01", "--as", "registrar"})["organisation"];
    done({"key", "new", "buur"});
    const auto said = done({"actor", "enrol", "--key", "buur", "--name", "Iemand buur", "--organisation",
                            other, "--secrecy", "professional", "--as", "registrar"})
                          .out;
    const auto at = said.find("Participant A-") + 12;
    return {said.substr(at, said.find(' ', at) - at), other};
  }
  std::string today() const {
    return proposed_for("402", {"about=" + person, "grantor=" + person}).at("validFrom");
  }
};

}  // namespace

TEST_CASE_METHOD(Sharing,
                 "a parent with gezag consents in that capacity, whoever lacks one of both leaves it open",
                 "[proposals]") {
  const auto child = add_child();
  const auto link = [&](const std::string& words) {
    entered("203",
            {"links=" + person + " " + child + " " + words, "evidence=register", "validFrom=2020-01-01"});
  };
  const auto of_consent = [&] { return proposed_for("402", {"about=" + child, "grantor=" + person}); };
  CHECK_FALSE(of_consent().contains("capacity"));
  CHECK(of_consent().at("ageBand") == "under12");
  link("parentOf none");
  CHECK_FALSE(of_consent().contains("capacity"));
  link("parentOf sole");
  CHECK(of_consent().at("capacity") == "parentWithGezag");
  CHECK(proposed_for("403", {"about=" + child, "grantor=" + person}).at("capacity") == "parentWithGezag");
  CHECK_FALSE(
      proposed_for("402", {"about=" + person + "," + child, "grantor=" + person}).contains("capacity"));
}

TEST_CASE_METHOD(Sharing, "gezag of somebody who is no parent gives no capacity that the program may state",
                 "[proposals]") {
  const auto child = add_child();
  entered("203", {"links=" + person + " " + child + " guardianOf guardianPerson", "evidence=register",
                  "validFrom=2020-01-01"});
  CHECK_FALSE(proposed_for("402", {"about=" + child, "grantor=" + person}).contains("capacity"));
}

TEST_CASE_METHOD(Sharing, "a consent refers to the only text in force, and to none when there are two",
                 "[proposals]") {
  const auto adopt = [&](const std::string& title) {
    done({"policy", "adopt",
          write("text.toml", "kind = \"consentText\"\ntitle = \"" + title + "\"\nvalid_from = 2024-02-01\n")
              .string(),
          "--as", "po"});
  };
  const Words typed{"about=" + person, "grantor=" + person};
  CHECK_FALSE(proposed_for("402", typed).contains("--ref basedOn"));
  adopt("Tekst een");
  CHECK(proposed_for("402", typed).contains("--ref basedOn"));
  CHECK_FALSE(proposed_for("403", typed).contains("--ref basedOn"));
  const auto first = proposed_for("402", typed).at("--ref basedOn");
  // The next version takes the place of the one before; a text beside it leaves it to the author.
  adopt("Tekst twee");
  CHECK(proposed_for("402", typed).at("--ref basedOn") != first);
  done({"record", "109", "--set", "policyKind=consentText", "--set", "version=1", "--set",
        "owner=" + organisation, "--set", "validFrom=2024-02-01", "--set",
        "textDigest=B" + std::string(42, 'A') + "=", "--set", "text.title=Een andere", "--as", "po"});
  CHECK_FALSE(proposed_for("402", typed).contains("--ref basedOn"));
}

TEST_CASE_METHOD(Sharing, "a withdrawal is of the only consent of that person which still runs",
                 "[proposals]") {
  const auto of = [&](const std::string& who) {
    return proposed_references(type("404", {"grantor=" + who, "means=office"}, {"--dry-run"}), "withdraws");
  };
  CHECK(of(person).empty());
  const auto first = consent(specialist);
  CHECK(of(person) == Words{first});
  CHECK(of(add_child()).empty());
  consent(specialist, {"validFrom=2020-01-01", "validUntil=2021-01-01"});
  CHECK(of(person) == Words{first});
  const auto second = consent(leader);
  CHECK(of(person).empty());
  entered("404", {"grantor=" + person, "means=office"}, {"--ref", "withdraws=" + second});
  CHECK(of(person) == Words{first});
}

TEST_CASE_METHOD(Sharing,
                 "a decision with consent names the consents of those it is about that run for its recipient",
                 "[proposals]") {
  const auto for_specialist = consent(specialist);
  const auto for_leader = consent(leader);
  const auto child = add_child();
  const auto named = [&](const std::string& about, const std::string& to, const std::string& route) {
    return proposed_references(
        type("407",
             {"decision=share", "about=" + about, "recipients=" + to + ":involvedInHelp", "route=" + route},
             {"--dry-run"}),
        "underConsent");
  };
  CHECK(named(person, specialist, "consent") == Words{for_specialist});
  CHECK(named(person, leader, "consent") == Words{for_leader});
  CHECK(named(person, po, "consent").empty());
  CHECK(named(child, specialist, "consent").empty());
  CHECK(named(person, specialist, "exception").empty());
  entered("404", {"grantor=" + person, "means=office"}, {"--ref", "withdraws=" + for_specialist});
  CHECK(named(person, specialist, "consent").empty());
}

TEST_CASE_METHOD(Sharing,
                 "a decision on a request takes from it whom, what and why, and a request is answered once",
                 "[proposals]") {
  request(specialist, "outgoing");
  const auto asked = request(specialist);
  const auto out = proposed_for("407", {"decision=share"});
  CHECK(out.at("--ref answers") == asked);
  CHECK(out.at("about") == person);
  CHECK(out.at("categories") == "housing,debts");
  CHECK(out.at("purpose") == "executingHelp");
  CHECK(out.at("recipients") == specialist + ":involvedInHelp");

  CHECK(proposed_for("407", {"decision=doNotShare"}).at("--ref answers") == asked);
  CHECK_FALSE(proposed_for("407", {"decision=share", "recipients=" + leader + ":sameTeam"})
                  .contains("--ref answers"));
  CHECK_FALSE(proposed_for("407", {"decision=share", "about=" + add_child()}).contains("--ref answers"));
  decision(specialist);
  CHECK(proposed_references(type("407", {"decision=share"}, {"--dry-run"}), "answers").empty());
}

TEST_CASE_METHOD(
    Sharing,
    "a decision to share lasts as long as the parameter says and knows its recipient from the register",
    "[proposals]") {
  involve_specialist();
  const auto out = proposed_for("407", {"decision=share", "about=" + person, "categories=housing",
                                        "recipients=" + specialist + ":involvedInHelp"});
  CHECK(out.at("recipientRole") == "specialist");
  CHECK(out.at("art9") == "none");
  CHECK(out.at("art10") == "none");
  CHECK_FALSE(out.contains("toLaws"));
  const auto day = today();
  CHECK(out.at("validUntil") == std::to_string(std::stoi(day.substr(0, 4)) + 1) + day.substr(4));
  CHECK_FALSE(proposed_for("407", {"decision=postpone"}).contains("detail"));

  const auto [neighbour, other] = add_neighbour();
  const auto to_neighbour = proposed_for("407", {"decision=share", "recipients=" + neighbour + ":partner"});
  CHECK(to_neighbour.at("toLaws") == "zvwWlz");
  CHECK(to_neighbour.at("recipientSecrecy") == "professional");
  CHECK_FALSE(to_neighbour.contains("recipientRole"));
  const auto to_organisation = proposed_for("407", {"decision=share", "recipients=" + other + ":partner"});
  CHECK(to_organisation.at("toLaws") == "zvwWlz");
  CHECK_FALSE(
      proposed_for("407", {"decision=share", "recipients=" + other + ":partner," + specialist + ":sameTeam"})
          .contains("toLaws"));
}

TEST_CASE_METHOD(Sharing, "one special category asks for its own exception and leaves the other at none",
                 "[proposals]") {
  const auto health = proposed_for("407", {"decision=share", "categories=addiction"});
  CHECK_FALSE(health.contains("art9"));
  CHECK(health.at("art10") == "none");
  const auto criminal = proposed_for("407", {"decision=share", "categories=criminal,housing"});
  CHECK(criminal.at("art9") == "none");
  CHECK_FALSE(criminal.contains("art10"));
  CHECK_FALSE(proposed_for("407", {"decision=share"}).contains("art9"));
}

TEST_CASE_METHOD(Sharing,
                 "a share carries out a decision that holds, and neither one that ended nor one of two",
                 "[proposals]") {
  const auto of = [&] {
    return proposed_references(type("408", {"form=ownInitiative", "content.text=Wonen."}, {"--dry-run"}),
                               "executes");
  };
  decision(specialist, {"validUntil=" + today()});
  CHECK(of().empty());
  const auto holds = decision(specialist);
  CHECK(of() == Words{holds});
  entered("408", {"form=ownInitiative", "means=phone", "knowledge=withKnowledge", "familyPresent=no",
                  "content.text=Wonen."});
  CHECK(of() == Words{holds});
  CHECK(proposed_references(
            type("408", {"about=" + add_child(), "form=ownInitiative", "content.text=Wonen."}, {"--dry-run"}),
            "executes")
            .empty());
  decision(leader);
  CHECK(of().empty());
}

TEST_CASE_METHOD(Sharing,
                 "who is told is told of what waits to be told to them, and of nothing that was told before",
                 "[proposals]") {
  const auto waiting = [&](const std::string& told) {
    return proposed_references(
        type("410", {"told=" + told, "topics=shareDone", "means=office"}, {"--dry-run"}), "concerns");
  };
  decision(specialist);
  const auto share = [&] {
    return entered("408", {"form=ownInitiative", "means=phone", "knowledge=informedAfterwards",
                           "familyPresent=no", "content.text=Wonen."});
  };
  const auto first = share(), second = share();
  CHECK(waiting(person) == Words{first, second});
  CHECK(waiting(add_child()).empty());
  entered("410", {"told=" + person, "topics=shareDone", "means=office", "understood=yes"},
          {"--ref", "concerns=" + first});
  const auto left = waiting(person);
  CHECK(std::ranges::find(left, first) == left.end());
}

TEST_CASE_METHOD(
    Sharing,
    "who attends has the role and the mandate of this case, and what was decided for them is carried out",
    "[proposals]") {
  const auto meet = [&](const std::string& who) {
    return type("501", {"meetingType=mdo", "attendees=" + who + " present", "minutes.minutes=Besproken."},
                {"--dry-run"});
  };
  CHECK_FALSE(proposed(meet(specialist)).contains("attendees[0].role"));
  involve_specialist();
  decision(specialist, {"validUntil=" + today()});
  CHECK(proposed_references(meet(specialist), "executes").empty());
  const auto decided = decision(specialist);
  const auto out = proposed(meet(specialist));
  CHECK(out.at("attendees[0].role") == "specialist");
  CHECK(out.at("attendees[0].mandated") == "yes");
  CHECK(proposed_references(meet(specialist), "executes") == Words{decided});
  CHECK(proposed_references(meet(leader), "executes").empty());
  // A role without a mandate says nothing about a mandate.
  CHECK_FALSE(proposed(meet(specialist + " housingOfficer")).contains("attendees[0].mandated"));
}

TEST_CASE_METHOD(Sharing, "a hearing takes over how that person was heard before, not how another was",
                 "[proposals]") {
  entered("503", {"heard=" + person, "topics=opinionPlan", "alone=yes",
                  "adaptations=plainLanguage,interpreter", "words.ownWords=Goed zo."});
  CHECK(proposed_for("503", {"heard=" + person}).at("adaptations") == "plainLanguage,interpreter");
  CHECK_FALSE(proposed_for("503", {"heard=" + add_child()}).contains("adaptations"));
}

TEST_CASE_METHOD(Sharing, "the mode of a contact is that of one's own last contact", "[proposals]") {
  entered("701", {"mode=phone", "outcome=held", "with=" + person, "report.text=Gebeld."});
  Words of_leader{"record",       "701",   "--case",         kase,    "--set",
                  "outcome=held", "--set", "with=" + person, "--set", "report.text=Gesproken.",
                  "--dry-run",    "--as",  "leader"};
  CHECK_FALSE(proposed(run(of_leader)).contains("mode"));
  CHECK(proposed_for("701", {"outcome=held", "with=" + person, "report.text=Gesproken."}).at("mode") ==
        "phone");
}

TEST_CASE_METHOD(Sharing,
                 "a task stands on the side, at the organisation and in the frame of whoever is to do it",
                 "[proposals]") {
  CHECK(proposed_for("806", {"toSubject=" + person}).at("side") == "familySide");
  involve_specialist("drang");
  const auto task = proposed_for("806", {"toActor=" + specialist});
  CHECK(task.at("side") == "internal");
  CHECK(task.at("frame") == "drang");
  involve_specialist("vrijwillig");
  CHECK_FALSE(proposed_for("806", {"toActor=" + specialist}).contains("frame"));
}

TEST_CASE_METHOD(Sharing, "a professional of another organisation is external, for a task and for advice",
                 "[proposals]") {
  const auto [neighbour, other] = add_neighbour();
  const auto task = proposed_for("806", {"toActor=" + neighbour});
  CHECK(task.at("side") == "external");
  CHECK(task.at("toOrg") == other);
  CHECK(proposed_for("504", {"with=" + neighbour, "advice.advice=Doen."}).at("consultKind") ==
        "externalColleague");
  CHECK(proposed_for("504", {"with=" + leader, "advice.advice=Doen."}).at("consultKind") == "colleague");
}

TEST_CASE_METHOD(
    Sharing, "a finding is handled of the only event that stands open by its rule, until somebody handled it",
    "[proposals]") {
  const auto handled = [&](const std::string& rule) {
    return proposed_references(
        type("1006", {"rule=" + rule, "disposition=accepted", "motive.text=Besproken."}, {"--dry-run"}),
        "concerns");
  };
  for (const auto* day : {"2026-01-05 10:00", "2026-01-06 10:00"})
    entered(
        "701",
        {"mode=phone", "outcome=held", "with=" + person, "emergencyNumberGiven=yes", "report.text=Gebeld."},
        {"--occurred", day});
  std::map<std::string, std::vector<std::string>> open;
  for (const auto& row : rows_of(done(coach({"worklist", kase, "--json"})).out))
    open[row["rule"]["rule"]].push_back(row["event"]);
  REQUIRE_FALSE(open.empty());
  for (const auto& [rule, events] : open) {
    INFO(rule);
    CHECK(handled(rule) == (events.size() == 1 ? events : std::vector<std::string>{}));
  }
  CHECK(handled("CLOSE-01").empty());
}

TEST_CASE_METHOD(Sharing, "an id is found by the short form in which views show it", "[proposals]") {
  const auto id = inzicht::parse_id<inzicht::EventId>(signal);
  REQUIRE(id);
  const auto shown = inzicht::short_text('E', id->bytes);
  CHECK(done(coach({"event", shown, "--json"})).out == done(coach({"event", signal, "--json"})).out);
  CHECK(run(coach({"event", "E-…0000-0000"})).code == 2);
}
