// Reading by role: whose headers somebody sees, what is recorded of a reading that was refused, and reading many cases at once.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "crypto/digest.h"
#include "ledger/base/ids.h"
#include "ledger/base/limits.h"
#include "tests/tools/cli/office.h"

namespace inzicht::testing {
namespace {

using Catch::Matchers::Contains;

Words timeline_of(const Office& office, const std::string& who) { return {"timeline", office.kase, "--as", who, "--json"}; }

}  // namespace

TEST_CASE_METHOD(Office, "a reading that was refused is recorded by the ledger itself, and stands in the access log") {
  const auto before = events();
  const auto refused = run(timeline_of(*this, "specialist"));
  CHECK(refused.code == 1);
  CHECK(refused.json()["refused"] == true);
  CHECK(events() == before + 1);
  const auto rows = rows_of(done({"access-log", kase, "--only", "refused", "--as", "po", "--json"}).out);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["viewer"] == specialist);
  CHECK(rows[0]["view"] == "timeline");
  CHECK(rows[0]["refused"] == "notInvolved");
  CHECK(rows[0]["kind"] == 1305);
  const auto verified = json({"verify", "--rules"});
  CHECK(verified["result"] == "verified");
  CHECK(verified["rules"]["differencesFound"] == 0);
  run(timeline_of(*this, "specialist"));
  CHECK(rows_of(done({"access-log", "--actor", specialist, "--as", "po", "--json"}).out).size() == 2);
}

TEST_CASE_METHOD(Office, "a purpose that a role has not is refused as that") {
  CHECK(run({"timeline", kase, "--as", "po", "--purpose", "helpExecution"}).code == 1);
  const auto rows = rows_of(done({"access-log", kase, "--only", "refused", "--as", "po", "--json"}).out);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["refused"] == "noPurpose");
}

TEST_CASE_METHOD(Office, "a specialist who is let in sees the rows of their own events, and is told that others are left out") {
  done({"mandate", "grant", "--actor", specialist, "--role", "specialist", "--scope", "caseOnly", "--case", kase, "--organisation", organisation, "--power", "record", "--power", "readParts", "--from", "2024-01-01",
        "--as", "registrar"});
  const auto own = recorded({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set",
                             "reporterAnonymous=no", "--set", "what.wat=Van de specialist.", "--as", "specialist"})["event"];
  const auto rows = rows_of(done(timeline_of(*this, "specialist")).out);
  REQUIRE_FALSE(rows.empty());
  for (const auto& row : rows) CHECK((row["event"] == own || row["kind"] == 106));
  CHECK_THAT(done({"timeline", kase, "--as", "specialist"}).out, Contains("What your role may not see is left out"));
  CHECK(rows_of(done(timeline_of(*this, "yara")).out).size() > rows.size());
}

TEST_CASE_METHOD(Office, "one event is shown as it stood at a time, and as a file") {
  const auto early = run(coach({"event", signal, "--recorded-until", "2001-01-01"}));
  CHECK(early.code == 2);
  CHECK_THAT(early.err, Contains("not there yet"));
  const auto file = path("gebeurtenis.csv");
  done(coach({"event", signal, "--csv", file.string()}));
  std::ifstream in(file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  CHECK_THAT(text, Contains(signal.substr(0, 8)) || Contains("section"));
  CHECK(run(coach({"event", signal, "--csv", file.string()})).code == 2);
}

TEST_CASE_METHOD(Office, "more cases than one access event may name are read all the same, by as many events as it takes") {
  std::string batch;
  for (std::size_t n = 0; n < limits::access_cases_max + 5; ++n)
    batch += nlohmann::json{{"kind", "signalReceived"},
                            {"case", to_text(CaseId{crypto::random_array<16>()})},
                            {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
                            {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", "Verzonnen."}}}}}}}
                 .dump() +
             "\n";
  done(coach({"record", "--batch", write("cases.jsonl", batch).string()}));
  const auto before = events();
  CHECK(rows_of(done({"signals", "--as", "po", "--json"}).out).size() == limits::access_cases_max + 6);
  CHECK(events() == before + 2);
  CHECK(json({"verify", "--rules"})["result"] == "verified");
}

TEST_CASE_METHOD(Office, "a part that stays closed is told once, however many of its fields hold words") {
  done(coach({"record", "503", "--case", kase, "--set", "heard=" + person, "--set", "alone=yes", "--set", "words.ownWords=Verzonnen.", "--set", "words.explained=Ook.", "--set", "words.weightGiven=En dit."}));
  done({"access", "grant", specialist, "--case", kase, "--as-role", "specialist", "--class", "identity", "--until", "2099-01-01 00:00", "--as", "registrar"});
  const auto count = [](const std::string& text, std::string_view word) {
    std::size_t times = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++times;
    return times;
  };
  const auto heard = done({"inspect", person, "--case", kase, "--from", "2026-01-01", "--as", "specialist"}).out;
  INFO(heard);
  CHECK(count(heard, "(closed), (closed)") == 0);
  CHECK(count(heard, "(closed)") > 0);
  CHECK_THAT(done(coach({"inspect", person, "--case", kase})).out, Contains("Ook.") && Contains("Verzonnen."));
}

}  // namespace inzicht::testing
