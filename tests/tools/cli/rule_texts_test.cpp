// What a rule asks, in Dutch beside the catalogue's English.
#include "tools/inzicht/rule_texts.h"

#include <catch2/catch.hpp>
#include <regex>
#include <string>

#include "ledger/rules/catalogue_tables.h"
#include "ledger/rules/rules.h"
#include "ledger/watch/terms.h"

using namespace inzicht;
using namespace inzicht::cli;

namespace {

// Numbers of kinds, laws and years, and codes between back quotes: what a translation may leave out but not make up.
void check_told(const std::string& id, const std::string& dutch, const std::string& english) {
  INFO(id << ": " << dutch);
  CHECK_FALSE(dutch.empty());
  static const std::regex told("`([^`]+)`|([0-9]{3,4})");
  for (std::sregex_iterator at(dutch.begin(), dutch.end(), told), end; at != end; ++at) {
    const std::string code = (*at)[1].matched ? (*at)[1] : (*at)[2];
    INFO(code);
    CHECK(english.find(code) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("what every rule, term and check asks is told in Dutch too, with the same codes") {
  for (const RuleInfo& rule : rules()) check_told(rule.id, std::string(dutch_of(rule.id)), rule.rule);
  for (const TermInfo& term : terms()) {
    check_told(term.id, std::string(dutch_of(term.id)), std::string(term.opened));
    check_told(term.id, std::string(dutch_settled_of(term.id)), std::string(term.settled));
  }
  for (const AdmissionCheck& check : admission_checks()) check_told(check.id, std::string(dutch_of(check.id)), std::string(check.refused_when));
  CHECK(dutch_of("SHARE-99").empty());
}
