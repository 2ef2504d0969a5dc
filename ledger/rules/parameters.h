// The parameters that the rules of this version read, with the value they had on a day.
//
// Shape:   defaults come from parameters.jsonl; policies 109 of kind ruleParameters and lawTable in force on the day
//          replace them in order of recording. A value that does not parse leaves the one before it.
// Threads: each thread keeps the values of the registry it read last and parses again when a policy was added.
// Source:  docs/domain.md §5.4, §6.3, §7.2, §8.3; keys dutyArticles, crossLawTable and the form of ageTable are ours, for rows
//          of the law table.
#pragma once
#include <string>

#include "ledger/domain/values.h"
#include "ledger/registry/registry.h"

namespace inzicht {

struct LawPair {
  schema::TaskLaw from = schema::TaskLaw::UNSET;
  schema::TaskLaw to = schema::TaskLaw::UNSET;
  bool operator==(const LawPair&) const = default;
};

// One row of §5.4. A bound that is absent is not judged; ages are whole years, both ends included.
struct InterventionLimit {
  schema::InterventionType intervention = schema::InterventionType::UNSET;
  std::optional<Duration> shortest, longest;
  std::optional<std::uint64_t> most_hours;
  std::optional<std::uint64_t> youngest, eldest;
  bool operator==(const InterventionLimit&) const = default;
};
// §7.2: from which birthday somebody has a say beside those who hold gezag, decides alone, and decides as an adult.
struct AgeLines {
  std::uint64_t say = 0, alone = 0, adult = 0;
  bool operator==(const AgeLines&) const = default;
};
struct AgeTable {
  AgeLines jeugdwet, wmo, avg, guideline;
  bool operator==(const AgeTable&) const = default;
};
// How long conduct may be complained of: a term, and another for conduct before a day.
struct LapseTerm {
  Duration term;
  Date old_before;
  Duration old_term;
  const Duration& for_conduct_of(const Date& day) const { return day < old_before ? old_term : term; }
};

// ADM-10: how far a clock may be ahead. A policy may narrow it; the ledger's own limit, which verify knows too, is limits::clock_skew_seconds_max.
struct ClockSkew {
  Micros value = 0;
};

struct Parameters {
  ClockSkew clock_skew;                                 // clockSkew
  Duration seen_lag;                                    // seenLag
  CodeSet<schema::Role> content_free_roles;             // contentFreeRoles
  bool independent_wijkcoach = false;                   // independentWijkcoach
  std::string intake_model;                             // intakeModel
  std::uint64_t index_max_age = 0;                      // indexMaxAge
  std::string parents_needed;                           // parentsNeeded
  std::string over16_reading;                           // over16Reading
  Duration share_decision_life;                         // shareDecisionLife
  CodeSet<schema::RecipientClass> open_classes;         // openClasses
  CodeSet<schema::ShareException> six_answers_exempt;   // sixAnswersExempt
  CodeSet<schema::Role> directly_involved_roles;        // directlyInvolvedRoles
  CodeSet<schema::SharingMeans> unsafe_means;           // unsafeMeans
  bool wams_active = false;                             // wamsActive
  CodeSet<schema::MeetingType> family_types;            // familyTypes
  CodeSet<schema::MeetingType> headline_types;          // headlineTypes
  std::uint64_t child_voice_age = 0;                    // childVoiceAge
  Duration child_voice_window;                          // childVoiceWindow
  std::uint64_t max_goals = 0;                          // maxGoals
  std::uint64_t max_goals_reduced = 0;                  // maxGoalsReduced
  Duration max_postpone;                                // maxPostpone
  Duration max_record_delay_acts;                       // maxRecordDelayActs
  Duration request_extension;                           // requestExtension
  LapseTerm skj_term;                                   // skjTerm
  std::vector<std::string> cosign_kinds;                // cosignKinds
  Duration break_glass_review;                          // breakGlassReview
  std::vector<std::string> duty_articles;               // dutyArticles: articles that oblige to tell
  std::string process_model;                            // processModel
  std::uint64_t seven_domain_min = 0;                   // sevenDomainMin
  CodeSet<schema::LifeDomain> assess_domains;           // assessDomains
  CodeSet<schema::SafetyPlanItem> safety_plan_minimum;  // safetyPlanMinimum
  std::uint64_t meldcode_version = 0;                   // meldcodeVersion
  Duration unilateral_consult;                          // unilateralConsult
  schema::BalmPhase min_balm_phase = schema::BalmPhase::UNSET;  // minBalmPhase
  std::vector<InterventionLimit> intervention_limits;   // interventionLimits
  AgeTable ages;                                        // ageTable
  std::vector<LawPair> cross_laws;                      // crossLawTable: pairs that ask explicit consent
};

// The reference holds until this thread asks about another registry, or a policy is added.
const Parameters& parameters_on(const Registry& registry, const Date& on);
// The policies that gave a value on that day, ascending by id.
const std::vector<EventId>& parameter_policies(const Registry& registry, const Date& on);

// Whether this text is a value of a parameter that the rules read; nullopt when they read none of that key.
std::optional<bool> parameter_reads(std::string_view key, std::string_view text);

}  // namespace inzicht
