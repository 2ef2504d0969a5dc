// The example family of casus 2 loads whole, and shows what its table expects.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <set>

#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "ledger/verify/verify.h"
#include "tests/support/temp_dir.h"
#include "tools/families/family_loader.h"

namespace inzicht::families {
namespace {

std::string said(const LoadFailure& failure) {
  if (const auto* error = std::get_if<Error>(&failure.why)) return fmt::format("{}: {}", failure.where, error->text);
  const auto& refused = std::get<Refused>(failure.why);
  std::string out = fmt::format("{}: {} {} {}", failure.where, refused.adm, refused.field, refused.en);
  for (const auto& finding : refused.findings) out += fmt::format(" {} [{}]", finding.rule->id, message_of(finding.rule->id, true, finding.values));
  return out;
}

struct Loaded {
  std::unique_ptr<testing::TempDir> folder = std::make_unique<testing::TempDir>();
  std::unique_ptr<Stage> stage;
  FamilyReport report;
};

Loaded load() {
  Loaded out;
  auto stage = Stage::create(out.folder->path() / "ledger");
  INFO((stage ? "" : said(stage.error())));
  REQUIRE(stage.has_value());
  out.stage = std::move(*stage);
  auto report = out.stage->load("huurschuld", [](std::uint64_t, std::uint64_t) {});
  INFO((report ? "" : said(report.error())));
  REQUIRE(report.has_value());
  out.report = *report;
  return out;
}

// The rules found for each row when it was recorded.
std::map<unsigned, std::set<std::string>> findings_of(Loaded& loaded) {
  std::map<unsigned, std::set<std::string>> out;
  auto& log = loaded.stage->ledger().log();
  for (unsigned row = 0; row < loaded.report.events.size(); ++row) {
    const auto place = log.find(loaded.report.events[row]);
    REQUIRE(place);
    REQUIRE(*place);
    const auto record = log.read((*place)->index);
    REQUIRE(record);
    const auto admission = Message::stored(record->admission);
    REQUIRE(admission);
    for (auto finding : admission->root<schema::Admission>().getFindings()) out[row + 1].insert(finding.getRule().cStr());
  }
  return out;
}

}  // namespace

TEST_CASE("family huurschuld loads all 38 events, with every claim standing", "[families][seed:000.L687]") {
  auto loaded = load();
  REQUIRE(loaded.report.rows == 38);
  const auto position = loaded.stage->ledger().log().last_position({ChainClass::kase, loaded.report.kase.bytes});
  REQUIRE(position);
  REQUIRE(*position);
  CHECK((*position)->n == 38);

  SECTION("and what its table expects at recording is found, on the row it names") {
    auto findings = findings_of(loaded);
    CHECK(findings[4].contains("SIG-01"));
    CHECK_FALSE(findings[10].contains("CONS-03"));
    CHECK(findings[10].contains("CONS-05"));
    CHECK(findings[18].contains("PLAN-09"));
    CHECK(findings[17].contains("ROLE-08"));
    CHECK(findings[26].contains("DRANG-01"));
    CHECK(findings[36].contains("ASMT-05"));
  }

  SECTION("and verifies, with a clock that says it is simulated") {
    const auto folder = loaded.stage->ledger().folder().log();
    loaded.stage.reset();
    auto raw = RocksLog::open_raw(folder);
    REQUIRE(raw);
    const auto report = verify({**raw});
    for (const auto& problem : report.problems) UNSCOPED_INFO(problem_code(problem.what) << " " << problem.detail);
    CHECK(report.result == VerifyReport::Result::verified);
    CHECK(report.simulated_clock);
    CHECK(report.cases == 1);
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
