#include "tools/inzicht/table.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace inzicht::cli;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}
Table sample() {
  Table table({{"wanneer", 10, false}, {"wat"}, {"aantal", 4, true, true}});
  table.add({"2019-06-11", "De huur is drie maanden niet betaald", "3"});
  table.add({"2019-06-12", "kort", "12"});
  return table;
}

}  // namespace

TEST_CASE("a table fits the window, and holds every word whole") {
  for (std::size_t width = 40; width <= 120; width += 7) {
    const auto text = sample().render(width, false);
    for (const auto& line : lines_of(text)) CHECK(display_width(line) <= width);
    for (const auto* word : {"2019-06-11", "huur", "maanden", "betaald", "12"}) CHECK(text.find(word) != std::string::npos);
  }
}

TEST_CASE("where words would have to be broken, rows become blocks with every cell") {
  const auto text = sample().render(20, false);
  CHECK(text.find("wanneer:\n  2019-06-11\nwat: De huur is\n  drie maanden niet\n  betaald\naantal: 3\n") !=
        std::string::npos);
  for (const auto& line : lines_of(text)) CHECK(display_width(line) <= 20);
}

TEST_CASE("a long word breaks after its hyphen, and elsewhere only when no line can hold it") {
  Table table({{"a", 6}, {"b", 10, false}});
  table.add({"jeugd-beschermingsmaatregel", "x"});
  table.add({std::string(60, 'y'), "x"});
  const auto lines = lines_of(table.render(32, false));
  CHECK(lines[2].starts_with("jeugd-"));
  for (const auto& line : lines) CHECK(display_width(line) <= 32);
}

TEST_CASE("an id, a date and the name of a rule stay on one line") {
  Table table({{"a", 6}});
  table.add({"Plan vastgesteld, 2021-03-30, E-…YK1W-P48J, SHARE-01"});
  const auto text = table.render(24, false);
  for (const auto* whole : {"2021-03-30", "E-…YK1W-P48J", "SHARE-01"})
    CHECK(text.find(whole) != std::string::npos);
}

TEST_CASE("control characters of a text never reach the terminal") {
  Table table({{"a"}});
  table.add({"rood\x1b[31m\x07\ttab\nregel"});
  const auto text = table.render(80, false);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("tab regel") != std::string::npos);
}

TEST_CASE("what turns the direction of a text never reaches the terminal, other scripts do") {
  Table table({{"a"}});
  table.add({"niet \u202egeslagen\u202c \u2066x\u2069 \u200f\u061c עברית"});
  const auto text = table.render(80, false);
  for (const auto* turns : {"\u202e", "\u202c", "\u2066", "\u2069", "\u200f", "\u061c"})
    CHECK(text.find(turns) == std::string::npos);
  CHECK(text.find("niet geslagen x עברית") != std::string::npos);
}

TEST_CASE("widths count what a terminal shows, not bytes") {
  CHECK(display_width("één") == 3);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("漢字") == 4);
}

TEST_CASE("colour is only in the title line, and only when asked for") {
  CHECK(sample().render(80, false).find('\x1b') == std::string::npos);
  const auto lines = lines_of(sample().render(80, true));
  CHECK(lines[0].starts_with("\x1b[1m"));
  for (std::size_t i = 2; i < lines.size(); ++i) CHECK(lines[i].find('\x1b') == std::string::npos);
}
