// Which rules look at which kinds, and running them.
#include <unordered_map>

#include "ledger/rules/check.h"

namespace inzicht {

// All rules that this version evaluates when an event is recorded. Watch rules run over time, elsewhere.
const std::vector<Rule>& all_rules() {
  static const auto table = [] {
    std::vector<Rule> out;
    for (auto group : {time_rules, role_rules, signal_rules, consent_rules, share_decision_rules, share_rules, meeting_rules, plan_rules, drang_offer_rules,
                       dwang_order_rules, close_rules, assessment_rules, process_model_rules, safety_rules, plan_order_rules, intervention_rules, evaluation_rules,
                       restriction_rules, rights_rules, erasure_rules, access_rules})
      for (Rule& rule : group()) out.push_back(std::move(rule));
    return out;
  }();
  return table;
}

namespace {

struct Bound {
  const RuleInfo* info;
  Failure (*check)(const Check&);
};

// Per kind, in catalogue order; kind 0 holds the rules for all kinds.
const std::unordered_map<std::uint16_t, std::vector<Bound>>& by_kind() {
  static const auto table = [] {
    std::unordered_map<std::uint16_t, std::vector<Bound>> out;
    const auto add = [&out](const Rule& rule, const RuleInfo& info) {
      if (rule.kinds.empty()) {
        for (auto& [kind, bound] : out) bound.push_back({&info, rule.check});
      } else {
        for (auto kind : rule.kinds) out[kind].push_back({&info, rule.check});
      }
    };
    out[0];
    // Every kind that some rule names must be there before a rule for all kinds is added to it.
    for (const Rule& rule : all_rules())
      for (auto kind : rule.kinds) out[kind];
    for (const RuleInfo& info : rules())
      for (const Rule& rule : all_rules())
        if (rule.id == info.id) add(rule, info);
    return out;
  }();
  return table;
}

}  // namespace

bool is_evaluated(std::string_view id) {
  if (id == "ACC-01") return true;  // by check_power
  for (const Rule& rule : all_rules())
    if (rule.id == id) return true;
  return false;
}

std::vector<RuleFinding> evaluate(const RuleInput& input) {
  const Check check(input);
  const auto found = by_kind().find(check.kind);
  const auto& bound = found == by_kind().end() ? by_kind().at(0) : found->second;
  std::vector<RuleFinding> out;
  for (const Bound& rule : bound) {
    if (input.imported && rule.info->severity == Severity::gate) continue;
    if (auto failure = rule.check(check)) out.push_back({rule.info, std::move(*failure)});
  }
  return out;
}

bool names_rule(schema::Header::Reader header, std::string_view id) {
  for (auto named : header.getDeviates())
    if (id == std::string_view(named.cStr(), named.size())) return true;
  return false;
}

bool refuses(const RuleInfo& rule, schema::Header::Reader header) {
  return rule.severity == Severity::gate && header.getClaim() != schema::Conformity::AFTER_THE_FACT && !names_rule(header, rule.id);
}

}  // namespace inzicht
