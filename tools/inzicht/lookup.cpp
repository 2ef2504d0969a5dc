#include "tools/inzicht/lookup.h"

#include <fmt/format.h>

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

std::optional<Buffer> LedgerIds::resolve(schema::IdKind kind, std::string_view text) const {
  if (const auto at = names_.find(std::pair{kind, std::string(text)}); at != names_.end()) return at->second;
  // A person's name is also whom a part is about.
  if (kind == schema::IdKind::PART_SUBJECT)
    if (const auto at = names_.find(std::pair{schema::IdKind::SUBJECT, std::string(text)}); at != names_.end()) return at->second;
  if (auto whole = PlainIds().resolve(kind, text)) return whole;
  const char letter = letter_of(kind);
  if (letter == '\0') return std::nullopt;
  const auto prefix = IdPrefix::parse(letter, text);
  if (!prefix) return std::nullopt;
  if (kind == schema::IdKind::EVENT) {
    const auto found = ledger_.log().events_like([&](const EventId& id) { return prefix->matches(id.bytes); }, 2);
    return found.size() == 1 ? std::optional(buffer_of(found[0].bytes)) : std::nullopt;
  }
  std::optional<Buffer> only;
  for (auto& candidate : candidates(kind)) {
    if (!prefix->matches(candidate)) continue;
    if (only) return std::nullopt;
    only = std::move(candidate);
  }
  return only;
}

}  // namespace inzicht::cli
