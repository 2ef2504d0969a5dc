#include "ledger/rules/check.h"

namespace inzicht {

// The policies whose values stood in the parameters that the rules could read on that day.
std::vector<EventId> policies_used(const RuleInput& input) {
  return parameter_policies(input.registry, local_date(occurred_at(input.event)));
}

}  // namespace inzicht
