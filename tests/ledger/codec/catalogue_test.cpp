// The schema is the catalogue and tests/data/tables is where it came from: neither may drift from the other.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/codec/table_spec.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Texts = std::vector<std::string>;

const Json& row_of(const KindInfo& kind) {
  static const auto rows = [] {
    std::map<int, Json> out;
    for (auto& row : table("kinds")) out.emplace(row.at("id").get<int>(), row);
    return out;
  }();
  return rows.at(kind.id);
}

// What the byte formats need beyond the table: public keys in the header, so that a verifier can check
// without the vault; whose key or mandate it is, so that the chain follows from the header; the ledger's
// clock.
Texts with_format_fields(std::uint16_t kind, Texts facts) {
  if (kind == 101) {
    for (auto& fact : facts)
      if (fact.starts_with("keys:")) fact.insert(fact.size() - 3, ", publicKey:publicKey, proof?:signature");
    facts.push_back("clock:clockKind");
  }
  if (kind == 104) facts.push_back("publicKey:publicKey");
  if (kind == 105) facts.push_back("owner?:actor");
  if (kind == 107) facts.push_back("grantee:actor");
  return facts;
}

Texts refs_in_schema(const KindInfo& kind) {
  Texts out;
  for (const auto& ref : kind.refs)
    out.push_back(fmt::format("{}→{} {}..{}", code_of(ref.relation),
                              ref.kinds.empty() ? "any" : fmt::format("{}", fmt::join(ref.kinds, ",")),
                              ref.least, ref.most));
  return out;
}

std::string classes_text(const PartInfo& part) {
  std::string out;
  for (auto cls : part.classes) out += (out.empty() ? "" : "/") + std::string(code_of(cls));
  return out.empty() ? "any" : out;
}

struct TablePart {
  unsigned position = 0;
  std::string name, subject, classes, body;
};
// "name@ledger:identity{name*,address}"; a part that stands for one of its target has no type of its own.
std::vector<TablePart> parts_in_table(const std::string& spec) {
  std::vector<TablePart> out;
  if (spec == "–") return out;
  unsigned position = 0;
  for (const auto& item : split_top(spec, ';')) {
    const auto at = item.find('@'), colon = item.find(':', at), open = item.find('{');
    TablePart part{position++, item.substr(0, at), item.substr(at + 1, colon - at - 1),
                   item.substr(colon + 1, open - colon - 1),
                   item.substr(open + 1, item.rfind('}') - open - 1)};
    if (part.subject != "as-target") out.push_back(std::move(part));
  }
  return out;
}

// Names of a part's fields; the required ones with a star.
Texts fields_in_table(const std::string& body) {
  Texts out;
  for (auto item : split_top(without_remarks(body), ',')) {
    const bool required = item.find('*') != std::string::npos;
    std::erase(item, '*');
    std::string name = item.substr(0, item.find(':'));
    if (name.ends_with("[]")) name.resize(name.size() - 2);
    if (name == "content/digest+length") {
      out.insert(out.end(), {"content", "digest", "length"});
    } else {
      out.push_back(name + (required ? "*" : ""));
    }
  }
  return out;
}
Texts fields_in_schema(const PartInfo& part) {
  Texts out;
  for (auto field : part.schema.getFields())
    out.push_back(std::string(field.getProto().getName().cStr()) + (is_required(field) ? "*" : ""));
  return out;
}

}  // namespace

TEST_CASE("every kind in service has the number, code, labels and marks of its row", "[codec][catalogue]") {
  REQUIRE(kinds().size() == 100);
  for (const auto& kind : kinds()) {
    const auto& row = row_of(kind);
    INFO(kind.id << " " << kind.code);
    CHECK(row.at("code") == kind.code);
    CHECK(row.at("nl") == kind.label.nl);
    CHECK(row.at("en") == kind.label.en);
    CHECK(row.at("group") == kind.group);
    CHECK(row.at("source") == kind.source);
    CHECK(row.at("power") == kind.is_power);
    CHECK(row.at("guarded") == kind.is_guarded);
  }
}

TEST_CASE("every kind in service has the facts of its row: names, types, order, which may be absent",
          "[codec][catalogue]") {
  for (const auto& kind : kinds()) {
    INFO(kind.id << " " << kind.code);
    CHECK(facts_in_schema(kind.facts) ==
          with_format_fields(kind.id, facts_in_table(row_of(kind).at("facts"))));
  }
}

TEST_CASE("every kind in service is recorded by the roles of its row", "[codec][catalogue]") {
  for (const auto& kind : kinds()) {
    INFO(kind.id << " " << kind.code);
    CHECK(Texts(kind.recorded_by.begin(), kind.recorded_by.end()) ==
          roles_in_table(row_of(kind).at("recordedBy")));
    for (auto role : kind.recorded_by) CHECK((role == "owner" || parse_code<schema::Role>(role)));
  }
}

TEST_CASE("every kind in service has the references and rules of its row", "[codec][catalogue]") {
  for (const auto& kind : kinds()) {
    INFO(kind.id << " " << kind.code);
    CHECK(refs_in_schema(kind) == refs_in_table(row_of(kind).at("refs")));
    CHECK(Texts(kind.rules.begin(), kind.rules.end()) == rules_in_table(row_of(kind).at("rules")));
  }
}

TEST_CASE("every kind in service has the parts of its row and the two that any kind may have",
          "[codec][catalogue]") {
  for (const auto& kind : kinds()) {
    const auto expected = parts_in_table(row_of(kind).at("parts"));
    INFO(kind.id << " " << kind.code);
    REQUIRE(kind.parts.size() == expected.size() + 2);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      INFO(expected[i].name);
      CHECK(kind.parts[i].part_type == kind.id * 10u + expected[i].position);
      CHECK(kind.parts[i].name == expected[i].name);
      CHECK(kind.parts[i].subject == expected[i].subject);
      CHECK(classes_text(kind.parts[i]) == expected[i].classes);
      CHECK(expected[i].position < 8);
    }
    CHECK(kind.parts[expected.size()].part_type == kind.id * 10u + 8);
    CHECK(kind.parts[expected.size()].name == "deviationMotive");
    CHECK(kind.parts[expected.size() + 1].part_type == kind.id * 10u + 9);
    CHECK(kind.parts[expected.size() + 1].name == "attachment");
  }
}

TEST_CASE("a sealed part has the fields of its row", "[codec][catalogue]") {
  unsigned compared = 0;
  for (const auto& kind : kinds())
    for (const auto& row : parts_in_table(row_of(kind).at("parts"))) {
      const auto& part = *kind.part(row.name);
      if (part.is_list() || row.name == "opened")
        continue;  // rows of ids, which the table describes in words
      INFO(kind.id << " " << kind.code << "." << row.name);
      CHECK(fields_in_schema(part) == fields_in_table(row.body));
      ++compared;
    }
  REQUIRE(compared > 50);
}

TEST_CASE("every kind is found by its number and by its code, and nothing else is", "[codec][catalogue]") {
  for (const auto& kind : kinds()) {
    CHECK(find_kind(kind.id) == &kind);
    CHECK(find_kind(kind.code) == &kind);
    CHECK(find_kind(std::to_string(kind.id)) == &kind);
    for (const auto& part : kind.parts) CHECK(find_part(part.part_type) == &part);
  }
  for (const char* name :
       {"", "0", "100", "99999", "301 ", " 301", "-301", "0x12d", "signalreceived", "unset"})
    CHECK(find_kind(std::string_view(name)) == nullptr);
  for (const std::uint32_t type : {0u, 8u, 1007u, 3017u, 0xFFFFFFFFu, 65536u * 10 + 3010})
    CHECK(find_part(type) == nullptr);
}

TEST_CASE("every row of the table of kinds has a struct", "[codec][catalogue]") {
  const auto rows = table("kinds");
  REQUIRE(rows.size() == kinds().size());
  for (const auto& row : rows) {
    INFO(row.at("id"));
    CHECK(find_kind(row.at("id").get<std::uint16_t>()) != nullptr);
  }
}
