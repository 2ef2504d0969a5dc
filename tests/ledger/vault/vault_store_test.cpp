#include "ledger/vault/vault_store.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/faulty_files.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

ErrorCode code_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}
Buffer bytes(std::string_view text) { return {text.begin(), text.end()}; }
Status put(VaultStore& store, std::string_view key, std::string_view value) {
  const VaultChange change{bytes(key), bytes(value)};
  return store.write(std::span{&change, 1});
}
std::string keys_of(const std::vector<VaultRow>& rows) {
  std::string out;
  for (const auto& row : rows) out += std::string(row.key.begin(), row.key.end()) + " ";
  return out;
}

struct InMemory {
  std::unique_ptr<VaultStore> store = make_memory_store();
};
struct OnDisk {
  TempDir dir;
  std::unique_ptr<VaultStore> store = create_rocks_store(dir / "vault").value();
};

}  // namespace

TEMPLATE_TEST_CASE("rows are read by key and by what their keys begin with", "[vault][store]", InMemory, OnDisk) {
  TestType fixture;
  auto& store = *fixture.store;
  for (const auto* key : {"a", "b", "ba", "bb", "bc", "c"}) REQUIRE(put(store, key, "1"));
  CHECK(store.get(bytes("ba")).value() == bytes("1"));
  CHECK_FALSE(store.get(bytes("bd")).value());
  CHECK(keys_of(store.rows(bytes("b"), {}, 10).value()) == "b ba bb bc ");
  CHECK(keys_of(store.rows(bytes("b"), {}, 2).value()) == "b ba ");
  CHECK(keys_of(store.rows(bytes("b"), bytes("ba"), 10).value()) == "bb bc ");
  CHECK(keys_of(store.rows(bytes("b"), bytes("bab"), 10).value()) == "bb bc ");
  CHECK(keys_of(store.rows(bytes("b"), bytes("bc"), 10).value()).empty());
  CHECK(keys_of(store.rows(bytes("x"), {}, 10).value()).empty());
}

TEMPLATE_TEST_CASE("changes are made together", "[vault][store]", InMemory, OnDisk) {
  TestType fixture;
  auto& store = *fixture.store;
  REQUIRE(put(store, "a", "1"));
  const std::vector<VaultChange> changes{{bytes("a"), std::nullopt}, {bytes("b"), bytes("2")}, {bytes("none"), std::nullopt}};
  REQUIRE(store.write(changes));
  CHECK_FALSE(store.get(bytes("a")).value());
  CHECK(store.get(bytes("b")).value() == bytes("2"));
  REQUIRE(store.scrub());
  CHECK(store.get(bytes("b")).value() == bytes("2"));
}

TEST_CASE("a vault on a full disk takes nothing, and goes on when there is room", "[vault][store][faults]") {
  const auto fault = GENERATE(Fault::full_on_write, Fault::full_on_sync);
  auto files = std::make_shared<FaultyFiles>();
  const auto env = rocksdb::NewCompositeEnv(files);
  TempDir dir;
  auto store = create_rocks_store(dir / "vault", env.get()).value();
  REQUIRE(put(*store, "a", "1"));
  for (int round = 0; round < 3; ++round) {
    files->fault = fault;
    CHECK(code_of(put(*store, "b", "2")) == ErrorCode::disk_full);
    CHECK(store->get(bytes("a")).value() == bytes("1"));
    files->fault = Fault::none;
    REQUIRE(put(*store, "c", "3"));
    CHECK(store->get(bytes("a")).value() == bytes("1"));
    CHECK(store->get(bytes("c")).value() == bytes("3"));
  }
  store.reset();
  store = open_rocks_store(dir / "vault", env.get()).value();
  CHECK(store->get(bytes("c")).value() == bytes("3"));
}

TEST_CASE("after a failed sync a vault takes nothing until it is opened again", "[vault][store][faults]") {
  auto files = std::make_shared<FaultyFiles>();
  const auto env = rocksdb::NewCompositeEnv(files);
  TempDir dir;
  auto store = create_rocks_store(dir / "vault", env.get()).value();
  REQUIRE(put(*store, "a", "1"));
  files->fault = Fault::broken_on_sync;
  CHECK(code_of(put(*store, "b", "2")) == ErrorCode::io);
  files->fault = Fault::none;
  CHECK(code_of(put(*store, "c", "3")) == ErrorCode::io);
  CHECK(store->get(bytes("a")).value() == bytes("1"));
  store.reset();
  store = open_rocks_store(dir / "vault", env.get()).value();
  REQUIRE(put(*store, "c", "3"));
}

TEST_CASE("a damaged vault says so", "[vault][store][damage]") {
  TempDir dir;
  {
    auto store = create_rocks_store(dir / "vault").value();
    for (int i = 0; i < 2000; ++i) REQUIRE(put(*store, "key " + std::to_string(i), std::string(40, 'x')));
    REQUIRE(store->scrub());
  }
  for (const auto& entry : std::filesystem::directory_iterator(dir / "vault")) {
    if (entry.path().extension() != ".sst") continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    for (int at = 0; at < 40'000; at += 1000) {
      file.seekp(at);
      file.put('!');
    }
  }
  const auto store = open_rocks_store(dir / "vault");
  if (!store) {
    CHECK(store.error().code == ErrorCode::corruption);
  } else {
    CHECK(code_of((*store)->get(bytes("key 0"))) == ErrorCode::corruption);
    CHECK(code_of((*store)->rows(bytes("key"), {}, 10)) == ErrorCode::corruption);
  }
}
