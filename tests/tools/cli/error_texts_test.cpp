// Faults in Dutch: by pattern, whole, and for all that the command itself says.
#include "tools/inzicht/error_texts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <vector>

using namespace inzicht::cli;

namespace {

std::vector<ErrorText> all_texts() {
  std::vector<ErrorText> out;
  for (const auto texts : {command_error_texts(), exchange_error_texts(), ledger_error_texts()}) out.insert(out.end(), texts.begin(), texts.end());
  return out;
}

// A text with something in each of its places.
std::string filled(std::string text) {
  for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at)) text.replace(at, text.find('}', at) - at + 1, "x7");
  return text;
}

// The texts of C++ that stand beside each other, as one.
std::string joined(const std::string& literals) {
  static const std::regex one("\"((?:[^\"\\\\]|\\\\.)*)\"");
  std::string out;
  for (std::sregex_iterator at(literals.begin(), literals.end(), one); at != std::sregex_iterator(); ++at) out += (*at)[1];
  for (auto at = out.find("\\\""); at != std::string::npos; at = out.find("\\\"", at)) out.erase(at, 1);
  return out;
}

std::vector<std::string> said_in(const std::filesystem::path& folder) {
  static const std::regex said("ErrorCode::[a-z_]+,\\s*(?:fmt::format\\(|std::string\\()?((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    for (std::sregex_iterator at(text.begin(), text.end(), said); at != std::sregex_iterator(); ++at)
      if (auto one = joined((*at)[1]); !one.empty()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

TEST_CASE("a fault without varying pieces is said in Dutch") {
  CHECK(dutch_error("event: there is no such event") == "deze gebeurtenis is er niet");
  CHECK(dutch_error("passphrase: expected the same twice") == "wachtwoord: typ twee keer hetzelfde");
  CHECK(dutch_error("keyring: the passphrase is wrong, or the file is damaged") == "sleutelbos: het wachtwoord klopt niet, of het bestand is beschadigd");
  CHECK(dutch_error("erase: everything about this person was erased already") == "vernietigen: alles over deze persoon is al vernietigd");
  CHECK(dutch_error("prove: no checkpoint yet: run `inzicht checkpoint` first") == "bewijs: er is nog geen ijkpunt: voer eerst `inzicht checkpoint` uit");
}

TEST_CASE("what varies in a fault is copied as it is") {
  CHECK(dutch_error("--as: no key of that name here: marit{}") == "--as: hier ligt geen sleutel met die naam: marit{}");
  CHECK(dutch_error("erase: the term of this case runs until 2041-03-02") == "vernietigen: de bewaartermijn van deze zaak loopt tot 2041-03-02");
  CHECK(dutch_error("--xlsx: column naam: expected at most 32767 characters in a cell, found more: use --csv") ==
        "--xlsx: kolom naam: in een vak passen hoogstens 32767 tekens, het zijn er meer: gebruik --csv");
  CHECK(dutch_error("kinds: no such kind: ''") == "deze soort is er niet: ''; `inzicht kinds` toont ze alle");
}

TEST_CASE("what cannot be a kenmerk says how long a beginning is") {
  CHECK(dutch_error("--case: expected at least six symbols of the id after Z-, found fewer") == "--case: geef minstens zes tekens van het kenmerk na Z-");
  const auto said = dutch_error("--person: expected an id such as P-0123-4567-…, or its beginning, found another text");
  CHECK(said.starts_with("--person: "));
  CHECK(said.find("minstens zes tekens") != std::string::npos);
  CHECK(dutch_error("event: no such id here: E-0123-45") == "event: dit kenmerk is hier niet: E-0123-45");
}

TEST_CASE("of the patterns that fit, the one with most fixed text says it") {
  CHECK(dutch_error("policy: values.maxGoals: expected a value of the form of 7") == "regeling: values.maxGoals: geef een waarde in de vorm van 7");
  CHECK(dutch_error("mapping: line 3: columns.case: expected the name of a column") == "koppeling: regel 3: columns.case: hier hoort de naam van een kolom");
  CHECK(dutch_error("keyring: expected an epoch key, found none") == "sleutelbos: de hoofdsleutel van de kluis ontbreekt");
}

TEST_CASE("a fault inside a fault, and what the system says of it, are in Dutch as well") {
  CHECK(dutch_error("read: /tmp/lijst (1).csv (No such file or directory)") == "lezen: /tmp/lijst (1).csv (dit bestand of deze map is er niet)");
  CHECK(dutch_error("outbox: uit: No space left on device; of this import 12 events were recorded") == "postvak UIT: uit: de schijf is vol; van deze invoer zijn 12 gebeurtenissen vastgelegd");
  CHECK(dutch_error("import: no record can be taken in; line 9: a time in the future") == "invoer: geen enkele regel is over te nemen; regel 9: een tijdstip in de toekomst");
}

TEST_CASE("a fault of no pattern stays in English, and Dutch stays Dutch") {
  for (const auto* text : {"", "something nobody foresaw", "Er is niets.", "case", "x: y: z"}) CHECK(dutch_error(text) == text);
}

TEST_CASE("every pattern fits its own text before any other, fills the places of its Dutch, and stands in the table once") {
  auto texts = all_texts();
  REQUIRE(texts.size() > 250);
  for (const auto& text : texts) {
    INFO(text.en);
    CHECK_FALSE(text.nl.empty());
    const auto dutch = dutch_error(filled(std::string(text.en)));
    CHECK(dutch == filled(std::string(text.nl)));
    CHECK(dutch != filled(std::string(text.en)));
  }
  std::ranges::sort(texts, {}, &ErrorText::en);
  CHECK(std::ranges::adjacent_find(texts, {}, &ErrorText::en) == texts.end());
}

TEST_CASE("every fault that the command says itself has a Dutch text") {
  const auto said = said_in(INZICHT_SOURCES "/tools/inzicht");
  REQUIRE(said.size() > 90);
  for (const auto& english : said) {
    INFO(english);
    CHECK(dutch_error(filled(english)) != filled(english));
  }
}
