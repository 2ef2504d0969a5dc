// SHARE-11 and SHARE-13: telling later, and not sharing what is restricted.
#include <algorithm>

#include "ledger/rules/codes.h"
#include "ledger/rules/decision_force.h"
#include "ledger/rules/restrictions.h"

namespace inzicht {
namespace {

// SHARE-11 (JW 7.3.2(4); UAVG 41): after asking another professional, for a reason, with a day of review that is not far
// off. Whoever postpones again has asked again since (docs/domain.md §8.6).
Failure share_11(const Check& c) {
  const auto facts = c.facts.getInformingPostponed();
  const Date review = date_of(facts.getReviewOn());
  const bool dated = facts.hasReviewOn() && c.t.on <= review && review <= add(c.t.on, c.parameters.max_postpone);
  if (!dated || facts.getReason() == schema::PostponeReason::UNSET) return Values{};
  if (c.state() == nullptr) return std::nullopt;
  const auto before = reference_of(c.header, schema::RefType::SUPERSEDES);
  const Postponement* earlier = before ? c.state()->sharing().postponement(*before) : nullptr;
  for (const EventId& event : references_of(c.header, schema::RefType::BASED_ON)) {
    const Consultation* held = c.state()->sharing().consultation(event);
    if (held == nullptr || held->occurred > c.t.at || !held->is_with_another(c.author)) continue;
    if (earlier == nullptr || held->occurred > earlier->occurred) return std::nullopt;
  }
  return Values{};
}

// What is about to go where; for an export or bundle without recipients and categories.
struct Flow {
  std::vector<SubjectId> about;
  std::vector<Recipient> to;
  CodeSet<schema::DataCategory> categories;
  schema::SharePurpose purpose = schema::SharePurpose::UNSET;
};

bool lifts_restriction(const Decision& d) {
  using enum schema::ShareException;
  constexpr CodeSet<schema::ShareException> exempt{LEGAL_CLAIM, VITAL_INTEREST, VT_REPORT, COURT_ORDER};
  if (d.route == schema::ShareRoute::TO_SUBJECT) return true;  // the rights rules apply instead (§8.2)
  return d.route == schema::ShareRoute::EXCEPTION && exempt.has(d.exception);
}

// The person agreed to processing after the block, and that stands; a consent that names categories and recipients must
// name these.
bool consented_after(const Check& c, const ScopeMatch& match, const Block& block, const SubjectId& person, const Flow& flow) {
  return std::ranges::any_of(c.state()->consents().all(), [&](const Consent& consent) {
    constexpr auto kind = schema::ConsentKind::AVG_GRONDSLAG;
    if (std::pair(consent.given.at, consent.index) <= std::pair(block.placed, block.index)) return false;
    if (flow.to.empty()) {
      return consent.kind == kind && consent.own_statement && names(consent.about, person) && match.in_force(consent, {person, {}, {}, {}}) &&
             match.was_entitled(consent, person);
    }
    return std::ranges::all_of(flow.to, [&](const Recipient& r) {
      return r.subject == person || match.covers(consent, kind, {person, match.complete(r), flow.categories, flow.purpose});
    });
  });
}

Failure restricted(const Check& c, const Flow& flow, const std::vector<const Decision*>& rests_on) {
  const ScopeMatch match(c);
  for (const SubjectId& person : flow.about) {
    const Block* block = c.state()->rights().block_on(person, restriction_or_objection, c.t.at);
    if (block == nullptr) continue;
    const bool to_self = !flow.to.empty() && std::ranges::all_of(flow.to, [&](const Recipient& r) { return r.subject == person; });
    const bool exempt = std::ranges::any_of(rests_on, [&](const Decision* d) { return lifts_restriction(*d) && names(d->about, person); });
    if (!to_self && !exempt && !consented_after(c, match, *block, person, flow)) return Values{{"person", to_text(person)}};
  }
  return std::nullopt;
}

Failure restricted_decision(const Check& c) {
  const Decision d = decision_of(c.input.event);
  if (!d.shares()) return std::nullopt;
  return restricted(c, {d.about, d.recipients, d.categories, d.purpose}, {&d});
}

Failure restricted_share(const Check& c) {
  const auto facts = c.facts.getInformationShared();
  return restricted(c, {ids_of<SubjectId>(facts.getAbout()), recipients_of(facts.getRecipients()), CodeSet<schema::DataCategory>::of(facts.getCategories()), facts.getPurpose()},
                    executed_decisions(c));
}

Failure restricted_export(const Check& c) {
  const auto facts = c.facts.getExported();
  if (opens_restricted(c, facts.getPurpose())) return std::nullopt;
  return restricted(c, {ids_of<SubjectId>(facts.getAbout()), {}, {}, {}}, executed_decisions(c));
}

// A bundle of a case names no persons in its header: there a restriction on the case counts, and one on somebody when
// nothing at all was withheld.
Failure restricted_bundle(const Check& c) {
  const auto facts = c.facts.getBundleMade();
  const bool claim = reference_of(c.header, schema::RefType::BASED_ON).has_value();  // a complaint (1210): AVG 18(2)
  if (claim || opens_restricted(c, facts.getPurpose())) return std::nullopt;
  for (const EventId& event : references_of(c.header, schema::RefType::EXECUTES))
    if (c.state()->rights().answer(event) != nullptr) return std::nullopt;  // what a person asked about themselves
  const auto executed = executed_decisions(c);
  if (facts.hasScopeSubject()) return restricted(c, {{id_or_zero<SubjectId>(facts.getScopeSubject())}, {}, {}, {}}, executed);
  const Rights& rights = c.state()->rights();
  const Block* block = facts.getWithheld() == 0 ? rights.any_block(restriction_or_objection, c.t.at) : rights.block_on_case(restriction_or_objection, c.t.at);
  if (block == nullptr || std::ranges::any_of(executed, [](const Decision* d) { return lifts_restriction(*d); })) return std::nullopt;
  return Values{{"person", block->about ? to_text(*block->about) : std::string()}};
}

// SHARE-13 (AVG 18, 21): what is restricted or objected to is not shared, but for what the law leaves open.
Failure share_13(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  switch (c.kind) {
    case 407: return restricted_decision(c);
    case 408: return restricted_share(c);
    case 1302: return restricted_export(c);
    default: return restricted_bundle(c);
  }
}

}  // namespace

std::vector<Rule> restriction_rules() { return {{"SHARE-11", {411}, share_11}, {"SHARE-13", {407, 408, 1302, 1303}, share_13}}; }

}  // namespace inzicht
