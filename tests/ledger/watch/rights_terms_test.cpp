#include <catch2/catch.hpp>

#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening request(const char* due = "2020-04-02") {
  Happening h(1201, "2020-03-02 10:00");
  fill_date(h.facts().initRequestReceived().initDueOn(), due);
  return h;
}
Happening decided(const EventId& request, RequestDecision decision, const char* due = nullptr) {
  Happening h(1202, "2020-03-10 10:00");
  auto f = h.facts().initRequestDecided();
  f.setDecision(decision);
  if (due != nullptr) fill_date(f.initDueOn(), due);
  return h.refers(RefType::ANSWERS, request);
}
Happening block(BlockKind kind, const char* review = nullptr) {
  Happening h(1206, "2020-03-02 10:00");
  auto f = h.facts().initBlockPlaced();
  f.setBlockKind(kind);
  if (review != nullptr) fill_date(f.initReviewOn(), review);
  return h;
}
Happening handled(const EventId& what, Role role = Role::PRIVACY_OFFICER) {
  Happening h(1006, "2020-03-03 10:00");
  h.facts().initFindingHandled();
  return h.refers(RefType::CONCERNS, what).by("po", role);
}
Happening complaint(ComplaintStage stage) {
  Happening h(1210, "2020-03-02 10:00");
  h.facts().initComplaintRecorded().setStage(stage);
  return h;
}
Happening breach(BreachSeverity severity) {
  Happening h(1306, "2020-03-02 12:00");
  auto f = h.facts().initBreachRecorded();
  f.setSeverity(severity);
  f.initDiscoveredAt().setMicros(local("2020-03-02 10:00"));
  f.initAbout(1).set(0, data(person("J")));
  return h;
}
Happening closing(ClosingOutcome outcome, AftercareKind aftercare = AftercareKind::NONE_OWN_STRENGTH) {
  Happening h(1101, "2020-03-02 10:00");
  auto f = h.facts().initClosingDecided();
  f.setOutcome(outcome);
  f.setAftercare(aftercare);
  return h;
}
Happening aftercare(const char* at) {
  Happening h(1103, at);
  h.facts().initAftercareHeld();
  return h;
}
Happening erasure(ErasureGround ground) {
  Happening h(1208, "2020-03-02 10:00");
  h.facts().initErasureDecided().setGround(ground);
  return h;
}

}  // namespace

TEST_CASE("a request is decided by its day, and an extension moves that day", "[TERM-34]") {
  check_term({"TERM-34", request(), "2020-04-02 23:59", [](const EventId& r) { return decided(r, RequestDecision::REFUSED); }});
  Trajectory t;
  const EventId asked = t.add(request());
  t.add(decided(asked, RequestDecision::EXTENDED, "2020-06-02"));
  CHECK(t.of("TERM-34", "2020-06-02 23:59").at(0).state == WaitState::open);
  CHECK(t.of("TERM-34", "2020-06-03 00:00").at(0).state == WaitState::late);
}

TEST_CASE("what was granted is done within fourteen days", "[TERM-34]") {
  Trajectory t;
  const EventId asked = t.add(request());
  const EventId granted = t.add(decided(asked, RequestDecision::GRANTED));
  auto waits = t.of("TERM-34", "2020-03-24 10:01");
  REQUIRE(waits.size() == 2);
  CHECK(waits[0].kind == 1202);
  CHECK(waits[0].state == WaitState::late);
  Happening given(1203, "2020-03-24 10:00");
  given.facts().initInspectionGiven();
  t.add(given.refers(RefType::EXECUTES, granted));
  CHECK(t.of("TERM-34", "2020-03-24 10:01").at(0).state == WaitState::settled);
}

TEST_CASE("what is to be destroyed is destroyed within thirty days", "[TERM-35]") {
  check_term({"TERM-35", erasure(ErasureGround::AVG_REQUEST), "2020-04-01 10:00", [](const EventId& d) {
                Happening h(1209, "2020-03-03 10:00");
                h.facts().initErasureExecuted();
                return h.refers(RefType::EXECUTES, d);
              }});
}

TEST_CASE("a running complaint waits a day for its hold, one that is over for none", "[TERM-36]") {
  check_term({"TERM-36", complaint(ComplaintStage::RECEIVED), "2020-03-03 10:00", [](const EventId&) { return block(BlockKind::COMPLAINT_HOLD); }}, Unnamed::settles);
  Trajectory restricted;
  restricted.add(complaint(ComplaintStage::RECEIVED));
  restricted.add(block(BlockKind::RESTRICTION));
  CHECK(restricted.of("TERM-36", "2020-03-03 10:01").at(0).state == WaitState::late);
  Trajectory held;
  const EventId hold = held.add(block(BlockKind::COMPLAINT_HOLD).at("2020-02-01 10:00"));
  held.add(complaint(ComplaintStage::RECEIVED));
  CHECK(held.of("TERM-36", "2020-03-03 10:01").empty());
  Happening lifted(1207, "2020-02-20 10:00");
  lifted.facts().initBlockLifted();
  held.add(lifted.refers(RefType::ENDS, hold));
  CHECK(held.of("TERM-36", "2020-03-03 10:01").at(0).state == WaitState::late);
  Trajectory over;
  const EventId final = over.add(complaint(ComplaintStage::FINAL));
  over.add(complaint(ComplaintStage::HEARING).refers(RefType::FOLLOWS, final));
  CHECK(over.of("TERM-36", "2021-03-03 10:01").empty());
}

TEST_CASE("a restriction is lifted or looked at in ninety days, a hold in a year, both by their own day", "[TERM-37]") {
  const auto lifted = [](const EventId& b) {
    Happening h(1207, "2020-03-03 10:00");
    h.facts().initBlockLifted();
    return h.refers(RefType::ENDS, b);
  };
  check_term({"TERM-37", block(BlockKind::RESTRICTION), "2020-05-31 10:00", lifted});
  check_term({"TERM-37", block(BlockKind::TUCHTRECHT_HOLD), "2021-03-02 10:00", lifted});
  check_term({"TERM-37", block(BlockKind::RESTRICTION, "2020-03-20"), "2020-03-20 23:59", [](const EventId& b) { return handled(b); }});
}

TEST_CASE("break-glass is looked at by the privacy officer within three days", "[TERM-38]") {
  Happening used(1304, "2020-03-02 10:00");
  used.facts().initBreakGlassUsed();
  check_term({"TERM-38", used, "2020-03-05 10:00", [](const EventId& e) { return handled(e); }});
  Trajectory t;
  const EventId id = t.add(used);
  t.add(handled(id, Role::WIJKCOACH));
  CHECK(t.of("TERM-38", "2020-03-05 10:01").at(0).state == WaitState::late);
}

TEST_CASE("the authority hears of a breach within 72 hours of its discovery", "[TERM-39]") {
  Trajectory t;
  t.add(breach(BreachSeverity::RISK));
  CHECK(t.of("TERM-39", "2020-03-05 10:00").at(0).state == WaitState::open);
  CHECK(t.of("TERM-39", "2020-03-05 10:01").at(0).state == WaitState::late);
  auto reported = breach(BreachSeverity::RISK);
  reported.facts().getBreachRecorded().initApNotifiedAt().setMicros(local("2020-03-05 10:00"));
  Trajectory in_time;
  in_time.add(reported);
  CHECK(in_time.of("TERM-39", "2020-04-05 10:01").at(0).state == WaitState::settled);
  Trajectory low;
  low.add(breach(BreachSeverity::LOW));
  CHECK(low.of("TERM-39", "2020-04-05 10:01").empty());
}

TEST_CASE("those whom a breach may hurt hear of it within seven days", "[TERM-39]") {
  check_term({"TERM-39", breach(BreachSeverity::HIGH), "2020-03-09 12:00",
              [](const EventId&) {
                Happening h(410, "2020-03-03 10:00");
                auto f = h.facts().initSubjectInformed();
                f.initTopics(1).set(0, InformTopic::BREACH);
                f.initTold(1).set(0, data(person("J")));
                return h;
              },
              410},
             Unnamed::settles);
}

TEST_CASE("aftercare is a contact every two months from the last, until a year has gone", "[TERM-32]") {
  Trajectory t;
  t.add(closing(ClosingOutcome::ENDED, AftercareKind::SAME_PROFESSIONAL));
  CHECK(t.of("TERM-32", "2020-05-02 10:00").at(0).state == WaitState::open);
  CHECK(t.of("TERM-32", "2020-05-02 10:01").at(0).state == WaitState::late);
  t.add(aftercare("2020-05-01 10:00"));
  const auto waits = t.of("TERM-32", "2020-07-01 10:01");
  REQUIRE(waits.size() == 2);
  CHECK(waits[0].state == WaitState::settled);
  CHECK(waits[1].state == WaitState::late);
  t.add(aftercare("2021-02-01 10:00"));
  CHECK(t.of("TERM-32", "2022-01-01 10:00").size() == 2);  // the next would lie beyond a year
  Trajectory none;
  none.add(closing(ClosingOutcome::ENDED));
  CHECK(none.of("TERM-32", "2022-01-01 10:00").empty());
}

TEST_CASE("a family that left without wanting to change is asked again within three months", "[TERM-33]") {
  check_term({"TERM-33", closing(ClosingOutcome::REPRESSION_ONLY), "2020-06-02 10:00", [](const EventId&) {
                Happening h(702, "2020-03-03 10:00");
                h.facts().initMotivationAssessed();
                return h;
              }},
             Unnamed::settles);
}

TEST_CASE("a case is kept twenty years after its last event under the Jeugdwet, fifteen after its first under the Wmo alone", "[TERM-40]") {
  const auto opened = [](std::initializer_list<TaskLaw> laws) {
    Happening h(201, "2020-03-02 10:00");
    fill_codes<TaskLaw>(h.facts().initCaseOpened().initLaws(static_cast<unsigned>(laws.size())), laws);
    return h;
  };
  Trajectory youth;
  youth.add(opened({TaskLaw::JEUGDWET, TaskLaw::WMO}));
  youth.add(aftercare("2021-06-01 09:00"));
  CHECK(local_date(youth.of("TERM-40", "2022-01-01 10:00").at(0).due) == inzicht::Date{2041, 6, 1});
  Trajectory support;
  support.add(opened({TaskLaw::WMO}));
  support.add(aftercare("2021-06-01 09:00"));
  CHECK(local_date(support.of("TERM-40", "2022-01-01 10:00").at(0).due) == inzicht::Date{2035, 3, 2});
  support.add(erasure(ErasureGround::RETENTION_ENDED).at("2035-03-01 10:00"));
  CHECK(support.of("TERM-40", "2036-01-01 10:00").at(0).state == WaitState::settled);
}

TEST_CASE("a case that Veilig Thuis opened is kept until the youngest is 18, and no less than fifteen years",
          "[TERM-40]") {
  const auto due_when_born = [](OrgType type, std::int16_t year, std::uint8_t month) {
    Trajectory t;
    Happening registered(102, "2019-01-07 09:00");
    auto f = registered.facts().initOrganisationRegistered();
    f.setOrg(data(org("O11")));
    f.setOrgType(type);
    t.registry.apply(registered.as_recorded(1));
    Happening opened(201, "2020-03-02 10:00");
    fill_codes<TaskLaw>(opened.facts().initCaseOpened().initLaws(1), {TaskLaw::WMO});
    t.add(opened.for_org("O11"));
    Happening born(202, "2020-03-02 11:00");
    auto persons = born.facts().initPersonRecorded().initPersons(2);
    for (unsigned i = 0; i < 2; ++i) {
      persons[i].setSubject(data(person(i == 0 ? "C" : "J")));
      persons[i].initBirthMonth().setYear(i == 0 ? std::int16_t{1980} : year);
      persons[i].getBirthMonth().setMonth(month);
    }
    t.add(born);
    return local_date(t.of("TERM-40", "2022-01-01 10:00").at(0).due);
  };
  CHECK(due_when_born(OrgType::VEILIG_THUIS, 2019, 12) == inzicht::Date{2038, 1, 1});
  CHECK(due_when_born(OrgType::VEILIG_THUIS, 2017, 2) ==
        inzicht::Date{2035, 3, 2});  // 1 March 2035: a day before the fifteen years
  CHECK(due_when_born(OrgType::VEILIG_THUIS, 2017, 3) == inzicht::Date{2035, 4, 1});
  CHECK(due_when_born(OrgType::WIJKTEAM, 2019, 12) == inzicht::Date{2035, 3, 2});
}

TEST_CASE("a deviation, an event afterwards and one with a warning are looked at within fourteen days", "[TERM-42]") {
  for (const auto claim : {Conformity::DEVIATION, Conformity::AFTER_THE_FACT}) {
    Happening event(408, "2020-03-02 10:00");
    event.facts().initInformationShared();
    check_term({"TERM-42", event.claims(claim, {"SHARE-01"}), "2020-03-16 10:00", [](const EventId& e) { return handled(e); }});
  }
  Trajectory t;
  Happening meeting(501, "2020-03-02 10:00");
  meeting.facts().initMeetingHeld();
  t.add(meeting, "SIG-01");
  t.add(aftercare("2020-03-02 11:00"));
  REQUIRE(t.of("TERM-42", "2020-03-16 10:01").size() == 1);
  CHECK(t.of("TERM-42", "2020-03-16 10:01")[0].state == WaitState::late);
}

TEST_CASE("rules with a date of review are replaced by it", "[TERM-43]") {
  Happening policy(109, "2020-03-02 10:00");
  fill_date(policy.facts().initPolicyAdopted().initNextReview(), "2025-03-01");
  check_term({"TERM-43", policy, "2025-03-01 23:59", [](const EventId& p) {
                Happening h(109, "2020-03-03 10:00");
                h.facts().initPolicyAdopted();
                return h.refers(RefType::SUPERSEDES, p);
              }});
}
