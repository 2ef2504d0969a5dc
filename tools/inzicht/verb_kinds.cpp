// kinds, template: what can be recorded. No ledger is needed.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "ledger/codec/json.h"
#include "ledger/codec/json_scalar.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/kind_forms.h"
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
  context.print(example_of(*kind).dump(2));
  return exit_done;
}

int show_template(const Context& context, const std::string& name) {
  const KindInfo* kind = find_kind(std::string_view(name));
  if (kind == nullptr) return context.fail({ErrorCode::not_found, fmt::format("template: no such kind: '{}'", name.substr(0, 40))});
  context.print(template_of(*kind).dump(2));
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

}  // namespace inzicht::cli
