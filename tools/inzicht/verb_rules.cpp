// rules: the whole catalogue that judges and watches: rules, terms, checks of admission, parameters. No ledger is needed.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "ledger/rules/catalogue_tables.h"
#include "ledger/rules/rules.h"
#include "ledger/watch/terms.h"
#include "projections/owners.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/rule_texts.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

std::string_view severity_name(const Context& context, Severity severity) {
  switch (severity) {
    case Severity::gate: return context.tr("severity.gate");
    case Severity::warn: return context.tr("severity.warn");
    case Severity::watch: return context.tr("severity.watch");
  }
  return "";
}

// When it is judged: at recording, or over time on the worklist.
std::string_view judged(const Context& context, const RuleInfo& rule) {
  if (rule.severity == Severity::watch) return context.tr("rule.watched");
  return context.tr(rule.evaluated ? "rule.evaluated" : "rule.not_evaluated");
}

std::string owners_of(const TermInfo& term) {
  std::string out;
  for (const auto owner : term.owners) out += (out.empty() ? "" : ", ") + std::string(views::owner_code(owner));
  return out;
}

std::string in_language(const Context& context, std::string_view english, std::string_view dutch) { return std::string(context.lang == Lang::en ? english : dutch); }

Json json_of(const RuleInfo& rule) {
  static constexpr const char* names[] = {"gate", "warn", "watch"};
  return {{"id", rule.id}, {"type", "rule"}, {"severity", names[static_cast<int>(rule.severity)]}, {"nl", rule.label_nl}, {"en", rule.label_en}, {"on", rule.on}, {"rule", rule.rule}, {"ruleNl", dutch_of(rule.id)}, {"parameters", rule.parameters},
          {"messageNl", rule.message_nl}, {"messageEn", rule.message_en}, {"source", rule.source}, {"evaluated", rule.evaluated}, {"watched", rule.severity == Severity::watch}};
}
Json json_of(const TermInfo& term) {
  Json owners = Json::array();
  for (const auto owner : term.owners) owners.push_back(views::owner_code(owner));
  return {{"id", term.id}, {"type", "term"}, {"opened", term.opened}, {"settled", term.settled}, {"openedNl", dutch_of(term.id)}, {"settledNl", dutch_settled_of(term.id)}, {"length", term.length}, {"owners", owners}, {"source", term.source}};
}
Json json_of(const AdmissionCheck& check) {
  return {{"id", check.id}, {"type", "admission"}, {"refusedWhen", check.refused_when}, {"refusedWhenNl", dutch_of(check.id)}, {"messageNl", check.message_nl}, {"messageEn", check.message_en}};
}
Json json_of(const ParameterInfo& parameter) { return {{"id", parameter.key}, {"type", "parameter"}, {"default", parameter.default_value}, {"usedBy", parameter.used_by}}; }

void show(const Context& context, const RuleInfo& rule) {
  const bool english = context.lang == Lang::en;
  context.print(fmt::format("{} · {} · {}", rule.id, english ? rule.label_en : rule.label_nl, severity_name(context, rule.severity)));
  context.print(context.trf("rule.asks", in_language(context, rule.rule, dutch_of(rule.id))));
  context.print(context.trf("rule.message", english ? rule.message_en : rule.message_nl));
  context.print(context.trf("rule.on", rule.on));
  context.print(context.trf("rule.parameters", rule.parameters));
  context.print(context.trf("rule.source", rule.source));
  context.print(judged(context, rule));
}
void show(const Context& context, const TermInfo& term) {
  context.print(fmt::format("{} · {}", term.id, context.tr("rule.term")));
  context.print(context.trf("term.opened", in_language(context, term.opened, dutch_of(term.id))));
  context.print(context.trf("term.settled", in_language(context, term.settled, dutch_settled_of(term.id))));
  context.print(context.trf("term.length", term.length));
  context.print(context.trf("term.owners", owners_of(term)));
  context.print(context.trf("rule.source", term.source));
}
void show(const Context& context, const AdmissionCheck& check) {
  context.print(fmt::format("{} · {}", check.id, context.tr("rule.admission")));
  context.print(context.trf("admission.refused_when", in_language(context, check.refused_when, dutch_of(check.id))));
  context.print(context.trf("rule.message", context.lang == Lang::en ? check.message_en : check.message_nl));
}
void show(const Context& context, const ParameterInfo& parameter) {
  context.print(fmt::format("{} · {}", parameter.key, context.tr("rule.parameter")));
  context.print(context.trf("parameter.default", parameter.default_value));
  context.print(context.trf("parameter.used_by", parameter.used_by));
}

std::vector<std::string> cells(const Context& context, const RuleInfo& rule) {
  return {rule.id, context.lang == Lang::en ? rule.label_en : rule.label_nl, std::string(severity_name(context, rule.severity)), rule.on, std::string(judged(context, rule))};
}
std::vector<std::string> cells(const Context& context, const TermInfo& term) {
  return {term.id, in_language(context, term.opened, dutch_of(term.id)), in_language(context, term.settled, dutch_settled_of(term.id)), term.length, owners_of(term)};
}
std::vector<std::string> cells(const Context& context, const AdmissionCheck& check) {
  return {check.id, in_language(context, check.refused_when, dutch_of(check.id)), context.lang == Lang::en ? check.message_en : check.message_nl};
}
std::vector<std::string> cells(const Context&, const ParameterInfo& parameter) { return {parameter.key, parameter.default_value, parameter.used_by}; }

template <class Rows>
int list(const Context& context, const Rows& rows, std::initializer_list<const char*> columns) {
  std::vector<TableColumn> heads;
  for (const char* key : columns) heads.push_back({std::string(context.tr(key)), 8, heads.size() > 0, false});
  Table table(heads);
  for (const auto& row : rows) {
    if (context.json) context.print(json_of(row).dump());
    else table.add(cells(context, row));
  }
  if (!context.json) fmt::print("{}", table.render(context.width(), context.colour()));
  if (!context.json) context.say(context.trf("count.of", rows.size(), rows.size()));
  return exit_done;
}

template <class Row>
int show_one(const Context& context, const Row& row) {
  if (context.json) context.print(json_of(row).dump());
  else show(context, row);
  return exit_done;
}

int find(const Context& context, const std::string& id) {
  if (const RuleInfo* rule = find_rule(id)) return show_one(context, *rule);
  for (const TermInfo& term : terms())
    if (term.id == id) return show_one(context, term);
  if (const auto* check = find_admission_check(id)) return show_one(context, *check);
  if (const auto* parameter = find_parameter(id)) return show_one(context, *parameter);
  return context.fail({ErrorCode::not_found, fmt::format("rules: expected a rule, term, admission check or parameter, such as SHARE-01, TERM-11, ADM-5 or maxGoals; found '{}'", id.substr(0, 20))});
}

int run(const Context& context, const std::string& id, const std::string& what) {
  if (!id.empty()) return find(context, id);
  if (what == "terms") return list(context, terms(), {"column.rule", "column.opened", "column.settled", "column.length", "column.owners"});
  if (what == "admission") return list(context, admission_checks(), {"column.rule", "column.refused_when", "column.message"});
  if (what == "parameters") return list(context, parameter_infos(), {"column.parameter", "column.default", "column.used_by"});
  return list(context, rules(), {"column.rule", "column.label", "column.severity", "column.on", "column.evaluated"});
}

}  // namespace

void add_rules(Verbs& v) {
  auto id = std::make_shared<std::string>();
  auto what = std::make_shared<std::string>("rules");
  auto* verb = v.app.add_subcommand("rules", std::string(v.context.tr("help.rules")));
  verb->add_option("rule", *id, std::string(v.context.tr("help.rules.rule")));
  verb->add_option("--only", *what, std::string(v.context.tr("help.rules.only")))->check(CLI::IsMember({"rules", "terms", "admission", "parameters"}));
  verb->callback([id, what, context = &v.context, chosen = &v.chosen] { *chosen = [context, id, what] { return run(*context, *id, *what); }; });
}

}  // namespace inzicht::cli
