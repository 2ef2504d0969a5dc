// What the example families show of knowledge and rights, against what is written down for readers and against the rows themselves.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "projections/case_views.h"
#include "projections/event_detail.h"
#include "projections/knowledge.h"
#include "tests/projections/ask.h"
#include "tests/tools/families/loaded.h"
#include "tools/families/family_data.h"

namespace inzicht::families {
namespace {

using testing::cell;
using testing::codes;
using testing::holds;
using testing::the;

Micros moment(std::string text) {
  if (const auto t = text.find('T'); t != std::string::npos) text[t] = ' ';
  const auto date = parse_date(text);
  return date ? local_midnight(*date) + micros_per_day - 1 : parse_local(text).value();
}
ActorId actor(const Loaded& loaded, const std::string& id) { return ActorId::from(loaded.stage->id_of(schema::IdKind::ACTOR, id).value()).value(); }
OrganisationId organisation(const Loaded& loaded, const std::string& id) { return OrganisationId::from(loaded.stage->id_of(schema::IdKind::ORGANISATION, id).value()).value(); }

ViewResult ask(const Loaded& loaded, std::string_view view, ViewQuery query) {
  if (!query.now) query.now = loaded.stage->ledger().clock().now();
  query.guarded_facts = true;
  auto result = loaded.stage->ledger().service().with_registry([&](const Registry& registry) { return query_case_view(view, loaded.stage->ledger().log(), registry, query); });
  INFO((result ? "" : result.error().text));
  REQUIRE(result);
  return *result;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string out;
  for (const auto& one : pieces) out += (out.empty() ? "" : ", ") + one;
  return out;
}
// A cell by the table's numbers and names, and keys of texts without what stands before the dot.
std::string told(const Loaded& loaded, const ViewResult& result, std::size_t row, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& atom : cell(result, row, key).atoms) {
    if (const auto* id = std::get_if<IdCell>(&atom)) {
      const auto n = id->kind == schema::IdKind::EVENT ? loaded.row_of(EventId{id->id}) : 0;
      out.push_back(n > 0 ? std::to_string(n) : loaded.stage->name_of(id->kind, {id->id.begin(), id->id.end()}));
    }
    if (const auto* text = std::get_if<TextCell>(&atom)) out.push_back(text->key.substr(text->key.find('.') + 1));
    if (const auto* code = std::get_if<CodeCell>(&atom)) out.push_back(code->code);
    if (const auto* number = std::get_if<std::int64_t>(&atom)) out.push_back(std::to_string(*number));
    if (const auto* time = std::get_if<TimeCell>(&atom)) out.push_back(local_text(time->at).substr(0, 16));
  }
  return joined(out);
}
std::optional<std::size_t> row_of(const Loaded& loaded, const ViewResult& result, const std::string& number) {
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    if (told(loaded, result, i, "event") == number) return i;
  return std::nullopt;
}
std::set<std::string> rows_of(const Loaded& loaded, const ViewResult& result, std::string_view section = {}) {
  std::set<std::string> out;
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    if (section.empty() || told(loaded, result, i, "section") == section) out.insert(told(loaded, result, i, "event"));
  return out;
}

// "voor: w1 | op: 2021-10-11T09:00 | gebeurtenis: 63 | bekend: yes".
std::vector<std::pair<std::string, std::string>> claims_of(const std::string& line) {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t from = 0; from <= line.size();) {
    const auto end = std::min(line.find(" | ", from), line.size());
    const auto piece = line.substr(from, end - from);
    const auto colon = piece.find(':');
    REQUIRE(colon != std::string::npos);
    out.emplace_back(piece.substr(0, colon), piece.size() > colon + 2 ? piece.substr(colon + 2) : "");
    from = end + 3;
  }
  return out;
}

// "referred 65": the words with the events that prove them.
std::string how(const Loaded& loaded, const ViewResult& result, std::size_t row) {
  std::vector<std::string> out;
  const auto& words = cell(result, row, "knownBy").atoms;
  const auto& proven = cell(result, row, "provenBy").atoms;
  REQUIRE(words.size() == proven.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& key = std::get<TextCell>(words[i]).key;
    const EventId by{std::get<IdCell>(proven[i]).id};
    out.push_back(fmt::format("{} {}", key.substr(key.find('.') + 1), loaded.row_of(by)));
  }
  return joined(out);
}

std::string standing_of_kind(const Loaded& loaded, const ViewResult& result, const std::string& kind) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    if (std::to_string(the<KindCell>(result, i, "kind").kind) == kind && told(loaded, result, i, "section") == "grounds") out.push_back(told(loaded, result, i, "event"));
  return joined(out);
}

void check_claims(const Loaded& loaded, const std::string& file) {
  static const std::map<std::string, std::string> columns{{"deel", "section"}, {"vastgelegd", "recordedThen"}, {"bekend", "knownThen"}, {"sinds", "knownSince"}, {"stand", "standing"},
                                                          {"aan", "recipients"}, {"wat", "what"}, {"eigen stappen", "ownSteps"}, {"gecorrigeerd", "correctedBy"}, {"later gecorrigeerd", "correctedSince"}};
  std::map<std::string, ViewResult> asked;
  std::size_t checked = 0;
  for (const auto& line : read_lines(file)) {
    INFO(line);
    const auto claims = claims_of(line);
    REQUIRE(claims.size() >= 3);
    const std::string key = claims[0].second + claims[1].second;
    if (!asked.contains(key)) asked.emplace(key, ask(loaded, "reconstruct", {.kase = loaded.report.kase, .known_to = actor(loaded, claims[0].second), .at = moment(claims[1].second)}));
    const ViewResult& result = asked.at(key);
    std::optional<std::size_t> row;
    for (std::size_t i = 2; i < claims.size(); ++i) {
      const auto& [what, expected] = claims[i];
      ++checked;
      if (what == "gebeurtenis") {
        row = row_of(loaded, result, expected);
        REQUIRE(row);
      } else if (what.starts_with("geldt ")) {
        CHECK(standing_of_kind(loaded, result, what.substr(6)) == expected);
      } else if (what == "hoe") {
        CHECK(how(loaded, result, *row) == expected);
      } else {
        REQUIRE(columns.contains(what));
        CHECK(what + ": " + told(loaded, result, *row, columns.at(what)) == what + ": " + expected);
      }
    }
  }
  CHECK(checked > 10);
}

std::set<std::string> rows_by(const std::string& family, const std::string& who) {
  std::set<std::string> out;
  const auto rows = parse_family(family_rows(family)).value();
  for (const auto& row : rows)
    if (row.who == who) out.insert(std::to_string(row.n));
  return out;
}
bool says(const ViewResult& result, std::string_view note) { return std::ranges::find(result.notes, note) != result.notes.end(); }

}  // namespace

TEST_CASE("family huurschuld: what its people can be shown to have known is what is written down", "[families][knowledge]") {
  static const Loaded loaded = load("huurschuld");  // once: nothing here records
  check_claims(loaded, "huurschuld-reconstructie.txt");

  SECTION("and the only gate rule departed from is DRANG-01, once and with a motive") {
    const auto result = ask(loaded, "deviations", {.kase = loaded.report.kase});
    std::size_t deviating = 0;
    for (std::size_t i = 0; i < result.rows.size(); ++i)
      if (the<std::int64_t>(result, i, "deviating") > 0) {
        ++deviating;
        CHECK(the<RuleCell>(result, i, "rule").rule == "DRANG-01");
        CHECK(told(loaded, result, i, "events") == "26");
      }
    CHECK(deviating == 1);
  }

  SECTION("and about Lila three organisations hold something, about Marko none") {
    const auto result = ask(loaded, "recipients", {.kase = loaded.report.kase});
    std::set<std::string> about_lila;
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
      CHECK_FALSE(told(loaded, result, i, "person") == "P");
      if (told(loaded, result, i, "person") == "J") about_lila.insert(told(loaded, result, i, "recipient"));
    }
    CHECK(about_lila == std::set<std::string>{"O4", "O7", "O14"});
  }
}

TEST_CASE("family voorbeeld: knowledge and rights are what its table expects", "[families][knowledge]") {
  static const Loaded loaded = load("voorbeeld");
  const CaseId kase = loaded.report.kase;

  SECTION("what its people can be shown to have known is what is written down") { check_claims(loaded, "voorbeeld-reconstructie.txt"); }

  SECTION("on the evening of the intervention no consent and no decision reaches Veilig Thuis") {
    const auto result = ask(loaded, "reconstruct", {.kase = kase, .extra = "grounds", .known_to = actor(loaded, "w1"), .at = moment("2022-01-14T21:30")});
    REQUIRE_FALSE(result.rows.empty());
    for (std::size_t i = 0; i < result.rows.size(); ++i) CHECK_FALSE(holds(result, i, "recipients", organisation(loaded, "O11")));
  }

  SECTION("a view for Yara on 20 October 2021 has no trace of Tom's call, and one for 3 November has") {
    const auto shares = [&](const char* day) { return rows_of(loaded, ask(loaded, "reconstruct", {.kase = kase, .kind = std::uint16_t{408}, .extra = "known", .known_to = actor(loaded, "w1"), .at = moment(day)})); };
    CHECK(shares("2021-10-20") == std::set<std::string>{"46", "74"});
    CHECK(shares("2021-11-03") == std::set<std::string>{"46", "74", "76"});
    const auto worklist = [&](const char* day) { return rows_of(loaded, ask(loaded, "worklist", {.kase = kase, .now = moment(day), .known_to = actor(loaded, "w1")})); };
    CHECK_FALSE(worklist("2021-10-30").contains("76"));
    CHECK(worklist("2021-11-03").contains("76"));
  }

  SECTION("Ruben sees nothing of 72 to 74 while telling him is postponed, no row, nothing left out and no count; afterwards he does") {
    const auto of_ruben = [&](const char* day) { return ask(loaded, "inspection", {.kase = kase, .person = loaded.person("F"), .now = moment(day)}); };
    const auto during = ask(loaded, "inspection", {.kase = kase, .person = loaded.person("F"), .recorded_until = moment("2021-10-20")});
    for (const auto* hidden : {"72", "73", "74"}) CHECK_FALSE(rows_of(loaded, during).contains(hidden));
    CHECK(during.total == during.rows.size());
    const auto before = ask(loaded, "inspection", {.kase = kase, .person = loaded.person("F"), .recorded_until = moment("2021-10-11T08:59")});
    CHECK(during.total == before.total);
    const auto after = ask(loaded, "inspection", {.kase = kase, .person = loaded.person("F"), .recorded_until = moment("2021-11-09")});
    const auto rows = rows_of(loaded, after);
    for (const auto* shown : {"73", "74", "80"}) CHECK(rows.contains(shown));
    CHECK(of_ruben("2021-11-09").total >= after.total);
  }

  SECTION("Marit's inspection leaves out others, the reporter and professionals by name, and says so") {
    const auto result = ask(loaded, "inspection", {.kase = kase, .person = loaded.person("M")});
    const auto shown = rows_of(loaded, result, "about"), left_out = rows_of(loaded, result, "leftOut");
    CHECK(shown.contains("13"));
    CHECK(shown.contains("6"));
    CHECK_FALSE(shown.contains("30"));  // Noor's own words
    CHECK(left_out.contains("32"));     // the others in the assessment
    CHECK(left_out.contains("6"));
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
      if (told(loaded, result, i, "event") == "6" && told(loaded, result, i, "section") == "leftOut") CHECK(codes(result, i, "ground") == "sourceProtection");
      for (const auto& one : result.rows[i].cells)
        for (const auto& atom : one.atoms)
          if (const auto* id = std::get_if<IdCell>(&atom)) CHECK((id->kind == schema::IdKind::EVENT || id->kind == schema::IdKind::ORGANISATION));
    }
    const auto looked = ask(loaded, "inspection", {.kase = kase, .person = loaded.person("M"), .extra = "seen"});
    REQUIRE(looked.rows.size() == 1);
    CHECK(codes(looked, 0, "role") == "specialist");
    CHECK(codes(looked, 0, "what") == "emergency");
  }

  SECTION("after the correction of 108 youth help was told (109), the municipality and the school still wait") {
    const auto result = ask(loaded, "recipients", {.kase = kase, .person = loaded.person("M"), .recorded_until = moment("2022-05-31")});
    std::map<std::string, std::pair<std::string, std::string>> notices;
    for (std::size_t i = 0; i < result.rows.size(); ++i) notices[told(loaded, result, i, "recipient")] = {told(loaded, result, i, "noticesOpen"), told(loaded, result, i, "noticesDone")};
    CHECK(notices["O1"] == std::pair<std::string, std::string>{"108", ""});
    CHECK(notices["O3"] == std::pair<std::string, std::string>{"108", ""});
    CHECK(notices["O5"] == std::pair<std::string, std::string>{"", "109"});
    // TERM-12 waits for the same two.
    const auto waits = ask(loaded, "deadlines", {.kase = kase, .recorded_until = moment("2022-05-31")});
    std::set<std::string> parties;
    for (std::size_t i = 0; i < waits.rows.size(); ++i)
      if (the<RuleCell>(waits, i, "rule").rule == "TERM-12") parties.insert(told(loaded, waits, i, "party"));
    CHECK(parties == std::set<std::string>{"O1", "O3"});
    const auto open = ask(loaded, "recipients", {.kase = kase, .recorded_until = moment("2022-05-31"), .extra = "open"});
    CHECK(open.rows.size() == 2);
    CHECK(open.total > 2);
    // Before the correction nobody waited for anything.
    CHECK(ask(loaded, "recipients", {.kase = kase, .recorded_until = moment("2022-05-22"), .extra = "open"}).rows.empty());
  }

  SECTION("a practical school holds something about Daan, without a decision, since the call of 76") {
    const auto result = ask(loaded, "recipients", {.kase = kase, .person = loaded.person("C16")});
    REQUIRE(result.rows.size() == 2);  // the school, and the disciplinary board by the bundle of the case
    for (std::size_t i = 0; i < 2; ++i) {
      if (told(loaded, result, i, "recipient") != "O10") continue;
      CHECK(told(loaded, result, i, "events") == "76");
      CHECK(told(loaded, result, i, "first") == "2021-10-13 15:00");
    }
  }

  SECTION("the dossier of Yara holds all her rows and no others, without a gap in her signatures") {
    const auto result = ask(loaded, "dossier", {.actor = actor(loaded, "w1")});
    CHECK(rows_of(loaded, result) == rows_by("voorbeeld", "w1"));
    CHECK(says(result, "dossier.complete"));
    const auto month = ask(loaded, "dossier", {.actor = actor(loaded, "w1"), .occurred_from = moment("2021-10-08T00:00"), .recorded_until = moment("2021-10-08")});
    CHECK(rows_of(loaded, month) == std::set<std::string>{"70", "71"});
    CHECK(says(month, "dossier.complete"));
    CHECK(codes(month, 0, "register") == "skj,registered");
  }

  SECTION("Karel's dossier says what he co-signed, and Pim's what he looked at") {
    const auto karel = ask(loaded, "dossier", {.actor = actor(loaded, "t1")});
    const auto row = row_of(loaded, karel, "123");
    REQUIRE(row);
    CHECK(codes(karel, *row, "hand") == "dossier.cosigned");
    const auto pim = ask(loaded, "dossier", {.actor = actor(loaded, "x1"), .extra = "viewed"});
    CHECK(rows_of(loaded, pim) == std::set<std::string>{"102"});
  }

  SECTION("retention: the reporter is erased with one header purged, the hold of the disciplinary case is over, the case is kept twenty years") {
    const auto result = ask(loaded, "retention", {.kase = kase});
    const auto erased = row_of(loaded, result, "123"), hold = row_of(loaded, result, "126");
    REQUIRE(erased);
    REQUIRE(hold);
    CHECK(codes(result, *erased, "state") == "retention.erased");
    CHECK(the<std::int64_t>(result, *erased, "partsErased") == 2);
    CHECK(the<std::int64_t>(result, *erased, "headersPurged") == 1);
    CHECK(told(loaded, result, *erased, "executed") == "124");
    CHECK(codes(result, *hold, "state") == "state.over");
    const auto cases = ask(loaded, "retention", {.kase = kase, .extra = "case"});
    REQUIRE(cases.rows.size() == 2);
    // Soonest first.
    CHECK(codes(cases, 1, "law") == "jeugdwet");
    CHECK(the<Date>(cases, 1, "due") == Date{2045, 4, 22});
    CHECK(codes(cases, 1, "state") == "retention.keep");
    // While the complaint ran the hold stood.
    const auto held = ask(loaded, "retention", {.kase = kase, .recorded_until = moment("2024-12-01"), .extra = "held"});
    CHECK_FALSE(held.rows.empty());
  }

  SECTION("deviations: the call without a decision is the only share after the fact") {
    const auto result = ask(loaded, "deviations", {.kase = kase});
    std::set<std::string> after;
    for (std::size_t i = 0; i < result.rows.size(); ++i)
      if (the<std::int64_t>(result, i, "afterTheFact") > 0) {
        after.insert(the<RuleCell>(result, i, "rule").rule);
        CHECK(told(loaded, result, i, "events") == "76");
      }
    CHECK(after == std::set<std::string>{"SHARE-01", "SHARE-10"});
  }

  SECTION("one event shows what it refers to and what refers to it") {
    const auto& log = loaded.stage->ledger().log();
    const auto detail = event_detail(log, loaded.report.events[67], {.guarded_facts = true}, std::nullopt);
    REQUIRE(detail);
    std::set<std::string> to, from;
    for (std::size_t i = 0; i < detail->rows.size(); ++i) {
      const auto section = codes(*detail, i, "section");
      if (section != "event.refersTo" && section != "event.referredBy") continue;
      (section == "event.refersTo" ? to : from).insert(std::to_string(loaded.row_of(EventId{the<IdCell>(*detail, i, "value").id})));
    }
    CHECK(to == std::set<std::string>{"63", "65", "66"});
    for (const auto* row : {"69", "70", "72", "75", "80", "83", "88", "92", "110"}) CHECK(from.contains(row));
  }
}

}  // namespace inzicht::families
