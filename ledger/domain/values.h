// Small values that the folds of a case share: sets of codes, moments, recipients, and readers of header fields.
//
// Errors:  none: an id of the wrong length reads as zero, which no id is; an unknown code is in no set.
// Source:  docs/formats.md §2; docs/domain.md §0.5, §7.4.
#pragma once
#include <optional>
#include <type_traits>
#include <vector>

#include "ledger/schema/recorded.h"

namespace inzicht {

// A set of values of one code list. Lists that rules look at have fewer than 64 values.
template <class E>
class CodeSet {
 public:
  constexpr CodeSet() = default;
  constexpr CodeSet(std::initializer_list<E> values) {
    for (E value : values) add(value);
  }
  template <class List>
  static CodeSet of(const List& list) {
    CodeSet out;
    for (auto value : list) out.add(value);
    return out;
  }
  constexpr void add(E value) { bits_ |= bit(value); }
  constexpr bool has(E value) const { return (bits_ & bit(value)) != 0; }
  constexpr bool contains(CodeSet other) const { return (other.bits_ & ~bits_) == 0; }
  constexpr bool meets(CodeSet other) const { return (other.bits_ & bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr CodeSet without(CodeSet other) const { return from_bits(bits_ & ~other.bits_); }
  constexpr CodeSet with(CodeSet other) const { return from_bits(bits_ | other.bits_); }
  constexpr std::uint64_t bits() const { return bits_; }
  static constexpr CodeSet from_bits(std::uint64_t bits) {
    CodeSet out;
    out.bits_ = bits;
    return out;
  }
  bool operator==(const CodeSet&) const = default;

 private:
  static constexpr std::uint64_t bit(E value) {
    const auto at = static_cast<std::underlying_type_t<E>>(value);
    return at < 64 ? std::uint64_t{1} << at : 0;
  }
  std::uint64_t bits_ = 0;
};

// A time and its civil date in Amsterdam, where birthdays, consents and terms are compared.
struct Moment {
  Micros at = 0;
  Date on;
  static Moment of(Micros at) { return {at, local_date(at)}; }
};

// Somebody who receives; a zero id is absent.
struct Recipient {
  schema::RecipientClass cls = schema::RecipientClass::UNSET;
  OrganisationId org;
  ActorId actor;
  SubjectId subject;
  bool operator==(const Recipient&) const = default;
};

template <class T>
std::optional<T> id_of(capnp::Data::Reader data) {
  return T::from({data.begin(), data.size()});
}
template <class T>
T id_or_zero(capnp::Data::Reader data) {
  return T::from({data.begin(), data.size()}).value_or(T{});
}
template <class T, class List>
std::vector<T> ids_of(const List& list) {
  std::vector<T> out;
  out.reserve(list.size());
  for (capnp::Data::Reader data : list) out.push_back(id_or_zero<T>(data));
  return out;
}
inline Date date_of(schema::Date::Reader d) { return {d.getYear(), d.getMonth(), d.getDay()}; }
inline EventId event_id(const Recorded& event) { return id_or_zero<EventId>(event.header.getEvent()); }
inline ActorId author_of(const Recorded& event) { return id_or_zero<ActorId>(event.header.getActor()); }
inline Micros occurred_at(const Recorded& event) { return event.header.getOccurred().getFrom(); }

Recipient recipient_of(schema::Recipient::Reader reader);
std::vector<Recipient> recipients_of(capnp::List<schema::Recipient>::Reader list);

// The events of this ledger that the header refers to with the relation.
std::vector<EventId> references_of(schema::Header::Reader header, schema::RefType relation);
std::optional<EventId> reference_of(schema::Header::Reader header, schema::RefType relation);

// Bit n: field n of the part is not empty, over all parts of the type.
std::uint64_t filled_of(schema::Header::Reader header, std::uint32_t part_type);

template <class Id>
bool names(const std::vector<Id>& list, const Id& id) {
  for (const Id& one : list)
    if (one == id) return true;
  return false;
}

}  // namespace inzicht
