// What the ledger refuses: each with the field named, and nothing changed.
#include <algorithm>
#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "crypto/merkle/tree.h"
#include "ledger/base/limits.h"
#include "ledger/codec/signature_block.h"
#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using schema::Role;

namespace {

struct Desk : Scene {
  Desk() { signal(*author_, kase); }
  std::unique_ptr<Author> author_ = coach();
  const CaseId kase = some_case();

  struct Untouched {
    std::uint64_t size, vault_keys, key_seq;
    std::optional<Digest> root;
    bool operator==(const Untouched&) const = default;
  };
  Untouched now() const {
    const auto& log = ledger->log();
    const auto root = crypto::root_at(log.size(), [&](unsigned level, std::uint64_t index) { return log.node(level, index); });
    return {log.size(), ledger->vault().keys(), ledger->service().key_sequence(author_->profile().key).seq, root};
  }
  // "ADM-9 parts[0]": what refuses it, while nothing changes.
  std::string refusal(const Submission& submission) {
    const auto before = now();
    const auto outcome = ledger->service().record(submission);
    CHECK(now() == before);
    if (!outcome) return "error " + outcome.error().text;
    const auto* refused = std::get_if<Refused>(&*outcome);
    if (refused == nullptr) return "(recorded)";
    CHECK_FALSE(refused->nl.empty());
    CHECK_FALSE(refused->en.empty());
    return refused->adm + " " + refused->field;
  }
  Submission crafted(const Twist& twist) { return craft(*author_, signal_json(kase), Role::WIJKCOACH, twist); }
  std::string refusal(const Twist& twist) { return refusal(crafted(twist)); }
  bool is_recorded(const Submission& submission) const {
    const auto outcome = ledger->service().record(submission);
    return outcome && std::holds_alternative<Accepted>(*outcome);
  }
  std::string refusal_of_header(std::function<void(schema::Header::Builder)> edit) { return refusal({.header = std::move(edit)}); }
};

// A header whose root has one more word of data than any field fills. The other pointers keep pointing where they did: their
// offsets are from where they stand.
void grow_root(Buffer& header) {
  const std::size_t data_words = header[4] | header[5] << 8;
  const std::size_t known_words = capnp::Schema::from<schema::Header>().getProto().getStruct().getDataWordCount();
  Buffer words(8 * (known_words + 1 - data_words));
  words[words.size() - 8] = 1;
  header.insert(header.begin() + static_cast<std::ptrdiff_t>(8 + 8 * data_words), words.begin(), words.end());
  header[4] = static_cast<std::uint8_t>(known_words + 1);
}

}  // namespace

TEST_CASE_METHOD(Desk, "what an honest program hands in is recorded") {
  const auto outcome = ledger->service().record(crafted({}));
  REQUIRE(outcome);
  CHECK(std::holds_alternative<Accepted>(*outcome));
}

TEST_CASE_METHOD(Desk, "a kind, a code or a version that this program does not know is refused") {
  CHECK(refusal_of_header([](auto h) { h.setKind(999); }) == "ADM-2 kind");
  CHECK(refusal_of_header([](auto h) { h.setKind(302); }) == "ADM-1 facts");
  CHECK(refusal_of_header([](auto h) { h.setFormatVersion(2); }) == "ADM-1 formatVersion");
  CHECK(refusal_of_header([](auto h) { h.getFacts().getSignalReceived().setSource(static_cast<schema::SignalSource>(200)); }) == "ADM-2 facts.source");
  CHECK(refusal_of_header([](auto h) { h.setRole(static_cast<Role>(4000)); }) == "ADM-2 role");
}

TEST_CASE_METHOD(Desk, "a time in the future is refused, and one within five minutes is not") {
  const Micros now = ledger->clock().now();
  const Micros minute = 60 * micros_per_second;
  CHECK(refusal_of_header([&](auto h) { h.getOccurred().setFrom(now + 5 * minute + 1); }) == "ADM-10 occurred.from");
  CHECK(refusal_of_header([&](auto h) { h.getOccurred().initUntil().setMicros(now + 5 * minute + 1); }) == "ADM-10 occurred.until");
  CHECK(refusal_of_header([&](auto h) { h.getOccurred().initUntil().setMicros(h.getOccurred().getFrom()); }) == "ADM-3 occurred.until");
  CHECK(is_recorded(crafted({.header = [&](auto h) { h.getOccurred().setFrom(now + 5 * minute); }})));
}

TEST_CASE_METHOD(Desk, "an event for another ledger is refused") {
  CHECK(refusal({.envelope = [](Envelope& e) { (*e.ledger)[0] ^= 1; }}) == "ADM-4 ledger");
  CHECK(refusal({.envelope = [](Envelope& e) { e.ledger.reset(); }}) == "ADM-4 ledger");
}

TEST_CASE_METHOD(Desk, "a key that is revoked, unknown or another's signs nothing") {
  const auto other = author("other", "wijkcoach", {"record"});
  CHECK(refusal({.envelope = [&](Envelope& e) { e.actor = *other->profile().actor; }}) == "ADM-5 actor");
  CHECK(refusal({.envelope = [](Envelope& e) { e.key[0] ^= 1; }}) == "ADM-5 key");
  const auto submission = crafted({});
  revoke(*author_);
  CHECK(refusal(submission) == "ADM-5 key");
}

TEST_CASE_METHOD(Desk, "a signature over other bytes, by another key, or of another number of signers is refused") {
  CHECK(refusal({.submission = [](Submission& s) { s.signatures.back() ^= 1; }}) == "ADM-6 signatures[0]");
  CHECK(refusal({.submission = [](Submission& s) { s.signatures.pop_back(); }}) == "ADM-6 signatures");
  CHECK(refusal({.submission = [](Submission& s) { s.signatures.clear(); }}) == "ADM-6 signatures");
  CHECK(refusal({.header = [](auto h) { h.initCoSigners(1).set(0, capnp::Data::Reader(Buffer(32, 7).data(), 32)); }}) == "ADM-6 signatures");
}

TEST_CASE_METHOD(Desk, "an id that is known with other content is refused, and the same again answers the same") {
  const auto first = crafted({});
  const auto recorded = accepted(need(ledger->service().record(first)));
  CHECK_FALSE(recorded.repeated);
  const auto before = now();
  const auto again = accepted(need(ledger->service().record(first)));
  CHECK(again.repeated);
  CHECK(again.receipt.index == recorded.receipt.index);
  CHECK(now() == before);
  CHECK(refusal({.envelope = [&](Envelope& e) { e.event = recorded.event; }}) == "ADM-8 event");
}

TEST_CASE_METHOD(Desk, "an id that is known with other content is refused by a program that has just begun, too") {
  const auto recorded = accepted(need(ledger->service().record(crafted({}))));
  reopen();
  const auto size = ledger->log().size();
  CHECK(refusal({.envelope = [&](Envelope& e) { e.event = recorded.event; }}) == "ADM-8 event");
  CHECK(ledger->log().size() == size);
}

TEST_CASE_METHOD(Desk, "a gap in a key's sequence, a number twice, and another past are refused") {
  CHECK(refusal({.envelope = [](Envelope& e) { e.key_seq += 1; }}) == "ADM-7 keySeq");
  CHECK(refusal({.envelope = [](Envelope& e) { e.key_seq -= 1, e.key_prev.reset(); }}) == "ADM-7 keySeq");
  CHECK(refusal({.envelope = [](Envelope& e) { (*e.key_prev)[0] ^= 1; }}) == "ADM-7 keySeq");
  CHECK(refusal({.envelope = [](Envelope& e) { e.key_prev.reset(); }}) == "ADM-7 keyPrev");
}

TEST_CASE_METHOD(Desk, "a voided header is refused, also when it comes before what was signed after it") {
  const auto voided = crafted({});
  const auto next = crafted({.envelope = [&](Envelope& e) { e.voids = {header_hash(voided.header)}; }});
  const auto hanging = crafted({.envelope = [&](Envelope& e) { e.key_seq += 1, e.key_prev = header_hash(voided.header); }});
  accepted(need(ledger->service().record(next)));
  CHECK(refusal(voided) == "ADM-7 keySeq");
  CHECK(refusal(hanging) == "ADM-7 keySeq");
}

TEST_CASE_METHOD(Desk, "a part that differs from its commitment is refused") {
  CHECK(refusal({.submission = [](Submission& s) { s.parts[0].plain[9] ^= 1; }}) == "ADM-9 parts[0]");
  CHECK(refusal({.submission = [](Submission& s) { s.parts[0].salt[0] ^= 1; }}) == "ADM-9 parts[0]");
  CHECK(refusal({.submission = [](Submission& s) { s.parts[0].plain.push_back(0); }}) == "ADM-9 parts[0]");
  CHECK(refusal({.submission = [](Submission& s) { s.parts.pop_back(); }}) == "ADM-9 parts");
  CHECK(refusal({.submission = [](Submission& s) { s.parts.push_back(s.parts[0]); }}) == "ADM-9 parts");
  CHECK(refusal_of_header([](auto h) { h.getParts()[0].setFilled(0); }) == "ADM-9 parts[0]");
  CHECK(refusal_of_header([](auto h) { h.getParts()[0].setFilled(~std::uint64_t{0}); }) == "ADM-9 parts[0].filled");
  CHECK(refusal_of_header([](auto h) { h.getParts()[0].setPartType(3021); }) == "ADM-2 parts[0].partType");
}

TEST_CASE_METHOD(Desk, "a part over the limit is refused, and one that just fits is not") {
  const auto words = [&](std::size_t n) { return signal_json(kase, std::string(n, 'w')); };
  const auto with = [&](std::size_t n) { return refusal(craft(*author_, words(n), Role::WIJKCOACH)); };
  CHECK_THROWS_WITH(with(limits::part_bytes_max), Catch::Contains("at most 1048576 bytes"));
  CHECK(refusal_of_header([](auto h) { h.getParts()[0].setPaddedLength(limits::part_bytes_max + 1); }) == "ADM-9 parts[0].paddedLength");
  CHECK(is_recorded(craft(*author_, words(limits::part_bytes_max - 4096), Role::WIJKCOACH)));
}

TEST_CASE_METHOD(Desk, "text that is not UTF-8 is refused, before it is sealed and in what was sealed") {
  auto json = signal_json(kase);
  json["parts"][0]["fields"]["wat"] = "ab\xC3\x28";
  CHECK_THROWS_WITH(craft(*author_, json, Role::WIJKCOACH), Catch::Contains("parts[0]") && Catch::Contains("UTF-8"));
  const auto spoil = [](std::vector<OpenPart>& parts) {
    auto& plain = parts[0].plain;
    const auto at = std::ranges::search(plain, std::string_view("buren")).begin();
    REQUIRE(at != plain.end());
    *at = 0xFF;
  };
  CHECK(refusal({.before_commitment = spoil}) == "ADM-9 parts[0]");
}

TEST_CASE_METHOD(Desk, "padding that is not the prescribed one is refused") {
  CHECK(refusal({.before_commitment = [](auto& parts) { parts[0].plain.back() ^= 1; }}) == "ADM-9 parts[0]");
  CHECK(refusal({.before_commitment = [](auto& parts) { parts[0].plain.resize(parts[0].plain.size() + 8); }}) == "ADM-9 parts[0]");
}

TEST_CASE_METHOD(Desk, "a header that is not strictly canonical is refused") {
  CHECK(refusal({.bytes = [](Buffer& h) { h.resize(h.size() + 8); }}) == "ADM-1 ");
  CHECK(refusal({.bytes = [](Buffer& h) { h.resize(h.size() - 8); }}) == "ADM-1 ");
  CHECK(refusal({.bytes = [](Buffer& h) { h.push_back(0); }}) == "ADM-1 ");
  CHECK(refusal({.bytes = [](Buffer& h) { h.clear(); }}) == "ADM-1 ");
  CHECK(refusal({.bytes = grow_root}) == "ADM-1 ");
  CHECK(refusal({.bytes = [](Buffer& h) { h.assign(limits::header_bytes_max + 8, 0); }}) == "ADM-1 ");
  CHECK(refusal_of_header([](auto h) { h.initOrganisation(0); }) == "ADM-1 organisation");
  CHECK(refusal_of_header([](auto h) { h.initDeviates(0); }) == "ADM-1 deviates");
  CHECK(refusal_of_header([](auto h) { h.initDeviates(1); }) == "ADM-1 deviates[0]");
}

TEST_CASE_METHOD(Desk, "a repeated salt, and one of zeros, is refused") {
  Json parts = signal_json(kase)["parts"];
  parts.push_back(parts[0]);
  auto json = signal_json(kase);
  json["parts"] = parts;
  const auto same = craft(*author_, json, Role::WIJKCOACH, {.before_commitment = [](auto& open) { open[1].salt = open[0].salt; }});
  CHECK(refusal(same) == "ADM-9 parts[1].salt");
  CHECK(refusal({.before_commitment = [](auto& open) { open[0].salt = {}; }}) == "ADM-9 parts[0].salt");
}

TEST_CASE_METHOD(Desk, "a version of the case, an anchor or a reference that is none of this ledger's is refused") {
  CHECK(refusal({.envelope = [](Envelope& e) { (*e.seen_head)[0] ^= 1; }}) == "ADM-1 seenHead");
  CHECK(refusal({.envelope = [](Envelope& e) { e.seen_count += 1; }}) == "ADM-1 seenHead");
  CHECK(refusal({.envelope = [](Envelope& e) { e.anchor_size = 1, e.anchor_root = Digest{1}; }}) == "ADM-1 anchorRoot");
  CHECK(refusal({.envelope = [&](Envelope& e) { e.anchor_size = ledger->log().size() + 1, e.anchor_root = Digest{1}; }}) == "ADM-1 anchorRoot");
  CHECK(refusal_of_header([](auto h) {
          auto reference = h.initReferences(1)[0];
          reference.setRelation(schema::RefType::LINKED_TO);
          reference.setEvent(capnp::Data::Reader(Buffer(16, 7).data(), 16));
          reference.setHeaderHash(capnp::Data::Reader(Buffer(32, 7).data(), 32));
        }) == "ADM-11 references[0]");
}

TEST_CASE_METHOD(Desk, "who holds no role records a signal, and nothing that asks a role or a power") {
  const auto enrolled = author("enrolled", "", {});
  CHECK(is_recorded(craft(*enrolled, signal_json(kase), Role::WIJKCOACH)));
  const SubjectId subject{crypto::random_array<16>()};
  const Json person{{"kind", "personRecorded"},
                    {"case", to_text(kase)},
                    {"facts", {{"persons", {{{"subject", to_text(subject)}, {"change", "added"}, {"personRole", "parent"}, {"ageBand", "adult23"}, {"inHousehold", "yes"}}}}}},
                    {"parts", {{{"part", "who"}, {"subject", to_text(subject)}, {"fields", {{"name", "Mevrouw Proef"}}}}}}};
  const auto before = now();
  const auto outcome = need(ledger->service().record(craft(*enrolled, person, Role::WIJKCOACH)));
  REQUIRE(std::holds_alternative<Refused>(outcome));
  const auto& findings = std::get<Refused>(outcome).findings;
  INFO(std::get<Refused>(outcome).adm << " " << std::get<Refused>(outcome).field);
  CHECK(std::ranges::any_of(findings, [](const RuleFinding& f) { return f.rule->id == "ROLE-04"; }));
  CHECK(now() == before);
  const Json organisation_{{"kind", 102},
                           {"facts", {{"org", to_text(OrganisationId{crypto::random_array<16>()})}, {"orgType", "municipality"}, {"status", "active"}, {"publicBody", "yes"}, {"laws", Json::array()}, {"from", "2015-01-01"}}},
                           {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", "Gemeente Elders"}}}}}}};
  CHECK(refusal(craft(*enrolled, organisation_, Role::LEDGER_ADMIN)) == "ADM-13 role");
}

TEST_CASE_METHOD(Desk, "satisfaction is recorded of an anonymous respondent, and refused of a parent") {
  const auto coach = author("measurer", "wijkcoach", {"record"});
  CHECK(is_recorded(craft(*coach, signal_json(kase), Role::WIJKCOACH)));
  const auto measured = [&](const char* respondent) {
    const Json item{{"item", "1"}, {"score", "8"}};
    return Json{{"kind", "measurementTaken"},
                {"case", to_text(kase)},
                {"facts", {{"instrument", "satisfaction"}, {"respondent", respondent}, {"moment", "start"}}},
                {"parts", {{{"part", "score"}, {"subject", "case"}, {"class", "facts"}, {"fields", {{"items", Json::array({item})}}}}}}};
  };
  CHECK(refusal(craft(*coach, measured("parent"), Role::WIJKCOACH)) == "ADM-14 facts.respondent");
  CHECK(is_recorded(craft(*coach, measured("anonymousRespondent"), Role::WIJKCOACH)));
}

TEST_CASE_METHOD(Desk, "a refusal of one in a group leaves the others") {
  const auto other = author("other", "wijkcoach", {"record"});
  const std::vector<Submission> group{crafted({}), craft(*other, signal_json(kase), Role::WIJKCOACH, {.envelope = [](Envelope& e) { (*e.ledger)[0] ^= 1; }})};
  const auto before = ledger->log().size();
  const auto answers = ledger->service().record_many(group);
  REQUIRE(answers.size() == 2);
  CHECK(std::holds_alternative<Accepted>(*answers[0]));
  CHECK(std::holds_alternative<Refused>(*answers[1]));
  CHECK(ledger->log().size() == before + 1);
}

TEST_CASE_METHOD(Desk, "the same submission twice in one group is recorded once, and both are answered") {
  const auto once = crafted({});
  const std::vector<Submission> group{once, once};
  const auto before = ledger->log().size();
  const auto answers = ledger->service().record_many(group);
  REQUIRE(answers.size() == 2);
  for (const auto& answer : answers) REQUIRE(std::holds_alternative<Accepted>(answer.value()));
  const auto& first = std::get<Accepted>(*answers[0]);
  const auto& second = std::get<Accepted>(*answers[1]);
  CHECK_FALSE(first.repeated);
  CHECK(second.repeated);
  CHECK(second.event == first.event);
  CHECK(second.receipt.index == first.receipt.index);
  CHECK(ledger->log().size() == before + 1);
}
