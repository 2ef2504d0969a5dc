// verify: what somebody hands it beside the ledger, and words that no longer open.
#include <catch2/catch.hpp>
#include <fstream>

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

TEST_CASE_METHOD(Office,
                 "half a receipt is a problem with its line, and the ledger and the other receipts are "
                 "checked all the same") {
  const auto file = path("keys") / "yara" / "receipts.jsonl";
  const auto lines = [&] {
    std::ifstream in(file);
    std::size_t n = 0;
    for (std::string line; std::getline(in, line);) ++n;
    return n;
  };
  const auto torn = lines();
  REQUIRE(torn > 1);
  fs::resize_file(file, fs::file_size(file) - 30);
  done(coach({"person", "add", "--case", kase, "--name", "Nieuw", "--person-role", "parent", "--age-band",
              "adult23"}));
  REQUIRE(lines() == torn + 1);

  const auto said = run({"verify", "--receipts", file.string(), "--json"});
  CHECK(said.code == 1);
  const auto report = said.json();
  CHECK(report["result"] == "tampered");
  CHECK(report["problemsFound"] == 1);
  REQUIRE(report["problems"].size() == 1);
  CHECK(report["problems"][0]["what"] == "receipt_bad");
  CHECK_THAT(report["problems"][0]["detail"].get<std::string>(),
             Contains("line " + std::to_string(torn) + " is not a receipt"));
  CHECK(report["signaturesChecked"] > 0);
  CHECK_THAT(run({"verify", "--receipts", file.string()}).out,
             Contains(std::to_string(torn + 1) + " receipts"));
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
