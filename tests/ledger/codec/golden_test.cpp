// Known bytes: a number of the schema that moves makes them say something else, and then these tests fail.
#include <catch2/catch.hpp>
#include <sstream>

#include "tests/ledger/codec/golden.h"

using namespace inzicht;
using namespace inzicht::testing;

TEST_CASE("the known messages are accepted and say what they said", "[codec][golden]") {
  for (const auto& golden : golden_messages()) {
    INFO(golden.name);
    const auto bytes = golden_bytes(golden.name);
    REQUIRE_FALSE(bytes.empty());
    const auto decoded = Message::decode(bytes, golden.schema, golden.limit);
    if (!decoded) FAIL(decoded.error().adm << " " << decoded.error().field << ": " << decoded.error().text);
    REQUIRE(write_json(decoded->root(golden.schema)) == Json::parse(golden_text(golden.name + ".json")));
  }
}

TEST_CASE("what the known messages say is built to the same bytes", "[codec][golden]") {
  for (const auto& golden : golden_messages()) {
    INFO(golden.name);
    capnp::MallocMessageBuilder message;
    auto root = message.initRoot<capnp::DynamicStruct>(golden.schema);
    const auto wrong = read_json(Json::parse(golden_text(golden.name + ".json")), root, PlainIds(), "");
    if (wrong) FAIL(wrong->adm << " " << wrong->field << ": " << wrong->en);
    REQUIRE(to_hex(canonical_bytes(root.asReader())) == golden_text(golden.name + ".hex"));
  }
}

TEST_CASE("the known headers are whole headers", "[codec][golden]") {
  for (const auto& golden : golden_messages())
    if (golden.name.starts_with("header-")) {
      const auto header = HeaderMessage::decode(golden_bytes(golden.name));
      INFO(golden.name);
      REQUIRE(header);
      REQUIRE(golden.name == "header-" + std::to_string(header->header().getKind()));
    }
}

TEST_CASE("the known leaf is that of the known header and admission", "[codec][golden]") {
  REQUIRE(to_hex(encode_leaf(golden_leaf())) == golden_text("leaf.hex"));
  const auto leaf = decode_leaf(golden_bytes("leaf"));
  REQUIRE(leaf);
  REQUIRE(leaf->recorded_at == 1'560'240'000'000'001);
  REQUIRE(leaf->tags.size() == 3);
}

TEST_CASE("every kind that was in service has the arm of facts that it had", "[codec][golden]") {
  std::istringstream lines(golden_text("arms.txt"));
  unsigned read = 0, arm = 0;
  std::string code;
  for (std::uint16_t id = 0; lines >> id >> arm >> code; ++read) {
    const auto* kind = find_kind(id);
    INFO(id << " " << code);
    REQUIRE(kind != nullptr);
    REQUIRE(kind->code == code);
    REQUIRE(kind->arm.getProto().getDiscriminantValue() == arm);
  }
  REQUIRE(read == 100);
}
