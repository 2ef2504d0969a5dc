// The catalogue as data: rules.jsonl and its neighbours, read once.
#include <nlohmann/json.hpp>

#include "ledger/base/assert.h"
#include "ledger/rules/check.h"
#include "ledger/rules/rules.h"
#include "ledger/rules/tables.h"

namespace inzicht {
namespace {

Severity severity_of(const std::string& text) {
  if (text == "gate") return Severity::gate;
  return text == "warn" ? Severity::warn : Severity::watch;
}

RuleInfo info_of(const nlohmann::json& row) {
  const auto text = [&row](const char* key) { return row.at(key).get<std::string>(); };
  RuleInfo info;
  info.id = text("id");
  info.severity = severity_of(text("severity"));
  info.label_nl = text("nl");
  info.label_en = text("en");
  info.on = text("on");
  info.rule = text("rule");
  info.parameters = text("parameters");
  info.message_nl = text("message_nl");
  info.message_en = text("message_en");
  info.source = text("source");
  info.evaluated = is_evaluated(info.id);
  return info;
}

std::vector<RuleInfo> read_rules() {
  std::vector<RuleInfo> out;
  for_each_line(tables::rules(), [&out](std::string_view line) { out.push_back(info_of(nlohmann::json::parse(line))); });
  INZICHT_ASSERT(!out.empty());
  return out;
}

const std::vector<RuleInfo>& all() {
  static const std::vector<RuleInfo> rules = read_rules();
  return rules;
}

}  // namespace

std::span<const RuleInfo> rules() { return all(); }

const RuleInfo* find_rule(std::string_view id) {
  for (const RuleInfo& rule : all())
    if (rule.id == id) return &rule;
  return nullptr;
}

// Rules, terms, admission checks, parameters and measures: whatever can change an outcome changes the hash.
std::string_view catalogue_bytes() {
  static const std::string bytes = [] {
    std::string out;
    for (auto table : {tables::rules(), tables::terms(), tables::admission(), tables::parameters(), tables::measures()}) out += table;
    return out;
  }();
  return bytes;
}

}  // namespace inzicht
