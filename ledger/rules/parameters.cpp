#include "ledger/rules/parameters.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "ledger/base/limits.h"
#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/tables.h"

namespace inzicht {
namespace {

constexpr std::uint64_t age_most = 120;

bool read(std::string& to, std::string_view text) {
  to = text;
  return true;
}
bool read(bool& to, std::string_view text) {
  if (text != "true" && text != "false") return false;
  to = text == "true";
  return true;
}
bool read(std::uint64_t& to, std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return false;
  to = value;
  return true;
}
bool read(Duration& to, std::string_view text) {
  const auto value = parse_duration(text);
  if (value) to = *value;
  return value.has_value();
}
bool read(ClockSkew& to, std::string_view text) {
  const auto value = parse_duration(text);
  const bool fits = value && value->months == 0 && value->days == 0 && value->seconds <= limits::clock_skew_seconds_max;
  if (fits) to.value = static_cast<Micros>(value->seconds) * micros_per_second;
  return fits;
}
template <class T>
bool read(std::optional<T>& to, std::string_view text) {
  T value{};
  if (!text.empty() && !read(value, text)) return false;
  to = text.empty() ? std::nullopt : std::optional<T>(value);
  return true;
}
// The text before the mark, which is taken off with it; all of it when there is no mark.
std::string_view take_until(std::string_view& text, std::string_view mark) {
  const auto at = text.find(mark);
  const auto head = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
  return head;
}
// "P6W..P6M", "..85", "8.."; empty for no bounds.
template <class T>
bool read_range(std::optional<T>& least, std::optional<T>& most, std::string_view text) {
  const auto first = take_until(text, "..");
  return read(least, first) && read(most, text);
}
// By place in the list: "1..16".
template <class E>
bool add_places(CodeSet<E>& set, std::string_view range) {
  std::optional<std::uint64_t> first, last;
  if (!read_range(first, last, range) || !first || !last || *first == 0 || *last < *first || *last > 63) return false;
  for (auto place = *first; place <= *last; ++place) set.add(static_cast<E>(place));
  return true;
}
template <class E>
bool read(E& to, std::string_view text)
  requires std::is_enum_v<E>
{
  const auto value = code_value<E>(text);
  if (value) to = *value;
  return value.has_value();
}
template <class E>
bool read(CodeSet<E>& to, std::string_view text) {
  CodeSet<E> set;
  bool known = true;
  for_each_item(text, [&](std::string_view item) {
    const auto value = code_value<E>(item);
    if (value) set.add(*value);
    known = known && (value || add_places(set, item));
  });
  if (known) to = set;
  return known;
}
bool read(std::vector<std::string>& to, std::string_view text) {
  to.clear();
  for_each_item(text, [&to](std::string_view item) { to.emplace_back(item); });
  return true;
}
// "jeugdwet:wmo,wgs:wmo"
bool read(std::vector<LawPair>& to, std::string_view text) {
  std::vector<LawPair> pairs;
  bool known = true;
  for_each_item(text, [&](std::string_view item) {
    const auto colon = item.find(':');
    const auto from = code_value<schema::TaskLaw>(item.substr(0, colon));
    const auto law = colon == std::string_view::npos ? std::nullopt : code_value<schema::TaskLaw>(item.substr(colon + 1));
    if (from && law) pairs.push_back({*from, *law});
    known = known && from && law;
  });
  if (known) to = std::move(pairs);
  return known;
}

// "jeugdwet:12:16:18,wmo:12:12:18": of a table what is not named stays as it was.
bool read(AgeTable& to, std::string_view text) {
  AgeTable table = to;
  bool known = true;
  for_each_item(text, [&](std::string_view item) {
    const std::pair<std::string_view, AgeLines*> rows[] = {{"jeugdwet", &table.jeugdwet}, {"wmo", &table.wmo}, {"avg", &table.avg}, {"guideline", &table.guideline}};
    const auto name = take_until(item, ":");
    const auto row = std::ranges::find(rows, name, [](const auto& one) { return one.first; });
    AgeLines lines;
    known = known && row != std::end(rows) && read(lines.say, take_until(item, ":")) && read(lines.alone, take_until(item, ":")) && read(lines.adult, item) &&
            lines.say <= lines.alone && lines.alone <= lines.adult && lines.adult <= age_most;
    if (known) *row->second = lines;
  });
  if (known) to = table;
  return known;
}

// "reset:..P12M:..85:0..19,vig:..P6M::..15": intervention, duration, hours, ages.
bool read(std::vector<InterventionLimit>& to, std::string_view text) {
  std::vector<InterventionLimit> limits;
  bool known = true;
  for_each_item(text, [&](std::string_view item) {
    InterventionLimit limit;
    std::optional<std::uint64_t> least_hours;
    known = known && read(limit.intervention, take_until(item, ":")) && read_range(limit.shortest, limit.longest, take_until(item, ":")) &&
            read_range(least_hours, limit.most_hours, take_until(item, ":")) && read_range(limit.youngest, limit.eldest, item);
    limits.push_back(limit);
  });
  if (known) to = std::move(limits);
  return known;
}

// "P3Y", or with the term of old conduct: "P3Y (conduct before 2019-03-04: P5Y)"
bool read(LapseTerm& to, std::string_view text) {
  constexpr std::string_view opening = " (conduct before ";
  const auto at = text.find(opening);
  LapseTerm read_term = to;
  if (!read(read_term.term, text.substr(0, at))) return false;
  if (at != std::string_view::npos) {
    const auto old = text.substr(at + opening.size());
    const auto colon = old.find(": ");
    if (colon == std::string_view::npos || !old.ends_with(')')) return false;
    const auto before = parse_date(old.substr(0, colon));
    if (!before || !read(read_term.old_term, old.substr(colon + 2, old.size() - colon - 3))) return false;
    read_term.old_before = *before;
  }
  to = read_term;
  return true;
}

using Reader = bool (*)(Parameters&, std::string_view);
template <auto field>
bool into(Parameters& p, std::string_view text) {
  return read(p.*field, text);
}

const std::map<std::string, Reader, std::less<>>& readers() {
  static const std::map<std::string, Reader, std::less<>> table{
      {"clockSkew", into<&Parameters::clock_skew>},
      {"seenLag", into<&Parameters::seen_lag>},
      {"contentFreeRoles", into<&Parameters::content_free_roles>},
      {"independentWijkcoach", into<&Parameters::independent_wijkcoach>},
      {"intakeModel", into<&Parameters::intake_model>},
      {"indexMaxAge", into<&Parameters::index_max_age>},
      {"parentsNeeded", into<&Parameters::parents_needed>},
      {"over16Reading", into<&Parameters::over16_reading>},
      {"shareDecisionLife", into<&Parameters::share_decision_life>},
      {"openClasses", into<&Parameters::open_classes>},
      {"sixAnswersExempt", into<&Parameters::six_answers_exempt>},
      {"directlyInvolvedRoles", into<&Parameters::directly_involved_roles>},
      {"unsafeMeans", into<&Parameters::unsafe_means>},
      {"wamsActive", into<&Parameters::wams_active>},
      {"familyTypes", into<&Parameters::family_types>},
      {"headlineTypes", into<&Parameters::headline_types>},
      {"childVoiceAge", into<&Parameters::child_voice_age>},
      {"childVoiceWindow", into<&Parameters::child_voice_window>},
      {"maxGoals", into<&Parameters::max_goals>},
      {"maxGoalsReduced", into<&Parameters::max_goals_reduced>},
      {"processModel", into<&Parameters::process_model>},
      {"sevenDomainMin", into<&Parameters::seven_domain_min>},
      {"assessDomains", into<&Parameters::assess_domains>},
      {"safetyPlanMinimum", into<&Parameters::safety_plan_minimum>},
      {"meldcodeVersion", into<&Parameters::meldcode_version>},
      {"unilateralConsult", into<&Parameters::unilateral_consult>},
      {"minBalmPhase", into<&Parameters::min_balm_phase>},
      {"interventionLimits", into<&Parameters::intervention_limits>},
      {"maxPostpone", into<&Parameters::max_postpone>},
      {"maxRecordDelayActs", into<&Parameters::max_record_delay_acts>},
      {"requestExtension", into<&Parameters::request_extension>},
      {"skjTerm", into<&Parameters::skj_term>},
      {"cosignKinds", into<&Parameters::cosign_kinds>},
      {"breakGlassReview", into<&Parameters::break_glass_review>},
      {"dutyArticles", into<&Parameters::duty_articles>},
      {"ageTable", into<&Parameters::ages>},
      {"crossLawTable", into<&Parameters::cross_laws>},
  };
  return table;
}

// Defaults whose row in parameters.jsonl points at a table of the text instead of naming values.
constexpr std::pair<std::string_view, std::string_view> defaults_of_text[] = {
    // docs/domain.md §8.3; the regisseur is for a lawyer to confirm.
    {"directlyInvolvedRoles", "wijkcoach,buddy,specialist,behaviouralScientist,youthProtector,guardian,healthProfessional,regisseur"},
    // docs/domain.md §5.4; seed 003 L4587-4925, seed 001 L1646.
    {"interventionLimits",
     "iog:..P5M::,iogErgerVoorkomen:P6W..P6M::8..17,jeugdhulpThuis:P6M..P24M::0..18,reset:..P12M:..85:0..19,vig:..P6M::0..15,wig:P12M..P24M::0..11,"
     "intensiveCasemanagement:P2Y..P3Y::"},
    // docs/domain.md §7.2: JW 7.3.4-5 and 7.3.11, Wmo 5.3.3, UAVG 5, the guideline of before 2015.
    {"ageTable", "jeugdwet:12:16:18,wmo:12:12:18,avg:16:16:18,guideline:16:18:18"},
    // Wmo 5.1.1(4)-(5) (text of 2019), Wgs 8; SHARE-09.
    {"crossLawTable", "jeugdwet:wmo,participatiewet:wmo,wgs:wmo,zvwWlz:wmo"},
};

Parameters read_defaults() {
  Parameters out;
  for_each_line(tables::parameters(), [&out](std::string_view line) {
    const auto row = nlohmann::json::parse(line);
    const auto at = readers().find(row.at("key").get<std::string>());
    if (at != readers().end()) at->second(out, row.at("default").get<std::string>());
  });
  for (const auto& [key, value] : defaults_of_text) readers().find(key)->second(out, value);
  return out;
}

const Parameters& defaults() {
  static const Parameters values = read_defaults();
  return values;
}

struct Interval {
  Date from;
  Parameters values;
  std::vector<EventId> policies;
};

Date day_after(const Date& date) { return date.is_valid() && date.year < 9999 ? add(date, Duration{0, 1, 0}) : date; }

bool gives_values(const PolicyInfo& policy) {
  return policy.kind == schema::PolicyKind::RULE_PARAMETERS || policy.kind == schema::PolicyKind::LAW_TABLE;
}

// The days on which some value may change.
std::vector<Date> boundaries(const Registry& registry) {
  std::vector<Date> out{Date{}};
  for (const PolicyInfo& policy : registry.policies()) {
    if (!gives_values(policy)) continue;
    out.push_back(policy.from);
    if (policy.until) out.push_back(day_after(*policy.until));
    if (policy.superseded_from) out.push_back(*policy.superseded_from);
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

Interval interval_from(const Registry& registry, const Date& from) {
  Interval out{from, defaults(), {}};
  for (const PolicyInfo& policy : registry.policies()) {
    if (!gives_values(policy) || !policy.in_force(from)) continue;
    bool used = false;
    for (const auto& [key, value] : policy.values)
      if (const auto at = readers().find(key); at != readers().end()) used = at->second(out.values, value) || used;
    if (used) out.policies.push_back(policy.event);
  }
  std::ranges::sort(out.policies);
  return out;
}

struct Cache {
  const Registry* registry = nullptr;
  std::uint64_t generation = 0;
  EventId last;
  std::uint64_t last_index = 0;
  std::vector<Interval> intervals;
};

const Interval& interval_on(const Registry& registry, const Date& on) {
  thread_local Cache cache;
  const auto& policies = registry.policies();
  const EventId last = policies.empty() ? EventId{} : policies.back().event;
  const std::uint64_t last_index = policies.empty() ? 0 : policies.back().index;
  if (cache.intervals.empty() || cache.registry != &registry || cache.generation != registry.policy_generation() || cache.last != last ||
      cache.last_index != last_index) {
    cache = {&registry, registry.policy_generation(), last, last_index, {}};
    for (const Date& from : boundaries(registry)) cache.intervals.push_back(interval_from(registry, from));
  }
  auto at = std::ranges::upper_bound(cache.intervals, on, {}, &Interval::from);
  return at == cache.intervals.begin() ? *at : *--at;
}

}  // namespace

std::optional<bool> parameter_reads(std::string_view key, std::string_view text) {
  const auto at = readers().find(key);
  if (at == readers().end()) return std::nullopt;
  Parameters scratch = defaults();
  return at->second(scratch, text);
}

const Parameters& parameters_on(const Registry& registry, const Date& on) { return interval_on(registry, on).values; }
const std::vector<EventId>& parameter_policies(const Registry& registry, const Date& on) { return interval_on(registry, on).policies; }

}  // namespace inzicht
