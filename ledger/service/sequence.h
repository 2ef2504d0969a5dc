// From an admitted event to the records of the log: admission, leaf, tags and positions.
#pragma once
#include "ledger/log/log.h"
#include "ledger/service/admit.h"

namespace inzicht {

struct Sequenced {
  NewEvent event;
  Digest leaf_hash{};
  std::vector<ChainKey> chains;
};
// `salt` is the admission's, drawn before: the batch alone decides what comes out. Signatures and parts are
// moved out of `prepared`.
Sequenced sequence(Prepared& prepared, const Admitted& admitted, const Digest& catalogue_hash,
                   const std::array<std::uint8_t, 16>& salt, Micros recorded_at, const LedgerState& state);
Buffer build_admission(const Prepared& prepared, const Admitted& admitted, const Digest& catalogue_hash, const std::array<std::uint8_t, 16>& salt);

}  // namespace inzicht
