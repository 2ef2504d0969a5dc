// Checkpoints and receipts: those kept, those that outsiders hold, and the keys that sign them.
#include <algorithm>

#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

crypto::VerifierKey log_key_of(const SampleLedger& ledger) {
  return crypto::VerifierKey::make(ledger.origin(), crypto::note_ed25519, ledger.signers().log.public_key());
}
std::string signed_checkpoint(const SampleLedger& ledger, std::uint64_t size, const Digest& root, const crypto::Signer& signer) {
  crypto::Note note{crypto::Checkpoint{ledger.origin(), size, root}.text(), {}};
  crypto::note_sign(note, ledger.origin(), signer);
  return note.serialise();
}
Buffer buffer_of(std::string_view text) { return {text.begin(), text.end()}; }

struct Published : FullSample {
  RawTables tables = tables_of(ledger.log());
  Digest root_13 = *[this] {
    const auto note = crypto::Note::parse(ledger.checkpoints.back());
    return std::optional(crypto::Checkpoint::parse(note->text)->root);
  }();

  VerifyReport with_held(const std::string& note) const {
    Outside outside;
    outside.held_checkpoints = {note};
    return verify_tables(tables, outside);
  }
  VerifyReport with_receipt(const HeldReceipt& receipt) const {
    Outside outside;
    outside.receipts = {receipt};
    return verify_tables(tables, outside);
  }
};

}  // namespace

TEST_CASE_METHOD(Published, "a kept checkpoint: its key, its text, its signature, its root, its size") {
  const auto stranger = crypto::Signer::generate();
  const auto keep = [&](std::uint64_t size, const std::string& note) {
    auto changed = tables;
    changed.checkpoints[key_of(size)] = buffer_of(note);
    return verify_tables(changed);
  };
  CHECK(keep(13, signed_checkpoint(ledger, 13, root_13, ledger.signers().log)).result == VerifyReport::Result::verified);
  CHECK(has(keep(13, signed_checkpoint(ledger, 13, root_13, stranger)), Problem::checkpoint_bad_signature));
  CHECK(has(keep(13, signed_checkpoint(ledger, 13, made_up<32>("another root"), ledger.signers().log)), Problem::checkpoint_mismatch));
  CHECK(has(keep(13, signed_checkpoint(ledger, 12, root_13, ledger.signers().log)), Problem::checkpoint_malformed));
  CHECK(has(keep(13, "no note"), Problem::checkpoint_malformed));
  CHECK(has(keep(99, signed_checkpoint(ledger, 99, root_13, ledger.signers().log)), Problem::checkpoint_missing_tail));
  CHECK(has(keep(0, signed_checkpoint(ledger, 0, made_up<32>("not empty"), ledger.signers().log)), Problem::checkpoint_mismatch));
  CHECK(keep(0, signed_checkpoint(ledger, 0, crypto::empty_root(), ledger.signers().log)).result == VerifyReport::Result::verified);
}

TEST_CASE_METHOD(Published, "a kept checkpoint under the size of another says whose it is") {
  auto changed = tables;
  auto moved = changed.checkpoints.extract(key_of(13));
  moved.key() = key_of(12);
  changed.checkpoints.insert(std::move(moved));
  const auto report = verify_tables(changed);
  INFO(text_of(report));
  CHECK(has(report, Problem::checkpoint_missing, 13));
  CHECK(text_of(report).find("kept checkpoint 12: the note is the checkpoint of size 13") != std::string::npos);
}

TEST_CASE_METHOD(Published, "the first checkpoint that differs says at which event to look first, the next one does not say it again") {
  ledger.publish();
  ledger.signal(author, kase);
  ledger.publish();
  auto changed = tables_of(ledger.log());
  edit_event(changed, 13, [](EventRecord& record) { record.leaf[72] ^= 1; });  // the lowest byte of recorded-at
  const auto report = verify_tables(changed);
  INFO(text_of(report));
  REQUIRE(places_of(report) == std::vector<std::pair<std::uint64_t, Problem>>(2, {~std::uint64_t{0}, Problem::checkpoint_mismatch}));
  CHECK(report.problems[0].detail.ends_with("the last kept one that agrees has size 13; look first at index 13"));
  CHECK(report.problems[1].detail.ends_with("the last kept one that agrees has size 13"));
}

TEST_CASE_METHOD(Published, "cosignatures of witnesses that nobody named are passed over") {
  auto note = *crypto::Note::parse(ledger.checkpoints.back());
  crypto::note_cosign(note, "witness.example.net", crypto::Signer::generate(), 1'600'000'000);
  tables.checkpoints[key_of(13)] = buffer_of(note.serialise());
  CHECK(verify_tables(tables).result == VerifyReport::Result::verified);
}

TEST_CASE_METHOD(Published, "a checkpoint that an author anchored to and that is not kept any more") {
  tables.checkpoints.erase(key_of(7));
  const auto report = verify_tables(tables);
  CHECK(has(report, Problem::checkpoint_missing, 7));
}

TEST_CASE_METHOD(Published, "a held checkpoint that agrees, and is kept") {
  CHECK(with_held(ledger.checkpoints.front()).result == VerifyReport::Result::verified);
}

TEST_CASE_METHOD(Published, "a held checkpoint of another history") {
  CHECK(has(with_held(signed_checkpoint(ledger, 13, made_up<32>("another root"), ledger.signers().log)), Problem::older_checkpoint_mismatch));
}

TEST_CASE_METHOD(Published, "a held checkpoint of more events than there are") {
  CHECK(has(with_held(signed_checkpoint(ledger, 400, root_13, ledger.signers().log)), Problem::checkpoint_missing_tail));
}

TEST_CASE_METHOD(Published, "a held checkpoint that nobody kept") {
  const auto report = with_held(signed_checkpoint(ledger, ledger.size(), ledger.sequencer().root(), ledger.signers().log));
  CHECK(places_of(report) == std::vector<std::pair<std::uint64_t, Problem>>{{~std::uint64_t{0}, Problem::checkpoint_missing}});
}

TEST_CASE_METHOD(Published, "a held checkpoint that this ledger's log did not sign") {
  CHECK(has(with_held(signed_checkpoint(ledger, 13, root_13, crypto::Signer::generate())), Problem::checkpoint_bad_signature));
  CHECK(has(with_held("no note"), Problem::checkpoint_malformed));
  SampleLedger elsewhere("elsewhere", nullptr, "example.org/other");
  CHECK(has(with_held(signed_checkpoint(elsewhere, 13, root_13, ledger.signers().log)), Problem::checkpoint_malformed));
}

TEST_CASE_METHOD(Published, "the log's key is one that the reader trusts") {
  Outside outside;
  outside.trusted_log_keys = {log_key_of(ledger)};
  CHECK(verify_tables(tables, outside).result == VerifyReport::Result::verified);
  outside.trusted_log_keys = {crypto::VerifierKey::make(ledger.origin(), crypto::note_ed25519, crypto::Signer::generate().public_key())};
  CHECK(has(verify_tables(tables, outside), Problem::log_key_untrusted));
}

namespace {
const crypto::Signer& witness(std::size_t n) {
  static const std::vector<crypto::Signer> signers = [] {
    std::vector<crypto::Signer> out;
    for (std::uint8_t seed = 1; seed < 4; ++seed) out.push_back(*crypto::Signer::from_seed(Buffer(32, seed)));
    return out;
  }();
  return signers[n];
}
std::string witness_name(std::size_t n) { return "witness.example/" + std::to_string(n); }

struct Witnessed : Published {
  // Two of three witnesses, of this ledger's log.
  Witnessed() {
    std::string text = "log " + log_key_of(ledger).text() + "\n";
    for (std::size_t n = 0; n < 3; ++n)
      text += "witness w" + std::to_string(n) + " " + crypto::VerifierKey::make(witness_name(n), crypto::note_cosignature_v1, witness(n).public_key()).text() + "\n";
    outside.trust = crypto::TrustPolicy::parse(text + "group all 2 w0 w1 w2\nquorum all\n").value();
  }
  void cosign(std::uint64_t size, std::size_t n, const crypto::Signer& signer) {
    auto& kept = tables.checkpoints.at(key_of(size));
    auto note = crypto::Note::parse({reinterpret_cast<const char*>(kept.data()), kept.size()}).value();
    crypto::note_cosign(note, witness_name(n), signer, 1'700'000'000);
    kept = buffer_of(note.serialise());
  }
  Outside outside;
};
}  // namespace

TEST_CASE_METHOD(Witnessed, "two of three witnesses under the last checkpoint are what the policy asks") {
  CHECK(verify_tables(tables, outside).result == VerifyReport::Result::unwitnessed);
  cosign(13, 0, witness(0));
  auto report = verify_tables(tables, outside);
  CHECK(report.result == VerifyReport::Result::unwitnessed);
  CHECK(report.witnesses == 1);
  CHECK(report.witnessed_size == 0);
  cosign(13, 2, witness(2));
  report = verify_tables(tables, outside);
  CHECK(report.result == VerifyReport::Result::verified);
  CHECK(report.witnesses == 2);
  CHECK(report.witnessed_size == 13);
}

TEST_CASE_METHOD(Witnessed, "an older checkpoint that was witnessed does not stand for the last one") {
  cosign(7, 0, witness(0));
  cosign(7, 1, witness(1));
  const auto report = verify_tables(tables, outside);
  CHECK(report.result == VerifyReport::Result::unwitnessed);
  CHECK(report.witnessed_size == 7);
  CHECK(report.witnesses == 0);
}

TEST_CASE_METHOD(Witnessed, "a wrong cosignature of a trusted witness is named, one by a stranger is skipped") {
  cosign(13, 0, witness(0));
  cosign(13, 1, witness(1));
  auto stranger = tables;
  std::swap(stranger, tables);
  cosign(13, 2, witness(0));  // under the name of another, with an id that nobody has
  CHECK(verify_tables(tables, outside).result == VerifyReport::Result::verified);
  std::swap(stranger, tables);
  auto& kept = tables.checkpoints.at(key_of(13));
  auto note = crypto::Note::parse({reinterpret_cast<const char*>(kept.data()), kept.size()}).value();
  note.signatures.back().bytes.back() ^= 1;
  kept = buffer_of(note.serialise());
  CHECK(has(verify_tables(tables, outside), Problem::checkpoint_bad_signature));
}

TEST_CASE_METHOD(Witnessed, "without a checkpoint nothing is witnessed, also where the policy asks no cosignature") {
  outside.trust = crypto::TrustPolicy::parse("quorum none\n").value();
  CHECK(verify_tables(tables, outside).result == VerifyReport::Result::verified);
  SampleLedger quiet;
  auto first_of = quiet.make_person("registrar"), second_of = quiet.make_person("second");
  quiet.genesis(first_of, second_of);
  quiet.flush();
  Outside policy;
  policy.trust = outside.trust;
  const auto report = verify_log(quiet.log(), policy);
  INFO(text_of(report));
  CHECK(report.result == VerifyReport::Result::unwitnessed);
}

TEST_CASE_METHOD(Witnessed, "a log that the policy does not name is not trusted") {
  outside.trust = crypto::TrustPolicy::parse("log " + crypto::VerifierKey::make(ledger.origin(), crypto::note_ed25519, witness(0).public_key()).text() + "\nquorum none\n").value();
  CHECK(has(verify_tables(tables, outside), Problem::log_key_untrusted));
}

TEST_CASE_METHOD(Published, "the origin is the one that the reader expects") {
  Outside outside;
  outside.origin = ledger.origin();
  CHECK(verify_tables(tables, outside).result == VerifyReport::Result::verified);
  outside.origin = "example.org/other";
  CHECK(has(verify_tables(tables, outside), Problem::wrong_ledger, 0));
}

TEST_CASE_METHOD(Published, "receipts of groups") {
  Outside outside;
  for (std::uint64_t index = 3; index < 10; ++index) outside.receipts.push_back(ledger.sequencer().receipt(index, 3, 7));
  const auto report = verify_tables(tables, outside);
  INFO(text_of(report));
  CHECK(report.result == VerifyReport::Result::verified);
  CHECK(report.receipts == 7);
}

TEST_CASE_METHOD(Published, "every byte of a receipt counts") {
  const auto good = ledger.sequencer().receipt(5, 3, 7);
  const auto is_bad = [&](const std::function<void(HeldReceipt&)>& change) {
    auto receipt = good;
    change(receipt);
    const auto report = with_receipt(receipt);
    return report.result == VerifyReport::Result::tampered && report.problems.size() == 1 && report.problems[0].what == Problem::receipt_bad;
  };
  for (std::size_t i = 0; i < good.note.size(); ++i) CHECK(is_bad([&](HeldReceipt& r) { r.note[i] = static_cast<char>(r.note[i] ^ 1); }));
  for (std::size_t i = 0; i < good.leaf.size(); ++i) CHECK(is_bad([&](HeldReceipt& r) { r.leaf[i] ^= 1; }));
  for (std::size_t i = 0; i < good.admission.size(); ++i) CHECK(is_bad([&](HeldReceipt& r) { r.admission[i] ^= 1; }));
  for (std::size_t i = 0; i < good.proof.size(); ++i) CHECK(is_bad([&](HeldReceipt& r) { r.proof[i][0] ^= 1; }));
  CHECK(is_bad([](HeldReceipt& r) { r.proof.pop_back(); }));
  CHECK(is_bad([](HeldReceipt& r) { r.index = 6; }));
  CHECK(is_bad([](HeldReceipt& r) { r.index = 2; }));
  CHECK(is_bad([](HeldReceipt& r) { r.index = 10; }));
}

TEST_CASE_METHOD(Published, "a receipt for an event that is not there, or is another") {
  const auto last = ledger.sequencer().receipt(14, 14, 1);
  const auto before = ledger.sequencer().receipt(13, 13, 1);
  tables.events.erase(key_of(14));
  CHECK(has(with_receipt(last), Problem::receipt_not_in_log, 14));
  tables.events.erase(key_of(13));
  tables.events[key_of(14)] = tables_of(ledger.log()).events.at(key_of(14));
  CHECK(has(with_receipt(before), Problem::receipt_not_in_log, 13));
  tables.events[key_of(13)] = tables.events.at(key_of(14));
  CHECK(has(with_receipt(before), Problem::receipt_mismatch, 13));
}

TEST_CASE_METHOD(Published, "a new key of the log holds for checkpoints beyond its event, and the old one no longer") {
  const auto fresh = crypto::Signer::generate();
  const auto old_size = ledger.size();
  ledger.enrol_key(registrar, fresh.id(), fresh, std::nullopt, schema::KeyUse::LOG, std::nullopt);
  ledger.signal(author, kase);
  ledger.flush();
  const auto root = ledger.sequencer().root();
  auto now = tables_of(ledger.log());
  const auto keep = [&](std::uint64_t size, const Digest& at, const crypto::Signer& signer) {
    auto changed = now;
    changed.checkpoints[key_of(size)] = buffer_of(signed_checkpoint(ledger, size, at, signer));
    return verify_tables(changed);
  };
  CHECK(keep(ledger.size(), root, fresh).result == VerifyReport::Result::verified);
  CHECK(has(keep(ledger.size(), root, ledger.signers().log), Problem::checkpoint_bad_signature));
  CHECK(has(keep(13, root_13, fresh), Problem::checkpoint_bad_signature));
  CHECK(old_size == 15);
}

TEST_CASE_METHOD(Published, "a new key for receipts holds from the index after its event") {
  const auto fresh = crypto::Signer::generate();
  ledger.enrol_key(registrar, fresh.id(), fresh, std::nullopt, schema::KeyUse::RECEIPT, std::nullopt);
  ledger.signal(author, kase);
  ledger.flush();
  tables = tables_of(ledger.log());
  CHECK(with_receipt(ledger.sequencer().receipt(15, 15, 1)).result == VerifyReport::Result::verified);
  CHECK(has(with_receipt(ledger.sequencer().receipt(16, 16, 1)), Problem::receipt_bad, 16));
}

}  // namespace inzicht::testing
