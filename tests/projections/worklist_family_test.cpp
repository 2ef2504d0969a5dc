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
    // Of what no row of the family is: what stands in the case beside it.
    const auto at = rows.find(the<IdCell>(result, i, "event").id);
    const auto row = at == rows.end() ? std::string("-") : std::to_string(at->second);
    const auto state = codes(result, i, "state");
    out.insert(the<RuleCell>(result, i, "rule").rule + " " + row + " " + state.substr(state.find('.') + 1));
  }
  return out;
}

}  // namespace

namespace {

// Loads the family and compares its whole worklist, settled findings too, as it is at `now`.
void check_worklist(const std::string& family, const std::string& now) {
  const TempDir folder;
  auto stage = families::Stage::create(folder.path() / "ledger");
  REQUIRE(stage);
  const auto report = (*stage)->load(family, [](std::uint64_t, std::uint64_t) {});
  REQUIRE(report);
  auto& ledger = (*stage)->ledger();
  const ViewQuery query{.kase = report->kase, .extra = "all", .now = local(now)};
  const auto result = ledger.service().with_registry([&](const Registry& registry) { return query_case_view("worklist", ledger.log(), registry, query); });
  REQUIRE(result);
  CHECK(shown(*result, *report) == expected(family));
}

}  // namespace

TEST_CASE("huurschuld: the worklist is what is written down for the family", "[worklist]") { check_worklist("huurschuld", "2020-04-05 12:00"); }

TEST_CASE("voorbeeld: the worklist is what is written down for the family", "[worklist]") { check_worklist("voorbeeld", "2025-04-30 12:00"); }
