// A draft as typed, with what it leaves open: each value that the program puts in is kept to be said before
// the event is signed.
//
// Shape:   only what is absent is filled in; what is typed always stands. A draft whose facts or references
// do not have their shape is left
//          as it is: whoever reads the draft tells what is wrong with it.
// Errors:  none.
// Owns:    nothing; the draft and the resolver must outlive it.
#pragma once
#include <string>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/codec/json.h"
#include "ledger/domain/values.h"
#include "ledger/watch/case_history.h"

namespace inzicht::cli {

struct Proposal {
  std::string place;  // "capacity", "--ref answers"
  std::string value;  // as it would be typed
};

class OpenDraft {
 public:
  OpenDraft(Json& draft, const IdResolver& ids);
  bool readable() const;

  bool is_open(const std::string& fact) const;
  // As typed or proposed; null when it is not there.
  Json value(const std::string& fact) const;
  // Nothing happens for an empty value.
  void propose(const std::string& fact, Json value);
  // The same for one field of a row of a list; `of` says which row.
  void propose_in(Json& row, const char* field, const std::string& of, const std::string& value);
  Json* rows(const std::string& fact);  // null unless it is a list of objects

  bool has_reference(schema::RefType relation) const;
  void propose_reference(schema::RefType relation, const EventId& to);
  // The event of the case that the draft refers to so; null when there is none.
  const HistoryEvent* referred(schema::RefType relation, const CaseHistory& history) const;

  template <class Id>
  std::vector<Id> ids(const std::string& fact, schema::IdKind kind) const {
    std::vector<Id> out;
    const Json named = value(fact);
    for (const Json& one : named.is_array() ? named : Json::array({named}))
      if (const auto id = this->id<Id>(one, kind)) out.push_back(*id);
    return out;
  }
  std::vector<SubjectId> persons(const std::string& fact) const {
    return ids<SubjectId>(fact, schema::IdKind::SUBJECT);
  }
  template <class Id>
  std::optional<Id> id(const Json& text, schema::IdKind kind) const {
    const auto raw = text.is_string() ? ids_.resolve(kind, text.get<std::string>()) : std::nullopt;
    return raw ? Id::from(*raw) : std::nullopt;
  }
  // Who is to receive, as the rows of a list of recipients or attendees name them.
  std::vector<Recipient> recipients(const std::string& fact) const;
  // Fields of this part that hold words.
  std::vector<std::string> told_in(std::string_view part) const;

  std::vector<Proposal> take() { return std::move(proposals_); }

 private:
  Json& facts() const;

  Json& draft_;
  const IdResolver& ids_;
  std::vector<Proposal> proposals_;
};

}  // namespace inzicht::cli
