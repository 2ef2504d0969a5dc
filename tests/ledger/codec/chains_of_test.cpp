// Which chains an event enters, in the order of its tags: docs/formats.md §5, row by row.
#include "ledger/codec/chains_of.h"
#include "ledger/schema/parts.capnp.h"
#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using crypto::ChainClass;
using Ids = std::vector<Buffer>;

const LedgerId ledger = Random(99).array<32>();

Buffer buffer_of(capnp::Data::Reader data) { return {data.begin(), data.end()}; }

// The chains as letters with the first bytes of the id: "k:… c:…".
std::vector<ChainRef> chains(const Buffer& header, std::span<const CaseId> listed = {}) {
  const auto decoded = HeaderMessage::decode(header);
  if (!decoded) FAIL(verdict_of(decoded.error()));
  return chains_of(decoded->header(), ledger, listed);
}
Ids of_class(const std::vector<ChainRef>& all, ChainClass cls) {
  Ids out;
  for (const auto& chain : all)
    if (chain.cls == cls) out.push_back(chain.id);
  return out;
}
Ids registry_chains(const Buffer& header) { return of_class(chains(header), ChainClass::registry); }
schema::Facts::Reader facts_of(const Message& message) { return message.root<schema::Header>().getFacts(); }
Buffer ledger_id() { return {ledger.begin(), ledger.end()}; }

}  // namespace

TEST_CASE("an event of a case enters the chains of key, co-signers, case and subjects, in that order",
          "[codec][chains]") {
  const auto header = honest_header(301, 1, Amount::all);
  const auto message = Message::stored(header);
  const auto h = message->root<schema::Header>();
  std::vector<ChainRef> expected{{ChainClass::key, buffer_of(h.getKey())}};
  for (auto key : h.getCoSigners()) expected.push_back({ChainClass::cosigner, buffer_of(key)});
  expected.push_back({ChainClass::kase, buffer_of(h.getCase())});
  for (auto subject : h.getSubjects()) expected.push_back({ChainClass::subject, buffer_of(subject)});
  REQUIRE(h.getCoSigners().size() == 2);
  REQUIRE(h.getSubjects().size() > 1);
  REQUIRE(chains(header) == expected);
}

TEST_CASE("every event enters its key's chain first", "[codec][chains]") {
  for (const auto& kind : kinds()) {
    const auto header = honest_header(kind.id, 1, Amount::all);
    const auto message = Message::stored(header);
    REQUIRE(chains(header).at(0) ==
            ChainRef{ChainClass::key, buffer_of(message->root<schema::Header>().getKey())});
  }
}

TEST_CASE("only kinds 101 to 111 enter a registry chain", "[codec][chains]") {
  for (const auto& kind : kinds()) {
    INFO(kind.code);
    const bool any = !registry_chains(honest_header(kind.id, 1, Amount::all)).empty();
    REQUIRE(any == (kind.id >= 101 && kind.id <= 111));
    REQUIRE(is_registry_event(kind.id) == (kind.id >= 101 && kind.id <= 111));
  }
}

TEST_CASE("what concerns the whole ledger enters the ledger's chain", "[codec][chains]") {
  for (const std::uint16_t kind :
       {std::uint16_t{101}, std::uint16_t{109}, std::uint16_t{110}, std::uint16_t{111}})
    REQUIRE(registry_chains(honest_header(kind, 1, Amount::all)) == Ids{ledger_id()});
}

TEST_CASE("what concerns an organisation or an actor enters that one's chain", "[codec][chains]") {
  const auto organisation = honest_header(102, 1, Amount::all);
  REQUIRE(registry_chains(organisation) ==
          Ids{buffer_of(facts_of(*Message::stored(organisation)).getOrganisationRegistered().getOrg())});
  const auto actor = honest_header(103, 1, Amount::all);
  REQUIRE(registry_chains(actor) ==
          Ids{buffer_of(facts_of(*Message::stored(actor)).getActorEnrolled().getWho())});
}

TEST_CASE("a key enters its owner's chain, or the ledger's when it has none", "[codec][chains]") {
  const auto enrolled = honest_header(104, 1, Amount::all);
  REQUIRE(registry_chains(enrolled) ==
          Ids{buffer_of(facts_of(*Message::stored(enrolled)).getKeyEnrolled().getOwner())});
  REQUIRE(registry_chains(edited(enrolled, [](auto h) { h.getFacts().getKeyEnrolled().disownOwner(); })) ==
          Ids{ledger_id()});
  const auto revoked = honest_header(105, 1, Amount::all);
  REQUIRE(registry_chains(revoked) ==
          Ids{buffer_of(facts_of(*Message::stored(revoked)).getKeyRevoked().getOwner())});
  REQUIRE(registry_chains(edited(revoked, [](auto h) { h.getFacts().getKeyRevoked().disownOwner(); })) ==
          Ids{ledger_id()});
}

TEST_CASE("a mandate enters the grantee's chain, or only the case's when it is bound to one",
          "[codec][chains]") {
  const Buffer kase(16, 3);
  for (const std::uint16_t kind : {std::uint16_t{106}, std::uint16_t{107}}) {
    const auto header = honest_header(kind, 1, Amount::all);
    const auto message = Message::stored(header);
    const auto grantee = kind == 106 ? facts_of(*message).getMandateGranted().getGrantee()
                                     : facts_of(*message).getMandateEnded().getGrantee();
    REQUIRE(registry_chains(header) == Ids{buffer_of(grantee)});
    const auto bound = edited(header, [&](auto h) { h.setCase(data_of(kase)); });
    REQUIRE(registry_chains(bound).empty());
    REQUIRE(of_class(chains(bound), ChainClass::kase) == Ids{kase});
  }
}

TEST_CASE("an agreement enters each party's chain once", "[codec][chains]") {
  const Buffer a(16, 9), b(16, 2);
  const auto header = edited(honest_header(108, 1, Amount::all), [&](auto h) {
    auto parties = h.getFacts().getAgreementRegistered().initParties(3);
    parties.set(0, data_of(a));
    parties.set(1, data_of(b));
    parties.set(2, data_of(a));
  });
  REQUIRE(registry_chains(header) == Ids{a, b});
}

TEST_CASE("an access event enters the chains of the cases read and no further chain", "[codec][chains]") {
  for (const std::uint16_t kind : {std::uint16_t{1301}, std::uint16_t{1302}}) {
    const auto header = honest_header(kind, 1, Amount::all);
    const auto all = chains(header);
    REQUIRE(is_access_event(kind));
    REQUIRE(of_class(all, ChainClass::subject).empty());
    REQUIRE(of_class(all, ChainClass::kase).empty());
    REQUIRE_FALSE(of_class(all, ChainClass::read).empty());
    REQUIRE(all.size() == 3 + of_class(all, ChainClass::read).size());
  }
}

TEST_CASE("cases of the list part stand first and in its order, each once", "[codec][chains]") {
  const auto header = edited(honest_header(1301, 1, Amount::all),
                             [](auto h) { h.getFacts().getPartsViewed().disownCases(); });
  const std::vector<CaseId> listed{CaseId{{9}}, CaseId{{2}}, CaseId{{9}}};
  REQUIRE(of_class(chains(header, listed), ChainClass::read) ==
          Ids{Buffer(listed[0].bytes.begin(), listed[0].bytes.end()),
              Buffer(listed[1].bytes.begin(), listed[1].bytes.end())});
  REQUIRE(of_class(chains(header), ChainClass::read).empty());
}

TEST_CASE("a list part is read strictly and holds at most 200 cases", "[codec][chains]") {
  const auto part = [](unsigned count) {
    capnp::MallocMessageBuilder message;
    auto rows = message.initRoot<schema::PartsViewedCases>().initRows(count);
    for (unsigned i = 0; i < count; ++i) {
      const Buffer id(16, static_cast<std::uint8_t>(i + 1));
      rows[i].setCase(data_of(id));
    }
    return canonical_bytes_of<schema::PartsViewedCases>(
        message.getRoot<schema::PartsViewedCases>().asReader());
  };
  REQUIRE(cases_of_list_part(part(200))->size() == 200);
  REQUIRE_FALSE(cases_of_list_part(part(201)));
  auto changed = part(2);
  changed.push_back(0);
  REQUIRE_FALSE(cases_of_list_part(changed));
  REQUIRE(cases_of_list_part(part(2))->at(1) == CaseId{{2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}});
}
