// Making a ledger's folder: what is refused before anything is written, and what is taken away again.
#include <catch2/catch.hpp>
#include <fstream>

#include "crypto/digest.h"
#include "ledger/service/ledger_folder.h"
#include "tests/support/scene.h"

using namespace inzicht;
using inzicht::testing::TempDir;

namespace fs = std::filesystem;

TEST_CASE("a name or an origin that genesis would refuse is refused before anything is written", "[folder]") {
  const TempDir dir;
  const auto secret = crypto::Secret::from(crypto::bytes_of("proef"));
  const auto error_of = [&](const std::string& name, const std::string& origin) {
    const auto made = OpenLedger::create(dir / "ledger", {name, origin, schema::ClockKind::WALL},
                                         LedgerKeys::generate(), secret, crypto::kdf_cost_min, 0, nullptr);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::bad_input);
    CHECK_FALSE(fs::exists(dir / "ledger"));
    return made.error().text;
  };
  CHECK_THAT(error_of("", "proef.example/l"), Catch::StartsWith("name: expected"));
  for (const auto* origin : {"", "gemeent\u00e9.example/l", "proef example", "a+b", "inzicht/x"})
    CHECK_THAT(error_of("Proef", origin), Catch::StartsWith("origin: expected printable ASCII"));
}

TEST_CASE("a ledger that could not be made whole leaves nothing behind, and a second try succeeds",
          "[folder]") {
  const TempDir dir;
  const auto secret = crypto::Secret::from(crypto::bytes_of("proef"));
  const auto make = [&](LedgerKeys keys) {
    return OpenLedger::create(dir / "ledger", {"Proef", "proef.example/l", schema::ClockKind::WALL},
                              std::move(keys), secret, crypto::kdf_cost_min, 0, nullptr);
  };
  auto without_epoch = LedgerKeys::generate();
  without_epoch.epochs.clear();  // the vault refuses, after keyring, settings and log were made
  CHECK_FALSE(make(std::move(without_epoch)));
  CHECK_FALSE(fs::exists(dir / "ledger"));
  CHECK(make(LedgerKeys::generate()));
}

TEST_CASE(
    "a new folder that is not kept is gone, with the folders above that were made for it and nothing else",
    "[folder]") {
  const TempDir dir;
  const auto root = dir / "a" / "b";
  {
    const NewFolder made(root);
    fs::create_directories(root / "log");
    fs::create_directories(root / "keys" / "registrar");
    std::ofstream(root / "keyring") << "x";
  }
  CHECK_FALSE(fs::exists(dir / "a"));
  CHECK(fs::exists(dir.path()));

  fs::create_directories(root);
  {
    const NewFolder made(root);
    std::ofstream(root / "keyring") << "x";
    std::ofstream(root / "of-another") << "x";
  }
  CHECK_FALSE(fs::exists(root / "keyring"));
  CHECK(fs::exists(root / "of-another"));
}

TEST_CASE("a new folder that is kept stays", "[folder]") {
  const TempDir dir;
  {
    NewFolder made(dir / "ledger");
    fs::create_directories(dir / "ledger" / "log");
    made.keep();
  }
  CHECK(fs::exists(dir / "ledger" / "log"));
}

TEST_CASE("what holds a ledger is its owner's alone", "[folder]") {
  inzicht::testing::Scene scene;
  const auto coach = scene.coach();
  scene.signal(*coach, inzicht::testing::some_case());
  const auto& folder = scene.ledger->folder();
  for (const auto& one : {folder.root(), folder.log(), folder.vault(), scene.folder() / "coach",
                          scene.folder() / "coach" / "outbox"}) {
    INFO(one);
    CHECK(fs::status(one).permissions() == fs::perms::owner_all);
  }
}
