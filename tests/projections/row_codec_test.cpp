#include "projections/row_codec.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::views;
using namespace inzicht::testing;

namespace {

struct Inner {
  std::string text;
  bool flag = false;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.text, self.flag);
  }
  bool operator==(const Inner&) const = default;
};
struct Sample {
  std::uint64_t large = 0;
  std::int64_t sign = 0;
  std::uint16_t small = 0;
  std::optional<Micros> maybe;
  std::vector<Inner> list;
  CodeSet<schema::Kader> set;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.large, self.sign, self.small, self.maybe, self.list, self.set);
  }
  bool operator==(const Sample&) const = default;
};

template <class Row>
Buffer encode(const Row& row) {
  RowWriter out;
  out(row);
  return {out.bytes().begin(), out.bytes().end()};
}

Sample any_sample() {
  Sample row;
  row.large = *rc::gen::arbitrary<std::uint64_t>();
  row.sign = *rc::gen::arbitrary<std::int64_t>();
  row.small = *rc::gen::arbitrary<std::uint16_t>();
  if (*rc::gen::arbitrary<bool>()) row.maybe = *rc::gen::arbitrary<std::int64_t>();
  for (const auto& text : *rc::gen::arbitrary<std::vector<std::string>>()) row.list.push_back({text, text.size() % 2 == 0});
  row.set = CodeSet<schema::Kader>::from_bits(*rc::gen::arbitrary<std::uint64_t>());
  return row;
}

}  // namespace

TEST_CASE("row codec: what is written is read back", "[row_codec]") {
  CHECK(rc::check("any row", [] {
    const Sample row = any_sample();
    RC_ASSERT(read_row<Sample>(encode(row)) == row);
  }));
}

TEST_CASE("row codec: a row that was cut, or goes on, is no row", "[row_codec]") {
  CHECK(rc::check("any cut", [] {
    auto bytes = encode(any_sample());
    bytes.push_back(0);
    RC_ASSERT(!read_row<Sample>(bytes));
    bytes.pop_back();
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    RC_ASSERT(!read_row<Sample>(bytes));
  }));
}

TEST_CASE("row codec: random bytes are read without harm", "[row_codec]") {
  CHECK(rc::check("any bytes", [](const Buffer& bytes) { static_cast<void>(read_row<Sample>(bytes)); }));
}

TEST_CASE("row codec: dates, ids and the largest numbers", "[row_codec]") {
  for (const Date date : {Date{2012, 9, 1}, Date{1, 1, 1}, Date{9999, 12, 31}, Date{}}) {
    RowWriter out;
    out(date, lila, std::uint64_t{~0ull});
    RowReader in(out.bytes());
    Date read;
    SubjectId id;
    std::uint64_t number = 0;
    in(read, id, number);
    CHECK(in.finished());
    CHECK(read == date);
    CHECK(id == lila);
    CHECK(number == ~0ull);
  }
}

TEST_CASE("row codec: a number too large for its field is no row", "[row_codec]") {
  RowWriter out;
  out(std::uint64_t{70'000});
  RowReader in(out.bytes());
  std::uint16_t small = 0;
  in(small);
  CHECK(!in.finished());
}

TEST_CASE("row codec: keys sort as their values do", "[row_codec]") {
  CHECK(rc::check("any two times and numbers", [](Micros a, Micros b, std::uint64_t m, std::uint64_t n) {
    KeyWriter first, second;
    first.time(a).number(m);
    second.time(b).number(n);
    const bool less = std::ranges::lexicographical_compare(first.bytes(), second.bytes());
    RC_ASSERT(less == (std::pair(a, m) < std::pair(b, n)));
    KeyReader in(first.bytes());
    RC_ASSERT(in.time() == a);
    RC_ASSERT(in.number() == m);
    RC_ASSERT(in.finished());
  }));
}
