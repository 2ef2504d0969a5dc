#include "ledger/service/submission.h"

#include <catch2/catch.hpp>

using namespace inzicht;

namespace {

Submission sample() {
  Submission out{Buffer(40, 1), Buffer(70, 2), {}};
  out.parts.push_back({crypto::Salt{3}, Buffer(256, 4)});
  out.parts.push_back({crypto::Salt{5}, Buffer(512, 6)});
  return out;
}

}  // namespace

TEST_CASE("a submission comes back as it was") {
  const auto bytes = encode_submission(sample());
  const auto back = decode_submission(bytes);
  REQUIRE(back);
  CHECK(back->header == sample().header);
  CHECK(back->signatures == sample().signatures);
  REQUIRE(back->parts.size() == 2);
  CHECK(back->parts[1].salt == sample().parts[1].salt);
  CHECK(back->parts[1].plain == sample().parts[1].plain);
  CHECK(encode_submission(*back) == bytes);
}

TEST_CASE("a submission cut anywhere, or with anything after it, is none") {
  const auto bytes = encode_submission(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_submission(Bytes(bytes).first(size)));
  auto longer = bytes;
  longer.push_back(0);
  CHECK_FALSE(decode_submission(longer));
}

TEST_CASE("a submission of lengths that nothing has is refused before anything is taken for it") {
  auto bytes = encode_submission(sample());
  const auto at = std::string_view("inzicht-submission/1\n").size();
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = 0xFF;
  CHECK_FALSE(decode_submission(bytes));
}
