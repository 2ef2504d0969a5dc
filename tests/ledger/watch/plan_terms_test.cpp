#include <catch2/catch.hpp>

#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening plan(PlanType type = PlanType::FAMILY_PLAN) {
  Happening h(804, "2020-03-02 10:00");
  h.facts().initPlanAdopted().setPlanType(type);
  return h;
}
Happening endorsed(const EventId& plan) {
  Happening h(805, "2020-03-03 10:00");
  h.facts().initPlanEndorsed();
  return h.refers(RefType::CONCERNS, plan);
}
Happening endorsed_by_person(const EventId& plan, const char* name) {
  auto h = endorsed(plan);
  h.facts().getPlanEndorsed().setBySubject(data(person(name)));
  return h;
}
Happening evaluated(const EventId& what, EvaluationNext next = EvaluationNext::CONTINUE) {
  Happening h(1001, "2020-04-02 10:00");
  h.facts().initEvaluationHeld().setNext(next);
  return h.refers(RefType::CONCERNS, what);
}
Happening task(TaskKind kind, const char* due = nullptr) {
  Happening h(806, "2020-03-02 10:00");
  auto f = h.facts().initTaskAssigned();
  f.setTaskKind(kind);
  if (due != nullptr) fill_date(f.initDueOn(), due);
  return h;
}
Happening update(const EventId& task, TaskStatus status) {
  Happening h(807, "2020-03-05 10:00");
  h.facts().initTaskUpdated().setStatus(status);
  return h.refers(RefType::CONCERNS, task);
}
Happening answer(const EventId& to) {
  Happening h(303, "2020-03-05 10:00");
  h.facts().initFeedbackGiven();
  return h.refers(RefType::ANSWERS, to);
}
Happening member(const char* name, AgeBand band) {
  Happening h(202, "2020-01-02 10:00");
  auto row = h.facts().initPersonRecorded().initPersons(1)[0];
  row.setSubject(data(person(name)));
  row.setAgeBand(band);
  row.setChange(PersonChange::ADDED);
  row.setInHousehold(YesNoUnknown::YES);
  return h;
}

}  // namespace

TEST_CASE("each member of twelve or older and each active organisation endorses the family plan within fourteen days", "[TERM-21]") {
  Trajectory t;
  t.add(member("J", AgeBand::ADULT23));
  t.add(member("K12", AgeBand::FROM12TO15));
  t.add(member("K4", AgeBand::UNDER12));
  Happening involved(204, "2020-01-03 10:00");
  auto f = involved.facts().initInvolvementStarted();
  auto party = f.initParties(1)[0];
  party.setOrg(data(org("O4")));
  fill_date(f.initFrom(), "2020-01-03");
  t.add(involved);
  const EventId adopted = t.add(plan());
  REQUIRE(t.of("TERM-21", "2020-03-16 10:00").size() == 3);
  t.add(endorsed_by_person(adopted, "J"));
  auto by_housing = endorsed(adopted);
  by_housing.facts().getPlanEndorsed().setByOrg(data(org("O4")));
  t.add(by_housing);
  const auto waits = t.of("TERM-21", "2020-03-16 10:01");
  for (const Wait& wait : waits) CHECK((wait.state == WaitState::late) == (wait.about == person("K12")));
  t.add(plan(PlanType::PVA_SHORT));
  CHECK(t.of("TERM-21", "2020-03-16 10:01").size() == waits.size());
}

TEST_CASE("a plan, help and an assessment are looked back on by their own day", "[TERM-22]") {
  auto dated = plan();
  dated.facts().getPlanAdopted().initEvaluationAt().setMicros(local("2020-06-02 14:00"));
  check_term({"TERM-22", dated, "2020-06-02 23:59", [](const EventId& p) { return evaluated(p); }});
  Happening help(808, "2020-03-02 10:00");
  fill_date(help.facts().initInterventionStarted().initEvaluateOn(), "2020-05-02");
  check_term({"TERM-22", help, "2020-05-02 23:59", [](const EventId& h) { return evaluated(h); }});
  const auto assessment = [](const char* repeat) {
    Happening h(602, "2020-03-02 10:00");
    auto f = h.facts().initAssessmentMade();
    if (repeat != nullptr) fill_date(f.initRepeatOn(), repeat);
    return h;
  };
  check_term({"TERM-22", assessment("2020-09-01"), "2020-09-01 23:59", [&](const EventId&) { return assessment(nullptr); }}, Unnamed::settles);
  Trajectory undated;
  undated.add(plan());
  CHECK(undated.of("TERM-22", "2030-01-01 10:00").empty());
}

TEST_CASE("a goal not reached changes the plan within fourteen days, or is kept with a motive", "[TERM-23]") {
  const auto missed = [](EvaluationNext next) {
    auto h = evaluated(EventId{}, next).at("2020-03-02 10:00");
    h.facts().getEvaluationHeld().initResults(1)[0].setStatus(GoalStatus::NOT_REACHED);
    return h;
  };
  check_term({"TERM-23", missed(EvaluationNext::CONTINUE), "2020-03-16 10:00", [](const EventId&) { return plan(); }}, Unnamed::settles);
  Trajectory t;
  const auto set = [] {
    Happening h(801, "2020-01-02 10:00");
    h.facts().initGoalSet();
    return h;
  };
  const EventId goal = t.add(set()), other = t.add(set());
  auto of_goal = missed(EvaluationNext::CONTINUE);
  of_goal.facts().getEvaluationHeld().getResults()[0].setGoal(data(goal));
  t.add(of_goal);
  const auto changed = [](const EventId& of) {
    Happening h(802, "2020-03-04 10:00");
    h.facts().initGoalChanged();
    return h.refers(RefType::CONCERNS, of);
  };
  t.add(changed(other));
  CHECK(t.of("TERM-23", "2020-03-16 10:01").at(0).state == WaitState::late);
  t.add(changed(goal));
  CHECK(t.of("TERM-23", "2020-03-16 10:01").at(0).state == WaitState::settled);
  Trajectory kept;
  kept.add(missed(EvaluationNext::KEEP_WITH_MOTIVE));
  kept.add(evaluated(EventId{}));
  CHECK(kept.of("TERM-23", "2021-03-16 10:01").empty());
}

TEST_CASE("a task with a day is ended by that day, or by the day it was moved to", "[TERM-24]") {
  check_term({"TERM-24", task(TaskKind::ACTION, "2020-03-20"), "2020-03-20 23:59", [](const EventId& t) { return update(t, TaskStatus::NOT_DONE); }});
  Trajectory moved;
  const EventId id = moved.add(task(TaskKind::ACTION, "2020-03-20"));
  auto later = update(id, TaskStatus::MOVED);
  fill_date(later.facts().getTaskUpdated().initDueOn(), "2020-04-20");
  moved.add(later);
  CHECK(moved.of("TERM-24", "2020-04-20 23:59").at(0).state == WaitState::open);
  CHECK(moved.of("TERM-24", "2020-04-21 00:00").at(0).state == WaitState::late);
  Trajectory undated;
  undated.add(task(TaskKind::ACTION));
  CHECK(undated.of("TERM-24", "2030-01-01 10:00").empty());
}

TEST_CASE("a referral without a day arrives or is refused within 28 days", "[TERM-24]") {
  check_term({"TERM-24", task(TaskKind::REFERRAL), "2020-03-30 10:00", [](const EventId& t) { return update(t, TaskStatus::ARRIVED); }});
  Trajectory t;
  const EventId action = t.add(task(TaskKind::ACTION, "2020-03-30"));
  t.add(update(action, TaskStatus::ARRIVED));  // says nothing of a task that is no referral
  CHECK(t.of("TERM-24", "2020-04-01 10:00").at(0).state == WaitState::late);
}

TEST_CASE("after an expert's advice the formal decision follows within 28 days", "[TERM-28]") {
  Happening advice(504, "2020-03-02 10:00");
  advice.facts().initConsultationHeld().setConsultKind(ConsultKind::DESKUNDIGENADVIES);
  check_term({"TERM-28", advice, "2020-03-30 10:00", [](const EventId& a) {
                Happening h(810, "2020-03-03 10:00");
                h.facts().initFormalDecisionMade();
                return h.refers(RefType::ANSWERS, a);
              }});
  Trajectory colleague;
  Happening talk(504, "2020-03-02 10:00");
  talk.facts().initConsultationHeld().setConsultKind(ConsultKind::COLLEAGUE);
  colleague.add(talk);
  CHECK(colleague.of("TERM-28", "2021-03-30 10:01").empty());
}

TEST_CASE("who is reminded answers within seven days, or the task moves", "[TERM-29]") {
  Happening reminded(1003, "2020-03-02 10:00");
  reminded.facts().initEscalated();
  check_term({"TERM-29", reminded, "2020-03-09 10:00", answer});
  Trajectory t;
  const EventId id = t.add(task(TaskKind::ACTION).at("2020-03-01 10:00"));
  t.add(reminded.refers(RefType::CONCERNS, id));
  t.add(update(id, TaskStatus::STARTED));
  CHECK(t.of("TERM-29", "2020-03-30 10:00").at(0).state == WaitState::settled);
}

TEST_CASE("a white spot is answered within ninety days", "[TERM-30]") {
  Happening spot(1005, "2020-03-02 10:00");
  spot.facts().initWhiteSpotReported();
  check_term({"TERM-30", spot, "2020-05-31 10:00", answer});
}
