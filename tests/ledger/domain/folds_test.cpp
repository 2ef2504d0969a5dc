#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

std::vector<EventId> open_matters(const Given& g) {
  std::vector<EventId> out;
  for (const OpenMatter& one : g.state.evaluations().open()) out.push_back(one.event);
  return out;
}
Happening ended(const std::string& until) {
  Happening h(205, "2020-02-01 10:00");
  fill_date(h.facts().initInvolvementEnded().initUntil(), until);
  return h;
}
void list_party(const Happening& h, const std::string& name, Role role) {
  auto p = h.facts().getInvolvementEnded().initParties(1)[0];
  p.setActor(data(actor(name)));
  p.setRole(role);
}
Happening task_updated(const EventId& task, TaskStatus status) {
  Happening h(807, "2020-02-05 10:00");
  h.facts().initTaskUpdated().setStatus(status);
  return h.refers(RefType::CONCERNS, task);
}
Happening escalated(const EventId& about) {
  Happening h(1003, "2020-02-04 10:00");
  h.facts().initEscalated();
  return h.refers(RefType::CONCERNS, about);
}
EventId assigned_task(Given& g) {
  Happening h(806, "2020-02-03 10:00");
  h.facts().initTaskAssigned();
  return g.record(h);
}

}  // namespace

TEST_CASE("an involvement lasts until the day before its end, and its organisation is no longer active then", "[domain]") {
  Given g;
  const EventId since = g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-01-01");
  g.record(ended("2020-02-01").refers(RefType::ENDS, since));
  const Involvement& who = g.state.involvement();
  CHECK(who.is_active(actor("b1"), {2020, 1, 31}));
  CHECK_FALSE(who.is_active(actor("b1"), {2020, 2, 1}));
  CHECK(who.is_active(org("O14"), {2020, 1, 31}));
  CHECK_FALSE(who.is_active(org("O14"), {2020, 2, 1}));
  CHECK(who.roles_of(actor("b1"), {2020, 2, 1}).empty());
  CHECK(who.is_active(actor("w3"), {2020, 2, 1}));
}

TEST_CASE("an end that lists a party ends that party in that role only", "[domain]") {
  Given g;
  g.involve("b1", "O14", Role::SPECIALIST);
  g.involve("b1", "O14", Role::BUDDY);
  auto end = ended("2020-02-01");
  list_party(end, "b1", Role::BUDDY);
  g.record(end);
  CHECK(g.state.involvement().roles_of(actor("b1"), {2020, 2, 1}) == std::vector{Role::SPECIALIST});
}

TEST_CASE("an end without a party and without the start that it ends ends nobody", "[domain]") {
  Given g;
  g.involve("b1", "O14", Role::SPECIALIST);
  g.record(ended("2020-02-01"));
  CHECK(g.state.involvement().is_active(actor("b1"), {2020, 2, 1}));
}

TEST_CASE("somebody who comes back after an end is active again", "[domain]") {
  Given g;
  const EventId since = g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-01-01");
  g.record(ended("2020-02-01").refers(RefType::ENDS, since));
  g.involve("b1", "O14", Role::SPECIALIST, InvolvementTask::HELP, "2020-03-01");
  CHECK_FALSE(g.state.involvement().is_active(actor("b1"), {2020, 2, 29}));
  CHECK(g.state.involvement().is_active(actor("b1"), {2020, 3, 1}));
}

TEST_CASE("a task is open until a status that ends it", "[domain]") {
  Given g;
  const EventId task = assigned_task(g);
  for (auto status : {TaskStatus::STARTED, TaskStatus::WAITING, TaskStatus::MOVED}) {
    g.record(task_updated(task, status));
    CHECK(g.state.plans().task(task)->is_open());
  }
  for (auto status : {TaskStatus::DONE, TaskStatus::PARTLY_DONE, TaskStatus::NOT_DONE, TaskStatus::ARRIVED, TaskStatus::REFUSED_BY_CLIENT,
                      TaskStatus::REFUSED_BY_PROVIDER, TaskStatus::WITHDRAWN}) {
    g.record(task_updated(task, status));
    CHECK_FALSE(g.state.plans().task(task)->is_open());
  }
}

TEST_CASE("a change of a goal moves its end and its owner", "[domain]") {
  Given g;
  Happening goal(801, "2020-01-01 10:00");
  goal.facts().initGoalSet().setLevel(GoalLevel::GOAL);
  fill_date(goal.facts().getGoalSet().initEndOn(), "2020-06-01");
  g.record(goal);
  CHECK_FALSE(g.state.plans().goal(goal.id())->is_active({2020, 6, 2}));
  Happening changed(802, "2020-05-01 10:00");
  changed.facts().initGoalChanged().setStatus(GoalStatus::ACTIVE);
  changed.facts().getGoalChanged().setOwnerSubject(data(person("P")));
  fill_date(changed.facts().getGoalChanged().initEndOn(), "2020-09-01");
  g.record(changed.refers(RefType::CONCERNS, goal.id()));
  CHECK(g.state.plans().goal(goal.id())->is_active({2020, 6, 2}));
  CHECK(g.state.plans().goal(goal.id())->owner == person("P"));
}

TEST_CASE("an escalation waits until its task is updated, and a further step takes its place", "[domain]") {
  Given g;
  const EventId task = assigned_task(g), other = assigned_task(g);
  const EventId first = g.record(escalated(task));
  CHECK(open_matters(g) == std::vector{first});
  const EventId second = g.record(escalated(task).refers(RefType::FOLLOWS, first));
  CHECK(open_matters(g) == std::vector{second});
  g.record(task_updated(other, TaskStatus::DONE));
  CHECK(open_matters(g) == std::vector{second});
  g.record(task_updated(task, TaskStatus::WAITING));
  CHECK(open_matters(g).empty());
}

TEST_CASE("a request for information waits until it is answered", "[domain]") {
  Given g;
  Happening asked(405, "2020-02-01 10:00");
  asked.facts().initInformationRequested();
  g.record(asked);
  g.record(g.decision({.decision = ShareDecision::DO_NOT_SHARE}));
  CHECK(open_matters(g) == std::vector{asked.id()});
  g.record(g.decision({.decision = ShareDecision::DO_NOT_SHARE}).refers(RefType::ANSWERS, asked.id()));
  CHECK(open_matters(g).empty());
}

TEST_CASE("a postponement waits until each person was told what it concerns", "[domain]") {
  Given g;
  const EventId share = g.record(g.decision({}));
  Happening postponed(411, "2020-02-03 10:00");
  auto about = postponed.facts().initInformingPostponed().initAbout(2);
  about.set(0, data(person("J")));
  about.set(1, data(person("P")));
  g.record(postponed.refers(RefType::CONCERNS, share));
  const auto tell = [&](const std::string& who, const EventId& concerned) {
    Happening h(410, "2020-02-10 10:00");
    h.facts().initSubjectInformed().initTold(1).set(0, data(person(who)));
    g.record(h.refers(RefType::CONCERNS, concerned));
  };
  tell("J", share);
  tell("P", EventId{});
  CHECK(open_matters(g) == std::vector{postponed.id()});
  tell("P", postponed.id());
  CHECK(open_matters(g).empty());
}

TEST_CASE("a crisis action that names no crisis ends those that are open, one that is not the end ends none", "[domain]") {
  Given g;
  Happening declared(304, "2020-01-01 10:00");
  declared.facts().initCrisisDeclared();
  g.record(declared);
  Happening acted(305, "2020-01-01 12:00");
  acted.facts().initCrisisActionTaken().setState(CrisisState::CONTROLLED);
  g.record(acted);
  CHECK(g.state.safety().crises().front().is_open(local("2020-01-02")));
  Happening over(305, "2020-01-01 13:00");
  over.facts().initCrisisActionTaken().setState(CrisisState::ENDED);
  g.record(over);
  CHECK(g.state.safety().crises().front().is_open(local("2020-01-01 12:59")));
  CHECK_FALSE(g.state.safety().crises().front().is_open(local("2020-01-01 13:00")));
}
