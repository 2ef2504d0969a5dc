// Any bytes as a receipt's file: what is read is written back as the same receipt, and none but a signed one
// is good.
#include "ledger/base/limits.h"
#include "ledger/service/receipt.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht;

namespace {

bool same(const Receipt& a, const Receipt& b) {
  return a.note == b.note && a.index == b.index && a.leaf == b.leaf && a.proof == b.proof &&
         a.admission == b.admission;
}

// A key that signed nothing.
const crypto::VerifierKey& unknown_key() {
  static const auto key = *crypto::VerifierKey::parse(
      "ledger.example/tenant-a+fcbe9b80+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
  return key;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto lines = ReceiptText::parse(text)) FUZZ_CHECK(lines->text() == text);
  const auto receipt = Receipt::parse_json(text);
  if (!receipt) return 0;
  FUZZ_CHECK(size <= limits::receipt_bytes_max && receipt->proof.size() <= 64);
  const auto json = receipt->to_json();
  if (json.size() <= limits::receipt_bytes_max) {
    const auto again = Receipt::parse_json(json);
    FUZZ_CHECK(again && same(*again, *receipt));
  }
  FUZZ_CHECK(!check_receipt(*receipt, unknown_key(), LedgerId{}));
  return 0;
}
