// Rows of the timeline as stored: shared by the projection that writes them and the query that reads them.
//
// Key:  case id (zero: of no case) || mark || then for a row: occurred, recorded, index; for a correction: corrected event id, index.
#pragma once
#include "projections/findings.h"
#include "projections/line.h"
#include "projections/row_codec.h"

namespace inzicht::views {

inline constexpr std::string_view timeline_name = "timeline";
inline constexpr std::uint8_t timeline_correction = 1;
inline constexpr std::uint8_t timeline_row = 2;

struct TimelineRow {
  EventId event;
  std::uint16_t kind = 0;
  std::optional<Micros> until;
  schema::Precision precision = schema::Precision::UNSET;
  ActorId actor;
  std::optional<ActorId> performer;
  std::optional<SubjectId> performing_subject;
  schema::Role role = schema::Role::UNSET;
  std::optional<OrganisationId> organisation;
  std::vector<SubjectId> subjects;
  std::optional<Place> line;
  schema::Conformity claim = schema::Conformity::UNSET;
  std::vector<RuleNote> findings;
  CodeSet<schema::Kader> kaders;
  bool dilemma = false;
  std::optional<EventId> corrects;

  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.event, self.kind, self.until, self.precision, self.actor, self.performer, self.performing_subject, self.role, self.organisation,
      self.subjects, self.line, self.claim, self.findings, self.kaders, self.dilemma, self.corrects);
  }
};
// Beside the event that is corrected: which correction, and when.
struct CorrectionRow {
  EventId event;
  Micros occurred = 0;
  Micros recorded = 0;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.event, self.occurred, self.recorded);
  }
};

}  // namespace inzicht::views
