#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/measures.h"
#include "ledger/rules/tables.h"
#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::string(INZICHT_TEST_DATA "/tables/") + name + ".jsonl", std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("the tables inside the program are those of the domain specification, byte for byte", "[catalogue]") {
  CHECK(tables::rules() == file("rules"));
  CHECK(tables::terms() == file("terms"));
  CHECK(tables::admission() == file("admission"));
  CHECK(tables::parameters() == file("parameters"));
  CHECK(tables::measures() == file("measures"));
  CHECK(catalogue_bytes() == file("rules") + file("terms") + file("admission") + file("parameters") + file("measures"));
}

TEST_CASE("the catalogue has 58 gate, 48 warn and 10 watch rules", "[catalogue]") {
  const auto count = [](Severity severity) { return std::ranges::count(rules(), severity, &RuleInfo::severity); };
  CHECK(rules().size() == 116);
  CHECK(count(Severity::gate) == 58);
  CHECK(count(Severity::warn) == 48);
  CHECK(count(Severity::watch) == 10);
}

TEST_CASE("every rule that is evaluated is in the catalogue, looks at kinds of its row, and is no watch rule", "[catalogue]") {
  std::set<std::string> seen;
  for (const Rule& rule : all_rules()) {
    INFO(rule.id);
    const RuleInfo* info = find_rule(rule.id);
    REQUIRE(info != nullptr);
    CHECK(info->evaluated);
    CHECK(info->severity != Severity::watch);
    CHECK(seen.insert(std::string(rule.id)).second);
    for (auto kind : rule.kinds) CHECK(info->on.find(std::to_string(kind)) != std::string::npos);
    CHECK(rule.kinds.empty() == (info->on == "all"));
  }
  const auto evaluated = std::ranges::count_if(rules(), &RuleInfo::evaluated);
  CHECK(evaluated == static_cast<std::ptrdiff_t>(all_rules().size()) + 1);  // ACC-01, by check_power
  CHECK_FALSE(find_rule("ACC-02")->evaluated);  // a watch rule
  CHECK(find_rule("NONE-01") == nullptr);
}

TEST_CASE("every rule that is evaluated looks at each kind that its row of the catalogue names", "[catalogue]") {
  for (const Rule& rule : all_rules()) {
    if (rule.id == "DWANG-02") continue;  // at the decision only
    INFO(rule.id);
    std::set<std::uint16_t> named;
    if (find_rule(rule.id)->on != "all") {
      std::istringstream row(find_rule(rule.id)->on);
      for (std::string kind; std::getline(row, kind, ',');) named.insert(static_cast<std::uint16_t>(std::stoi(kind)));
    }
    CHECK(std::set<std::uint16_t>(rule.kinds.begin(), rule.kinds.end()) == named);
  }
}

TEST_CASE("findings come in the order of the catalogue", "[catalogue]") {
  Given g;
  auto d = g.decision({.article = ""});
  d.header().initParts(0);
  const auto found = g.findings(d.by("x9", Role::EDUCATOR).claims(Conformity::AFTER_THE_FACT));
  REQUIRE(found.size() > 3);
  std::vector<std::ptrdiff_t> places;
  for (const auto& id : found) places.push_back(std::ranges::find(rules(), id, &RuleInfo::id) - rules().begin());
  CHECK(std::ranges::is_sorted(places));
}

TEST_CASE("gate rules are not run on what was imported", "[catalogue]") {
  Given g;
  const auto d = g.decision({.article = ""});
  RuleInput input{d.as_recorded(99), &g.state, g.registry, true};
  for (const auto& finding : evaluate(input)) CHECK(finding.rule->severity == Severity::warn);
}

TEST_CASE("a message shows its values, and an ellipsis for what is not known", "[catalogue]") {
  CHECK(message_of("SHARE-02", true, {{"missing", "article"}}) == "Sharing decision lacks: article.");
  CHECK(message_of("SHARE-02", false, {{"missing", "article"}}) == "Besluit over delen mist: article.");
  CHECK(message_of("ADM-3", true, {{"field", "score"}, {"min", "-2"}, {"max", "2"}}) == "score must be between -2 and 2.");
  CHECK(message_of("ADM-13", true, {}) == "You have no power to ….");
  CHECK(message_of("NONE-01", true, {}) == "NONE-01");
}

TEST_CASE("the measures in code are those of the law table: authority, article and years", "[rule:DWANG-02]") {
  unsigned rows = 0;
  for_each_line(tables::measures(), [&rows](std::string_view line) {
    const auto row = nlohmann::json::parse(line);
    for_each_item(row.at("measure").get<std::string>(), [&](std::string_view name) {
      if (name.starts_with(' ')) name.remove_prefix(1);
      INFO(name);
      const auto measure = code_value<DwangMeasure>(name);
      REQUIRE(measure.has_value());
      const MeasureLaw* law = measure_law(*measure);
      REQUIRE(law != nullptr);
      ++rows;
      const auto in_law = row.at("in_law").get<std::string>();
      CHECK(law->until.has_value() == in_law.starts_with("until"));
      if (in_law.starts_with("from")) CHECK(std::to_string(law->from.year) == in_law.substr(5, 4));
      for_each_item(row.at("ordered_by").get<std::string>(), [&](std::string_view authority) {
        if (authority.starts_with(' ')) authority.remove_prefix(1);
        CHECK(law->authorities.has(code_value<OrderAuthority>(authority).value()));
      });
      if (!law->until) {
        const auto article = row.at("article").get<std::string>();
        for_each_item(law->articles, [&](std::string_view key) { CHECK(article.find("`" + std::string(key) + "`") != std::string::npos); });
      }
    });
  });
  CHECK(rows == 26);
}

TEST_CASE("an admission names the policies whose values it could read, of that day, ascending", "[catalogue]") {
  Given g;
  const EventId later = g.policy(PolicyKind::RULE_PARAMETERS, {{"maxGoals", "4"}}, "2020-02-04");
  const EventId law = g.policy(PolicyKind::LAW_TABLE, {{"dutyArticles", "LPW-22"}});
  g.policy(PolicyKind::RULE_PARAMETERS, {{"caseloadMax", "12"}});
  const auto d = g.decision({});
  CHECK(policies_used(g.input(d.as_recorded(99))) == std::vector{law});
  const auto next = g.decision({.at = "2020-02-04 00:00"});
  CHECK(policies_used(g.input(next.as_recorded(99))) == std::vector{later, law});
}

TEST_CASE("a parameter that does not parse leaves the value before it", "[catalogue]") {
  Given g;
  g.policy(PolicyKind::RULE_PARAMETERS, {{"maxGoals", "many"},
                                             {"contentFreeRoles", "regisseur,nobody"},
                                             {"assessDomains", "16..1"},
                                             {"safetyPlanMinimum", "0..3"},
                                             {"interventionLimits", "iog:..five::"}});
  const Parameters& p = parameters_on(g.registry, {2020, 2, 3});
  CHECK(p.max_goals == 5);
  CHECK(p.assess_domains.has(LifeDomain::JUSTICE));
  CHECK_FALSE(p.assess_domains.has(LifeDomain::RESIDENCE));
  CHECK(p.safety_plan_minimum == CodeSet<SafetyPlanItem>{SafetyPlanItem::SAFETY_PERSONS, SafetyPlanItem::SUBSTITUTES, SafetyPlanItem::SUPERVISORS,
                                                         SafetyPlanItem::VALIDITY});
  CHECK(p.intervention_limits.size() == 7);
  CHECK(p.content_free_roles.has(Role::PROCESS_DIRECTOR));
}
