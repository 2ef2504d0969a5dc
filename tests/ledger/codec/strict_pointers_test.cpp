// Bytes that say the same in another way, or more than the schema knows: hidden content never survives.
#include "ledger/schema/parts.capnp.h"
#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Words = std::vector<std::uint64_t>;

const Buffer& signal() {
  static const Buffer header = honest_header(301, 1, Amount::all);
  return header;
}

// Copies a struct into one that is longer by these words and pointers.
void widen(capnp::AnyStruct::Reader from, capnp::AnyStruct::Builder to) {
  std::memcpy(to.getDataSection().begin(), from.getDataSection().begin(), from.getDataSection().size());
  for (unsigned i = 0; i < from.getPointerSection().size(); ++i)
    to.getPointerSection()[i].set(from.getPointerSection()[i]);
}
Buffer canonical(capnp::AnyStruct::Reader root) {
  const auto words = root.canonicalize();
  Buffer out(words.asBytes().begin(), words.asBytes().end());
  return out;
}
// The header with a root of one more data word, or one more pointer.
Buffer widened(const Buffer& header, std::uint8_t data, const char* text) {
  const auto message = Message::stored(header);
  const capnp::AnyStruct::Reader root(message->root<schema::Header>());
  capnp::MallocMessageBuilder builder;
  const auto size = capnp::Schema::from<schema::Header>().getProto().getStruct();
  auto wide = builder.getRoot<capnp::AnyPointer>().initAsAnyStruct(
      static_cast<std::uint16_t>(size.getDataWordCount() + 1),
      static_cast<std::uint16_t>(size.getPointerCount() + 1));
  widen(root, wide);
  wide.getDataSection()[size.getDataWordCount() * 8] = data;
  if (text != nullptr) wide.getPointerSection()[size.getPointerCount()].setAs<capnp::Text>(text);
  return canonical(wide.asReader());
}

constexpr std::uint64_t struct_pointer(std::int32_t offset, std::uint64_t data, std::uint64_t pointers) {
  return static_cast<std::uint32_t>(offset) << 2 | data << 32 | pointers << 48;
}
constexpr std::uint64_t list_pointer(std::int32_t offset, unsigned element, std::uint64_t count) {
  return (static_cast<std::uint32_t>(offset) << 2 | 1u) | std::uint64_t{element} << 32 | count << 35;
}

}  // namespace

TEST_CASE("a data section longer than this program knows is refused", "[codec][strict]") {
  REQUIRE(verdict(widened(signal(), 0, nullptr)) == "ok");  // zeros are trimmed by the canonical form
  REQUIRE(verdict(widened(signal(), 1, nullptr)) == "ADM-1 ");
}

TEST_CASE("a pointer section longer than this program knows is refused", "[codec][strict]") {
  REQUIRE(verdict(widened(signal(), 0, "hij was boos")) == "ADM-1 ");
}

TEST_CASE("an unknown field of a struct inside is refused", "[codec][strict]") {
  const auto message = Message::stored(signal());
  const capnp::AnyStruct::Reader root(message->root<schema::Header>());
  capnp::MallocMessageBuilder builder;
  auto copy = builder.getRoot<capnp::AnyPointer>().initAsAnyStruct(
      static_cast<std::uint16_t>(root.getDataSection().size() / 8),
      static_cast<std::uint16_t>(root.getPointerSection().size()));
  widen(root, copy);
  auto occurred = copy.getPointerSection()[header_pointer("occurred")].initAsAnyStruct(2, 2);
  widen(root.getPointerSection()[header_pointer("occurred")].getAs<capnp::AnyStruct>(), occurred);
  REQUIRE(verdict(canonical(copy.asReader())) == "ok");
  occurred.getPointerSection()[1].setAs<capnp::Text>("words");
  REQUIRE(verdict(canonical(copy.asReader())) == "ADM-1 ");
}

TEST_CASE("content left behind an arm that is not active is refused", "[codec][strict]") {
  Words words = words_of(signal());
  const auto root = struct_at(words, 0);
  const auto facts = struct_at(words, root.pointer(header_pointer("facts")));
  REQUIRE(facts.data_words == 1);
  Words hidden = words;
  hidden[facts.at] = 0;  // arm `unset`, with the facts still behind it
  REQUIRE(verdict(bytes_of_words(hidden)) == "ADM-11 facts");
  hidden = words;
  hidden[facts.at] |= std::uint64_t{1} << 40;  // bits beside the number of the arm
  REQUIRE(verdict(bytes_of_words(hidden)) == "ADM-1 ");
  hidden = words;
  hidden[facts.at] = 4000;
  REQUIRE(verdict(bytes_of_words(hidden)) == "ADM-2 facts newer");
}

TEST_CASE("a segment table, a far pointer and a capability are refused", "[codec][strict]") {
  Words words = words_of(signal());
  Words framed = words;
  framed.insert(framed.begin(), std::uint64_t{words.size()} << 32);
  REQUIRE(verdict(bytes_of_words(framed)) != "ok");
  Words far = words;
  far[0] = 2 | 1u << 3;  // to word 1 of segment 0
  far.insert(far.begin() + 1, struct_pointer(0, 4, 18));
  REQUIRE(verdict(bytes_of_words(far)) == "ADM-1 ");
  far[0] = 2 | 1u << 3 | std::uint64_t{1} << 32;  // of a segment that is not there
  REQUIRE(verdict(bytes_of_words(far)) == "ADM-1 ");
  Words capability = words;
  capability[struct_at(words, 0).pointer(header_pointer("voids"))] = 3;
  REQUIRE(verdict(bytes_of_words(capability)) == "ADM-1 ");
}

TEST_CASE("objects in another order than the fields are refused", "[codec][strict]") {
  capnp::MallocMessageBuilder builder;
  const Buffer id(32, 7), event(16, 7);
  auto row = builder.initRoot<schema::Reference>();
  row.setRelation(schema::RefType::BASED_ON);
  row.setHeaderHash(data_of(id));  // before the event
  row.setEvent(data_of(event));
  row.setLedger(data_of(id));  // so that nothing is trimmed
  const auto segment = builder.getSegmentsForOutput()[0].asBytes();
  const Buffer swapped(segment.begin(), segment.end());
  const auto ordered = canonical_bytes_of<schema::Reference>(row.asReader());
  REQUIRE(swapped.size() == ordered.size());
  REQUIRE(verdict(ordered, capnp::Schema::from<schema::Reference>()) == "ok");
  REQUIRE(verdict(swapped, capnp::Schema::from<schema::Reference>()) == "ADM-1 ");
}

TEST_CASE("words after the last object are refused", "[codec][strict]") {
  for (const std::uint64_t extra : {std::uint64_t{0}, ~std::uint64_t{0}}) {
    Words words = words_of(signal());
    words.push_back(extra);
    REQUIRE(verdict(bytes_of_words(words)) == "ADM-1 ");
  }
}

TEST_CASE("two pointers to one object are refused", "[codec][strict]") {
  Words words = words_of(signal());
  const auto root = struct_at(words, 0);
  const auto seen = root.pointer(header_pointer("seenHead"));
  const auto anchor = root.pointer(header_pointer("anchorRoot"));
  words[seen] = words[anchor] + ((anchor - seen) << 2);  // the same bytes, as far as the schema can tell
  REQUIRE(verdict(bytes_of_words(words)) == "ADM-1 ");
}

TEST_CASE("pointers that overlap to say more than was sent are refused soon", "[codec][strict]") {
  // 4,000 rows whose lists are one list of 4,000 ids that are one id: 16 million ids in 150 KB.
  constexpr unsigned count = 4000;
  Words words{struct_pointer(0, 0, 1), list_pointer(0, 7, count * 4),
              struct_pointer(static_cast<std::int32_t>(count), 1, 3)};
  const std::size_t rows = words.size();
  const std::size_t list = rows + count * 4;
  const std::size_t id = list + count;
  words.resize(id + 2, 0x0505050505050505);
  const auto to = [&](std::size_t from, std::size_t target) {
    return static_cast<std::int32_t>(target - from - 1);
  };
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t row = rows + i * 4;
    words[row] = 1;
    words[row + 1] = list_pointer(to(row + 1, id), 2, 16);
    words[row + 2] = 0;
    words[row + 3] = list_pointer(to(row + 3, list), 6, count);
    words[list + i] = list_pointer(to(list + i, id), 2, 16);
  }
  REQUIRE(verdict(bytes_of_words(words), capnp::Schema::from<schema::PartsViewedCases>()) == "ADM-1 ");
}

TEST_CASE("a list that claims millions of items without bytes is refused", "[codec][strict]") {
  // A list of structs of no words: its length costs nothing to claim.
  Words words{struct_pointer(0, 0, 1), list_pointer(0, 7, 0), struct_pointer(0x1FFFFFFF, 0, 0)};
  REQUIRE(verdict(bytes_of_words(words), capnp::Schema::from<schema::PartsViewedCases>()) == "ADM-1 ");
  words = {struct_pointer(0, 0, 1), list_pointer(0, 0, 0x1FFFFFFF)};
  REQUIRE(verdict(bytes_of_words(words), capnp::Schema::from<schema::PartsViewedCases>()) == "ADM-1 ");
}

TEST_CASE("a correction of a correction of a correction ends at the depth limit", "[codec][strict]") {
  const auto nested = [](unsigned depth) {
    return edited(honest_header(1204, 1, Amount::least), [depth](schema::Header::Builder h) {
      auto facts = h.getFacts();
      for (unsigned i = 0; i < depth; ++i) {
        auto correction = facts.initCorrectionMade();
        correction.setCorrectionKind(static_cast<schema::CorrectionKind>(1));
        correction.setOriginal(static_cast<schema::OriginalFate>(1));
        facts = i + 1 < depth ? correction.initNewFacts() : facts;
      }
    });
  };
  REQUIRE(verdict(nested(1)) == "ok");
  REQUIRE(verdict(nested(3)) == "ok");
  REQUIRE(verdict(nested(7)) == "ok");
  REQUIRE(verdict(nested(8)) == "ADM-1 ");
  REQUIRE(verdict(nested(12)) == "ADM-1 ");
}
