// What a person may type and what is said when it is wrong: the check, the field and, where there is a list,
// its codes.
#include <catch2/catch.hpp>

#include "ledger/base/limits.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

const std::string event_id = to_text(EventId{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}});
const std::string case_id = to_text(CaseId{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}});
const std::string person_id = to_text(SubjectId{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}});
const std::string zeros_id = id_text('Z', Buffer(16, 0));

Json signal() {
  return Json{{"kind", "signalReceived"},
              {"case", case_id},
              {"role", "wijkcoach"},
              {"occurred", "2019-06-11T10:00:00Z"},
              {"facts",
               {{"signalType", "signal"},
                {"source", "school"},
                {"reporterAnonymous", "no"},
                {"dangerForVisitor", "no"}}}};
}
InputError error_of(const Json& in) {
  const auto draft = draft_from_json(in, PlainIds{});
  if (draft) return {"ok", "", "", ""};
  REQUIRE_FALSE(draft.error().nl.empty());
  REQUIRE_FALSE(draft.error().en.empty());
  return draft.error();
}
std::string verdict(const Json& in) {
  const auto error = error_of(in);
  return error.adm + (error.field.empty() ? "" : " " + error.field);
}
Json with(const char* pointer, Json value) {
  Json out = signal();
  out[Json::json_pointer(pointer)] = std::move(value);
  return out;
}

}  // namespace

TEST_CASE("a signal with what is needed is read", "[codec][draft]") {
  const auto draft = draft_from_json(signal(), PlainIds{});
  REQUIRE(draft);
  REQUIRE(draft->kind->id == 301);
  REQUIRE(to_text(*draft->kase) == case_id);
  REQUIRE(draft->role == schema::Role::WIJKCOACH);
  REQUIRE(draft->claim == schema::Conformity::CONFORMING);
}

TEST_CASE("a kind is named by its code or its number", "[codec][draft]") {
  REQUIRE(verdict(with("/kind", 301)) == "ok");
  REQUIRE(verdict(with("/kind", "301")) == "ok");
  for (const Json& kind : {Json("noSuchKind"), Json(9999), Json(-301), Json(301.0),
                           Json(std::uint64_t{1} << 63), Json(65536 + 301), Json(nullptr), Json::object()})
    REQUIRE(verdict(with("/kind", kind)) == "ADM-2 kind");
  Json none = signal();
  none.erase("kind");
  REQUIRE(verdict(none) == "ADM-2 kind");
}

TEST_CASE("what is no object is refused", "[codec][draft]") {
  for (const Json& in : {Json(), Json(5), Json("signal"), Json::array(), Json(true)})
    REQUIRE(verdict(in) == "ADM-1");
}

TEST_CASE("an unknown field is named", "[codec][draft]") {
  REQUIRE(verdict(with("/remark", "x")) == "ADM-2 remark");
  REQUIRE(verdict(with("/facts/remark", "x")) == "ADM-2 facts.remark");
  REQUIRE(verdict(with("/occurred", {{"from", "2019-06-11"}, {"at", 1}})) == "ADM-2 occurred.at");
  REQUIRE(verdict(with("/performer", {{"basis", "dictation"}, {"name", "Jan"}})) == "ADM-2 performer.name");
  REQUIRE(verdict(with("/references", {{{"relation", "basedOn"}, {"event", event_id}, {"note", "x"}}})) ==
          "ADM-2 references[0].note");
  REQUIRE(verdict(with("/parts", {{{"part", "deviationMotive"}, {"text", "x"}}})) == "ADM-2 parts[0].text");
  REQUIRE(verdict(with("/parts", {{{"part", "deviationMotive"}, {"fields", {{"words", "x"}}}}})) ==
          "ADM-2 parts[0].fields.words");
}

TEST_CASE("a name that only begins like a field is unknown, also before a NUL", "[codec][draft]") {
  Json in = signal();
  in["facts"][std::string("source\0x", 8)] = "school";
  REQUIRE(error_of(in).adm == "ADM-2");
}

TEST_CASE("a code outside its list is refused with the codes of the list", "[codec][draft]") {
  const auto facts = error_of(with("/facts/source", "neighbour2"));
  REQUIRE(facts.adm == "ADM-2");
  REQUIRE(facts.field == "facts.source");
  REQUIRE_THAT(facts.en,
               Catch::Contains("one of: ") && Catch::Contains("school") && !Catch::Contains("unset"));
  const auto role = error_of(with("/role", "chief"));
  REQUIRE(role.field == "role");
  REQUIRE_THAT(role.nl, Catch::Contains("een van: ") && Catch::Contains("wijkcoach"));
  for (const char* field : {"/role", "/claim", "/facts/source"})
    for (const Json& value : {Json("unset"), Json(""), Json(1), Json::array()})
      REQUIRE(error_of(with(field, value)).adm == "ADM-2");
}

TEST_CASE("values of another type are refused, not dropped", "[codec][draft]") {
  const std::pair<const char*, const char*> lists[] = {
      {"/references", "references"}, {"/subjects", "subjects"}, {"/deviates", "deviates"},
      {"/coSigners", "coSigners"},   {"/parts", "parts"},       {"/facts/domains", "facts.domains"}};
  for (const auto& [at, field] : lists)
    for (const Json& value : {Json("x"), Json(5), Json::object(), Json(false)})
      REQUIRE(verdict(with(at, value)) == std::string("ADM-1 ") + field);
  for (const char* at : {"/facts", "/performer"})
    for (const Json& value : {Json("x"), Json(5), Json::array()})
      REQUIRE(error_of(with(at, value)).adm == "ADM-1");
  REQUIRE(verdict(with("/parts", {{{"part", 5}}})) == "ADM-1 parts[0].part");
  REQUIRE(
      verdict(with("/parts", {{{"part", "deviationMotive"}, {"subject", 5}, {"fields", {{"text", "x"}}}}})) ==
      "ADM-1 parts[0].subject");
  REQUIRE(
      verdict(with("/parts", {{{"part", "deviationMotive"}, {"class", 5}, {"fields", {{"text", "x"}}}}})) ==
      "ADM-1 parts[0].class");
  REQUIRE(verdict(with("/parts", {{{"part", "deviationMotive"}, {"fields", {{"text", 5}}}}})) ==
          "ADM-1 parts[0].fields.text");
  REQUIRE(verdict(with("/parts", Json::array({"x"}))) == "ADM-1 parts[0]");
  REQUIRE(verdict(with("/references", Json::array({"x"}))) == "ADM-1 references[0]");
}

TEST_CASE("ids that are not whole, of another kind, or zeros are refused", "[codec][draft]") {
  std::string mistyped = case_id;
  mistyped.back() = mistyped.back() == '0' ? '1' : '0';
  for (const Json& id : {Json("Z-1"), Json(mistyped), Json(event_id), Json(zeros_id), Json(5), Json("")})
    REQUIRE(verdict(with("/case", id)) == "ADM-11 case");
  REQUIRE(verdict(with("/subjects", Json::array({person_id, case_id}))) == "ADM-11 subjects[1]");
  REQUIRE(verdict(with("/performer", {{"basis", "dictation"}, {"subject", "x"}})) ==
          "ADM-11 performer.subject");
  REQUIRE(verdict(with("/coSigners", {"AAAA"})) == "ADM-11 coSigners");
  REQUIRE(verdict(with("/references", {{{"relation", "basedOn"}, {"event", "E-1"}}})) ==
          "ADM-11 references[0].event");
  REQUIRE(verdict(with("/facts/sourceOrg", id_text('O', Buffer(16, 0)))) == "ADM-11 facts.sourceOrg");
}

TEST_CASE("a reference says what it is to which event", "[codec][draft]") {
  REQUIRE(verdict(with("/references", {{{"relation", "basedOn"}, {"event", event_id}}})) == "ok");
  REQUIRE(verdict(with("/references", {{{"event", event_id}}})) == "ADM-11 references[0].relation");
  REQUIRE(verdict(with("/references", {{{"relation", "about"}, {"event", event_id}}})) ==
          "ADM-2 references[0].relation");
  REQUIRE(verdict(with("/references", {{{"relation", "basedOn"}}})) == "ADM-11 references[0].event");
}

TEST_CASE("times that do not exist are refused, and an interval that ends before it begins",
          "[codec][draft]") {
  for (const Json& time : {Json("2019-02-30"), Json("2019-06-31T10:00:00Z"), Json("2019-13"),
                           Json("yesterday"), Json(""), Json(1560000000), Json("2019-06-11T24:00:00Z")})
    REQUIRE(verdict(with("/occurred", time)) == "ADM-1 occurred");
  REQUIRE(verdict(with("/occurred", Json::object())) == "ADM-1 occurred.from");
  REQUIRE(verdict(with("/occurred", {{"from", "2019-06-11"}, {"until", "2019-06-10"}})) ==
          "ADM-1 occurred.until");
  REQUIRE(verdict(with("/occurred", {{"from", "2019-06-11"}, {"until", "2019-06-11"}})) ==
          "ADM-1 occurred.until");
  REQUIRE(verdict(with("/occurred", {{"from", "2019-06-11"}, {"precision", "about"}})) ==
          "ADM-2 occurred.precision");
}

TEST_CASE("how a time is written says how precise it is", "[codec][draft]") {
  const auto precision = [](const char* time) {
    return draft_from_json(with("/occurred", time), PlainIds{})->occurred->precision;
  };
  REQUIRE(precision("2019-06-11 10:00") == schema::Precision::MINUTE);
  REQUIRE(precision("2019-06-11") == schema::Precision::DAY);
  REQUIRE(precision("2019-06") == schema::Precision::MONTH);
}

TEST_CASE("a required fact that is missing is named", "[codec][draft]") {
  Json in = signal();
  in["facts"].erase("source");
  REQUIRE(verdict(in) == "ADM-11 facts.source");
  in["facts"]["source"] = nullptr;
  REQUIRE(verdict(in) == "ADM-11 facts.source");
  REQUIRE(error_of(in).en == "this field is required");
}

TEST_CASE("the others that are missing are told in the same breath, and what is there is not",
          "[codec][draft]") {
  Json in = signal();
  in["facts"].erase("signalType");
  in["facts"].erase("dangerForVisitor");
  REQUIRE(verdict(in) == "ADM-11 facts.signalType");
  REQUIRE(error_of(in).en == "this field is required; also needed: dangerForVisitor");
  REQUIRE(error_of(in).nl == "dit veld is verplicht; ook nodig: dangerForVisitor");
}

TEST_CASE("words typed that are not UTF-8, or hold NUL, are refused", "[codec][draft]") {
  const auto text = [](std::string_view words) {
    return verdict(
        with("/parts", {{{"part", "deviationMotive"}, {"subject", "case"}, {"fields", {{"text", words}}}}}));
  };
  REQUIRE(text("één") == "ok");
  REQUIRE(text("\xff") == "ADM-9 parts[0].fields.text");
  REQUIRE(text(std::string_view("a\0b", 3)) == "ADM-9 parts[0].fields.text");
  REQUIRE(text("") == "ADM-11 parts[0].fields.text");
}

TEST_CASE("a rule deviated from has the form of a rule id", "[codec][draft]") {
  REQUIRE(verdict(with("/deviates", {"SHARE-01"})) == "ok");
  for (const Json& rule :
       {Json("share-01"), Json("hij was boos"), Json(std::string("SHARE-01\0x", 10)), Json(5)})
    REQUIRE(verdict(with("/deviates", Json::array({rule}))) == "ADM-2 deviates");
}

TEST_CASE("a part of another kind, or of a class it may not have, is refused", "[codec][draft]") {
  const auto part = [](Json one) { return verdict(with("/parts", Json::array({std::move(one)}))); };
  REQUIRE(part({{"part", "noSuchPart"}}) == "ADM-2 parts[0].part");
  REQUIRE(part({{"part", "deviationMotive"}, {"class", "health"}, {"fields", {{"text", "x"}}}}) ==
          "ADM-9 parts[0].class");
  REQUIRE(part({{"part", "deviationMotive"}, {"class", "words"}, {"fields", {{"text", "x"}}}}) ==
          "ADM-9 parts[0].class");
  REQUIRE(part({{"part", "attachment"},
                {"subject", "case"},
                {"class", "list"},
                {"fields", {{"fileName", "x"}, {"mediaType", "y"}}}}) == "ADM-9 parts[0].class");
  REQUIRE(part({{"part", "attachment"}, {"fields", {{"fileName", "x"}, {"mediaType", "y"}}}}) ==
          "ADM-11 parts[0].subject");
  REQUIRE(verdict(with("/parts", Json(limits::parts_max + 1, Json::object()))) == "ADM-1 parts");
}

TEST_CASE("a part about the case needs a case", "[codec][draft]") {
  Json in = with("/parts", {{{"part", "deviationMotive"}, {"fields", {{"text", "x"}}}}});
  REQUIRE(verdict(in) == "ok");
  in.erase("case");
  REQUIRE(verdict(in) == "ADM-11 parts[0].subject");
}

TEST_CASE("a list of more than 4,096 values is refused", "[codec][draft]") {
  REQUIRE(verdict(with("/facts/domains", Json(limits::list_items_max, "housing"))) == "ok");
  REQUIRE(verdict(with("/facts/domains", Json(limits::list_items_max + 1, "housing"))) ==
          "ADM-1 facts.domains");
}

TEST_CASE("a correction has new facts of one kind", "[codec][draft]") {
  const auto correction = [](Json facts) {
    return verdict(Json{{"kind", "correctionMade"},
                        {"facts",
                         {{"correctionKind", code_of(static_cast<schema::CorrectionKind>(1))},
                          {"original", code_of(static_cast<schema::OriginalFate>(1))},
                          {"newFacts", std::move(facts)}}}});
  };
  const Json one = signal()["facts"];
  REQUIRE(correction(nullptr) == "ok");
  REQUIRE(correction({{"signalReceived", one}}) == "ok");
  REQUIRE(correction({{"signalReceived", one}, {"crisisReported", one}}) ==
          "ADM-2 facts.newFacts.crisisReported");
  REQUIRE(correction({{"signalReceived", one}, {"taskUpdated", Json::object()}}) ==
          "ADM-1 facts.newFacts.taskUpdated");
  REQUIRE(correction(Json::object()) == "ADM-11 facts.newFacts");
  REQUIRE(correction({{"unset", nullptr}}) == "ADM-2 facts.newFacts.unset");
  REQUIRE(correction({{"unset", 5}}) == "ADM-2 facts.newFacts.unset");
}
