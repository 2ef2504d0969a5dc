// Small readings of header fields, and the kinds that this folder folds.
// Requires: headers that were decoded strictly, so that ids have their lengths.
#pragma once
#include <algorithm>
#include <string>

#include "crypto/encoding.h"
#include "ledger/base/ids.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

inline constexpr std::uint16_t kind_ledger_created = 101;
inline constexpr std::uint16_t kind_key_enrolled = 104;
inline constexpr std::uint16_t kind_key_revoked = 105;
inline constexpr std::uint16_t kind_policy_adopted = 109;
inline constexpr std::uint16_t kind_parts_viewed = 1301;
inline constexpr std::uint16_t kind_block_placed = 1206;
inline constexpr std::uint16_t kind_erasure_decided = 1208;
inline constexpr std::uint16_t kind_erasure_executed = 1209;
inline constexpr std::uint16_t kind_exported = 1302;

inline Bytes bytes_of(capnp::Data::Reader data) { return {data.begin(), data.size()}; }

// Zero when the length is another.
inline Digest digest_of(capnp::Data::Reader data) {
  Digest out{};
  if (data.size() == out.size()) std::ranges::copy(data, out.begin());
  return out;
}
template <class T>
std::optional<T> id_of(capnp::Data::Reader data) {
  return T::from(bytes_of(data));
}

// Enough of a hash to compare two by eye.
inline std::string brief(Bytes hash) { return crypto::hex(hash.first(std::min<std::size_t>(hash.size(), 8))); }
// "expected 0123456789abcdef, found fedcba9876543210"
inline std::string differ(Bytes expected, Bytes found) { return "expected " + brief(expected) + ", found " + brief(found); }

}  // namespace inzicht
