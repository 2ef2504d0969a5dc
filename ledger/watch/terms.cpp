#include "ledger/watch/terms.h"

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "ledger/rules/check.h"
#include "ledger/rules/tables.h"
#include "ledger/watch/waiting.h"

namespace inzicht {
namespace {

// Terms of law and rights run on after the closing of a case (docs/domain.md §6.2).
constexpr std::string_view run_on[] = {"TERM-10", "TERM-11", "TERM-12", "TERM-13", "TERM-20", "TERM-32", "TERM-33", "TERM-34", "TERM-35",
                                       "TERM-36", "TERM-37", "TERM-38", "TERM-39", "TERM-40", "TERM-41", "TERM-42", "TERM-43"};

// "P W", "R and policyAdviser"
std::vector<Owner> owners_of(std::string_view lists) {
  std::vector<Owner> out;
  const auto has = [&](std::string_view word) {
    for (std::size_t at = lists.find(word); at != std::string_view::npos; at = lists.find(word, at + 1)) {
      const auto end = at + word.size();
      if ((at == 0 || lists[at - 1] == ' ') && (end == lists.size() || lists[end] == ' ')) return true;
    }
    return false;
  };
  for (auto [word, owner] : {std::pair{"P", Owner::privacy_officer}, std::pair{"R", Owner::regisseur}, std::pair{"W", Owner::wijkcoach},
                             std::pair{"policyAdviser", Owner::policy_adviser}, std::pair{"archivist", Owner::archivist}})
    if (has(word)) out.push_back(owner);
  return out;
}

std::vector<TermInfo> read_terms() {
  std::vector<TermInfo> out;
  for_each_line(tables::terms(), [&out](std::string_view line) {
    const auto row = nlohmann::json::parse(line);
    TermInfo info{row.at("id"), row.at("opened"), row.at("settled"), row.at("term"), owners_of(row.at("lists").get<std::string>()), false, row.at("source")};
    info.of_work = std::ranges::find(run_on, info.id) == std::end(run_on);
    out.push_back(std::move(info));
  });
  return out;
}

const std::map<std::string, std::string, std::less<>>& default_values() {
  static const auto table = [] {
    std::map<std::string, std::string, std::less<>> out;
    for_each_line(tables::parameters(), [&out](std::string_view line) {
      const auto row = nlohmann::json::parse(line);
      out.emplace(row.at("key").get<std::string>(), row.at("default").get<std::string>());
    });
    return out;
  }();
  return table;
}

// Takes the default, and then every value that a policy in force on the day gives, in order of recording.
template <class Take>
void each_value(const Registry& registry, std::string_view key, const Date& on, const Take& take) {
  if (const auto at = default_values().find(key); at != default_values().end()) take(at->second);
  for (const PolicyInfo& policy : registry.policies()) {
    if (policy.kind != schema::PolicyKind::RULE_PARAMETERS || !policy.in_force(on)) continue;
    if (const auto value = policy.values.find(key); value != policy.values.end()) take(value->second);
  }
}

// Watch rules that wait have no row among the terms.
const std::vector<TermInfo>& waiting_rules() {
  static const std::vector<TermInfo> table{{"SAFE-06", {}, {}, {}, {Owner::wijkcoach, Owner::regisseur}, true}, {"CONS-09", {}, {}, {}, {Owner::wijkcoach, Owner::privacy_officer}, true}};
  return table;
}

const std::vector<Term>& all_terms() {
  static const auto table = [] {
    std::vector<Term> out;
    for (auto group : {signal_terms, share_terms, safety_terms, plan_terms, measure_terms, closing_terms, rights_terms, watch_terms})
      for (Term& term : group()) out.push_back(std::move(term));
    std::ranges::sort(out, {}, &Term::id);
    return out;
  }();
  return table;
}

// When the case was closed for good, as far as this history goes.
std::optional<Micros> closed_at(const CaseHistory& history) {
  std::optional<Micros> out;
  for (const auto* one : history.of(1102)) {
    const auto status = one->facts().getCaseStatusChanged().getStatus();
    if (status == schema::CaseStatus::CLOSED) out = one->occurred;
    if (status == schema::CaseStatus::REOPENED) out.reset();
  }
  return out;
}

WaitState state_of(const Wait& wait, bool of_work, const std::optional<Micros>& closed, Micros now) {
  if (wait.settled_by) return wait.settled_at <= wait.due ? WaitState::settled : WaitState::settled_late;
  if (of_work && closed && wait.since <= *closed) return WaitState::open_at_closing;
  return now > wait.due ? WaitState::late : WaitState::open;
}

}  // namespace

std::span<const TermInfo> terms() {
  static const auto table = read_terms();
  return table;
}

const TermInfo* find_term(std::string_view id) {
  for (std::span<const TermInfo> table : {terms(), std::span<const TermInfo>(waiting_rules())})
    if (const auto at = std::ranges::find(table, id, &TermInfo::id); at != table.end()) return &*at;
  return nullptr;
}

Duration length_of(const Registry& registry, std::string_view key, const Date& on) {
  Duration out;
  each_value(registry, key, on, [&out](const std::string& text) { out = parse_duration(text).value_or(out); });
  return out;
}

std::uint64_t count_of(const Registry& registry, std::string_view key, const Date& on) {
  std::uint64_t out = 0;
  each_value(registry, key, on, [&out](const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) out = value;
  });
  return out;
}

std::string word_of(const Registry& registry, std::string_view key, const Date& on) {
  std::string out;
  each_value(registry, key, on, [&out](const std::string& text) { out = text; });
  return out;
}

Micros Waiting::within(const HistoryEvent& opener, std::string_view key) const {
  return inzicht::add(opener.occurred, length_of(registry_, key, local_date(opener.occurred)));
}

Micros Waiting::all_of(const Date& day) { return local_midnight(inzicht::add(day, Duration{0, 1, 0})) - 1; }

Wait& Waiting::add(const HistoryEvent& opener, Micros due) {
  Wait& wait = out_.emplace_back();
  wait.term = term_;
  wait.opener = opener.id;
  wait.index = opener.event.index;
  wait.kind = opener.kind();
  wait.since = opener.occurred;
  wait.due = due;
  wait.waits_for.assign(waits_for_.begin(), waits_for_.end());
  return wait;
}

std::vector<Wait> waits_of(const CaseHistory& history, const Registry& registry, Micros now) {
  std::vector<Wait> out;
  Waiting waiting(history, registry, out);
  for (const Term& term : all_terms()) {
    waiting.now_for(term.id, term.waits_for);
    term.find(waiting);
  }
  const auto closed = closed_at(history);
  for (Wait& wait : out) {
    const TermInfo* info = find_term(wait.term);
    wait.state = state_of(wait, info != nullptr && info->of_work, closed, now);
  }
  std::ranges::stable_sort(out, {}, [](const Wait& w) { return std::pair(w.due, w.index); });
  return out;
}

}  // namespace inzicht
