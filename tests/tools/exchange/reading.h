// What readers hand over, kept to be looked at; and files to read.
#pragma once
#include <filesystem>
#include <fstream>

#include "crypto/bytes.h"
#include "tools/exchange/byte_source.h"
#include "tools/exchange/source_record.h"

namespace inzicht::exchange::testing {

struct KeptRecord {
  std::uint64_t line = 0;
  std::vector<SourceField> fields;
  std::vector<SourceField> trace;
  std::uint64_t trace_number = 0;

  std::string value(std::string_view name) const {
    const auto* field = find_field(fields, name);
    return field == nullptr ? "(none)" : field->value;
  }
};
struct Rejection {
  std::uint64_t line = 0;
  std::string why;
  bool operator==(const Rejection&) const = default;
};
inline std::ostream& operator<<(std::ostream& out, const Rejection& one) { return out << one.line << ": " << one.why; }

class Keep final : public RecordSink {
 public:
  Status columns(std::span<const std::string> all) override {
    names.assign(all.begin(), all.end());
    return {};
  }
  void about_file(const SourceField& field) override { about.push_back(field); }
  Status record(const SourceRecord& r) override {
    records.push_back({r.line, {r.fields.begin(), r.fields.end()}, {}, 0});
    if (r.trace != nullptr) {
      records.back().trace = r.trace->fields;
      records.back().trace_number = r.trace->number;
    }
    return stop_after != 0 && records.size() == stop_after ? Status(fail(ErrorCode::io, "stopped by the test")) : Status();
  }
  void rejected(std::uint64_t line, Reason why) override { rejections.push_back({line, why.en}); }

  std::vector<std::string> names;
  std::vector<SourceField> about;
  std::vector<KeptRecord> records;
  std::vector<Rejection> rejections;
  std::size_t stop_after = 0;
};

inline std::filesystem::path data(std::string_view name) { return std::filesystem::path(INZICHT_TEST_DATA) / "xes" / name; }

inline void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

inline std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace inzicht::exchange::testing
