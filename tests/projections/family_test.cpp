// The example family Huurschuld (docs/domain.md §10.2), its table loaded as it stands, through all four views.
#include "projections/all.h"
#include "tests/projections/ask.h"
#include "tests/projections/huurschuld.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

struct Family {
  Ledger ledger;
  std::vector<EventId> events = load_huurschuld(ledger);
  std::unique_ptr<ViewStore> store = make_memory_views();
  Family() { REQUIRE(Runner(ledger.log(), *store, all_projections()).catch_up()); }
  ViewResult ask(std::string_view view, const ViewQuery& query) const {
    auto result = query_view(view, *store, ledger.log(), query);
    REQUIRE(result);
    return *result;
  }
  // The table's number of the event in a row.
  std::vector<unsigned> numbers(const ViewResult& result) const {
    std::vector<unsigned> out;
    for (const auto& row : result.rows) out.push_back(static_cast<unsigned>(row.index - huurschuld_set_up + 1));
    return out;
  }
};
using Found = std::vector<unsigned>;

}  // namespace

TEST_CASE("huurschuld: the timeline shows the orders of before the case first, and when they were recorded", "[family]") {
  const Family family;
  const auto result = family.ask("timeline", {.kase = case_1});
  REQUIRE(result.rows.size() == 38);
  CHECK(family.numbers(result)[0] == 6);
  CHECK(codes(result, 0, "precision") == "month");
  CHECK(the<Duration>(result, 0, "lag").days > 2000);
  CHECK(family.numbers(result)[1] == 7);
  CHECK(family.numbers(result)[2] == 1);
}

TEST_CASE("huurschuld: the timeline's dilemma is 27, its drang 26, 28 and 29", "[family]") {
  const Family family;
  CHECK(family.numbers(family.ask("timeline", {.kase = case_1, .extra = "dilemma"})) == Found{27});
  CHECK(family.numbers(family.ask("timeline", {.kase = case_1, .extra = "drang"})) == Found{26, 28, 29});
  CHECK(family.numbers(family.ask("timeline", {.kase = case_1, .extra = "deviation"})) == Found{26});
}

TEST_CASE("huurschuld: there is no plan, tasks, help and decisions are shown", "[family]") {
  const Family family;
  const auto result = family.ask("plan", {.kase = case_1});
  CHECK(result.notes == std::vector<std::string>{"plan.none"});
  CHECK(family.numbers(result) == Found{12, 18, 27, 15});
  CHECK(codes(result, 0, "status") == "done");
}

TEST_CASE("huurschuld: about Lila it was shared with three, about Marko it was decided not to", "[family]") {
  const Family family;
  const auto result = family.ask("privacyLog", {.kase = case_1, .guarded_facts = true});
  CHECK(family.numbers(result) == Found{22, 23, 31, 32, 33, 35});
  for (const auto n : {4, 7, 14}) CHECK(holds(result, 0, "recipient", nth<OrganisationId>(static_cast<std::uint8_t>(n))));
  CHECK(codes(result, 0, "what") == "share");
  CHECK(codes(result, 1, "route") == "consent");
  CHECK(holds(result, 1, "decision", family.events[21]));
  CHECK(empty(result, 1, "flags"));
  CHECK(codes(result, 4, "what") == "doNotShare");
  CHECK(codes(result, 4, "reason") == "noGround");
  CHECK(family.numbers(family.ask("privacyLog", {.kase = case_1, .person = marko, .kind = 407, .guarded_facts = true})) == Found{33});
  std::map<std::string, std::uint64_t> totals;
  for (const auto& total : result.totals) totals[total.key] = total.count;
  CHECK(totals["share.withConsent"] == 1);
  CHECK(totals["share.withoutConsent"] == 0);
  CHECK(totals["share.withoutDecision"] == 0);
  CHECK(totals["share.declined"] == 1);
  CHECK(totals["share.familyPresent"] == 1);
}
