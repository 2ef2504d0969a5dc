#include <catch2/catch.hpp>

#include "tests/ledger/rules/given.h"

using namespace inzicht;
using namespace inzicht::given;

namespace {

Happening block(BlockKind kind, const std::string& about, const std::string& at = "2020-02-01 10:00") {
  Happening h(1206, at);
  auto f = h.facts().initBlockPlaced();
  f.setBlockKind(kind);
  if (!about.empty()) f.setAbout(data(person(about)));
  return h;
}
Happening lift(const EventId& blocked, const std::string& at) {
  Happening h(1207, at);
  h.facts().initBlockLifted();
  return h.refers(RefType::ENDS, blocked).recorded(at);
}
Happening view(const std::string& about, AccessPurpose purpose = AccessPurpose::HELP_EXECUTION, const std::string& at = "2020-02-03 10:00") {
  Happening h(1301, at);
  auto f = h.facts().initPartsViewed();
  f.setViewer(data(actor("w3")));
  f.setPurpose(purpose);
  f.setParts(1);
  f.initClasses(1).set(0, PartClass::NARRATIVE);
  f.initAbout(1).set(0, data(person(about)));
  return h;
}
Happening bundle(AudienceProfile profile, const std::string& subject = "J") {
  Happening h(1303, "2020-02-03 10:00");
  auto f = h.facts().initBundleMade();
  f.setMaker(data(actor("w3")));
  f.setProfile(profile);
  f.setPurpose(AccessPurpose::HELP_EXECUTION);
  if (!subject.empty()) f.setScopeSubject(data(person(subject)));
  f.setToIndex(1000);
  h.header().setCase(data(the_case()));
  return h;
}
Happening export_of(AudienceProfile profile, std::uint64_t rows, std::uint64_t total) {
  Happening h(1302, "2020-02-10 10:00");
  auto f = h.facts().initExported();
  f.setViewer(data(actor("w3")));
  f.setPurpose(AccessPurpose::HELP_EXECUTION);
  f.setProfile(profile);
  f.setRows(rows);
  f.setTotal(total);
  return h;
}
// An event about J with a part of J and one of P.
EventId conversation(Given& g) {
  Happening h(701, "2020-01-20 10:00");
  h.facts().initContactHeld();
  h.fills(0, {0}).fills(0, {0});
  h.header().getParts()[0].setSubject(data(person("J")));
  h.header().getParts()[1].setSubject(data(person("P")));
  auto subjects = h.header().initSubjects(2);
  subjects.set(0, data(person("J")));
  subjects.set(1, data(person("P")));
  return g.record(h);
}
Happening inspection(std::initializer_list<std::pair<EventId, unsigned>> left_out, RedactionGround ground = RedactionGround::THIRD_PARTY) {
  Happening h(1203, "2020-02-03 10:00");
  auto f = h.facts().initInspectionGiven();
  f.setTo(data(person("J")));
  f.setAbout(data(person("J")));
  f.setToIndex(1000);
  f.setRedacted(left_out.size());
  auto list = f.initRedactions(static_cast<unsigned>(left_out.size()));
  unsigned i = 0;
  for (const auto& [event, part] : left_out) {
    list[i].initPart().setEvent(data(event));
    list[i].getPart().setPart(static_cast<std::uint16_t>(part));
    list[i++].setGround(ground);
  }
  return h;
}

}  // namespace

TEST_CASE("somebody's parts under a restriction are closed from the minute it is placed until it is lifted", "[rule:ACC-05]") {
  Given g;
  const EventId blocked = g.record(block(BlockKind::RESTRICTION, "J", "2020-02-03 10:00"));
  CHECK_FALSE(g.fails("ACC-05", view("J", AccessPurpose::HELP_EXECUTION, "2020-02-03 09:59")));
  CHECK(g.values_of("ACC-05", view("J"))["reason"] == "restriction");
  CHECK_FALSE(g.fails("ACC-05", view("P")));
  g.record(lift(blocked, "2020-02-05 10:00"));
  CHECK(g.fails("ACC-05", view("J", AccessPurpose::HELP_EXECUTION, "2020-02-05 09:59")));
  CHECK_FALSE(g.fails("ACC-05", view("J", AccessPurpose::HELP_EXECUTION, "2020-02-05 10:00")));
}

TEST_CASE("a restricted part opens for rights, complaints and the privacy officer's review only", "[rule:ACC-05]") {
  Given g;
  g.record(block(BlockKind::RESTRICTION, ""));
  CHECK(g.fails("ACC-05", view("P")));
  const auto closed = [&](Role role, AccessPurpose purpose) { return g.fails("ACC-05", view("J", purpose).by("po1", role)); };
  CHECK_FALSE(closed(Role::PRIVACY_OFFICER, AccessPurpose::PRIVACY_REVIEW));
  CHECK_FALSE(closed(Role::PRIVACY_OFFICER, AccessPurpose::RIGHTS_REQUEST));
  CHECK_FALSE(closed(Role::COMPLAINTS_OFFICER, AccessPurpose::COMPLAINT));
  CHECK_FALSE(closed(Role::DISCIPLINARY_READER, AccessPurpose::DISCIPLINARY));
  CHECK(closed(Role::WIJKCOACH, AccessPurpose::PRIVACY_REVIEW));
  CHECK(closed(Role::WIJKCOACH, AccessPurpose::COMPLAINT));
  auto headers = view("J");
  headers.facts().getPartsViewed().initClasses(0);
  headers.facts().getPartsViewed().setParts(0);
  CHECK_FALSE(g.fails("ACC-05", headers));
}

TEST_CASE("a restriction closes exports and bundles too, from the minute it is placed", "[rule:ACC-05]") {
  Given g;
  const auto exported = [](const std::string& about, const std::string& at) {
    Happening h(1302, at);
    auto f = h.facts().initExported();
    f.setViewer(data(actor("w3")));
    f.setPurpose(AccessPurpose::HELP_EXECUTION);
    f.initAbout(1).set(0, data(person(about)));
    f.setRows(1);
    f.setTotal(1);
    return h;
  };
  CHECK_FALSE(g.fails("ACC-05", bundle(AudienceProfile::KETENPARTNER)));
  g.record(block(BlockKind::RESTRICTION, "J", "2020-02-03 10:00"));
  CHECK_FALSE(g.fails("ACC-05", exported("J", "2020-02-03 09:59")));
  CHECK(g.fails("ACC-05", exported("J", "2020-02-03 10:00")));
  CHECK_FALSE(g.fails("ACC-05", exported("P", "2020-02-03 10:00")));
  CHECK(g.fails("ACC-05", bundle(AudienceProfile::KETENPARTNER)));
  CHECK_FALSE(g.fails("ACC-05", bundle(AudienceProfile::KETENPARTNER, "P")));
}

TEST_CASE("a hold or a pending objection closes no parts to reading", "[rule:ACC-05]") {
  Given g;
  g.record(block(BlockKind::TUCHTRECHT_HOLD, ""));
  g.record(block(BlockKind::OBJECTION_PENDING, "J"));
  CHECK_FALSE(g.fails("ACC-05", view("J")));
}

TEST_CASE("an act of the ledger on restricted data is refused whatever it claims", "[rule:ACC-05][power]") {
  Given g;
  CHECK_FALSE(g.power(view("J")));
  g.record(block(BlockKind::RESTRICTION, "J"));
  const auto refused = g.power(view("J").claims(Conformity::AFTER_THE_FACT));
  REQUIRE(refused);
  CHECK(refused->values.at("rule") == "ACC-05");
}

TEST_CASE("an inspection withholds each part of another, with a ground", "[rule:RIGHT-04]") {
  Given g;
  const EventId talk = conversation(g);
  CHECK(g.values_of("RIGHT-04", inspection({}))["parts"] == to_text(talk) + ".1");
  CHECK_FALSE(g.fails("RIGHT-04", inspection({{talk, 1}})));
  auto uncounted = inspection({{talk, 1}});
  uncounted.facts().getInspectionGiven().setRedacted(2);
  CHECK(g.fails("RIGHT-04", uncounted));
  auto listed = inspection({});
  listed.facts().getInspectionGiven().setRedacted(1);
  CHECK(g.fails("RIGHT-04", listed));
  listed.facts().getInspectionGiven().setListDigest(data(EventId{}));
  CHECK_FALSE(g.fails("RIGHT-04", listed));
}

TEST_CASE("an inspection withholds nothing of the person without what the ground says", "[rule:RIGHT-04]") {
  Given g;
  const EventId talk = conversation(g);
  CHECK(g.values_of("RIGHT-04", inspection({{talk, 0}, {talk, 1}}))["parts"] == to_text(talk) + ".0");
  CHECK(g.fails("RIGHT-04", inspection({{talk, 1}}, RedactionGround::RESTRICTION)));
  CHECK(g.fails("RIGHT-04", inspection({{talk, 1}}, RedactionGround::POSTPONED_INFORMING)));
  CHECK_FALSE(g.fails("RIGHT-04", inspection({{talk, 1}}, RedactionGround::SERIOUS_HARM)));
  g.record(block(BlockKind::RESTRICTION, "P"));
  CHECK_FALSE(g.fails("RIGHT-04", inspection({{talk, 1}}, RedactionGround::RESTRICTION)));
}

TEST_CASE("an inspection of a range judges the events in it", "[rule:RIGHT-04]") {
  Given g;
  const EventId talk = conversation(g);
  const std::uint64_t at = g.state.find(talk)->index;
  auto given_one = inspection({});
  auto f = given_one.facts().getInspectionGiven();
  f.setFromIndex(at);
  f.setToIndex(at);
  CHECK(g.fails("RIGHT-04", given_one));
  f.setFromIndex(at + 1);
  f.setToIndex(at + 1);
  CHECK_FALSE(g.fails("RIGHT-04", given_one));
}

TEST_CASE("a person's bundle withholds at least what is told to them later", "[rule:RIGHT-04]") {
  Given g;
  const EventId decision = g.record(g.decision({}));
  Happening later(411, "2020-02-03 09:30");
  later.facts().initInformingPostponed().initAbout(1).set(0, data(person("J")));
  g.record(later.refers(RefType::CONCERNS, decision));
  auto own = bundle(AudienceProfile::BETROKKENE);
  CHECK(g.values_of("RIGHT-04", own)["parts"] == to_text(decision));
  own.facts().getBundleMade().setWithheld(1);
  CHECK_FALSE(g.fails("RIGHT-04", own));
  CHECK_FALSE(g.fails("RIGHT-04", bundle(AudienceProfile::BETROKKENE, "P")));
  CHECK_FALSE(g.fails("RIGHT-04", bundle(AudienceProfile::RECHTER)));
}

TEST_CASE("an export to a court executes a decision to share and states its part of the whole", "[rule:ACC-03]") {
  Given g;
  CHECK(g.fails("ACC-03", export_of(AudienceProfile::RECHTER, 5, 9)));
  CHECK_FALSE(g.fails("ACC-03", export_of(AudienceProfile::PRIVACYFUNCTIONARIS, 5, 9)));
  CHECK_FALSE(g.fails("ACC-03", export_of(AudienceProfile::KETENPARTNER, 5, 9)));  // within the own team
  const EventId decision = g.record(g.decision({}));
  CHECK_FALSE(g.fails("ACC-03", export_of(AudienceProfile::RECHTER, 9, 9).refers(RefType::EXECUTES, decision)));
  CHECK(g.fails("ACC-03", export_of(AudienceProfile::RECHTER, 10, 9).refers(RefType::EXECUTES, decision)));
  const EventId no = g.record(g.decision({.decision = ShareDecision::DO_NOT_SHARE}));
  CHECK(g.fails("ACC-03", export_of(AudienceProfile::RECHTER, 9, 9).refers(RefType::EXECUTES, no)));
}

TEST_CASE("a bundle for another organisation rests on a decision, a request or a complaint", "[rule:ACC-03]") {
  Given g;
  auto out = bundle(AudienceProfile::KETENPARTNER);
  out.facts().getBundleMade().setForOrg(data(org("O4")));
  CHECK(g.fails("ACC-03", out));
  auto inside = bundle(AudienceProfile::KETENPARTNER);
  inside.facts().getBundleMade().setForOrg(data(org("O2")));
  CHECK_FALSE(g.fails("ACC-03", inside));
  Happening complaint(1210, "2020-02-01 10:00");
  complaint.facts().initComplaintRecorded();
  CHECK_FALSE(g.fails("ACC-03", out.refers(RefType::BASED_ON, g.record(complaint))));
}
