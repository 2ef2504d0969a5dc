// From what people type to ids: whole ids, prefixes of six symbols or more, and names a caller knows (example families).
#pragma once
#include <fmt/format.h>

#include <map>
#include <set>

#include "ledger/codec/json.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht::cli {

class LedgerIds : public IdResolver {
 public:
  explicit LedgerIds(OpenLedger& ledger) : ledger_(ledger) {}
  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const override;

  // Subjects are pseudonyms inside one case: prefixes of persons are looked up there.
  void in_case(const CaseId& kase) { kase_ = kase; }
  void name(schema::IdKind kind, std::string name, Buffer id) { names_[{kind, std::move(name)}] = std::move(id); }

 private:
  std::vector<Buffer> candidates(schema::IdKind kind) const;

  OpenLedger& ledger_;
  std::optional<CaseId> kase_;
  std::map<std::pair<schema::IdKind, std::string>, Buffer, std::less<>> names_;
};

std::vector<CaseId> all_cases(const Log& log);
std::vector<std::uint64_t> case_indexes(const Log& log, const CaseId& kase);
std::set<SubjectId> case_subjects(const Log& log, const CaseId& kase);

// An id the user typed for a verb's argument, with the error said in words.
template <class T>
Result<T> typed_id(const LedgerIds& ids, schema::IdKind kind, std::string_view text, std::string_view what) {
  const auto raw = ids.resolve(kind, text);
  const auto id = raw ? T::from(*raw) : std::nullopt;
  if (!id) return fail(ErrorCode::not_found, fmt::format("{}: no such id, or a beginning that fits several: {}", what, std::string(text.substr(0, 48))));
  return *id;
}

}  // namespace inzicht::cli
