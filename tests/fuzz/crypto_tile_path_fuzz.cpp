// Any bytes as a tile's path and as an entry bundle: what is read is written back the same.
#include <algorithm>

#include "crypto/merkle/tile.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht::crypto;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view path(reinterpret_cast<const char*>(data), size);
  if (const auto tile = parse_tile_path(path)) {
    FUZZ_CHECK(tile_path(*tile) == path);
    FUZZ_CHECK(path.find("..") == std::string_view::npos);
  }
  const Bytes bytes(data, size);
  if (const auto leaves = parse_entry_bundle(bytes)) {
    FUZZ_CHECK(leaves->size() <= tile_width);
    FUZZ_CHECK(std::ranges::equal(entry_bundle(*leaves), bytes));
  }
  return 0;
}
