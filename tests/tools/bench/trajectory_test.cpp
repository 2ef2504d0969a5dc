// Made-up families: what the generator promises, and that the rules let every one of them pass.
#include <catch2/catch.hpp>
#include <set>

#include "ledger/verify/verify.h"
#include "tests/support/temp_dir.h"
#include "tools/bench/many_families.h"

namespace inzicht::bench {
namespace {

const Team team{"w1", "t1", "r1", "j1", "s1"};
constexpr Date day{2019, 2, 1};

bool is_number(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos; }

}  // namespace

TEST_CASE("the same seed tells the same family, another seed another") {
  const auto one = make_trajectory(7, team, day), again = make_trajectory(7, team, day), other = make_trajectory(8, team, day);
  REQUIRE(one.rows.size() == again.rows.size());
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    CHECK(one.rows[i].facts == again.rows[i].facts);
    CHECK(one.rows[i].recorded == again.rows[i].recorded);
  }
  const auto facts = [](const Trajectory& t) {
    std::string out;
    for (const auto& row : t.rows) out += row.facts;
    return out;
  };
  CHECK(facts(one) != facts(other));
}

TEST_CASE("rows stand in the order in which they are recorded, after what happened, and refer only to rows before them") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto family = make_trajectory(seed, team, day);
    std::set<std::string> told;
    Micros last = 0;
    for (const auto& row : family.rows) {
      INFO("seed " << seed << " row " << row.n);
      CHECK(families::recorded_at(row) >= last);
      CHECK(families::recorded_at(row) > families::occurred_from(row));
      last = families::recorded_at(row);
      for (const auto& reference : families::references_in(row))
        if (is_number(reference.target)) CHECK(told.contains(reference.target));
      told.insert(std::to_string(row.n));
    }
    CHECK(told.size() == family.rows.size());
  }
}

TEST_CASE("families are as different as the distributions say") {
  constexpr unsigned many = 2'000;
  unsigned refused = 0, drang = 0, closed = 0, two_parents = 0, children = 0, least = 10'000, most = 0;
  for (std::uint64_t seed = 0; seed < many; ++seed) {
    const auto family = make_trajectory(seed, team, day);
    const auto has = [&](std::uint16_t kind) { return std::ranges::any_of(family.rows, [&](const auto& row) { return row.kind == kind; }); };
    refused += has(403);
    drang += has(902);
    closed += has(1102);
    const bool both = std::ranges::find(family.persons, "F") != family.persons.end();
    two_parents += both;
    children += static_cast<unsigned>(family.persons.size()) - (both ? 2 : 1);
    least = std::min(least, static_cast<unsigned>(family.rows.size()));
    most = std::max(most, static_cast<unsigned>(family.rows.size()));
  }
  // Within four standard deviations of a share of 2,000.
  const auto near = [](unsigned count, double share) { return std::abs(count - share * many) < 4 * std::sqrt(share * (1 - share) * many); };
  CHECK(near(refused, 0.15));
  CHECK(near(closed, 0.80));
  CHECK(near(two_parents, 0.40));
  CHECK(std::abs(children / double(many) - 2.75) < 0.15);
  CHECK(drang > 100);
  CHECK(least < 60);
  CHECK(most > 150);
}

TEST_CASE("a ledger of made-up families is recorded without a refusal, whoever goes first, and verifies") {
  testing::TempDir folder;
  std::filesystem::path log;
  {
    auto field = ManyFamilies::create(folder.path() / "ledger", 4);
    INFO((field ? "" : field.error().text));
    REQUIRE(field.has_value());
    const auto cases = [&] { return (*field)->ledger().log().lists(crypto::ChainClass::kase).size(); };
    const auto before = cases();  // of the cast
    unsigned closed = 0;
    std::uint64_t told = 0;
    const auto recorded = (*field)->record(24, 5, [&](std::uint64_t done, std::uint64_t) { told = done; }, [&](const CaseId&) {
      ++closed;
      return Status{};
    });
    INFO((recorded ? "" : recorded.error().text));
    REQUIRE(recorded.has_value());
    CHECK(told == 24);
    CHECK(closed == 1);
    CHECK(recorded->took_us.size() == recorded->events);
    CHECK(recorded->findings > 0);
    CHECK(cases() == before + 24);
    log = (*field)->ledger().folder().log();
  }
  const auto raw = RocksLog::open_raw(log);
  REQUIRE(raw.has_value());
  CHECK(verify({**raw}).result == VerifyReport::Result::verified);
}

}  // namespace inzicht::bench
