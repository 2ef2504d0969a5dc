// Judging a ledger again: what its admissions say against what the rules say.
#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "ledger/codec/strict.h"
#include "ledger/log/memory_log.h"
#include "ledger/rules/rules.h"
#include "ledger/service/readmit.h"
#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using schema::Role;
using What = AdmissionDifference::What;

namespace {

// A signal, a person, and a share without a decision that says why.
struct Judged : Scene {
  Judged() {
    signal(*author_, kase);
    record(*author_,
           {{"kind", "personRecorded"},
            {"case", to_text(kase)},
            {"facts", {{"persons", {{{"subject", to_text(person)}, {"change", "added"}, {"personRole", "parent"}, {"ageBand", "adult23"}, {"inHousehold", "yes"}}}}}},
            {"parts", {{{"part", "who"}, {"subject", to_text(person)}, {"fields", {{"name", "Mevrouw Proef"}}}}}}},
           Role::WIJKCOACH);
    share_at = ledger->log().size();
    Json rules = Json::array();
    for (const auto* rule : {"SHARE-01", "SHARE-10"}) rules.push_back(rule);
    const auto recorded = record(*author_,
           {{"kind", "informationShared"},
            {"case", to_text(kase)},
            {"claim", "deviation"},
            {"deviates", rules},
            {"facts", {{"recipients", {{{"class", "involvedInHelp"}, {"org", to_text(organisation)}}}}, {"about", {to_text(person)}}, {"categories", {"housing"}},
                       {"purpose", "coordination"}, {"detail", "headlines"}, {"form", "ownInitiative"}, {"means", "phone"}, {"familyPresent", "no"}, {"knowledge", "withKnowledge"}}},
            {"parts", {{{"part", "deviationMotive"}, {"subject", "case"}, {"fields", {{"text", "Er was acuut gevaar."}}}}}}},
           Role::WIJKCOACH);
    for (const auto& finding : recorded.findings) found.push_back(finding.finding.rule->id);
  }
  std::unique_ptr<Author> author_ = coach();
  const CaseId kase = some_case();
  const SubjectId person{crypto::random_array<16>()};
  std::uint64_t share_at = 0;
  std::vector<std::string> found;
};

std::map<std::uint64_t, std::vector<NewPosition>> positions_of(const Log& log) {
  std::map<std::uint64_t, std::vector<NewPosition>> out;
  std::vector<PositionList> lists{{ChainClass::registry, {}}};
  for (const auto cls : {ChainClass::kase, ChainClass::read})
    for (const auto& id : log.lists(cls)) lists.push_back({cls, id});
  for (const auto& list : lists)
    for (const auto& at : Scene::need(log.positions(list, 1, 1000))) out[at.index].push_back({list, at.n, at.chain});
  return out;
}

// The same events in another log, one admission of which says something else.
std::unique_ptr<Log> with_admission(const Log& log, std::uint64_t index, const std::function<void(schema::Admission::Builder)>& edit) {
  auto out = make_memory_log();
  auto positions = positions_of(log);
  for (std::uint64_t i = 0; i < log.size(); ++i) {
    NewEvent event;
    event.record = Scene::need(log.read(i));
    const auto message = HeaderMessage::stored(event.record.header);
    event.event = EventId::from({message->header().getEvent().begin(), message->header().getEvent().size()}).value();
    event.header_hash = Scene::need(log.find(event.event))->header_hash;
    event.parts = Scene::need(log.read_parts(i));
    event.positions = positions[i];
    if (i == index) {
      const auto stored = Message::stored(event.record.admission);
      capnp::MallocMessageBuilder message_of_admission;
      message_of_admission.setRoot(stored->root<schema::Admission>());
      edit(message_of_admission.getRoot<schema::Admission>());
      event.record.admission = canonical_bytes_of<schema::Admission>(message_of_admission.getRoot<schema::Admission>().asReader());
    }
    Scene::need(out->append({&event, 1}));
  }
  return out;
}

// "notRecorded SHARE-01" of every difference; fails when one is at another index.
std::vector<std::string> differences(const Log& log, std::uint64_t index) {
  const auto report = Scene::need(readmit(log));
  std::vector<std::string> out;
  for (const auto& d : report.differences) {
    CHECK(d.index == index);
    CHECK(d.event.has_value());
    out.push_back(std::string(difference_code(d.what)) + (d.rule.empty() ? "" : " " + d.rule));
  }
  CHECK(report.differences_found == out.size());
  return out;
}

}  // namespace

TEST_CASE_METHOD(Judged, "judged again, every event is admitted as it was, its explained deviations too") {
  REQUIRE(found.size() >= 1);
  std::uint64_t done = 0, of = 0;
  const auto report = need(readmit(ledger->log(), [&](std::uint64_t n, std::uint64_t total) { done = n, of = total; }));
  CHECK(report.judged == ledger->log().size());
  CHECK(report.events == report.judged);
  CHECK(report.differences.empty());
  CHECK(report.purged == 0);
  CHECK(report.other_catalogue == 0);
  CHECK(done == of);
  CHECK(of == ledger->log().size());
}

TEST_CASE_METHOD(Judged, "an admission from which a finding was taken away shows which rule it hid") {
  const auto log = with_admission(ledger->log(), share_at, [](schema::Admission::Builder a) { a.disownFindings(); });
  auto expected = found;
  for (auto& rule : expected) rule = "notRecorded " + rule;
  std::ranges::sort(expected);
  CHECK(differences(*log, share_at) == expected);
}

TEST_CASE_METHOD(Judged, "an admission that calls an explained deviation a warning shows as another outcome") {
  const auto log = with_admission(ledger->log(), share_at, [](schema::Admission::Builder a) { a.getFindings()[0].setOutcome(schema::Finding::Outcome::WARNED); });
  CHECK(differences(*log, share_at) == std::vector<std::string>{"otherOutcome " + found[0]});
}

TEST_CASE_METHOD(Judged, "an admission with a finding that nothing shows is told apart from one that hides") {
  const auto log = with_admission(ledger->log(), 1, [](schema::Admission::Builder a) {
    auto findings = a.initFindings(1);
    findings[0].setRule("SHARE-01");
    findings[0].setOutcome(schema::Finding::Outcome::WARNED);
  });
  CHECK(differences(*log, 1) == std::vector<std::string>{"notFound SHARE-01"});
}

TEST_CASE_METHOD(Judged, "an admission that names a policy nobody adopted shows") {
  const auto log = with_admission(ledger->log(), share_at, [](schema::Admission::Builder a) {
    const auto id = crypto::random_array<16>();
    a.initPolicies(1).set(0, {id.data(), id.size()});
  });
  CHECK(differences(*log, share_at) == std::vector<std::string>{"policies"});
}

TEST_CASE_METHOD(Judged, "an admission made with another edition of the catalogue is judged with this one, and said to be") {
  const auto log = with_admission(ledger->log(), share_at, [](schema::Admission::Builder a) {
    const auto hash = crypto::random_array<32>();
    a.setRules({hash.data(), hash.size()});
    a.disownFindings();
  });
  const auto report = need(readmit(*log));
  CHECK(report.other_catalogue == 1);
  REQUIRE(report.differences.size() == found.size());
  for (const auto& d : report.differences) CHECK(d.other_catalogue);
}

TEST_CASE_METHOD(Judged, "an event that no mandate allows shows as one that would be refused") {
  // Without the event that granted the mandate, which is another's now.
  const auto log = make_memory_log();
  auto positions = positions_of(ledger->log());
  for (std::uint64_t i = 0; i < ledger->log().size(); ++i) {
    NewEvent event;
    event.record = need(ledger->log().read(i));
    auto message = HeaderMessage::stored(event.record.header);
    capnp::MallocMessageBuilder changed;
    changed.setRoot(message->header());
    if (message->header().getKind() == 106) {
      const auto other = crypto::random_array<16>();
      changed.getRoot<schema::Header>().getFacts().getMandateGranted().setGrantee({other.data(), other.size()});
      event.record.header = canonical_bytes_of<schema::Header>(changed.getRoot<schema::Header>().asReader());
    }
    event.event = EventId::from({message->header().getEvent().begin(), message->header().getEvent().size()}).value();
    event.header_hash = need(ledger->log().find(event.event))->header_hash;
    event.parts = need(ledger->log().read_parts(i));
    event.positions = positions[i];
    need(log->append({&event, 1}));
  }
  const auto report = need(readmit(*log));
  REQUIRE_FALSE(report.differences.empty());
  for (const auto& d : report.differences) {
    CHECK(d.what == What::refused);
    CHECK(d.rule == "ROLE-04");
  }
}
