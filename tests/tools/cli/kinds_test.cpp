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

TEST_CASE_METHOD(Shell, "a kind is told in the reader's language, with the codes that are typed beside it") {
  const auto dutch = done({"kinds", "contactHeld", "--lang", "nl"}).out;
  for (const auto* told : {"homePlanned (", "probationOfficer (reclasseringswerker)", "wijkcoach (casemanager)", "concerns (betreft) naar elke soort", "over elke persoon apart", "health (gezondheid", "lijst van: persoon (P-…)",
                           "yes (ja)", "Een veld met * is verplicht."}) {
    INFO(told);
    CHECK(dutch.find(told) != std::string::npos);
  }
  for (const auto* left : {"over each", "lijst van id", "probationOfficer,", "wijkcoach (wijkcoach"}) CHECK(dutch.find(left) == std::string::npos);
  const auto english = done({"kinds", "701"}).out;
  for (const auto* told : {"probationOfficer (probation officer)", "each person apart", "list of: person (P-…)", "yes, no, unknown"}) {
    INFO(told);
    CHECK(english.find(told) != std::string::npos);
  }
}

TEST_CASE_METHOD(Shell, "the fields of a record stand below it with what each may hold") {
  const auto told = done({"kinds", "informationShared", "--lang", "nl"}).out;
  CHECK(told.find("zie de velden hieronder") != std::string::npos);
  CHECK(told.find("recipients[].org") != std::string::npos);
  CHECK(told.find("organisatie (O-…)") != std::string::npos);
}

TEST_CASE_METHOD(Shell, "a field of a list names its values with both labels, for programs") {
  const auto kinds = rows_of(done({"kinds", "contactHeld", "--json"}).out);
  REQUIRE(kinds.size() == 1);
  const auto& mode = kinds[0]["facts"][0];
  CHECK(mode["name"] == "mode");
  CHECK(mode["codes"] == "contactMode");
  REQUIRE_FALSE(mode["values"].empty());
  for (const auto& value : mode["values"])
    for (const auto* key : {"code", "nl", "en"}) CHECK_FALSE(value[key].get<std::string>().empty());
  CHECK(mode["values"].size() == json({"kinds", "--list", "contactMode"})["values"].size());
  CHECK_FALSE(kinds[0]["facts"][2].contains("values"));
}

TEST_CASE_METHOD(Shell, "every list of codes is listed by name, and shown with number, code and both labels") {
  const auto lists = rows_of(done({"kinds", "--list", "--json"}).out);
  REQUIRE(lists.size() > 100);
  std::set<std::string> names;
  for (const auto& list : lists) {
    INFO(list["list"]);
    names.insert(list["list"].get<std::string>());
    CHECK(list["count"].get<int>() > 0);
    for (const auto* key : {"nl", "en"}) CHECK_FALSE(list[key].get<std::string>().empty());
  }
  CHECK(names.size() == lists.size());
  for (const auto* name : {"role", "conformity", "contactMode", "partClass"}) CHECK(names.contains(name));
  const auto kader = json({"kinds", "--list", "kader"});
  REQUIRE(kader["values"].size() == 4);
  CHECK(kader["values"][2] == nlohmann::json({{"number", 3}, {"code", "dwang"}, {"nl", "dwang"}, {"en", "dwang (imposed measure)"}}));
  const auto shown = done({"kinds", "--list", "kader", "--lang", "nl"}).out;
  for (const auto* told : {"kader · Kader van het handelen", "handhaving zonder hulp", "enforcement without help", "Nederlands"}) CHECK(shown.find(told) != std::string::npos);
  CHECK(done({"kinds", "--list"}).out.find("contactMode") != std::string::npos);
  CHECK(run({"kinds", "--list", "noSuchList"}).code == 2);
  CHECK(run({"kinds", "701", "--list", "kader"}).code == 2);
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
