#include <algorithm>
#include <unordered_map>

#include "projections/affiliations.h"
#include "projections/cells.h"
#include "projections/gist.h"
#include "projections/read_history.h"
#include "projections/timeline.h"
#include "projections/timeline_row.h"

namespace inzicht {
namespace views {
namespace {

// What `extra` may ask of this view.
struct Extra {
  bool dilemma = false;
  std::optional<schema::Kader> kader;
  std::optional<schema::Conformity> claim;
};
Result<Extra> parse_extra(const std::optional<std::string>& text) {
  Extra out;
  if (!text) return out;
  out.dilemma = *text == "dilemma";
  out.kader = parse_code<schema::Kader>(*text);
  out.claim = parse_code<schema::Conformity>(*text);
  if (out.dilemma || out.kader || out.claim) return out;
  return fail(ErrorCode::bad_input, "timeline: expected \"dilemma\", a code of kader or one of conformity");
}

struct Line {
  Micros occurred = 0;
  Micros recorded = 0;
  std::uint64_t index = 0;
  TimelineRow row;
};

bool in_time(const ViewQuery& query, Micros occurred, Micros recorded) {
  return (!query.occurred_from || *query.occurred_from <= occurred) && (!query.occurred_until || occurred <= *query.occurred_until) &&
         (!query.recorded_until || recorded <= *query.recorded_until);
}

bool matches(const ViewQuery& query, const Extra& extra, const Line& line) {
  const TimelineRow& row = line.row;
  if (!in_time(query, line.occurred, line.recorded)) return false;
  if (query.kind && *query.kind != row.kind) return false;
  if (query.person && !names(row.subjects, *query.person) && row.performing_subject != query.person)
    return false;
  if (query.actor && row.actor != *query.actor && row.performer != query.actor) return false;
  if (query.conformity && row.claim != *query.conformity) return false;
  if (extra.dilemma && !row.dilemma) return false;
  if (extra.kader && !row.kaders.has(*extra.kader)) return false;
  return !extra.claim || row.claim == *extra.claim;
}

// By an organisation, or about it: the event names it, or one of its people. Whom a guarded event names is a
// fact of it.
class OfOrganisation {
 public:
  OfOrganisation(const Log& log, const ViewQuery& query, const Affiliations& affiliations)
      : log_(log), query_(query), affiliations_(affiliations) {}

  Result<bool> holds(const Line& line) const {
    if (is_by(line)) return true;
    if (is_guarded_kind(line.row.kind) && !query_.guarded_facts) return false;
    INZICHT_TRY(read, ReadHistory::of_event(log_, line.index));
    for (const auto& event : read->events())
      if (names_it(named_parties(event.event.header), line.occurred)) return true;
    return false;
  }

 private:
  bool is_of(const ActorId& actor, Micros at) const {
    return affiliations_.of(actor, at) == *query_.organisation;
  }
  bool is_by(const Line& line) const {
    const TimelineRow& row = line.row;
    if (row.organisation ? row.organisation == query_.organisation : is_of(row.actor, line.occurred))
      return true;
    return row.performer && is_of(*row.performer, line.occurred);
  }
  bool names_it(const NamedParties& named, Micros at) const {
    return names(named.organisations, *query_.organisation) ||
           std::ranges::any_of(named.actors, [&](const ActorId& actor) { return is_of(actor, at); });
  }

  const Log& log_;
  const ViewQuery& query_;
  const Affiliations& affiliations_;
};

Status keep_of_organisation(const Log& log, const ViewQuery& query, std::vector<Line>& lines) {
  if (!query.organisation) return {};
  INZICHT_TRY(affiliations, Affiliations::read(log, query));
  const OfOrganisation of(log, query, affiliations);
  std::vector<Line> kept;
  for (Line& line : lines) {
    INZICHT_TRY(holds, of.holds(line));
    if (holds) kept.push_back(std::move(line));
  }
  lines = std::move(kept);
  return {};
}

// Corrections by what they correct, those that the query may see.
using Corrections = std::unordered_map<EventId, std::vector<EventId>, IdHash>;

class Collector {
 public:
  Collector(const ViewQuery& query, const Extra& extra) : query_(query), extra_(extra) {}

  bool take(Bytes key, Bytes value) {
    KeyReader in(key);
    in.id();
    const auto mark = in.byte();
    return mark == timeline_correction ? take_correction(in, value) : take_row(in, value);
  }

  bool good() const { return good_; }
  std::uint64_t total() const { return total_; }
  std::vector<Line>& lines() { return lines_; }
  const Corrections& corrections() const { return corrections_; }

 private:
  bool take_row(KeyReader& in, Bytes value) {
    Line line;
    line.occurred = in.time();
    line.recorded = in.time();
    line.index = in.number();
    auto row = read_row<TimelineRow>(value);
    good_ = in.finished() && row.has_value();
    if (!good_) return false;
    line.row = std::move(*row);
    ++total_;
    if (matches(query_, extra_, line)) lines_.push_back(std::move(line));
    return true;
  }
  bool take_correction(KeyReader& in, Bytes value) {
    const EventId corrected{in.id()};
    in.number();
    const auto row = read_row<CorrectionRow>(value);
    good_ = in.finished() && row.has_value();
    if (!good_) return false;
    const bool seen = (!query_.occurred_until || row->occurred <= *query_.occurred_until) &&
                      (!query_.recorded_until || row->recorded <= *query_.recorded_until);
    if (seen) corrections_[corrected].push_back(row->event);
    return true;
  }

  const ViewQuery& query_;
  const Extra& extra_;
  std::vector<Line> lines_;
  Corrections corrections_;
  std::uint64_t total_ = 0;
  bool good_ = true;
};

std::vector<Column> columns() {
  return {{"occurred", "gebeurd", "occurred"},
          {"recorded", "vastgelegd", "recorded"},
          {"lag", "later vastgelegd", "lag"},
          {"kind", "soort", "kind"},
          {"who", "wie", "who"},
          {"role", "rol", "role"},
          {"organisation", "organisatie", "organisation"},
          {"about", "over wie", "about"},
          {"line", "kern", "line"},
          {"conformity", "conformiteit", "conformity"},
          {"findings", "bevindingen", "findings"},
          {"until", "tot", "until"},
          {"precision", "nauwkeurigheid", "precision"},
          {"performer", "uitgevoerd door", "performer"},
          {"corrects", "corrigeert", "corrects"},
          {"correctedBy", "gecorrigeerd door", "corrected by"},
          {"event", "gebeurtenis", "event"}};
}

// From the end of what happened; within a day is as it should be, and not worth a cell.
Cell lag_cell(const Line& line) {
  const Micros lag = line.recorded - line.row.until.value_or(line.occurred);
  if (lag <= micros_per_day) return {};
  return Atom{Duration{0, static_cast<std::uint32_t>(lag / micros_per_day), 0}};
}

// A minute is what people type; anything coarser must be seen, or a day would look like midnight.
Cell precision_cell(schema::Precision precision) {
  using enum schema::Precision;
  return precision == INSTANT || precision == MINUTE ? Cell() : code_cell(precision);
}

Cell performer_cell(const TimelineRow& row) { return row.performer ? id_cell(row.performer) : id_cell(row.performing_subject); }

Row show(const Line& line, const Corrections& corrections) {
  const TimelineRow& row = line.row;
  const auto by = corrections.find(row.event);
  Row out;
  out.index = line.index;
  out.cells = {time_cell(line.occurred),
               time_cell(line.recorded),
               lag_cell(line),
               Atom{KindCell{row.kind}},
               id_cell(row.actor),
               code_cell(row.role),
               id_cell(row.organisation),
               ids_cell(row.subjects),
               words_cell(line.index, row.line),
               code_cell(row.claim),
               rules_cell(row.findings),
               time_cell(row.until),
               precision_cell(row.precision),
               performer_cell(row),
               id_cell(row.corrects),
               ids_cell(by == corrections.end() ? std::vector<EventId>{} : by->second),
               id_cell(row.event)};
  return out;
}

}  // namespace
}  // namespace views

Result<ViewResult> query_timeline(const ViewStore& store, const Log& log, const ViewQuery& query) {
  using namespace views;
  INZICHT_TRY(extra, parse_extra(query.extra));
  Collector collector(query, extra);
  const Bytes prefix = query.kase ? query.kase->view() : Bytes{};
  INZICHT_CHECK(store.scan(timeline_name, prefix, [&](Bytes key, Bytes value) { return collector.take(key, value); }));
  if (!collector.good()) return fail(ErrorCode::corruption, "timeline: a stored row does not read; rebuild the view");
  auto& lines = collector.lines();
  INZICHT_CHECK(keep_of_organisation(log, query, lines));
  std::ranges::sort(lines, {}, [](const Line& l) { return std::tuple(l.occurred, l.recorded, l.index); });
  ViewResult out;
  out.columns = columns();
  out.total = collector.total();
  for (const auto& line : lines) out.rows.push_back(show(line, collector.corrections()));
  return out;
}

}  // namespace inzicht
