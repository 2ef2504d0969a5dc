#include "tests/tools/cli/office.h"

namespace inzicht::testing {

Office::Office() {
  po = enrol("po", "privacyOfficer", {"record", "readParts", "block"});
  leader = enrol("leader", "teamLeader", {"record"});
  archivist = enrol("archivist", "archivist", {"record", "erase"});
  specialist = enrol("specialist", "specialist", {"record"});
  done({"mandate",        "grant",      "--actor",    actor,    "--role",
        "wijkcoach",      "--scope",    "caseOnly",   "--case", kase,
        "--organisation", organisation, "--power",    "record", "--power",
        "readParts",      "--from",     "2024-01-01", "--as",   "registrar"});
  done(coach({"person", "add", "--case", kase, "--name", "Noor Vermeulen", "--person-role", "parent",
              "--age-band", "adult23", "--birth-month", "1990-05"}));
  person = rows_of(done(coach({"person", "list", "--case", kase, "--json"})).out).at(0)["subject"];
  signal = rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out).at(0)["event"];
}

std::string Office::enrol(const std::string& name, const std::string& role, const Words& powers) const {
  done({"key", "new", name});
  const auto said = done({"actor", "enrol", "--key", name, "--name", "Iemand " + name, "--organisation",
                          organisation, "--as", "registrar"})
                        .out;
  const auto at = said.find("Participant A-") + 12;
  const auto id = said.substr(at, said.find(' ', at) - at);
  Words grant{"mandate",        "grant",      "--actor", id,           "--role", role,
              "--organisation", organisation, "--from",  "2024-01-01", "--as",   "registrar"};
  for (const auto& power : powers) grant.insert(grant.end(), {"--power", power});
  done(std::move(grant));
  return id;
}

nlohmann::json Office::recorded(Words words, const std::string& input) const {
  words.push_back("--json");
  return done(std::move(words), input).json();
}

std::string Office::erasure_decided(nlohmann::json facts) const {
  facts.update({{"ground", "avgRequest"},
                {"article", "AVG-17"},
                {"deciders", {po, leader}},
                {"othersInterestWeighed", "yes"},
                {"retentionChecked", "yes"}});
  const nlohmann::json draft{
      {"kind", 1208},
      {"case", kase},
      {"facts", std::move(facts)},
      {"parts", {{{"part", "reasons"}, {"subject", "case"}, {"fields", {{"weighing", "Alles gewogen."}}}}}}};
  return recorded({"record", "1208", "--file", "-", "--as", "po", "--cosign", "leader"},
                  draft.dump())["event"];
}

}  // namespace inzicht::testing
