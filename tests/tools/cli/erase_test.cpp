// erase: exactly what was decided goes, and nothing without a decision.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/tools/cli/office.h"

using namespace inzicht::testing;

namespace {

// Two signals with words about the case as a whole.
struct TwoSignals : Office {
  TwoSignals()
      : second(recorded(
            coach({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set",
                   "source=ownTeam", "--set", "domains=housing", "--set", "dangerForVisitor=no", "--set",
                   "reporterAnonymous=no", "--set", "what.wat=Er brandt geen licht meer."}))["event"]) {}

  static nlohmann::json part(const std::string& event, int number = 0) {
    return {{"event", event}, {"part", number}};
  }
  bool reads(const std::string& event, const std::string& words) const {
    return done(coach({"event", event})).out.find(words) != std::string::npos;
  }
  Said erase(const std::string& decision) const {
    return run({"erase", "--case", kase, "--decision", decision, "--confirm", decision, "--as", "archivist"});
  }

  std::string second;
};

}  // namespace

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

TEST_CASE_METHOD(
    TwoSignals,
    "of listed parts those go that the decision lists, and every other opens as before, under a new key") {
  const auto decision =
      erasure_decided({{"scope", "listedParts"}, {"about", {person}}, {"parts", {part(signal)}}});
  REQUIRE(reads(signal, "drie maanden"));
  CHECK(json({"erase", "--case", kase, "--decision", decision, "--dry-run", "--as",
              "archivist"})["partsErased"] == 1);
  CHECK(reads(signal, "drie maanden"));
  REQUIRE(erase(decision).code == 0);
  CHECK_FALSE(reads(signal, "drie maanden"));
  CHECK(reads(second, "geen licht"));
  CHECK(read_by_coach().out.find("Noor") != std::string::npos);
  const auto verified = json({"verify", "--rules", "--open"});
  CHECK(verified["result"] == "verified");
  CHECK(verified["erasedParts"] == 1);
  CHECK(verified["purgedEvents"] == 0);
}

TEST_CASE_METHOD(TwoSignals, "of all parts of a case those stay that the decision keeps, and its own") {
  const auto decision =
      erasure_decided({{"scope", "caseParts"}, {"parts", nlohmann::json::array()}, {"keep", {part(second)}}});
  REQUIRE(erase(decision).code == 0);
  CHECK_FALSE(reads(signal, "drie maanden"));
  CHECK(reads(second, "geen licht"));
  CHECK(reads(decision, "Alles gewogen"));
  CHECK(read_by_coach().out.find("Noor") == std::string::npos);
  CHECK(json({"verify", "--rules", "--open"})["result"] == "verified");
}

TEST_CASE_METHOD(TwoSignals, "with a whole person go the words of the case that the decision lists") {
  erasure_decided({{"scope", "wholeSubject"}, {"about", {person}}, {"parts", {part(signal)}}});
  done({"erase", person, "--case", kase, "--confirm", person, "--as", "archivist"});
  CHECK_FALSE(reads(signal, "drie maanden"));
  CHECK(reads(second, "geen licht"));
  CHECK(json({"verify", "--rules", "--open"})["result"] == "verified");
}

TEST_CASE_METHOD(
    TwoSignals,
    "a decision that cannot be carried out as it reads erases nothing, and the ledger opens as before") {
  const auto added = rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out);
  const auto of_person = std::ranges::find_if(
      added, [](const auto& row) { return row["kind"] == "personAdded" || row["kind"] == 202; });
  REQUIRE(of_person != added.end());
  const std::vector<nlohmann::json> wrong{
      {{"scope", "listedParts"}, {"parts", {part(signal, 7)}}},  // there is no such part
      {{"scope", "listedParts"}, {"parts", {part(signal)}}, {"keep", {part(signal)}}},  // listed and kept
      {{"scope", "wholeSubject"},
       {"about", {person}},
       {"keep", {part((*of_person)["event"].get<std::string>())}}},  // kept under a key that goes
  };
  for (const auto& facts : wrong) {
    const auto decision = erasure_decided(facts);
    const auto before = events();
    const auto said = erase(decision);
    CHECK(said.code == 2);
    CHECK(said.err.find("decide anew") != std::string::npos);
    CHECK(events() == before);
  }
  const auto purge = erasure_decided({{"scope", "purge"}});
  const auto before = events();
  CHECK(erase(purge).err.find("scope") != std::string::npos);
  const nlohmann::json typed{{"kind", 1209},
                             {"case", kase},
                             {"facts",
                              {{"scope", "purge"},
                               {"partsErased", 0},
                               {"eventsAffected", 0},
                               {"headersPurged", 0},
                               {"epoch", 2},
                               {"certificate", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}},
                             {"parts", nlohmann::json::array()},
                             {"references", {{{"relation", "executes"}, {"event", purge}}}}};
  CHECK(run({"record", "1209", "--file", "-", "--as", "archivist"}, typed.dump()).code == 2);
  CHECK(run({"record", "--batch", "-", "--as", "archivist"}, typed.dump() + "\n").code != 0);
  CHECK(run({"erase", person, "--case", kase, "--decision", purge, "--as", "archivist"})
            .err.find("not about this person") != std::string::npos);
  CHECK(run({"erase", "--case", kase, "--as", "archivist"}).err.find("--decision") != std::string::npos);
  CHECK(events() == before);
  CHECK(reads(signal, "drie maanden"));
}
