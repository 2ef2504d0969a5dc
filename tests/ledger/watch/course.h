// Given what happened in a case, when a day comes, then these terms wait. Events are those of tests/ledger/rules/given.h.
#pragma once
#include <deque>
#include <functional>

#include "ledger/watch/terms.h"
#include "ledger/watch/watch.h"
#include "tests/ledger/rules/given.h"

namespace inzicht::given {

class Trajectory {
 public:
  EventId add(Happening happening);
  // With a rule that the ledger found not met.
  EventId add(Happening happening, const char* warned);
  std::vector<Wait> waits(const std::string& now) const;
  std::vector<Wait> waits(Micros now) const;
  // Of one term; those waiting for that kind only, when a kind is given.
  std::vector<Wait> of(std::string_view term, const std::string& now, std::uint16_t waits_for = 0) const;

  // Of one watch rule, as of that moment: what occurred later is left out.
  std::vector<WatchFinding> watched(std::string_view rule, const std::string& now) const;
  // ACC-02, with the access events of the other.
  std::vector<WatchFinding> looked_at(const Trajectory& reads) const;

  Registry registry;

 private:
  CaseHistory history(Micros until) const;
  struct Entry {
    Happening happening;
    std::vector<std::string> warned;
  };
  std::deque<Entry> entries_;
};

// A child of under twelve, and who holds gezag over it, from the beginning of 2020.
void add_child(Trajectory& t, const char* child, std::initializer_list<const char*> holders);

// A term from its beginning to its end: what opens it, when it is due, and what settles it.
struct TermCase {
  std::string_view term;
  Happening opener;
  std::string due;                                        // the last minute in time
  std::function<Happening(const EventId& opener)> closer; // at any time
  std::uint16_t waits_for = 0;                            // which of the term's waits, when it has several
};
// In time until that minute and late after it; settled by what occurs until then, settled late after; and never by the same event
// when it refers to nothing, unless `unnamed` settles too.
enum class Unnamed { does_not_settle, settles };
void check_term(const TermCase& term, Unnamed unnamed = Unnamed::does_not_settle);

}  // namespace inzicht::given
