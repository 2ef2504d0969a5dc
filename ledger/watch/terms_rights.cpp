// Rights of those concerned, complaints, breaches, and what the rules themselves ask to be looked at.
#include "ledger/rules/rules.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

using schema::RefType;

bool answers(const HistoryEvent& one, const EventId& request) { return is(one, {1202, 1208}) && refers(one, RefType::ANSWERS, request); }

// A decision that only takes more time does not settle; its own day takes the place of the first.
bool is_extension(const HistoryEvent& one) { return one.kind() == 1202 && one.facts().getRequestDecided().getDecision() == schema::RequestDecision::EXTENDED; }

Micros request_due(const Waiting& w, const HistoryEvent& request) {
  Date day = date_of(request.facts().getRequestReceived().getDueOn());
  for (const auto* decided : w.history().of(1202)) {
    const auto facts = decided->facts().getRequestDecided();
    if (is_extension(*decided) && refers(*decided, RefType::ANSWERS, request.id) && facts.hasDueOn()) day = date_of(facts.getDueOn());
  }
  return Waiting::all_of(day);
}

bool grants(const HistoryEvent& decided) {
  if (decided.kind() == 1208) return true;
  const auto decision = decided.facts().getRequestDecided().getDecision();
  return decision == schema::RequestDecision::GRANTED || decision == schema::RequestDecision::PARTLY;
}

bool carries_out(const HistoryEvent& one, const HistoryEvent& decided, const EventId& request) {
  if (!is(one, {1203, 1204, 1206, 1209})) return false;
  return refers(one, RefType::EXECUTES, decided.id) || refers(one, RefType::BASED_ON, request);
}

// TERM-34 (AVG 12(3); JW 7.3.9; Wmo 5.3.5): a request is decided by its day, and what is granted is done. The day stands in the header,
// as the person was told it.
void term_34(Waiting& w) {
  for (const auto* request : w.history().of(1201)) {
    w.begin_after(*request, request_due(w, *request), [&](const HistoryEvent& one) { return answers(one, request->id) && !is_extension(one); }).waits_for = {1202, 1208};
    for (const auto kind : {std::uint16_t{1202}, std::uint16_t{1208}})
      for (const auto* decided : w.history().of(kind))
        if (answers(*decided, request->id) && grants(*decided))
          w.begin_after(*decided, w.within(*decided, "doTerm"), [&](const HistoryEvent& one) { return carries_out(one, *decided, request->id); }).waits_for = {1203, 1204, 1206, 1209};
  }
}

// TERM-35 (JW 7.3.9; Wmo 5.3.5): what is to be destroyed is destroyed.
void term_35(Waiting& w) {
  for (const auto* decided : w.history().of(1208))
    w.begin_after(*decided, w.within(*decided, "erasureTerm"), [&](const HistoryEvent& one) { return one.kind() == 1209 && refers(one, RefType::EXECUTES, decided->id); });
}

bool is_over(const HistoryEvent& complaint) {
  const auto stage = complaint.facts().getComplaintRecorded().getStage();
  return stage == schema::ComplaintStage::FINAL || stage == schema::ComplaintStage::WITHDRAWN;
}
bool is_hold(const HistoryEvent& one) {
  if (one.kind() != 1206) return false;
  using enum schema::BlockKind;
  const auto kind = one.facts().getBlockPlaced().getBlockKind();
  return kind == TUCHTRECHT_HOLD || kind == COMPLAINT_HOLD || kind == COURT_HOLD;
}

// Placed before and not lifted by then: nothing more has to be done.
bool is_held_at(const CaseHistory& history, const HistoryEvent& complaint) {
  return std::ranges::any_of(history.of(1206), [&](const HistoryEvent* block) {
    if (!is_hold(*block) || Waiting::is_after(*block, complaint)) return false;
    return std::ranges::none_of(history.of(1207), [&](const HistoryEvent* lifted) { return refers(*lifted, RefType::ENDS, block->id) && !Waiting::is_after(*lifted, complaint); });
  });
}

// TERM-36 (AVG 17(3)(e)): while a complaint runs nothing is destroyed. The first event of a complaint opens it, not those that follow.
void term_36(Waiting& w) {
  for (const auto* complaint : w.history().of(1210))
    if (!is_over(*complaint) && !reference_of(complaint->event.header, RefType::FOLLOWS) && !is_held_at(w.history(), *complaint))
      w.begin_after(*complaint, w.within(*complaint, "holdTerm"), [&](const HistoryEvent& one) { return is_hold(one); });
}

// TERM-37 (AVG 18(3)): a block is lifted or looked at.
void term_37(Waiting& w) {
  for (const auto* block : w.history().of(1206)) {
    const auto facts = block->facts().getBlockPlaced();
    const Duration usual = facts.getBlockKind() == schema::BlockKind::RESTRICTION ? Duration{0, 90, 0} : Duration{12, 0, 0};
    const Micros due = facts.hasReviewOn() ? Waiting::all_of(date_of(facts.getReviewOn())) : add(block->occurred, usual);
    w.begin_after(*block, due, [&](const HistoryEvent& one) {
      return (one.kind() == 1207 && refers(one, RefType::ENDS, block->id)) || (one.kind() == 1006 && refers(one, RefType::CONCERNS, block->id));
    });
  }
}

bool reviews(const HistoryEvent& one, const EventId& event) { return one.kind() == 1006 && refers(one, RefType::CONCERNS, event); }

// TERM-38 (NEN 7513; design): break-glass is looked at by the privacy officer.
void term_38(Waiting& w) {
  for (const auto* used : w.history().of(1304))
    w.begin_after(*used, w.within(*used, "breakGlassReview"),
                  [&](const HistoryEvent& one) { return reviews(one, used->id) && one.event.header.getRole() == schema::Role::PRIVACY_OFFICER; });
}

bool tells_of_breach(const HistoryEvent& one, const SubjectId& person) {
  if (one.kind() != 410) return false;
  const auto facts = one.facts().getSubjectInformed();
  return CodeSet<schema::InformTopic>::of(facts.getTopics()).has(schema::InformTopic::BREACH) && about(facts.getTold(), person);
}

// TERM-39 (AVG 33, 34): the authority hears of a breach within 72 hours; those it may hurt hear of it as well.
void term_39(Waiting& w) {
  for (const auto* breach : w.history().of(1306)) {
    const auto facts = breach->facts().getBreachRecorded();
    if (facts.getSeverity() == schema::BreachSeverity::LOW) continue;
    const Micros due = facts.getDiscoveredAt().getMicros() + 72 * 3600 * micros_per_second;
    if (reference_of(breach->event.header, RefType::SUPERSEDES)) continue;  // its first record opened the term
    Wait& told = w.begin(*breach, due, [&](const HistoryEvent& one) {
      return one.kind() == 1306 && refers(one, RefType::SUPERSEDES, breach->id) && one.facts().getBreachRecorded().hasApNotifiedAt();
    });
    told.waits_for = {1306};
    if (facts.hasApNotifiedAt()) {
      told.settled_by = breach->id;
      told.settled_at = facts.getApNotifiedAt().getMicros();
    }
    if (facts.getSeverity() != schema::BreachSeverity::HIGH) continue;
    for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout())) {
      Wait& wait = w.begin_after(*breach, add(breach->occurred, Duration{0, 7, 0}), [&](const HistoryEvent& one) { return tells_of_breach(one, person); });
      wait.about = person;
      wait.waits_for = {410};
    }
  }
}

// TERM-42 (docs/domain.md §0.1): what was not as the rules ask, explained or not, is looked at once.
void term_42(Waiting& w) {
  for (const auto* event : w.history().in_order()) {
    const bool claimed = event->event.header.getClaim() == schema::Conformity::DEVIATION || event->event.header.getClaim() == schema::Conformity::AFTER_THE_FACT;
    if (claimed || !event->warned.empty())
      w.begin_after(*event, w.within(*event, "findingTerm"), [&](const HistoryEvent& one) { return reviews(one, event->id); });
  }
}

// TERM-43 (seed 003 L502-503): rules that would be looked at again are. Of the registry: no case holds a 109.
void term_43(Waiting& w) {
  for (const auto* policy : w.history().of(109)) {
    const auto facts = policy->facts().getPolicyAdopted();
    if (facts.hasNextReview())
      w.begin_after(*policy, Waiting::all_of(date_of(facts.getNextReview())), [&](const HistoryEvent& one) { return one.kind() == 109 && refers(one, RefType::SUPERSEDES, policy->id); });
  }
}

}  // namespace

std::vector<Term> rights_terms() {
  return {{"TERM-34", {1202, 1208}, term_34}, {"TERM-35", {1209}, term_35}, {"TERM-36", {1206}, term_36}, {"TERM-37", {1207, 1006}, term_37},
          {"TERM-38", {1006}, term_38},       {"TERM-39", {1306, 410}, term_39}, {"TERM-42", {1006}, term_42}, {"TERM-43", {109}, term_43}};
}

}  // namespace inzicht
