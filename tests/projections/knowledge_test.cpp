#include "projections/knowledge.h"

#include <rapidcheck.h>

#include "ledger/vault/part_seal.h"
#include "projections/case_views.h"
#include "projections/read_history.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

const ActorId helper = nth<ActorId>(5);
const OrganisationId club = nth<OrganisationId>(7);

Json heard(std::initializer_list<Json> references = {}) {
  Json out{{"kind", 503}, {"facts", {{"heard", text(lila)}, {"topics", {"wish"}}, {"alone", "no"}}}, {"parts", {words("words", {{"ownWords", "Rust."}}, text(lila))}}, {"references", Json::array()}};
  for (const auto& one : references) out["references"].push_back(one);
  return out;
}
Json item(const EventId& event) { return {{"event", to_text(event)}, {"part", 0}}; }
Json items(const std::vector<EventId>& events) {
  Json out = Json::array();
  for (const auto& event : events) out.push_back(item(event));
  return out;
}
Json share(const Json& recipient, const std::vector<EventId>& of) {
  return {{"kind", 408},
          {"facts", {{"recipients", {recipient}}, {"about", {text(lila)}}, {"categories", {"family"}}, {"purpose", "coordination"}, {"detail", "content"}, {"form", "ownInitiative"}, {"means", "phone"},
                     {"familyPresent", "no"}, {"knowledge", "withKnowledge"}, {"items", items(of)}}}};
}
Json meeting(const ActorId& chair, const std::vector<std::pair<ActorId, const char*>>& there, const std::vector<EventId>& of) {
  Json attendees = Json::array();
  for (const auto& [actor, presence] : there) attendees.push_back({{"actor", text(actor)}, {"role", "specialist"}, {"presence", presence}, {"mandated", "yes"}});
  return {{"kind", 501},
          {"facts", {{"meetingType", "mdo"}, {"discipline", "multi"}, {"chair", text(chair)}, {"attendees", attendees}, {"familyPresence", "present"}, {"about", {text(lila)}}, {"detail", "content"},
                     {"domains", {"housing"}}, {"items", items(of)}}},
          {"parts", {words("minutes", {{"minutes", "Besproken."}})}},
          {"references", Json::array()}};
}
Json decision(std::initializer_list<Json> references) {
  Json out{{"kind", 407},
           {"facts", {{"decision", "share"}, {"about", {text(lila)}}, {"recipients", {{{"class", "partner"}, {"org", text(housing)}}}}, {"purpose", "coordination"}, {"categories", {"housing"}},
                      {"detail", "content"}, {"basis", "publicTask"}, {"fromLaw", "wmo"}, {"toLaws", {"wmo"}}, {"route", "consent"}, {"art9", "none"}, {"art10", "none"},
                      {"recipientSecrecy", "none"}, {"knowledge", "withKnowledge"}}},
           {"references", Json::array()}};
  for (const auto& one : references) out["references"].push_back(one);
  return out;
}
Json look(const ActorId& viewer, const std::vector<EventId>& opened, std::size_t parts) {
  const std::string digest = std::string(42, 'B') + "E=";
  Json out{{"kind", 1301},
           {"facts", {{"viewer", text(viewer)}, {"cases", {{{"case", text(case_1)}, {"count", 1}, {"head", digest}}}}, {"view", "timeline"}, {"purpose", "helpExecution"}, {"parts", parts},
                      {"about", {text(lila)}}, {"classes", {"narrative"}}, {"filter", digest}}}};
  if (!opened.empty()) out["parts"] = Json::array({{{"part", "opened"}, {"fields", {{"parts", items(opened)}}}}});
  return out;
}

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

// The same rules, read off one by one for every event, as slowly and plainly as they are written in docs/domain.md §9.21.
namespace {

struct Made {
  EventId id;
  int kind = 503;
  ActorId author;
  Micros occurred = 0, recorded = 0;
  std::vector<std::size_t> refers;          // to earlier events
  std::vector<std::size_t> items;
  std::vector<std::pair<ActorId, bool>> there;
  ActorId to;                               // of a share; zero: to the organisation
};
using World = std::vector<Made>;

std::optional<std::pair<Micros, int>> plainly(const World& world, std::size_t of, const ActorId& who) {
  std::vector<std::pair<Micros, int>> proofs;  // when, and how weak
  const auto named = [&](const std::vector<std::size_t>& list) { return std::ranges::find(list, of) != list.end(); };
  if (world[of].kind != 1301 && world[of].author == who) proofs.push_back({world[of].recorded, 0});
  for (const Made& one : world) {
    if (one.kind == 1301 && one.author == who && named(one.items)) proofs.push_back({one.recorded, 1});
    if (one.kind == 501 && named(one.items))
      for (const auto& [actor, present] : one.there)
        if (actor == who && present) proofs.push_back({one.occurred, 2});
    if (one.kind == 408 && named(one.items) && one.to == who) proofs.push_back({one.occurred, 3});
    if (one.kind == 408 && named(one.items) && one.to.is_zero() && who == helper) proofs.push_back({one.occurred, 4});  // of the club
    if (one.kind != 1301 && one.author == who && (named(one.refers) || named(one.items))) proofs.push_back({one.recorded, 5});
  }
  if (proofs.empty()) return std::nullopt;
  return *std::ranges::min_element(proofs);
}

World random_world(Ledger& ledger) {
  const std::vector<ActorId> actors{coach, helper, protector};
  const auto pick = [&] { return actors[*rc::gen::inRange<std::size_t>(0, actors.size())]; };
  World world;
  Micros clock = local("2019-06-01 08:00");
  const auto count = *rc::gen::inRange<std::size_t>(3, 14);
  for (std::size_t n = 0; n < count; ++n) {
    Made made;
    clock += *rc::gen::inRange<Micros>(1, 200) * 60 * micros_per_second;
    made.recorded = clock;
    made.occurred = clock - *rc::gen::inRange<Micros>(0, 400) * 60 * micros_per_second;
    made.author = pick();
    made.kind = n == 0 ? 503 : *rc::gen::element(503, 503, 501, 408, 1301);
    const auto earlier = [&] {
      std::vector<std::size_t> out;
      for (std::size_t i = 0; i < n; ++i)
        if (world[i].kind != 1301 && *rc::gen::inRange(0, 3) == 0) out.push_back(i);
      return out;
    };
    if (made.kind == 503) made.refers = earlier();
    if (made.kind != 503) made.items = earlier();
    if (made.kind == 1301 && made.items.empty()) made.kind = 503;
    const auto ids = [&](const std::vector<std::size_t>& list) {
      std::vector<EventId> out;
      for (const auto i : list) out.push_back(world[i].id);
      return out;
    };
    Json draft = heard();
    for (const auto& id : ids(made.refers)) draft["references"].push_back(refer("concerns", id));
    if (made.kind == 501) {
      std::vector<std::pair<ActorId, const char*>> there;
      for (const auto& actor : actors) {
        const bool present = *rc::gen::inRange(0, 2) == 0;
        made.there.push_back({actor, present});
        there.push_back({actor, present ? "present" : "absentInvited"});
      }
      draft = meeting(officer, there, ids(made.items));
    }
    if (made.kind == 408) {
      if (*rc::gen::inRange(0, 2) == 0) made.to = pick();
      Json to{{"class", "partner"}, {"org", text(club)}};
      if (!made.to.is_zero()) to["actor"] = text(made.to);
      draft = share(to, ids(made.items));
    }
    if (made.kind == 1301) draft = look(made.author, ids(made.items), made.items.size());
    made.id = ledger.add(draft, {.occurred = local_text(made.occurred), .recorded = local_text(made.recorded), .actor = made.author, .kase = made.kind == 1301 ? std::nullopt : std::optional(case_1)});
    world.push_back(made);
  }
  return world;
}

}  // namespace

TEST_CASE("knowledge: in any case it is what the rules say one by one", "[knowledge][property]") {
  CHECK(rc::check("first proof of every event for every actor", [] {
    Ledger ledger;
    const World world = random_world(ledger);
    const Registry registry;
    const auto history = ReadHistory::of_case(ledger.log(), case_1, {});
    const auto looks = looks_of(ledger.log(), registry, case_1, {});
    RC_ASSERT(history.has_value());
    RC_ASSERT(looks.has_value());
    for (const auto& [actor, organisation] : {std::pair{coach, OrganisationId{}}, std::pair{helper, club}, std::pair{protector, OrganisationId{}}}) {
      const Knowledge knowledge(**history, registry, *looks, just(actor, organisation));
      for (std::size_t i = 0; i < world.size(); ++i) {
        if (world[i].kind == 1301) continue;
        const auto expected = plainly(world, i, actor);
        const Proof* found = knowledge.first(world[i].id);
        RC_ASSERT((found != nullptr) == expected.has_value());
        if (found == nullptr) continue;
        RC_ASSERT(found->since == expected->first);
        RC_ASSERT(static_cast<int>(found->word) == expected->second);
      }
    }
  }));
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
