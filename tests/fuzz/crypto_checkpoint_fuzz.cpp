// Any bytes as the text of a checkpoint: what is read is written back the same.
#include "crypto/note.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht::crypto;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto checkpoint = Checkpoint::parse(text);
  if (!checkpoint) return 0;
  FUZZ_CHECK(checkpoint->text() == text);
  FUZZ_CHECK(is_note_name(checkpoint->origin));
  FUZZ_CHECK(Checkpoint::parse(checkpoint->text()) == checkpoint);
  return 0;
}
