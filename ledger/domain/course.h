// The course of a case: opened (201), signals and their assessment (301, 302), judgements of safety (605), people heard
// (503), home visits (701), decisions taken (502), closing decided (1101), status (1102).
//
// Source:  docs/domain.md §3, §4.2-§4.7, §4.11.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct Opened {
  Micros occurred = 0;
  schema::Approach approach = schema::Approach::UNSET;
  CodeSet<schema::TaskLaw> laws;
};
struct Signal {
  EventId event;
  CodeSet<schema::WQuestion> answered;
  bool danger = false;  // for a visitor
};
struct SignalAssessment {
  EventId event;
  schema::SignalDecision decision = schema::SignalDecision::UNSET;
  CodeSet<schema::WQuestion> answered;
};
struct SafetyNote {
  EventId event;
  SubjectId child;
  Micros occurred = 0;
  schema::SafetyJudgement current = schema::SafetyJudgement::UNSET;
};
struct Hearing {
  EventId event;
  SubjectId heard;
  Micros occurred = 0;
  std::vector<EventId> about;  // what it concerns, and the meeting it was part of
};
struct DecisionNote {
  EventId event;
  schema::DecisionClass cls = schema::DecisionClass::UNSET;
  std::vector<ActorId> deciders;
};

struct Closing {
  EventId event;
  schema::ClosingOutcome outcome = schema::ClosingOutcome::UNSET;
  schema::AftercareKind aftercare = schema::AftercareKind::UNSET;
  OrganisationId aftercare_org;
};

class Course {
 public:
  void opened(const Recorded& event);
  void signal(const Recorded& event);
  void signal_assessed(const Recorded& event);
  void safety_judged(const Recorded& event);
  void heard(const Recorded& event);
  void contact(const Recorded& event);
  void decided(const Recorded& event);
  void closing_decided(const Recorded& event);
  void status_changed(const Recorded& event);

  const std::optional<Opened>& opening() const { return opening_; }
  bool is_closed() const { return status_ == schema::CaseStatus::CLOSED; }
  const Signal* signal(const EventId& event) const;
  // Over all signals and assessments of the case.
  CodeSet<schema::WQuestion> answered() const { return answered_; }
  bool has_signals() const { return !signals_.empty(); }
  bool danger_for_visitor() const { return danger_; }
  bool visited_at_home() const { return visited_; }
  // The judgement about this child that occurred last by then.
  const SafetyNote* safety(const SubjectId& child, Micros at) const;
  const SafetyNote* safety(const EventId& event) const;
  const std::vector<Hearing>& hearings() const { return hearings_; }
  const DecisionNote* decision(const EventId& event) const;
  const Closing* closing(const EventId& event) const;
  const Closing* last_closing() const { return closings_.empty() ? nullptr : &closings_.back(); }

 private:
  std::optional<Opened> opening_;
  schema::CaseStatus status_ = schema::CaseStatus::UNSET;
  std::vector<Signal> signals_;
  std::vector<SignalAssessment> assessments_;
  CodeSet<schema::WQuestion> answered_;
  bool danger_ = false;
  bool visited_ = false;
  std::vector<SafetyNote> safety_;
  std::vector<Hearing> hearings_;
  std::vector<DecisionNote> decisions_;
  std::vector<Closing> closings_;
};

// A visit that took place at the family's home.
bool is_home_visit(schema::ContactHeld::Reader facts);

}  // namespace inzicht
