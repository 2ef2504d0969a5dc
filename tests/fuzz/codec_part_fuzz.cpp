// Any bytes as a part or an admission: two bytes say which, the rest is the message.
#include <algorithm>
#include <cstring>

#include "ledger/base/limits.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/json.h"
#include "ledger/codec/strict.h"
#include "ledger/codec/strict_walk.h"
#include "ledger/codec/word_check.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht;

namespace {

// Every part of every kind by number, in the order of the catalogue, and the admission after them.
const std::vector<capnp::StructSchema>& schemas() {
  static const auto all = [] {
    std::vector<capnp::StructSchema> out;
    for (const auto& kind : kinds())
      for (const auto& part : kind.parts) out.push_back(part.schema);
    out.push_back(capnp::Schema::from<schema::Admission>());
    return out;
  }();
  return all;
}

// What people read of it, typed again: the same part, unless a number is too great to be typed.
void check_json(const Message& message, capnp::StructSchema schema) {
  const auto json = write_json(message.root(schema));
  FUZZ_CHECK(json.is_object());
  capnp::MallocMessageBuilder builder;
  auto root = builder.initRoot<capnp::DynamicStruct>(schema);
  if (const auto wrong = read_json(json, root, PlainIds(), "")) {
    FUZZ_CHECK(wrong->adm == "ADM-3");
    return;
  }
  const auto again = canonical_bytes(root.asReader());
  // Times beyond the years that have a text become the last of them.
  if (json.dump().find("9999-12-31T") == std::string::npos &&
      json.dump().find("0001-01-01T") == std::string::npos)
    FUZZ_CHECK(std::ranges::equal(again, message.bytes()));
}

// The quick check never accepts what the walk refuses.
void hold_against_walk(Bytes bytes, capnp::StructSchema schema) {
  if (bytes.empty() || bytes.size() % 8 != 0 || !certainly_strict(bytes, schema)) return;
  auto words = kj::heapArray<capnp::word>(bytes.size() / 8);
  std::memcpy(words.begin(), bytes.data(), bytes.size());
  FUZZ_CHECK(!walk_strictly(words, schema));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto schema = schemas()[(std::size_t{data[0]} << 8 | data[1]) % schemas().size()];
  const Bytes bytes(data + 2, size - 2);
  hold_against_walk(bytes, schema);
  const auto decoded = Message::decode(bytes, schema, limits::part_bytes_max);
  if (!decoded) {
    FUZZ_CHECK(decoded.error().adm.starts_with("ADM-") && !decoded.error().text.empty());
    return 0;
  }
  FUZZ_CHECK(std::ranges::equal(canonical_bytes(decoded->root(schema)), bytes));
  (void)filled_bits(decoded->root(schema));
  check_json(*decoded, schema);
  if (const auto cases = cases_of_list_part(bytes)) FUZZ_CHECK(cases->size() <= limits::access_cases_max);
  return 0;
}
