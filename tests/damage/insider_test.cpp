// What an insider with every key but the authors' rewrites, and which evidence contradicts it.
#include "ledger/codec/signature_block.h"
#include "tests/damage/insider.h"

namespace inzicht::testing {
namespace {

// Indexes in the small ledger.
constexpr std::uint64_t at_signal = 6, at_last = 14;

struct Rewritten : FullSample {
  Rewritten() {
    ledger.publish();
    for (std::uint64_t index = 0; index < ledger.size(); ++index) receipts.push_back(ledger.sequencer().receipt(index, index, 1));
  }
  Insider insider{ledger};
  std::vector<HeldReceipt> receipts;

  VerifyReport alone() const { return verify_tables(insider.rewrite()); }
  VerifyReport against_checkpoint() const {
    Outside outside;
    outside.held_checkpoints = {ledger.checkpoints.back()};
    return verify_tables(insider.rewrite(), outside);
  }
  VerifyReport against_receipt(std::uint64_t index) const {
    Outside outside;
    outside.receipts = {receipts[index]};
    return verify_tables(insider.rewrite(), outside);
  }
};

}  // namespace

TEST_CASE_METHOD(Rewritten, "rewriting nothing gives the same ledger") {
  CHECK(insider.rewrite().events == tables_of(ledger.log()).events);
  CHECK(insider.rewrite().checkpoints == tables_of(ledger.log()).checkpoints);
  CHECK(alone().result == VerifyReport::Result::verified);
}

TEST_CASE_METHOD(Rewritten, "when it happened, changed: the author's signature contradicts it") {
  for (const auto index : {at_signal, at_last}) {
    insider.submitted = ledger.submitted();
    Insider::edit_header(insider.submitted[index].header, [](schema::Header::Builder h) { h.getOccurred().setFrom(h.getOccurred().getFrom() - 1); });
    CHECK(has(alone(), Problem::signature_wrong, index));
    CHECK(has(against_checkpoint(), Problem::older_checkpoint_mismatch));
    CHECK(has(against_receipt(index), Problem::receipt_mismatch, index));
  }
}

TEST_CASE_METHOD(Rewritten, "the actor changed: the author's signature, and the owner of the key, contradict it") {
  Insider::edit_header(insider.submitted[at_signal].header, [&](schema::Header::Builder h) { h.setActor({other.actor.bytes.data(), 16}); });
  const auto report = alone();
  CHECK(has(report, Problem::signature_wrong, at_signal));
  CHECK(has(report, Problem::key_not_valid, at_signal));
}

TEST_CASE_METHOD(Rewritten, "signed anew by a key of the insider's own: no registrar enrolled it") {
  const auto own = crypto::Signer::generate();
  auto& event = insider.submitted[at_last];
  const auto id = own.id();
  Insider::edit_header(event.header, [&](schema::Header::Builder h) { h.setKey({id.data(), id.size()}); });
  const auto signature = own.sign(event_message(event.header));
  event.signatures = encode_signatures(std::vector<BlockSignature>{{id, crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())}});
  CHECK(has(alone(), Problem::key_unknown, at_last));
}

TEST_CASE_METHOD(Rewritten, "given to a colleague who helps, with a valid signature: the sequence of the true author contradicts it") {
  // `other` owns an enrolled key and signs the author's assessment as if it were the next of its own.
  constexpr std::uint64_t at_assessment = 10;
  auto& event = insider.submitted[at_assessment];
  const auto id = other.signer.id();
  const auto before = header_hash(insider.submitted[9].header);  // by `other`
  Insider::edit_header(event.header, [&](schema::Header::Builder h) {
    h.setKey({id.data(), id.size()});
    h.setActor({other.actor.bytes.data(), 16});
    h.setKeySeq(2);
    h.setKeyPrev({before.data(), before.size()});
    h.setAnchorSize(0);
    h.disownAnchorRoot();
  });
  const auto signature = other.signer.sign(event_message(event.header));
  event.signatures = encode_signatures(std::vector<BlockSignature>{{id, crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())}});
  const auto report = alone();
  INFO(text_of(report));
  CHECK(!has(report, Problem::signature_wrong));
  CHECK(!has(report, Problem::key_not_valid, at_assessment));
  CHECK(has(report, Problem::key_sequence_gap, 12));  // the author's next
  CHECK(has(report, Problem::key_prev_mismatch, 12));
}

TEST_CASE_METHOD(Rewritten, "the admission changed: what authors signed afterwards contradicts it") {
  insider.submitted[at_signal].salt = made_up<16>("another salt");
  const auto report = alone();
  INFO(text_of(report));
  CHECK(has(report, Problem::seen_off_chain, 7));       // built on the case as it was
  CHECK(has(report, Problem::anchor_off_history, 7));   // and witnessed its checkpoint
}

TEST_CASE_METHOD(Rewritten, "the admission of the last event changed: nothing inside contradicts it, a checkpoint or a receipt outside does") {
  insider.submitted[at_last].salt = made_up<16>("another salt");
  CHECK(alone().result == VerifyReport::Result::verified);
  CHECK(has(against_checkpoint(), Problem::older_checkpoint_mismatch));
  CHECK(has(against_receipt(at_last), Problem::receipt_mismatch, at_last));
  CHECK(against_receipt(at_signal).result == VerifyReport::Result::verified);
}

TEST_CASE_METHOD(Rewritten, "recorded-at changed: what authors signed afterwards contradicts it, and of the last event a checkpoint or a receipt") {
  insider.submitted[at_signal].recorded_at += 1;
  CHECK(has(alone(), Problem::anchor_off_history, 7));
  CHECK(has(against_receipt(at_signal), Problem::receipt_mismatch, at_signal));
  insider.submitted = ledger.submitted();
  insider.submitted[at_last].recorded_at += 1;
  CHECK(alone().result == VerifyReport::Result::verified);
  CHECK(has(against_checkpoint(), Problem::older_checkpoint_mismatch));
  CHECK(has(against_receipt(at_last), Problem::receipt_mismatch, at_last));
}

TEST_CASE_METHOD(Rewritten, "a tag changed or left out: recomputing it contradicts it") {
  insider.twist = [](std::uint64_t index, EventRecord& record) {
    if (index == at_last) record.leaf.back() ^= 1;
  };
  CHECK(has(alone(), Problem::tag_mismatch, at_last));
  insider.twist = [](std::uint64_t index, EventRecord& record) {
    if (index != at_last) return;
    record.leaf.erase(record.leaf.end() - 16, record.leaf.end());
    --record.leaf[105];
  };
  CHECK(has(alone(), Problem::tag_mismatch, at_last));
}

TEST_CASE_METHOD(Rewritten, "a key swapped in genesis: the registrars' signatures contradict it") {
  const auto own = crypto::Signer::generate();
  const auto id = own.id();
  Insider::edit_header(insider.submitted[0].header, [&](schema::Header::Builder h) {
    auto log_key = h.getFacts().getLedgerCreated().getKeys()[0];
    log_key.setKey({id.data(), id.size()});
    log_key.setPublicKey({own.public_key().data(), 32});
  });
  const auto report = alone();
  CHECK(has(report, Problem::signature_wrong, 0));
  CHECK(has(report, Problem::wrong_ledger, 1));  // every author signed for the ledger that began otherwise
  CHECK(has(against_receipt(0), Problem::receipt_bad, 0));
}

TEST_CASE_METHOD(Rewritten, "a registrar's key swapped for the insider's own: the other registrar's signature contradicts it") {
  const auto own = crypto::Signer::generate();
  const auto id = own.id();
  auto& genesis = insider.submitted[0];
  Insider::edit_header(genesis.header, [&](schema::Header::Builder h) {
    auto key = h.getFacts().getLedgerCreated().getKeys()[3];
    key.setKey({id.data(), id.size()});
    key.setPublicKey({own.public_key().data(), 32});
    const auto proof = own.sign(enrol_message(LedgerId{}, registrar.actor, id));
    key.setProof({proof.data(), proof.size()});
    h.setKey({id.data(), id.size()});
  });
  auto block = decode_signatures(genesis.signatures).value();
  const auto signature = own.sign(event_message(genesis.header));
  block[0].key = id;
  block[0].signature.assign(signature.begin(), signature.end());
  genesis.signatures = encode_signatures(block);
  CHECK(has(alone(), Problem::signature_wrong, 0));
}

TEST_CASE_METHOD(Rewritten, "an event left out: its author's sequence contradicts it, and of an author's last event a receipt or a checkpoint") {
  insider.submitted.erase(insider.submitted.begin() + static_cast<std::ptrdiff_t>(at_signal));
  CHECK(has(alone(), Problem::key_sequence_gap, at_signal));
  insider.submitted = ledger.submitted();
  insider.submitted.pop_back();
  const auto report = alone();
  CHECK(report.result == VerifyReport::Result::verified);
  CHECK(report.tree_size == at_last);
  CHECK(has(against_checkpoint(), Problem::checkpoint_missing_tail));
  CHECK(has(against_receipt(at_last), Problem::receipt_not_in_log, at_last));
}

TEST_CASE_METHOD(Rewritten, "two events of different authors changed places: recorded-at or what authors signed contradicts it") {
  std::swap(insider.submitted[8], insider.submitted[9]);
  CHECK(has(alone(), Problem::recorded_at_decreases, 9));
  std::swap(insider.submitted[8].recorded_at, insider.submitted[9].recorded_at);
  CHECK(has(alone(), Problem::anchor_off_history));
  CHECK(has(against_receipt(8), Problem::receipt_mismatch, 8));
}

}  // namespace inzicht::testing
