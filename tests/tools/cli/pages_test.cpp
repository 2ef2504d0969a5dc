// Pages and pictures as somebody asks for them: a new file, after an export event, with what the view shows and no more.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/tools/cli/shell.h"

using namespace inzicht::testing;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A family with a goal of a mother and one of each of two children, in one plan.
class AtTheTable : public FirstDay {
 public:
  AtTheTable() {
    done({"mandate",        "grant",      "--actor", actor,    "--role",  "wijkcoach", "--scope", "caseOnly",   "--case", kase,
          "--organisation", organisation, "--power", "record", "--power", "readParts", "--from",  "2024-01-01", "--as",   "registrar"});
    mother = person("Marit", "parent", "adult23");
    child = person("Noor", "child", "under12");
    person("Sem", "child", "under12");
    const auto hers = goal(mother, "Ik blijf rustig als het druk is."), childs = goal(child, "Ik wil een eigen kamer.");
    done(coach({"record",      "planAdopted",
                "--case",      kase,
                "--set",       "planType=familyPlan",
                "--set",       "version=1",
                "--set",       "sections=endGoal",
                "--set",       "goals=" + hers + "," + childs,
                "--set",       "cooperation=withFamily",
                "--set",       "validFrom=2024-01-01",
                "--set",       "plan.endGoal=Rust.",
                "--deviation", "Een eerste plan, kort."}));
  }
  std::string text_of(const std::filesystem::path& pdf) const {
    REQUIRE(std::system(("pdftotext -layout '" + pdf.string() + "' '" + path("text").string() + "'").c_str()) == 0);
    return bytes_of(path("text"));
  }
  std::string mother, child;

 private:
  // The id in what was said, which starts with this letter.
  static std::string id_in(const std::string& said, const std::string& letter) {
    std::size_t at = said.find(letter + "-");
    while (at != std::string::npos && at > 0 && said[at - 1] != ' ' && said[at - 1] != '"') at = said.find(letter + "-", at + 1);
    REQUIRE(at != std::string::npos);
    return said.substr(at, said.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", at) - at);
  }
  std::string person(const std::string& name, const std::string& role, const std::string& band) const {
    const auto said = done(coach({"person", "add", "--case", kase, "--name", name, "--person-role", role, "--age-band", band}));
    return id_in(said.out + said.err, "P");
  }
  std::string goal(const std::string& whose, const std::string& words) const {
    const auto said = done(coach({"record", "goalSet",
                                  "--case", kase,
                                  "--set",  "horizon=short",
                                  "--set",  "level=goal",
                                  "--set",  "sphere=personal",
                                  "--set",  "type=help",
                                  "--set",  "domains=upbringing",
                                  "--set",  "owner=familyMember",
                                  "--set",  "ownerSubject=" + whose,
                                  "--set",  "goal@" + whose + ".familyWords=" + words}));
    return id_in(said.out + said.err, "E");
  }
};

}  // namespace

TEST_CASE_METHOD(AtTheTable, "the page for the kitchen table holds my goal and not the child's, and is an export for the family") {
  const auto pdf = path("blad.pdf");
  const auto before = events();
  done(coach({"kitchen-table", kase, "--person", mother, "--pdf", pdf.string(), "--lang", "nl"}));
  CHECK(events() == before + 1);
  const auto text = text_of(pdf);
  CHECK(text.find("voor Marit") != std::string::npos);
  CHECK(text.find("Ik blijf rustig als het druk is.") != std::string::npos);
  CHECK(text.find("eigen kamer") == std::string::npos);
  CHECK(text.find("Noor") == std::string::npos);
  using std::filesystem::perms;
  CHECK(std::filesystem::status(pdf).permissions() == (perms::owner_read | perms::owner_write));
  const auto log = done(coach({"access-log", kase, "--json", "--codes"})).out;
  CHECK(log.find("\"pdf\"") != std::string::npos);
  CHECK(log.find("\"kitchenTable\"") != std::string::npos);

  const auto of_child = path("kind.pdf");
  done(coach({"kitchen-table", kase, "--person", child, "--pdf", of_child.string()}));
  CHECK(text_of(of_child).find("eigen kamer") != std::string::npos);
  CHECK(text_of(of_child).find("rustig") == std::string::npos);
}

TEST_CASE_METHOD(AtTheTable, "the kitchen table asks for a person, and says so") {
  const auto said = run(coach({"kitchen-table", kase}));
  CHECK(said.code == 2);
  CHECK(said.err.find("--person") != std::string::npos);
  const auto shown = done(coach({"kitchen-table", kase, "--person", mother}));
  CHECK(shown.out.find("Marit") != std::string::npos);
  CHECK(shown.out.find("Ik blijf rustig") != std::string::npos);
  CHECK(shown.out.find("eigen kamer") == std::string::npos);
}

TEST_CASE_METHOD(AtTheTable,
                 "a listing prints and a timeline is drawn, a file that is there stays as it is, and nothing "
                 "is recorded then") {
  done(coach({"timeline", kase, "--pdf", path("t.pdf").string()}));
  CHECK(text_of(path("t.pdf")).find("Huurachterstand") != std::string::npos);
  CHECK(text_of(path("t.pdf")).find("page 1 of") != std::string::npos);
  done(coach({"timeline", kase, "--svg", path("t.svg").string()}));
  const auto svg = bytes_of(path("t.svg"));
  CHECK(svg.find("Huurachterstand van drie maanden.") != std::string::npos);
  const auto log = done(coach({"access-log", kase, "--json", "--codes"})).out;
  CHECK(log.find("\"svg\"") != std::string::npos);
  const auto before = events();
  for (const auto* flag : {"--svg", "--pdf"}) CHECK(run(coach({"timeline", kase, flag, path("t.svg").string()})).code == 2);
  CHECK(bytes_of(path("t.svg")) == svg);
  const auto none = run(coach({"roles", kase, "--svg", path("r.svg").string()}));
  CHECK(none.code == 2);
  CHECK(none.err.find("privacy-log") != std::string::npos);
  CHECK(run(coach({"timeline", kase, "--svg", path("a.svg").string(), "--pdf", path("a.pdf").string()})).code != 0);
  CHECK_FALSE(std::filesystem::exists(path("a.svg")));
  CHECK(events() == before);
}

TEST_CASE_METHOD(AtTheTable, "with codes only a picture holds no words and is no export") {
  const auto before = events();
  for (const auto* verb : {"timeline", "measures", "consents", "privacy-log"}) {
    const auto file = path(std::string(verb) + ".svg");
    done(coach({verb, kase, "--codes", "--svg", file.string()}));
    CHECK(bytes_of(file).find("Huurachterstand") == std::string::npos);
    CHECK(bytes_of(file).find("Marit") == std::string::npos);
    CHECK(bytes_of(file).find("</svg>") != std::string::npos);
  }
  CHECK(events() == before);
}
