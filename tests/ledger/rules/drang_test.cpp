#include <catch2/catch.hpp>

#include "ledger/rules/codes.h"
#include "ledger/rules/measures.h"
#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening offer(DrangKind kind) {
  Happening h(902, "2020-02-10 15:30");
  auto f = h.facts().initDrangOffered();
  f.setDrangKind(kind);
  f.initTo(1).set(0, data(person("J")));
  f.initRewards(1).set(0, DrangReward::TENANCY_KEPT);
  f.setContact(data(actor("h2")));
  fill_date(f.initRespondBy(), "2020-02-11");
  return h.by("h2", Role::HOUSING_OFFICER);
}
Happening follow_up(const EventId& offered, DrangFollowUp what, const std::string& at = "2020-02-20 10:00") {
  Happening h(904, at);
  auto f = h.facts().initDrangFollowedUp();
  f.setFollowUp(what);
  f.setByOrg(data(org("O4")));
  f.setPower("BW7-231");
  if (what == DrangFollowUp::CONSEQUENCE_APPLIED) f.setConsequence(DrangConsequence::EVICTION_CONTINUES);
  if (what == DrangFollowUp::REWARD_GIVEN) f.setReward(DrangReward::TENANCY_KEPT);
  return h.refers(RefType::CONCERNS, offered);
}
Happening answer(const EventId& offered, DrangResponse response) {
  Happening h(903, "2020-02-11 10:00");
  h.facts().initDrangAnswered().setResponse(response);
  return h.refers(RefType::ANSWERS, offered);
}
Happening order(DwangMeasure measure, const char* article, OrderAuthority authority, const std::string& on, const std::string& executor = "O7") {
  Happening h(906, on);
  auto f = h.facts().initDwangDecided();
  f.setMeasure(measure);
  f.setOutcome(DwangOutcome::GRANTED);
  f.setArticle(article);
  f.setAuthority(authority);
  fill_date(f.initDecidedOn(), on);
  f.setExecutor(data(org(executor)));
  return h.by("jp2", Role::YOUTH_PROTECTOR);
}

}  // namespace

TEST_CASE("an offer that rests on something else than a weighing is refused", "[rule:DRANG-01]") {
  Given g;
  CHECK(g.fails("DRANG-01", offer(DrangKind::KEUZE_MET_GEVOLG)));
  Happening weighed(502, "2020-02-10 15:00");
  weighed.facts().initDecisionTaken();
  CHECK(g.fails("DRANG-01", offer(DrangKind::BEMOEIZORG).refers(RefType::BASED_ON, g.record(weighed))));
}

TEST_CASE("a choice with a consequence says what, until when and with whom", "[rule:DRANG-02]") {
  Given g;
  auto o = offer(DrangKind::KEUZE_MET_GEVOLG).fills(0, {0, 1, 2, 3, 4});
  CHECK_FALSE(g.fails("DRANG-02", o));
  o.facts().getDrangOffered().disownRespondBy();
  CHECK(g.values_of("DRANG-02", o)["missing"] == "respondBy");
  CHECK(g.values_of("DRANG-02", offer(DrangKind::KEUZE_MET_GEVOLG).fills(0, {0, 1, 3, 4}))["missing"] == "freedomLeft");
  auto outreach = offer(DrangKind::BEMOEIZORG).fills(0, {3});
  outreach.facts().getDrangOffered().disownRespondBy();
  CHECK_FALSE(g.fails("DRANG-02", outreach));
  outreach.facts().getDrangOffered().disownContact();
  CHECK(g.fails("DRANG-02", outreach));
}

TEST_CASE("a consequence follows an answer or the term, and a warning", "[rule:DRANG-04]") {
  Given g;
  const EventId offered = g.record(offer(DrangKind::KEUZE_MET_GEVOLG));
  const auto applied = [&](const char* at) { return follow_up(offered, DrangFollowUp::CONSEQUENCE_APPLIED, at); };
  CHECK(g.fails("DRANG-04", applied("2020-02-20 10:00")));
  g.record(follow_up(offered, DrangFollowUp::WARNING));
  CHECK_FALSE(g.fails("DRANG-04", applied("2020-02-12 00:00")));
  CHECK(g.fails("DRANG-04", applied("2020-02-11 23:59")));
  g.record(answer(offered, DrangResponse::ACCEPTED));
  CHECK(g.fails("DRANG-04", applied("2020-02-11 23:59")));
  g.record(answer(offered, DrangResponse::REFUSED));
  CHECK_FALSE(g.fails("DRANG-04", applied("2020-02-11 23:59")));
  CHECK_FALSE(g.fails("DRANG-04", follow_up(offered, DrangFollowUp::REWARD_GIVEN)));
}

TEST_CASE("only the landlord ends a tenancy or keeps it, and names the power", "[rule:DRANG-05]") {
  Given g;
  const EventId offered = g.record(offer(DrangKind::KEUZE_MET_GEVOLG));
  auto kept = follow_up(offered, DrangFollowUp::REWARD_GIVEN);
  CHECK_FALSE(g.fails("DRANG-05", kept));
  kept.facts().getDrangFollowedUp().setByOrg(data(org("O2")));
  CHECK(g.fails("DRANG-05", kept));
  auto evicted = follow_up(offered, DrangFollowUp::CONSEQUENCE_APPLIED);
  CHECK_FALSE(g.fails("DRANG-05", evicted));
  evicted.facts().getDrangFollowedUp().setPower("");
  CHECK(g.fails("DRANG-05", evicted));
  auto warned = follow_up(offered, DrangFollowUp::WARNING);
  warned.facts().getDrangFollowedUp().setPower("");
  CHECK_FALSE(g.fails("DRANG-05", warned));
}

TEST_CASE("an offer was discussed or rests on an agreement", "[rule:DRANG-06]") {
  Given g;
  CHECK(g.fails("DRANG-06", offer(DrangKind::BEMOEIZORG)));
  CHECK_FALSE(g.fails("DRANG-06", offer(DrangKind::BEMOEIZORG).refers(RefType::DISCUSSED_IN, EventId{})));
  CHECK_FALSE(g.fails("DRANG-06", offer(DrangKind::BEMOEIZORG).refers(RefType::UNDER_AGREEMENT, EventId{})));
}

TEST_CASE("a measure fits authority, article, executor and the law of its day", "[rule:DWANG-02]") {
  Given g;
  using enum OrderAuthority;
  CHECK_FALSE(g.fails("DWANG-02", order(DwangMeasure::OTS, "BW1-255", KINDERRECHTER, "2015-01-01")));
  CHECK(g.fails("DWANG-02", order(DwangMeasure::OTS, "BW1-255", KINDERRECHTER, "2014-12-31")));
  CHECK_FALSE(g.fails("DWANG-02", order(DwangMeasure::OTS_OUD, "BW1-254-oud", KINDERRECHTER, "2014-12-31")));
  CHECK(g.fails("DWANG-02", order(DwangMeasure::OTS_OUD, "BW1-254-oud", KINDERRECHTER, "2015-01-01")));
  CHECK(g.fails("DWANG-02", order(DwangMeasure::OTS, "BW1-255", BURGEMEESTER, "2020-01-01")));
  CHECK(g.fails("DWANG-02", order(DwangMeasure::OTS, "BW1-257", KINDERRECHTER, "2020-01-01")));
  CHECK(g.fails("DWANG-02", order(DwangMeasure::OTS, "BW1-255", KINDERRECHTER, "2020-01-01", "O4")));
  CHECK_FALSE(g.fails("DWANG-02", order(DwangMeasure::VERLAGING_UITKERING, "PW-54", COLLEGE, "2020-01-01", "O1")));
}

TEST_CASE("a consequence that is an order in disguise names the order", "[rule:DWANG-06]") {
  Given g;
  const EventId offered = g.record(offer(DrangKind::KEUZE_MET_GEVOLG));
  auto evicted = follow_up(offered, DrangFollowUp::CONSEQUENCE_APPLIED);
  CHECK(g.fails("DWANG-06", evicted));
  auto stopped = follow_up(offered, DrangFollowUp::CONSEQUENCE_APPLIED);
  stopped.facts().getDrangFollowedUp().setConsequence(DrangConsequence::SUPPORT_STOPS);
  CHECK_FALSE(g.fails("DWANG-06", stopped));
  CHECK_FALSE(g.fails("DWANG-06", evicted.refers(RefType::UNDER_ORDER, EventId{})));
  CHECK(g.fails("DWANG-06", follow_up(offered, DrangFollowUp::TO_DWANG)));
}
