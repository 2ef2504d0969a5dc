// Any bytes as the JSON of an event: a draft that becomes a header, or an error that names its field.
#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/codec/draft.h"
#include "ledger/codec/strict.h"
#include "ledger/codec/text_format.h"
#include "tests/fuzz/fuzz.h"

using namespace inzicht;

namespace {

void check(const InputError& error) {
  FUZZ_CHECK(error.adm.starts_with("ADM-") && !error.nl.empty() && !error.en.empty());
}

Digest some_digest(std::uint8_t n) {
  Digest out;
  out.fill(n);
  return out;
}

Envelope envelope_of(const Draft& draft) {
  Envelope e;
  if (draft.kind->id != 101) e.ledger = some_digest(1);
  e.event = draft.event.value_or(EventId{{2}});
  e.actor = ActorId{{3}};
  e.key = some_digest(4);
  return e;
}

std::vector<PartSealInfo> seals_of(const Draft& draft) {
  std::vector<PartSealInfo> out;
  for (const auto& part : draft.parts) {
    PartSealInfo seal{PartSubjectId{{5}}, some_digest(6),
                      static_cast<std::uint32_t>(part.message.size() + 4)};
    if (part.info->is_list()) seal.subject.reset();
    out.push_back(seal);
  }
  return out;
}

// What the author's program would sign: either a header that everybody accepts, or one that it must not sign.
void build(Draft draft) {
  if (!draft.occurred) draft.occurred = DraftOccurred{};
  if (draft.role == schema::Role::UNSET) draft.role = schema::Role::WIJKCOACH;
  for (auto& reference : draft.references) reference.header_hash = some_digest(8);
  const auto seals = seals_of(draft);
  const auto header = build_header(draft, envelope_of(draft), seals);
  const auto decoded = HeaderMessage::decode(header);
  if (!decoded) FUZZ_CHECK(!decoded.error().newer);
  for (const auto& part : draft.parts) {
    if (part.message.size() > limits::part_bytes_max) continue;
    const auto message = Message::decode(part.message, part.info->schema, limits::part_bytes_max);
    if (!message)
      std::fprintf(stderr, "%s %s %s\n", message.error().adm.c_str(), message.error().field.c_str(),
                   message.error().text.c_str());
    FUZZ_CHECK(message);
  }
}

// Any text as the value of any fact of a kind, as it is typed after --set.
void try_shorthand(const KindInfo& kind, std::string_view text) {
  for (auto field : kind.facts.getFields()) {
    const auto typed = parse_shorthand(field, text, PlainIds(), "facts");
    if (!typed) {
      check(typed.error());
      continue;
    }
    capnp::MallocMessageBuilder message;
    Json in;
    in[field.getProto().getName().cStr()] = *typed;
    if (const auto wrong =
            read_json(in, message.initRoot<capnp::DynamicStruct>(kind.facts), PlainIds(), "facts"))
      check(*wrong);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (size > 0 && size < 200) try_shorthand(kinds()[data[0] % kinds().size()], text.substr(1));
  const auto json = parse_json_text(text);
  if (!json) {
    check(json.error());
    return 0;
  }
  auto draft = draft_from_json(*json, PlainIds());
  if (!draft) {
    check(draft.error());
    return 0;
  }
  build(std::move(*draft));
  return 0;
}
