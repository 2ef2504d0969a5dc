// Whole parts of the ledger gone or replaced: the tail cut off, an older copy put back, another ledger under the same name.
#include "tests/damage/insider.h"

namespace inzicht::testing {
namespace {

struct Cut : FullSample {
  Cut() {
    ledger.publish();
    tables = tables_of(ledger.log());  // with that last checkpoint
    for (std::uint64_t index = 0; index < ledger.size(); ++index) receipts.push_back(ledger.sequencer().receipt(index, index, 1));
  }
  RawTables tables;
  std::vector<HeldReceipt> receipts;

  // As the ledger was when it had `size` events: what somebody gets who puts an older copy back, or cuts cleanly.
  RawTables at_size(std::uint64_t size) const {
    Insider copy(ledger);
    copy.submitted.resize(size);
    return copy.rewrite();
  }
};

}  // namespace

TEST_CASE_METHOD(Cut, "the tail cut at every event, a checkpoint in hand") {
  Outside outside;
  outside.held_checkpoints = {ledger.checkpoints.back()};
  for (std::uint64_t size = 1; size < ledger.size(); ++size) {
    const auto report = verify_tables(at_size(size), outside);
    INFO("size " << size << "\n" << text_of(report));
    CHECK(report.result == VerifyReport::Result::tampered);
    CHECK(places_of(report) == std::vector<std::pair<std::uint64_t, Problem>>{{~std::uint64_t{0}, Problem::checkpoint_missing_tail}});
  }
}

TEST_CASE_METHOD(Cut, "the tail cut at every event, a receipt in hand: the event that is gone is named") {
  for (std::uint64_t size = 1; size < ledger.size(); ++size) {
    Outside outside;
    outside.receipts = {receipts[size - 1], receipts[size], receipts.back()};
    const auto report = verify_tables(at_size(size), outside);
    INFO("size " << size << "\n" << text_of(report));
    CHECK(report.result == VerifyReport::Result::tampered);
    CHECK(has(report, Problem::receipt_not_in_log, size));
    CHECK(has(report, Problem::receipt_not_in_log, ledger.size() - 1));
    CHECK(!has(report, Problem::receipt_not_in_log, size - 1));
  }
}

TEST_CASE_METHOD(Cut, "the tail cut cleanly with nothing in hand: the report says how far it looked, and that nobody outside was asked") {
  for (std::uint64_t size = 1; size < ledger.size(); ++size) {
    const auto report = verify_tables(at_size(size));
    INFO("size " << size << "\n" << text_of(report));
    CHECK(report.result == VerifyReport::Result::verified);
    CHECK(report.tree_size == size);
    CHECK(report.checkpoint_size <= size);
    CHECK(report.held_checkpoints == 0);
    CHECK(report.receipts == 0);
  }
}

TEST_CASE_METHOD(Cut, "the events cut and the tables beside them left: every entry without its event is named") {
  for (std::uint64_t size = 0; size < ledger.size(); ++size) {
    auto cut = tables;
    cut.events.erase(cut.events.lower_bound(key_of(size)), cut.events.end());
    const auto report = verify_tables(cut);
    INFO("size " << size << "\n" << text_of(report));
    CHECK(report.result == VerifyReport::Result::tampered);
    for (auto index = size; index < ledger.size(); ++index) CHECK(has(report, Problem::event_index_mismatch, index));
    CHECK(has(report, Problem::checkpoint_missing_tail));
  }
}

TEST_CASE_METHOD(Cut, "the head cut off") {
  auto cut = tables;
  cut.events.erase(key_of(0));
  const auto report = verify_tables(cut);
  CHECK(has(report, Problem::event_missing, 0));
  // What the others say of it still holds: nothing is taken for another ledger.
  CHECK(!has(report, Problem::wrong_ledger));
}

TEST_CASE_METHOD(Cut, "an older copy of the whole store put back: older checkpoints and receipts agree, newer ones name what is gone") {
  const auto old = at_size(7);
  Outside outside;
  outside.held_checkpoints = {ledger.checkpoints.front()};
  outside.receipts = {receipts[3]};
  CHECK(verify_tables(old, outside).result == VerifyReport::Result::verified);
  outside.held_checkpoints.push_back(ledger.checkpoints.back());
  outside.receipts.push_back(receipts[9]);
  const auto report = verify_tables(old, outside);
  CHECK(has(report, Problem::checkpoint_missing_tail));
  CHECK(has(report, Problem::receipt_not_in_log, 9));
}

TEST_CASE_METHOD(Cut, "another ledger with the same origin: whole in itself, and contradicted by whatever anybody holds") {
  FullSample replacement("replacement");
  replacement.ledger.publish();
  CHECK(verify_log(replacement.ledger.log()).result == VerifyReport::Result::verified);
  Outside outside;
  outside.held_checkpoints = {ledger.checkpoints.front()};
  CHECK(has(verify_log(replacement.ledger.log(), outside), Problem::checkpoint_bad_signature));
  CHECK(has(verify_log(replacement.ledger.log(), outside), Problem::older_checkpoint_mismatch));
  outside = {};
  outside.receipts = {receipts[3]};
  CHECK(has(verify_log(replacement.ledger.log(), outside), Problem::receipt_bad, 3));
  outside = {};
  outside.trusted_log_keys = {crypto::VerifierKey::make(ledger.origin(), crypto::note_ed25519, ledger.signers().log.public_key())};
  CHECK(has(verify_log(replacement.ledger.log(), outside), Problem::log_key_untrusted));
}

TEST_CASE_METHOD(Cut, "another ledger with the same origin and the same keys of log and receipts: another history, all the same") {
  FullSample replacement("replacement", nullptr, "sample");
  replacement.ledger.publish();
  CHECK(verify_log(replacement.ledger.log()).result == VerifyReport::Result::verified);
  Outside outside;
  outside.trusted_log_keys = {crypto::VerifierKey::make(ledger.origin(), crypto::note_ed25519, ledger.signers().log.public_key())};
  CHECK(verify_log(replacement.ledger.log(), outside).result == VerifyReport::Result::verified);
  outside.held_checkpoints = {ledger.checkpoints.front()};
  const auto report = verify_log(replacement.ledger.log(), outside);
  CHECK(has(report, Problem::older_checkpoint_mismatch));
  CHECK(!has(report, Problem::checkpoint_bad_signature));
  outside = {};
  outside.receipts = {receipts[3]};
  CHECK(has(verify_log(replacement.ledger.log(), outside), Problem::receipt_bad, 3));
}

}  // namespace inzicht::testing
