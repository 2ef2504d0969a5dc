// Where a case stands in the 24 steps of the complex multi-problem approach, derived from what was done: docs/domain.md §3.1 (seed 000).
//
// Shape:   take every event in order of what occurred; then ask per step. Nothing is blocked and no order is asked (seed 000 L356-360).
// Owns:    nothing: events outlive it.
#pragma once
#include <array>
#include <map>

#include "ledger/domain/assessments.h"
#include "ledger/domain/people.h"
#include "ledger/watch/case_history.h"

namespace inzicht::views {

inline constexpr unsigned process_steps = 24;

struct StepState {
  unsigned times = 0;
  const HistoryEvent* entered = nullptr;  // the last time
  unsigned nth = 0;                       // of all entries of the case, counted from 1
  const HistoryEvent* left_by = nullptr;
  std::optional<Micros> left;             // empty: still in it, or never entered
  schema::Kader frame = schema::Kader::UNSET;  // when it was entered
  bool is_open() const { return times > 0 && !left; }
};

class ProcessWalk {
 public:
  explicit ProcessWalk(const CaseHistory& history);
  const StepState& step(unsigned number) const { return steps_[number - 1]; }
  // Begun without all seven questions answered (SIG-01).
  bool has_open_questions() const { return open_questions_; }
  // The first day after aftercare, when it was agreed until a day.
  std::optional<Date> aftercare_until() const { return aftercare_until_; }
  unsigned moves() const { return moves_; }

 private:
  void take(const HistoryEvent& event);
  void take_begin(const HistoryEvent& event);
  void take_plan(const HistoryEvent& event);
  void take_end(const HistoryEvent& event);
  void signal_assessed(const HistoryEvent& event);
  void crisis_action(const HistoryEvent& event);
  void meeting(const HistoryEvent& event);
  void assessed(const HistoryEvent& event);
  void contact(const HistoryEvent& event);
  void motivation(const HistoryEvent& event);
  void goal(const HistoryEvent& event);
  void plan(const HistoryEvent& event);
  void task(const HistoryEvent& event);
  void worked_on(const HistoryEvent& event, bool long_term, bool short_term);
  void worked_on_goals(const HistoryEvent& event, bool long_term, bool short_term);
  void evaluated(const HistoryEvent& event);
  void status(const HistoryEvent& event);

  void enter(unsigned number, const HistoryEvent& event);
  void leave(unsigned number, const HistoryEvent& event);
  void leave_all(std::initializer_list<unsigned> numbers, const HistoryEvent& event);
  bool is_covered(Micros at) const;
  bool has_goal(schema::Horizon horizon) const;
  bool every_goal_has_a_task() const;

  struct SetGoal {
    schema::Horizon horizon = schema::Horizon::UNSET;
    bool has_task = false;
    bool has_parts = false;  // reached by way of the goals that are part of it
  };

  std::array<StepState, process_steps> steps_{};
  unsigned entries_ = 0;
  bool open_questions_ = false;
  unsigned moves_ = 0;
  schema::Kader frame_ = schema::Kader::UNSET;
  CodeSet<schema::WQuestion> answered_;
  std::vector<EventId> crises_;            // not ended
  People people_;
  std::map<SubjectId, CodeSet<schema::LifeDomain>> covered_;
  std::vector<EventId> tdos_;
  std::map<EventId, SetGoal> goals_;
  std::map<EventId, std::vector<EventId>> tasks_;  // the goals of a task
  bool has_aftercare_ = false;
  std::optional<Date> aftercare_until_;
};

}  // namespace inzicht::views
