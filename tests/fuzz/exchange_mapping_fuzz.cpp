// Any bytes as a mapping file: a mapping that names what it needs, or an error with words.
#include "ledger/codec/catalogue.h"
#include "tests/fuzz/fuzz.h"
#include "tools/exchange/mapping.h"

using namespace inzicht;
using namespace inzicht::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto format : {SourceFormat::csv, SourceFormat::xes}) {
    const auto mapping = Mapping::parse(text, format);
    if (!mapping) {
      FUZZ_CHECK(mapping.error().text.starts_with("mapping: "));
      continue;
    }
    FUZZ_CHECK(!mapping->kase.name.empty() && !mapping->activity.name.empty() && !mapping->time.name.empty());
    FUZZ_CHECK(mapping->part_class != schema::PartClass::LIST && mapping->part_class != schema::PartClass::UNSET);
    FUZZ_CHECK(mapping->separator == ';' || mapping->separator == ',' || mapping->separator == '\t');
    for (const auto& [activity, kind] : mapping->kinds) FUZZ_CHECK(find_kind(kind) != nullptr);
    for (const auto& [key, name] : mapping->required_columns()) FUZZ_CHECK(!key.empty());
    (void)mapping->time_form.parse("11-06-2019 10:30:00");
  }
  return 0;
}
