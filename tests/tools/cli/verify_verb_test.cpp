// verify: what somebody hands it beside the ledger, and words that no longer open.
#include <catch2/catch.hpp>

#include "tests/tools/cli/office.h"

namespace inzicht::testing {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

}  // namespace

TEST_CASE_METHOD(Office, "words whose key went with an older copy of the vault are lost and not erased") {
  const auto vault = path("ledger") / "vault", copy = path("vault-of-before");
  REQUIRE(json({"verify", "--open"})["open"]["lost"].empty());
  fs::copy(vault, copy, fs::copy_options::recursive);
  done(coach({"person", "add", "--case", kase, "--name", "Nieuw", "--person-role", "parent", "--age-band", "adult23"}));
  REQUIRE(json({"verify", "--open"})["open"]["lost"].empty());
  fs::remove_all(vault);
  fs::rename(copy, vault);

  const auto said = run({"verify", "--open", "--json"});
  CHECK(said.code == 1);
  CHECK(said.json()["result"] == "tampered");
  CHECK(said.json()["open"]["lost"].size() == 1);
  CHECK(said.json()["open"]["erased"] == 0);
  CHECK(said.json()["open"]["wrong"].empty());
  CHECK_THAT(run({"verify", "--open"}).out, Contains("its key is not there"));
}

TEST_CASE_METHOD(Office, "receipts are read under whatever name they were copied to, and none at all is said") {
  const auto folder = path("receipts");
  fs::create_directories(folder / "2024");
  const auto none = run({"verify", "--receipts", folder.string()});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("receipts"));
  fs::copy(path("keys") / "yara" / "receipts.jsonl", folder / "2024" / "yara.jsonl");
  CHECK(json({"verify", "--receipts", folder.string()})["result"] == "verified");
  // Those of a ledger that goes on elsewhere are not in this one.
  write("receipts/2024/yara.jsonl", "{}\n");
  CHECK(run({"verify", "--receipts", folder.string()}).code == 2);
}

TEST_CASE_METHOD(Office, "a file that is no checkpoint is a wrong file and not a fault of the ledger") {
  const auto said = run({"verify", "--since", write("e.jsonl", "{\"event\":1}\n").string()});
  CHECK(said.code == 2);
  CHECK_THAT(said.err, Contains("--since"));
}

TEST_CASE_METHOD(Shell, "an example ledger opens with its own passphrase whatever else is set") {
  const auto example = path("example").string();
  done({"demo", example});
  CHECK(run({"case", "list", "--ledger", example}).code == 0);
  CHECK(run({"demo", example}).code == 0);
}

}  // namespace inzicht::testing
