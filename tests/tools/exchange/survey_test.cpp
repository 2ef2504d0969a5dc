#include "tools/exchange/survey.h"

#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "tests/support/temp_dir.h"
#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

std::string error_of(const ImportSource& source, const Mapping& mapping) {
  const auto out = survey(source, mapping);
  return out ? "(none)" : out.error().text;
}

}  // namespace

TEST_CASE("a source is counted and its digest taken before anything is written", "[exchange][survey]") {
  const auto wabo = survey({SourceFormat::xes, data("wabo-receipt.xes.gz")}, Mapping::of_xes());
  REQUIRE(wabo);
  CHECK(wabo->records == 8577);
  CHECK(wabo->usable == 8577);
  CHECK(wabo->rejected == 0);
  CHECK(wabo->about.find("meta_3TU:doi = doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6\n") != std::string::npos);
  CHECK(wabo->file_digest == crypto::sha256(crypto::bytes_of(read_all(data("wabo-receipt.xes.gz")))));
  const auto mapping = Mapping::read(data("mapping-meldingen.toml"), SourceFormat::csv);
  const auto table = survey({SourceFormat::csv, data("meldingen.csv")}, *mapping);
  REQUIRE(table);
  CHECK(table->records == 7);  // and a row with a field missing
  CHECK(table->usable == 4);
  CHECK(table->skipped == 1);
  CHECK(table->rejected == 3);
}

TEST_CASE("a column that is not there is named with those of the mapping that are", "[exchange][survey]") {
  const auto mapping = Mapping::read(data("mapping-unknown-column.toml"), SourceFormat::csv);
  CHECK(error_of({SourceFormat::csv, data("meldingen.csv")}, *mapping) ==
        "mapping: columns.case: no column \"Zaaknr\" in the file; of those in the mapping there are: "
        "\"Handeling\", \"Tijdstip\"");
  const auto xes = Mapping::parse("[columns]\nresource = 'org:person'", SourceFormat::xes);
  CHECK(error_of({SourceFormat::xes, data("wabo-20.xes")}, *xes) ==
        "mapping: columns.resource: no column \"org:person\" in the file; of those in the mapping there are: "
        "\"concept:name\", \"time:timestamp\"");
  const auto keep = Mapping::parse("[keep]\nstatus = ['a']", SourceFormat::xes);
  CHECK(error_of({SourceFormat::xes, data("wabo-20.xes")}, *keep).starts_with("mapping: keep: no column \"status\" in the file"));
}

TEST_CASE("the first line of a table without a header is somebody's words, and is not said",
          "[exchange][survey]") {
  inzicht::testing::TempDir dir;
  const auto file = dir.path() / "table.csv";
  std::ofstream(file) << "Jan Jansen;BSN 123456782;Vader slaat\nA;B;C\n";
  const auto mapping = Mapping::read(data("mapping-meldingen.toml"), SourceFormat::csv);
  const auto said = error_of({SourceFormat::csv, file}, *mapping);
  CHECK(said.find("expected the names of the columns on the first line") != std::string::npos);
  for (const char* words : {"Jan", "123456782", "slaat"}) CHECK(said.find(words) == std::string::npos);
}

TEST_CASE("a source of which nothing can be taken in is an error", "[exchange][survey]") {
  inzicht::testing::TempDir dir;
  write(dir / "none.csv", "Z;A;T\n");
  const auto mapping = Mapping::parse("[columns]\ncase='Z'\nactivity='A'\ntime='T'", SourceFormat::csv);
  CHECK(error_of({SourceFormat::csv, dir / "none.csv"}, *mapping) == "import: expected a record to take in, found none");
  write(dir / "bad.csv", "Z;A;T\n1;a;gisteren\n2;a;eergisteren\n");
  CHECK(error_of({SourceFormat::csv, dir / "bad.csv"}, *mapping) == "import: no record can be taken in; line 2: no readable time in T");
  CHECK(survey({SourceFormat::csv, dir / "gone.csv"}, *mapping).error().code == ErrorCode::not_found);
  const auto whole = read_all(data("wabo-receipt.xes.gz"));
  write(dir / "cut.xes.gz", std::string_view(whole).substr(0, 100'000));
  CHECK(error_of({SourceFormat::xes, dir / "cut.xes.gz"}, Mapping::of_xes()).starts_with("file: byte 100000: a truncated gzip file"));
  write(dir / "other.xes", "Z;A;T\n");
  CHECK(error_of({SourceFormat::xes, dir / "other.xes"}, Mapping::of_xes()).starts_with("xes: line 1: not well-formed XML"));
}
