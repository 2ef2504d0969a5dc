// What was decided about sharing (407), discussed in meetings (501), asked of colleagues (504), told to the people concerned
// (410), and what they are to be told later (411).
//
// Shape:   as recorded, in order of recording. Whether a decision is in force is asked in ledger/rules.
//          A postponement stands, also past its day of review, until the person is told (410) or a new one takes its place.
// Source:  docs/domain.md §8, §8.6; JW 7.3.2(4).
#pragma once
#include <string>

#include "ledger/domain/values.h"

namespace inzicht {

struct Decision {
  EventId event;
  std::uint64_t index = 0;
  Moment decided;
  ActorId author;
  schema::ShareDecision decision = schema::ShareDecision::UNSET;
  std::vector<SubjectId> about;
  std::vector<Recipient> recipients;
  schema::SharePurpose purpose = schema::SharePurpose::UNSET;
  CodeSet<schema::DataCategory> categories;
  schema::DetailLevel detail = schema::DetailLevel::UNSET;
  std::string article;  // key of the law table
  schema::TaskLaw from_law = schema::TaskLaw::UNSET;
  schema::ShareRoute route = schema::ShareRoute::UNSET;
  schema::ShareException exception = schema::ShareException::UNSET;
  std::optional<Date> valid_until;  // the first day that it no longer holds
  std::uint64_t weighing = 0;       // fields of the weighing that are filled
  std::vector<EventId> consents;    // underConsent
  std::vector<EventId> based_on;
  bool shares() const { return decision == schema::ShareDecision::SHARE || decision == schema::ShareDecision::SHARE_PARTLY; }
};

struct Meeting {
  EventId event;
  std::uint64_t index = 0;
  Micros occurred = 0;
  schema::MeetingType type = schema::MeetingType::UNSET;
  bool family_present = false;
};

struct Consultation {
  EventId event;
  Micros occurred = 0;
  schema::ConsultKind kind = schema::ConsultKind::UNSET;
  ActorId author;
  std::vector<ActorId> with;
  // Asked of somebody else than this actor: a named colleague, or whoever recorded the advice.
  bool is_with_another(const ActorId& actor) const;
};

struct Told {
  Micros occurred = 0;
  std::vector<SubjectId> told;
  CodeSet<schema::InformTopic> topics;
};

struct Postponement {
  EventId event;
  Micros occurred = 0;
  std::vector<SubjectId> about;
  std::vector<EventId> concerns;
  std::vector<std::pair<SubjectId, Micros>> told;
  std::optional<Micros> superseded;
  // For this person.
  bool in_force(const SubjectId& person, Micros at) const;
};

// One decision as its header states it: the fold keeps it, a rule judges it before it is recorded.
Decision decision_of(const Recorded& event);
bool is_present(schema::Presence presence);

class Sharing {
 public:
  void decided(const Recorded& event);
  void met(const Recorded& event);
  void consulted(const Recorded& event);
  void informed(const Recorded& event);
  void postponed(const Recorded& event);

  const std::vector<Decision>& decisions() const { return decisions_; }
  const std::vector<Meeting>& meetings() const { return meetings_; }
  const std::vector<Told>& informings() const { return told_; }
  const std::vector<Postponement>& postponements() const { return postponements_; }
  const Postponement* postponement(const EventId& event) const;
  const Decision* decision(const EventId& event) const;
  const Meeting* meeting(const EventId& event) const;
  const Consultation* consultation(const EventId& event) const;
  bool has_met(schema::MeetingType type) const;

 private:
  std::vector<Decision> decisions_;
  std::vector<Meeting> meetings_;
  std::vector<Consultation> consultations_;
  std::vector<Told> told_;
  std::vector<Postponement> postponements_;
};

}  // namespace inzicht
