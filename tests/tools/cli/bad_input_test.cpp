// What people type wrongly: a clear answer with the field, an exit code that says whose turn it is, and nothing recorded.
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "ledger/base/ids.h"
#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

namespace {

struct Desk : FirstDay {
  const std::uint64_t before = events();

  Words signal(Words more) const {
    Words words{"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "answered=wat",
                "--set", "dangerForVisitor=no", "--set", "reporterAnonymous=no", "--set", "what.wat=Iets."};
    words.insert(words.end(), more.begin(), more.end());
    return coach(words);
  }
  // Everything said, with the exit code before it; nothing recorded.
  std::string refused(const Words& words, const std::string& input = "") const {
    const auto said = run(words, input);
    CHECK(said.code != 0);
    CHECK(events() == before);
    return std::to_string(said.code) + " " + said.out + said.err;
  }
};
using Catch::Contains;
using Catch::StartsWith;

}  // namespace

TEST_CASE_METHOD(Desk, "an unknown verb, flag, kind or field is named") {
  CHECK_THAT(refused({"recrod"}), StartsWith("2 ") && Contains("recrod"));
  CHECK_THAT(refused(signal({"--colour", "red"})), StartsWith("2 ") && Contains("--colour"));
  CHECK_THAT(refused(coach({"record", "signalRecieved", "--case", kase})), StartsWith("2 ") && Contains("signalRecieved") && Contains("inzicht kinds"));
  CHECK_THAT(refused(signal({"--set", "colour=red"})), StartsWith("2 ") && Contains("colour") && Contains("inzicht kinds"));
  CHECK_THAT(refused(signal({"--set", "what.colour=red"})), Contains("what.colour"));
  CHECK_THAT(refused(signal({"--set", "who.wat=x"})), Contains("a part of this kind"));
}

TEST_CASE_METHOD(Desk, "a code outside its list is named with the codes there are") {
  CHECK_THAT(refused(signal({"--set", "source=nobody"})), StartsWith("2 ") && Contains("source") && Contains("ownTeam"));
  CHECK_THAT(refused(signal({"--set", "domains=housing,moon"})), Contains("domains[1]"));
  CHECK_THAT(refused(signal({"--role", "emperor"})), Contains("role"));
}

TEST_CASE_METHOD(Desk, "a time in the future or of no calendar is named") {
  CHECK_THAT(refused(signal({"--occurred", "2199-01-01 10:00"})), StartsWith("2 ") && Contains("ADM-10") && Contains("occurred.from"));
  CHECK_THAT(refused(signal({"--occurred", "2024-02-30"})), Contains("occurred"));
  CHECK_THAT(refused(signal({"--occurred", "gisteren"})), Contains("occurred"));
}

TEST_CASE_METHOD(Desk, "a case, event or person that is not there is named") {
  CHECK_THAT(refused({"timeline", "Z-0000", "--as", "yara"}), StartsWith("2 "));
  CHECK_THAT(refused({"prove", "E-01E0-51VW"}), StartsWith("2 "));
  CHECK_THAT(refused(signal({"--ref", "linkedTo=E-01E0-51VW-X0FQ-MS37-V0RX-1FQV-E1J"})), Contains("references"));
  CHECK_THAT(refused(signal({"--subject", "Jan"})), Contains("subjects"));
}

TEST_CASE_METHOD(
    Desk, "a beginning of an id that is too short, that is not there and that fits several are told apart") {
  CHECK_THAT(refused({"timeline", kase.substr(0, 6), "--as", "yara"}),
             StartsWith("2 ") && Contains("at least six symbols of the id after Z-"));
  CHECK_THAT(refused({"prove", "E-7ZZZ-ZZZZ"}), StartsWith("2 ") && Contains("no such id here: E-7ZZZ-ZZZZ"));
  const auto name = refused({"timeline", "Marjan Verzonnen", "--as", "yara"}) +
                    refused({"timeline", "Marjan", "--as", "yara"});
  CHECK_THAT(name,
             Contains("such as Z-0123-4567-") && Contains("no such id here: Z-") && !Contains("Marjan"));

  const auto id = [](std::uint8_t n) {
    return inzicht::to_text(inzicht::EventId{inzicht::uuid_v7(1'700'000'000'000, {n})});
  };
  const auto beginning = id(1).substr(0, 9);
  for (std::uint8_t n = 1; n <= 2; ++n) done(signal({"--event", id(n)}));
  const auto two = run({"prove", beginning});
  CHECK(two.code == 2);
  CHECK_THAT(two.err, Contains("fits several") && Contains(id(1)) && Contains(id(2)) && !Contains("…"));
  for (std::uint8_t n = 3; n <= 6; ++n) done(signal({"--event", id(n)}));
  CHECK_THAT(run({"prove", beginning}).err, Contains(", …"));
}

TEST_CASE_METHOD(Desk,
                 "a whole id of a case that is not here is not found, and a case may still begin under it") {
  const auto foreign = inzicht::to_text(inzicht::CaseId{std::array<std::uint8_t, 16>{1, 2, 3}});
  for (const auto& words :
       {Words{"timeline", foreign, "--as", "yara"}, Words{"timeline", foreign, "--codes"},
        Words{"plan", foreign, "--as", "yara"}, Words{"export", "jsonl", "--case", foreign},
        Words{"person", "list", "--case", foreign},
        coach({"person", "add", "--case", foreign, "--name", "Nieuw", "--person-role", "parent", "--age-band",
               "adult23"}),
        coach({"document", "attach", path("passphrase").string(), "--case", foreign})})
    CHECK_THAT(refused(words), StartsWith("2 ") && Contains("no such id here: " + foreign));
  CHECK(run({"timeline", foreign, "--codes", "--json"}).json()["error"] == "not_found");
  auto first = signal({});
  first[3] = foreign;
  done(first);
  CHECK(rows_of(done({"timeline", foreign, "--codes", "--json"}).out).size() == 1);
}

TEST_CASE_METHOD(Desk,
                 "a document is not opened over a file that is there, and no reading of it is recorded") {
  const std::string event =
      json(coach({"document", "attach", write("brief.txt", "Een brief.").string(), "--case", kase}))["event"];
  const auto attached = events();
  const auto said = run(coach({"document", "open", event, "--out", path("brief.txt").string()}));
  CHECK(said.code == 2);
  CHECK_THAT(said.err, Contains("there is a file of that name already"));
  CHECK(events() == attached);
}

TEST_CASE_METHOD(Desk, "the end of a time without its beginning, and two claims at once, are usage errors") {
  CHECK_THAT(refused(signal({"--until", "2024-05-06"})), StartsWith("2 ") && Contains("--occurred"));
  CHECK_THAT(refused(signal({"--deviation", "x", "--after-the-fact", "y"})),
             StartsWith("2 ") && Contains("--deviation") && Contains("--after-the-fact"));
}

TEST_CASE_METHOD(Desk, "words that the command does not take are told as JSON to whoever asks for JSON") {
  for (const auto& words : {Words{"--json", "verify", "--nergens"}, Words{"timeline", "--json"},
                            Words{"key", "--json"}, Words{"verify", "--json", "\xC3\x28"}}) {
    const auto said = run(words);
    CHECK(said.code == 2);
    CHECK(said.json()["error"] == "bad_input");
    CHECK_FALSE(said.json()["text"].get<std::string>().empty());
    CHECK(said.err.empty());
  }
}

TEST_CASE_METHOD(Desk, "a file name that the disk does not take is bad input, before anything is read") {
  const std::string name(300, 'a');
  for (const auto* flag : {"--csv", "--xlsx", "--pdf", "--svg"})
    CHECK_THAT(refused(coach({"timeline", kase, "--codes", flag, path(name).string()})),
               StartsWith("2 ") && Contains(flag));
}

TEST_CASE_METHOD(Desk, "init that fails leaves nothing behind, and a key of another ledger is told as that") {
  const auto dir = path("second").string();
  CHECK_THAT(refused({"init", dir, "--name", "", "--origin", "tweede.example/l"}),
             StartsWith("2 ") && Contains("name"));
  CHECK_THAT(refused({"init", dir, "--name", "Tweede", "--origin", "gemeent\u00e9.example/l"}),
             StartsWith("2 ") && Contains("origin"));
  CHECK_THAT(
      refused({"init", dir, "--name", "Tweede", "--origin", "tweede.example/l", "--registrar", "registrar"}),
      StartsWith("2 ") && Contains("serves another ledger") && Contains("inzicht key new"));
  CHECK_FALSE(std::filesystem::exists(dir));
  done({"key", "new", "tweede"});
  done({"init", dir, "--name", "Tweede", "--origin", "tweede.example/l", "--registrar", "tweede"});
  const auto said = run({"organisation", "add", "--name", "X", "--type", "municipality", "--from",
                         "2015-01-01", "--as", "registrar", "--ledger", dir});
  CHECK(said.code == 2);
  CHECK_THAT(said.err, Contains("serves another ledger"));
}

TEST_CASE_METHOD(Desk, "JSON that is none, of another shape, too deep, or not UTF-8 is refused before anything is opened") {
  const auto file = [&](std::string_view text) { return coach({"record", "--file", write("in.json", text).string()}); };
  CHECK_THAT(refused(file("{")), Contains("JSON"));
  CHECK_THAT(refused(file("[]")), Contains("JSON object"));
  CHECK_THAT(refused(file("{\"kind\":\"signalReceived\",\"kind\":\"signalReceived\"}")), Contains("every field once"));
  CHECK_THAT(refused(file(std::string(40, '[') + std::string(40, ']'))), StartsWith("2 "));
  CHECK_THAT(refused(file("{\"kind\":\"signalReceived\",\"case\":\"\xC3\x28\"}")), StartsWith("2 "));
  CHECK_THAT(refused(file("{\"kind\":\"signalReceived\",\"case\":7}")), Contains("case"));
  CHECK_THAT(refused(file("{\"kind\":\"signalReceived\",\"case\":\"" + kase + "\",\"facts\":[]}")), Contains("facts"));
  CHECK_THAT(refused(coach({"record", "--file", path("nothing.json").string()})), StartsWith("2 ") && Contains("nothing.json"));
}

TEST_CASE_METHOD(Desk, "a part over the limit is refused with the limit, and no words of it are repeated") {
  const std::string words = "geheimwoord " + std::string(1'100'000, 'w');
  const nlohmann::json draft{{"kind", "signalReceived"},
                             {"case", kase},
                             {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
                             {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", words}}}}}}};
  const auto said = refused(coach({"record", "--file", write("large.json", draft.dump()).string()}));
  CHECK_THAT(said, Contains("1048576"));
  CHECK_THAT(said, !Contains("geheimwoord"));
}

TEST_CASE_METHOD(Desk, "words about somebody that were typed in the wrong place are not said again") {
  const std::string words = "Sanne Bakker is geslagen";
  for (const Words& typed : {Words{"--set", words}, Words{"--ref", words}, Words{words},
                             Words{"--set", words + "=ja"}, Words{"--set", "domains=housing " + words}}) {
    const auto said = run(signal(typed));
    CHECK(said.code == 2);
    for (const auto* word : {"Sanne", "Bakker", "geslagen"}) {
      INFO(said.err);
      CHECK((said.out + said.err).find(word) == std::string::npos);
    }
  }
  CHECK_THAT(run({"timelien"}).err, Contains("timelien"));
  CHECK(events() == before);
}

TEST_CASE_METHOD(Desk, "a chosen id that is there already is refused, and nothing is recorded twice") {
  const auto event = json(signal({}))["event"].get<std::string>();
  CHECK(events() == before + 1);
  const auto said = run(signal({"--event", event, "--set", "what.waar=Elders."}));
  CHECK(said.code == 2);
  CHECK_THAT(said.out + said.err, Contains("ADM-8"));
  CHECK(events() == before + 1);
}

TEST_CASE_METHOD(Desk, "a revoked key records nothing more") {
  const auto key = [&] {
    std::ifstream in(path("keys") / "yara" / "author.json");
    return nlohmann::json::parse(in)["key"].get<std::string>();
  }();
  CHECK(run({"actor", "revoke", "--key", key, "--as", "registrar"}).code == 2);  // without a reason
  done({"actor", "revoke", "--key", key, "--reason", "stolen", "--as", "registrar"});
  const auto said = run(signal({}));
  CHECK(said.code == 1);
  CHECK_THAT(said.out + said.err, Contains("ADM-5"));
  CHECK(events() == before + 1);
}

TEST_CASE_METHOD(Desk, "a wrong passphrase, a missing ledger and a folder in use are told apart") {
  write("passphrase", "een andere zin\n");
  CHECK(run(signal({})).code == 5);
  write("passphrase", "een zin die niemand raadt\n");
  CHECK(run({"case", "list", "--ledger", path("elsewhere").string()}).code == 2);
  CHECK(run({"init", path("ledger").string(), "--name", "x", "--origin", "x.example/y"}).code == 2);
  CHECK(events() == before);
}

TEST_CASE_METHOD(Desk, "a mapping with an unknown column and a truncated gzip import nothing") {
  const auto xes = std::filesystem::path(INZICHT_TEST_DATA) / "xes";
  done({"mandate", "grant", "--actor", actor, "--role", "importer", "--organisation", organisation, "--power",
        "import", "--power", "enrol", "--from", "2024-01-01", "--as", "registrar"});
  const auto granted = events();
  const auto unknown = run(coach({"import", "csv", (xes / "meldingen.csv").string(), "--mapping",
                                  (xes / "mapping-unknown-column.toml").string()}));
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.out + unknown.err, Contains("Zaaknr"));
  std::ifstream in(xes / "wabo-receipt.xes.gz", std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(in), {});
  const auto cut = run(coach(
      {"import", "xes", write("cut.xes.gz", std::string_view(whole).substr(0, whole.size() / 2)).string()}));
  CHECK(cut.code == 2);
  CHECK_THAT(cut.out + cut.err, Contains("gzip"));
  CHECK(events() == granted);
}

TEST_CASE_METHOD(FirstDay, "words that the command does not take are told in the reader's language") {
  const auto said = [&](Words words) {
    words.insert(words.begin(), {"--lang", "nl"});
    const auto out = run(std::move(words));
    CHECK(out.code == 2);
    return out.err;
  };
  CHECK(said({"timeline"}).find("case ontbreekt.") != std::string::npos);
  CHECK(said({"timeline", kase, "--nergens"}).find("--nergens hoort er niet bij.") != std::string::npos);
  CHECK(said({"key"}).find("er ontbreekt een opdracht.") != std::string::npos);
  CHECK(said({"record", "301", "--occurred"}).find("bij --occurred ontbreekt de waarde.") !=
        std::string::npos);
  CHECK(run({"timeline", kase, "--lang", "fr"}).err.find("--lang: fr is er geen van {nl,en}.") !=
        std::string::npos);
}
