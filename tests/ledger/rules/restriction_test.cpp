#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening postponed(const std::string& review, const std::string& at = "2020-02-03 10:00") {
  Happening h(411, at);
  auto f = h.facts().initInformingPostponed();
  f.initAbout(1).set(0, data(person("J")));
  f.setReason(PostponeReason::DANGER_TO_OTHER);
  fill_date(f.initReviewOn(), review);
  return h;
}
Happening advice(const std::string& by, const std::string& at) {
  Happening h(504, at);
  h.facts().initConsultationHeld();
  return h.by(by, Role::SPECIALIST);
}
Happening block(BlockKind kind, const std::string& about, const std::string& at = "2020-02-02 10:00") {
  Happening h(1206, at);
  auto f = h.facts().initBlockPlaced();
  f.setBlockKind(kind);
  if (!about.empty()) f.setAbout(data(person(about)));
  return h;
}
Happening crisis(const std::string& at) {
  Happening h(304, at);
  h.facts().initCrisisDeclared();
  return h;
}
DecisionSpec excepted(ShareException exception) {
  return {.cls = exception == ShareException::VT_REPORT ? RecipientClass::VEILIG_THUIS : RecipientClass::PARTNER,
          .route = ShareRoute::EXCEPTION,
          .exception = exception};
}

}  // namespace

TEST_CASE("telling is postponed after asking another professional, and reviewed within three months", "[rule:SHARE-11]") {
  Given g;
  const EventId asked = g.record(advice("b1", "2020-02-03 10:00"));
  const auto fails = [&](const std::string& review, const EventId& rests_on, const std::string& at = "2020-02-03 10:00") {
    return g.fails("SHARE-11", postponed(review, at).refers(RefType::BASED_ON, rests_on));
  };
  CHECK(g.fails("SHARE-11", postponed("2020-03-01")));
  CHECK_FALSE(fails("2020-05-03", asked));
  CHECK(fails("2020-05-04", asked));
  CHECK_FALSE(fails("2020-02-03", asked));
  CHECK(fails("2020-02-02", asked));
  CHECK(fails("2020-03-01", asked, "2020-02-03 09:59"));
  CHECK(fails("2020-03-01", g.record(advice("w3", "2020-02-03 09:00"))));
}

TEST_CASE("whoever postpones again asks again", "[rule:SHARE-11]") {
  Given g;
  const EventId asked = g.record(advice("b1", "2020-02-03 09:00"));
  const EventId first = g.record(postponed("2020-03-01").refers(RefType::BASED_ON, asked));
  const auto again = [&](const EventId& rests_on) { return postponed("2020-04-01", "2020-03-01 10:00").refers(RefType::SUPERSEDES, first).refers(RefType::BASED_ON, rests_on); };
  CHECK(g.fails("SHARE-11", again(asked)));
  CHECK_FALSE(g.fails("SHARE-11", again(g.record(advice("b1", "2020-02-28 10:00")))));
}

TEST_CASE("a share without knowledge is covered by a postponement until the person is told", "[rule:SHARE-10]") {
  Given g;
  const EventId decision = g.record(g.decision({}));
  auto share = g.share({}, {decision});
  share.facts().getInformationShared().setKnowledge(Knowledge::WITHOUT_KNOWLEDGE);
  CHECK(g.values_of("SHARE-10", share)["person"] == to_text(person("J")));
  const EventId later = g.record(postponed("2020-03-01").refers(RefType::CONCERNS, decision));
  CHECK_FALSE(g.fails("SHARE-10", share));
  Happening told(410, "2020-02-10 14:00");
  told.facts().initSubjectInformed().initTold(1).set(0, data(person("J")));
  g.record(told.refers(RefType::CONCERNS, later));
  CHECK_FALSE(g.fails("SHARE-10", share.at("2020-02-10 13:59")));
  CHECK(g.fails("SHARE-10", share.at("2020-02-10 14:00")));
}

TEST_CASE("what is restricted or objected to is not shared, from the minute of the block", "[rule:SHARE-13]") {
  Given g;
  for (auto kind : {BlockKind::RESTRICTION, BlockKind::OBJECTION_PENDING}) {
    Given own;
    own.record(block(kind, "J", "2020-02-03 09:00"));
    CHECK(own.values_of("SHARE-13", own.decision({}))["person"] == to_text(person("J")));
    CHECK_FALSE(own.fails("SHARE-13", own.decision({.at = "2020-02-03 08:59"})));
    CHECK_FALSE(own.fails("SHARE-13", own.decision({.about = {"P"}})));
    CHECK_FALSE(own.fails("SHARE-13", own.decision({.decision = ShareDecision::DO_NOT_SHARE})));
    CHECK(own.fails("SHARE-13", own.share({}, {})));
  }
  g.record(block(BlockKind::COURT_HOLD, ""));
  CHECK_FALSE(g.fails("SHARE-13", g.decision({})));
}

TEST_CASE("a restriction yields to a vital interest, a report, a claim or an order, and to no other exception", "[rule:SHARE-13]") {
  Given g;
  g.record(block(BlockKind::RESTRICTION, ""));
  using enum ShareException;
  for (auto exception : {VITAL_INTEREST, VT_REPORT, LEGAL_CLAIM, COURT_ORDER}) CHECK_FALSE(g.fails("SHARE-13", g.decision(excepted(exception))));
  CHECK(g.fails("SHARE-13", g.decision(excepted(LEGAL_DUTY))));
  const EventId report = g.record(g.decision(excepted(VT_REPORT)));
  CHECK_FALSE(g.fails("SHARE-13", g.share({}, {report})));
  CHECK(g.fails("SHARE-13", g.share({.about = {"P"}}, {report})));
}

TEST_CASE("consent to the processing after the block opens what it names", "[rule:SHARE-13]") {
  Given g;
  g.record(block(BlockKind::RESTRICTION, "J"));
  ConsentSpec agreed{.kind = ConsentKind::AVG_GRONDSLAG, .at = "2020-02-02 09:59"};
  g.record(g.consent(agreed));
  CHECK(g.fails("SHARE-13", g.decision({})));
  agreed.at = "2020-02-02 10:00";
  g.record(g.consent(agreed));
  CHECK_FALSE(g.fails("SHARE-13", g.decision({})));
  CHECK(g.fails("SHARE-13", g.decision({.categories = {DataCategory::FAMILY}})));
}

TEST_CASE("a bundle of a restricted person rests on what lifts it", "[rule:SHARE-13]") {
  Given g;
  g.record(block(BlockKind::RESTRICTION, "J"));
  Happening made(1303, "2020-02-03 10:00");
  auto f = made.facts().initBundleMade();
  f.setPurpose(AccessPurpose::HELP_EXECUTION);
  f.setScopeSubject(data(person("J")));
  CHECK(g.fails("SHARE-13", made));
  f.setScopeSubject(data(person("P")));
  CHECK_FALSE(g.fails("SHARE-13", made));
  f.disownScopeSubject();
  CHECK(g.fails("SHARE-13", made));
  f.setWithheld(1);
  CHECK_FALSE(g.fails("SHARE-13", made));
  f.setScopeSubject(data(person("J")));
  CHECK_FALSE(g.fails("SHARE-13", made.refers(RefType::BASED_ON, EventId{})));
}

TEST_CASE("a vital interest is a crisis of at most two days ago", "[rule:SHARE-06]") {
  Given g;
  auto d = excepted(ShareException::VITAL_INTEREST);
  CHECK(g.fails("SHARE-06", g.decision(d)));
  g.record(crisis("2020-02-03 09:00"));
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-05 09:00";
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-05 09:01";
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("a report to Veilig Thuis rests on the meldcode or on danger that is still there", "[rule:SHARE-06]") {
  Given g;
  auto d = excepted(ShareException::VT_REPORT);
  CHECK(g.fails("SHARE-06", g.decision(d)));
  const EventId declared = g.record(crisis("2020-01-01 10:00"));
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  Happening ended(305, "2020-02-01 10:00");
  ended.facts().initCrisisActionTaken().setState(CrisisState::ENDED);
  g.record(ended.refers(RefType::CONCERNS, declared));
  CHECK(g.fails("SHARE-06", g.decision(d)));
  Happening step(606, "2020-02-02 10:00");
  auto f = step.facts().initMeldcodeStepTaken();
  f.initAbout(1).set(0, data(person("J")));
  f.initSteps(1)[0].setOutcome(MeldcodeOutcome::REPORT_NECESSARY);
  g.record(step);
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  CHECK(g.fails("SHARE-06", g.decision({.about = {"P"}, .cls = d.cls, .route = d.route, .exception = d.exception})));
  d.cls = RecipientClass::PARTNER;
  CHECK(g.fails("SHARE-06", g.decision(d)));
}

TEST_CASE("a legal claim lasts until the complaint is final, towards its forum and parties", "[rule:SHARE-06]") {
  Given g;
  auto d = excepted(ShareException::LEGAL_CLAIM);
  d.cls = RecipientClass::DISCIPLINARY_BODY;
  CHECK(g.fails("SHARE-06", g.decision(d)));
  Happening complaint(1210, "2020-02-01 10:00");
  complaint.facts().initComplaintRecorded().setForum(ComplaintForum::SKJ);
  const EventId first = g.record(complaint);
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
  CHECK(g.fails("SHARE-06", g.decision(excepted(ShareException::LEGAL_CLAIM))));
  Happening last(1210, "2020-02-03 09:00");
  auto f = last.facts().initComplaintRecorded();
  f.setForum(ComplaintForum::SKJ);
  f.setStage(ComplaintStage::FINAL);
  g.record(last.refers(RefType::FOLLOWS, first));
  CHECK(g.fails("SHARE-06", g.decision(d)));
  d.at = "2020-02-03 08:59";
  CHECK_FALSE(g.fails("SHARE-06", g.decision(d)));
}
