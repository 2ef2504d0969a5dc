// What watch rules share: the time a case is open, and gaps between events.
#pragma once
#include <functional>

#include "ledger/watch/terms.h"
#include "ledger/watch/watch.h"

namespace inzicht {

struct Span {
  Micros from = 0, until = 0;
};

class Watching {
 public:
  Watching(const CaseHistory& history, const Registry& registry, Micros now, std::vector<WatchFinding>& out);

  const CaseHistory& history() const { return history_; }
  const Registry& registry() const { return registry_; }
  Micros now() const { return now_; }
  // From the opening until the closing or now, and again after each reopening.
  const std::vector<Span>& open_spans() const { return open_; }
  Duration length(std::string_view key, Micros at) const { return length_of(registry_, key, local_date(at)); }

  void find(std::string_view rule, const HistoryEvent& event, Micros since, std::optional<Micros> until, const ActorId& actor = {});
  // When a gap that began then has lasted too long.
  using LateAfter = std::function<Micros(Micros from)>;
  // Longer than the length without any of the events, which are in order: one finding per gap, from when it grew too long.
  void gaps(std::string_view rule, std::string_view key, const Span& span, const HistoryEvent& opener, const std::vector<const HistoryEvent*>& events, const ActorId& actor = {});
  void gaps(std::string_view rule, const LateAfter& late_after, const Span& span, const HistoryEvent& opener, const std::vector<const HistoryEvent*>& events, const ActorId& actor = {});

 private:
  const CaseHistory& history_;
  const Registry& registry_;
  Micros now_;
  std::vector<WatchFinding>& out_;
  std::vector<Span> open_;
};

void watch_roles(Watching& w);
void watch_work(Watching& w);

}  // namespace inzicht
