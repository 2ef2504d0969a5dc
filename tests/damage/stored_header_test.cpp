// A stored header whose pointers and lengths somebody chose: named by index wherever events are read, never followed.
#include <catch2/catch.hpp>

#include "ledger/service/readmit.h"
#include "ledger/service/reading.h"
#include "ledger/service/state.h"
#include "tests/damage/changed_header.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

constexpr std::size_t word = 8;

std::uint64_t word_at(const Buffer& bytes, std::size_t at) {
  std::uint64_t out = 0;
  for (std::size_t i = word; i-- > 0;) out = out << 8 | bytes[at + i];
  return out;
}
void put_word(Buffer& bytes, std::size_t at, std::uint64_t value) {
  for (std::size_t i = 0; i < word; ++i) bytes[at + i] = static_cast<std::uint8_t>(value >> 8 * i);
}

// Every word of a header that could be a pointer, with a length that is not its own: a little more, much more, beyond the message.
std::vector<Buffer> lengthened(const Buffer& header) {
  std::vector<Buffer> out;
  for (std::size_t at = 0; at + word <= header.size(); at += word) {
    const auto value = word_at(header, at);
    if (value == 0) continue;
    for (const std::uint64_t more : {1ull, 232ull, 5'000ull}) {
      Buffer changed = header;
      put_word(changed, at, value + (more << 35));
      out.push_back(std::move(changed));
    }
  }
  return out;
}

bool names(const Status& status, std::uint64_t index) {
  return !status && status.error().code == ErrorCode::corruption && status.error().text.find(std::to_string(index)) != std::string::npos;
}

}  // namespace

TEST_CASE_METHOD(FullSample, "a stored header with another length in it is corruption with its index wherever the state is read") {
  const Log& log = ledger.log();
  std::size_t tried = 0;
  for (std::uint64_t index = 0; index < log.size(); index += 9) {
    const auto header = log.read(index).value().header;
    for (auto& changed : lengthened(header)) {
      if (HeaderMessage::stored(changed)) continue;  // a number and no pointer
      const ChangedHeader damaged(log, index, std::move(changed));
      LedgerState state(damaged);
      INFO("index " << index);
      CHECK(names(state.load(), index));
      ++tried;
    }
  }
  CHECK(tried > 100);
}

TEST_CASE_METHOD(FullSample, "what reads events one by one says corruption too, and follows no pointer out of a damaged header") {
  const Log& log = ledger.log();
  const auto place = log.find(first_signal).value();
  REQUIRE(place);
  for (auto& changed : lengthened(log.read(place->index).value().header)) {
    if (HeaderMessage::stored(changed)) continue;
    const ChangedHeader damaged(log, place->index, std::move(changed));
    const std::uint64_t one[] = {place->index};
    CHECK(sealed_parts(damaged, one).empty());
    CHECK_FALSE(HeaderMessage::stored(damaged.read(place->index)->header));
    const auto judged = readmit(damaged, {});
    REQUIRE_FALSE(judged);
    CHECK(judged.error().code == ErrorCode::corruption);
  }
}

}  // namespace inzicht::testing
