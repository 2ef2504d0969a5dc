#include "tools/exchange/mapping.h"

#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

constexpr std::string_view columns = "[columns]\ncase = 'Z'\nactivity = 'A'\ntime = 'T'\n";

std::string csv_error(std::string_view toml) {
  const auto mapping = Mapping::parse(toml, SourceFormat::csv);
  return mapping ? "(none)" : mapping.error().text;
}
std::string with(std::string_view more) { return csv_error(std::string(columns) + std::string(more)); }

std::vector<SourceField> fields(std::initializer_list<std::pair<const char*, const char*>> all) {
  std::vector<SourceField> out;
  for (const auto& [name, value] : all) out.push_back({name, value, FieldType::text});
  return out;
}

}  // namespace

TEST_CASE("a mapping file of a table", "[exchange][mapping]") {
  const auto mapping = Mapping::read(data("mapping-meldingen.toml"), SourceFormat::csv);
  REQUIRE(mapping);
  CHECK(mapping->kase.name == "Zaaknummer");
  CHECK(mapping->activity.name == "Handeling");
  CHECK(mapping->time.name == "Tijdstip");
  CHECK(mapping->resource.name == "Medewerker");
  CHECK(mapping->id.name.empty());
  CHECK(mapping->separator == ';');
  CHECK(mapping->part_class == schema::PartClass::NARRATIVE);
  CHECK(mapping->kinds.at("Melding ontvangen") == 301);
  CHECK(mapping->kinds.at("Melding beoordeeld") == 302);
  CHECK(mapping->leave_out.at("Status").contains("concept"));
  CHECK(mapping->digest == crypto::sha256(crypto::bytes_of(read_all(data("mapping-meldingen.toml")))));
  CHECK(mapping->required_columns().size() == 5);
}

TEST_CASE("XES starts from the names of the standard", "[exchange][mapping]") {
  const auto standard = Mapping::of_xes();
  CHECK(standard.kase.name == "concept:name");
  CHECK(standard.required_columns().size() == 3);
  const auto mapping = Mapping::read(data("mapping-wabo.toml"), SourceFormat::xes);
  REQUIRE(mapping);
  CHECK(mapping->part_class == schema::PartClass::FACTS);
  CHECK(mapping->required_columns().size() == 6);
  const auto other = Mapping::parse("[columns]\nresource = ''\ncase = 'nr'", SourceFormat::xes);
  REQUIRE(other);
  CHECK(other->resource.name.empty());
  CHECK(other->kase.name == "nr");
  CHECK(other->time.name == "time:timestamp");
  CHECK(Mapping::parse("[csv]\nseparator = ','", SourceFormat::xes).error().text == "mapping: line 1: csv: has no meaning for XES");
}

TEST_CASE("a mapping file that cannot be is refused with its line", "[exchange][mapping]") {
  CHECK(with("") == "(none)");
  CHECK(csv_error("[columns]\ncase = 'Z'") == "mapping: columns.activity is missing: name the column that holds it");
  CHECK(csv_error("[columns]\ncase = ''") == "mapping: line 2: columns.case: expected the name of a column");
  CHECK(csv_error("[columns]\ncse = 'Z'") == "mapping: line 2: unknown key columns.cse: expected one of case, activity, time, resource, id");
  CHECK(csv_error("[columns]\ncase = 5") == "mapping: line 2: columns.case: expected a text in quotes");
  CHECK(csv_error("columns = 5") == "mapping: line 1: columns: expected a table [columns]");
  CHECK(csv_error("[colums]") == "mapping: line 1: unknown key colums: expected one of columns, csv, time, part, kinds, keep, leave_out");
  CHECK(csv_error("[columns\n").starts_with("mapping: line 1: "));
  CHECK(with("[csv]\nseparator = 'ab'").find("csv.separator: expected") != std::string::npos);
  CHECK(with("[csv]\nquote = 'a'").find("unknown key csv.quote") != std::string::npos);
  CHECK(with("[time]\nformat = '%q'").find("time.format: expected") != std::string::npos);
  CHECK(with("[time]\nzone = 'Mars'").find("time.zone: expected") != std::string::npos);
  CHECK(with("[part]\nclass = 'list'").find("part.class: expected") != std::string::npos);
  CHECK(with("[part]\nclass = 'secret'").find("part.class: expected") != std::string::npos);
  CHECK(with("[kinds]\na = 9999") == "mapping: line 6: kinds: expected the number or code of a kind (`inzicht kinds`)");
  CHECK(with("[kinds]\na = -301").find("kinds: expected") != std::string::npos);
  CHECK(with("[kinds]\na = 'nothing'").find("kinds: expected") != std::string::npos);
  CHECK(with("[keep]\na = 'x'") == "mapping: line 6: keep: expected a list of texts");
  CHECK(with("[leave_out]\na = [1]") == "mapping: line 6: leave_out: expected a list of texts");
}

TEST_CASE("a row is read with the mapping", "[exchange][mapping]") {
  auto mapping = Mapping::read(data("mapping-meldingen.toml"), SourceFormat::csv).value();
  auto row = fields({{"Zaaknummer", "Z1"}, {"Handeling", "Melding ontvangen"}, {"Tijdstip", "04-03-2019 09:15"}, {"Medewerker", "J"}, {"Status", "x"}});
  const auto map = [&] { return map_record(mapping, {2, row, nullptr}); };
  {
    const auto outcome = map();
    const auto& mapped = std::get<MappedRecord>(outcome);
    CHECK(mapped.kase == "Z1");
    CHECK(mapped.activity == "Melding ontvangen");
    CHECK(mapped.resource == "J");
    CHECK(mapped.kind_guess == 301);
    CHECK(to_text(mapped.time.at) == "2019-03-04T08:15:00.000000Z");
  }
  row[4].value = "concept";
  CHECK(std::holds_alternative<LeftOut>(map()));
  row[4].value = "";
  row[2].value = "04-03-19";
  CHECK(std::get<Reason>(map()).en == "no readable time in Tijdstip");
  row[2].value = "";
  CHECK(std::get<Reason>(map()).en == "no time (Tijdstip is empty)");
  row[0].value = "";
  CHECK(std::get<Reason>(map()).nl == "geen zaak (Zaaknummer is leeg)");
}

TEST_CASE("the case is the trace's, the rest the event's, else the trace's", "[exchange][mapping]") {
  auto mapping = Mapping::of_xes();
  SourceTrace trace{1, 1, fields({{"concept:name", "zaak 7"}, {"department", "General"}})};
  auto event = fields({{"concept:name", "T02"}, {"time:timestamp", "2011-10-11T13:45:40Z"}, {"concept:instance", "task-1"}});
  const auto map = [&] { return map_record(mapping, {2, event, &trace}); };
  {
    const auto outcome = map();
    const auto& mapped = std::get<MappedRecord>(outcome);
    CHECK(mapped.kase == "zaak 7");
    CHECK(mapped.activity == "T02");
    CHECK(mapped.resource.empty());
    CHECK(mapped.id == "task-1");
  }
  mapping.keep["department"] = {"General"};
  CHECK(std::holds_alternative<MappedRecord>(map()));
  mapping.keep["department"] = {"Other"};
  CHECK(std::holds_alternative<LeftOut>(map()));
  mapping.keep.clear();
  event[0].name = "other";  // an event without a name does not get that of its case
  CHECK(std::get<MappedRecord>(map()).activity.empty());
  trace.fields.clear();
  event[0].name = "concept:name";
  CHECK(std::get<Reason>(map()).en == "no case (concept:name is empty)");
  mapping.kase.name = "concept:instance";  // a log whose events name their case
  CHECK(std::get<MappedRecord>(map()).kase == "task-1");
}
