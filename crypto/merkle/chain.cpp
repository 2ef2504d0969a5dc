#include "crypto/merkle/chain.h"

#include <algorithm>

#include "crypto/digest.h"

namespace inzicht::crypto {

Tag chain_tag(ChainClass cls, Bytes id, const Digest& chain_before) {
  const auto letter = static_cast<std::uint8_t>(cls);
  const Digest full = sha256({bytes_of("inzicht/v1/tag\n"), Bytes(&letter, 1), id, chain_before});
  Tag tag{};
  std::copy_n(full.begin(), tag.size(), tag.begin());
  return tag;
}

Digest chain_next(ChainClass cls, Bytes id, const Digest& chain_before, const Digest& leaf_hash_value) {
  const auto letter = static_cast<std::uint8_t>(cls);
  return sha256({bytes_of("inzicht/v1/chain\n"), Bytes(&letter, 1), id, chain_before, leaf_hash_value});
}

}  // namespace inzicht::crypto
