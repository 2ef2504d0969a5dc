// What was looked into before and beside a plan: earlier help (207), qualification (208), approach (209), start analyses
// (601), assessments (602), motivation (702), what others told (409, 603), and youth help that was granted (810).
//
// Shape:   as recorded, in order of recording; questions are asked for a moment.
// Source:  docs/domain.md §3.1, §3.2, §4.2, §4.6, §4.7.
#pragma once
#include <map>

#include "ledger/domain/values.h"

namespace inzicht {

struct Qualification {
  EventId event;
  Micros occurred = 0;
  schema::QualificationModel model = schema::QualificationModel::UNSET;
  schema::AmsterdamCategory category = schema::AmsterdamCategory::UNSET;
  bool holds = false;  // met, and not withdrawn since
};
struct ChosenApproach {
  EventId event;
  Micros occurred = 0;
  schema::Approach approach = schema::Approach::UNSET;
  schema::ScaleOutcome outcome = schema::ScaleOutcome::UNSET;
  std::optional<EventId> discussed_in;
};
struct StartAnalysis {
  EventId event;
  Micros occurred = 0;
  bool rests_on_history = false;  // names at least one 207
  schema::YesNoUnknown earlier_help = schema::YesNoUnknown::UNSET;
};
struct Assessment {
  EventId event;
  Micros occurred = 0;
  CodeSet<schema::AssessmentTrack> tracks;
  std::map<SubjectId, CodeSet<schema::LifeDomain>> covered;  // whatever the status: not assessed, with a reason, is one
};
struct Motivation {
  SubjectId who;
  Micros occurred = 0;
  schema::BalmPhase phase = schema::BalmPhase::UNSET;
  schema::Horizon horizon = schema::Horizon::UNSET;
  schema::MotivationDriver driver = schema::MotivationDriver::UNSET;
};
struct EarlierInformation {
  EventId event;
  Micros occurred = 0;
};

// One assessment as its header states it: the fold keeps it, a rule judges it before it is recorded.
Assessment assessment_of(const Recorded& event);

class Assessments {
 public:
  void apply(const Recorded& event);

  const std::vector<StartAnalysis>& start_analyses() const { return start_analyses_; }
  const std::vector<Assessment>& assessments() const { return assessments_; }
  const std::vector<Motivation>& motivations() const { return motivations_; }
  const std::vector<ChosenApproach>& approaches() const { return approaches_; }
  // Events that hold information which somebody gave before: 207, 409, 601, 602, 603.
  const std::vector<EarlierInformation>& information() const { return information_; }
  bool has_start_analysis(Micros at) const;
  // Of the last qualification by the Amsterdam model that holds; UNSET when there is none.
  schema::AmsterdamCategory amsterdam_category(Micros at) const;
  bool has_indicated_care(Micros at) const;

 private:
  void qualified(const Recorded& event);
  void approach_chosen(const Recorded& event);
  void start_analysis(const Recorded& event);
  void motivation(const Recorded& event);
  void formal_decision(const Recorded& event);

  std::vector<Qualification> qualifications_;
  std::vector<ChosenApproach> approaches_;
  std::vector<EventId> histories_;
  std::vector<StartAnalysis> start_analyses_;
  std::vector<Assessment> assessments_;
  std::vector<Motivation> motivations_;
  std::vector<EarlierInformation> information_;
  std::vector<Micros> indicated_;
};

}  // namespace inzicht
