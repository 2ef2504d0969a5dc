// Chains and their tags: how leaving an event out shows.
//
//   chain_0 = 32 zero bytes
//   chain_n = H("inzicht/v1/chain\n" || class || id || chain_{n-1} || leaf hash_n)
//   tag_n   = first 16 bytes of H("inzicht/v1/tag\n" || class || id || chain_{n-1})
// Source: docs/formats.md §5.
#pragma once
#include <compare>

#include "crypto/bytes.h"

namespace inzicht::crypto {

enum class ChainClass : char { key = 'k', cosigner = 'g', kase = 'c', read = 'l', subject = 's', registry = 'r' };

Tag chain_tag(ChainClass cls, Bytes id, const Digest& chain_before);
Digest chain_next(ChainClass cls, Bytes id, const Digest& chain_before, const Digest& leaf_hash_value);

}  // namespace inzicht::crypto
