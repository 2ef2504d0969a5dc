#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

constexpr auto yes = YesNoUnknown::YES;

struct Asking {
  std::string by = "J", about = "J";
  RightsLaw law = RightsLaw::JEUGDWET;
  YesNoUnknown identity = YesNoUnknown::YES;
};
Happening request(const Asking& a = {}) {
  Happening h(1201, "2020-02-03 10:00");
  auto f = h.facts().initRequestReceived();
  f.setRequest(schema::RightsRequest::INSPECTION);
  f.setBy(data(person(a.by)));
  f.setAbout(data(person(a.about)));
  f.setLaw(a.law);
  f.setIdentityChecked(a.identity);
  fill_date(f.initDueOn(), "2020-03-03");
  return h;
}
Happening decided(const EventId& asked, RequestDecision decision, const std::string& at = "2020-02-20 10:00") {
  Happening h(1202, at);
  auto f = h.facts().initRequestDecided();
  f.setDecision(decision);
  f.setAppealClause(YesNoUnknown::NO);
  if (decision == RequestDecision::EXTENDED) fill_date(f.initDueOn(), "2020-05-03");
  return h.refers(RefType::ANSWERS, asked).fills(0, {0});
}
Happening refused(const EventId& asked, std::initializer_list<RefusalGround> grounds) {
  Happening h = decided(asked, RequestDecision::REFUSED);
  fill_codes(h.facts().getRequestDecided().initGrounds(static_cast<unsigned>(grounds.size())), std::vector(grounds));
  return h;
}
Happening complaint(ComplaintForum forum, const std::string& period_from, const std::string& at = "2024-09-16 10:00") {
  Happening h(1210, at);
  auto f = h.facts().initComplaintRecorded();
  f.setForum(forum);
  f.setStage(ComplaintStage::RECEIVED);
  f.setBy(data(person("J")));
  f.setAgainst(data(actor("w3")));
  if (!period_from.empty()) fill_date(f.initPeriodFrom(), period_from);
  return h;
}
Happening hold(BlockKind kind, const std::string& about, const std::string& at) {
  Happening h(1206, at);
  auto f = h.facts().initBlockPlaced();
  f.setBlockKind(kind);
  if (!about.empty()) f.setAbout(data(person(about)));
  return h;
}
Happening erasure(const std::string& about = "P") {
  Happening h(1208, "2020-03-02 11:00");
  auto f = h.facts().initErasureDecided();
  f.setScope(ErasureScope::WHOLE_SUBJECT);
  f.initAbout(1).set(0, data(person(about)));
  f.setGround(ErasureGround::AVG_REQUEST);
  f.setArticle("AVG-17");
  auto deciders = f.initDeciders(2);
  deciders.set(0, data(actor("w3")));
  deciders.set(1, data(actor("mJ")));
  f.setOthersInterestWeighed(yes);
  f.setRetentionChecked(yes);
  return h.cosigned("mJ");
}
Happening erased(const EventId& decision, const std::string& about = "P") {
  Happening h(1209, "2020-03-03 09:00");
  auto f = h.facts().initErasureExecuted();
  f.setScope(ErasureScope::WHOLE_SUBJECT);
  f.initAbout(1).set(0, data(person(about)));
  return h.refers(RefType::EXECUTES, decision).by("ar1", Role::ARCHIVIST);
}

}  // namespace

TEST_CASE("a term is extended once, by its last day, by no more than two months, and with reasons", "[rule:RIGHT-01]") {
  Given g;
  const EventId asked = g.record(request());
  CHECK_FALSE(g.fails("RIGHT-01", decided(asked, RequestDecision::EXTENDED, "2020-03-03 23:59")));
  CHECK(g.fails("RIGHT-01", decided(asked, RequestDecision::EXTENDED, "2020-03-04 00:00")));
  auto longer = decided(asked, RequestDecision::EXTENDED);
  fill_date(longer.facts().getRequestDecided().getDueOn(), "2020-05-04");
  CHECK(g.fails("RIGHT-01", longer));
  auto silent = decided(asked, RequestDecision::EXTENDED);
  silent.header().initParts(0);
  CHECK(g.fails("RIGHT-01", silent));
  g.record(decided(asked, RequestDecision::EXTENDED));
  CHECK(g.fails("RIGHT-01", decided(asked, RequestDecision::EXTENDED)));
  CHECK_FALSE(g.fails("RIGHT-01", decided(asked, RequestDecision::GRANTED, "2020-04-01 10:00")));
}

TEST_CASE("a refusal names a ground and reasons, and harm was discussed first", "[rule:RIGHT-02]") {
  Given g;
  const EventId asked = g.record(request());
  CHECK(g.fails("RIGHT-02", refused(asked, {})));
  CHECK_FALSE(g.fails("RIGHT-02", refused(asked, {RefusalGround::OTHERS_PRIVACY})));
  auto silent = refused(asked, {RefusalGround::OTHERS_PRIVACY});
  silent.header().initParts(0);
  CHECK(g.fails("RIGHT-02", silent));
  CHECK(g.fails("RIGHT-02", refused(asked, {RefusalGround::SERIOUS_HARM})));
  Happening held(504, "2020-02-10 10:00");
  held.facts().initConsultationHeld();
  CHECK_FALSE(g.fails("RIGHT-02", refused(asked, {RefusalGround::SERIOUS_HARM}).refers(RefType::BASED_ON, g.record(held))));
}

TEST_CASE("what is partly refused needs a ground as well, what is granted needs none, and harm needs a consultation and no other act", "[rule:RIGHT-02]") {
  Given g;
  const EventId asked = g.record(request());
  auto partly = decided(asked, RequestDecision::PARTLY);
  CHECK(g.fails("RIGHT-02", partly));
  fill_codes(partly.facts().getRequestDecided().initGrounds(1), std::vector{RefusalGround::OTHERS_PRIVACY});
  CHECK_FALSE(g.fails("RIGHT-02", partly));
  CHECK_FALSE(g.fails("RIGHT-02", decided(asked, RequestDecision::GRANTED)));
  Happening heard(503, "2020-02-10 10:00");
  heard.facts().initPersonHeard();
  CHECK(g.fails("RIGHT-02", refused(asked, {RefusalGround::SERIOUS_HARM}).refers(RefType::BASED_ON, g.record(heard))));
}

TEST_CASE("a public body that refuses says where to object", "[rule:RIGHT-02]") {
  Given g;
  auto answer = refused(g.record(request()), {RefusalGround::OTHERS_PRIVACY}).for_org("O1");
  CHECK(g.fails("RIGHT-02", answer));
  answer.facts().getRequestDecided().setAppealClause(yes);
  CHECK_FALSE(g.fails("RIGHT-02", answer));
}

TEST_CASE("a file is given to whom the law gives it and who is known to be who they say", "[rule:RIGHT-03]") {
  Given g;
  const auto granted = [&](const Asking& a) { return decided(g.record(request(a)), RequestDecision::GRANTED); };
  CHECK_FALSE(g.fails("RIGHT-03", granted({})));
  CHECK(g.fails("RIGHT-03", granted({.identity = YesNoUnknown::UNKNOWN})));
  CHECK(g.values_of("RIGHT-03", granted({.by = "P"}))["law"] == "jeugdwet");
  CHECK_FALSE(g.fails("RIGHT-03", decided(g.record(request({.by = "P"})), RequestDecision::REFUSED)));
  g.add_link("P", "J", RelationType::PROXY_OF, Gezag::NONE);
  CHECK_FALSE(g.fails("RIGHT-03", granted({.by = "P"})));
}

TEST_CASE("holders of gezag ask for a child until sixteen, and the child itself from twelve", "[rule:RIGHT-03]") {
  Given g;
  const auto granted = [&](const std::string& by, const std::string& about, RightsLaw law = RightsLaw::JEUGDWET) {
    return g.fails("RIGHT-03", decided(g.record(request({.by = by, .about = about, .law = law})), RequestDecision::PARTLY));
  };
  g.add_person("C11", "2008-03", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_person("C12", "2008-02", AgeBand::FROM12TO15, PersonRole::CHILD);
  g.add_person("C16", "2004-01", AgeBand::FROM16TO17, PersonRole::CHILD);
  for (const char* child : {"C11", "C12", "C16"}) g.add_link("P", child, RelationType::PARENT_OF, Gezag::SOLE);
  CHECK(granted("C11", "C11"));
  CHECK_FALSE(granted("P", "C11"));
  CHECK_FALSE(granted("C12", "C12"));  // in the month of the birthday
  CHECK_FALSE(granted("P", "C12"));
  CHECK(granted("P", "C16"));
  CHECK_FALSE(granted("C16", "C16"));
  CHECK(granted("C12", "C12", RightsLaw::AVG));
  CHECK(granted("J", "C11"));
}

TEST_CASE("conduct of more than three years ago is flagged at the SKJ, of before March 2019 after five", "[rule:RIGHT-07]") {
  Given g;
  CHECK_FALSE(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2021-09-16")));
  CHECK(g.values_of("RIGHT-07", complaint(ComplaintForum::SKJ, "2021-09-15"))["date"] == "2021-09-16");
  CHECK_FALSE(g.fails("RIGHT-07", complaint(ComplaintForum::ORGANISATION, "2011-09-15")));
  CHECK_FALSE(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2019-03-03", "2024-03-03 10:00")));
  CHECK(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2019-03-03", "2024-03-04 10:00")));
  CHECK(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2019-03-04", "2024-03-04 10:00")));
  const EventId first = g.record(complaint(ComplaintForum::SKJ, "2021-09-15"));
  CHECK_FALSE(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2021-09-15").refers(RefType::FOLLOWS, first)));
}

TEST_CASE("a policy with another SKJ term leaves the term of conduct before March 2019", "[rule:RIGHT-07]") {
  Given g;
  g.policy(PolicyKind::RULE_PARAMETERS, {{"skjTerm", "P4Y"}}, "2024-01-01");
  CHECK_FALSE(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2020-09-16")));
  CHECK(g.fails("RIGHT-07", complaint(ComplaintForum::SKJ, "2020-09-15")));
  CHECK(g.values_of("RIGHT-07", complaint(ComplaintForum::SKJ, "2019-03-03"))["date"] == "2019-09-16");
}

TEST_CASE("erasure is decided by two who both sign, on a ground, with others weighed", "[rule:RIGHT-05]") {
  Given g;
  g.client("mJ", "J");
  CHECK(g.values_of("RIGHT-05", erasure()).empty());
  auto unsigned_one = erasure();
  unsigned_one.header().initCoSigners(0);
  CHECK(g.values_of("RIGHT-05", unsigned_one)["why"] == "cosigned");
  auto alone = erasure();
  alone.facts().getErasureDecided().initDeciders(1).set(0, data(actor("w3")));
  CHECK(g.values_of("RIGHT-05", alone)["why"] == "deciders");
  auto twice = erasure();
  twice.facts().getErasureDecided().getDeciders().set(1, data(actor("w3")));
  CHECK(g.values_of("RIGHT-05", twice)["why"] == "deciders");
  auto unweighed = erasure();
  unweighed.facts().getErasureDecided().setOthersInterestWeighed(YesNoUnknown::UNKNOWN);
  CHECK(g.values_of("RIGHT-05", unweighed)["why"] == "othersInterestWeighed");
}

TEST_CASE("nothing is erased under a hold on the person or the case, until the hold is lifted", "[rule:RIGHT-05]") {
  Given g;
  g.client("mJ", "J");
  g.record(hold(BlockKind::RESTRICTION, "P", "2020-03-01 10:00"));
  g.record(hold(BlockKind::COMPLAINT_HOLD, "J", "2020-03-01 10:00"));
  CHECK_FALSE(g.fails("RIGHT-05", erasure("P")));
  CHECK(g.values_of("RIGHT-05", erasure("J"))["why"] == "hold");
  const EventId held = g.record(hold(BlockKind::TUCHTRECHT_HOLD, "", "2020-03-02 11:00"));
  CHECK(g.values_of("RIGHT-05", erasure("P"))["why"] == "hold");
  Happening lifted(1207, "2020-03-01 12:00");
  lifted.facts().initBlockLifted();
  g.record(lifted.refers(RefType::ENDS, held).recorded("2020-03-02 11:00"));
  CHECK_FALSE(g.fails("RIGHT-05", erasure("P")));
}

TEST_CASE("every case part of an event that names the erased person is listed", "[rule:RIGHT-05]") {
  Given g;
  g.client("mJ", "J");
  Happening note(504, "2020-02-10 10:00");
  note.facts().initConsultationHeld();
  note.fills(0, {0});
  note.header().getParts()[0].setSubject(data(the_case()));
  note.header().initSubjects(1).set(0, data(person("P")));
  const EventId noted = g.record(note);
  auto decision = erasure();
  CHECK(g.values_of("RIGHT-05", decision)["why"] == to_text(noted) + ".0");
  CHECK_FALSE(g.fails("RIGHT-05", erasure("J")));
  auto kept = decision.facts().getErasureDecided().initKeep(1)[0];
  kept.setEvent(data(noted));
  CHECK_FALSE(g.fails("RIGHT-05", decision));
}

TEST_CASE("an erasure is carried out as decided, by none of those who decided it", "[rule:RIGHT-06]") {
  Given g;
  g.client("mJ", "J");
  const EventId decision = g.record(erasure());
  CHECK_FALSE(g.fails("RIGHT-06", erased(decision)));
  CHECK(g.fails("RIGHT-06", erased(decision, "J")));
  auto other = erased(decision);
  other.facts().getErasureExecuted().setScope(ErasureScope::LISTED_PARTS);
  CHECK(g.fails("RIGHT-06", other));
  CHECK(g.fails("RIGHT-06", erased(decision).by("mJ", Role::ARCHIVIST)));
  CHECK(g.fails("RIGHT-06", erased(decision).by("w3", Role::ARCHIVIST)));
  CHECK(g.fails("RIGHT-06", erased(EventId{})));
  g.record(hold(BlockKind::COURT_HOLD, "", "2020-03-03 09:00"));
  CHECK(g.fails("RIGHT-06", erased(decision)));
}
