#include "tests/ledger/codec/random_message.h"

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/codec/strict.h"
#include "ledger/schema/types.capnp.h"

namespace inzicht::testing {
namespace {

using Which = capnp::schema::Type::Which;

constexpr Micros year_9000 = 221'845'392'000'000'000;  // well within the years that have a text form

template <class T>
bool is(capnp::StructSchema schema) {
  return schema == capnp::Schema::from<T>();
}

bool fill_scalar(capnp::DynamicStruct::Builder out, Random& random) {
  const auto s = out.getSchema();
  if (is<schema::Date>(s)) {
    auto date = out.as<schema::Date>();
    date.setYear(static_cast<std::int16_t>(1900 + random.below(200)));
    date.setMonth(static_cast<std::uint8_t>(1 + random.below(12)));
    date.setDay(static_cast<std::uint8_t>(1 + random.below(28)));
  } else if (is<schema::Month>(s)) {
    out.as<schema::Month>().setYear(static_cast<std::int16_t>(1900 + random.below(200)));
    out.as<schema::Month>().setMonth(static_cast<std::uint8_t>(1 + random.below(12)));
  } else if (is<schema::Instant>(s)) {
    out.as<schema::Instant>().setMicros(static_cast<std::int64_t>(random.below(year_9000)));
  } else if (is<schema::Duration>(s)) {
    auto duration = out.as<schema::Duration>();
    duration.setMonths(static_cast<std::uint32_t>(random.below(12'001)));
    duration.setDays(static_cast<std::uint32_t>(random.below(366'001)));
    duration.setSeconds(random.below(366'000ull * 86'400 + 1));
  } else if (is<schema::Decimal>(s)) {
    out.as<schema::Decimal>().setValue(static_cast<std::int64_t>(random.next()));
    out.as<schema::Decimal>().setDigits(static_cast<std::uint8_t>(random.below(10)));
  } else {
    return false;
  }
  return true;
}

std::size_t bytes_of(capnp::StructSchema::Field field, Random& random) {
  const auto kind = id_kind_of(field);
  if (!kind) return 1 + random.below(40);
  switch (*kind) {
    using enum schema::IdKind;
    case KEY:
    case DIGEST:
    case PUBLIC_KEY:
      return 32;
    case SIGNATURE:
      return 64;
    default:
      return 16;
  }
}

std::string text_for(capnp::StructSchema::Field field, Random& random) {
  const auto format = text_format_of(field);
  return random_text(format.value_or(schema::TextFormat::UNSET), random);
}

// Of one to three bytes a letter, so that cuts inside a letter are tried as well.
std::string words(Random& random) {
  static constexpr const char* letters[] = {"a", "e", "n", "é", "ë", "–", "€", " ", "\n", "\"", "𝄞"};
  std::string out;
  for (auto count = 1 + random.below(20); count > 0; --count)
    out += letters[random.below(std::size(letters))];
  return out;
}

std::string of_letters(std::string_view letters, std::size_t count, Random& random) {
  std::string out;
  while (out.size() < count) out += letters[random.below(letters.size())];
  return out;
}

void fill_list(capnp::DynamicStruct::Builder parent, capnp::StructSchema::Field field, Random& random,
               Amount amount) {
  const auto element = field.getType().asList().getElementType();
  const auto size = static_cast<unsigned>(1 + random.below(3));
  auto list = parent.init(field, size).as<capnp::DynamicList>();
  for (unsigned i = 0; i < size; ++i) {
    if (element.isStruct()) {
      fill(list[i].as<capnp::DynamicStruct>(), random, amount);
    } else if (element.isEnum()) {
      const auto all = element.asEnum().getEnumerants();
      list.set(i, capnp::DynamicEnum(all[static_cast<unsigned>(1 + random.below(all.size() - 1))]));
    } else if (element.isText()) {
      list.set(i, capnp::Text::Reader(text_for(field, random).c_str()));
    } else {
      const auto data = random.bytes(bytes_of(field, random));
      list.set(i, capnp::Data::Reader(data.data(), data.size()));
    }
  }
}

std::uint64_t number_of(Which type, Random& random) {
  switch (type) {
    case Which::UINT8:
      return random.below(1u << 8);
    case Which::UINT16:
      return random.below(1u << 16);
    case Which::UINT32:
      return random.below(std::uint64_t{1} << 32);
    case Which::INT32:
      return random.below(std::uint64_t{1} << 31);
    default:
      return random.below(std::uint64_t{1} << 53);
  }
}

void fill_field(capnp::DynamicStruct::Builder out, capnp::StructSchema::Field field, Random& random,
                Amount amount) {
  const auto type = field.getType();
  switch (type.which()) {
    case Which::VOID:
      return;
    case Which::ENUM: {
      const auto all = type.asEnum().getEnumerants();
      out.set(field, capnp::DynamicEnum(all[static_cast<unsigned>(1 + random.below(all.size() - 1))]));
      return;
    }
    case Which::TEXT: {
      const auto text = text_for(field, random);
      out.set(field, capnp::Text::Reader(text.c_str(), text.size()));
      return;
    }
    case Which::DATA: {
      const auto data = random.bytes(bytes_of(field, random));
      out.set(field, capnp::Data::Reader(data.data(), data.size()));
      return;
    }
    case Which::STRUCT:
      return fill(out.init(field).as<capnp::DynamicStruct>(), random, amount);
    case Which::LIST:
      return fill_list(out, field, random, amount);
    default:
      out.set(field, number_of(type.which(), random));
  }
}

// What a correction corrects; never a correction again, so that filling ends.
void fill_union(capnp::DynamicStruct::Builder out, Random& random, Amount amount) {
  const auto all = kinds();
  const KindInfo* kind = nullptr;
  while (kind == nullptr || kind->id == 1204) kind = &all[random.below(all.size())];
  fill(out.init(kind->arm).as<capnp::DynamicStruct>(), random, amount);
}

Buffer message_of(capnp::StructSchema schema, std::uint64_t seed, Amount amount) {
  Random random(seed);
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<capnp::DynamicStruct>(schema);
  fill(root, random, amount);
  return canonical_bytes(root.asReader());
}

bool has_case(const KindInfo& kind) { return kind.id > 200 && kind.id < 1300; }

Envelope honest_envelope(const KindInfo& kind, bool with_case, Random& random, Amount amount) {
  Envelope e;
  const bool genesis = kind.id == 101;
  if (!genesis) e.ledger = random.array<32>();
  e.event = EventId{random.array<16>()};
  e.actor = ActorId{random.array<16>()};
  e.key = random.array<32>();
  if (genesis || amount == Amount::least) return e;
  e.key_seq = 2 + random.below(1000);
  e.key_prev = random.array<32>();
  if (amount == Amount::all) e.voids = {random.array<32>(), random.array<32>()};
  if (with_case) {
    e.seen_count = 1 + random.below(1000);
    e.seen_head = random.array<32>();
  }
  e.anchor_size = 1 + random.below(1000);
  e.anchor_root = random.array<32>();
  return e;
}

void fill_draft(Draft& draft, Random& random, Amount amount) {
  const auto roles = capnp::Schema::from<schema::Role>().getEnumerants().size();
  draft.role = static_cast<schema::Role>(1 + random.below(roles - 1));
  draft.occurred = DraftOccurred{static_cast<Micros>(random.below(9'000'000'000'000'000)), std::nullopt,
                                 schema::Precision::DAY};
  fill(draft.facts_root(), random, amount);
  if (amount == Amount::least) return;
  draft.occurred->until = draft.occurred->from + 1 + static_cast<Micros>(random.below(1'000'000'000));
  draft.organisation = OrganisationId{random.array<16>()};
  draft.subjects = {SubjectId{random.array<16>()}};
  draft.performer = DraftPerformer{ActorId{random.array<16>()}, SubjectId{random.array<16>()},
                                   schema::PerformerBasis::DELEGATION};
  draft.claim = schema::Conformity::DEVIATION;
  draft.deviates = {"TIME-01", "SHARE-01"};
  draft.references.push_back({schema::RefType::BASED_ON, EventId{random.array<16>()}, random.array<32>()});
  draft.cosigners = {random.array<32>(), random.array<32>()};
}

void add_parts(HonestEvent& event, Random& random, Amount amount) {
  for (const auto& info : event.draft.kind->parts) {
    if (amount == Amount::least || (amount == Amount::some && random.coin())) continue;
    DraftPart part;
    part.info = &info;
    part.cls =
        info.classes.empty() ? schema::PartClass::NARRATIVE : info.classes[random.below(info.classes.size())];
    capnp::MallocMessageBuilder message;
    auto root = message.initRoot<capnp::DynamicStruct>(info.schema);
    fill(root, random, Amount::all);
    part.message = canonical_bytes(root.asReader());
    part.filled = filled_bits(root.asReader());
    PartSealInfo seal;
    seal.commitment = random.array<32>();
    seal.padded_length = static_cast<std::uint32_t>(part.message.size() + 4);
    part.about = info.is_list() ? PartAbout::nobody : PartAbout::person;
    if (!info.is_list()) part.subject = seal.subject = PartSubjectId{random.array<16>()};
    event.draft.parts.push_back(std::move(part));
    event.seals.push_back(seal);
  }
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

Buffer Random::bytes(std::size_t count) {
  Buffer out(count);
  for (auto& byte : out) byte = static_cast<std::uint8_t>(next());
  if (std::ranges::all_of(out, [](std::uint8_t b) { return b == 0; })) out.front() = 1;
  return out;
}

std::string random_text(schema::TextFormat format, Random& random) {
  constexpr std::string_view digits = "0123456789";
  switch (format) {
    using enum schema::TextFormat;
    case CBS_CODE:
      return of_letters(digits, 4, random);
    case OIN:
      return of_letters(digits, 20, random);
    case ORIGIN:
      return "example.org/" + of_letters("abc-./", 1 + random.below(9), random);
    case RULE_ID:
      return of_letters("ABCXYZ", 3 + random.below(4), random) + "-" + of_letters(digits, 2, random);
    case LAW_ARTICLE:
      return "JW-" + of_letters("0123.-abc", 1 + random.below(9), random);
    case PARAM_KEY:
      return "p" + of_letters("abcXYZ019", random.below(9), random);
    case PARAM_VALUE:
      return of_letters("abcXYZ019.,-:_", 1 + random.below(20), random);
    case UNSET:
      return words(random);
  }
  return {};
}

void fill(capnp::DynamicStruct::Builder out, Random& random, Amount amount) {
  if (fill_scalar(out, random)) return;
  const auto schema = out.getSchema();
  for (auto field : schema.getNonUnionFields()) {
    const bool wanted = amount == Amount::all || (amount == Amount::some && random.coin());
    if (is_required(field) || wanted) fill_field(out, field, random, amount);
  }
  if (schema.getUnionFields().size() > 0) fill_union(out, random, amount);
}

HonestEvent honest_event(const KindInfo& kind, std::uint64_t seed, Amount amount) {
  Random random(seed * 1'000'003 + kind.id);
  const bool with_case = has_case(kind) && amount != Amount::least;
  auto envelope = honest_envelope(kind, with_case, random, amount);
  HonestEvent event{Draft::of(kind), std::move(envelope), {}};
  if (with_case) event.draft.kase = CaseId{random.array<16>()};
  fill_draft(event.draft, random, amount);
  add_parts(event, random, amount);
  return event;
}

Buffer honest_header(std::uint16_t kind, std::uint64_t seed, Amount amount) {
  const KindInfo* info = find_kind(kind);
  INZICHT_ASSERT(info != nullptr);
  return honest_event(*info, seed, amount).header();
}

Buffer honest_part(const PartInfo& part, std::uint64_t seed, Amount amount) {
  return message_of(part.schema, seed * 1'000'003 + part.part_type, amount);
}
Buffer honest_admission(std::uint64_t seed, Amount amount) {
  return message_of(capnp::Schema::from<schema::Admission>(), seed, amount);
}

}  // namespace inzicht::testing
