// Closed lists: the numbers are on disk, so a number that moves is another value.
#include <catch2/catch.hpp>
#include <map>

#include "ledger/schema/facts.capnp.h"
#include "ledger/schema/header.capnp.h"
#include "tests/ledger/codec/table_spec.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

std::string list_name(capnp::EnumSchema list) {
  const std::string full = list.getProto().getDisplayName().cStr();
  std::string name = full.substr(full.find_last_of(":.") + 1);
  name[0] = static_cast<char>(std::tolower(name[0]));
  return name;
}

// Every list that a header, a fact, a part or an admission can hold.
class Lists {
 public:
  std::map<std::string, capnp::EnumSchema> all;
  Lists() {
    visit(capnp::Schema::from<schema::Header>());
    for (const auto& kind : kinds())
      for (const auto& part : kind.parts) visit(part.schema);
  }

 private:
  std::set<std::uint64_t> seen_;
  void visit(capnp::StructSchema schema) {
    if (!seen_.insert(schema.getProto().getId()).second) return;
    for (auto field : schema.getFields()) {
      const auto type =
          field.getType().isList() ? field.getType().asList().getElementType() : field.getType();
      if (type.isEnum()) all.emplace(list_name(type.asEnum()), type.asEnum());
      if (type.isStruct()) visit(type.asStruct());
    }
  }
};

std::map<std::string, Json> lists_in_table() {
  std::map<std::string, Json> out;
  for (auto& row : table("lists")) out.emplace(row.at("list").get<std::string>(), row);
  return out;
}

// The ledger's clock is no matter of the domain: docs/formats.md §2.
bool is_of_the_format(const std::string& name) { return name == "clockKind"; }

}  // namespace

TEST_CASE("every list in use has the values of its row, with number, code and labels", "[codec][catalogue]") {
  const auto rows = lists_in_table();
  const Lists lists;
  REQUIRE(lists.all.size() > 100);
  for (const auto& [name, list] : lists.all) {
    if (is_of_the_format(name)) continue;
    INFO(name);
    REQUIRE(rows.contains(name));
    const auto& values = rows.at(name).at("values");
    CHECK(rows.at(name).at("nl") == label_of(list).nl);
    const auto known = list.getEnumerants();
    REQUIRE(known.size() == values.size() + 1);
    CHECK(code_of(known[0]) == "unset");
    for (const auto& value : values) {
      const auto at = value.at("id").get<unsigned>();
      INFO(at);
      REQUIRE(at < known.size());
      CHECK(known[at].getOrdinal() == at);
      CHECK(value.at("code") == code_of(known[at]));
      CHECK(value.at("nl") == label_of(known[at]).nl);
      CHECK(value.at("en") == label_of(known[at]).en);
    }
  }
}

TEST_CASE("the values of the clock are two", "[codec][catalogue]") {
  CHECK(parse_code<schema::ClockKind>("wall") == schema::ClockKind::WALL);
  CHECK(parse_code<schema::ClockKind>("simulated") == schema::ClockKind::SIMULATED);
  CHECK(capnp::Schema::from<schema::ClockKind>().getEnumerants().size() == 3);
}

TEST_CASE("a code stands for one value of its list, and back", "[codec][catalogue]") {
  for (const auto& [name, list] : Lists().all) {
    INFO(name);
    std::set<std::string_view> codes;
    for (auto value : list.getEnumerants()) {
      CHECK(codes.insert(code_of(value)).second);
      if (value.getOrdinal() == 0) continue;
      CHECK(find_value(list, code_of(value)) == value.getOrdinal());
      CHECK_FALSE(label_of(value).nl.empty());
      CHECK_FALSE(label_of(value).en.empty());
    }
    CHECK_FALSE(find_value(list, "unset"));
    CHECK_FALSE(find_value(list, ""));
    CHECK_FALSE(find_value(list, "no such code"));
  }
}

TEST_CASE("a value beyond its list has a question mark for a code", "[codec][catalogue]") {
  CHECK(code_of(static_cast<schema::Role>(9999)) == "?");
  CHECK(label_of(static_cast<schema::Role>(9999), Lang::nl) == "?");
  CHECK_FALSE(enumerant_of(static_cast<schema::Role>(9999)));
}

TEST_CASE("the relations of the catalogue are the reference types of a header", "[codec][catalogue]") {
  const auto relations = capnp::Schema::from<schema::Relation>().getEnumerants();
  const auto types = capnp::Schema::from<schema::RefType>().getEnumerants();
  REQUIRE(relations.size() == types.size());
  for (unsigned i = 0; i < types.size(); ++i) CHECK(code_of(relations[i]) == code_of(types[i]));
}

TEST_CASE("every fact and part field has a label in both languages", "[codec][catalogue]") {
  for (const auto& kind : kinds()) {
    const auto check = [&](capnp::StructSchema schema) {
      for (auto field : schema.getFields()) {
        INFO(kind.code << " " << field.getProto().getName().cStr());
        CHECK_FALSE(label_of(field).nl.empty());
        CHECK_FALSE(label_of(field).en.empty());
      }
    };
    check(kind.facts);
    for (const auto& part : kind.parts) check(part.schema);
  }
}
