// What the readers of other systems' files hand over: one record per event, as it stands in the file.
//
// Shape:   names and values are UTF-8 without NUL, as the file has them; what they mean is for the mapping. Lines count from 1.
//          A nested attribute is named after its path, "outer/inner".
// Errors:  a record that cannot be read goes to rejected() with its line and why, and reading goes on. An error that a sink
//          answers, or broken form (XML, gzip, a quote without end), ends the reading.
// Limits:  ledger/base/limits.h import_*; a record over them is rejected.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/error.h"

namespace inzicht::exchange {

inline constexpr std::size_t name_bytes_max = 4096;  // of an attribute or column

// Why a record was not taken in, in words for people.
struct Reason {
  std::string nl;
  std::string en;
};

// Type words of XES; a CSV has texts only.
enum class FieldType { text, date, integer, decimal, boolean, id, list, container };
std::string_view name_of(FieldType type);

struct SourceField {
  std::string name;
  std::string value;
  FieldType type = FieldType::text;
};
// A trace of a XES log: what holds for all its events.
struct SourceTrace {
  std::uint64_t number = 0;  // from 1
  std::uint64_t line = 0;
  std::vector<SourceField> fields;
};
struct SourceRecord {
  std::uint64_t line = 0;  // where it begins
  std::span<const SourceField> fields;
  const SourceTrace* trace = nullptr;  // absent in CSV
};

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  // The header line of a CSV, before any record.
  virtual Status columns(std::span<const std::string>) { return {}; }
  // An attribute of the log as a whole (XES).
  virtual void about_file(const SourceField&) {}
  virtual Status record(const SourceRecord& record) = 0;
  virtual void rejected(std::uint64_t line, Reason why) = 0;
};

// The value of the first field of this name; null when there is none.
inline const SourceField* find_field(std::span<const SourceField> fields, std::string_view name) {
  for (const auto& field : fields)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace inzicht::exchange
