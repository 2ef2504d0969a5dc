// Facts and parts as JSON for people and programs, by reflection: one reader and one writer for every kind.
//
// Shape:   codes are their code names; ids are "Z-…", "E-…" as people see them; digests, keys and signatures base64; dates
//          "2019-06-11", months "2002-03", instants RFC 3339 with Z, durations ISO 8601; numbers below 2^53; decimals and
//          content (base64) as strings. Absent fields are left out.
// Errors:  InputError names the field by its path, what was expected and, where there is a list, its codes. Never content.
// Limits:  texts must be UTF-8; sizes are checked where the bytes are sealed.
#pragma once
#include <capnp/dynamic.h>

#include <expected>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "ledger/base/ids.h"
#include "ledger/codec/catalogue.h"

namespace inzicht {

using Json = nlohmann::json;

struct InputError {
  std::string adm;    // which admission check this would fail: ADM-2, ADM-11 ...
  std::string field;  // "facts.domains[2]"
  std::string nl;     // what was expected, in words
  std::string en;
};

// What the text of an id stands for: a whole id, a prefix, or a name the caller knows. Answers the raw bytes, or nullopt.
class IdResolver {
 public:
  virtual ~IdResolver() = default;
  virtual std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const = 0;
};
// Whole ids only.
class PlainIds : public IdResolver {
 public:
  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const override;
};

std::optional<InputError> read_json(const Json& in, capnp::DynamicStruct::Builder out, const IdResolver& ids, const std::string& path);
Json write_json(capnp::DynamicStruct::Reader in);
std::string id_to_text(schema::IdKind kind, Bytes id);

// One value in short-hand, as typed after `--set field=`: "housing,debts", "O4,O7", "[J moved parent yes; P left ...]". Records
// are filled in order, optional fields are skipped when the word does not fit them. Answers JSON for read_json.
std::expected<Json, InputError> parse_shorthand(capnp::StructSchema::Field field, std::string_view text, const IdResolver& ids,
                                                const std::string& path);

// Parses JSON text within the limits of size and depth; a duplicate key is an error.
std::expected<Json, InputError> parse_json_text(std::string_view text);

}  // namespace inzicht
