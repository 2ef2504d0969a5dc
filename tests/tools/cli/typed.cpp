#include "tests/tools/cli/typed.h"

#include <catch2/catch.hpp>

#include <sstream>

namespace inzicht::testing {

Proposed proposals_in(const Said& said) {
  Proposed out;
  std::istringstream lines(said.err);
  for (std::string line; std::getline(lines, line);) {
    static constexpr std::string_view begin = "  proposed: ";
    if (!line.starts_with(begin)) continue;
    const auto equals = line.find(" = ");
    out.emplace_back(line.substr(begin.size(), equals - begin.size()), line.substr(equals + 3));
  }
  return out;
}

std::map<std::string, std::string> proposed(const Said& said) {
  std::map<std::string, std::string> out;
  for (auto& [place, value] : proposals_in(said)) out[place] = value;
  return out;
}

std::vector<std::string> proposed_references(const Said& said, const std::string& relation) {
  std::vector<std::string> out;
  for (const auto& [place, value] : proposals_in(said))
    if (place == "--ref " + relation) out.push_back(value);
  return out;
}

Said Typed::type(const std::string& kind, const Words& sets, const Words& more) const {
  Words words = coach({"record", kind, "--case", kase});
  for (const auto& one : sets) words.insert(words.end(), {"--set", one});
  words.insert(words.end(), more.begin(), more.end());
  return run(std::move(words));
}

std::map<std::string, std::string> Typed::proposed_for(const std::string& kind, const Words& sets,
                                                       const Words& more) const {
  Words dry = more;
  dry.push_back("--dry-run");
  return proposed(type(kind, sets, dry));
}

std::string Typed::entered(const std::string& kind, const Words& sets, const Words& more) const {
  auto said = type(kind, sets, more);
  if (said.code == 1) {
    Words words = more;
    words.insert(words.end(), {"--deviation", "Voor deze proef."});
    said = type(kind, sets, words);
  }
  INFO(kind << ": " << said.err);
  REQUIRE(said.code == 0);
  return last(std::stoi(kind));
}

std::string Typed::last(int kind) const {
  std::string out;
  for (const auto& row : rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out))
    if (row["kind"] == kind) out = row["event"];
  return out;
}

std::string Typed::add_child() const {
  done(coach({"person", "add", "--case", kase, "--name", "Sem Vermeulen", "--person-role", "child",
              "--age-band", "under12", "--in-household", "yes"}));
  for (const auto& row : rows_of(done(coach({"person", "list", "--case", kase, "--json"})).out))
    if (row["subject"] != person) return row["subject"];
  FAIL("the child is not in the list of persons");
  return {};
}

void Typed::involve_specialist(const std::string& frame) const {
  done(coach({"record", "204", "--case", kase, "--set",
              "parties=" + specialist + " specialist specialistHelp executing " + frame, "--set",
              "expectationsAsked=yes", "--set", "from=2026-01-01"}));
}

}  // namespace inzicht::testing
