// kinds, template, rules: the catalogue as people see it. No ledger is needed.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "ledger/codec/json.h"
#include "ledger/codec/json_scalar.h"
#include "ledger/rules/rules.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

std::string join(const auto& items, std::string_view separator) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string codes_of(capnp::EnumSchema list) {
  std::vector<std::string> codes;
  for (auto value : list.getEnumerants())
    if (value.getOrdinal() != 0) codes.emplace_back(code_of(value));
  return join(codes, ", ");
}

// The facts of whichever kind is corrected: they hold all kinds, that of corrections too.
bool is_any_facts(capnp::StructSchema schema) { return schema == capnp::Schema::from<schema::Facts>(); }

std::string type_name(capnp::StructSchema::Field field, capnp::Type type, Lang lang) {
  if (type.isEnum()) return codes_of(type.asEnum());
  if (type.isList()) return std::string(tr(lang, "type.list")) + " " + type_name(field, type.asList().getElementType(), lang);
  if (type.isText()) {
    const auto format = text_format_of(field);
    return std::string(format ? tr(lang, "type.code") : tr(lang, "type.text"));
  }
  if (type.isData()) return id_kind_of(field) ? "id" : "base64";
  if (!type.isStruct()) return std::string(tr(lang, "type.number"));
  if (is_scalar(type.asStruct())) return std::string(tr(lang, "type.moment"));
  if (is_any_facts(type.asStruct())) return std::string(tr(lang, "type.facts"));
  std::vector<std::string> names;
  for (auto inner : type.asStruct().getFields()) names.emplace_back(inner.getProto().getName().cStr());
  return "{" + join(names, ", ") + "}";
}

Json field_json(capnp::StructSchema::Field field) {
  Json out{{"name", field.getProto().getName().cStr()}, {"nl", label_of(field).nl}, {"en", label_of(field).en}, {"required", is_required(field)}};
  auto type = field.getType();
  out["list"] = type.isList();
  if (type.isList()) type = type.asList().getElementType();
  if (type.isEnum()) {
    std::string name = type.asEnum().getShortDisplayName().cStr();
    if (!name.empty()) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    out["codes"] = name;
  } else if (type.isStruct() && !is_scalar(type.asStruct()) && !is_any_facts(type.asStruct())) {
    out["fields"] = Json::array();
    for (auto inner : type.asStruct().getFields()) out["fields"].push_back(field_json(inner));
  } else {
    out["type"] = type_name(field, type, Lang::en);
  }
  return out;
}

Json kind_json(const KindInfo& kind) {
  Json out{{"id", kind.id}, {"code", kind.code}, {"nl", kind.label.nl}, {"en", kind.label.en}, {"group", kind.group}, {"power", kind.is_power}, {"guarded", kind.is_guarded},
           {"recordedBy", kind.recorded_by}, {"rules", kind.rules}, {"source", kind.source}, {"facts", Json::array()}, {"parts", Json::array()}, {"references", Json::array()}};
  for (auto field : kind.facts.getFields()) out["facts"].push_back(field_json(field));
  for (const auto& part : kind.parts) {
    Json one{{"part", part.name}, {"type", part.part_type}, {"subject", part.subject}, {"classes", Json::array()}, {"fields", Json::array()}};
    for (auto cls : part.classes) one["classes"].push_back(code_of(cls));
    for (auto field : part.schema.getFields()) one["fields"].push_back(field_json(field));
    out["parts"].push_back(std::move(one));
  }
  for (const auto& ref : kind.refs)
    out["references"].push_back({{"relation", code_of(static_cast<schema::RefType>(ref.relation))}, {"kinds", ref.kinds}, {"least", ref.least}, {"most", ref.most}});
  return out;
}

int list_kinds(const Context& context) {
  if (context.json) {
    for (const auto& kind : kinds()) context.print(kind_json(kind).dump());
    return exit_done;
  }
  Table table({{std::string(context.tr("column.number")), 4, false, true}, {std::string(context.tr("column.kind")), 12}, {std::string(context.tr("column.code")), 12}, {std::string(context.tr("column.group")), 10}});
  for (const auto& kind : kinds()) {
    const auto dot = kind.group.find(" · ");
    const auto group = dot == std::string_view::npos ? kind.group : context.lang == Lang::nl ? kind.group.substr(0, dot) : kind.group.substr(dot + 4);
    table.add({std::to_string(kind.id), std::string(kind.label.in(context.lang)), std::string(kind.code), std::string(group)});
  }
  fmt::print("{}", table.render(context.width(), context.colour()));
  context.say(context.trf("count.of", table.rows(), table.rows()));
  return exit_done;
}

void print_fields(const Context& context, capnp::StructSchema schema, const std::string& prefix) {
  Table table({{std::string(context.tr("column.field")), 10, false}, {std::string(context.tr("column.meaning")), 10}, {std::string(context.tr("column.values")), 20}});
  for (auto field : schema.getFields()) {
    const std::string mark = is_required(field) ? " *" : "";
    table.add({prefix + field.getProto().getName().cStr() + mark, std::string(label_of(field).in(context.lang)), type_name(field, field.getType(), context.lang)});
  }
  fmt::print("{}", table.render(context.width(), context.colour()));
}

// A template: every field that may be filled, with what fits it.
Json template_of(const KindInfo& kind) {
  const auto value_of = [](auto&& self, capnp::StructSchema::Field field, capnp::Type type) -> Json {
    if (type.isList()) return Json::array({self(self, field, type.asList().getElementType())});
    if (type.isEnum()) return "(" + codes_of(type.asEnum()) + ")";
    if (type.isStruct() && !is_scalar(type.asStruct())) {
      Json out = Json::object();
      if (is_any_facts(type.asStruct())) return out;
      for (auto inner : type.asStruct().getFields()) out[inner.getProto().getName().cStr()] = self(self, inner, inner.getType());
      return out;
    }
    if (type.isText() || type.isData() || type.isStruct()) return "";
    return 0;
  };
  Json out{{"kind", kind.code}, {"case", "Z-"}, {"occurred", "2026-01-31 14:00"}, {"claim", "conforming"}, {"facts", Json::object()}, {"references", Json::array()}, {"parts", Json::array()}};
  for (auto field : kind.facts.getFields()) out["facts"][field.getProto().getName().cStr()] = value_of(value_of, field, field.getType());
  for (const auto& ref : kind.refs) out["references"].push_back({{"relation", code_of(static_cast<schema::RefType>(ref.relation))}, {"event", "E-"}});
  for (const auto& part : kind.parts) {
    if (part.is_list() || part.part_type % 10 >= 8) continue;
    Json fields = Json::object();
    for (auto field : part.schema.getFields()) fields[field.getProto().getName().cStr()] = value_of(value_of, field, field.getType());
    out["parts"].push_back({{"part", part.name}, {"subject", part.subject == "case" ? "case" : "P-"}, {"fields", std::move(fields)}});
  }
  if (kind.id < 200) out.erase("case");
  return out;
}

int show_kind(const Context& context, const std::string& name) {
  const KindInfo* kind = find_kind(std::string_view(name));
  if (kind == nullptr) return context.fail({ErrorCode::not_found, fmt::format("kinds: no such kind: '{}'", name.substr(0, 40))});
  if (context.json) {
    context.print(kind_json(*kind).dump());
    return exit_done;
  }
  context.print(fmt::format("{} {} · {}", kind->id, kind->code, kind->label.in(context.lang)));
  if (kind->is_power) context.print(context.tr("kind.power"));
  if (kind->is_guarded) context.print(context.tr("kind.guarded"));
  context.print(context.trf("kind.recorded_by", join(kind->recorded_by, ", ")));
  context.print(context.trf("kind.source", kind->source));
  if (!kind->rules.empty()) context.print(context.trf("kind.rules", join(kind->rules, ", ")));
  for (const auto& ref : kind->refs) {
    std::vector<std::string> targets;
    for (auto k : ref.kinds) targets.push_back(std::to_string(k));
    context.print(context.trf("kind.ref", code_of(static_cast<schema::RefType>(ref.relation)), targets.empty() ? "*" : join(targets, "/"), ref.least, ref.most));
  }
  context.print("");
  print_fields(context, kind->facts, "");
  for (const auto& part : kind->parts) {
    if (part.is_list()) continue;
    std::vector<std::string> classes;
    for (auto cls : part.classes) classes.emplace_back(label_of(cls, context.lang));
    context.print("");
    context.print(context.trf("kind.part", part.name, part.subject, classes.empty() ? "*" : join(classes, ", ")));
    print_fields(context, part.schema, std::string(part.name) + ".");
  }
  context.print("");
  context.print(context.tr("kind.example"));
  std::string example = fmt::format("  inzicht record {}{}", kind->code, kind->id < 200 ? "" : " --case Z-…");
  for (auto field : kind->facts.getFields()) {
    if (!is_required(field)) continue;
    const auto type = field.getType();
    const std::string value = type.isEnum() ? std::string(code_of(type.asEnum().getEnumerants()[1])) : "…";
    example += fmt::format(" --set {}={}", field.getProto().getName().cStr(), value);
  }
  context.print(example);
  return exit_done;
}

int show_template(const Context& context, const std::string& name) {
  const KindInfo* kind = find_kind(std::string_view(name));
  if (kind == nullptr) return context.fail({ErrorCode::not_found, fmt::format("template: no such kind: '{}'", name.substr(0, 40))});
  context.print(template_of(*kind).dump(2));
  return exit_done;
}

std::string_view severity_name(const Context& context, Severity severity) {
  switch (severity) {
    case Severity::gate: return context.tr("severity.gate");
    case Severity::warn: return context.tr("severity.warn");
    case Severity::watch: return context.tr("severity.watch");
  }
  return "";
}

Json rule_json(const RuleInfo& rule) {
  static constexpr const char* names[] = {"gate", "warn", "watch"};
  return {{"id", rule.id}, {"severity", names[static_cast<int>(rule.severity)]}, {"nl", rule.label_nl}, {"en", rule.label_en}, {"on", rule.on}, {"rule", rule.rule}, {"parameters", rule.parameters},
          {"messageNl", rule.message_nl}, {"messageEn", rule.message_en}, {"source", rule.source}, {"evaluated", rule.evaluated}};
}

int show_rules(const Context& context, const std::string& id) {
  const bool english = context.lang == Lang::en;
  if (!id.empty()) {
    const RuleInfo* rule = find_rule(id);
    if (rule == nullptr) return context.fail({ErrorCode::not_found, fmt::format("rules: no such rule: '{}'", id.substr(0, 20))});
    if (context.json) {
      context.print(rule_json(*rule).dump());
      return exit_done;
    }
    context.print(fmt::format("{} · {} · {}", rule->id, english ? rule->label_en : rule->label_nl, severity_name(context, rule->severity)));
    context.print(context.trf("rule.asks", rule->rule));
    context.print(context.trf("rule.message", english ? rule->message_en : rule->message_nl));
    context.print(context.trf("rule.on", rule->on));
    context.print(context.trf("rule.parameters", rule->parameters));
    context.print(context.trf("rule.source", rule->source));
    context.print(context.tr(rule->evaluated ? "rule.evaluated" : "rule.not_evaluated"));
    return exit_done;
  }
  Table table({{std::string(context.tr("column.rule")), 8, false}, {std::string(context.tr("column.label")), 16}, {std::string(context.tr("column.severity")), 8, false}, {std::string(context.tr("column.on")), 8}, {std::string(context.tr("column.evaluated")), 5, false}});
  for (const auto& rule : rules()) {
    if (context.json) {
      context.print(rule_json(rule).dump());
      continue;
    }
    table.add({rule.id, english ? rule.label_en : rule.label_nl, std::string(severity_name(context, rule.severity)), rule.on, std::string(context.tr(rule.evaluated ? "yes" : "no"))});
  }
  if (context.json) return exit_done;
  fmt::print("{}", table.render(context.width(), context.colour()));
  const auto evaluated = std::ranges::count_if(rules(), [](const RuleInfo& r) { return r.evaluated; });
  context.say(context.trf("rules.count", rules().size(), evaluated));
  return exit_done;
}

}  // namespace

void add_kinds(Verbs& v) {
  auto name = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("kinds", std::string(v.context.tr("help.kinds")));
  verb->add_option("kind", *name, std::string(v.context.tr("help.record.kind")));
  verb->callback([name, context = &v.context, chosen = &v.chosen] { *chosen = [context, name] { return name->empty() ? list_kinds(*context) : show_kind(*context, *name); }; });
}

void add_template(Verbs& v) {
  auto name = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("template", std::string(v.context.tr("help.template")));
  verb->add_option("kind", *name, std::string(v.context.tr("help.record.kind")))->required();
  verb->callback([name, context = &v.context, chosen = &v.chosen] { *chosen = [context, name] { return show_template(*context, *name); }; });
}

void add_rules(Verbs& v) {
  auto id = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("rules", std::string(v.context.tr("help.rules")));
  verb->add_option("rule", *id, std::string(v.context.tr("help.rules.rule")));
  verb->callback([id, context = &v.context, chosen = &v.chosen] { *chosen = [context, id] { return show_rules(*context, *id); }; });
}

}  // namespace inzicht::cli
