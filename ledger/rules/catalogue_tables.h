// What stands beside the rules in the catalogue, for people: checks of admission, and parameters with the value in force on a day.
//
// Shape:   the rows of admission.jsonl and parameters.jsonl, in their order.
// Errors:  none: an unknown key is absent.
// Threads: everything is safe from any thread.
// Source:  docs/domain.md §0.10, §6.3.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/time.h"

namespace inzicht {

class Registry;

struct AdmissionCheck {
  std::string id;            // "ADM-5"
  std::string refused_when;  // in English, as in the catalogue
  std::string message_nl, message_en;
};
std::span<const AdmissionCheck> admission_checks();
const AdmissionCheck* find_admission_check(std::string_view id);

struct ParameterInfo {
  std::string key;            // "maxGoals"
  std::string default_value;  // "5"
  std::string used_by;        // rules, terms or views
};
std::span<const ParameterInfo> parameter_infos();
const ParameterInfo* find_parameter(std::string_view key);
// Whether a policy may give the parameter this value; a value that does not read would be passed over when rules are judged.
bool is_readable_value(const ParameterInfo& parameter, std::string_view value);

struct ParameterValue {
  std::string value;
  std::optional<EventId> given_by;  // the policy event; absent: the default
  std::optional<Date> since;
};
ParameterValue value_in_force(const Registry& registry, const ParameterInfo& parameter, const Date& on);

}  // namespace inzicht
