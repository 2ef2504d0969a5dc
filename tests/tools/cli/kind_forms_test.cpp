// Templates and examples of every kind, held against what reads them.
#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "ledger/codec/draft.h"
#include "ledger/codec/strict.h"
#include "ledger/vault/part_seal.h"
#include "tools/inzicht/kind_forms.h"

using namespace inzicht;
using namespace inzicht::cli;

namespace {

// The header that this draft becomes, with made-up ids where a ledger would fill them in.
Buffer header_of(Draft& draft) {
  for (auto& reference : draft.references) reference.header_hash = crypto::sha256(reference.event.view());
  draft.role = schema::Role::WIJKCOACH;
  std::vector<PartSealInfo> seals;
  for (const auto& part : draft.parts) {
    const auto plain = pad_part(part.message).value();
    const auto subject = part.subject ? part.subject : PartSubjectId::from(Buffer(16, 7));
    seals.push_back({subject, part_commitment(crypto::random_array<32>(), plain), static_cast<std::uint32_t>(plain.size())});
  }
  Envelope envelope;
  if (draft.kind->id != 101) envelope.ledger = LedgerId{crypto::random_array<32>()};
  envelope.event = EventId{uuid_v7(1'700'000'000'000, crypto::random_array<10>())};
  envelope.actor = ActorId{crypto::random_array<16>()};
  envelope.key = crypto::random_array<32>();
  return build_header(draft, envelope, seals);
}

}  // namespace

TEST_CASE("the example of every kind reads as a draft with all that is required, and its header is strictly canonical") {
  std::size_t count = 0;
  for (const auto& kind : kinds()) {
    INFO(kind.code);
    ++count;
    const Json example = example_of(kind);
    auto draft = draft_from_json(example, PlainIds{});
    INFO((draft ? "" : draft.error().adm + " " + draft.error().field + ": " + draft.error().en));
    REQUIRE(draft.has_value());
    CHECK(draft->kind == &kind);
    const auto header = header_of(*draft);
    const auto decoded = HeaderMessage::decode(header);
    INFO((decoded ? "" : decoded.error().adm + " " + decoded.error().field + ": " + decoded.error().text));
    CHECK(decoded.has_value());
  }
  CHECK(count == 100);
}

TEST_CASE("a template names every fact and every part of its kind once, and whom each part is about") {
  for (const auto& kind : kinds()) {
    INFO(kind.code);
    const Json form = template_of(kind);
    CHECK(form["facts"].size() == kind.facts.getFields().size());
    for (const auto& part : form["parts"]) {
      const PartInfo* info = kind.part(part["part"].get<std::string>());
      REQUIRE(info != nullptr);
      CHECK(part["fields"].size() == info->schema.getFields().size());
      const auto subject = part["subject"].get<std::string>();
      CHECK((subject == "case" || subject == "ledger" || subject == "P-" || subject == "A-"));
      CHECK((info->subject == "ledger") == (subject == "ledger"));
    }
  }
}

TEST_CASE("an example whose required fact is taken away reads no more") {
  const KindInfo* kind = find_kind(std::uint16_t{301});
  REQUIRE(kind != nullptr);
  Json example = example_of(*kind);
  REQUIRE(example["facts"].contains("signalType"));
  example["facts"]["signalType"] = "unknownCode";
  CHECK_FALSE(draft_from_json(example, PlainIds{}).has_value());
}
