// record(): what is answered, what is durable, and what a program finds that starts again.
#include <catch2/catch.hpp>

#include <set>
#include <thread>

#include "crypto/digest.h"
#include "ledger/verify/verify.h"
#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using schema::Role;

namespace {

struct Desk : Scene {
  std::unique_ptr<Author> author_ = coach();
  const CaseId kase = some_case();

  crypto::VerifierKey receipt_key() const {
    return crypto::VerifierKey::make(receipt_key_name(ledger->settings().origin), crypto::note_ed25519, ledger->keys().receipt.public_key());
  }
  bool receipt_holds(const Accepted& accepted) const { return check_receipt(accepted.receipt, receipt_key(), ledger->service().ledger()); }
  // Of what lies on the disk; the ledger is closed for it.
  VerifyReport report() {
    ledger.reset();
    auto report = [&] {
      const auto raw = need(RocksLog::open_raw(folder() / "ledger" / "log"));
      return verify(VerifyInput{*raw});
    }();
    reopen();
    return report;
  }
};

}  // namespace

TEST_CASE_METHOD(Desk, "what is recorded has its place, its time and a receipt that holds for nothing else") {
  const auto before = ledger->log().size();
  const auto one = signal(*author_, kase);
  const auto two = signal(*author_, kase);
  CHECK(one.receipt.index == before);
  CHECK(two.receipt.index == before + 1);
  CHECK(one.recorded_at <= two.recorded_at);
  CHECK(receipt_holds(one));
  CHECK(receipt_holds(two));
  auto other = one;
  other.receipt.leaf[72] ^= 1;  // recorded-at
  CHECK_FALSE(receipt_holds(other));
  other = one;
  other.receipt.note = two.receipt.note;
  CHECK_FALSE(receipt_holds(other));
  LedgerId elsewhere = ledger->service().ledger();
  elsewhere[0] ^= 1;
  CHECK_FALSE(check_receipt(one.receipt, receipt_key(), elsewhere));
}

TEST_CASE_METHOD(Desk, "recorded-at never decreases, also when the clock is set back") {
  const auto one = signal(*author_, kase);
  ledger->simulated_clock()->set(ledger->clock().now() - 3600 * micros_per_second);
  auto json = signal_json(kase);
  json["occurred"] = "2024-05-06 07:00";
  const auto two = record(*author_, json, Role::WIJKCOACH);
  CHECK(two.recorded_at >= one.recorded_at);
}

TEST_CASE_METHOD(Desk, "many callers at once: everyone gets the own answer, and the whole verifies") {
  constexpr int callers = 6, each = 12;
  std::vector<std::unique_ptr<Author>> authors;
  for (int i = 0; i < callers; ++i) authors.push_back(author("coach" + std::to_string(i), "wijkcoach", {"record"}));
  const auto before = ledger->log().size();
  std::vector<std::vector<Accepted>> answers(callers);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < callers; ++i)
      threads.emplace_back([&, i] {
        const CaseId own = some_case();
        for (int n = 0; n < each; ++n) answers[i].push_back(signal(*authors[i], n % 2 == 0 ? own : kase));
      });
  }
  CHECK(ledger->log().size() == before + callers * each);
  std::set<std::uint64_t> places;
  for (const auto& one : answers)
    for (const auto& answer : one) {
      CHECK(places.insert(answer.receipt.index).second);
      CHECK(receipt_holds(answer));
      const auto place = ledger->log().find(answer.event);
      REQUIRE((place && *place));
      CHECK((*place)->index == answer.receipt.index);
    }
  const auto verified = report();
  CHECK(verified.result == VerifyReport::Result::verified);
  CHECK(verified.leaves == ledger->log().size());
}

TEST_CASE_METHOD(Desk, "one submission sent by many at once is recorded once, and everyone hears where") {
  constexpr int callers = 6;
  for (int round = 0; round < 5; ++round) {
    const auto submission = craft(*author_, signal_json(kase), Role::WIJKCOACH);
    const auto before = ledger->log().size();
    std::vector<std::optional<Accepted>> answers(callers);
    {
      std::vector<std::jthread> threads;
      for (auto& answer : answers)
        threads.emplace_back([&] { answer = accepted(need(ledger->service().record(submission))); });
    }
    CHECK(ledger->log().size() == before + 1);
    CHECK(std::ranges::count_if(answers, [](const auto& answer) { return !answer->repeated; }) == 1);
    for (const auto& answer : answers) {
      CHECK(answer->receipt.index == before);
      CHECK(receipt_holds(*answer));
    }
  }
}

TEST_CASE_METHOD(Desk, "one id for several contents at once is taken by one of them") {
  const auto author_of_other = author("other", "wijkcoach", {"record"});
  for (int round = 0; round < 5; ++round) {
    const auto one = craft(*author_, signal_json(kase), Role::WIJKCOACH);
    const auto message = HeaderMessage::stored(one.header);
    const auto event =
        EventId::from({message->header().getEvent().begin(), message->header().getEvent().size()});
    const auto other = craft(*author_of_other, signal_json(kase, "Anders."), Role::WIJKCOACH,
                             {.envelope = [&](Envelope& e) { e.event = *event; }});
    const auto before = ledger->log().size();
    std::vector<RecordOutcome> outcomes(2);
    {
      std::jthread first([&] { outcomes[0] = need(ledger->service().record(one)); });
      std::jthread second([&] { outcomes[1] = need(ledger->service().record(other)); });
    }
    CHECK(ledger->log().size() == before + 1);
    const auto taken = std::holds_alternative<Refused>(outcomes[0]) ? 0u : 1u;
    REQUIRE(std::holds_alternative<Refused>(outcomes[taken]));
    CHECK(std::get<Refused>(outcomes[taken]).adm == "ADM-8");
    CHECK(std::holds_alternative<Accepted>(outcomes[1 - taken]));
  }
}

TEST_CASE_METHOD(Desk, "a ledger opened again goes on where it stopped, with its snapshot and without") {
  signal(*author_, kase);
  if (GENERATE(false, true)) need(ledger->service().save_snapshot());
  const auto size = ledger->log().size();
  const auto key = author_->profile().key;
  const auto sequence = ledger->service().key_sequence(key);
  const auto version = ledger->service().case_version(kase);
  reopen();
  CHECK(ledger->service().size() == size);
  CHECK(ledger->service().key_sequence(key).seq == sequence.seq);
  CHECK(ledger->service().key_sequence(key).last_header == sequence.last_header);
  CHECK(ledger->service().case_version(kase).count == version.count);
  CHECK(ledger->service().case_version(kase).head == version.head);
  signal(*author_, kase);
  CHECK(report().result == VerifyReport::Result::verified);
}

TEST_CASE_METHOD(Desk, "a dry run answers what recording would, and records nothing") {
  signal(*author_, kase);
  const auto size = ledger->log().size();
  const auto keys = ledger->vault().keys();
  auto good = draft(signal_json(kase), Role::WIJKCOACH);
  CHECK(std::holds_alternative<Admitted>(need(author_->dry_run(ledger->service(), ledger->log(), ledger->clock(), good))));
  auto late = signal_json(kase);
  late["occurred"] = "2024-05-06 10:00";
  auto bad = draft(late, Role::WIJKCOACH);
  const auto answer = need(author_->dry_run(ledger->service(), ledger->log(), ledger->clock(), bad));
  REQUIRE(std::holds_alternative<Refused>(answer));
  CHECK(std::get<Refused>(answer).adm == "ADM-10");
  CHECK(ledger->log().size() == size);
  CHECK(ledger->vault().keys() == keys);
}

TEST_CASE_METHOD(Desk, "a share without a decision is refused with the rule and both ways out, and recorded once it says why") {
  signal(*author_, kase);
  const SubjectId person{crypto::random_array<16>()};
  record(*author_,
         {{"kind", "personRecorded"},
          {"case", to_text(kase)},
          {"facts", {{"persons", {{{"subject", to_text(person)}, {"change", "added"}, {"personRole", "parent"}, {"ageBand", "adult23"}, {"inHousehold", "yes"}}}}}},
          {"parts", {{{"part", "who"}, {"subject", to_text(person)}, {"fields", {{"name", "Mevrouw Proef"}}}}}}},
         Role::WIJKCOACH);
  Json share{{"kind", "informationShared"},
             {"case", to_text(kase)},
             {"facts", {{"recipients", {{{"class", "involvedInHelp"}, {"org", to_text(organisation)}}}}, {"about", {to_text(person)}}, {"categories", {"housing"}},
                        {"purpose", "coordination"}, {"detail", "headlines"}, {"form", "ownInitiative"}, {"means", "phone"}, {"familyPresent", "no"}, {"knowledge", "withKnowledge"}}}};
  auto conforming = draft(share, Role::WIJKCOACH);
  const auto size = ledger->log().size();
  const auto answer = need(author_->record(ledger->service(), ledger->log(), ledger->clock(), conforming));
  REQUIRE(std::holds_alternative<Refused>(answer));
  const auto& refused = std::get<Refused>(answer);
  REQUIRE_FALSE(refused.findings.empty());
  CHECK(refused.findings[0].rule->id == "SHARE-01");
  CHECK(ledger->log().size() == size);

  share["claim"] = "deviation";
  Json rules = Json::array();
  for (const auto& finding : refused.findings) rules.push_back(finding.rule->id);
  share["deviates"] = rules;
  auto unexplained = draft(share, Role::WIJKCOACH);
  const auto without = need(author_->record(ledger->service(), ledger->log(), ledger->clock(), unexplained));
  REQUIRE(std::holds_alternative<Refused>(without));
  CHECK(std::get<Refused>(without).adm == "ADM-12");

  share["parts"] = {{{"part", "deviationMotive"}, {"subject", "case"}, {"fields", {{"text", "Er was acuut gevaar."}}}}};
  const auto recorded = record(*author_, share, Role::WIJKCOACH);
  REQUIRE(recorded.findings.size() >= 1);
  CHECK(recorded.findings[0].finding.rule->id == "SHARE-01");
  CHECK(recorded.findings[0].explained);
  CHECK(report().result == VerifyReport::Result::verified);
}
