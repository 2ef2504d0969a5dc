// A view's own filters by column: each leaves exactly the rows whose column holds what was asked, alone and together with others.
#include <set>

#include "projections/case_views.h"
#include "projections/column_filters.h"
#include "projections/stored_views.h"
#include "tests/projections/ask.h"
#include "tests/support/temp_dir.h"
#include "tools/families/family_loader.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

// Both example families, asked with and without filters.
struct Families {
  TempDir folder;
  std::unique_ptr<families::Stage> stage;
  std::vector<CaseId> cases;
  Families() {
    auto made = families::Stage::create(folder.path() / "ledger");
    REQUIRE(made);
    stage = std::move(*made);
    for (const char* family : {"huurschuld", "voorbeeld"}) {
      auto loaded = stage->load(family, [](std::uint64_t, std::uint64_t) {});
      REQUIRE(loaded);
      cases.push_back(loaded->kase);
    }
  }
  Result<ViewResult> asked(std::string_view view, ViewQuery query) const {
    auto& ledger = stage->ledger();
    query.guarded_facts = true;
    if (!query.now) query.now = ledger.clock().now();
    if (is_case_view(view)) return ledger.service().with_registry([&](const Registry& registry) { return query_case_view(view, ledger.log(), registry, query); });
    return StoredViews(folder.path() / "views", ledger.log()).ask(view, query);
  }
  ViewResult ask(std::string_view view, const ViewQuery& query) const {
    auto result = asked(view, query);
    INFO((result ? "" : result.error().text));
    REQUIRE(result);
    return *result;
  }
};

// Said once more, and slowly: what a cell says is its codes, the words of its texts, its rules, and the years of its days.
std::set<std::string> said(const Cell& cell) {
  std::set<std::string> out;
  for (const Atom& atom : cell.atoms) {
    if (const auto* code = std::get_if<CodeCell>(&atom)) out.insert(code->code);
    if (const auto* text = std::get_if<TextCell>(&atom)) out.insert(text->key.substr(text->key.find('.') + 1));
    if (const auto* rule = std::get_if<RuleCell>(&atom)) out.insert(rule->rule);
    if (const auto* day = std::get_if<Date>(&atom)) out.insert(std::to_string(day->year));
  }
  return out;
}

std::vector<std::pair<std::uint64_t, std::size_t>> places(const ViewResult& result) {
  std::vector<std::pair<std::uint64_t, std::size_t>> out;
  for (const Row& row : result.rows) out.emplace_back(row.index, row.cells.size());
  return out;
}

// What may be asked of a filter here: its list, or what the rows themselves say.
std::set<std::string> values(const ColumnFilter& filter, const ViewResult& whole) {
  if (filter.by == ColumnFilter::By::at_least) return {"0", "30", "400"};
  std::set<std::string> out;
  for (const Row& row : whole.rows) out.merge(said(row.cells[column_of(whole, filter.column)]));
  if (filter.by == ColumnFilter::By::code)
    std::erase_if(out, [&](const std::string& value) { const auto known = values_of(filter); return std::ranges::find(known, value) == known.end(); });
  return out;
}

}  // namespace

TEST_CASE("every column filter keeps exactly the rows that hold the value, in every view that has one", "[filters]") {
  const Families families;
  std::size_t kept = 0, left_out = 0;
  for (const char* view : {"privacyLog", "consents", "recipients", "measures", "roles", "worklist", "deadlines", "accessLog", "signals", "stagnation", "goals", "motivation", "whiteSpots", "deviations",
                           "outcomes", "retention"}) {
    const ViewQuery everything{.kase = families.cases[1]};
    const ViewResult whole = families.ask(view, everything);
    const auto filters = column_filters_of(view);
    REQUIRE_FALSE(filters.empty());
    for (const ColumnFilter* filter : filters) {
      for (const std::string& value : values(*filter, whole)) {
        INFO(view << " --" << filter->name << " " << value);
        ViewQuery query = everything;
        query.columns[std::string(filter->name)] = value;
        std::vector<std::pair<std::uint64_t, std::size_t>> expected;
        for (const Row& row : whole.rows) {
          const Cell& cell = row.cells[column_of(whole, filter->column)];
          const bool by_number = filter->by == ColumnFilter::By::at_least;
          const bool holds = by_number ? !cell.atoms.empty() && std::get<std::int64_t>(cell.atoms[0]) >= std::stoll(value) : said(cell).contains(value);
          if (holds) expected.emplace_back(row.index, row.cells.size());
        }
        const auto got = places(families.ask(view, query));
        CHECK(got == expected);
        kept += got.size();
        left_out += whole.rows.size() - got.size();
      }
    }
  }
  CHECK(kept > 100);
  CHECK(left_out > 100);
}

TEST_CASE("column filters together, with the choice of the view, and over all cases, keep what passes each of them", "[filters]") {
  const Families families;
  const auto both = families.ask("worklist", {.extra = "all", .columns = {{"owner", "wijkcoach"}, {"severity", "warn"}}});
  const auto owner = families.ask("worklist", {.extra = "all", .columns = {{"owner", "wijkcoach"}}});
  REQUIRE_FALSE(both.rows.empty());
  CHECK(both.rows.size() < owner.rows.size());
  for (std::size_t i = 0; i < both.rows.size(); ++i) {
    CHECK(said(cell(both, i, "owners")).contains("wijkcoach"));
    CHECK(codes(both, i, "severity") == "severity.warn");
  }
  CHECK(both.total == owner.total);
}

TEST_CASE("the totals of the privacy log count what a filter left", "[filters]") {
  const Families families;
  const auto count = [](const ViewResult& result, std::string_view key) { return std::ranges::find(result.totals, key, &Total::key)->count; };
  const auto whole = families.ask("privacyLog", {.kase = families.cases[1]});
  const auto consent = families.ask("privacyLog", {.kase = families.cases[1], .columns = {{"route", "consent"}}});
  CHECK(count(consent, "share.withConsent") == count(whole, "share.withConsent"));
  CHECK(count(whole, "share.withoutConsent") > 0);
  CHECK(count(consent, "share.withoutConsent") == 0);
}

TEST_CASE("a value outside the list and a filter of another view are refused, with what was expected", "[filters]") {
  const Families families;
  const auto refused = [&](std::string_view view, const char* name, const char* value) {
    const auto result = families.asked(view, {.columns = {{name, value}}});
    return result ? std::string() : result.error().text;
  };
  CHECK(refused("signals", "source", "neighbours") .starts_with("signals: --source: expected one of "));
  CHECK(refused("signals", "source", "unset").starts_with("signals: --source: expected one of "));
  CHECK(refused("signals", "law", "wmo") == "signals: --law: this view has no such filter");
  CHECK(refused("outcomes", "year", "21") == "outcomes: --year: expected a year such as 2021");
  CHECK(refused("worklist", "days", "-1") == "worklist: --days: expected a whole number of days such as 30");
  CHECK(refused("deadlines", "rule", "TERM-99").starts_with("deadlines: --rule: expected a rule or term"));
  CHECK(refused("privacyLog", "route", "post").starts_with("privacyLog: --route: expected one of "));
  CHECK(refused("worklist", "days", "30").empty());
}

TEST_CASE("conformity as a filter leaves what was recorded as such, in the timeline, the privacy log and the measures", "[filters]") {
  const Families families;
  // Row 76 of family 10.1 was recorded after the fact: one share in each view.
  for (const char* view : {"timeline", "privacyLog"}) {
    const auto whole = families.ask(view, {.kase = families.cases[1]});
    const auto result = families.ask(view, {.kase = families.cases[1], .conformity = schema::Conformity::AFTER_THE_FACT});
    REQUIRE(result.rows.size() == 1);
    CHECK(result.rows.size() < whole.rows.size());
    CHECK(codes(result, 0, "conformity") == "afterTheFact");
    CHECK(the<KindCell>(result, 0, "kind").kind == 408);
  }
  // Row 26 of family 10.2 is drang that departs from a rule, with its motive.
  const auto all = families.ask("measures", {.kase = families.cases[0]});
  const auto departing = families.ask("measures", {.kase = families.cases[0], .conformity = schema::Conformity::DEVIATION});
  REQUIRE(departing.rows.size() == 1);
  CHECK(all.rows.size() > 1);
  CHECK(the<KindCell>(departing, 0, "kind").kind == 902);
}

TEST_CASE("an old version of the plan and a life domain can be asked together", "[filters]") {
  const Families families;
  const auto goals = [&](const ViewQuery& query) {
    std::size_t out = 0;
    const auto result = families.ask("plan", query);
    for (std::size_t i = 0; i < result.rows.size(); ++i) out += codes(result, i, "kind") == "801" ? 1 : 0;
    return out;
  };
  const auto whole = goals({.kase = families.cases[1], .plan_version = 1});
  const auto debts = goals({.kase = families.cases[1], .extra = "debts", .plan_version = 1});
  CHECK(debts > 0);
  CHECK(debts < whole);
}

TEST_CASE("other ways of working are read on the same events, and what is guarded only by who may see it", "[filters]") {
  const Families families;
  const auto states = [&](const char* model, bool guarded) {
    auto& ledger = families.stage->ledger();
    const ViewQuery query{.kase = families.cases[1], .model = model, .guarded_facts = guarded, .now = ledger.clock().now()};
    auto result = ledger.service().with_registry([&](const Registry& registry) { return query_case_view("process", ledger.log(), registry, query); });
    REQUIRE(result);
    std::string out;
    for (std::size_t i = 0; i < result->rows.size(); ++i) out += (i == 0 ? "" : " ") + codes(*result, i, "state").substr(codes(*result, i, "state").find('.') + 1);
    return out;
  };
  CHECK(states("guideline", true) == "done done done done done done done");
  CHECK(states("zwolle", true) == "done done skipped done done");
  CHECK(states("meldcode", true) == "done done done done done");
  CHECK(states("meldcode", false) == "guarded guarded guarded guarded guarded");
  CHECK_FALSE(families.asked("process", {.kase = families.cases[1], .model = "rotterdam"}));
  CHECK_FALSE(families.asked("process", {.kase = families.cases[1], .kind = 301, .model = "zwolle"}));
}
