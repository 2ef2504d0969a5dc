// Ids of the ledger as types that do not mix, and how people see them.
//
// Shape:   16 bytes for event, case, subject, actor, organisation, mandate and subject key; 32 for digests and keys.
//          People see Crockford base32 in groups of four after a letter for the kind, with a check symbol at the end:
//          "Z-0123-4567-...". All-zero ids are refused everywhere.
// Errors:  parsing answers nullopt; a prefix of 6 symbols or more is matched by the caller (IdPrefix).
// Source:  docs/formats.md §1.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inzicht {

using Bytes = std::span<const std::uint8_t>;
using Buffer = std::vector<std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;

template <class Kind>
struct Id {
  static constexpr std::size_t size = 16;
  std::array<std::uint8_t, 16> bytes{};

  bool is_zero() const { return bytes == std::array<std::uint8_t, 16>{}; }
  Bytes view() const { return bytes; }
  auto operator<=>(const Id&) const = default;

  static std::optional<Id> from(Bytes raw) {
    if (raw.size() != size) return std::nullopt;
    Id id;
    std::memcpy(id.bytes.data(), raw.data(), size);
    if (id.is_zero()) return std::nullopt;
    return id;
  }
};

// The letter people see before the id.
struct EventKind { static constexpr char letter = 'E'; };
struct CaseKind { static constexpr char letter = 'Z'; };
struct SubjectKind { static constexpr char letter = 'P'; };
struct ActorKind { static constexpr char letter = 'A'; };
struct OrganisationKind { static constexpr char letter = 'O'; };
struct MandateKind { static constexpr char letter = 'M'; };

using EventId = Id<EventKind>;
using CaseId = Id<CaseKind>;
using SubjectId = Id<SubjectKind>;
using ActorId = Id<ActorKind>;
using OrganisationId = Id<OrganisationKind>;
using MandateId = Id<MandateKind>;
// A subject, case or actor id, or the first 16 bytes of the ledger id: whom a sealed part is about.
struct PartSubjectKind { static constexpr char letter = 'P'; };
using PartSubjectId = Id<PartSubjectKind>;

using KeyId = Digest;
using LedgerId = Digest;

// "Z-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXC", upper case; 26 symbols and the check symbol (number mod 31).
std::string id_text(char letter, Bytes id16);
template <class Kind>
std::string to_text(const Id<Kind>& id) {
  return id_text(Kind::letter, id.bytes);
}
// A whole id as people type it: letter optional, dashes and case ignored, O read as 0, I and L as 1; the check must hold.
std::optional<std::array<std::uint8_t, 16>> parse_id_text(char letter, std::string_view text);
template <class T>
std::optional<T> parse_id(std::string_view text);

// The beginning of an id: at least 6 symbols. matches() compares with an id's symbols.
class IdPrefix {
 public:
  static std::optional<IdPrefix> parse(char letter, std::string_view text);
  bool matches(Bytes id16) const;
  const std::string& symbols() const { return symbols_; }

 private:
  std::string symbols_;
};

// The short form used in tables: letter and the last 8 symbols before the check, e.g. "E-…3F7K-Q2NM". Not parseable.
std::string short_text(char letter, Bytes id16);

// UUIDv7 of a time and ten random bytes (RFC 9562 §5.7).
std::array<std::uint8_t, 16> uuid_v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random);

namespace detail {
template <class T> struct KindOf;
template <class K> struct KindOf<Id<K>> { using type = K; };
}  // namespace detail
template <class T>
std::optional<T> parse_id(std::string_view text) {
  auto raw = parse_id_text(detail::KindOf<T>::type::letter, text);
  if (!raw) return std::nullopt;
  return T::from(*raw);
}

struct IdHash {
  template <class A>
  std::size_t operator()(const A& id) const {
    std::size_t h = 0;
    if constexpr (requires { id.bytes; }) {
      std::memcpy(&h, id.bytes.data() + 8, sizeof h);
    } else {
      std::memcpy(&h, id.data(), sizeof h);
    }
    return h;
  }
};

}  // namespace inzicht
