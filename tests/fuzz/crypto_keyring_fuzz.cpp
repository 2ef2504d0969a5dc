// Any bytes as a keyring file and as the entries inside one.
//
// The passphrase's key is never derived here: the cost is set to one that is refused first.
#include <algorithm>

#include "crypto/keyring_entries.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht::crypto;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Buffer file(data, data + size);
  constexpr std::size_t passes_at = 19;
  for (std::size_t i = passes_at; i < std::min(passes_at + 4, size); ++i) file[i] = 0;
  static const Secret passphrase = Secret::from(bytes_of("geheim"));
  FUZZ_CHECK(!keyring_open(file, passphrase));

  const auto entries = keyring_entries_read(Bytes(data, size));
  if (entries) FUZZ_CHECK(std::ranges::equal(keyring_entries_write(*entries).view(), Bytes(data, size)));
  return 0;
}
