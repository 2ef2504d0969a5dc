// MEET and SAFE: meetings with the family, and decisions that are explained and never taken alone. MEET-02 stands with plans.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

constexpr std::uint32_t minutes_part = 5010, reasoning_part = 5020, explanation_part = 5021;
constexpr unsigned why_family_absent = 2;                                  // of the minutes
constexpr unsigned reasons = 1, child_interest = 2, impact = 3;            // of the reasoning
constexpr std::uint64_t why_not_followed = 1 << 0, consequences = 1 << 1;  // of the explanation

// MEET-01 (seed 003 L2913-2915): the family is at the table, or the minutes say why not.
Failure meet_01(const Check& c) {
  const auto facts = c.facts.getMeetingHeld();
  if (!c.parameters.family_types.has(facts.getMeetingType())) return std::nullopt;
  bool present = is_present(facts.getFamilyPresence()) || facts.getFamilyPresence() == schema::Presence::REPRESENTED;
  for (auto a : facts.getAttendees()) present = present || (a.hasSubject() && is_present(a.getPresence()));
  return present || c.filled(minutes_part, why_family_absent) ? std::nullopt : Failure(Values{});
}

bool goes_deeper(const Check& c, capnp::List<schema::PartRef>::Reader items) {
  using enum schema::PartClass;
  constexpr CodeSet<schema::PartClass> closed{HEALTH, CRIMINAL, NARRATIVE};
  if (c.state() == nullptr) return false;
  for (auto item : items)
    if (closed.has(c.state()->part_class(id_or_zero<EventId>(item.getEvent()), item.getPart()))) return true;
  return false;
}

// MEET-03 (seed 001 L1283-1285): a director and a structural meeting get headlines only.
Failure meet_03(const Check& c) {
  using enum schema::DetailLevel;
  const auto is_headline = [](schema::DetailLevel detail) { return detail == PRESENCE_ONLY || detail == HEADLINES; };
  if (c.kind == 302) {
    const bool director = c.role == schema::Role::PROCESS_DIRECTOR || c.role == schema::Role::PROCESS_COORDINATOR;
    return director && !is_headline(c.facts.getSignalAssessed().getDetail()) ? Failure(Values{}) : std::nullopt;
  }
  const auto facts = c.facts.getMeetingHeld();
  if (!c.parameters.headline_types.has(facts.getMeetingType())) return std::nullopt;
  return is_headline(facts.getDetail()) && !goes_deeper(c, facts.getItems()) ? std::nullopt : Failure(Values{});
}

bool is_tdo(schema::MeetingType type) { return type == schema::MeetingType::TDO || type == schema::MeetingType::IJKINGS_TDO; }

// Of the parties and of those who hold a function.
std::vector<OrganisationId> active_organisations(const Check& c) {
  std::vector<OrganisationId> out;
  const auto add = [&out](const OrganisationId& org) {
    if (!org.is_zero() && !names(out, org)) out.push_back(org);
  };
  for (const Party& p : c.state()->involvement().parties())
    if (p.is_active(c.t.on)) add(p.org.is_zero() ? c.org_of(p.actor) : p.org);
  for (const ActorId& actor : c.state()->involvement().active_actors(c.t.on)) add(c.org_of(actor));
  return out;
}

bool is_professional(const Check& c, const ActorId& actor) {
  const ActorInfo* who = actor.is_zero() ? nullptr : c.registry().find_actor(actor);
  return who != nullptr && who->kind == schema::ActorKind::PROFESSIONAL;
}

// MEET-04 (seed 000 L470-496; seed 001 L1517-1519): every organisation at the table or excused, and able to commit itself.
Failure meet_04(const Check& c) {
  const auto facts = c.facts.getMeetingHeld();
  if (!is_tdo(facts.getMeetingType())) return std::nullopt;
  std::vector<OrganisationId> answered{c.org_of(id_or_zero<ActorId>(facts.getChair()))};
  std::string parties;
  for (auto a : facts.getAttendees()) {
    const auto actor = id_or_zero<ActorId>(a.getActor());
    const auto org = id_or_zero<OrganisationId>(a.getOrg());
    if (a.getPresence() != schema::Presence::NOT_INVITED) answered.push_back(org.is_zero() ? c.org_of(actor) : org);
    if (is_present(a.getPresence()) && is_professional(c, actor) && a.getMandated() != schema::YesNoUnknown::YES) append(parties, to_text(actor));
  }
  if (c.state() != nullptr)
    for (const OrganisationId& org : active_organisations(c))
      if (!names(answered, org)) append(parties, to_text(org));
  return parties.empty() ? std::nullopt : Failure(Values{{"parties", parties}});
}

// MEET-05 (seed 003 L220-222): against somebody's preference only with an explanation to them.
Failure meet_05(const Check& c) {
  using enum schema::PreferenceFollowed;
  const auto preference = c.facts.getDecisionTaken().getPreference();
  if (preference != NOT_FOLLOWED && preference != PARTLY) return std::nullopt;
  Values values;
  for (auto part : c.header.getParts()) {
    if (part.getPartType() != explanation_part) continue;
    if ((part.getFilled() & why_not_followed) != 0 && (part.getFilled() & consequences) != 0) return std::nullopt;
    values["person"] = to_text(id_or_zero<SubjectId>(part.getSubject()));
  }
  return values;
}

// MEET-06 (seed 002 L1595-1625): a decision says what it means for the family, for others, and for the child.
Failure meet_06(const Check& c) {
  const auto facts = c.facts.getDecisionTaken();
  std::string missing;
  if (!CodeSet<schema::DecisionLevel>::of(facts.getImpactOn()).has(schema::DecisionLevel::FAMILY))
    append(missing, code_text(schema::DecisionLevel::FAMILY));
  if (!c.filled(reasoning_part, impact)) append(missing, "impact");
  const bool child = c.state() != nullptr && c.state()->people().minor_in_household(c.t);
  if (child && !c.filled(reasoning_part, child_interest)) append(missing, "childInterest");
  return missing.empty() ? std::nullopt : Failure(Values{{"levels", missing}});
}

// Those who took the decision, or adopted the plan, that this one puts aside.
std::vector<ActorId> overridden_deciders(const Check& c, const EventId& overridden) {
  const DecisionNote* decision = c.state()->course().decision(overridden);
  if (decision != nullptr && !decision->deciders.empty()) return decision->deciders;
  const EventNote* note = c.state()->find(overridden);
  return note == nullptr ? std::vector<ActorId>() : std::vector{note->actor};
}

// MEET-07 (seed 002 L1245-1251): who puts aside what others decided says on what basis and why, and tells them. On the
// file alone is always found.
Failure meet_07(const Check& c) {
  const auto facts = c.facts.getDecisionTaken();
  if (c.state() == nullptr || facts.getDecisionClass() != schema::DecisionClass::OVERRIDE) return std::nullopt;
  const auto overridden = reference_of(c.header, schema::RefType::SUPERSEDES);
  const auto notified = ids_of<ActorId>(facts.getNotified());
  std::string team;
  if (overridden)
    for (const ActorId& decider : overridden_deciders(c, *overridden))
      if (decider != c.author && !names(notified, decider)) append(team, to_text(decider));
  using enum schema::OverrideBasis;
  const auto basis = facts.getOverrideBasis();
  if (overridden && team.empty() && c.filled(reasoning_part, reasons) && basis != UNSET && basis != FILE_ONLY) return std::nullopt;
  Values values;
  if (basis != UNSET) values["basis"] = code_text(basis);
  if (!team.empty()) values["team"] = team;
  return values;
}

bool has_two(capnp::List<capnp::Data>::Reader deciders) {
  const auto all = ids_of<ActorId>(deciders);
  return std::ranges::any_of(all, [&](const ActorId& one) { return one != all.front(); });
}

bool consulted_before(const Check& c) {
  if (c.state() == nullptr) return true;  // cannot be judged
  return std::ranges::any_of(references_of(c.header, schema::RefType::BASED_ON), [&](const EventId& event) {
    const Consultation* held = c.state()->sharing().consultation(event);
    return held != nullptr && held->occurred <= c.t.at && held->is_with_another(c.author);
  });
}

// In acute danger one acts at once; the second opinion follows within its term (TERM-18).
bool follows_intervention(const Check& c) {
  return c.state() != nullptr && std::ranges::any_of(c.state()->safety().interventions(), [&](const Danger& one) {
           return one.occurred <= c.t.at && c.t.at <= add(one.occurred, c.parameters.unilateral_consult);
         });
}

// SAFE-01 (seed 003 L2535-2537): nobody decides on safety alone.
Failure safe_01(const Check& c) {
  using enum schema::DecisionClass;
  constexpr CodeSet<schema::DecisionClass> asked{SAFETY, PARENTING, PLACEMENT, PERSPECTIVE};
  if (c.kind == 502 && !asked.has(c.facts.getDecisionTaken().getDecisionClass())) return std::nullopt;
  const auto deciders = c.kind == 605 ? c.facts.getSafetyJudged().getDeciders() : c.facts.getDecisionTaken().getDeciders();
  return has_two(deciders) || consulted_before(c) || follows_intervention(c) ? std::nullopt : Failure(Values{});
}

// SAFE-02 (seed 003 L2553-2554): with an instrument, for now and for later.
Failure safe_02(const Check& c) {
  const auto facts = c.facts.getSafetyJudged();
  const bool now = facts.getCurrent() != schema::SafetyJudgement::UNCLEAR && facts.getCurrent() != schema::SafetyJudgement::UNSET;
  const bool later = facts.getFuture() != schema::FutureRisk::UNCLEAR && facts.getFuture() != schema::FutureRisk::UNSET;
  return now && later && facts.getInstrument() != schema::Instrument::UNSET ? std::nullopt : Failure(Values{});
}

// An assessment is about those that it covers; one that covers nobody, and an evaluation, about the household.
std::vector<SubjectId> judged_about(const Check& c) {
  if (c.kind == 605) return {id_or_zero<SubjectId>(c.facts.getSafetyJudged().getChild())};
  std::vector<SubjectId> out;
  if (c.kind == 602)
    for (const auto& [person, domains] : assessment_of(c.input.event).covered) out.push_back(person);
  return out.empty() ? c.state()->people().household(c.t.at) : out;
}

bool has_a_voice(const Check& c, const SubjectId& child) {
  const auto age = c.state()->people().age(child, c.t);
  return age && age->least >= static_cast<int>(c.parameters.child_voice_age) && age->least < 18;
}

bool was_heard(const Check& c, const SubjectId& child) {
  return std::ranges::any_of(c.state()->course().hearings(), [&](const Hearing& h) {
    return h.heard == child && h.occurred <= c.t.at && c.t.at <= add(h.occurred, c.parameters.child_voice_window);
  });
}

// ASMT-05 (seed 003 L214-218): a child of that age is heard before it is judged about.
Failure asmt_05(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  std::string unheard;
  for (const SubjectId& child : judged_about(c))
    if (has_a_voice(c, child) && !was_heard(c, child)) append(unheard, to_text(child));
  return unheard.empty() ? std::nullopt : Failure(Values{{"child", unheard}});
}

}  // namespace

std::vector<Rule> meeting_rules() {
  return {{"MEET-01", {501}, meet_01}, {"MEET-03", {302, 501}, meet_03}, {"MEET-04", {501}, meet_04}, {"MEET-05", {502}, meet_05},
          {"MEET-06", {502}, meet_06}, {"MEET-07", {502}, meet_07}, {"ASMT-05", {602, 605, 1001}, asmt_05},
          {"SAFE-01", {502, 605}, safe_01}, {"SAFE-02", {605}, safe_02}};
}

}  // namespace inzicht
