#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

// One at a meeting: an actor, or a person.
struct Guest {
  std::string who;
  Presence presence = Presence::PRESENT;
  bool is_person = false;
};
Happening meeting(const std::vector<Guest>& guests, const std::vector<std::string>& about, std::initializer_list<EventId> executes,
                  const std::string& at = "2020-02-10 14:00") {
  Happening h(501, at);
  auto f = h.facts().initMeetingHeld();
  f.setMeetingType(MeetingType::MDO);
  f.setChair(data(actor("w3")));
  f.setDetail(DetailLevel::CONTENT);
  f.setFamilyPresence(Presence::PRESENT);
  auto list = f.initAttendees(static_cast<unsigned>(guests.size()));
  for (unsigned i = 0; i < guests.size(); ++i) {
    if (guests[i].is_person) list[i].setSubject(data(person(guests[i].who)));
    else list[i].setActor(data(actor(guests[i].who)));
    list[i].setPresence(guests[i].presence);
  }
  auto people = f.initAbout(static_cast<unsigned>(about.size()));
  for (unsigned i = 0; i < about.size(); ++i) people.set(i, data(person(about[i])));
  for (const EventId& decided : executes) h.refers(RefType::EXECUTES, decided);
  return h;
}
Guest guest(const std::string& who, Presence presence = Presence::PRESENT) { return {who, presence}; }
Guest family(const std::string& who, Presence presence = Presence::PRESENT) { return {who, presence, true}; }

struct Decided {
  Given g;
  EventId consent, decision;
};
Decided decided(DecisionSpec spec = {}, ConsentSpec consent = {}) {
  Decided out;
  out.consent = out.g.record(out.g.consent(consent));
  spec.consents = {out.consent};
  out.decision = out.g.record(out.g.decision(spec));
  return out;
}

}  // namespace

TEST_CASE("a share without a decision is refused", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided();
  CHECK(g.fails("SHARE-01", g.share({}, {})));
  CHECK_FALSE(g.fails("SHARE-01", g.share({}, {decision})));
}

TEST_CASE("a share goes no further than its decision in recipient, person, category, purpose and detail", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided({.detail = DetailLevel::PROCESS});
  const ShareSpec same{.detail = DetailLevel::PROCESS};
  CHECK_FALSE(g.fails("SHARE-01", g.share(same, {decision})));
  auto s = same;
  s.to = {"O7"};
  CHECK(g.fails("SHARE-01", g.share(s, {decision})));
  s = same;
  s.about = {"J", "P"};
  CHECK(g.fails("SHARE-01", g.share(s, {decision})));
  s = same;
  s.categories.push_back(DataCategory::INCOME);
  CHECK(g.values_of("SHARE-01", g.share(s, {decision}))["what"] == to_text(person("J")) + " income");
  s = same;
  s.purpose = SharePurpose::COORDINATION;
  CHECK(g.fails("SHARE-01", g.share(s, {decision})));
  s = same;
  s.detail = DetailLevel::CONTENT;
  CHECK(g.fails("SHARE-01", g.share(s, {decision})));
  s.detail = DetailLevel::HEADLINES;
  CHECK_FALSE(g.fails("SHARE-01", g.share(s, {decision})));
}

TEST_CASE("a decision not to share is carried out by nothing", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided({.decision = ShareDecision::DO_NOT_SHARE});
  CHECK(g.fails("SHARE-01", g.share({}, {decision})));
}

TEST_CASE("a decision lasts until validUntil, or for a year", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided({.until = "2020-03-01"}, {.until = ""});
  CHECK_FALSE(g.fails("SHARE-01", g.share({.at = "2020-02-29 23:59"}, {decision})));
  CHECK(g.fails("SHARE-01", g.share({.at = "2020-03-01 00:00"}, {decision})));
  auto [year, consent2, decision2] = decided({}, {.until = ""});
  CHECK_FALSE(year.fails("SHARE-01", year.share({.at = "2021-02-03 08:59"}, {decision2})));
  CHECK(year.fails("SHARE-01", year.share({.at = "2021-02-03 09:00"}, {decision2})));
}

TEST_CASE("a decision on consent ends with the consent, by its last day or by the minute of withdrawal", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided({}, {.until = "2020-03-01"});
  CHECK_FALSE(g.fails("SHARE-01", g.share({.at = "2020-02-29 23:59"}, {decision})));
  CHECK(g.fails("SHARE-01", g.share({.at = "2020-03-01 00:00"}, {decision})));
  g.record(g.withdrawal(consent, "J", "2020-02-20 12:00"));
  CHECK_FALSE(g.fails("SHARE-01", g.share({.at = "2020-02-20 11:59"}, {decision})));
  CHECK(g.fails("SHARE-01", g.share({.at = "2020-02-20 12:00"}, {decision})));
}

TEST_CASE("what was shared before a withdrawal stays lawful when it is recorded after", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided();
  g.record(g.withdrawal(consent, "J", "2020-02-20 12:00"));
  CHECK_FALSE(g.fails("SHARE-01", g.share({.at = "2020-02-19 12:00"}, {decision}).recorded("2020-02-21 09:00")));
}

TEST_CASE("a later decision with a category in common takes the place of the earlier", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided();
  g.record(g.decision({.decision = ShareDecision::DO_NOT_SHARE, .categories = {DataCategory::DEBTS}, .at = "2020-02-10 14:00"}));
  CHECK_FALSE(g.fails("SHARE-01", g.share({.at = "2020-02-10 13:59"}, {decision})));
  CHECK(g.fails("SHARE-01", g.share({.at = "2020-02-10 14:00"}, {decision})));
  auto [other, consent2, decision2] = decided();
  other.record(other.decision({.categories = {DataCategory::WORK}, .at = "2020-02-05 14:00"}));
  other.record(other.decision({.decision = ShareDecision::DO_NOT_SHARE, .to = {"O14"}, .at = "2020-02-05 14:00"}));
  other.record(other.decision({.decision = ShareDecision::DO_NOT_SHARE, .purpose = SharePurpose::SAFETY, .at = "2020-02-05 14:00"}));
  CHECK_FALSE(other.fails("SHARE-01", other.share({}, {decision2})));
}

TEST_CASE("two decisions together cover what neither covers alone", "[rule:SHARE-01]") {
  Given g;
  const EventId consent = g.record(g.consent({}));
  const EventId housing = g.record(g.decision({.categories = {DataCategory::HOUSING}, .consents = {consent}}));
  const EventId debts = g.record(g.decision({.categories = {DataCategory::DEBTS}, .consents = {consent}}));
  CHECK(g.fails("SHARE-01", g.share({}, {housing})));
  CHECK_FALSE(g.fails("SHARE-01", g.share({}, {housing, debts})));
}

TEST_CASE("a colleague of the named organisation is covered, one of another is not", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided();
  auto s = g.share({}, {decision});
  auto to = s.facts().getInformationShared().initRecipients(1)[0];
  to.setActor(data(actor("h2")));
  CHECK_FALSE(g.fails("SHARE-01", s));
  to.setActor(data(actor("b1")));
  CHECK(g.fails("SHARE-01", s));
}

TEST_CASE("nobody needs a decision to hear about themselves", "[rule:SHARE-01]") {
  Given g;
  auto s = g.share({}, {});
  s.facts().getInformationShared().initRecipients(1)[0].setSubject(data(person("J")));
  CHECK_FALSE(g.fails("SHARE-01", s));
  s.facts().getInformationShared().getRecipients()[0].setSubject(data(person("P")));
  CHECK(g.fails("SHARE-01", s));
}

TEST_CASE("a share about nobody is anonymous or carries out a decision", "[rule:SHARE-01]") {
  Given g;
  auto s = g.share({.about = {}}, {});
  CHECK(g.fails("SHARE-01", s));
  s.facts().getInformationShared().setForm(ShareForm::ANONYMOUS);
  CHECK_FALSE(g.fails("SHARE-01", s));
}

TEST_CASE("a meeting within the own team, or about nobody, needs no decision", "[rule:SHARE-01]") {
  Given g;
  g.professional("t1", "O2", Role::TEAM_LEADER);
  CHECK_FALSE(g.fails("SHARE-01", meeting({guest("t1")}, {"J"}, {})));
  CHECK(g.fails("SHARE-01", meeting({guest("h2")}, {"J"}, {})));
  CHECK_FALSE(g.fails("SHARE-01", meeting({guest("h2")}, {}, {})));
  CHECK_FALSE(g.fails("SHARE-01", meeting({guest("h2", Presence::ABSENT_INVITED)}, {"J"}, {})));
}

TEST_CASE("the own team is that of the wijkcoach of the case at that time", "[rule:SHARE-01]") {
  Given g;
  g.professional("x1", "O13", Role::WIJKCOACH);
  g.assign(SingleFunction::WIJKCOACH, "x1", "2020-02-10");
  g.professional("t1", "O2", Role::TEAM_LEADER);
  CHECK_FALSE(g.fails("SHARE-01", meeting({guest("t1")}, {"J"}, {}, "2020-02-09 14:00")));
  CHECK(g.fails("SHARE-01", meeting({guest("t1")}, {"J"}, {}, "2020-02-10 14:00")));
}

TEST_CASE("a chair from outside hears everything, and needs the decision too", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided();
  auto m = meeting({}, {"J"}, {decision});
  m.facts().getMeetingHeld().setChair(data(actor("h2")));
  CHECK_FALSE(g.fails("SHARE-01", m));
  m.facts().getMeetingHeld().setChair(data(actor("b1")));
  CHECK(g.fails("SHARE-01", m));
}

TEST_CASE("who is there throughout is covered for everybody, who is there for a part for somebody", "[rule:SHARE-01]") {
  auto [g, consent, decision] = decided();
  CHECK_FALSE(g.fails("SHARE-01", meeting({guest("h2")}, {"J"}, {decision})));
  CHECK(g.fails("SHARE-01", meeting({guest("h2")}, {"J", "P"}, {decision})));
  CHECK_FALSE(g.fails("SHARE-01", meeting({guest("h2", Presence::PART)}, {"J", "P"}, {decision})));
  CHECK(g.fails("SHARE-01", meeting({guest("h2", Presence::PART)}, {"P"}, {decision})));
}

TEST_CASE("family hear each other while they are there, a network person does not by that", "[rule:SHARE-01]") {
  Given g;
  g.add_person("N", "", AgeBand::ADULT23, PersonRole::NETWORK_PERSON, false);
  CHECK_FALSE(g.fails("SHARE-01", meeting({family("J"), family("P")}, {"J"}, {})));
  CHECK(g.fails("SHARE-01", meeting({family("P")}, {"J"}, {})));
  CHECK(g.fails("SHARE-01", meeting({family("J", Presence::ABSENT_INVITED), family("P")}, {"J"}, {})));
  CHECK(g.fails("SHARE-01", meeting({family("J"), family("N")}, {"J"}, {})));
}

TEST_CASE("a parent with gezag hears about a child that is not there, a parent without does not", "[rule:SHARE-01]") {
  Given g;
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_link("J", "C", RelationType::PARENT_OF, Gezag::SOLE);
  g.add_link("P", "C", RelationType::PARENT_OF, Gezag::NONE);
  CHECK_FALSE(g.fails("SHARE-01", meeting({family("J")}, {"C"}, {})));
  CHECK(g.fails("SHARE-01", meeting({family("P")}, {"C"}, {})));
}

TEST_CASE("the exception that carried the decision still holds when sharing", "[rule:SHARE-06]") {
  Given g;
  Happening order(906, "2019-03-08 12:00");
  auto f = order.facts().initDwangDecided();
  f.setMeasure(DwangMeasure::OTS);
  f.setOutcome(DwangOutcome::GRANTED);
  fill_date(f.initDecidedOn(), "2019-03-08");
  f.setExecutor(data(org("O7")));
  f.initAbout(1).set(0, data(person("J")));
  const EventId ordered = g.record(order);
  const EventId decision = g.record(g.decision({.to = {"O7"}, .route = ShareRoute::EXCEPTION, .exception = ShareException::GI_INFORMANT}));
  Happening ended(908, "2020-03-10 09:00");
  fill_date(ended.facts().initDwangEnded().initEndedOn(), "2020-03-10");
  g.record(ended.refers(RefType::ENDS, ordered));
  const ShareSpec s{.to = {"O7"}, .at = "2020-03-09 23:59"};
  CHECK_FALSE(g.fails("SHARE-06", g.share(s, {decision})));
  CHECK_FALSE(g.fails("SHARE-01", g.share(s, {decision})));
  CHECK(g.fails("SHARE-06", g.share(s, {decision}).at("2020-03-10 00:00")));
  CHECK(g.fails("SHARE-01", g.share(s, {decision}).at("2020-03-10 00:00")));
}

TEST_CASE("people know of a share or are told afterwards", "[rule:SHARE-10]") {
  auto [g, consent, decision] = decided();
  auto s = g.share({}, {decision});
  auto f = s.facts().getInformationShared();
  CHECK_FALSE(g.fails("SHARE-10", s));
  f.setKnowledge(Knowledge::INFORMED_AFTERWARDS);
  CHECK_FALSE(g.fails("SHARE-10", s));
  f.setKnowledge(Knowledge::WITHOUT_KNOWLEDGE);
  CHECK(g.values_of("SHARE-10", s)["person"] == to_text(person("J")));
  f.setKnowledge(Knowledge::NOT_APPLICABLE);
  CHECK(g.fails("SHARE-10", s));
  f.setForm(ShareForm::ANONYMOUS);
  CHECK_FALSE(g.fails("SHARE-10", s));
}

TEST_CASE("of a child under twelve the holder of gezag is the one to tell", "[rule:SHARE-10]") {
  Given g;
  g.add_person("C", "2012-05", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_link("M", "C", RelationType::PARENT_OF, Gezag::SOLE);
  auto s = g.share({.about = {"C"}}, {});
  s.facts().getInformationShared().setKnowledge(Knowledge::WITHOUT_KNOWLEDGE);
  CHECK(g.values_of("SHARE-10", s)["person"] == to_text(person("M")));
  CHECK(g.values_of("SHARE-10", s.at("2024-06-01 10:00"))["person"] == to_text(person("C")));
}

TEST_CASE("telling may be postponed, by somebody and for the decision that the postponement names", "[rule:SHARE-10]") {
  Given g;
  const EventId decision = g.record(g.decision({})), other = g.record(g.decision({}));
  const auto unknown_to_them = [&](const EventId& executes) {
    auto s = g.share({.about = {"J", "P"}}, {executes});
    s.facts().getInformationShared().setKnowledge(Knowledge::WITHOUT_KNOWLEDGE);
    return s;
  };
  const auto postpone = [&](const std::string& who) {
    Happening h(411, "2020-02-10 13:00");
    h.facts().initInformingPostponed().initAbout(1).set(0, data(person(who)));
    return g.record(h.refers(RefType::CONCERNS, decision));
  };
  postpone("J");
  CHECK(g.values_of("SHARE-10", unknown_to_them(decision))["person"] == to_text(person("P")));
  const EventId second = postpone("P");
  CHECK_FALSE(g.fails("SHARE-10", unknown_to_them(decision)));
  CHECK(g.fails("SHARE-10", unknown_to_them(other)));
  CHECK(g.fails("SHARE-10", unknown_to_them(decision).at("2020-02-10 12:59")));
  Happening told(410, "2020-02-10 13:30");
  told.facts().initSubjectInformed().initTold(1).set(0, data(person("P")));
  g.record(told.refers(RefType::CONCERNS, second));
  CHECK(g.fails("SHARE-10", unknown_to_them(decision)));
}

TEST_CASE("content does not go by plain mail, headlines may", "[rule:SHARE-12]") {
  auto [g, consent, decision] = decided();
  auto s = g.share({}, {decision});
  auto f = s.facts().getInformationShared();
  f.setMeans(SharingMeans::PLAIN_MAIL);
  CHECK(g.fails("SHARE-12", s));
  f.setDetail(DetailLevel::HEADLINES);
  CHECK_FALSE(g.fails("SHARE-12", s));
  g.policy(PolicyKind::RULE_PARAMETERS, {{"unsafeMeans", "messenger"}});
  f.setDetail(DetailLevel::CONTENT);
  CHECK_FALSE(g.fails("SHARE-12", s));
}

TEST_CASE("a citizen service number is shared under its own article only", "[rule:SHARE-12]") {
  Given g;
  const EventId plain = g.record(g.decision({}));
  const EventId own = g.record(g.decision({.article = "UAVG-46"}));
  const ShareSpec bsn{.categories = {DataCategory::BSN}};
  CHECK(g.fails("SHARE-12", g.share(bsn, {plain})));
  CHECK_FALSE(g.fails("SHARE-12", g.share(bsn, {own})));
}

TEST_CASE("the reference index takes a risk, and people until twenty-three", "[rule:SIG-05]") {
  Given g;
  auto s = g.share({}, {});
  auto f = s.facts().getInformationShared();
  CHECK_FALSE(g.fails("SIG-05", s));
  f.setForm(ShareForm::REFERENCE_INDEX);
  CHECK(g.fails("SIG-05", s));
  f.initRiskCode().setValue(4);
  CHECK_FALSE(g.fails("SIG-05", s));
  CHECK_FALSE(g.fails("SIG-05", s.at("2025-03-30 10:00")));
  CHECK(g.fails("SIG-05", s.at("2025-03-31 10:00")));
}
