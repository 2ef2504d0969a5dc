// PLAN: interventions within their limits, and measurements that belong to something.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Limit = InterventionLimit;

const Limit* limit_of(const Check& c, schema::InterventionType intervention) {
  const auto at = std::ranges::find(c.parameters.intervention_limits, intervention, &Limit::intervention);
  return at == c.parameters.intervention_limits.end() ? nullptr : &*at;
}

std::string range_text(const auto& least, const auto& most, auto text) {
  return (least ? text(*least) : std::string()) + ".." + (most ? text(*most) : std::string());
}
std::string duration_text(const Limit& limit) {
  return "duration " + range_text(limit.shortest, limit.longest, [](const Duration& d) { return to_text(d); });
}
std::string age_text(const Limit& limit) {
  return "age " + range_text(limit.youngest, limit.eldest, [](std::uint64_t age) { return std::to_string(age); });
}

bool is_child(const Check& c, const SubjectId& person) {
  const PersonRow* row = c.state()->people().person(person, c.t.at);
  return c.state()->people().is_minor(person, c.t) || (row != nullptr && row->role == schema::PersonRole::CHILD);
}

// The children that it is for, else those of the household; without any, whoever it is for.
std::vector<SubjectId> judged_by_age(const Check& c) {
  const auto named = ids_of<SubjectId>(c.facts.getInterventionStarted().getFor());
  const auto child = [&](const SubjectId& person) { return is_child(c, person); };
  std::vector<SubjectId> out;
  std::ranges::copy_if(named, std::back_inserter(out), child);
  if (out.empty()) std::ranges::copy_if(c.state()->people().household(c.t.at), std::back_inserter(out), child);
  return out.empty() ? named : out;
}

// Help for a family is for its children and parents alike: one child of the age that it is meant for is enough.
bool fits_age(const Check& c, const Limit& limit) {
  if (c.state() == nullptr || (!limit.youngest && !limit.eldest)) return true;
  const auto people = judged_by_age(c);
  return people.empty() || std::ranges::any_of(people, [&](const SubjectId& person) {
           const auto age = c.state()->people().age(person, c.t);
           if (!age) return true;
           return (!limit.eldest || age->least <= static_cast<int>(*limit.eldest)) && (!limit.youngest || age->most >= static_cast<int>(*limit.youngest));
         });
}

bool fits_hours(const Limit& limit, std::optional<std::uint64_t> hours) { return !limit.most_hours || !hours || *hours <= *limit.most_hours; }

bool is_too_long(const Limit& limit, const Date& from, const Date& until) { return limit.longest && add(from, *limit.longest) < until; }
bool is_too_short(const Limit& limit, const Date& from, const Date& until) { return limit.shortest && until < add(from, *limit.shortest); }

Failure exceeds(const Limit& limit, const std::string& what) {
  return what.empty() ? std::nullopt : Failure(Values{{"intervention", code_text(limit.intervention)}, {"limit", what}});
}

Failure planned_within(const Check& c) {
  const auto facts = c.facts.getInterventionStarted();
  const Limit* limit = limit_of(c, facts.getIntervention());
  if (limit == nullptr) return std::nullopt;
  std::string what;
  if (facts.hasPlannedEnd()) {
    const Date end = date_of(facts.getPlannedEnd());
    if (is_too_long(*limit, c.t.on, end) || is_too_short(*limit, c.t.on, end)) append(what, duration_text(*limit));
  }
  const auto hours = facts.hasPlannedHours() ? std::optional(facts.getPlannedHours().getValue()) : std::nullopt;
  if (!fits_hours(*limit, hours)) append(what, "hours .." + std::to_string(*limit->most_hours));
  if (!fits_age(c, *limit)) append(what, age_text(*limit));
  return exceeds(*limit, what);
}

// What stopped before its time is no breach of the shortest duration.
Failure ended_within(const Check& c) {
  const auto ended = reference_of(c.header, schema::RefType::ENDS);
  const StartedIntervention* started = ended && c.state() != nullptr ? c.state()->plans().intervention(*ended) : nullptr;
  const Limit* limit = started == nullptr ? nullptr : limit_of(c, started->type);
  if (limit == nullptr) return std::nullopt;
  const auto facts = c.facts.getInterventionEnded();
  const bool completed = facts.getEnding() == schema::InterventionEnd::AS_PLANNED;
  std::string what;
  if (is_too_long(*limit, started->from, c.t.on) || (completed && is_too_short(*limit, started->from, c.t.on))) append(what, duration_text(*limit));
  const auto hours = facts.hasHours() ? std::optional(facts.getHours().getValue()) : std::nullopt;
  if (!fits_hours(*limit, hours)) append(what, "hours .." + std::to_string(*limit->most_hours));
  return exceeds(*limit, what);
}

// PLAN-10 (docs/domain.md §5.4; seed 003 L4587-4925).
Failure plan_10(const Check& c) { return c.kind == 808 ? planned_within(c) : ended_within(c); }

// PLAN-12 (seed 003 L1556-1559): a score says of which plan, goal or intervention.
Failure plan_12(const Check& c) {
  if (c.kind == 604) {
    using enum schema::MeasurementMoment;
    const auto moment = c.facts.getMeasurementTaken().getMoment();
    if (moment != PLAN_MAKING && moment != EVALUATION) return std::nullopt;
  }
  return reference_of(c.header, schema::RefType::CONCERNS) ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> intervention_rules() { return {{"PLAN-10", {808, 809}, plan_10}, {"PLAN-12", {604, 803}, plan_12}}; }

}  // namespace inzicht
