#include "tests/tools/cli/shell.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace inzicht::testing {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void become(const Words& words, const std::vector<std::string>& environment, const std::filesystem::path& in, const std::filesystem::path& out, const std::filesystem::path& err) {
  const auto onto = [](const std::filesystem::path& path, int flags, int target) { ::dup2(::open(path.c_str(), flags, 0600), target); };
  onto(in, O_RDONLY, 0);
  onto(out, O_WRONLY | O_CREAT | O_TRUNC, 1);
  onto(err, O_WRONLY | O_CREAT | O_TRUNC, 2);
  std::vector<char*> arguments, variables;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  for (const auto& variable : environment) variables.push_back(const_cast<char*>(variable.c_str()));
  arguments.push_back(nullptr);
  variables.push_back(nullptr);
  ::execve(INZICHT_PROGRAM, arguments.data(), variables.data());
  ::_exit(127);
}

}  // namespace

Shell::Shell() { write("passphrase", "een zin die niemand raadt\n"); }

std::filesystem::path Shell::write(const std::string& name, std::string_view text) const {
  std::ofstream(path(name), std::ios::binary) << text;
  return path(name);
}

Said Shell::run(Words words, const std::string& input) const {
  words.insert(words.begin(), INZICHT_PROGRAM);
  std::vector<std::string> environment{"HOME=" + path("home").string(), "INZICHT_KEYS=" + path("keys").string(), "INZICHT_PASSPHRASE_FILE=" + path("passphrase").string(),
                                             "INZICHT_LEDGER=" + path("ledger").string(), "INZICHT_LANG=en", "COLUMNS=120", "ASAN_OPTIONS=detect_leaks=0"};
  // What the libraries of others do under a sanitizer is told there too.
  for (const char* name : {"TSAN_OPTIONS", "UBSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
  write("in", input);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) become(words, environment, path("in"), path("out"), path("err"));
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read(path("out")), read(path("err"))};
}

Said Shell::done(Words words, const std::string& input) const {
  std::string line;
  for (const auto& word : words) line += word + " ";
  auto said = run(std::move(words), input);
  INFO(line << "\n" << said.out << said.err);
  REQUIRE(said.code == 0);
  return said;
}

std::vector<nlohmann::json> rows_of(const std::string& out) {
  std::vector<nlohmann::json> rows;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

nlohmann::json Shell::json(Words words) const {
  words.push_back("--json");
  return done(std::move(words)).json();
}

FirstDay::FirstDay() {
  done({"key", "new", "registrar"});
  organisation = json({"init", path("ledger").string(), "--name", "Gemeente Proef", "--origin", "proef.example/grootboek", "--registrar", "registrar"})["organisation"];
  done({"organisation", "add", "--organisation", organisation, "--name", "Gemeente Proef", "--type", "municipality", "--public-body", "--from", "2015-01-01", "--as", "registrar"});
  done({"key", "new", "yara"});
  const auto enrolled = done({"actor", "enrol", "--key", "yara", "--name", "Yara Linders", "--organisation", organisation, "--as", "registrar"});
  const auto at = enrolled.out.find("Participant A-");
  REQUIRE(at != std::string::npos);
  actor = enrolled.out.substr(at + 12, enrolled.out.find(' ', at + 12) - at - 12);
  done({"mandate", "grant", "--actor", actor, "--role", "wijkcoach", "--organisation", organisation, "--power", "record", "--from", "2024-01-01", "--as", "registrar"});
  done(coach({"record", "signalReceived", "--case", "new", "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "domains=housing", "--set", "answered=wat", "--set",
                                  "dangerForVisitor=no", "--set", "reporterAnonymous=no", "--set", "what.wat=Huurachterstand van drie maanden."}));
  kase = json({"case", "list"})["case"];
}

Words FirstDay::coach(Words words) const {
  words.insert(words.end(), {"--as", "yara"});
  return words;
}

std::uint64_t FirstDay::events() const { return json({"verify"})["events"]; }

}  // namespace inzicht::testing
