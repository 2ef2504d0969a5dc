// The table of texts against what the code asks for.
#include "tools/inzicht/texts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "ledger/verify/problem.h"

using namespace inzicht;
using namespace inzicht::cli;

namespace {

// The command, its pictures and pages, and the projections, whose notes it shows.
std::string all_sources() {
  std::string out;
  std::vector<std::filesystem::directory_entry> files;
  for (const auto* folder : {INZICHT_SOURCES "/tools/inzicht", INZICHT_SOURCES "/tools/pictures", INZICHT_SOURCES "/projections"})
    files.insert(files.end(), std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
  for (const auto& entry : files) {
    if (entry.path().filename().string().starts_with("texts") || entry.path().extension() == ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    out.append(std::istreambuf_iterator<char>(in), {});
  }
  return out;
}
// Texts between quotes that look like a key.
std::set<std::string> keys_in(const std::string& text) {
  static const std::regex key("\"([a-z_]+(\\.[A-Za-z0-9_]+)*\\.?)\"");
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), key); at != std::sregex_iterator(); ++at) out.insert((*at)[1]);
  return out;
}
// Where values go, such as {} and {0}, in their order.
std::multiset<std::string> places(std::string_view text) {
  std::multiset<std::string> out;
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos; ++at) out.insert(std::string(text.substr(at, text.find('}', at) - at)));
  return out;
}

}  // namespace

TEST_CASE("every text has a key of its own, in order, and both languages") {
  const auto rows = texts();
  REQUIRE(rows.size() > 200);
  CHECK(std::ranges::is_sorted(rows, {}, &TextRow::key));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(rows[i].key);
    CHECK_FALSE(rows[i].nl.empty());
    CHECK_FALSE(rows[i].en.empty());
    CHECK(places(rows[i].nl) == places(rows[i].en));
    if (i > 0) CHECK(rows[i].key != rows[i - 1].key);
  }
}

TEST_CASE("what the code asks for by its name is in the table") {
  const auto source = all_sources();
  static const std::regex asked("\\b(?:tr|text)f?\\((?:[a-zA-Z_:]+, )?\"([^\"]+)\"");
  std::size_t found = 0;
  for (std::sregex_iterator at(source.begin(), source.end(), asked); at != std::sregex_iterator(); ++at) {
    const std::string key = (*at)[1];
    INFO(key);
    if (key.ends_with('.')) continue;  // the beginning of keys that are put together
    CHECK(std::ranges::any_of(texts(), [&](const TextRow& row) { return row.key == key; }));
    ++found;
  }
  CHECK(found > 150);
}

TEST_CASE("no text lies in the table that nothing asks for") {
  const auto named = keys_in(all_sources());
  for (const auto& row : texts()) {
    const std::string key(row.key);
    const bool by_name = named.contains(key);
    const bool put_together = std::ranges::any_of(named, [&](const std::string& one) { return one.ends_with('.') && key.starts_with(one); });
    INFO(key);
    CHECK((by_name || put_together));
  }
}

TEST_CASE("what verify can find is told in a sentence, and nothing else is") {
  const auto told = [](std::string_view key) { return std::ranges::any_of(texts(), [&](const TextRow& row) { return row.key == key; }); };
  for (const auto problem : all_problems()) {
    INFO(problem_code(problem));
    CHECK(told("problem." + std::string(problem_code(problem))));
  }
  const auto sentences = std::ranges::count_if(texts(), [](const TextRow& row) { return row.key.starts_with("problem."); });
  CHECK(static_cast<std::size_t>(sentences) == all_problems().size());
}
