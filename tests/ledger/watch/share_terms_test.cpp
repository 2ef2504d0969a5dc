#include <catch2/catch.hpp>

#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

template <class List>
void fill_persons(List list, const std::vector<std::string>& names) {
  for (unsigned i = 0; i < names.size(); ++i) list.set(i, data(person(names[i])));
}
Happening request(Direction direction, const char* answer_by = nullptr) {
  Happening h(405, "2020-03-02 10:00");
  auto f = h.facts().initInformationRequested();
  f.setDirection(direction);
  if (answer_by != nullptr) fill_date(f.initAnswerBy(), answer_by);
  return h;
}
Happening decided(ShareDecision decision, const char* at = "2020-03-02 10:00") {
  Happening h(407, at);
  auto f = h.facts().initShareDecided();
  f.setDecision(decision);
  f.setPurpose(SharePurpose::PLAN_MAKING);
  f.initRecipients(1)[0].setOrg(data(org("O4")));
  fill_persons(f.initAbout(1), {"J"});
  return h;
}
Happening shared(const char* to = "O4", const char* at = "2020-03-02 10:00") {
  Happening h(408, at);
  auto f = h.facts().initInformationShared();
  f.initRecipients(1)[0].setOrg(data(org(to)));
  fill_persons(f.initAbout(1), {"J"});
  return h;
}
Happening told(const char* name, Role role = Role::WIJKCOACH) {
  Happening h(410, "2020-03-03 10:00");
  fill_persons(h.facts().initSubjectInformed().initTold(1), {name});
  return h.by("w3", role);
}
Happening postponed(const char* review) {
  Happening h(411, "2020-03-02 10:00");
  auto f = h.facts().initInformingPostponed();
  fill_persons(f.initAbout(1), {"J"});
  fill_date(f.initReviewOn(), review);
  return h;
}
Happening notified(const EventId& change, const EventId& share, const char* whom) {
  Happening h(412, "2020-03-12 10:00");
  h.facts().initRecipientNotified().initRecipient().setOrg(data(org(whom)));
  return h.refers(RefType::NOTIFIES, change).refers(RefType::CONCERNS, share);
}
Happening handled(const EventId& what) {
  Happening h(1006, "2020-03-12 10:00");
  h.facts().initFindingHandled();
  return h.refers(RefType::CONCERNS, what);
}
Happening consent() {
  Happening h(402, "2020-01-02 10:00");
  auto f = h.facts().initConsentGiven();
  f.setConsentKind(ConsentKind::DOORBREKEN_GEHEIMHOUDING);
  f.setGrantor(data(person("J")));
  fill_persons(f.initAbout(1), {"J"});
  return h;
}

}  // namespace

TEST_CASE("a request to us waits fourteen days for a decision, ours to others 28 days for what comes in", "[TERM-08]") {
  const auto decision = [](const EventId& r) { return decided(ShareDecision::DO_NOT_SHARE).refers(RefType::ANSWERS, r); };
  const auto received = [](const EventId& r) {
    Happening h(409, "2020-03-03 10:00");
    h.facts().initInformationReceived();
    return h.refers(RefType::ANSWERS, r);
  };
  check_term({"TERM-08", request(Direction::INCOMING), "2020-03-16 10:00", decision});
  check_term({"TERM-08", request(Direction::OUTGOING), "2020-03-30 10:00", received});
  check_term({"TERM-08", request(Direction::INCOMING, "2020-03-05"), "2020-03-05 23:59", decision});
  Trajectory t;
  const EventId incoming = t.add(request(Direction::INCOMING));
  t.add(received(incoming));
  CHECK(t.of("TERM-08", "2020-03-16 10:01").at(0).state == WaitState::late);
}

TEST_CASE("a decision to share waits fourteen days for what executes it, a decision not to share for nothing", "[TERM-09]") {
  check_term({"TERM-09", decided(ShareDecision::SHARE_PARTLY), "2020-03-16 10:00", [](const EventId& d) { return shared().refers(RefType::EXECUTES, d); }});
  Trajectory t;
  t.add(decided(ShareDecision::DO_NOT_SHARE));
  t.add(decided(ShareDecision::POSTPONE));
  CHECK(t.of("TERM-09", "2021-03-16 10:01").empty());
}

TEST_CASE("who calls in another service in a crisis tells it something", "[TERM-09]") {
  Happening action(305, "2020-03-02 10:00");
  action.facts().initCrisisActionTaken().initServices(1).set(0, OrgType::POLICE);
  const auto to_police = [](const EventId&) {
    auto share = shared("O9");
    share.facts().getInformationShared().getRecipients()[0].setClass(RecipientClass::POLICE_PROSECUTOR);
    return share;
  };
  check_term({"TERM-09", action, "2020-03-16 10:00", to_police}, Unnamed::settles);
  Trajectory t;
  t.add(action);
  t.add(shared("O4"));  // somebody else was told
  CHECK(t.of("TERM-09", "2020-03-16 10:01").at(0).state == WaitState::late);
}

TEST_CASE("each service that was called in waits for itself, by the register, but for the own one", "[TERM-09]") {
  Trajectory t;
  for (const auto& [id, type] : {std::pair{"O9", OrgType::POLICE}, std::pair{"O11", OrgType::VEILIG_THUIS}}) {
    Happening registered(102, "2019-01-07 09:00");
    auto f = registered.facts().initOrganisationRegistered();
    f.setOrg(data(org(id)));
    f.setOrgType(type);
    t.registry.apply(registered.as_recorded(1));
  }
  Happening action(305, "2020-03-02 10:00");
  auto services = action.facts().initCrisisActionTaken().initServices(2);
  services.set(0, OrgType::POLICE);
  services.set(1, OrgType::VEILIG_THUIS);
  t.add(action.for_org("O9"));  // the police itself
  REQUIRE(t.of("TERM-09", "2020-03-16 10:01").size() == 1);
  CHECK(t.of("TERM-09", "2020-03-16 10:01")[0].state == WaitState::late);
  t.add(shared("O9", "2020-03-03 10:00"));
  CHECK(t.of("TERM-09", "2020-03-16 10:01")[0].state == WaitState::late);
  t.add(shared("O11", "2020-03-04 10:00"));
  CHECK(t.of("TERM-09", "2020-03-16 10:01")[0].state == WaitState::settled);
}

TEST_CASE("informing that was put off is done, or put off anew, on its day of review", "[TERM-10]") {
  check_term({"TERM-10", postponed("2020-04-01"), "2020-04-01 23:59", [](const EventId&) { return told("J"); }}, Unnamed::settles);
  Trajectory again;
  const EventId first = again.add(postponed("2020-04-01"));
  again.add(postponed("2020-05-01").at("2020-04-01 12:00").refers(RefType::SUPERSEDES, first));
  const auto waits = again.of("TERM-10", "2020-04-20 10:00");
  REQUIRE(waits.size() == 2);
  CHECK(waits[0].state == WaitState::settled);
  CHECK(waits[1].state == WaitState::open);
}

TEST_CASE("who would be told afterwards waits seven days, each person for themselves", "[TERM-11]") {
  auto share = shared();
  share.facts().getInformationShared().setKnowledge(Knowledge::INFORMED_AFTERWARDS);
  check_term({"TERM-11", share, "2020-03-09 10:00", [](const EventId&) { return told("J"); }}, Unnamed::settles);
  fill_persons(share.facts().getInformationShared().initAbout(2), {"J", "P"});
  Trajectory t;
  t.add(share);
  t.add(told("P"));
  for (const Wait& wait : t.of("TERM-11", "2020-04-09 10:00")) CHECK((wait.state == WaitState::settled) == (wait.about == person("P")));
}

TEST_CASE("for a child under twelve whoever holds gezag is told, one after the other if need be", "[TERM-11]") {
  auto share = shared();
  share.facts().getInformationShared().setKnowledge(Knowledge::INFORMED_AFTERWARDS);
  fill_persons(share.facts().getInformationShared().initAbout(1), {"K4"});
  Trajectory t;
  add_child(t, "K4", {"M", "F"});
  t.add(share);
  t.add(told("M"));
  CHECK(t.of("TERM-11", "2020-04-09 10:00").at(0).state == WaitState::late);
  t.add(told("F"));
  CHECK(t.of("TERM-11", "2020-04-09 10:00").at(0).state == WaitState::settled);
  CHECK(t.of("TERM-11", "2020-04-09 10:00").at(0).about == person("K4"));
}

TEST_CASE("each organisation that holds what was corrected hears of it within thirty days", "[TERM-12]") {
  Trajectory t;
  Happening original(701, "2020-02-01 10:00");
  original.facts().initContactHeld();
  const EventId wrong = t.add(original);
  const auto pass_on = [&](const char* to) {
    auto share = shared(to, "2020-02-10 10:00");
    share.facts().getInformationShared().initItems(1)[0].setEvent(data(wrong));
    return t.add(share);
  };
  const EventId to_housing = pass_on("O4"), to_school = pass_on("O3");
  t.add(shared("O5", "2020-02-10 10:00"));  // something else
  Happening correction(1204, "2020-03-02 10:00");
  correction.facts().initCorrectionMade();
  const EventId change = t.add(correction.refers(RefType::CORRECTS, wrong));
  REQUIRE(t.of("TERM-12", "2020-04-01 10:00").size() == 2);
  t.add(notified(change, to_housing, "O4"));
  t.add(notified(change, to_school, "O4"));  // the wrong one was told
  for (const Wait& wait : t.of("TERM-12", "2020-04-01 10:01")) CHECK((wait.state == WaitState::settled) == (wait.party == org("O4")));
}

TEST_CASE(
    "who sat at the table where it was discussed holds it, by the organisation they work for, who came for a "
    "part does not",
    "[TERM-12]") {
  Trajectory t;
  for (const auto& [who, of] : {std::pair{"s1", "O3"}, std::pair{"h1", "O4"}, std::pair{"w3", "O2"}}) {
    Happening enrolled(103, "2019-01-07 09:00");
    auto f = enrolled.facts().initActorEnrolled();
    f.setWho(data(actor(who)));
    f.setOrg(data(org(of)));
    t.registry.apply(enrolled.as_recorded(1));
  }
  Happening original(602, "2020-02-01 10:00");
  original.facts().initAssessmentMade();
  const EventId wrong = t.add(original);
  Happening met(501, "2020-02-10 10:00");
  auto f = met.facts().initMeetingHeld();
  auto attendees = f.initAttendees(3);
  for (unsigned i = 0; const auto& [who, presence] : {std::pair{"s1", Presence::PRESENT}, std::pair{"h1", Presence::PART}, std::pair{"w3", Presence::PRESENT}}) {
    attendees[i].setActor(data(actor(who)));
    attendees[i++].setPresence(presence);
  }
  f.initItems(1)[0].setEvent(data(wrong));
  const EventId meeting = t.add(met.for_org("O2"));
  Happening correction(1204, "2020-03-02 10:00");
  correction.facts().initCorrectionMade();
  const EventId change = t.add(correction.refers(RefType::CORRECTS, wrong).for_org("O2"));
  REQUIRE(t.of("TERM-12", "2020-04-01 10:00").size() == 1);
  CHECK(t.of("TERM-12", "2020-04-01 10:00")[0].party == org("O3"));
  t.add(notified(change, meeting, "O3"));
  CHECK(t.of("TERM-12", "2020-04-01 10:01")[0].state == WaitState::settled);
}

TEST_CASE("a restriction is told to who holds something about that person", "[TERM-12]") {
  Trajectory t;
  t.add(shared("O4", "2020-02-10 10:00"));
  Happening block(1206, "2020-03-02 10:00");
  block.facts().initBlockPlaced().setBlockKind(BlockKind::RESTRICTION);
  block.facts().getBlockPlaced().setAbout(data(person("P")));
  t.add(block);
  CHECK(t.of("TERM-12", "2020-04-02 10:00").empty());
  auto about_j = Happening(1206, "2020-03-03 10:00");
  about_j.facts().initBlockPlaced().setBlockKind(BlockKind::RESTRICTION);
  about_j.facts().getBlockPlaced().setAbout(data(person("J")));
  t.add(about_j);
  CHECK(t.of("TERM-12", "2020-05-02 10:00").at(0).state == WaitState::late);
}

TEST_CASE("a withdrawn consent is followed up for every decision that rested on it", "[TERM-13]") {
  Trajectory t;
  const EventId given = t.add(consent());
  const EventId rested = t.add(decided(ShareDecision::SHARE, "2020-02-02 10:00").refers(RefType::UNDER_CONSENT, given));
  t.add(decided(ShareDecision::SHARE, "2020-02-03 10:00"));  // rests on nothing of the kind
  Happening withdrawal(404, "2020-03-02 10:00");
  withdrawal.facts().initConsentWithdrawn().setGrantor(data(person("J")));
  const EventId withdrawn = t.add(withdrawal.refers(RefType::WITHDRAWS, given));
  REQUIRE(t.of("TERM-13", "2020-03-16 10:00").size() == 1);
  CHECK(t.of("TERM-13", "2020-03-16 10:00")[0].state == WaitState::open);
  CHECK(t.of("TERM-13", "2020-03-16 10:01")[0].state == WaitState::late);
  SECTION("by a finding handled") { t.add(handled(rested).at("2020-03-10 10:00")); }
  SECTION("by a new decision that names the withdrawal") {
    t.add(decided(ShareDecision::DO_NOT_SHARE, "2020-03-10 10:00").refers(RefType::BASED_ON, withdrawn));
  }
  SECTION("by a new decision about the same") { t.add(decided(ShareDecision::SHARE, "2020-03-10 10:00")); }
  CHECK(t.of("TERM-13", "2020-03-16 10:01")[0].state == WaitState::settled);
}

TEST_CASE("a refusal ends what rested on an earlier consent of the same person and kind", "[TERM-13]") {
  const auto refusal = [](ConsentKind kind) {
    Happening h(403, "2020-03-02 10:00");
    auto f = h.facts().initConsentRefused();
    f.setConsentKind(kind);
    f.setGrantor(data(person("J")));
    return h;
  };
  Trajectory t;
  const EventId given = t.add(consent());
  t.add(decided(ShareDecision::SHARE, "2020-02-02 10:00").refers(RefType::UNDER_CONSENT, given));
  t.add(refusal(ConsentKind::HULPVERLENING));
  CHECK(t.of("TERM-13", "2020-05-02 10:00").empty());
  t.add(refusal(ConsentKind::DOORBREKEN_GEHEIMHOUDING));
  CHECK(t.of("TERM-13", "2020-05-02 10:00").size() == 1);
}

TEST_CASE("Veilig Thuis itself tells those that a report is about", "[TERM-20]") {
  auto report = shared("O11");
  report.facts().getInformationShared().getRecipients()[0].setClass(RecipientClass::VEILIG_THUIS);
  check_term({"TERM-20", report, "2020-03-30 10:00", [](const EventId&) { return told("J", Role::VEILIG_THUIS); }}, Unnamed::settles);
  Trajectory t;
  t.add(report);
  t.add(told("J"));
  CHECK(t.of("TERM-20", "2020-03-30 10:01").at(0).state == WaitState::late);
}

TEST_CASE("Veilig Thuis puts telling off by two weeks each time it records that", "[TERM-20]") {
  auto report = shared("O11");
  report.facts().getInformationShared().getRecipients()[0].setClass(RecipientClass::VEILIG_THUIS);
  const auto put_off = [](const char* at, Role role) {
    Happening h(411, at);
    auto f = h.facts().initInformingPostponed();
    fill_persons(f.initAbout(1), {"J"});
    fill_date(f.initReviewOn(), "2020-12-01");
    return h.by("vt", role);
  };
  Trajectory t;
  t.add(report);
  t.add(put_off("2020-03-10 10:00", Role::WIJKCOACH));
  CHECK(t.of("TERM-20", "2020-03-30 10:01").at(0).state == WaitState::late);
  t.add(put_off("2020-03-20 10:00", Role::VEILIG_THUIS));
  CHECK(t.of("TERM-20", "2020-04-13 10:00").at(0).state == WaitState::open);
  CHECK(t.of("TERM-20", "2020-04-13 10:01").at(0).state == WaitState::late);
  t.add(put_off("2020-04-10 10:00", Role::VEILIG_THUIS));
  CHECK(t.of("TERM-20", "2020-04-27 10:00").at(0).state == WaitState::open);
}

TEST_CASE("a mention in the reference index is taken out within two years, or when somebody turns 23", "[TERM-41]") {
  const auto mention = [](IndexAction action) {
    auto h = shared("O4");
    h.facts().getInformationShared().setForm(ShareForm::REFERENCE_INDEX);
    h.facts().getInformationShared().setIndexAction(action);
    return h;
  };
  Happening born(202, "2020-01-02 10:00");
  auto row = born.facts().initPersonRecorded().initPersons(1)[0];
  row.setSubject(data(person("J")));
  row.initBirthMonth().setYear(1997);
  row.getBirthMonth().setMonth(9);
  Trajectory young;
  young.add(born);
  young.add(mention(IndexAction::REPORTED));
  CHECK(young.of("TERM-41", "2020-09-01 00:00").at(0).state == WaitState::open);
  CHECK(young.of("TERM-41", "2020-09-01 00:01").at(0).state == WaitState::late);
  check_term({"TERM-41", mention(IndexAction::REPORTED), "2022-03-02 10:00", [&](const EventId&) { return mention(IndexAction::REMOVED); }}, Unnamed::settles);
}
