#include "projections/knowledge.h"

#include "ledger/vault/part_seal.h"
#include "projections/case_views.h"
#include "projections/read_history.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"
#include "tests/projections/knowledge_given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

struct Read {
  ReadHistory history;
  std::vector<Look> looks;
};
Read read(const Ledger& ledger, const Registry& registry) {
  auto history = ReadHistory::of_case(ledger.log(), case_1, {});
  auto looks = looks_of(ledger.log(), registry, case_1, {});
  REQUIRE(history);
  REQUIRE(looks);
  return {std::move(*history), std::move(*looks)};
}
// "since word", or nothing.
std::string shown(const Ledger& ledger, const Knower& knower, const EventId& event) {
  const Registry registry;
  const auto of = read(ledger, registry);
  const Knowledge knowledge(*of.history, registry, of.looks, knower);
  const Proof* proof = knowledge.first(event);
  return proof == nullptr ? "" : local_text(proof->since).substr(0, 16) + " " + std::string(text_key(proof->word));
}
Knower just(const ActorId& actor, const OrganisationId& organisation = {}) { return {actor, organisation, {}, {}}; }

}  // namespace

TEST_CASE("knowledge: who wrote an event knew it when it was recorded, not when it occurred", "[knowledge]") {
  Ledger ledger;
  const auto event = ledger.add(heard(), {.occurred = "2019-06-11 10:00", .recorded = "2019-06-13 12:00"});
  CHECK(shown(ledger, just(coach), event) == "2019-06-13 12:00 known.wrote");
  CHECK(shown(ledger, just(helper), event).empty());
}

TEST_CASE("knowledge: who refers to an event knew that it existed, which does not show its words", "[knowledge]") {
  Ledger ledger;
  const auto event = ledger.add(heard());
  const auto answer = ledger.add(heard({refer("concerns", event)}), {.occurred = "2019-06-20 10:00", .actor = helper});
  CHECK(shown(ledger, just(helper), event) == "2019-06-20 10:30 known.referred");
  const Registry registry;
  const auto of = read(ledger, registry);
  const Knowledge knowledge(*of.history, registry, of.looks, just(helper));
  CHECK(knowledge.of_words(event) == nullptr);
  CHECK(knowledge.first(event)->by == answer);
  CHECK_FALSE(knowledge.knew(event, local("2019-06-20 10:29")));
  CHECK(knowledge.knew(event, local("2019-06-20 10:30")));
}

TEST_CASE("knowledge: at a meeting its items are known, by who was there, from its end", "[knowledge]") {
  Ledger ledger;
  const auto event = ledger.add(heard());
  auto met = meeting(coach, {{helper, "present"}, {protector, "absentInvited"}}, {event});
  met["occurred"] = {{"from", "2019-07-01T08:00:00Z"}, {"until", "2019-07-01T10:00:00Z"}, {"precision", "minute"}};
  ledger.add(met, {.occurred = "2019-07-01 10:00", .recorded = "2019-07-03 10:00", .actor = officer});
  CHECK(shown(ledger, just(helper), event) == "2019-07-01 12:00 known.attended");
  CHECK(shown(ledger, just(protector), event).empty());
  CHECK(shown(ledger, just(coach), event) == "2019-06-11 10:30 known.wrote");
}

TEST_CASE("knowledge: a meeting that executes a decision shows what the decision rests on, not its consents or the rest of the case", "[knowledge]") {
  Ledger ledger;
  const auto ground = ledger.add(heard()), other = ledger.add(heard());
  const auto decided = ledger.add(decision({refer("basedOn", ground), refer("underConsent", other)}), {.occurred = "2019-06-12 10:00"});
  auto met = meeting(coach, {{helper, "present"}}, {});
  met["references"].push_back(refer("executes", decided));
  ledger.add(met, {.occurred = "2019-07-01 10:00"});
  CHECK(shown(ledger, just(helper), ground) == "2019-07-01 10:00 known.attended");
  CHECK(shown(ledger, just(helper), other).empty());
}

TEST_CASE("knowledge: a share in person is stronger than one to the organisation, and one to a colleague is neither", "[knowledge]") {
  Ledger ledger;
  const auto first = ledger.add(heard()), second = ledger.add(heard()), third = ledger.add(heard());
  ledger.add(share({{"class", "partner"}, {"org", text(club)}}, {first}), {.occurred = "2019-06-12 10:00"});
  ledger.add(share({{"class", "partner"}, {"org", text(club)}, {"actor", text(helper)}}, {second}), {.occurred = "2019-06-13 10:00"});
  ledger.add(share({{"class", "partner"}, {"org", text(club)}, {"actor", text(protector)}}, {third}), {.occurred = "2019-06-14 10:00"});
  CHECK(shown(ledger, just(helper, club), first) == "2019-06-12 10:00 known.receivedByOrganisation");
  CHECK(shown(ledger, just(helper, club), second) == "2019-06-13 10:00 known.received");
  CHECK(shown(ledger, just(helper, club), third).empty());
  CHECK(shown(ledger, just(helper), first).empty());
}

TEST_CASE("knowledge: what was opened is what the list of a look says, by who signed it", "[knowledge]") {
  Ledger ledger;
  const auto event = ledger.add(heard()), other = ledger.add(heard());
  ledger.add(look(helper, {event}, 1), {.occurred = "2019-06-15 09:00", .recorded = "2019-06-15 09:00", .actor = helper, .kase = std::nullopt});
  CHECK(shown(ledger, just(helper), event) == "2019-06-15 09:00 known.opened");
  CHECK(shown(ledger, just(helper), other).empty());
  CHECK(shown(ledger, just(protector), event).empty());
}

TEST_CASE("knowledge: a look without its list, or with part of it, shows nothing more and is said to be incomplete", "[knowledge]") {
  Ledger ledger;
  const auto event = ledger.add(heard());
  ledger.add(look(helper, {}, 3), {.occurred = "2019-06-15 09:00", .actor = helper, .kase = std::nullopt});
  CHECK(shown(ledger, just(helper), event).empty());
  const Registry registry;
  CHECK_FALSE(read(ledger, registry).looks.at(0).is_whole);
  const auto asked = query_case_view("reconstruct", ledger.log(), registry, {.kase = case_1, .now = local("2020-01-01 10:00"), .known_to = helper});
  REQUIRE(asked);
  CHECK(std::ranges::find(asked->notes, "reconstruct.lists") != asked->notes.end());
}

TEST_CASE("known to: a view shows what somebody can be shown to have known by that day, and concludes from no more", "[knowledge]") {
  Ledger ledger;
  Json consent{{"kind", 402},
               {"facts", {{"consentKind", "hulpverlening"}, {"about", {text(lila)}}, {"grantor", text(lila)}, {"capacity", "self"}, {"ageBand", "from16to17"}, {"law", "jeugdwet"},
                          {"purposes", {"executingHelp"}}, {"validFrom", "2019-06-11"}, {"form", "writtenSigned"}, {"capacityJudged", "notInDoubt"}, {"pressure", "none"}}}};
  const auto given = ledger.add(consent, {.actor = helper});
  Json withdrawn{{"kind", 404}, {"facts", {{"grantor", text(lila)}, {"effectiveFrom", "2019-06-20T10:00:00Z"}, {"means", "homePlanned"}}}, {"references", {refer("withdraws", given)}}};
  ledger.add(withdrawn, {.occurred = "2019-06-20 12:00", .actor = coach});
  const Registry registry;
  const auto consents = [&](const ActorId& actor, const char* day) {
    const auto result = query_case_view("consents", ledger.log(), registry, {.kase = case_1, .now = local(day), .known_to = actor});
    REQUIRE(result);
    return *result;
  };
  // The helper wrote the consent and knew of no withdrawal; the coach referred to it when it was withdrawn.
  CHECK(codes(consents(helper, "2019-07-01 10:00"), 0, "state") == "state.inForce");
  CHECK(codes(consents(coach, "2019-07-01 10:00"), 0, "state") == "state.revoked");
  CHECK(consents(coach, "2019-06-19 10:00").rows.empty());
}

TEST_CASE("known to: rows of a kept view are left out when their event was not known", "[knowledge]") {
  Ledger ledger;
  const auto own = ledger.add(heard(), {.actor = helper}), other = ledger.add(heard());
  ViewResult rows;
  for (const auto& event : {own, other}) rows.rows.push_back({ledger.index_of(event), {}});
  const Registry registry;
  REQUIRE(keep_known(rows, ledger.log(), registry, {.kase = case_1, .now = local("2020-01-01 10:00"), .known_to = helper}));
  REQUIRE(rows.rows.size() == 1);
  CHECK(rows.rows[0].index == ledger.index_of(own));
  CHECK(std::ranges::find(rows.notes, "known.rows") != rows.notes.end());
}
