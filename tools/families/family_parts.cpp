#include "tools/families/family_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/families/shorthand_text.h"

namespace inzicht::families {
namespace {

// Ids in a fact: one, a list of them, or a list of records about a person.
void take(const Json& value, std::vector<std::string>& out) {
  const auto add = [&out](const std::string& id) {
    if (std::ranges::find(out, id) == out.end()) out.push_back(id);
  };
  if (value.is_string()) add(value.get<std::string>());
  if (!value.is_array()) return;
  for (const auto& one : value) {
    if (one.is_string()) add(one.get<std::string>());
    if (one.is_object() && one.contains("subject") && one["subject"].is_string()) add(one["subject"].get<std::string>());
  }
}

// The first of the facts that say whom an event is about.
std::vector<std::string> persons_in(const Json& facts) {
  std::vector<std::string> out;
  for (const char* name : {"persons", "about", "with", "to", "for", "told", "heard", "who", "child", "children", "coverage"})
    if (facts.contains(name) && out.empty()) take(facts[name], out);
  return out;
}

const Json* earlier_row(const std::string& target, const FamilyNames& names) {
  if (target.empty() || target.find_first_not_of("0123456789") != std::string::npos) return nullptr;
  const auto at = names.rows.find(static_cast<unsigned>(std::stoul(target)));
  return at == names.rows.end() ? nullptr : &at->second;
}

// A fact of this row, or of one that it refers to: a decision on a request is about who asked.
std::vector<std::string> named_by(const std::string& fact, const FamilyRow& row, const FamilyNames& names, const Json& facts) {
  std::vector<std::string> out;
  if (facts.contains(fact)) take(facts[fact], out);
  for (const auto& reference : references_in(row))
    if (const Json* earlier = earlier_row(reference.target, names); earlier != nullptr && out.empty() && (*earlier)["facts"].contains(fact))
      take((*earlier)["facts"][fact], out);
  return out;
}

// Whom a part of this kind is about in this row: the case, or each person that the named fact holds.
std::vector<std::string> subjects_of_part(const PartInfo& part, const FamilyRow& row, const FamilyNames& names, const Json& facts, const Json& added) {
  const std::string rule(part.subject);
  if (rule == "case") return {"case"};
  const auto slash = rule.find('/');
  const std::string fact = rule.substr(0, slash);
  if (slash != std::string::npos && rule.substr(slash + 1) == "case") {
    std::vector<std::string> out;
    if (facts.contains(fact)) take(facts[fact], out);
    return out.empty() ? std::vector<std::string>{"case"} : out;
  }
  return fact == "each" ? persons_of(row, names, facts, added) : named_by(fact, row, names, facts);
}

bool holds_name(std::string_view field) { return field == "name" || field == "preferredName"; }

// Who is named by a fact of their own, such as a reporter, is named in the part about them.
bool names_its_subject(const PartInfo& part, const Json& facts) {
  return part.schema.findFieldByName("name") != nullptr && facts.contains(std::string(part.subject));
}

std::string name_of(const std::string& subject, const FamilyNames& names) {
  const auto at = names.person_names.find(subject);
  return at == names.person_names.end() ? subject : at->second;
}

// The sections of a plan and the field of its part that holds their words.
bool is_section_of(std::string_view field, const Json& facts) {
  const std::string_view section = field == "problemFamily" ? "familyView" : field == "problemProfessionals" ? "professionalView" : field == "network" ? "networkPart" : field;
  return facts.contains("sections") && std::ranges::any_of(facts["sections"], [&](const Json& one) { return one == section; });
}

bool is_asked(capnp::StructSchema::Field field, const PartInfo& part, const Fill& fill, const Json& facts) {
  const std::string name = field.getProto().getName().cStr();
  return fill.fields.contains(name) || is_required(field) || (part.name == "plan" && is_section_of(name, facts)) || (name == "name" && names_its_subject(part, facts));
}

bool is_records(capnp::StructSchema::Field field) { return field.getType().isList() && field.getType().asList().getElementType().isStruct(); }

Json fields_of_part(const PartInfo& part, const Fill& fill, const FamilyRow& row, const FamilyNames& names, const Json& facts, const std::string& subject) {
  Json fields = Json::object();
  bool line_used = false;
  for (auto field : part.schema.getFields()) {
    const std::string name = field.getProto().getName().cStr();
    if (!is_asked(field, part, fill, facts)) continue;
    if (is_records(field)) fields[name] = Json::array({{{"text", row.line}}});
    if (!field.getType().isText()) continue;
    if (holds_name(name)) {
      fields[name] = name_of(subject, names);
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
    case 2030: case 2060: case 4020: case 4030: case 4040: case 4080: case 4100: case 4120: case 5030: case 7010: case 8030: case 8040: case 8050:
    case 8070: case 8080: case 8090: case 9030: case 9060: case 9080: case 11020: case 11030: case 12100: return true;
    default: return false;
  }
}

// What is put right: a part of the same type, about the same person, as the one it replaces.
Json correction_part(const FamilyRow& row, const FamilyNames& names, const Json& facts) {
  for (const auto& [n, earlier] : names.rows) {
    if (names.event_ids.at(std::to_string(n)) != facts["targetPart"]["event"]) continue;
    const Json& part = earlier["parts"][facts["targetPart"].value("part", 0u)];
    Json fields = part["fields"];
    for (auto& [name, value] : fields.items()) value = value.is_array() ? Json::array({{{"text", row.line}}}) : Json(row.line);
    const auto kind = find_kind(earlier["kind"].get<std::uint16_t>());
    return {{"part", fmt::format("{}.{}", kind->code, part["part"].get<std::string>())}, {"subject", part["subject"]}, {"fields", std::move(fields)}};
  }
  return nullptr;
}

}  // namespace

Fill parse_fill(std::string_view value) {
  Fill out;
  for (auto item : split_top(value, ',')) {
    if (item.starts_with("motive(") && item.ends_with(")")) {
      for (auto rule : split_top(item.substr(7, item.size() - 8), ',')) out.motives.emplace_back(rule);
    } else {
      out.fields.insert(std::string(item));
    }
  }
  return out;
}

std::vector<std::string> persons_of(const FamilyRow& row, const FamilyNames& names, const Json& facts, const Json& added) {
  auto out = persons_in(facts);
  if (out.empty()) take(added, out);
  for (const auto& reference : references_in(row)) {
    const Json* earlier = out.empty() ? earlier_row(reference.target, names) : nullptr;
    if (earlier == nullptr) continue;
    out = persons_in((*earlier)["facts"]);
    if (out.empty()) take(earlier->value("subjects", Json::array()), out);
  }
  return out;
}

Json parts_of(const KindInfo& kind, const FamilyRow& row, const Fill& fill, const FamilyNames& names, const Json& facts, const Json& added) {
  Json out = Json::array();
  if (kind.id == 1204 && facts.contains("targetPart"))
    if (auto corrected = correction_part(row, names, facts); !corrected.is_null()) out.push_back(std::move(corrected));
  for (const auto& part : kind.parts) {
    if (part.is_list() || part.part_type % 10 >= 8) continue;
    bool asked = false;
    for (auto field : part.schema.getFields()) asked = asked || is_asked(field, part, fill, facts);
    const bool line = !asked && tells_the_line(part.part_type);
    if (!asked && !line) continue;
    for (const auto& subject : subjects_of_part(part, row, names, facts, added)) {
      Json fields = fields_of_part(part, fill, row, names, facts, subject);
      if (line) fields[part.schema.getFields()[0].getProto().getName().cStr()] = row.line;
      if (fields.empty()) continue;
      out.push_back({{"part", std::string(part.name)}, {"subject", subject}, {"fields", std::move(fields)}});
    }
  }
  return out;
}

}  // namespace inzicht::families
