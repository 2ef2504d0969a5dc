#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/ledger/vault/sample.h"
#include "ledger/vault/vault_rows.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

ErrorCode code_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

// Every byte of every file in a folder, as one string.
std::string contents(const std::filesystem::path& folder) {
  std::string out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    out.append(std::istreambuf_iterator<char>(file), {});
  }
  return out;
}

}  // namespace

TEMPLATE_TEST_CASE("after a new epoch everything left opens as before", "[vault][epoch]", InMemory, OnDisk) {
  TestType fixture;
  std::vector<Buffer> wrapped;
  for (std::uint8_t i = 1; i <= 40; ++i) {
    const auto ref = fixture.vault->key_for(subject(i)).value();
    wrapped.push_back(fixture.vault->wrap_part_key(ref, an_event, i, crypto::Secret::random(32)).value());
  }
  REQUIRE(fixture.vault->new_generation(subject(1)));
  REQUIRE(fixture.vault->destroy(subject(40)));
  REQUIRE(fixture.vault->new_epoch(2, epoch_key(2)));
  if constexpr (TestType::on_disk) fixture.reopen(epochs({2}));
  for (std::uint8_t i = 1; i <= 39; ++i) CHECK(fixture.vault->unwrap_part_key(wrapped[i - 1u], an_event, i));
  CHECK(code_of(fixture.vault->unwrap_part_key(wrapped[39], an_event, 40)) == ErrorCode::not_found);
  CHECK(fixture.vault->keys() == 40);
  CHECK(fixture.vault->key_for(subject(1))->generation == 2);
  REQUIRE(fixture.vault->key_for(subject(60)));
  REQUIRE(fixture.vault->new_epoch(7, epoch_key(7)));
  CHECK(fixture.vault->unwrap_part_key(wrapped[1], an_event, 2));
}

TEST_CASE("after a new epoch the old epoch's key opens nothing of this vault", "[vault][epoch][erase]") {
  OnDisk fixture;
  std::vector<Buffer> wrapped;
  for (std::uint8_t i = 1; i <= 10; ++i) {
    const auto ref = fixture.vault->key_for(subject(i)).value();
    wrapped.push_back(fixture.vault->wrap_part_key(ref, an_event, 0, crypto::Secret::random(32)).value());
  }
  REQUIRE(fixture.vault->new_epoch(2, epoch_key(2)));
  fixture.reopen(epochs({1}));
  for (const auto& bytes : wrapped) CHECK(code_of(fixture.vault->unwrap_part_key(bytes, an_event, 0)) == ErrorCode::locked);
  CHECK(code_of(fixture.vault->wrap_part_key(*fixture.vault->find_key(subject(1)).value(), an_event, 0, crypto::Secret::random(32))) == ErrorCode::locked);
}

TEST_CASE("a copy from before an erasure opens nothing with the keys from after it", "[vault][epoch][erase]") {
  OnDisk fixture;
  const auto ref = fixture.vault->key_for(subject(1)).value();
  const auto wrapped = fixture.vault->wrap_part_key(ref, an_event, 0, crypto::Secret::random(32)).value();
  fixture.vault.reset();
  std::filesystem::copy(fixture.dir / "vault", fixture.dir / "copy", std::filesystem::copy_options::recursive);
  fixture.reopen(epochs({1}));
  REQUIRE(fixture.vault->destroy(subject(1)));
  REQUIRE(fixture.vault->new_epoch(2, epoch_key(2)));
  const auto copy = Vault::open(fixture.dir / "copy", epochs({2})).value();
  CHECK(code_of(copy->unwrap_part_key(wrapped, an_event, 0)) == ErrorCode::locked);
}

TEST_CASE("after a new epoch no file holds a destroyed key, even wrapped", "[vault][epoch][erase]") {
  OnDisk fixture;
  const auto ref = fixture.vault->key_for(subject(1)).value();
  REQUIRE(fixture.vault->key_for(subject(2)));
  // In the log file the row's name, the length of its value and the wrapped key follow each other.
  const auto row = vault_rows::wrap_key(ref);
  const auto before = contents(fixture.dir / "vault");
  const auto at = before.find(std::string(row.begin(), row.end()));
  REQUIRE(at != std::string::npos);
  const auto wrapped = before.substr(at + row.size() + 1, 4 + vault_rows::sealed_key_size);
  REQUIRE(vault_rows::unwrap(ref, crypto::bytes_of(wrapped), epochs({1})));
  REQUIRE(fixture.vault->destroy(subject(1)));
  REQUIRE(fixture.vault->new_epoch(2, epoch_key(2)));
  CHECK(contents(fixture.dir / "vault").find(wrapped.substr(4)) == std::string::npos);
}

TEMPLATE_TEST_CASE("an epoch that does not come later is refused, the current one with its own key goes on", "[vault][epoch]", InMemory, OnDisk) {
  TestType fixture;
  REQUIRE(fixture.vault->key_for(subject(1)));
  REQUIRE(fixture.vault->new_epoch(5, epoch_key(5)));
  CHECK(code_of(fixture.vault->new_epoch(4, epoch_key(4))) == ErrorCode::conflict);
  CHECK(code_of(fixture.vault->new_epoch(5, epoch_key(6))) == ErrorCode::conflict);
  CHECK(code_of(fixture.vault->new_epoch(6, crypto::Secret::random(16))) == ErrorCode::bad_input);
  CHECK(fixture.vault->new_epoch(5, epoch_key(5)).has_value());
}

TEST_CASE("a new epoch that was broken off halfway is finished by asking again", "[vault][epoch]") {
  OnDisk fixture;
  const auto first = fixture.vault->key_for(subject(1)).value();
  const auto wrapped = fixture.vault->wrap_part_key(first, an_event, 0, crypto::Secret::random(32)).value();
  // Both epochs at hand and keys under both: what a crash between two steps leaves.
  fixture.reopen(epochs({1, 2}));
  const auto second = fixture.vault->key_for(subject(2)).value();
  const auto wrapped_second = fixture.vault->wrap_part_key(second, an_event, 0, crypto::Secret::random(32)).value();
  REQUIRE(fixture.vault->new_epoch(2, epoch_key(2)));
  fixture.reopen(epochs({2}));
  CHECK(fixture.vault->unwrap_part_key(wrapped, an_event, 0));
  CHECK(fixture.vault->unwrap_part_key(wrapped_second, an_event, 0));
}

TEMPLATE_TEST_CASE("keys are made and used while an epoch is replaced", "[vault][epoch][threads]", InMemory, OnDisk) {
  TestType fixture;
  auto& vault = *fixture.vault;
  for (std::uint8_t i = 1; i <= 100; ++i) REQUIRE(vault.key_for(subject(i)));
  std::atomic<int> wrong = 0;
  std::thread user([&] {
    for (std::uint8_t i = 101; i <= 200; ++i) {
      const auto ref = vault.key_for(subject(i));
      if (!ref || !vault.wrap_part_key(*ref, an_event, 0, crypto::Secret::random(32))) ++wrong;
    }
  });
  for (std::uint32_t epoch = 2; epoch <= 5; ++epoch) REQUIRE(vault.new_epoch(epoch, epoch_key(epoch)));
  user.join();
  REQUIRE(vault.new_epoch(6, epoch_key(6)));
  CHECK(wrong == 0);
  if constexpr (TestType::on_disk) fixture.reopen(epochs({6}));
  for (std::uint8_t i = 1; i <= 200; ++i) {
    const auto ref = fixture.vault->find_key(subject(i)).value();
    REQUIRE(ref);
    REQUIRE(fixture.vault->wrap_part_key(*ref, an_event, 0, crypto::Secret::random(32)));
  }
}

TEST_CASE("a wrapped subject key opens under its own name, generation and epoch only", "[vault][damage]") {
  const SubjectKeyRef ref{crypto::random_array<16>(), 3};
  const auto key = crypto::Secret::random(32);
  const auto keys = epochs({4, 5});
  const auto wrapped = vault_rows::wrap(ref, 4, keys.at(4), key);
  CHECK(std::ranges::equal(vault_rows::unwrap(ref, wrapped, keys)->view(), key.view()));
  CHECK(code_of(vault_rows::unwrap({ref.id, 4}, wrapped, keys)) == ErrorCode::corruption);
  CHECK(code_of(vault_rows::unwrap({crypto::random_array<16>(), 3}, wrapped, keys)) == ErrorCode::corruption);
  CHECK(code_of(vault_rows::unwrap(ref, wrapped, epochs({5}))) == ErrorCode::locked);
  for (std::size_t at = 0; at < wrapped.size(); ++at) {
    auto damaged = wrapped;
    damaged[at] ^= 1;
    REQUIRE_FALSE(vault_rows::unwrap(ref, damaged, keys));
    REQUIRE_FALSE(vault_rows::unwrap(ref, Bytes{wrapped}.first(at), keys));
  }
}
