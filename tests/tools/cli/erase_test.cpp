// erase: nothing goes without a decision, nor twice.
#include <catch2/catch.hpp>

#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

TEST_CASE_METHOD(FirstDay, "a person about whom nothing was decided is not erased, and nothing is recorded") {
  done(coach({"person", "add", "--case", kase, "--name", "Iemand Anders", "--person-role", "parent", "--age-band", "adult23"}));
  const auto person = json({"person", "list", "--case", kase})["subject"].get<std::string>();
  const auto before = events();
  const auto said = run(coach({"erase", person, "--case", kase, "--confirm", person}));
  CHECK(said.code == 2);
  CHECK(said.err.find("1208") != std::string::npos);
  CHECK(said.err.find("Iemand") == std::string::npos);
  CHECK(events() == before);
  CHECK(run(coach({"erase", "P-0000", "--case", kase})).code == 2);
}
