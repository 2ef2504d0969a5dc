#include "ledger/rules/decision_standing.h"

#include <capnp/message.h>

#include "ledger/rules/decision_force.h"

namespace inzicht {

DecisionReach decision_reach(const Decision& decision, const CaseState& state, const Registry& registry, Micros at) {
  DecisionReach out;
  // Force is judged at the moment of an event: one that says nothing but when.
  capnp::MallocMessageBuilder message;
  auto header = message.initRoot<schema::Header>();
  header.initOccurred().setFrom(at);
  const Recorded moment{0, at, {}, header.asReader()};
  const RuleInput input{moment, &state, registry};
  const Check check(input);
  const DecisionForce force(check);
  for (const SubjectId& person : decision.about)
    for (const Recipient& recipient : decision.recipients) {
      ++out.pairs;
      if (decision.shares() && force.in_force(decision, person, recipient)) ++out.holds;
    }
  return out;
}

}  // namespace inzicht
