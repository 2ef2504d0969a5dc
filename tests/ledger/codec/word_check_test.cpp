// The quick check of the strict form against the walk that builds the message again: what the one accepts,
// the other does.
#include "ledger/codec/word_check.h"

#include "ledger/codec/strict_walk.h"
#include "ledger/schema/parts.capnp.h"
#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

struct Example {
  std::string name;
  Buffer bytes;
  capnp::StructSchema schema;
};

bool walk_accepts(Bytes bytes, capnp::StructSchema schema) {
  auto words = kj::heapArray<capnp::word>(bytes.size() / 8);
  std::memcpy(words.begin(), bytes.data(), bytes.size());
  return !walk_strictly(words, schema);
}

struct Count {
  std::size_t tried = 0;
  std::size_t accepted = 0;
  std::size_t left = 0;  // to the walk, which accepts it: slower, not wrong
};
// Holds the two against each other.
void compare(const Example& example, const Buffer& bytes, Count& count) {
  const bool quick = certainly_strict(bytes, example.schema);
  const bool walked = walk_accepts(bytes, example.schema);
  ++count.tried;
  count.accepted += quick ? 1 : 0;
  if (quick && !walked) FAIL(example.name << ": accepted, and the walk refuses it");
  count.left += walked && !quick ? 1 : 0;
}

Example header_of(std::uint16_t kind, std::uint64_t seed, Amount amount) {
  return {"header of " + std::to_string(kind), honest_header(kind, seed, amount),
          capnp::Schema::from<schema::Header>()};
}
Example admission_of(std::uint64_t seed) {
  return {"admission", honest_admission(seed, Amount::all), capnp::Schema::from<schema::Admission>()};
}

// Some of each shape: many lists, few fields, unions inside unions, parts with rows.
std::vector<Example> some_examples() {
  std::vector<Example> out{header_of(101, 1, Amount::all),   header_of(103, 1, Amount::some),
                           header_of(701, 2, Amount::all),   header_of(1204, 3, Amount::all),
                           header_of(1301, 1, Amount::some), admission_of(1)};
  for (const auto& kind : kinds())
    for (const auto& part : kind.parts)
      if (kind.id % 3 == 0)
        out.push_back({std::string(part.name), honest_part(part, 1, Amount::all), part.schema});
  return out;
}

// Bytes as a hostile or broken program might make them of a good message: numbers changed where they matter.
Buffer mutated(const Buffer& honest, Random& random) {
  auto words = words_of(honest);
  for (auto changes = 1 + random.below(3); changes > 0 && !words.empty(); --changes) {
    const auto at = random.below(words.size());
    const auto other = words[random.below(words.size())];
    const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random.below(9)) {
      case 0:
        words[at] ^= std::uint64_t{1} << random.below(64);
        break;
      case 1:
        words[at] = 0;
        break;
      case 2:
        words[at] = other;
        break;
      case 3:
        words.insert(place, other);
        break;
      case 4:
        words.insert(place, 0);
        break;
      case 5:
        words.erase(place);
        break;
      case 6:
        words[at] += std::uint64_t{1} << random.below(64);
        break;
      case 7:
        words[at] -= std::uint64_t{1} << random.below(64);
        break;
      default:
        words.resize(at + 1);
        break;
    }
  }
  return bytes_of_words(words);
}

}  // namespace

TEST_CASE("the quick check accepts every honest header, part and admission", "[codec][strict][property]") {
  for (const auto& kind : kinds())
    for (const auto amount : {Amount::least, Amount::some, Amount::all})
      for (std::uint64_t seed = 0; seed < 5; ++seed) {
        INFO(kind.code << " seed " << seed);
        REQUIRE(
            certainly_strict(honest_header(kind.id, seed, amount), capnp::Schema::from<schema::Header>()));
        REQUIRE(certainly_strict(honest_admission(seed + kind.id, amount),
                                 capnp::Schema::from<schema::Admission>()));
        for (const auto& part : kind.parts)
          REQUIRE(certainly_strict(honest_part(part, seed, amount), part.schema));
      }
}

TEST_CASE("the quick check and the walk agree about every bit flipped", "[codec][strict][property]") {
  Count count;
  for (const auto& example : some_examples())
    for (std::size_t bit = 0; bit < std::min<std::size_t>(example.bytes.size(), 600) * 8; ++bit) {
      auto bytes = example.bytes;
      bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
      compare(example, bytes, count);
    }
  REQUIRE(count.left == 0);
  REQUIRE(count.accepted > count.tried / 20);
  REQUIRE(count.accepted < count.tried / 2);
}

TEST_CASE("the quick check and the walk agree about words taken out and put in",
          "[codec][strict][property]") {
  Count count;
  for (const auto& example : some_examples()) {
    const auto words = words_of(example.bytes);
    for (std::size_t at = 0; at <= words.size(); ++at)
      for (const std::uint64_t value : {std::uint64_t{0}, ~std::uint64_t{0}, words[0], words[at / 2]}) {
        auto more = words;
        more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), value);
        compare(example, bytes_of_words(more), count);
        if (at == words.size()) continue;
        auto other = words;
        other[at] = value;
        compare(example, bytes_of_words(other), count);
        other.erase(other.begin() + static_cast<std::ptrdiff_t>(at));
        compare(example, bytes_of_words(other), count);
      }
  }
  REQUIRE(count.left == 0);
  REQUIRE(count.tried > 10'000);
}

TEST_CASE("the quick check and the walk agree about random changes", "[codec][strict][property]") {
  Random random(20'261'128);
  Count count;
  const auto examples = some_examples();
  for (unsigned i = 0; i < 100'000; ++i) {
    const auto& example = examples[random.below(examples.size())];
    const auto bytes = mutated(example.bytes, random);
    if (!bytes.empty()) compare(example, bytes, count);
  }
  REQUIRE(count.left == 0);
  REQUIRE(count.accepted > 500);
}

// Every message read as another struct than it is.
TEST_CASE("the quick check and the walk agree about a message of another type", "[codec][strict][property]") {
  Count count;
  const auto examples = some_examples();
  for (const auto& one : examples)
    for (const auto& other : examples)
      compare({one.name + " as " + other.name, {}, other.schema}, one.bytes, count);
  REQUIRE(count.accepted < count.tried);
}

TEST_CASE("the quick check and the walk agree about the depth and the length that are allowed",
          "[codec][strict]") {
  Count count;
  for (unsigned depth = 1; depth < 12; ++depth) {
    const auto nested = edited(honest_header(1204, 1, Amount::least), [depth](schema::Header::Builder h) {
      auto facts = h.getFacts();
      for (unsigned i = 0; i < depth; ++i) {
        auto correction = facts.initCorrectionMade();
        correction.setCorrectionKind(static_cast<schema::CorrectionKind>(1));
        correction.setOriginal(static_cast<schema::OriginalFate>(1));
        facts = i + 1 < depth ? correction.initNewFacts() : facts;
      }
    });
    compare({"nested " + std::to_string(depth), {}, capnp::Schema::from<schema::Header>()}, nested, count);
  }
  REQUIRE(count.accepted == 7);
  const Buffer id(16, 5);
  for (const unsigned rows : {1u, 4096u, 4097u}) {
    capnp::MallocMessageBuilder message;
    for (auto row : message.initRoot<schema::PartsViewedCases>().initRows(rows)) row.setCase(data_of(id));
    const auto bytes =
        canonical_bytes_of<schema::PartsViewedCases>(message.getRoot<schema::PartsViewedCases>().asReader());
    compare({"rows", {}, capnp::Schema::from<schema::PartsViewedCases>()}, bytes, count);
  }
  REQUIRE(count.accepted == 9);
}

TEST_CASE("rows without content are accepted while they are few", "[codec][strict]") {
  const auto schema = capnp::Schema::from<schema::AssessmentMadePicture>();  // no field of a row is required
  const auto rows = [&](unsigned count) {
    // One pointer to a list of structs of no words, and its tag.
    return bytes_of_words({std::uint64_t{1} << 48, 1 | std::uint64_t{7} << 32, std::uint64_t{count} << 2});
  };
  Count count;
  for (unsigned n = 0; n <= 200; ++n) compare({"empty rows", {}, schema}, rows(n), count);
  REQUIRE(count.accepted == 3);
  REQUIRE(count.left > 0);
  for (unsigned n = 1; n < 30; ++n) compare({"empty rows", {}, schema}, rows(1u << n), count);
}

TEST_CASE("an empty message is seen at once", "[codec][strict]") {
  capnp::MallocMessageBuilder message;
  const auto schema = capnp::Schema::from<schema::KeyRevokedRemark>();  // nothing in it is required
  const auto bytes = canonical_bytes(message.initRoot<capnp::DynamicStruct>(schema).asReader());
  REQUIRE(bytes.size() == 8);
  Count count;
  compare({"empty", {}, schema}, bytes, count);
  REQUIRE(count.accepted == 1);
  REQUIRE_FALSE(certainly_strict(Bytes{}, schema));
  REQUIRE_FALSE(certainly_strict(Buffer(8, 0), schema));
}
