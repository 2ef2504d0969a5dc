// Who is told where a term asks that a person is told: the person, or for a child who is certainly under twelve whoever holds gezag.
//
// Shape:   as the history knew it when the event was recorded that opens the term. Parents may be told one after the other.
// Source:  docs/domain.md SHARE-10, DWANG-03, TERM-16; JW 7.3.4.
#pragma once
#include <set>

#include "ledger/domain/people.h"
#include "ledger/watch/case_history.h"

namespace inzicht {

People people_at(const CaseHistory& history, const HistoryEvent& opener);
std::vector<SubjectId> told_for(const CaseHistory& history, const HistoryEvent& opener, const SubjectId& person);

// Whether all of these have been told by now; ask in order of what occurred.
class AllTold {
 public:
  explicit AllTold(const std::vector<SubjectId>& who) : waiting_(who.begin(), who.end()) {}
  bool with(const std::vector<SubjectId>& told) {
    for (const SubjectId& one : told) waiting_.erase(one);
    return waiting_.empty();
  }

 private:
  std::set<SubjectId> waiting_;
};

}  // namespace inzicht
