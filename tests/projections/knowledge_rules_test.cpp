// What somebody can be shown to have known, against the rules read off one by one for every event, as slowly
// and plainly as they are written in docs/domain.md §9.21.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "crypto/encoding.h"
#include "projections/knowledge.h"
#include "projections/read_history.h"
#include "tests/projections/knowledge_given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Numbers =
    std::vector<std::size_t>;  // of earlier events; the number of an event is its index in the log

struct Made {
  EventId id;
  int kind = 503;
  ActorId author;
  std::vector<ActorId> cosigners;
  Micros occurred = 0, recorded = 0;
  SubjectId about = lila;
  Numbers refers;    // in references, whatever the relation
  Numbers grounds;   // of a decision (407): what it answers, concerns or is based on
  Numbers executes;  // of a meeting: decisions
  Numbers items;
  std::vector<std::pair<ActorId, bool>> there;
  ActorId to;                       // of a share; zero: to the organisation
  SubjectId person;                 // to whom a copy (1203) went
  std::size_t first = 0, last = 0;  // what the copy was of
  Numbers left_out;                 // their first part
  bool in_short = false;            // the copy names a digest in place of its list

  bool is_look() const { return kind == 1301 || kind == 1302; }
};
using World = std::vector<Made>;

bool has(const auto& list, const auto& one) { return std::ranges::find(list, one) != list.end(); }

struct Who {
  ActorId actor;
  OrganisationId organisation;
  SubjectId person;
};
const std::vector<Who> everybody{{coach, {}, {}}, {helper, club, marko}, {protector, {}, lila}};

KeyId second_key(const ActorId& actor) { return KeyId{static_cast<std::uint8_t>(0x80 + actor.bytes[15])}; }
Knower knower(const Who& who) {
  Knower out{who.actor, who.organisation, {second_key(who.actor)}, {}};
  if (!who.person.is_zero()) out.persons.push_back(who.person);
  return out;
}

bool signed_by(const Made& one, const ActorId& actor) {
  return !one.is_look() && (one.author == actor || has(one.cosigners, actor));
}

bool was_there(const Made& one, const ActorId& actor) { return has(one.there, std::pair(actor, true)); }

// At a meeting: its items, and what the decisions that it executes are about.
bool spoken_of(const World& world, const Made& meeting, std::size_t of) {
  return has(meeting.items, of) || std::ranges::any_of(meeting.executes, [&](std::size_t decision) {
           return has(world[decision].grounds, of);
         });
}

// Only statements and meetings have words.
bool copied(const World& world, const Made& copy, std::size_t of) {
  const bool has_words = world[of].kind == 503 || world[of].kind == 501;
  return has_words && !copy.in_short && copy.first <= of && of <= copy.last &&
         world[of].about == copy.about && !has(copy.left_out, of);
}

bool names_event(const Made& one, std::size_t of) {
  return has(one.refers, of) || has(one.items, of) || has(one.left_out, of);
}

std::optional<std::pair<Micros, int>> plainly(const World& world, std::size_t of, const Who& who) {
  std::vector<std::pair<Micros, int>> proofs;  // when, and how weak
  if (signed_by(world[of], who.actor)) proofs.push_back({world[of].recorded, 0});
  for (const Made& one : world) {
    if (one.is_look() && one.author == who.actor && has(one.items, of)) proofs.push_back({one.recorded, 1});
    if (one.kind == 1203 && one.person == who.person && copied(world, one, of))
      proofs.push_back({one.recorded, 1});
    if (one.kind == 501 && was_there(one, who.actor) && spoken_of(world, one, of))
      proofs.push_back({one.occurred, 2});
    if (one.kind == 408 && has(one.items, of) && one.to == who.actor) proofs.push_back({one.occurred, 3});
    if (one.kind == 408 && has(one.items, of) && one.to.is_zero() && who.organisation == club)
      proofs.push_back({one.occurred, 4});
    if (signed_by(one, who.actor) && names_event(one, of)) proofs.push_back({one.recorded, 5});
  }
  if (proofs.empty()) return std::nullopt;
  return *std::ranges::min_element(proofs);
}

class Maker {
 public:
  explicit Maker(Ledger& ledger) : ledger_(ledger) {}

  World make(std::size_t count) {
    for (std::size_t n = 0; n < count; ++n)
      add(n == 0 ? 503 : *rc::gen::element(503, 503, 501, 408, 407, 1203, 1301, 1302));
    return std::move(world_);
  }

 private:
  static bool chance(int of) { return *rc::gen::inRange(0, of) == 0; }
  static ActorId somebody() { return everybody[*rc::gen::inRange<std::size_t>(0, everybody.size())].actor; }
  Numbers earlier(int kind = 0) const {
    Numbers out;
    for (std::size_t i = 0; i < world_.size(); ++i)
      if (!world_[i].is_look() && (kind == 0 || world_[i].kind == kind) && chance(3)) out.push_back(i);
    return out;
  }
  std::vector<EventId> ids(const Numbers& list) const {
    std::vector<EventId> out;
    for (const auto i : list) out.push_back(world_[i].id);
    return out;
  }
  void refer_to(Json& draft, Made& made, const char* relation, const Numbers& list) {
    for (const auto i : list) {
      if (has(made.refers, i)) continue;
      draft["references"].push_back(refer(relation, world_[i].id));
      made.refers.push_back(i);
      if (made.kind == 407 && std::string_view(relation) != "underConsent") made.grounds.push_back(i);
      if (std::string_view(relation) == "executes") made.executes.push_back(i);
    }
  }

  void add(int kind) {
    Made made;
    clock_ += *rc::gen::inRange<Micros>(1, 200) * 60 * micros_per_second;
    made.recorded = clock_;
    made.occurred = clock_ - *rc::gen::inRange<Micros>(0, 400) * 60 * micros_per_second;
    made.author = somebody();
    made.kind = kind;
    Json draft = draft_of(made);
    if (!made.is_look() && chance(4)) {
      made.cosigners.push_back(somebody());
      draft["coSigners"] = {crypto::base64(second_key(made.cosigners[0]))};
    }
    const auto kase = made.is_look() ? std::nullopt : std::optional(case_1);
    made.id = ledger_.add(draft, {.occurred = local_text(made.occurred),
                                  .recorded = local_text(made.recorded),
                                  .actor = made.author,
                                  .kase = kase});
    world_.push_back(std::move(made));
  }

  Json draft_of(Made& made) {
    switch (made.kind) {
      case 407:
        return decided(made);
      case 408:
        return sent(made);
      case 501:
        return met(made);
      case 1203:
        return copy(made);
      case 1301:
      case 1302:
        return looked(made);
      default:
        return said(made);
    }
  }
  Json said(Made& made) {
    if (chance(3)) made.about = marko;
    Json draft = heard({}, made.about);
    refer_to(draft, made, "concerns", earlier());
    return draft;
  }
  Json decided(Made& made) {
    Json draft = decision({});
    refer_to(draft, made, "basedOn", earlier());
    refer_to(draft, made, "underConsent", earlier());
    refer_to(draft, made, "concerns", earlier());
    return draft;
  }
  Json sent(Made& made) {
    made.items = earlier();
    if (chance(2)) made.to = somebody();
    Json to{{"class", "partner"}, {"org", text(club)}};
    if (!made.to.is_zero()) to["actor"] = text(made.to);
    return share(to, ids(made.items));
  }
  Json met(Made& made) {
    made.items = earlier();
    std::vector<std::pair<ActorId, const char*>> there;
    for (const Who& who : everybody) {
      made.there.push_back({who.actor, chance(2)});
      there.push_back({who.actor, made.there.back().second ? "present" : "absentInvited"});
    }
    Json draft = meeting(officer, there, ids(made.items));
    refer_to(draft, made, "executes", earlier(407));
    return draft;
  }
  Json copy(Made& made) {
    made.person = chance(2) ? lila : marko;
    made.about = chance(3) ? marko : lila;
    made.first = *rc::gen::inRange<std::size_t>(0, world_.size());
    made.last = made.first + *rc::gen::inRange<std::size_t>(0, world_.size() - made.first);
    made.left_out = earlier(503);
    made.in_short = chance(4);
    Json redactions = Json::array();
    for (const EventId& id : ids(made.left_out))
      redactions.push_back({{"part", item(id)}, {"ground", "thirdParty"}});
    Json facts{{"form", "copyDigital"},
               {"to", text(made.person)},
               {"about", text(made.about)},
               {"fromIndex", made.first},
               {"toIndex", made.last},
               {"shown", 1},
               {"redacted", made.left_out.size()},
               {"redactions", redactions}};
    if (made.in_short) facts["listDigest"] = std::string(42, 'B') + "E=";
    return {{"kind", 1203}, {"facts", facts}};
  }
  Json looked(Made& made) {
    made.items = earlier();
    Json draft = look(made.author, ids(made.items), made.items.size());
    if (made.kind == 1301) return draft;
    draft["kind"] = 1302;
    Json& facts = draft["facts"];
    for (const char* only_1301 : {"parts", "classes"}) facts.erase(only_1301);
    facts.update({{"format", "csv"}, {"profile", "privacyfunctionaris"}, {"rows", 3}, {"total", 3}});
    return draft;
  }

  Ledger& ledger_;
  World world_;
  Micros clock_ = local("2019-06-01 08:00");
};

}  // namespace

TEST_CASE("knowledge: in any case it is what the rules say one by one", "[knowledge][property]") {
  CHECK(rc::check("first proof of every event for every actor", [] {
    Ledger ledger;
    const World world = Maker(ledger).make(*rc::gen::inRange<std::size_t>(3, 16));
    const Registry registry;
    const auto history = ReadHistory::of_case(ledger.log(), case_1, {});
    const auto looks = looks_of(ledger.log(), registry, case_1, {});
    RC_ASSERT(history.has_value());
    RC_ASSERT(looks.has_value());
    for (const Who& who : everybody) {
      const Knowledge knowledge(**history, registry, *looks, knower(who));
      for (std::size_t i = 0; i < world.size(); ++i) {
        if (world[i].is_look()) continue;
        const auto expected = plainly(world, i, who);
        const Proof* found = knowledge.first(world[i].id);
        RC_ASSERT((found != nullptr) == expected.has_value());
        if (found == nullptr) continue;
        RC_ASSERT(found->since == expected->first);
        RC_ASSERT(static_cast<int>(found->word) == expected->second);
      }
    }
  }));
}
