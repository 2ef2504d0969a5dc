// DWANG: an order of an authority, under the law of its day, and no consequence of drang that would need one without.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/measures.h"

namespace inzicht {
namespace {

// DWANG-02 (law table §5.2): authority, article and executor fit the measure on the day of the decision.
Failure order_fits_law(const Check& c) {
  const auto facts = c.facts.getDwangDecided();
  const MeasureLaw* law = measure_law(facts.getMeasure());
  if (law == nullptr) return std::nullopt;
  const Date on = date_of(facts.getDecidedOn());
  const std::string_view article(facts.getArticle().cStr(), facts.getArticle().size());
  const OrganisationInfo* executor = c.registry().find_organisation(id_or_zero<OrganisationId>(facts.getExecutor()));
  const bool executes = executor == nullptr || law->executors.empty() || law->executors.has(executor->type);
  if (law->is_law_on(on) && law->authorities.has(facts.getAuthority()) && law->names(article) && executes) return std::nullopt;
  return Values{{"authority", code_text(facts.getAuthority())}, {"measure", code_text(facts.getMeasure())}, {"article", std::string(article)}};
}

// DWANG-06 (§5.2; seed 003 L3917-3940): a consequence that needs an order names it, and drang becomes dwang by one only.
Failure consequence_rests_on_order(const Check& c) {
  const auto facts = c.facts.getDrangFollowedUp();
  using enum schema::DrangConsequence;
  constexpr CodeSet<schema::DrangConsequence> ordered{MEASURE_REQUESTED, EVICTION_CONTINUES, BENEFIT_SUSPENDED, TRUANCY_REPORT, PENALTY_EXECUTED};
  const bool becomes_order = facts.getFollowUp() == schema::DrangFollowUp::TO_DWANG;
  const bool applied = facts.getFollowUp() == schema::DrangFollowUp::CONSEQUENCE_APPLIED && ordered.has(facts.getConsequence());
  if (!becomes_order && !applied) return std::nullopt;
  if (reference_of(c.header, schema::RefType::UNDER_ORDER)) return std::nullopt;
  if (becomes_order && reference_of(c.header, schema::RefType::BASED_ON)) return std::nullopt;  // a request (905)
  return Values{{"consequence", becomes_order ? code_text(facts.getFollowUp()) : code_text(facts.getConsequence())}};
}

}  // namespace

std::vector<Rule> dwang_order_rules() { return {{"DWANG-02", {906}, order_fits_law}, {"DWANG-06", {904}, consequence_rests_on_order}}; }

}  // namespace inzicht
