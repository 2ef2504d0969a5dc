// JSON to a draft to a header and back, for every kind in service.
#include <catch2/catch.hpp>

#include "ledger/codec/strict.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

// What the author's program adds: hashes of events referred to, and seals.
Buffer header_of(Draft& draft, HonestEvent& event) {
  for (std::size_t i = 0; i < draft.references.size(); ++i)
    draft.references[i].header_hash = event.draft.references.at(i).header_hash;
  return build_header(draft, event.envelope, event.seals);
}

}  // namespace

TEST_CASE("an event of every kind written as JSON and read again gives the same header and parts",
          "[codec][draft][property]") {
  REQUIRE(kinds().size() == 100);
  for (const auto& kind : kinds())
    for (const auto amount : {Amount::least, Amount::some, Amount::all})
      for (std::uint64_t seed = 0; seed < 10; ++seed) {
        auto event = honest_event(kind, seed, amount);
        const auto json = json_of(event);
        INFO(json.dump(1));
        auto text = parse_json_text(json.dump());
        REQUIRE(text);
        auto draft = draft_from_json(*text, PlainIds{});
        if (!draft) FAIL(draft.error().adm << " " << draft.error().field << ": " << draft.error().en);
        REQUIRE(draft->event == event.envelope.event);
        REQUIRE(header_of(*draft, event) == event.header());
        REQUIRE(draft->parts.size() == event.draft.parts.size());
        for (std::size_t i = 0; i < draft->parts.size(); ++i)
          REQUIRE(draft->parts[i].message == event.draft.parts[i].message);
      }
}

TEST_CASE("the facts of a header written as JSON are those that were read", "[codec][draft][property]") {
  for (const auto& kind : kinds()) {
    auto event = honest_event(kind, 3, Amount::all);
    const auto json = json_of(event);
    const auto bytes = event.header();
    const auto header = HeaderMessage::decode(bytes);
    REQUIRE(header);
    const auto facts =
        capnp::DynamicStruct::Reader(header->header().getFacts()).get(kind.arm).as<capnp::DynamicStruct>();
    REQUIRE(write_json(facts) == json.at("facts"));
  }
}

TEST_CASE("subjects are those that facts, parts and the person name, each once and ascending",
          "[codec][draft]") {
  const auto id = [](std::uint8_t n) { return SubjectId{{n, 1}}; };
  const Json in{{"kind", "relationRecorded"},
                {"subjects", {to_text(id(9)), to_text(id(2))}},
                {"facts",
                 {{"links", {{{"from", to_text(id(5))}, {"to", to_text(id(2))}, {"relation", "parentOf"}}}},
                  {"evidence", "notChecked"},
                  {"validFrom", "2019-06-11"}}}};
  auto draft = draft_from_json(in, PlainIds{});
  if (!draft) FAIL(draft.error().adm << " " << draft.error().field << ": " << draft.error().en);
  REQUIRE(subjects_of(*draft) == std::vector<SubjectId>{id(2), id(5), id(9)});
}

TEST_CASE("rules deviated from and co-signers stand in the header's order whatever the order typed",
          "[codec][draft]") {
  auto event = honest_event(*find_kind(301), 1, Amount::all);
  const auto honest = event.header();
  std::ranges::reverse(event.draft.deviates);
  event.draft.deviates.push_back(event.draft.deviates.front());
  std::ranges::reverse(event.draft.cosigners);
  REQUIRE(event.header() == honest);
}
