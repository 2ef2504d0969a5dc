// Rules, terms, checks and parameters as people look them up, and other values adopted from a file.
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <sstream>

#include <fmt/chrono.h>

#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

namespace {

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) out.push_back(nlohmann::json::parse(line));
  return out;
}

const nlohmann::json* row_of(const std::vector<nlohmann::json>& rows, const std::string& key) {
  for (const auto& row : rows)
    if (row["key"] == key) return &row;
  return nullptr;
}

constexpr const char* fewer_goals = R"(title = "Minder doelen tegelijk"
valid_from = 2024-02-01

[values]
maxGoals = 3
signalTerm = "P3D"
)";

}  // namespace

TEST_CASE_METHOD(Shell, "all rules, terms, admission checks and parameters are listed, each with what it asks") {
  const auto rules = lines_of(done({"rules", "--json"}).out), terms = lines_of(done({"rules", "--only", "terms", "--json"}).out);
  const auto checks = lines_of(done({"rules", "--only", "admission", "--json"}).out), parameters = lines_of(done({"rules", "--only", "parameters", "--json"}).out);
  CHECK(rules.size() == 116);
  CHECK(terms.size() == 43);
  CHECK(checks.size() == 14);
  CHECK(parameters.size() == 97);
  for (const auto& rule : rules) {
    INFO(rule["id"]);
    CHECK_FALSE(rule["rule"].get<std::string>().empty());
    CHECK_FALSE(rule["source"].get<std::string>().empty());
    // Every rule is judged at recording or watched over time, and never both.
    CHECK(rule["evaluated"].get<bool>() != rule["watched"].get<bool>());
  }
  for (const auto& term : terms) {
    INFO(term["id"]);
    for (const auto* key : {"opened", "settled", "length", "source"}) CHECK_FALSE(term[key].get<std::string>().empty());
    CHECK_FALSE(term["owners"].empty());
  }
  for (const auto* id : {"SHARE-01", "TERM-11", "ADM-5", "maxGoals"}) {
    CHECK(done({"rules", id}).out.find(id) != std::string::npos);
    CHECK(json({"rules", id})["id"] == id);
  }
  const auto unknown = run({"rules", "TERM-99"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("TERM-11") != std::string::npos);
}

TEST_CASE_METHOD(FirstDay, "a policy changes the parameters it names from its day on, and a later one keeps what it does not name") {
  const auto show = [&](const std::string& on) { return lines_of(done({"policy", "show", "--on", on, "--json"}).out); };
  CHECK(lines_of(done({"policy", "show", "--json"}).out).size() == 97);
  CHECK((*row_of(show("2024-03-01"), "maxGoals"))["value"] == "5");
  done({"policy", "adopt", write("fewer.toml", fewer_goals).string(), "--as", "registrar"});
  CHECK((*row_of(show("2024-01-31"), "maxGoals"))["value"] == "5");
  const auto after = show("2024-02-01");
  CHECK((*row_of(after, "maxGoals"))["value"] == "3");
  CHECK((*row_of(after, "maxGoals"))["since"] == "2024-02-01");
  CHECK((*row_of(after, "signalTerm"))["value"] == "P3D");
  CHECK((*row_of(after, "maxGoalsReduced"))["event"].is_null());
  done({"policy", "adopt", write("later.toml", "title = \"Later\"\nvalid_from = 2024-05-01\n[values]\nmaxGoals = 4\n").string(), "--as", "registrar"});
  CHECK((*row_of(show("2024-04-30"), "maxGoals"))["value"] == "3");
  CHECK((*row_of(show("2024-05-01"), "maxGoals"))["value"] == "4");
  CHECK((*row_of(show("2024-05-01"), "signalTerm"))["value"] == "P3D");
  CHECK(lines_of(done({"policy", "show", "--on", "2024-05-01", "--changed", "--json"}).out).size() == 2);
  CHECK(done({"verify", "--rules"}).code == 0);
}

TEST_CASE_METHOD(FirstDay, "a policy with an unknown parameter or a value that does not read is refused by name, and nothing is recorded") {
  const auto before = events();
  for (const auto& [text, expected] : {std::pair{"title = \"x\"\nvalid_from = 2024-02-01\n[values]\nmaxGoal = 3\n", "maxGoal"},
                                       std::pair{"title = \"x\"\nvalid_from = 2024-02-01\n[values]\nmaxGoals = \"veel\"\n", "maxGoals"},
                                       std::pair{"title = \"x\"\nvalid_from = 2024-02-01\n[values]\nsignalTerm = \"5 dagen\"\n", "signalTerm"},
                                       std::pair{"title = \"x\"\n[values]\nmaxGoals = 3\n", "valid_from"}, std::pair{"title = \"x\"\nvalid_from = 2024-02-01\n", "values"},
                                       std::pair{"kind = \"wet\"\ntitle = \"x\"\nvalid_from = 2024-02-01\n", "policyKind"}, std::pair{"title = [\n", "line 1"},
                                       std::pair{"title = \"x\"\nvalid_from = 2024-02-01\n[values]\nclockSkew = \"PT6M\"\n", "clockSkew"}}) {
    const auto said = run({"policy", "adopt", write("wrong.toml", text).string(), "--as", "registrar"});
    INFO(text);
    CHECK(said.code == 2);
    CHECK(said.err.find(expected) != std::string::npos);
  }
  // A wijkcoach may not adopt.
  CHECK(run(coach({"policy", "adopt", write("fewer.toml", fewer_goals).string()})).code == 1);
  CHECK(events() == before);
}

TEST_CASE_METHOD(FirstDay, "a policy may narrow how far a clock may be ahead, and what was recorded before it stays as it was admitted") {
  const auto ahead = [&](int seconds) {
    const auto at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now() + std::chrono::seconds(seconds));
    return run(coach({"record", "contactHeld", "--case", kase, "--occurred", fmt::format("{:%FT%TZ}", at), "--set", "mode=homeUnplanned", "--set", "outcome=notHome", "--set", "emergencyNumberGiven=no"}));
  };
  const auto before = ahead(120);
  INFO(before.err);
  CHECK(before.code == 0);
  done({"policy", "adopt", write("clock.toml", "title = \"Klok\"\nvalid_from = 2024-02-01\n[values]\nclockSkew = \"PT1M\"\n").string(), "--as", "registrar"});
  const auto after = ahead(120);
  CHECK(after.code != 0);
  CHECK(after.err.find("ADM-10") != std::string::npos);
  CHECK(ahead(0).code == 0);
  CHECK(done({"verify", "--rules"}).code == 0);
}
