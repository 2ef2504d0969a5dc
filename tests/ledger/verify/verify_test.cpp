// The whole of verify on ledgers as honest programs write them.
#include <rapidcheck.h>

#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

bool same(const VerifyReport& a, const VerifyReport& b) {
  return a.result == b.result && a.events == b.events && a.leaves == b.leaves && a.skipped_leaves == b.skipped_leaves && a.cases == b.cases &&
         a.tree_size == b.tree_size && a.root == b.root && a.checkpoint_size == b.checkpoint_size && a.checkpoints == b.checkpoints &&
         a.held_checkpoints == b.held_checkpoints && a.receipts == b.receipts && a.signatures_checked == b.signatures_checked &&
         a.erased_parts == b.erased_parts && a.purged_events == b.purged_events && a.simulated_clock == b.simulated_clock &&
         a.single_registrar_events == b.single_registrar_events && a.doubtful_events == b.doubtful_events && a.service_events == b.service_events &&
         a.genesis_organisations == b.genesis_organisations && a.genesis_keys == b.genesis_keys && a.problems == b.problems &&
         a.problems_found == b.problems_found;
}

// A ledger of random people, cases and acts; checkpoints and anchors now and then.
std::unique_ptr<SampleLedger> random_ledger(const std::string& name, const std::vector<std::uint8_t>& acts) {
  auto ledger = std::make_unique<SampleLedger>(name);
  auto registrar = ledger->make_person("registrar");
  auto second = ledger->make_person("second");
  ledger->genesis(registrar, second);
  std::array people{ledger->make_person("a"), ledger->make_person("b"), ledger->make_person("c")};
  for (auto& person : people) ledger->enrol(registrar, person);
  std::map<CaseId, EventId> last_signal;
  for (const auto act : acts) {
    auto& person = people[act % 3];
    const auto kase = ledger->make_case(std::to_string(act / 3 % 3));
    const auto subject = ledger->make_subject(std::to_string(act / 9 % 4));
    const auto known = last_signal.find(kase);
    switch (act / 36 % 7) {
      case 1:
        if (known != last_signal.end()) ledger->assess(person, kase, known->second);
        break;
      case 2: ledger->view(person, kase); break;
      case 3: ledger->publish({&person}); break;
      case 4: ledger->view_listed(person, {kase, ledger->make_case("1")}); break;
      case 5: ledger->adopt_policy(registrar); break;
      default: last_signal[kase] = ledger->signal(person, kase, {subject}); break;
    }
  }
  ledger->flush();
  return ledger;
}

}  // namespace

TEST_CASE("a ledger as honest programs write it verifies, and the report says what was there") {
  FullSample sample;
  Outside outside;
  outside.held_checkpoints = sample.ledger.checkpoints;
  for (std::uint64_t index = 0; index < sample.ledger.size(); ++index) outside.receipts.push_back(sample.ledger.sequencer().receipt(index, index, 1));
  const auto report = verify_log(sample.ledger.log(), outside);
  INFO(text_of(report));
  CHECK(report.result == VerifyReport::Result::verified);
  CHECK(report.problems_found == 0);
  CHECK(report.events == 15);
  CHECK(report.leaves == 15);
  CHECK(report.tree_size == 15);
  CHECK(report.root == sample.ledger.sequencer().root());
  CHECK(report.cases == 2);
  CHECK(report.checkpoints == 2);
  CHECK(report.checkpoint_size == 13);
  CHECK(report.held_checkpoints == 2);
  CHECK(report.receipts == 15);
  // 15 authors, 2 co-signers, 2 proofs in genesis, 2 of enrolled keys.
  CHECK(report.signatures_checked == 21);
  CHECK(report.simulated_clock);
  CHECK(report.genesis_organisations.size() == 2);
  CHECK(report.genesis_keys.size() == 5);
  // `other` was enrolled by one registrar alone, and signed a signal and a reading, both within the doubted time.
  CHECK(report.single_registrar_events == 2);
  CHECK(report.doubtful_events == 2);
}

TEST_CASE("without an outsider's word the report says no more than what it looked at") {
  FullSample sample;
  const auto report = verify_log(sample.ledger.log());
  CHECK(report.result == VerifyReport::Result::verified);
  CHECK(report.held_checkpoints == 0);
  CHECK(report.receipts == 0);
}

TEST_CASE("an empty log is no ledger") {
  const auto report = verify_tables({});
  CHECK(report.result == VerifyReport::Result::tampered);
  CHECK(places_of(report) == std::vector<std::pair<std::uint64_t, Problem>>{{0, Problem::event_missing}});
}

TEST_CASE("random ledgers verify, with one thread and with four") {
  unsigned n = 0;
  rc::check([&](const std::vector<std::uint8_t>& acts) {
    const auto ledger = random_ledger("random " + std::to_string(n++ % 7), acts);
    Outside outside;
    outside.held_checkpoints = ledger->checkpoints;
    const auto one = verify_log(ledger->log(), outside, 1);
    RC_LOG(text_of(one));
    RC_ASSERT(one.result == VerifyReport::Result::verified);
    RC_ASSERT(one.tree_size == ledger->size());
    RC_ASSERT(same(one, verify_log(ledger->log(), outside, 4)));
  });
}

TEST_CASE("the report of a damaged ledger of many batches is the same with one thread and with four") {
  SampleLedger ledger("long");
  auto registrar = ledger.make_person("registrar");
  auto second = ledger.make_person("second");
  auto author = ledger.make_person("author");
  ledger.genesis(registrar, second);
  ledger.enrol(registrar, author);
  for (int i = 0; i < 697; ++i) ledger.signal(author, ledger.make_case(std::to_string(i % 20)), {ledger.make_subject(std::to_string(i % 50))});
  ledger.publish();
  auto tables = tables_of(ledger.log());
  CHECK(verify_tables(tables).result == VerifyReport::Result::verified);
  for (const auto index : {3, 127, 128, 129, 400, 650}) {
    auto& stored = tables.events.at(key_of(static_cast<std::uint64_t>(index)));
    stored[stored.size() / 2] ^= 1;
  }
  tables.events.erase(key_of(300));
  const auto one = verify_tables(tables, {}, 1);
  CHECK(one.result == VerifyReport::Result::tampered);
  CHECK(has(one, Problem::event_missing, 300));
  for (const auto index : {3u, 127u, 128u, 129u, 400u, 650u}) CHECK(std::ranges::any_of(one.problems, [&](const Found& f) { return f.index == index; }));
  CHECK(same(one, verify_tables(tables, {}, 4)));
}

TEST_CASE("progress counts the events up to all of them") {
  FullSample sample;
  const auto tables = tables_of(sample.ledger.log());
  const DamagedLog log(tables);
  VerifyInput input{log};
  std::pair<std::uint64_t, std::uint64_t> last;
  input.progress = [&](std::uint64_t done, std::uint64_t total) { last = {done, total}; };
  verify(input);
  CHECK(last == std::pair<std::uint64_t, std::uint64_t>{15, 15});
}

}  // namespace inzicht::testing
