// After a case: aftercare, and keeping a family in view whose help ended before its goals did.
#include <algorithm>

#include "ledger/domain/rights.h"
#include "ledger/watch/retention.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;

// TERM-32 (seed 000 L133-134, L576-579): contact at the agreed interval until aftercare ends, each from the one before it.
void term_32(Waiting& w) {
  for (const auto* closing : w.history().of(1101)) {
    const auto facts = closing->facts().getClosingDecided();
    const auto aftercare = facts.getAftercare();
    if (aftercare == schema::AftercareKind::UNSET || aftercare == schema::AftercareKind::NONE_OWN_STRENGTH) continue;
    const auto every = facts.hasContactEvery() ? Duration{facts.getContactEvery().getMonths(), facts.getContactEvery().getDays(), facts.getContactEvery().getSeconds()} : Duration{2, 0, 0};
    const Micros longest = w.within(*closing, "aftercareMax");
    const Micros end = facts.hasAftercareUntil() ? std::min(longest, Waiting::all_of(date_of(facts.getAftercareUntil()))) : longest;
    const HistoryEvent* last = closing;
    // Bounded: an interval of nothing would wait for ever at the same moment.
    for (Micros due = add(last->occurred, every); due <= end && due > last->occurred;) {
      const Wait& wait = w.begin_after(*last, due, [&](const HistoryEvent& one) { return one.kind() == 1103; });
      if (!wait.settled_by) break;
      last = w.history().find(*wait.settled_by);
      due = add(last->occurred, every);
    }
  }
}

// TERM-33 (seed 000 L564-566): who left help without wanting to change is asked again.
void term_33(Waiting& w) {
  for (const auto* closing : w.history().of(1101))
    if (closing->facts().getClosingDecided().getOutcome() == schema::ClosingOutcome::REPRESSION_ONLY)
      w.begin_after(*closing, w.within(*closing, "motivationRecheck"), [](const HistoryEvent& one) {
        if (one.kind() == 1102) return one.facts().getCaseStatusChanged().getStatus() == schema::CaseStatus::REOPENED;
        return is(one, {701, 702});
      });
}

// TERM-40 (JW 7.3.8(3), Wmo 5.3.4): what was kept for its term is looked at. A case under both laws is kept
// for the longer, one of Veilig Thuis at least until the youngest is 18.
void term_40(Waiting& w) {
  if (w.history().of(201).empty()) return;
  CodeSet<schema::TaskLaw> laws;
  for (const auto* opened : w.history().of(201)) laws = laws.with(CodeSet<schema::TaskLaw>::of(opened->facts().getCaseOpened().getLaws()));
  const auto retained = [](const HistoryEvent& one) {
    return one.kind() == 1208 && one.facts().getErasureDecided().getGround() == schema::ErasureGround::RETENTION_ENDED;
  };
  const auto& in_order = w.history().in_order();
  const auto grown = youngest_turns_18(w.history(), w.registry());
  const auto due = [&](Micros term) { return grown ? std::max(term, local_midnight(*grown)) : term; };
  if (laws.has(schema::TaskLaw::JEUGDWET)) {
    const auto last = std::find_if(in_order.rbegin(), in_order.rend(), [](const HistoryEvent* one) { return is_change_of_file(one->kind()); });
    if (last != in_order.rend()) w.begin(**last, due(w.within(**last, "retentionJeugdwet")), retained);
  } else if (laws.has(schema::TaskLaw::WMO)) {
    w.begin(*in_order.front(), due(w.within(*in_order.front(), "retentionWmo")), retained);
  }
}

}  // namespace

std::vector<Term> closing_terms() { return {{"TERM-32", {1103}, term_32}, {"TERM-33", {701, 702, 1102}, term_33}, {"TERM-40", {1208}, term_40}}; }

}  // namespace inzicht
