#include "tools/inzicht/lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/codec/strict.h"

namespace inzicht::cli {
namespace {

char letter_of(schema::IdKind kind) {
  using enum schema::IdKind;
  switch (kind) {
    case EVENT: return 'E';
    case CASE: return 'Z';
    case SUBJECT:
    case PART_SUBJECT: return 'P';
    case ACTOR: return 'A';
    case ORGANISATION: return 'O';
    case MANDATE: return 'M';
    case KEY:
    case DIGEST:
    case SIGNATURE:
    case PUBLIC_KEY:
    case UNSET: return '\0';
  }
  return '\0';
}

constexpr std::size_t candidates_shown_max = 5;

// Whether it would be the beginning of an id if it went on.
bool is_short_beginning(char letter, std::string_view text) {
  return IdPrefix::parse(letter, std::string(text) + "000000").has_value();
}

// What the text may stand for: the beginning of an id, or the short form in which views show one,
// "E-…GN55-PXYT". Empty: neither.
std::function<bool(Bytes)> fitting(char letter, std::string_view text) {
  static constexpr std::string_view left_out = "…";
  if (letter == '\0') return {};
  if (text.size() > 2 && text.substr(2).starts_with(left_out))
    return [=, shown = std::string(text)](Bytes id) { return short_text(letter, id) == shown; };
  const auto prefix = IdPrefix::parse(letter, text);
  if (!prefix) return {};
  return [prefix](Bytes id) { return prefix->matches(id); };
}

Buffer buffer_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

std::vector<CaseId> all_cases(const Log& log) {
  std::vector<CaseId> out;
  for (const auto& id : log.lists(ChainClass::kase)) out.push_back(CaseId{id});
  return out;
}

std::vector<std::uint64_t> case_indexes(const Log& log, const CaseId& kase) {
  std::vector<std::uint64_t> out;
  while (true) {
    const auto page = log.positions({ChainClass::kase, kase.bytes}, out.size() + 1, 1000);
    if (!page) return out;
    for (const auto& position : *page) out.push_back(position.index);
    if (page->size() < 1000) return out;
  }
}

std::set<SubjectId> case_subjects(const Log& log, const CaseId& kase) {
  std::set<SubjectId> out;
  for (const auto& record : log.read_many(case_indexes(log, kase))) {
    const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
    if (!message) continue;
    for (auto subject : message->header().getSubjects())
      if (auto id = SubjectId::from({subject.begin(), subject.size()})) out.insert(*id);
  }
  return out;
}

std::vector<Buffer> LedgerIds::candidates(schema::IdKind kind) const {
  using enum schema::IdKind;
  std::vector<Buffer> out;
  if (kind == CASE)
    for (const auto& id : all_cases(ledger_.log())) out.push_back(buffer_of(id.bytes));
  if ((kind == SUBJECT || kind == PART_SUBJECT) && kase_)
    for (const auto& id : case_subjects(ledger_.log(), *kase_)) out.push_back(buffer_of(id.bytes));
  ledger_.service().with_registry([&](const Registry& registry) {
    if (kind == ACTOR)
      for (const auto& [id, info] : registry.actors()) out.push_back(buffer_of(id.bytes));
    if (kind == ORGANISATION)
      for (const auto& [id, info] : registry.organisations()) out.push_back(buffer_of(id.bytes));
    if (kind == MANDATE)
      for (const auto& [id, info] : registry.mandates()) out.push_back(buffer_of(id.bytes));
  });
  return out;
}

std::optional<Buffer> LedgerIds::exact(schema::IdKind kind, std::string_view text) const {
  if (const auto at = names_.find(std::pair{kind, std::string(text)}); at != names_.end()) return at->second;
  // A person's name is also whom a part is about.
  if (kind == schema::IdKind::PART_SUBJECT)
    if (const auto at = names_.find(std::pair{schema::IdKind::SUBJECT, std::string(text)}); at != names_.end()) return at->second;
  return PlainIds().resolve(kind, text);
}

// A case is here from its first event on. Other ids are held against the registry or the log by whoever
// asked.
bool LedgerIds::is_here(schema::IdKind kind, Bytes id) const {
  if (kind != schema::IdKind::CASE) return true;
  const auto kase = CaseId::from(id);
  return !kase || ledger_.service().case_version(*kase).count > 0;
}

std::vector<Buffer> LedgerIds::matching(schema::IdKind kind, const std::function<bool(Bytes)>& fits,
                                        std::size_t most) const {
  std::vector<Buffer> out;
  if (kind == schema::IdKind::EVENT) {
    for (const auto& id :
         ledger_.log().events_like([&](const EventId& one) { return fits(one.bytes); }, most))
      out.push_back(buffer_of(id.bytes));
    return out;
  }
  for (auto& candidate : candidates(kind))
    if (out.size() < most && fits(candidate)) out.push_back(std::move(candidate));
  return out;
}

std::optional<Buffer> LedgerIds::resolve(schema::IdKind kind, std::string_view text) const {
  if (auto found = exact(kind, text)) return found;
  const auto fits = fitting(letter_of(kind), text);
  if (!fits) return std::nullopt;
  auto found = matching(kind, fits, 2);
  return found.size() == 1 ? std::optional(std::move(found[0])) : std::nullopt;
}

Result<Buffer> LedgerIds::find(schema::IdKind kind, std::string_view text, std::string_view what) const {
  if (auto found = exact(kind, text)) {
    if (is_here(kind, *found)) return std::move(*found);
    return fail(ErrorCode::not_found, fmt::format("{}: no such id here: {}", what, text));
  }
  const char letter = letter_of(kind);
  if (letter == '\0') return fail(ErrorCode::bad_input, fmt::format("{}: expected a whole id", what));
  const auto fits = fitting(letter, text);
  if (!fits && is_short_beginning(letter, text))
    return fail(
        ErrorCode::bad_input,
        fmt::format("{}: expected at least six symbols of the id after {}-, found fewer", what, letter));
  if (!fits)
    return fail(ErrorCode::bad_input,
                fmt::format("{}: expected an id such as {}-0123-4567-…, or its beginning, found another text",
                            what, letter));
  auto found = matching(kind, fits, candidates_shown_max + 1);
  // Without the letter of an id it may be a name that was typed: that is not repeated.
  const std::string typed = text[1] == '-' ? std::string(text) : fmt::format("{}-…", letter);
  if (found.empty()) return fail(ErrorCode::not_found, fmt::format("{}: no such id here: {}", what, typed));
  if (found.size() == 1) return std::move(found[0]);
  std::string shown;
  for (std::size_t i = 0; i < std::min(found.size(), candidates_shown_max); ++i)
    shown += (i == 0 ? "" : ", ") + id_text(letter, found[i]);
  if (found.size() > candidates_shown_max) shown += ", …";
  return fail(ErrorCode::bad_input,
              fmt::format("{}: this beginning fits several, type more of it: {}", what, shown));
}

Result<Micros> typed_moment(const std::string& text, std::string_view flag) {
  if (auto time = parse_time(text)) return *time;
  if (parse_date(text)) return local_midnight(*parse_date(text)) + micros_per_day - 1;
  std::string local = text;
  if (const auto t = local.find('T'); t != std::string::npos) local[t] = ' ';
  if (auto time = parse_local(local)) return *time;
  return fail(
      ErrorCode::bad_input,
      fmt::format(
          "{}: expected a time such as 2019-06-11, 2019-06-11T10:00 (Dutch time) or 2019-06-11T10:00:00Z",
          flag));
}

}  // namespace inzicht::cli
