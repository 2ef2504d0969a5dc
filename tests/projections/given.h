// Given these events: a log filled with headers built from JSON drafts, as an author's program would, but unsigned and unsealed.
#pragma once
#include <map>

#include "ledger/codec/draft.h"
#include "ledger/log/memory_log.h"
#include "ledger/registry/registry.h"

namespace inzicht::testing {

// The n-th id of its kind, the same everywhere.
template <class T>
T nth(std::uint8_t n) {
  T id;
  id.bytes.fill(static_cast<std::uint8_t>(0xA0));
  id.bytes[0] = static_cast<std::uint8_t>(decltype(id)::size);
  id.bytes[15] = n;
  return id;
}
inline const CaseId case_1 = nth<CaseId>(1), case_2 = nth<CaseId>(2);
inline const SubjectId lila = nth<SubjectId>(1), marko = nth<SubjectId>(2), kai = nth<SubjectId>(3);
inline const ActorId coach = nth<ActorId>(1), protector = nth<ActorId>(2), officer = nth<ActorId>(3);
inline const OrganisationId team = nth<OrganisationId>(1), housing = nth<OrganisationId>(2), institution = nth<OrganisationId>(3), police = nth<OrganisationId>(4);

// "2019-06-11 10:00", Dutch time.
Micros local(std::string_view text);

struct Given {
  std::string occurred = "2019-06-11 10:00";
  std::string recorded = {};                   // empty: half an hour after it occurred
  ActorId actor = coach;
  std::optional<CaseId> kase = case_1;
  std::vector<std::pair<std::string, bool>> findings = {};  // rule, explained
  const IdResolver* ids = nullptr;             // what names in the draft stand for; whole ids without one
};

class Ledger {
 public:
  explicit Ledger(std::unique_ptr<Log> log = make_memory_log()) : log_(std::move(log)) {}

  Log& log() { return *log_; }
  const Log& log() const { return *log_; }
  // One event, appended at once: a draft as JSON (kind, facts, parts, references, claim ...). Answers its id.
  EventId add(const Json& draft, const Given& given = {});
  // The same, not yet appended.
  NewEvent make(const Json& draft, const Given& given);
  void append(std::span<const NewEvent> events);
  std::uint64_t index_of(const EventId& event) const;

 private:
  void place(NewEvent& event, const PositionList& list);

  std::unique_ptr<Log> log_;
  std::uint64_t made_ = 0;
  std::map<EventId, Digest> hashes_;
  std::map<PositionList, std::uint64_t> numbers_;
};

template <class T>
std::string text(const T& id) {
  return to_text(id);
}
inline Json refer(const char* relation, const EventId& event) { return {{"relation", relation}, {"event", to_text(event)}}; }
inline Json words(const char* part, const Json& fields, const std::string& subject = "case") {
  return {{"part", part}, {"subject", subject}, {"fields", fields}};
}

}  // namespace inzicht::testing
