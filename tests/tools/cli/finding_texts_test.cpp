// What a worklist says of a rule that was not met and of a term that is late, and what settles it.
#include "tools/inzicht/finding_texts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <string>

#include "ledger/rules/rules.h"
#include "ledger/watch/terms.h"

using namespace inzicht;
using namespace inzicht::cli;

namespace {

// Signs, not bytes: what follows in a sign of UTF-8 does not count.
std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

void check_sentence(std::string_view text, std::size_t most) {
  INFO(text);
  REQUIRE_FALSE(text.empty());
  CHECK(length(text) <= most);
  CHECK(text.ends_with('.'));
  // No numbers of kinds, no ids of rules and terms, no codes of the catalogue.
  static const std::regex code("[0-9]{3,4}|[A-Z]{3,6}-[0-9]|`|[a-z][A-Z]");
  CHECK_FALSE(std::regex_search(std::string(text), code));
}

}  // namespace

TEST_CASE("every rule and every term has a finding and what settles it, in both languages, short and without codes") {
  REQUIRE(finding_texts().size() == rules().size() + terms().size());
  CHECK(std::ranges::is_sorted(finding_texts(), {}, &FindingText::id));
  for (const FindingText& text : finding_texts()) {
    INFO(text.id);
    CHECK((find_rule(text.id) != nullptr || find_term(text.id) != nullptr));
    CHECK(finding_text(text.id) == &text);
    check_sentence(text.nl, 120);
    check_sentence(text.en, 120);
    check_sentence(text.settle_nl, 140);
    check_sentence(text.settle_en, 140);
  }
  for (const RuleInfo& rule : rules()) CHECK(finding_text(rule.id) != nullptr);
  for (const TermInfo& term : terms()) CHECK(finding_text(term.id) != nullptr);
}

TEST_CASE("no two rules or terms are said in the same sentence") {
  std::vector<std::string_view> said;
  for (const FindingText& text : finding_texts()) said.insert(said.end(), {text.nl, text.en});
  std::ranges::sort(said);
  const auto twice = std::ranges::adjacent_find(said);
  INFO((twice == said.end() ? "" : *twice));
  CHECK(twice == said.end());
}

TEST_CASE("an id that is neither a rule nor a term has no finding") {
  CHECK(finding_text("SHARE-99") == nullptr);
  CHECK(finding_text("ADM-1") == nullptr);
  CHECK(finding_text("") == nullptr);
}
