#include "ledger/verify/retention_terms.h"

#include <algorithm>

#include "ledger/verify/header_fields.h"

namespace inzicht {
namespace {

// Where no policy says otherwise: docs/domain.md §6.3.
constexpr Duration jeugdwet_default{20 * 12, 0, 0}, wmo_default{15 * 12, 0, 0};

Date date_of_fact(schema::Date::Reader d) { return Date{d.getYear(), d.getMonth(), d.getDay()}; }

}  // namespace

void RetentionTerms::take(const EventId& id, schema::Header::Reader header) {
  const auto facts = header.getFacts();
  if (header.getKind() == kind_erasure_decided) {
    const auto decided = facts.getErasureDecided();
    if (decided.getScope() == schema::ErasureScope::PURGE) is_wmo_.try_emplace(id, std::string_view(decided.getArticle().cStr()).starts_with("WMO-"));
  }
  if (header.getKind() != kind_policy_adopted) return;
  const auto policy = facts.getPolicyAdopted();
  if (policy.getPolicyKind() != schema::PolicyKind::RULE_PARAMETERS && policy.getPolicyKind() != schema::PolicyKind::RETENTION_TABLE) return;
  for (auto value : policy.getValues()) {
    const std::string_view key(value.getKey().cStr());
    const auto term = parse_duration(value.getValue().cStr());
    if (!term || (key != "retentionJeugdwet" && key != "retentionWmo")) continue;
    auto& list = key == "retentionWmo" ? wmo_ : jeugdwet_;
    list.push_back({date_of_fact(policy.getValidFrom()), policy.hasValidUntil() ? std::optional(date_of_fact(policy.getValidUntil())) : std::nullopt, *term});
  }
}

Duration RetentionTerms::term_on(bool is_wmo, const Date& day) const {
  Duration out = is_wmo ? wmo_default : jeugdwet_default;
  for (const auto& one : policies(is_wmo))
    if (one.from <= day && (!one.until || day <= *one.until)) out = one.term;
  return out;
}

std::optional<Duration> RetentionTerms::asked_by(schema::Header::Reader executed, Micros recorded_at) const {
  if (executed.getFacts().getErasureExecuted().getScope() != schema::ErasureScope::PURGE) return std::nullopt;
  const Date day = local_date(recorded_at);
  for (auto reference : executed.getReferences()) {
    if (reference.getRelation() != schema::RefType::EXECUTES) continue;
    const auto decision = is_wmo_.find(id_of<EventId>(reference.getEvent()).value_or(EventId{}));
    if (decision != is_wmo_.end()) return term_on(decision->second, day);
  }
  return term_on(false, day);
}

}  // namespace inzicht
