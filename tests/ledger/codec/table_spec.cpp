#include "tests/ledger/codec/table_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>

namespace inzicht::testing {
namespace {

using Which = capnp::schema::Type::Which;

std::string trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return std::string(text);
}

bool ends(std::string& text, std::string_view with) {
  if (!text.ends_with(with)) return false;
  text.resize(text.size() - with.size());
  text = trim(text);
  return true;
}

std::string spelled(const std::string& name, bool optional, const std::string& type, bool many) {
  return name + (optional && !many ? "?" : "") + ":" + type + (many ? "[]" : "");
}

// "use:keyUse", "subject", "actor?/org?": one or more fields.
void add_record_field(const std::string& item, std::string& out) {
  for (const auto& alternative : split_top(item, '/')) {
    const auto colon = alternative.find(':');
    std::string name = trim(alternative.substr(0, colon));
    const bool optional = ends(name, "?");
    std::string type = colon == std::string::npos ? name : trim(alternative.substr(colon + 1));
    const bool many = ends(type, "[]");
    out += (out.empty() ? "" : ", ") + spelled(name, optional, type, many);
  }
}

std::string type_in_table(std::string type) {
  if (type.starts_with("the facts of")) return "facts";
  if (!type.starts_with("{")) return type;
  std::string record;
  for (const auto& item : split_top(std::string_view(type).substr(1, type.size() - 2), ','))
    add_record_field(item, record);
  return "{" + record + "}";
}

std::string short_name(capnp::Schema schema) {
  const std::string full = schema.getProto().getDisplayName().cStr();
  std::string name = full.substr(full.find_last_of(":.") + 1);
  name[0] = static_cast<char>(std::tolower(name[0]));
  return name;
}

std::string id_in_schema(schema::IdKind kind) {
  switch (kind) {
    using enum schema::IdKind;
    case EVENT:
      return "eventRef";
    case CASE:
      return "caseId";
    case ORGANISATION:
      return "org";
    case MANDATE:
      return "mandateId";
    case KEY:
      return "keyId";
    default:
      return std::string(code_of(kind));
  }
}

bool is_nested(capnp::StructSchema inner) {
  return std::string_view(inner.getProto().getDisplayName().cStr()).find("types.capnp") ==
             std::string_view::npos &&
         short_name(inner) != "facts";
}

std::string type_in_schema(capnp::StructSchema::Field field, capnp::Type type) {
  if (type.isEnum()) return short_name(type.asEnum());
  if (type.isData()) return id_kind_of(field) ? id_in_schema(*id_kind_of(field)) : "data";
  if (type.isText()) return text_format_of(field) ? std::string(code_of(*text_format_of(field))) : "text";
  if (type.which() == Which::INT32) return "int";
  if (!type.isStruct()) return "count";
  const auto inner = type.asStruct();
  if (!is_nested(inner)) return short_name(inner) == "duration" ? "dur" : short_name(inner);
  std::string record;
  for (const auto& one : facts_in_schema(inner)) record += (record.empty() ? "" : ", ") + one;
  return "{" + record + "}";
}

const std::map<std::string, std::string>& role_sets() {
  static const std::string care =
      "wijkcoach buddy specialist behaviouralScientist youthProtector guardian probationOfficer police "
      "crisisService veiligThuis "
      "childProtectionBoard housingOfficer incomeDebtOfficer schoolAttendanceOfficer educator "
      "healthProfessional attentionOfficer";
  static const std::string direction = "regisseur processDirector processCoordinator";
  static const std::map<std::string, std::string> sets{
      {"care", care},
      {"lead", "wijkcoach buddy youthProtector guardian"},
      {"dir", direction},
      {"all",
       care + " " + direction + " teamLeader privacyOfficer client representative networkMember confidant"},
      {"the owner", "owner"}};
  return sets;
}

std::vector<std::string> readers() {
  std::vector<std::string> out;
  for (auto role : capnp::Schema::from<schema::Role>().getEnumerants()) {
    const std::string code(code_of(role));
    if (code != "unset" && code != "witness" && code != "importer") out.push_back(code);
  }
  return out;
}

}  // namespace

std::vector<Json> table(const std::string& name) {
  std::ifstream file(std::string(INZICHT_TEST_DATA) + "/tables/" + name + ".jsonl");
  std::vector<Json> out;
  for (std::string line; std::getline(file, line);) out.push_back(Json::parse(line));
  return out;
}

std::vector<std::string> split_top(std::string_view text, char separator) {
  std::vector<std::string> out{""};
  int depth = 0;
  for (char c : text) {
    if (c == '{' || c == '(' || c == '[') ++depth;
    if (c == '}' || c == ')' || c == ']') --depth;
    if (c == separator && depth == 0) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  for (auto& piece : out) piece = trim(piece);
  std::erase(out, "");
  return out;
}

std::string without_remarks(std::string text) {
  static const std::regex remark(R"(\s*\([^()]*\))");
  for (std::string shorter; (shorter = std::regex_replace(text, remark, "")) != text;) text = shorter;
  return trim(text);
}

std::vector<std::string> facts_in_table(const std::string& spec) {
  std::vector<std::string> out;
  if (spec == "–") return out;
  for (const auto& item : split_top(without_remarks(spec), ';')) {
    const auto colon = item.find(':');
    std::string name = trim(item.substr(0, colon));
    std::string type = trim(item.substr(colon + 1));
    const bool optional = ends(name, "?");
    const bool many = ends(type, "[]");
    out.push_back(spelled(name, optional, type_in_table(type), many));
  }
  return out;
}

std::string field_in_schema(capnp::StructSchema::Field field) {
  const auto type = field.getType();
  const bool many = type.isList();
  const auto one = many ? type.asList().getElementType() : type;
  const bool is_number = !one.isStruct() && !one.isData() && !one.isText() && !one.isEnum();
  return spelled(field.getProto().getName().cStr(), !is_required(field) && !is_number,
                 type_in_schema(field, one), many);
}

std::vector<std::string> facts_in_schema(capnp::StructSchema schema) {
  std::vector<std::string> out;
  for (auto field : schema.getFields()) out.push_back(field_in_schema(field));
  return out;
}

std::vector<std::string> roles_in_table(const std::string& recorded_by) {
  static const std::regex as_other(R"(^as (\d+).*)");
  if (std::smatch match; std::regex_match(recorded_by, match, as_other)) {
    for (const auto& row : table("kinds"))
      if (row.at("id") == std::stoi(match[1])) return roles_in_table(row.at("recordedBy"));
    return {};
  }
  std::vector<std::string> out;
  const auto add = [&out](const std::string& role) {
    if (std::ranges::find(out, role) == out.end()) out.push_back(role);
  };
  std::string text = without_remarks(recorded_by);
  std::ranges::replace(text, ';', ',');
  for (const auto& item : split_top(text, ',')) {
    if (item == "any reader") {
      for (const auto& role : readers()) add(role);
      continue;
    }
    const auto set = role_sets().find(item);
    std::istringstream words(set == role_sets().end() ? item : set->second);
    for (std::string role; words >> role;) add(role);
  }
  return out;
}

std::vector<std::string> refs_in_table(const std::string& refs) {
  std::vector<std::string> out;
  if (refs == "–") return out;
  static const std::regex exactly(R"(\((1|1\.\.)\))");
  for (const auto& item : split_top(refs, ';')) {
    std::smatch said;
    const bool exact = std::regex_search(item, said, exactly);
    const auto plain = without_remarks(item);
    const auto arrow = plain.find("→");
    std::string targets = plain.substr(arrow + std::string("→").size());
    // "301*/302?": each kind may say how often; the widest holds for the row.
    const auto marks = targets.find_first_of("?*+") != std::string::npos;
    const bool none = targets.find_first_of("?*") != std::string::npos;
    const bool several = targets.find_first_of("*+") != std::string::npos;
    unsigned least = marks && none ? 0 : 1, most = marks && several ? 64 : 1;
    if (exact) least = 1, most = said[1] == "1" ? 1 : 64;
    std::erase_if(targets, [](char c) { return c == '?' || c == '*' || c == '+'; });
    std::ranges::replace(targets, '/', ',');
    out.push_back(fmt::format("{}→{} {}..{}", plain.substr(0, arrow), targets, least, most));
  }
  return out;
}

std::vector<std::string> rules_in_table(const std::string& rules) {
  static const std::regex group(R"(([A-Z]+)-(\d+(?:, \d+)*))"), number(R"(\d+)");
  std::vector<std::string> out;
  for (std::sregex_iterator at(rules.begin(), rules.end(), group), end; at != end; ++at) {
    const std::string numbers = (*at)[2];
    for (std::sregex_iterator n(numbers.begin(), numbers.end(), number); n != end; ++n)
      out.push_back((*at)[1].str() + "-" + n->str());
  }
  return out;
}

}  // namespace inzicht::testing
