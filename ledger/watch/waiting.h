// What a term is in this module: a function that looks through a history and begins waits.
//
// Shape:   begin() makes a wait and ends it with the first event, in order of what occurred, that settles it.
// Source:  docs/domain.md §6.2.
#pragma once
#include <algorithm>

#include "ledger/watch/terms.h"

namespace inzicht {

class Waiting {
 public:
  Waiting(const CaseHistory& history, const Registry& registry, std::vector<Wait>& out) : history_(history), registry_(registry), out_(out) {}

  const CaseHistory& history() const { return history_; }
  const Registry& registry() const { return registry_; }
  void now_for(std::string_view term, std::span<const std::uint16_t> waits_for) {
    term_ = term;
    waits_for_ = waits_for;
  }

  // The last moment in time, by a length of the catalogue that starts when the event occurred.
  Micros within(const HistoryEvent& opener, std::string_view key) const;
  // All of that day.
  static Micros all_of(const Date& day);
  // The day when the header names one, else the length.
  Micros by_or_within(const std::optional<Date>& day, const HistoryEvent& opener, std::string_view key) const {
    return day ? all_of(*day) : within(opener, key);
  }

  template <class Settles>
  Wait& begin(const HistoryEvent& opener, Micros due, const Settles& settles) {
    Wait& wait = add(opener, due);
    for (const HistoryEvent* one : history_.in_order())
      if (one != &opener && settles(*one)) {
        wait.settled_by = one->id;
        wait.settled_at = one->occurred;
        break;
      }
    return wait;
  }
  // Only what occurred after the opener, or at the same time and was recorded later.
  template <class Settles>
  Wait& begin_after(const HistoryEvent& opener, Micros due, const Settles& settles) {
    return begin(opener, due, [&](const HistoryEvent& one) { return is_after(one, opener) && settles(one); });
  }
  static bool is_after(const HistoryEvent& one, const HistoryEvent& other) {
    return one.occurred > other.occurred || (one.occurred == other.occurred && one.event.index > other.event.index);
  }

 private:
  Wait& add(const HistoryEvent& opener, Micros due);

  const CaseHistory& history_;
  const Registry& registry_;
  std::vector<Wait>& out_;
  std::string_view term_;
  std::span<const std::uint16_t> waits_for_;
};

struct Term {
  std::string_view id;
  std::vector<std::uint16_t> waits_for;
  void (*find)(Waiting&);
};
std::vector<Term> signal_terms();
std::vector<Term> share_terms();
std::vector<Term> safety_terms();
std::vector<Term> plan_terms();
std::vector<Term> measure_terms();
std::vector<Term> closing_terms();
std::vector<Term> rights_terms();
std::vector<Term> watch_terms();

inline bool is(const HistoryEvent& event, std::initializer_list<std::uint16_t> kinds) { return std::ranges::find(kinds, event.kind()) != kinds.end(); }
// The field of a reader as a day, when it is there: day_in(facts.hasDueOn(), facts.getDueOn()).
inline std::optional<Date> day_in(bool has, schema::Date::Reader day) { return has ? std::optional(date_of(day)) : std::nullopt; }
template <class List>
bool about(const List& list, const SubjectId& person) {
  return names(ids_of<SubjectId>(list), person);
}
template <class List>
bool meet(const List& list, const std::vector<SubjectId>& persons) {
  return std::ranges::any_of(persons, [&](const SubjectId& person) { return about(list, person); });
}

}  // namespace inzicht
