// The small value structs (dates, counts, ...) that people write as one word.
#pragma once
#include <optional>
#include <string>

#include "ledger/codec/json.h"

namespace inzicht {

// nullopt: not a value struct.
std::optional<Json> write_scalar(capnp::DynamicStruct::Reader value);
// nullopt: not a value struct. Otherwise whether the JSON could be read; `expected` says what a good one looks like.
struct ScalarRead {
  bool good = false;
  const char* expected_nl = "";
  const char* expected_en = "";
};
std::optional<ScalarRead> read_scalar(const Json& in, capnp::DynamicStruct::Builder out);
bool is_scalar(capnp::StructSchema schema);
// nullopt for anything but a whole number; a number beyond int64 is none either, for its sign would be lost.
std::optional<std::int64_t> whole_number(const Json& in);

}  // namespace inzicht
