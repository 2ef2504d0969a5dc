// Other ways of working read on the same events: per model its steps, and which events are a step. docs/domain.md §3.2 (seeds 001 to 004).
//
// Shape:   a step names the kinds it looks at, and a test on the facts where a kind alone does not say it. Nothing is stored for a model:
//          the same case answers in all of them. Steps do not exclude each other, and no order is asked (seed 000 L356-360).
// Threads: constant tables.
#pragma once
#include <span>

#include "ledger/watch/case_history.h"

namespace inzicht::views {

struct ModelStep {
  std::string_view key;                                 // text "model.amsterdam.signal"
  std::span<const std::uint16_t> kinds;
  bool (*is_step)(const HistoryEvent& event) = nullptr; // absent: every event of these kinds
};
struct ProcessModel {
  std::string_view name;                                // as --model takes it: "amsterdam"
  std::span<const ModelStep> steps;
};

std::span<const ProcessModel> process_models();
const ProcessModel* find_model(std::string_view name);
// The events that are this step, in the order of the history.
std::vector<const HistoryEvent*> events_of(const ModelStep& step, const CaseHistory& history);

}  // namespace inzicht::views
