#include "tools/inzicht/sheet.h"

#include <catch2/catch.hpp>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/support/temp_dir.h"
#include "tests/tools/cli/shell.h"

using namespace inzicht;
using namespace inzicht::cli;
using namespace inzicht::testing;

namespace {

Sheet sample() {
  Sheet sheet{"Tijdlijn", {"wanneer", "wat", "aantal"}, {}, "Toelichting", {"2 van 3 getoond"}};
  sheet.rows.push_back({Date{2019, 6, 11}, std::string("Huur; \"drie\" maanden\nachter"), std::int64_t{-3}});
  sheet.rows.push_back({LocalMoment{1'560'241'800'000'000}, std::string("=1+1"), std::int64_t{12}});
  return sheet;
}
std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
// A member of the archive, by the system's own unzip for Python.
std::string member(const std::filesystem::path& file, const std::string& name) {
  const auto out = file.parent_path() / "member";
  const std::string command = "python3 -c \"import sys,zipfile;open(sys.argv[3],'wb').write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))\" '" + file.string() + "' " + name + " '" + out.string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  auto bytes = bytes_of(out);
  std::filesystem::remove(out);
  return bytes;
}

}  // namespace

TEST_CASE("a CSV is what a Dutch spreadsheet opens, and runs nothing") {
  CHECK(csv_of(sample()) ==
        "\xEF\xBB\xBF"
        "wanneer;wat;aantal\r\n"
        "2019-06-11;\"Huur; \"\"drie\"\" maanden\nachter\";-3\r\n"
        "2019-06-11 10:30;'=1+1;12\r\n"
        "\r\n"
        "2 van 3 getoond\r\n");
}

TEST_CASE("a minus before a number is a sign, and before anything else a formula") {
  for (const std::string number : {"-1", "-1 (2021-09-07)", "-0,5"}) CHECK(csv_of({"t", {"k"}, {{number}}, "n", {}}) == "\xEF\xBB\xBFk\r\n" + number + "\r\n");
  for (const std::string other : {"-", "-1+cmd|' /C calc'!A0", "-A1"}) CHECK(csv_of({"t", {"k"}, {{other}}, "n", {}}) == "\xEF\xBB\xBFk\r\n'" + other + "\r\n");
}

TEST_CASE("every character that starts a formula is guarded in a text, and in a text only") {
  for (const std::string start : {"=", "+", "-", "@", "\t"}) {
    Sheet sheet{"t", {start + "kop"}, {{start + "HYPERLINK"}}, "n", {}};
    const auto csv = csv_of(sheet);
    CHECK(csv.find("'" + start + "kop\r\n") != std::string::npos);
    CHECK(csv.find("'" + start + "HYPERLINK\r\n") != std::string::npos);
  }
}

TEST_CASE("an XLSX holds dates and numbers as such, texts never as formulas, and the notes on a second sheet") {
  const TempDir dir;
  const auto file = dir / "uit.xlsx";
  REQUIRE(write_xlsx(sample(), file));
  const auto rows = member(file, "xl/worksheets/sheet1.xml");
  CHECK(rows.find("<v>43627</v>") != std::string::npos);         // 2019-06-11, in days since 1899-12-30
  CHECK(rows.find("<v>43627.4375</v>") != std::string::npos);    // half past ten
  CHECK(rows.find("<v>-3</v>") != std::string::npos);
  CHECK(rows.find("=1+1") != std::string::npos);
  CHECK(rows.find("<f>") == std::string::npos);
  CHECK(member(file, "xl/worksheets/sheet2.xml").find("2 van 3 getoond") != std::string::npos);
  CHECK(member(file, "xl/workbook.xml").find("Toelichting") != std::string::npos);
}

TEST_CASE("a file of a view is its owner's alone, and nothing else is left beside it") {
  const TempDir dir;
  REQUIRE(write_xlsx(sample(), dir / "uit.xlsx"));
  REQUIRE(write_csv(sample(), dir / "uit.csv"));
  using std::filesystem::perms;
  for (const auto* name : {"uit.xlsx", "uit.csv"}) CHECK(std::filesystem::status(dir / name).permissions() == (perms::owner_read | perms::owner_write));
  CHECK(std::distance(std::filesystem::directory_iterator(dir.path()), {}) == 2);
}

TEST_CASE("a file that is there is not overwritten") {
  const TempDir dir;
  std::ofstream(dir / "uit.csv") << "van iemand anders";
  const auto status = write_csv(sample(), dir / "uit.csv");
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::already_exists);
  CHECK(bytes_of(dir / "uit.csv") == "van iemand anders");
  CHECK_FALSE(write_xlsx(sample(), dir / "uit.csv"));
}

TEST_CASE("a text that no XLSX cell holds is refused by its column, and leaves no file") {
  const TempDir dir;
  for (const auto& text : {std::string(32'768, 'x'), std::string("voor\0na", 7)}) {
    Sheet sheet{"t", {"verslag"}, {{text}}, "n", {}};
    const auto status = write_xlsx(sheet, dir / "uit.xlsx");
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::limit);
    CHECK(status.error().text.find("verslag") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(dir / "uit.xlsx"));
  }
}

TEST_CASE("a CSV leaves alone what somebody else named as it would name its beginnings") {
  const TempDir dir;
  std::ofstream(dir / "uit.csv.new") << "van iemand anders";
  const auto status = write_csv(sample(), dir / "uit.csv");
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::already_exists);
  CHECK(bytes_of(dir / "uit.csv.new") == "van iemand anders");
  CHECK_FALSE(std::filesystem::exists(dir / "uit.csv"));
}

TEST_CASE_METHOD(FirstDay, "a view goes to a spreadsheet with every column, and its words only after an export event") {
  done(coach({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set",
              "reporterAnonymous=no", "--set", "what.wat=Huurachterstand bij de buren."}));
  const auto csv = path("tijdlijn.csv");
  const auto without = run(coach({"timeline", kase, "--csv", csv.string()}));
  CHECK(without.code == 1);
  CHECK(without.err.find("power") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(csv));
  done({"mandate", "grant", "--actor", actor, "--role", "wijkcoach", "--scope", "caseOnly", "--case", kase, "--organisation", organisation, "--power", "record", "--power", "readParts",
        "--from", "2024-01-01", "--as", "registrar"});
  const auto before = events();
  const auto said = done(coach({"timeline", kase, "--csv", csv.string()}));
  CHECK(said.out.empty());
  CHECK(said.err.find("rows written") != std::string::npos);
  CHECK(bytes_of(csv).find("Huurachterstand") != std::string::npos);
  CHECK(events() == before + 1);
  const auto lines = done(coach({"timeline", kase, "--codes", "--json"})).out;
  const auto columns = nlohmann::json::parse(lines.substr(0, lines.find('\n'))).size();
  const auto head = bytes_of(csv).substr(0, bytes_of(csv).find('\r'));
  CHECK(static_cast<std::size_t>(std::ranges::count(head, ';')) + 1 == columns);
  CHECK(run(coach({"timeline", kase})).code == 0);
  const auto again = run(coach({"timeline", kase, "--csv", csv.string()}));
  CHECK(again.code == 2);
  CHECK(events() == before + 2);
  done(coach({"privacy-log", kase, "--xlsx", path("log.xlsx").string(), "--codes"}));
  CHECK(events() == before + 2);
  CHECK(std::filesystem::file_size(path("log.xlsx")) > 1000);
}
