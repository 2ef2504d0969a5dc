// PLAN, MOT and MEET: what comes before a goal or a plan.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Type = schema::PlanType;

Type plan_type(const Check& c) { return c.facts.getPlanAdopted().getPlanType(); }

const Meeting* discussed_in(const Check& c) {
  const auto event = reference_of(c.header, schema::RefType::DISCUSSED_IN);
  return event ? c.state()->sharing().meeting(*event) : nullptr;
}

bool is_first_mdo(const Check& c, const Meeting& meeting) {
  return meeting.type == schema::MeetingType::MDO && std::ranges::none_of(c.state()->sharing().meetings(), [&](const Meeting& other) {
           return other.type == schema::MeetingType::MDO && std::pair(other.occurred, other.index) < std::pair(meeting.occurred, meeting.index);
         });
}

// MEET-02 (seed 000 L250-253): the first MDO looks back and makes no plan.
Failure meet_02(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const Meeting* meeting = discussed_in(c);
  if (meeting == nullptr || !is_first_mdo(c, *meeting)) return std::nullopt;
  return c.state()->assessments().has_start_analysis(c.t.at) ? std::nullopt : Failure(Values{});
}

// nogNietOpen, which the list has last, comes before openstaan.
unsigned place_of(schema::BalmPhase phase) { return phase == schema::BalmPhase::NOG_NIET_OPEN ? 0 : static_cast<unsigned>(phase); }

bool is_parent(const Check& c, const SubjectId& person) {
  const PersonRow* row = c.state()->people().person(person, c.t.at);
  return row != nullptr && (row->role == schema::PersonRole::PARENT || row->role == schema::PersonRole::STEP_OR_FOSTER_PARENT);
}

// Whose goals these are.
std::vector<SubjectId> owners(const Check& c) {
  if (c.kind == 801) return {id_or_zero<SubjectId>(c.facts.getGoalSet().getOwnerSubject())};
  std::vector<SubjectId> out;
  for (const EventId& event : ids_of<EventId>(c.facts.getPlanAdopted().getGoals()))
    if (const Goal* goal = c.state()->plans().goal(event)) out.push_back(goal->owner);
  return out;
}

bool is_first_long_term(const Check& c) {
  const Plans& plans = c.state()->plans();
  if (c.kind == 804) {
    if (plan_type(c) != Type::PVA_LONG && plan_type(c) != Type::FAMILY_PLAN) return false;
    return !plans.has_plan(Type::PVA_LONG, c.t.at) && !plans.has_plan(Type::FAMILY_PLAN, c.t.at);
  }
  if (c.facts.getGoalSet().getHorizon() != schema::Horizon::LONG) return false;
  return std::ranges::none_of(plans.goals(), [&](const Goal& g) { return g.horizon == schema::Horizon::LONG && g.occurred <= c.t.at; });
}

// MOT-01 (seed 000 L375-377, L420-422, L438-439): a long-term goal rests on somebody's own insight.
Failure mot_01(const Check& c) {
  if (c.state() == nullptr || !is_first_long_term(c)) return std::nullopt;
  const auto concerned = owners(c);
  const bool motivated = std::ranges::any_of(c.state()->assessments().motivations(), [&](const Motivation& m) {
    const bool reached = m.horizon == schema::Horizon::LONG && m.driver == schema::MotivationDriver::INSIGHT &&
                         place_of(m.phase) >= place_of(c.parameters.min_balm_phase);
    return reached && m.occurred <= c.t.at && (is_parent(c, m.who) || names(concerned, m.who));
  });
  return motivated ? std::nullopt : Failure(Values{});
}

// PLAN-01 (seed 002 L1118-1126, L1386-1388): the plan comes after a look at earlier help, or there was none.
Failure plan_01(const Check& c) {
  if (c.state() == nullptr || plan_type(c) != Type::FAMILY_PLAN) return std::nullopt;
  const bool looked_back = std::ranges::any_of(c.state()->assessments().start_analyses(), [&](const StartAnalysis& one) {
    return one.occurred <= c.t.at && (one.rests_on_history || one.earlier_help == schema::YesNoUnknown::NO);
  });
  return looked_back ? std::nullopt : Failure(Values{});
}

// Somebody of the family said something about the meeting, the goals, or the plan that this one replaces.
bool follows_hearing(const Check& c) {
  auto matters = ids_of<EventId>(c.facts.getPlanAdopted().getGoals());
  for (auto relation : {schema::RefType::DISCUSSED_IN, schema::RefType::SUPERSEDES})
    if (const auto event = reference_of(c.header, relation)) matters.push_back(*event);
  return std::ranges::any_of(c.state()->course().hearings(), [&](const Hearing& h) {
    return h.occurred <= c.t.at && std::ranges::any_of(h.about, [&](const EventId& one) { return names(matters, one); });
  });
}

// PLAN-07 (seed 001 L1523-1526; seed 000 L108, L349-350): made with the family, or on a ground without it.
Failure plan_07(const Check& c) {
  if (plan_type(c) != Type::FAMILY_PLAN) return std::nullopt;
  const auto facts = c.facts.getPlanAdopted();
  if (facts.getCooperation() == schema::PlanCooperation::WITHOUT_FAMILY)
    return facts.getNoCoopGround() != schema::CoercionGround::UNSET ? std::nullopt : Failure(Values{});
  if (c.state() == nullptr) return std::nullopt;
  const Meeting* meeting = discussed_in(c);
  return (meeting != nullptr && meeting->family_present) || follows_hearing(c) ? std::nullopt : Failure(Values{});
}

// What a TDO leads to: tasks and a regisseur that it names (seed 000 L470-506).
struct FromTdo {
  bool held = false, tasks = false, regisseur = false;
};

FromTdo from_tdo(const Check& c) {
  FromTdo best;
  for (const Meeting& meeting : c.state()->sharing().meetings()) {
    if (meeting.type != schema::MeetingType::TDO || meeting.occurred > c.t.at) continue;
    best.held = true;
    for (const Task& task : c.state()->plans().tasks()) best.tasks = best.tasks || task.discussed_in == meeting.event;
    for (const Assignment& a : c.state()->involvement().assignments())
      best.regisseur = best.regisseur || (a.function == schema::SingleFunction::REGISSEUR && !a.holder.is_zero() && a.discussed_in == meeting.event);
  }
  return best;
}

// PLAN-08 (seed 000 L436-519): the order of the CMPG process, and what each side will do.
Failure plan_08(const Check& c) {
  if (c.state() == nullptr || c.parameters.process_model != "cmpg" || plan_type(c) != Type::FAMILY_PLAN) return std::nullopt;
  std::string missing;
  for (Type type : {Type::PVA_LONG, Type::PVA_SHORT})
    if (!c.state()->plans().has_plan(type, c.t.at)) append(missing, code_text(type));
  const FromTdo tdo = from_tdo(c);
  if (!tdo.held) append(missing, code_text(schema::MeetingType::TDO));
  if (!tdo.tasks) append(missing, "tasks");
  if (!tdo.regisseur) append(missing, code_text(schema::SingleFunction::REGISSEUR));
  using enum schema::PlanSection;
  const auto sections = CodeSet<schema::PlanSection>::of(c.facts.getPlanAdopted().getSections());
  const auto effort = codes_text(CodeSet<schema::PlanSection>{EFFORT_FAMILY, EFFORT_PROFESSIONALS}.without(sections));
  if (!effort.empty()) append(missing, effort);
  return missing.empty() ? std::nullopt : Failure(Values{{"steps", missing}});
}

}  // namespace

std::vector<Rule> plan_order_rules() {
  return {{"MEET-02", {801, 804}, meet_02}, {"MOT-01", {801, 804}, mot_01}, {"PLAN-01", {804}, plan_01}, {"PLAN-07", {804}, plan_07},
          {"PLAN-08", {804}, plan_08}};
}

}  // namespace inzicht
