#include <catch2/catch.hpp>

#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

template <class List>
void one_person(List list, const char* name) {
  list.set(0, data(person(name)));
}
Happening judged(SafetyJudgement current, const char* child = "K4", const char* next = nullptr) {
  Happening h(605, "2020-03-02 10:00");
  auto f = h.facts().initSafetyJudged();
  f.setChild(data(person(child)));
  f.setCurrent(current);
  if (next != nullptr) fill_date(f.initNextOn(), next);
  return h;
}
Happening safety_plan(const char* child, const char* review = nullptr) {
  Happening h(607, "2020-03-03 10:00");
  auto f = h.facts().initSafetyPlanAdopted();
  one_person(f.initChildren(1), child);
  if (review != nullptr) fill_date(f.initReviewOn(), review);
  return h;
}
Happening told(InformTopic topic) {
  Happening h(410, "2020-03-03 10:00");
  auto f = h.facts().initSubjectInformed();
  f.initTopics(1).set(0, topic);
  one_person(f.initTold(1), "J");
  return h;
}
Happening acted_alone() {
  Happening h(909, "2020-03-02 10:00");
  h.facts().initUnilateralActionTaken();
  return h;
}
Happening consultation(const char* with) {
  Happening h(504, "2020-03-03 10:00");
  h.facts().initConsultationHeld().initWith(1).set(0, data(actor(with)));
  return h;
}
Happening step(MeldcodeStep which, MeldcodeOutcome outcome, YesNoUnknown acute = YesNoUnknown::NO) {
  Happening h(606, "2020-03-02 10:00");
  auto f = h.facts().initMeldcodeStepTaken();
  auto row = f.initSteps(1)[0];
  row.setStep(which);
  row.setOutcome(outcome);
  f.setAcute(acute);
  one_person(f.initAbout(1), "K4");
  return h;
}
Happening report(ShareForm form) {
  Happening h(408, "2020-03-02 12:00");
  auto f = h.facts().initInformationShared();
  f.setForm(form);
  one_person(f.initAbout(1), "K4");
  return h;
}

}  // namespace

TEST_CASE("an unsafe child waits five days for a safety plan, a safe enough child for none", "[TERM-14]") {
  check_term({"TERM-14", judged(SafetyJudgement::UNSAFE), "2020-03-07 10:00", [](const EventId&) { return safety_plan("K4"); }}, Unnamed::settles);
  Trajectory other;
  other.add(judged(SafetyJudgement::INSUFFICIENT));
  other.add(safety_plan("K3"));
  CHECK(other.of("TERM-14", "2020-03-07 10:01").at(0).state == WaitState::late);
  Trajectory safe;
  safe.add(judged(SafetyJudgement::SAFE_ENOUGH));
  safe.add(judged(SafetyJudgement::UNCLEAR));
  CHECK(safe.of("TERM-14", "2021-03-07 10:01").empty());
}

TEST_CASE("an unsafe child is judged again within thirty days, or on the day that was set", "[TERM-15]") {
  const auto again = [](const EventId&) { return judged(SafetyJudgement::SAFE); };
  check_term({"TERM-15", judged(SafetyJudgement::ACUTELY_UNSAFE), "2020-04-01 10:00", again}, Unnamed::settles);
  check_term({"TERM-15", judged(SafetyJudgement::UNSAFE, "K4", "2020-03-09"), "2020-03-09 23:59", again}, Unnamed::settles);
}

TEST_CASE("a safety plan is renewed by its day of review", "[TERM-15]") {
  check_term({"TERM-15", safety_plan("K4", "2020-04-10"), "2020-04-10 23:59", [](const EventId&) { return safety_plan("K4"); }}, Unnamed::settles);
}

TEST_CASE("what was found about safety is told within fourteen days, or put off", "[TERM-16]") {
  check_term({"TERM-16", judged(SafetyJudgement::SAFE), "2020-03-16 10:00", [](const EventId&) { return told(InformTopic::SAFETY_FINDINGS); }}, Unnamed::settles);
  check_term({"TERM-16", judged(SafetyJudgement::SAFE), "2020-03-16 10:00", [](const EventId& j) {
                Happening h(411, "2020-03-03 10:00");
                h.facts().initInformingPostponed();
                return h.refers(RefType::CONCERNS, j);
              }});
  Trajectory rights_only;
  rights_only.add(judged(SafetyJudgement::SAFE));
  rights_only.add(told(InformTopic::RIGHTS));
  CHECK(rights_only.of("TERM-16", "2020-03-16 10:01").at(0).state == WaitState::late);
}

TEST_CASE("both parents hear what was found, also one after the other, and of this judgement and not of another", "[TERM-16]") {
  const auto told_to = [](const char* name) {
    auto h = told(InformTopic::SAFETY_FINDINGS);
    h.facts().getSubjectInformed().initTold(1).set(0, data(person(name)));
    return h;
  };
  Trajectory t;
  add_child(t, "K4", {"M", "F"});
  const EventId judgement = t.add(judged(SafetyJudgement::SAFE));
  const EventId other = t.add(judged(SafetyJudgement::SAFE).at("2020-03-02 11:00"));
  t.add(told_to("M"));
  CHECK(t.of("TERM-16", "2020-03-20 10:01").at(0).state == WaitState::late);
  t.add(told_to("F").refers(RefType::CONCERNS, other));
  CHECK(t.of("TERM-16", "2020-03-20 10:01").at(0).state == WaitState::late);
  CHECK(t.of("TERM-16", "2020-03-20 10:01").at(1).state == WaitState::settled);
  t.add(told_to("F").refers(RefType::CONCERNS, judgement));
  CHECK(t.of("TERM-16", "2020-03-20 10:01").at(0).state == WaitState::settled);
}

TEST_CASE("after acting alone, working together is sought within fourteen days", "[TERM-17]") {
  check_term({"TERM-17", acted_alone(), "2020-03-16 10:00", [](const EventId& acted) {
                Happening h(910, "2020-03-03 10:00");
                h.facts().initCooperationRestored();
                return h.refers(RefType::CONCERNS, acted);
              }});
}

TEST_CASE("who acted alone talks it over with another within two days", "[TERM-18]") {
  check_term({"TERM-18", acted_alone(), "2020-03-04 10:00", [](const EventId&) { return consultation("b1"); }}, Unnamed::settles);
  Trajectory alone;
  alone.add(acted_alone());
  alone.add(consultation("w3"));  // the author
  CHECK(alone.of("TERM-18", "2020-03-04 10:01").at(0).state == WaitState::late);
}

TEST_CASE("an urgent request that was not weighed is weighed within three days", "[TERM-18]") {
  Happening asked(905, "2020-03-02 10:00");
  asked.facts().initDwangRequested().setUrgent(YesNoUnknown::YES);
  check_term({"TERM-18", asked, "2020-03-05 10:00", [](const EventId&) {
                Happening h(901, "2020-03-03 10:00");
                h.facts().initCoercionWeighed();
                return h;
              }},
             Unnamed::settles);
  Trajectory weighed;
  weighed.add(asked.refers(RefType::BASED_ON, EventId{}));
  CHECK(weighed.of("TERM-18", "2020-03-05 10:01").empty());
}

TEST_CASE("the meldcode is walked to its end in 28 days, in one day when it is acute", "[TERM-19]") {
  const auto end = [](const EventId&) { return step(MeldcodeStep::DECIDE_HELP, MeldcodeOutcome::HELP_POSSIBLE); };
  check_term({"TERM-19", step(MeldcodeStep::SIGNALS, MeldcodeOutcome::CONTINUE), "2020-03-30 10:00", end}, Unnamed::settles);
  check_term({"TERM-19", step(MeldcodeStep::SIGNALS, MeldcodeOutcome::CONTINUE, YesNoUnknown::YES), "2020-03-03 10:00", end}, Unnamed::settles);
  Trajectory t;
  t.add(step(MeldcodeStep::SIGNALS, MeldcodeOutcome::CONTINUE));
  t.add(step(MeldcodeStep::TALK, MeldcodeOutcome::SUSPICION_REMOVED).at("2020-03-05 10:00"));
  CHECK(t.of("TERM-19", "2020-05-05 10:00").at(0).state == WaitState::settled);
}

TEST_CASE("a report that is necessary is made within a day", "[TERM-19]") {
  check_term({"TERM-19", step(MeldcodeStep::DECIDE_REPORT, MeldcodeOutcome::REPORT_NECESSARY), "2020-03-03 10:00", [](const EventId&) { return report(ShareForm::VT_REPORT); }, 408},
             Unnamed::settles);
  Trajectory t;
  t.add(step(MeldcodeStep::DECIDE_REPORT, MeldcodeOutcome::REPORT_NECESSARY));
  t.add(report(ShareForm::ANSWER));
  CHECK(t.of("TERM-19", "2020-03-03 10:01", 408).at(0).state == WaitState::late);
}
