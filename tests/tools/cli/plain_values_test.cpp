// The messages of rules: what is missing and who may is told in words, not in code names.
#include "tools/inzicht/plain_values.h"

#include <catch2/catch.hpp>

using namespace inzicht;
using namespace inzicht::cli;

TEST_CASE("names of fields and codes of lists are told by their labels, in the reader's language") {
  const auto nl = plain_values({{"missing", "basis,toLaws"}, {"roles", "youthProtector,guardian"}}, Lang::nl);
  CHECK(nl.at("missing") == "grondslag, naar wetten");
  CHECK(nl.at("roles").find("youthProtector") == std::string::npos);
  CHECK(nl.at("roles").find(", ") != std::string::npos);
  CHECK(plain_values({{"missing", "toLaws"}}, Lang::en).at("missing") == "to laws");
}

TEST_CASE("a kind is told by its name where a message speaks of one, and a number elsewhere stays a number") {
  const auto values = plain_values({{"kind", "402"}, {"n", "402"}}, Lang::nl);
  CHECK(values.at("kind") == "toestemming gegeven");
  CHECK(values.at("n") == "402");
}

TEST_CASE("ids, dates and words that are no codes stay as they are") {
  const auto values = plain_values(
      {{"person", "P-09XS-9019"}, {"date", "2026-11-29 10:00"}, {"what", "drie keer"}}, Lang::nl);
  CHECK(values.at("person") == "P-09XS-9019");
  CHECK(values.at("date") == "2026-11-29 10:00");
  CHECK(values.at("what") == "drie keer");
}

TEST_CASE("where there is nothing or nobody a message says so") {
  CHECK(plain_values({{"what", ""}, {"recipient", "unset"}}, Lang::nl) ==
        Values{{"what", "niets"}, {"recipient", "niemand"}});
}
