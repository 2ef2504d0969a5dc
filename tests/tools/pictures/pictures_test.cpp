// Pictures of views: every row has its mark, times go to the right, and whatever people wrote stays words.
#include "tools/pictures/picture.h"

#include <catch2/catch.hpp>

#include <map>

#include "tests/tools/pictures/drawn.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

constexpr auto subject = schema::IdKind::SUBJECT, organisation = schema::IdKind::ORGANISATION, event = schema::IdKind::EVENT;
const PictureHead head{"Een titel", {"1 van 1 getoond"}, at("2021-06-01 10:00")};

using Rows = std::vector<std::vector<Cell>>;
ViewResult timeline(Rows rows) {
  return result_of({"occurred", "recorded", "lag", "kind", "who", "organisation", "about", "line", "conformity", "findings"}, std::move(rows));
}
std::vector<Cell> happening(std::string_view occurred, std::string_view recorded, std::uint8_t org, std::vector<Atom> about, std::string line,
                            const char* conformity = "conforming") {
  return {Atom{TimeCell{at(occurred)}},
          Atom{TimeCell{at(recorded)}},
          {},
          Atom{KindCell{701}},
          Atom{id(schema::IdKind::ACTOR, 9)},
          org == 0 ? Cell() : Cell(Atom{id(organisation, org)}),
          many(std::move(about)),
          words(std::move(line)),
          Atom{CodeCell{"conformity", conformity}},
          many({})};
}
ViewResult measures(Rows rows) {
  return result_of({"lane", "occurred", "kind", "what", "about", "by", "authority", "article", "from", "until", "restsOn", "event"}, std::move(rows));
}
std::vector<Cell> measure(const char* lane, std::string_view occurred, std::uint16_t kind, Cell from, Cell until, std::vector<Atom> rests_on,
                          std::uint8_t self) {
  return {words(lane),
          Atom{TimeCell{at(occurred)}},
          Atom{KindCell{kind}},
          words("wat"),
          many({id(subject, 1)}),
          Atom{id(schema::IdKind::ACTOR, 9)},
          {},
          {},
          std::move(from),
          std::move(until),
          many(std::move(rests_on)),
          Atom{id(event, self)}};
}
ViewResult consents(Rows rows) {
  return result_of({"kind", "about", "grantor", "recipients", "categories", "purposes", "from", "until", "state", "endedOn", "pressure", "event"},
                   std::move(rows));
}
std::vector<Cell> consent(const char* state, Cell from, Cell until, Cell ended = {}) {
  return {words("delen"),
          many({id(subject, 1)}),
          Atom{id(subject, 2)},
          many({id(organisation, 3)}),
          many({}),
          many({}),
          std::move(from),
          std::move(until),
          words(state),
          std::move(ended),
          {},
          {}};
}
// Where the number of an event stands.
double x_of(pugi::xml_node mark) { return mark.child("text").attribute("x").as_double(); }
bool is_well_formed(const std::string& svg) {
  return made_by("python3 -c \"import sys,xml.dom.minidom;xml.dom.minidom.parse(sys.argv[1])\" {in} > {out}", svg).empty();
}

}  // namespace

TEST_CASE("timeline picture: every event has one mark where it was recorded from, and one for every person it is about", "[pictures]") {
  const auto svg = timeline_picture(timeline({happening("2021-01-11 09:15", "2021-01-11 09:40", 1, {id(subject, 1), id(subject, 2)}, "Eerst."),
                                              happening("2021-01-13 14:00", "2021-02-13 14:20", 2, {id(subject, 1)}, "Dan."),
                                              happening("2021-03-01 14:00", "2021-03-01 14:20", 0, {}, "Laatst.")}),
                                    plain_wording(), head);
  const auto document = parsed(svg);
  const auto events = marks(document, "event"), about = marks(document, "event about");
  REQUIRE(events.size() == 3);
  CHECK(about.size() == 3);
  CHECK(marks(document, "entry").size() == 3);
  for (const auto& mark : events) CHECK_FALSE(title_of(mark).empty());
  CHECK(title_of(events[0]).find("Eerst.") != std::string::npos);
}

TEST_CASE("timeline picture: what happened later stands further to the right, and the line goes on to when it was recorded", "[pictures]") {
  Rows rows;
  for (int day = 1; day <= 28; ++day) {
    const auto date = fmt::format("2021-02-{:02}", day);
    rows.push_back(happening(date + " 09:00", day == 5 ? "2021-02-25 10:00" : date + " 10:00", static_cast<std::uint8_t>(1 + day % 3), {id(subject, 1)}, "x"));
  }
  const auto svg = timeline_picture(timeline(std::move(rows)), plain_wording(), head);
  const auto document = parsed(svg);
  std::map<unsigned, double> place;
  for (const auto& mark : marks(document, "event")) {
    const unsigned n = mark.attribute("data-number").as_uint();
    place[n] = x_of(mark);
    const auto late = mark.child("line");
    CHECK(late.attribute("x2").as_double() >= late.attribute("x1").as_double());
    if (n == 5) CHECK(late.attribute("x2").as_double() - late.attribute("x1").as_double() > 500);
  }
  REQUIRE(place.size() == 28);
  for (unsigned n = 2; n <= 28; ++n) CHECK(place[n] > place[n - 1]);
}

TEST_CASE("timeline picture: marks in a lane do not lie over each other", "[pictures]") {
  Rows rows;
  for (int n = 0; n < 40; ++n) rows.push_back(happening(fmt::format("2021-02-01 {:02}:{:02}", 9 + n / 20, n % 20), "2021-02-01 23:00", 1, {}, "x"));
  rows.push_back(happening("2021-12-01 09:00", "2021-12-01 10:00", 1, {}, "x"));
  const auto document = parsed(timeline_picture(timeline(std::move(rows)), plain_wording(), head));
  std::vector<std::pair<double, double>> places;
  for (const auto& mark : marks(document, "event")) places.emplace_back(x_of(mark), mark.child("text").attribute("y").as_double());
  REQUIRE(places.size() == 41);
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t j = i + 1; j < places.size(); ++j)
      CHECK((std::abs(places[i].first - places[j].first) > 15 || std::abs(places[i].second - places[j].second) > 15));
}

TEST_CASE("timeline picture: a deviation and what was recorded afterwards are told by shape and in words", "[pictures]") {
  const auto document = parsed(timeline_picture(
      timeline({happening("2021-01-11 09:15", "2021-01-11 09:40", 1, {}, "a", "deviation"),
                happening("2021-01-12 09:15", "2021-01-12 09:40", 1, {}, "b", "afterTheFact"), happening("2021-01-13 09:15", "2021-01-13 09:40", 1, {}, "c")}),
      plain_wording(), head));
  const auto events = marks(document, "event");
  REQUIRE(events.size() == 3);
  CHECK(std::string(events[0].child("path").attribute("class").as_string()) == "shape deviation");
  CHECK(title_of(events[0]).find("deviation") != std::string::npos);
  CHECK(std::string(events[1].child("rect").attribute("class").as_string()) == "shape after");
  CHECK(title_of(events[1]).find("afterTheFact") != std::string::npos);
  CHECK(std::string(events[2].child("rect").attribute("class").as_string()) == "shape");
}

TEST_CASE("pictures: whatever people wrote is words in the XML, and control characters are gone", "[pictures]") {
  const std::string wild = "<script>\"A & B\" 'c' ]]> \x01\x0b\x1f\xEF\xBF\xBE einde";
  const auto svg = timeline_picture(timeline({happening("2021-01-11 09:15", "2021-01-11 09:40", 1, {}, wild)}), plain_wording(), {wild, {wild}, {}});
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(is_well_formed(svg));
  for (const char c : svg) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  const auto document = parsed(svg);
  CHECK(std::string(document.child("svg").child("title").text().as_string()).find("<script>\"A & B\" 'c' ]]>") != std::string::npos);
  CHECK(title_of(marks(document, "event").at(0)).find("einde") != std::string::npos);
}

TEST_CASE("pictures: each says what it is to who does not see it, and is well formed, also with nothing to draw", "[pictures]") {
  const std::pair<Draw, ViewResult> empty[] = {{timeline_picture, timeline({})},
                                               {measures_picture, measures({})},
                                               {consents_picture, consents({})},
                                               {sharing_picture, result_of({"kind", "what", "party"}, {})}};
  for (const auto& [draw, result] : empty) {
    const auto svg = draw(result, plain_wording(), head);
    CHECK(is_well_formed(svg));
    const auto document = parsed(svg);
    const auto root = document.child("svg");
    CHECK(std::string(root.attribute("role").as_string()) == "img");
    CHECK(std::string(root.attribute("aria-labelledby").as_string()) == "title describes");
    CHECK(std::string(root.child("title").text().as_string()) == "Een titel");
    CHECK_FALSE(std::string(root.child("desc").text().as_string()).empty());
    CHECK(svg.find("Er is hier niets te tekenen.") != std::string::npos);
    CHECK(draw(result, plain_wording(), head) == svg);
  }
  CHECK(picture_of("timeline") != nullptr);
  CHECK(picture_of("roles") == nullptr);
}

TEST_CASE(
    "measures picture: one step per row in its lane, a bar from its first day to its last, cut where it was "
    "ended",
    "[pictures]") {
  const auto svg = measures_picture(measures({measure("lane.dwang", "2021-01-11 09:15", 906, Atom{Date{2021, 1, 11}}, Atom{Date{2022, 1, 11}}, {}, 1),
                                              measure("lane.dwang", "2021-07-11 09:15", 908, {}, Atom{Date{2021, 7, 11}}, {id(event, 1)}, 2),
                                              measure("lane.drang", "2021-02-01 09:15", 902, {}, Atom{Date{2021, 3, 1}}, {}, 3),
                                              measure("lane.safety", "2021-04-01 09:15", 607, Atom{Date{2021, 4, 1}}, {}, {}, 4)}),
                                    plain_wording(), head);
  const auto document = parsed(svg);
  const auto steps = marks(document, "step");
  REQUIRE(steps.size() == 4);
  // Drang first, then dwang.
  CHECK(title_of(steps[0]).find("kind902") != std::string::npos);
  CHECK(steps[0].find_child_by_attribute("rect", "class", "bar waiting"));
  const auto order = steps[1].find_child_by_attribute("rect", "class", "bar"), rest = steps[1].find_child_by_attribute("rect", "class", "bar cut");
  REQUIRE(order);
  REQUIRE(rest);
  CHECK(order.attribute("x").as_double() + order.attribute("width").as_double() == Approx(rest.attribute("x").as_double()).margin(0.2));
  CHECK(order.attribute("width").as_double() == Approx(rest.attribute("width").as_double()).epsilon(0.05));
  CHECK_FALSE(steps[2].find_child_by_attribute("rect", "class", "bar"));
  CHECK(title_of(steps[2]).find("geëindigd op 2021-07-11") != std::string::npos);
  CHECK(title_of(steps[3]).find("geen einddatum") != std::string::npos);
}

TEST_CASE("measures picture: an order without an end stops where a later one takes its place", "[pictures]") {
  const auto document =
      parsed(measures_picture(measures({measure("lane.dwang", "2012-09-01 00:00", 906, Atom{Date{2012, 9, 3}}, {}, {}, 1),
                                        measure("lane.dwang", "2019-03-08 12:00", 906, Atom{Date{2019, 3, 10}}, Atom{Date{2020, 3, 10}}, {id(event, 1)}, 2)}),
                              plain_wording(), head));
  const auto steps = marks(document, "step");
  REQUIRE(steps.size() == 2);
  const auto first = steps[0].find_child_by_attribute("rect", "class", "bar"), second = steps[1].find_child_by_attribute("rect", "class", "bar");
  CHECK(first.attribute("x").as_double() + first.attribute("width").as_double() == Approx(second.attribute("x").as_double()).margin(0.2));
  CHECK_FALSE(steps[0].find_child_by_attribute("path", "class", "point"));
  CHECK(title_of(steps[0]).find("opgevolgd op 2019-03-10") != std::string::npos);
}

TEST_CASE("consents picture: a bar while it holds, the end marked where it was withdrawn, a cross for a refusal", "[pictures]") {
  const auto document = parsed(consents_picture(
      consents({consent("state.revoked", Atom{Date{2021, 1, 1}}, Atom{Date{2022, 1, 1}}, Atom{TimeCell{at("2021-04-01 10:00")}}),
                consent("state.refused", Atom{Date{2021, 2, 1}}, {}), consent("state.inForce", Atom{Date{2021, 3, 1}}, Atom{Date{2022, 3, 1}})}),
      plain_wording(), head));
  const auto steps = marks(document, "step");
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].find_child_by_attribute("rect", "class", "bar over"));
  CHECK(steps[0].find_child_by_attribute("rect", "class", "bar cut"));
  CHECK(steps[0].find_child_by_attribute("line", "class", "stop"));
  CHECK(title_of(steps[0]).find("2021-04-01 10:00") != std::string::npos);
  CHECK_FALSE(steps[1].find_child_by_attribute("rect", "class", "bar"));
  CHECK(steps[1].find_child_by_attribute("line", "class", "stop"));
  CHECK(steps[2].find_child_by_attribute("rect", "class", "bar"));
  CHECK(title_of(steps[2]).find("state.inForce") != std::string::npos);
}

TEST_CASE("pictures: 129 events stay one drawing that other programs read", "[pictures]") {
  Rows rows;
  for (int n = 0; n < 129; ++n) {
    const auto date = fmt::format("20{:02}-{:02}-{:02} 09:00", 21 + n / 60, 1 + n / 6 % 12, 1 + n % 28);
    rows.push_back(happening(date, date, static_cast<std::uint8_t>(1 + n % 7), {id(subject, static_cast<std::uint8_t>(1 + n % 5))},
                             "Een regel van zo'n tachtig tekens over wat er die dag in het gezin gebeurde en wie erbij was."));
  }
  const auto svg = timeline_picture(timeline(std::move(rows)), plain_wording(), head);
  CHECK(marks(parsed(svg), "event").size() == 129);
  CHECK(marks(parsed(svg), "entry").size() == 129);
  CHECK(made_by("rsvg-convert {in} -o {out}", svg).starts_with("\x89PNG"));
}
