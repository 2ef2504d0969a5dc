// retain run: what was decided to go after its term goes, and nothing before.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/tools/cli/office.h"

namespace inzicht::testing {
namespace {

using Catch::Matchers::Contains;

struct Archive : Office {
  Said retain(Words more = {"--confirm", "Gemeente Proef"}) const {
    Words words{"retain", "run", "--as", "archivist"};
    words.insert(words.end(), more.begin(), more.end());
    return run(std::move(words));
  }
  // As if the term had passed: the municipality keeps files for no time at all.
  void term_has_passed() const {
    done({"policy", "adopt", write("kept.toml", "title = \"Bewaartermijnen\"\nvalid_from = 2024-01-01\n[values]\nretentionJeugdwet = \"P0D\"\nretentionWmo = \"P0D\"\n").string(), "--as", "registrar"});
  }
  std::string decide(nlohmann::json more = nlohmann::json::object()) const {
    nlohmann::json facts{{"scope", "purge"}, {"about", {person}}, {"ground", "retentionEnded"}, {"article", "JW-7.3.8"}, {"deciders", {po, leader}}, {"othersInterestWeighed", "yes"}, {"retentionChecked", "yes"}};
    facts.update(more);
    const nlohmann::json draft{{"kind", 1208}, {"case", kase}, {"facts", facts}, {"parts", {{{"part", "reasons"}, {"subject", "case"}, {"fields", {{"weighing", "De termijn is voorbij."}}}}}}};
    return recorded({"record", "1208", "--file", "-", "--as", "po", "--cosign", "leader"}, draft.dump())["event"];
  }
};

}  // namespace

TEST_CASE_METHOD(Archive, "before its term nothing of a case goes, and the day until which it is kept is said") {
  const auto before = events();
  decide();
  const auto said = retain();
  CHECK(said.code == 0);
  CHECK_THAT(said.err, Contains("runs until 20"));
  CHECK_THAT(said.out, Contains("Decisions to carry out: 0"));
  CHECK(events() == before + 1);
}

TEST_CASE_METHOD(Archive, "what is past its term and was decided goes with header and words, the rest verifies, and it goes once") {
  decide();
  term_has_passed();
  const auto plan = nlohmann::json::parse(retain({"--dry-run", "--json"}).out);
  CHECK(plan["decisions"] == 1);
  CHECK(plan["headersPurged"] > 1);
  CHECK(retain({"--confirm", "Gemeente Pr"}).code == 2);
  CHECK(retain({"--no-input"}).code == 2);
  const auto before = events();
  REQUIRE(retain().code == 0);
  CHECK(events() == before + 1);
  const auto verified = json({"verify", "--rules", "--open"});
  CHECK(verified["result"] == "verified");
  CHECK(verified["purgedEvents"] == plan["headersPurged"]);
  CHECK(verified["rules"]["differencesFound"] == 0);
  // Of the case the mandates, the decision and the act are left, and its words are gone.
  const auto rows = rows_of(done({"timeline", kase, "--as", "po", "--json"}).out);
  CHECK(std::ranges::all_of(rows, [](const auto& row) { return row["kind"] == 106 || row["kind"] == 1208 || row["kind"] == 1209; }));
  CHECK(std::ranges::count(rows, 1209, [](const auto& row) { return row["kind"].template get<int>(); }) == 1);
  CHECK_THAT(done({"timeline", kase, "--as", "po"}).out, !Contains("Noor"));
  CHECK_THAT(done({"timeline", kase, "--as", "po"}).out + done({"retention", "--as", "po", "--role", "privacyOfficer"}).out, Contains("1209") || Contains("destroyed"));
  CHECK_THAT(retain().out, Contains("Decisions to carry out: 0"));
}

TEST_CASE_METHOD(Archive, "a decision on another ground, or by the Wmo of a case of the Youth Act, is not carried out") {
  term_has_passed();
  decide({{"ground", "unlawful"}});
  CHECK_THAT(retain().err, Contains("retentionEnded"));
  done(coach({"case", "open", "--case", kase, "--title", "Wonen", "--reason", "Huurschuld", "--municipality", "0363", "--law", "jeugdwet", "--law", "wmo", "--based-on", signal}));
  decide({{"article", "WMO-5.3.4"}});
  const auto said = retain();
  CHECK_THAT(said.err, Contains("Youth Act"));
  CHECK_THAT(said.out, Contains("Decisions to carry out: 0"));
  CHECK(json({"verify"})["purgedEvents"] == 0);
}

TEST_CASE_METHOD(Archive, "a hold keeps a case that is past its term") {
  decide();
  term_has_passed();
  done({"hold", kase, "--kind", "complaintHold", "--why", "Er loopt een klacht.", "--as", "po"});
  const auto said = retain();
  CHECK(said.code == 1);
  CHECK_THAT(said.err, Contains("RIGHT-06"));
  CHECK(json({"verify"})["purgedEvents"] == 0);
}

}  // namespace inzicht::testing
