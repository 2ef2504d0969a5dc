// Values as typed after --set field=: to the JSON that the reader takes.
#include <catch2/catch.hpp>

#include "ledger/codec/draft.h"

using namespace inzicht;

namespace {

SubjectId subject(std::uint8_t n) { return SubjectId{{n, 2, 3}}; }

// Knows J, P and K as people, O4 as an organisation, A1 as a professional.
class Names : public IdResolver {
 public:
  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const override {
    using enum schema::IdKind;
    if (kind == SUBJECT && text.size() == 1 && std::string_view("JPK").find(text) != std::string_view::npos)
      return Buffer(16, static_cast<std::uint8_t>(text[0]));
    if (kind == ORGANISATION && text == "O4") return Buffer(16, 4);
    if (kind == ACTOR && text == "A1") return Buffer(16, 1);
    return PlainIds().resolve(kind, text);
  }
};

capnp::StructSchema::Field field_of(const char* kind, const char* field) {
  return find_kind(std::string_view(kind))->facts.getFieldByName(field);
}

Json typed(const char* kind, const char* field, std::string_view text) {
  const auto out = parse_shorthand(field_of(kind, field), text, Names(), std::string("facts.") + field);
  if (out) return *out;
  return Json("refused: " + out.error().adm + " " + out.error().field);
}
// What the reader says of it: "ok", or the check and the field.
std::string read(const char* kind, const char* field, std::string_view text) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<capnp::DynamicStruct>(find_kind(std::string_view(kind))->facts);
  const auto wrong = read_json(Json{{field, typed(kind, field, text)}}, root, Names(), "facts");
  if (wrong && wrong->field.starts_with(std::string("facts.") + field))
    return wrong->adm + " " + wrong->field;
  return "ok";
}

}  // namespace

TEST_CASE("a list of codes is typed with commas", "[codec][shorthand]") {
  REQUIRE(typed("signalReceived", "domains", "housing,upbringing") == Json({"housing", "upbringing"}));
  REQUIRE(typed("signalReceived", "domains", " housing , upbringing ,") == Json({"housing", "upbringing"}));
  REQUIRE(typed("signalReceived", "domains", "") == Json::array());
  REQUIRE(typed("signalReceived", "domains", R"(["housing"])") == Json({"housing"}));
}

TEST_CASE("a code that the list does not have is handed on, so that the reader names the codes",
          "[codec][shorthand]") {
  REQUIRE(typed("signalReceived", "source", "school") == Json("school"));
  REQUIRE(read("signalReceived", "source", "neighbour2") == "ADM-2 facts.source");
  REQUIRE(read("signalReceived", "domains", "housing,hosing") == "ADM-2 facts.domains[1]");
}

TEST_CASE("an id is typed as the name or the whole id that the caller knows", "[codec][shorthand]") {
  REQUIRE(read("signalReceived", "sourceOrg", "O4") == "ok");
  REQUIRE(read("signalReceived", "reporter", to_text(subject(1))) == "ok");
  REQUIRE(read("signalReceived", "reporter", "X") == "ADM-11 facts.reporter");
}

TEST_CASE("records are typed with spaces and semicolons, optional fields skipped when the word does not fit",
          "[codec][shorthand]") {
  const Json persons = typed("personRecorded", "persons",
                             "[J added parent from16to17 2002-03 yes; P died parent from18to22 no]");
  REQUIRE(
      persons ==
      Json::parse(
          R"([{"subject":"J","change":"added","personRole":"parent","ageBand":"from16to17","birthMonth":"2002-03","inHousehold":"yes"},
                                     {"subject":"P","change":"died","personRole":"parent","ageBand":"from18to22","inHousehold":"no"}])"));
  REQUIRE(read("personRecorded", "persons", "J added parent from16to17 2002-03 yes") == "ok");
  REQUIRE(typed("relationRecorded", "links", "[J>K parentOf unknown]") ==
          Json::parse(R"([{"from":"J","to":"K","relation":"parentOf","gezag":"unknown"}])"));
}

TEST_CASE("a word too many in a record is refused by name of its field", "[codec][shorthand]") {
  REQUIRE(typed("relationRecorded", "links", "J>K parentOf unknown and more") ==
          Json("refused: ADM-2 facts.links"));
  REQUIRE(typed("relationRecorded", "links", "J K grandmotherOf") == Json("refused: ADM-2 facts.links"));
}

TEST_CASE("one wrong word of a list inside a record is refused, not dropped", "[codec][shorthand]") {
  REQUIRE(read("personRecorded", "persons", "J added parent from16to17 yes plainLanguage+noSuchThing") ==
          "ADM-2 facts.persons[0].adaptations[1]");
}

TEST_CASE("a recipient is typed as whom it is", "[codec][shorthand]") {
  REQUIRE(
      typed("informationShared", "recipients", "O4:partner,A1,J,court") ==
      Json::parse(R"([{"class":"partner","org":"O4"},{"actor":"A1"},{"subject":"J"},{"class":"court"}])"));
  REQUIRE(typed("informationShared", "recipients", "nobody") == Json("refused: ADM-2 facts.recipients"));
}

TEST_CASE("numbers and scalars are typed as they are written", "[codec][shorthand]") {
  REQUIRE(typed("goalScored", "score", "-3") == Json(-3));
  REQUIRE(typed("goalScored", "score", "7") == Json(7));
  REQUIRE(read("goalScored", "score", "3.5") == "ADM-3 facts.score");
  REQUIRE(read("goalScored", "score", "9999999999999999999999") == "ADM-3 facts.score");
  REQUIRE(typed("informationShared", "riskCode", "12") == Json(12));
  REQUIRE(typed("actorEnrolled", "fte", "0.89") == Json("0.89"));
  REQUIRE(typed("actorEnrolled", "statusFrom", "2019-06-11") == Json("2019-06-11"));
  REQUIRE(read("actorEnrolled", "statusFrom", "2019-02-30") == "ADM-3 facts.statusFrom");
}

TEST_CASE("JSON typed as a value is JSON, within its limits", "[codec][shorthand]") {
  REQUIRE(typed("personRecorded", "persons", R"([{"subject":"J"}])") == Json::parse(R"([{"subject":"J"}])"));
  REQUIRE(typed("personRecorded", "persons", R"([{"subject":"J","subject":"P"}])") ==
          Json("refused: ADM-1 "));
  REQUIRE(typed("personRecorded", "persons", R"([{"subject":)") == Json("refused: ADM-1 "));
}

TEST_CASE("nothing that is typed for any field of any kind stops the program", "[codec][shorthand]") {
  for (const auto& kind : kinds())
    for (auto field : kind.facts.getFields())
      for (const char* text :
           {"",           " ", "[",       "]",          "[]",  "[;]",  ";",       ",",    ">",
            ":",          "{", "[{",      "[\"",        "-",   "-1",   "1e9",     "O4:",  ":O4",
            "O4:partner", "J", "J J J J", "2019-06-11", "P2M", "\xff", "[J;P;K]", "[,;,]"}) {
        INFO(kind.code << "." << field.getProto().getName().cStr() << " = " << text);
        const auto typed = parse_shorthand(field, text, Names(), "facts");
        if (!typed) continue;
        capnp::MallocMessageBuilder message;
        auto root = message.initRoot<capnp::DynamicStruct>(kind.facts);
        Json in;
        in[field.getProto().getName().cStr()] = *typed;
        REQUIRE_NOTHROW(read_json(in, root, Names(), "facts"));
      }
}
