// What an erasure destroys, what it must not, and that verify tells one that was decided from one that was not.
#include "ledger/service/erasure.h"

#include <catch2/catch.hpp>

#include "ledger/codec/strict.h"
#include "tests/tools/families/loaded.h"

namespace inzicht::families {
namespace {

std::vector<std::pair<Problem, std::uint64_t>> problems_of(const VerifyReport& report) {
  std::vector<std::pair<Problem, std::uint64_t>> out;
  for (const auto& one : report.problems) out.emplace_back(one.what, one.index.value_or(0));
  return out;
}

SubjectId somebody(std::uint8_t n) { return SubjectId{{n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}; }

ErasureOrder everything_about(const Loaded& loaded, std::vector<SubjectId> about) {
  return {schema::ErasureScope::WHOLE_SUBJECT, loaded.report.kase, std::move(about), {}, {}, {}, {}};
}

}  // namespace

TEST_CASE("after an erasure that was decided the ledger verifies, with one event of which only the leaf is left", "[families][erasure]") {
  auto loaded = load("voorbeeld");
  const auto report = verified(loaded);
  CHECK(problems_of(report).empty());
  CHECK(report.purged_events == 1);
}

TEST_CASE("an event purged without a decision is named by verify, and nothing else is", "[families][erasure][damage]") {
  auto loaded = load("huurschuld");
  const auto index = loaded.index_of(19).value();
  const std::uint64_t one[] = {index};
  REQUIRE(loaded.stage->ledger().service().purge(one));
  CHECK(problems_of(closed_and_verified(loaded)) == std::vector{std::pair{Problem::purged_before_term, index}});
}

TEST_CASE("an event of the registry that is purged is named, also when it was the first of its chain", "[families][erasure][damage]") {
  auto loaded = load("huurschuld");
  std::optional<std::uint64_t> mandate;
  REQUIRE(loaded.stage->ledger().log().scan(1, 40, [&](const EventView& view) {
    const auto message = HeaderMessage::stored(view.header);
    if (message->header().getKind() == 102 && !mandate) mandate = view.index;
    return true;
  }));
  REQUIRE(mandate);
  const std::uint64_t one[] = {*mandate};
  REQUIRE(loaded.stage->ledger().service().purge(one));
  const auto found = problems_of(closed_and_verified(loaded));
  CHECK(std::ranges::find(found, std::pair{Problem::purged_before_term, *mandate}) != found.end());
}

TEST_CASE("of a person who stands beside others no header goes, and of a stranger nothing", "[families][erasure]") {
  auto loaded = load("huurschuld");
  const std::vector about{loaded.person("J")};
  const auto plan = plan_erasure(loaded.stage->ledger(), everything_about(loaded, about));
  REQUIRE(plan);
  CHECK(plan->parts > 0);
  CHECK(plan->cases == std::vector{loaded.report.kase});
  for (const auto& one : plan->purge) {
    const auto record = loaded.stage->ledger().log().read(one.index).value();
    const auto message = HeaderMessage::stored(record.header);
    REQUIRE(message);
    for (auto subject : message->header().getSubjects()) CHECK(std::ranges::equal(subject, about[0].bytes));
    for (auto part : message->header().getParts()) CHECK(std::ranges::equal(part.getSubject(), about[0].bytes));
  }
  const auto nothing = plan_erasure(loaded.stage->ledger(), everything_about(loaded, {somebody(1)}));
  REQUIRE(nothing);
  CHECK(nothing->parts == 0);
  CHECK(nothing->purge.empty());
}

TEST_CASE("a person who stands in another case that decided nothing is not erased from this one", "[families][erasure]") {
  auto loaded = load("huurschuld");
  const std::vector about{loaded.person("J")};
  auto& service = loaded.stage->ledger().service();
  const auto plan = plan_erasure(loaded.stage->ledger(), everything_about(loaded, about)).value();
  CHECK(check_other_cases(service, plan, loaded.report.kase, about, 0));
  const auto refused = check_other_cases(service, plan, CaseId{{9}}, about, 0);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(refused.error().text.find(to_text(loaded.report.kase)) != std::string::npos);
}

TEST_CASE("an erasure that a crash interrupted goes on where it was, as often as is needed", "[families][erasure]") {
  auto loaded = load("voorbeeld");
  auto& ledger = loaded.stage->ledger();
  CHECK(finish_erasures(ledger).value() == 0);  // nothing was left to do
  // As if the note had not been taken away: it begins before everything.
  REQUIRE(ledger.log().put_cache("erasure", Buffer(8, 0)));
  CHECK(finish_erasures(ledger).value() == 1);
  CHECK(ledger.keys().epochs.begin()->first == 3);
  CHECK(finish_erasures(ledger).value() == 0);
  CHECK(problems_of(verified(loaded)).empty());
}

}  // namespace inzicht::families
