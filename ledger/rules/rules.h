// The rules of the catalogue, as data and as pure functions of header, folded state, registry and the policies in force.
//
// Shape:   evaluate answers every gate and warn rule that fails, in catalogue order; values hold what the message's
//          {placeholders} ask: codes and ids only.
// Errors:  none: a rule that cannot be judged for want of state does not fail.
// Threads: everything is safe from any thread.
// Source:  docs/domain.md §0.10, §6; each rule names its own source (seed line or law article) in rules.jsonl.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/case_state.h"
#include "ledger/registry/registry.h"
#include "ledger/schema/recorded.h"

namespace inzicht {

enum class Severity { gate, warn, watch };
struct RuleInfo {
  std::string id;
  Severity severity = Severity::watch;
  std::string label_nl, label_en;
  std::string on;          // kinds, as in the catalogue
  std::string rule;        // what it asks, in words
  std::string parameters;
  std::string message_nl, message_en;
  std::string source;
  bool evaluated = false;  // by this version, when an event is recorded
};
std::span<const RuleInfo> rules();
const RuleInfo* find_rule(std::string_view id);
// The exact bytes of the catalogue; their hash stands in every admission.
std::string_view catalogue_bytes();

struct RuleInput {
  const Recorded& event;    // recorded_at is the time it would get
  const CaseState* state;   // of its case, before it; null when it has none
  const Registry& registry; // before it
  bool imported = false;    // gate rules are not run
};
using Values = std::map<std::string, std::string>;
struct RuleFinding {
  const RuleInfo* rule = nullptr;
  Values values;
};
std::vector<RuleFinding> evaluate(const RuleInput& input);
// Whether an event with this claim is kept out by a rule that fails: a gate does, unless the event names it as a deviation or
// was written down afterwards (docs/domain.md §0.10).
bool refuses(const RuleInfo& rule, schema::Header::Reader header);
bool names_rule(schema::Header::Reader header, std::string_view id);

struct AdmRefusal {
  std::string adm;  // "ADM-3", "ADM-13"
  Values values;
};
// ADM-3: numbers outside their range (goal score by method, weight).
std::optional<AdmRefusal> check_ranges(const RuleInput& input);
// ADM-14: satisfaction is measured without a person as respondent or subject.
std::optional<AdmRefusal> check_anonymity(const RuleInput& input);
// ADM-13: a power kind without the power. Registrars named by genesis may enrol, register and grant; others by 106 powers;
// reading (1301, 1302) by the matrix of docs/domain.md §2.4 with a current 204, 206 or 106. The gate rules bound to a power
// kind refuse here too, whatever the claim.
std::optional<AdmRefusal> check_power(const RuleInput& input);
// The 109 events in force whose values the evaluation used, ascending.
std::vector<EventId> policies_used(const RuleInput& input);

// The message of a rule or admission check with its placeholders filled; `english` false gives Dutch.
std::string message_of(std::string_view id, bool english, const Values& values);

}  // namespace inzicht
