// The drawing of the privacy log: who shared what with whom, and what stands under it instead.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "tests/tools/pictures/drawn.h"
#include "tools/pictures/picture.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

constexpr auto subject = schema::IdKind::SUBJECT, organisation = schema::IdKind::ORGANISATION;
const PictureHead head{"Een titel", {"1 van 1 getoond"}, at("2021-06-01 10:00")};

using Rows = std::vector<std::vector<Cell>>;
ViewResult privacy(Rows rows) {
  return result_of({"occurred", "kind", "what", "by", "organisation", "about", "party", "categories",
                    "purpose", "words", "flags"},
                   std::move(rows));
}
std::vector<Cell> share(std::uint16_t kind, const char* what, std::uint8_t from, std::vector<Atom> to,
                        std::vector<Atom> about, std::vector<Atom> data) {
  return {Atom{TimeCell{at("2021-01-11 09:15")}},
          Atom{KindCell{kind}},
          Atom{CodeCell{"shareDecision", what}},
          Atom{id(schema::IdKind::ACTOR, 9)},
          Atom{id(organisation, from)},
          many(std::move(about)),
          many(std::move(to)),
          many(std::move(data)),
          {},
          {},
          many({})};
}

}  // namespace

TEST_CASE(
    "sharing picture: one flow for who, to whom and about whom, with how often, a question or advice is no "
    "flow, a decision one once it is carried out",
    "[pictures]") {
  const CodeCell debts{"dataCategory", "debts"}, housing{"dataCategory", "housing"};
  const auto document = parsed(sharing_picture(
      privacy({share(408, "share", 1, {id(organisation, 2)}, {id(subject, 1)}, {debts}),
               share(408, "share", 1, {id(organisation, 2)}, {id(subject, 1)}, {debts, housing}),
               share(501, "mdo", 1, {id(organisation, 2), id(organisation, 3)}, {id(subject, 2)}, {}),
               share(407, "share", 1, {id(organisation, 2)}, {id(subject, 1)}, {debts}),
               share(407, "doNotShare", 1, {id(organisation, 4)}, {id(subject, 1)}, {debts}),
               share(410, "rights", 1, {}, {id(subject, 1)}, {}),
               share(405, "incoming", 1, {id(organisation, 5)}, {id(subject, 1)}, {debts}),
               share(406, "advice", 1, {id(organisation, 5)}, {}, {}),
               share(410, "shared", 1, {id(subject, 1)}, {id(subject, 1)}, {debts}),
               share(1302, "export", 1, {id(organisation, 5)}, {id(subject, 1)}, {})}),
      plain_wording(), head));
  const auto flows = marks(document, "share");
  REQUIRE(flows.size() == 4);
  std::map<std::string, unsigned> rows;
  for (const auto& flow : flows) {
    const auto first = title_of(flow).substr(0, title_of(flow).find('\n'));
    rows[first] += flow.attribute("data-rows").as_uint();
  }
  CHECK(rows["O1 → O2"] == 3);
  CHECK(rows["O1 → O3"] == 1);
  CHECK(rows["O1 → O4 (besloten niet te delen)"] == 1);
  CHECK(marks(document, "party").size() == 4);
  const std::string all =
      sharing_picture(privacy({share(408, "share", 1, {id(organisation, 2)}, {id(subject, 1)}, {debts}),
                               share(408, "share", 1, {id(organisation, 2)}, {id(subject, 1)}, {debts})}),
                      plain_wording(), head);
  CHECK(all.find("debts (2×)") != std::string::npos);
  CHECK(all.find("2 van 2 regels getekend") != std::string::npos);
}

TEST_CASE(
    "sharing picture: a request to the court and a bundle for a board are drawn, a colleague is nobody to "
    "share with",
    "[pictures]") {
  const CodeCell court{"recipientClass", "court"};
  const auto document = parsed(sharing_picture(
      privacy({share(905, "ots", 1, {court}, {id(subject, 1)}, {}),
               share(1303, "tuchtcollege", 2, {id(organisation, 6)}, {}, {}),
               share(501, "mdo", 1, {id(organisation, 1), id(organisation, 3)}, {id(subject, 1)}, {}),
               share(501, "mdo", 1, {id(organisation, 1)}, {id(subject, 1)}, {})}),
      plain_wording(), head));
  std::set<std::string> flows;
  for (const auto& flow : marks(document, "share"))
    flows.insert(title_of(flow).substr(0, title_of(flow).find('\n')));
  CHECK(flows == std::set<std::string>{"O1 → O3", "O1 → court", "O2 → O6"});
}

TEST_CASE("sharing picture: every row that is not drawn is named under it, with its number", "[pictures]") {
  const auto svg = sharing_picture(
      privacy({share(408, "share", 1, {id(organisation, 2)}, {}, {}),
               share(1303, "betrokkene", 1, {}, {}, {}), share(501, "mdo", 1, {id(organisation, 1)}, {}, {}),
               share(407, "share", 1, {id(organisation, 2)}, {}, {}),
               share(407, "share", 1, {id(organisation, 3)}, {}, {}),
               share(905, "words.guarded", 1, {}, {}, {})}),
      plain_wording(), head);
  CHECK(svg.find("1 van 6 regels getekend") != std::string::npos);
  CHECK(svg.find("Niet getekend: kind1303 (zonder ontvanger) 1×, kind407 2×, kind501 (binnen de organisatie) "
                 "1×, kind905 (afgeschermd) 1×") != std::string::npos);
}
