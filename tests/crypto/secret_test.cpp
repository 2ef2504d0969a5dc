#include "crypto/secret.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <type_traits>
#include <vector>

#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);

TEST_CASE("a new secret is zero and as long as asked", "[secret]") {
  const Secret secret(33);
  REQUIRE(secret.size() == 33);
  REQUIRE(Buffer(secret.view().begin(), secret.view().end()) == Buffer(33, 0));
}

TEST_CASE("an empty secret is empty whichever way it was made", "[secret]") {
  REQUIRE(Secret().empty());
  REQUIRE(Secret(0).empty());
  REQUIRE(Secret::from({}).empty());
  REQUIRE(Secret::random(0).empty());
  REQUIRE(Secret().clone().empty());
}

TEST_CASE("a clone is equal and lives on its own", "[secret]") {
  Secret one = Secret::from(bytes_of("geheim"));
  const Secret two = one.clone();
  one.mutable_view()[0] = 'G';
  REQUIRE(std::ranges::equal(two.view(), bytes_of("geheim")));
  REQUIRE(std::ranges::equal(one.view(), bytes_of("Geheim")));
}

TEST_CASE("a secret that was moved from is empty", "[secret]") {
  Secret one = Secret::from(bytes_of("geheim"));
  Secret two = std::move(one);
  REQUIRE(one.empty());  // NOLINT(bugprone-use-after-move): that is the question
  REQUIRE(one.view().empty());
  REQUIRE(two.size() == 6);
  one = std::move(two);
  REQUIRE(two.empty());  // NOLINT(bugprone-use-after-move)
  REQUIRE(std::ranges::equal(one.view(), bytes_of("geheim")));
}

TEST_CASE("random secrets differ", "[secret]") {
  REQUIRE(!std::ranges::equal(Secret::random(32).view(), Secret::random(32).view()));
}

TEST_CASE("wiping leaves zeros", "[secret]") {
  Buffer bytes = buffer("geheim");
  wipe(bytes);
  REQUIRE(bytes == Buffer(6, 0));
  wipe({});
}

TEST_CASE("what a secret held is gone when it ends: the ones after it begin as zeros", "[secret]") {
  for (const std::size_t size : {1u, 32u, 64u, 65u, 4096u}) {
    std::vector<Secret> many;
    for (int i = 0; i < 1500; ++i) {  // more than one slab of small ones
      many.emplace_back(size);
      REQUIRE(std::ranges::all_of(many.back().view(), [](std::uint8_t byte) { return byte == 0; }));
      std::ranges::fill(many.back().mutable_view(), std::uint8_t{0xAA});
      if (size > 64 && i == 20) break;
    }
    many.clear();
    for (int i = 0; i < 20; ++i) {
      many.emplace_back(size);
      REQUIRE(std::ranges::all_of(many.back().view(), [](std::uint8_t byte) { return byte == 0; }));
    }
  }
}

TEST_CASE("secrets that live at once never share a byte, also when threads make and end them", "[secret]") {
  std::atomic<int> wrong{0};
  {
    std::vector<std::jthread> threads;
    for (std::uint8_t mark = 1; mark <= 4; ++mark)
      threads.emplace_back([mark, &wrong] {
        for (int round = 0; round < 2000; ++round) {
          Secret one(32), two(64);
          std::ranges::fill(one.mutable_view(), mark);
          std::ranges::fill(two.mutable_view(), static_cast<std::uint8_t>(mark | 0x80));
          if (!std::ranges::all_of(one.view(), [&](std::uint8_t byte) { return byte == mark; })) ++wrong;
        }
      });
  }
  REQUIRE(wrong == 0);
}
