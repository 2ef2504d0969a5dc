// Pages as PDF, read back by the system's own programs.
#include <catch2/catch.hpp>

#include "tests/tools/pictures/drawn.h"
#include "tools/pictures/kitchen_page.h"
#include "tools/pictures/table_paper.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

const Micros printed = at("2021-10-01 12:00");
std::string table(const TablePaper& of) {
  auto bytes = table_pdf(of, plain_wording());
  REQUIRE(bytes);
  return *bytes;
}

ViewResult kitchen(std::vector<std::vector<Cell>> rows) {
  return result_of({"part", "words", "who", "role", "phone", "when", "every", "state", "wording", "belongsTo", "version", "event"}, std::move(rows));
}
const IdCell mine = id(schema::IdKind::SUBJECT, 1), goal_id = id(schema::IdKind::EVENT, 7);
std::vector<Cell> plan_row() {
  return {words("kitchen.plan"), {}, {}, {}, {}, Atom{Date{2021, 9, 14}}, {}, words("familyPlan"), {}, {}, Atom{std::int64_t{2}}, {}};
}
std::vector<Cell> goal_row(std::string text) {
  return {words("kitchen.goal"), words(std::move(text)), Atom{mine}, {}, {}, Atom{Date{2022, 4, 1}}, {}, {}, {}, {}, {}, Atom{goal_id}};
}
std::vector<Cell> task_row(std::string text, Cell belongs_to, Cell state = {}) {
  return {words("kitchen.task"), words(std::move(text)), words("Jeugdhulp"), {}, {}, {}, {}, std::move(state), {}, std::move(belongs_to), {}, {}};
}
std::vector<Cell> call_row(const char* who, const char* phone) {
  return {words("kitchen.call"), {}, words(who), words("wijkcoach"), words(phone), {}, {}, {}, {}, {}, {}, {}};
}
std::vector<Cell> meeting_row() {
  return {words("kitchen.meeting"), {}, words("Yara"), {}, {}, Atom{TimeCell{at("2022-03-08 10:00")}}, {}, {}, {}, {}, {}, {}};
}
std::string page(const ViewResult& result) {
  auto bytes = kitchen_pdf(result, plain_wording(), {"Marit", 266, printed, printed, {}});
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("table paper: title, head, rows, notes and how many pages stand in the text of the PDF", "[pictures]") {
  const auto pdf = table({"Tijdlijn", {"wanneer", "wat"}, {{"2021-01-11", "Noor is vaak moe & mist <lessen>"}}, {"1 van 3 getoond"}, printed});
  CHECK(pdf.starts_with("%PDF-"));
  const auto text = text_of_pdf(pdf);
  for (const auto* found : {"Tijdlijn", "wanneer", "Noor is vaak moe & mist <lessen>", "1 van 3 getoond", "blad 1 van 1", "afgedrukt op 1 oktober 2021"}) {
    INFO(found << " in\n" << text);
    CHECK(text.find(found) != std::string::npos);
  }
}

TEST_CASE("table paper: the same rows give the same bytes, other rows other bytes", "[pictures]") {
  const TablePaper one{"T", {"a"}, {{"x"}}, {}, printed}, other{"T", {"a"}, {{"y"}}, {}, printed};
  CHECK(table(one) == table(one));
  CHECK(table(one) != table(other));
}

TEST_CASE("table paper: many rows go over pages, with the head on each and no row lost", "[pictures]") {
  TablePaper many{"Lang", {"nummer", "woorden"}, {}, {"300 van 300 getoond"}, printed};
  for (int n = 1; n <= 300; ++n) many.rows.push_back({fmt::format("rij{:03}", n), "Een paar woorden over wat er was."});
  const auto pdf = table(many);
  const auto text = text_of_pdf(pdf);
  const auto pages = pages_of_pdf(pdf);
  REQUIRE(pages > 3);
  CHECK(count(text, "nummer") == pages);
  CHECK(count(text, fmt::format("van {}", pages)) == pages);
  for (int n = 1; n <= 300; ++n) CHECK(count(text, fmt::format("rij{:03}", n)) == 1);
  CHECK(count(text, "300 van 300 getoond") == 1);
}

TEST_CASE("table paper: a row longer than a page goes on over the page and loses no word", "[pictures]") {
  std::string longest;
  for (int n = 1; n <= 4000; ++n) longest += fmt::format("w{:04} ", n);
  const auto pdf = table({"Lang", {"a", "b"}, {{"kort", longest}, {"daarna", "laatste"}}, {"2 van 2 getoond"}, printed});
  const auto text = text_of_pdf(pdf);
  CHECK(pages_of_pdf(pdf) > 1);
  for (int n = 1; n <= 4000; ++n)
    if (count(text, fmt::format("w{:04}", n)) != 1) FAIL_CHECK("word " << n);
  CHECK(text.find("laatste") != std::string::npos);
}

TEST_CASE("table paper: no rows, control characters and other scripts make a page too", "[pictures]") {
  CHECK(text_of_pdf(table({"Leeg", {"a", "b"}, {}, {"0 van 0 getoond"}, printed})).find("0 van 0 getoond") != std::string::npos);
  const auto text = text_of_pdf(table({"Wild", {"a"}, {{std::string("voor\0na\x01", 8)}, {"Łódź Ελένη Омар"}}, {}, printed}));
  CHECK(text.find("voor na") != std::string::npos);
  CHECK(text.find("Łódź Ελένη Омар") != std::string::npos);
}

TEST_CASE("kitchen page: my words, who does what, whom to call, when we meet, and from which plan", "[pictures]") {
  const auto text = text_of_pdf(
      page(kitchen({plan_row(), goal_row("Ik blijf rustig als de kinderen druk zijn."), task_row("Opvoedondersteuning begint.", Atom{goal_id}),
                    task_row("Huur op automatisch.", {}, Atom{CodeCell{"taskStatus", "done"}}), call_row("Yara Linders", "06 12345678"), meeting_row()})));
  for (const auto* found : {"Mijn plan", "voor Marit · 1 oktober 2021", "“Ik blijf rustig als de kinderen druk zijn.”", "Mijn doel", "klaar op 1 april 2022",
                            "Opvoedondersteuning begint.", "Wat doen we nog meer?", "gedaan", "Yara Linders", "06 12345678", "dinsdag 8 maart 2022, 10:00 uur",
                            "met Yara", "versie 2", "14 september 2021", "gebeurtenis 266", "blad 1 van 1", "112"}) {
    INFO(found << " in\n" << text);
    CHECK(text.find(found) != std::string::npos);
  }
  CHECK(text.find("Opvoedondersteuning") < text.find("Wat doen we nog meer?"));
  CHECK(text.find("Huur op automatisch") > text.find("Wat doen we nog meer?"));
}

TEST_CASE("kitchen page: it is A4 upright, twice the same, and long plans go over more than one page without loss", "[pictures]") {
  std::vector<std::vector<Cell>> rows{plan_row()};
  for (int n = 1; n <= 12; ++n) {
    rows.push_back(goal_row(fmt::format("Doel{:02} is dat wij samen rustig aan tafel zitten en elkaar laten uitpraten.", n)));
    for (int m = 1; m <= 4; ++m) rows.push_back(task_row(fmt::format("Los{:02}{:02} doen wij.", n, m), {}));
  }
  const auto pdf = page(kitchen(rows));
  CHECK(pdf == page(kitchen(rows)));
  CHECK(pages_of_pdf(pdf) > 2);
  CHECK(made_by("pdfinfo {in} > {out}", pdf).find("A4") != std::string::npos);
  const auto text = text_of_pdf(pdf);
  for (int n = 1; n <= 12; ++n) CHECK(count(text, fmt::format("Doel{:02}", n)) == 1);
  for (int n = 1; n <= 12; ++n)
    for (int m = 1; m <= 4; ++m) CHECK(count(text, fmt::format("Los{:02}{:02}", n, m)) == 1);
}

TEST_CASE("kitchen page: without a plan, a date or a number there is room to write and no empty promise", "[pictures]") {
  auto none = kitchen({call_row("Yara Linders", "")});
  none.notes = {"plan.none", "kitchen.noMeeting"};
  const auto text = text_of_pdf(page(none));
  CHECK(text.find("Er is nog geen plan vastgesteld.") != std::string::npos);
  CHECK(text.find("Er is nog geen datum afgesproken.") != std::string::npos);
  CHECK(text.find("Wat wil ik zelf nog zeggen of vragen?") != std::string::npos);
  CHECK(text.find("Mijn doel") == std::string::npos);
}
