// What a header must be beyond its fields one by one: counts, order, kind and facts, and which fields go
// together.
#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Header = schema::Header;

const Buffer& signal() {
  static const Buffer header = honest_header(301, 1, Amount::all);
  return header;
}
const Buffer& genesis() {
  static const Buffer header = honest_header(101, 1, Amount::all);
  return header;
}
std::string signal_with(const std::function<void(Header::Builder)>& edit) {
  return verdict(edited(signal(), edit));
}
std::string genesis_with(const std::function<void(Header::Builder)>& edit) {
  return verdict(edited(genesis(), edit));
}

Buffer numbered(std::size_t size, std::uint8_t n) {
  Buffer id(size, 1);
  id[0] = n;
  return id;
}
// Ids 1, 2, 3 … of 16 or 32 bytes.
void set_ids(capnp::List<capnp::Data>::Builder list, std::size_t size) {
  for (unsigned i = 0; i < list.size(); ++i) {
    const auto id = numbered(size, static_cast<std::uint8_t>(i + 1));
    list.set(i, data_of(id));
  }
}
std::string with_subjects(unsigned count) {
  return signal_with([=](auto h) { set_ids(h.initSubjects(count), 16); });
}
void set_part(schema::PartCommitment::Builder part, std::uint32_t length) {
  const auto subject = numbered(16, 1), commitment = numbered(32, 1);
  part.setSubject(data_of(subject));
  part.setCommitment(data_of(commitment));
  part.setClass(schema::PartClass::NARRATIVE);
  part.setPartType(3018);
  part.setFilled(1);
  part.setPaddedLength(length);
}
std::string with_parts(unsigned count, std::uint32_t length) {
  return signal_with([=](auto h) {
    for (auto part : h.initParts(count)) set_part(part, length);
  });
}

}  // namespace

TEST_CASE("lists of a header are refused one item over their limit", "[codec][shape]") {
  REQUIRE(with_subjects(limits::subjects_max) == "ok");
  REQUIRE(with_subjects(limits::subjects_max + 1) == "ADM-1 subjects");
  REQUIRE(signal_with([](auto h) { set_ids(h.initVoids(limits::voids_max), 32); }) == "ok");
  REQUIRE(signal_with([](auto h) { set_ids(h.initVoids(limits::voids_max + 1), 32); }) == "ADM-1 voids");
  REQUIRE(signal_with([](auto h) { set_ids(h.initCoSigners(limits::cosigners_max), 32); }) == "ok");
  REQUIRE(signal_with([](auto h) { set_ids(h.initCoSigners(limits::cosigners_max + 1), 32); }) ==
          "ADM-1 coSigners");
  REQUIRE(with_parts(limits::parts_max, 32) == "ok");
  REQUIRE(with_parts(limits::parts_max + 1, 32) == "ADM-1 parts");
  const auto with_references = [](unsigned count) {
    return signal_with([count](auto h) {
      const auto event = numbered(16, 1), hash = numbered(32, 1);
      for (auto ref : h.initReferences(count)) {
        ref.setRelation(schema::RefType::BASED_ON);
        ref.setEvent(data_of(event));
        ref.setHeaderHash(data_of(hash));
      }
    });
  };
  REQUIRE(with_references(limits::references_max) == "ok");
  REQUIRE(with_references(limits::references_max + 1) == "ADM-1 references");
}

TEST_CASE("ids out of order or twice are refused", "[codec][shape]") {
  const auto lists_with = [](std::uint8_t first, std::uint8_t second) {
    const auto a16 = numbered(16, first), b16 = numbered(16, second), a32 = numbered(32, first),
               b32 = numbered(32, second);
    return std::pair{signal_with([&](auto h) {
                       auto list = h.initSubjects(2);
                       list.set(0, data_of(a16));
                       list.set(1, data_of(b16));
                     }),
                     signal_with([&](auto h) {
                       auto list = h.initCoSigners(2);
                       list.set(0, data_of(a32));
                       list.set(1, data_of(b32));
                     })};
  };
  REQUIRE(lists_with(1, 2) == std::pair<std::string, std::string>{"ok", "ok"});
  REQUIRE(lists_with(2, 2) == std::pair<std::string, std::string>{"ADM-1 subjects", "ADM-1 coSigners"});
  REQUIRE(lists_with(200, 2) == std::pair<std::string, std::string>{"ADM-1 subjects", "ADM-1 coSigners"});
}

TEST_CASE("rules deviated from are refused out of order or twice", "[codec][shape]") {
  const auto with = [](const char* a, const char* b) {
    return signal_with([=](auto h) {
      auto rules = h.initDeviates(2);
      rules.set(0, a);
      rules.set(1, b);
    });
  };
  REQUIRE(with("SHARE-01", "TIME-01") == "ok");
  REQUIRE(with("TIME-01", "SHARE-01") == "ADM-1 deviates");
  REQUIRE(with("TIME-01", "TIME-01") == "ADM-1 deviates");
}

TEST_CASE("the author's key is never among the co-signers", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) {
            const Buffer key(h.getKey().begin(), h.getKey().end());
            h.initCoSigners(1).set(0, data_of(key));
          }) == "ADM-1 coSigners");
}

TEST_CASE("facts of another kind than the header names are refused", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.setKind(302); }) == "ADM-1 facts");
  REQUIRE(signal_with([](auto h) { h.setKind(1402); }) == "ADM-1 facts");
}

TEST_CASE("an unknown kind is newer than this program", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.setKind(9999); }) == "ADM-2 kind newer");
  REQUIRE(signal_with([](auto h) { h.setKind(0); }) == "ADM-2 kind newer");
}

TEST_CASE("a later format version is newer than this program, version 0 is wrong", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.setFormatVersion(2); }) == "ADM-1 formatVersion newer");
  REQUIRE(signal_with([](auto h) { h.setFormatVersion(0); }) == "ADM-1 formatVersion");
}

TEST_CASE("a later format version is told as that although its other fields are unknown here",
          "[codec][shape]") {
  auto later = edited(signal(), [](auto h) { h.setFormatVersion(2); });
  later.insert(later.end(), 16, 0xAB);
  REQUIRE(verdict(later) == "ADM-1 formatVersion newer");
  auto same = signal();
  same.insert(same.end(), 16, 0xAB);
  REQUIRE(verdict(same) == "ADM-1 ");
}

TEST_CASE("the ledger is null in the genesis event and only there", "[codec][shape]") {
  const auto id = numbered(32, 9);
  REQUIRE(verdict(genesis()) == "ok");
  REQUIRE(genesis_with([&](auto h) { h.setLedger(data_of(id)); }) == "ADM-4 ledger");
  REQUIRE(signal_with([](auto h) { h.disownLedger(); }) == "ADM-4 ledger");
}

TEST_CASE("nothing comes before the genesis event", "[codec][shape]") {
  const auto id16 = numbered(16, 9), id32 = numbered(32, 9);
  REQUIRE(genesis_with([&](auto h) { h.setCase(data_of(id16)); }) == "ADM-1 case");
  REQUIRE(genesis_with([&](auto h) { h.setAnchorSize(1), h.setAnchorRoot(data_of(id32)); }) ==
          "ADM-1 anchorSize");
  REQUIRE(genesis_with([&](auto h) { h.setKeyPrev(data_of(id32)); }) == "ADM-1 keyPrev");
  REQUIRE(genesis_with([&](auto h) { h.setKeySeq(2); }) == "ADM-1 keySeq");
}

TEST_CASE("the first event of a key has no event before it, every other has", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.setKeySeq(0); }) == "ADM-7 keySeq");
  REQUIRE(signal_with([](auto h) { h.setKeySeq(1); }) == "ADM-7 keyPrev");
  REQUIRE(signal_with([](auto h) { h.disownKeyPrev(); }) == "ADM-7 keyPrev");
  REQUIRE(signal_with([](auto h) { h.setKeySeq(1), h.disownKeyPrev(); }) == "ok");
}

TEST_CASE("what was seen of a case has a count and a head, or neither", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.disownSeenHead(); }) == "ADM-1 seenHead");
  REQUIRE(signal_with([](auto h) { h.setSeenCount(0); }) == "ADM-1 seenHead");
  REQUIRE(signal_with([](auto h) { h.disownCase(); }) == "ADM-1 seenCount");
}

TEST_CASE("an anchor has a size and a root, or neither", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.setAnchorSize(0); }) == "ADM-1 anchorRoot");
  REQUIRE(signal_with([](auto h) { h.disownAnchorRoot(); }) == "ADM-1 anchorRoot");
  REQUIRE(signal_with([](auto h) { h.setAnchorSize(0), h.disownAnchorRoot(); }) == "ok");
}

TEST_CASE("an event happens within 200,000 days of 1970 and ends later than it begins", "[codec][shape]") {
  constexpr Micros bound = 200'000ll * micros_per_day;
  const auto from = [](Micros time) {
    return signal_with([=](auto h) { h.getOccurred().setFrom(time), h.getOccurred().disownUntil(); });
  };
  const auto until = [](Micros a, Micros b) {
    return signal_with([=](auto h) { h.getOccurred().setFrom(a), h.getOccurred().initUntil().setMicros(b); });
  };
  REQUIRE(from(bound) == "ok");
  REQUIRE(from(-bound) == "ok");
  REQUIRE(from(bound + 1) == "ADM-3 occurred.from");
  REQUIRE(from(-bound - 1) == "ADM-3 occurred.from");
  REQUIRE(until(5, 6) == "ok");
  REQUIRE(until(5, 5) == "ADM-3 occurred.until");
  REQUIRE(until(5, bound + 1) == "ADM-3 occurred.until");
}

TEST_CASE("a part of another kind is refused, except in a correction", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.getParts()[0].setPartType(2010); }) == "ADM-2 parts[0].partType");
  REQUIRE(signal_with([](auto h) { h.getParts()[0].setPartType(3017); }) == "ADM-2 parts[0].partType");
  REQUIRE(verdict(edited(honest_header(1204, 1, Amount::all), [](auto h) {
            set_part(h.initParts(1)[0], 32), h.getParts()[0].setPartType(2018);
          })) == "ok");
}

TEST_CASE("a part has a class that the catalogue allows it", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) {
            set_part(h.initParts(1)[0], 32), h.getParts()[0].setClass(schema::PartClass::HEALTH);
          }) == "ADM-9 parts[0].class");
  REQUIRE(signal_with([](auto h) {
            set_part(h.initParts(1)[0], 32), h.getParts()[0].setClass(schema::PartClass::LIST);
          }) == "ADM-9 parts[0].class");
}

TEST_CASE("a sealed part is about somebody, a list part about nobody", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { h.getParts()[0].disownSubject(); }) == "ADM-11 parts[0].subject");
  const auto subject = numbered(16, 1);
  const auto list = edited(honest_header(110, 1, Amount::all), [](auto) {});
  REQUIRE(verdict(list) == "ok");
  REQUIRE(verdict(edited(list, [&](auto h) { h.getParts()[0].setSubject(data_of(subject)); })) ==
          "ADM-11 parts[0].subject");
}

TEST_CASE("a part names no fields that it does not have", "[codec][shape]") {
  REQUIRE(signal_with([](auto h) { set_part(h.initParts(1)[0], 32), h.getParts()[0].setFilled(2); }) ==
          "ADM-9 parts[0].filled");
}

TEST_CASE("a part is at most 1 MiB, all parts together at most 16 MiB", "[codec][shape]") {
  REQUIRE(with_parts(1, 0) == "ADM-9 parts[0].paddedLength");
  REQUIRE(with_parts(1, limits::part_bytes_max) == "ok");
  REQUIRE(with_parts(1, limits::part_bytes_max + 1) == "ADM-9 parts[0].paddedLength");
  REQUIRE(with_parts(16, limits::part_bytes_max) == "ok");
  REQUIRE(with_parts(17, limits::part_bytes_max) == "ADM-9 parts");
}
