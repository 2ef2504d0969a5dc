#include "ledger/rules/catalogue_tables.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ledger/registry/registry.h"
#include "ledger/rules/check.h"
#include "ledger/rules/parameters.h"
#include "ledger/rules/tables.h"

namespace inzicht {
namespace {

template <class Row, class Make>
std::vector<Row> read_rows(std::string_view table, const Make& make) {
  std::vector<Row> out;
  for_each_line(table, [&](std::string_view line) { out.push_back(make(nlohmann::json::parse(line))); });
  return out;
}

bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

std::span<const AdmissionCheck> admission_checks() {
  static const auto rows = read_rows<AdmissionCheck>(tables::admission(), [](const nlohmann::json& row) {
    return AdmissionCheck{row.at("id"), row.at("refused_when"), row.at("message_nl"), row.at("message_en")};
  });
  return rows;
}

const AdmissionCheck* find_admission_check(std::string_view id) {
  const auto at = std::ranges::find(admission_checks(), id, &AdmissionCheck::id);
  return at == admission_checks().end() ? nullptr : &*at;
}

std::span<const ParameterInfo> parameter_infos() {
  static const auto rows = read_rows<ParameterInfo>(tables::parameters(), [](const nlohmann::json& row) {
    return ParameterInfo{row.at("key"), row.at("default"), row.at("used")};
  });
  return rows;
}

const ParameterInfo* find_parameter(std::string_view key) {
  const auto at = std::ranges::find(parameter_infos(), key, &ParameterInfo::key);
  return at == parameter_infos().end() ? nullptr : &*at;
}

// Those that rules read know their own form; of the others the default shows it.
bool is_readable_value(const ParameterInfo& parameter, std::string_view value) {
  if (const auto reads = parameter_reads(parameter.key, value)) return *reads;
  if (parse_duration(parameter.default_value)) return parse_duration(value).has_value();
  if (is_number(parameter.default_value)) return is_number(value) && value.size() < 10;
  return !value.empty();
}

ParameterValue value_in_force(const Registry& registry, const ParameterInfo& parameter, const Date& on) {
  ParameterValue out{parameter.default_value, std::nullopt, std::nullopt};
  for (const PolicyInfo& policy : registry.policies()) {
    const bool gives_values = policy.kind == schema::PolicyKind::RULE_PARAMETERS || policy.kind == schema::PolicyKind::LAW_TABLE;
    const auto at = policy.values.find(parameter.key);
    if (!gives_values || !policy.in_force(on) || at == policy.values.end() || !is_readable_value(parameter, at->second)) continue;
    out = {at->second, policy.event, policy.from};
  }
  return out;
}

}  // namespace inzicht
