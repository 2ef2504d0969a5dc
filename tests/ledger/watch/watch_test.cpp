#include <catch2/catch.hpp>

#include "ledger/watch/watch.h"
#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening opened(const char* at = "2020-01-06 10:00") {
  Happening h(201, at);
  h.facts().initCaseOpened();
  return h;
}
Happening status(CaseStatus to, const char* at) {
  Happening h(1102, at);
  h.facts().initCaseStatusChanged().setStatus(to);
  return h;
}
Happening contact(const char* at, bool motivating = false, ContactOutcome outcome = ContactOutcome::HELD) {
  Happening h(701, at);
  auto f = h.facts().initContactHeld();
  f.setOutcome(outcome);
  if (motivating) f.initActions(1).set(0, MotivatingAction::TRUST);
  return h;
}
Happening assigned(SingleFunction function, const char* holder, const char* from) {
  Happening h(206, (std::string(from) + " 09:00").c_str());
  auto f = h.facts().initResponsibilityAssigned();
  auto row = f.initAssignments(1)[0];
  row.setFunction(function);
  if (holder != nullptr) row.setHolder(data(actor(holder)));
  fill_date(f.initFrom(), from);
  return h;
}
Happening approach(Approach which, const char* at) {
  Happening h(209, at);
  h.facts().initApproachChosen().setApproach(which);
  return h;
}
Happening plan(const char* at) {
  Happening h(804, at);
  h.facts().initPlanAdopted().setPlanType(PlanType::FAMILY_PLAN);
  return h;
}
Happening scored(const EventId& goal, int score, const char* at) {
  Happening h(803, at);
  h.facts().initGoalScored().setScore(score);
  return h.refers(RefType::CONCERNS, goal);
}
Happening involved(const char* name, const char* from) {
  Happening h(204, (std::string(from) + " 09:00").c_str());
  auto f = h.facts().initInvolvementStarted();
  f.initParties(1)[0].setActor(data(actor(name)));
  fill_date(f.initFrom(), from);
  return h;
}
Happening left(const char* name, const char* until) {
  Happening h(205, (std::string(until) + " 09:00").c_str());
  auto f = h.facts().initInvolvementEnded();
  f.initParties(1)[0].setActor(data(actor(name)));
  fill_date(f.initUntil(), until);
  return h;
}
Happening review(ConsultKind kind, const char* at) {
  Happening h(504, at);
  h.facts().initConsultationHeld().setConsultKind(kind);
  return h;
}
Happening looked(const char* viewer, const char* at, std::uint64_t parts, Role role = Role::SPECIALIST) {
  Happening h(1301, at);
  auto f = h.facts().initPartsViewed();
  f.setViewer(data(actor(viewer)));
  f.setParts(parts);
  return h.by(viewer, role);
}

std::string day(Micros at) { return to_text(local_date(at)); }

}  // namespace

TEST_CASE("what is recorded more than seven days after it happened is listed, an act after more than one", "[TIME-02]") {
  Trajectory t;
  t.add(contact("2020-03-02 10:00").recorded("2020-03-09 10:00"));
  CHECK(t.watched("TIME-02", "2020-04-01 10:00").empty());
  t.add(contact("2020-03-02 10:00").recorded("2020-03-09 10:01"));
  CHECK(t.watched("TIME-02", "2020-04-01 10:00").size() == 1);
  Happening act(909, "2020-03-02 10:00");
  act.facts().initUnilateralActionTaken();
  t.add(act.recorded("2020-03-03 10:01"));
  CHECK(t.watched("TIME-02", "2020-04-01 10:00").size() == 2);
  Happening history(207, "2015-03-02 10:00");
  history.facts().initHelpHistoryRecorded();
  t.add(history.recorded("2020-03-09 10:01"));
  t.add(contact("2019-03-02 10:00").recorded("2020-03-09 10:01").performed(PerformerBasis::IMPORT));
  CHECK(t.watched("TIME-02", "2020-04-01 10:00").size() == 2);
}

TEST_CASE("a case without a final responsible for more than a day is listed, from then until somebody is", "[ROLE-01]") {
  Trajectory t;
  t.add(opened());
  CHECK(t.watched("ROLE-01", "2020-01-07 10:00").empty());
  REQUIRE(t.watched("ROLE-01", "2020-01-07 10:01").size() == 1);
  CHECK_FALSE(t.watched("ROLE-01", "2020-01-07 10:01")[0].until);
  t.add(assigned(SingleFunction::FINAL_RESPONSIBLE, "w3", "2020-01-10"));
  auto found = t.watched("ROLE-01", "2021-01-01 10:00");
  REQUIRE(found.size() == 1);
  CHECK(day(*found[0].until) == "2020-01-10");
  t.add(assigned(SingleFunction::FINAL_RESPONSIBLE, "b1", "2020-02-10"));  // handed over without a gap
  CHECK(t.watched("ROLE-01", "2021-01-01 10:00").size() == 1);
  t.add(assigned(SingleFunction::FINAL_RESPONSIBLE, nullptr, "2020-06-10"));
  found = t.watched("ROLE-01", "2021-01-01 10:00");
  REQUIRE(found.size() == 2);
  CHECK(day(found[1].since) == "2020-06-11");
  t.add(status(CaseStatus::CLOSED, "2020-06-10 12:00"));
  CHECK(t.watched("ROLE-01", "2021-01-01 10:00").size() == 1);
}

TEST_CASE("one final responsible is asked from the first approach that is not regular", "[ROLE-01]") {
  Trajectory t;
  t.add(opened());
  t.add(approach(Approach::REGULAR, "2020-01-08 10:00"));
  t.add(approach(Approach::CMPG, "2020-02-03 10:00"));
  const auto found = t.watched("ROLE-01", "2020-03-01 10:00");
  REQUIRE(found.size() == 1);
  CHECK(day(found[0].since) == "2020-02-04");
}

TEST_CASE("wijkcoach and central contact are filled from the approach on, a regisseur from the TDO", "[ROLE-02]") {
  Trajectory t;
  t.add(opened());
  CHECK(t.watched("ROLE-02", "2020-06-01 10:00").empty());
  t.add(approach(Approach::CMPG, "2020-02-03 10:00"));
  CHECK(t.watched("ROLE-02", "2020-02-10 10:00").empty());
  CHECK(t.watched("ROLE-02", "2020-02-10 10:01").size() == 2);
  t.add(assigned(SingleFunction::WIJKCOACH, "w3", "2020-02-03"));
  CHECK(t.watched("ROLE-02", "2020-06-01 10:00").size() == 1);
  Happening tdo(501, "2020-03-02 10:00");
  tdo.facts().initMeetingHeld().setMeetingType(MeetingType::TDO);
  t.add(tdo);
  CHECK(t.watched("ROLE-02", "2020-03-09 10:01").size() == 2);
}

TEST_CASE("three months without work on motivation are listed, each time they pass", "[MOT-02]") {
  Trajectory t;
  t.add(opened("2020-01-06 10:00"));
  t.add(contact("2020-02-06 10:00", false));
  CHECK(t.watched("MOT-02", "2020-04-06 10:00").empty());
  CHECK(t.watched("MOT-02", "2020-04-06 10:01").size() == 1);
  t.add(contact("2020-04-06 10:00", true));
  CHECK(t.watched("MOT-02", "2020-07-06 10:00").empty());
  Happening judged(702, "2020-10-06 10:00");
  judged.facts().initMotivationAssessed();
  t.add(judged);
  CHECK(t.watched("MOT-02", "2020-10-07 10:00").size() == 1);
  t.add(status(CaseStatus::CLOSED, "2020-11-01 10:00"));
  CHECK(t.watched("MOT-02", "2022-10-07 10:00").size() == 1);
}

TEST_CASE("a family that was not spoken for 35 days is out of sight", "[MOT-03]") {
  Trajectory t;
  t.add(opened("2020-01-06 10:00"));
  t.add(contact("2020-01-20 10:00", false, ContactOutcome::NOT_HOME));
  CHECK(t.watched("MOT-03", "2020-02-10 10:00").empty());
  CHECK(t.watched("MOT-03", "2020-02-10 10:01").size() == 1);
  t.add(contact("2020-02-10 10:00"));
  CHECK(t.watched("MOT-03", "2020-02-11 10:01").empty());
}

TEST_CASE("after the plan starts, four weeks with fewer than eight contacts are listed", "[MOT-03]") {
  const auto course = [](int contacts_a_week) {
    Trajectory t;
    t.add(opened("2020-01-06 10:00"));
    t.add(plan("2020-01-06 11:00"));
    for (int week = 0; week < 30; ++week)
      for (int n = 0; n < contacts_a_week; ++n) t.add(contact(local_text(local("2020-01-06 12:00") + (week * 7 + n) * micros_per_day).c_str()));
    return t.watched("MOT-03", "2020-07-20 10:00");
  };
  CHECK(course(2).empty());
  const auto found = course(1);
  REQUIRE(found.size() == 1);
  CHECK(day(found[0].since) == "2020-02-03");
}

TEST_CASE("once the intensive period is over the family is spoken every month, and each silence is listed once", "[MOT-03]") {
  Trajectory t;
  t.add(opened("2020-01-06 10:00"));
  t.add(plan("2020-01-06 11:00"));
  for (int n = 0; n < 26 * 7; n += 3) t.add(contact(local_text(local("2020-01-06 12:00") + n * micros_per_day).c_str()));
  t.add(contact("2020-07-10 10:00"));
  CHECK(t.watched("MOT-03", "2020-08-10 10:00").empty());
  const auto found = t.watched("MOT-03", "2020-09-10 10:00");
  REQUIRE(found.size() == 1);
  CHECK(day(found[0].since) == "2020-08-10");
  Given given;
  given.policy(PolicyKind::RULE_PARAMETERS, {{"laterInterval", "P14D"}}, "2020-01-01");
  t.registry = given.registry;
  CHECK(t.watched("MOT-03", "2020-07-25 10:00").size() == 1);
}

TEST_CASE("half a year with a plan and no goal moving is listed", "[EVAL-05]") {
  Trajectory t;
  t.add(opened("2020-01-06 10:00"));
  Happening goal(801, "2020-01-06 10:30");
  goal.facts().initGoalSet();
  const EventId id = t.add(goal);
  t.add(plan("2020-01-06 11:00"));
  t.add(scored(id, -1, "2020-02-01 10:00"));
  CHECK(t.watched("EVAL-05", "2020-07-06 11:00").empty());
  CHECK(t.watched("EVAL-05", "2020-07-06 11:01").size() == 1);
  t.add(scored(id, 0, "2020-03-01 10:00"));   // better
  t.add(scored(id, -2, "2020-05-01 10:00"));  // worse
  CHECK(t.watched("EVAL-05", "2020-09-01 10:00").empty());
  CHECK(t.watched("EVAL-05", "2020-09-01 10:01").size() == 1);
  Happening evaluated(1001, "2020-08-15 10:00");
  auto result = evaluated.facts().initEvaluationHeld().initResults(1)[0];
  result.setGoal(data(id));
  result.setStatus(GoalStatus::PARTLY_REACHED);
  t.add(evaluated);
  CHECK(t.watched("EVAL-05", "2020-09-01 10:01").empty());
}

TEST_CASE("who is involved longer than half a year has intervisie every three months", "[EVAL-06]") {
  Trajectory t;
  t.add(opened("2020-01-06 10:00"));
  t.add(involved("w3", "2020-01-06"));
  CHECK(t.watched("EVAL-06", "2020-07-05 10:00").empty());
  REQUIRE(t.watched("EVAL-06", "2020-07-07 10:00").size() == 1);
  CHECK(t.watched("EVAL-06", "2020-07-07 10:00")[0].actor == actor("w3"));
  t.add(review(ConsultKind::COLLEAGUE, "2020-06-20 10:00"));
  CHECK(t.watched("EVAL-06", "2020-07-07 10:00").size() == 1);
  t.add(review(ConsultKind::INTERVISIE, "2020-06-20 10:00"));
  CHECK(t.watched("EVAL-06", "2020-09-20 10:00").empty());
  CHECK(t.watched("EVAL-06", "2020-09-20 10:01").size() == 1);
  t.add(left("w3", "2020-09-01"));
  CHECK(t.watched("EVAL-06", "2021-09-20 10:01").empty());
}

TEST_CASE("a child at home is looked at within fourteen days after signs about an adult", "[SAFE-06]") {
  const auto person_of = [](const char* name, AgeBand band) {
    Happening h(202, "2020-01-02 10:00");
    auto row = h.facts().initPersonRecorded().initPersons(1)[0];
    row.setSubject(data(person(name)));
    row.setAgeBand(band);
    row.setChange(PersonChange::ADDED);
    row.setInHousehold(YesNoUnknown::YES);
    return h;
  };
  Happening crisis(304, "2020-03-02 10:00");
  crisis.facts().initCrisisDeclared().setCrisisKind(CrisisKind::VIOLENCE);
  Trajectory without;
  without.add(person_of("J", AgeBand::ADULT23));
  without.add(crisis);
  CHECK(without.of("SAFE-06", "2020-04-01 10:00").empty());
  Trajectory t;
  t.add(person_of("K4", AgeBand::UNDER12));
  t.add(crisis);
  CHECK(t.of("SAFE-06", "2020-03-16 10:00").at(0).state == WaitState::open);
  CHECK(t.of("SAFE-06", "2020-03-16 10:01").at(0).state == WaitState::late);
  Happening judged(605, "2020-03-16 10:00");
  judged.facts().initSafetyJudged().setChild(data(person("K4")));
  t.add(judged);
  CHECK(t.of("SAFE-06", "2020-04-16 10:01").at(0).state == WaitState::settled);
}

TEST_CASE("a consent is asked again before it ends, and each year when it has no end", "[CONS-09]") {
  const auto consent = [](const char* at, const char* until, const char* grantor = "J") {
    Happening h(402, at);
    auto f = h.facts().initConsentGiven();
    f.setConsentKind(ConsentKind::DOORBREKEN_GEHEIMHOUDING);
    f.setGrantor(data(person(grantor)));
    f.initAbout(1).set(0, data(person("J")));
    if (until != nullptr) fill_date(f.initValidUntil(), until);
    return h;
  };
  Trajectory t;
  t.add(consent("2020-01-02 10:00", "2020-07-01"));
  auto wait = t.of("CONS-09", "2020-05-01 10:00").at(0);
  CHECK(day(wait.shown_from) == "2020-06-01");
  CHECK(day(wait.due) == "2020-07-01");
  t.add(consent("2020-06-20 10:00", nullptr, "P"));  // of somebody else
  CHECK(t.of("CONS-09", "2020-07-02 10:00").at(0).state == WaitState::late);
  t.add(consent("2020-06-20 10:00", nullptr));
  const auto waits = t.of("CONS-09", "2020-07-02 10:00");
  REQUIRE(waits.size() == 3);
  CHECK(waits[0].state == WaitState::settled);
  CHECK(day(waits[1].due) == "2021-06-20");
}

TEST_CASE("a consent for one recipient is not asked again by asking one for another", "[CONS-09]") {
  const auto consent = [](const char* at, const char* recipient) {
    Happening h(402, at);
    auto f = h.facts().initConsentGiven();
    f.setConsentKind(ConsentKind::DOORBREKEN_GEHEIMHOUDING);
    f.setGrantor(data(person("J")));
    f.initAbout(1).set(0, data(person("J")));
    f.initRecipients(1)[0].setOrg(data(org(recipient)));
    fill_date(f.initValidUntil(), "2020-07-01");
    return h;
  };
  Trajectory t;
  t.add(consent("2020-01-02 10:00", "O1"));
  t.add(consent("2020-06-20 10:00", "O2"));
  CHECK(t.of("CONS-09", "2020-07-02 10:00").at(0).state == WaitState::late);
  t.add(consent("2020-06-21 10:00", "O1"));
  CHECK(t.of("CONS-09", "2020-07-02 10:00").at(0).state == WaitState::settled);
}

TEST_CASE("a consent about somebody who turns 12, 16 or 18 is asked again in that month", "[CONS-09]") {
  Trajectory t;
  Happening born(202, "2020-01-02 10:00");
  auto row = born.facts().initPersonRecorded().initPersons(1)[0];
  row.setSubject(data(person("K4")));
  row.setAgeBand(AgeBand::UNDER12);
  row.initBirthMonth().setYear(2008);
  row.getBirthMonth().setMonth(5);
  t.add(born);
  Happening given(402, "2020-01-10 10:00");
  auto f = given.facts().initConsentGiven();
  f.setConsentKind(ConsentKind::DOORBREKEN_GEHEIMHOUDING);
  f.setGrantor(data(person("M")));
  f.initAbout(1).set(0, data(person("K4")));
  fill_date(f.initValidUntil(), "2020-12-31");
  t.add(given);
  const auto of_age = [&](const std::string& now) {
    auto waits = t.of("CONS-09", now);
    std::erase_if(waits, [](const Wait& wait) { return wait.about != person("K4"); });
    return waits;
  };
  REQUIRE(of_age("2020-05-01 00:00").size() == 1);
  CHECK(day(of_age("2020-05-01 00:00")[0].shown_from) == "2020-05-01");
  CHECK(of_age("2020-05-31 23:59")[0].state == WaitState::open);
  CHECK(of_age("2020-06-01 00:00")[0].state == WaitState::late);
  Happening again = given.copy();
  t.add(again.at("2020-04-30 10:00"));  // before the month: the line is still to come
  CHECK(of_age("2020-06-01 00:00")[0].state == WaitState::late);
  Happening in_time = given.copy();
  t.add(in_time.at("2020-05-20 10:00"));
  CHECK(of_age("2020-06-01 00:00")[0].state == WaitState::settled);
}

TEST_CASE("who looks without acting in the case, or after leaving it, is listed, whose office it is, is not",
          "[ACC-02]") {
  Trajectory t, reads;
  t.add(contact("2020-01-06 10:00"));  // by w3
  t.add(involved("b1", "2020-01-06").by("b1", Role::SPECIALIST));
  reads.add(looked("w3", "2020-04-05 09:00", 5));
  reads.add(looked("b1", "2020-02-06 10:00", 5));
  reads.add(looked("po", "2020-02-06 10:00", 5, Role::PRIVACY_OFFICER));
  CHECK(t.looked_at(reads).empty());
  reads.add(looked("w3", "2020-04-05 12:00", 5));  // more than ninety days after
  CHECK(t.looked_at(reads).size() == 1);
  reads.add(looked("h2", "2020-02-06 10:00", 1));
  REQUIRE(t.looked_at(reads).size() == 2);
  t.add(left("b1", "2020-02-01").by("b1", Role::SPECIALIST));
  CHECK(t.looked_at(reads).size() == 3);
}

TEST_CASE(
    "whoever keeps the archive or makes policy looks at cases without acting in them, and is listed for no "
    "more than too much on one day",
    "[ACC-02]") {
  Trajectory t, reads;
  t.add(contact("2020-01-06 10:00"));
  reads.add(looked("ar", "2020-02-06 10:00", 12, Role::ARCHIVIST));
  reads.add(looked("pa", "2020-02-06 10:00", 3, Role::POLICY_ADVISER));
  CHECK(t.looked_at(reads).empty());
  reads.add(looked("tl", "2020-02-06 10:00", 1, Role::TEAM_LEADER));
  CHECK(t.looked_at(reads).size() == 1);
  reads.add(looked("ar", "2020-02-07 10:00", 201, Role::ARCHIVIST));
  CHECK(t.looked_at(reads).size() == 2);
}

TEST_CASE("the looks of one viewer are one finding with their number, until it was dealt with", "[ACC-02]") {
  Trajectory t, reads;
  t.add(contact("2020-01-06 10:00"));
  const EventId first = reads.add(looked("h2", "2020-02-06 10:00", 1));
  reads.add(looked("h2", "2020-02-07 10:00", 1));
  reads.add(looked("h3", "2020-02-07 11:00", 1));
  reads.add(looked("h2", "2020-02-08 10:00", 1));
  auto found = t.looked_at(reads);
  REQUIRE(found.size() == 2);
  CHECK(found[0].count == 3);
  CHECK(day(*found[0].until) == "2020-02-08");
  CHECK(found[1].count == 1);
  Happening handled(1006, "2020-02-09 10:00");
  handled.facts().initFindingHandled().setRule("ACC-02");
  t.add(handled.refers(RefType::CONCERNS, first));
  reads.add(looked("h2", "2020-02-10 10:00", 1));
  found = t.looked_at(reads);
  REQUIRE(found.size() == 3);
  CHECK(found[0].count == 3);
  reads.add(looked("h2", "2020-06-10 10:00", 1));  // long after
  CHECK(t.looked_at(reads).size() == 4);
}

TEST_CASE("more than two hundred parts on one day are listed once", "[ACC-02]") {
  Trajectory t, reads;
  t.add(contact("2020-02-06 10:00"));
  reads.add(looked("w3", "2020-02-06 11:00", 150));
  reads.add(looked("w3", "2020-02-06 12:00", 50));
  CHECK(t.looked_at(reads).empty());
  reads.add(looked("w3", "2020-02-06 13:00", 1));
  CHECK(t.looked_at(reads).size() == 1);
}
