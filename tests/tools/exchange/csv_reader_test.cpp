#include "tools/exchange/csv_reader.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "ledger/base/limits.h"
#include "ledger/codec/text_format.h"
#include "tests/tools/exchange/csv_writing.h"
#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

struct Outcome {
  Keep kept;
  Status status;
  std::string error() const { return status ? "(none)" : status.error().text; }
  std::vector<std::vector<std::string>> values() const {
    std::vector<std::vector<std::string>> out;
    for (const auto& record : kept.records) {
      out.emplace_back();
      for (const auto& field : record.fields) out.back().push_back(field.value);
    }
    return out;
  }
};
Outcome read(std::string_view text, char separator = ';') {
  Outcome out;
  auto source = ByteSource::of(crypto::bytes_of(text));
  REQUIRE(source);
  out.status = read_csv(**source, separator, out.kept);
  return out;
}
using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("rows, quotes, line ends inside quotes and line numbers", "[exchange][csv]") {
  const auto out = read("a;b\n1;2\n\"x;y\";\"two\nlines\"\n\n\"say \"\"hi\"\"\";\"\"\n;\n");
  REQUIRE(out.status);
  CHECK(out.kept.names == std::vector<std::string>{"a", "b"});
  CHECK(out.values() == Rows{{"1", "2"}, {"x;y", "two\nlines"}, {"say \"hi\"", ""}, {"", ""}});
  std::vector<std::uint64_t> lines;
  for (const auto& record : out.kept.records) lines.push_back(record.line);
  CHECK(lines == std::vector<std::uint64_t>{2, 3, 6, 7});
  CHECK(out.kept.rejections.empty());
}

TEST_CASE("byte order mark, CR LF, another separator, no last line end", "[exchange][csv]") {
  CHECK(read("\xEF\xBB\xBF\"a\",b\r\n1,\"2\"\r\n3,4", ',').values() == Rows{{"1", "2"}, {"3", "4"}});
  CHECK(read("a\tb\n1;1\t2\n", '\t').values() == Rows{{"1;1", "2"}});
  CHECK(read("\xEF\xBB\xBF" "a\n1\n").kept.names == std::vector<std::string>{"a"});
  CHECK(read("\n\r\na;b\n1;2").values() == Rows{{"1", "2"}});
  CHECK(read("a;b\n1;x\ry\n").values() == Rows{{"1", "x\ry"}});
  CHECK(read("a;b\n1;\"x\r\"\r\n").values() == Rows{{"1", "x\r"}});
  CHECK(read("a\n\"\"\n").values() == Rows{{""}});
  CHECK(read("a;b;\n1;2;3\n").kept.names == std::vector<std::string>{"a", "b", "#3"});
}

TEST_CASE("a row that cannot be read is named, and reading goes on", "[exchange][csv]") {
  const auto out = read(std::string("a;b\n1\n1;2;3\n1;x\"y\"\n\"1\" ;2\n1;\xE9\n1;z") + '\0' + "\n5;6\n");
  REQUIRE(out.status);
  CHECK(out.kept.rejections == std::vector<Rejection>{{2, "expected 2 fields, found 1"},
                                                      {3, "expected 2 fields, found 3"},
                                                      {4, "a quote in the middle of a field"},
                                                      {5, "text after the closing quote"},
                                                      {6, "column b: not UTF-8"},
                                                      {7, "column b: not UTF-8"}});
  CHECK(out.values() == Rows{{"5", "6"}});
}

TEST_CASE("a row over a limit is rejected, one at the limit is not", "[exchange][csv]") {
  const std::string most(limits::import_field_bytes_max, 'v');
  CHECK(read("a\n" + most + "\n").kept.records.size() == 1);
  const auto field = read("a\n" + most + "v\n\"" + most + "v\nv\"\nx\n");
  CHECK(field.kept.rejections == std::vector<Rejection>{{2, "a field of more than 262144 bytes"}, {3, "a field of more than 262144 bytes"}});
  CHECK(field.values() == Rows{{"x"}});
  CHECK(field.kept.records[0].line == 5);
  const auto row = read("a;b;c;d\n" + most + ";" + most + ";" + most + ";" + most + "\n1;2;3;4\n");
  CHECK(row.kept.rejections == std::vector<Rejection>{{2, "more than 921600 bytes in a row"}});
  CHECK(row.kept.records.size() == 1);
  CHECK(read("a\n" + std::string(csv_columns_max, ';') + "\n").kept.rejections == std::vector<Rejection>{{2, "more than 1024 fields"}});
}

TEST_CASE("a table without a readable header, or with a quote without end, ends the reading", "[exchange][csv]") {
  CHECK(read("").error() == "csv: expected a header line, found an empty file");
  CHECK(read("\n\r\n").error() == "csv: expected a header line, found an empty file");
  CHECK(read("\xEF\xBB").error() == "csv: expected a header line, found an empty file");
  CHECK(read("a;\xE9\n1;2\n").error() == "csv: line 1: header: expected UTF-8");
  CHECK(read("a;b;a\n1;2;3\n").error() == "csv: line 1: header: columns 1 and 3 have the same name");
  CHECK(read("a\"b;c\n").error() == "csv: line 1: header: a quote in the middle of a field");
  CHECK(read("a;b\n1;2\n3;\"open\n4;5\n6;7\n").error() == "csv: line 3: a quote that is never closed");
}

TEST_CASE("what was written comes back, whatever the separator and the line end", "[exchange][csv][property]") {
  CHECK(rc::check("csv round trip", [] {
    const auto columns = *rc::gen::inRange<std::size_t>(1, 6);
    const auto character = rc::gen::weightedElement<char>({{2, '"'}, {2, ';'}, {2, ','}, {2, '\n'}, {2, '\r'}, {1, '\t'}, {1, ' '}, {8, 'a'}, {8, 'z'}, {1, '\x7f'}});
    const auto text = rc::gen::container<std::string>(character);
    const auto row = rc::gen::container<std::vector<std::string>>(columns, text);
    const auto body = *rc::gen::container<Rows>(row);
    const char separator = *rc::gen::element(';', ',', '\t');
    const std::string line_end = *rc::gen::element(std::string("\n"), std::string("\r\n"));
    Rows rows(1);
    for (std::size_t i = 0; i < columns; ++i) rows[0].push_back("column" + std::to_string(i));
    rows.insert(rows.end(), body.begin(), body.end());
    const auto out = read(csv_text(rows, separator, line_end), separator);
    RC_ASSERT(out.status.has_value());
    RC_ASSERT(out.kept.rejections.empty());
    RC_ASSERT(out.values() == body);
  }));
}

TEST_CASE("any bytes are read to their end or refused, and every row is a record or a rejection", "[exchange][csv][property]") {
  CHECK(rc::check("csv of anything", [](const std::string& bytes) {
    const auto out = read("a;b\n" + bytes);
    for (const auto& record : out.kept.records)
      for (const auto& field : record.fields) RC_ASSERT(is_utf8(field.value));
    const auto lines = 2 + static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
    for (const auto& rejection : out.kept.rejections) RC_ASSERT(rejection.line >= 2 && rejection.line <= lines);
  }));
}
