// kinds, template: what can be recorded, and the lists of codes. No ledger is needed.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "ledger/codec/json.h"
#include "ledger/codec/json_scalar.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/kind_forms.h"
#include "tools/inzicht/kind_words.h"
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

// For programs; people get words (kind_words.h).
std::string type_name(capnp::StructSchema::Field field, capnp::Type type) {
  if (type.isText()) return std::string(tr(Lang::en, text_format_of(field) ? "type.code" : "type.text"));
  if (type.isData()) return id_kind_of(field) ? "id" : "base64";
  if (!type.isStruct()) return std::string(tr(Lang::en, "type.number"));
  return std::string(tr(Lang::en, is_scalar(type.asStruct()) ? "type.moment" : "type.facts"));
}

Json values_json(capnp::EnumSchema list, bool with_number) {
  Json out = Json::array();
  for (auto value : list.getEnumerants()) {
    if (value.getOrdinal() == 0) continue;
    Json one{{"code", code_of(value)}, {"nl", label_of(value).nl}, {"en", label_of(value).en}};
    if (with_number) one["number"] = value.getOrdinal();
    out.push_back(std::move(one));
  }
  return out;
}

Json field_json(capnp::StructSchema::Field field) {
  Json out{{"name", field.getProto().getName().cStr()}, {"nl", label_of(field).nl}, {"en", label_of(field).en}, {"required", is_required(field)}};
  auto type = field.getType();
  out["list"] = type.isList();
  if (type.isList()) type = type.asList().getElementType();
  if (type.isEnum()) {
    out["codes"] = name_of_list(type.asEnum());
    out["values"] = values_json(type.asEnum(), false);
  } else if (type.isStruct() && !is_scalar(type.asStruct()) && !is_any_facts(type.asStruct())) {
    out["fields"] = Json::array();
    for (auto inner : type.asStruct().getFields()) out["fields"].push_back(field_json(inner));
  } else {
    out["type"] = type_name(field, type);
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

// The fields of a record stand below it.
void add_fields(const Context& context, capnp::StructSchema schema, const std::string& prefix, Table& table) {
  for (auto field : schema.getFields()) {
    const std::string name = prefix + field.getProto().getName().cStr();
    table.add({name + (is_required(field) ? " *" : ""), std::string(label_of(field).in(context.lang)), type_in_words(field, context.lang)});
    auto type = field.getType();
    if (!is_record(type)) continue;
    const bool is_list = type.isList();
    if (is_list) type = type.asList().getElementType();
    add_fields(context, type.asStruct(), name + (is_list ? "[]." : "."), table);
  }
}

void print_fields(const Context& context, capnp::StructSchema schema, const std::string& prefix) {
  Table table({{std::string(context.tr("column.field")), 10, false}, {std::string(context.tr("column.meaning")), 10}, {std::string(context.tr("column.values")), 20}});
  add_fields(context, schema, prefix, table);
  fmt::print("{}", table.render(context.width(), context.colour()));
}

int show_lists(const Context& context) {
  const auto lists = code_lists();
  Table table({{std::string(context.tr("kinds.column.list")), 12}, {std::string(context.tr("column.meaning")), 12}, {std::string(context.tr("kinds.column.count")), 4, false, true}});
  for (const auto list : lists) {
    const auto label = label_of(list);
    const auto count = list.getEnumerants().size() - 1;  // without "unset"
    if (context.json) context.print(Json({{"list", name_of_list(list)}, {"nl", label.nl}, {"en", label.en}, {"count", count}}).dump());
    table.add({name_of_list(list), std::string(label.in(context.lang)), std::to_string(count)});
  }
  if (context.json) return exit_done;
  fmt::print("{}", table.render(context.width(), context.colour()));
  context.say(context.trf("count.of", table.rows(), table.rows()));
  return exit_done;
}

int show_list(const Context& context, const std::string& name) {
  const auto lists = code_lists();
  const auto found = std::ranges::find_if(lists, [&](capnp::EnumSchema list) { return name_of_list(list) == name; });
  if (found == lists.end()) return context.fail({ErrorCode::not_found, fmt::format("kinds: no such list: '{}'", name.substr(0, 40))});
  const auto label = label_of(*found);
  if (context.json) {
    context.print(Json({{"list", name}, {"nl", label.nl}, {"en", label.en}, {"values", values_json(*found, true)}}).dump());
    return exit_done;
  }
  context.print(fmt::format("{} · {}", name, label.in(context.lang)));
  Table table({{std::string(context.tr("column.number")), 4, false, true}, {std::string(context.tr("column.code")), 12}, {std::string(context.tr("kinds.column.dutch")), 12}, {std::string(context.tr("kinds.column.english")), 12}});
  for (auto value : found->getEnumerants())
    if (value.getOrdinal() != 0) table.add({std::to_string(value.getOrdinal()), std::string(code_of(value)), std::string(label_of(value).nl), std::string(label_of(value).en)});
  fmt::print("{}", table.render(context.width(), context.colour()));
  return exit_done;
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
  std::vector<std::string> roles;
  for (const auto role : kind->recorded_by) roles.push_back(role_in_words(role, context.lang));
  context.print(context.trf("kind.recorded_by", join(roles, ", ")));
  context.print(context.trf("kind.source", kind->source));
  if (!kind->rules.empty()) context.print(context.trf("kind.rules", join(kind->rules, ", ")));
  for (const auto& ref : kind->refs) context.print(context.trf("kind.ref", relation_in_words(ref, context.lang), targets_in_words(ref, context.lang), ref.least, ref.most));
  context.print("");
  print_fields(context, kind->facts, "");
  for (const auto& part : kind->parts) {
    if (part.is_list()) continue;
    context.print("");
    context.print(context.trf("kind.part", with_label(part.name, part.label.in(context.lang)), subject_in_words(part.subject, context.lang), classes_in_words(part, context.lang)));
    print_fields(context, part.schema, std::string(part.name) + ".");
  }
  context.print("");
  context.print(context.tr("kinds.required"));
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
  auto name = std::make_shared<std::string>(), list = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("kinds", std::string(v.context.tr("help.kinds")));
  auto* kind = verb->add_option("kind", *name, std::string(v.context.tr("help.record.kind")));
  // Without a name: all lists.
  auto* lists = verb->add_option("--list", *list, std::string(v.context.tr("help.kinds.list")))->expected(0, 1)->excludes(kind);
  verb->callback([=, context = &v.context, chosen = &v.chosen] {
    const bool of_lists = lists->count() > 0;
    *chosen = [=] {
      if (of_lists) return list->empty() ? show_lists(*context) : show_list(*context, *list);
      return name->empty() ? list_kinds(*context) : show_kind(*context, *name);
    };
  });
}

void add_template(Verbs& v) {
  auto name = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("template", std::string(v.context.tr("help.template")));
  verb->add_option("kind", *name, std::string(v.context.tr("help.record.kind")))->required();
  verb->callback([name, context = &v.context, chosen = &v.chosen] { *chosen = [context, name] { return show_template(*context, *name); }; });
}

}  // namespace inzicht::cli
