// Evaluations (1001), escalations (1003), and what waits for an answer: escalations, requests (405, 1201) and postponed
// informing (411).
//
// Shape:   an escalation is settled by an answer (303), an update of its task (807) or a further step; a request of another
//          party by what answers it, that of a data subject by a decision other than a longer term; a postponement when
//          everybody it is about was told what it concerns, or by the next one.
// Source:  docs/domain.md §4.10, §6.2 (TERM-08, TERM-10, TERM-29, TERM-34).
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct Evaluation {
  EventId event;
  Micros occurred = 0;
  schema::EvaluationKind kind = schema::EvaluationKind::UNSET;
  std::optional<EventId> discussed_in;
};
struct Escalation {
  EventId event;
  Micros occurred = 0;
  schema::EscalationLevel level = schema::EscalationLevel::UNSET;
  std::vector<EventId> matters;  // what it concerns
};
struct OpenMatter {
  EventId event;
  std::uint16_t kind = 0;
  std::vector<EventId> matters;
  std::vector<SubjectId> untold;  // of a postponement
};

class Evaluations {
 public:
  void apply(const Recorded& event);

  const std::vector<Evaluation>& evaluations() const { return evaluations_; }
  const std::vector<Escalation>& escalations() const { return escalations_; }
  // What nobody settled yet, in order of recording.
  const std::vector<OpenMatter>& open() const { return open_; }

 private:
  void evaluated(const Recorded& event);
  void escalated(const Recorded& event);
  void postponed(const Recorded& event);
  void told(const Recorded& event);
  void open(const Recorded& event);
  void settle(const std::optional<EventId>& event);

  std::vector<Evaluation> evaluations_;
  std::vector<Escalation> escalations_;
  std::vector<OpenMatter> open_;
};

}  // namespace inzicht
