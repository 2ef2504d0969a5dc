// From what people type to ids: whole ids, prefixes of six symbols or more, the short form of views
// ("E-…GN55-PXYT"), and names a caller knows (example families).
#pragma once
#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>

#include "ledger/codec/json.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht::cli {

class LedgerIds : public IdResolver {
 public:
  explicit LedgerIds(OpenLedger& ledger) : ledger_(ledger) {}
  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const override;
  // The same, with why not: bad_input when it is no id, a beginning of less than six symbols, or one that
  // fits several (with up to five of these); not_found when nothing here begins like that, or
  // a whole id is of a case without events. `what` is the field or flag. What may open a case asks resolve().
  Result<Buffer> find(schema::IdKind kind, std::string_view text, std::string_view what) const;

  // Subjects are pseudonyms inside one case: prefixes of persons are looked up there.
  void in_case(const CaseId& kase) { kase_ = kase; }
  void name(schema::IdKind kind, std::string name, Buffer id) { names_[{kind, std::move(name)}] = std::move(id); }

 private:
  std::vector<Buffer> candidates(schema::IdKind kind) const;
  // A name that a caller knows, or a whole id.
  std::optional<Buffer> exact(schema::IdKind kind, std::string_view text) const;
  bool is_here(schema::IdKind kind, Bytes id) const;
  // At most `most` of those that fit.
  std::vector<Buffer> matching(schema::IdKind kind, const std::function<bool(Bytes)>& fits,
                               std::size_t most) const;

  OpenLedger& ledger_;
  std::optional<CaseId> kase_;
  std::map<std::pair<schema::IdKind, std::string>, Buffer, std::less<>> names_;
};

std::vector<CaseId> all_cases(const Log& log);
std::vector<std::uint64_t> case_indexes(const Log& log, const CaseId& kase);
std::set<SubjectId> case_subjects(const Log& log, const CaseId& kase);

// A moment as people type one: a day counts to its end.
Result<Micros> typed_moment(const std::string& text, std::string_view flag);

// An id the user typed for a verb's argument, with the error said in words.
template <class T>
Result<T> typed_id(const LedgerIds& ids, schema::IdKind kind, std::string_view text, std::string_view what) {
  INZICHT_TRY(raw, ids.find(kind, text, what));
  const auto id = T::from(raw);
  if (!id)
    return fail(ErrorCode::bad_input, fmt::format("{}: expected an id, found nothing but zeros", what));
  return *id;
}

}  // namespace inzicht::cli
