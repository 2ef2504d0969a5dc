// Family 10.2 of the domain specification, loaded through the service and judged again from the log.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "ledger/codec/strict.h"
#include "ledger/rules/rules.h"
#include "tools/families/family_loader.h"

using namespace inzicht;

namespace {

struct Judged {
  std::map<int, std::set<std::string>> failed;  // by row number
  std::map<int, schema::Conformity> claims;
};

// Loads the family into a new ledger, then folds the log once more and judges every row on the state before it.
Judged judge_family() {
  const auto folder = std::filesystem::temp_directory_path() / ("inzicht-family-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  Judged out;
  {
    auto stage = families::Stage::create(folder);
    REQUIRE(stage.has_value());
    auto report = (*stage)->load("huurschuld", [](auto, auto) {});
    if (!report) {
      std::string why = report.error().where;
      if (const auto* error = std::get_if<Error>(&report.error().why)) why += ": " + error->text;
      if (const auto* refused = std::get_if<Refused>(&report.error().why)) {
        why += ": " + refused->adm + " " + refused->field + " " + refused->en;
        for (const auto& finding : refused->findings) why += " | " + finding.rule->id + " " + message_of(finding.rule->id, true, finding.values);
      }
      FAIL(why);
    }
    auto& log = (*stage)->ledger().log();
    Registry registry;
    CaseState state;
    for (std::uint64_t index = 0; index < log.size(); ++index) {
      const auto record = log.read(index);
      REQUIRE(record.has_value());
      const auto message = HeaderMessage::stored(record->header);
      const auto stored = Message::stored(record->admission);
      REQUIRE(message.has_value());
      REQUIRE(stored.has_value());
      const auto header = message->header();
      // What lies in the log was admitted at the leaf's time; the findings in its admission are what evaluate answered then.
      std::set<std::string> recorded;
      for (auto finding : stored->root<schema::Admission>().getFindings()) recorded.insert(finding.getRule().cStr());
      const auto row = std::ranges::find(report->events, *EventId::from({header.getEvent().begin(), header.getEvent().size()}));
      if (row == report->events.end()) continue;
      const int n = static_cast<int>(row - report->events.begin()) + 1;
      out.failed[n] = recorded;
      out.claims[n] = header.getClaim();
    }
  }
  std::filesystem::remove_all(folder);
  return out;
}

}  // namespace

TEST_CASE("the family with a rent debt gives the findings that the specification expects when it is recorded", "[family]") {
  const Judged judged = judge_family();
  const auto failed = [&](int row, const char* rule) { return judged.failed.at(row).contains(rule); };
  CHECK(judged.failed.size() == 38);
  CHECK(failed(4, "SIG-01"));
  CHECK(failed(10, "CONS-05"));
  CHECK(failed(17, "ROLE-08"));
  CHECK(failed(18, "PLAN-09"));
  CHECK(failed(26, "DRANG-01"));
  CHECK(failed(36, "ASMT-05"));
  CHECK_FALSE(failed(37, "ASMT-05"));
  CHECK_FALSE(failed(8, "ROLE-08"));
  for (const auto& [row, rules] : judged.failed)
    for (const auto& rule : rules) {
      INFO("row " << row << " " << rule);
      const bool gate = find_rule(rule)->severity == Severity::gate;
      CHECK((!gate || judged.claims.at(row) != schema::Conformity::CONFORMING));
    }
  for (const auto& [row, rules] : judged.failed)
    for (const auto& rule : rules) WARN("row " << row << ": " << rule);
}
