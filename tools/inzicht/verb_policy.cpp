// policy: which value each parameter has on a day and which event gave it; adopting other values from a file.
#include <CLI/CLI.hpp>
#include <toml++/toml.h>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/rules/catalogue_tables.h"
#include "tools/inzicht/record_event.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t file_bytes_max = std::size_t{1} << 20;

Json json_of(const ParameterInfo& parameter, const ParameterValue& value) {
  Json out{{"key", parameter.key}, {"value", value.value}, {"default", parameter.default_value}, {"usedBy", parameter.used_by}};
  out["event"] = value.given_by ? Json(to_text(*value.given_by)) : Json(nullptr);
  out["since"] = value.since ? Json(to_text(*value.since)) : Json(nullptr);
  return out;
}

int show(const Context& context, const std::string& on, bool changed_only) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  const auto day = on.empty() ? local_date((*ledger)->clock().now()) : parse_date(on);
  if (!day) return context.fail({ErrorCode::bad_input, "--on: expected a date such as 2026-01-31"});
  Table table({{std::string(context.tr("column.parameter")), 12, false}, {std::string(context.tr("column.value")), 8}, {std::string(context.tr("column.default")), 8},
               {std::string(context.tr("column.since")), 10, false}, {std::string(context.tr("column.used_by")), 8}});
  std::size_t shown = 0;
  for (const auto& parameter : parameter_infos()) {
    const auto value = (*ledger)->service().with_registry([&](const Registry& registry) { return value_in_force(registry, parameter, *day); });
    if (changed_only && !value.given_by) continue;
    ++shown;
    if (context.json) context.print(json_of(parameter, value).dump());
    else table.add({parameter.key, value.value, parameter.default_value, value.since ? to_text(*value.since) : "", parameter.used_by});
  }
  if (context.json) return exit_done;
  fmt::print("{}", table.render(context.width(), context.colour()));
  context.say(context.trf("count.of", shown, parameter_infos().size()));
  return exit_done;
}

// What people write in the file.
struct PolicyFile {
  std::string kind = "ruleParameters", title, owner, valid_from, valid_until;
  std::vector<std::pair<std::string, std::string>> values;
  Digest digest{};
};

std::unexpected<Error> wrong(const std::string& what) { return fail(ErrorCode::bad_input, "policy: " + what); }

std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  if (const auto* day = node.as_date()) return fmt::format("{:04}-{:02}-{:02}", day->get().year, day->get().month, day->get().day);
  return {};
}

Status read_values(const toml::table& values, bool parameters, PolicyFile& out) {
  for (const auto& [key, node] : values) {
    const std::string name(key.str()), value = text_of(node);
    if (value.empty()) return wrong(fmt::format("values.{}: expected a text, a number, true or false", name));
    if (parameters) {
      const auto* known = find_parameter(name);
      if (known == nullptr) return wrong(fmt::format("values.{}: expected a parameter from `inzicht rules --only parameters`", name.substr(0, 64)));
      if (!is_readable_value(*known, value)) return wrong(fmt::format("values.{}: expected a value of the form of {}", name, known->default_value));
    }
    out.values.emplace_back(name, value);
  }
  return {};
}

Result<PolicyFile> read_policy(const std::string& path) {
  INZICHT_TRY(bytes, read_file(path, file_bytes_max));
  PolicyFile out;
  out.digest = crypto::sha256(bytes);
  try {
    const auto table = toml::parse(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      std::string* into = name == "kind" ? &out.kind : name == "title" ? &out.title : name == "owner" ? &out.owner : name == "valid_from" ? &out.valid_from : name == "valid_until" ? &out.valid_until : nullptr;
      if (name == "values" && node.is_table()) continue;
      if (into == nullptr) return wrong(fmt::format("{}: expected kind, title, owner, valid_from, valid_until or [values]", name.substr(0, 40)));
      *into = text_of(node);
      if (into->empty()) return wrong(fmt::format("{}: expected a text or a date", name));
    }
    const auto kind = parse_code<schema::PolicyKind>(out.kind);
    if (!kind) return wrong("kind: expected a code of policyKind, such as ruleParameters");
    if (out.title.empty() || out.valid_from.empty()) return wrong("expected a title and valid_from");
    const bool parameters = *kind == schema::PolicyKind::RULE_PARAMETERS;
    if (const auto* values = table["values"].as_table()) INZICHT_CHECK(read_values(*values, parameters, out));
    if (parameters && out.values.empty()) return wrong("values: expected at least one parameter");
  } catch (const toml::parse_error& error) {
    return wrong(fmt::format("line {}: {}", error.source().begin.line, error.description()));
  }
  return out;
}

// The newest policy of the kind, which the new one replaces.
const PolicyInfo* newest(const Registry& registry, schema::PolicyKind kind) {
  const PolicyInfo* out = nullptr;
  for (const PolicyInfo& policy : registry.policies())
    if (policy.kind == kind && (out == nullptr || policy.version >= out->version)) out = &policy;
  return out;
}

Json draft_of(const PolicyFile& file, const Registry& registry, const std::optional<OrganisationId>& own) {
  Json out{{"kind", 109},
           {"facts", {{"policyKind", file.kind}, {"validFrom", file.valid_from}, {"textDigest", crypto::base64(file.digest)}, {"values", Json::array()}}},
           {"parts", {{{"part", "text"}, {"subject", "ledger"}, {"fields", {{"title", file.title}}}}}}};
  const auto* before = newest(registry, *parse_code<schema::PolicyKind>(file.kind));
  out["facts"]["version"] = before == nullptr ? 1 : before->version + 1;
  if (before != nullptr) out["references"] = {{{"relation", "supersedes"}, {"event", to_text(before->event)}}};
  if (!file.owner.empty() || own) out["facts"]["owner"] = file.owner.empty() ? to_text(*own) : file.owner;
  if (!file.valid_until.empty()) out["facts"]["validUntil"] = file.valid_until;
  std::map<std::string, std::string> values;
  // What the one before gave and this one does not name stays as it was.
  if (before != nullptr) values.insert(before->values.begin(), before->values.end());
  for (const auto& [key, value] : file.values) values[key] = value;
  for (const auto& [key, value] : values) out["facts"]["values"].push_back({{"key", key}, {"value", value}});
  if (values.empty()) out["facts"].erase("values");
  return out;
}

int adopt(const Context& context, const std::string& path) {
  const auto file = read_policy(path);
  if (!file) return context.fail(file.error());
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  const auto draft = (*ledger)->service().with_registry([&](const Registry& registry) {
    const auto actor = (*author)->profile().actor;
    const ActorInfo* info = actor ? registry.find_actor(*actor) : nullptr;
    const auto own = info != nullptr && info->organisation ? info->organisation : registry.genesis() ? std::optional(registry.genesis()->owner) : std::nullopt;
    return draft_of(*file, registry, own);
  });
  LedgerIds ids(**ledger);
  return record_json(context, **ledger, **author, draft, ids);
}

}  // namespace

void add_policy(Verbs& v) {
  auto* verb = v.app.add_subcommand("policy", std::string(v.context.tr("help.policy")));
  verb->require_subcommand(1);
  auto on = std::make_shared<std::string>();
  auto changed = std::make_shared<bool>(false);
  auto* shown = verb->add_subcommand("show", std::string(v.context.tr("help.policy.show")));
  shown->add_option("--on", *on, std::string(v.context.tr("help.policy.on")));
  shown->add_flag("--changed", *changed, std::string(v.context.tr("help.policy.changed")));
  shown->callback([on, changed, context = &v.context, chosen = &v.chosen] { *chosen = [context, on, changed] { return show(*context, *on, *changed); }; });
  auto file = std::make_shared<std::string>();
  auto* adopted = verb->add_subcommand("adopt", std::string(v.context.tr("help.policy.adopt")));
  adopted->add_option("file", *file, std::string(v.context.tr("help.policy.file")))->required();
  adopted->callback([file, context = &v.context, chosen = &v.chosen] { *chosen = [context, file] { return adopt(*context, *file); }; });
}

}  // namespace inzicht::cli
