// How long a judgement takes. Hidden: run with [pace] in a release build; budgets are for the whole of evaluate.
#include <catch2/catch.hpp>
#include <chrono>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

template <class Work>
double micros_each(Work work) {
  constexpr int rounds = 20'000;
  for (int i = 0; i < 100; ++i) work();
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < rounds; ++i) work();
  const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - start;
  return spent.count() / rounds;
}

}  // namespace

TEST_CASE("judging a decision, a share and a contact takes well under ten microseconds, folding one under two", "[.][pace]") {
  Given g;
  std::vector<EventId> consents;
  for (const char* who : {"J", "P", "M"}) {
    g.add_person(who, "", AgeBand::ADULT23);
    consents.push_back(g.record(g.consent({.about = {who}, .grantor = who, .to = {"O4", "O7", "O14"}})));
  }
  for (int i = 0; i < 200; ++i) g.record(g.refusal("J", {"O1"}, {DataCategory::WORK}, "2020-01-05 10:00"));
  const auto decision = g.decision({.about = {"J", "P", "M"}, .to = {"O4", "O7"}, .consents = consents});
  const EventId decided = g.record(decision);
  const auto share = g.share({.about = {"J", "P", "M"}, .to = {"O4", "O7"}}, {decided});
  Happening contact(701, "2020-02-03 10:00");
  contact.facts().initContactHeld();
  const auto pace = [&](const Happening& h) {
    const Recorded event = h.as_recorded(999);
    return micros_each([&] { return evaluate(g.input(event)).size(); });
  };
  WARN("407: " << pace(decision) << " us, findings " << g.findings(decision).size());
  WARN("408: " << pace(share) << " us, findings " << g.findings(share).size());
  WARN("701: " << pace(contact) << " us, findings " << g.findings(contact).size());
  CaseState state;
  const auto consent = g.consent({});
  std::uint64_t index = 0;
  WARN("fold 402: " << micros_each([&] { state.apply(consent.as_recorded(++index)); }) << " us");
  WARN("fold 701: " << micros_each([&] { state.apply(contact.as_recorded(++index)); }) << " us");
}
