#include "tools/families/family_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/codec/json_scalar.h"
#include "ledger/schema/types.capnp.h"
#include "tools/families/family_parts.h"
#include "tools/families/shorthand_text.h"

namespace inzicht::families {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::string_view> split_top(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (text[i] == '[' || text[i] == '(')) ++depth;
    if (i < text.size() && (text[i] == ']' || text[i] == ')')) --depth;
    if (i == text.size() || (depth == 0 && text[i] == separator)) {
      const auto piece = trim(text.substr(from, i - from));
      if (!piece.empty()) out.push_back(piece);
      from = i + 1;
    }
  }
  return out;
}

namespace {

// Facts left out in the tables.
const std::map<std::string, std::string, std::less<>>& defaults() {
  static const std::map<std::string, std::string, std::less<>> values{
      {"pressure", "none"},       {"capacity", "self"},         {"capacityJudged", "notInDoubt"}, {"art9", "none"},
      {"art10", "none"},          {"detail", "content"},        {"basis", "publicTask"},          {"knowledge", "withKnowledge"},
      {"familyPresent", "no"},    {"understood", "yes"},        {"dilemma", "no"},                {"anonymised", "no"},
      {"level", "caseLevel"},     {"cooperation", "withFamily"},{"expectationsAsked", "yes"},     {"handover", "notApplicable"},
      {"familyHadSay", "yes"},    {"dangerForVisitor", "no"},   {"urgent", "no"},               {"result", "none"},
      {"identityChecked", "yes"}, {"municipality", "0000"}};
  return values;
}

void add_defaults(Json& facts, capnp::StructSchema schema, const std::string& day) {
  for (auto field : schema.getNonUnionFields()) {
    const std::string name = field.getProto().getName().cStr();
    if (facts.contains(name) || !is_required(field)) {
      if (facts.contains(name) && facts[name].is_array() && field.getType().isList() && field.getType().asList().getElementType().isStruct())
        for (auto& item : facts[name])
          if (item.is_object()) add_defaults(item, field.getType().asList().getElementType().asStruct(), day);
      continue;
    }
    if (const auto at = defaults().find(name); at != defaults().end()) {
      facts[name] = at->second;
    } else if (field.getType().isEnum() && field.getType().asEnum() == capnp::Schema::from<schema::YesNoUnknown>()) {
      facts[name] = "unknown";
    } else if (field.getType().isStruct() && field.getType().asStruct() == capnp::Schema::from<schema::Date>()) {
      facts[name] = day;  // valid from the day it happened
    }
  }
}

std::string with_classes(std::string_view value, const FamilyNames& names) {
  std::string out;
  for (auto word : split_top(value, ',')) {
    if (!out.empty()) out += ",";
    out += word;
    if (const auto at = names.recipient_class.find(std::string(word)); at != names.recipient_class.end()) out += ":" + at->second;
  }
  return out;
}

bool is_list_of_records(capnp::StructSchema::Field field) {
  const auto type = field.getType();
  if (!type.isList() || !type.asList().getElementType().isStruct()) return false;
  const auto element = type.asList().getElementType().asStruct();
  return !is_scalar(element) && element != capnp::Schema::from<schema::Recipient>();
}

bool is_part_reference(capnp::StructSchema::Field field) {
  auto type = field.getType();
  if (type.isList()) type = type.asList().getElementType();
  return type.isStruct() && type.asStruct() == capnp::Schema::from<schema::PartRef>();
}

bool is_recipient(capnp::StructSchema::Field field) {
  auto type = field.getType();
  if (type.isList()) type = type.asList().getElementType();
  return type.isStruct() && type.asStruct() == capnp::Schema::from<schema::Recipient>();
}

// "[all members x domains 1-16]": every member of the family, every life domain but the last two.
Json whole_coverage(const FamilyNames& names) {
  Json out = Json::array();
  for (const auto& member : names.members)
    for (auto domain : capnp::Schema::from<schema::LifeDomain>().getEnumerants())
      if (domain.getOrdinal() >= 1 && domain.getOrdinal() <= 16) out.push_back({{"subject", member}, {"domain", std::string(code_of(domain))}, {"status", "assessed"}});
  return out;
}

// One fact from its short-hand.
std::expected<Json, InputError> fact_of(capnp::StructSchema::Field field, std::string value, const FamilyNames& names, const IdResolver& ids) {
  const std::string name = field.getProto().getName().cStr();
  if (value == "[all members x domains 1-16]") return whole_coverage(names);
  if (is_recipient(field)) {
    // "O4 partner" names the class itself.
    if (const auto space = value.find(' '); space != std::string::npos) value[space] = ':';
    else value = with_classes(value, names);
  }
  // Records of one word each, as people write them: "w1,r1,M".
  if (is_list_of_records(field) && !value.starts_with('[')) std::ranges::replace(value, ',', ';');
  return parse_shorthand(field, value, ids, "facts." + name);
}

// How somebody was told, where the line does not say: at the contact with them of that day, else elsewhere.
std::string mode_of_that_day(const FamilyRow& row, const Json& told, const FamilyNames& names) {
  std::string out = "elsewhere";
  for (const auto& [n, earlier] : names.rows)
    if (earlier["kind"] == 701 && earlier["occurred"].get<std::string>().substr(0, 10) == row.occurred.substr(0, 10))
      for (const auto& one : earlier["facts"]["with"])
        if (std::ranges::find(told, one) != told.end()) out = earlier["facts"]["mode"];
  return out;
}

std::expected<Json, InputError> references_of(const FamilyRow& row, const FamilyNames& names) {
  Json out = Json::array();
  for (const auto& reference : references_in(row)) {
    const auto at = names.event_ids.find(reference.target);
    if (at == names.event_ids.end()) return std::unexpected(InputError{"ADM-11", "refs", "een eerdere regel", "an earlier row"});
    out.push_back({{"relation", reference.relation}, {"event", at->second}});
  }
  return out;
}

// "2018-03..2018-09" is a period by the month, its last day included.
Json occurred_of(const FamilyRow& row) {
  const auto dots = row.occurred.find("..");
  if (dots == std::string::npos) return row.occurred;
  const auto from = parse_month(row.occurred.substr(0, dots)), until = parse_month(row.occurred.substr(dots + 2));
  if (!from || !until) return row.occurred;
  const Date after = until->month == 12 ? Date{static_cast<std::int16_t>(until->year + 1), 1, 1} : Date{until->year, static_cast<std::uint8_t>(until->month + 1), 1};
  return {{"from", to_text(Date{from->year, from->month, 1})}, {"until", to_text(local_date(local_midnight(after) - 1))}, {"precision", "month"}};
}

}  // namespace

std::vector<RowReference> references_in(const FamilyRow& row) {
  std::vector<RowReference> out;
  if (row.refs == "–") return out;
  for (auto item : split_top(row.refs, ';')) {
    const auto space = item.find(' ');
    for (auto target : split_top(item.substr(space + 1), ',')) out.push_back({std::string(item.substr(0, space)), std::string(target)});
  }
  return out;
}

Json part_references(std::string_view items, const std::vector<std::string>& persons, const FamilyNames& names) {
  Json out = Json::array();
  for (auto item : split_top(items, ',')) {
    const auto dot = item.find('.');
    const std::string number(item.substr(0, dot));
    const auto event = names.event_ids.find(number);
    const auto row = names.rows.find(static_cast<unsigned>(std::strtoul(number.c_str(), nullptr, 10)));
    if (event == names.event_ids.end() || row == names.rows.end()) continue;
    const Json& parts = row->second["parts"];
    for (unsigned n = 0; n < parts.size(); ++n) {
      const auto subject = parts[n]["subject"].get<std::string>();
      const bool wanted = dot == std::string_view::npos ? subject == "case" || std::ranges::find(persons, subject) != persons.end() : std::to_string(n) == item.substr(dot + 1);
      if (wanted) out.push_back({{"event", event->second}, {"part", n}});
    }
  }
  return out;
}

Result<std::vector<FamilyRow>> parse_family(std::string_view jsonl) {
  std::vector<FamilyRow> out;
  for (auto line : split_top(jsonl, '\n')) {
    const auto json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return fail(ErrorCode::bad_input, "family: expected one JSON object per line");
    FamilyRow row;
    row.n = json.value("n", 0u);
    row.kind = json.value("kind", std::uint16_t{0});
    for (auto [name, into] : {std::pair{"occurred", &row.occurred}, {"recorded", &row.recorded}, {"who", &row.who}, {"claim", &row.claim},
                              {"facts", &row.facts}, {"refs", &row.refs}, {"line", &row.line}})
      *into = json.value(name, std::string());
    out.push_back(std::move(row));
  }
  return out;
}

Micros occurred_from(const FamilyRow& row) {
  if (const auto month = parse_month(row.occurred.substr(0, row.occurred.find("..")))) return local_midnight({month->year, month->month, 1});
  return parse_local(row.occurred).value_or(0);
}

// "10:30" is on the day it occurred; otherwise a full date.
Micros recorded_at(const FamilyRow& row) {
  if (row.recorded.size() == 5) return parse_local(row.occurred.substr(0, 10) + " " + row.recorded).value_or(0);
  return parse_local(row.recorded).value_or(0);
}

std::expected<Json, InputError> row_to_json(const FamilyRow& row, const FamilyNames& names, const IdResolver& ids) {
  const KindInfo* kind = find_kind(row.kind);
  if (kind == nullptr) return std::unexpected(InputError{"ADM-2", "kind", "een bekende soort", "a known kind"});
  Json out{{"kind", row.kind}, {"occurred", occurred_of(row)}, {"facts", Json::object()}};
  Fill fill;
  Json added = Json::array();
  std::vector<std::pair<capnp::StructSchema::Field, std::string>> items;
  for (auto assignment : split_top(row.facts, ';')) {
    const auto equals = assignment.find('=');
    const std::string name(assignment.substr(0, equals));
    std::string value(assignment.substr(equals + 1));
    if (name == "fill") {
      fill = parse_fill(value);
      continue;
    }
    if (name == "subjects") {
      for (auto word : split_top(value, ',')) added.push_back(std::string(word));
      continue;
    }
    KJ_IF_MAYBE (field, kind->facts.findFieldByName(name)) {
      if (is_part_reference(*field)) {
        items.emplace_back(*field, value);
        continue;
      }
      auto json = fact_of(*field, value, names, ids);
      if (!json) return json;
      out["facts"][name] = std::move(*json);
    } else {
      return std::unexpected(InputError{"ADM-2", "facts." + name, "een veld van deze soort", "a field of this kind"});
    }
  }
  const auto persons = persons_of(row, names, out["facts"], added);
  for (const auto& [field, value] : items) {
    Json parts = part_references(value, persons, names);
    if (parts.empty()) return std::unexpected(InputError{"ADM-11", "facts.items", "delen van een eerdere regel", "parts of an earlier row"});
    out["facts"][field.getProto().getName().cStr()] = field.getType().isList() ? parts : parts[0];
  }
  if (row.kind == 410 && !out["facts"].contains("means")) out["facts"]["means"] = mode_of_that_day(row, out["facts"]["told"], names);
  add_defaults(out["facts"], kind->facts, to_text(local_date(occurred_from(row))));
  if (!added.empty()) out["subjects"] = added;
  out["parts"] = parts_of(*kind, row, fill, names, out["facts"], added);
  if (!fill.motives.empty()) {
    out["deviates"] = fill.motives;
    out["parts"].push_back({{"part", "deviationMotive"}, {"subject", "case"}, {"fields", {{"text", row.line}}}});
  }
  out["claim"] = row.claim == "c" ? "conforming" : row.claim == "d" ? "deviation" : "afterTheFact";
  auto references = references_of(row, names);
  if (!references) return references;
  out["references"] = std::move(*references);
  return out;
}

}  // namespace inzicht::families
