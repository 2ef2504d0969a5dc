#include "tools/families/family_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/schema/types.capnp.h"

namespace inzicht::families {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

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

// Facts left out in the tables.
const std::map<std::string, std::string, std::less<>>& defaults() {
  static const std::map<std::string, std::string, std::less<>> values{
      {"pressure", "none"},       {"capacity", "self"},         {"capacityJudged", "notInDoubt"}, {"art9", "none"},
      {"art10", "none"},          {"detail", "content"},        {"basis", "publicTask"},          {"knowledge", "withKnowledge"},
      {"familyPresent", "no"},    {"understood", "yes"},        {"dilemma", "no"},                {"anonymised", "no"},
      {"level", "caseLevel"},     {"cooperation", "withFamily"},{"expectationsAsked", "yes"},     {"handover", "notApplicable"},
      {"familyHadSay", "yes"},    {"dangerForVisitor", "no"},   {"municipality", "0000"}};
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

struct Fill {
  std::set<std::string> fields;
  std::vector<std::string> motives;
};
Fill parse_fill(std::string_view value) {
  Fill out;
  for (auto item : split_top(value, ',')) {
    if (item.starts_with("motive(") && item.ends_with(")")) {
      out.motives.emplace_back(item.substr(7, item.size() - 8));
    } else {
      out.fields.insert(std::string(item));
    }
  }
  return out;
}

// Whom a part of this kind is about in this row: the case, or each person that the named fact holds.
std::vector<std::string> subjects_of_part(const PartInfo& part, const Json& facts, const Json& added) {
  const std::string rule(part.subject);
  if (rule == "case") return {"case"};
  std::vector<std::string> out;
  const auto take = [&out](const Json& value) {
    if (value.is_string()) out.push_back(value.get<std::string>());
    if (value.is_array())
      for (const auto& one : value) {
        if (one.is_string()) out.push_back(one.get<std::string>());
        if (one.is_object() && one.contains("subject") && one["subject"].is_string()) out.push_back(one["subject"].get<std::string>());
      }
  };
  const auto slash = rule.find('/');
  const std::string fact = rule.substr(0, slash);
  if (facts.contains(fact)) {
    take(facts[fact]);
  } else if (fact == "each") {
    for (const char* name : {"persons", "about", "with", "to", "for", "told", "heard", "who", "child"})
      if (facts.contains(name) && out.empty()) take(facts[name]);
    if (out.empty()) take(added);
  }
  if (out.empty() && slash != std::string::npos && rule.substr(slash + 1) == "case") return {"case"};
  return out;
}

bool holds_name(std::string_view field) { return field == "name" || field == "preferredName"; }

Json fields_of_part(const PartInfo& part, const Fill& fill, const FamilyRow& row, const FamilyNames& names, const std::string& subject) {
  Json fields = Json::object();
  bool line_used = false;
  for (auto field : part.schema.getFields()) {
    const std::string name = field.getProto().getName().cStr();
    const bool asked = fill.fields.contains(name) || is_required(field);
    if (!asked || !field.getType().isText()) continue;
    if (holds_name(name)) {
      const auto at = names.person_names.find(subject);
      fields[name] = at == names.person_names.end() ? subject : at->second;
    } else {
      const auto label = std::string(label_of(field).nl);
      fields[name] = line_used ? fmt::format("{}: zie de uitleg bij deze gebeurtenis.", label) : row.line;
      line_used = true;
    }
  }
  return fields;
}

// Kinds whose words the line of the table belongs to although no field is required.
bool tells_the_line(std::uint32_t part_type) {
  switch (part_type) {
    case 7010: case 5030: case 8070: case 8080: case 9030: case 4020: case 4030: case 9060: case 9080: case 2030: return true;
    default: return false;
  }
}

Json parts_of(const KindInfo& kind, const FamilyRow& row, const Fill& fill, const FamilyNames& names, const Json& facts, const Json& added) {
  Json out = Json::array();
  for (const auto& part : kind.parts) {
    if (part.is_list() || part.part_type % 10 >= 8) continue;
    bool asked = false;
    for (auto field : part.schema.getFields())
      asked = asked || is_required(field) || fill.fields.contains(std::string(field.getProto().getName().cStr()));
    const bool line = !asked && tells_the_line(part.part_type);
    if (!asked && !line) continue;
    for (const auto& subject : subjects_of_part(part, facts, added)) {
      Json fields = fields_of_part(part, fill, row, names, subject);
      if (line) fields[part.schema.getFields()[0].getProto().getName().cStr()] = row.line;
      if (fields.empty()) continue;
      out.push_back({{"part", std::string(part.name)}, {"subject", subject}, {"fields", std::move(fields)}});
    }
  }
  return out;
}

std::expected<Json, InputError> references_of(const FamilyRow& row, const FamilyNames& names) {
  Json out = Json::array();
  if (row.refs == "–") return out;
  for (auto item : split_top(row.refs, ';')) {
    const auto space = item.find(' ');
    const std::string relation(item.substr(0, space));
    for (auto target : split_top(item.substr(space + 1), ',')) {
      const auto at = names.event_ids.find(std::string(target));
      if (at == names.event_ids.end()) return std::unexpected(InputError{"ADM-11", "refs", "een eerdere regel", "an earlier row"});
      out.push_back({{"relation", relation}, {"event", at->second}});
    }
  }
  return out;
}

}  // namespace

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
  if (const auto month = parse_month(row.occurred)) return local_midnight({month->year, month->month, 1});
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
  Json out{{"kind", row.kind}, {"occurred", row.occurred}, {"facts", Json::object()}};
  Fill fill;
  Json added = Json::array();
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
    if (name == "recipients") value = with_classes(value, names);
    KJ_IF_MAYBE (field, kind->facts.findFieldByName(name)) {
      auto json = parse_shorthand(*field, value, ids, "facts." + name);
      if (!json) return json;
      out["facts"][name] = std::move(*json);
    } else {
      return std::unexpected(InputError{"ADM-2", "facts." + name, "een veld van deze soort", "a field of this kind"});
    }
  }
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
