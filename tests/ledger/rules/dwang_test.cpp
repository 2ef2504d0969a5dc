#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening order(const std::string& from = "2020-02-01", const std::string& until = {}) {
  Happening h(906, from);
  auto f = h.facts().initDwangDecided();
  f.setMeasure(DwangMeasure::OTS);
  f.setOutcome(DwangOutcome::GRANTED);
  f.setArticle("BW1-255");
  f.setAuthority(OrderAuthority::KINDERRECHTER);
  fill_date(f.initDecidedOn(), from);
  if (!until.empty()) fill_date(f.initValidUntil(), until);
  f.setExecutor(data(org("O7")));
  f.initAbout(1).set(0, data(person("J")));
  return h.by("jp2", Role::YOUTH_PROTECTOR);
}
Happening act(const EventId& under, const std::string& at = "2020-02-10 10:00", const std::string& about = "J") {
  Happening h(907, at);
  auto f = h.facts().initDwangExecuted();
  f.setAct(DwangAct::SUPERVISION_STARTED);
  f.setByOrg(data(org("O7")));
  f.initAbout(1).set(0, data(person(about)));
  f.setUrgent(YesNoUnknown::NO);
  return h.by("jp2", Role::YOUTH_PROTECTOR).refers(RefType::UNDER_ORDER, under);
}
Happening told(const std::string& who, std::initializer_list<InformTopic> topics, const std::string& at) {
  Happening h(410, at);
  auto f = h.facts().initSubjectInformed();
  f.initTold(1).set(0, data(person(who)));
  fill_codes(f.initTopics(static_cast<unsigned>(topics.size())), std::vector(topics));
  return h;
}
Happening weighing(Kader considered, std::initializer_list<unsigned> fields, std::initializer_list<const char*> deciders = {"w3", "jp2"},
                   const std::string& at = "2020-02-05 10:00") {
  Happening h(901, at);
  auto f = h.facts().initCoercionWeighed();
  f.setConsidered(considered);
  f.initGrounds(1).set(0, CoercionGround::CHILD_SAFETY);
  f.initExhausted(1).set(0, RegularInstrument::TALK);
  f.setLevel(DecisionLevel::PROFESSIONAL);
  auto list = f.initDeciders(static_cast<unsigned>(deciders.size()));
  unsigned i = 0;
  for (const char* decider : deciders) list.set(i++, data(actor(decider)));
  f.initAbout(1).set(0, data(person("J")));
  return h.fills(0, fields);
}
Happening asked(YesNoUnknown urgent = YesNoUnknown::NO, const std::string& at = "2020-02-06 10:00") {
  Happening h(905, at);
  auto f = h.facts().initDwangRequested();
  f.setMeasure(DwangMeasure::OTS);
  f.setArticle("BW1-255");
  f.setAt(OrderAuthority::KINDERRECHTER);
  f.setUrgent(urgent);
  f.initAbout(1).set(0, data(person("J")));
  return h.by("jp2", Role::YOUTH_PROTECTOR);
}

}  // namespace

TEST_CASE("an act rests on an order in force that day about each person it touches", "[rule:DWANG-01]") {
  Given g;
  const EventId ordered = g.record(order("2020-02-01", "2020-03-01"));
  CHECK_FALSE(g.fails("DWANG-01", act(ordered, "2020-02-01 00:00")));
  CHECK(g.fails("DWANG-01", act(ordered, "2020-01-31 23:59")));
  CHECK_FALSE(g.fails("DWANG-01", act(ordered, "2020-02-29 23:59")));
  CHECK(g.fails("DWANG-01", act(ordered, "2020-03-01 00:00")));
  CHECK(g.values_of("DWANG-01", act(ordered, "2020-02-10 10:00", "P"))["person"] == to_text(person("P")));
  CHECK(g.fails("DWANG-01", act(EventId{})));
}

TEST_CASE("a request names the authority and article of the measure, and an act is done by its executor", "[rule:DWANG-02]") {
  Given g;
  CHECK_FALSE(g.fails("DWANG-02", asked()));
  auto other = asked();
  other.facts().getDwangRequested().setAt(OrderAuthority::BURGEMEESTER);
  CHECK(g.fails("DWANG-02", other));
  CHECK(g.fails("DWANG-02", asked(YesNoUnknown::NO, "2014-12-31 10:00")));
  const EventId ordered = g.record(order());
  CHECK_FALSE(g.fails("DWANG-02", act(ordered)));
  auto by_landlord = act(ordered);
  by_landlord.facts().getDwangExecuted().setByOrg(data(org("O4")));
  CHECK(g.values_of("DWANG-02", by_landlord)["measure"] == "ots");
}

TEST_CASE("rights, duties and the measure are explained before an act that is not urgent", "[rule:DWANG-03]") {
  Given g;
  const EventId ordered = g.record(order());
  CHECK(g.values_of("DWANG-03", act(ordered))["person"] == to_text(person("J")));
  auto urgent = act(ordered);
  urgent.facts().getDwangExecuted().setUrgent(YesNoUnknown::YES);
  CHECK_FALSE(g.fails("DWANG-03", urgent));
  g.record(told("J", {InformTopic::RIGHTS, InformTopic::DUTIES}, "2020-02-02 10:00"));
  CHECK(g.fails("DWANG-03", act(ordered)));
  g.record(told("J", {InformTopic::MEASURE}, "2020-02-10 10:00"));
  CHECK_FALSE(g.fails("DWANG-03", act(ordered)));
  CHECK(g.fails("DWANG-03", act(ordered, "2020-02-10 09:59")));
}

TEST_CASE("of a child under twelve the holders of gezag are told, and from twelve the child too", "[rule:DWANG-03]") {
  Given g;
  g.add_person("C", "2008-02", AgeBand::UNDER12, PersonRole::CHILD);
  g.add_link("P", "C", RelationType::PARENT_OF, Gezag::SOLE);
  const EventId ordered = g.record(order());
  const auto missing = [&](const std::string& at) { return g.values_of("DWANG-03", act(ordered, at, "C"))["person"]; };
  CHECK(missing("2020-02-10 10:00") == to_text(person("P")));
  g.record(told("P", {InformTopic::RIGHTS, InformTopic::DUTIES, InformTopic::MEASURE}, "2020-02-01 10:00"));
  CHECK(missing("2020-02-28 23:59").empty());
  CHECK(missing("2020-02-29 00:00") == to_text(person("C")));
}

TEST_CASE("a request for a measure rests on a weighing of dwang by two, justified", "[rule:DWANG-04]") {
  Given g;
  const auto fails = [&](const Happening& weighed) { return g.fails("DWANG-04", asked().refers(RefType::BASED_ON, g.record(weighed))); };
  CHECK(g.fails("DWANG-04", asked()));
  CHECK_FALSE(fails(weighing(Kader::DWANG, {2, 7})));
  CHECK(fails(weighing(Kader::DRANG, {2, 7})));
  CHECK(fails(weighing(Kader::DWANG, {7})));
  CHECK(fails(weighing(Kader::DWANG, {2})));
  CHECK(fails(weighing(Kader::DWANG, {2, 7}, {"w3"})));
  CHECK(fails(weighing(Kader::DWANG, {2, 7}, {"w3", "w3"})));
  CHECK(fails(weighing(Kader::DWANG, {2, 7}, {"w3", "jp2"}, "2020-02-06 10:01")));
}

TEST_CASE("an urgent request is weighed within three days", "[rule:DWANG-04]") {
  Given g;
  auto urgent = asked(YesNoUnknown::YES);
  CHECK_FALSE(g.fails("DWANG-04", urgent.recorded("2020-02-09 10:00")));
  CHECK(g.fails("DWANG-04", urgent.recorded("2020-02-09 10:01")));
  g.record(weighing(Kader::DWANG, {2, 7}, {"w3", "jp2"}, "2020-02-09 10:01"));
  CHECK(g.fails("DWANG-04", urgent));
  g.record(weighing(Kader::DWANG, {2, 7}, {"w3", "jp2"}, "2020-02-09 10:00"));
  CHECK_FALSE(g.fails("DWANG-04", urgent));
}

TEST_CASE("a restriction of freedom is recorded within a day, with its circumstances", "[rule:DWANG-05]") {
  Given g;
  const EventId ordered = g.record(order());
  auto restricted = act(ordered).fills(0, {0}, PartClass::SAFETY);
  restricted.facts().getDwangExecuted().setAct(DwangAct::RESTRICTION_APPLIED);
  CHECK_FALSE(g.fails("DWANG-05", restricted.recorded("2020-02-11 10:00")));
  CHECK(g.fails("DWANG-05", restricted.recorded("2020-02-11 10:01")));
  CHECK_FALSE(g.fails("DWANG-05", act(ordered).recorded("2020-03-01 10:00")));
  restricted.recorded("2020-02-10 10:00").header().initParts(0);
  CHECK(g.fails("DWANG-05", restricted));
}

TEST_CASE("drang rests on a weighing of drang that names what was tried and why it failed", "[rule:DRANG-01]") {
  Given g;
  const auto fails = [&](Happening weighed) {
    Happening offer(902, "2020-02-10 15:30");
    offer.facts().initDrangOffered();
    return g.fails("DRANG-01", offer.refers(RefType::BASED_ON, g.record(weighed)));
  };
  CHECK_FALSE(fails(weighing(Kader::DRANG, {0, 1, 2})));
  CHECK(fails(weighing(Kader::DRANG, {0, 1})));
  CHECK(fails(weighing(Kader::DWANG, {0, 1, 2})));
  CHECK(fails(weighing(Kader::DRANG, {0, 1, 2}, {"w3"}, "2020-02-10 15:31")));
  auto untried = weighing(Kader::DRANG, {0, 1, 2});
  untried.facts().getCoercionWeighed().getExhausted().set(0, RegularInstrument::NONE);
  CHECK(fails(untried));
}

TEST_CASE("a deviating lifestyle is no ground by itself", "[rule:DRANG-03]") {
  Given g;
  auto weighed = weighing(Kader::DRANG, {});
  CHECK_FALSE(g.fails("DRANG-03", weighed));
  auto grounds = weighed.facts().getCoercionWeighed().initGrounds(2);
  grounds.set(0, CoercionGround::DEVIATING_LIFESTYLE);
  grounds.set(1, CoercionGround::NUISANCE);
  CHECK_FALSE(g.fails("DRANG-03", weighed));
  grounds.set(1, CoercionGround::DEVIATING_LIFESTYLE);
  CHECK(g.fails("DRANG-03", weighed));
}
