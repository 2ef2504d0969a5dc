// correct, statement, restrict, hold, access and erase as somebody types them.
#include <catch2/catch.hpp>

#include "tests/tools/cli/office.h"

using namespace inzicht::testing;

TEST_CASE_METHOD(Office, "a correction says what should have stood, beside what stays") {
  const auto fixed = recorded(coach({"correct", signal, "--how", "factWrong", "--set", "dangerForVisitor=yes", "--set", "what.wat=Huurachterstand van twee maanden."}));
  const auto shown = done(coach({"event", fixed["event"]})).out;
  CHECK(shown.find("twee maanden") != std::string::npos);
  const auto rows = rows_of(done(coach({"timeline", kase, "--json"})).out);
  CHECK(rows.at(0)["correctedBy"].dump().find(fixed["event"].get<std::string>()) != std::string::npos);
  CHECK(done(coach({"event", signal})).out.find("drie maanden") != std::string::npos);

  const auto before = events();
  const auto said = run(coach({"correct", signal, "--how", "factWrong", "--set", "nothing=yes"}));
  CHECK(said.code != 0);
  CHECK(said.err.find("nothing") != std::string::npos);
  CHECK(run(coach({"correct", "E-0000", "--how", "factWrong"})).code == 2);
  CHECK(run(coach({"correct", signal, "--how", "somehow"})).code != 0);
  CHECK(events() == before);
}

TEST_CASE_METHOD(Office, "a statement goes in as it was given, and only somebody's of this case") {
  const auto said = recorded(coach({"statement", person, "--case", kase, "--file", "-", "--explains", signal}), "Zo was het niet: wij hadden al betaald.");
  CHECK(done(coach({"event", said["event"]})).out.find("wij hadden al betaald") != std::string::npos);
  const auto before = events();
  CHECK(run(coach({"statement", person, "--case", kase})).err.find("--text, --file") != std::string::npos);
  CHECK(run(coach({"statement", "P-0000", "--case", kase, "--text", "Geheim."})).err.find("Geheim") == std::string::npos);
  CHECK(events() == before);
}

TEST_CASE_METHOD(Office, "a restriction closes somebody's words until it is lifted, and is placed by who has the power") {
  CHECK(run(coach({"restrict", person, "--case", kase, "--why", "Verzoek."})).code == 1);
  done({"restrict", person, "--case", kase, "--why", "Verzoek.", "--as", "po"});
  CHECK(read_by_coach().code == 1);
  CHECK(run({"restrict", person, "--case", kase, "--kind", "courtHold", "--why", "Nee.", "--as", "po"}).err.find("--kind") != std::string::npos);
  CHECK(run({"restrict", person, "--case", kase, "--kind", "objectionPending", "--lift", "--why", "Nee.", "--as", "po"}).err.find("--lift") != std::string::npos);
  done({"restrict", person, "--case", kase, "--lift", "--told", "yes", "--why", "Afgehandeld.", "--as", "po"});
  CHECK(read_by_coach().code == 0);
}

TEST_CASE_METHOD(Office, "access to a case is given for a time, ended, and taken in an emergency with a reason") {
  const Words look{"timeline", kase, "--as", "specialist"};
  CHECK(run(look).code == 1);
  const auto given = done({"access", "grant", specialist, "--case", kase, "--as-role", "specialist", "--class", "narrative", "--class", "identity", "--until", "2099-01-01 00:00", "--as", "registrar"}).out;
  CHECK(run(look).code == 0);
  const auto space = given.find(" M-");  // other ids may hold these letters
  REQUIRE(space != std::string::npos);
  const auto at = space + 1;
  done({"access", "end", given.substr(at, given.find_first_of(" \n.", at) - at), "--as", "registrar"});
  CHECK(run(look).code == 1);
  CHECK(run({"access", "end", "M-0000", "--as", "registrar"}).code == 2);

  const auto glass = [&](Words more) {
    Words words{"access", "break-glass", "--case", kase, "--reason", "crisisDuty", "--class", "narrative", "--class", "identity", "--person", person, "--why", "Crisis.", "--as", "specialist"};
    words.insert(words.end(), more.begin(), more.end());
    return run(std::move(words));
  };
  const auto too_long = glass({"--until", "2099-01-01 00:00"});
  CHECK(too_long.code == 1);
  CHECK(too_long.err.find("facts.until") != std::string::npos);
  CHECK(glass({"--person", "P-0000"}).code != 0);
  CHECK(glass({}).code == 0);
}

TEST_CASE_METHOD(Office, "what two decided is erased once no hold stands, and is gone from every reading") {
  const nlohmann::json draft{{"kind", 1208},
                             {"case", kase},
                             {"facts",
                              {{"scope", "wholeSubject"}, {"about", {person}}, {"ground", "avgRequest"}, {"article", "AVG-17"}, {"deciders", {po, leader}}, {"othersInterestWeighed", "yes"},
                               {"retentionChecked", "yes"}}},
                             {"parts", {{{"part", "reasons"}, {"subject", "case"}, {"fields", {{"weighing", "Alles gewogen."}}}}}}};
  const Words decide{"record", "1208", "--file", "-", "--as", "po", "--cosign", "leader"};
  done({"hold", kase, "--kind", "complaintHold", "--why", "Er loopt een klacht.", "--as", "po"});
  const auto held = run(decide, draft.dump());
  CHECK(held.code == 1);
  CHECK(held.err.find("RIGHT-05") != std::string::npos);
  CHECK(run({"record", "1208", "--file", "-", "--as", "po"}, draft.dump()).code == 1);
  CHECK(run({"hold", kase, "--kind", "restriction", "--why", "Nee.", "--as", "po"}).err.find("--kind") != std::string::npos);
  done({"hold", kase, "--kind", "complaintHold", "--lift", "--why", "De klacht is afgedaan.", "--as", "po"});
  done(decide, draft.dump());

  CHECK(read_by_coach().out.find("Noor") != std::string::npos);
  const Words erase{"erase", person, "--case", kase, "--confirm", person};
  const auto as = [&](const std::string& who) {
    Words words = erase;
    words.insert(words.end(), {"--as", who});
    return words;
  };
  CHECK(run(as("po")).code == 1);
  CHECK(run({"erase", person, "--case", kase, "--as", "archivist", "--no-input"}).code == 2);
  CHECK(json({"erase", person, "--case", kase, "--as", "archivist", "--dry-run"})["partsErased"] == 1);
  CHECK(done(as("archivist")).out.find("Noor") == std::string::npos);
  CHECK(read_by_coach().out.find("Noor") == std::string::npos);
  const auto verified = json({"verify", "--rules", "--open"});
  CHECK(verified["result"] == "verified");
  CHECK(verified["purgedEvents"] == 1);  // who was only named there leaves no header either
  CHECK(run(as("archivist")).err.find("already") != std::string::npos);
}

TEST_CASE_METHOD(Office, "what a person is to be told later stands in no view that they read themselves, and in no count") {
  done({"key", "new", "noor"});
  const auto said = done({"actor", "enrol", "--key", "noor", "--name", "Noor Vermeulen", "--kind", "client", "--as", "registrar"}).out;
  const auto at = said.find("Participant A-") + 12;
  const auto client = said.substr(at, said.find(' ', at) - at);
  done({"mandate", "grant", "--actor", client, "--role", "client", "--scope", "subjectOnly", "--case", kase, "--person", person, "--power", "readParts", "--basis", "ownPerson", "--from", "2024-01-01",
        "--as", "registrar"});
  const auto assessed = recorded(coach({"record", "signalAssessed", "--case", kase, "--subject", person, "--ref", "concerns=" + signal, "--set", "decision=moreInformation", "--set", "crisis=noCrisis",
                                        "--set", "checks=privacy,safety,freedom,chance,culture", "--set", "detail=headlines", "--set", "motive.motive=Er is zorg."}))["event"]
                            .get<std::string>();
  const Words look{"timeline", kase, "--person", person, "--as", "noor", "--json"};
  const auto before = done(look).out;
  CHECK(before.find(assessed) != std::string::npos);
  const auto postponed = recorded(coach({"record", "informingPostponed", "--case", kase, "--set", "about=" + person, "--set", "reason=dangerToOther", "--set", "reviewOn=2099-01-01", "--set",
                                         "motive.text=Gevaar.", "--ref", "concerns=" + assessed, "--after-the-fact", "Toets."}))["event"]
                             .get<std::string>();
  const auto after = done(look).out;
  CHECK(after.find(assessed) == std::string::npos);
  CHECK(after.find(postponed) == std::string::npos);
  CHECK(rows_of(after).size() == rows_of(before).size() - 1);
  CHECK(done({"event", assessed, "--as", "noor", "--json"}).out.empty());
  CHECK(done(coach({"timeline", kase, "--person", person, "--json"})).out.find(assessed) != std::string::npos);
}
