// Any bytes as a trust policy: what is accepted has one quorum, nobody twice, and is met by all if by any.
#include "crypto/trust_policy.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht::crypto;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto policy = TrustPolicy::parse(text);
  if (!policy) {
    FUZZ_CHECK(!policy.error().expected.empty());
    return 0;
  }
  std::set<std::string> keys;
  for (const auto& key : policy->logs()) FUZZ_CHECK(key.algorithm == note_ed25519 && keys.insert(std::string(key.key.begin(), key.key.end())).second);
  std::set<std::size_t> all;
  for (const auto& key : policy->witnesses()) {
    FUZZ_CHECK(key.algorithm != note_ed25519);
    all.insert(all.size());
  }
  // Every group can be met by its members, and nothing is met by nobody unless nobody is asked.
  FUZZ_CHECK(policy->is_met(all));
  FUZZ_CHECK(policy->is_met({}) == !policy->asks_witnesses());
  return 0;
}
