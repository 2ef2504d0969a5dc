// An answer that cannot be written out is no success, whatever the verb; a reader that has seen enough is no
// error.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;
using Catch::Contains;

namespace {

struct Ended {
  int code = -1;
  std::string err;
};

struct Pipes : FirstDay {
  // Through sh, with this behind the words.
  Ended through(const Words& words, const std::string& behind, const std::string& before = "") const {
    std::string line = before + "HOME='" + path("home").string() + "' INZICHT_KEYS='" +
                       path("keys").string() + "' INZICHT_PASSPHRASE_FILE='" + path("passphrase").string() +
                       "' INZICHT_LEDGER='" + path("ledger").string() +
                       "' INZICHT_LANG=en ASAN_OPTIONS=detect_leaks=0 '" INZICHT_PROGRAM "'";
    for (const auto& word : words) line += " '" + word + "'";
    line += " 2>'" + path("err").string() + "' " + behind;
    const int status = std::system(line.c_str());
    std::ifstream in(path("err"), std::ios::binary);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, {std::istreambuf_iterator<char>(in), {}}};
  }
};

}  // namespace

TEST_CASE_METHOD(Pipes, "an answer that does not fit on the disk is told, and is no success") {
  done({"checkpoint"});
  const std::string event = rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out).at(0)["event"];
  for (const auto& words :
       {Words{"verify"}, Words{"verify", "--json"}, Words{"prove", event}, Words{"checkpoint"},
        Words{"case", "list"}, Words{"case", "list", "--json"}, Words{"timeline", kase, "--codes"},
        Words{"kinds", "--json"}, Words{"export", "jsonl"}, Words{"--help"}, Words{}}) {
    INFO((words.empty() ? "" : words.front()));
    const auto lost = through(words, ">/dev/full");
    CHECK(lost.code == 5);
    CHECK_THAT(lost.err, Contains("No space left on device"));
    CHECK_THAT(lost.err, !Contains("not built for"));
  }
  const auto json = through({"verify", "--json"}, ">/dev/full").err;
  CHECK(nlohmann::json::parse(json.substr(json.find('{')))["error"] == "disk_full");
}

TEST_CASE_METHOD(Pipes, "what was recorded before its answer was lost stays recorded") {
  const auto before = events();
  const auto lost =
      through(coach({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set",
                     "source=ownTeam", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set",
                     "reporterAnonymous=no", "--set", "what.wat=Iets."}),
              ">/dev/full");
  CHECK(lost.code == 5);
  CHECK_THAT(lost.err, Contains("stays recorded"));
  CHECK(events() == before + 1);
}

TEST_CASE_METHOD(Pipes,
                 "a reader that stops early hears nothing, whether or not the signal of it is ignored") {
  for (const auto* before : {"", "trap '' PIPE; "})
    CHECK(through({"kinds", "--json"}, "| head -n 1 >/dev/null", before).err.empty());
}
