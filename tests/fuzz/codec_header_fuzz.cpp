// Any bytes as a header, with and without being put in canonical form first: what is accepted means exactly
// one thing.
#include <capnp/any.h>
#include <capnp/message.h>
#include <kj/exception.h>

#include <algorithm>
#include <cstring>

#include "ledger/base/limits.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/json.h"
#include "ledger/codec/strict.h"
#include "ledger/codec/strict_walk.h"
#include "ledger/codec/word_check.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht;

namespace {

// The quick check never accepts what the walk refuses.
void hold_against_walk(Bytes bytes) {
  const auto schema = capnp::Schema::from<schema::Header>();
  if (bytes.empty() || bytes.size() % 8 != 0 || !certainly_strict(bytes, schema)) return;
  auto words = kj::heapArray<capnp::word>(bytes.size() / 8);
  std::memcpy(words.begin(), bytes.data(), bytes.size());
  FUZZ_CHECK(!walk_strictly(words, schema));
}

void check(Bytes bytes) {
  hold_against_walk(bytes);
  const auto decoded = HeaderMessage::decode(bytes);
  if (!decoded) {
    FUZZ_CHECK(decoded.error().adm.starts_with("ADM-") && !decoded.error().text.empty());
    return;
  }
  FUZZ_CHECK(std::ranges::equal(decoded->bytes(), bytes));
  const auto header = decoded->header();
  capnp::MallocMessageBuilder builder;
  builder.setRoot(header);
  FUZZ_CHECK(std::ranges::equal(
      canonical_bytes_of<schema::Header>(builder.getRoot<schema::Header>().asReader()), bytes));
  LedgerId ledger;
  ledger.fill(7);
  FUZZ_CHECK(!chains_of(header, ledger).empty());
  FUZZ_CHECK(write_json(header).is_object());
}

// The same content in canonical form: mutated bytes are that too seldom to reach the checks behind it.
Buffer canonical(Bytes bytes) {
  Buffer out;
  const std::size_t words = bytes.size() / 8;
  if (words == 0 || bytes.size() > limits::header_bytes_max) return out;
  auto copy = kj::heapArray<capnp::word>(words);
  std::memcpy(copy.begin(), bytes.data(), words * 8);
  const kj::ArrayPtr<const capnp::word> segment = copy;
  const auto thrown = kj::runCatchingExceptions([&] {
    capnp::ReaderOptions options;
    options.traversalLimitInWords = 8 * words;
    options.nestingLimit = 32;
    capnp::SegmentArrayMessageReader reader(kj::arrayPtr(&segment, 1), options);
    const auto again = reader.getRoot<capnp::AnyStruct>().canonicalize();
    out.assign(again.asBytes().begin(), again.asBytes().end());
  });
  if (thrown != nullptr) out.clear();
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check({data, size});
  if (const auto again = canonical({data, size}); !again.empty()) check(again);
  return 0;
}
