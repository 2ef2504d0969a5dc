#include "tools/exchange/survey.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/base/limits.h"
#include "tools/exchange/csv_reader.h"
#include "tools/exchange/field_limits.h"
#include "tools/exchange/xes_reader.h"

namespace inzicht::exchange {
namespace {

// Which of the wanted columns there are. Other names are not kept: the first line of a file without a header
// is somebody's words.
class Columns {
 public:
  explicit Columns(const Mapping& mapping) : wanted_(mapping.required_columns()), found_(wanted_.size()) {}

  void see(std::string_view name) {
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (!found_[i] && wanted_[i].name == name) found_[i] = true;
  }
  Status check() const {
    const auto at = std::ranges::find(found_, false);
    if (at == found_.end()) return {};
    const auto& missing = wanted_[static_cast<std::size_t>(at - found_.begin())];
    std::string names;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const auto name = fmt::format("\"{}\"", wanted_[i].name);
      if (found_[i] && names.find(name) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
    }
    if (names.empty())
      return fail(ErrorCode::bad_input,
                  fmt::format("mapping: {}: no column \"{}\" in the file, nor another of the mapping: "
                              "expected the names of the columns on the first line",
                              missing.key, missing.name));
    return fail(
        ErrorCode::bad_input,
        fmt::format("mapping: {}: no column \"{}\" in the file; of those in the mapping there are: {}",
                    missing.key, missing.name, names));
  }

 private:
  std::vector<Mapping::Named> wanted_;
  std::vector<bool> found_;
};

class Counter final : public RecordSink {
 public:
  explicit Counter(const Mapping& mapping) : mapping_(mapping), columns_(mapping) {}

  Status columns(std::span<const std::string> names) override {
    for (const auto& name : names) columns_.see(name);
    return columns_.check();
  }

  void about_file(const SourceField& field) override {
    if (out.about.size() + field.name.size() + field.value.size() + 8 > limits::import_field_bytes_max) return;
    out.about += fmt::format("{} = {}\n", field.name, field.value);
  }

  Status record(const SourceRecord& record) override {
    ++out.records;
    if (record.trace != nullptr) see_attributes(record);
    const auto mapped = map_record(mapping_, record);
    if (std::holds_alternative<MappedRecord>(mapped)) ++out.usable;
    if (std::holds_alternative<LeftOut>(mapped)) ++out.skipped;
    if (const auto* why = std::get_if<Reason>(&mapped)) reject(record.line, *why);
    return {};
  }

  void rejected(std::uint64_t line, Reason why) override { reject(line, why); }

  // At the end of the file.
  Status check() const {
    if (mapping_.format == SourceFormat::xes && out.records > 0) INZICHT_CHECK(columns_.check());
    if (out.usable > 0) return {};
    if (first_rejected_.empty()) return fail(ErrorCode::bad_input, "import: expected a record to take in, found none");
    return fail(ErrorCode::bad_input, fmt::format("import: no record can be taken in; {}", first_rejected_));
  }

  Survey out;

 private:
  void see_attributes(const SourceRecord& record) {
    for (const auto& field : record.fields) columns_.see(field.name);
    if (std::exchange(trace_seen_, record.trace->number) == record.trace->number) return;
    for (const auto& field : record.trace->fields) columns_.see(field.name);
  }
  void reject(std::uint64_t line, const Reason& why) {
    if (out.rejected++ == 0) first_rejected_ = fmt::format("line {}: {}", line, why.en);
  }

  const Mapping& mapping_;
  Columns columns_;
  std::uint64_t trace_seen_ = 0;
  std::string first_rejected_;
};

Status read_to_end(ByteSource& bytes) {
  for (;;) {
    INZICHT_TRY(piece, bytes.next());
    if (piece.empty()) return {};
  }
}

}  // namespace

Result<Digest> read_source(const ImportSource& source, const Mapping& mapping, RecordSink& sink) {
  INZICHT_TRY(bytes, ByteSource::open(source.file));
  const Status read = source.format == SourceFormat::csv ? read_csv(*bytes, mapping.separator, sink) : read_xes(*bytes, sink);
  if (!read) {
    // Bytes damaged in transit are told as that, not as the nonsense they unpack to.
    INZICHT_CHECK(read_to_end(*bytes));
    return std::unexpected(read.error());
  }
  return bytes->digest();
}

Result<Survey> survey(const ImportSource& source, const Mapping& mapping) {
  Counter counter(mapping);
  INZICHT_TRY(digest, read_source(source, mapping, counter));
  INZICHT_CHECK(counter.check());
  counter.out.file_digest = digest;
  return std::move(counter.out);
}

}  // namespace inzicht::exchange
