#include <catch2/catch.hpp>

#include "tests/ledger/watch/course.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

void about(Happening& h, std::initializer_list<const char*> persons) {
  auto list = h.header().initSubjects(static_cast<unsigned>(persons.size()));
  unsigned i = 0;
  for (const char* name : persons) list.set(i++, data(person(name)));
}
Happening signal(const char* from = nullptr) {
  Happening h(301, "2020-03-02 10:00");
  auto f = h.facts().initSignalReceived();
  if (from != nullptr) f.setSourceOrg(data(org(from)));
  return h;
}
Happening judged(const EventId& signal, SignalDecision decision, const char* forward_to = nullptr) {
  Happening h(302, "2020-03-03 10:00");
  auto f = h.facts().initSignalAssessed();
  f.setDecision(decision);
  if (forward_to != nullptr) f.setForwardTo(data(org(forward_to)));
  return h.refers(RefType::CONCERNS, signal);
}
Happening share(ShareForm form, const char* to) {
  Happening h(408, "2020-03-04 10:00");
  auto f = h.facts().initInformationShared();
  f.setForm(form);
  f.initRecipients(1)[0].setOrg(data(org(to)));
  return h;
}
Happening feedback(const EventId& to) {
  Happening h(303, "2020-03-04 10:00");
  h.facts().initFeedbackGiven().setOutcome(FeedbackOutcome::TAKEN_UP);
  return h.refers(RefType::ANSWERS, to);
}
Happening recorded(const char* name) {
  Happening h(202, "2020-03-04 10:00");
  h.facts().initPersonRecorded().initPersons(1)[0].setSubject(data(person(name)));
  about(h, {name});
  return h;
}
Happening crisis_action(CrisisState state) {
  Happening h(305, "2020-03-04 10:00");
  h.facts().initCrisisActionTaken().setState(state);
  return h;
}

}  // namespace

TEST_CASE("a signal waits five days for its assessment", "[TERM-01]") {
  check_term({"TERM-01", signal(), "2020-03-07 10:00", [](const EventId& s) { return judged(s, SignalDecision::START_CASE); }});
}

TEST_CASE("who is mentioned waits seven days to be recorded, a reporter does not", "[TERM-02]") {
  auto mentioned = signal();
  about(mentioned, {"J"});
  check_term({"TERM-02", mentioned, "2020-03-09 10:00", [](const EventId&) { return recorded("J"); }}, Unnamed::settles);

  Trajectory other;
  other.add(mentioned);
  other.add(recorded("P"));
  CHECK(other.of("TERM-02", "2020-03-10 10:00").at(0).state == WaitState::late);

  auto reported = signal();
  about(reported, {"J"});
  reported.facts().getSignalReceived().setReporter(data(person("J")));
  Trajectory t;
  t.add(reported);
  CHECK(t.of("TERM-02", "2020-03-10 10:00").empty());
}

TEST_CASE("a signal to be passed on is passed on to that organisation within five days", "[TERM-03]") {
  const auto forward = judged(EventId{}, SignalDecision::FORWARD, "O4");
  check_term({"TERM-03", forward, "2020-03-08 10:00", [](const EventId&) { return share(ShareForm::FORWARD_SIGNAL, "O4"); }}, Unnamed::settles);
  Trajectory elsewhere;
  elsewhere.add(forward);
  elsewhere.add(share(ShareForm::FORWARD_SIGNAL, "O5"));
  elsewhere.add(share(ShareForm::OWN_INITIATIVE, "O4"));
  CHECK(elsewhere.of("TERM-03", "2020-03-08 10:01").at(0).state == WaitState::late);
  Trajectory kept;
  kept.add(judged(EventId{}, SignalDecision::START_CASE));
  CHECK(kept.of("TERM-03", "2020-04-08 10:01").empty());
}

TEST_CASE("an organisation that reports, or was passed a signal, waits 28 days for feedback", "[TERM-04]") {
  check_term({"TERM-04", signal("O3"), "2020-03-30 10:00", feedback});
  check_term({"TERM-04", share(ShareForm::FORWARD_SIGNAL, "O4"), "2020-04-01 10:00", feedback});
  Trajectory own;
  own.add(signal());
  CHECK(own.of("TERM-04", "2021-01-01 10:00").empty());
}

TEST_CASE("a crisis waits four hours for action and fourteen days for its end", "[TERM-05]") {
  Happening crisis(304, "2020-03-02 10:00");
  crisis.facts().initCrisisDeclared().setCrisisKind(CrisisKind::VIOLENCE);
  const auto first = [&](const std::vector<Wait>& waits) { return waits.at(0).state; };
  Trajectory t;
  const EventId declared = t.add(crisis);
  CHECK(first(t.of("TERM-05", "2020-03-02 14:00")) == WaitState::open);
  CHECK(first(t.of("TERM-05", "2020-03-02 14:01")) == WaitState::late);
  t.add(crisis_action(CrisisState::CONTROLLED).at("2020-03-02 14:00").refers(RefType::CONCERNS, declared));
  auto waits = t.of("TERM-05", "2020-03-16 10:00");
  REQUIRE(waits.size() == 2);
  CHECK(waits[0].state == WaitState::settled);
  CHECK(waits[1].state == WaitState::open);
  CHECK(t.of("TERM-05", "2020-03-16 10:01").at(1).state == WaitState::late);
  t.add(crisis_action(CrisisState::ENDED).at("2020-03-16 10:00"));
  CHECK(t.of("TERM-05", "2020-03-20 10:00").at(1).state == WaitState::settled);
}

TEST_CASE("with two crises an action settles the one it names", "[TERM-05]") {
  Happening one(304, "2020-03-02 10:00"), two(304, "2020-03-02 11:00");
  one.facts().initCrisisDeclared();
  two.facts().initCrisisDeclared();
  Trajectory t;
  t.add(one);
  t.add(two);
  t.add(crisis_action(CrisisState::ENDED).at("2020-03-02 12:00").refers(RefType::CONCERNS, two.id()));
  for (const Wait& wait : t.of("TERM-05", "2020-04-02 10:00")) CHECK((wait.state == WaitState::settled) == (wait.opener == two.id()));
}

TEST_CASE("a family that did not ask for help is asked for consent within fourteen days", "[TERM-06]") {
  const auto opened = [](InterventionOrigin origin) {
    Happening h(201, "2020-03-02 10:00");
    h.facts().initCaseOpened().setOrigin(origin);
    return h;
  };
  const auto asked = [](ConsentKind kind) {
    Happening h(401, "2020-03-03 10:00");
    h.facts().initConsentAsked().setConsentKind(kind);
    return h;
  };
  check_term({"TERM-06", opened(InterventionOrigin::SIGNAL), "2020-03-16 10:00", [&](const EventId&) { return asked(ConsentKind::DOORBREKEN_GEHEIMHOUDING); }},
             Unnamed::settles);
  Trajectory help_only;
  help_only.add(opened(InterventionOrigin::SAFETY_ISSUE));
  help_only.add(asked(ConsentKind::HULPVERLENING));
  CHECK(help_only.of("TERM-06", "2020-03-16 10:01").at(0).state == WaitState::late);
  Trajectory own_request;
  own_request.add(opened(InterventionOrigin::OWN_REQUEST));
  CHECK(own_request.of("TERM-06", "2020-12-16 10:01").empty());
}

TEST_CASE("advice waits seven days, or until the day it is needed by", "[TERM-07]") {
  Happening asked(406, "2020-03-02 10:00");
  asked.facts().initAdviceAsked();
  const auto given = [](const EventId& question) {
    Happening h(504, "2020-03-03 10:00");
    h.facts().initConsultationHeld();
    return h.refers(RefType::ANSWERS, question);
  };
  check_term({"TERM-07", asked, "2020-03-09 10:00", given});
  Happening hurried(406, "2020-03-02 10:00");
  fill_date(hurried.facts().initAdviceAsked().initNeededBy(), "2020-03-04");
  check_term({"TERM-07", hurried, "2020-03-04 23:59", given});
}

TEST_CASE("a length of policy in force on the day takes the place of the default", "[terms]") {
  Given given;
  given.policy(PolicyKind::RULE_PARAMETERS, {{"signalTerm", "P2D"}}, "2020-03-01");
  Trajectory t;
  t.registry = given.registry;
  t.add(signal());
  CHECK(t.of("TERM-01", "2020-03-04 10:00").at(0).state == WaitState::open);
  CHECK(t.of("TERM-01", "2020-03-04 10:01").at(0).state == WaitState::late);
  t.add(signal().at("2020-02-29 10:00"));
  CHECK(t.of("TERM-01", "2020-03-05 10:00").at(1).state == WaitState::open);
}

TEST_CASE("work stops waiting at the closing of a case, and starts again when it is reopened", "[terms]") {
  const auto status = [](CaseStatus to, const char* at) {
    Happening h(1102, at);
    h.facts().initCaseStatusChanged().setStatus(to);
    return h;
  };
  Trajectory t;
  t.add(signal());
  t.add(status(CaseStatus::CLOSED, "2020-03-20 10:00"));
  CHECK(t.of("TERM-01", "2021-03-20 10:00").at(0).state == WaitState::open_at_closing);
  t.add(status(CaseStatus::REOPENED, "2020-04-20 10:00"));
  CHECK(t.of("TERM-01", "2021-03-20 10:00").at(0).state == WaitState::late);
}

TEST_CASE("every term of the catalogue is looked for, and has somebody's list to stand on", "[terms]") {
  REQUIRE(terms().size() == 43);
  for (const TermInfo& term : terms()) {
    INFO(term.id);
    CHECK_FALSE(term.owners.empty());
    CHECK(find_term(term.id) == &term);
  }
}
