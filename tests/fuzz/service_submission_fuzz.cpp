// Any bytes as a submission's file: what is read is written back the same, and goes through the checks of its
// fields.
#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/strict.h"
#include "ledger/service/submission.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, size);
  const auto submission = decode_submission(bytes);
  if (!submission) {
    FUZZ_CHECK(submission.error().code == ErrorCode::bad_input);
    return 0;
  }
  FUZZ_CHECK(std::ranges::equal(encode_submission(*submission), bytes));
  FUZZ_CHECK(submission->header.size() <= limits::header_bytes_max &&
             submission->parts.size() <= limits::parts_max);
  (void)HeaderMessage::decode(submission->header);
  if (const auto block = decode_signatures(submission->signatures))
    FUZZ_CHECK(encode_signatures(*block) == submission->signatures);
  for (const auto& part : submission->parts) FUZZ_CHECK(part.plain.size() <= limits::part_bytes_max);
  return 0;
}
