// One message after another through the same memory: each reads as it would alone.
#include "ledger/codec/stored_reader.h"

#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

const auto header_schema = capnp::Schema::from<schema::Header>();

}  // namespace

TEST_CASE("messages read one after another, longer and shorter, each read as they would alone", "[codec][strict]") {
  StoredReader reader;
  for (const auto& kind : kinds())
    for (const auto amount : {Amount::all, Amount::least, Amount::some}) {
      const auto header = honest_header(kind.id, 3, amount);
      REQUIRE(reader.read(header, header_schema));
      REQUIRE(canonical_bytes_of<schema::Header>(reader.root<schema::Header>()) == header);
      REQUIRE(has_facts_of_its_kind(reader.root<schema::Header>()));
    }
}

TEST_CASE("bytes that are no message of the schema are not read", "[codec][strict]") {
  StoredReader reader;
  const auto header = honest_header(301);
  REQUIRE_FALSE(reader.read(Buffer(7, 0), header_schema));
  REQUIRE_FALSE(reader.read(Buffer{}, header_schema));
  for (std::size_t at = 0; at < header.size(); at += 8) {
    auto lengthened = header;
    lengthened[at + 5] ^= 0x40;  // of a pointer: its length
    REQUIRE(reader.read(lengthened, header_schema) == Message::decode(lengthened, header_schema, header.size()).has_value());
  }
  REQUIRE(reader.read(header, header_schema));
}

TEST_CASE("a header with the facts of another kind is told apart", "[codec][strict]") {
  StoredReader reader;
  capnp::MallocMessageBuilder message;
  REQUIRE(reader.read(honest_header(301), header_schema));
  message.setRoot(reader.root<schema::Header>());
  message.getRoot<schema::Header>().setKind(302);
  const auto changed = canonical_bytes_of<schema::Header>(message.getRoot<schema::Header>().asReader());
  REQUIRE(reader.read(changed, header_schema));
  REQUIRE_FALSE(has_facts_of_its_kind(reader.root<schema::Header>()));
}
