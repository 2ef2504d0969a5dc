#include "ledger/vault/vault.h"

#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "tests/ledger/vault/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {
ErrorCode code_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}
}  // namespace

TEMPLATE_TEST_CASE("a subject gets one key, made when it is first asked for", "[vault]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  CHECK_FALSE(vault.find_key(subject(1)).value());
  const auto ref = vault.key_for(subject(1)).value();
  CHECK(ref.generation == 1);
  CHECK(vault.key_for(subject(1)).value() == ref);
  CHECK(vault.find_key(subject(1)).value() == ref);
  CHECK(vault.key_for(subject(2))->id != ref.id);
  CHECK(vault.keys() == 2);
}

TEMPLATE_TEST_CASE("keys for several subjects are made in one go, also for one named twice", "[vault]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  const auto known = vault.key_for(subject(3)).value();
  const std::vector subjects{subject(1), subject(3), subject(2), subject(1)};
  const auto refs = vault.keys_for(subjects).value();
  REQUIRE(refs.size() == 4);
  CHECK(refs[0] == refs[3]);
  CHECK(refs[1] == known);
  CHECK(refs[0].id != refs[2].id);
  CHECK(vault.keys() == 3);
  for (std::size_t i = 0; i < refs.size(); ++i) CHECK(vault.find_key(subjects[i]).value() == refs[i]);
  CHECK(vault.keys_for({})->empty());
}

TEMPLATE_TEST_CASE("a part key opens for its own event and part only", "[vault]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  const auto ref = vault.key_for(subject(1)).value();
  const auto part_key = crypto::Secret::random(32);
  const auto wrapped = vault.wrap_part_key(ref, an_event, 3, part_key).value();
  CHECK(wrapped.size() == 92);
  CHECK(std::ranges::equal(vault.unwrap_part_key(wrapped, an_event, 3)->view(), part_key.view()));

  CHECK(code_of(vault.unwrap_part_key(wrapped, another_event, 3)) == ErrorCode::corruption);
  CHECK(code_of(vault.unwrap_part_key(wrapped, an_event, 4)) == ErrorCode::corruption);
  // Another subject's key, under this one's name and the other way round.
  const auto other = vault.key_for(subject(2)).value();
  auto renamed = vault.wrap_part_key(other, an_event, 3, part_key).value();
  std::copy(ref.id.begin(), ref.id.end(), renamed.begin());
  CHECK(code_of(vault.unwrap_part_key(renamed, an_event, 3)) == ErrorCode::corruption);
  // A generation that never was.
  CHECK(code_of(vault.wrap_part_key({ref.id, 2}, an_event, 3, part_key)) == ErrorCode::not_found);
}

TEMPLATE_TEST_CASE("any flipped byte and any cut of a wrapped part key is rejected", "[vault][damage]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  const auto ref = vault.key_for(subject(1)).value();
  const auto wrapped = vault.wrap_part_key(ref, an_event, 0, crypto::Secret::random(32)).value();
  for (std::size_t at = 0; at < wrapped.size(); ++at) {
    auto damaged = wrapped;
    damaged[at] ^= 0x10;
    // Within the name of the key there is no such key; in what is sealed it does not open.
    REQUIRE(code_of(vault.unwrap_part_key(damaged, an_event, 0)) == (at < 20 ? ErrorCode::not_found : ErrorCode::corruption));
    REQUIRE(code_of(vault.unwrap_part_key(Bytes{wrapped}.first(at), an_event, 0)) == ErrorCode::corruption);
  }
}

TEMPLATE_TEST_CASE("what was sealed under a destroyed key does not open any more", "[vault][erase]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  const auto ref = vault.key_for(subject(1)).value();
  const auto kept = vault.key_for(subject(2)).value();
  const auto part_key = crypto::Secret::random(32);
  const auto wrapped = vault.wrap_part_key(ref, an_event, 0, part_key).value();
  const auto wrapped_kept = vault.wrap_part_key(kept, an_event, 1, part_key).value();
  REQUIRE(vault.new_generation(subject(1)));
  REQUIRE(vault.destroy(subject(1)));

  CHECK(code_of(vault.unwrap_part_key(wrapped, an_event, 0)) == ErrorCode::not_found);
  CHECK(code_of(vault.wrap_part_key(ref, an_event, 0, part_key)) == ErrorCode::not_found);
  CHECK_FALSE(vault.find_key(subject(1)).value());
  CHECK(code_of(vault.destroy(subject(1))) == ErrorCode::not_found);
  CHECK(code_of(vault.destroy(subject(7))) == ErrorCode::not_found);
  CHECK(vault.unwrap_part_key(wrapped_kept, an_event, 1).has_value());
  CHECK(vault.keys() == 1);
  if constexpr (TestType::on_disk) {
    fixture.reopen(epochs({1}));
    CHECK(code_of(fixture.vault->unwrap_part_key(wrapped, an_event, 0)) == ErrorCode::not_found);
    CHECK(fixture.vault->unwrap_part_key(wrapped_kept, an_event, 1).has_value());
  }
  // Should that subject come back, it is with another key.
  CHECK(fixture.vault->key_for(subject(1))->id != ref.id);
}

TEMPLATE_TEST_CASE("older generations open until they are destroyed", "[vault][erase]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  const auto first = vault.key_for(subject(1)).value();
  const auto part_key = crypto::Secret::random(32);
  const auto old = vault.wrap_part_key(first, an_event, 0, part_key).value();
  const auto second = vault.new_generation(subject(1)).value();
  CHECK(second == SubjectKeyRef{first.id, 2});
  CHECK(vault.key_for(subject(1)).value() == second);
  const auto now = vault.wrap_part_key(second, an_event, 0, part_key).value();
  CHECK(vault.unwrap_part_key(old, an_event, 0).has_value());
  // One generation does not open what another one sealed.
  auto renamed = old;
  renamed[19] = 2;
  CHECK(code_of(vault.unwrap_part_key(renamed, an_event, 0)) == ErrorCode::corruption);

  REQUIRE(vault.destroy_older(subject(1)));
  CHECK(code_of(vault.unwrap_part_key(old, an_event, 0)) == ErrorCode::not_found);
  CHECK(vault.unwrap_part_key(now, an_event, 0).has_value());
  CHECK(vault.keys() == 1);
  REQUIRE(vault.destroy_older(subject(1)));
  CHECK(code_of(vault.new_generation(subject(9))) == ErrorCode::not_found);
  CHECK(code_of(vault.destroy_older(subject(9))) == ErrorCode::not_found);
}

TEMPLATE_TEST_CASE("threads that ask for the same new subject get one key", "[vault][threads]", InMemory, OnDisk) {
  TestType fixture;
  for (std::uint8_t round = 1; round <= 20; ++round) {
    std::vector<SubjectKeyRef> refs(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < refs.size(); ++i) {
      threads.emplace_back([&, i] {
        const std::vector subjects{subject(static_cast<std::uint8_t>(100 + i)), subject(round)};
        if (i % 2 == 0) {
          refs[i] = fixture.vault->key_for(subject(round)).value();
        } else {
          refs[i] = fixture.vault->keys_for(subjects)->back();
        }
      });
    }
    for (auto& thread : threads) thread.join();
    REQUIRE(std::set(refs.begin(), refs.end()).size() == 1);
  }
  CHECK(fixture.vault->keys() == 24);
}

TEMPLATE_TEST_CASE("keys are used from many threads while one is destroyed", "[vault][threads]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  const auto doomed = vault.key_for(subject(1)).value();
  const auto kept = vault.key_for(subject(2)).value();
  const auto wrapped = vault.wrap_part_key(doomed, an_event, 0, crypto::Secret::random(32)).value();
  std::atomic<bool> destroyed = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 500; ++turn) {
        const bool was_destroyed = destroyed;
        const auto opened = vault.unwrap_part_key(wrapped, an_event, 0);
        if (was_destroyed && (opened || opened.error().code != ErrorCode::not_found)) ++wrong;
        if (!opened && opened.error().code != ErrorCode::not_found) ++wrong;
        if (!vault.wrap_part_key(kept, an_event, 0, crypto::Secret::random(32))) ++wrong;
      }
    });
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  REQUIRE(vault.destroy(subject(1)));
  destroyed = true;
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("a vault is created once, opened by one, and needs its folder", "[vault]") {
  TempDir dir;
  CHECK(code_of(Vault::open(dir / "vault", epochs({1}))) == ErrorCode::not_found);
  {
    const auto vault = Vault::create(dir / "vault", epochs({1})).value();
    CHECK(code_of(Vault::create(dir / "vault", epochs({1}))) == ErrorCode::already_exists);
    CHECK(code_of(Vault::open(dir / "vault", epochs({1}))) == ErrorCode::locked);
  }
  CHECK(Vault::open(dir / "vault", epochs({1})).has_value());
  CHECK(code_of(Vault::create(dir / "other", {})) == ErrorCode::bad_input);
  EpochKeys short_key;
  short_key.emplace(1, crypto::Secret::random(31));
  CHECK(code_of(Vault::open(dir / "vault", std::move(short_key))) == ErrorCode::bad_input);
}
