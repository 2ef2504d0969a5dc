// Column H: whose headers a role reads. One test per reading, and one that no role is without.
#include "projections/readable.h"

#include "ledger/codec/catalogue.h"
#include "projections/read_history.h"
#include "tests/projections/ask.h"
#include "tests/projections/given.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using schema::Role;

const ActorId helper = nth<ActorId>(5);

// A case in which a helper wrote one thing, was at a meeting about another, received a third, and has a task.
struct Desk {
  Ledger ledger;
  Registry registry;
  EventId signal, shown, shared, meeting, share, task, heard, own, gap, other;

  Desk() {
    signal = about("2019-06-11 10:00");
    shown = about("2019-06-11 11:00");
    shared = about("2019-06-11 12:00");
    meeting = ledger.add({{"kind", 501},
                          {"facts", {{"meetingType", "mdo"}, {"discipline", "multi"}, {"chair", text(coach)}, {"attendees", {{{"actor", text(helper)}, {"role", "specialist"}, {"presence", "present"}, {"mandated", "yes"}}}},
                                     {"familyPresence", "present"}, {"about", {text(marko)}}, {"detail", "content"}, {"domains", {"housing"}}, {"items", {{{"event", to_text(shown)}, {"part", 0}}}}}}},
                         {.occurred = "2019-06-12 10:00"});
    share = ledger.add({{"kind", 408},
                        {"facts", {{"recipients", {{{"class", "partner"}, {"actor", text(helper)}}}}, {"about", {text(marko)}}, {"categories", {"family"}}, {"purpose", "coordination"}, {"detail", "content"},
                                   {"form", "ownInitiative"}, {"means", "phone"}, {"familyPresent", "no"}, {"knowledge", "withKnowledge"}, {"items", {{{"event", to_text(shared)}, {"part", 0}}}}}}},
                       {.occurred = "2019-06-13 10:00"});
    task = ledger.add({{"kind", 806}, {"facts", {{"taskKind", "inquiry"}, {"side", "internal"}, {"toActor", text(helper)}, {"frame", "vrijwillig"}}}}, {.occurred = "2019-06-14 10:00"});
    heard = ledger.add({{"kind", 503}, {"facts", {{"heard", text(lila)}, {"topics", {"wish"}}, {"alone", "no"}}}}, {.occurred = "2019-06-15 10:00"});
    own = about("2019-06-16 10:00", helper);
    gap = ledger.add({{"kind", 1005}, {"facts", {{"whiteSpotKind", "missingOffer"}, {"level", "professional"}, {"ownerOrg", text(team)}}}}, {.occurred = "2019-06-17 10:00"});
    other = ledger.add({{"kind", 1102}, {"facts", {{"status", "closed"}, {"reason", "closingDecision"}}}}, {.occurred = "2019-06-18 10:00"});
  }
  EventId about(const char* occurred, const ActorId& by = coach) {
    return ledger.add({{"kind", 301}, {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"reporterAnonymous", "no"}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}}}}, {.occurred = occurred, .actor = by});
  }
  std::set<EventId> read(HeaderReader reader) const {
    const auto history = ReadHistory::of_case(ledger.log(), case_1, {});
    const auto reads = ReadHistory::of_reads(ledger.log(), case_1, {});
    REQUIRE((history && reads));
    std::set<EventId> out;
    const auto indexes = readable_events(**history, **reads, registry, reader);
    for (const auto& event : (*history)->events())
      if (indexes.contains(event.event.index)) out.insert(event.id);
    return out;
  }
  HeaderReader by(Role role, const ActorId& who = helper) const { return {role, {who, {}, {}, {}}, {}, {}, {}}; }
};

}  // namespace

TEST_CASE_METHOD(Desk, "a specialist reads the headers of what they wrote, were at, received or are named in, and no others", "[readable]") {
  CHECK(read(by(Role::SPECIALIST)) == std::set{shown, shared, meeting, share, task, own});
  CHECK(read(by(Role::POLICE, protector)).empty());
}

TEST_CASE_METHOD(Desk, "a client reads what names them and what they wrote, and nothing about others", "[readable]") {
  auto reader = by(Role::CLIENT, nth<ActorId>(9));
  CHECK(read(reader).empty());
  reader.self = lila;
  CHECK(read(reader) == std::set{heard});
  reader.self = marko;
  CHECK(read(reader) == std::set{meeting, share});
}

TEST_CASE_METHOD(
    Desk, "who directs the process reads meetings, tasks and closing, signals are for the coordinator too",
    "[readable]") {
  const std::set process{meeting, task, heard, gap, other};
  CHECK(read(by(Role::TEAM_LEADER, protector)) == process);
  CHECK(read(by(Role::PROCESS_DIRECTOR, protector)) == process);
  auto with_signals = process;
  with_signals.insert({signal, shown, shared, own});
  CHECK(read(by(Role::PROCESS_COORDINATOR, protector)) == with_signals);
}

TEST_CASE_METHOD(Desk, "a reader who is let in for a window reads what occurred in it, to the minute, and nothing without one", "[readable]") {
  auto reader = by(Role::DISCIPLINARY_READER, protector);
  CHECK(read(reader).empty());
  reader.window_from = local("2019-06-13 10:00");
  reader.window_until = local("2019-06-15 10:00");
  CHECK(read(reader) == std::set{share, task, heard});
  *reader.window_from += 1;
  CHECK(read(reader) == std::set{task, heard});
}

TEST_CASE_METHOD(Desk, "archivist, policy adviser and administrator read their own groups of kinds", "[readable]") {
  CHECK(read(by(Role::ARCHIVIST, protector)) == std::set{other});
  CHECK(read(by(Role::POLICY_ADVISER, protector)) == std::set{gap});
  CHECK(read(by(Role::LEDGER_ADMIN, protector)).empty());
  CHECK(read(by(Role::WITNESS, protector)).empty());
}

TEST_CASE("every role has a reading of headers, and only those of the matrix read all", "[readable]") {
  const std::set all{Role::WIJKCOACH, Role::BUDDY, Role::REGISSEUR, Role::BEHAVIOURAL_SCIENTIST, Role::YOUTH_PROTECTOR, Role::GUARDIAN, Role::PRIVACY_OFFICER, Role::AUDITOR};
  const std::set none{Role::UNSET, Role::WITNESS, Role::IMPORTER, Role::LEDGER_SERVICE};
  for (auto value : capnp::Schema::from<Role>().getEnumerants()) {
    const auto role = static_cast<Role>(value.getOrdinal());
    INFO(code_of(role));
    CHECK((header_reading(role) == HeaderReading::all) == all.contains(role));
    CHECK((header_reading(role) == HeaderReading::none) == none.contains(role));
  }
}
