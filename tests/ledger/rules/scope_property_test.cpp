// Widening a share never makes allowed what was not; narrowing never the reverse (docs/domain.md §7.4).
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

const std::vector<std::string> people{"J", "P", "C"};
const std::vector<std::string> receivers{"O4", "O7", "O14"};
const std::vector<DataCategory> categories{DataCategory::FAMILY, DataCategory::HOUSING, DataCategory::DEBTS, DataCategory::PHYSICAL_HEALTH};
const std::vector<DetailLevel> details{DetailLevel::PRESENCE_ONLY, DetailLevel::HEADLINES, DetailLevel::PROCESS, DetailLevel::CONTENT};

template <class T>
std::vector<T> chosen(const std::vector<T>& all, unsigned bits) {
  std::vector<T> out;
  for (unsigned i = 0; i < all.size(); ++i)
    if ((bits >> i & 1) != 0) out.push_back(all[i]);
  return out;
}
unsigned some(unsigned n) { return *rc::gen::inRange(1u, 1u << n); }
unsigned any(unsigned n) { return *rc::gen::inRange(0u, 1u << n); }
unsigned below(unsigned n) { return *rc::gen::inRange(0u, n); }

// Mostly everything, sometimes part of it: so that shares pass often enough to say something.
unsigned mostly(unsigned n) { return below(6) == 0 ? some(n) : (1u << n) - 1; }

std::string day(unsigned n) { return "2020-01-" + std::string(n < 9 ? "0" : "") + std::to_string(n + 1) + " 10:00"; }

// A child with a parent who holds gezag alone, and what people said about sharing in January.
struct Story {
  Given g;
  std::vector<EventId> consents;
};
Story story() {
  Story s;
  s.g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  s.g.add_link("P", "C", RelationType::PARENT_OF, Gezag::SOLE);
  const auto grantor = [](const std::string& about) { return about == "C" ? std::string("P") : about; };
  for (const std::string& about : people)
    for (unsigned n = 1 + below(2); n > 0; --n) {
      ConsentSpec c{.about = {about}, .grantor = grantor(about), .band = AgeBand::UNKNOWN};
      if (about == "C") c.capacity = GrantorCapacity::PARENT_WITH_GEZAG;
      c.to = chosen(receivers, mostly(3));
      c.categories = chosen(categories, mostly(4));
      c.at = day(below(10));
      s.consents.push_back(s.g.record(s.g.consent(c)));
    }
  for (unsigned n = below(3) / 2; n > 0; --n)
    s.g.record(s.g.refusal(people[below(2)], chosen(receivers, any(3)), chosen(categories, any(4)), day(below(25))));
  if (below(3) == 0) s.g.record(s.g.withdrawal(s.consents[below(static_cast<unsigned>(s.consents.size()))], "J", day(below(25))));
  return s;
}

// A share and a wider one: more people, recipients, categories or detail, and nothing else.
struct Pair {
  unsigned people, receivers, categories, detail;
  unsigned more_people, more_receivers, more_categories, more_detail;
};
Pair pair() {
  Pair p{1u << below(3), 1u << below(3), 1u << below(4), below(2), any(3) & any(3), any(3) & any(3), any(4) & any(4), 0};
  p.more_detail = p.detail + below(3 - p.detail);
  return p;
}

bool allowed(const Given& g, const Happening& happening, std::initializer_list<const char*> gates) {
  const auto found = g.findings(happening);
  for (const char* gate : gates)
    if (std::ranges::count(found, gate) > 0) return false;
  return true;
}

}  // namespace

TEST_CASE("consent that does not cover a decision does not cover a wider one", "[rule:SHARE-03][rule:SHARE-04][property]") {
  unsigned wide_passed = 0;
  const bool holds = rc::check([&] {
    const Story s = story();
    const Pair p = pair();
    const auto decide = [&](unsigned who, unsigned to, unsigned what) {
      return s.g.decision({.about = chosen(people, who), .to = chosen(receivers, to), .categories = chosen(categories, what), .consents = s.consents});
    };
    const bool wide = allowed(s.g, decide(p.people | p.more_people, p.receivers | p.more_receivers, p.categories | p.more_categories), {"SHARE-03", "SHARE-04"});
    const bool narrow = allowed(s.g, decide(p.people, p.receivers, p.categories), {"SHARE-03", "SHARE-04"});
    wide_passed += wide ? 1 : 0;
    RC_ASSERT(narrow || !wide);
  });
  CHECK(holds);
  CHECK(wide_passed > 0);
}

TEST_CASE("a share that its decisions do not cover is not covered when it is wider", "[rule:SHARE-01][property]") {
  unsigned wide_passed = 0;
  const bool holds = rc::check([&] {
    Story s = story();
    std::vector<EventId> decisions;
    for (unsigned n = 1 + below(3); n > 0; --n) {
      const DecisionSpec spec{.about = chosen(people, mostly(3)), .to = chosen(receivers, mostly(3)), .categories = chosen(categories, mostly(4)),
                              .detail = details[2 + below(2)], .consents = s.consents, .at = day(25 + below(5))};
      decisions.push_back(s.g.record(s.g.decision(spec)));
    }
    const Pair p = pair();
    const auto share = [&](unsigned who, unsigned to, unsigned what, unsigned detail) {
      auto h = s.g.share({.about = chosen(people, who), .to = chosen(receivers, to), .categories = chosen(categories, what), .detail = details[detail]}, {});
      for (const EventId& decided : decisions) h.refers(RefType::EXECUTES, decided);
      return h;
    };
    const bool wide = allowed(s.g, share(p.people | p.more_people, p.receivers | p.more_receivers, p.categories | p.more_categories, p.more_detail), {"SHARE-01"});
    const bool narrow = allowed(s.g, share(p.people, p.receivers, p.categories, p.detail), {"SHARE-01"});
    wide_passed += wide ? 1 : 0;
    RC_ASSERT(narrow || !wide);
  });
  CHECK(holds);
  CHECK(wide_passed > 0);
}
