// The example family of casus 2 loads whole, and shows what its table expects.
#include <catch2/catch.hpp>

#include "ledger/service/readmit.h"
#include "tests/tools/families/loaded.h"

namespace inzicht::families {

TEST_CASE("family huurschuld loads all 38 events, with every claim standing", "[families][seed:000.L687]") {
  auto loaded = load("huurschuld");
  REQUIRE(loaded.report.rows == 38);
  CHECK(loaded.events_of_case() == 38);

  SECTION("and what is found at recording is what the file of findings says") {
    CHECK(said(findings_of(loaded)) == said(read_findings("huurschuld-findings.txt", "huurschuld")));
  }

  SECTION("and its privacy log is the one written down: Lila to three organisations, about Marko a decision not to share") {
    const auto found = privacy_log(loaded), expected = read_lines("huurschuld-privacylog.txt");
    CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) CHECK(found[i] == expected[i]);
  }

  SECTION("and judged again by the rules, every admission says what it said") {
    const auto again = readmit(loaded.stage->ledger().log());
    REQUIRE(again);
    CHECK(again->judged == loaded.stage->ledger().log().size());
    for (const auto& d : again->differences) CHECK(std::to_string(d.index) + " " + d.rule == "");
  }

  SECTION("and verifies, with a clock that says it is simulated") {
    const auto report = verified(loaded);
    CHECK(report.simulated_clock);
    CHECK(report.cases == 2);  // clients of the other family have their mandates
  }

  SECTION("and no name of the family stands in a stored header") {
    auto& log = loaded.stage->ledger().log();
    REQUIRE(log.scan(0, log.size(), [](const EventView& view) {
      const std::string header(view.header.begin(), view.header.end());
      for (const char* name : {"Lila", "Marko", "Kai", "Romy", "Rosa", "Wijkteam", "Marko betaalt"}) CHECK(header.find(name) == std::string::npos);
      return true;
    }));
  }
}

}  // namespace inzicht::families
