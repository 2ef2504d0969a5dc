// TIME: explanation afterwards, deciding on what was seen. TIME-02 is a watch rule.
#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

constexpr unsigned motive_position = 8;

// As microseconds, for subtracting from a time; a month counts thirty days.
Micros length_of(const Duration& d) {
  return (static_cast<Micros>(d.months) * 30 + d.days) * micros_per_day + static_cast<Micros>(d.seconds) * micros_per_second;
}

// TIME-01 (seed 003 L194-198): afterwards, say which rules were not met and why it went this way.
Failure time_01(const Check& c) {
  if (c.header.getClaim() != schema::Conformity::AFTER_THE_FACT) return std::nullopt;
  const bool explained = c.filled(c.kind * 10u + motive_position, 0);
  return c.header.getDeviates().size() > 0 && explained ? std::nullopt : Failure(Values{});
}

// TIME-03 (docs/domain.md §0.5): events recorded later than a lag before the decision need not have been seen.
Failure time_03(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const std::uint64_t due = c.state()->recorded_by(c.t.at - length_of(c.parameters.seen_lag) - 1);
  const std::uint64_t seen = c.header.getSeenCount();
  if (seen >= due) return std::nullopt;
  return Values{{"actor", to_text(c.author)}, {"n", std::to_string(due - seen)}};
}

}  // namespace

std::vector<Rule> time_rules() {
  return {{"TIME-01", {}, time_01}, {"TIME-03", {407, 502, 605, 804, 905, 1101}, time_03}};
}

}  // namespace inzicht
