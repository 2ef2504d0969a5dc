#include "tests/tools/families/loaded.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "ledger/rules/check.h"
#include "projections/all.h"
#include "projections/runner.h"
#include "tools/families/family_data.h"

namespace inzicht::families {
namespace {

// The code lists that facts use, by name.
void collect_lists(capnp::StructSchema schema, std::map<std::string, capnp::EnumSchema>& out) {
  for (auto field : schema.getFields()) {
    auto type = field.getType();
    if (type.isList()) type = type.asList().getElementType();
    if (type.isStruct() && type.asStruct() != capnp::Schema::from<schema::Facts>()) collect_lists(type.asStruct(), out);
    if (!type.isEnum()) continue;
    std::string name = type.asEnum().getShortDisplayName().cStr();
    name[0] = static_cast<char>(name[0] + 'a' - 'A');
    out.emplace(name, type.asEnum());
  }
}

std::string label_of_code(const CodeCell& cell) {
  static const auto lists = [] {
    std::map<std::string, capnp::EnumSchema> out{{"conformity", capnp::Schema::from<schema::Conformity>()}};
    for (const auto& kind : kinds()) collect_lists(kind.facts, out);
    return out;
  }();
  const auto list = lists.find(cell.list);
  if (list == lists.end()) return cell.code;
  for (auto value : list->second.getEnumerants())
    if (code_of(value) == cell.code) return std::string(label_of(value).nl);
  return cell.code;
}

// Ids as the table's readers know them: rows by number, people and organisations by name.
class CastNames {
 public:
  CastNames() {
    const Json cast = Json::parse(cast_json);
    for (const char* list : {"organisations", "actors"})
      for (const auto& one : cast[list]) names_[one["id"].get<std::string>()] = one["name"].get<std::string>();
    for (const auto& family : cast["families"])
      for (const auto& [id, name] : family["persons"].items()) names_[id] = name.get<std::string>();
  }
  std::string of(const IdCell& id, const Loaded& loaded) const {
    const Buffer raw(id.id.begin(), id.id.end());
    if (id.kind == schema::IdKind::EVENT)
      if (const auto row = loaded.row_of(EventId{id.id}); row > 0) return std::to_string(row);
    const auto short_name = loaded.stage->name_of(id.kind, raw);
    const auto at = names_.find(short_name);
    return at == names_.end() || id.kind == schema::IdKind::EVENT ? short_name : at->second;
  }

 private:
  std::map<std::string, std::string> names_;
};

std::string text_of(const Atom& atom, const CastNames& names, const Loaded& loaded) {
  if (const auto* code = std::get_if<CodeCell>(&atom)) return label_of_code(*code);
  if (const auto* text = std::get_if<TextCell>(&atom))
    return text->key == "share.noDecision" ? "zonder besluit" : text->key == "share.againstDecision" ? "tegen het besluit in" : text->key;
  if (const auto* kind = std::get_if<KindCell>(&atom)) return std::string(find_kind(kind->kind)->label.nl);
  if (const auto* time = std::get_if<TimeCell>(&atom)) return local_text(time->at).substr(0, 16);
  if (const auto* id = std::get_if<IdCell>(&atom)) return names.of(*id, loaded);
  return "?";
}

std::string joined(const Cell& cell, const CastNames& names, const Loaded& loaded) {
  std::string out;
  for (const auto& atom : cell.atoms) out += (out.empty() ? "" : ", ") + text_of(atom, names, loaded);
  return out;
}

// What the files tell of a row; what they leave out is in other columns or not for this purpose.
constexpr std::string_view columns_told[] = {"event",      "occurred", "kind",   "what",      "by",        "about",      "recipient", "categories", "detail", "purpose",  "article",
                                             "route",    "consent", "exception", "knowledge", "informedOn", "means",     "reason",     "breach", "authorityToldOn", "flags",  "decision", "conformity"};

}  // namespace

bool judges(std::string_view id, std::uint16_t kind) {
  return std::ranges::any_of(all_rules(), [&](const Rule& rule) { return rule.id == id && (rule.kinds.empty() || std::ranges::find(rule.kinds, kind) != rule.kinds.end()); });
}

std::string said(const LoadFailure& failure) {
  if (const auto* error = std::get_if<Error>(&failure.why)) return fmt::format("{}: {}", failure.where, error->text);
  const auto& refused = std::get<Refused>(failure.why);
  std::string out = fmt::format("{}: {} {} {}", failure.where, refused.adm, refused.field, refused.en);
  for (const auto& finding : refused.findings) out += fmt::format(" {} [{}]", finding.rule->id, message_of(finding.rule->id, true, finding.values));
  return out;
}

unsigned Loaded::row_of(const EventId& event) const {
  const auto at = std::ranges::find(report.events, event);
  return at == report.events.end() ? 0 : static_cast<unsigned>(at - report.events.begin()) + 1;
}

std::optional<std::uint64_t> Loaded::index_of(unsigned row) const {
  const auto place = stage->ledger().log().find(report.events.at(row - 1));
  if (!place || !*place) return std::nullopt;
  return (*place)->index;
}

std::uint64_t Loaded::events_of_case() const {
  const auto position = stage->ledger().log().last_position({ChainClass::kase, report.kase.bytes});
  return position && *position ? (*position)->n : 0;
}

SubjectId Loaded::person(const std::string& id) const {
  const auto raw = stage->id_of(schema::IdKind::SUBJECT, id);
  REQUIRE(raw);
  return *SubjectId::from(*raw);
}

Loaded load(const std::string& family) {
  Loaded out;
  auto stage = Stage::create(out.folder->path() / "ledger");
  INFO((stage ? "" : said(stage.error())));
  REQUIRE(stage.has_value());
  out.stage = std::move(*stage);
  auto report = out.stage->load(family, [](std::uint64_t, std::uint64_t) {});
  INFO((report ? "" : said(report.error())));
  REQUIRE(report.has_value());
  out.report = *report;
  return out;
}

Findings findings_of(Loaded& loaded) {
  Findings out;
  auto& log = loaded.stage->ledger().log();
  for (unsigned row = 1; row <= loaded.report.events.size(); ++row) {
    const auto index = loaded.index_of(row);
    REQUIRE(index);
    const auto record = log.read(*index);
    REQUIRE(record);
    if (record->purged) continue;
    const auto admission = Message::stored(record->admission);
    REQUIRE(admission);
    for (auto finding : admission->root<schema::Admission>().getFindings()) out[row].insert(finding.getRule().cStr());
  }
  return out;
}

std::vector<std::string> read_lines(const std::string& file) {
  std::ifstream in(std::string(INZICHT_TEST_DATA) + "/families/" + file);
  REQUIRE(in);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && !line.starts_with('#')) out.push_back(line);
  return out;
}

// "26: DRANG-01 - why, for readers".
Findings read_findings(const std::string& file, const std::string& family) {
  const auto rows = parse_family(family_rows(family)).value();
  Findings out;
  for (const auto& line : read_lines(file)) {
    const auto number = static_cast<unsigned>(std::stoul(line));
    const auto colon = line.find(": ");
    REQUIRE(colon != std::string::npos);
    const auto rule = line.substr(colon + 2, line.find(' ', colon + 2) - colon - 2);
    INFO(line);
    REQUIRE(find_rule(rule) != nullptr);
    REQUIRE(number <= rows.size());
    if (judges(rule, rows[number - 1].kind)) out[number].insert(rule);
  }
  return out;
}

std::string said(const Findings& findings) {
  std::string out;
  for (const auto& [row, rules] : findings)
    for (const auto& rule : rules) out += fmt::format("{}: {}\n", row, rule);
  return out;
}

std::vector<std::string> privacy_log(const Loaded& loaded, const std::optional<SubjectId>& person) {
  const auto& log = loaded.stage->ledger().log();
  const auto store = make_memory_views();
  REQUIRE(Runner(log, *store, all_projections()).catch_up());
  const auto result = query_view("privacyLog", *store, log, {.kase = loaded.report.kase, .person = person, .guarded_facts = true});
  REQUIRE(result);
  const CastNames names;
  std::vector<std::string> out;
  for (const auto& row : result->rows) {
    std::string line;
    const bool notice = row.cells[2] == Cell(Atom{KindCell{412}});
    for (const auto key : columns_told) {
      const auto at = std::ranges::find(result->columns, key, &Column::key);
      REQUIRE(at != result->columns.end());
      auto cell = row.cells[static_cast<std::size_t>(at - result->columns.begin())];
      // Whom a header names stands there in the order of ids, which nobody chose: here by name.
      if (key == "about" && notice) std::ranges::sort(cell.atoms, {}, [&](const Atom& atom) { return joined(Cell(atom), names, loaded); });
      const auto words = joined(cell, names, loaded);
      if (!words.empty()) line += fmt::format("{}{}: {}", line.empty() ? "" : " | ", at->label_nl, words);
    }
    out.push_back(std::move(line));
  }
  return out;
}

VerifyReport closed_and_verified(Loaded& loaded) {
  const auto folder = loaded.stage->ledger().folder().log();
  loaded.stage.reset();
  auto raw = RocksLog::open_raw(folder);
  REQUIRE(raw);
  return verify({**raw});
}

VerifyReport verified(Loaded& loaded) {
  auto report = closed_and_verified(loaded);
  for (const auto& problem : report.problems) UNSCOPED_INFO(problem_code(problem.what) << " " << problem.detail);
  CHECK(report.result == VerifyReport::Result::verified);
  return report;
}

}  // namespace inzicht::families
