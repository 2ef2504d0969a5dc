#include "ledger/watch/watch.h"

#include <algorithm>

#include "ledger/watch/watching.h"

namespace inzicht {
namespace {

// Nothing is open before a 201 says so.
std::vector<Span> spans_open(const CaseHistory& history, Micros now) {
  std::vector<Span> out;
  const auto& opened = history.of(201);
  if (opened.empty()) return out;
  out.push_back({opened.front()->occurred, now});
  for (const auto* one : history.of(1102)) {
    const auto status = one->facts().getCaseStatusChanged().getStatus();
    if (status == schema::CaseStatus::CLOSED) out.back().until = std::min(out.back().until, one->occurred);
    if (status == schema::CaseStatus::REOPENED) out.push_back({one->occurred, now});
  }
  return out;
}

bool is_imported(const HistoryEvent& event) { return event.event.header.getPerformer().getBasis() == schema::PerformerBasis::IMPORT; }

// TIME-02 (design; JW 6.3.9): what is recorded long after it happened is listed.
void watch_delay(Watching& w) {
  for (const auto& event : w.history().events()) {
    const auto kind = event.kind();
    if (kind == 207 || kind == 1402 || is_imported(event)) continue;
    const bool act = kind == 305 || kind == 907 || kind == 909;
    const auto when = event.event.header.getOccurred();
    const Micros end = when.hasUntil() ? when.getUntil().getMicros() : event.occurred;
    const Micros latest = add(end, w.length(act ? "maxRecordDelayActs" : "maxRecordDelay", event.occurred));
    if (event.event.recorded_at > latest) w.find("TIME-02", event, latest, event.event.recorded_at);
  }
}

// The parts that a viewer opened on one day.
struct Day {
  const HistoryEvent* first = nullptr;
  ActorId viewer;
  Date on;
  std::uint64_t parts = 0;
};

bool acted_around(const CaseHistory& history, const ActorId& actor, Micros at, const Duration& window) {
  return std::ranges::any_of(history.events(), [&](const HistoryEvent& one) {
    return author_of(one.event) == actor && one.occurred <= add(at, window) && at <= add(one.occurred, window);
  });
}

bool ended_before(const CaseHistory& history, const ActorId& actor, const Date& on) {
  bool ended = false;
  for (const auto* one : history.in_order()) {
    if (one->kind() == 204 && date_of(one->facts().getInvolvementStarted().getFrom()) <= on)
      for (auto party : one->facts().getInvolvementStarted().getParties()) ended = ended && id_or_zero<ActorId>(party.getActor()) != actor;
    if (one->kind() == 205 && date_of(one->facts().getInvolvementEnded().getUntil()) < on)
      for (auto party : one->facts().getInvolvementEnded().getParties()) ended = ended || id_or_zero<ActorId>(party.getActor()) == actor;
  }
  return ended;
}

std::uint64_t parts_of(const HistoryEvent& read) {
  return read.kind() == 1301 ? read.facts().getPartsViewed().getParts() : read.facts().getExported().getRows();
}
ActorId viewer_of(const HistoryEvent& read) {
  return id_or_zero<ActorId>(read.kind() == 1301 ? read.facts().getPartsViewed().getViewer() : read.facts().getExported().getViewer());
}

// Looks of one viewer that belong together: see watch.h.
class Stretches {
 public:
  Stretches(const CaseHistory& history, const Registry& registry) : history_(history), registry_(registry) {}

  void add(const HistoryEvent& read, const ActorId& viewer) {
    const auto at = std::ranges::find_if(findings_, [&](const WatchFinding& one) { return one.actor == viewer && goes_on(one, read); });
    if (at == findings_.end()) {
      findings_.push_back({"ACC-02", &read, viewer, read.occurred, read.occurred});
      return;
    }
    at->until = read.occurred;
    ++at->count;
  }
  const std::vector<WatchFinding>& findings() const { return findings_; }

 private:
  bool goes_on(const WatchFinding& stretch, const HistoryEvent& read) const {
    if (read.occurred > inzicht::add(*stretch.until, length_of(registry_, "linkWindow", local_date(read.occurred)))) return false;
    return std::ranges::none_of(history_.of(1006), [&](const HistoryEvent* one) {
      return refers(*one, schema::RefType::CONCERNS, stretch.event->id) && std::string_view(one->facts().getFindingHandled().getRule().cStr()) == "ACC-02" &&
             one->event.recorded_at <= read.event.recorded_at;
    });
  }

  const CaseHistory& history_;
  const Registry& registry_;
  std::vector<WatchFinding> findings_;
};

// Whose task it is to look without acting in the case: an archivist weighs what may go, a policy adviser
// counts what is missing.
bool looks_by_office(schema::Role role) {
  using enum schema::Role;
  switch (role) {
    case PRIVACY_OFFICER:
    case AUDITOR:
    case CLIENT:
    case REPRESENTATIVE:
    case DISCIPLINARY_READER:
    case COMPLAINTS_OFFICER:
    case LEDGER_ADMIN:
    case ARCHIVIST:
    case POLICY_ADVISER:
      return true;
    default:
      return false;
  }
}

}  // namespace

Watching::Watching(const CaseHistory& history, const Registry& registry, Micros now, std::vector<WatchFinding>& out)
    : history_(history), registry_(registry), now_(now), out_(out), open_(spans_open(history, now)) {}

void Watching::find(std::string_view rule, const HistoryEvent& event, Micros since, std::optional<Micros> until, const ActorId& actor) {
  out_.push_back({rule, &event, actor, since, until});
}

void Watching::gaps(std::string_view rule, std::string_view key, const Span& span, const HistoryEvent& opener, const std::vector<const HistoryEvent*>& events, const ActorId& actor) {
  gaps(rule, [&](Micros from) { return add(from, length(key, from)); }, span, opener, events, actor);
}

void Watching::gaps(std::string_view rule, const LateAfter& late_after, const Span& span, const HistoryEvent& opener, const std::vector<const HistoryEvent*>& events, const ActorId& actor) {
  const HistoryEvent* last = &opener;
  Micros from = span.from;
  const auto look = [&](Micros next, bool lasts) {
    const Micros late = late_after(from);
    if (late < next) find(rule, *last, late, lasts ? std::nullopt : std::optional(next), actor);
  };
  for (const auto* event : events) {
    if (event->occurred < span.from || event->occurred > span.until) continue;
    look(event->occurred, false);
    last = event;
    from = event->occurred;
  }
  look(span.until, span.until == now_);
}

std::vector<WatchFinding> watch_findings(const CaseHistory& history, const Registry& registry, Micros now) {
  std::vector<WatchFinding> out;
  Watching watching(history, registry, now, out);
  watch_delay(watching);
  watch_roles(watching);
  watch_work(watching);
  return out;
}

std::vector<WatchFinding> access_findings(const CaseHistory& history, const CaseHistory& reads, const Registry& registry) {
  Stretches stretches(history, registry);
  std::vector<Day> days;
  for (const auto* read : reads.in_order()) {
    if (read->kind() != 1301 && read->kind() != 1302) continue;
    const ActorId viewer = viewer_of(*read);
    const Date on = local_date(read->occurred);
    auto day = std::ranges::find_if(days, [&](const Day& d) { return d.viewer == viewer && d.on == on; });
    if (day == days.end()) day = days.insert(days.end(), {read, viewer, on, 0});
    day->parts += parts_of(*read);
    if (looks_by_office(read->event.header.getRole())) continue;
    const Duration window = length_of(registry, "linkWindow", on);
    if (ended_before(history, viewer, on) || !acted_around(history, viewer, read->occurred, window)) stretches.add(*read, viewer);
  }
  auto out = stretches.findings();
  for (const Day& day : days)
    if (day.parts > count_of(registry, "maxPartsPerDay", day.on)) out.push_back({"ACC-02", day.first, day.viewer, day.first->occurred, day.first->occurred});
  return out;
}

}  // namespace inzicht
