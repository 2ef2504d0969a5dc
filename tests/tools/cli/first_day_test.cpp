// The commands of a first day, as somebody types them: each does what its help says.
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>

#include "ledger/base/ids.h"
#include "ledger/base/limits.h"
#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

TEST_CASE("without a verb the program says what people do most, and every verb has help in both languages") {
  const Shell shell;
  CHECK(shell.run({}).out.find("inzicht") != std::string::npos);
  const auto help = shell.done({"--help"}).out;
  std::istringstream lines(help.substr(help.find("Subcommands:")));
  std::size_t verbs = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string verb;
    if (!line.starts_with("  ") || !(words >> verb)) continue;
    ++verbs;
    const auto english = shell.done({verb, "--help"}).out;
    const auto dutch = shell.done({verb, "--help", "--lang", "nl"}).out;
    INFO(verb);
    CHECK(english != dutch);
  }
  CHECK(verbs >= 23);
}

TEST_CASE_METHOD(FirstDay, "words about a person are about the only one there is, and are asked for when there are more") {
  const Words contact = coach({"record", "contactHeld", "--case", kase, "--set", "mode=homePlanned", "--set", "outcome=held", "--set", "emergencyNumberGiven=no", "--set", "report.text=Thee gedronken."});
  const auto add = [&](const char* name) {
    return json(coach({"person", "add", "--case", kase, "--name", name, "--person-role", "parent", "--age-band", "adult23"}))["person"].get<std::string>();
  };
  add("Marit");
  done(contact);
  const auto second = add("Daan");
  CHECK_THAT(run(contact).err, Catch::Matchers::Contains("parts"));
  auto named = contact;
  named.insert(named.end(), {"--set", "with=" + second});
  done(named);
  const auto rows = rows_of(done(coach({"timeline", kase, "--codes", "--kind", "contactHeld", "--json"})).out);
  CHECK(rows.size() == 2);
}

TEST_CASE_METHOD(FirstDay, "what was recorded is shown, after the reading itself is recorded") {
  CHECK(kase.starts_with("Z-"));
  const auto before = events();
  const auto refused = run(coach({"timeline", kase}));
  // An organisation's mandate lets somebody record; it opens no words.
  CHECK(refused.code == 1);
  CHECK(refused.out.find("Huurachterstand") == std::string::npos);
  CHECK(events() == before + 1);  // that it was refused
  done({"mandate", "grant", "--actor", actor, "--role", "wijkcoach", "--scope", "caseOnly", "--case", kase, "--organisation", organisation, "--power", "record", "--power", "readParts", "--from", "2024-01-01", "--as", "registrar"});
  const auto granted = events();
  const auto shown = done(coach({"timeline", kase}));
  CHECK(shown.out.find("Huurachterstand") != std::string::npos);
  CHECK(events() == granted + 1);
  const auto codes = done(coach({"timeline", kase, "--codes"}));
  CHECK(codes.out.find("Huurachterstand") == std::string::npos);
  CHECK(events() == granted + 1);
}

TEST_CASE_METHOD(FirstDay, "a person is recorded, listed without a name, and told in the privacy log when read") {
  done(coach({"person", "add", "--case", kase, "--name", "Mevrouw Verzonnen", "--person-role", "parent", "--age-band", "adult23"}));
  const auto listed = done({"person", "list", "--case", kase});
  CHECK(listed.out.find("P-") != std::string::npos);
  CHECK(listed.out.find("Verzonnen") == std::string::npos);
  for (const auto* verb : {"plan", "privacy-log"}) CHECK(done(coach({verb, kase, "--codes"})).code == 0);
  CHECK(done({"registry"}).out.find("wijkcoach") != std::string::npos);
}

TEST_CASE_METHOD(FirstDay, "checkpoint, proof, receipts and tiles: the whole verifies against each") {
  const auto note = path("note");
  done({"checkpoint", "--out", note.string()});
  CHECK(std::filesystem::file_size(note) > 100);
  done(coach({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set", "reporterAnonymous=no", "--set", "what.wat=Nog een."}));
  const auto verified = json({"verify", "--since", note.string(), "--receipts", path("keys").string()});
  CHECK(verified["result"] == "verified");
  CHECK(verified["events"] == verified["leaves"]);
  CHECK(verified["problems"].empty());
  CHECK_FALSE(verified.contains("rules"));
  const auto judged = json({"verify", "--rules"});
  CHECK(judged["rules"]["judged"] == judged["events"]);
  CHECK(judged["rules"]["differencesFound"] == 0);
  CHECK(done({"verify", "--rules", "--lang", "en"}).out.find("0 differences") != std::string::npos);
  const auto event = json({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set", "reporterAnonymous=no", "--set", "what.wat=En nog een.", "--as", "yara"})["event"];
  done({"checkpoint"});
  CHECK(done({"prove", event}).out.find("c2sp.org/tlog-proof") != std::string::npos);
  done({"tiles", path("tiles").string()});
  CHECK(std::filesystem::exists(path("tiles") / "checkpoint"));
  CHECK(std::filesystem::exists(path("tiles") / "tile" / "0"));
}

TEST_CASE_METHOD(FirstDay, "a draft from template fits record once filled in, alone and in a batch") {
  const auto form = done({"template", "signalReceived"}).out;
  CHECK(nlohmann::json::parse(form)["kind"] == "signalReceived");
  const nlohmann::json filled{{"kind", "signalReceived"},
                              {"case", kase},
                              {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
                              {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", "Uit een bestand."}}}}}}};
  const auto before = events();
  done(coach({"record", "--file", write("one.json", filled.dump()).string(), "--dry-run"}));
  CHECK(events() == before);
  done(coach({"record", "--file", "-"}), filled.dump());
  CHECK(events() == before + 1);
  auto bad = filled;
  bad["facts"]["source"] = "nobody";
  const auto batch = run(coach({"record", "--batch", write("many.jsonl", filled.dump() + "\n\n" + bad.dump() + "\n" + filled.dump() + "\n").string()}));
  CHECK(batch.code == 1);
  CHECK(batch.err.find("facts.source") != std::string::npos);
  CHECK(events() == before + 3);
}

TEST_CASE_METHOD(
    FirstDay,
    "a program reads of every line of a batch what became of it, by its number, tried or recorded") {
  const nlohmann::json good{
      {"kind", "signalReceived"},
      {"case", kase},
      {"facts",
       {{"signalType", "signal"},
        {"source", "ownTeam"},
        {"answered", {"wat"}},
        {"dangerForVisitor", "no"},
        {"reporterAnonymous", "no"}}},
      {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", "Uit een bestand."}}}}}}};
  auto bad = good;
  bad["facts"]["source"] = "nobody";
  const auto file =
      write("many.jsonl", good.dump() + "\n\n" + bad.dump() + "\n" + good.dump() + "\n").string();
  for (const bool dry : {true, false}) {
    Words words = coach({"record", "--batch", file, "--json"});
    if (dry) words.push_back("--dry-run");
    std::map<int, nlohmann::json> by_line;
    for (const auto& row : rows_of(run(std::move(words)).out)) by_line[row["line"]] = row;
    REQUIRE(by_line.size() == 3);
    CHECK(by_line[1].contains(dry ? "wouldRecord" : "event"));
    CHECK(by_line[4].contains(dry ? "wouldRecord" : "event"));
    CHECK(by_line[3]["refused"] == true);
    CHECK(by_line[3]["findings"][0]["field"] == "facts.source");
    CHECK(by_line[3]["findings"][0]["text"].get<std::string>().find("…") == std::string::npos);
  }
}

TEST_CASE_METHOD(FirstDay, "a batch is tried as a whole: a line may refer to one before it, and nothing is recorded") {
  nlohmann::json signal{{"kind", "signalReceived"},
                        {"event", inzicht::to_text(inzicht::EventId{inzicht::uuid_v7(1'700'000'000'000, {1, 2, 3})})},
                        {"case", kase},
                        {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
                        {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", "Eerst."}}}}}}};
  auto after = signal;
  after.erase("event");
  after["references"] = {{{"relation", "linkedTo"}, {"event", signal["event"]}}};
  const auto file = write("tried.jsonl", signal.dump() + "\n" + after.dump() + "\n").string(), alone = write("alone.jsonl", after.dump() + "\n").string();
  const auto before = events();
  CHECK(run(coach({"record", "--batch", file, "--dry-run"})).code == 0);
  CHECK(run(coach({"record", "--batch", alone, "--dry-run"})).code != 0);
  CHECK(events() == before);
  done(coach({"record", "--batch", file}));
  CHECK(events() == before + 2);
}

TEST_CASE_METHOD(FirstDay, "a line of a batch beyond the limit is refused, and the line after it is read") {
  const nlohmann::json good{{"kind", "signalReceived"},
                            {"case", kase},
                            {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
                            {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", "Na een lange regel."}}}}}}};
  const auto before = events();
  const std::string too_long(inzicht::limits::json_bytes_max + 1000, ' ');
  const auto batch = run(coach({"record", "--batch", write("long.jsonl", too_long + "\n" + good.dump()).string()}));
  CHECK(batch.code == 1);
  CHECK(batch.err.find(std::to_string(inzicht::limits::json_bytes_max)) != std::string::npos);
  CHECK(events() == before + 1);
}

TEST_CASE_METHOD(FirstDay, "views that were thrown away are built again, the same") {
  const auto before = done(coach({"timeline", kase, "--codes", "--json"})).out;
  done({"rebuild"});
  CHECK(done(coach({"timeline", kase, "--codes", "--json"})).out == before);
  std::filesystem::remove_all(path("ledger") / "views");
  CHECK(done(coach({"timeline", kase, "--codes", "--json"})).out == before);
}

TEST_CASE_METHOD(FirstDay, "an export holds every event and no words") {
  const auto lines = done(coach({"export", "jsonl"})).out;
  CHECK(static_cast<std::uint64_t>(std::ranges::count(lines, '\n')) == events());
  CHECK(lines.find("Huurachterstand") == std::string::npos);
}

TEST_CASE_METHOD(FirstDay, "a document is sealed, and comes back as it was") {
  const std::string content("%PDF-1.4 \0\x01 inhoud", 18);
  const auto file = write("brief.pdf", content);
  const auto attached = json(coach({"document", "attach", file.string(), "--case", kase}));
  done({"mandate", "grant", "--actor", actor, "--role", "wijkcoach", "--scope", "caseOnly", "--case", kase, "--organisation", organisation, "--power", "record", "--power", "readParts", "--from", "2024-01-01", "--as", "registrar"});
  done(coach({"document", "open", attached["event"], "--out", path("terug.pdf").string()}));
  std::ifstream back(path("terug.pdf"), std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(back), {}) == content);
}
