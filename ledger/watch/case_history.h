// One case as terms and watch rules see it: its events in log order, and what refers to what.
//
// Shape:   as of some moment: whoever makes it leaves out what was recorded or occurred later. Access events are of no case
//          and do not stand here.
// Owns:    nothing of the headers: they outlive the history.
// Threads: safe from any thread once made.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/domain/values.h"

namespace inzicht {

struct HistoryEvent {
  Recorded event;
  EventId id;
  Micros occurred = 0;
  std::vector<std::string> warned;     // rules that the ledger found not met, unexplained
  std::vector<std::string> explained;  // rules that the author named

  std::uint16_t kind() const { return event.header.getKind(); }
  schema::Facts::Reader facts() const { return event.header.getFacts(); }
};

class CaseHistory {
 public:
  explicit CaseHistory(std::vector<HistoryEvent> events);
  CaseHistory(const CaseHistory&) = delete;
  CaseHistory& operator=(const CaseHistory&) = delete;

  const std::vector<HistoryEvent>& events() const { return events_; }
  const HistoryEvent* find(const EventId& id) const;
  // Of the kind, in order of what occurred.
  const std::vector<const HistoryEvent*>& of(std::uint16_t kind) const;
  // In order of what occurred.
  const std::vector<const HistoryEvent*>& in_order() const { return in_order_; }

 private:
  std::vector<HistoryEvent> events_;
  std::vector<const HistoryEvent*> in_order_;
  std::unordered_map<EventId, const HistoryEvent*, IdHash> by_id_;
  std::unordered_map<std::uint16_t, std::vector<const HistoryEvent*>> by_kind_;
};

bool refers(const HistoryEvent& event, schema::RefType relation, const EventId& to);

}  // namespace inzicht
