// Events that no honest program makes, each otherwise in order: exactly the one problem must be found, at its place.
#include <algorithm>

#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

using Places = std::vector<std::pair<std::uint64_t, Problem>>;

// Two registrars and an author with one signal; the next event is index 4.
struct Small {
  SampleLedger ledger{"small"};
  Person registrar = ledger.make_person("registrar"), second = ledger.make_person("second"), author = ledger.make_person("author");
  CaseId kase = ledger.make_case("one");
  EventId signal;

  Small() {
    ledger.genesis(registrar, second);
    Twist approved;
    approved.cosigners = {&second};
    ledger.enrol(registrar, author, approved);
    signal = ledger.signal(author, kase);
  }
  Places places() {
    ledger.flush();
    const auto report = verify_log(ledger.log());
    UNSCOPED_INFO(text_of(report));
    CHECK(report.result == (report.problems.empty() ? VerifyReport::Result::verified : VerifyReport::Result::tampered));
    return places_of(report);
  }
  Twist with(std::function<void(Envelope&)> envelope) const {
    Twist twist;
    twist.envelope = std::move(envelope);
    return twist;
  }
};

}  // namespace

TEST_CASE_METHOD(Small, "nothing is found where nothing is wrong") { CHECK(places().empty()); }

TEST_CASE_METHOD(Small, "a key that was never enrolled") {
  auto stranger = ledger.make_person("stranger");
  ledger.signal(stranger, kase);
  CHECK(places() == Places{{4, Problem::key_unknown}});
}

TEST_CASE_METHOD(Small, "a key that signs before it is enrolled") {
  auto early = ledger.make_person("early");
  ledger.signal(early, kase);
  early.sequence = 0;
  early.last_header.reset();
  ledger.enrol(registrar, early);
  CHECK(places() == Places{{4, Problem::key_unknown}});
}

TEST_CASE_METHOD(Small, "a revoked key, from the index after its revocation") {
  ledger.revoke(registrar, author, std::nullopt);
  ledger.signal(author, kase);
  CHECK(places() == Places{{5, Problem::key_not_valid}});
}

TEST_CASE_METHOD(Small, "a key may sign its own revocation") {
  ledger.revoke(author, author, std::nullopt);
  CHECK(places().empty());
}

TEST_CASE_METHOD(Small, "a revoked co-signer") {
  ledger.revoke(registrar, second, std::nullopt);
  Twist twist;
  twist.cosigners = {&second};
  ledger.signal(author, kase, {}, twist);
  CHECK(places() == Places{{5, Problem::key_not_valid}});
}

TEST_CASE_METHOD(Small, "a key past its end") {
  auto visitor = ledger.make_person("visitor");
  ledger.enrol_actor(registrar, visitor);
  ledger.enrol_key(registrar, visitor.signer.id(), visitor.signer, visitor.actor, schema::KeyUse::SIGNING, ledger.now + 2 * SampleLedger::minute);
  ledger.signal(visitor, kase);
  ledger.now += SampleLedger::minute;
  ledger.signal(visitor, kase);
  CHECK(places() == Places{{7, Problem::key_not_valid}});
}

TEST_CASE_METHOD(Small, "a key of somebody else") {
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.actor = registrar.actor; }));
  CHECK(places() == Places{{4, Problem::key_not_valid}});
}

TEST_CASE_METHOD(Small, "the ledger's own key signs no events but readings") {
  ledger.flush();
  Person service{ledger.signers().service.clone(), ledger_itself(decode_leaf(ledger.log().read(0)->leaf)->header_hash), {}, 0, {}, 0, {}};
  ledger.view(service, kase);
  ledger.signal(service, kase);
  CHECK(places() == Places{{5, Problem::key_not_valid}});
  CHECK(verify_log(ledger.log()).service_events == 1);
}

TEST_CASE_METHOD(Small, "an enrolment without the key's own signature") {
  auto robbed = ledger.make_person("robbed");
  ledger.enrol_actor(registrar, robbed);
  // The proof is for another actor.
  auto d = ledger.draft(104, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::KeyEnrolled>();
  const auto id = robbed.signer.id();
  const auto proof = robbed.signer.sign(enrol_message(ledger.sequencer().ledger(), author.actor, id));
  facts.setKey({id.data(), id.size()});
  facts.setPublicKey({robbed.signer.public_key().data(), 32});
  facts.setOwner({robbed.actor.bytes.data(), 16});
  facts.setUse(schema::KeyUse::SIGNING);
  facts.setProof({proof.data(), proof.size()});
  ledger.record(registrar, std::move(d));
  CHECK(places() == Places{{5, Problem::enrolment_unproven}});
}

TEST_CASE_METHOD(Small, "a key under another id than its own") {
  auto odd = ledger.make_person("odd");
  ledger.enrol_key(registrar, made_up<32>("not its id"), odd.signer, odd.actor, schema::KeyUse::SIGNING, std::nullopt);
  ledger.signal(odd, kase);
  CHECK(places() == Places{{4, Problem::enrolment_unproven}, {5, Problem::key_unknown}});
}

TEST_CASE_METHOD(Small, "a gap in a key's sequence, and a step back") {
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.key_seq = 5; }));
  CHECK(places() == Places{{4, Problem::key_sequence_gap}});
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.key_seq = 2; }));
  CHECK(places() == Places{{4, Problem::key_sequence_gap}, {5, Problem::key_sequence_gap}});
}

TEST_CASE_METHOD(Small, "another header before than the one that was recorded") {
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.key_prev = made_up<32>("another"); }));
  CHECK(places() == Places{{4, Problem::key_prev_mismatch}});
}

TEST_CASE_METHOD(Small, "a void header that was recorded before, or after") {
  const auto recorded = *author.last_header;
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.voids = {recorded, made_up<32>("never recorded")}; }));
  CHECK(places() == Places{{3, Problem::voided_recorded}});
}

TEST_CASE_METHOD(Small, "nobody can void another's header") {
  const auto recorded = *author.last_header;
  ledger.signal(registrar, kase, {}, with([&](Envelope& e) { e.voids = {recorded}; }));
  CHECK(places().empty());
}

TEST_CASE_METHOD(Small, "an event of the future, five minutes and more") {
  const auto soon = [&](Micros ahead) {
    auto twin = ledger.draft(302);
    twin.kase = kase;
    twin.occurred->from = ledger.now + ahead;
    auto facts = twin.facts->getRoot<schema::SignalAssessed>();
    facts.setDecision(schema::SignalDecision::START_CASE);
    facts.setCrisis(schema::CrisisJudgement::NO_CRISIS);
    facts.setDetail(schema::DetailLevel::HEADLINES);
    ledger.record(author, std::move(twin));
  };
  soon(5 * SampleLedger::minute + 3 * micros_per_second);  // recorded 3 s later: exactly at the limit
  soon(5 * SampleLedger::minute + 3 * micros_per_second + 1);
  CHECK(places() == Places{{5, Problem::occurred_in_future}});
}

TEST_CASE_METHOD(Small, "a clock that ran backwards") {
  ledger.now -= 10 * SampleLedger::minute;
  ledger.signal(author, kase);
  CHECK(places() == Places{{4, Problem::recorded_at_decreases}});
}

TEST_CASE_METHOD(Small, "an event of another ledger, and one of none") {
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.ledger = made_up<32>("another ledger"); }));
  CHECK(places() == Places{{4, Problem::wrong_ledger}});
}

TEST_CASE_METHOD(Small, "references: to nothing, to a later event, to another header") {
  const auto refer = [&](const EventId& to, const Digest& hash) {
    auto d = ledger.draft(302);
    d.kase = kase;
    d.references.push_back({schema::RefType::ANSWERS, to, hash});
    auto facts = d.facts->getRoot<schema::SignalAssessed>();
    facts.setDecision(schema::SignalDecision::START_CASE);
    facts.setCrisis(schema::CrisisJudgement::NO_CRISIS);
    facts.setDetail(schema::DetailLevel::HEADLINES);
    ledger.record(author, std::move(d));
  };
  refer(EventId{made_up<16>("nothing")}, made_up<32>("nothing"));
  refer(ledger.event_id(7), made_up<32>("later"));
  refer(signal, made_up<32>("another header"));
  refer(signal, *author.last_header);
  CHECK(places() == Places{{4, Problem::reference_unknown}, {5, Problem::reference_unknown}, {6, Problem::reference_unknown}, {7, Problem::reference_unknown}});
}

TEST_CASE_METHOD(Small, "anchors: off the history, and of more events than there were") {
  ledger.publish();
  const auto root = ledger.sequencer().root();
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.anchor_size = 4, e.anchor_root = root; }));
  CHECK(places().empty());
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.anchor_size = 4, e.anchor_root = made_up<32>("another root"); }));
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.anchor_size = 7, e.anchor_root = root; }));
  CHECK(places() == Places{{5, Problem::anchor_off_history}, {6, Problem::anchor_off_history}});
}

TEST_CASE_METHOD(Small, "an anchor at a size that was never published") {
  const auto root = ledger.sequencer().root();
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.anchor_size = 4, e.anchor_root = root; }));
  CHECK(places() == Places{{4, Problem::checkpoint_missing}});
}

TEST_CASE_METHOD(Small, "a point of the case that is none") {
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.seen_head = made_up<32>("another head"); }));
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.seen_count = 9; }));
  CHECK(places() == Places{{4, Problem::seen_off_chain}, {5, Problem::seen_off_chain}});
}

TEST_CASE_METHOD(Small, "an older point of the case is one") {
  const auto head = ledger.sequencer().head(crypto::ChainClass::kase, kase.bytes);
  ledger.signal(author, kase);
  ledger.signal(author, kase, {}, with([&](Envelope& e) { e.seen_count = head.n, e.seen_head = head.chain; }));
  ledger.signal(author, kase, {}, with([](Envelope& e) { e.seen_count = 0, e.seen_head.reset(); }));
  CHECK(places().empty());
}

TEST_CASE_METHOD(Small, "a second genesis") {
  auto d = ledger.draft(101, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::LedgerCreated>();
  facts.setOwner({author.organisation.bytes.data(), 16});
  facts.setOrigin("example.org/ledger");
  facts.setClock(schema::ClockKind::WALL);
  facts.setRules({made_up<32>("rules").data(), 32});
  auto fresh = ledger.make_person("fresh");
  ledger.record(fresh, std::move(d), with([](Envelope& e) { e.ledger.reset(); }));
  CHECK(places() == Places{{4, Problem::genesis_wrong}, {4, Problem::key_unknown}});
}

TEST_CASE("genesis: every registrar that it names has signed") {
  SampleLedger ledger("unsigned");
  auto first = ledger.make_person("first"), second = ledger.make_person("second");
  ledger.genesis(first, second);
  ledger.flush();
  auto tables = tables_of(ledger.log());
  CHECK(verify_tables(tables).result == VerifyReport::Result::verified);
  edit_event(tables, 0, [](EventRecord& record) {
    auto block = decode_signatures(record.signatures).value();
    block.pop_back();
    record.signatures = encode_signatures(block);
  });
  CHECK(has(verify_tables(tables), Problem::signatures_malformed, 0));
  CHECK(has(verify_tables(tables), Problem::genesis_wrong, 0));
}

TEST_CASE_METHOD(Small, "a signature by another key than the header's, and one over other bytes") {
  Twist twist;
  twist.signatures = [&](Buffer& block) {
    auto signatures = decode_signatures(block).value();
    signatures[0].signature[0] ^= 1;
    block = encode_signatures(signatures);
  };
  ledger.signal(author, kase, {}, twist);
  twist.signatures = [&](Buffer& block) {
    auto signatures = decode_signatures(block).value();
    signatures[0].key = registrar.signer.id();
    block = encode_signatures(signatures);
  };
  ledger.signal(author, kase, {}, twist);
  twist.signatures = [](Buffer& block) { block.pop_back(); };
  ledger.signal(author, kase, {}, twist);
  CHECK(places() == Places{{4, Problem::signature_wrong}, {5, Problem::signatures_malformed}, {6, Problem::signatures_malformed}});
}

TEST_CASE_METHOD(Small, "what is newer than this program is told as such, and alone it is no tampering") {
  Twist twist;
  twist.signatures = [&](Buffer& block) {
    auto signatures = decode_signatures(block).value();
    signatures[0].algorithm = 0x02;
    block = encode_signatures(signatures);
  };
  ledger.signal(author, kase, {}, twist);
  ledger.flush();
  const auto report = verify_log(ledger.log());
  CHECK(places_of(report) == Places{{4, Problem::newer_than_program}});
  CHECK(report.result == VerifyReport::Result::failed);
}

TEST_CASE_METHOD(Small, "leaves of reserved types are counted and skipped, others are newer") {
  ledger.sequencer().twist = [](std::uint64_t index, EventRecord& record) {
    if (index == 4) record.leaf = {0x80, 1, 2, 3};
    if (index == 5) record.leaf = {0x02, 1, 2, 3};
  };
  ledger.signal(author, kase);
  ledger.signal(registrar, kase);
  ledger.flush();
  const auto report = verify_log(ledger.log());
  INFO(text_of(report));
  CHECK(report.skipped_leaves == 1);
  CHECK(report.events == 4);
  CHECK(report.leaves == 6);
  CHECK(has(report, Problem::newer_than_program, 5));
  CHECK(!has(report, Problem::leaf_malformed));
}

TEST_CASE_METHOD(Small, "a purged event: its leaf stays, its chains go on, and without a ground it is named") {
  ledger.signal(author, kase, {ledger.make_subject("child")});
  ledger.signal(author, kase, {ledger.make_subject("child")});
  ledger.publish();
  auto tables = tables_of(ledger.log());
  edit_event(tables, 4, [](EventRecord& record) {
    record = {record.leaf, {}, {}, {}, true};
  });
  tables.parts.erase(key_of(4));
  const auto report = verify_tables(tables);
  INFO(text_of(report));
  // The chain of the child begins at 4, and is found again by the tag of its leaf when 5 names the child.
  CHECK(places_of(report) == Places{{4, Problem::purged_before_term}});
  CHECK(report.purged_events == 1);
  CHECK(report.checkpoint_size == 6);
}

TEST_CASE_METHOD(Small, "the same event id twice") {
  ledger.signal(author, kase);
  ledger.flush();
  auto tables = tables_of(ledger.log());
  // As a ledger would that wrote the same submission again at the end.
  tables.events[key_of(4)] = tables.events.at(key_of(3));
  tables.parts[key_of(4)] = tables.parts.at(key_of(3));
  CHECK(has(verify_tables(tables), Problem::duplicate_event_id, 4));
}

TEST_CASE_METHOD(Small, "readings: a point of the case, and as many cases as are listed") {
  const auto other = ledger.make_case("other");
  ledger.signal(author, other);
  ledger.view(author, kase);
  ledger.view_listed(author, {kase, other});
  CHECK(places().empty());
  CHECK(ledger.sequencer().head(crypto::ChainClass::read, kase.bytes).n == 2);
}

TEST_CASE_METHOD(Small, "a list part that cannot be read leaves the tags to be followed") {
  const auto other = ledger.make_case("other");
  ledger.signal(author, other);
  ledger.view_listed(author, {kase, other});
  ledger.view_listed(author, {kase, other});
  ledger.view_listed(author, {kase, other});
  ledger.flush();
  auto tables = tables_of(ledger.log());
  edit_parts(tables, 6, [](std::vector<StoredPart>& parts) { parts[0].sealed[40] ^= 1; });
  const auto places = places_of(verify_tables(tables));
  CHECK(places == Places{{6, Problem::sealed_part_mismatch}, {6, Problem::sealed_part_mismatch}});
}

}  // namespace inzicht::testing
