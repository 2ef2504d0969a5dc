#include "projections/process_walk.h"

#include <algorithm>

namespace inzicht::views {
namespace {

using schema::Horizon;
using schema::RefType;

constexpr CodeSet<schema::WQuestion> seven_questions{schema::WQuestion::WIE,         schema::WQuestion::WAT,     schema::WQuestion::WAAR,  schema::WQuestion::WAARMEE,
                                                     schema::WQuestion::WELKE_WIJZE, schema::WQuestion::WANNEER, schema::WQuestion::WAAROM};
// The life domains that an assessment looks at (ASMT-03, parameter assessDomains as delivered): 1 housing to 16 justice.
constexpr auto assessed_domains = CodeSet<schema::LifeDomain>::from_bits(0x1FFFE);

// MOT-01 as delivered (minBalmPhase): open to help, from insight.
bool is_motivated(schema::MotivationAssessed::Reader facts) {
  return facts.getPhase() != schema::BalmPhase::UNSET && facts.getPhase() != schema::BalmPhase::NOG_NIET_OPEN && facts.getDriver() == schema::MotivationDriver::INSIGHT;
}

bool has_move(schema::PersonRecorded::Reader facts) {
  for (auto person : facts.getPersons())
    if (person.getChange() == schema::PersonChange::MOVED) return true;
  return false;
}

bool appoints_regisseur(schema::ResponsibilityAssigned::Reader facts) {
  for (auto one : facts.getAssignments())
    if (one.getFunction() == schema::SingleFunction::REGISSEUR && one.hasHolder()) return true;
  return false;
}

}  // namespace

ProcessWalk::ProcessWalk(const CaseHistory& history) {
  for (const auto& event : history.events())
    if (event.kind() == 202) people_.person_recorded(event.event);
  for (const auto* event : history.in_order()) take(*event);
}

void ProcessWalk::take(const HistoryEvent& event) {
  take_begin(event);
  take_plan(event);
  take_end(event);
}

void ProcessWalk::take_begin(const HistoryEvent& event) {
  switch (event.kind()) {
    case 202: moves_ += has_move(event.facts().getPersonRecorded()) ? 1 : 0; break;
    case 209: frame_ = event.facts().getApproachChosen().getToKader(); break;
    case 301:
      answered_ = answered_.with(CodeSet<schema::WQuestion>::of(event.facts().getSignalReceived().getAnswered()));
      enter(1, event);
      break;
    case 302: signal_assessed(event); break;
    case 304:
      crises_.push_back(event.id);
      enter(2, event);
      break;
    case 305: crisis_action(event); break;
    case 501: meeting(event); break;
    case 503: enter(7, event); break;
    case 601: leave(5, event); break;
    case 602: assessed(event); break;
    case 701: contact(event); break;
    case 702: motivation(event); break;
    default: break;
  }
}

void ProcessWalk::take_plan(const HistoryEvent& event) {
  switch (event.kind()) {
    case 206:
      if (appoints_regisseur(event.facts().getResponsibilityAssigned())) enter(16, event);
      break;
    case 801: goal(event); break;
    case 804: plan(event); break;
    case 806: task(event); break;
    case 807:
    case 808: worked_on_goals(event, false, false); break;
    default: break;
  }
}

void ProcessWalk::take_end(const HistoryEvent& event) {
  switch (event.kind()) {
    case 1001: evaluated(event); break;
    case 1101: {
      const auto facts = event.facts().getClosingDecided();
      has_aftercare_ = facts.getAftercare() != schema::AftercareKind::UNSET && facts.getAftercare() != schema::AftercareKind::NONE_OWN_STRENGTH;
      aftercare_until_ = facts.hasAftercareUntil() ? std::optional(date_of(facts.getAftercareUntil())) : std::nullopt;
      leave(23, event);
      break;
    }
    case 1102: status(event); break;
    case 1103: enter(24, event); break;
    default: break;
  }
}

// One stay until it is left; entering again while in it changes nothing.
void ProcessWalk::enter(unsigned number, const HistoryEvent& event) {
  StepState& step = steps_[number - 1];
  if (step.is_open()) return;
  ++step.times;
  step.entered = &event;
  step.nth = ++entries_;
  step.left_by = nullptr;
  step.left.reset();
  step.frame = frame_;
}

void ProcessWalk::leave(unsigned number, const HistoryEvent& event) {
  StepState& step = steps_[number - 1];
  if (!step.is_open()) return;
  step.left_by = &event;
  step.left = event.occurred;
}

void ProcessWalk::leave_all(std::initializer_list<unsigned> numbers, const HistoryEvent& event) {
  for (const unsigned number : numbers) leave(number, event);
}

// A case that is begun is past the signal, also when a question is still open: that is shown, never blocked (docs/domain.md §10.2, row 4).
void ProcessWalk::signal_assessed(const HistoryEvent& event) {
  const auto facts = event.facts().getSignalAssessed();
  answered_ = answered_.with(CodeSet<schema::WQuestion>::of(facts.getAnswered()));
  if (facts.getDecision() == schema::SignalDecision::MORE_INFORMATION) return enter(1, event);
  leave(1, event);
  if (facts.getCrisis() != schema::CrisisJudgement::NO_CRISIS) return;
  const bool complete = answered_.contains(seven_questions);
  const bool begun = facts.getDecision() == schema::SignalDecision::START_CASE || facts.getDecision() == schema::SignalDecision::JOIN_CASE;
  if (!complete && !begun) return;
  open_questions_ = !complete;
  enter(4, event);
}

void ProcessWalk::crisis_action(const HistoryEvent& event) {
  enter(3, event);
  if (event.facts().getCrisisActionTaken().getState() != schema::CrisisState::ENDED) return;
  const auto ended = references_of(event.event.header, RefType::CONCERNS);
  std::erase_if(crises_, [&](const EventId& crisis) { return ended.empty() || names(ended, crisis); });
  leave(3, event);
  if (crises_.empty()) leave(2, event);
}

void ProcessWalk::meeting(const HistoryEvent& event) {
  switch (event.facts().getMeetingHeld().getMeetingType()) {
    case schema::MeetingType::MDO:
      leave(4, event);
      enter(5, event);
      break;
    case schema::MeetingType::TDO:
      tdos_.push_back(event.id);
      enter(14, event);
      break;
    case schema::MeetingType::IJKINGS_TDO:
      leave_all({18, 19, 21, 22}, event);
      enter(20, event);
      break;
    case schema::MeetingType::AFSLUITEND_MDO:
      leave_all({18, 19, 21, 22}, event);
      enter(23, event);
      break;
    default: break;
  }
}

void ProcessWalk::assessed(const HistoryEvent& event) {
  enter(6, event);
  for (const auto& [person, domains] : assessment_of(event.event).covered) covered_[person] = covered_[person].with(domains);
  if (is_covered(event.occurred)) leave(6, event);
}

bool ProcessWalk::is_covered(Micros at) const {
  const auto household = people_.household(at);
  return !household.empty() && std::ranges::all_of(household, [&](const SubjectId& person) {
    const auto covered = covered_.find(person);
    return covered != covered_.end() && covered->second.contains(assessed_domains);
  });
}

// Getting to know each other is step 7, also when trust grows by it; it is motivating when that was its aim.
void ProcessWalk::contact(const HistoryEvent& event) {
  using enum schema::ContactAim;
  const auto facts = event.facts().getContactHeld();
  if (facts.getOutcome() != schema::ContactOutcome::HELD) return;
  const auto aims = CodeSet<schema::ContactAim>::of(facts.getAims());
  const auto horizons = CodeSet<Horizon>::of(facts.getHorizons());
  if (aims.meets({ACQUAINT, NETWORK, FIRST_TALK})) enter(7, event);
  if (aims.has(MOTIVATE) && facts.getActions().size() > 0) enter(8, event);
  if (horizons.has(Horizon::SHORT) && !has_goal(Horizon::SHORT)) enter(10, event);
  worked_on_goals(event, horizons.has(Horizon::LONG), horizons.has(Horizon::SHORT));
}

void ProcessWalk::motivation(const HistoryEvent& event) {
  const auto facts = event.facts().getMotivationAssessed();
  enter(8, event);
  if (facts.getHorizon() == Horizon::SHORT && !has_goal(Horizon::SHORT)) enter(10, event);
  if (facts.getHorizon() != Horizon::LONG) return;
  const bool reached = is_motivated(facts);
  if (!reached || step(9).times == 0) enter(9, event);
  if (reached) leave(9, event);
}

bool ProcessWalk::has_goal(Horizon horizon) const {
  return std::ranges::any_of(goals_, [&](const auto& one) { return one.second.horizon == horizon; });
}

// A goal set later in the course is no new round of setting goals, unless the plan was calibrated first.
void ProcessWalk::goal(const HistoryEvent& event) {
  if (step(11).times == 0 || step(20).times > 0) enter(11, event);
  goals_[event.id].horizon = event.facts().getGoalSet().getHorizon();
  for (const EventId& whole : references_of(event.event.header, RefType::PART_OF))
    if (const auto at = goals_.find(whole); at != goals_.end()) at->second.has_parts = true;
  if (has_goal(Horizon::SHORT)) leave(10, event);
  if (has_goal(Horizon::SHORT) && has_goal(Horizon::LONG)) leave(11, event);
}

void ProcessWalk::plan(const HistoryEvent& event) {
  switch (event.facts().getPlanAdopted().getPlanType()) {
    case schema::PlanType::PVA_LONG: return enter(12, event);
    case schema::PlanType::PVA_SHORT: return enter(13, event);
    case schema::PlanType::FAMILY_PLAN: break;
    default: return;
  }
  leave_all({12, 13, 16, 17, 20}, event);
  enter(17, event);
}

void ProcessWalk::task(const HistoryEvent& event) {
  const auto goals = references_of(event.event.header, RefType::CONCERNS);
  tasks_[event.id] = goals;
  for (const EventId& id : goals)
    if (const auto at = goals_.find(id); at != goals_.end()) at->second.has_task = true;
  const auto meeting = reference_of(event.event.header, RefType::DISCUSSED_IN);
  if (meeting && names(tdos_, *meeting)) {
    leave(14, event);
    enter(15, event);
  }
  if (every_goal_has_a_task()) leave(15, event);
}

bool ProcessWalk::every_goal_has_a_task() const {
  return std::ranges::all_of(goals_, [](const auto& one) { return one.second.has_task || one.second.has_parts; });
}

// By the goals that an event concerns, itself or by way of its task.
void ProcessWalk::worked_on_goals(const HistoryEvent& event, bool long_term, bool short_term) {
  auto concerned = references_of(event.event.header, RefType::CONCERNS);
  for (const EventId& id : references_of(event.event.header, RefType::CONCERNS))
    if (const auto task = tasks_.find(id); task != tasks_.end()) concerned.insert(concerned.end(), task->second.begin(), task->second.end());
  for (const EventId& id : concerned) {
    const auto goal = goals_.find(id);
    if (goal == goals_.end()) continue;
    long_term = long_term || goal->second.horizon == Horizon::LONG;
    short_term = short_term || goal->second.horizon == Horizon::SHORT;
  }
  worked_on(event, long_term, short_term);
}

void ProcessWalk::worked_on(const HistoryEvent& event, bool long_term, bool short_term) {
  if (step(17).times == 0) return;
  leave(17, event);
  const bool calibrated = step(20).times > 0;
  if (short_term) enter(calibrated ? 22 : 18, event);
  if (long_term) enter(calibrated ? 21 : 19, event);
}

// The meeting begins the calibration, its evaluation belongs to it; an evaluation without a meeting is one as well.
void ProcessWalk::evaluated(const HistoryEvent& event) {
  const auto facts = event.facts().getEvaluationHeld();
  if (facts.getEvaluationKind() != schema::EvaluationKind::IJKING) return;
  leave_all({18, 19, 21, 22}, event);
  enter(20, event);
  if (facts.getNext() == schema::EvaluationNext::CONTINUE) leave(20, event);
}

void ProcessWalk::status(const HistoryEvent& event) {
  const auto facts = event.facts().getCaseStatusChanged();
  if (facts.getStatus() == schema::CaseStatus::CLOSED) {
    leave_all({7, 8}, event);
    if (has_aftercare_) enter(24, event);
  }
  if (facts.getStatus() != schema::CaseStatus::REOPENED) return;
  leave(24, event);
  enter(facts.getReason() == schema::StatusReason::MOTIVATION_CHANGED ? 8 : 1, event);
}

}  // namespace inzicht::views
