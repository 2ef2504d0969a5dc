#include "tools/exchange/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <toml++/toml.h>

#include "crypto/digest.h"
#include "ledger/codec/catalogue.h"
#include "tools/exchange/byte_source.h"
#include "tools/exchange/field_limits.h"

namespace inzicht::exchange {
namespace {

constexpr std::size_t mapping_bytes_max = 64 * 1024;

std::unexpected<Error> wrong(const toml::node& node, std::string_view what) {
  return fail(ErrorCode::bad_input, fmt::format("mapping: line {}: {}", node.source().begin.line, what));
}

Status only_keys(const toml::table& table, std::string_view where, std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : table) {
    if (std::ranges::find(known, key.str()) != known.end()) continue;
    std::string names;
    for (const auto name : known) names += (names.empty() ? "" : ", ") + std::string(name);
    return wrong(node, fmt::format("unknown key {}{}: expected one of {}", where, shown_name(key.str()), names));
  }
  return {};
}

// The table of this name; empty when there is none.
Result<const toml::table*> section(const toml::table& root, std::string_view name) {
  static const toml::table none;
  const auto* node = root.get(name);
  if (node == nullptr) return &none;
  if (const auto* table = node->as_table()) return table;
  return wrong(*node, fmt::format("{}: expected a table [{}]", name, name));
}

// Answers whether it is there.
Result<bool> read_text(const toml::table& table, std::string_view where, std::string_view key, std::string& out) {
  const auto* node = table.get(key);
  if (node == nullptr) return false;
  const auto* text = node->as_string();
  if (text == nullptr) return wrong(*node, fmt::format("{}{}: expected a text in quotes", where, key));
  out = text->get();
  return true;
}

Status read_column(const toml::table& table, std::string_view key, bool may_be_none, MappedColumn& out) {
  INZICHT_TRY(there, read_text(table, "columns.", key, out.name));
  if (!there) return {};
  out.must_exist = !out.name.empty();
  if (out.name.empty() && !may_be_none) return wrong(*table.get(key), fmt::format("columns.{}: expected the name of a column", key));
  return {};
}

Status read_columns(const toml::table& root, Mapping& out) {
  INZICHT_TRY(table, section(root, "columns"));
  INZICHT_CHECK(only_keys(*table, "columns.", {"case", "activity", "time", "resource", "id"}));
  INZICHT_CHECK(read_column(*table, "case", false, out.kase));
  INZICHT_CHECK(read_column(*table, "activity", false, out.activity));
  INZICHT_CHECK(read_column(*table, "time", false, out.time));
  INZICHT_CHECK(read_column(*table, "resource", true, out.resource));
  INZICHT_CHECK(read_column(*table, "id", true, out.id));
  if (table->contains("id")) out.id_otherwise.clear();
  for (const auto& [key, column] : {std::pair("case", &out.kase), std::pair("activity", &out.activity), std::pair("time", &out.time)})
    if (column->name.empty()) return fail(ErrorCode::bad_input, fmt::format("mapping: columns.{} is missing: name the column that holds it", key));
  return {};
}

Status read_form(const toml::table& root, Mapping& out) {
  INZICHT_TRY(csv, section(root, "csv"));
  if (out.format != SourceFormat::csv && !csv->empty()) return wrong(*csv, "csv: has no meaning for XES");
  INZICHT_CHECK(only_keys(*csv, "csv.", {"separator"}));
  std::string separator(1, out.separator);
  INZICHT_CHECK(read_text(*csv, "csv.", "separator", separator));
  if (separator != ";" && separator != "," && separator != "\t") return wrong(*csv, "csv.separator: expected \";\", \",\" or \"\\t\"");
  out.separator = separator[0];
  INZICHT_TRY(time, section(root, "time"));
  INZICHT_CHECK(only_keys(*time, "time.", {"format", "zone"}));
  std::string format, zone = "Europe/Amsterdam";
  INZICHT_CHECK(read_text(*time, "time.", "format", format));
  INZICHT_CHECK(read_text(*time, "time.", "zone", zone));
  auto form = TimeForm::of(std::move(format), zone);
  if (!form) return wrong(*time, form.error().text);
  out.time_form = std::move(*form);
  INZICHT_TRY(part, section(root, "part"));
  INZICHT_CHECK(only_keys(*part, "part.", {"class"}));
  std::string cls(code_of(out.part_class));
  INZICHT_CHECK(read_text(*part, "part.", "class", cls));
  const auto part_class = parse_code<schema::PartClass>(cls);
  if (!part_class || *part_class == schema::PartClass::LIST)
    return wrong(*part, "part.class: expected identity, narrative, facts, health, criminal or safety");
  out.part_class = *part_class;
  return {};
}

Status read_kinds(const toml::table& root, Mapping& out) {
  INZICHT_TRY(table, section(root, "kinds"));
  for (const auto& [activity, node] : *table) {
    const KindInfo* kind = nullptr;
    if (const auto* code = node.as_string()) kind = find_kind(std::string_view(code->get()));
    if (const auto* number = node.as_integer(); number != nullptr && number->get() > 0 && number->get() <= 0xFFFF)
      kind = find_kind(static_cast<std::uint16_t>(number->get()));
    if (kind == nullptr) return wrong(node, "kinds: expected the number or code of a kind (`inzicht kinds`)");
    out.kinds.emplace(activity.str(), kind->id);
  }
  return {};
}

Status read_values(const toml::table& root, std::string_view name, Values& out) {
  INZICHT_TRY(table, section(root, name));
  for (const auto& [column, node] : *table) {
    const auto* list = node.as_array();
    if (list == nullptr) return wrong(node, fmt::format("{}: expected a list of texts", name));
    auto& values = out[std::string(column.str())];
    for (const auto& value : *list) {
      if (!value.is_string()) return wrong(value, fmt::format("{}: expected a list of texts", name));
      values.insert(value.as_string()->get());
    }
  }
  return {};
}

Result<Mapping> read_table(const toml::table& root, SourceFormat format) {
  Mapping out = format == SourceFormat::xes ? Mapping::of_xes() : Mapping();
  out.format = format;
  INZICHT_CHECK(only_keys(root, "", {"columns", "csv", "time", "part", "kinds", "keep", "leave_out"}));
  INZICHT_CHECK(read_columns(root, out));
  INZICHT_CHECK(read_form(root, out));
  INZICHT_CHECK(read_kinds(root, out));
  INZICHT_CHECK(read_values(root, "keep", out.keep));
  INZICHT_CHECK(read_values(root, "leave_out", out.leave_out));
  return out;
}

}  // namespace

Mapping Mapping::of_xes() {
  Mapping out;
  out.format = SourceFormat::xes;
  out.kase = {"concept:name", true};
  out.activity = {"concept:name", true};
  out.time = {"time:timestamp", true};
  out.resource = {"org:resource", false};
  out.id = {"identity:id", false};
  out.id_otherwise = "concept:instance";
  out.digest = crypto::sha256(Bytes());
  return out;
}

Result<Mapping> Mapping::parse(std::string_view toml, SourceFormat format) {
  try {
    INZICHT_TRY(out, read_table(toml::parse(toml), format));
    out.digest = crypto::sha256(crypto::bytes_of(toml));
    return out;
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::bad_input, fmt::format("mapping: line {}: {}", error.source().begin.line, error.description()));
  }
}

Result<Mapping> Mapping::read(const std::filesystem::path& path, SourceFormat format) {
  INZICHT_TRY(source, ByteSource::open(path));
  std::string text;
  while (true) {
    INZICHT_TRY(piece, source->next());
    if (piece.empty()) return parse(text, format);
    text.append(piece.begin(), piece.end());
    if (text.size() > mapping_bytes_max) return fail(ErrorCode::limit, fmt::format("mapping: expected at most {} bytes", mapping_bytes_max));
  }
}

std::vector<Mapping::Named> Mapping::required_columns() const {
  std::vector<Named> out;
  const auto add = [&out](std::string_view key, const MappedColumn& column) {
    if (column.must_exist) out.push_back({key, column.name});
  };
  add("columns.case", kase);
  add("columns.activity", activity);
  add("columns.time", time);
  add("columns.resource", resource);
  add("columns.id", id);
  for (const auto& [column, values] : keep) out.push_back({"keep", column});
  for (const auto& [column, values] : leave_out) out.push_back({"leave_out", column});
  return out;
}

}  // namespace inzicht::exchange
