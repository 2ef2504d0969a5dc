#include "ledger/vault/key_cache.h"

#include <catch2/catch.hpp>

#include "tests/ledger/vault/sample.h"

using namespace inzicht;

namespace {
SubjectKeyRef ref(std::uint32_t number) { return {{1, 2, 3}, number}; }
std::array<std::uint8_t, 32> key(std::uint32_t number) {
  std::array<std::uint8_t, 32> out{};
  out.fill(static_cast<std::uint8_t>(number));
  out[1] = static_cast<std::uint8_t>(number >> 8);
  return out;
}
bool holds(KeyCache& cache, std::uint32_t number) {
  std::array<std::uint8_t, 32> out{};
  if (!cache.copy(ref(number), out)) return false;
  REQUIRE(out == key(number));
  return true;
}
}  // namespace

TEST_CASE("a cache of keys holds at most so many, and those right", "[vault][cache]") {
  KeyCache cache(3000);
  for (std::uint32_t i = 0; i < 10'000; ++i) cache.put(ref(i), key(i));
  CHECK(cache.size() == 3000);
  std::size_t held = 0;
  for (std::uint32_t i = 0; i < 10'000; ++i) held += holds(cache, i);
  CHECK(held == 3000);
  CHECK(holds(cache, 9999));
}

TEST_CASE("what is used stays longer than what is not", "[vault][cache]") {
  KeyCache cache(100);
  for (std::uint32_t i = 0; i < 100; ++i) cache.put(ref(i), key(i));
  cache.put(ref(1000), key(1000));  // takes every mark away and drops one
  for (std::uint32_t turn = 1; turn < 90; ++turn) {
    REQUIRE(holds(cache, 50));
    cache.put(ref(1000 + turn), key(1000 + turn));
  }
  CHECK(holds(cache, 50));
}

TEST_CASE("an erased key is gone and its place is used again", "[vault][cache]") {
  KeyCache cache(2);
  cache.put(ref(1), key(1));
  cache.put(ref(2), key(2));
  cache.erase(ref(1));
  cache.erase(ref(7));
  CHECK_FALSE(holds(cache, 1));
  cache.put(ref(3), key(3));
  CHECK(holds(cache, 2));
  CHECK(holds(cache, 3));
  CHECK(cache.size() == 2);
}

TEST_CASE("a full cache of the vault stays within the usual bound on locked memory", "[vault][cache]") {
  KeyCache cache(Vault::cache_max);
  for (std::uint32_t i = 0; i < Vault::cache_max; ++i) cache.put(ref(i), key(i));
  CHECK(cache.size() == Vault::cache_max);
  CHECK(holds(cache, 0));
  CHECK(Vault::cache_max * KeyCache::key_size <= 2 * 1024 * 1024);
}
