// Any bytes as a signed note and as a vkey: what is read is written back the same, and nothing unsigned is
// verified.
#include "crypto/note.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht::crypto;

namespace {

// The keys of the notes in the corpus.
const std::vector<VerifierKey>& known_keys() {
  static const std::vector<VerifierKey> keys{
      *VerifierKey::parse("ledger.example/tenant-a+fcbe9b80+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"),
      *VerifierKey::parse("witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X")};
  return keys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto key = VerifierKey::parse(text)) FUZZ_CHECK(key->text() == text);

  const auto note = Note::parse(text);
  if (!note) return 0;
  FUZZ_CHECK(note->serialise() == text);
  FUZZ_CHECK(note->text.ends_with('\n') && !note->signatures.empty());
  const auto check = note_verify(*note, known_keys());
  if (!check) return 0;
  FUZZ_CHECK(check->verified.size() == check->cosigned_at_s.size());
  FUZZ_CHECK(check->verified.size() <= known_keys().size());
  // Only one text was ever signed with these keys.
  if (!check->verified.empty()) FUZZ_CHECK(note->text.starts_with("ledger.example/tenant-a\n7\n3bib5AOA"));
  return 0;
}
