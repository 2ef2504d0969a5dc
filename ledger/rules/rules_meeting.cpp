// MEET and SAFE: meetings with the family, and decisions that are explained and never taken alone.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

constexpr std::uint32_t minutes_part = 5010, reasoning_part = 5020, explanation_part = 5021;
constexpr unsigned why_family_absent = 2;                                  // of the minutes
constexpr unsigned child_interest = 2, impact = 3;                         // of the reasoning
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

// SAFE-01 (seed 003 L2535-2537): nobody decides on safety alone.
Failure safe_01(const Check& c) {
  using enum schema::DecisionClass;
  constexpr CodeSet<schema::DecisionClass> asked{SAFETY, PARENTING, PLACEMENT, PERSPECTIVE};
  if (c.kind == 502 && !asked.has(c.facts.getDecisionTaken().getDecisionClass())) return std::nullopt;
  const auto deciders = c.kind == 605 ? c.facts.getSafetyJudged().getDeciders() : c.facts.getDecisionTaken().getDeciders();
  return has_two(deciders) || consulted_before(c) ? std::nullopt : Failure(Values{});
}

// SAFE-02 (seed 003 L2553-2554): with an instrument, for now and for later.
Failure safe_02(const Check& c) {
  const auto facts = c.facts.getSafetyJudged();
  const bool now = facts.getCurrent() != schema::SafetyJudgement::UNCLEAR && facts.getCurrent() != schema::SafetyJudgement::UNSET;
  const bool later = facts.getFuture() != schema::FutureRisk::UNCLEAR && facts.getFuture() != schema::FutureRisk::UNSET;
  return now && later && facts.getInstrument() != schema::Instrument::UNSET ? std::nullopt : Failure(Values{});
}

// ASMT-05 (seed 003 L214-218): a child of that age is heard before it is judged about.
Failure asmt_05(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const auto child = id_or_zero<SubjectId>(c.facts.getSafetyJudged().getChild());
  const auto age = c.state()->people().age(child, c.t);
  if (!age || age->least < static_cast<int>(c.parameters.child_voice_age) || age->least >= 18) return std::nullopt;
  const bool heard = std::ranges::any_of(c.state()->course().hearings(), [&](const Hearing& h) {
    return h.heard == child && h.occurred <= c.t.at && c.t.at <= add(h.occurred, c.parameters.child_voice_window);
  });
  if (heard) return std::nullopt;
  return Values{{"child", to_text(child)}};
}

}  // namespace

std::vector<Rule> meeting_rules() {
  return {{"MEET-01", {501}, meet_01}, {"MEET-03", {302, 501}, meet_03}, {"MEET-05", {502}, meet_05}, {"MEET-06", {502}, meet_06},
          {"ASMT-05", {605}, asmt_05}, {"SAFE-01", {502, 605}, safe_01}, {"SAFE-02", {605}, safe_02}};
}

}  // namespace inzicht
