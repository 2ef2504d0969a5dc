// Views on knowledge and rights as somebody types them.
#include <catch2/catch.hpp>

#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

TEST_CASE_METHOD(FirstDay, "what somebody can be shown to have known is asked for a participant and a moment") {
  const auto rows = rows_of(done(coach({"reconstruct", kase, "--for", actor, "--codes", "--json", "--only", "own"})).out);
  REQUIRE_FALSE(rows.empty());
  for (const auto& row : rows) {
    CHECK(row["knownThen"] == "yes");
    CHECK(row["knownBy"] == nlohmann::json::array({"wrote"}));
    CHECK(row["provenBy"] == nlohmann::json::array({row["event"]}));
  }
  CHECK(done(coach({"reconstruct", kase, "--for", actor, "--at", "2000-01-01T09:00", "--codes", "--json"})).out.empty());
  CHECK(run(coach({"reconstruct", kase})).code == 2);
  CHECK(run(coach({"reconstruct", kase, "--for", "A-0000"})).err.find("--for") != std::string::npos);
  const auto wrong = run(coach({"reconstruct", kase, "--for", actor, "--at", "yesterday"}));
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("--at") != std::string::npos);
  CHECK(run(coach({"reconstruct", kase, "--for", actor, "--only", "everything"})).code == 2);
}

TEST_CASE_METHOD(FirstDay, "every view of a case can be asked as what somebody knew, the kept ones too") {
  CHECK_FALSE(rows_of(done(coach({"timeline", kase, "--known-to", actor, "--codes", "--json"})).out).empty());
  CHECK(done(coach({"timeline", kase, "--known-to", actor, "--recorded-until", "2000-01-01", "--codes", "--json"})).out.empty());
  CHECK(done(coach({"worklist", kase, "--known-to", actor, "--recorded-until", "2000-01-01", "--codes", "--json"})).out.empty());
  CHECK(run(coach({"timeline", kase, "--known-to", "A-0000"})).code == 2);
  CHECK(run(coach({"registry", "--known-to", actor})).code == 2);
}

TEST_CASE_METHOD(FirstDay, "a person's inspection names nobody, and reading it is recorded") {
  done(coach({"person", "add", "--case", kase, "--name", "Noor", "--person-role", "child", "--age-band", "under12", "--birth-month", "2011-05"}));
  const auto person = rows_of(done(coach({"person", "list", "--case", kase, "--json"})).out).at(0)["subject"].get<std::string>();
  // An organisation's mandate opens no words.
  const auto refused = run(coach({"inspect", person}));
  CHECK(refused.code == 1);
  CHECK(refused.out.find("Noor") == std::string::npos);
  done({"mandate", "grant", "--actor", actor, "--role", "wijkcoach", "--scope", "caseOnly", "--case", kase, "--organisation", organisation, "--power", "record", "--power", "readParts", "--from",
        "2024-01-01", "--as", "registrar"});
  const auto before = events();
  const auto said = done(coach({"inspect", person}));
  CHECK(events() == before + 1);
  CHECK(said.out.find("Yara") == std::string::npos);
  CHECK(said.out.find("Noor") != std::string::npos);
  // Who they are, and that somebody was kept from reading it.
  const auto about = rows_of(done(coach({"inspect", person.substr(0, 9), "--codes", "--json", "--only", "about"})).out);
  REQUIRE(about.size() == 2);
  CHECK(about[0]["kind"] == 202);
  CHECK(about[1]["kind"] == 1305);
  const auto unknown = run(coach({"inspect", "P-2P3D-DFG1-FRZM-DF6Q-0KP0-TY0E-ZMP"}));
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("P-") != std::string::npos);
}

TEST_CASE_METHOD(FirstDay, "a dossier, recipients, retention and deviations are shown, and wrong filters are named") {
  const auto dossier = rows_of(done(coach({"dossier", actor, "--codes", "--json"})).out);
  REQUIRE_FALSE(dossier.empty());
  CHECK(dossier[0]["keySeq"] == 1);
  CHECK(done(coach({"dossier", actor, "--until", "2000-01-01", "--codes", "--json"})).out.empty());
  CHECK(run(coach({"dossier", actor, "--person", "P-2P3D-DFG1-FRZM-DF6Q-0KP0-TY0E-ZMP"})).code == 2);
  CHECK(done(coach({"recipients", kase, "--codes"})).code == 0);
  CHECK(done(coach({"deviations", "--codes"})).code == 0);
  done(coach({"case", "open", "--case", kase, "--title", "Zaak", "--reason", "Signaal", "--municipality", "0000"}));
  const auto kept = rows_of(done(coach({"retention", kase, "--codes", "--json", "--only", "case"})).out);
  REQUIRE_FALSE(kept.empty());
  CHECK(kept[0]["state"] == "keep");
  CHECK(run(coach({"retention", "--only", "soon", "--codes"})).err.find("erasure") != std::string::npos);
}

TEST_CASE_METHOD(FirstDay, "one event is shown with its recording, and with its proof once it is published") {
  const auto event = rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out).at(0)["event"].get<std::string>();
  const auto has = [&](const char* section) {
    const auto rows = rows_of(done(coach({"event", event, "--codes", "--json"})).out);
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row["section"] == section; });
  };
  CHECK(has("header"));
  CHECK(has("admission"));
  CHECK_FALSE(has("proof"));
  done({"checkpoint", "--ledger", path("ledger").string()});
  CHECK(has("proof"));
  CHECK(run(coach({"event", "E-0000"})).code == 2);
}
