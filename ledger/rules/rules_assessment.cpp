// ASMT: what a family is called, which approach it gets, and what was looked into first. ASMT-05 stands with meetings,
// ASMT-07 with the process models.
#include <algorithm>
#include <bit>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Criterion = schema::QualificationCriterion;
using Criteria = CodeSet<Criterion>;

constexpr std::uint32_t approach_part = 2090;
constexpr unsigned regular_fell_short = 0, criteria_failed = 2;

constexpr Criteria practical{Criterion::ONE_CHILD, Criterion::TWO_RISK_FACTORS, Criterion::BURDEN_OVER_CAPACITY, Criterion::PARENTING_PROBLEM};
constexpr Criteria theoretical{Criterion::CHRONIC,   Criterion::HOUSEKEEPING, Criterion::PARTNER_RELATION,
                               Criterion::WELLBEING, Criterion::RESISTANT,    Criterion::INTERWOVEN};

bool chronic_for_a_year(const Check& c, schema::CaseQualified::Reader facts) {
  return facts.hasChronicSince() && add(date_of(facts.getChronicSince()), Duration{12, 0, 0}) <= c.t.on;
}

std::string missing_of(const Check& c, schema::CaseQualified::Reader facts) {
  const auto criteria = Criteria::of(facts.getCriteria());
  switch (facts.getModel()) {
    case schema::QualificationModel::PRACTICAL: return codes_text(practical.without(criteria));
    case schema::QualificationModel::THEORETICAL: {
      std::string missing = codes_text(theoretical.without(criteria));
      if (!chronic_for_a_year(c, facts)) append(missing, "chronicSince");
      return missing;
    }
    case schema::QualificationModel::SEVEN_DOMAIN: {
      std::string missing = codes_text(Criteria{Criterion::LONG_TERM}.without(criteria));
      const auto domains = std::popcount(CodeSet<schema::FactorDomain>::of(facts.getFactors()).bits());
      if (static_cast<std::uint64_t>(domains) < c.parameters.seven_domain_min) append(missing, "factors");
      return missing;
    }
    case schema::QualificationModel::AMSTERDAM: return facts.getCategory() == schema::AmsterdamCategory::UNSET ? "category" : "";
    case schema::QualificationModel::CMPG:
    case schema::QualificationModel::RISK_FAMILY:
    case schema::QualificationModel::SAFETY_NUISANCE:
    case schema::QualificationModel::UNSET: return {};
  }
  return {};
}

// ASMT-01 (seed 001 L267-272, L303-322, L1339-1347; seed 003 L694-696): a family gets the name only when it meets the model.
Failure asmt_01(const Check& c) {
  const auto facts = c.facts.getCaseQualified();
  if (facts.getOutcome() != schema::QualificationOutcome::MET) return std::nullopt;
  const auto missing = missing_of(c, facts);
  if (missing.empty()) return std::nullopt;
  return Values{{"model", code_text(facts.getModel())}, {"criteria", missing}};
}

// More pressure than before: towards drang from free help, or towards dwang.
bool adds_pressure(schema::Kader from, schema::Kader to) {
  using enum schema::Kader;
  return (to == DWANG && from != DWANG) || (to == DRANG && from != DRANG && from != DWANG);
}

// ASMT-02 (seed 001 L1303-1304, L1315): what is regular was tried before anything heavier.
Failure asmt_02(const Check& c) {
  const auto facts = c.facts.getApproachChosen();
  if (facts.getApproach() == schema::Approach::REGULAR && !adds_pressure(facts.getFromKader(), facts.getToKader())) return std::nullopt;
  using enum schema::RegularInstrument;
  const auto tried = CodeSet<schema::RegularInstrument>::of(facts.getExhausted()).without({UNSET, NONE});
  return !tried.empty() && c.filled(approach_part, regular_fell_short) ? std::nullopt : Failure(Values{});
}

bool names_criteria_in_force(const Check& c) {
  return std::ranges::any_of(references_of(c.header, schema::RefType::BASED_ON), [&](const EventId& event) {
    const PolicyInfo* policy = c.registry().find_policy(event);
    return policy != nullptr && policy->kind == schema::PolicyKind::SCALING_CRITERIA && policy->in_force(c.t.on);
  });
}

// ASMT-08 (seed 002 L907-911, L1239-1244): scaling follows stated criteria, and a case that is turned away keeps an owner.
Failure asmt_08(const Check& c) {
  const auto facts = c.facts.getApproachChosen();
  using enum schema::ScaleDirection;
  if (facts.getDirection() != UP && facts.getDirection() != DOWN) return std::nullopt;
  const bool held = facts.getOutcome() != schema::ScaleOutcome::REJECTED || (c.filled(approach_part, criteria_failed) && facts.hasFallbackOwner());
  return names_criteria_in_force(c) && held ? std::nullopt : Failure(Values{});
}

// All assessments that occurred by then together.
struct Coverage {
  CodeSet<schema::AssessmentTrack> tracks;
  std::map<SubjectId, CodeSet<schema::LifeDomain>> domains;
  void add(const Assessment& one) {
    tracks = tracks.with(one.tracks);
    for (const auto& [person, covered] : one.covered) domains[person] = domains[person].with(covered);
  }
};

// ASMT-03 (seed 000 L79-98, L287-292): by the first family plan everybody was looked at, on every life domain. An assessment
// after that plan is judged as well: it says what is still open.
Failure asmt_03(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const bool has_plan = c.state()->plans().has_plan(schema::PlanType::FAMILY_PLAN, c.t.at);
  const bool first_plan = c.kind == 804 && c.facts.getPlanAdopted().getPlanType() == schema::PlanType::FAMILY_PLAN && !has_plan;
  if (!first_plan && !(c.kind == 602 && has_plan)) return std::nullopt;
  Coverage all;
  for (const Assessment& one : c.state()->assessments().assessments())
    if (one.occurred <= c.t.at) all.add(one);
  if (c.kind == 602) all.add(assessment_of(c.input.event));
  int open = 0;
  for (const SubjectId& member : c.state()->people().household(c.t.at))
    open += std::popcount(c.parameters.assess_domains.without(all.domains[member]).bits());
  using enum schema::AssessmentTrack;
  const auto tracks = CodeSet<schema::AssessmentTrack>{CRISIS_QUESTIONS, AWARENESS}.without(all.tracks);
  if (open == 0 && tracks.empty()) return std::nullopt;
  return Values{{"n", std::to_string(open)}, {"tracks", codes_text(tracks)}};
}

constexpr std::size_t shown_events = 5;

// ASMT-04 (seed 003 L4433-4436): build on what is known before asking the family again. Names the latest events.
Failure asmt_04(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  std::vector<EventId> known;
  for (const EarlierInformation& one : c.state()->assessments().information())
    if (one.occurred <= c.t.at) known.push_back(one.event);
  for (auto ref : c.header.getReferences())
    if (names(known, id_or_zero<EventId>(ref.getEvent()))) return std::nullopt;
  std::string events;
  for (const EventId& event : std::span(known).last(std::min(known.size(), shown_events))) append(events, to_text(event));
  return events.empty() ? std::nullopt : Failure(Values{{"events", events}});
}

// ASMT-06 (seed 000 L245-284; seed 002 L1118-1126): who did what, what helped, where it stuck, and the family's own story.
Failure asmt_06(const Check& c) {
  const auto facts = c.facts.getStartAnalysisMade();
  using enum schema::StartSection;
  constexpr CodeSet<schema::StartSection> asked{PER_PARTY, EFFECTS, STAGNATION, VERLEGENHEID, GENERAL_FACTORS, FAMILY_STORY};
  std::string missing = codes_text(asked.without(CodeSet<schema::StartSection>::of(facts.getSections())));
  if (facts.getFamilyTold() != schema::YesNoUnknown::YES) append(missing, "familyTold");
  return missing.empty() ? std::nullopt : Failure(Values{{"sections", missing}});
}

}  // namespace

std::vector<Rule> assessment_rules() {
  return {{"ASMT-01", {208}, asmt_01}, {"ASMT-02", {209}, asmt_02}, {"ASMT-03", {602, 804}, asmt_03},
          {"ASMT-04", {602}, asmt_04}, {"ASMT-06", {601}, asmt_06}, {"ASMT-08", {209}, asmt_08}};
}

}  // namespace inzicht
