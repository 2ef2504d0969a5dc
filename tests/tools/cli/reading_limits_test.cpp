// What a reader learns of rows they may not see: nothing by totals, by what was destroyed, by an earlier day
// or by the steps of a case; and what a team leader sees of the cases of their own team.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/tools/cli/office.h"

namespace inzicht::testing {
namespace {

using Catch::Matchers::Contains;

std::string text_in(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool names(const nlohmann::json& row, const std::string& id) {
  return row.dump().find(id) != std::string::npos;
}

// The example families: a child (mC16) and a father (mF) with keys of their own, a housing officer (h1), the
// team leader (t1).
struct Example : Shell {
  Example() {
    done({"demo", path("ledger").string()});
    const auto rows = rows_of(done({"registry", "--json"}).out);
    const auto client = std::ranges::find_if(
        rows, [](const auto& row) { return row["what"] == "mandate" && row["role"] == "client"; });
    REQUIRE(client != rows.end());
    for (const auto& id : (*client)["of"])
      if (id.template get<std::string>().starts_with("Z-")) kase = id;
    REQUIRE_FALSE(kase.empty());
  }
  std::vector<nlohmann::json> rows(Words words) const {
    words.push_back("--json");
    return rows_of(done(std::move(words)).out);
  }
  std::string kase;
};

// A mother who reads about herself, and a child in the same case.
struct Mother : Office {
  Mother() {
    done({"key", "new", "mother"});
    const auto said = done({"actor", "enrol", "--key", "mother", "--name", "Noor Vermeulen", "--kind",
                            "client", "--as", "registrar"})
                          .out;
    const auto at = said.find("Participant A-") + 12;
    done({"mandate", "grant",     "--actor",  said.substr(at, said.find(' ', at) - at),
          "--role",  "client",    "--scope",  "subjectOnly",
          "--case",  kase,        "--person", person,
          "--power", "record",    "--power",  "readHeaders",
          "--power", "readParts", "--from",   "2024-01-01",
          "--as",    "registrar"});
    done(coach({"person", "add", "--case", kase, "--name", "Sem", "--person-role", "child", "--age-band",
                "under12", "--birth-month", "2016-09"}));
    for (const auto& row : rows_of(done(coach({"person", "list", "--case", kase, "--json"})).out))
      if (row["subject"] != person) child = row["subject"];
  }
  std::vector<nlohmann::json> kept(Words more = {}) const {
    Words words{"retention", kase, "--as", "mother", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return rows_of(done(std::move(words)).out);
  }
  std::string child;
};

// The case has a wijkcoach of the organisation of the team leader.
struct Team : Office {
  Team() {
    done(coach({"case", "open", "--case", kase, "--title", "Zaak", "--reason", "Signaal", "--municipality",
                "0000"}));
    const nlohmann::json draft{{"kind", 206},
                               {"case", kase},
                               {"facts",
                                {{"assignments", {{{"function", "wijkcoach"}, {"holder", actor}}}},
                                 {"cause", "first"},
                                 {"handover", "notApplicable"},
                                 {"familyHadSay", "yes"},
                                 {"from", "2024-01-02"}}}};
    recorded(coach({"record", "206", "--file", "-"}), draft.dump());
  }
};

}  // namespace

TEST_CASE_METHOD(Example,
                 "who may not read every row is told no total of the others, on a terminal or on paper") {
  const auto declined = Contains("decided not to share");
  CHECK_THAT(done({"privacy-log", kase, "--as", "po1"}).out, declined);
  for (const char* who : {"mC16", "mF", "h1"}) {
    CHECK_THAT(done({"privacy-log", kase, "--as", who}).out, !declined && !Contains("shared with consent:"));
  }
  for (const std::string who : {"mC16", "mF"}) {
    const auto csv = path(who + ".csv"), pdf = path(who + ".pdf");
    done({"privacy-log", kase, "--csv", csv.string(), "--as", who});
    CHECK_THAT(text_in(csv), !declined);
    done({"privacy-log", kase, "--pdf", pdf.string(), "--as", who});
    REQUIRE(std::system(
                ("pdftotext -layout '" + pdf.string() + "' '" + path("text").string() + "'").c_str()) == 0);
    CHECK_THAT(text_in(path("text")), !declined && !Contains("shared with consent:"));
  }
}

TEST_CASE_METHOD(
    Example,
    "a total over all that was known is not told to who reads about themselves, whatever is filtered away") {
  const auto actors = rows({"registry", "--only", "actor"});
  const std::string known = actors.at(0)["id"];
  const auto seen = [&](const char* who, Words more) {
    Words words{"reconstruct", kase, "--for", known, "--at", "2021-10-20", "--as", who};
    words.insert(words.end(), more.begin(), more.end());
    return done(std::move(words)).out;
  };
  const auto total = Contains(" · recorded: ");
  CHECK_THAT(seen("po1", {}), total);
  CHECK_THAT(seen("mC16", {}), !total);
  CHECK_THAT(seen("mC16", {"--kind", "1305"}), !total && Contains("0 of 0"));
}

TEST_CASE_METHOD(Mother,
                 "of what is kept and destroyed a person sees the case and what is about them, not what is "
                 "about another") {
  const auto of_child = erasure_decided({{"scope", "wholeSubject"}, {"about", {child}}});
  const std::string hold = recorded({"hold", kase, "--kind", "courtHold", "--person", child, "--why",
                                     "Zaak van een ander.", "--as", "po"})["event"];
  done(coach(
      {"case", "open", "--case", kase, "--title", "Zaak", "--reason", "Signaal", "--municipality", "0000"}));
  for (const auto& row : kept()) {
    INFO(row.dump());
    CHECK(row["what"] == "case");
    CHECK_FALSE((names(row, child) || names(row, of_child) || names(row, hold)));
  }
  CHECK_FALSE(kept().empty());
  const auto own = erasure_decided({{"scope", "wholeSubject"}, {"about", {person}}});
  const auto shown = kept({"--only", "erasure"});
  REQUIRE(shown.size() == 1);
  CHECK(shown[0]["event"] == own);
  CHECK_FALSE(names(shown[0], hold));
  CHECK_THAT(done({"retention", kase, "--only", "erasure", "--as", "mother"}).out, Contains("1 of 1"));
  CHECK(rows_of(done({"retention", kase, "--as", "archivist", "--json", "--only", "erasure"}).out).size() ==
        2);
}

TEST_CASE_METHOD(
    Example,
    "a view of an earlier day hides a postponement that was in force on that day, though it is over now") {
  const auto postponed = [&](Words day) {
    Words words{"timeline", kase, "--as", "mF"};
    words.insert(words.end(), day.begin(), day.end());
    const auto seen = rows(std::move(words));
    REQUIRE_FALSE(seen.empty());
    return std::ranges::count_if(seen, [](const auto& row) { return row["kind"] == 411; });
  };
  CHECK(postponed({}) == 1);
  CHECK(postponed({"--occurred-until", "2021-10-20", "--recorded-until", "2021-10-20"}) == 0);
  CHECK(postponed({"--occurred-until", "2021-10-20"}) == 0);
  CHECK(postponed({"--recorded-until", "2021-10-20"}) == 0);
}

TEST_CASE_METHOD(Example,
                 "the steps of a crisis are masked for a child who was not in it, and for a team leader, and "
                 "not for the father who was") {
  const auto state = [&](const char* who) {
    const auto steps = rows({"process", kase, "--as", who});
    const auto crisis = std::ranges::find_if(steps, [](const auto& row) { return row["step"] == 2; });
    REQUIRE(crisis != steps.end());
    return (*crisis)["state"].get<std::string>();
  };
  CHECK(state("mC16") == "guarded");
  CHECK(state("t1") == "guarded");
  CHECK(state("mF") == "left");
  CHECK(state("w2") == "left");
}

TEST_CASE_METHOD(Team,
                 "a team leader sees the views of the team by the mandate of the organisation, without a "
                 "name or a word, and no others") {
  for (const char* view : {"caseload", "deviations", "outcomes", "worklist"}) {
    const auto said = done({view, "--as", "leader"});
    INFO(said.out << said.err);
    CHECK_THAT(said.out, Contains("your own team") && !Contains("Yara") && !Contains("Noor"));
    CHECK_THAT(said.err, Contains("0 parts"));
  }
  const auto loads = rows_of(done({"caseload", "--as", "leader", "--json"}).out);
  REQUIRE(loads.size() == 1);
  CHECK(loads[0]["actor"] == actor);
  CHECK(run({"caseload", "--csv", path("team.csv").string(), "--as", "leader"}).code == 1);
  CHECK_FALSE(std::filesystem::exists(path("team.csv")));
  for (const char* view : {"privacy-log", "deadlines", "signals"})
    CHECK(run({view, "--as", "leader"}).code != 0);
  const auto verified = json({"verify", "--rules"});
  CHECK(verified["rules"]["differencesFound"] == 0);
}

TEST_CASE_METHOD(Team, "a case whose wijkcoach is of another organisation is no case of the team") {
  const std::string other =
      json({"organisation", "add", "--name", "Wijkteam Elders", "--type", "wijkteam", "--public-body",
            "--from", "2015-01-01", "--as", "registrar"})["organisation"];
  done({"key", "new", "elders"});
  const auto said = done({"actor", "enrol", "--key", "elders", "--name", "Els Elders", "--organisation",
                          other, "--as", "registrar"})
                        .out;
  const auto at = said.find("Participant A-") + 12;
  done({"mandate", "grant", "--actor", said.substr(at, said.find(' ', at) - at), "--role", "teamLeader",
        "--organisation", other, "--power", "record", "--from", "2024-01-01", "--as", "registrar"});
  CHECK(run({"caseload", "--as", "elders"}).code == 2);
  CHECK(run({"caseload", "--as", "leader"}).code == 0);
}

TEST_CASE_METHOD(Example,
                 "a look over all cases that is refused opens nothing and is recorded once, of no case") {
  const auto events = [&] { return json({"verify"})["events"].get<int>(); };
  const auto before = events();
  const auto said = run({"privacy-log", "--as", "po1", "--purpose", "helpExecution", "--json"});
  CHECK(said.code == 1);
  CHECK_THAT(said.out, Contains("ACC-01") || Contains("ADM-13"));
  CHECK(said.out.find("ADM-11") == std::string::npos);
  CHECK(events() == before + 1);
}

}  // namespace inzicht::testing
