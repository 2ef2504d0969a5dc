// Content that is refused although its pointers are right: each with the check and the field that is wrong.
#include "ledger/schema/parts.capnp.h"
#include "tests/ledger/codec/malformed.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Header = schema::Header;

const Buffer& signal() {
  static const Buffer header = honest_header(301, 1, Amount::all);
  return header;
}
std::string verdict_of_edit(const std::function<void(Header::Builder)>& edit) {
  return verdict(edited(signal(), edit));
}

Buffer motive(std::string_view text) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::DeviationMotive>();
  std::ranges::copy(text, root.initText(static_cast<unsigned>(text.size())).begin());
  return canonical_bytes_of<schema::DeviationMotive>(root.asReader());
}
std::string verdict_of_motive(std::string_view text) {
  return verdict(motive(text), capnp::Schema::from<schema::DeviationMotive>());
}

}  // namespace

TEST_CASE("an honest header is accepted and its bytes are kept", "[codec][strict]") {
  REQUIRE(verdict(signal()) == "ok");
  const auto decoded = HeaderMessage::decode(signal());
  REQUIRE(Buffer(decoded->bytes().begin(), decoded->bytes().end()) == signal());
  REQUIRE(decoded->header().getKind() == 301);
}

TEST_CASE("data that is present but empty is refused", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.setCase({}); }) == "ADM-1 case");
  REQUIRE(verdict_of_edit([](auto h) { h.setKey({}); }) == "ADM-1 key");
  REQUIRE(verdict_of_edit([](auto h) { h.getSubjects().set(0, {}); }) == "ADM-1 subjects[0]");
}

TEST_CASE("a text that is present but empty is refused", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.initDeviates(1).set(0, ""); }) == "ADM-1 deviates[0]");
  REQUIRE(verdict_of_motive("") == "ADM-1 text");
}

TEST_CASE("a list that is present but empty is refused", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.initSubjects(0); }) == "ADM-1 subjects");
  REQUIRE(verdict_of_edit([](auto h) { h.initReferences(0); }) == "ADM-1 references");
  REQUIRE(verdict_of_edit([](auto h) { h.initParts(0); }) == "ADM-1 parts");
  REQUIRE(verdict_of_edit([](auto h) { h.initDeviates(0); }) == "ADM-1 deviates");
  REQUIRE(verdict_of_edit([](auto h) { h.getFacts().getSignalReceived().initDomains(0); }) ==
          "ADM-1 facts.domains");
}

TEST_CASE("every id of a header is refused when it is zeros, too short or too long", "[codec][strict]") {
  unsigned tried = 0;
  for (auto field : capnp::Schema::from<Header>().getNonUnionFields()) {
    if (!field.getType().isData() || !id_kind_of(field)) continue;
    const std::string name = field.getProto().getName().cStr();
    const auto with = [&](const Buffer& id) {
      return verdict_of_edit([&](auto h) { capnp::DynamicStruct::Builder(h).set(field, data_of(id)); });
    };
    const std::size_t right =
        *id_kind_of(field) == schema::IdKind::DIGEST || *id_kind_of(field) == schema::IdKind::KEY ? 32 : 16;
    INFO(name);
    REQUIRE(with(Buffer(right, 0)) == "ADM-1 " + name);
    REQUIRE(with(Buffer(right - 1, 7)) == "ADM-1 " + name);
    REQUIRE(with(Buffer(right + 1, 7)) == "ADM-1 " + name);
    ++tried;
  }
  REQUIRE(tried == 9);
}

TEST_CASE("an id of zeros inside facts, references and parts is refused", "[codec][strict]") {
  const Buffer zeros16(16, 0), zeros32(32, 0);
  REQUIRE(verdict_of_edit([&](auto h) { h.getReferences()[0].setEvent(data_of(zeros16)); }) ==
          "ADM-1 references[0].event");
  REQUIRE(verdict_of_edit([&](auto h) { h.getReferences()[0].setHeaderHash(data_of(zeros32)); }) ==
          "ADM-1 references[0].headerHash");
  REQUIRE(verdict_of_edit([&](auto h) { h.getParts()[0].setCommitment(data_of(zeros32)); }) ==
          "ADM-1 parts[0].commitment");
  REQUIRE(verdict_of_edit([&](auto h) { h.getFacts().getSignalReceived().setSourceOrg(data_of(zeros16)); }) ==
          "ADM-1 facts.sourceOrg");
}

TEST_CASE("a code that the list does not have is newer than this program", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.setRole(static_cast<schema::Role>(9999)); }) == "ADM-2 role newer");
  REQUIRE(verdict_of_edit([](auto h) { h.getOccurred().setPrecision(static_cast<schema::Precision>(11)); }) ==
          "ADM-2 occurred.precision newer");
  REQUIRE(verdict_of_edit([](auto h) {
            h.getFacts().getSignalReceived().getDomains().set(0, static_cast<schema::LifeDomain>(999));
          }) == "ADM-2 facts.domains[0] newer");
}

TEST_CASE("code 0 is refused where a code is required", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.setRole(schema::Role::UNSET); }) == "ADM-11 role");
  REQUIRE(verdict_of_edit([](auto h) { h.setClaim(schema::Conformity::UNSET); }) == "ADM-11 claim");
  REQUIRE(verdict_of_edit([](auto h) {
            h.getFacts().getSignalReceived().getDomains().set(0, schema::LifeDomain::UNSET);
          }) == "ADM-11 facts.domains[0]");
}

TEST_CASE("a required field that is missing is named", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.disownEvent(); }) == "ADM-11 event");
  REQUIRE(verdict_of_edit([](auto h) { h.disownOccurred(); }) == "ADM-11 occurred");
  REQUIRE(verdict_of_edit([](auto h) { h.disownFacts(); }) == "ADM-11 facts");
  REQUIRE(verdict_of_edit([](auto h) { h.getReferences()[0].disownEvent(); }) ==
          "ADM-11 references[0].event");
}

TEST_CASE("a text of a header outside its format is refused", "[codec][strict]") {
  REQUIRE(verdict_of_edit([](auto h) { h.getDeviates().set(0, "hij was boos"); }) == "ADM-2 deviates[0]");
  REQUIRE(verdict(edited(honest_header(101, 1, Amount::all), [](auto h) {
            h.getFacts().getLedgerCreated().setOrigin("two words");
          })) == "ADM-2 facts.origin");
}

TEST_CASE("text that is not UTF-8, or holds NUL, is refused", "[codec][strict]") {
  REQUIRE(verdict_of_motive("één – 𝄞") == "ok");
  REQUIRE(verdict_of_motive("\xff") == "ADM-9 text");
  REQUIRE(verdict_of_motive("caf\xc3") == "ADM-9 text");
  REQUIRE(verdict_of_motive("\xed\xa0\x80") == "ADM-9 text");
  REQUIRE(verdict_of_motive(std::string_view("a\0b", 3)) == "ADM-9 text");
}

TEST_CASE("dates, months, decimals and durations that do not exist are refused", "[codec][strict]") {
  const auto actor = honest_header(103, 1, Amount::all);
  const auto with = [&](const std::function<void(schema::ActorEnrolled::Builder)>& edit) {
    return verdict(edited(actor, [&](auto h) { edit(h.getFacts().getActorEnrolled()); }));
  };
  REQUIRE(with([](auto f) { f.getStatusFrom().setDay(32); }) == "ADM-3 facts.statusFrom");
  REQUIRE(with([](auto f) { f.getStatusFrom().setMonth(0); }) == "ADM-3 facts.statusFrom");
  REQUIRE(with([](auto f) { f.getFte().setDigits(10); }) == "ADM-3 facts.fte");
  REQUIRE(with([](auto f) { f.getFte().setDigits(9); }) == "ok");
}

TEST_CASE("more bytes than the limit are refused before anything else", "[codec][strict]") {
  const auto part = motive(std::string(200, 'x'));
  REQUIRE(verdict(part, capnp::Schema::from<schema::DeviationMotive>(), part.size()) == "ok");
  REQUIRE(verdict(part, capnp::Schema::from<schema::DeviationMotive>(), part.size() - 1) == "ADM-1 ");
  REQUIRE(verdict(Buffer(limits::header_bytes_max + 8, 0)) == "ADM-1 ");
}

TEST_CASE("bytes that are not a whole number of words are refused", "[codec][strict]") {
  REQUIRE(verdict(Buffer{}) == "ADM-1 ");
  for (std::size_t cut = 1; cut < 8; ++cut)
    REQUIRE(verdict(Buffer(signal().begin(), signal().end() - static_cast<std::ptrdiff_t>(cut))) == "ADM-1 ");
}

TEST_CASE("a list of more than 4,096 items is refused, one of 4,096 is not", "[codec][strict]") {
  const auto rows = [](unsigned count) {
    capnp::MallocMessageBuilder message;
    auto list = message.initRoot<schema::PartsViewedCases>().initRows(count);
    const Buffer id(16, 5);
    for (auto row : list) row.setCase(data_of(id));
    return canonical_bytes_of<schema::PartsViewedCases>(
        message.getRoot<schema::PartsViewedCases>().asReader());
  };
  const auto schema = capnp::Schema::from<schema::PartsViewedCases>();
  REQUIRE(verdict(rows(4096), schema) == "ok");
  REQUIRE(verdict(rows(4097), schema) == "ADM-1 rows");
}

TEST_CASE("what was decoded once may be read again without decoding", "[codec][strict]") {
  const auto stored = HeaderMessage::stored(signal());
  REQUIRE(stored->header().getKind() == 301);
  REQUIRE_FALSE(HeaderMessage::stored(Buffer(7, 0)));
  REQUIRE_FALSE(HeaderMessage::stored(Buffer{}));
}

TEST_CASE("bit n of filled says whether field n of the part is not empty", "[codec][strict]") {
  capnp::MallocMessageBuilder message;
  auto part = message.initRoot<schema::PersonRecordedWho>();
  REQUIRE(filled_bits(part.asReader()) == 0);
  part.setName("x");
  part.setPhone("y");
  REQUIRE(filled_bits(part.asReader()) == 0b01001);
}
