// Any bytes as a XES log, plain or gzip: every record within its limits and in UTF-8, lines in order, or an error.
#include "ledger/base/limits.h"
#include "ledger/codec/text_format.h"
#include "tests/fuzz/fuzz.h"
#include "tools/exchange/mapping.h"
#include "tools/exchange/xes_reader.h"

namespace {

using namespace inzicht;
using namespace inzicht::exchange;

class Check final : public RecordSink {
 public:
  void about_file(const SourceField& field) override { check(field); }
  Status record(const SourceRecord& record) override {
    FUZZ_CHECK(record.trace != nullptr && record.trace->number > 0);
    FUZZ_CHECK(record.line >= record.trace->line);
    check(record.fields);
    check(record.trace->fields);
    const auto mapped = map_record(mapping_, record);
    if (const auto* one = std::get_if<MappedRecord>(&mapped)) FUZZ_CHECK(!one->kase.empty());
    return {};
  }
  void rejected(std::uint64_t line, Reason why) override {
    FUZZ_CHECK(line > 0 && !why.nl.empty() && is_utf8(why.nl) && is_utf8(why.en));
  }

 private:
  static void check(const SourceField& field) {
    FUZZ_CHECK(!field.name.empty() && field.name.size() <= name_bytes_max && is_utf8(field.name));
    FUZZ_CHECK(field.value.size() <= limits::import_field_bytes_max && is_utf8(field.value));
  }
  static void check(std::span<const SourceField> fields) {
    FUZZ_CHECK(fields.size() <= limits::list_items_max);
    std::size_t bytes = 0;
    for (const auto& field : fields) {
      check(field);
      bytes += field.name.size() + field.value.size();
    }
    FUZZ_CHECK(bytes <= limits::import_event_bytes_max);
  }

  Mapping mapping_ = Mapping::of_xes();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto source = ByteSource::of({data, size});
  if (!source) return 0;
  Check sink;
  if (const auto status = read_xes(**source, sink); !status) FUZZ_CHECK(!status.error().text.empty());
  return 0;
}
