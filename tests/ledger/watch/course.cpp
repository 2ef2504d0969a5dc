#include "tests/ledger/watch/course.h"

#include <catch2/catch.hpp>

namespace inzicht::given {
namespace {

constexpr Micros minute = 60 * micros_per_second;

std::string text_at(Micros at) { return local_text(at); }

Happening without_references(Happening happening) {
  happening.header().disownReferences();
  return happening;
}

WaitState only_state(const Trajectory& trajectory, const TermCase& term, const std::string& now) {
  const auto waits = trajectory.of(term.term, now, term.waits_for);
  INFO(term.term << " at " << now);
  REQUIRE(waits.size() == 1);
  return waits[0].state;
}

}  // namespace

EventId Trajectory::add(Happening happening) {
  const EventId id = happening.id();
  entries_.push_back({std::move(happening), {}});
  return id;
}
EventId Trajectory::add(Happening happening, const char* warned) {
  const EventId id = add(std::move(happening));
  entries_.back().warned.emplace_back(warned);
  return id;
}

CaseHistory Trajectory::history(Micros until) const {
  std::vector<HistoryEvent> events;
  std::uint64_t index = 10;
  for (const auto& entry : entries_) {
    const Recorded recorded = entry.happening.as_recorded(index++);
    if (occurred_at(recorded) <= until) events.push_back({recorded, entry.happening.id(), occurred_at(recorded), entry.warned, {}});
  }
  return CaseHistory(std::move(events));
}

std::vector<Wait> Trajectory::waits(Micros now) const { return waits_of(history(INT64_MAX), registry, now); }

std::vector<WatchFinding> Trajectory::watched(std::string_view rule, const std::string& now) const {
  const CaseHistory until_now = history(local(now));
  auto out = watch_findings(until_now, registry, local(now));
  std::erase_if(out, [&](const WatchFinding& f) { return f.rule != rule; });
  for (auto& finding : out) finding.event = nullptr;  // it goes with the history
  return out;
}

std::vector<WatchFinding> Trajectory::looked_at(const Trajectory& reads) const {
  const CaseHistory acts = history(INT64_MAX), looks = reads.history(INT64_MAX);
  auto out = access_findings(acts, looks, registry);
  for (auto& finding : out) finding.event = nullptr;
  return out;
}

std::vector<Wait> Trajectory::waits(const std::string& now) const { return waits(local(now)); }

std::vector<Wait> Trajectory::of(std::string_view term, const std::string& now, std::uint16_t waits_for) const {
  auto out = waits(now);
  std::erase_if(out, [&](const Wait& w) { return w.term != term || (waits_for != 0 && w.waits_for != std::vector{waits_for}); });
  return out;
}

void check_term(const TermCase& term, Unnamed unnamed) {
  const Micros due = local(term.due);
  const auto after = text_at(due + minute);
  {
    Trajectory open;
    open.add(term.opener);
    CHECK(only_state(open, term, term.due) == WaitState::open);
    CHECK(only_state(open, term, after) == WaitState::late);
  }
  const auto with = [&](const std::string& at) {
    Trajectory t;
    const EventId opener = t.add(term.opener);
    t.add(term.closer(opener).at(at));
    return only_state(t, term, "2035-01-01 09:00");
  };
  CHECK(with(term.due) == WaitState::settled);
  CHECK(with(after) == WaitState::settled_late);
  if (unnamed == Unnamed::settles) return;
  Trajectory t;
  const EventId opener = t.add(term.opener);
  t.add(without_references(term.closer(opener)).at(term.due));
  CHECK(only_state(t, term, after) == WaitState::late);
}

void add_child(Trajectory& t, const char* child, std::initializer_list<const char*> holders) {
  Happening row(202, "2020-01-02 10:00");
  auto persons = row.facts().initPersonRecorded().initPersons(1);
  persons[0].setSubject(data(person(child)));
  persons[0].setAgeBand(AgeBand::UNDER12);
  t.add(row);
  for (const char* holder : holders) {
    Happening link(203, "2020-01-02 11:00");
    auto facts = link.facts().initRelationRecorded();
    fill_date(facts.initValidFrom(), "2019-01-01");
    auto links = facts.initLinks(1);
    links[0].setFrom(data(person(holder)));
    links[0].setTo(data(person(child)));
    links[0].setRelation(RelationType::PARENT_OF);
    links[0].setGezag(Gezag::JOINT);
    t.add(link);
  }
}

}  // namespace inzicht::given
