// Any bytes as a table: the first byte says the separator. Every row has the header's columns, or is rejected, or reading ends.
#include "ledger/base/limits.h"
#include "ledger/codec/text_format.h"
#include "tests/fuzz/fuzz.h"
#include "tools/exchange/csv_reader.h"
#include "tools/exchange/source_time.h"

namespace {

using namespace inzicht;
using namespace inzicht::exchange;

class Check final : public RecordSink {
 public:
  Status columns(std::span<const std::string> names) override {
    FUZZ_CHECK(columns_ == 0 && !names.empty() && names.size() <= csv_columns_max);
    columns_ = names.size();
    return {};
  }
  Status record(const SourceRecord& record) override {
    FUZZ_CHECK(columns_ > 0 && record.fields.size() == columns_ && record.trace == nullptr);
    in_order(record.line);
    for (const auto& field : record.fields) {
      FUZZ_CHECK(!field.name.empty() && is_utf8(field.name) && is_utf8(field.value));
      FUZZ_CHECK(field.value.size() <= limits::import_field_bytes_max);
      (void)plain_.parse(field.value);
      (void)dutch_.parse(field.value);
    }
    return {};
  }
  void rejected(std::uint64_t line, Reason why) override {
    in_order(line);
    FUZZ_CHECK(!why.en.empty() && is_utf8(why.nl));
  }

 private:
  void in_order(std::uint64_t line) {
    FUZZ_CHECK(line > line_);
    line_ = line;
  }

  std::size_t columns_ = 0;
  std::uint64_t line_ = 0;
  TimeForm plain_;
  TimeForm dutch_ = TimeForm::of("%d-%m-%Y %H:%M:%S,%f%z", "Europe/Amsterdam").value();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char separator = data[0] % 3 == 0 ? ';' : data[0] % 3 == 1 ? ',' : '\t';
  auto source = ByteSource::of({data + 1, size - 1});
  if (!source) return 0;
  Check sink;
  (void)read_csv(**source, separator, sink);
  return 0;
}
