#include <catch2/catch.hpp>

#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening order(DwangOutcome outcome, const char* until = nullptr) {
  Happening h(906, "2020-03-02 10:00");
  auto f = h.facts().initDwangDecided();
  f.setOutcome(outcome);
  if (until != nullptr) fill_date(f.initValidUntil(), until);
  f.initAbout(1).set(0, data(person("K4")));
  return h;
}
Happening told_rights(const char* name) {
  Happening h(410, "2020-03-03 10:00");
  auto f = h.facts().initSubjectInformed();
  fill_codes<InformTopic>(f.initTopics(2), {InformTopic::RIGHTS, InformTopic::DUTIES});
  f.initTold(1).set(0, data(person(name)));
  return h;
}
Happening heard(HearingTopic topic) {
  Happening h(503, "2020-03-03 10:00");
  auto f = h.facts().initPersonHeard();
  f.setHeard(data(person("K4")));
  f.initTopics(1).set(0, topic);
  return h;
}
Happening offer(const char* respond_by = nullptr, const char* review = nullptr) {
  Happening h(902, "2020-03-02 10:00");
  auto f = h.facts().initDrangOffered();
  if (respond_by != nullptr) fill_date(f.initRespondBy(), respond_by);
  if (review != nullptr) fill_date(f.initReviewOn(), review);
  return h;
}
Happening ended(const EventId& of) {
  Happening h(908, "2020-03-03 10:00");
  h.facts().initDwangEnded();
  return h.refers(RefType::ENDS, of);
}

}  // namespace

TEST_CASE("who meets dwang hears rights and duties in seven days and has a say in fourteen", "[TERM-25]") {
  check_term({"TERM-25", order(DwangOutcome::GRANTED), "2020-03-09 10:00", [](const EventId&) { return told_rights("K4"); }, 410}, Unnamed::settles);
  check_term({"TERM-25", order(DwangOutcome::PARTLY), "2020-03-16 10:00", [](const EventId&) { return heard(HearingTopic::OPINION_MEASURE); }, 503}, Unnamed::settles);
  Trajectory t;
  t.add(order(DwangOutcome::GRANTED));
  t.add(told_rights("K3"));
  t.add(heard(HearingTopic::WISH));
  for (const Wait& wait : t.of("TERM-25", "2020-04-16 10:00")) CHECK(wait.state == WaitState::late);
  Trajectory rejected;
  rejected.add(order(DwangOutcome::REJECTED));
  CHECK(rejected.of("TERM-25", "2020-04-16 10:00").empty());
}

TEST_CASE("for a child under twelve the parents hear the rights and have the say, and a child who was heard had its own", "[TERM-25]") {
  Trajectory t;
  add_child(t, "K4", {"M", "F"});
  t.add(order(DwangOutcome::GRANTED));
  t.add(told_rights("M"));
  CHECK(t.of("TERM-25", "2020-04-16 10:00", 410).at(0).state == WaitState::late);
  t.add(told_rights("F"));
  CHECK(t.of("TERM-25", "2020-04-16 10:00", 410).at(0).state == WaitState::settled);
  CHECK(t.of("TERM-25", "2020-04-16 10:00", 503).at(0).state == WaitState::late);
  t.add(heard(HearingTopic::OPINION_MEASURE));
  CHECK(t.of("TERM-25", "2020-04-16 10:00", 503).at(0).state == WaitState::settled);
}

TEST_CASE("a measure is extended or ended by the first day that it no longer holds", "[TERM-26]") {
  check_term({"TERM-26", order(DwangOutcome::GRANTED, "2021-03-02"), "2021-03-02 23:59", ended});
  check_term({"TERM-26", order(DwangOutcome::GRANTED, "2021-03-02"), "2021-03-02 23:59", [](const EventId& o) { return order(DwangOutcome::EXTENDED).refers(RefType::SUPERSEDES, o); }});
  Trajectory t;
  t.add(order(DwangOutcome::GRANTED, "2021-03-02"));
  const auto wait = t.of("TERM-26", "2020-04-01 10:00").at(0);
  CHECK(local_date(wait.shown_from) == inzicht::Date{2021, 1, 19});
}

TEST_CASE("a measure about somebody who turns eighteen first waits until the month of that birthday is over", "[TERM-26]") {
  Trajectory t;
  Happening born(202, "2020-01-02 10:00");
  auto row = born.facts().initPersonRecorded().initPersons(1)[0];
  row.setSubject(data(person("K4")));
  row.initBirthMonth().setYear(2002);
  row.getBirthMonth().setMonth(9);
  t.add(born);
  const EventId granted = t.add(order(DwangOutcome::GRANTED, "2021-03-02"));
  auto waits = t.of("TERM-26", "2020-04-01 10:00");
  REQUIRE(waits.size() == 2);
  CHECK(local_date(waits[0].due) == inzicht::Date{2020, 10, 1});
  CHECK(waits[0].about == person("K4"));
  t.add(ended(granted).at("2020-08-01 10:00"));
  for (const Wait& wait : t.of("TERM-26", "2022-04-01 10:00")) CHECK(wait.state == WaitState::settled);
}

TEST_CASE("an offer of drang waits for its answer by the day that was given, and for what follows", "[TERM-27]") {
  check_term({"TERM-27", offer("2020-03-16"), "2020-03-16 23:59",
              [](const EventId& o) {
                Happening h(903, "2020-03-03 10:00");
                h.facts().initDrangAnswered();
                return h.refers(RefType::ANSWERS, o);
              },
              903});
  const auto followed = [](const EventId& o) {
    Happening h(904, "2020-03-03 10:00");
    h.facts().initDrangFollowedUp();
    return h.refers(RefType::CONCERNS, o);
  };
  check_term({"TERM-27", offer(), "2020-06-02 10:00", followed, 904});
  check_term({"TERM-27", offer(nullptr, "2020-04-01"), "2020-04-01 23:59", followed, 904});
  Trajectory warned;
  const EventId offered = warned.add(offer());
  auto warning = followed(offered);
  warning.facts().getDrangFollowedUp().setFollowUp(DrangFollowUp::WARNING);
  warned.add(warning);
  CHECK(warned.of("TERM-27", "2020-06-02 10:01", 904).at(0).state == WaitState::late);
}

TEST_CASE("within a year after a placement it is decided where a child grows up", "[TERM-31]") {
  Happening placed(907, "2020-03-02 10:00");
  placed.facts().initDwangExecuted().setAct(DwangAct::PLACED);
  const auto decision = [](DecisionClass cls) {
    Happening h(502, "2020-03-03 10:00");
    h.facts().initDecisionTaken().setDecisionClass(cls);
    return h;
  };
  check_term({"TERM-31", placed, "2021-03-02 10:00", [&](const EventId&) { return decision(DecisionClass::PERSPECTIVE); }}, Unnamed::settles);
  Trajectory voluntary;
  voluntary.add(decision(DecisionClass::PLACEMENT));
  voluntary.add(decision(DecisionClass::PLAN));
  CHECK(voluntary.of("TERM-31", "2021-03-03 10:01").at(0).state == WaitState::late);
}
