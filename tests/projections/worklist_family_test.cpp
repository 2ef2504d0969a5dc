// The worklist of an example family against what is written down for it.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "projections/case_views.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"
#include "tests/support/temp_dir.h"
#include "tools/families/family_loader.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Lines = std::multiset<std::string>;

Lines expected(const std::string& family) {
  std::ifstream file(std::string(INZICHT_TEST_DATA) + "/families/" + family + "-worklist.txt");
  REQUIRE(file);
  Lines out;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string rule, row, state;
    if (words >> rule >> row >> state && rule != "#") out.insert(rule + " " + row + " " + state);
  }
  return out;
}

Lines shown(const ViewResult& result, const families::FamilyReport& report) {
  std::map<std::array<std::uint8_t, 16>, std::size_t> rows;
  for (std::size_t i = 0; i < report.events.size(); ++i) rows[report.events[i].bytes] = i + 1;
  Lines out;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    const auto row = rows.at(the<IdCell>(result, i, "event").id);
    const auto state = codes(result, i, "state");
    out.insert(the<RuleCell>(result, i, "rule").rule + " " + std::to_string(row) + " " + state.substr(state.find('.') + 1));
  }
  return out;
}

}  // namespace

TEST_CASE("huurschuld: the worklist is what is written down for the family", "[worklist]") {
  const TempDir folder;
  auto stage = families::Stage::create(folder.path() / "ledger");
  REQUIRE(stage);
  const auto report = (*stage)->load("huurschuld", [](std::uint64_t, std::uint64_t) {});
  REQUIRE(report);
  auto& ledger = (*stage)->ledger();
  const ViewQuery query{.kase = report->kase, .extra = "all", .now = local("2020-04-05 12:00")};
  const auto result = ledger.service().with_registry([&](const Registry& registry) { return query_case_view("worklist", ledger.log(), registry, query); });
  REQUIRE(result);
  CHECK(shown(*result, *report) == expected("huurschuld"));
}
