// The catalogue as people and programs read it.
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

TEST_CASE_METHOD(Shell, "every kind of the catalogue is listed with its labels, and has help and a template") {
  std::istringstream lines(done({"kinds", "--json"}).out);
  std::set<int> ids;
  for (std::string line; std::getline(lines, line);) {
    const auto kind = nlohmann::json::parse(line);
    ids.insert(kind["id"].get<int>());
    INFO(kind["code"]);
    for (const auto* key : {"nl", "en", "group", "source"}) CHECK_FALSE(kind[key].get<std::string>().empty());
    for (const auto& fact : kind["facts"]) CHECK_FALSE(fact["nl"].get<std::string>().empty());
    const auto code = kind["code"].get<std::string>();
    const auto form = json({"template", code});
    CHECK(form["kind"] == code);
    CHECK(form["facts"].size() == kind["facts"].size());
    CHECK(done({"kinds", code}).out.find(code) != std::string::npos);
  }
  CHECK(ids.size() == 100);
}

TEST_CASE_METHOD(FirstDay, "what waits and what is due is shown for a case, and for all cases with the case") {
  done(coach({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=school", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set",
              "reporterAnonymous=no", "--set", "what.wat=Iets", "--occurred", "2020-01-06 10:00", "--after-the-fact", "Bij de start overgenomen."}));
  const auto worklist = done(coach({"worklist", kase, "--codes", "--json"})).out;
  CHECK(worklist.find("\"TERM-01\"") != std::string::npos);
  CHECK(worklist.find("\"TIME-02\"") != std::string::npos);
  const auto everywhere = done(coach({"deadlines", "--codes", "--json", "--only", "late"})).out;
  CHECK(everywhere.find(kase) != std::string::npos);
  // As of a day before it was recorded there was nothing.
  CHECK(done(coach({"worklist", kase, "--codes", "--json", "--recorded-until", "2021-01-01"})).out.empty());
  const auto wrong = run(coach({"worklist", kase, "--only", "everything"}));
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("explained") != std::string::npos);
  for (const auto* view : {"consents", "measures", "roles", "signals", "access-log", "goals", "motivation", "process"}) CHECK(done(coach({view, kase, "--codes"})).code == 0);
}
